import type { Migration } from "../../django/operation.ts";
import type { Python } from "../../python/python.ts";

/**
 * When django-safemigrate runs the migration: `after_deploy` of `safe = Safe.after_deploy()`. null where the class says nothing that can be read.
 * Source: django-safemigrate's README; the attribute is read from the class, which was found when the migration was loaded.
 */
export function safeOf(migration: Migration, python: Python): string | null {
  if (migration.path === null) return null;
  if (!/^\s+safe\s*=/m.test(python.text(migration.path) ?? "")) return null;
  const module = python.module(migration.path);
  if (!module) return null;
  const definition = module.body.findLast((statement) => statement.kind === "class" && statement.name === "Migration");
  if (definition?.kind !== "class") return null;
  const assigned = definition.body.findLast((statement) => statement.kind === "assign" && statement.targets.some((target) => target.kind === "name" && target.path === "safe"));
  if (assigned?.kind !== "assign") return null;
  const { value } = assigned;
  const name = value.kind === "call" ? value.callee : value;
  if (name.kind !== "name" || !python.resolve(name.path, module).startsWith("django_safemigrate.")) return null;
  return name.path.split(".").at(-1)!;
}
