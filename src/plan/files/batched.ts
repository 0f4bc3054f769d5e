import type { PyModule } from "../../python/python.ts";
import type { Expression, FunctionStatement, Statement } from "../../python/syntax.ts";

/** Rows of one statement: few enough to hold their locks for milliseconds. */
export const batchSize = 1000;

/**
 * A data migration's function with each `update()` and `delete()` of a query done batch by batch, by primary key. null where that could change what it does:
 * it does more than ask for models and change rows by such calls, or a value is made from the field that it changes, so that it must not run twice;
 * so it must not where one statement reads what a later one sets, for the rows that the later one has done are seen by the earlier one when it is run again.
 * `isRows`: is the call on this line one of a query's rows?
 */
export function batched(module: PyModule, definition: FunctionStatement, isRows: (line: number) => boolean): string | null {
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  for (const statement of definition.body) {
    if (isHarmless(statement, module)) continue;
    const edit = batchOf(statement, module, isRows);
    if (edit === null) return null;
    if (edits.length > 0 && fieldsSet(statement).some((name) => named(name).test(module.text.slice(definition.start, statement.start)))) return null;
    edits.push({ start: statement.start, end: statement.end, text: edit });
  }
  if (edits.length === 0 || /\bpks\b/.test(module.text.slice(definition.start, definition.end))) return null;
  let text = module.text.slice(definition.start, definition.end);
  for (const { start, end, text: by } of edits.reverse()) text = text.slice(0, start - definition.start) + by + text.slice(end - definition.start);
  return text;
}

/** Asks for a model, names a query or a value, imports something; runs no statement of its own. */
function isHarmless(statement: Statement, { text }: PyModule): boolean {
  if (statement.kind === "import" || statement.kind === "from") return true;
  if (statement.kind === "expression" && statement.value.kind === "string") return true;
  if (statement.kind !== "assign") return false;
  // A query is asked when its rows are wanted; what asks for them at once may not be put off.
  return !/\.(get|first|last|count|exists|aggregate|create|update|delete|save|bulk_\w+|values_list|execute|in_bulk|get_or_create|update_or_create|earliest|latest)\(|\b(list|set|dict|tuple|sorted|len)\(|\[|\bfor\b/.test(text.slice(statement.value.start, statement.value.end));
}

function batchOf(statement: Statement, module: PyModule, isRows: (line: number) => boolean): string | null {
  if (statement.kind !== "expression" || statement.value.kind !== "call") return null;
  const { callee, args } = statement.value;
  if (!isRows(module.lineAt(statement.start))) return null;
  const method = lastName(callee);
  if (method !== "update" && !(method === "delete" && args.length === 0)) return null;
  // What Python computes would be another value in each batch; what the database does not compute row by row, too.
  if (!args.every((one) => one.kind === "keyword" && !/\b(Random|Now|Subquery|OuterRef|Window)\b|\b[a-z_]\w*\(/.test(sourceOf(module, one.value)))) return null;
  if (args.some((one) => fieldsSet(statement).some((name) => named(name).test(sourceOf(module, one.value))))) return null;
  const query = module.text.slice(statement.value.start, callee.end).replace(/\s*\.\s*(update|delete)$/, "");
  if (/\b(order_by|reverse|distinct|values|values_list|select_for_update)\(|\[/.test(query)) return null;
  const indent = " ".repeat(statement.start - (module.text.lastIndexOf("\n", statement.start - 1) + 1));
  const given = module.text.slice(callee.end, statement.value.end);
  return [
    `rows = ${query}.order_by("pk")`,
    `pks = list(rows.values_list("pk", flat=True)[:${batchSize}])`,
    "while pks:",
    `    rows.filter(pk__in=pks).${method}${given.replaceAll("\n", "\n    ")}`,
    `    pks = list(rows.filter(pk__gt=pks[-1]).values_list("pk", flat=True)[:${batchSize}])`,
  ].join(`\n${indent}`);
}

/** The fields that `update()` sets. */
function fieldsSet(statement: Statement): readonly string[] {
  return statement.kind === "expression" && statement.value.kind === "call" ? statement.value.args.flatMap((one) => (one.kind === "keyword" ? [one.name] : [])) : [];
}

/** A field's name, a lookup over it included. */
function named(field: string): RegExp {
  return new RegExp(`\\b${field}(__|\\b)`);
}

function lastName(callee: Expression): string {
  if (callee.kind === "attribute") return callee.name;
  return callee.kind === "name" ? callee.path.slice(callee.path.lastIndexOf(".") + 1) : "";
}

function sourceOf({ text }: PyModule, { start, end }: Expression): string {
  return text.slice(start, end);
}
