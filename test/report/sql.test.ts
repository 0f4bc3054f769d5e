import { describe as group, expect, it } from "vitest";
import type { Value } from "../../src/python/value.ts";
import { describe } from "../../src/report/describe.ts";
import { migrationSql, toSql } from "../../src/report/sql.ts";
import { call, field, migration, operation, project, record, review, sql, unknownStatement, type AnyOperation } from "./build.ts";

const list = (...items: string[]): Value => ({ kind: "list", items });
const index = (kwargs: Record<string, Value>, ...args: Value[]) => call("django.db.models.Index", args, kwargs);

group("describe() says what Django's operations say of themselves", () => {
  const cases: [AnyOperation, string][] = [
    [{ kind: "CreateModel", name: "Order", fields: [], options: new Map(), bases: [] }, "Create model Order"],
    [{ kind: "CreateModel", name: "Order", fields: [], options: new Map([["proxy", true]]), bases: [] }, "Create proxy model Order"],
    [{ kind: "DeleteModel", name: "Order" }, "Delete model Order"],
    [{ kind: "RenameModel", from: "Order", to: "Purchase" }, "Rename model Order to Purchase"],
    [{ kind: "AlterModelTable", name: "order", table: "orders" }, "Rename table for order to orders"],
    [{ kind: "AlterModelTable", name: "order", table: null }, "Rename table for order to (default)"],
    [{ kind: "AlterModelTableComment", name: "order", comment: "x" }, "Alter order table comment"],
    [{ kind: "AlterUniqueTogether", name: "order", together: [["a", "b"]] }, "Alter unique_together for order (1 constraint(s))"],
    [{ kind: "AlterIndexTogether", name: "order", together: [] }, "Alter index_together for order (0 constraint(s))"],
    [{ kind: "AlterOrderWithRespectTo", name: "order", field: null }, "Set order_with_respect_to on order to None"],
    [{ kind: "AlterModelOptions", name: "order", options: new Map() }, "Change Meta options on order"],
    [{ kind: "AlterModelManagers", name: "order" }, "Change managers on order"],
    [{ kind: "AddField", model: "order", field: field("note"), preserveDefault: true }, "Add field note to order"],
    [{ kind: "AlterField", model: "order", field: field("note"), preserveDefault: true }, "Alter field note on order"],
    [{ kind: "RemoveField", model: "order", name: "note" }, "Remove field note from order"],
    [{ kind: "RenameField", model: "order", from: "note", to: "remark" }, "Rename field note on order to remark"],
    [{ kind: "AddIndex", model: "order", index: index({ fields: list("a", "-b"), name: "x" }), concurrently: false }, "Create index x on field(s) a, -b of model order"],
    [{ kind: "AddIndex", model: "order", index: index({ name: "x" }, call("django.db.models.functions.Lower", ["email"])), concurrently: false }, "Create index x on Lower(F(email)) on model order"],
    [{ kind: "AddIndex", model: "order", index: index({ name: "x" }, call("django.contrib.postgres.indexes.OpClass", [call("django.db.models.F", ["a"])], { name: "text_pattern_ops" })), concurrently: false }, "Create index x on OpClass(F(a), name=text_pattern_ops) on model order"],
    [{ kind: "AddIndex", model: "order", index: index({ fields: list("a"), name: "x" }), concurrently: true }, "Concurrently create index x on field(s) a of model order"],
    [{ kind: "RemoveIndex", model: "order", name: "x", concurrently: false }, "Remove index x from order"],
    [{ kind: "RemoveIndex", model: "order", name: "x", concurrently: true }, "Concurrently remove index x from order"],
    [{ kind: "RenameIndex", model: "order", from: "x", to: "y", oldFields: null }, "Rename index x on order to y"],
    [{ kind: "RenameIndex", model: "order", from: null, to: "y", oldFields: ["a", "b"] }, "Rename unnamed index for ('a', 'b') on order to y"],
    [{ kind: "RenameIndex", model: "order", from: null, to: "y", oldFields: ["a"] }, "Rename unnamed index for ('a',) on order to y"],
    [{ kind: "AddConstraint", model: "order", constraint: call("django.db.models.UniqueConstraint", [], { name: "u" }), notValid: false }, "Create constraint u on model order"],
    [{ kind: "AddConstraint", model: "order", constraint: call("django.db.models.CheckConstraint", [], { name: "c" }), notValid: true }, "Create not valid constraint c on model order"],
    [{ kind: "RemoveConstraint", model: "order", name: "u" }, "Remove constraint u from model order"],
    [{ kind: "AlterConstraint", model: "order", name: "u", constraint: null }, "Alter constraint u on order"],
    [{ kind: "ValidateConstraint", model: "order", name: "c" }, "Validate constraint c on model order"],
    [{ kind: "RunSQL", sql: "", reverseSql: null, stateOperations: [] }, "Raw SQL operation"],
    [{ kind: "RunPython", code: null, reverseCode: null, atomic: null }, "Raw Python operation"],
    [{ kind: "SeparateDatabaseAndState", databaseOperations: [], stateOperations: [] }, "Custom state/database change combination"],
    [{ kind: "CreateExtension", name: "pg_trgm" }, "Creates extension pg_trgm"],
    [{ kind: "CreateCollation", name: "german", locale: "de", provider: "icu", deterministic: true }, "Create collation german"],
    [{ kind: "RemoveCollation", name: "german", locale: "de", provider: "icu", deterministic: true }, "Remove collation german"],
  ];
  it.each(cases)("%o", (spec, expected) => {
    expect(describe(operation(spec))).toBe(expected);
  });
});

