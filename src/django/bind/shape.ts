import type { BoundField } from "../bound.ts";
import type { ColumnType } from "../../schema/change.ts";
import type { BindContext } from "./context.ts";
import { internalTypeOf, said } from "./resolve-class.ts";
import { textArgument, truthy, type ResolvedField } from "./resolve-field.ts";
import { castType, columnType, relationType, suffixOf } from "./types/column-type.ts";

/** The types of a column. */
export interface Types {
  readonly dbType: ColumnType | null;
  readonly castType: ColumnType | null;
  readonly relType: ColumnType | null;
  readonly collation: string | null;
}

/** Those of a field without a column. */
export const noTypes = { dbType: null, castType: null, relType: null, collation: null, suffix: null } as const;

/** What a field is on whatever model it stands: worked out once for each field of a state. */
export type Shape = Pick<
  BoundField,
  "path" | "internalType" | "comment" | "tablespace" | "null" | "blank" | "unique" | "primaryKey" | "dbIndex" | "maxLength" | "default" | "dbDefault" | "autoNow" | "emptyStringsAllowed"
>;

const shapes = new WeakMap<ResolvedField, Shape>();
const columns = new WeakMap<ResolvedField, Types & { readonly suffix: ColumnType | null }>();

export function shapeOf(resolved: ResolvedField): Shape {
  let shape = shapes.get(resolved);
  if (!shape) shapes.set(resolved, (shape = readShape(resolved)));
  return shape;
}

/** Types and suffix of a field that is no relation, array or generated column. */
export function columnOwnTypes(resolved: ResolvedField, context: BindContext): Types & { readonly suffix: ColumnType | null } {
  let types = columns.get(resolved);
  if (!types) columns.set(resolved, (types = readTypes(resolved, context)));
  return types;
}

function readShape({ class: resolved, attributes }: ResolvedField): Shape {
  const primaryKey = truthy(attributes.get("primary_key"));
  const maxLength = attributes.get("max_length");
  return {
    path: resolved.path,
    internalType: internalTypeOf(resolved),
    comment: textArgument(attributes, "db_comment"),
    tablespace: textArgument(attributes, "db_tablespace"),
    null: truthy(attributes.get("null")),
    blank: truthy(attributes.get("blank")),
    unique: primaryKey || truthy(attributes.get("unique")),
    primaryKey,
    dbIndex: truthy(attributes.get("db_index")),
    maxLength: typeof maxLength === "number" ? maxLength : null,
    default: attributes.get("default"),
    dbDefault: attributes.get("db_default"),
    autoNow: truthy(attributes.get("auto_now")) || truthy(attributes.get("auto_now_add")),
    emptyStringsAllowed: said(resolved, "emptyStringsAllowed") ?? true,
  };
}

function readTypes({ class: resolved, attributes }: ResolvedField, context: BindContext): Types & { readonly suffix: ColumnType | null } {
  const dbType = columnType(resolved, attributes, context);
  return {
    dbType,
    castType: castType(resolved, attributes, dbType, context),
    relType: relationType(resolved, attributes, dbType, context),
    collation: textArgument(attributes, "db_collation"),
    suffix: suffixOf(resolved, attributes, context),
  };
}
