import { applyChange, emptySchema } from "../../../src/schema/apply.ts";
import type { SchemaChange } from "../../../src/schema/change.ts";
import type { Schema } from "../../../src/schema/schema.ts";
import type { Vendor } from "../../../src/django/project.ts";
import { addConstraint, column, createIndex, createTable, foreignKey, index } from "./changes.ts";

/** `item` refers to `category`, `detail` refers to `item`; `plain` stands alone. */
export function shop(vendor: Vendor, ...changes: readonly SchemaChange[]): Schema {
  const id = column("id", "bigint", { null: false, primaryKey: true, identity: true });
  const all: SchemaChange[] = [
    createTable("category", [id, column("name", "varchar(50)")]),
    createTable("item", [
      id, column("code", "varchar(50)", { null: false }), column("nick", "varchar(50)"), column("qty", "integer", { null: false }),
      column("price", "numeric(10, 2)"), column("made", "timestamp with time zone"), column("category_id", "bigint"),
    ]),
    createTable("detail", [id, column("item_id", "bigint")]),
    createTable("plain", [id, column("name", "varchar(50)")]),
    addConstraint("item", foreignKey("item_category", "category_id", "category")),
    addConstraint("detail", foreignKey("detail_item", "item_id", "item")),
    createIndex("item", index("item_category_id", ["category_id"])),
    ...changes,
  ];
  return all.reduce((schema, change) => applyChange(schema, change, vendor), emptySchema);
}
