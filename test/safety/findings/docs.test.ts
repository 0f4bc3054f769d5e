import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { rulePage, rulesPage } from "../../../src/safety/findings/docs.ts";
import { allRules } from "../../../src/safety/findings/rules.ts";

const folder = fileURLToPath(new URL("../../../docs/findings", import.meta.url));
const pages = new Map([["README.md", rulesPage()], ...allRules.map((rule) => [`${rule.id}.md`, rulePage(rule)] as const)]);

// UPDATE_DOCS=1 npx vitest run test/safety/findings/docs.test.ts writes the pages.
if (process.env["UPDATE_DOCS"]) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of pages) writeFileSync(`${folder}/${name}`, text);
}

test.each([...pages])("docs/findings/%s is what the record says today", (name, text) => {
  expect(readFileSync(`${folder}/${name}`, "utf8")).toBe(text);
});

test("there is no page without a rule", () => {
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
});

test("every rule has words, in sentences, and an id of its own", () => {
  expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length);
  for (const { title, why, advice } of allRules) {
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(why).toMatch(/^.*\.$/s);
    expect(advice).toMatch(/\.$/);
  }
});
