import type { CallValue } from "../../python/value.ts";
import { readData } from "../../sql/literal/read.ts";
import { Unknown } from "../../sql/literal/unknown.ts";
import { argumentsOf } from "./arguments.ts";
import { type Fragment, param, sql } from "./fragment.ts";
import type { Node, Scope } from "./node.ts";
import { bare, type OutputField } from "./output-field.ts";

/** RawSQL(sql, params): in brackets, its `%s` filled. The columns it names are not known; those of the model that stand in its text count as read. */
export function rawNode(call: CallValue, explicit: OutputField | null, scope: Scope): Node {
  const { take, text: textOf } = argumentsOf(call, ["sql", "params", "output_field"]);
  const text = textOf("sql");
  const params = take("params");
  if (params !== undefined && (params === null || typeof params !== "object" || !("items" in params))) throw new Unknown("the parameters of RawSQL() cannot be read");
  const data = params === undefined ? [] : params.items.map(readData);
  const inner = withParams(text, data);
  return { kind: "raw", output: () => explicit ?? bare("Field"), sql: () => (readColumns(text, scope), sql`(${inner})`) };
}

function withParams(text: string, data: readonly ReturnType<typeof readData>[]): Fragment {
  const pieces = text.split(/(?<!%)(?:%%)*%s/).length === data.length + 1 ? text.split("%s") : null;
  if (!pieces || pieces.length !== data.length + 1) throw new Unknown("RawSQL() has another number of %s than parameters");
  return pieces.flatMap((piece, index) => (index < data.length ? [piece, ...param(data[index]!)] : [piece]));
}

function readColumns(text: string, scope: Scope): void {
  for (const field of scope.model?.localFields ?? []) {
    if (field.column !== null && new RegExp(`(?<![\\w$])${field.column.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w$])`, "i").test(text)) scope.reads.add(field.column);
  }
}
