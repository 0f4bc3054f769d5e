import { describe, expect, test } from "vitest";
import { scanMigration } from "../../../src/django/graph/scan.ts";
import { logicalLines } from "../../../src/django/graph/tokens.ts";

const scan = (text: string) => scanMigration({ app: "a", name: "0002" }, "a/migrations/0002.py", text);
const inClass = (body: string) => `from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n${body}\n`;

describe("a migration's edges without parsing", () => {
  test("lists, tuples, comments, swappable settings, annotations", () => {
    const text = inClass(`    """dependencies = [("no", "no")]"""
    initial = True
    dependencies: ClassVar[list[tuple[str, str]]] = [
        # ("commented", "out"),
        ('b', u"0001_initial"), ["c", "__first__"],
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    run_before = [("d", "0001")]
    replaces = (("a", "0001"),)
    operations = [migrations.RunSQL("dependencies = []")]`);
    expect(scan(text)).toEqual({
      app: "a",
      name: "0002",
      path: "a/migrations/0002.py",
      line: 4,
      dependencies: [
        { kind: "migration", app: "b", name: "0001_initial" },
        { kind: "migration", app: "c", name: "__first__" },
        { kind: "swappable", setting: "AUTH_USER_MODEL" },
      ],
      runBefore: [{ app: "d", name: "0001" }],
      replaces: [{ app: "a", name: "0001" }],
    });
  });

  test("nothing written is nothing needed; Windows line ends and tabs are fine", () => {
    expect(scan(inClass("    operations = []"))).toMatchObject({ dependencies: [], runBefore: [], replaces: [] });
    expect(scan('class Migration(Migration):\r\n\tdependencies = [\r\n\t\t("b", "1"),\r\n\t]\r\n')).toMatchObject({ line: 1, dependencies: [{ app: "b", name: "1" }] });
  });

  test.each<[string, string]>([
    ["an empty file", ""],
    ["no class", "x = 1"],
    ["two classes", inClass("    pass") + inClass("    pass")],
    ["a class in a condition", "if x:\n    class Migration(migrations.Migration):\n        dependencies = []\n"],
    ["another base", "class Migration(Base):\n    dependencies = []\n"],
    ["one line", "class Migration(migrations.Migration): dependencies = []\n"],
    ["a name in the list", inClass("    dependencies = [(APP, '0001')]")],
    ["a call", inClass("    dependencies = deps()")],
    ["a sum", inClass("    dependencies = [('a', '1')] + more")],
    ["a tuple that is a pair, not a list of one", inClass("    dependencies = (('a', '1'))")],
    ["three in a pair", inClass("    dependencies = [('a', '1', '2')]")],
    ["+=", inClass("    dependencies = []\n    dependencies += [('a', '1')]")],
    ["append", inClass("    dependencies = []\n    dependencies.append(('a', '1'))")],
    ["a condition in the class", inClass("    if x:\n        dependencies = [('a', '1')]")],
    ["a change after the class", inClass("    dependencies = []") + "Migration.dependencies = []\n"],
    ["an f-string", inClass("    dependencies = [(f'a', '1')]")],
    ["an escape", inClass("    dependencies = [('a', '\\x31')]")],
    ["a swappable that is no setting", inClass("    dependencies = [migrations.swappable_dependency('a.B')]")],
    ["a list that does not end", inClass("    dependencies = [('a', '1')")],
  ])("%s needs parsing", (_, text) => {
    expect(scan(text)).toEqual({ needsParsing: expect.any(String) });
  });
});

describe("hostile text costs no more than its length", () => {
  const big = 300_000;
  test.each<[string, string]>([
    ["a long string", `x = """${"a".repeat(2_000_000)}"""`],
    ["a string that does not end", `x = """${'\\"""'.repeat(big)}`],
    ["a line of a string that does not end", `x = "${'\\"'.repeat(big)}`],
    ["quotes", '"""'.repeat(big + 1)],
    ["other quotes", `'"`.repeat(big)],
    ["brackets", "([{".repeat(big)],
    ["blanks", " \n".repeat(big)],
    ["one line", "a ".repeat(big)],
  ])("%s", (_, text) => {
    const start = performance.now();
    scan(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test("strings end where Python ends them", () => {
    const strings = [`"""x"y"""`, `""`, `''`, `'\\''`, `r"\\\\"`, `"it's"`, `'''"'''`, `b'x'`, `rb"""\n"""`];
    const found = logicalLines(`a = ${strings.join(" , ")}\n`)[0]!.tokens.filter((token) => token.kind === "string");
    expect(found.map((token) => token.text)).toEqual(strings);
  });
});
