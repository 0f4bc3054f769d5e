import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTest, wantedFiles } from "../../src/usage/files.ts";
import type { Target } from "../../src/usage/types.ts";
import { line, models, note, told, usages, usagesOfAll } from "./read.ts";

const imports = "from django.db.models import F, Q, Sum\nfrom shop.models import BookOrder, Customer, Tag\n";

/** The last line of a snippet, after the imports. */
function sure(snippet: string): string {
  const found = told(imports + snippet);
  return found.length === 0 ? "nothing" : found.map((one) => one.split(" ")[0]).join(" ");
}

describe("a field is named", () => {
  it.each([
    ["BookOrder.note", "certain"],
    ["BookOrder(note='')", "certain"],
    ["BookOrder.objects.filter(note='')", "certain"],
    ["BookOrder.objects.exclude(pk=1).filter(note__icontains='x')", "certain"],
    ["BookOrder.objects.filter(Q(pk=1) | ~Q(note=''))", "certain"],
    ["BookOrder.objects.update(total=F('note'))", "certain"],
    ["BookOrder.objects.values('id', 'note')", "certain"],
    ["BookOrder.objects.values_list('note', flat=True)", "certain"],
    ["BookOrder.objects.only('id').order_by('-note')", "certain"],
    ["BookOrder.objects.annotate(n=Sum('note'))", "certain"],
    ["BookOrder.objects.get(pk=1).note", "certain"],
    ["BookOrder.objects.first().note", "certain"],
    ["await BookOrder.objects.acreate(note='')", "certain"],
    ["BookOrder.objects.bulk_update(rows, ['note'])", "certain"],
    ["get_object_or_404(BookOrder, note='x')", "likely"],
    ["[o.note for o in BookOrder.objects.all()]", "nothing"],
    ["order.note", "likely"],
    ["self.book_order.note = ''", "likely"],
    ["print(f'see {order.note} there')", "likely"],
    ["assert order.note", "likely"],
    ["x = [o.id for o in rows if order.note]", "likely"],
    ["order.save(update_fields=['note'])", "likely"],
    ["Customer.objects.filter(bookorder__note='x')", "likely"],
    ["Customer.objects.values('orders__note')", "likely"],
    ["Customer.objects.filter(favourite__note='x')", "possible"],
    ["queryset.filter(note='x')", "likely"],
    ["queryset.order_by('note')", "likely"],
    ["Q(note='x')", "likely"],
    ["F('note')", "likely"],
    ["BookOrderFactory(note='x')", "likely"],
    ["send(note='x')", "possible"],
    ["thing.note", "possible"],
    ["data['note']", "possible"],
    ["getattr(thing, 'note')", "possible"],
    ["data = {'note': 1}", "possible"],
    ["Tag.note", "nothing"],
    ["Tag.objects.filter(note='x')", "nothing"],
    ["Tag.objects.values('note')", "nothing"],
    ["Tag(note='x')", "nothing"],
    ["note = 1", "nothing"],
    ["print(note)", "nothing"],
    ["# order.note", "nothing"],
    ["'the note of an order'", "nothing"],
    ["order.notes", "nothing"],
    ["order.footnote", "nothing"],
    ["from .note import x", "nothing"],
    ["import shop.note", "nothing"],
    ["class BookOrder(ObjectType):\n    note = Text()", "nothing"],
    ["log('take a note of it')", "nothing"],
  ])("%s: %s", (snippet, expected) => {
    if (snippet.startsWith("[o.note")) expect(sure(snippet)).toBe("likely");
    else expect(sure(snippet)).toBe(expected);
  });

  it.each([
    ["a variable of the model's class", "def show():\n    o = BookOrder.objects.get(pk=1)\n    return o.note\n", "likely"],
    ["a loop over its rows", "def show():\n    for o in BookOrder.objects.all():\n        print(o.note)\n", "likely"],
    ["an annotated parameter", "def show(o: BookOrder):\n    return o.note\n", "likely"],
    ["a variable of another class", "def show():\n    o = Tag.objects.get(pk=1)\n    return o.note\n", "nothing"],
    ["a query in a variable", "def show():\n    rows = BookOrder.objects.all()\n    return rows.filter(note='')\n", "likely"],
    ["another function's variable of the same name", "def a():\n    o = Tag.objects.get()\n\ndef b(o):\n    return o.note\n", "possible"],
  ])("by %s", (_, snippet, expected) => {
    expect(sure(snippet)).toBe(expected);
  });

  it.each([
    ["an admin", "@admin.register(BookOrder)\nclass OrderAdmin(admin.ModelAdmin):\n    list_display = ('id', 'note')\n", "certain"],
    ["an admin registered below", "class OrderAdmin(admin.ModelAdmin):\n    search_fields = ['customer__name', 'note']\n\nadmin.site.register(BookOrder, OrderAdmin)\n", "certain"],
    ["an admin of another model", "@admin.register(Tag)\nclass TagAdmin(admin.ModelAdmin):\n    list_display = ['note']\n", "nothing"],
    ["fieldsets", "@admin.register(BookOrder)\nclass OrderAdmin(admin.ModelAdmin):\n    fieldsets = [(None, {'fields': ['note']})]\n", "certain"],
    ["a serializer's Meta", "class OrderSerializer(ModelSerializer):\n    class Meta:\n        model = BookOrder\n        fields = ['id', 'note']\n", "certain"],
    ["a serializer's own field", "class OrderSerializer(ModelSerializer):\n    note = CharField()\n    class Meta:\n        model = BookOrder\n", "certain"],
    ["another model's form", "class TagForm(ModelForm):\n    class Meta:\n        model = Tag\n        fields = ['note']\n", "nothing"],
    ["a view", "class OrderList(ListView):\n    queryset = BookOrder.objects.all()\n    ordering = '-note'\n", "certain"],
    ["a manager", "class BookOrderQuerySet(QuerySet):\n    def noted(self):\n        return self.exclude(note='')\n", "likely"],
    ["a class of which nothing is known", "class Table:\n    columns = ['note']\n", "possible"],
    ["an attribute of its own", "class Pad:\n    def __init__(self):\n        self.note = 1\n    def show(self):\n        return self.note\n", "nothing"],
    ["a mixin", "class Noted:\n    def show(self):\n        return self.note\n", "possible"],
  ])("by %s", (_, snippet, expected) => {
    expect(sure(snippet)).toBe(expected);
  });

  it("by the model itself, in its Meta and methods", () => {
    const source = models.replace("customer = models", "note = models.TextField()\n    customer = models").replace(
      "\nclass Tag",
      "\n    class Meta:\n        ordering = ['-note']\n        indexes = [models.Index(fields=['note'])]\n        constraints = [models.CheckConstraint(condition=models.Q(note=''), name='n')]\n\n    def __str__(self):\n        return self.note\n\nclass Tag",
    );
    expect(told(source, undefined, "shop/models.py")).toEqual(["certain 7", "certain 11", "certain 12", "certain 13", "certain 16"]);
  });

  it.each([
    ["cursor.execute('SELECT note FROM shop_bookorder')", "certain"],
    ["cursor.execute('''UPDATE \"shop_bookorder\"\n  SET \"note\" = 1''')", "certain"],
    ["cursor.execute('SELECT note FROM shop_tag')", "nothing"],
    ["cursor.execute('SELECT note ' + rest)", "possible"],
    ["cursor.execute('SELECT footnote FROM shop_bookorder')", "nothing"],
  ])("by SQL: %s", (snippet, expected) => {
    expect(sure(snippet)).toBe(expected);
  });

  it.each([
    ["<p>{{ order.note }}</p>", "likely"],
    ["{% if order.note|length > 3 %}x{% endif %}", "likely"],
    ["{{ thing.note }}", "possible"],
    ["{% for a in book_orders.0.note %}", "possible"],
    ["<p>note</p> {{ note }} {# order.note #}", "nothing"],
    ["{% trans 'order.note' %}", "nothing"],
  ])("by a template: %s", (snippet, expected) => {
    const found = told(snippet, undefined, "shop/templates/order.html");
    expect(found.length === 0 ? "nothing" : found.join(" ")).toBe(expected === "nothing" ? expected : `${expected} 1`);
  });
});

