import type { Value } from "../../python/value.ts";
import type { ColumnType } from "../../schema/change.ts";
import type { BoundField, Remote } from "../bound.ts";
import { columnOf, keyKwargs, reasonOf, type FieldOrigin } from "./assemble.ts";
import { once } from "./once.ts";
import type { ResolvedField } from "./resolve-field.ts";
import { noTypes, shapeOf, type Types } from "./shape.ts";

const circle: ColumnType = { unknown: "its foreign keys point at each other in a circle" };

/** A foreign key, one-to-one or many-to-many field: its types are those of its target, looked up when they are asked for. */
export function relationField(origin: FieldOrigin, remote: Remote): BoundField {
  const { resolved, promoted } = origin;
  const shape = shapeOf(resolved);
  const primaryKey = promoted || shape.primaryKey;
  const column = columnOf(origin);
  const types = once<Types>(
    () => (column === null ? noTypes : foreignKeyTypes(remote)),
    () => ({ dbType: circle, castType: circle, relType: circle, collation: null }),
  );
  return {
    model: origin.model,
    name: origin.name,
    field: origin.field,
    path: shape.path,
    internalType: shape.internalType,
    get kwargs() {
      return relationKwargs(resolved, remote, primaryKey);
    },
    column,
    get dbType() {
      return types().dbType;
    },
    get castType() {
      return types().castType;
    },
    get relType() {
      return types().relType;
    },
    suffix: null,
    check: null,
    get collation() {
      return types().collation;
    },
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
    generated: null,
    baseField: null,
    remote,
    get unknown() {
      return origin.modelUnknown ?? resolved.unknown ?? (remote.to === "" ? noModel : reasonOf(types().dbType));
    },
  };
}

const noModel = "the model it points at cannot be read: write it as \"app_label.Model\" in the migration";

/** ForeignKey.db_type(), cast_db_type() and db_parameters(): those of the field it points at, with its collation. */
function foreignKeyTypes(remote: Remote): Types {
  const { target } = remote;
  if (target) return { dbType: target.relType, castType: target.castType, relType: target.relType, collation: target.collation };
  const unknown = {
    unknown: remote.model
      ? `it points at ${remote.to}, whose target field is not known`
      : remote.to === "" ? noModel : `it points at ${remote.to}, whose migrations are not in the repository: its column has the type of that model's primary key, which \`manage.py sqlmigrate\` shows`,
  };
  return { dbType: unknown, castType: unknown, relType: unknown, collation: null };
}

/** deconstruct() of a relation names its model in lower case, and the field it points at only when that is not the primary key. */
function relationKwargs(resolved: ResolvedField, remote: Remote, primaryKey: boolean): ReadonlyMap<string, Value> {
  const kwargs = primaryKey ? keyKwargs(resolved) : new Map(resolved.kwargs);
  if (remote.to !== "") kwargs.set("to", remote.to);
  if (remote.kind !== "many to many" && remote.target !== null && remote.target.primaryKey) kwargs.delete("to_field");
  if (remote.through && !remote.throughAuto) kwargs.set("through", `${remote.through.app}.${remote.through.name}`);
  return kwargs;
}
