import { djangoAtLeast, isMySql } from "../../sql/dialect.ts";
import type { Data } from "../../sql/literal/data.ts";
import { jsonString } from "../../sql/literal/json.ts";
import { Unknown } from "../../sql/literal/unknown.ts";
import { type Fragment, param, sql } from "./fragment.ts";
import type { Node, Scope } from "./node.ts";
import { bare } from "./output-field.ts";

/** KeyTransform(name, on), or with `text` KeyTextTransform: a key of a JSON document. */
export function keyNode(name: string, on: Node, text: boolean, scope: Scope): Node {
  const node: Node = {
    kind: "key",
    output: () => (text ? bare("TextField") : on.output()),
    sql: () => keySql(node, scope),
    detail: { kind: "key", name, on, text },
  };
  return node;
}

/** The document a chain of keys starts at, and the keys. */
export function keyPath(node: Node): { readonly on: Node; readonly keys: readonly string[] } {
  const keys: string[] = [];
  let on = node;
  while (on.kind === "key" && on.detail?.kind === "key") {
    keys.unshift(on.detail.name);
    on = on.detail.on;
  }
  return { on, keys };
}

function keySql(node: Node, scope: Scope): Fragment {
  const { dialect } = scope;
  const { on, keys } = keyPath(node);
  const text = node.detail?.kind === "key" && node.detail.text;
  const inner = on.sql();
  if (dialect.vendor === "postgresql") return postgresqlKey(inner, keys, text);
  if (!isMySql(dialect.vendor)) return sqliteKey(inner, keys);
  const path = param(jsonPath(keys));
  if (!text) return sql`JSON_EXTRACT(${inner}, ${path})`;
  const arrow = dialect.vendor === "mysql" && node.detail?.kind === "key" && arrowOnMySql(node.detail.on, scope);
  return arrow ? sql`(${inner} ->> ${path})` : sql`JSON_UNQUOTE(JSON_EXTRACT(${inner}, ${path}))`;
}

/** Django 6.1 asks whether the key is one of a field of a model (#36612), which a text key within a text key is not. */
function arrowOnMySql(on: Node, scope: Scope): boolean {
  if (!djangoAtLeast(scope.dialect, "6.0") || on.output()?.bound) return true;
  if (scope.dialect.django === "6.0") throw new Unknown("how Django 6.0 writes the text of a nested JSON key on MySQL is not known");
  return false;
}

function postgresqlKey(inner: Fragment, keys: readonly string[], text: boolean): Fragment {
  if (keys.length > 1) return sql`(${inner} ${text ? "#>>" : "#>"} ${param({ kind: "list", items: keys })})`;
  const [key] = keys;
  const lookup: Data = isInteger(key!) ? BigInt(key!) : key!;
  return sql`(${inner} ${text ? "->>" : "->"} ${param(lookup)})`;
}

/** The order in which Django lists the three words changes from process to process; this is one of them. */
function sqliteKey(inner: Fragment, keys: readonly string[]): Fragment {
  const path = param(jsonPath(keys));
  return sql`(CASE WHEN JSON_TYPE(${inner}, ${path}) IN ('false','true','null') THEN JSON_TYPE(${inner}, ${path}) ELSE JSON_EXTRACT(${inner}, ${path}) END)`;
}

/** Python's int() takes it. */
export const isInteger = (text: string): boolean => /^[+-]?\d+$/.test(text);

/** compile_json_path: `$."a"[0]`. */
export function jsonPath(keys: readonly string[], root = "$"): string {
  return root + keys.map((key) => (isInteger(key) ? `[${arrayIndex(key)}]` : `.${jsonString(key)}`)).join("");
}

function arrayIndex(key: string): string {
  if (key.startsWith("-")) throw new Unknown("a negative index into a JSON array");
  return String(BigInt(key));
}
