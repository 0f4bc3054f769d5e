import type { BoundField } from "../../django/bound.ts";
import { castTypes, castWithoutLength, dataType, decimalWithoutDigits } from "../../django/bind/types/columns.ts";
import { fill } from "../../django/bind/types/template.ts";
import type { CallValue, Value } from "../../python/value.ts";
import type { Dialect } from "../../sql/dialect.ts";
import type { FieldFacts } from "../../sql/literal/field.ts";
import { Unknown } from "../../sql/literal/unknown.ts";

/** The type of an expression: a model's field, or a bare one such as `output_field=DecimalField(max_digits=10, decimal_places=2)`. */
export interface OutputField extends FieldFacts {
  readonly baseField: OutputField | null;
  readonly remote: { readonly target: OutputField | null } | null;
  /** The model's field; null for a bare one. */
  readonly bound: BoundField | null;
}

/** A bare field of Django, as `models.<name>(**kwargs)` makes it. */
export function bare(name: string, kwargs: ReadonlyMap<string, Value> = new Map(), baseField: OutputField | null = null): OutputField {
  return { path: pathOf(name), internalType: internalTypes[name] ?? name, kwargs, baseField, remote: null, bound: null };
}

const contrib = new Set(["ArrayField", "HStoreField", "IntegerRangeField", "BigIntegerRangeField", "DecimalRangeField", "DateTimeRangeField", "DateRangeField"]);

function pathOf(name: string): string {
  if (name === "SearchVectorField" || name === "SearchQueryField") return `django.contrib.postgres.search.${name}`;
  return contrib.has(name) ? `django.contrib.postgres.fields.${name}` : `django.db.models.${name}`;
}

const internalTypes: Readonly<Record<string, string>> = { EmailField: "CharField", URLField: "CharField", CommaSeparatedIntegerField: "CharField", ImageField: "FileField" };

/** A model's field as the type of its column. */
export function ofBound(field: BoundField): OutputField {
  if (field.generated) return { ...ofBound(field.generated.output), bound: field };
  return {
    path: field.path,
    internalType: field.internalType,
    kwargs: field.kwargs,
    baseField: field.baseField ? ofBound(field.baseField) : impliedBase(field.internalType),
    remote: field.remote ? { target: field.remote.target ? ofBound(field.remote.target) : null } : null,
    bound: field,
  };
}

const rangeBases: Readonly<Record<string, string>> = { IntegerRangeField: "IntegerField", BigIntegerRangeField: "BigIntegerField", DecimalRangeField: "DecimalField", DateTimeRangeField: "DateTimeField", DateRangeField: "DateField" };

function impliedBase(internalType: string): OutputField | null {
  const base = rangeBases[internalType];
  return base === undefined ? null : bare(base);
}

/** The field that an `output_field=` argument makes. Throws Unknown for a class that is not Django's. */
export function readField(value: Value): OutputField {
  if (value === null || typeof value !== "object" || value.kind !== "call") throw new Unknown("an output_field that cannot be read");
  const name = djangoField(value);
  const base = value.kwargs.get("base_field") ?? value.args[0];
  const baseField = name === "ArrayField" && base !== undefined ? readField(base) : impliedBase(name);
  return { ...bare(name, value.kwargs, baseField) };
}

function djangoField(call: CallValue): string {
  const name = /^django\.(?:db\.models|contrib\.postgres)(?:\.[\w.]+)?\.(\w+Field)$/.exec(call.path)?.[1];
  if (name === undefined) throw new Unknown(`the field class ${call.path} as an output_field`);
  return name;
}

const parents: Readonly<Record<string, string>> = {
  AutoField: "IntegerField", BigAutoField: "BigIntegerField", SmallAutoField: "SmallIntegerField", BigIntegerField: "IntegerField", SmallIntegerField: "IntegerField",
  PositiveBigIntegerField: "BigIntegerField", PositiveIntegerField: "IntegerField", PositiveSmallIntegerField: "SmallIntegerField", EmailField: "CharField",
  SlugField: "CharField", URLField: "CharField", CommaSeparatedIntegerField: "CharField", DateTimeField: "DateField", NullBooleanField: "BooleanField", ImageField: "FileField",
  CICharField: "CharField", CIEmailField: "EmailField", CITextField: "TextField", OneToOneField: "ForeignKey",
};

/** The Django classes a field is an instance of, its own first. A class of a project counts as the Django class it behaves as. */
export function lineage(field: OutputField): readonly string[] {
  const name = field.path.startsWith("django.") ? field.path.slice(field.path.lastIndexOf(".") + 1) : field.internalType;
  const result = [name];
  for (let parent = parents[name]; parent !== undefined; parent = parents[parent]) result.push(parent);
  return result;
}

export function isInstance(field: OutputField | null, name: string): boolean {
  return field !== null && lineage(field).includes(name);
}

/** db_type(connection). */
export function dbType(field: OutputField, dialect: Dialect): string {
  if (field.bound) return known(field.bound.dbType);
  if (field.internalType === "ArrayField" && field.baseField) return `${dbType(field.baseField, dialect)}[${sizeOf(field)}]`;
  if (field.internalType in contribTypes) return contribTypes[field.internalType]!;
  const noLength = field.internalType === "CharField" && (field.kwargs.get("max_length") ?? null) === null;
  if (noLength) return "varchar";
  const template = dataType(field.internalType, { vendor: dialect.vendor, version: dialect.version }, dialect.django);
  if (template === null) throw new Unknown(`the column type of ${field.path}`);
  if (field.internalType === "DecimalField" && !field.kwargs.has("max_digits") && decimalWithoutDigits(dialect.vendor, dialect.django)) return "numeric";
  return known(fill(template, defaultedLength(field)));
}

/** cast_db_type(connection). */
export function castType(field: OutputField, dialect: Dialect): string {
  if (field.bound) return known(field.bound.castType);
  if (field.internalType === "ArrayField" && field.baseField) return `${castType(field.baseField, dialect)}[${sizeOf(field)}]`;
  const noLength = isInstance(field, "CharField") && (field.kwargs.get("max_length") ?? null) === null && field.internalType !== "SlugField";
  if (noLength) return castWithoutLength[dialect.vendor];
  const template = castTypes[dialect.vendor][field.internalType];
  return template === undefined ? dbType(field, dialect) : known(fill(template, defaultedLength(field)));
}

function defaultedLength(field: OutputField): ReadonlyMap<string, Value> {
  const lengths: Readonly<Record<string, number>> = { SlugField: 50, EmailField: 254, URLField: 200, FileField: 100, ImageField: 100, FilePathField: 100 };
  const length = lengths[lineage(field)[0]!];
  return length === undefined || field.kwargs.has("max_length") ? field.kwargs : new Map([...field.kwargs, ["max_length", length]]);
}

const contribTypes: Readonly<Record<string, string>> = {
  HStoreField: "hstore", IntegerRangeField: "int4range", BigIntegerRangeField: "int8range", DecimalRangeField: "numrange", DateTimeRangeField: "tstzrange",
  DateRangeField: "daterange", SearchVectorField: "tsvector", SearchQueryField: "tsquery", _Float4Field: "float4",
};

const sizeOf = (field: OutputField): string => {
  const size = field.kwargs.get("size");
  return typeof size === "number" ? String(size) : "";
};

function known(type: string | { readonly unknown: string } | null): string {
  if (typeof type === "string") return type;
  throw new Unknown(type === null ? "a field without a column" : type.unknown);
}
