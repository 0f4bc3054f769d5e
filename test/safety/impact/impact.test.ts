import { describe, expect, test } from "vitest";
import type { SchemaChange } from "../../../src/schema/change.ts";
import { impactOf, type StatementImpact } from "../../../src/safety/impact/impact.ts";
import { addColumn, addConstraint, alter, check, createIndex, createTable, column, dropConstraint, foreignKey, index, modify, setType } from "./changes.ts";
import { shop } from "./schemas.ts";

/** `reads wait`, `writes wait`, or `-`: the axis that reviewers look at. */
function waits(impact: StatementImpact): string {
  if (impact.blocksReads) return "reads and writes wait";
  return impact.blocksWrites ? "writes wait" : "-";
}

describe("PostgreSQL", () => {
  const database = { vendor: "postgresql", version: "16" } as const;
  const of = (change: SchemaChange, schema = shop("postgresql"), newTables: readonly string[] = []) => impactOf(change, schema, database, { newTables: new Set(newTables) });

  test.each<readonly [string, SchemaChange, string]>([
    ["a nullable column", addColumn("item", "x", "integer"), "-"],
    ["a column with a constant default", addColumn("item", "x", "integer", { null: false, default: { sql: "0", lasting: false } }), "-"],
    ["PositiveIntegerField(null=True): its CHECK is checked", addColumn("item", "x", "integer", { check: '"x" >= 0' }), "reads and writes wait"],
    ["a uuid for every row", addColumn("item", "x", "uuid", { default: { sql: "(gen_random_uuid())", lasting: true } }), "reads and writes wait"],
    ["a nullable foreign key", addColumn("item", "x_id", "bigint", { references: { name: "f", table: "category", column: "id" } }), "-"],
    ["a unique column", addColumn("item", "x", "integer", { unique: true }), "reads and writes wait"],
    ["an index", createIndex("item", index("i", ["code"])), "writes wait"],
    ["an index, concurrently", createIndex("item", index("i", ["code"]), true), "-"],
    ["a foreign key", addConstraint("item", foreignKey("f", "qty", "category")), "writes wait"],
    ["a foreign key, not valid", addConstraint("item", foreignKey("f", "qty", "category", true)), "-"],
    ["a check", addConstraint("item", check("c", "qty >= 0", ["qty"])), "reads and writes wait"],
    ["NOT NULL", alter("item", { kind: "SetNotNull", column: "nick" }), "reads and writes wait"],
    ["a wider varchar", setType("item", "nick", "varchar(100)"), "-"],
    ["a narrower varchar", setType("item", "nick", "varchar(20)"), "reads and writes wait"],
    ["int to bigint", setType("item", "qty", "bigint"), "reads and writes wait"],
    ["more digits", setType("item", "price", "numeric(12, 2)"), "-"],
    ["more decimal places", setType("item", "price", "numeric(12, 4)"), "reads and writes wait"],
    ["a dropped column", { kind: "DropColumn", table: "item", column: "nick", cascade: true }, "-"],
    ["a renamed column", { kind: "RenameColumn", table: "item", column: "nick", to: "name", definition: null }, "-"],
    ["a filled column: the rows stay locked", { kind: "FillNulls", table: "item", column: "nick", value: "''" }, "writes wait"],
  ])("%s", (_name, change, expected) => {
    expect(waits(of(change))).toBe(expected);
  });

  test("locks of a foreign key that goes are on both tables, of one that comes on the referenced one, too", () => {
    expect(of(dropConstraint("item", "item_category", "foreign key")).locks).toEqual({ category: "ACCESS EXCLUSIVE", item: "ACCESS EXCLUSIVE" });
    expect(of({ kind: "DropColumn", table: "item", column: "category_id", cascade: true }).locks).toEqual({ category: "ACCESS EXCLUSIVE", item: "ACCESS EXCLUSIVE" });
    expect(of({ kind: "DropTable", table: "item", cascade: true }).locks).toEqual({ category: "ACCESS EXCLUSIVE", detail: "ACCESS EXCLUSIVE", item: "ACCESS EXCLUSIVE" });
    expect(of(addColumn("item", "x", "bigint", { references: { name: "f", table: "category", column: "id" } })).locks).toEqual({ category: "SHARE ROW EXCLUSIVE", item: "ACCESS EXCLUSIVE" });
    expect(of(createTable("fresh", [column("c", "bigint", { references: { name: "f", table: "category", column: "id" } })])).locks).toEqual({ category: "SHARE ROW EXCLUSIVE" });
  });

  test("nobody waits for a table that is new", () => {
    expect(of(createTable("fresh", [column("id", "bigint")]))).toMatchObject({ locks: {}, scans: [], rewrites: [] });
    expect(of(createIndex("plain", index("i", ["name"])), shop("postgresql"), ["plain"])).toEqual({ locks: {}, blocksReads: false, blocksWrites: false, rewrites: [], scans: [], notes: [], unknown: null });
    expect(waits(of(addConstraint("plain", foreignKey("f", "name", "category")), shop("postgresql"), ["plain"]))).toBe("-"); // locked, but no row refers to it yet
  });

  test("locks that the transaction holds already make the wait worse", () => {
    const change = createIndex("item", index("i", ["code"]));
    const impact = impactOf(change, shop("postgresql"), database, { newTables: new Set(), inTransactionWith: { category: "ACCESS EXCLUSIVE" } });
    expect(waits(impact)).toBe("reads and writes wait");
    expect(impact.locks).toEqual({ item: "SHARE" });
  });

  test("foreign key checks of neighbours wait, too, while rows are read under ACCESS EXCLUSIVE", () => {
    expect(of(alter("item", { kind: "SetNotNull", column: "nick" })).notes).toEqual(['DELETE on "category", INSERT into "detail" must wait, too: the foreign key check reads "item".']);
    expect(of(addColumn("item", "x", "integer")).notes).toEqual([]);
  });

  test.each<readonly [string, SchemaChange, RegExp]>([
    ["an unknown column type", addColumn("item", "x", "integer", { type: { unknown: "class MoneyField" } }), /MoneyField.*domain/],
    ["a type that may be a domain", addColumn("item", "x", "email_address"), /"email_address" is not a built-in type/],
    ["a function that may be volatile", addColumn("item", "x", "text", { default: { sql: "(next_code())", lasting: true } }), /next_code\(\)/],
    ["a type change to what we do not know", setType("item", "nick", "mood"), /"mood" is not a built-in type.*rewrite is assumed/],
    ["a column that is not in the schema", setType("item", "nowhere", "bigint"), /present type of "nowhere" is not known/],
    ["raw SQL that is only named", { kind: "Other", what: "CREATE RULE r", table: "item" }, /CREATE RULE r/],
    ["raw SQL that cannot be read", { kind: "Unknown", reason: "DO block" }, /DO block/],
    ["a virtual column before PostgreSQL 18", addColumn("item", "x", "integer", { generated: { sql: "qty", stored: false } }), /PostgreSQL 16 does not know/],
  ])("says what it does not know: %s", (_name, change, reason) => {
    expect(of(change).unknown).toMatch(reason);
  });

  test("timestamp to timestamptz is free only where the session is known to be in UTC", () => {
    const change = setType("item", "made", "timestamp");
    expect(of(change)).toMatchObject({ rewrites: ["item"], notes: expect.arrayContaining([expect.stringContaining("UTC")]) as unknown });
    expect(impactOf(change, shop("postgresql"), database, { newTables: new Set(), utc: true }).rewrites).toEqual([]);
  });
});

