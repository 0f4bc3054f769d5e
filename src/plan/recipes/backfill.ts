import type { Value } from "../../python/value.ts";
import type { OwnMigration } from "../course.ts";
import { batchSize } from "../files/batched.ts";
import { call, runPython } from "../operations.ts";
import { importsOf } from "../write/imports.ts";
import { writeValue } from "../write/python.ts";
import { slug } from "./words.ts";

export interface Backfill {
  readonly app: string;
  readonly model: string;
  /** The field that has NULLs to fill. */
  readonly field: string;
  readonly with:
    /** The same value for all rows. */
    | { readonly kind: "value"; readonly value: Value }
    /** A function called for every row. */
    | { readonly kind: "call"; readonly path: string }
    /** Another field of the same row. */
    | { readonly kind: "field"; readonly name: string; /** The expression that makes the value of it; null: the other's as it is. */ readonly converts: Value | null }
    /** Nobody but the project knows. */
    | { readonly kind: "to write" };
}

/**
 * A data migration that fills NULLs batch by batch, each in a transaction of its own: it may be stopped and run again, and it keeps no lock for long.
 * Throws Unwritable where the value cannot be written.
 */
export function backfill({ app, model, field, with: source }: Backfill): OwnMigration {
  const name = `fill_${slug(field)}`;
  const imports = importsOf();
  // For a renamed field also rows that older code changed since: it wrote the old field alone.
  const fields = source.kind === "field" && source.converts === null ? `models.Q(${field}__isnull=True) | ~models.Q(${field}=models.F(${JSON.stringify(source.name)}))` : source.kind === "field" ? `${source.name}__isnull=False` : `${field}__isnull=True`;
  const head = [
    `def ${name}(apps, schema_editor):`,
    `    ${model} = apps.get_model(${JSON.stringify(app)}, ${JSON.stringify(model)})`,
    `    rows = ${model}._base_manager.using(schema_editor.connection.alias)`,
    `    rows = rows.filter(${fields}).order_by("pk")`,
    `    pks = list(rows.values_list("pk", flat=True)[:${batchSize}])`,
    "    while pks:",
  ];
  const next = `        pks = list(rows.filter(pk__gt=pks[-1]).values_list("pk", flat=True)[:${batchSize}])`;
  const all = (text: string) => [`        rows.filter(pk__in=pks).update(${field}=${text})`, next];
  const each = (text: string) => ["        for pk in pks:", `            rows.filter(pk=pk).update(${field}=${text})`, next];
  const body = (() => {
    switch (source.kind) {
      case "value":
        return all(writeValue(source.value, imports, 8));
      case "call":
        return each(writeValue(call(source.path, []), imports, 12));
      case "field":
        imports.names.set("django.db", new Set(["models"]));
        return all(source.converts === null ? `models.F(${JSON.stringify(source.name)})` : writeValue(source.converts, imports, 8));
      case "to write":
        return [`        raise NotImplementedError("Say what ${field} is for these rows")`];
    }
  })();
  const functions = [[...head, ...body].join("\n")];
  return {
    name: slug(model, name),
    atomic: false,
    operations: [runPython(name)],
    functions,
    modules: [...imports.modules],
    names: imports.names,
    unknown: "Django's ORM makes the `UPDATE` statements of the backfill, one for each batch of 1,000 rows.",
  };
}
