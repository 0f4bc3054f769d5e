import type { Target, Usage, Usages } from "./types.ts";

/** Usages as a report holds them: numbers, and the first places. */
export interface UsageSummary {
  /** What is named: `Order.note`, `shop_order.note`. */
  readonly of: string;
  readonly certain: number;
  readonly likely: number;
  readonly possible: number;
  /** In tests, however sure; not in the other numbers. */
  readonly tests: number;
  /** The surest first; those in tests are not among them. */
  readonly first: readonly Usage[];
  /** What was not looked at, a sentence each. */
  readonly leftOut: readonly string[];
  /** Code was not looked at; files that hold none of their own (links, binaries) do not count. */
  readonly incomplete: boolean;
}

const mostPlaces = 30;

/** Sums up what was found of a target. */
export function summaryOf(target: Target, { found, leftOut, incomplete }: Usages): UsageSummary {
  const code = found.filter((usage) => !usage.test);
  const number = (certainty: Usage["certainty"]) => code.filter((usage) => usage.certainty === certainty).length;
  return { of: nameOf(target), certain: number("certain"), likely: number("likely"), possible: number("possible"), tests: found.length - code.length, first: code.slice(0, mostPlaces), leftOut, incomplete };
}

function nameOf({ app, model, field, column, table }: Target): string {
  const own = field ?? column;
  if (model !== null) return own === null ? `${app}.${model}` : `${model}.${own}`;
  return [table, own].filter((part) => part !== null).join(".");
}
