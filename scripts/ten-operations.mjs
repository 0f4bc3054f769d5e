// A pull request of ten operations on one app, as [path, text] pairs: what a rehearsal is timed on.

const migration = (dependencies, operations) => `import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [${dependencies}]

    operations = [
${operations.map((text) => `        migrations.${text},\n`).join("")}    ]
`;

const id = '("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))';
const model = (name, ...fields) => `CreateModel(name="${name}", fields=[${[id, ...fields].join(", ")}])`;

export const base = [
  ["manage.py", 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")\n'],
  ["config/__init__.py", ""],
  ["config/settings.py", 'INSTALLED_APPS = ["shop"]\nDATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}\nDEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"\n'],
  ["requirements.txt", "django==5.2.8\n"],
  ["shop/__init__.py", ""],
  ["shop/migrations/__init__.py", ""],
  ["shop/migrations/0001_initial.py", migration("", [
    model("Customer", '("name", models.CharField(max_length=200))', '("phone", models.CharField(max_length=40, null=True))'),
    model("Coupon", '("code", models.SlugField(unique=True))'),
    model("Order", '("ref", models.CharField(max_length=32))', '("state", models.CharField(default="new", max_length=10))', '("note", models.TextField(null=True))', '("quantity", models.IntegerField())', '("weight", models.IntegerField())', '("customer", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="shop.customer"))'),
    model("Line", '("position", models.IntegerField())', '("order", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="shop.order"))'),
  ])],
];

export const added = [
  ["shop/migrations/0002_ten.py", migration('("shop", "0001_initial")', [
    'AddField(model_name="order", name="priority", field=models.IntegerField(default=0))',
    'RemoveField(model_name="order", name="weight")',
    'RenameField(model_name="order", old_name="ref", new_name="reference")',
    'AlterField(model_name="order", name="note", field=models.TextField(default=""))',
    'AddIndex(model_name="order", index=models.Index(fields=["state"], name="order_state"))',
    'AddConstraint(model_name="order", constraint=models.CheckConstraint(condition=models.Q(("quantity__gte", 1)), name="order_quantity"))',
    'AddField(model_name="order", name="coupon", field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to="shop.coupon"))',
    'RemoveField(model_name="customer", name="phone")',
    'AlterField(model_name="customer", name="name", field=models.CharField(max_length=200, unique=True))',
    'AddField(model_name="line", name="memo", field=models.TextField(null=True))',
  ])],
];