describe("MySQL and MariaDB", () => {
  const of = (change: SchemaChange, vendor: "mysql" | "mariadb", version: string, schema = shop(vendor)) => impactOf(change, schema, { vendor, version }, { newTables: new Set() });
  const intToBigint = modify("item", "qty", "bigint", { null: false });
  const newKey = addColumn("item", "x_id", "bigint", { references: { name: "f", table: "category", column: "id" } });

  test.each<readonly [string, SchemaChange, "mysql" | "mariadb", string, string, string]>([
    ["a column", addColumn("item", "x", "integer"), "mysql", "8.4", "INSTANT", "-"],
    ["a column", addColumn("item", "x", "integer"), "mariadb", "10.11", "INSTANT", "-"],
    ["a column, patch release not known", addColumn("item", "x", "integer"), "mysql", "8.0", "INPLACE, LOCK=NONE", "-"],
    ["PositiveIntegerField", addColumn("item", "x", "integer UNSIGNED", { check: "`x` >= 0" }), "mysql", "8.4", "COPY, LOCK=SHARED", "writes wait"],
    ["PositiveIntegerField", addColumn("item", "x", "integer UNSIGNED", { check: "`x` >= 0" }), "mariadb", "10.11", "INSTANT", "-"],
    ["JSONField(default=dict)", addColumn("item", "x", "json", { default: { sql: "('{}')", lasting: true } }), "mysql", "8.4", "COPY, LOCK=SHARED", "writes wait"],
    ["a foreign key", newKey, "mysql", "8.4", "COPY, LOCK=SHARED", "writes wait"],
    ["a foreign key: writers of the referenced table wait", newKey, "mariadb", "11.8", "COPY, LOCK=NONE", "writes wait"],
    ["a dropped column", { kind: "DropColumn", table: "item", column: "nick", cascade: true }, "mysql", "8.0.36", "INSTANT", "-"],
    ["a dropped column with an index", { kind: "DropColumn", table: "item", column: "category_id", cascade: true }, "mysql", "8.0.36", "INPLACE, LOCK=NONE", "-"],
    ["int to bigint", intToBigint, "mysql", "9.7", "COPY, LOCK=SHARED", "writes wait"],
    ["int to bigint", intToBigint, "mariadb", "10.11", "COPY, LOCK=SHARED", "writes wait"],
    ["int to bigint", intToBigint, "mariadb", "11.4", "COPY, LOCK=NONE", "-"],
    ["varchar under 64", modify("item", "nick", "varchar(63)"), "mysql", "8.4", "INPLACE, LOCK=NONE", "-"],
    ["varchar over 63", modify("item", "nick", "varchar(64)"), "mysql", "8.4", "COPY, LOCK=SHARED", "writes wait"],
    ["NULL to NOT NULL", modify("item", "nick", "varchar(50)", { null: false }), "mysql", "8.4", "INPLACE, LOCK=NONE", "-"],
    ["the same column again", modify("item", "qty", "int(11)", { null: false }), "mariadb", "10.11", "INSTANT", "-"],
    ["an index", createIndex("item", index("i", ["code"])), "mariadb", "10.11", "NOCOPY, LOCK=NONE", "-"],
    ["an index on an expression", createIndex("item", index("i", [], { expressions: ["UPPER(`code`)"] })), "mysql", "8.4", "INPLACE, LOCK=SHARED", "writes wait"],
    ["filled rows", { kind: "FillNulls", table: "item", column: "nick", value: "''" }, "mysql", "8.4", "row locks", "writes wait"],
  ])("%s on %4$s: %3$s", (_name, change, vendor, version, lock, expected) => {
    const impact = of(change, vendor, version);
    expect(impact.locks.item).toBe(lock);
    expect(waits(impact)).toBe(expected);
    expect(impact.unknown).toBeNull();
  });

  test("where the patch release decides and is not known, the older behaviour counts and the newer is named", () => {
    expect(of(addColumn("item", "x", "integer"), "mysql", "8.0").notes).toEqual(['From MySQL 8.0.12 on: INSTANT for "add column".']);
    expect(of(addColumn("item", "x", "integer"), "mysql", "8.0.20").notes).toEqual([]);
  });

  test("MySQL locks the definitions of neighbours, too; MariaDB does not", () => {
    expect(of(addColumn("item", "x", "integer"), "mysql", "8.4").locks).toEqual({ detail: "metadata lock EXCLUSIVE", item: "INSTANT" });
    expect(of(addColumn("item", "x", "integer"), "mariadb", "11.8").locks).toEqual({ item: "INSTANT" });
    expect(of(newKey, "mysql", "8.4").locks).toEqual({ category: "metadata lock EXCLUSIVE", detail: "metadata lock EXCLUSIVE", item: "COPY, LOCK=SHARED" });
  });

  test("a cascading foreign key keeps MariaDB from copying online (MDEV-29068)", () => {
    const cascading = shop("mariadb", addConstraint("item", foreignKey("f", "qty", "category", false, "CASCADE")));
    expect(of(modify("item", "nick", "longtext"), "mariadb", "11.8", cascading).locks.item).toBe("COPY, LOCK=SHARED");
  });
});

describe("SQLite", () => {
  const of = (change: SchemaChange) => impactOf(change, shop("sqlite"), { vendor: "sqlite", version: "3.45" }, { newTables: new Set(["new__item"]) });

  test.each<readonly [string, SchemaChange, string]>([
    ["a column", addColumn("item", "x", "integer"), "-"],
    ["a column with a check", addColumn("item", "x", "integer", { check: '"x" >= 0' }), "writes wait"],
    ["a remake", { kind: "CopyRows", table: "item", to: "new__item", columns: [] }, "reads and writes wait"],
    ["an index", createIndex("item", index("i", ["code"])), "reads and writes wait"],
  ])("%s locks the whole database", (_name, change, expected) => {
    const impact = of(change);
    expect(Object.values(impact.locks)).toEqual(["write lock on the whole database"]);
    expect(waits(impact)).toBe(expected);
  });
});
