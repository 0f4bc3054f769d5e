import { expect, test } from "vitest";
import { ddlClause } from "../../../src/safety/impact/mysql/clause.ts";
import type { SchemaChange } from "../../../src/schema/change.ts";
import { addColumn, addConstraint, check, createIndex, foreignKey, index, modify } from "./changes.ts";
import { shop } from "./schemas.ts";

const dropColumn = (column: string): SchemaChange => ({ kind: "DropColumn", table: "item", column, cascade: false });
const nullable = modify("item", "code", "varchar(50)", { null: true });

test.each<readonly [string, readonly SchemaChange[], "mysql" | "mariadb", string, string | null]>([
  ["a column comes", [addColumn("item", "x", "integer")], "mysql", "8.4", "INSTANT"],
  ["a later patch release of the series is milder: the server's choice", [addColumn("item", "x", "integer")], "mysql", "8.0", null],
  ["the patch release is said", [addColumn("item", "x", "integer")], "mysql", "8.0.30", "INSTANT"],
  ["a column goes", [dropColumn("nick")], "mariadb", "10.11", "INSTANT"],
  ["a column goes with its index", [dropColumn("category_id")], "mysql", "8.4", "INPLACE, LOCK=NONE"],
  ["a column goes with its index", [dropColumn("category_id")], "mariadb", "10.11", "NOCOPY, LOCK=NONE"],
  ["NULL is allowed", [nullable], "mysql", "8.4", "INPLACE, LOCK=NONE"],
  ["the strongest of one statement", [addColumn("item", "x", "integer"), nullable], "mariadb", "10.11", "INPLACE, LOCK=NONE"],
  ["an index over an expression stops writes", [createIndex("item", index("i", [], { expressions: ["lower(code)"] }))], "mysql", "8.4", "INPLACE, LOCK=SHARED"],
  ["only a copy will do", [addConstraint("item", check("c", "qty > 0", ["qty"]))], "mysql", "8.4", null],
  ["a copy under writes", [addConstraint("item", check("c", "qty > 0", ["qty"]))], "mariadb", "11.8", "COPY, LOCK=NONE"],
  ["a foreign key with a cascade copies under no writes", [addConstraint("item", foreignKey("f", "qty", "category", false, "CASCADE"))], "mariadb", "11.8", null],
  ["the present type is not known", [modify("item", "unknown", "integer")], "mysql", "8.4", null],
  ["no table is altered", [{ kind: "DropTable", table: "item", cascade: false }], "mariadb", "10.11", null],
])("%s", (_, changes, server, version, expected) => {
  expect(ddlClause(changes, shop(server), server, version)).toBe(expected);
});
