import type { Recipe } from "./course.ts";
import { recipes } from "./recipes/recipes.ts";

/** The pages of docs/recipes/, by file name, made from the recipes the program plans by. */
export function recipePages(): ReadonlyMap<string, string> {
  const pages = new Map(recipes.map((recipe) => [`${recipe.id}.md`, page(recipe)] as const));
  return pages.set("README.md", index());
}

function page({ title, when, databases, reversible, releases }: Recipe): string {
  const steps = releases.length === 1 ? [releases[0]!] : releases.map((line, number) => `${number + 1}. ${line}`);
  return [`# ${title}`, "", when, "", releases.length === 1 ? "## The release" : "## The releases", "", ...steps, "", "## Databases and versions", "", databases, "", "## The way back", "", reversible, ""].join("\n");
}

function index(): string {
  const rows = recipes.map(({ id, title, when }) => `| [${title}](${id}.md) | ${when.replaceAll("|", "\\|")} |`);
  return [
    "# Recipes",
    "",
    "How a plan does in several releases what would break or block in one. These pages are made from the recipes themselves (`src/plan/recipes/`, by `src/plan/docs.ts`). `test/plan/golden/` has what each of them writes, on every database and Django version it knows.",
    "",
    "Between two releases of a plan stands a gate: the release before must run everywhere, and no process of an older one may be left.",
    "",
    "| | when |",
    "|---|---|",
    ...rows,
    "",
  ].join("\n");
}
