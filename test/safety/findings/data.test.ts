import { expect, test } from "vitest";
import type { Example } from "../../../src/safety/findings/rule.ts";
import { findingsIn, reviewOf } from "./shop.ts";

const of = new Set(["live-model", "rows-one-by-one", "table-in-memory", "whole-table-in-one-transaction", "network-call", "schema-change-in-python"]);

async function told(code: string, more: Partial<Example> = {}): Promise<string[]> {
  const found = findingsIn(await reviewOf({ code: `\n${code}`, operations: "migrations.RunPython(fill, migrations.RunPython.noop),", ...more }));
  return found.filter(({ rule }) => of.has(rule)).map(({ rule, message, place }) => `${rule}@${place!.line}: ${message}`);
}

const head = 'def fill(apps, schema_editor):\n    Order = apps.get_model("shop", "Order")\n';

test.each<[string, string, string[]]>([
  ["a loop over all rows that saves each", `${head}    for order in Order.objects.all():\n        order.save()`, ["whole-table-in-one-transaction@5", "table-in-memory@5"]],
  ["the same by way of a variable, a list and enumerate", `${head}    rows = Order.objects.order_by("pk")\n    for i, order in enumerate(list(rows)):\n        order.ref = str(i)\n        order.save()`, ["whole-table-in-one-transaction@6", "table-in-memory@6"]],
  ["a related manager is written for each row", `${head}    for order in Order.objects.iterator():\n        order.tags.add(1)`, ["whole-table-in-one-transaction@5"]],
  ["a statement of another model for each row", `${head}    Customer = apps.get_model("shop.Customer")\n    for order in Order.objects.filter(total=1).iterator():\n        Customer.objects.get_or_create(email=order.ref)`, ["rows-one-by-one@6"]],
  ["a filter is not the whole table", `${head}    for order in Order.objects.filter(total=1):\n        print(order)`, []],
  ["a slice is not the whole table", `${head}    for order in Order.objects.all()[:10]:\n        print(order)`, []],
  ["an empty filter is", `${head}    Order.objects.filter().delete()`, ["whole-table-in-one-transaction@5"]],
  ["rows that are made in a loop over something else", `${head}    for ref in ["a", "b"]:\n        Order.objects.create(ref=ref)`, []],
  ["bulk_update", `${head}    Order.objects.bulk_update(list(Order.objects.filter(total=1)), ["total"])`, []],
  ["a function that is called", `def walk(rows):\n    for row in rows:\n        row.delete()\n\n\n${head}    walk(Order.objects.all())`, ["whole-table-in-one-transaction@4", "table-in-memory@4"]],
  ["one that calls itself", `def walk(rows):\n    walk(rows)\n\n\n${head}    walk(Order.objects.all())`, []],
  ["a model that the function imports", "def fill(apps, schema_editor):\n    from shop.models import Order\n    Order.objects.filter(pk=1).delete()", ["live-model@5"]],
  ["get_user_model", "from django.contrib.auth import get_user_model\n\n\ndef fill(apps, schema_editor):\n    get_user_model().objects.filter(pk=1).delete()", ["live-model@7"]],
  ["a constant of a models module is no model", "from shop.models import LIMIT\n\n\ndef fill(apps, schema_editor):\n    print(LIMIT)", []],
  ["urllib, under another name", "from urllib import request as web\n\n\ndef fill(apps, schema_editor):\n    web.urlopen('https://example.org')", ["network-call@7"]],
  ["urllib.parse asks nobody", "from urllib.parse import quote\n\n\ndef fill(apps, schema_editor):\n    quote('a')", []],
  ["urllib3's helpers ask nobody", "from urllib3.util import parse_url\n\n\ndef fill(apps, schema_editor):\n    parse_url('a')", []],
  ["a call inside a comprehension", "import requests\n\n\ndef fill(apps, schema_editor):\n    [requests.get(url) for url in ['a']]", ["network-call@7"]],
  ["a schema editor that alters", `${head}    schema_editor.add_field(Order, None)`, ["schema-change-in-python@5"]],
  ["a cursor that alters", 'def fill(apps, schema_editor):\n    with schema_editor.connection.cursor() as cursor:\n        cursor.execute("  drop index concurrently x")', ["schema-change-in-python@5"]],
  ["a cursor that updates", 'def fill(apps, schema_editor):\n    with schema_editor.connection.cursor() as cursor:\n        cursor.execute("UPDATE shop_order SET total = 1")', []],
])("%s", async (_, code, findings) => {
  expect((await told(code)).map((text) => text.split(":")[0])).toEqual(findings);
});

test("without a transaction around the migration each row is a transaction of its own", async () => {
  const code = `${head}    for order in Order.objects.iterator():\n        order.save()`;
  expect(await told(code, { attributes: "atomic = False" })).toEqual(["rows-one-by-one@5: `save()` is called for each row of `shop.Order`, all of them."]);
});

test("a small table may be walked", async () => {
  const code = `${head}    for order in Order.objects.all():\n        order.save()`;
  expect(await told(code, { config: 'small-tables = ["shop_*"]' })).toEqual([]);
  expect(await told(code, { config: 'small-tables = ["shop_*"]\nhot-tables = ["shop_order"]' })).not.toEqual([]);
});

test("a savepoint whose error is caught is no batch", async () => {
  const batches = async (body: string) => findingsIn(await reviewOf({ code: `from django.db import transaction\n\n\n${head}    for ref in ["a"]:\n${body}`, operations: "migrations.RunPython(fill, migrations.RunPython.noop)," })).filter(({ rule }) => rule === "batches-in-one-transaction");
  expect(await batches("        with transaction.atomic():\n            Order.objects.create(ref=ref)")).toHaveLength(1);
  expect(await batches("        try:\n            with transaction.atomic():\n                Order.objects.create(ref=ref)\n        except ValueError:\n            pass")).toEqual([]);
});

test("hostile code ends", async () => {
  const nested = Array.from({ length: 60 }, (_, i) => `${"    ".repeat(i + 1)}for a${i} in Order.objects.all():`).join("\n");
  await expect(told(`def fill(apps, schema_editor):\n${nested}\n${"    ".repeat(61)}pass`)).resolves.toBeDefined();
});
