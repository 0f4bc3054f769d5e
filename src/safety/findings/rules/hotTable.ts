import { readsWait, writesWait } from "../../impact/locks.ts";
import type { OperationParts } from "../parts.ts";
import { locked } from "../words.ts";
import type { OperationRule } from "../rule.ts";

export const hotTable: OperationRule = {
  about: "operation",
  id: "hot-table",
  level: "warning",
  title: "Locks a hot table",
  why: "Every lock, however short, waits for the transactions that use the table, and whatever comes after it waits behind it. On a busy table one long query in front of the migration stops all others.",
  advice: "Set `lock_timeout` (MySQL: `lock_wait_timeout`) to a second or two for the migrating session and try again when it runs out, at a quiet time.",
  databases: ["postgresql", "mysql", "mariadb"],
  tell: hotTables,
  bad: { operations: "migrations.AddField(\"order\", \"seen\", models.BooleanField(null=True)),", config: "hot-tables = [\"shop_order\"]" },
  good: { operations: "migrations.AddField(\"order\", \"seen\", models.BooleanField(null=True))," },
};

/** What takes long is told already, whatever the table. On MySQL and MariaDB every change of a table needs its metadata lock for a moment. */
function hotTables({ impact, sizes, database }: OperationParts): string[] {
  if (impact.blocksReads || impact.blocksWrites) return [];
  const waits = (lock: string) => (database.vendor === "postgresql" ? readsWait(lock) || writesWait(lock) : lock !== "row locks");
  const tables = Object.keys(impact.locks).filter((table) => sizes.hot(table) && waits(impact.locks[table]!)).sort();
  return tables.length === 0 ? [] : [`It locks ${locked(impact, tables)} only for a moment, but the configuration says ${tables.length === 1 ? "it is a hot table" : "they are hot tables"}.`];
}
