import { describe, expect, test } from "vitest";
import { applyChange, emptySchema } from "../../../src/schema/apply.ts";
import type { SchemaChange } from "../../../src/schema/change.ts";
import type { Schema } from "../../../src/schema/schema.ts";
import { loadPostgresqlReader } from "../../../src/schema/raw/load.ts";
import { impactOf, type StatementImpact } from "../../../src/safety/impact/impact.ts";
import { impactOfTransaction, startOf } from "../../../src/safety/impact/transaction-impact.ts";
import { cases, tables } from "./postgres-cases.ts";

const read = await loadPostgresqlReader();
const database = { vendor: "postgresql", version: "18" } as const;

function tableOf(schema: Schema, index: string): string | null {
  return [...schema.tables.values()].find((table) => table.indexes.has(index))?.name ?? null;
}

function changesOf(sql: string, schema: Schema): readonly SchemaChange[] {
  return read(sql, (index) => tableOf(schema, index));
}

function after(sql: string, schema: Schema): Schema {
  return changesOf(sql, schema).reduce((one, change) => applyChange(one, change, "postgresql"), schema);
}

/** How much is warned of: nothing, writes, reads, or that it is not known. */
function warned(impact: StatementImpact): number {
  if (impact.unknown !== null) return 3;
  return impact.blocksReads ? 2 : Number(impact.blocksWrites);
}

/** What PostgreSQL does was proven for the change written by hand; read from SQL it may be warned of more, never of less. */
describe("a statement in RunSQL is warned of like the change it stands for", () => {
  const start = after(tables, emptySchema);
  test.each(cases.map((one) => [one.name, one.sql, one] as const))("%s: %s", (_name, sql, one) => {
    const before = one.setup ? after(one.setup, start) : start;
    const written = impactOf(one.change, before, database, { newTables: new Set(), utc: true });
    const { all } = impactOfTransaction(changesOf(sql, before), database, startOf(before, new Set()), { atomic: true, utc: true });
    expect(warned(all)).toBeGreaterThanOrEqual(warned(written));
  });
});
