import type { Value } from "../../python/value.ts";
import type { ColumnType } from "../../schema/change.ts";
import type { BoundField, BoundModel, Remote } from "../bound.ts";
import type { Field } from "../operation.ts";
import type { BindContext } from "./context.ts";
import { once } from "./once.ts";
import { internalTypeOf, said } from "./resolve-class.ts";
import { resolveCall, resolveImplicit, textArgument, truthy, type ResolvedField } from "./resolve-field.ts";
import { castType, checkOf, columnType, relationType, suffixOf } from "./types/column-type.ts";

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

interface Types {
  readonly db: ColumnType | null;
  readonly cast: ColumnType | null;
  readonly rel: ColumnType | null;
  readonly collation: string | null;
}

const circle: ColumnType = { unknown: "its foreign keys point at each other in a circle" };

/** Binds one field. What depends on other models is looked up when it is first asked for. */
export function bindField(origin: FieldOrigin): BoundField {
  const { model, name, resolved, remote, context } = origin;
  const { attributes } = resolved;
  const column = columnOf(origin);
  const primaryKey = origin.promoted || truthy(attributes.get("primary_key"));
  const types = once<Types>(() => typesOf(origin, bound), () => ({ db: circle, cast: circle, rel: circle, collation: null }));
  const check = column === null || remote !== null || resolved.class.path === generatedField ? null : checkOf(resolved.class, attributes, column, context);
  const suffix = column === null || remote !== null ? null : suffixOf(resolved.class, attributes, context);
  const output = once(() => inner(origin, attributes.get("output_field")), () => null);
  const element = once(() => elementOf(origin), () => null);
  const bound: BoundField = {
    model,
    name,
    field: origin.field,
    path: resolved.class.path,
    internalType: internalTypeOf(resolved.class),
    get kwargs() {
      return kwargsOf(origin, primaryKey);
    },
    column,
    get dbType() {
      return types().db;
    },
    get castType() {
      return types().cast;
    },
    get relType() {
      return types().rel;
    },
    suffix: typeof suffix === "string" ? suffix : null,
    check: typeof check === "string" ? check : null,
    get collation() {
      return types().collation;
    },
    comment: textArgument(attributes, "db_comment"),
    tablespace: textArgument(attributes, "db_tablespace"),
    null: truthy(attributes.get("null")),
    blank: truthy(attributes.get("blank")),
    unique: primaryKey || truthy(attributes.get("unique")),
    primaryKey,
    dbIndex: truthy(attributes.get("db_index")),
    maxLength: typeof attributes.get("max_length") === "number" ? (attributes.get("max_length") as number) : null,
    default: attributes.get("default"),
    dbDefault: attributes.get("db_default"),
    autoNow: truthy(attributes.get("auto_now")) || truthy(attributes.get("auto_now_add")),
    emptyStringsAllowed: said(resolved.class, "emptyStringsAllowed") ?? true,
    get generated() {
      const made = resolved.class.path === generatedField ? output() : null;
      return made && { expression: attributes.get("expression") ?? null, output: made, stored: truthy(attributes.get("db_persist")) };
    },
    get baseField() {
      return element();
    },
    remote,
    get unknown() {
      return origin.modelUnknown ?? resolved.unknown ?? reasonOf(check) ?? reasonOf(suffix) ?? reasonOf(types().db);
    },
  };
  return bound;
}

const generatedField = "django.db.models.GeneratedField";
const arrayField = "django.contrib.postgres.fields.ArrayField";

/** get_attname_column(): a foreign key's column is its name with `_id`. */
function columnOf({ name, resolved }: FieldOrigin): string | null {
  if (resolved.relation === "many to many" || resolved.composite !== null || resolved.virtual) return null;
  return textArgument(resolved.attributes, "db_column") ?? attname(name, resolved);
}

/** The attribute that holds the column's value: `customer_id`. */
export function attname(name: string, resolved: ResolvedField): string {
  return resolved.relation === "foreign key" || resolved.relation === "one to one" ? `${name}_id` : name;
}

