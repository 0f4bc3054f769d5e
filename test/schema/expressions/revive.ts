import type { Value } from "../../../src/python/value.ts";

/** What a recorded case says of one dialect: Django's SQL, null where it skips the thing, or the error it raised. */
export type Outcome = string | null | { readonly error: string };

/** A case that real Django was asked about: Python source, its value, and what came out by dialect (`5.2 postgresql`). */
export interface Recorded {
  readonly kind: string;
  readonly source: string;
  readonly field?: string;
  readonly fieldValue?: unknown;
  readonly value: unknown;
  readonly sql: Readonly<Record<string, Outcome>>;
}

const place = { path: "shop/migrations/0001_initial.py", line: 1 };

type Json = Readonly<Record<string, unknown>>;

/** A value from its JSON: what every call has in common is left out there. */
export function revive(json: unknown): Value {
  if (json === null || typeof json !== "object") return json as Value;
  const value = json as Json;
  if ("$bigint" in value) return BigInt(value["$bigint"] as string);
  const list = (name: string): readonly unknown[] => (value[name] ?? []) as readonly unknown[];
  switch (value["kind"]) {
    case "call":
      return {
        kind: "call", path: value["path"] as string, args: list("args").map(revive), kwargs: new Map(list("kwargs").map((pair) => [(pair as [string, unknown])[0], revive((pair as [string, unknown])[1])])),
        unknownArgs: null, place, text: value["path"] as string, ...("on" in value ? { on: revive(value["on"]) } : {}),
      };
    case "list":
    case "tuple":
    case "set":
      return { kind: value["kind"], items: list("items").map(revive) };
    case "dict":
      return { kind: "dict", entries: list("entries").map((pair) => [revive((pair as unknown[])[0]), revive((pair as unknown[])[1])] as const) };
    case "binary":
      return { kind: "binary", operator: value["operator"] as string, left: revive(value["left"]), right: revive(value["right"]), text: value["text"] as string };
    case "unary":
      return { kind: "unary", operator: value["operator"] as string, operand: revive(value["operand"]), text: value["text"] as string };
    case "ref":
      return { kind: "ref", path: value["path"] as string, place, text: value["text"] as string };
    default:
      return json as Value;
  }
}

/** The dialects that were asked. */
export const recordedDialects = ["4.2", "5.2", "6.1"].flatMap((django) => ["postgresql", "mysql", "mariadb", "sqlite"].map((vendor) => `${django} ${vendor}`)).concat("4.2 postgresql psycopg2", "5.2 postgresql psycopg2");

/** What Django made of a case there: a file names only where a release or driver differs from 5.2 with psycopg 3. undefined: it was not asked. */
export function outcomeOf(recorded: Recorded, dialect: string): Outcome | undefined {
  const [django, vendor, driver] = dialect.split(" ") as [string, string, string?];
  if (dialect in recorded.sql) return recorded.sql[dialect];
  if (driver) return outcomeOf(recorded, `${django} ${vendor}`);
  return recorded.sql[`5.2 ${vendor}`];
}
