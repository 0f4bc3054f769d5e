import { describe, expect, test } from "vitest";
import type { App } from "../../src/django/project/apps.ts";
import type { ProjectFacts } from "../../src/django/project.ts";
import { focusedApps } from "../../src/history/focus.ts";

const app = (label: string): App => ({ label, source: "", folder: `${label}/`, migrationsFolder: `${label}/migrations/`, migrations: [{ name: "0001_initial", path: `${label}/migrations/0001_initial.py` }], defaultAutoField: null, installed: true });
const migration = (dependencies: string, body: string) => `from django.db import migrations, models\n\nclass Migration(migrations.Migration):\n    dependencies = [${dependencies}]\n    operations = [${body}]\n`;

/** shop points at crm, billing points at shop, blog at the user; stock depends on nothing of these. */
const texts: Record<string, string> = {
  shop: migration("('crm', '0001_initial')", "migrations.CreateModel(name='Order', fields=[('customer', models.ForeignKey(to='crm.Customer', on_delete=models.CASCADE))])"),
  crm: migration("", "migrations.CreateModel(name='Customer', fields=[])"),
  billing: migration("('shop', '0001_initial')", "migrations.CreateModel(name='Invoice', fields=[('order', models.OneToOneField(to=\"shop.order\", on_delete=models.CASCADE))])"),
  blog: migration("", "migrations.CreateModel(name='Post', fields=[('author', models.ForeignKey(to=settings.AUTH_USER_MODEL, on_delete=models.CASCADE))])"),
  users: migration("", "migrations.CreateModel(name='User', fields=[])"),
  stock: migration("", "migrations.CreateModel(name='Item', fields=[])"),
};
const apps = Object.keys(texts).map(app);
const facts = { authUserModel: { value: "users.User", source: "" } } as unknown as ProjectFacts;
const text = (path: string) => texts[path.split("/")[0]!] ?? null;
const focused = (...paths: string[]) => [...focusedApps(apps, text, facts, { paths: new Set(paths), labels: new Set() })].sort();

describe("the apps a review reads", () => {
  test("the changed one, what it points at, and what points at it", () => {
    expect(focused("shop/migrations/0001_initial.py")).toEqual(["billing", "crm", "shop"]);
  });

  test("an app nobody refers to stays alone", () => {
    expect(focused("stock/migrations/0001_initial.py")).toEqual(["stock"]);
  });

  test("whoever points at the user model is near its app", () => {
    expect(focused("users/migrations/0001_initial.py")).toEqual(["blog", "users"]);
  });

  test("a deleted migration counts for the app whose folder it was in", () => {
    expect(focused("stock/migrations/0002_gone.py")).toEqual(["stock"]);
  });

  test("apps that are asked for are taken in", () => {
    expect([...focusedApps(apps, text, facts, { paths: new Set(["stock/migrations/0001_initial.py"]), labels: new Set(["blog"]) })].sort()).toContain("blog");
  });
});
