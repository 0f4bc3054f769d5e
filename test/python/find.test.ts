import { describe, expect, test } from "vitest";
import { main, moduleOf, reader, show } from "./read.ts";

const files = {
  "shop/__init__.py": "",
  "shop/models/__init__.py": "from .order import *\nfrom .line import Line as OrderLine\nfrom . import order",
  "shop/models/order.py": "from django.db import models\nclass Order(models.Model):\n  X = 1\n  class Meta: pass\n  def save(self): pass\ndef helper(): pass\nLIMIT = 5\nAlias = Order\nLibrary = models.Model",
  "shop/models/line.py": "class Line: pass",
  "src/other/thing.py": "class Thing: pass",
  "src/shop/extra.py": "class Extra: pass",
  "shop/late.py": null,
};
const python = reader(files, ["", "src/"]);

test.each<[string, string | null]>([
  ["shop.models.Order", "class shop.models.order.Order"],
  ["shop.models.order.Order", "class shop.models.order.Order"],
  ["shop.models.OrderLine", "class shop.models.line.Line"],
  ["shop.models.Order.Meta", "class shop.models.order.Order.Meta"],
  ["shop.models.Order.save", "function shop.models.order.Order.save"],
  ["shop.models.Order.X", "value shop.models.order.Order.X"],
  ["shop.models.helper", "function shop.models.order.helper"],
  ["shop.models.LIMIT", "value shop.models.order.LIMIT"],
  ["shop.models.order.Alias", "class shop.models.order.Order"],
  ["shop.models.order.Library", null],
  ["shop.models.models.Model", null],
  ["shop.models", null],
  ["shop.models.Gone", null],
  ["django.db.models.Model", null],
  ["other.thing.Thing", "class other.thing.Thing"],
  ["src.other.thing.Thing", "class other.thing.Thing"],
  ["", null],
  ["..", null],
])("%s", (dotted, expected) => {
  const found = python.find(dotted);
  expect(found && `${found.kind} ${found.path}`).toBe(expected);
});

test("a definition comes with its module", () => {
  const found = python.find("shop.models.Order");
  if (found?.kind !== "class") throw new Error("no class");
  expect(found.module.path).toBe("shop/models/order.py");
  expect(found.definition.name).toBe("Order");
});

test("a file that is not at hand is wanted", () => {
  expect(python.find("shop.late.X")).toBeNull();
  expect([...python.wanted]).toEqual(["shop/late.py"]);
});

describe("resolve", () => {
  const source = `import a.b
import c.d as e
from django.db import models, migrations as m
from ..x import y
from .models import Order
CharField = models.CharField
LIMIT = 5
class Local: pass
`;
  const one = reader({ ...files, "shop/sub/main.py": source });
  const module = moduleOf(one, "shop/sub/main.py");
  test.each<[string, string]>([
    ["models.CharField", "django.db.models.CharField"],
    ["m.AddField", "django.db.migrations.AddField"],
    ["a.b.C", "a.b.C"],
    ["e.F", "c.d.F"],
    ["y.Z", "shop.x.y.Z"],
    ["Order", "shop.sub.models.Order"],
    ["CharField", "django.db.models.CharField"],
    ["Local", "shop.sub.main.Local"],
    ["LIMIT", "shop.sub.main.LIMIT"],
    ["dict", "builtins.dict"],
    ["unheard.of", "unheard.of"],
  ])("%s", (name, expected) => {
    expect(one.resolve(name, module)).toBe(expected);
  });
});

test("the module's own root is searched first", () => {
  const two = reader({ "a/core/x.py": "X = 'a'", "b/core/x.py": "X = 'b'", "b/core/main.py": "from core.x import X\nX" }, ["a/", "b/"]);
  const module = moduleOf(two, "b/core/main.py");
  const last = module.body.at(-1);
  if (last?.kind !== "expression") throw new Error("no expression");
  expect(show(two.evaluate(last.value, module))).toBe('"b"');
});

test("a module is parsed once, and again after it was forgotten", () => {
  const texts: Record<string, string> = { [main]: "X = 1" };
  const one = reader(texts);
  const before = moduleOf(one, main);
  expect(one.module(main)).toBe(before);
  expect(one.find("shop.main.X")).toMatchObject({ value: 1 });
  texts[main] = "X = 2";
  one.forget(main);
  expect(one.find("shop.main.X")).toMatchObject({ value: 2 });
});
