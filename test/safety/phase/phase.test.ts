import { describe, expect, test } from "vitest";
import type { Operation } from "../../../src/django/operation.ts";
import type { ColumnDefinition, SchemaChange } from "../../../src/schema/change.ts";
import type { Schema } from "../../../src/schema/schema.ts";
import { breakages } from "../../../src/safety/breakage/breakages.ts";
import { doubts } from "../../../src/safety/breakage/doubts.ts";
import { phaseOf } from "../../../src/safety/phase/phase.ts";
import { check, column, foreignKey, id, index, postgres, releaseOf, schema, table, uniqueOn, type Knows } from "../breakage/build.ts";

interface Row {
  readonly name: string;
  readonly before: Schema;
  readonly after: Schema;
  readonly changes?: readonly SchemaChange[];
  /** How the models differ from the schema, before and after. */
  readonly knows?: Readonly<Record<string, Knows | null>>;
  readonly will?: Readonly<Record<string, Knows | null>>;
  readonly operation?: Operation;
}

const common = { type: "X", place: { path: "m.py", line: 1 }, lastLine: 1 } as const;
const runPython = (path: string): Operation => ({ ...common, kind: "RunPython", code: { kind: "ref", path, place: common.place, text: path }, reverseCode: null, atomic: null });
const ref = column("ref", "varchar(50)");
const note = column("note", "text", { null: true });
const definition = (name: string, type: ColumnDefinition["type"]): ColumnDefinition => ({ name, type, null: true, collation: null, comment: null, default: null, generated: null, identity: false, primaryKey: false, unique: false, check: null, references: null, indexTablespace: null });
const plain = schema(table("t", [id, ref]));

