import { base } from "./cases.ts";

const file = (dependencies: string, operations: string) => `import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ${dependencies},
    ]

    operations = [
${operations.trimEnd().split("\n").map((line) => `        ${line}`).join("\n")}
    ]
`;
const id = '("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),';
const coupon = "class Coupon(models.Model):\n    code = models.SlugField(unique=True)\n    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)\n";
const use = (to: string) => `\n\nclass Use(models.Model):\n    coupon = models.ForeignKey(${to}, on_delete=models.CASCADE)\n`;

/** A shop whose model `Coupon` moves to the app `promo`; a foreign key points at it, another goes out of it. */
export const before: Record<string, string> = {
  ...base,
  "config/settings.py": base["config/settings.py"]!.replace('["shop"]', '["shop", "promo"]'),
  "promo/__init__.py": "",
  "promo/models.py": "",
  "promo/migrations/__init__.py": "",
  "shop/models.py": base["shop/models.py"]! + use("Coupon"),
  "shop/migrations/0002_use.py": file('("shop", "0001_initial")', `migrations.CreateModel(\n    name="Use",\n    fields=[\n        ${id}\n        ("coupon", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="shop.coupon")),\n    ],\n),`),
};
export const after: Record<string, string> = {
  ...before,
  "promo/models.py": `from django.db import models\n\n\n${coupon.replace("Customer,", '"shop.Customer",')}`,
  "promo/migrations/0001_initial.py": file('("shop", "0002_use")', `migrations.CreateModel(\n    name="Coupon",\n    fields=[\n        ${id}\n        ("code", models.SlugField(unique=True)),\n        ("customer", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="shop.customer")),\n    ],\n),`),
  "shop/models.py": base["shop/models.py"]!.replace(`\n\n${coupon}`, "") + use('"promo.Coupon"'),
  "shop/migrations/0003_move.py": file('("promo", "0001_initial"), ("shop", "0002_use")', 'migrations.AlterField(\n    model_name="use",\n    name="coupon",\n    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="promo.coupon"),\n),\nmigrations.DeleteModel(\n    name="Coupon",\n),'),
};
