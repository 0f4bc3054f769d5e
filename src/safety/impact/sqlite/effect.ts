import type { SchemaChange } from "../../../schema/change.ts";
import type { Schema } from "../../../schema/schema.ts";
import { type Effect, noEffect } from "../effect.ts";
import { sqliteLock } from "../locks.ts";
import { type SqliteForm, sqliteRows } from "../tables/sqlite.ts";

/** What a change does on SQLite: whatever it writes, it locks the whole database for writers until the transaction ends. */
export function sqliteEffect(change: SchemaChange, schema: Schema): Effect {
  if (change.kind === "NoEffect") return noEffect;
  if (change.kind === "Unknown") return { ...noEffect, unknown: change.reason };
  const row = sqliteRows.find(({ form }) => form === sqliteForm(change, schema));
  const table = "table" in change ? change.table : null;
  if (!row || table === null) return { ...noEffect, heldToEnd: true, unknown: `which rows this touches: ${change.kind === "Other" ? change.what : change.kind}` };
  const writes = row.work === "write" || row.work === "rewrite";
  return {
    locks: { [table]: sqliteLock },
    scans: row.work === "read" || row.work === "write" ? [table] : [],
    rewrites: row.work === "rewrite" ? [table] : [],
    writersWait: [],
    readersWait: writes ? [table] : [],
    heldToEnd: true,
    notes: writes ? ["Readers do not wait where the database is in WAL mode; Django leaves it in SQLite's default, where they do."] : [],
    unknown: null,
  };
}

function sqliteForm(change: SchemaChange, schema: Schema): SqliteForm | null {
  switch (change.kind) {
    case "AddColumn": {
      const { check, generated, null: nullable } = change.column;
      return check !== null || (generated !== null && !nullable) ? "add column: check" : "add column";
    }
    case "DropColumn":
      return "drop column";
    case "CreateTable":
    case "RenameTable":
    case "RenameColumn":
      return "change of the definition";
    case "DropIndex":
      return "drop index";
    case "DropTable":
      return schema.tables.has(change.table) ? "drop table" : "change of the definition";
    case "CreateIndex":
      return "create index";
    case "CopyRows":
      return "copy rows";
    case "FillNulls":
    case "FillRows":
      return "change rows";
    case "WriteRows":
      return change.statement === "INSERT" ? "insert rows" : "change rows";
    default:
      return null;
  }
}