group("--format sql prints what sqlmigrate prints", () => {
  const add = record({ kind: "AddField", model: "order", field: field("note"), preserveDefault: true }, { statements: [sql(`ALTER TABLE "o" ADD COLUMN "note" text NULL`)], deferred: [sql(`CREATE INDEX "i" ON "o" ("note")`)] });
  const python = record({ kind: "RunPython", code: null, reverseCode: null, atomic: null });
  const options = record({ kind: "AlterModelOptions", name: "order", options: new Map() });
  const unknown = record({ kind: "AddField", model: "order", field: field("x"), preserveDefault: true }, { statements: [sql("SELECT 1"), unknownStatement("no\ntype")] });
  const of = (...operations: (typeof add)[]) => migration("shop", "0042_order", operations);

  it("a transaction, a comment above each operation, deferred statements at the end", () => {
    expect(migrationSql(of(add, options, python), "postgresql")).toBe(`BEGIN;
--
-- Add field note to order
--
ALTER TABLE "o" ADD COLUMN "note" text NULL;
--
-- Change Meta options on order
--
-- (no-op)
--
-- Raw Python operation
--
-- THIS OPERATION CANNOT BE WRITTEN AS SQL
CREATE INDEX "i" ON "o" ("note");
COMMIT;
`);
  });

  it("no transaction where the migration has none, or the database cannot undo schema changes", () => {
    expect(migrationSql({ ...of(add), atomic: false }, "postgresql")).not.toContain("BEGIN");
    expect(migrationSql(of(add), "mysql")).not.toContain("COMMIT");
    expect(migrationSql(of(add), "sqlite")).toContain("BEGIN;");
  });

  it("nothing for a migration without operations", () => {
    expect(migrationSql(of(), "postgresql")).toBe("");
  });

  it("a comment instead of SQL that is known in part only", () => {
    const text = migrationSql(of(unknown), "postgresql");
    expect(text).toContain("-- UNKNOWN: no\\ntype\n");
    expect(text).not.toContain("SELECT 1");
  });

  it("one migration as it is, several each under its name", () => {
    expect(toSql(review([project([of(options)])]))).toBe(migrationSql(of(options), "postgresql"));
    expect(toSql(review([project([of(options), migration("shop", "0043_x", [python])])]))).toMatch(/^-- shop\.0042_order: shop\/migrations\/0042_order\.py\nBEGIN;[\s\S]*COMMIT;\n\n-- shop\.0043_x: /);
  });
});
