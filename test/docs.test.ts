import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { configurationTable } from "../src/config/docs.ts";
import { keys } from "../src/config/schema.ts";
import { readAction, table } from "./github/action-yml.ts";

/** Tables that stand in a page between `<!-- name -->` and `<!-- /name -->`. `UPDATE=1 npx vitest run test/docs.test.ts` writes them. */
const action = readAction();
const pages: Record<string, Record<string, string>> = {
  "README.md": { inputs: table(action.inputs, true), configuration: configurationTable("docs/") },
  "docs/action.md": { inputs: table(action.inputs, true), outputs: table(action.outputs, false) },
  "docs/configuration.md": { configuration: configurationTable("") },
};

describe("the tables of the documentation are made from action.yml and the configuration's keys", () => {
  it.each(Object.entries(pages))("%s", (path, tables) => {
    const text = readFileSync(path, "utf8");
    const made = Object.entries(tables).reduce((old, [name, rows]) => {
      expect(old).toContain(`<!-- ${name} -->`);
      return old.replace(new RegExp(`<!-- ${name} -->\\n[^]*?<!-- /${name} -->`), () => `<!-- ${name} -->\n${rows}<!-- /${name} -->`);
    }, text);
    if (process.env["UPDATE"]) writeFileSync(path, made);
    expect(readFileSync(path, "utf8")).toBe(made);
  });

  it("every key is told", () => {
    for (const key of Object.keys(keys)) expect(configurationTable("")).toContain(`| \`${key}\` |`);
  });
});

describe("a link of the documentation leads somewhere", () => {
  const all = ["README.md", "CONTRIBUTING.md", ...readdirSync("docs", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md")).map((path) => join("docs", path))];
  it.each(all)("%s", (path) => {
    const text = readFileSync(path, "utf8").replace(/^```[^]*?^```$/gm, "");
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map((match) => (match[1] ?? match[2])!).filter((target) => !/^https?:/.test(target));
    for (const target of targets) {
      const [file = "", anchor] = target.split("#");
      const found = file === "" ? path : join(dirname(path), file);
      expect(existsSync(found), `${target} of ${path}`).toBe(true);
      if (anchor !== undefined && found.endsWith(".md")) expect(headings(readFileSync(found, "utf8")), `${target} of ${path}`).toContain(anchor);
    }
  });
});

/** As GitHub makes anchors of headings. */
function headings(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) => title!.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-"));
}
