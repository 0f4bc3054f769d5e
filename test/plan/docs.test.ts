import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { recipePages } from "../../src/plan/docs.ts";

const folder = new URL("../../docs/recipes/", import.meta.url);

/** `UPDATE_GOLDENS=1 npx vitest run test/plan/docs.test.ts` writes them anew. */
test("docs/recipes/ is what the recipes say today", () => {
  const pages = recipePages();
  if (process.env["UPDATE_GOLDENS"]) {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of pages) writeFileSync(new URL(name, folder), text);
  }
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  for (const [name, text] of pages) expect(readFileSync(new URL(name, folder), "utf8")).toBe(text);
});