describe("a foreign key is named by its field and its column", () => {
  const customer: Target = { app: "shop", model: "BookOrder", field: "customer", column: "customer_id", table: "shop_bookorder" };
  it.each([
    ["BookOrder.objects.select_related('customer')", "certain"],
    ["BookOrder.objects.filter(customer__name='x')", "certain"],
    ["BookOrder.objects.values('customer_id')", "certain"],
    ["order.customer_id", "likely"],
    ["order.customer.name", "likely"],
  ])("%s: %s", (snippet, expected) => {
    expect(told(imports + snippet, customer)).toEqual([`${expected} 3`]);
  });
});

describe("choices", () => {
  it("are named by the method that Django makes", () => {
    expect(sure("order.get_note_display()")).toBe("likely");
  });
});

describe("a model is named", () => {
  const order: Target = { app: "shop", model: "BookOrder", field: null, column: null, table: "shop_bookorder" };
  it.each([
    ["BookOrder.objects.all()", "certain"],
    ["models.ForeignKey('shop.BookOrder', models.CASCADE)", "certain"],
    ["models.ForeignKey('BookOrder', models.CASCADE)", "likely"],
    ["apps.get_model('shop', 'BookOrder')", "likely"],
    ["cursor.execute('DELETE FROM shop_bookorder')", "certain"],
    ["print('BookOrder')", "nothing"],
    ["BookOrderForm()", "nothing"],
  ])("%s: %s", (snippet, expected) => {
    const found = told(imports + snippet, order).filter((one) => !one.endsWith(" 2"));
    expect(found).toEqual(expected === "nothing" ? [] : [`${expected} 3`]);
  });

  it("by its import, also where the class is gone already", () => {
    const found = usages({ "shop/models.py": "", "shop/code.py": imports }, order).found;
    expect(found.map(({ path, line, certainty }) => [path, line, certainty])).toEqual([["shop/code.py", 2, "certain"]]);
  });

  it("by its form, serializer, admin and factory", () => {
    const files = {
      "shop/forms.py": "from django import forms\nfrom shop.models import BookOrder\n\n\nclass OrderForm(forms.ModelForm):\n    class Meta:\n        model = BookOrder\n        fields = '__all__'\n",
      "shop/serializers.py": "from rest_framework import serializers\nfrom shop import models\n\n\nclass OrderSerializer(serializers.ModelSerializer):\n    class Meta:\n        model = models.BookOrder\n",
      "shop/admin.py": "from django.contrib import admin\nfrom .models import BookOrder\n\n\n@admin.register(BookOrder)\nclass OrderAdmin(admin.ModelAdmin):\n    pass\n",
      "shop/admin2.py": "from django.contrib import admin\nfrom .models import BookOrder\n\nadmin.site.register(BookOrder)\n",
      "shop/tests/factories.py": "import factory\n\n\nclass OrderFactory(factory.django.DjangoModelFactory):\n    class Meta:\n        model = 'shop.BookOrder'\n",
    };
    const { found } = usages(files, order);
    const own = found.filter(({ path }) => path in files && path !== "shop/models.py");
    expect(own.filter(({ text }) => !text.includes("import")).map((one) => [one.path, line(one), one.test])).toEqual([
      ["shop/admin.py", "certain 5", false],
      ["shop/admin2.py", "certain 4", false],
      ["shop/forms.py", "certain 7", false],
      ["shop/serializers.py", "certain 7", false],
      ["shop/tests/factories.py", "certain 6", true],
    ]);
  });

  it("not by a model of the same name in another app", () => {
    expect(told("from other.models import BookOrder\nBookOrder()\n", order)).not.toContain("certain 2");
  });
});

