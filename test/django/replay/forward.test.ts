import { describe, expect, test } from "vitest";
import { readContext } from "../../../src/django/operations/context.ts";
import { readOperation } from "../../../src/django/operations/read.ts";
import { forward, type ForwardOptions } from "../../../src/django/replay/forward.ts";
import { databaseSteps, emptyState, finalState, replay } from "../../../src/django/replay/replay.ts";
import type { Migration, Operation } from "../../../src/django/operation.ts";
import type { ProjectState } from "../../../src/django/state.ts";
import type { Python } from "../../../src/python/python.ts";
import type { Value } from "../../../src/python/value.ts";
import { call, dict, list, models, place, ref, tuple } from "../operations/values.ts";

const python: Python = { text: () => null,
  module: () => null, evaluate: () => null, resolve: (name) => name, find: () => null, wanted: new Set() };
const op = (name: string, ...args: readonly Value[]): Operation => readOperation(call(`django.db.migrations.${name}`, args), readContext(python, null), place);
const fk = (to: Value, more: Readonly<Record<string, Value>> = {}) => models("ForeignKey", { on_delete: ref("django.db.models.CASCADE"), to, ...more });
const create = (name: string, fields: Readonly<Record<string, Value>>, options: Readonly<Record<string, Value>> = {}, bases: Value = null) =>
  op("CreateModel", name, list(...Object.entries(fields).map(([field, value]) => tuple(field, value))), dict(options), bases);

function run(operations: readonly Operation[], options: ForwardOptions = {}, start: ProjectState = emptyState): ProjectState {
  let state = start;
  for (const operation of operations) {
    const result = forward(state, "shop", operation, options);
    expect(result.problem).toBeNull();
    state = result.state;
  }
  return state;
}

const names = (state: ProjectState, key: string) => [...state.models.get(key)!.fields.keys()];
const shop = run([
  create("Customer", { id: models("AutoField", { primary_key: true }), email: models("EmailField", { unique: true }) }),
  create(
    "Order",
    { id: models("AutoField", { primary_key: true }), customer: fk("shop.Customer"), number: models("IntegerField"), day: models("DateField") },
    {
      db_table: "orders", unique_together: call("set", [list(tuple("number", "day"))]), index_together: list(tuple("day", "number")),
      indexes: list(models("Index", { fields: list("day"), name: "day_idx" })), constraints: list(models("CheckConstraint", { name: "positive" })),
    },
  ),
]);

