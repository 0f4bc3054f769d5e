import { splitScript, type Token, tokens } from "../../schema/raw/tokens.ts";

/** `UPDATE t SET …` or `DELETE FROM t`, with its condition, of one table and nothing else. */
export interface RowsStatement {
  /** Everything before WHERE. */
  readonly head: string;
  readonly table: string;
  /** The condition; null: every row. */
  readonly where: string | null;
  /** Twice is as good as once, and a row's new values are its own: it may be done in parts, and again. */
  readonly repeatable: boolean;
}

/** Functions that say the same for the same row, whenever they are asked. */
const steady = new Set(["lower", "upper", "trim", "btrim", "ltrim", "rtrim", "coalesce", "nullif", "concat", "length", "substring", "substr", "replace", "abs", "round", "floor", "ceil", "greatest", "least", "cast", "in", "and", "or", "not", "when", "then", "else"]);
const more = new Set(["from", "join", "returning", "order", "limit", "using", "select", "with", "as"]);

/** null for any other statement. */
export function rowsStatement(sql: string): RowsStatement | null {
  // Backslashes, dollar quotes and `#` mean something else on each server.
  if (/[\\$#]|\b(current_\w+|localtime\w*)\b/i.test(sql)) return null;
  const [text, ...others] = splitScript(sql).map((one) => one.replace(/;$/, "").trim());
  if (text === undefined || others.length > 0) return null;
  const all = tokens(text);
  const word = (token: Token | undefined) => (token?.kind === "word" ? token.text.toLowerCase() : "");
  const update = word(all[0]) === "update" && word(all[2]) === "set";
  const remove = word(all[0]) === "delete" && word(all[1]) === "from" && (all.length === 3 || word(all[3]) === "where");
  const table = update ? all[1] : remove ? all[2] : undefined;
  if (!table || (table.kind !== "word" && table.kind !== "name") || table.text.includes(".")) return null;
  const at = all.findIndex((token) => word(token) === "where");
  const [head, condition] = at < 0 ? [all, []] : [all.slice(0, at), all.slice(at + 1)];
  if (all.slice(remove ? 3 : 2).some((token) => more.has(word(token)) || token.text === ";") || condition.some((token) => word(token) === "where")) return null;
  const set = targets(head);
  const values = head.filter((token, index) => !(set.has(token.text) && head[index + 1]?.text === "="));
  const repeatable = [...values.slice(3), ...condition].every((token, index, list) => list[index + 1]?.text !== "(" || token.kind !== "word" || steady.has(word(token))) && !values.slice(3).some((token) => token.kind !== "string" && set.has(token.text));
  return { head: text.slice(0, at < 0 ? text.length : all[at]!.start).trimEnd(), table: table.text, where: at < 0 ? null : text.slice(all[at]!.end).trim(), repeatable };
}

/** The columns that are set: what stands before `=` at the beginning and after a comma outside brackets. */
function targets(head: readonly Token[]): ReadonlySet<string> {
  const found = new Set<string>();
  let depth = 0;
  for (const [index, token] of head.entries()) {
    if (token.text === "(" && token.kind === "punctuation") depth++;
    if (token.text === ")" && token.kind === "punctuation") depth--;
    if (depth === 0 && head[index + 1]?.text === "=" && (index === 3 || head[index - 1]?.text === ",")) found.add(token.text);
  }
  return found;
}
