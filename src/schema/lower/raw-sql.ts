import type { Value } from "../../python/value.ts";
import type { SchemaChange } from "../change.ts";
import { parameterSql } from "./defaults.ts";
import type { Editor } from "./editor.ts";

/** Reads raw SQL. Never throws. */
export interface RawReader {
  /** What the text does; what cannot be read is a change of kind Unknown. */
  changes(sql: string): readonly SchemaChange[];
  /** The statements of a script, without comments, as sqlparse.split and its formatter leave them (MySQL and SQLite). */
  split(sql: string): readonly string[];
}

/** RunSQL._run_sql: one text, or a list of texts and (text, parameters) pairs. */
export function runSql(editor: Editor, sql: Value, raw: RawReader): void {
  if (typeof sql === "string") {
    for (const text of script(editor, sql, raw)) run(editor, text, raw);
    return;
  }
  if (isNoop(sql)) return;
  const items = itemsOf(sql);
  if (items === null) {
    const reason = `the SQL of RunSQL is computed when the migration runs${text(sql)}`;
    editor.doubt(reason);
    editor.execute({ kind: "Unknown", reason });
    return;
  }
  for (const item of items) {
    const pair = itemsOf(item);
    if (typeof item === "string") run(editor, item, raw);
    else if (pair?.length === 2 && typeof pair[0] === "string") runWithParameters(editor, pair[0], pair[1] ?? null, raw);
    else runSql(editor, item, raw);
  }
}

/** RunSQL.noop, by name. */
function isNoop(value: Value): boolean {
  return typeof value === "object" && value !== null && value.kind === "ref" && value.path.endsWith("RunSQL.noop");
}

function itemsOf(value: Value): readonly Value[] | null {
  return typeof value === "object" && value !== null && (value.kind === "list" || value.kind === "tuple") ? value.items : null;
}

function text(value: Value): string {
  return typeof value === "object" && value !== null && "text" in value ? `: ${value.text}` : "";
}

/** RunSQL.noop is the empty string. PostgreSQL runs a script whole (prepare_sql_script); the others run it statement by statement. */
function script(editor: Editor, sql: string, raw: RawReader): readonly string[] {
  if (sql === "") return [];
  return editor.dialect.vendor === "postgresql" ? [sql] : raw.split(sql);
}

function run(editor: Editor, sql: string, raw: RawReader): void {
  editor.executeRaw(raw.changes(sql), sql);
}

/** Parameters are merged by the driver: literals can be printed, anything else is unknown. */
function runWithParameters(editor: Editor, sql: string, parameters: Value, raw: RawReader): void {
  if (parameters === null) return run(editor, sql, raw);
  const values = itemsOf(parameters);
  const merged = values && merge(editor, sql, values);
  if (merged === null || merged === undefined) {
    editor.doubt("the parameters of RunSQL are computed when the migration runs");
    editor.executeRaw(raw.changes(sql.replace(/%s|%\(\w+\)s/g, "NULL")), sql);
    return;
  }
  run(editor, merged, raw);
}

function merge(editor: Editor, sql: string, values: readonly Value[]): string | null {
  let at = 0;
  let known = true;
  const merged = sql.replace(/%%|%s/g, (mark) => {
    if (mark === "%%") return "%";
    const literal = parameterSql(editor, values[at++] ?? null);
    if (literal === null) known = false;
    return literal ?? mark;
  });
  return known && at === values.length ? merged : null;
}
