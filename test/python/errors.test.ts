import { describe, expect, test } from "vitest";
import { createParser } from "../../src/python/parse.ts";
import { readWasm } from "../../src/python/wasm.ts";
import { main, moduleOf, parser, plain, reader } from "./read.ts";

function errors(source: string): readonly string[] {
  return moduleOf(reader({ [main]: source }), main).errors.map((error) => `${error.line}: ${error.message}`);
}

test.each<[string, string, readonly string[]]>([
  ["nothing wrong", "a = 1\n", []],
  ["an argument that is no expression", "a = 1\nb = f(x==)\n", ["2: syntax error at `==`"]],
  ["Python 2 is read, too", "print 'x'\nexec 'y'\na = 0777L + `b`\n", []],
  [
    "merge conflict markers",
    "a = 1\n<<<<<<< HEAD\nb = 2\n=======\nb = 3\n>>>>>>> feature/x\n",
    ["2: a merge conflict marker was committed: `<<<<<<< HEAD`", "4: a merge conflict marker was committed: `=======`", "6: a merge conflict marker was committed: `>>>>>>> feature/x`"],
  ],
  ["a heading is no marker", '"""\nTitle\n=======\n"""\nf(x==)\n', ["5: syntax error at `==`"]],
])("%s", (_, source, expected) => {
  expect(errors(source)).toEqual(expected);
});

test("a class that is cut off says so at its place", () => {
  const found = errors("from django.db import migrations\n\nclass Migration(migrations.Migration):\n    operations = [\n        migrations.AddField(\n            model_name='a',\n");
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]).toMatch(/^[1-6]: syntax error/);
});

test("an error inside a list leaves its neighbours and shows itself", () => {
  const { body, problems } = parser.parse("x = [f(1), f(y==), f(3)]\n");
  expect(problems).toHaveLength(1);
  expect(JSON.stringify(plain(body))).toContain("a syntax error");
});

test("errors inside a function's body are the file's errors", () => {
  expect(errors("def f():\n    return g(x==)\n")).toEqual(["2: syntax error at `==`"]);
});

test("at most fifty are told", () => {
  expect(errors(`x = [\n${"f(y==),\n".repeat(500)}]\n`)).toHaveLength(50);
});

describe("limits", () => {
  test("brackets nested 10,000 deep", () => {
    expect(errors(`a = ${"[".repeat(10_000)}${"]".repeat(10_000)}`)).toEqual(["1: nested too deeply to be read: more than 200 levels"]);
  });

  test("a sum of 10,000 terms", () => {
    expect(errors(`a = 1${" + b".repeat(10_000)}`)).toEqual(["1: nested too deeply to be read: more than 200 levels"]);
  });

  test.each([
    ["calls of calls", (n: number) => `a${"()".repeat(n)}`],
    ["attributes of calls", (n: number) => `a${"().b".repeat(n)}`],
    ["subscripts", (n: number) => `a${"[0]".repeat(n)}`],
    ["not", (n: number) => `${"not ".repeat(n)}a`],
    ["minus", (n: number) => `${"-".repeat(n)}a`],
    ["powers, which lean to the right", (n: number) => `a${" ** b".repeat(n)}`],
    ["conditionals", (n: number) => `${"a if b else ".repeat(n)}c`],
    ["lambdas", (n: number) => `${"lambda: ".repeat(n)}a`],
    ["dicts", (n: number) => `${"{a: ".repeat(n)}1${"}".repeat(n)}`],
    ["keyword arguments", (n: number) => `${"f(x=".repeat(n)}1${")".repeat(n)}`],
    ["parentheses", (n: number) => `${"(".repeat(n)}1${")".repeat(n)}`],
    ["brackets that never close", (n: number) => "[(".repeat(n)],
    ["chained assignments", (n: number) => `${"a = ".repeat(n)}1`],
    ["elif", (n: number) => `if a:\n  b\n${"elif a:\n  b\n".repeat(n)}`],
    ["blocks", (n: number) => Array.from({ length: Math.min(n, 300) }, (_, i) => `${" ".repeat(i)}if a:\n`).join("")],
    ["functions in functions", (n: number) => Array.from({ length: Math.min(n, 300) }, (_, i) => `${" ".repeat(i)}def f():\n`).join("")],
    ["adjacent strings", (n: number) => "'a' ".repeat(n)],
    ["f-strings in f-strings", (n: number) => `${"f'{".repeat(n)}1${"}'".repeat(n)}`],
  ])("%s, 5,000 deep, end", (_, make) => {
    const python = reader({ [main]: make(5000) });
    const module = moduleOf(python, main);
    for (const statement of module.body) {
      if (statement.kind === "expression" || statement.kind === "assign") expect(python.evaluate(statement.value, module)).toBeDefined();
      if (statement.kind === "function") expect(statement.body).toBeDefined();
    }
  });

  test("a file that is too large, and one that takes too long", async () => {
    const small = await createParser(await readWasm(), { size: 60_000, work: 10, reads: 1_000, milliseconds: 1_000 });
    expect(small.parse("a".repeat(60_001)).problems[0]!.message).toBe("the file is too large to be read: 60001 characters, at most 60000");
    expect(small.parse("a = 1\n".repeat(9_000)).problems[0]!.message).toBe("the file takes too long to be read");
    expect(small.parse("a = 1\n").body).toHaveLength(1);
  });

  // tree-sitter's lexer looks ahead over all of these again for every token.
  test.each([
    ["escaped line breaks", "\\\n"],
    ["unclosed names of characters", "\\N{"],
    ["names at the ends of escaped lines", "a\\\n"],
  ])("50,000 %s are refused soon", async (_, piece) => {
    const quick = await createParser(await readWasm(), { size: 2_000_000, work: 120_000, reads: 1_000, milliseconds: 1_000 });
    const started = performance.now();
    for (const source of [piece.repeat(50_000), `x = "${piece.repeat(50_000)}`]) expect(quick.parse(source).problems.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(15_000);
  }, 30_000);
});
