import { codeSpan, fitting } from "../code-span.ts";

/**
 * The one place where text that others wrote becomes Markdown or a line of a terminal. Whatever comes in stays text: never a mention,
 * a reference, a link, HTML, emphasis, math or the end of its code span, fence or table cell.
 */

/** Where the text will stand: running text, a table's cell, or inside an HTML tag that Markdown does not look into (`<summary>`). */
export type Where = "text" | "cell" | "html";

const longestCode = 300;
const longestProse = 1500;

/** Characters that are not seen or change how their neighbours are seen: controls, bidi, zero width, private, lone surrogates, noncharacters, fillers. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/gu;

/** Text on one line with every unseen character written out as Python writes it: `\n`, `\u202e`. */
export function visible(text: string): string {
  return text.replace(unseen, written);
}

/** As `visible`, but line ends and tabs stay; `\r\n` becomes `\n`. */
export function visibleLines(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(unseen, (character) => (character === "\n" || character === "\t" ? character : written(character)));
}

const short: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function written(character: string): string {
  const point = character.codePointAt(0)!;
  return short[character] ?? (point <= 0xff ? `\\x${hex(point, 2)}` : point <= 0xffff ? `\\u${hex(point, 4)}` : `\\U${hex(point, 8)}`);
}

function hex(point: number, digits: number): string {
  return point.toString(16).padStart(digits, "0");
}

/** The text's first `limit` characters, with `…` where something is missing. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** A code span that holds exactly the (visible) text. */
export function code(text: string, where: Where = "text"): string {
  const content = clip(visible(text), longestCode);
  // A backslash before a pipe in a cell is read in two ways by the Markdown parsers there are; as entities it is read in one.
  if (where === "html" || (where === "cell" && /\\(\||$)/.test(content))) return `<code>${entities(content)}</code>`;
  const span = codeSpan(content);
  return where === "cell" ? span.replaceAll("|", "\\|") : span;
}

/** A fenced block that holds exactly the (visible) text. Ends in a line end; give it a blank line before. */
export function fence(text: string, language: "python" | "diff" | "sql" | "suggestion" | ""): string {
  const content = visibleLines(text).replace(/\n+$/, "");
  const ticks = fitting(content, 3);
  return `${ticks}${language}\n${content}\n${ticks}\n`;
}

/**
 * A sentence of ours that may name things of others in code spans: the spans are made anew, and any word outside of them that could be more
 * than a word (`@name`, `#1`, `<b>`, `a_b`, an address) becomes a code span, too.
 */
export function prose(text: string, where: Where = "text"): string {
  const parts = spans(clip(text.replace(/\s+/g, " ").trim(), longestProse));
  let out = "";
  for (const part of parts) {
    const next = part.code ? code(part.text, where) : part.text.replace(/[^ ]+/g, (word) => plainWord(word, where));
    out += out.endsWith("`") && next.startsWith("`") ? ` ${next}` : next;
  }
  return where === "html" ? out : out.replace(/^([-+=])/, "\\$1").replace(/^(\d+)([.)])(?= |$)/, "$1\\$2");
}

/** Splits at code spans as CommonMark finds them: a run of backticks up to the next run of the same length. */
function spans(text: string): { code: boolean; text: string }[] {
  const parts: { code: boolean; text: string }[] = [];
  const pattern = /(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/g;
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push({ code: false, text: text.slice(end, match.index) }, { code: true, text: match[2]!.replace(/^ (.*) $/, "$1") });
    end = match.index + match[0].length;
  }
  return [...parts, { code: false, text: text.slice(end) }].filter((part) => part.text !== "");
}

const harmless = /^[\p{L}\p{M}\p{N}.,;:!?()'"’‘“”%…–—\-→+=/×·≤≥]+$/u;
/** Harmless characters that make an address, a commit, an issue or an emoji together. */
const meaning = /:\/\/|www\.|^mailto:|^xmpp:|\b[0-9a-f]{7,}\b|\bGH-\d|:[\w+-]+:/i;

function plainWord(word: string, where: Where): string {
  if (harmless.test(word) && !meaning.test(word)) return word;
  const [, before = "", core = "", after = ""] = /^([("'“]*)(.*?)([)"'”.,;:!?…]*)$/su.exec(word) ?? [];
  if (core === "" || (after.includes(")") && core.includes("("))) return code(word, where);
  return harmless.test(core) && !meaning.test(core) ? code(word, where) : `${before}${code(core, where)}${after}`;
}

/**
 * Everything but letters, digits and spaces as numeric entities, which no parser takes for markup or an address. `@` has an element of its own:
 * GitHub's parser looks for mail addresses in the text that entities have become.
 */
function entities(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N} ]/gu, (character) => (character === "@" ? "<span>&#64;</span>" : `&#${character.codePointAt(0)};`));
}
