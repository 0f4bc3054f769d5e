import { castTypes, dataType } from "../../../src/django/bind/types/columns.ts";
import { fill } from "../../../src/django/bind/types/template.ts";
import type { BoundField, BoundModel, Remote } from "../../../src/django/bound.ts";
import type { Value } from "../../../src/python/value.ts";
import type { ColumnType } from "../../../src/schema/change.ts";
import type { Dialect } from "../../../src/sql/dialect.ts";

type Options = Readonly<Record<string, Value>>;
type Row = readonly [name: string, type: string, options?: Options, base?: Row];

const internalTypes: Readonly<Record<string, string>> = { EmailField: "CharField", URLField: "CharField", ImageField: "FileField" };

/** The fields of shop.Thing, the model the recorded SQL was made with. */
const rows: readonly Row[] = [
  ["id", "BigAutoField", { primary_key: true }],
  ["name", "CharField", { max_length: 100 }],
  ["nick", "CharField", { max_length: 50, null: true }],
  ["body", "TextField"],
  ["slug", "SlugField", { max_length: 50 }],
  ["mail", "EmailField", { max_length: 254 }],
  ["count", "IntegerField"],
  ["size", "IntegerField", { null: true }],
  ["small", "SmallIntegerField"],
  ["big", "BigIntegerField"],
  ["pos", "PositiveIntegerField"],
  ["active", "BooleanField"],
  ["flag", "BooleanField", { null: true }],
  ["price", "DecimalField", { max_digits: 10, decimal_places: 2 }],
  ["cost", "DecimalField", { max_digits: 10, decimal_places: 2, null: true }],
  ["ratio", "FloatField"],
  ["day", "DateField"],
  ["at", "DateTimeField"],
  ["ended", "DateTimeField", { null: true }],
  ["clock", "TimeField"],
  ["span", "DurationField"],
  ["token", "UUIDField"],
  ["ip", "GenericIPAddressField"],
  ["data", "JSONField"],
  ["extra", "JSONField", { null: true }],
  ["raw", "BinaryField"],
  ["renamed", "CharField", { max_length: 10, db_column: "old name" }],
  ["tags", "ArrayField", {}, ["tags", "CharField", { max_length: 20 }]],
  ["nums", "ArrayField", { null: true }, ["nums", "IntegerField"]],
  ["grid", "ArrayField", {}, ["grid", "ArrayField", { size: 3 }, ["grid", "IntegerField"]]],
  ["hs", "HStoreField"],
  ["irange", "IntegerRangeField"],
  ["nrange", "DecimalRangeField"],
  ["drange", "DateRangeField", { null: true }],
  ["trange", "DateTimeRangeField"],
  ["vector", "SearchVectorField", { null: true }],
];

const contribTypes: Readonly<Record<string, string>> = {
  HStoreField: "hstore", IntegerRangeField: "int4range", DecimalRangeField: "numrange", DateRangeField: "daterange", DateTimeRangeField: "tstzrange", SearchVectorField: "tsvector",
};

/** shop.Thing as it would be bound for a dialect. */
export function thing(dialect: Dialect): BoundModel {
  const fields: BoundField[] = [];
  const model = boundModel("Thing", "shop_thing", fields);
  fields.push(...rows.map((row) => field(row, model, dialect)));
  const owner = target("Owner", "shop_owner", [["id", "BigAutoField", { primary_key: true }], ["name", "CharField", { max_length: 20 }]], dialect);
  const code = target("Code", "shop_code", [["code", "CharField", { max_length: 20, primary_key: true }]], dialect);
  fields.push(foreignKey("owner", owner, true, model, dialect), foreignKey("other", owner, false, model, dialect), foreignKey("code", code, true, model, dialect));
  return model;
}

function target(name: string, table: string, columns: readonly Row[], dialect: Dialect): BoundModel {
  const fields: BoundField[] = [];
  const model = boundModel(name, table, fields);
  fields.push(...columns.map((row) => field(row, model, dialect)));
  return model;
}

