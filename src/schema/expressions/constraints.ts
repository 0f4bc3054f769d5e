import type { BoundModel } from "../../django/bound.ts";
import type { CallValue, Value } from "../../python/value.ts";
import { isMySql, type Dialect } from "../../sql/dialect.ts";
import { orUnknown, Unknown } from "../../sql/literal/unknown.ts";
import type { ConstraintDefinition, IndexDefinition } from "../change.ts";
import type { Deferrable } from "../schema.ts";
import { djangoClass } from "./class-name.ts";
import { condition } from "./compile.ts";
import { exclusionDefinition } from "./exclusion.ts";
import { callOf, columnOf, textOf, textsOf } from "./index-arguments.ts";
import { columnParts, conditionOf, expressionParts } from "./indexes.ts";

/** What a constraint of a model's Meta is in the database: a constraint, or a unique index. */
export type DefinedConstraint = { readonly constraint: ConstraintDefinition } | { readonly index: IndexDefinition };

/** UniqueConstraint, CheckConstraint or ExclusionConstraint; null where Django skips it because the database does not support it. */
export function constraintDefinition(value: Value, model: BoundModel, dialect: Dialect): DefinedConstraint | { readonly unknown: string } | null {
  return orUnknown(() => define(value, model, dialect));
}

function define(value: Value, model: BoundModel, dialect: Dialect): DefinedConstraint | null {
  const call = callOf(value);
  const name = textOf(call, "name");
  if (name === null) throw new Unknown("a constraint without a name");
  switch (djangoClass(call.path)) {
    case "CheckConstraint":
      return check(name, call, model, dialect);
    case "UniqueConstraint":
      return unique(name, call, model, dialect);
    case "ExclusionConstraint":
      return { constraint: exclusionDefinition(name, call, deferrableOf(call), model, dialect) };
    default:
      throw new Unknown(`the constraint class ${call.path} is not one of Django's`);
  }
}

/** `check=` became `condition=` in Django 5.1. */
function check(name: string, call: CallValue, model: BoundModel, dialect: Dialect): DefinedConstraint | null {
  const value = call.kwargs.get("condition") ?? call.kwargs.get("check");
  if (value === undefined || value === null) throw new Unknown("a check constraint without a condition");
  if (!dialect.features.supportsTableCheckConstraints) return null;
  const { sql, columns } = condition(value, model, dialect);
  return { constraint: { kind: "check", name, sql, columns, notValid: false } };
}

/** _unique_supported and _create_unique_sql: with a condition, INCLUDE, operator classes or expressions it is a unique index. */
function unique(name: string, call: CallValue, model: BoundModel, dialect: Dialect): DefinedConstraint | null {
  const { features } = dialect;
  const given = call.kwargs.get("condition") ?? null;
  const deferrable = deferrableOf(call);
  const include = textsOf(call, "include").map((field) => columnOf(field, model));
  const opclasses = textsOf(call, "opclasses");
  const nullsDistinct = call.kwargs.get("nulls_distinct") ?? null;
  if (nullsDistinct !== null && typeof nullsDistinct !== "boolean") throw new Unknown("nulls_distinct cannot be read");
  const supported =
    (given === null || features.supportsPartialIndexes) &&
    (deferrable === null || features.supportsDeferrableUniqueConstraints) &&
    (include.length === 0 || features.supportsCoveringIndexes) &&
    (call.args.length === 0 || features.supportsExpressionIndexes) &&
    (nullsDistinct === null || features.supportsNullsDistinctUniqueConstraints);
  if (!supported) return null;
  const fields = textsOf(call, "fields");
  if (given === null && include.length === 0 && opclasses.length === 0 && call.args.length === 0) {
    return { constraint: { kind: "unique", name, columns: fields.map((field) => columnOf(field, model)), deferrable, nullsDistinct, include: [], opclasses: [], usingIndex: null } };
  }
  const used = isMySql(dialect.vendor) || dialect.vendor === "sqlite" ? [] : opclasses;
  const body = call.args.length > 0 ? expressionParts(call.args, model, dialect) : columnParts(fields, used, model, dialect);
  const where = conditionOf(given, model, dialect);
  return { index: { name, unique: true, ...body, reads: [...new Set([...body.reads, ...where.columns])], method: null, opclasses: used, include, nullsDistinct, condition: where.sql, with: null, tablespace: null } };
}

/** `models.Deferrable.DEFERRED`, also as the migration writer prints it: `django.db.models.constraints.Deferrable['DEFERRED']`. */
function deferrableOf(call: CallValue): Deferrable {
  const value = call.kwargs.get("deferrable") ?? null;
  if (value === null) return null;
  const text = typeof value === "object" && "text" in value ? value.text : "";
  const word = /Deferrable(?:\.|\[['"])(DEFERRED|IMMEDIATE)\b/.exec(typeof value === "object" && value.kind === "ref" ? value.path : text)?.[1];
  if (word === undefined) throw new Unknown("the argument deferrable cannot be read");
  return word === "DEFERRED" ? "deferred" : "immediate";
}
