import { describe, expect, test } from "vitest";
import type { ColumnDefinition, SchemaChange } from "../../../src/schema/change.ts";
import type { Schema } from "../../../src/schema/schema.ts";
import { failsOnExistingRows } from "../../../src/safety/breakage/existingRows.ts";
import { losses } from "../../../src/safety/breakage/losses.ts";
import { blockedDeletes } from "../../../src/safety/breakage/blockedDeletes.ts";
import { check, column, foreignKey, id, postgres, releaseOf, schema, table, uniqueOn } from "./build.ts";

const ref = column("ref", "varchar(50)");
const note = column("note", "varchar(50)", { null: true });
const number = column("n", "integer");
const added = (name: string, type: string, more: Partial<ColumnDefinition> = {}): SchemaChange => ({
  kind: "AddColumn",
  table: "t",
  column: { name, type, null: false, collation: null, comment: null, default: null, generated: null, identity: false, primaryKey: false, unique: false, check: null, references: null, indexTablespace: null, ...more },
});
const alter = (...actions: Extract<SchemaChange, { kind: "AlterColumn" }>["actions"]): SchemaChange => ({ kind: "AlterColumn", table: "t", actions });
const unique = (name: string, ...columns: readonly string[]): SchemaChange => ({ kind: "AddConstraint", table: "t", constraint: { kind: "unique", name, columns, deferrable: null, nullsDistinct: null, include: [], opclasses: [], usingIndex: null } });
const checked = (notValid: boolean): SchemaChange => ({ kind: "AddConstraint", table: "t", constraint: { kind: "check", name: "c", sql: '"n" > 0', columns: ["n"], notValid } });
const retype = (name: string, type: string, using: string | null): SchemaChange => alter({ kind: "SetType", column: name, type, using, collation: null });

describe("rows that are there", () => {
  test.each<[string, readonly SchemaChange[], Schema, Schema, string | null]>([
    ["NOT NULL over NULLs", [alter({ kind: "SetNotNull", column: "note" })], schema(table("t", [id, note])), schema(table("t", [id, column("note", "varchar(50)")])), 'column "note" of relation "t" contains null values'],
    ["NOT NULL after a fill", [{ kind: "FillNulls", table: "t", column: "note", value: "''" }, alter({ kind: "SetNotNull", column: "note" })], schema(table("t", [id, note])), schema(table("t", [id, column("note", "varchar(50)")])), null],
    ["one value for all NULLs of a unique column", [{ kind: "FillNulls", table: "t", column: "note", value: "''" }, alter({ kind: "SetNotNull", column: "note" })], schema(table("t", [id, note], [uniqueOn("u", ["note"])])), schema(table("t", [id, column("note", "varchar(50)")], [uniqueOn("u", ["note"])])), 'duplicate key value violates unique constraint "u"'],
    ["NOT NULL after a validated check", [alter({ kind: "SetNotNull", column: "note" })], schema(table("t", [id, note], [check("c", '"note" IS NOT NULL', ["note"])])), schema(table("t", [id, column("note", "varchar(50)")])), null],
    ["a required column without a default", [added("n", "integer")], schema(table("t", [id])), schema(table("t", [id, number])), 'column "n" of relation "t" contains null values'],
    ["a required column with a default", [added("n", "integer", { default: { sql: "0", lasting: false } })], schema(table("t", [id])), schema(table("t", [id, number])), null],
    ["a unique column with one default for all", [added("n", "integer", { default: { sql: "0", lasting: false }, unique: true })], schema(table("t", [id])), schema(table("t", [id, number], [uniqueOn("t_n_key", ["n"])])), 'could not create unique index "t_n_key"'],
    ["a unique column without a default", [added("n", "integer", { null: true, unique: true })], schema(table("t", [id])), schema(table("t", [id, column("n", "integer", { null: true })], [uniqueOn("t_n_key", ["n"])])), null],
    ["a unique column with a uuid each", [added("n", "uuid", { default: { sql: "gen_random_uuid()", lasting: true }, unique: true })], schema(table("t", [id])), schema(table("t", [id, column("n", "uuid", { default: "gen_random_uuid()" })], [uniqueOn("u", ["n"])])), null],
    ["a foreign key with a default", [added("p", "bigint", { default: { sql: "1", lasting: false }, references: { name: "f", table: "t", column: "id" } })], schema(table("t", [id])), schema(table("t", [id, column("p", "bigint")], [foreignKey("f", "p", "t")])), 'insert or update on table "t" violates foreign key constraint "f"'],
    ["a unique constraint", [unique("u", "ref")], schema(table("t", [id, ref])), schema(table("t", [id, ref], [uniqueOn("u", ["ref"])])), 'could not create unique index "u"'],
    ["a wider unique constraint", [unique("v", "ref", "n")], schema(table("t", [id, ref, number], [uniqueOn("u", ["ref"])])), schema(table("t", [id, ref, number], [uniqueOn("v", ["ref", "n"])])), null],
    ["a check", [checked(false)], schema(table("t", [id, number])), schema(table("t", [id, number], [check("c", '"n" > 0', ["n"])])), 'check constraint "c" of relation "t" is violated by some row'],
    ["a check that is not validated", [checked(true)], schema(table("t", [id, number])), schema(table("t", [id, number], [check("c", '"n" > 0', ["n"], false)])), null],
    ["its validation", [{ kind: "ValidateConstraint", table: "t", name: "c" }], schema(table("t", [id, number], [check("c", '"n" > 0', ["n"], false)])), schema(table("t", [id, number], [check("c", '"n" > 0', ["n"])])), 'check constraint "c" of relation "t" is violated by some row'],
    ["a shorter varchar", [retype("ref", "varchar(20)", null)], schema(table("t", [id, ref])), schema(table("t", [id, column("ref", "varchar(20)")])), "value too long for type character varying(20)"],
    ["text to varchar with USING cuts", [retype("ref", "varchar(20)", '"ref"::varchar(20)')], schema(table("t", [id, column("ref", "text")])), schema(table("t", [id, column("ref", "varchar(20)")])), null],
    ["varchar to integer", [retype("ref", "integer", '"ref"::integer')], schema(table("t", [id, ref])), schema(table("t", [id, column("ref", "integer")])), 'invalid input syntax for type integer: "abc"'],
    ["integer to boolean", [retype("n", "boolean", '"n"::boolean')], schema(table("t", [id, number])), schema(table("t", [id, column("n", "boolean")])), null],
    ["date to integer", [retype("d", "integer", '"d"::integer')], schema(table("t", [id, column("d", "date")])), schema(table("t", [id, column("d", "integer")])), "cannot cast type date to integer"],
  ])("%s", (_name, changes, before, after, error) => {
    expect(failsOnExistingRows(changes, before, after, { database: postgres, empty: new Set() })).toBe(error);
    expect(failsOnExistingRows(changes, before, after, { database: postgres, empty: new Set(["t"]) })).toBeNull();
  });

  test("SQLite's remake names the table it copies to", () => {
    const before = schema(table("t", [id, note]));
    const after = schema(table("t", [id, column("note", "varchar(50)")]));
    const changes: SchemaChange[] = [
      { kind: "CreateTable", table: "new__t", columns: [], constraints: [], comment: null, tablespace: null },
      { kind: "CopyRows", table: "t", to: "new__t", columns: [{ column: "id", value: '"id"' }, { column: "note", value: '"note"' }] },
      { kind: "DropTable", table: "t", cascade: false },
      { kind: "RenameTable", table: "new__t", to: "t" },
    ];
    expect(failsOnExistingRows(changes, before, after, { database: { vendor: "sqlite", version: "3.45" }, empty: new Set() })).toBe("NOT NULL constraint failed: new__t.note");
    expect(losses(changes, before, { database: { vendor: "sqlite", version: "3.45" }, empty: new Set() })).toEqual([]);
  });
});

