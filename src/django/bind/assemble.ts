import type { Value } from "../../python/value.ts";
import type { ColumnType } from "../../schema/change.ts";
import type { BoundField, BoundModel, Remote } from "../bound.ts";
import type { Field } from "../operation.ts";
import type { BindContext } from "./context.ts";
import { textArgument, type ResolvedField } from "./resolve-field.ts";
import { shapeOf, type Types } from "./shape.ts";

/** What a field of a model is made from. */
export interface FieldOrigin {
  readonly model: BoundModel;
  readonly name: string;
  readonly field: Field | null;
  readonly resolved: ResolvedField;
  /** Made for a parent link that Django promotes to the primary key. */
  readonly promoted: boolean;
  readonly remote: Remote | null;
  readonly context: BindContext;
  /** The model itself is not known well enough; null when it is. */
  readonly modelUnknown: string | null;
}

/** What differs between a field and another of its shape. */
export interface Column extends Types {
  readonly column: string | null;
  readonly suffix: ColumnType | null;
  readonly check: ColumnType | null;
  readonly generated: BoundField["generated"];
  readonly baseField: BoundField | null;
}

/** A field whose types are known by themselves. Written out, not spread: a history binds some hundred thousand of them. */
export function assemble(origin: FieldOrigin, column: Column): BoundField {
  const { resolved, promoted } = origin;
  const shape = shapeOf(resolved);
  const primaryKey = promoted || shape.primaryKey;
  return {
    model: origin.model,
    name: origin.name,
    field: origin.field,
    path: shape.path,
    internalType: shape.internalType,
    kwargs: primaryKey ? keyKwargs(resolved) : resolved.kwargs,
    column: column.column,
    dbType: column.dbType,
    castType: column.castType,
    relType: column.relType,
    suffix: known(column.suffix),
    check: known(column.check),
    collation: column.collation,
    comment: shape.comment,
    tablespace: shape.tablespace,
    null: shape.null,
    blank: shape.blank,
    unique: primaryKey || shape.unique,
    primaryKey,
    dbIndex: shape.dbIndex,
    maxLength: shape.maxLength,
    default: shape.default,
    dbDefault: shape.dbDefault,
    autoNow: shape.autoNow,
    emptyStringsAllowed: shape.emptyStringsAllowed,
    generated: column.generated,
    baseField: column.baseField,
    remote: null,
    unknown: origin.modelUnknown ?? resolved.unknown ?? reasonOf(column.check) ?? reasonOf(column.suffix) ?? reasonOf(column.dbType),
  };
}

/** get_attname_column(): a foreign key's column is its name with `_id`. */
export function columnOf({ name, resolved }: FieldOrigin): string | null {
  if (resolved.relation === "many to many" || resolved.composite !== null || resolved.virtual) return null;
  return textArgument(resolved.attributes, "db_column") ?? attname(name, resolved);
}

/** The attribute that holds the column's value: `customer_id`. */
export function attname(name: string, resolved: ResolvedField): string {
  return resolved.relation === "foreign key" || resolved.relation === "one to one" ? `${name}_id` : name;
}

/** The primary key is not serialised (Options.setup_pk). */
export function keyKwargs({ kwargs }: ResolvedField): Map<string, Value> {
  return new Map(kwargs).set("primary_key", true).set("serialize", false);
}

function known(type: ColumnType | null): string | null {
  return typeof type === "string" ? type : null;
}

export function reasonOf(type: ColumnType | null): string | null {
  return type !== null && typeof type === "object" ? type.unknown : null;
}
