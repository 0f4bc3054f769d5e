import type { Dependency, Migration, MigrationKey } from "../operation.ts";
import { logicalLines, plainString } from "./tokens.ts";
import type { Line, Token } from "./tokens.ts";

/** What the graph needs of a migration. */
export type GraphMigration = Pick<Migration, "app" | "name" | "path" | "dependencies" | "runBefore" | "replaces" | "line">;

export interface NeedsParsing {
  /** Why a look at the text is not enough. */
  readonly needsParsing: string;
}

type Edges = Pick<GraphMigration, "dependencies" | "runBefore" | "replaces">;

const attributes = { dependencies: "dependencies", run_before: "runBefore", replaces: "replaces" } as const;
type Attribute = keyof typeof attributes;
const isAttribute = (text: string | undefined): text is Attribute => text !== undefined && Object.hasOwn(attributes, text);

/**
 * The edges of a migration from its text alone, several times cheaper than parsing: used to read only what a change depends on.
 * Says "needs parsing" for anything but literal lists in a plain `class Migration(migrations.Migration)`.
 */
export function scanMigration(key: MigrationKey, path: string, text: string): GraphMigration | NeedsParsing {
  const lines = logicalLines(text);
  const starts = lines.flatMap((line, i) => (line.column === 0 && line.tokens[0]?.text === "class" && line.tokens[1]?.text === "Migration" ? [i] : []));
  const start = starts[0];
  if (start === undefined || starts.length > 1) return { needsParsing: "not exactly one class Migration" };
  const head = spell(lines[start]!.tokens);
  if (!/^class Migration\((migrations\.)?Migration\):/.test(head)) return { needsParsing: "a base class of its own" };
  if (!head.endsWith(":")) return { needsParsing: "a class on one line" };
  const end = lines.findIndex((line, i) => i > start && line.column === 0);
  const outside = [...lines.slice(0, start), ...(end < 0 ? [] : lines.slice(end))];
  if (outside.some(({ tokens }) => tokens[0]?.text === "Migration" || spell(tokens).includes("Migration.operations"))) return { needsParsing: "Migration is changed after the class" };
  const edges = readBody(lines.slice(start + 1, end < 0 ? undefined : end));
  return "needsParsing" in edges ? edges : { app: key.app, name: key.name, path, line: lines[start]!.line, ...edges };
}

function readBody(body: readonly Line[]): Edges | NeedsParsing {
  const found = new Map<Attribute, readonly Dependency[]>();
  for (const { column, tokens } of body) {
    const name = tokens[0]?.text;
    if (!isAttribute(name)) continue;
    if (column !== body[0]!.column) return { needsParsing: `${name} is set inside a condition` };
    if (found.has(name)) return { needsParsing: `${name} is set twice` };
    const value = listAfterEquals(tokens);
    if (!value) return { needsParsing: `${name} is no list of literals` };
    found.set(name, value);
  }
  const keys = (name: Attribute) => found.get(name)?.filter((item) => item.kind === "migration");
  for (const name of ["run_before", "replaces"] as const) {
    if (found.get(name)?.some((item) => item.kind !== "migration")) return { needsParsing: `${name} is no list of literals` };
  }
  const plain = (items: readonly MigrationKey[] = []) => items.map(({ app, name }) => ({ app, name }));
  return { dependencies: found.get("dependencies") ?? [], runBefore: plain(keys("run_before")), replaces: plain(keys("replaces")) };
}

/** `name = [("app", "0001"), …]`, with or without an annotation; null for anything else. */
function listAfterEquals(tokens: readonly Token[]): readonly Dependency[] | null {
  const equals = tokens.findIndex((token) => token.text === "=");
  if (equals !== 1 && tokens[1]?.text !== ":") return null;
  const rest = tokens.slice(equals + 1);
  const [open, close] = [rest[0]?.text, rest.at(-1)?.text];
  if (!(open === "[" && close === "]") && !(open === "(" && close === ")")) return null;
  const items: Dependency[] = [];
  let at = 1;
  while (at < rest.length - 1) {
    const item = pairAt(rest, at) ?? swappableAt(rest, at);
    if (!item) return null;
    items.push(item.dependency);
    at = item.next;
    if (rest[at]?.text === ",") at++;
    else if (at !== rest.length - 1) return null;
  }
  return open === "(" && items.length > 0 && rest.at(-2)?.text !== "," && items.length === 1 ? null : items;
}

type Item = { readonly dependency: Dependency; readonly next: number };

/** `("app", "0001_initial")` or the same as a list. */
function pairAt(tokens: readonly Token[], at: number): Item | null {
  const close = ({ "(": ")", "[": "]" } as Record<string, string>)[tokens[at]?.text ?? ""];
  const [app, comma, name] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (!close || !app || !name || comma?.text !== ",") return null;
  const [appLabel, migration] = [plainString(app), plainString(name)];
  const last = tokens[at + 4]?.text === "," ? at + 5 : at + 4;
  if (appLabel === null || migration === null || tokens[last]?.text !== close) return null;
  return { dependency: { kind: "migration", app: appLabel, name: migration }, next: last + 1 };
}

/** `migrations.swappable_dependency(settings.AUTH_USER_MODEL)`. */
function swappableAt(tokens: readonly Token[], at: number): Item | null {
  const match = /^(?:migrations\.)?swappable_dependency\(settings\.(\w+),?\)/.exec(tokens.slice(at, at + 10).map((token) => token.text).join(""));
  if (!match) return null;
  let next = at;
  while (tokens[next]?.text !== ")") next++;
  return { dependency: { kind: "swappable", setting: match[1]! }, next: next + 1 };
}

function spell(tokens: readonly Token[]): string {
  return tokens.map((token, i) => (i > 0 && token.kind === "name" && tokens[i - 1]!.kind === "name" ? ` ${token.text}` : token.text)).join("");
}
