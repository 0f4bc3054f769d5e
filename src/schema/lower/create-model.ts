import { atLeast } from "../../django/project.ts";
import type { BoundField, BoundModel } from "../../django/bound.ts";
import type { Value } from "../../python/value.ts";
import type { ColumnDefinition, ConstraintDefinition, SchemaChange } from "../change.ts";
import { columnDefinition, databaseOnDelete, foreignKeyTarget, inlineReference } from "./columns.ts";
import { foreignKeyName, indexName } from "../names.ts";
import { sqlHasParameters } from "./defaults.ts";
import type { Editor } from "./editor.ts";
import { fieldIndex, fieldIndexes } from "./field-indexes.ts";
import { constraintChange, indexChange } from "./meta.ts";

/** What of a model's Meta goes into its table; SQLite's remake gives its own. */
export interface TableMeta {
  readonly uniqueTogether: readonly (readonly string[])[];
  readonly indexTogether: readonly (readonly string[])[];
  /** Index and constraint values by name. */
  readonly indexes: ReadonlyMap<string, Value>;
  readonly constraints: ReadonlyMap<string, Value>;
}

const noMeta: TableMeta = { uniqueTogether: [], indexTogether: [], indexes: new Map(), constraints: new Map() };

export function metaOf(model: BoundModel): TableMeta {
  if (model.state) return model.state;
  if (!model.autoCreatedBy) return noMeta;
  // create_many_to_many_intermediary_model: unique_together over both ends.
  const ends = model.localFields.filter((field) => field.remote !== null).map((field) => field.name);
  return { ...noMeta, uniqueTogether: [ends] };
}

/** BaseDatabaseSchemaEditor.create_model: the table, what is put off, and the automatic many-to-many tables. */
export function createModel(editor: Editor, model: BoundModel): void {
  createTable(editor, model, metaOf(model));
  for (const field of model.localManyToMany) {
    if (field.remote?.throughAuto && field.remote.through) createModel(editor, field.remote.through);
  }
}

/** table_sql, comments and _model_indexes_sql for a model with the given Meta. */
export function createTable(editor: Editor, model: BoundModel, meta: TableMeta): void {
  for (const names of meta.uniqueTogether) deferUniqueTogether(editor, model, names);
  const columns = tableColumns(editor, model);
  const change: SchemaChange = {
    kind: "CreateTable",
    table: model.table,
    columns,
    constraints: tableConstraints(editor, model, meta),
    comment: null,
    tablespace: editor.dialect.vendor === "postgresql" ? model.tablespace : null,
  };
  editor.execute(change);
  comments(editor, model);
  for (const field of model.localFields) {
    if (field.column === null) continue;
    for (const { change, suffix } of fieldIndexes(editor, model, field)) editor.defer(change, { suffix });
  }
  if (!atLeast(editor.dialect.django, "5.1")) deferIndexTogether(editor, model, meta);
  for (const [name, value] of meta.indexes) {
    const index = indexChange(editor, model, name, value);
    if (index) editor.defer(index);
  }
}

function deferUniqueTogether(editor: Editor, model: BoundModel, names: readonly string[]): void {
  editor.defer(uniqueTogether(editor, model, names), { suffix: "_uniq" });
}

function deferIndexTogether(editor: Editor, model: BoundModel, meta: TableMeta): void {
  for (const names of meta.indexTogether) {
    editor.defer(fieldIndex(editor, model, fieldsNamed(editor, model, names), "_idx"), { suffix: "_idx" });
  }
}

/** The unique constraint of a unique_together set. */
export function uniqueTogether(editor: Editor, model: BoundModel, names: readonly string[]): SchemaChange {
  return uniqueOver(editor, model, fieldsNamed(editor, model, names));
}

export function uniqueOver(editor: Editor, model: BoundModel, fields: readonly BoundField[]): SchemaChange {
  const columns = fields.map((field) => field.column!);
  return {
    kind: "AddConstraint",
    table: model.table,
    constraint: { kind: "unique", name: indexName(editor.dialect.vendor, model.table, columns, "_uniq"), columns, deferrable: null, nullsDistinct: null, include: [], opclasses: [], usingIndex: null },
  };
}

/** The fields of that name; one that has no column or is not there is a doubt. */
export function fieldsNamed(editor: Editor, model: BoundModel, names: readonly string[]): readonly BoundField[] {
  const fields: BoundField[] = [];
  for (const name of names) {
    const field = model.field(name);
    if (field && field.column !== null) fields.push(field);
    else editor.doubt(`${model.app}.${model.name} has no column for the field "${name}"`);
  }
  return fields;
}

function tableColumns(editor: Editor, model: BoundModel): readonly ColumnDefinition[] {
  const columns: ColumnDefinition[] = [];
  for (const field of model.localFields) {
    if (field.column === null || field.dbType === null) continue;
    const column = columnDefinition(editor, field, false, model.tablespace);
    if (editor.dialect.vendor === "sqlite") columns.push({ ...column, references: inlineReference(editor, model, field) });
    else {
      columns.push(column);
      deferForeignKey(editor, model, field);
    }
  }
  return columns;
}

export function deferForeignKey(editor: Editor, model: BoundModel, field: BoundField): void {
  const change = foreignKey(editor, model, field);
  if (change) editor.defer(change, { suffix: "_fk_%(to_table)s_%(to_column)s" });
}

/** _create_fk_sql; null for a field without a constraint. */
export function foreignKey(editor: Editor, model: BoundModel, field: BoundField, suffix?: string): SchemaChange | null {
  const target = foreignKeyTarget(editor, field);
  if (!target) return null;
  const name = foreignKeyName(editor.dialect.vendor, model.table, field.column!, target.table, target.column, suffix);
  const deferrable = editor.dialect.vendor === "postgresql" ? "deferred" : null;
  return { kind: "AddConstraint", table: model.table, constraint: { kind: "foreign key", name, columns: [field.column!], toTable: target.table, toColumns: [target.column], deferrable, onDelete: databaseOnDelete(editor, field), notValid: false } };
}

/**
 * Meta.constraints stand in CREATE TABLE itself, but for those that are indexes, and (from Django 5.0) all of them are put off
 * when the column definitions carry parameters.
 */
function tableConstraints(editor: Editor, model: BoundModel, meta: TableMeta): readonly ConstraintDefinition[] {
  const putOff = atLeast(editor.dialect.django, "5.0") && editor.dialect.vendor !== "sqlite" && model.localFields.some((field) => sqlHasParameters(editor, field));
  const inline: ConstraintDefinition[] = [];
  for (const [name, value] of meta.constraints) {
    const change = constraintChange(editor, model, name, value);
    if (!change) continue;
    if (change.kind === "AddConstraint" && !putOff && !(change.constraint.kind === "unique" && change.constraint.nullsDistinct !== null)) inline.push(change.constraint);
    else editor.defer(change);
  }
  if (model.compositePk) inline.push({ kind: "primary key", name: null, columns: model.compositePk });
  return inline;
}

function comments(editor: Editor, model: BoundModel): void {
  const { vendor } = editor.dialect;
  if (vendor === "sqlite") return;
  if (model.comment) editor.execute({ kind: "CommentOnTable", table: model.table, comment: model.comment });
  if (vendor !== "postgresql") return;
  for (const field of model.localFields) {
    if (field.column !== null && field.comment) editor.execute({ kind: "CommentOnColumn", table: model.table, column: field.column, comment: field.comment });
  }
}
