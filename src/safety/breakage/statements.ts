import { atLeast, type Database } from "../../django/project.ts";
import type { ReleaseColumn, ReleaseTable } from "../release.ts";

/** Does an UPDATE exist? Django's sets every column but the primary key and generated ones; a table of keys alone is never updated. */
export function hasUpdate(table: ReleaseTable): boolean {
  for (const column of table.columns.values()) if (isUpdated(column)) return true;
  return false;
}

/** Does UPDATE … SET name the column? */
export function isUpdated(column: ReleaseColumn): boolean {
  return !column.primaryKey && !column.generated;
}

/** Does INSERT send a value for the column? */
export function isInserted(column: ReleaseColumn): boolean {
  return !column.omittedOnInsert && !column.generated;
}

/** Does Django write INSERT … RETURNING for keys and generated columns (features.can_return_columns_from_insert)? */
export function returnsColumns(database: Database): boolean {
  switch (database.vendor) {
    case "postgresql":
      return true;
    case "sqlite":
      return atLeast(database.version, "3.35");
    case "mariadb":
      return atLeast(database.version, "10.5");
    case "mysql":
      return false;
  }
}

/** Does Django write the keyword DEFAULT into INSERT (features.supports_default_keyword_in_insert)? On SQLite it writes the default's expression. */
export function sendsDefault(database: Database): boolean {
  return database.vendor !== "sqlite";
}
