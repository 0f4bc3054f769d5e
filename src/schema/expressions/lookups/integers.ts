import { djangoAtLeast, isMySql, type Dialect } from "../../../sql/dialect.ts";
import { Matches } from "../node.ts";
import { isInstance } from "../output-field.ts";
import type { Lookup } from "./input.ts";

const ranges: Readonly<Record<string, readonly [bigint, bigint]>> = {
  SmallIntegerField: [-32768n, 32767n],
  IntegerField: [-2147483648n, 2147483647n],
  BigIntegerField: [-9223372036854775808n, 9223372036854775807n],
  PositiveBigIntegerField: [0n, 9223372036854775807n],
  PositiveSmallIntegerField: [0n, 32767n],
  PositiveIntegerField: [0n, 2147483647n],
  SmallAutoField: [-32768n, 32767n],
  AutoField: [-2147483648n, 2147483647n],
  BigAutoField: [-9223372036854775808n, 9223372036854775807n],
};

const unsigned: Readonly<Record<string, readonly [bigint, bigint]>> = {
  PositiveSmallIntegerField: [0n, 65535n],
  PositiveIntegerField: [0n, 4294967295n],
  PositiveBigIntegerField: [0n, 18446744073709551615n],
};

function rangeOf(type: string, dialect: Dialect): readonly [bigint, bigint] | undefined {
  // SQLite has 64 bits for every type.
  if (dialect.vendor === "sqlite") return [type.startsWith("Positive") ? 0n : -9223372036854775808n, 9223372036854775807n];
  return (isMySql(dialect.vendor) ? unsigned[type] : undefined) ?? ranges[type];
}

/** IntegerFieldOverflow (Django 5.0, #27397): a number beyond the column's range decides the condition. Throws Matches then. */
export function checkRange(lookup: Lookup): void {
  const { right, field, scope, name } = lookup;
  if (!("data" in right) || typeof right.data !== "bigint" || !isInstance(field, "IntegerField") || !djangoAtLeast(scope.dialect, "5.0")) return;
  const range = rangeOf(field.internalType, scope.dialect);
  if (!range) return;
  if (right.data < range[0]) throw new Matches(name === "gt" || name === "gte" ? "all" : "none");
  if (right.data > range[1]) throw new Matches(name === "lt" || name === "lte" ? "all" : "none");
}
