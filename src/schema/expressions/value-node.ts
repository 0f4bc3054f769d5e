import { djangoAtLeast, isMySql } from "../../sql/dialect.ts";
import type { Data } from "../../sql/literal/data.ts";
import { isComputed, prepare, prepareForDatabase } from "../../sql/literal/prepare.ts";
import { type Fragment, param, sql } from "./fragment.ts";
import type { Node, Scope } from "./node.ts";
import { bare, dbType, type OutputField } from "./output-field.ts";
import { rangeTypes } from "../../sql/literal/field.ts";

/** Value(data, output_field). */
export function valueNode(data: Data, explicit: OutputField | null, scope: Scope): Node {
  const field = explicit ?? impliedField(data);
  return { kind: "value", data, output: () => field, sql: () => sqliteNumeric(valueSql(data, field, scope), data, field, scope) };
}

/** Value._resolve_output_field: the type that the Python object implies. */
function impliedField(data: Data): OutputField | null {
  if (typeof data === "string") return bare("CharField");
  if (typeof data === "boolean") return bare("BooleanField");
  if (typeof data === "bigint") return bare("IntegerField");
  if (data === null) return null;
  const name = impliedByKind[data.kind];
  return name === undefined ? null : bare(name);
}

const impliedByKind: Readonly<Record<string, string>> = {
  float: "FloatField", datetime: "DateTimeField", date: "DateField", time: "TimeField", timedelta: "DurationField", decimal: "DecimalField", bytes: "BinaryField", uuid: "UUIDField",
};

function valueSql(data: Data, field: OutputField | null, scope: Scope): Fragment {
  if (field === null) return data === null ? ["NULL"] : param(data);
  const prepared = isComputed(data) ? data : prepareForDatabase(prepare(data, field, scope.dialect), field, scope.dialect);
  // get_placeholder() of arrays, ranges and MySQL's binary fields.
  if (field.internalType === "ArrayField" || rangeTypes.has(field.internalType)) return sql`${param(prepared)}::${dbType(field, scope.dialect)}`;
  if (field.internalType === "BinaryField" && isMySql(scope.dialect.vendor) && prepared !== null) return sql`_binary ${param(prepared)}`;
  return prepared === null ? ["NULL"] : param(prepared);
}

/** SQLite compares decimals as numbers: SQLiteNumericMixin; Django 6.1 casts a Decimal to REAL. */
function sqliteNumeric(fragment: Fragment, data: Data, field: OutputField | null, scope: Scope): Fragment {
  if (scope.dialect.vendor !== "sqlite" || field?.internalType !== "DecimalField") return fragment;
  const real = djangoAtLeast(scope.dialect, "6.1") && data !== null && typeof data === "object" && data.kind === "decimal";
  return castNumeric(fragment, scope, real ? "REAL" : "NUMERIC");
}

/** SQLiteNumericMixin.as_sqlite's cast; the brackets around it came after Django 4.2. */
export function castNumeric(fragment: Fragment, scope: Scope, type = "NUMERIC"): Fragment {
  return djangoAtLeast(scope.dialect, "5.0") ? sql`(CAST(${fragment} AS ${type}))` : sql`CAST(${fragment} AS ${type})`;
}

/** The mixin for everything but Value. */
export function numericOnSqlite(fragment: Fragment, output: () => OutputField | null, scope: Scope): Fragment {
  if (scope.dialect.vendor !== "sqlite") return fragment;
  return outputOrNull(output)?.internalType === "DecimalField" ? castNumeric(fragment, scope) : fragment;
}

/** The mixin forgives a type that cannot be told. */
function outputOrNull(output: () => OutputField | null): OutputField | null {
  try {
    return output();
  } catch {
    return null;
  }
}
