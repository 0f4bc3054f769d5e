import { notFunctions, steadyFunctions, volatileFunctions } from "../tables/postgresql-functions.ts";

/** Is a DEFAULT's SQL evaluated once for the whole statement, or for every row? `unknown` carries the function we know nothing of. */
export type Volatility = { readonly kind: "once" } | { readonly kind: "every row" } | { readonly kind: "unknown"; readonly called: string };

/** Reads the functions a DEFAULT expression calls. */
export function volatility(sql: string): Volatility {
  const called = [...withoutLiterals(sql).matchAll(/([a-z_][\w$]*)\s*\(/gi)].map((match) => match[1]!.toLowerCase());
  if (called.some((name) => volatileFunctions.has(name))) return { kind: "every row" };
  const stranger = called.find((name) => !steadyFunctions.has(name) && !notFunctions.has(name));
  return stranger === undefined ? { kind: "once" } : { kind: "unknown", called: stranger };
}

/** The SQL with string literals and comments emptied, so that what stands in them is not read as code. Quoted names lose their quotes. */
export function withoutLiterals(sql: string): string {
  return sql
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .replace(/\be'(?:[^'\\]|\\.|'')*'/gi, "''")
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(/--[^\n]*/g, " ")
    .replace(/\/\*[\s\S]*?\*\//g, " ")
    .replaceAll('"', "");
}
