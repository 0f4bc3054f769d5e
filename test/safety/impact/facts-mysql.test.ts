import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { impactOfTransaction, startOf } from "../../../src/safety/impact/transaction-impact.ts";
import { applyChange, emptySchema } from "../../../src/schema/apply.ts";
import { loadPostgresqlReader } from "../../../src/schema/raw/load.ts";
import { mysqlChanges } from "../../../src/schema/raw/mysql.ts";
import type { Column, Schema } from "../../../src/schema/schema.ts";
import { lab, mysqlColumns } from "./lab.ts";

interface Fact {
  readonly form: string;
  readonly versions: readonly ("mysql97" | "maria1011" | "maria118")[];
  readonly sql: readonly string[];
  readonly error?: number;
  readonly algorithm: string | null;
  readonly writesWaited: readonly string[];
  readonly rewrites: readonly string[];
  readonly time: string;
}

const servers = {
  mysql97: { vendor: "mysql", version: "9.7.4" },
  maria1011: { vendor: "mariadb", version: "10.11.19" },
  maria118: { vendor: "mariadb", version: "11.8.6" },
} as const;

const facts = ["mysql", "mariadb"].flatMap((file) => (JSON.parse(readFileSync(new URL(`./measured/${file}.json`, import.meta.url), "utf8")) as { records: Fact[] }).records);
const read = await loadPostgresqlReader();

/** The lab's tables as MySQL spells their types. */
function start(): Schema {
  const made = lab.split(";").flatMap((sql) => read(sql, () => null)).reduce((schema, change) => applyChange(schema, change, "mysql"), emptySchema);
  const item = made.tables.get("item")!;
  const typed = [...item.columns, ...Object.keys(mysqlColumns).map((name) => [name, item.columns.get(name) ?? { ...item.columns.get("name")!, name }] as const)].map(([name, column]): [string, Column] => [name, { ...column, type: mysqlColumns[name] ?? column.type }]);
  return { ...made, tables: new Map(made.tables).set("item", { ...item, columns: new Map(typed) }) };
}

const before = start();

/** Said to be unknown, though it was measured: raw SQL that is not read, or only named. Never called safe. */
const unknown = new Set([
  "rename_col_change", "convert_charset_same", "convert_charset_collate", "default_charset", "type_pk_autofield_to_bigautofield_django", "enforce_check", "index_invisible", "index_ignored",
]);

/** Where we say something else than what was measured, and why. */
const differs: Readonly<Record<string, string>> = {
  truncate: "the table gets a new, empty file: nobody waits for rows",
  engine_rebuild: "a table option: the rebuild that it makes lets reads and writes go on",
  optimize_table: "maintenance, beside which reads and writes go on",
  row_format: "a table option: the rebuild that it makes lets reads and writes go on",
  type_column_reorder: "FIRST and AFTER are not read: the rebuild lets reads and writes go on",
  add_check_not_enforced: "NOT ENFORCED is not read: as if it were enforced",
  add_fk_fk_checks_off: "SET foreign_key_checks of the session is not read: as with checks",
  add_col_fk_inline_fk_checks_off: "SET foreign_key_checks of the session is not read: as with checks",
  swap_pk: "two clauses together cost less than each alone",
  set_not_null_django_4way: "the rows that UPDATE changes stay locked, which the algorithm of ALTER TABLE does not say",
  delete_all_rows: "the rows that are deleted stay locked, which no algorithm says",
  update_batch_1000: "the WHERE of raw SQL is not read: every row may be meant",
  copy_forced_add_col: "ALGORITHM=COPY is said to be unknown",
  type_enum_add_value_end: "the values of an ENUM are not compared: a copy is told",
  type_char32_to_uuid: "the present type was another one in the lab",
};

const told = facts.filter(({ form, error }) => error === undefined && !(form in differs));

describe("MySQL and MariaDB: every measured statement, read as raw SQL", () => {
  test.each(told.flatMap((fact) => fact.versions.map((server) => [fact.form, server, fact] as const)))("%s on %s", (_form, server, fact) => {
    const { all } = impactOfTransaction(fact.sql.flatMap((sql) => mysqlChanges(sql)), servers[server], startOf(before, new Set()), { atomic: true, utc: true });
    if (unknown.has(fact.form)) return expect(all.unknown).not.toBeNull();
    expect([all.unknown, all.rewrites.filter((table) => before.tables.has(table))]).toEqual([null, fact.rewrites.filter((table) => before.tables.has(table)).toSorted()]);
    const waits = fact.algorithm?.endsWith("LOCK=SHARED") === true || fact.writesWaited.length > 0;
    if (fact.time === "O(n)") expect(all.blocksWrites).toBe(waits);
    if (fact.time === "O(1)") expect(all.blocksWrites).toBe(false);
  });

  test("no exception that is none", () => {
    const forms = new Set(facts.map(({ form }) => form));
    expect([...unknown, ...Object.keys(differs)].filter((form) => !forms.has(form))).toEqual([]);
  });
});
