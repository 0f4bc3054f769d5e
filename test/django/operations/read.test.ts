import { describe, expect, test } from "vitest";
import { readContext } from "../../../src/django/operations/context.ts";
import { readOperation } from "../../../src/django/operations/read.ts";
import { knownOperations } from "../../../src/django/operations/known-operations.ts";
import { djangoOperationName } from "../../../src/django/operations/signatures.ts";
import type { Operation } from "../../../src/django/operation.ts";
import type { Python } from "../../../src/python/python.ts";
import type { Value } from "../../../src/python/value.ts";
import { call, dict, list, models, place, ref, tuple, unknown } from "./values.ts";

const noPython: Python = { text: () => null,
  module: () => null, evaluate: () => null, resolve: (name) => name, find: () => null, wanted: new Set() };
const read = (value: Value): Operation => readOperation(value, readContext(noPython, null), place);
const op = (name: string, args: readonly Value[] = [], kwargs: Readonly<Record<string, Value>> = {}) => read(call(`django.db.migrations.${name}`, args, kwargs));
const pg = (name: string, args: readonly Value[] = [], kwargs: Readonly<Record<string, Value>> = {}) => read(call(`django.contrib.postgres.operations.${name}`, args, kwargs));

describe("operations of Django", () => {
  test("take their arguments by position and by name alike", () => {
    const field = models("IntegerField", { default: 0 });
    const byName = op("AddField", [], { model_name: "order", name: "priority", field });
    expect(op("AddField", ["order", "priority", field])).toEqual(byName);
    expect(byName).toMatchObject({ kind: "AddField", model: "order", preserveDefault: true, field: { name: "priority", path: "django.db.models.IntegerField", unknown: null } });
  });

  test.each<[string, Operation, object]>([
    ["CreateModel", op("CreateModel", ["Order", list(tuple("id", models("AutoField"))), dict({ db_table: "orders" }), tuple("shop.Base")]), { kind: "CreateModel", name: "Order", bases: ["shop.Base"], fields: [{ name: "id" }] }],
    ["RenameModel", op("RenameModel", ["Order", "Purchase"]), { kind: "RenameModel", from: "Order", to: "Purchase" }],
    ["AlterModelTable None", op("AlterModelTable", ["Order", null]), { kind: "AlterModelTable", table: null }],
    ["AlterModelTableComment", op("AlterModelTableComment", [], { name: "order", table_comment: "x" }), { kind: "AlterModelTableComment", comment: "x" }],
    ["AlterUniqueTogether with a set", op("AlterUniqueTogether", [], { name: "order", unique_together: call("set", [list(tuple("a", "b"))]) }), { together: [["a", "b"]] }],
    ["AlterUniqueTogether with one tuple", op("AlterUniqueTogether", [], { name: "order", unique_together: tuple("a", "b") }), { together: [["a", "b"]] }],
    ["AlterUniqueTogether with nothing", op("AlterUniqueTogether", [], { name: "order", unique_together: call("set") }), { together: [] }],
    ["AlterIndexTogether None", op("AlterIndexTogether", ["order", null]), { kind: "AlterIndexTogether", together: [] }],
    ["RenameField", op("RenameField", ["order", "a", "b"]), { kind: "RenameField", from: "a", to: "b" }],
    ["RenameIndex by fields", op("RenameIndex", [], { model_name: "order", new_name: "i", old_fields: tuple("a", "b") }), { from: null, oldFields: ["a", "b"], to: "i" }],
    ["RunPython", op("RunPython", [ref("shop.f"), ref("django.db.migrations.RunPython.noop")], { elidable: true }), { kind: "RunPython", atomic: null }],
    ["RunSQL", op("RunSQL", ["SELECT 1"], { hints: dict({}) }), { kind: "RunSQL", sql: "SELECT 1", reverseSql: null, stateOperations: [] }],
    ["AddIndexConcurrently", pg("AddIndexConcurrently", ["order", models("Index", { name: "i" })]), { kind: "AddIndex", concurrently: true, type: "AddIndexConcurrently" }],
    ["RemoveIndexConcurrently", pg("RemoveIndexConcurrently", ["order", "i"]), { kind: "RemoveIndex", concurrently: true }],
    ["AddConstraintNotValid", pg("AddConstraintNotValid", ["order", models("CheckConstraint", { name: "c" })]), { kind: "AddConstraint", notValid: true }],
    ["ValidateConstraint", pg("ValidateConstraint", ["order", "c"]), { kind: "ValidateConstraint", name: "c" }],
    ["CreateCollation", pg("CreateCollation", ["german", "de"], { provider: "icu" }), { kind: "CreateCollation", locale: "de", provider: "icu", deterministic: true }],
    ["TrigramExtension", pg("TrigramExtension"), { kind: "CreateExtension", name: "pg_trgm" }],
    ["CryptoExtension", pg("CryptoExtension"), { kind: "CreateExtension", name: "pgcrypto" }],
    ["CreateExtension with 6.1's hints", pg("CreateExtension", ["ltree"], { hints: dict({}) }), { kind: "CreateExtension", name: "ltree" }],
  ])("%s", (_, operation, expected) => expect(operation).toMatchObject(expected));

  test("are found under every path they can be imported by", () => {
    for (const path of ["django.db.migrations.AddField", "django.db.migrations.operations.AddField", "django.db.migrations.operations.fields.AddField"]) expect(djangoOperationName(path)).toBe("AddField");
    expect(djangoOperationName("shop.operations.AddField")).toBeNull();
  });

  test("carry the lines they stand on", () => {
    const operation = read({ ...call("django.db.migrations.RunSQL", ["x"]), text: 'migrations.RunSQL(\n    "x",\n)' });
    expect([operation.place.line, operation.lastLine]).toEqual([7, 9]);
  });

  test("state_operations and database_operations are read, a part that cannot be read is one Unknown", () => {
    const operation = op("SeparateDatabaseAndState", [], { state_operations: list(call("django.db.migrations.DeleteModel", ["Order"])), database_operations: unknown("a list comprehension") });
    expect(operation).toMatchObject({ stateOperations: [{ kind: "DeleteModel" }], databaseOperations: [{ kind: "Unknown", reason: expect.stringContaining("a list comprehension") }] });
  });
});

