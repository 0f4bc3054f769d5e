import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { impactOfTransaction, startOf } from "../../../src/safety/impact/transaction-impact.ts";
import { applyChange, emptySchema } from "../../../src/schema/apply.ts";
import type { SchemaChange } from "../../../src/schema/change.ts";
import { loadPostgresqlReader } from "../../../src/schema/raw/load.ts";
import type { Schema } from "../../../src/schema/schema.ts";
import { lab, setups } from "./lab.ts";

interface Fact {
  readonly form: string;
  readonly versions: readonly number[];
  readonly sql: readonly string[];
  readonly outside?: boolean;
  readonly error?: unknown;
  readonly locks: Readonly<Record<string, string>>;
  readonly blocksReads: readonly string[];
  readonly blocksWrites: readonly string[];
  readonly rewrites: readonly string[];
  readonly time: string | null;
}

const facts = (JSON.parse(readFileSync(new URL("./measured/postgresql.json", import.meta.url), "utf8")) as { records: Fact[] }).records;
const read = await loadPostgresqlReader();

/** The changes of a script, each statement read against the schema that the one before it leaves. */
function run(sql: string, from: Schema): { readonly schema: Schema; readonly changes: readonly SchemaChange[] } {
  let schema = from;
  const owner = (index: string) => [...schema.tables.values()].find((table) => table.indexes.has(index) || table.constraints.has(index))?.name ?? null;
  const changes = sql.split(";").filter((one) => one.trim() !== "").flatMap((one) => {
    const made = read(one, owner);
    for (const change of made) schema = applyChange(schema, change, "postgresql");
    return made;
  });
  return { schema, changes };
}

const start = run(lab, emptySchema).schema;

/** What waits, in the same words for what was measured and what is said: a lock that no statement of a release waits for is none. */
function words(locks: Readonly<Record<string, string>>, rewrites: readonly string[], reads: boolean, writes: boolean): readonly string[] {
  const felt = Object.entries(locks).filter(([table, lock]) => start.tables.has(table) && /^(SHARE|SHARE ROW EXCLUSIVE|EXCLUSIVE|ACCESS EXCLUSIVE)$/.test(lock));
  return [...felt.map(([table, lock]) => `${table}: ${lock}`).sort(), ...rewrites.filter((table) => start.tables.has(table)).map((table) => `${table} is rewritten`).sort(), ...(reads ? ["reads wait"] : []), ...(writes ? ["writes wait"] : [])];
}

/** Said to be unknown, though it was measured: raw SQL that is only named. Never weaker: it is not called safe. */
const unknown = new Set([
  "set_schema", "index_set_tablespace", "owner_to", "add_col_domain_no_constraint", "add_col_domain_with_check_default", "add_col_domain_with_check_null", "type_serial_pk_to_identity_django", "set_generated_identity",
  "reindex_index", "reindex_table", "refresh_materialized_view", "alter_type_rename_value", "lock_table_default", "attach_partition_no_check", "attach_partition_with_check", "detach_partition", "detach_partition_concurrently",
  "generated_drop_expression_13", "generated_set_expression_17", "alter_fk_enforced_18", "create_function",
]);

/** Where we say something else than what was measured, and why. */
const differs: Readonly<Record<string, string>> = {
  truncate: "the table gets a new, empty file: nobody waits for rows",
  truncate_cascade: "which tables CASCADE empties is not followed",
  update_batch_1000: "the WHERE of raw SQL is not read: every row may be meant",
  select_for_update_whole: "a query is read as one that locks no rows",
  create_partition_of_with_default_part: "whether there is a default partition is not known; a note says so",
  create_m2m_table_django: "all tables are new: a measurement of a millisecond",
};

const told = facts.filter(({ form, error }) => error === undefined && !(form in differs));

describe("PostgreSQL 12 to 18: every measured statement, read as raw SQL", () => {
  test.each(told.map((fact) => [fact.form, fact.versions.join(" "), fact] as const))("%s (%s)", (_form, _versions, fact) => {
    const before = run(setups[fact.form] ?? "", start).schema;
    const { changes } = run(fact.sql.join(";"), before);
    const long = fact.time === "O(n)";
    const measured = words(fact.locks, fact.rewrites, long && fact.blocksReads.length > 0, long && fact.blocksWrites.length > 0);
    for (const version of fact.versions) {
      const { all } = impactOfTransaction(changes, { vendor: "postgresql", version: String(version) }, startOf(before, new Set()), { atomic: fact.outside !== true, utc: !fact.form.endsWith("_nonutc") });
      if (unknown.has(fact.form)) expect(all.unknown).not.toBeNull();
      else expect([all.unknown, words(all.locks, all.rewrites, all.blocksReads, all.blocksWrites)]).toEqual([null, measured]);
    }
  });

  test("no exception that is none", () => {
    const forms = new Set(facts.map(({ form }) => form));
    expect([...Object.keys(setups), ...unknown, ...Object.keys(differs)].filter((form) => !forms.has(form))).toEqual([]);
  });
});
