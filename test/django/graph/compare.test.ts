import { describe, expect, test } from "vitest";
import { changeFindings } from "../../../src/django/graph/change-findings.ts";
import { compareReleases } from "../../../src/django/graph/compare.ts";
import { buildGraph } from "../../../src/django/graph/graph.ts";
import { keyOf } from "../../../src/django/graph/key.ts";
import type { Field, Migration, Operation } from "../../../src/django/operation.ts";
import type { Value } from "../../../src/python/value.ts";
import { deleteModel, migration, swappable } from "./migrations.ts";

type Texts = Record<string, string>;
const release = (migrations: readonly Migration[], texts: Texts = {}) => ({ graph: buildGraph(migrations, [], swappable), text: (path: string) => texts[path] ?? null });
const compare = (base: readonly Migration[], head: readonly Migration[], texts: readonly [Texts, Texts] = [{}, {}]) => compareReleases(release(base, texts[0]), release(head, texts[1]));
const rules = (...args: Parameters<typeof compare>) => changeFindings(compare(...args)).map((finding) => `${finding.level} ${finding.rule}`);

const place = (line: number) => ({ path: "a.py", line });
function addField(kwargs: readonly (readonly [string, Value])[], line = 8): Operation {
  const field: Field = { name: "note", path: "django.db.models.CharField", args: [], kwargs: new Map(kwargs), place: place(line), unknown: null };
  return { kind: "AddField", type: "AddField", model: "order", field, preserveDefault: true, place: place(line), lastLine: line + 1 };
}
const call = (text: string, line: number): Value => ({ kind: "call", path: "django.db.models.Q", args: [], kwargs: new Map<string, Value>([["a", 1], ["b", 2n]]), unknownArgs: null, place: place(line), text });
const base = [migration("a.0001", [], { operations: [addField([["max_length", 3], ["default", call("Q(a=1, b=2)", 8)]])] })];

describe("an edited migration", () => {
  test("added migrations are no edit", () => {
    const change = compare(base, [...base, migration("a.0002", ["a.0001"])]);
    expect(change.added.map(keyOf)).toEqual(["a.0002"]);
    expect(changeFindings(change)).toEqual([]);
  });

  test("another line, formatting and order of keywords are no edit", () => {
    expect(rules(base, [migration("a.0001", [], { operations: [addField([["default", call("Q(\n  a=1, b=2,\n)", 30)], ["max_length", 3]], 20)] })])).toEqual([]);
  });

  test("words for people and rules for forms are no edit: no database holds them", () => {
    const said = (verbose: string, choices: Value): Migration[] => [migration("a.0001", [], { operations: [addField([["max_length", 3], ["verbose_name", verbose], ["choices", choices]])] })];
    expect(rules(said("note", null), said("remark", { kind: "list", items: ["a"] }))).toEqual([]);
  });

  test.each<[string, Migration]>([
    ["another argument", migration("a.0001", [], { operations: [addField([["max_length", 4], ["default", call("Q(a=1, b=2)", 8)]])] })],
    ["another operation", migration("a.0001", [], { operations: [deleteModel("Order")] })],
    ["atomic = False", migration("a.0001", [], { operations: base[0]!.operations, atomic: false })],
  ])("%s is", (_, head) => {
    expect(rules(base, [head])).toEqual(["warning edited-migration"]);
  });

  test("other dependencies are", () => {
    const [finding] = changeFindings(compare(base, [migration("a.0001", ["ext.0001"], { operations: base[0]!.operations })]));
    expect(finding).toMatchObject({ rule: "edited-migration", level: "note", place: { path: "a/migrations/0001.py", line: 4 } });
    expect(finding!.advice).toContain("python manage.py makemigrations a");
  });

  test("the code that RunPython calls counts; comments, quotes, docstrings and imports do not", () => {
    const path = "a/migrations/0001.py";
    const before = `import x\ndef forwards(apps, editor):\n    Order = apps.get_model('a', 'Order')\n    Order.save(a=1)\n\nclass Migration(migrations.Migration):\n    operations = [1]\n`;
    const formatted = `import x, y\n\n# new\ndef forwards(\n    apps, editor,\n):\n    """Doc."""\n    Order = apps.get_model("a", "Order")  # why\n    Order.save(a=1)\n\n\nclass Migration(migrations.Migration):\n    operations = [ 1 ]\n`;
    expect(rules(base, base, [{ [path]: before }, { [path]: formatted }])).toEqual([]);
    expect(rules(base, base, [{ [path]: before }, { [path]: before.replace("a=1", "a=2") }])).toEqual(["note edited-migration"]);
    expect(rules(base, base, [{ [path]: before }, { [path]: before.replace("    Order.save", "Order.save") }])).toEqual(["note edited-migration"]);
  });
});