describe("what cannot be read is Unknown, and says why", () => {
  test.each<[string, Operation, RegExp]>([
    ["an expression", read(unknown("a list comprehension")), /a list comprehension/],
    ["text", read("x"), /not a call of an operation class/],
    ["an unreadable model name", op("DeleteModel", [unknown("a name that is not defined here")]), /`name` cannot be read/],
    ["a missing argument", op("AddField", ["order", "a"]), /it has no `field`/],
    ["an argument Django does not know", op("DeleteModel", ["order"], { cascade: true }), /no argument `cascade`/],
    ["too many arguments", op("DeleteModel", ["a", "b"]), /2 positional arguments/],
    ["an argument twice", op("DeleteModel", ["a"], { name: "b" }), /given twice/],
    ["star arguments", read({ ...call("django.db.migrations.AddField"), unknownArgs: unknown("a name that is not defined here") }), /not all of its arguments/],
    ["a field without a readable name", op("CreateModel", ["Order", list(tuple(unknown("x"), models("AutoField")))]), /one of its `fields`/],
    ["fields of unknown making", op("CreateModel", ["Order", unknown("a list comprehension")]), /`fields` cannot be read/],
    ["RenameIndex without an old name", op("RenameIndex", ["order", "new"]), /one of `old_name` and `old_fields`/],
    ["a package nobody knows", read(call("mystery.Operation")), /package that is not known here/],
  ])("%s", (_, operation, reason) => {
    expect(operation.kind).toBe("Unknown");
    expect(operation.kind === "Unknown" && operation.reason).toMatch(reason);
  });

  test("a field that cannot be read leaves the operation and the field's name", () => {
    expect(op("AddField", ["order", "a", unknown("a lambda")])).toMatchObject({ kind: "AddField", field: { name: "a", path: "", unknown: expect.stringContaining("a lambda") } });
  });
});

describe("operations of published packages", () => {
  test("a trigger's effect is told, and its SQL is not", () => {
    expect(read(call("pgtrigger.migrations.AddTrigger", [], { model_name: "order", trigger: call("pgtrigger.compiler.Trigger") }))).toMatchObject({ kind: "Unknown", reason: expect.stringContaining("trigger") });
  });

  test("an operation that only changes how the database is reached keeps its state", () => {
    const operation = read(call("django_pg_migration_tools.operations.SaferAlterFieldSetNotNull", [], { model_name: "order", name: "a", field: models("IntegerField") }));
    expect(operation).toMatchObject({ type: "SaferAlterFieldSetNotNull", kind: "AlterField", model: "order", safer: true });
    const added = read(call("syzygy.operations.AddField", [], { model_name: "order", name: "a", field: models("IntegerField") }));
    expect(added).toMatchObject({ kind: "Unknown", reason: expect.stringContaining("in the database"), assumed: { kind: "AddField", model: "order" } });
  });

  test("an argument of the package's own is dropped", () => {
    expect(read(call("syzygy.operations.RenameField", ["order", "a", "b", ref("syzygy.Stage.POST_DEPLOY")]))).toMatchObject({ kind: "RenameField", from: "a", to: "b" });
  });

  test("a marker does nothing, code of the package's own is RunPython, pgvector creates its extension", () => {
    expect(read(call("django_migration_linter.IgnoreMigration"))).toMatchObject({ kind: "SeparateDatabaseAndState", databaseOperations: [], stateOperations: [] });
    expect(read(call("wagtail.models.BootstrapTranslatableModel", ["blog.Post"]))).toMatchObject({ kind: "RunPython" });
    expect(read(call("pgvector.django.VectorExtension"))).toMatchObject({ kind: "CreateExtension", name: "vector" });
  });

  test("every one of them stands on an operation Django has", () => {
    for (const operations of Object.values(knownOperations)) {
      for (const [name, { like }] of Object.entries(operations)) expect([name, like === null || djangoOperationName(like) !== null]).toEqual([name, true]);
    }
  });
});

test("a model that swapper may swap has its setting's name in its options", () => {
  const options = dict({ swappable: call("swapper.swappable_setting", ["wagtailcore", "Page"]) });
  expect(op("CreateModel", ["Page", list(), options])).toMatchObject({ options: new Map([["swappable", "WAGTAIL_PAGE_MODEL"]]) });
});

test("swapper's model names are what their setting or default says", () => {
  const field = call("django.db.models.ForeignKey", [], { to: call("swapper.get_model_name", ["wagtailcore", "Page"]) });
  expect(op("AddField", ["order", "page", field])).toMatchObject({ field: { kwargs: new Map([["to", "wagtailcore.Page"]]) } });
});
