/** Where the project lives: its pages, and where to report what is wrong with it. */
export const home = "https://github.com/django-expand-contract/django-expand-contract";

/** Where the pages of findings are: `…/RULE.md`. */
export const findingPages = `${home}/blob/main/docs/findings`;