describe("a deleted migration", () => {
  const three = [migration("a.0001"), migration("a.0002", ["a.0001"], { operations: [deleteModel("X")] }), migration("a.0003", ["a.0002"])];

  test("is an error with the command to restore it", () => {
    const [finding] = changeFindings(compare(three, three.slice(0, 2)));
    expect(finding).toMatchObject({ rule: "deleted-migration", level: "error", place: null });
    expect(finding!.advice).toContain("git checkout BASE -- a/migrations/0003.py");
  });

  test("several of one app are one finding", () => {
    const found = changeFindings(compare(three, three.slice(0, 1)));
    expect(found.map(({ message }) => message)).toEqual(["`a.0002`, `a.0003` are released and no longer there. Databases that have run them and new ones no longer have the same history."]);
    expect(found[0]!.advice).toContain("git checkout BASE -- a/migrations/0002.py a/migrations/0003.py");
  });

  test("renamed: the new name is told", () => {
    const [finding] = changeFindings(compare(three.slice(0, 2), [three[0]!, migration("a.0002_better", ["a.0001"], { operations: [deleteModel("X", 99)] })]));
    expect(finding!.advice).toContain("Rename `a/migrations/0002_better.py` back to `0002.py`");
  });

  test("renamed with the functions it calls", () => {
    const text = "def fill(apps, editor):\n    pass\n\n\nclass Migration(migrations.Migration):\n    operations = []\n";
    const fill = (name: string): Operation => ({ kind: "RunPython", type: "RunPython", code: { kind: "ref", path: `a.migrations.${name}.fill`, place: place(3), text: "fill" }, reverseCode: null, atomic: null, place: place(3), lastLine: 3 });
    const [before, after] = ["0002", "0005_later"].map((name) => migration(`a.${name}`, ["a.0001"], { operations: [fill(name)] })) as [Migration, Migration];
    const texts = (name: string, functions: string): Texts => ({ [`a/migrations/${name}.py`]: functions });
    const [finding] = changeFindings(compare([three[0]!, before], [three[0]!, after], [texts("0002", text), texts("0005_later", text)]));
    expect(finding!.message).toContain("`0005_later` does the same: a database that has run the old one runs it again.");
    const [other] = changeFindings(compare([three[0]!, before], [three[0]!, after], [texts("0002", text), texts("0005_later", text.replace("pass", "fail()"))]));
    expect(other!.message).toContain("no longer have the same history");
  });

  test("one of several last migrations has run nowhere: giving it another number is what mends the conflict", () => {
    const conflicting = [migration("a.0001"), migration("a.0002_one", ["a.0001"], { operations: [deleteModel("X")] }), migration("a.0002_two", ["a.0001"], { operations: [deleteModel("Y")] })];
    const mended = [...conflicting.slice(0, 2), migration("a.0003_two", ["a.0002_one"], { operations: [deleteModel("Y")] })];
    const [finding] = changeFindings(compare(conflicting, mended));
    expect(finding).toMatchObject({ level: "note", message: "`a.0002_two` is no longer there: it is `0003_two` now. It was one of several last migrations of its app, with which `migrate` refuses to run." });
    expect(rules(mended, mended.slice(0, 2))).toEqual(["error deleted-migration"]);
  });

  test("a whole app is told once", () => {
    const found = changeFindings(compare([...three, migration("b.0001")], [migration("b.0001")]));
    expect(found.map((finding) => `${finding.level} ${finding.message}`)).toEqual(["warning App `a` and its 3 migrations are no longer there. Its tables stay in every database that has run them."]);
  });

  test("an app with another label is another app to Django", () => {
    const found = changeFindings(compare(three, three.map(({ name, operations }) => migration(`store.${name}`, [], { operations }))));
    expect(found.map(({ level, message, advice }) => `${level} ${message} ${advice}`)).toEqual(['error App `a` is `store` now: to Django that is another app. Its tables are made anew and empty, and the rows stay in those of `a`. Keep the label: `label = "a"` in its AppConfig, and `a` in dependencies and in `to=`. The folder may have any name.']);
  });

  const squash = migration("a.0001_squashed", [], { replaces: ["a.0001", "a.0002", "a.0003"] });
  test.each<[string, readonly Migration[], readonly Migration[]]>([
    ["added beside what it replaces", three, [...three, squash]],
    ["in place of what it replaces", three, [squash]],
    ["what an earlier squash replaced is cleared away", [...three, squash], [squash]],
    ["and its replaces with it", [...three, squash], [migration("a.0001_squashed")]],
    ["and what depends on the replaced ones names the squash", [...three, squash, migration("b.0001", ["a.0002"])], [migration("a.0001_squashed"), migration("b.0001", ["a.0001_squashed"])]],
  ])("a squash is none: %s", (_, before, after) => {
    expect(rules(before, after)).toEqual([]);
  });
});

describe("history that no database could have", () => {
  test("a released migration that comes after a new one", () => {
    const released = migration("a.0001");
    expect(rules([released], [released, migration("b.0001", [], { runBefore: ["a.0001"] })])).toEqual(["error inconsistent-history"]);
    expect(rules([released], [migration("a.0001", ["b.0001"]), migration("b.0001")])).toEqual(["note edited-migration", "error inconsistent-history"]);
  });

  test("a new squash of released migrations is released", () => {
    const before = [migration("a.0001"), migration("b.0001", ["a.0001"])];
    expect(rules(before, [...before, migration("a.0001_squashed", [], { replaces: ["a.0001"] })])).toEqual([]);
  });
});
