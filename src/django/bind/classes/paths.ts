/** Modules whose names django/db/models/fields/__init__.py's deconstruct() shortens to `django.db.models`. */
const shortened = /^django\.db\.models\.fields\.(?:(?:related|files|generated|json|proxy|composite)\.)?/;

/** Where a package re-exports its classes from: the name people import, then the module that defines them. */
const exported: readonly (readonly [string, string])[] = [
  ["django.contrib.postgres.fields.array.ArrayField", "django.contrib.postgres.fields.ArrayField"],
  ["django.contrib.postgres.fields.HStoreField", "django.contrib.postgres.fields.hstore.HStoreField"],
  ["django.contrib.postgres.fields.JSONField", "django.contrib.postgres.fields.jsonb.JSONField"],
  ...["CICharField", "CIEmailField", "CITextField"].map((name) => [`django.contrib.postgres.fields.${name}`, `django.contrib.postgres.fields.citext.${name}`] as const),
  ...["RangeField", "IntegerRangeField", "BigIntegerRangeField", "DecimalRangeField", "DateTimeRangeField", "DateRangeField"].map(
    (name) => [`django.contrib.postgres.fields.${name}`, `django.contrib.postgres.fields.ranges.${name}`] as const,
  ),
  ...["GeometryField", "PointField", "LineStringField", "PolygonField", "MultiPointField", "MultiLineStringField", "MultiPolygonField", "GeometryCollectionField", "RasterField"].map(
    (name) => [`django.contrib.gis.db.models.${name}`, `django.contrib.gis.db.models.fields.${name}`] as const,
  ),
];
const exports = new Map(exported);

/** django.contrib.gis.db.models imports everything of django.db.models. */
const gisModels = "django.contrib.gis.db.models.";

/** The path deconstruct() gives for a class of Django that is imported under any of its names; other paths come back as they are. */
export function canonicalPath(path: string): string {
  if (shortened.test(path)) return path.replace(shortened, "django.db.models.");
  const known = exports.get(path);
  if (known !== undefined) return known;
  if (path.startsWith(gisModels) && !path.startsWith(`${gisModels}fields.`)) return `django.db.models.${path.slice(gisModels.length)}`;
  return path;
}
