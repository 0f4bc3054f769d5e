import { type FreeWhen, freeConversions } from "../tables/postgresql-types.ts";
import { type PostgresType, postgresType } from "./type.ts";

/** What a type change costs before indexes and constraints are looked at. */
export type Conversion =
  | { readonly cost: "free"; readonly indexes: "kept" | "rebuilt" }
  | { readonly cost: "rewrite"; /** What would make it free; null: nothing. */ readonly unless: string | null }
  | { readonly cost: "unknown"; readonly reason: string };

/** Cost of changing a column's type on PostgreSQL. `utc`: the migrating session's TimeZone is UTC; null where that is not known. */
export function postgresConversion(before: string, after: string, utc: boolean | null): Conversion {
  const [from, to] = [postgresType(before), postgresType(after)];
  if (sameType(from, to)) return { cost: "free", indexes: "kept" };
  for (const type of [from, to]) {
    if (!type.known) return { cost: "unknown", reason: `"${type.name}" is not a built-in type: whether PostgreSQL rewrites the table depends on its casts` };
  }
  if (from.array || to.array) return { cost: "rewrite", unless: null };
  const free = freeConversions.find((row) => row.from === from.name && row.to === to.name);
  if (!free || !fits(free.when, from, to)) return { cost: "rewrite", unless: null };
  if (free.when === "UTC and full precision" && utc !== true) return { cost: "rewrite", unless: "the TimeZone of the session that migrates is UTC" };
  return { cost: "free", indexes: free.indexes };
}

function sameType(from: PostgresType, to: PostgresType): boolean {
  return from.name === to.name && from.array === to.array && from.modifiers.join() === to.modifiers.join();
}

function fits(when: FreeWhen, from: PostgresType, to: PostgresType): boolean {
  switch (when) {
    case "always":
      return true;
    case "unlimited":
      return to.modifiers.length === 0;
    case "not shorter":
      return to.modifiers.length === 0 || (from.modifiers.length > 0 && to.modifiers[0]! >= from.modifiers[0]!);
    case "same scale and no less precision":
      if (to.modifiers.length === 0) return true;
      return from.modifiers.length > 0 && (to.modifiers[1] ?? 0) === (from.modifiers[1] ?? 0) && to.modifiers[0]! >= from.modifiers[0]!;
    case "UTC and full precision":
      return (to.modifiers[0] ?? 6) >= 6;
    case "no less precision":
      return (to.modifiers[0] ?? 6) >= (from.modifiers[0] ?? 6);
  }
}
