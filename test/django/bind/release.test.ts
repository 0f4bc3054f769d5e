import { expect, test } from "vitest";
import { bind } from "../../../src/django/bind/bind.ts";
import { releaseTable, releaseTables } from "../../../src/django/bind/release.ts";
import { bigId, bound, call, context, field, foreignKey, model, state } from "./build.ts";

const customer = model("shop.Customer", [bigId]);
const order = model("shop.Order", [
  bigId,
  field("ref", "CharField", { max_length: 20, unique: true }),
  field("note", "TextField", { null: true }),
  field("priority", "IntegerField", { default: 0 }),
  field("size", "IntegerField"),
  field("made", "DateTimeField", { auto_now_add: true }),
  field("rank", "IntegerField", { db_default: 3 }),
  field("code", "CharField", { max_length: 2, db_default: "x" }),
  field("total", "GeneratedField", { expression: call("F", {}, ["size"]), output_field: call("IntegerField"), db_persist: true }),
  foreignKey("customer", "shop.customer", { db_column: "buyer", db_constraint: false }),
  field("amount", "payments.fields.AmountField"),
  field("tags", "ManyToManyField", { to: "shop.customer" }),
]);

test("a table with what the ORM names in its statements", () => {
  const { tables } = releaseTables(bound({}, customer, order));
  const { columns, ...table } = tables.get("shop_order")!;
  expect(table).toEqual({ table: "shop_order", model: "shop.Order", automatic: false, managed: true });
  const facts = Object.fromEntries([...columns.values()].map((one) => [one.column, [one.type, one.hasDefault, one.omittedOnInsert, one.dbDefault, one.generated].join(" ")]));
  expect(facts).toEqual({
    id: "bigint false true false false",
    ref: "varchar(20) true false false false",
    note: "text false false false false",
    priority: "integer true false false false",
    size: "integer false false false false",
    made: "timestamp with time zone true false false false",
    rank: "integer false false true false",
    code: "varchar(2) false false true false",
    total: "integer false true false true",
    buyer: "bigint false false false false",
    amount: " true false false false",
  });
  expect(columns.get("buyer")).toMatchObject({ field: "customer", internalType: "ForeignKey", references: { table: "shop_customer", column: "id", onDelete: "CASCADE", constraint: false } });
  expect(columns.get("amount")!.type).toBeNull();
});

test("automatic tables are in it under the field's name", () => {
  const table = releaseTables(bound({}, customer, order)).tables.get("shop_order_tags")!;
  expect([table.model, table.automatic, [...table.columns.keys()]]).toEqual(["shop.Order.tags", true, ["id", "order_id", "customer_id"]]);
});

test("proxies, swapped-out models and models of packages have no table, unmanaged ones say so", () => {
  const models = [
    customer,
    model("shop.Vip", [], { bases: ["shop.customer"], options: { proxy: true } }),
    model("auth.User", [bigId], { options: { swappable: "AUTH_USER_MODEL" } }),
    model("wiki.Page", [bigId], { external: "wiki" }),
    model("shop.Report", [bigId], { options: { managed: false } }),
  ];
  const { tables } = releaseTables(bound({ user: "users.User" }, ...models));
  expect([...tables.values()].map((one) => `${one.table} ${one.managed}`)).toEqual(["shop_customer true", "shop_report false"]);
});

test("two models of one table make one, seen as the managed one does", () => {
  const view = model("reports.Customer", [field("id", "IntegerField", { primary_key: true }), field("name", "TextField")], { options: { db_table: "shop_customer", managed: false } });
  for (const models of [[customer, view], [view, customer]]) {
    const table = releaseTables(bound({}, ...models)).tables.get("shop_customer")!;
    expect(table).toMatchObject({ model: "shop.Customer", managed: true });
    expect([table.columns.get("id")!.type, table.columns.get("name")!.type]).toEqual(["bigint", "text"]);
  }
});

test("an unchanged model's table is the same object in the next state", () => {
  const where = context();
  const first = bind(state(customer, order), where);
  const next = bind(state(customer, order, model("shop.New", [])), where, first);
  expect(releaseTable(next.get("shop.order")!)).toBe(releaseTable(first.get("shop.order")!));
});
