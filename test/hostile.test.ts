import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import { defaultConfig } from "../src/config/config.ts";
import { reviewToJson } from "../src/report/json.ts";
import { reviewToMarkdown } from "../src/report/markdown.ts";
import { reviewToText } from "../src/report/text.ts";
import { review } from "../src/review.ts";
import { expectTame } from "./github/tame.ts";
import { base, cases, headOf } from "./plan/cases.ts";
import { sourceOf } from "./plan/project.ts";

/** A pull request whose files anyone may have written: whatever they hold, the review ends, in time, and shows their text as text. */

const migration = "shop/migrations/0002_change.py";
const goldens = readdirSync("fixtures/goldens", { recursive: true, encoding: "utf8" }).filter((path) => /migrations\/0\d+\w*\.py$/.test(path)).map((path) => readFileSync(`fixtures/goldens/${path}`, "utf8"));
const heads = [...cases.map(headOf), ...goldens.map((text) => ({ ...base, [migration]: text.replaceAll("things", "shop") }))];

/** `evil` marks what came from the pull request, so that it can be found where it must not be. */
const nasty = fc.constantFrom("@evil", "#666evil", "https://evil.example", "www.evil.example", "[evil](x)", "![evil](x)", "<img src=evil>", "</details>", "</code>", "-->", "<!-- evil", "`", "```", "\n```\n", "|", "\\", "\u202eevil", "\u200b", "\0", "::error::evil", "##[error]evil", "%0Aevil", '"""', "'", '"', "\n", "\n\n# evil\n", "(", ")", "[", "]", "{", "}", ",", "=", ":", "*", "lambda: ", "evil()", "*evil,", "None", "1e999", "9".repeat(400), "('' ,) * 9**9", "'a' * 10**9", "[0] * 10**8", "<<<<<<< evil\n", "\ud800", "é", "\t");

interface Edit {
  readonly at: number;
  readonly cut: number;
  readonly put: readonly string[];
  /** Into a string of the file, where names and SQL stand. */
  readonly quoted: boolean;
}
const edit: fc.Arbitrary<Edit> = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.constantFrom(0, 0, 0, 1, 5, 40, 400), put: fc.array(nasty, { minLength: 1, maxLength: 3 }), quoted: fc.boolean() });

function edited(text: string, { at, cut, put, quoted }: Edit): string {
  const strings = [...text.matchAll(/"[^"\n]+"/g)];
  if (quoted && strings.length > 0) {
    const found = strings[Math.min(strings.length - 1, Math.floor(at * strings.length))]!;
    const escaped = JSON.stringify(`${found[0].slice(1, -1)}${put.join("")}`);
    return `${text.slice(0, found.index)}${escaped}${text.slice(found.index + found[0].length)}`;
  }
  const offset = Math.floor(at * text.length);
  return `${text.slice(0, offset)}${put.join("")}${text.slice(offset + cut)}`;
}

const runs = Number(process.env["FC_RUNS"] ?? 60);
const request = { base: sourceOf(base), overrides: { database: "postgresql" as const, databaseVersion: "16", django: "5.2" as const }, config: defaultConfig, runningRelease: { ref: "base", commit: null, source: "test" } };

test("no pull request crashes the review, takes long, or gets its text out of the code spans", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(heads.length - 1), fc.array(edit, { minLength: 1, maxLength: 3 }), fc.option(nasty), async (which, edits, named) => {
      const { [migration]: text, ...head } = heads[which]!;
      // git has no names with a slash, a NUL or half a character in them.
      const path = migration.replace(".py", `${(named ?? "").replace(/[/\0\ud800]/g, "")}.py`);
      const hostile = sourceOf({ ...head, [path]: edits.reduce(edited, text) });
      const started = performance.now();
      const found = await review({ ...request, head: hostile });
      expect(performance.now() - started).toBeLessThan(5_000);
      reviewToText(found);
      JSON.parse(JSON.stringify(reviewToJson(found)));
      const html = micromark(reviewToMarkdown(found), { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
      const outside = html.replace(/<code[^>]*>[\s\S]*?<\/code>/g, "").replace(/<a href="https:\/\/github\.com\/django-expand-contract\/[\w./-]+">why<\/a>/g, "");
      expect(outside).not.toMatch(/evil|<a |<img|<!--|\u202e|\u200b|\0/);
      expect(outside.match(/<details>/g)?.length).toBe(outside.match(/<\/details>/g)?.length);
      await expectTame(found);
    }),
    { numRuns: runs },
  );
}, 60_000 + runs * 500);
