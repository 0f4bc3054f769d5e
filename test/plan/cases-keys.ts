import type { Case, Shop } from "./cases.ts";
import { mysql, newer, postgresql } from "./on.ts";
import { add, alter, remove } from "./written.ts";

/** A shop whose keys are 32 bits wide, with columns that indexes, constraints and other tables hold. */
const models = `from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models


class Customer(models.Model):
    name = models.CharField(max_length=200)


class Tag(models.Model):
    label = models.CharField(max_length=40)


class Seller(models.Model):
    name = models.CharField(max_length=200)


class Order(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)
    code = models.CharField(max_length=40, unique=True)
    ref = models.CharField(max_length=32, db_index=True)
    source = models.CharField(max_length=10, db_default="web")
    quantity = models.IntegerField()
    discount = models.IntegerField()
    price = models.DecimalField(max_digits=8, decimal_places=2)
    label = models.CharField(max_length=20, null=True)
    note = models.TextField(null=True)
    tags = models.ManyToManyField(Tag)

    class Meta:
        indexes = [models.Index(fields=["discount"], name="order_discount_idx")]
        constraints = [
            models.CheckConstraint(condition=models.Q(quantity__gte=0), name="order_quantity"),
            models.UniqueConstraint(fields=["label"], name="order_label_uniq"),
        ]


class Line(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE)
    position = models.IntegerField()


class Step(models.Model):
    line = models.ForeignKey(Line, on_delete=models.CASCADE)

    class Meta:
        order_with_respect_to = "line"


class Booking(models.Model):
    room = models.IntegerField()
    span = DateTimeRangeField()
`;

const id = '("id", models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))';

const initial = `import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        BtreeGistExtension(),
        migrations.CreateModel(
            name="Customer",
            fields=[
                ${id},
                ("name", models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Tag",
            fields=[
                ${id},
                ("label", models.CharField(max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name="Seller",
            fields=[
                ${id},
                ("name", models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Order",
            fields=[
                ${id},
                ("code", models.CharField(max_length=40, unique=True)),
                ("ref", models.CharField(db_index=True, max_length=32)),
                ("source", models.CharField(db_default="web", max_length=10)),
                ("quantity", models.IntegerField()),
                ("discount", models.IntegerField()),
                ("price", models.DecimalField(decimal_places=2, max_digits=8)),
                ("label", models.CharField(max_length=20, null=True)),
                ("note", models.TextField(null=True)),
                ("customer", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="shop.customer")),
                ("tags", models.ManyToManyField(to="shop.tag")),
            ],
            options={
                "indexes": [models.Index(fields=["discount"], name="order_discount_idx")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("quantity__gte", 0)), name="order_quantity"),
                    models.UniqueConstraint(fields=("label",), name="order_label_uniq"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Line",
            fields=[
                ${id},
                ("position", models.IntegerField()),
                ("order", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="shop.order")),
            ],
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ${id},
                ("line", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="shop.line")),
            ],
            options={
                "order_with_respect_to": "line",
            },
        ),
        migrations.CreateModel(
            name="Booking",
            fields=[
                ${id},
                ("room", models.IntegerField()),
                ("span", django.contrib.postgres.fields.ranges.DateTimeRangeField()),
            ],
        ),
    ]
`;

const settings = `INSTALLED_APPS = ["shop", "django.contrib.postgres"]
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "shop"}}
`;

export const keys: Shop = { models, initial, settings };

const big = 'models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")';
const bigIn = (model: string) => ({ [`class ${model}(models.Model):\n`]: `class ${model}(models.Model):\n    id = ${big}\n` });
const price = "    price = models.DecimalField(max_digits=8, decimal_places=2)\n";

const lower = 'models.GeneratedField(db_persist=True, expression=django.db.models.functions.Lower("ref"), output_field=models.TextField())';
const tagging = `migrations.CreateModel(
    name="Tagging",
    fields=[
        ${id},
        ("weight", models.IntegerField(null=True)),
        ("order", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="shop.order")),
        ("tag", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="shop.tag")),
    ],
),`;
const through = alter("tags", 'models.ManyToManyField(through="shop.Tagging", to="shop.tag")');

