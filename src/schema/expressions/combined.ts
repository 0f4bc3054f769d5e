import { isMySql } from "../../sql/dialect.ts";
import { Unknown } from "../../sql/literal/unknown.ts";
import { type Fragment, join, sql } from "./fragment.ts";
import type { Node, Scope } from "./node.ts";
import { bare, isInstance, lineage, type OutputField } from "./output-field.ts";
import { numericOnSqlite } from "./value-node.ts";

/** Python's operators on expressions → Combinable's connectors; `bitand` and its sisters are methods. */
export const connectors: Readonly<Record<string, string>> = { "+": "+", "-": "-", "*": "*", "/": "/", "**": "^", "%": "%%" };

/** CombinedExpression(left, connector, right), with Django's own rules for durations and differences of moments. */
export function combinedNode(connector: string, left: Node, right: Node, scope: Scope, explicit: OutputField | null = null): Node {
  const output = (): OutputField | null => explicit ?? combinedType(connector, left, right);
  const write = scope.resolves ? resolvedWriter(connector, left, right, scope) : null;
  if (write) return { kind: "combined", output: () => write.output ?? output(), sql: () => numericOnSqlite(write.sql(), output, scope) };
  return { kind: "combined", output, sql: () => numericOnSqlite(sql`(${combine(connector, [left.sql(), right.sql()], scope)})`, output, scope) };
}

/** CombinedExpression.resolve_expression: DurationExpression and TemporalSubtraction; null for plain arithmetic. */
function resolvedWriter(connector: string, left: Node, right: Node, scope: Scope): { readonly output: OutputField | null; readonly sql: () => Fragment } | null {
  const [a, b] = [typeOf(left), typeOf(right)];
  if ((a === "DurationField" || b === "DurationField") && a !== b) return scope.dialect.features.hasNativeDurationField ? null : { output: null, sql: () => duration(connector, left, right, scope) };
  if (connector === "-" && a === b && a !== null && ["DateField", "DateTimeField", "TimeField"].includes(a)) return { output: bare("DurationField"), sql: () => difference(a, left.sql(), right.sql(), scope) };
  return null;
}

function typeOf(node: Node): string | null {
  try {
    return node.output()?.internalType ?? null;
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
}

/** combine_expression. */
function combine(connector: string, sides: readonly [Fragment, Fragment], scope: Scope): Fragment {
  const [left, right] = sides;
  if (isMySql(scope.dialect.vendor)) {
    if (connector === "^") return sql`POW(${left},${right})`;
    if (["&", "|", "<<", "#"].includes(connector)) return sql`CONVERT(${join(sides, connector === "#" ? "^" : connector)}, SIGNED)`;
    if (connector === ">>") return sql`FLOOR(${left} / POW(2, ${right}))`;
  }
  if (scope.dialect.vendor === "sqlite") {
    if (connector === "^") return sql`POWER(${left},${right})`;
    if (connector === "#") return sql`BITXOR(${left},${right})`;
  }
  return join(sides, ` ${connector} `);
}

/** DurationExpression.as_sql where durations are stored as microseconds. */
function duration(connector: string, left: Node, right: Node, scope: Scope): Fragment {
  const sides = [left, right].map((side) => (typeOf(side) === "DurationField" && isMySql(scope.dialect.vendor) ? sql`INTERVAL ${side.sql()} MICROSECOND` : side.sql()));
  if (scope.dialect.vendor !== "sqlite") return sql`(${combine(connector, [sides[0]!, sides[1]!], scope)})`;
  return sql`(django_format_dtdelta(${join([["'" + connector + "'"], ...sides], ", ")}))`;
}

/** subtract_temporals. */
function difference(type: string, left: Fragment, right: Fragment, scope: Scope): Fragment {
  const { vendor } = scope.dialect;
  if (vendor === "postgresql") return type === "DateField" ? sql`(interval '1 day' * (${left} - ${right}))` : sql`(${left} - ${right})`;
  if (vendor === "sqlite") return type === "TimeField" ? sql`django_time_diff(${left}, ${right})` : sql`django_timestamp_diff(${left}, ${right})`;
  if (type !== "TimeField") return sql`TIMESTAMPDIFF(MICROSECOND, ${right}, ${left})`;
  if (vendor === "mariadb") return sql`CAST((TIME_TO_SEC(${left}) - TIME_TO_SEC(${right})) * 1000000 AS SIGNED)`;
  return sql`((TIME_TO_SEC(${left}) * 1000000 + MICROSECOND(${left})) - (TIME_TO_SEC(${right}) * 1000000 + MICROSECOND(${right})))`;
}

type Rule = readonly [left: string | null, right: string | null, result: string];

const sameNumbers: readonly Rule[] = [["IntegerField", "IntegerField", "IntegerField"], ["FloatField", "FloatField", "FloatField"], ["DecimalField", "DecimalField", "DecimalField"]];
const mixedNumbers: readonly Rule[] = [
  ["IntegerField", "DecimalField", "DecimalField"], ["DecimalField", "IntegerField", "DecimalField"], ["IntegerField", "FloatField", "FloatField"], ["FloatField", "IntegerField", "FloatField"],
];
const withNone: readonly Rule[] = ["IntegerField", "DecimalField", "FloatField"].flatMap((type): Rule[] => [[type, null, type], [null, type, type]]);
const moments: Readonly<Record<string, readonly Rule[]>> = {
  "+": [
    ["DateField", "DurationField", "DateTimeField"], ["DateTimeField", "DurationField", "DateTimeField"], ["DurationField", "DateField", "DateTimeField"],
    ["DurationField", "DateTimeField", "DateTimeField"], ["DurationField", "DurationField", "DurationField"], ["TimeField", "DurationField", "TimeField"], ["DurationField", "TimeField", "TimeField"],
  ],
  "-": [
    ["DateField", "DurationField", "DateTimeField"], ["DateTimeField", "DurationField", "DateTimeField"], ["DateField", "DateField", "DurationField"], ["DateField", "DateTimeField", "DurationField"],
    ["DateTimeField", "DateField", "DurationField"], ["DateTimeField", "DateTimeField", "DurationField"], ["DurationField", "DurationField", "DurationField"], ["TimeField", "DurationField", "TimeField"],
    ["TimeField", "TimeField", "DurationField"],
  ],
  "||": [["SearchVectorField", "SearchVectorField", "SearchVectorField"]],
};
const bits = new Set(["&", "|", "<<", ">>", "#"]);
const arithmetic = new Set(["+", "-", "*", "/", "%%", "^"]);

/** _resolve_combined_type over Django's table of combinable fields. Throws Unknown where Django asks for an output_field. */
function combinedType(connector: string, left: Node, right: Node): OutputField {
  const rules = [
    ...(arithmetic.has(connector) ? [...sameNumbers, ...(connector === "^" ? [] : mixedNumbers)] : []),
    ...(bits.has(connector) ? [["IntegerField", "IntegerField", "IntegerField"] as const] : []),
    ...(arithmetic.has(connector) ? withNone : []),
    ...(moments[connector] ?? []),
  ];
  const [a, b] = [left.output(), right.output()];
  const fits = (field: OutputField | null, type: string | null): boolean => (type === null ? field === null : isInstance(field, type));
  const rule = rules.find(([first, second]) => fits(a, first) && fits(b, second));
  if (!rule) throw new Unknown(`the type of ${a ? lineage(a)[0] : "nothing"} ${connector} ${b ? lineage(b)[0] : "nothing"} without output_field`);
  return bare(rule[2]);
}
