import { dataCases } from "./cases-data.ts";
import { casesKeys } from "./cases-keys.ts";
import { mariadb, mysql, newer, older, postgresql } from "./on.ts";
import type { On } from "./project.ts";
import { add, alter, quantity, remove } from "./written.ts";

/** A shop before the pull request: one app, one migration. */
const models = `from django.db import models


class Customer(models.Model):
    name = models.CharField(max_length=200)
    vat_number = models.CharField(max_length=40, null=True)


class Tag(models.Model):
    label = models.CharField(max_length=40)


class Order(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)
    ref = models.CharField(max_length=32)
    state = models.CharField(max_length=10, default="new")
    note = models.TextField(null=True)
    quantity = models.IntegerField()
    code = models.CharField(max_length=20, unique=True)
    tags = models.ManyToManyField(Tag)


class Coupon(models.Model):
    code = models.SlugField(unique=True)
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)
`;

const initial = `import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Customer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("vat_number", models.CharField(max_length=40, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Tag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name="Order",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(max_length=32)),
                ("state", models.CharField(default="new", max_length=10)),
                ("note", models.TextField(null=True)),
                ("quantity", models.IntegerField()),
                ("code", models.CharField(max_length=20, unique=True)),
                ("customer", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="shop.customer")),
                ("tags", models.ManyToManyField(to="shop.tag")),
            ],
        ),
        migrations.CreateModel(
            name="Coupon",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(unique=True)),
                ("customer", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="shop.customer")),
            ],
        ),
    ]
`;

const settings = `INSTALLED_APPS = ["shop"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "shop"}}
`;

const manage = `import os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")\n`;

/** The app before the pull request. */
export interface Shop {
  readonly models: string;
  /** Its first migration. */
  readonly initial: string;
  readonly settings?: string;
}

/** The repository before the pull request. */
export function baseOf({ shop = { models, initial } }: Pick<Case, "shop"> = {}): Readonly<Record<string, string>> {
  return {
    "manage.py": manage,
    "config/__init__.py": "",
    "config/settings.py": shop.settings ?? settings,
    "shop/__init__.py": "",
    "shop/models.py": shop.models,
    "shop/migrations/__init__.py": "",
    "shop/migrations/0001_initial.py": shop.initial,
  };
}

export const base = baseOf();

/** What a pull request does: its operations, and the lines of models.py that it changes. */
export interface Case {
  readonly name: string;
  readonly operations: string;
  readonly imports?: string;
  /** Functions of the migration. */
  readonly functions?: string;
  /** Text of models.py → what stands there instead. */
  readonly models: Readonly<Record<string, string>>;
  readonly recipe: string;
  readonly releases: number;
  /** The end of the train differs from the pull request's in these models' fields, by what the plan says. */
  readonly differs?: boolean;
  /** It changes rows by Python alone: a rehearsal has no statement to try, and proves nothing. */
  readonly pythonAlone?: boolean;
  readonly on?: readonly On[];
  /** Another app than the usual one. */
  readonly shop?: Shop;
}

export type Head = Pick<Case, "operations" | "models" | "imports" | "functions" | "shop">;

/** The repository with the pull request. */
export function headOf({ operations, models: changes, imports = "", functions = "", shop }: Head): Readonly<Record<string, string>> {
  let text = shop?.models ?? models;
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Error(`models.py does not say ${from}`);
    text = text.replace(from, () => to);
  }
  const body = operations.trim().split("\n").map((line) => `        ${line}`).join("\n");
  const migration = `${imports}from django.db import migrations, models


${functions === "" ? "" : `${functions.trim()}\n\n\n`}class Migration(migrations.Migration):
    dependencies = [
        ("shop", "0001_initial"),
    ]

    operations = [
${body}
    ]
`;
  return { ...baseOf({ shop }), "shop/models.py": text, "shop/migrations/0002_change.py": migration };
}

const oneOff = "\n    preserve_default=False,";

