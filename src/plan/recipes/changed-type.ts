import type { CallValue, Value } from "../../python/value.ts";
import type { BoundField } from "../../django/bound.ts";
import type { Field } from "../../django/operation.ts";
import { isMySql } from "../../sql/dialect.ts";
import type { Change, Recipe } from "../course.ts";
import { fieldOf } from "../course.ts";
import { call, operation, withArguments } from "../operations.ts";
import { fieldCall } from "../write/operation.ts";
import { fourReleases, isMovable } from "./four-releases.ts";
import type { Shortcut, Edit } from "../types.ts";
import { importsOf } from "../write/imports.ts";
import { writeValue } from "../write/python.ts";
import { codeSpan } from "../../code-span.ts";

/** A column that gets another type, or room for less. */
export const changedType: Recipe = {
  id: "changed-type",
  title: "A column of another type",
  when: "`AlterField` to a type or length that does not hold what the running release writes, or that makes the server rewrite or read the whole table under a lock. A change that is free (PostgreSQL: `varchar` longer or to `text`, more digits) needs no plan.",
  databases: "All. For a shorter column a `CHECK` on the length that is validated first does not help: PostgreSQL rewrites the table for a shorter `varchar`, and for `text` to `varchar`, whatever its constraints say, and MySQL and MariaDB copy it. So it is a second column, or no change of the column at all: a `MaxLengthValidator` asks the code for the length. Values that are too long are refused while the column is filled, not cut: look for them first.",
  reversible: "Until release 4 has dropped the old column; going back from release 3 copies what was written to the new one.",
  releases: [
    "Add a second column of the new type, nullable; code writes both and reads the old one.",
    "Fill the new column in batches; code reads the new one and goes on writing both.",
    "Take the old field out of the code; the new field takes its name and keeps its column with `db_column`.",
    "Drop the old column.",
  ],
  course(change) {
    const { operation: alter, app, record } = change;
    if (alter.kind !== "AlterField") return null;
    const [old, next] = [fieldOf(change.before, app, alter.model, alter.field.name), fieldOf(change.after, app, alter.model, alter.field.name)];
    if (!old?.column || !next?.column || typeof old.dbType !== "string" || typeof next.dbType !== "string" || old.dbType === next.dbType) return null;
    if (record.breaks.length === 0 && !record.impact.blocksReads && !record.impact.blocksWrites) return null;
    if (!isMovable(change, old)) return "a primary key, indexes, constraints or other tables' foreign keys hold the column. Add a field of the new type beside it, with its own indexes and constraints; write both, fill it in batches, read the new one, and drop the old one last";
    const name = `${old.name}_new`;
    if (old.model.field(name)) return `there is a field ${codeSpan(name)} already`;
    const state = next.field ?? alter.field;
    const wanted = { ...withArguments(state, { db_column: undefined }), name };
    const kept = withArguments(wanted, { db_column: columnOf(next, name) });
    const renames = [operation({ kind: "AlterField", model: alter.model, field: kept, preserveDefault: true }), operation({ kind: "RenameField", model: alter.model, from: name, to: old.name })];
    const converts = conversion(old, next, wanted);
    const narrowed = isText(old) && isText(next) && next.maxLength !== null && (old.maxLength === null || old.maxLength > next.maxLength) ? next.maxLength : null;
    const parts = fourReleases(change, { field: old, wanted, target: next, converts, renames, look: narrowed === null ? [] : [tooLong(change, old, narrowed)] });
    return parts === null ? "the SQL of its column is not known" : { shortcuts: narrowed === null ? [] : [asRule(old, narrowed)], parts, differs: `the column is ${columnOf(next, name)}` };
  },
};

function columnOf(field: BoundField, name: string): string {
  return field.remote ? `${name}_id` : name;
}

function isText({ internalType }: BoundField): boolean {
  return ["CharField", "TextField", "SlugField", "FilePathField", "FileField"].includes(internalType);
}

/** Rows that the shorter column would refuse. */
function tooLong({ context: { dialect } }: Change, { model, column }: BoundField, length: number): Edit {
  const quote = dialect.quoteName;
  const key = model.pk?.column;
  return { path: "too-long.sql", kind: "code", language: "sql", text: `SELECT ${key ? `${quote(key)}, ` : ""}${quote(column!)} FROM ${quote(model.table)} WHERE ${isMySql(dialect.vendor) ? "char_length" : "length"}(${quote(column!)}) > ${length};\n` };
}

/** Nobody but the code has to know of a length. */
function asRule(field: BoundField, length: number): Shortcut {
  const kept = field.field!;
  const validators = kept.kwargs.get("validators");
  const more = typeof validators === "object" && validators !== null && validators.kind === "list" ? validators.items : [];
  const ruled = withArguments(kept, { validators: { kind: "list", items: [...more, call("django.core.validators.MaxLengthValidator", [length])] } });
  return { target: "", text: `Leave the column as it is and let the code ask for the length: with ${codeSpan(`MaxLengthValidator(${length})`)} one release is enough, without any SQL.`, code: `${field.name} = ${writeValue(fieldCall(ruled), importsOf(), 0)}` };
}

/** How a value becomes one of the other type; null where it does by itself. Texts are not cast: CAST cuts what is too long without a word, an assignment refuses it. */
export function conversion(old: BoundField, next: BoundField, wanted: Field): CallValue | null {
  if (old.internalType === next.internalType || (isText(old) && isText(next))) return null;
  return call("django.db.models.functions.Cast", [old.name], { output_field: fieldCall({ ...wanted, kwargs: castArguments(wanted.kwargs) }) });
}

/** What decides a field's type. */
function castArguments(kwargs: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  return new Map([...kwargs].filter(([name]) => ["max_length", "max_digits", "decimal_places", "base_field", "size"].includes(name)));
}
