import { knownTypes, typeAliases } from "../tables/postgresql-types.ts";

/** A column type taken apart. */
export interface PostgresType {
  /** Canonical name: `varchar`, `timestamptz`; a name that is not known stays as written. */
  readonly name: string;
  /** Numbers in brackets: length, or precision and scale. */
  readonly modifiers: readonly number[];
  readonly array: boolean;
  /** False for a type that may be a domain, an enum or of an extension we know nothing about. */
  readonly known: boolean;
}

/** Reads a column type as SQL spells it; one that cannot be read comes back as not known. */
export function postgresType(sql: string): PostgresType {
  const array = /\[\d*\]\s*$/.test(sql);
  const bare = sql.replace(/(\s*\[\d*\])+\s*$/, "").trim();
  const modifiers = /\(([\d\s,]*)\)/.exec(bare);
  const spelled = (modifiers ? bare.replace(modifiers[0], "") : bare).replaceAll('"', "").replace(/\s+/g, " ").trim().toLowerCase();
  const name = typeAliases[spelled] ?? spelled.replace(/^(public|pg_catalog)\./, "");
  const numbers = modifiers ? modifiers[1]!.split(",").filter((part) => part.trim() !== "").map(Number) : [];
  return { name, modifiers: name === "char" && numbers.length === 0 ? [1] : numbers, array, known: knownTypes.has(name) };
}

/** Is it one of the pseudo-types that come with a sequence of their own? */
export function isSerial(sql: string): boolean {
  return /^\s*(small|big)?serial\s*$/i.test(sql);
}
