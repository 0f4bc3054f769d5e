import { atLeast } from "../../django/project.ts";
import { nonDbAttrs, sameValue } from "../../django/bind/compare.ts";
import type { BoundField } from "../../django/bound.ts";
import { databaseDefault } from "./defaults.ts";
import type { Editor } from "./editor.ts";

const nothing: ReadonlySet<string> = new Set();

/** _field_should_be_altered: does anything differ that the schema shows? */
export function fieldShouldBeAltered(editor: Editor, old: BoundField, next: BoundField, ignore: ReadonlySet<string> = nothing): boolean {
  const [from, to] = [comparedColumn(old), comparedColumn(next)];
  if (from === null && to === null) return false;
  if (from !== to) return true;
  if (old.path !== next.path) return true;
  return !sameKwargs(editor, old, next, ignore);
}

/** A many-to-many field's "column" is its name (ManyToManyField inherits get_attname_column; 6.1 compares the names outright). */
function comparedColumn(field: BoundField): string | null {
  return field.remote?.kind === "many to many" ? field.name : field.column;
}

/** ArrayField's and GeneratedField's arguments that are fields: Django compares those by creation counter, so two never are the same. */
const fieldArguments: ReadonlySet<string> = new Set(["base_field", "output_field"]);

function sameKwargs(editor: Editor, old: BoundField, next: BoundField, ignore: ReadonlySet<string>): boolean {
  const { django } = editor.dialect;
  const skip = new Set([...ignore, ...nonDbAttrs(django, old.path)]);
  const sameTable = old.remote?.model && next.remote?.model && next.remote.kind !== "many to many" && old.remote.model.table === next.remote.model.table;
  // A foreign key to the same table under another model name changes nothing (#33201, Django 5.0).
  if (sameTable && atLeast(django, "5.0")) skip.add("to");
  const bothDefaults = old.dbDefault !== undefined && next.dbDefault !== undefined;
  if (bothDefaults && databaseDefault(editor, old).sql === databaseDefault(editor, next).sql) skip.add("db_default");
  const names = new Set([...old.kwargs.keys(), ...next.kwargs.keys()]);
  for (const name of names) {
    if (skip.has(name)) continue;
    if (fieldArguments.has(name) && old.kwargs.has(name) && next.kwargs.has(name)) return false;
    if (old.kwargs.has(name) !== next.kwargs.has(name)) return false;
    if (!sameValue(old.kwargs.get(name)!, next.kwargs.get(name)!)) return false;
  }
  return true;
}
