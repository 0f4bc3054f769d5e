import { describe, expect, test } from "vitest";
import type { SchemaChange } from "../../../src/schema/change.ts";
import { combine, impactOfTransaction, startOf } from "../../../src/safety/impact/transaction-impact.ts";
import { addColumn, addConstraint, alter, check, column, createIndex, createTable, foreignKey, index } from "./changes.ts";
import { shop } from "./schemas.ts";

const database = { vendor: "postgresql", version: "16" } as const;
const run = (changes: readonly SchemaChange[], atomic = true, newTables: readonly string[] = []) =>
  impactOfTransaction(changes, database, startOf(shop("postgresql"), new Set(newTables)), { atomic });

const newKey = [
  addColumn("item", "x_id", "bigint", { references: { name: "f", table: "category", column: "id" } }),
  createIndex("item", index("i", ["x_id"])),
];

describe("statements of one transaction", () => {
  test("AddField(ForeignKey): the index is built while ACCESS EXCLUSIVE is held, and readers wait", () => {
    const { each, all } = run(newKey);
    expect(each.map((impact) => impact.blocksReads)).toEqual([false, true]);
    expect(all).toMatchObject({ locks: { category: "SHARE ROW EXCLUSIVE", item: "ACCESS EXCLUSIVE" }, blocksReads: true, scans: ["item"] });
  });

  test("with atomic = False only writers wait, for the index", () => {
    expect(run(newKey, false).all).toMatchObject({ blocksReads: false, blocksWrites: true });
  });

  test("the state goes on from operation to operation", () => {
    const first = impactOfTransaction(newKey.slice(0, 1), database, startOf(shop("postgresql"), new Set()), { atomic: true });
    const second = impactOfTransaction(newKey.slice(1), database, first.state, { atomic: true });
    expect(second.all).toMatchObject({ blocksReads: true, locks: { item: "SHARE" } });
  });

  test("NOT VALID and VALIDATE together check the rows under the lock of the first", () => {
    const { all } = run([addConstraint("item", check("c", "qty >= 0", ["qty"], true)), { kind: "ValidateConstraint", table: "item", name: "c" }]);
    expect(all.blocksReads).toBe(true);
    expect(run([addConstraint("item", check("c", "qty >= 0", ["qty"], true)), { kind: "ValidateConstraint", table: "item", name: "c" }], false).all).toMatchObject({ blocksReads: false, blocksWrites: false });
  });

  test("NOT NULL proven by a CHECK that the same transaction validated costs nothing by itself", () => {
    const { each } = run([
      addConstraint("item", check("c", '"nick" IS NOT NULL', ["nick"])),
      alter("item", { kind: "SetNotNull", column: "nick" }),
    ]);
    expect(each[1]!.scans).toEqual([]);
  });

  test("a table made in the transaction stays out of it; what it refers to does not", () => {
    const { all } = run([
      createTable("fresh", [column("id", "bigint", { primaryKey: true }), column("item_id", "bigint")]),
      addConstraint("fresh", foreignKey("f", "item_id", "item")),
      createIndex("fresh", index("i", ["item_id"])),
    ]);
    expect(all.locks).toEqual({ item: "SHARE ROW EXCLUSIVE" });
  });

  test("a renamed table is still the old one, under its lock", () => {
    const { all } = run([{ kind: "RenameTable", table: "item", to: "thing" }, createIndex("thing", index("i", ["code"]))]);
    expect(all).toMatchObject({ blocksReads: true, scans: ["thing"] });
  });

  test("SQLite's remake does not make the table new", () => {
    const sqlite = { vendor: "sqlite", version: "3.45" } as const;
    const remake: SchemaChange[] = [
      createTable("new__item", [column("id", "integer")]),
      { kind: "CopyRows", table: "item", to: "new__item", columns: [] },
      { kind: "DropTable", table: "item", cascade: false },
      { kind: "RenameTable", table: "new__item", to: "item" },
      createIndex("item", index("i", ["id"])),
    ];
    const { each, state } = impactOfTransaction(remake, sqlite, startOf(shop("sqlite"), new Set()), { atomic: true });
    expect(state.newTables.has("item")).toBe(false);
    expect(each.at(-1)!.scans).toEqual(["item"]);
  });

  test("MySQL gives every lock back at the end of the statement", () => {
    const mysql = { vendor: "mysql", version: "8.4" } as const;
    const changes = [addConstraint("item", check("c", "qty >= 0", ["qty"])), createIndex("item", index("i", ["code"]))];
    const { each, state } = impactOfTransaction(changes, mysql, startOf(shop("mysql"), new Set()), { atomic: true });
    expect(each.map((impact) => impact.blocksWrites)).toEqual([true, false]);
    expect(state.held).toEqual({});
  });
});

test("combine, from impacts alone, comes to the same", () => {
  const { each, all } = run(newKey);
  const { notes: _notes, unknown: _unknown, ...impact } = all;
  expect(combine(run(newKey, false).each)).toEqual(impact);
  expect(combine(each)).toEqual(impact);
  expect(combine([])).toEqual({ locks: {}, blocksReads: false, blocksWrites: false, rewrites: [], scans: [] });
});
