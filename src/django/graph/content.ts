import type { Migration } from "../operation.ts";
import { compareText } from "./key.ts";
import { logicalLines } from "./tokens.ts";
import type { Line, Token } from "./tokens.ts";

/** What a migration's operations do to a database, as text to compare: equal where only places, comments, formatting, the order of keywords or words for people differ. */
export function operationsContent(migration: Migration): string {
  return JSON.stringify([canonical(migration.operations), migration.atomic]);
}

/** Members that say where a thing stands and not what it is. */
const whereabouts: ReadonlySet<string> = new Set(["place", "line", "lastLine", "column"]);
/** Compound values whose source text says nothing that their parts do not say. */
const saidByParts: ReadonlySet<unknown> = new Set(["call", "ref", "binary", "unary"]);

/** Arguments of a field that no database holds and no other argument follows from (of Field.non_db_attrs). */
const forPeople: ReadonlySet<string> = new Set(["choices", "editable", "error_messages", "help_text", "limit_choices_to", "on_delete", "related_name", "related_query_name", "validators", "verbose_name"]);

function canonical(value: unknown): unknown {
  if (typeof value === "bigint") return { bigint: String(value) };
  if (value === undefined) return { undefined: true };
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(canonical);
  if (value instanceof Map) return { map: sortedPairs([...value].map(([key, item]) => [String(key), canonical(item)])) };
  const record = value as Readonly<Record<string, unknown>>;
  if (record["kind"] === "unknown") return { unknown: codeContent(String(record["text"])) };
  if (record["kind"] === "ref" && !/^[\w.]+$/.test(String(record["path"]))) return { code: codeContent(String(record["text"])) };
  const isField = !("kind" in record) && record["kwargs"] instanceof Map;
  return sortedPairs(
    Object.entries(isField ? { ...record, kwargs: new Map([...(record["kwargs"] as ReadonlyMap<string, unknown>)].filter(([name]) => !forPeople.has(name))) } : record)
      .filter(([name]) => !whereabouts.has(name) && !(name === "text" && saidByParts.has(record["kind"])))
      .map(([name, item]) => [name, canonical(item)]),
  );
}

function sortedPairs(pairs: [string, unknown][]): [string, unknown][] {
  return pairs.sort(([a], [b]) => compareText(a, b));
}

/** The code of a migration file beside its Migration class and its imports: the functions that RunPython calls. */
export function functionsContent(text: string): string {
  let inMigration = false;
  const kept = logicalLines(text).filter((line) => {
    const [first, second] = line.tokens;
    if (line.column === 0) inMigration = first?.text === "class" && second?.text === "Migration";
    const isImport = line.column === 0 && (first?.text === "import" || first?.text === "from");
    return !inMigration && !isImport && !isDocstring(line);
  });
  return kept.map((line) => `${line.column}:${normal(line.tokens)}`).join("\n");
}

/** Code without comments, line breaks, trailing commas and the choice of quotes. */
function codeContent(text: string): string {
  return logicalLines(text).map((line) => normal(line.tokens)).join("\n");
}

function isDocstring(line: Line): boolean {
  return line.tokens.every((token) => token.kind === "string");
}

function normal(tokens: readonly Token[]): string {
  const kept = tokens.filter((token, i) => !(token.text === "," && /^[)\]}]$/.test(tokens[i + 1]?.text ?? "")));
  return kept.map((token) => (token.kind === "string" ? sameQuotes(token.text) : token.text)).join(" ");
}

function sameQuotes(text: string): string {
  const match = /^([a-zA-Z]*)("""|'''|"|')([^]*)\2$/.exec(text);
  return match && !/["'\\]/.test(match[3]!) ? `${match[1]!.toLowerCase().replace("u", "")}"${match[3]}"` : text;
}
