import type { Case } from "./cases.ts";
import { add, alter, quantity, remove, runPython } from "./written.ts";
import type { On } from "./project.ts";

const postgresql: readonly On[] = [
  { django: "4.2", vendor: "postgresql", version: "14" },
  { django: "6.1", vendor: "postgresql", version: "18" },
];
const mysql: readonly On[] = [{ django: "5.2", vendor: "mysql", version: "8.4" }];

const tags = "    tags = models.ManyToManyField(Tag)\n";
const withMeta = (line: string) => `${tags}\n    class Meta:\n        ${line}\n`;

const fill = `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    Order.objects.filter(priority__isnull=True).update(priority=1)
`;

/** Rows that a pull request changes, alone and with the schema. */
export const dataCases: readonly Case[] = [
  { name: "data migration, every row", functions: 'def refs(apps, schema_editor):\n    Order = apps.get_model("shop", "Order")\n    Order.objects.update(note=models.F("ref"))\n', operations: runPython("refs"), models: {}, recipe: "data-migration", releases: 1, pythonAlone: true, on: [...postgresql, ...mysql] },
  { name: "data migration by SQL, every row", operations: 'migrations.RunSQL("UPDATE shop_order SET note = \'100% \' || ref", migrations.RunSQL.noop, elidable=True),', models: {}, recipe: "data-migration", releases: 1, on: postgresql },
  { name: "data migration beside an index", operations: `migrations.RunSQL("DELETE FROM shop_coupon WHERE customer_id IS NULL"),\nmigrations.AddIndex(\n    model_name="order",\n    index=models.Index(fields=["ref"], name="order_ref_idx"),\n),`, models: { "    tags = models.ManyToManyField(Tag)\n": '    tags = models.ManyToManyField(Tag)\n\n    class Meta:\n        indexes = [models.Index(fields=["ref"], name="order_ref_idx")]\n' }, recipe: "data-migration", releases: 1, on: postgresql },
  { name: "add, fill, NOT NULL in one", functions: fill, operations: [add("priority", "models.IntegerField(null=True)"), runPython("fill"), alter("priority", "models.IntegerField()")].join("\n"), models: { [quantity]: `${quantity}    priority = models.IntegerField()\n` }, recipe: "data-migration", releases: 2, on: [...postgresql, ...mysql] },
  { name: "add, fill by SQL, NOT NULL in one", operations: [add("priority", "models.IntegerField(null=True)"), 'migrations.RunSQL("UPDATE shop_order SET priority = 1 WHERE priority IS NULL", migrations.RunSQL.noop),', alter("priority", "models.IntegerField()")].join("\n"), models: { [quantity]: `${quantity}    priority = models.IntegerField()\n` }, recipe: "data-migration", releases: 2, on: [...postgresql, ...mysql] },
  {
    name: "one value for each row, then unique",
    imports: "import uuid\n\n",
    functions: 'def identify(apps, schema_editor):\n    Order = apps.get_model("shop", "Order")\n    for order in Order.objects.all():\n        order.public_id = uuid.uuid4()\n        order.save(update_fields=["public_id"])\n',
    operations: [add("public_id", "models.UUIDField(default=uuid.uuid4, null=True)"), runPython("identify"), alter("public_id", "models.UUIDField(default=uuid.uuid4, unique=True)")].join("\n"),
    models: { "from django.db import models\n": "import uuid\n\nfrom django.db import models\n", [quantity]: `${quantity}    public_id = models.UUIDField(default=uuid.uuid4, unique=True)\n` },
    recipe: "data-migration",
    releases: 2,
    on: [...postgresql, ...mysql],
  },
  {
    name: "copied to a new field, the old one removed",
    functions: 'EMPTY = ""\n\n\ndef cleaned(text):\n    return (text or EMPTY).strip()\n\n\ndef copy(apps, schema_editor):\n    Order = apps.get_model("shop", "Order")\n    for order in Order.objects.iterator():\n        order.remark = cleaned(order.note)\n        order.save()\n',
    operations: [add("remark", "models.TextField(null=True)"), runPython("copy"), remove("note")].join("\n"),
    models: { "    note = models.TextField(null=True)\n": "    remark = models.TextField(null=True)\n" },
    recipe: "data-migration",
    releases: 4,
    on: postgresql,
  },
  {
    name: "copied to another model, the old one deleted",
    functions: 'def label(apps, schema_editor):\n    Coupon = apps.get_model("shop", "Coupon")\n    Tag = apps.get_model("shop", "Tag")\n    for coupon in Coupon.objects.all():\n        Tag.objects.create(label=coupon.code)\n',
    operations: `${runPython("label")}\nmigrations.DeleteModel(\n    name="Coupon",\n),`,
    models: { "\n\nclass Coupon(models.Model):\n    code = models.SlugField(unique=True)\n    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)\n": "" },
    recipe: "data-migration",
    releases: 4,
    on: postgresql,
  },
  {
    name: "duplicates removed, then unique",
    functions: 'def number(apps, schema_editor):\n    Order = apps.get_model("shop", "Order")\n    for order in Order.objects.all():\n        order.ref = f"{order.ref[:20]}-{order.pk}"\n        order.save()\n',
    operations: [runPython("number"), alter("ref", "models.CharField(max_length=32, unique=True)")].join("\n"),
    models: { "ref = models.CharField(max_length=32)": "ref = models.CharField(max_length=32, unique=True)" },
    recipe: "data-migration",
    releases: 2,
    on: postgresql,
  },
  { name: "raw SQL, index", operations: 'migrations.RunSQL(\n    "CREATE INDEX order_ref_idx ON shop_order (ref);",\n    "DROP INDEX order_ref_idx",\n    state_operations=[\n        migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref_idx")),\n    ],\n    hints={"target": "shop"},\n),', models: { [tags]: withMeta('indexes = [models.Index(fields=["ref"], name="order_ref_idx")]') }, recipe: "raw-sql", releases: 1, on: postgresql },
  { name: "raw SQL, check", operations: 'migrations.RunSQL(\n    "ALTER TABLE shop_order ADD CONSTRAINT order_quantity CHECK (quantity > 0)",\n    "ALTER TABLE shop_order DROP CONSTRAINT order_quantity",\n),', models: {}, recipe: "raw-sql", releases: 2, on: postgresql },
  { name: "raw SQL, foreign key", operations: `migrations.RunSQL(\n    "ALTER TABLE shop_coupon ADD CONSTRAINT coupon_twice FOREIGN KEY (customer_id) REFERENCES shop_customer (id) DEFERRABLE INITIALLY DEFERRED",\n    "ALTER TABLE shop_coupon DROP CONSTRAINT coupon_twice",\n),`, models: {}, recipe: "raw-sql", releases: 1, on: postgresql },
  { name: "raw SQL, unique", operations: 'migrations.RunSQL(\n    "ALTER TABLE shop_order ADD CONSTRAINT order_ref_uniq UNIQUE (ref)",\n    "ALTER TABLE shop_order DROP CONSTRAINT order_ref_uniq",\n    state_operations=[\n        migrations.AddConstraint("order", models.UniqueConstraint(fields=["ref"], name="order_ref_uniq")),\n    ],\n),', models: { [tags]: withMeta('constraints = [models.UniqueConstraint(fields=["ref"], name="order_ref_uniq")]') }, recipe: "raw-sql", releases: 2, on: postgresql },
  { name: "raw SQL, NOT NULL", operations: 'migrations.RunSQL(\n    "ALTER TABLE shop_order ALTER COLUMN note SET NOT NULL",\n    "ALTER TABLE shop_order ALTER COLUMN note DROP NOT NULL",\n    state_operations=[\n        migrations.AlterField("order", "note", models.TextField()),\n    ],\n),', models: { "note = models.TextField(null=True)": "note = models.TextField()" }, recipe: "raw-sql", releases: 2, on: postgresql },
  { name: "raw SQL, dropped column", operations: 'migrations.RunSQL(\n    "ALTER TABLE shop_order DROP COLUMN quantity",\n    "ALTER TABLE shop_order ADD COLUMN quantity integer",\n    state_operations=[migrations.RemoveField("order", "quantity")],\n),', models: { [quantity]: "" }, recipe: "raw-sql", releases: 2, on: [...postgresql, ...mysql] },
  { name: "raw SQL, renamed column", operations: 'migrations.RunSQL(\n    "ALTER TABLE shop_order RENAME COLUMN ref TO reference",\n    "ALTER TABLE shop_order RENAME COLUMN reference TO ref",\n    state_operations=[migrations.RenameField("order", "ref", "reference")],\n),', models: { "    ref = ": "    reference = " }, recipe: "raw-sql", releases: 4, on: postgresql },
  { name: "raw SQL, required column", operations: 'migrations.RunSQL(\n    "ALTER TABLE shop_order ADD COLUMN priority integer NOT NULL",\n    "ALTER TABLE shop_order DROP COLUMN priority",\n    state_operations=[migrations.AddField("order", "priority", models.IntegerField(default=0))],\n),', models: { [quantity]: `${quantity}    priority = models.IntegerField(default=0)\n` }, recipe: "raw-sql", releases: 1, differs: true, on: [...postgresql.slice(1), ...mysql] },
  { name: "renamed and narrowed", operations: `migrations.RenameField(\n    model_name="order",\n    old_name="ref",\n    new_name="reference",\n),\n${alter("reference", "models.CharField(max_length=20)")}`, models: { "ref = models.CharField(max_length=32)": "reference = models.CharField(max_length=20)" }, recipe: "renamed-field", releases: 4, on: [...postgresql, ...mysql] },
  { name: "renamed and of another type", operations: `migrations.RenameField(\n    model_name="order",\n    old_name="quantity",\n    new_name="amount",\n),\n${alter("amount", "models.DecimalField(decimal_places=2, max_digits=10)")}`, models: { [quantity]: "    amount = models.DecimalField(max_digits=10, decimal_places=2)\n" }, recipe: "renamed-field", releases: 4, on: postgresql },
];
