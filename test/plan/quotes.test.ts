import { expect, test } from "vitest";
import { rewrite } from "../../src/plan/files/rewrite.ts";
import { pythonString, quoteOf } from "../../src/plan/write/string.ts";
import { loadMigration } from "../../src/django/load/migration.ts";
import { createPython, loadPython } from "../../src/python/reader.ts";

const path = "shop/migrations/0002_note.py";
const single = `from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.AddField(
            model_name='order',
            name='note',
            field=models.CharField(default="it's", max_length=40),
        ),
    ]
`;

test("a file keeps the quotes that most of its strings stand in", async () => {
  for (const text of [single, single.replaceAll("'", '"').replace('"it"s"', "'its'")]) {
    const python = createPython(await loadPython(), { has: (file) => file === path, text: () => text, roots: [""] });
    const loaded = loadMigration(python, path, { app: "shop", name: "0002_note" });
    if (!("migration" in loaded)) throw new Error("not loaded");
    const { migration } = loaded;
    expect(rewrite(python.module(path)!, migration, new Map([[0, migration.operations]]), { atomic: true, comments: new Map() })).toBe(text.replace("'its'", '"its"'));
  }
});

test("the quotes are changed where they would have to be escaped", () => {
  expect(quoteOf(single)).toBe("'");
  expect([pythonString("a", "'"), pythonString("it's", "'"), pythonString(`it's "so"`, "'"), pythonString('"so"')]).toEqual(["'a'", `"it's"`, String.raw`'it\'s "so"'`, `'"so"'`]);
});