const phases: Record<"additive" | "expand" | "contract" | "unknown", readonly Row[]> = {
  additive: [
    { name: "a nullable column", before: plain, after: schema(table("t", [id, ref, note])), changes: [{ kind: "AddColumn", table: "t", column: definition("note", "text") }] },
    { name: "a nullable column of an unknown type", before: plain, after: schema(table("t", [id, ref, column("x", null, { null: true })])), changes: [{ kind: "AddColumn", table: "t", column: definition("x", { unknown: "a custom field" }) }] },
    { name: "a nullable column with a check, unique and a foreign key of its own", before: plain, after: schema(table("t", [id, ref, column("n", "bigint", { null: true })], [uniqueOn("u", ["n"]), check("c", '"n" >= 0', ["n"]), foreignKey("f", "n", "t")])) },
    { name: "a column with a db_default that the model keeps", before: plain, after: schema(table("t", [id, ref, column("n", "integer", { default: "0" })])) },
    { name: "a new table", before: plain, after: schema(table("t", [id, ref]), table("u", [id, ref])), changes: [{ kind: "CreateTable", table: "u", columns: [], constraints: [], comment: null, tablespace: null }] },
    { name: "an index", before: plain, after: schema(table("t", [id, ref], [], [index("i", ["ref"])])) },
    { name: "a dropped index", before: schema(table("t", [id, ref], [], [index("i", ["ref"])])), after: plain },
    { name: "a longer varchar", before: plain, after: schema(table("t", [id, column("ref", "varchar(80)")])), changes: [{ kind: "AlterColumn", table: "t", actions: [{ kind: "SetType", column: "ref", type: "varchar(80)", using: null, collation: null }] }] },
    { name: "nothing at all", before: plain, after: plain },
    { name: "RunPython that does nothing", before: plain, after: plain, operation: runPython("django.db.migrations.RunPython.noop") },
    { name: "a foreign key that is dropped and made again", before: schema(table("t", [id, column("p", "bigint")], [foreignKey("f", "p", "t")])), after: schema(table("t", [id, column("p", "bigint")], [foreignKey("f2", "p", "t")])), changes: [{ kind: "DropConstraint", table: "t", name: "f", constraint: "foreign key", immediate: true }, { kind: "AddConstraint", table: "t", constraint: { kind: "foreign key", name: "f2", columns: ["p"], toTable: "t", toColumns: ["id"], deferrable: null, onDelete: null, notValid: false } }] },
  ],
  expand: [
    { name: "a state-only removal of a nullable column", before: schema(table("t", [id, ref, note])), after: schema(table("t", [id, ref, note])), will: { "t.note": null } },
    { name: "a NULL that the model does not have", before: plain, after: schema(table("t", [id, ref, note])), will: { "t.note": { null: false } } },
    { name: "a default that the model does not have", before: plain, after: schema(table("t", [id, ref, column("n", "integer", { default: "0" })])), will: { "t.n": { dbDefault: false } } },
    { name: "a data migration", before: plain, after: plain, operation: runPython("shop.migrations.fill") },
    { name: "an UPDATE in SQL", before: plain, after: plain, changes: [{ kind: "WriteRows", statement: "UPDATE", table: "t" }] },
    { name: "NOT NULL given up", before: plain, after: schema(table("t", [id, column("ref", "varchar(50)", { null: true })])), changes: [{ kind: "AlterColumn", table: "t", actions: [{ kind: "DropNotNull", column: "ref" }] }] },
    { name: "a constraint given up", before: schema(table("t", [id, ref], [uniqueOn("u", ["ref"])])), after: plain, changes: [{ kind: "DropConstraint", table: "t", name: "u", constraint: "unique", immediate: false }] },
  ],
  contract: [
    { name: "a table goes", before: plain, after: schema(), changes: [{ kind: "DropTable", table: "t", cascade: true }] },
    { name: "a table goes that nobody knows any more", before: schema(table("t", [id])), after: schema(), knows: { "t.id": null }, changes: [{ kind: "DropTable", table: "t", cascade: true }] },
    { name: "a column goes that nobody knows any more", before: schema(table("t", [id, note])), after: schema(table("t", [id])), knows: { "t.note": null }, changes: [{ kind: "DropColumn", table: "t", column: "note", cascade: true }] },
    { name: "a column is renamed", before: plain, after: schema(table("t", [id, column("code", "varchar(50)")])), changes: [{ kind: "RenameColumn", table: "t", column: "ref", to: "code", definition: null }] },
    { name: "a required column", before: plain, after: schema(table("t", [id, ref, column("n", "integer")])) },
    { name: "a shorter varchar", before: plain, after: schema(table("t", [id, column("ref", "varchar(20)")])), changes: [{ kind: "AlterColumn", table: "t", actions: [{ kind: "SetType", column: "ref", type: "varchar(20)", using: null, collation: null }] }] },
    { name: "NOT NULL that the running release keeps already", before: schema(table("t", [id, note])), after: schema(table("t", [id, column("note", "text")])), knows: { "t.note": { null: false } }, changes: [{ kind: "AlterColumn", table: "t", actions: [{ kind: "SetNotNull", column: "note" }] }] },
    { name: "a check that is not valid yet", before: plain, after: schema(table("t", [id, ref], [check("c", `"ref" <> ''`, ["ref"], false)])) },
    { name: "a default kept for an older release goes", before: schema(table("t", [id, column("n", "integer", { default: "0" })])), after: schema(table("t", [id, column("n", "integer")])), knows: { "t.n": { hasDefault: true } }, changes: [{ kind: "AlterColumn", table: "t", actions: [{ kind: "DropDefault", column: "n", temporary: false }] }] },
    { name: "a dropped table beside SQL that nobody can read", before: plain, after: schema(), changes: [{ kind: "DropTable", table: "t", cascade: false }, { kind: "Unknown", reason: "does not parse" }] },
  ],
  unknown: [
    { name: "SQL that does not parse", before: plain, after: plain, changes: [{ kind: "Unknown", reason: "does not parse" }] },
    { name: "a trigger on a table of the release", before: plain, after: plain, changes: [{ kind: "Other", what: "CREATE TRIGGER audit", table: "t" }] },
    { name: "a type nobody knows on a column of the release", before: plain, after: schema(table("t", [id, column("ref", null)])), changes: [{ kind: "AlterColumn", table: "t", actions: [{ kind: "SetType", column: "ref", type: { unknown: "a custom field" }, using: null, collation: null }] }] },
    { name: "a dropped unused column beside SQL that nobody can read", before: schema(table("t", [id, note])), after: schema(table("t", [id])), knows: { "t.note": null }, changes: [{ kind: "DropColumn", table: "t", column: "note", cascade: false }, { kind: "Unknown", reason: "does not parse" }] },
  ],
};

function phase({ before, after, changes = [], knows, will, operation }: Row): string {
  const tables = new Set([...before.tables.keys(), ...after.tables.keys()]);
  const [releaseBefore, releaseAfter] = [releaseOf(before, knows), releaseOf(after, will)];
  const broken = breakages(releaseBefore, before, after, { tables, database: postgres, side: "running", changes });
  const unknown = doubts(releaseBefore, before, changes, postgres);
  return phaseOf({ before, after, changes, tables, database: postgres, breakages: broken, unknown: unknown[0] ?? null, releaseBefore, releaseAfter, operation: operation ?? null });
}

describe.each(Object.entries(phases))("%s", (expected, rows) => {
  test.each(rows)("$name", (row) => {
    expect(phase(row)).toBe(expected);
  });
});

test("a trigger on a table the release does not know raises no doubt", () => {
  const after = schema(table("t", [id, ref]), table("u", [id]));
  expect(phase({ name: "", before: plain, after, changes: [{ kind: "CreateTable", table: "u", columns: [], constraints: [], comment: null, tablespace: null }, { kind: "Other", what: "CREATE TRIGGER x", table: "u" }] })).toBe("additive");
});