describe("several that are looked for together", () => {
  it("are found as each alone", () => {
    const files = {
      "shop/views.py": "from shop.models import BookOrder, Tag\n\n\ndef f(order, tag):\n    note = order.note\n    BookOrder.objects.filter(note='x', customer__id=1).order_by('-note')\n    return Tag.objects.values('note'), tag.note(), order.customer\n",
      "shop/sql.py": 'X = "SELECT o.note FROM shop_bookorder o JOIN shop_tag t ON t.note = o.customer_id"\nY = "a note of the customer"\n',
      "shop/templates/a.html": "{{ order.note }} {{ order.customer }} {{ tag.note }}",
      "shop/empty.py": "# note, customer\n",
    };
    const targets: readonly Target[] = [note, { app: "shop", model: "Tag", field: "note", column: "note", table: "shop_tag" }, { app: "shop", model: "BookOrder", field: "customer", column: "customer_id", table: "shop_bookorder" }, { app: "shop", model: "BookOrder", field: null, column: null, table: "shop_bookorder" }, { app: "shop", model: null, field: null, column: null, table: 'old"."shop_bookorder' }];
    const together = usagesOfAll(files, targets);
    for (const target of targets) expect(together.get(target)).toEqual(usages(files, target));
    expect([...together.values()].map(({ found }) => found.length)).toEqual([4, 5, 5, 4, 0]);
  });
});

