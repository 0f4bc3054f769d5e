/** Where the project lives: its pages, and where to report what is wrong with it. */
export const home = "https://github.com/django-expand-contract/django-expand-contract";
