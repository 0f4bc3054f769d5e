import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  codeSpan,
  fitting
} from "./chunk-LLNCCPBL.js";

// src/report/escape.ts
var longestCode = 300;
var longestProse = 1500;
var unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/gu;
function visible(text) {
  return text.replace(unseen, written);
}
function visibleLines(text) {
  return text.replace(/\r\n?/g, "\n").replace(unseen, (character) => character === "\n" || character === "	" ? character : written(character));
}
var short = { "\n": "\\n", "\r": "\\r", "	": "\\t" };
function written(character) {
  const point = character.codePointAt(0);
  return short[character] ?? (point <= 255 ? `\\x${hex(point, 2)}` : point <= 65535 ? `\\u${hex(point, 4)}` : `\\U${hex(point, 8)}`);
}
function hex(point, digits) {
  return point.toString(16).padStart(digits, "0");
}
function clip(text, limit) {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, "")}\u2026`;
}
function code(text, where = "text") {
  const content = clip(visible(text), longestCode);
  if (where === "html" || where === "cell" && /\\(\||$)/.test(content)) return `<code>${entities(content)}</code>`;
  const span = codeSpan(content);
  return where === "cell" ? span.replaceAll("|", "\\|") : span;
}
function fence(text, language) {
  const content = visibleLines(text).replace(/\n+$/, "");
  const ticks = fitting(content, 3);
  return `${ticks}${language}
${content}
${ticks}
`;
}
function prose(text, where = "text") {
  const parts = spans(clip(text.replace(/\s+/g, " ").trim(), longestProse));
  let out = "";
  for (const part of parts) {
    const next = part.code ? code(part.text, where) : part.text.replace(/[^ ]+/g, (word) => plainWord(word, where));
    out += out.endsWith("`") && next.startsWith("`") ? ` ${next}` : next;
  }
  return where === "html" ? out : out.replace(/^([-+=])/, "\\$1").replace(/^(\d+)([.)])(?= |$)/, "$1\\$2");
}
function spans(text) {
  const parts = [];
  const pattern = /(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/g;
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push({ code: false, text: text.slice(end, match.index) }, { code: true, text: match[2].replace(/^ (.*) $/, "$1") });
    end = match.index + match[0].length;
  }
  return [...parts, { code: false, text: text.slice(end) }].filter((part) => part.text !== "");
}
var harmless = /^[\p{L}\p{M}\p{N}.,;:!?()'"’‘“”%…–—\-→+=/×·≤≥]+$/u;
var meaning = /:\/\/|www\.|^mailto:|^xmpp:|\b[0-9a-f]{7,}\b|\bGH-\d|:[\w+-]+:/i;
function plainWord(word, where) {
  if (harmless.test(word) && !meaning.test(word)) return word;
  const [, before = "", core = "", after = ""] = /^([("'“]*)(.*?)([)"'”.,;:!?…]*)$/su.exec(word) ?? [];
  if (core === "" || after.includes(")") && core.includes("(")) return code(word, where);
  return harmless.test(core) && !meaning.test(core) ? code(word, where) : `${before}${code(core, where)}${after}`;
}
function entities(text) {
  return text.replace(/[^\p{L}\p{M}\p{N} ]/gu, (character) => character === "@" ? "<span>&#64;</span>" : `&#${character.codePointAt(0)};`);
}

export {
  visible,
  visibleLines,
  clip,
  code,
  fence,
  prose
};
