import type { Value } from "../../python/value.ts";
import type { ColumnType } from "../../schema/change.ts";
import type { BoundField } from "../bound.ts";
import { assemble, columnOf, type FieldOrigin } from "./assemble.ts";
import { relationField } from "./relation-field.ts";
import { said } from "./resolve-class.ts";
import { resolveCall, resolveImplicit, truthy } from "./resolve-field.ts";
import { columnOwnTypes, noTypes } from "./shape.ts";
import { checkOf } from "./types/column-type.ts";

/** Binds one field. What depends on other models is looked up when it is first asked for. */
export function bindField(origin: FieldOrigin): BoundField {
  const { resolved } = origin;
  if (resolved.relation !== null && origin.remote !== null) return relationField(origin, origin.remote);
  if (resolved.class.path === generatedField) return generatedColumn(origin);
  if (resolved.class.chain.some((one) => one.path === arrayField)) return arrayColumn(origin);
  return columnField(origin);
}

const generatedField = "django.db.models.GeneratedField";
const arrayField = "django.contrib.postgres.fields.ArrayField";

/** A field with a column of its own type, or with none. */
function columnField(origin: FieldOrigin): BoundField {
  const { resolved, context } = origin;
  const column = columnOf(origin);
  const types = column === null ? noTypes : columnOwnTypes(resolved, context);
  const check = column === null ? null : checkOf(resolved.class, resolved.attributes, column, context);
  const element = said(resolved.class, "elementClass");
  const baseField = element === undefined ? null : bindField({ ...origin, field: null, promoted: false, resolved: resolveImplicit(element, {}, context) });
  return assemble(origin, { column, check, dbType: types.dbType, castType: types.castType, relType: types.relType, collation: types.collation, suffix: types.suffix, generated: null, baseField });
}

/** GeneratedField has its output field's types, and no check: that field has no column (Field.db_check() then finds none). */
function generatedColumn(origin: FieldOrigin): BoundField {
  const { attributes } = origin.resolved;
  const output = inner(origin, attributes.get("output_field"));
  const missing: ColumnType = { unknown: "its output_field cannot be read" };
  const { dbType, castType, relType, collation } = output ?? { dbType: missing, castType: missing, relType: missing, collation: null };
  const generated = output && { expression: attributes.get("expression") ?? null, output, stored: truthy(attributes.get("db_persist")) };
  return assemble(origin, { column: columnOf(origin), dbType, castType, relType, collation, suffix: null, check: null, generated, baseField: null });
}

/** ArrayField.db_type(): base_field's type with `[size]`. */
function arrayColumn(origin: FieldOrigin): BoundField {
  const baseField = inner(origin, origin.resolved.attributes.get("base_field"));
  const size = origin.resolved.attributes.get("size");
  const brackets = (type: ColumnType | null | undefined): ColumnType => {
    if (type === undefined || type === null) return { unknown: "its base_field cannot be read" };
    if (typeof type !== "string") return type;
    if (typeof size === "number" && size !== 0) return `${type}[${size}]`;
    return truthy(size) ? { unknown: "its size cannot be read: write the number in the migration" } : `${type}[]`;
  };
  const dbType = brackets(baseField?.dbType);
  return assemble(origin, { column: columnOf(origin), dbType, castType: brackets(baseField?.castType), relType: dbType, collation: baseField?.collation ?? null, suffix: null, check: null, generated: null, baseField });
}

function inner(origin: FieldOrigin, value: Value | undefined): BoundField | null {
  if (value === undefined || value === null || typeof value !== "object" || value.kind !== "call") return null;
  return bindField({ ...origin, field: null, promoted: false, resolved: resolveCall(value, origin.context) });
}
