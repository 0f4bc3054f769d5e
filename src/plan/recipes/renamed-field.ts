import type { BoundField } from "../../django/bound.ts";
import type { Operation } from "../../django/operation.ts";
import type { Change, Part, Recipe } from "../course.ts";
import { fieldOf } from "../course.ts";
import { needsPlan } from "../data.ts";
import { conversion } from "./changed-type.ts";
import { operation, withArguments } from "../operations.ts";
import type { Shortcut } from "../types.ts";
import { fieldCall } from "../write/operation.ts";
import { importsOf } from "../write/imports.ts";
import { writeValue } from "../write/python.ts";
import { fourReleases, isPlain } from "./four-releases.ts";
import { codeSpan } from "../../code-span.ts";

type RenameField = Extract<Operation, { kind: "RenameField" }>;

/** A field that gets another name, and its column with it. */
export const renamedField: Recipe = {
  id: "renamed-field",
  title: "A field that gets another name",
  when: "`RenameField` where the column's name follows: every statement of the running release names the old column.",
  databases: "All.",
  reversible: "With `db_column` always: nothing happens in the database. Else until release 4 has dropped the old column; going back from release 3 copies what was written to the new one.",
  releases: [
    "Shortest: keep the column with `db_column`. One release, no SQL.",
    "Else: add the new column, nullable; code writes both and reads the old one.",
    "Fill the new column in batches, make it NOT NULL; code reads the new one and goes on writing both.",
    "Take the old field out of the code; its column may be empty.",
    "Drop the old column.",
  ],
  course(change) {
    const { operation: rename } = change;
    if (rename.kind === "AlterField") return altersRenamed(change, rename);
    if (rename.kind !== "RenameField" || change.record.breaks.length === 0) return null;
    const field = fieldOf(change.before, change.app, rename.model, rename.from);
    if (!field?.field) return null;
    if (field.remote?.kind === "many to many") return keepTable(change, rename, field);
    if (!field.column) return null;
    const shortcut = keepColumn(rename, field);
    const parts = movedColumn(change, rename, field);
    if (parts !== null) return { shortcuts: alteredLater(change, rename, field) ? [] : [shortcut.shortcut], parts };
    return { shortcuts: [], parts: [shortcut.part], differs: `the column stays ${field.column}` };
  },
};

/** The four releases; what the pull request makes of the renamed field afterwards counts in, so that one new column does for both. */
function movedColumn(change: Change, rename: RenameField, field: BoundField): readonly Part[] | null {
  const altered = alteredLater(change, rename, field);
  const target = fieldOf((altered ?? change).after, change.app, rename.model, rename.to);
  if (!target?.column || !isPlain(change, field) || (altered && !isPlain(altered, target))) return null;
  const wanted = { ...(altered?.operation.field ?? field.field!), name: rename.to };
  return fourReleases(change, { field, wanted, target, converts: conversion(field, target, wanted) });
}

type Altering = Change & { readonly operation: Extract<Operation, { kind: "AddField" | "AlterField" }> };

/** The last AlterField of a field by its new name that needs a plan; none where it asks for values that the old column does not have. */
function alteredLater({ all, app }: Change, { model, to }: RenameField, field: BoundField): Altering | null {
  const found = all.filter((other): other is Altering => other.operation.kind === "AlterField" && other.app === app && other.operation.model.toLowerCase() === model.toLowerCase() && other.operation.field.name === to).at(-1);
  const next = found && fieldOf(found.after, app, model, to);
  return found && next && needsPlan(found.record) && (!field.null || next.null) ? found : null;
}

/** An AlterField of a field that the pull request renamed before: the new column is made as it asks. */
function altersRenamed(change: Change, alter: Altering["operation"]): ReturnType<Recipe["course"]> {
  for (const other of change.all.slice(0, change.all.indexOf(change))) {
    const rename = other.operation;
    if (rename.kind !== "RenameField" || other.app !== change.app || rename.model.toLowerCase() !== alter.model.toLowerCase() || rename.to !== alter.field.name) continue;
    const field = fieldOf(other.before, other.app, rename.model, rename.from);
    if (!field?.field || alteredLater(other, rename, field) !== change || movedColumn(other, rename, field) === null) continue;
    return { shortcuts: [], parts: [{ release: 0, phase: "expand", title: `Done with the new column ${codeSpan(rename.to)}`, explanation: "It is made as this operation wants it.", does: { kind: "instead", operations: [] } }] };
  }
  return null;
}

/** AlterField with the column's name, then RenameField: neither has SQL. As the autodetector writes it (ticket 31825, Django 4.0). */
function keepColumn(rename: RenameField, field: BoundField): { readonly shortcut: Shortcut; readonly part: Part } {
  const kept = withArguments(field.field!, { db_column: field.column! });
  const operations = [operation({ kind: "AlterField", model: rename.model, field: kept, preserveDefault: true }), operation({ kind: "RenameField", model: rename.model, from: rename.from, to: rename.to })];
  const example = `${rename.to} = ${writeValue(fieldCall(kept), importsOf(), 0)}`;
  return {
    shortcut: { target: "", text: `Keep the column: with ${codeSpan(`db_column="${field.column!}"`)} the field gets its new name in the code alone, in one release and without any SQL.`, code: example },
    part: { release: 0, phase: "expand", title: `Rename the field, keep its column with ${codeSpan(`db_column="${field.column!}"`)}`, explanation: "The new name is the code's alone; nothing happens in the database, so one release is enough.", does: { kind: "instead", operations } },
  };
}

/** The automatic table of a many-to-many is named after the field. */
function keepTable(change: Change, rename: RenameField, field: BoundField) {
  const through = field.remote?.through;
  if (!through || !field.remote?.throughAuto) return null;
  const kept = withArguments(field.field!, { db_table: through.table });
  const operations = [operation({ kind: "AlterField", model: rename.model, field: kept, preserveDefault: true }), operation({ kind: "RenameField", model: rename.model, from: rename.from, to: rename.to })];
  const part: Part = { release: 0, phase: "expand", title: `Rename the field, keep its table with ${codeSpan(`db_table="${through.table}"`)}`, explanation: "The new name is the code's alone; nothing happens in the database, so one release is enough.", does: { kind: "instead", operations } };
  return { shortcuts: [], parts: [part], differs: `the table stays ${through.table}` };
}
