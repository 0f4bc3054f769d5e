import { postgresqlObjectName } from "../../schema/names.ts";
import type { Change, OwnMigration, Part, Recipe } from "../course.ts";
import { fieldOf } from "../course.ts";
import { runSql } from "../operations.ts";
import { shadowTables } from "./shadow.ts";
import { shadowSql } from "./shadow-sql.ts";
import { slug } from "./words.ts";
import { codeSpan } from "../../code-span.ts";

/** A column whose new type holds all that the old one did: only the server's rewrite is in the way. */
export const widenedColumn: Recipe = {
  id: "widened-column",
  title: "A wider number, keys included",
  when: "`AlterField` to a type that every statement of the running release goes on working with, but for which the server rewrites the table while all others wait: `IntegerField` to `BigIntegerField`, more decimal places, `AutoField` to `BigAutoField` with every foreign key column that follows it (so a new `DEFAULT_AUTO_FIELD`, too).",
  databases: "PostgreSQL 12 and later. MySQL and MariaDB before 11.8 copy each table and let no write through meanwhile, foreign keys and all: that is a maintenance window. SQLite copies the table, too.",
  reversible: "Until release 2 has dropped the old columns. Going back copies what was written since and builds keys and indexes under a lock, and it fails on numbers that the old type does not hold.",
  releases: [
    "Second columns of the new type, which a trigger fills; old rows are filled in batches; indexes, foreign keys and checks are made on them while reads and writes go on; then one short transaction exchanges the columns. No code changes: the columns have the same names before and after.",
    "Drop the old columns.",
  ],
  course(change) {
    const { operation: alter, app, record, database, context } = change;
    if (alter.kind !== "AlterField" || record.breaks.length > 0) return null;
    const field = fieldOf(change.before, app, alter.model, alter.field.name);
    if (!field?.column) return null;
    if (database.vendor !== "postgresql") return field.primaryKey ? window(change.record.impact.locks, database.vendor) : null;
    const known = new Set([...change.before.state.models.values()].flatMap((model) => [...model.indexes.keys()]));
    const newcomer = field.primaryKey ? refersLater(change, field.model.table, field.column) : null;
    if (newcomer !== null) return `the same pull request adds ${codeSpan(newcomer)}, which refers to the key and would be made with its old type: widen the key in a pull request before that`;
    const tables = shadowTables([...record.statements, ...record.deferred], change.before.schema, known);
    if (tables === null) return null;
    if (typeof tables === "string") return `${tables}. Run it when few write to the table, with \`lock_timeout\` set: all wait while the server rewrites it`;
    const sql = shadowSql(context.dialect, tables);
    if (sql.fill === null) return "a table has no primary key of one column to fill its rows by, batch by batch";
    const of = (name: string, atomic: boolean, operations: OwnMigration["operations"]): OwnMigration => ({ name: slug(field.model.name, field.name, name), atomic, operations });
    const names = tables.flatMap(({ table, columns }) => columns.map(({ column }) => codeSpan(`${table.name}.${column.name}`))).join(", ");
    const file = (title: string, explanation: string, migration: OwnMigration): Part => ({ release: 0, phase: "expand", title, explanation, does: { kind: "file", migration } });
    const renumbered = tables.flatMap(({ table, columns }) => columns.filter(({ column }) => column.identity).map(({ next }) => codeSpan(postgresqlObjectName(table.name, next, "seq"))));
    const sequences = renumbered.length === 0 ? "" : ` The numbers come from the sequence ${renumbered.join(", ")} then.`;
    const parts: Part[] = [
      { release: 0, phase: "expand", title: `Add second columns beside ${names}, which a trigger fills`, explanation: "No code knows them. Rows that are written from now on have the value in both.", does: { kind: "instead", operations: [runSql(sql.columns.sql, sql.columns.back)] } },
      file("Fill them in the rows that are there", "A transaction for each 1,000 rows. It may be stopped and run again.", of("fill", false, sql.fill.map((text) => runSql([text], [])))),
      ...(sql.indexes.length === 0 ? [] : [file("Build their indexes while writes go on", "If one fails, run the migration again: it drops what is left of the attempt.", of("indexes", false, sql.indexes.map((one) => runSql(one.sql, one.back))))]),
      ...(sql.rules.sql.length === 0 ? [] : [file("Add their foreign keys and checks, `NOT VALID`: rows that are there are not read", "", of("rules", true, [runSql(sql.rules.sql, sql.rules.back)])), file("Validate them; writes go on", "", of("valid", true, [runSql(sql.validate, [])]))]),
      file("Exchange the columns", `All of it is in the catalogue alone, but it locks ${tables.length === 1 ? "the table" : `${tables.length} tables`} for that moment. After two seconds of waiting for the lock it gives up; run it again then.${sequences}`, of("swap", true, [runSql(sql.swap.sql, sql.swap.back, [alter])])),
      { release: 1, phase: "contract", title: "Drop the old columns", explanation: "Backwards they come back, empty; the exchange fills them on its way back.", gate: "you are sure not to go back", does: { kind: "file", migration: of("drop_old", true, [runSql(sql.drop.sql, sql.drop.back)]) } },
    ];
    return { shortcuts: [], parts };
  },
};

/** The column of a foreign key to a key that the pull request makes after the key's own change: `shop_line.order_id`. */
function refersLater({ all, after }: Change, table: string, column: string): string | null {
  for (const { name, constraints } of all.at(-1)!.after.schema.tables.values()) {
    for (const key of constraints.values()) {
      if (key.kind === "foreign key" && key.toTable === table && key.toColumns.includes(column) && !after.schema.tables.get(name)?.columns.has(key.columns[0]!)) return `${name}.${key.columns[0]!}`;
    }
  }
  return null;
}

/** Where there is no other way than to stop the writers. */
function window(locks: Readonly<Record<string, string>>, vendor: string): string {
  const tables = Object.keys(locks).map(codeSpan).join(", ");
  if (vendor === "sqlite") return "SQLite copies the tables in one transaction, and nothing else can write meanwhile. Stop what writes, migrate, and start it again";
  return `the server copies ${tables === "" ? "each table" : tables} and lets no write through until it is done (MariaDB 11.8 and later lets them through, but for those to tables that a foreign key refers to); a key cannot be exchanged for another column without that. Announce a window for it: (1) measure the copy on a copy of the database; (2) stop web processes, workers and cron jobs that write; (3) end transactions that are open, and set \`lock_wait_timeout\` to a few seconds, so that \`migrate\` fails rather than queues before others; (4) run this migration alone, in a release of its own; (5) start everything again. No code has to change before or after: the running release works with the wider key`;
}
