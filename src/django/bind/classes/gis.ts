import type { FieldClass } from "../field-class.ts";

const gis = (name: string): string => `django.contrib.gis.db.models.fields.${name}`;
const extent = { kind: "tuple", items: [{ kind: "float", text: "-180.0" }, { kind: "float", text: "-90.0" }, { kind: "float", text: "180.0" }, { kind: "float", text: "90.0" }] } as const;

/** geom_type of each class; its column's type is in types/geometry.ts. */
export const geometryTypes: Readonly<Record<string, string>> = {
  [gis("GeometryField")]: "GEOMETRY",
  [gis("PointField")]: "POINT",
  [gis("LineStringField")]: "LINESTRING",
  [gis("PolygonField")]: "POLYGON",
  [gis("MultiPointField")]: "MULTIPOINT",
  [gis("MultiLineStringField")]: "MULTILINESTRING",
  [gis("MultiPolygonField")]: "MULTIPOLYGON",
  [gis("GeometryCollectionField")]: "GEOMETRYCOLLECTION",
  [gis("RasterField")]: "RASTER",
};

/** django.contrib.gis.db.models.fields of 4.2.28, 5.2.18 and 6.1.1; max_geom_collections came with security releases of all three. */
export const gisClasses: readonly FieldClass[] = [
  { path: gis("BaseSpatialField"), base: "django.db.models.Field", positional: ["verbose_name", "srid", "spatial_index"], own: { srid: 4326, spatial_index: true }, always: ["srid"], emptyStringsAllowed: false },
  {
    path: gis("GeometryField"),
    base: gis("BaseSpatialField"),
    positional: ["verbose_name", "dim", "geography"],
    own: { dim: 2, geography: false, extent, tolerance: { kind: "float", text: "0.05" }, max_geom_collections: null },
  },
  { path: gis("RasterField"), base: gis("BaseSpatialField") },
  ...Object.keys(geometryTypes)
    .filter((path) => path !== gis("GeometryField") && path !== gis("RasterField"))
    .map((path): FieldClass => ({ path, base: gis("GeometryField") })),
];