const own: readonly Case[] = [
  { name: "AutoField to BigAutoField, with the foreign keys that follow", operations: alter("id", big, "", "customer"), models: bigIn("Customer"), recipe: "widened-column", releases: 2, on: postgresql },
  { name: "AutoField to BigAutoField, many-to-many and lines follow", operations: alter("id", big), models: bigIn("Order"), recipe: "widened-column", releases: 2, on: newer },
  { name: "AutoField to BigAutoField, several models", operations: `${alter("id", big, "", "customer")}\n${alter("id", big, "", "tag")}\n${alter("id", big, "", "line")}`, models: { ...bigIn("Customer"), ...bigIn("Tag"), ...bigIn("Line") }, recipe: "widened-column", releases: 2, on: newer },
  { name: "wider integer with a check", operations: alter("quantity", "models.BigIntegerField()"), models: { "quantity = models.IntegerField()": "quantity = models.BigIntegerField()" }, recipe: "widened-column", releases: 2, on: newer },
  { name: "wider integer with an index", operations: alter("discount", "models.BigIntegerField()"), models: { "discount = models.IntegerField()": "discount = models.BigIntegerField()" }, recipe: "widened-column", releases: 2, on: newer },
  { name: "more decimal places", operations: alter("price", "models.DecimalField(decimal_places=4, max_digits=12)"), models: { [price]: price.replace("8", "12").replace("=2", "=4") }, recipe: "widened-column", releases: 2, on: newer },
  { name: "order_with_respect_to comes", operations: 'migrations.AlterOrderWithRespectTo(\n    name="line",\n    order_with_respect_to="order",\n),', models: { "    position = models.IntegerField()\n": '    position = models.IntegerField()\n\n    class Meta:\n        order_with_respect_to = "order"\n' }, recipe: "order-with-respect-to", releases: 2, on: [...postgresql, ...mysql] },
  { name: "order_with_respect_to goes", operations: 'migrations.AlterOrderWithRespectTo(\n    name="step",\n    order_with_respect_to=None,\n),', models: { '\n    class Meta:\n        order_with_respect_to = "line"\n': "" }, recipe: "order-with-respect-to", releases: 2, on: [...postgresql, ...mysql] },
  { name: "new exclusion constraint", imports: "import django.contrib.postgres.constraints\n", operations: 'migrations.AddConstraint(\n    model_name="booking",\n    constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[("room", "="), ("span", "&&")], name="booking_overlap"),\n),', models: { "from django.contrib.postgres.fields": "from django.contrib.postgres.constraints import ExclusionConstraint\nfrom django.contrib.postgres.fields", "    span = DateTimeRangeField()\n": '    span = DateTimeRangeField()\n\n    class Meta:\n        constraints = [ExclusionConstraint(name="booking_overlap", expressions=[("room", "="), ("span", "&&")])]\n' }, recipe: "new-exclusion", releases: 2, on: postgresql },
  { name: "removed field, with a database default", operations: remove("source"), models: { '    source = models.CharField(max_length=10, db_default="web")\n': "" }, recipe: "removed-field", releases: 2, on: [...newer, ...mysql] },
  { name: "removed field, indexed", operations: remove("ref"), models: { "    ref = models.CharField(max_length=32, db_index=True)\n": "" }, recipe: "removed-field", releases: 2, on: [...newer, ...mysql] },
  { name: "removed field, its index removed first", operations: `migrations.RemoveIndex(\n    model_name="order",\n    name="order_discount_idx",\n),\n${remove("discount")}`, models: { "    discount = models.IntegerField()\n": "", '        indexes = [models.Index(fields=["discount"], name="order_discount_idx")]\n': "" }, recipe: "removed-field", releases: 2, on: newer },
  { name: "many-to-many, another table name", operations: alter("tags", 'models.ManyToManyField(db_table="order_labels", to="shop.tag")'), models: { "models.ManyToManyField(Tag)": 'models.ManyToManyField(Tag, db_table="order_labels")' }, recipe: "changed-many-to-many", releases: 1, differs: true, on: [...newer, ...mysql] },
  { name: "many-to-many, another target", operations: alter("tags", 'models.ManyToManyField(to="shop.seller")'), models: { "models.ManyToManyField(Tag)": "models.ManyToManyField(Seller)" }, recipe: "changed-many-to-many", releases: 2, differs: true, on: [...postgresql, ...mysql] },
  { name: "many-to-many, a through model", imports: "import django.db.models.deletion\n", operations: `${tagging}\n${through}`, models: { "models.ManyToManyField(Tag)": 'models.ManyToManyField(Tag, through="Tagging")', "\n\nclass Line(": "\n\nclass Tagging(models.Model):\n    order = models.ForeignKey(Order, on_delete=models.CASCADE)\n    tag = models.ForeignKey(Tag, on_delete=models.CASCADE)\n    weight = models.IntegerField(null=True)\n\n\nclass Line(" }, recipe: "through-model", releases: 1, differs: true, on: [...newer, ...mysql] },
  { name: "foreign key to many-to-many", operations: `${remove("customer")}\n${add("customers", 'models.ManyToManyField(to="shop.customer")')}`, models: { "class Order(models.Model):\n    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)\n": "class Order(models.Model):\n    customers = models.ManyToManyField(Customer)\n" }, recipe: "foreign-key-to-many-to-many", releases: 4, on: [...newer, ...mysql] },
  { name: "new generated column, a trigger in its place", operations: add("lower_ref", lower), models: { "    quantity = ": `    lower_ref = ${lower.replaceAll("django.db.models.functions.", "")}\n    quantity = `, "from django.db import models\n": "from django.db import models\nfrom django.db.models.functions import Lower\n" }, imports: "import django.db.models.functions\n", recipe: "generated-column", releases: 1, on: postgresql.slice(1, 2) },
  { name: "new generated column, virtual", operations: add("lower_ref", lower), models: { "    quantity = ": `    lower_ref = ${lower.replaceAll("django.db.models.functions.", "")}\n    quantity = `, "from django.db import models\n": "from django.db import models\nfrom django.db.models.functions import Lower\n" }, imports: "import django.db.models.functions\n", recipe: "generated-column", releases: 1, differs: true, on: [...postgresql.slice(2), ...mysql] },
  { name: "narrowed length, indexed", operations: alter("ref", "models.CharField(db_index=True, max_length=16)"), models: { "ref = models.CharField(max_length=32, db_index=True)": "ref = models.CharField(max_length=16, db_index=True)" }, recipe: "changed-type", releases: 4, differs: true, on: [...newer, ...mysql] },
  { name: "text that gets a length", operations: alter("note", "models.CharField(max_length=100, null=True)"), models: { "note = models.TextField(null=True)": "note = models.CharField(max_length=100, null=True)" }, recipe: "changed-type", releases: 4, differs: true, on: [...newer, ...mysql] },
  { name: "foreign key to another model", imports: "import django.db.models.deletion\n", operations: alter("customer", 'models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="shop.seller")'), models: { "customer = models.ForeignKey(Customer,": "customer = models.ForeignKey(Seller," }, recipe: "changed-foreign-key", releases: 4, differs: true, on: [...newer, ...mysql] },
];

const written = (field: string) => field.replaceAll("django.db.models.functions.", "");
const upper = lower.replace("Lower", "Upper");
/** With a generated column. */
export const generated: Shop = {
  ...keys,
  models: models.replace("from django.db import models\n", "from django.db import models\nfrom django.db.models.functions import Lower\n").replace("    quantity = ", `    shown_ref = ${written(lower)}\n    quantity = `),
  initial: initial.replace("import django.db.models.deletion\n", "import django.db.models.deletion\nimport django.db.models.functions\n").replace('                ("quantity", models', `                ("shown_ref", ${lower}),\n                ("quantity", models`),
};
const otherwise = { operations: alter("shown_ref", upper), models: { [written(lower)]: written(upper), "functions import Lower": "functions import Upper" }, imports: "import django.db.models.functions\n", shop: generated, recipe: "changed-generated-column", releases: 2, differs: true } as const;

export const casesKeys: readonly Case[] = [
  ...own.map((one) => ({ ...one, shop: keys })),
  { ...otherwise, name: "generated column computed otherwise, a trigger in its place", on: postgresql.slice(1, 2) },
  { ...otherwise, name: "generated column computed otherwise", on: [...postgresql.slice(2), ...mysql] },
];