const schemaCases: readonly Case[] = [
  { name: "required column, literal default", operations: add("priority", "models.IntegerField(default=0)"), models: { [quantity]: `${quantity}    priority = models.IntegerField(default=0)\n` }, recipe: "required-column", releases: 1, differs: true, on: [...newer, ...mysql] },
  { name: "required column, literal default before db_default", operations: add("priority", "models.IntegerField(default=0)"), models: { [quantity]: `${quantity}    priority = models.IntegerField(default=0)\n` }, recipe: "required-column", releases: 2, on: older },
  { name: "required column, one-off default", operations: add("priority", "models.IntegerField(default=0)", oneOff), models: { [quantity]: `${quantity}    priority = models.IntegerField()\n` }, recipe: "required-column", releases: 2, on: [...postgresql, ...mysql] },
  { name: "required column, blank text", operations: add("memo", 'models.TextField(default="")'), models: { [quantity]: `${quantity}    memo = models.TextField(default="")\n` }, recipe: "required-column", releases: 1, differs: true, on: newer },
  { name: "required column, blank without a default", operations: add("memo", "models.CharField(blank=True, max_length=40)"), models: { [quantity]: `${quantity}    memo = models.CharField(max_length=40, blank=True)\n` }, recipe: "required-column", releases: 1, differs: true, on: [...newer, ...mysql] },
  { name: "required column, blank without a default before db_default", operations: add("memo", "models.CharField(blank=True, max_length=40)"), models: { [quantity]: `${quantity}    memo = models.CharField(max_length=40, blank=True)\n` }, recipe: "required-column", releases: 2, on: older },
  { name: "required column, indexed", operations: add("slug", 'models.SlugField(default="none")'), models: { [quantity]: `${quantity}    slug = models.SlugField(default="none")\n` }, recipe: "required-column", releases: 1, differs: true, on: newer },
  { name: "required column, time of the row", imports: "import django.utils.timezone\n", operations: add("placed_at", "models.DateTimeField(default=django.utils.timezone.now)"), models: { "from django.db import models\n": "from django.db import models\nfrom django.utils import timezone\n", [quantity]: `${quantity}    placed_at = models.DateTimeField(default=timezone.now)\n` }, recipe: "required-column", releases: 1, differs: true, on: newer },
  { name: "required column, callable default", imports: "import shop.models\n", operations: add("token", "models.CharField(default=shop.models.new_token, max_length=32)"), models: { "\n\nclass Customer": '\n\ndef new_token():\n    return "x"\n\n\nclass Customer', [quantity]: `${quantity}    token = models.CharField(default=new_token, max_length=32)\n` }, recipe: "required-column", releases: 2, on: [...postgresql, ...mysql] },
  { name: "required column, a value of its own for each row", imports: "import uuid\n\n", operations: add("public_id", "models.UUIDField(default=uuid.uuid4, unique=True)"), models: { "from django.db import models\n": "import uuid\n\nfrom django.db import models\n", [quantity]: `${quantity}    public_id = models.UUIDField(default=uuid.uuid4, unique=True)\n` }, recipe: "required-column", releases: 2, on: [...postgresql, ...mysql] },
  { name: "removed field, NOT NULL", operations: remove("quantity"), models: { [quantity]: "" }, recipe: "removed-field", releases: 2, on: [...postgresql, ...mysql] },
  { name: "removed field, with a default", operations: remove("state"), models: { '    state = models.CharField(max_length=10, default="new")\n': "" }, recipe: "removed-field", releases: 2, on: postgresql },
  { name: "removed field, nullable", operations: remove("note"), models: { "    note = models.TextField(null=True)\n": "" }, recipe: "removed-field", releases: 2, on: postgresql },
  { name: "removed field, unique", operations: remove("code"), models: { "    code = models.CharField(max_length=20, unique=True)\n": "" }, recipe: "removed-field", releases: 2, on: postgresql },
  { name: "removed field, foreign key", operations: remove("customer"), models: { "class Order(models.Model):\n    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)\n": "class Order(models.Model):\n" }, recipe: "removed-field", releases: 2, on: [...postgresql, ...mysql] },
  { name: "removed field, many-to-many", operations: remove("tags"), models: { "    tags = models.ManyToManyField(Tag)\n": "" }, recipe: "removed-field", releases: 2, on: [...postgresql, ...mysql] },
  { name: "renamed field", operations: 'migrations.RenameField(\n    model_name="order",\n    old_name="ref",\n    new_name="reference",\n),', models: { "    ref = ": "    reference = " }, recipe: "renamed-field", releases: 4, on: [...postgresql, ...mysql] },
  { name: "renamed field, nullable", operations: 'migrations.RenameField(\n    model_name="order",\n    old_name="note",\n    new_name="remark",\n),', models: { "    note = ": "    remark = " }, recipe: "renamed-field", releases: 4, on: newer },
  { name: "renamed field, unique", operations: 'migrations.RenameField(\n    model_name="order",\n    old_name="code",\n    new_name="number",\n),', models: { "    code = models.CharField(": "    number = models.CharField(" }, recipe: "renamed-field", releases: 1, differs: true, on: postgresql },
  { name: "renamed field, foreign key", operations: 'migrations.RenameField(\n    model_name="order",\n    old_name="customer",\n    new_name="buyer",\n),', models: { "class Order(models.Model):\n    customer": "class Order(models.Model):\n    buyer" }, recipe: "renamed-field", releases: 1, differs: true, on: postgresql },
  { name: "renamed field, many-to-many", operations: 'migrations.RenameField(\n    model_name="order",\n    old_name="tags",\n    new_name="labels",\n),', models: { "    tags = ": "    labels = " }, recipe: "renamed-field", releases: 1, differs: true, on: postgresql },
  { name: "renamed model", operations: 'migrations.RenameModel(\n    old_name="Coupon",\n    new_name="Voucher",\n),', models: { "class Coupon": "class Voucher" }, recipe: "renamed-model", releases: 1, differs: true, on: postgresql },
  { name: "renamed model that a many-to-many points at", operations: 'migrations.RenameModel(\n    old_name="Tag",\n    new_name="Label",\n),', models: { "class Tag": "class Label", "ManyToManyField(Tag)": "ManyToManyField(Label)" }, recipe: "renamed-model", releases: 1, differs: true, on: [...postgresql, ...mysql] },
  { name: "renamed model with a many-to-many of its own", operations: 'migrations.RenameModel(\n    old_name="Order",\n    new_name="Purchase",\n),', models: { "class Order": "class Purchase" }, recipe: "renamed-model", releases: 1, differs: true, on: postgresql },
  { name: "changed table", operations: 'migrations.AlterModelTable(\n    name="coupon",\n    table="vouchers",\n),', models: { "class Coupon(models.Model):\n    code = models.SlugField(unique=True)\n    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)\n": 'class Coupon(models.Model):\n    code = models.SlugField(unique=True)\n    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)\n\n    class Meta:\n        db_table = "vouchers"\n' }, recipe: "changed-table", releases: 1, differs: true, on: postgresql },
  { name: "deleted model", operations: 'migrations.DeleteModel(\n    name="Coupon",\n),', models: { "\n\nclass Coupon(models.Model):\n    code = models.SlugField(unique=True)\n    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)\n": "" }, recipe: "deleted-model", releases: 2, on: [...postgresql, ...mysql] },
  { name: "deleted model, its foreign key removed first", operations: `${remove("customer", "coupon")}\nmigrations.DeleteModel(\n    name="Coupon",\n),`, models: { "\n\nclass Coupon(models.Model):\n    code = models.SlugField(unique=True)\n    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)\n": "" }, recipe: "deleted-model", releases: 2, on: postgresql },
  { name: "deleted model with the many-to-many that points at it", operations: `${remove("tags")}\nmigrations.DeleteModel(\n    name="Tag",\n),`, models: { "    tags = models.ManyToManyField(Tag)\n": "", "class Tag(models.Model):\n    label = models.CharField(max_length=40)\n\n\n": "" }, recipe: "deleted-model", releases: 2, on: postgresql },
  { name: "nullable to NOT NULL, with a default", operations: alter("note", 'models.TextField(default="")'), models: { "note = models.TextField(null=True)": 'note = models.TextField(default="")' }, recipe: "nullable-to-not-null", releases: 2, on: [...postgresql, ...mysql] },
  { name: "nullable to NOT NULL, one-off default", operations: alter("note", 'models.TextField(default="none")', oneOff), models: { "note = models.TextField(null=True)": "note = models.TextField()" }, recipe: "nullable-to-not-null", releases: 2, on: postgresql },
  { name: "new index", operations: 'migrations.AddIndex(\n    model_name="order",\n    index=models.Index(fields=["ref"], name="order_ref_idx"),\n),', models: { "    tags = models.ManyToManyField(Tag)\n": '    tags = models.ManyToManyField(Tag)\n\n    class Meta:\n        indexes = [models.Index(fields=["ref"], name="order_ref_idx")]\n' }, recipe: "new-index", releases: 1, on: postgresql },
  { name: "new index beside a new field", operations: `${add("priority", "models.IntegerField(null=True)")}\nmigrations.AddIndex(\n    model_name="order",\n    index=models.Index(fields=["ref"], name="order_ref_idx"),\n),`, models: { "    tags = models.ManyToManyField(Tag)\n": '    priority = models.IntegerField(null=True)\n    tags = models.ManyToManyField(Tag)\n\n    class Meta:\n        indexes = [models.Index(fields=["ref"], name="order_ref_idx")]\n' }, recipe: "new-index", releases: 1, on: postgresql },
  { name: "new index by db_index", operations: alter("ref", "models.CharField(db_index=True, max_length=32)"), models: { "ref = models.CharField(max_length=32)": "ref = models.CharField(max_length=32, db_index=True)" }, recipe: "new-index", releases: 1, on: postgresql },
  { name: "required column, foreign key", imports: "import django.db.models.deletion\n", operations: add("tag", 'models.ForeignKey(default=1, on_delete=django.db.models.deletion.CASCADE, related_name="first_orders", to="shop.tag")'), models: { [quantity]: `${quantity}    tag = models.ForeignKey(Tag, default=1, on_delete=models.CASCADE, related_name="first_orders")\n` }, recipe: "required-column", releases: 2, on: postgresql },
  { name: "new foreign key", imports: "import django.db.models.deletion\n", operations: add("tag", 'models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="first_orders", to="shop.tag")'), models: { [quantity]: `${quantity}    tag = models.ForeignKey(Tag, null=True, on_delete=models.SET_NULL, related_name="first_orders")\n` }, recipe: "new-foreign-key", releases: 1, on: postgresql },
  { name: "new unique constraint", operations: 'migrations.AddConstraint(\n    model_name="order",\n    constraint=models.UniqueConstraint(fields=("customer", "ref"), name="order_ref_uniq"),\n),', models: { "    tags = models.ManyToManyField(Tag)\n": '    tags = models.ManyToManyField(Tag)\n\n    class Meta:\n        constraints = [models.UniqueConstraint(fields=["customer", "ref"], name="order_ref_uniq")]\n' }, recipe: "new-unique", releases: 2, on: [...postgresql, ...mysql] },
  { name: "new unique constraint, with a condition", operations: 'migrations.AddConstraint(\n    model_name="order",\n    constraint=models.UniqueConstraint(condition=models.Q(("quantity__gt", 0)), fields=("ref",), name="order_ref_uniq"),\n),', models: { "    tags = models.ManyToManyField(Tag)\n": '    tags = models.ManyToManyField(Tag)\n\n    class Meta:\n        constraints = [models.UniqueConstraint(fields=["ref"], condition=models.Q(quantity__gt=0), name="order_ref_uniq")]\n' }, recipe: "new-unique", releases: 2, on: postgresql },
  { name: "new unique field", operations: alter("ref", "models.CharField(max_length=32, unique=True)"), models: { "ref = models.CharField(max_length=32)": "ref = models.CharField(max_length=32, unique=True)" }, recipe: "new-unique", releases: 2, on: [...postgresql, ...mysql] },
  { name: "new unique together", operations: 'migrations.AlterUniqueTogether(\n    name="order",\n    unique_together={("customer", "ref")},\n),', models: { "    tags = models.ManyToManyField(Tag)\n": '    tags = models.ManyToManyField(Tag)\n\n    class Meta:\n        unique_together = [("customer", "ref")]\n' }, recipe: "new-unique", releases: 2, on: postgresql },
  { name: "new check", operations: 'migrations.AddConstraint(\n    model_name="order",\n    constraint=models.CheckConstraint(check=models.Q(("quantity__gte", 1)), name="order_quantity"),\n),', models: { "    tags = models.ManyToManyField(Tag)\n": '    tags = models.ManyToManyField(Tag)\n\n    class Meta:\n        constraints = [models.CheckConstraint(check=models.Q(quantity__gte=1), name="order_quantity")]\n' }, recipe: "new-check", releases: 2, on: [postgresql[0]!, postgresql[1]!, ...mysql, ...mariadb] },
  { name: "narrowed length", operations: alter("ref", "models.CharField(max_length=20)"), models: { "ref = models.CharField(max_length=32)": "ref = models.CharField(max_length=20)" }, recipe: "changed-type", releases: 4, differs: true, on: [...postgresql, ...mysql] },
  { name: "changed type", operations: alter("quantity", "models.BigIntegerField()"), models: { "quantity = models.IntegerField()": "quantity = models.BigIntegerField()" }, recipe: "widened-column", releases: 2, on: postgresql },
  { name: "new index with a nullable column", operations: add("rank", "models.IntegerField(db_index=True, null=True)"), models: { [quantity]: `${quantity}    rank = models.IntegerField(null=True, db_index=True)\n` }, recipe: "new-index", releases: 1, on: postgresql },
];

export const cases: readonly Case[] = [...schemaCases, ...casesKeys, ...dataCases];