describe("data that is lost", () => {
  test.each<[string, SchemaChange, Schema, readonly string[]]>([
    ["a dropped column", { kind: "DropColumn", table: "t", column: "ref", cascade: true }, schema(table("t", [id, ref])), ["dropped"]],
    ["a dropped generated column", { kind: "DropColumn", table: "t", column: "g", cascade: true }, schema(table("t", [id, column("g", "integer", { generated: { sql: "1", stored: true } })])), []],
    ["a dropped table", { kind: "DropTable", table: "t", cascade: true }, schema(table("t", [id])), ["dropped"]],
    ["a truncating cast", retype("ref", "varchar(20)", '"ref"::varchar(20)'), schema(table("t", [id, column("ref", "text")])), ["changed"]],
    ["a date without its time", retype("d", "date", '"d"::date'), schema(table("t", [id, column("d", "timestamp with time zone")])), ["changed"]],
    ["fewer decimal places", retype("d", "numeric(8, 1)", null), schema(table("t", [id, column("d", "numeric(8, 2)")])), ["changed"]],
    ["a wider type", retype("n", "bigint", '"n"::bigint'), schema(table("t", [id, number])), []],
    ["a rename", { kind: "RenameColumn", table: "t", column: "ref", to: "code", definition: null }, schema(table("t", [id, ref])), []],
  ])("%s", (_name, change, before, kinds) => {
    expect(losses([change], before, { database: postgres, empty: new Set() }).map(({ kind }) => kind)).toEqual(kinds);
  });
});

test("a new foreign key blocks deletes of a table the running release knows", () => {
  const before = schema(table("p", [id]), table("t", [id]));
  const after = schema(table("p", [id]), table("t", [id, column("p", "bigint", { null: true })], [foreignKey("f", "p", "p")]));
  const options = { tables: new Set(["t"]), changes: [] };
  expect(blockedDeletes(releaseOf(before), before, after, options)).toEqual([{ parent: "p", child: "t", constraint: "f" }]);
  const retargeted = schema(table("p", [id]), table("q", [id]), table("t", [id, column("p", "bigint", { null: true })], [foreignKey("f", "p", "q")]));
  const pointing = schema(...after.tables.values(), table("q", [id]));
  expect(blockedDeletes(releaseOf(pointing, { "t.p": { references: { table: "p", column: "id", onDelete: "CASCADE", constraint: true } } }), pointing, retargeted, options)).toEqual([{ parent: "q", child: "t", constraint: "f" }]);
  const cascading = schema(table("p", [id]), table("t", [id, column("p", "bigint", { null: true })], [foreignKey("f", "p", "p", { onDelete: "CASCADE" })]));
  expect(blockedDeletes(releaseOf(before), before, cascading, options)).toEqual([]);
});
