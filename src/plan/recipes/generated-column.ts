import type { BoundField } from "../../django/bound.ts";
import type { Operation } from "../../django/operation.ts";
import { atLeast } from "../../django/project.ts";
import { postgresqlObjectName } from "../../schema/names.ts";
import type { SchemaChange } from "../../schema/change.ts";
import type { Table } from "../../schema/schema.ts";
import type { Change, Part, Recipe } from "../course.ts";
import { fieldOf } from "../course.ts";
import { operation, runSql, withArguments } from "../operations.ts";
import type { Breakage } from "../../safety/types.ts";
import { isMySql } from "../../sql/dialect.ts";
import { alterTable } from "../sql/raw.ts";
import { sqlOf, statementsOf, textsOf } from "../sql/sql-of.ts";
import { fillSql } from "./shadow-sql.ts";
import { slug } from "./words.ts";
import { codeSpan } from "../../code-span.ts";

/** A column that the server computes and keeps: adding it rewrites the table. */
export const generatedColumn: Recipe = {
  id: "generated-column",
  title: "A new generated column",
  when: "`AddField` of a `GeneratedField` with `db_persist=True` on a table that is there: the server computes it for every row while all others wait.",
  databases: "MySQL and MariaDB, and PostgreSQL 18 with Django 6.0: `db_persist=False`, which touches no row (MySQL and MariaDB by `RunSQL` with `ALGORITHM=INSTANT`). Older PostgreSQL: a plain column that a trigger fills, for Django the same; no server can make a generated column of one that is there.",
  reversible: "Always.",
  releases: ["`db_persist=False`: the column is computed when it is read. Or a plain column and a trigger, then its values in batches, while reads and writes go on."],
  course(change) {
    const { operation: add, app, record, database } = change;
    if (add.kind !== "AddField") return null;
    const field = fieldOf(change.after, app, add.model, add.field.name);
    if (!field?.generated?.stored || !field.column) return null;
    if (record.breaks.length > 0) return tooNarrow(record.breaks[0]!);
    if (field.unique || field.dbIndex || record.deferred.length > 0) return "its index would be built while others wait: add the column without it, and the index in a migration of its own";
    if (canBeVirtual(change)) {
      const part: Part = { release: 0, phase: "expand", title: "Let it be computed when it is read: `db_persist=False`", explanation: `No row is touched.${database.vendor === "postgresql" ? " PostgreSQL 18 cannot index such a column; if it must be, add a plain column instead." : ""}`, does: { kind: "instead", operations: virtualColumn(change, operation({ ...add, field: withArguments(add.field, { db_persist: false }) }), field) } };
      return { shortcuts: [], parts: [part], differs: `${field.name} is not stored` };
    }
    if (database.vendor !== "postgresql") return null;
    const made = record.statements[0]?.change;
    return withTrigger(change, made?.kind === "AddColumn" ? made : null, { model: field.model.name, column: field.column, type: typeof field.dbType === "string" ? field.dbType : null, state: operation(add) });
  },
};

/** On MySQL and MariaDB by RunSQL, so that the server can be asked for `ALGORITHM=INSTANT`. */
function virtualColumn({ app, before, context, database }: Change, add: Operation, field: BoundField): readonly Operation[] {
  if (!isMySql(database.vendor)) return [add];
  const made = statementsOf([add], app, before, context);
  const sql = made && textsOf(made.statements);
  const back = made && sqlOf([operation({ kind: "RemoveField", model: field.model.name, name: field.name })], app, made.after, context);
  return sql && back ? [runSql(sql, back, [add])] : [add];
}

/** What to do about values that the column cannot hold. */
export function tooNarrow({ error }: Breakage): string {
  return `the server would refuse rows of every release whose value does not fit: ${error}. Compute in a wider type (\`Cast(…, BigIntegerField())\` around what is computed with, and a wider \`output_field\`) before planning it`;
}

/** Can the server compute the column when it is read, and Django say so? */
export function canBeVirtual({ database, django }: Change): boolean {
  return isMySql(database.vendor) || (database.vendor === "postgresql" && atLeast(database.version, "18") && atLeast(django, "6.0"));
}

/** A plain column that a trigger fills like the generated one that would be `made`. */
export function withTrigger(change: Change, made: (SchemaChange & { readonly kind: "AddColumn" }) | null, { model, column, type, state }: { readonly model: string; readonly column: string; readonly type: string | null; readonly state: ReturnType<typeof operation> }) {
  const { dialect } = change.context;
  const q = dialect.quoteName;
  const table = made ? change.before.schema.tables.get(made.table) : undefined;
  const expression = made?.column.generated?.sql ?? null;
  const read = table && expression !== null ? columnsRead(expression, table) : null;
  if (!table || type === null || expression === null || read === null) return "what it computes cannot be read; add it when few use the table, with `lock_timeout` set";
  const name = q(postgresqlObjectName(table.name, column, "computed"));
  const ofRow = expression.replace(/"((?:[^"]|"")+)"/g, (text, inner: string) => (read.includes(inner.replaceAll('""', '"')) ? `NEW.${text}` : text));
  const trigger = `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  NEW.${q(column)} := ${ofRow};\n  RETURN NEW;\nEND $$;\nCREATE TRIGGER ${name} BEFORE INSERT OR UPDATE OF ${[...read, column].map(q).join(", ")} ON ${q(table.name)} FOR EACH ROW EXECUTE FUNCTION ${name}()`;
  const fill = fillSql(q, table, [[q(column), expression]]);
  if (fill === null) return "the table has no primary key of one column to fill its rows by, batch by batch";
  const parts: Part[] = [
    {
      release: 0,
      phase: "expand",
      title: "Add a plain column that a trigger computes",
      explanation: `For Django it is the same: it never writes the column. The trigger goes with the column when that is dropped. It names ${read.map(codeSpan).join(", ")}: when one of these gets another name or type, make function and trigger anew in the same migration.`,
      does: { kind: "instead", operations: [runSql([alterTable(dialect, table.name, `ADD COLUMN ${q(column)} ${type} NULL`), trigger], [alterTable(dialect, table.name, `DROP COLUMN ${q(column)} CASCADE`), `DROP FUNCTION ${name}()`], [state])] },
    },
    { release: 0, phase: "expand", title: "Compute it in the rows that are there", explanation: "A transaction for each 1,000 rows. It may be stopped and run again.", does: { kind: "file", migration: { name: slug(model, column, "fill"), atomic: false, operations: [runSql([fill], [])] } } },
  ];
  return { shortcuts: [], parts, differs: `a trigger computes ${column}` };
}

/** The table's columns in an expression; null where one stands in it without quotes. */
function columnsRead(sql: string, table: Table): readonly string[] | null {
  const quoted = [...sql.matchAll(/"((?:[^"]|"")+)"/g)].map(([, name]) => name!.replaceAll('""', '"'));
  const bare = new Set(sql.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, " ").toLowerCase().match(/[a-z_]\w*/g));
  if ([...table.columns.keys()].some((name) => bare.has(name))) return null;
  return [...new Set(quoted)].filter((name) => table.columns.has(name));
}
