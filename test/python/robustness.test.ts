import fc from "fast-check";
import { expect, test } from "vitest";
import type { Expression, Statement } from "../../src/python/syntax.ts";
import { main, moduleOf, parser, plain, reader, show } from "./read.ts";

const pieces = fc.constantFrom(
  "(", ")", "[", "]", "{", "}", ",", ":", "=", "==", ".", "*", "**", "+", "-", "@", ";", "\\", "\n", "\r\n", "\n    ", "\n  ", "\t", " ", "#", "'", '"', '"""', "'''", "f'{", "}'",
  "a", "b.c", "f(", "1", "0x", "1.5", "None", "True", "'x'", 'r"\\d"', "b'\\x'", "lambda", "lambda x: x", "not", "in", "is", "if", "else", "elif", "for", "while", "try:", "except:", "with", "as",
  "class A:", "class Migration(migrations.Migration):", "def f(a, b=1):", "return", "yield", "await", "import", "from", "from . import *", "import a.b as c", "del", "a = ", "a += ",
  "<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n", "é", "😀", "\uFEFF", "\0", "\uD800", "`", "$", "?", "!",
);
const soup = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(""));
const anything = fc.oneof(soup, fc.string({ maxLength: 200 }), fc.string({ unit: "binary", maxLength: 200 }), soup.map((text) => `x = [\n    f(${text}),\n]\n`));

/** Reads everything there is in a file: every statement, every function's body, every expression's value. */
function readAll(source: string): void {
  const python = reader({ [main]: source, "shop/__init__.py": source });
  const module = moduleOf(python, main);
  const inBounds = ({ start, end }: { start: number; end: number }) => expect(start >= 0 && start <= end && end <= source.length).toBe(true);
  const expression = (one: Expression) => {
    inBounds(one);
    show(python.evaluate(one, module));
  };
  const statements = (body: readonly Statement[]): void => {
    for (const one of body) {
      inBounds(one);
      if (one.kind === "assign" || one.kind === "expression" || one.kind === "augmented") expression(one.value);
      if (one.kind === "return" && one.value !== null) expression(one.value);
      if ("body" in one) statements(one.body);
      if (one.kind === "if") statements([...one.then, ...one.otherwise]);
      if (one.kind === "try") statements(one.handlers.flat());
      if (one.kind === "class") python.members(one, module);
    }
  };
  statements(module.body);
  for (const name of ["a", "A", "f", "b.c", "shop.main.a", "shop.A.x"]) {
    python.resolve(name, module);
    python.find(name);
  }
  for (const error of module.errors) expect(error.line).toBeGreaterThan(0);
}

test("no text makes it throw or hang", () => {
  fc.assert(fc.property(anything, readAll), { numRuns: 800, interruptAfterTimeLimit: 20_000 });
}, 30_000);

const literal: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.integer({ min: -1000, max: 1000 }).map(String),
    fc.constantFrom("None", "True", "False", "1.5"),
    fc.string({ maxLength: 8 }).map((text) => JSON.stringify(text)),
    fc.array(tie("value"), { maxLength: 4 }).map((items) => `[${items.join(", ")}]`),
    fc.array(tie("value"), { maxLength: 4 }).map((items) => `(${items.map((item) => `${item},`).join(" ")})`),
    fc.array(fc.tuple(fc.string({ maxLength: 4 }), tie("value")), { maxLength: 3 }).map((entries) => {
      return `{${[...new Map(entries)].map(([key, item]) => `${JSON.stringify(key)}: ${item}`).join(", ")}}`;
    }),
  ),
})).value;

test("a literal means what it says", () => {
  fc.assert(
    fc.property(literal, (source) => {
      const python = reader({ [main]: `x = ${source}` });
      const module = moduleOf(python, main);
      const [assign] = module.body;
      if (assign?.kind !== "assign") throw new Error("no assignment");
      expect(show(python.evaluate(assign.value, module)).replaceAll("()", "()")).toBe(source);
    }),
    { numRuns: 300 },
  );
});

const name = fc.constantFrom("a", "a.b", "models.CharField", "None", "True", "12", "'x'", '"y"', "b'z'", "'p' 'q'", "-1", "(1)", "[1, 2]", "{'k': v}", "f(x)", "1.5", "é", "not a", "a == b", "*r", "lambda: 1");
const layout = fc.constantFrom("", " ", "\n  ", "  # note, with (brackets]\n  ", "\t", "\\\n");

/** The shortcuts that read items from the text must agree with the tree. An error elsewhere in the file turns them off. */
test("how items are laid out does not change what is read", () => {
  const item = fc.tuple(layout, fc.option(fc.constantFrom("k", "max_length", "ü"), { nil: null }), layout, name, layout);
  fc.assert(
    fc.property(fc.array(item, { maxLength: 6 }), fc.boolean(), layout, (items, trailing, end) => {
      const parts = items.map(([before, key, middle, value, after]) => `${before}${key === null || value.startsWith("*") ? "" : `${key}${middle}=${middle}`}${value}${after}`);
      const source = `f(${parts.join(",")}${trailing && parts.length > 0 ? "," : ""}${end})\n`;
      const clean = parser.parse(source);
      const mixed = parser.parse(`${source}\n\ng(x==)\n`);
      expect(clean.problems).toEqual([]);
      expect(mixed.problems).toHaveLength(1);
      expect(plain(clean.body[0])).toEqual(plain(mixed.body[0]));
    }),
    { numRuns: 500 },
  );
});
