import { expect, test } from "vitest";
import { target } from "../../../src/django/operations/target.ts";
import { readContext } from "../../../src/django/operations/context.ts";
import { readOperation } from "../../../src/django/operations/read.ts";
import { forward } from "../../../src/django/replay/forward.ts";
import { emptyState } from "../../../src/django/replay/replay.ts";
import type { Python } from "../../../src/python/python.ts";
import type { Value } from "../../../src/python/value.ts";
import { call, list, models, place, ref } from "./values.ts";

const python: Python = { text: () => null,
  module: () => null, evaluate: () => null, resolve: (name) => name, find: () => null, wanted: new Set() };
const op = (name: string, kwargs: Readonly<Record<string, Value>>) => readOperation(call(`django.db.migrations.${name}`, [], kwargs), readContext(python, null), place);
const created = forward(emptyState, "shop", op("CreateModel", { name: "OrderLine", fields: list() })).state;

test.each<[Parameters<typeof op>, string | null]>([
  [["CreateModel", { name: "Order", fields: list() }], "shop.Order"],
  [["AddField", { model_name: "orderline", name: "note", field: models("TextField") }], "shop.OrderLine.note"],
  [["RemoveField", { model_name: "other", name: "note" }], "shop.other.note"],
  [["RenameField", { model_name: "orderline", old_name: "a", new_name: "b" }], "shop.OrderLine.a"],
  [["AddIndex", { model_name: "orderline", index: models("Index", { name: "order_idx" }) }], "order_idx"],
  [["RemoveConstraint", { model_name: "orderline", name: "positive" }], "positive"],
  [["RunPython", { code: ref("f") }], null],
  [["SeparateDatabaseAndState", { state_operations: list(call("django.db.migrations.DeleteModel", ["OrderLine"])) }], "shop.OrderLine"],
])("%j is about %s", (operation, expected) => expect(target(op(...operation), "shop", created)).toBe(expected));