describe("models", () => {
  test("CreateModel sorts options into their members and leaves models.Model out of the bases", () => {
    const state = run([create("A", { id: models("AutoField") }, { ordering: list("id") }, tuple("shop.Order", ref("shop.mixins.Stamped"), ref("django.db.models.Model")))]);
    expect(state.models.get("shop.a")).toMatchObject({ app: "shop", name: "A", bases: ["shop.order", "shop.mixins.Stamped"], options: new Map([["ordering", list("id")]]) });
    const order = shop.models.get("shop.order")!;
    expect([order.uniqueTogether, order.indexTogether, [...order.indexes.keys()], [...order.constraints.keys()], [...order.options.keys()]]).toEqual([[["number", "day"]], [["day", "number"]], ["day_idx"], ["positive"], ["db_table"]]);
  });

  test("RenameModel repoints foreign keys, `self`, through models, bases and keeps the rest", () => {
    const before = run(
      [
        op("AddField", "customer", "parent", fk("self")),
        op("AddField", "order", "watchers", models("ManyToManyField", { to: "shop.Customer", through: "shop.Customer" })),
        op("AddField", "order", "positional", call("django.db.models.ForeignKey", ["Customer", ref("django.db.models.CASCADE")])),
        create("VipCustomer", {}, {}, tuple("shop.customer")),
      ],
      {},
      shop,
    );
    const after = run([op("RenameModel", "Customer", "Client")], {}, before);
    const order = after.models.get("shop.order")!;
    expect(after.models.has("shop.customer")).toBe(false);
    expect(after.models.get("shop.client")).toMatchObject({ name: "Client" });
    expect(order.fields.get("customer")!.kwargs.get("to")).toBe("shop.Client");
    expect(order.fields.get("watchers")!.kwargs.get("through")).toBe("shop.Client");
    expect(order.fields.get("positional")!.args[0]).toBe("shop.Client");
    expect(after.models.get("shop.client")!.fields.get("parent")!.kwargs.get("to")).toBe("shop.Client");
    expect(after.models.get("shop.vipcustomer")!.bases).toEqual(["shop.client"]);
    expect(before.models.get("shop.order")!.fields.get("customer")!.kwargs.get("to")).toBe("shop.Customer");
  });

  test("a foreign key by a setting follows only when the setting names the model", () => {
    const before = run([op("AddField", "order", "user", fk(ref("django.conf.settings.AUTH_USER_MODEL")))], {}, shop);
    const to = (setting: string) => run([op("RenameModel", "Customer", "Client")], { setting: () => setting }, before).models.get("shop.order")!.fields.get("user")!.kwargs.get("to");
    expect(to("shop.Customer")).toBe("shop.Client");
    expect(to("shop.Client")).toMatchObject({ kind: "ref" });
  });

  test("a model or field of the same name is replaced, as Django's state does", () => {
    const after = run([create("order", { id: models("AutoField") }, { db_table: "orders_2020" }), op("AddField", "order", "id", models("BigAutoField"))], {}, shop);
    expect(after.models.get("shop.order")!.fields).toMatchObject(new Map([["id", { path: "django.db.models.BigAutoField" }]]));
  });

  test("AlterModelOptions takes away what it does not name, and only of its own options", () => {
    const after = run([op("AlterModelOptions", "order", dict({ managed: false, ordering: list("id") })), op("AlterModelOptions", "order", dict({ verbose_name: "order" }))], {}, shop);
    expect([...after.models.get("shop.order")!.options.keys()]).toEqual(["db_table", "verbose_name"]);
  });

  test("tables, comments and order_with_respect_to are options", () => {
    const after = run([op("AlterModelTable", "Order", null), op("AlterModelTableComment", "order", "c"), op("AlterOrderWithRespectTo", "order", "customer")], {}, shop);
    expect(Object.fromEntries(after.models.get("shop.order")!.options)).toEqual({ db_table: null, db_table_comment: "c", order_with_respect_to: "customer" });
  });
});

describe("fields", () => {
  test("preserve_default=False drops the default from the state", () => {
    const after = run([op("AddField", "order", "a", models("IntegerField", { default: 1, null: true }), false), op("AddField", "order", "b", models("IntegerField", { default: 1 }))], {}, shop);
    const { fields } = after.models.get("shop.order")!;
    expect([[...fields.get("a")!.kwargs.keys()], [...fields.get("b")!.kwargs.keys()]]).toEqual([["null"], ["default"]]);
  });

  test("AlterField keeps the field's place, RenameField puts it last, RemoveField takes it away", () => {
    expect(names(run([op("AlterField", "order", "number", models("TextField"))], {}, shop), "shop.order")).toEqual(["id", "customer", "number", "day"]);
    expect(names(run([op("RenameField", "order", "customer", "client")], {}, shop), "shop.order")).toEqual(["id", "number", "day", "client"]);
    expect(names(run([op("RemoveField", "Order", "day")], {}, shop), "shop.order")).toEqual(["id", "customer", "number"]);
  });

  test("RenameField follows in unique_together, index_together, to_field and composite keys", () => {
    const before = run(
      [op("AddField", "order", "by_email", fk("shop.Customer", { to_field: "email" })), create("Line", { pk: call("django.db.models.CompositePrimaryKey", ["order", "row"]), order: fk("shop.Order"), row: models("IntegerField") })],
      {},
      shop,
    );
    const after = run([op("RenameField", "customer", "email", "mail"), op("RenameField", "order", "day", "date"), op("RenameField", "line", "row", "position")], {}, before);
    const order = after.models.get("shop.order")!;
    expect([order.uniqueTogether, order.indexTogether]).toEqual([[["number", "date"]], [["date", "number"]]]);
    expect(order.fields.get("by_email")!.kwargs.get("to_field")).toBe("mail");
    expect(after.models.get("shop.line")!.fields.get("pk")!.args).toEqual(["order", "position"]);
    expect(after.models.get("shop.customer")!.fields.get("mail")!.name).toBe("mail");
  });
});

