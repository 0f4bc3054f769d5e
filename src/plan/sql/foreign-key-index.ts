import type { SchemaChange } from "../../schema/change.ts";
import type { Schema } from "../../schema/schema.ts";
import type { Dialect } from "../../sql/dialect.ts";

/**
 * MySQL and MariaDB keep an index that a foreign key needs (error 1553), and drop the one that they made for it themselves as soon as another begins
 * with its columns: what gives the foreign key an index under its own name again, before the last such index goes. When that is done a second time the
 * index is there still, for nobody drops one that was asked for.
 */
export function indexForForeignKeys(changes: readonly SchemaChange[], schema: Schema, { vendor, quoteName }: Dialect): readonly string[] {
  return changes.flatMap((change) => {
    if (change.kind !== "DropIndex" && change.kind !== "DropConstraint") return [];
    const table = schema.tables.get(change.table);
    if (!table) return [];
    const constraints = [...table.constraints.values()];
    const rules = constraints.filter(({ kind }) => kind === "unique" || kind === "primary key");
    const keys = [...table.indexes.values(), ...rules];
    const gone = (change.kind === "DropIndex" ? keys : rules).find(({ name }) => name === change.name);
    const rest = keys.filter((key) => key !== gone);
    return constraints.flatMap((key) => {
      if (key.kind !== "foreign key" || !gone || !beginsWith(gone.columns, key.columns) || rest.some(({ columns }) => beginsWith(columns, key.columns))) return [];
      const index = `${quoteName(key.name)} ON ${quoteName(table.name)} (${key.columns.map(quoteName).join(", ")})`;
      return vendor === "mysql" ? unlessThere(table.name, key.name, `CREATE INDEX ${index} ALGORITHM=INPLACE LOCK=NONE`) : [`CREATE INDEX IF NOT EXISTS ${index}`];
    });
  });
}

/** MySQL knows no IF NOT EXISTS for indexes. */
function unlessThere(table: string, index: string, create: string): readonly string[] {
  const text = (sql: string) => `'${sql.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
  return [
    `SET @make_index = (SELECT IF(COUNT(*) = 0, ${text(create)}, 'DO 0') FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ${text(table)} AND index_name = ${text(index)})`,
    "PREPARE make_index FROM @make_index",
    "EXECUTE make_index",
    "DEALLOCATE PREPARE make_index",
  ];
}

function beginsWith(columns: readonly string[], first: readonly string[]): boolean {
  return first.every((column, index) => columns[index] === column);
}