function boundModel(name: string, table: string, fields: readonly BoundField[]): BoundModel {
  return {
    key: `shop.${name.toLowerCase()}`, app: "shop", name, state: null, table, managed: true, proxy: false, swapped: false, autoCreatedBy: null, localFields: fields, localManyToMany: [],
    get pk() {
      return fields.find((one) => one.primaryKey) ?? null;
    },
    compositePk: null, tablespace: null, comment: null,
    field: (asked) => fields.find((one) => one.name === asked || (one.remote && one.column === asked) || (asked === "pk" && one.primaryKey)) ?? null,
  };
}

/** A field of a model, or a bare one (`base_field`, the field of a default). */
export function field([name, type, options = {}, base]: Row, model: BoundModel, dialect: Dialect): BoundField {
  const kwargs = new Map(Object.entries(options));
  const internalType = internalTypes[type] ?? type;
  const baseField = base ? field(base, model, dialect) : null;
  const contrib = type === "ArrayField" || type in contribTypes;
  const dbType = baseField ? `${String(baseField.dbType)}[${typeof options["size"] === "number" ? options["size"] : ""}]` : typeOf(internalType, kwargs, dialect);
  const cast = castTypes[dialect.vendor][internalType];
  const column = typeof options["db_column"] === "string" ? options["db_column"] : name;
  return {
    model, name, field: null, path: contrib ? `django.contrib.postgres.${type === "SearchVectorField" ? "search" : "fields"}.${type}` : `django.db.models.${type}`, internalType, kwargs, column, dbType,
    castType: cast === undefined ? (baseField?.castType ? `${String(baseField.castType)}[${typeof options["size"] === "number" ? options["size"] : ""}]` : dbType) : fill(cast, kwargs),
    relType: dbType, suffix: null, check: null, collation: null, comment: null, tablespace: null, null: options["null"] === true, blank: options["blank"] === true, unique: options["primary_key"] === true,
    primaryKey: options["primary_key"] === true, dbIndex: false, maxLength: typeof options["max_length"] === "number" ? options["max_length"] : null, default: undefined, dbDefault: undefined, autoNow: false,
    emptyStringsAllowed: true, generated: null, baseField, remote: null, unknown: null,
  };
}

function typeOf(internalType: string, kwargs: ReadonlyMap<string, Value>, dialect: Dialect): ColumnType | null {
  if (internalType in contribTypes) return contribTypes[internalType]!;
  const template = dataType(internalType, { vendor: dialect.vendor, version: dialect.version }, dialect.django);
  return template === null ? null : fill(template, kwargs);
}

export function foreignKey(name: string, to: BoundModel, nullable: boolean, model: BoundModel, dialect: Dialect): BoundField {
  const remote: Remote = { kind: "foreign key", to: to.key, model: to, target: to.pk, onDelete: "CASCADE", dbConstraint: true, through: null, throughAuto: false, throughFrom: null, throughTo: null };
  const plain = field([name, "ForeignKey", nullable ? { null: true } : {}], model, dialect);
  return { ...plain, column: `${name}_id`, dbType: to.pk!.relType, castType: to.pk!.castType, remote };
}

/** A field as `models.CharField(max_length=10)` writes it; foreign keys point at the targets of shop.Thing. */
export function fieldOf(value: Value, model: BoundModel, dialect: Dialect): BoundField {
  const row = rowOf(value);
  if (row[1] !== "ForeignKey") return field(row, model, dialect);
  const to = JSON.stringify(value, (_, part: unknown) => (part instanceof Map ? null : part)).includes("Code") ? "code" : "owner";
  return foreignKey("f", model.field(to)!.remote!.model!, true, model, dialect);
}

function rowOf(value: Value): Row {
  if (value === null || typeof value !== "object" || value.kind !== "call") throw new Error("no field");
  const [base] = value.args;
  const isField = base !== null && typeof base === "object" && base.kind === "call";
  const name = value.path.slice(value.path.lastIndexOf(".") + 1);
  return isField ? ["f", name, Object.fromEntries(value.kwargs), rowOf(base)] : ["f", name, Object.fromEntries(value.kwargs)];
}