describe("indexes and constraints", () => {
  test("are added, renamed, altered and removed by name", () => {
    const after = run(
      [
        op("AddIndex", "order", models("Index", { fields: list("number"), name: "number_idx" })), op("RenameIndex", "order", "day_index", "day_idx"), op("RemoveIndex", "order", "number_idx"),
        op("AlterConstraint", "order", "positive", models("CheckConstraint", { name: "positive", violation_error_message: "no" })), op("AddConstraint", "order", models("UniqueConstraint", { name: "one" })),
        op("RemoveConstraint", "order", "one"),
      ],
      {},
      shop,
    );
    const order = after.models.get("shop.order")!;
    expect([...order.indexes.keys()]).toEqual(["day_index"]);
    expect(order.indexes.get("day_index")).toMatchObject({ kwargs: new Map<string, Value>([["fields", list("day")], ["name", "day_index"]]) });
    expect(order.constraints.get("positive")).toMatchObject({ kwargs: new Map([["name", "positive"], ["violation_error_message", "no"]]) });
  });

  test("RenameIndex from old_fields turns an entry of index_together into an index", () => {
    const rename = readOperation(call("django.db.migrations.RenameIndex", [], { model_name: "order", new_name: "day_number", old_fields: tuple("day", "number") }), readContext(python, null), place);
    const order = run([rename], {}, shop).models.get("shop.order")!;
    expect([order.indexTogether, [...order.indexes.keys()]]).toEqual([[], ["day_idx", "day_number"]]);
  });
});

describe("an operation that cannot be applied is a problem at its place, and the state stays", () => {
  test.each<[Operation, RegExp]>([
    [op("AddField", "nothing", "a", models("TextField")), /no model `shop.nothing`.*KeyError/],
    [op("DeleteModel", "Nothing"), /KeyError/],
    [op("RenameModel", "Nothing", "Some"), /KeyError/],
    [op("RemoveField", "order", "nothing"), /no field `nothing`/],
    [op("RenameField", "order", "nothing", "some"), /FieldDoesNotExist/],
    [op("AlterField", "order", "nothing", models("TextField")), /FieldDoesNotExist/],
    [op("RemoveIndex", "order", "nothing"), /no index named `nothing`/],
    [op("RemoveConstraint", "order", "nothing"), /no constraint named `nothing`/],
  ])("%j", (operation, message) => {
    const result = forward(shop, "shop", operation);
    expect(result.state).toBe(shop);
    expect(result.problem).toMatchObject({ ...place, message: expect.stringMatching(message) });
  });

  test("an automatic id may be altered, and a field of a parent", () => {
    const state = run([create("Plain", { name: models("TextField") }), create("Child", {}, {}, tuple("shop.plain"))]);
    run([op("AlterField", "plain", "id", models("BigAutoField", { primary_key: true })), op("AlterField", "child", "name", models("TextField"))], {}, state);
  });
});

describe("database and state apart", () => {
  const deleteOrder = call("django.db.migrations.DeleteModel", ["Order"]);
  test("only state operations move the state; database operations move theirs", () => {
    const apart = op("SeparateDatabaseAndState", list(deleteOrder), list());
    const result = forward(shop, "shop", apart);
    expect(result.state).toBe(shop);
    const steps = [...databaseSteps(apart.kind === "SeparateDatabaseAndState" ? apart.databaseOperations : [], "shop", shop)];
    expect(steps.map((step) => step.after.models.has("shop.order"))).toEqual([false]);
  });

  test("RunSQL has state operations, too, and what only the database refuses is no problem in them", () => {
    const sql = readOperation(call("django.db.migrations.RunSQL", ["x"], { state_operations: list(call("django.db.migrations.RemoveIndex", ["order", "gone"]), deleteOrder) }), readContext(python, null), place);
    const result = forward(shop, "shop", sql);
    expect([result.problem, result.state.models.has("shop.order")]).toEqual([null, false]);
  });
});

test("replay goes operation by operation and shares what stays the same", () => {
  const migration: Migration = { app: "shop", name: "0002", path: null, dependencies: [], runBefore: [], replaces: [], initial: false, atomic: true, problems: [], line: 1, operations: [op("RemoveField", "order", "day"), op("RunPython", ref("f")), op("RemoveField", "order", "day")] };
  const steps = [...replay([migration], shop)];
  expect(steps.map((step) => [step.index, step.problem?.line ?? null])).toEqual([[0, null], [1, null], [2, 7]]);
  expect(steps[1]!.after).toBe(steps[0]!.after);
  expect(steps[0]!.after.models.get("shop.customer")).toBe(shop.models.get("shop.customer"));
  expect(finalState([migration], shop)).toMatchObject({ state: steps[2]!.after, problems: [steps[2]!.problem] });
});