function typesOf(origin: FieldOrigin, bound: BoundField): Types {
  const { resolved, context, remote } = origin;
  const { attributes } = resolved;
  if (bound.column === null) return { db: null, cast: null, rel: null, collation: null };
  if (remote !== null) return foreignKeyTypes(remote);
  if (resolved.class.path === generatedField) return generatedTypes(bound);
  if (resolved.class.chain.some((one) => one.path === arrayField)) return arrayTypes(bound, attributes.get("size"));
  const db = columnType(resolved.class, attributes, context);
  return { db, cast: castType(resolved.class, attributes, db, context), rel: relationType(resolved.class, attributes, db, context), collation: textArgument(attributes, "db_collation") };
}

/** ForeignKey.db_type(), cast_db_type() and db_parameters(): those of the field it points at, with its collation. */
function foreignKeyTypes(remote: Remote): Types {
  const { target } = remote;
  if (!target) {
    const unknown = remote.model
      ? `it points at ${remote.to}, whose target field is not known`
      : `it points at ${remote.to || "a model that cannot be read"}, whose migrations are not in the repository: its column has the type of that model's primary key, which \`manage.py sqlmigrate\` shows`;
    return { db: { unknown }, cast: { unknown }, rel: { unknown }, collation: null };
  }
  return { db: target.relType, cast: target.castType, rel: target.relType, collation: target.collation };
}

function generatedTypes(bound: BoundField): Types {
  const output = bound.generated?.output;
  const unknown: ColumnType = { unknown: "its output_field cannot be read" };
  if (!output) return { db: unknown, cast: unknown, rel: unknown, collation: null };
  return { db: output.dbType, cast: output.castType, rel: output.relType, collation: output.collation };
}

/** ArrayField.db_type(): base_field's type with `[size]`. */
function arrayTypes(bound: BoundField, size: Value | undefined): Types {
  const base = bound.baseField;
  const brackets = (type: ColumnType | null | undefined): ColumnType => {
    if (type === undefined || type === null) return { unknown: "its base_field cannot be read" };
    if (typeof type !== "string") return type;
    if (typeof size === "number" && size !== 0) return `${type}[${size}]`;
    return truthy(size) ? { unknown: "its size cannot be read: write the number in the migration" } : `${type}[]`;
  };
  const db = brackets(base?.dbType);
  return { db, cast: brackets(base?.castType), rel: db, collation: base?.collation ?? null };
}

/** The field of an element: ArrayField's base_field, or the class a range is of. */
function elementOf(origin: FieldOrigin): BoundField | null {
  const given = origin.resolved.attributes.get("base_field");
  if (given !== undefined && given !== null) return inner(origin, given);
  const path = said(origin.resolved.class, "elementClass");
  return path === undefined ? null : bindField({ ...origin, field: null, promoted: false, resolved: resolveImplicit(path, {}, origin.context) });
}

function inner(origin: FieldOrigin, value: Value | undefined): BoundField | null {
  if (value === undefined || value === null || typeof value !== "object" || value.kind !== "call") return null;
  return bindField({ ...origin, field: null, promoted: false, resolved: resolveCall(value, origin.context) });
}

/** deconstruct() of a field on its model: relations name their model in lower case, the primary key is not serialised (Options.setup_pk). */
function kwargsOf({ resolved, remote }: FieldOrigin, primaryKey: boolean): ReadonlyMap<string, Value> {
  const kwargs = new Map(resolved.kwargs);
  if (primaryKey) kwargs.set("primary_key", true).set("serialize", false);
  if (remote === null) return kwargs;
  if (remote.to !== "") kwargs.set("to", remote.to);
  if (remote.kind !== "many to many" && remote.target !== null && remote.target.primaryKey) kwargs.delete("to_field");
  if (remote.through && !remote.throughAuto) kwargs.set("through", `${remote.through.app}.${remote.through.name}`);
  return kwargs;
}

function reasonOf(type: ColumnType | null): string | null {
  return type !== null && typeof type === "object" ? type.unknown : null;
}
