/** A node of libpg-query's tree: one key that names the type, over its members. Read with the helpers below; nothing else is assumed of it. */
export type Node = Readonly<Record<string, unknown>>;

export function node(value: unknown): Node {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Node) : {};
}

export function nodes(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.map(node) : [];
}

export function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** An offset; zero is left out of the tree. */
export function number(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

/** The column that an expression is, with or without its table; null for any other expression. */
export function columnOf(value: unknown): string | null {
  return strings(node(node(value)["ColumnRef"])["fields"]).at(-1) ?? null;
}

/** The string in a `{ String: { sval } }`. */
export function stringOf(value: unknown): string | null {
  return text(node(node(value)["String"])["sval"]);
}

export function strings(value: unknown): readonly string[] {
  return nodes(value).map(stringOf).filter((one) => one !== null);
}

/** `schema.table` is a table's name without the schema `public`, which Django's tables are in. */
export function relationName(value: unknown): string | null {
  const relation = node(value);
  const name = text(relation["relname"]);
  const schema = text(relation["schemaname"]);
  if (name === null) return null;
  return schema === null || schema === "public" ? name : `"${schema}"."${name}"`;
}

/** The name in a DropStmt's object: a list of strings, schema first. */
export function objectName(value: unknown): string | null {
  const parts = strings(node(node(value)["List"])["items"]);
  const [first, second] = parts;
  if (first === undefined) return null;
  return second === undefined ? first : first === "public" ? second : `"${first}"."${second}"`;
}

const typeNames: Readonly<Record<string, string>> = {
  bool: "boolean",
  bpchar: "character",
  float4: "real",
  float8: "double precision",
  int2: "smallint",
  int4: "integer",
  int8: "bigint",
  timestamptz: "timestamp with time zone",
  timetz: "time with time zone",
  varbit: "bit varying",
};

/** A column type as Django and PostgreSQL's documentation spell it. */
export function typeOf(value: unknown): string {
  const type = node(value);
  const names = strings(type["names"]);
  const name = names.at(-1) ?? "";
  const modifiers = nodes(type["typmods"]).map((modifier) => constantOf(modifier) ?? "?");
  const length = modifiers.length === 0 ? "" : `(${modifiers.join(", ")})`;
  return `${typeNames[name] ?? name}${length}${"[]".repeat(nodes(type["arrayBounds"]).length)}`;
}

/** A constant as SQL; null for any other expression. */
export function constantOf(value: unknown): string | null {
  const cast = node(node(value)["TypeCast"]);
  if ("arg" in cast) return constantOf(cast["arg"]);
  const constant = node(value)["A_Const"];
  if (constant === undefined) return null;
  const { isnull, sval, ival, fval, boolval } = node(constant);
  if (isnull) return "NULL";
  if (sval !== undefined) return `'${(text(node(sval)["sval"]) ?? "").replaceAll("'", "''")}'`;
  // Zero and false are left out of the tree.
  if (ival !== undefined) return String(number(node(ival)["ival"]));
  if (fval !== undefined) return text(node(fval)["fval"]);
  if (boolval !== undefined) return node(boolval)["boolval"] ? "true" : "false";
  return null;
}

/** Every column that an expression names. */
export function columnsIn(value: unknown): readonly string[] {
  const found = new Set<string>();
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const one = pending.pop();
    if (Array.isArray(one)) pending.push(...one);
    else if (typeof one === "object" && one !== null) {
      const column = (one as Node)["ColumnRef"];
      const name = column === undefined ? undefined : strings(node(column)["fields"]).at(-1);
      if (name !== undefined) found.add(name);
      pending.push(...Object.values(one));
    }
  }
  return [...found].sort();
}
