import type { Operation } from "../../django/operation.ts";
import { onlySql } from "../data.ts";
import type { Change, OwnMigration } from "../course.ts";
import { batchSize } from "../files/batched.ts";
import { operation, ref } from "../operations.ts";
import { rowsStatement } from "../sql/rows.ts";
import { pythonString } from "../write/string.ts";
import { slug } from "./words.ts";

/**
 * The migration that does an UPDATE or DELETE of RunSQL batch by batch. A text: why that cannot be done.
 * null where there is nothing of the kind.
 */
export function sqlInBatches(change: Change): { readonly migration: OwnMigration } | string | null {
  const run = change.operation;
  if (run.kind !== "RunSQL" || run.stateOperations.length > 0) return null;
  const sql = onlySql(run);
  const rows = sql === null ? null : rowsStatement(sql);
  if (sql === null || rows === null) return null;
  const bound = change.before.bound.keys.map((key) => change.before.bound.get(key)).find((model) => model?.table === rows.table);
  if (!rows.repeatable) return "what it writes may be another value the next time, so it is not safe to split or to run again. Split it by hand: a range of primary keys at a time, each in a transaction of its own";
  if (!bound?.pk?.column || bound.compositePk) return "the primary key of its table is not known, by which it would be split";
  const quote = change.context.dialect.quoteName;
  const [pk, table] = [quote(bound.pk.column), quote(rows.table)];
  // With parameters a percent sign is written twice.
  const [head, where] = [rows.head, rows.where].map((text) => text?.replaceAll("%", "%%") ?? null);
  const condition = where === null ? [] : [`(${where})`];
  const select = (more: readonly string[]) => `SELECT ${pk} FROM ${table}${[...condition, ...more].length === 0 ? "" : ` WHERE ${[...condition, ...more].join(" AND ")}`} ORDER BY ${pk} LIMIT ${batchSize}`;
  const name = slug(/^\w+/.exec(rows.head)![0], rows.table);
  const lines = [
    `def ${name}(apps, schema_editor):`,
    "    with schema_editor.connection.cursor() as cursor:",
    `        cursor.execute(${pythonString(select([]))}, [])`,
    "        pks = [pk for (pk,) in cursor.fetchall()]",
    "        while pks:",
    '            marks = ", ".join(["%s"] * len(pks))',
    `            cursor.execute(${pythonString(`${head ?? ""} WHERE ${[...condition, `${pk} IN (`].join(" AND ")}`)} + marks + ")", pks)`,
    `            cursor.execute(${pythonString(select([`${pk} > %s`]))}, [pks[-1]])`,
    "            pks = [pk for (pk,) in cursor.fetchall()]",
  ];
  const reverse = onlySql({ sql: run.reverseSql });
  // Backwards as it was: RunSQL cannot have Python the one way and SQL the other.
  if (run.reverseSql !== null && !(typeof run.reverseSql === "object" && run.reverseSql.kind === "ref") && reverse !== "") return "it has SQL for the way back, too. Write both ways as functions of `RunPython`, a batch of rows at a time";
  const back = run.reverseSql === null ? null : ref("django.db.migrations.RunPython.noop");
  const python: Operation = operation({ kind: "RunPython", code: ref(name), reverseCode: back, atomic: null, ...(run.more && { more: run.more }) });
  return { migration: { name: slug(name), atomic: false, operations: [python], functions: [lines.join("\n")], unknown: `Python sends your statement, for ${batchSize.toLocaleString("en")} rows at a time.` } };
}
