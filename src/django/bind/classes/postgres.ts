import type { FieldClass } from "../field-class.ts";

const fields = "django.contrib.postgres.fields";
const model = (name: string): string => `django.db.models.${name}`;
const range = `${fields}.ranges.RangeField`;
const continuous = `${fields}.ranges.ContinuousRangeField`;
const bounds = { default_bounds: "[)" };

/** django.contrib.postgres: fields/*.py and search.py of 4.2.28, 5.2.18 and 6.1.1. */
export const postgresClasses: readonly FieldClass[] = [
  // Its type is base_field's with brackets. Up to 6.0 deconstruct() writes size=None; that does not change whether two fields are equal.
  { path: `${fields}.ArrayField`, base: model("Field"), positional: ["base_field", "size"], own: { base_field: null, size: null }, always: ["base_field"], emptyStringsAllowed: false },
  { path: `${fields}.hstore.HStoreField`, base: model("Field"), dbType: "hstore", emptyStringsAllowed: false },
  { path: range, base: model("Field"), emptyStringsAllowed: false },
  { path: continuous, base: range, own: bounds },
  { path: `${fields}.ranges.IntegerRangeField`, base: range, dbType: "int4range", elementClass: model("IntegerField") },
  { path: `${fields}.ranges.BigIntegerRangeField`, base: range, dbType: "int8range", elementClass: model("BigIntegerField") },
  { path: `${fields}.ranges.DecimalRangeField`, base: continuous, dbType: "numrange", elementClass: model("DecimalField") },
  { path: `${fields}.ranges.DateTimeRangeField`, base: continuous, dbType: "tstzrange", elementClass: model("DateTimeField") },
  { path: `${fields}.ranges.DateRangeField`, base: range, dbType: "daterange", elementClass: model("DateField") },
  // A plain JSONField since Django 4.0, kept for old migrations.
  { path: `${fields}.jsonb.JSONField`, base: model("JSONField") },
  // Case-insensitive up to Django 5.0; from 5.1 on plain text fields that stay for old migrations (deprecated in 4.2, ticket 33872).
  { path: `${fields}.citext.CICharField`, base: model("CharField"), dbType: "citext", internalType: "CICharField", until: "5.0" },
  { path: `${fields}.citext.CIEmailField`, base: model("EmailField"), dbType: "citext", internalType: "CICharField", until: "5.0" },
  { path: `${fields}.citext.CITextField`, base: model("TextField"), dbType: "citext", internalType: "CITextField", until: "5.0" },
  { path: "django.contrib.postgres.search.SearchVectorField", base: model("Field"), dbType: "tsvector" },
  { path: "django.contrib.postgres.search.SearchQueryField", base: model("Field"), dbType: "tsquery" },
];
