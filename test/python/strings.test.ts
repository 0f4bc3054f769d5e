import { expect, test } from "vitest";
import { expression, plain } from "./read.ts";

const text = (value: string) => ({ kind: "string", value });
const bytes = (value: string) => ({ kind: "bytes", value });

test.each<[string, object]>([
  [`"a"`, text("a")],
  [`''`, text("")],
  [`"it's"`, text("it's")],
  [`'''a"b'''`, text('a"b')],
  [`""""""`, text("")],
  [`"""a\nb"""`, text("a\nb")],
  [`"""a\r\nb\rc"""`, text("a\nb\nc")],
  [String.raw`"\n\t\\\'\"\a\b\f\v\r"`, text("\n\t\\'\"\x07\b\f\v\r")],
  [String.raw`"\x41\u00e9\U0001F600"`, text("Aé😀")],
  [String.raw`"\101\0\7\08"`, text("A\0\x07\x008")],
  [String.raw`"\d\ "`, text("\\d\\ ")],
  [`"a\\\nb"`, text("ab")],
  [`"a\\\r\nb"`, text("ab")],
  [String.raw`r"\n\d"`, text("\\n\\d")],
  [`u'x'`, text("x")],
  [`U"x"`, text("x")],
  [String.raw`R'''\x'''`, text("\\x")],
  [String.raw`b"\x00a\n\u0041"`, bytes("\0a\n\\u0041")],
  [String.raw`rb"\x00"`, bytes("\\x00")],
  [String.raw`Br'\x00'`, bytes("\\x00")],
  [`"a" 'b' """c"""`, text("abc")],
  [`("a"  # why\n "b")`, text("ab")],
  [`"a" \\\n "b"`, text("ab")],
  [`b"a" b"b"`, bytes("ab")],
  [`f"plain"`, text("plain")],
  [`f"{{x}}" "{y}"`, text("{x}{y}")],
  [`"é😀ü"`, text("é😀ü")],
])("%s", (source, expected) => {
  expect(plain(expression(source))).toEqual(expected);
});

test.each<[string, string]>([
  [String.raw`"\N{BULLET}"`, "a string with an escape that cannot be read"],
  [String.raw`"\xg1"`, "a string with an escape that cannot be read"],
  [String.raw`"\U00110000"`, "a string with an escape that cannot be read"],
  ["`x`", "an expression in backquotes"],
  [`t"{x}"`, "a template string"],
  [`f"{x}"`, "an f-string with a placeholder"],
  [`"a" f"{x!r}" "b"`, "an f-string with a placeholder"],
])("%s is not guessed", (source, what) => {
  expect(expression(source)).toMatchObject({ kind: "other", what });
});

test("an f-string keeps its text and its placeholders", () => {
  expect(plain(expression(`"a" f"{{b}}{x}c{y:>3}" rf"\\d"`))).toEqual({
    kind: "other",
    what: "an f-string with a placeholder",
    parts: ["a", "{b}", { kind: "name", path: "x" }, "c", { kind: "other", what: "a formatted placeholder" }, "\\d"],
  });
});
