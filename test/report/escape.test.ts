import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { clip, code, fence, prose, visible, visibleLines } from "../../src/report/escape.ts";

/** GitHub's dialect, with HTML let through so that an escape would show. */
const render = (markdown: string) => micromark(markdown, { allowDangerousHtml: true, allowDangerousProtocol: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
const html = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const shown = (text: string) => html(clip(visible(text), 300));
/** What a browser shows: entities that the HTML form of a code span keeps are decoded as micromark writes characters. */
const decoded = (out: string) => out.replaceAll("<span>&#64;</span>", "@").replace(/<span>@<\/span>/g, "@").replace(/&#(\d+);/g, (_, point: string) => html(String.fromCodePoint(Number(point))));

const nasty = fc.array(
  fc.oneof(
    fc.constantFrom("`", "``", "```", "~~~", "|", "\\", "\\|", "\n", "\r\n", "\n\n", " ", "<", ">", "&", "&amp;", "@dev", "#1", "[", "](", ")", "![", "*", "**", "_", "$", "$$", "-->", "<!--", "</code>", "</summary>", "</details>", "<img src=x onerror=y>", "https://a.example", "www.a.example", "a@b.example", "user/repo#1", "da39a3ee5e6b4b0d3255bfef95601890afd80709", "GH-1", ":tada:", "\u202e", "\u200b", "\x1b[2J", "\x00", "\ud800", "1. ", "- ", "+ ", "# ", "> ", "===", "---", "[x]: y", "[^1]", "word", "Wörter", "漢字", "👩‍💻"),
    fc.string({ unit: "binary", maxLength: 5 }),
  ),
  { maxLength: 12 },
).map((parts) => parts.join(""));

const runs = { numRuns: Number(process.env["FC_RUNS"] ?? 400) };

describe("code()", () => {
  it("shows any text as it is, in one code span of running text", () => {
    fc.assert(fc.property(nasty, (text) => {
      expect(render(`a ${code(text)} b`)).toBe(`<p>a <code>${text === "" ? "  " : shown(text)}</code> b</p>`);
    }), runs);
  });

  it("shows any text as it is, in one cell of a table", () => {
    fc.assert(fc.property(nasty, (text) => {
      const out = render(`| a | b |\n|---|---|\n| ${code(text, "cell")} | end |\n`);
      const cell = text === "" ? "  " : shown(text);
      expect(decoded(out)).toContain(`<tr>\n<td><code>${cell}</code></td>\n<td>end</td>\n</tr>`);
      expect(out.match(/<td>/g)).toHaveLength(2);
    }), runs);
  });

  it("shows any text as it is inside <summary>", () => {
    fc.assert(fc.property(nasty, (text) => {
      const out = render(`<details><summary>x ${code(text, "html")}</summary>\n\nin\n\n</details>\n`);
      expect(decoded(out)).toBe(`<details><summary>x <code>${shown(text)}</code></summary>\n<p>in</p>\n</details>\n`);
    }), runs);
  });

  it.each([
    ["plain", "`plain`"],
    ["a`b", "``a`b``"],
    ["`", "`` ` ``"],
    ["a``b`c", "```a``b`c```"],
    ["two\nlines", "`two\\nlines`"],
    ["evil\u202eexe", "`evil\\u202eexe`"],
    ["\u{e0041}", "`\\U000e0041`"],
  ])("%j is %s", (text, expected) => {
    expect(code(text)).toBe(expected);
  });
});

describe("fence()", () => {
  it("shows any text as it is, and ends where it ends", () => {
    fc.assert(fc.property(nasty, (text) => {
      const content = visibleLines(text).replace(/\n+$/, "");
      const out = render(`before\n\n${fence(text, "sql")}\nafter\n`);
      const body = content === "" ? "\n" : `${html(content)}\n`;
      expect(out).toBe(`<p>before</p>\n<pre><code class="language-sql">${body}</code></pre>\n<p>after</p>\n`);
    }), runs);
  });
});

describe("prose()", () => {
  const innocent = (out: string, allowed: RegExp) => {
    const outside = decoded(out).replace(/<code>[^<]*<\/code>/g, "");
    expect(outside.replace(allowed, "")).not.toMatch(/[<>@#[\]*_`~$\\|]|:\/\/|www\.|\b[0-9a-f]{7,40}\b/);
  };

  it("is nothing but text and code spans, whatever comes in", () => {
    fc.assert(fc.property(nasty, (text) => {
      innocent(render(prose(text)), /<\/?p>/g);
      innocent(render(`- ${prose(text)}`), /<\/?(ul|li|p)>/g);
      innocent(render(`**x** ${prose(text)} end`), /<\/?(p|strong)>/g);
    }), runs);
  });

  it("stays in its cell and in its summary", () => {
    fc.assert(fc.property(nasty, (text) => {
      const table = render(`| a | b |\n|---|---|\n| ${prose(text, "cell")} | end |\n`);
      expect(table.match(/<td>/g)).toHaveLength(2);
      expect(table).toContain("<td>end</td>");
      innocent(table, /<\/?(table|thead|tbody|tr|th|td)>/g);
      const out = render(`<details><summary>x ${prose(text, "html")}</summary>\n\nin\n\n</details>\n`);
      expect(out.startsWith("<details><summary>x ")).toBe(true);
      expect(out.endsWith("</summary>\n<p>in</p>\n</details>\n")).toBe(true);
      innocent(out, /<\/?(details|summary|p)>/g);
    }), runs);
  });

  it.each([
    ["Add the column with `db_default=0`", "Add the column with `db_default=0`"],
    ["drop display_name (optional).", "drop `display_name` (optional)."],
    ["see @team, or #12!", "see `@team`, or `#12`!"],
    ["the default is uuid.uuid4()", "the default is uuid.uuid4()"],
    ["reads shop_order(id), then", "reads `shop_order(id),` then"],
    ["at https://evil.example", "at `https://evil.example`"],
    ["an unclosed ` tick", "an unclosed `` ` `` tick"],
    ["1. not a list", "1\\. not a list"],
    ["- not a list", "\\- not a list"],
    ["`a``b`", "`a``b`"],
    ["`a` ``b`c``", "`a` ``b`c``"],
    ["commit 3f2a91c0 ran", "commit `3f2a91c0` ran"],
  ])("%j is %s", (text, expected) => {
    expect(prose(text)).toBe(expected);
  });
});
