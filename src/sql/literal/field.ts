import type { Value } from "../../python/value.ts";

/** What decides how a field prepares its values; every BoundField is one, and so is a bare `output_field=…`. */
export interface FieldFacts {
  readonly path: string;
  readonly internalType: string;
  readonly kwargs: ReadonlyMap<string, Value>;
  readonly baseField: FieldFacts | null;
  readonly remote: { readonly target: FieldFacts | null } | null;
}

/** The class comes with Django, so it prepares values as Django does; any other may do it in its own way. */
export function isDjangoField(field: FieldFacts): boolean {
  return field.path.startsWith("django.");
}

/** get_internal_type() of fields whose get_prep_value makes a str. */
export const textTypes: ReadonlySet<string> = new Set([
  "CharField", "TextField", "SlugField", "FileField", "FilePathField", "IPAddressField", "CICharField", "CIEmailField", "CITextField", "EmailField", "URLField", "ImageField", "CommaSeparatedIntegerField",
]);

export const integerTypes: ReadonlySet<string> = new Set([
  "IntegerField", "BigIntegerField", "SmallIntegerField", "PositiveIntegerField", "PositiveBigIntegerField", "PositiveSmallIntegerField", "AutoField", "BigAutoField", "SmallAutoField",
]);

export const rangeTypes: ReadonlySet<string> = new Set(["IntegerRangeField", "BigIntegerRangeField", "DecimalRangeField", "DateTimeRangeField", "DateRangeField"]);
