import type { Value } from "../../../python/value.ts";
import type { ColumnType } from "../../../schema/change.ts";
import type { Vendor } from "../../project.ts";

/** geo_db_type() of each spatial backend (contrib/gis/db/backends/<vendor>/operations.py). */
export function geometryType(geometry: string, attributes: ReadonlyMap<string, Value>, vendor: Vendor): ColumnType {
  if (vendor === "mysql" || vendor === "mariadb") return geometry;
  if (vendor === "sqlite") return { unknown: "SpatiaLite adds geometry columns with AddGeometryColumn(), which is not modelled: `manage.py sqlmigrate` shows it" };
  if (geometry === "RASTER") return "raster";
  const srid = attributes.get("srid");
  if (typeof srid !== "number") return { unknown: "its srid cannot be read: write the number in the migration" };
  const type = attributes.get("dim") === 3 ? `${geometry}Z` : geometry;
  return attributes.get("geography") === true ? `geography(${type},${srid})` : `geometry(${type},${srid})`;
}