describe("what is told", () => {
  it("has path, line, the line's text and how it is named; tests come last", () => {
    const { found } = usages({ "shop/tests/test_views.py": "order.note\n", "shop/views.py": "def a():\n    return order.note  # x\n" });
    expect(found).toEqual([
      { path: "shop/views.py", line: 2, text: "return order.note  # x", certainty: "likely", kind: "Python", how: "attribute of `order`", test: false },
      { path: "shop/tests/test_views.py", line: 1, text: "order.note", certainty: "likely", kind: "Python", how: "attribute of `order`", test: true },
    ]);
  });

  it("says what was left out", () => {
    const files = Object.fromEntries([1, 2, 3].map((number) => [`shop/a${number}.py`, "order.note\norder.note\n"]));
    expect(usages(files, undefined, { files: 5, found: 3 }).incomplete).toBe(false);
    expect(usages(files, undefined, { files: 2, found: 3 })).toMatchObject({ incomplete: true });
    expect(usages(files, undefined, { files: 2, found: 3 }).leftOut).toEqual(["4 files hold the name; the first 2 of them were looked at.", "4 places were found; the first 3 of them are listed."]);
  });
});

it("reads Python and templates that are the project's own, without migrations", () => {
  const own = ["shop/models.py", "shop/templates/a.html", "shop/templates/mail.txt", "shop/jinja2/b.jinja"];
  expect(wantedFiles([...own, "requirements.txt", "shop/migrations/0001_initial.py", "node_modules/x/y.py", "vendor/z.py", ".venv/q.py", "a.js"])).toEqual(own);
  expect(["shop/tests/test_a.py", "shop/test_a.py", "shop/conftest.py", "shop/contest.py", "shop/latest/a.py"].map(isTest)).toEqual([true, true, true, false, false]);
});

describe("hostile text", () => {
  it("never throws, and takes no longer than its length", () => {
    const pieces = fc.constantFrom("order.note", "(", ")", "[", "{", "'", '"', '"""', "f'{", "}", "\\", "\n", "\n    ", "class A(", "def f(", ":", "=", ".", "#", "note", "{{", "%}", "\u202e", "\ud800", "é", "SELECT ", "@", "lambda ");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        for (const path of ["shop/a.py", "shop/templates/a.html"]) for (const one of usages({ [path]: text }).found) expect(one.line).toBeLessThanOrEqual(text.split("\n").length);
      }),
      { numRuns: 150 },
    );
  });

  it.each([["brackets", "(".repeat(20_000)], ["quotes", '"note'.repeat(20_000)], ["attributes", "note.note".repeat(5_000)], ["classes", "class A:\n ".repeat(500)], ["tags", "{{ a.note ".repeat(5_000)], ["strings", "'note',".repeat(20_000)]])("many %s", (_, text) => {
    const start = performance.now();
    usages({ "shop/a.py": text, "shop/templates/a.html": text });
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
