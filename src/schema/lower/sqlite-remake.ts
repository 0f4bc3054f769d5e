import { atLeast } from "../../django/project.ts";
import type { BoundField, BoundModel } from "../../django/bound.ts";
import type { SchemaChange } from "../change.ts";
import type { Alteration } from "./alter-field.ts";
import { columnDefinition, isIdentity } from "./columns.ts";
import { createTable, metaOf, type TableMeta } from "./create-model.ts";
import { databaseDefault, effectiveDefault } from "./defaults.ts";
import type { Editor } from "./editor.ts";
import { isHidden } from "./relations.ts";
import { dropTable } from "./remove.ts";
import { render } from "../../sql/render/render.ts";

/** What a remade table has otherwise than the old one. */
export interface Remake {
  readonly create?: BoundField;
  readonly remove?: BoundField;
  readonly alter?: readonly { readonly old: BoundField; readonly new: BoundField }[];
  /** Meta after the operation, where it is what changes. */
  readonly meta?: TableMeta;
}

/**
 * DatabaseSchemaEditor._remake_table of SQLite: a new table, the rows copied, the old one dropped, the new one renamed, then everything that was
 * put off so far. Columns stand in the order Django's field counters give when `migrate` runs, see inCounterOrder.
 */
export function remakeTable(editor: Editor, model: BoundModel, remake: Remake): void {
  const quote = editor.dialect.quoteName;
  let body = model.localFields.filter((field) => field.column !== null);
  const mapping = new Map<string, string>();
  for (const field of body) if (!field.generated) mapping.set(field.column!, quote(field.column!));
  body = dropOldPrimaryKey(body, mapping, remake);
  if (remake.create) {
    body = [...body, remake.create];
    if (remake.create.dbDefault === undefined && !remake.create.generated) mapping.set(remake.create.column!, effectiveDefault(editor, remake.create)?.sql ?? "NULL");
  }
  const renames = new Map<string, string>();
  for (const { old, new: next } of remake.alter ?? []) {
    body = [...body.filter((field) => field.name !== old.name), next];
    mapping.delete(old.column!);
    renames.set(old.name, next.name);
    if (!next.generated) mapping.set(next.column!, copiedValue(editor, old, next));
  }
  if (remake.remove) {
    const { name, column } = remake.remove;
    // Before Django 5.2 a model that loses its key gets the automatic one again.
    const again = remake.remove.primaryKey && !atLeast(editor.dialect.django, "5.2");
    if (again && !isIdentity(remake.remove)) editor.doubt(`Django makes an automatic key for ${model.app}.${model.name} when ${name} goes`);
    body = body.filter((field) => field.name !== name || again);
    mapping.delete(column!);
  }
  const made = new Set([remake.create, ...(remake.alter ?? []).map((field) => field.new)]);
  const fields = inCounterOrder(body, model, made).map((field) => toAlteredKey(field, model, remake));
  const temporary = remadeModel(model, fields);
  createTable(editor, temporary, remadeMeta(remake.meta ?? metaOf(model), renames, remake.remove ?? null));
  editor.execute({ kind: "CopyRows", table: model.table, to: temporary.table, columns: [...mapping].map(([column, value]) => ({ column: quote(column), value })) });
  dropTable(editor, model.table);
  editor.execute({ kind: "RenameTable", table: temporary.table, to: model.table });
  editor.renameDeferredTable(temporary.table, model.table);
  editor.flush(withoutDoubledPercents);
}

/** Statements put off are formatted here (`execute(sql)`), unlike those that run at the migration's end (`execute(sql, None)`). */
function withoutDoubledPercents(change: SchemaChange): SchemaChange {
  if (change.kind !== "CreateIndex") return change;
  const single = (sql: string) => sql.replaceAll("%%", "%");
  const { index } = change;
  return { ...change, index: { ...index, parts: index.parts.map(single), condition: index.condition === null ? null : single(index.condition) } };
}

/** A new primary key takes the place of the old: an automatic one goes, another loses the property. */
function dropOldPrimaryKey(body: readonly BoundField[], mapping: Map<string, string>, remake: Remake): BoundField[] {
  const introduced = remake.create?.primaryKey || (remake.alter ?? []).some(({ new: next }) => next.primaryKey);
  if (!introduced) return [...body];
  const kept: BoundField[] = [];
  for (const field of body) {
    const same = (remake.alter ?? []).some(({ new: next }) => next.name === field.name);
    if (!field.primaryKey || same) kept.push(field);
    else if (isAutoCreated(field)) mapping.delete(field.column!);
    else kept.push({ ...field, primaryKey: false, unique: field.kwargs.get("unique") === true });
  }
  return kept;
}

const isAutoCreated = (field: BoundField): boolean => field.field === null || field.kwargs.get("auto_created") === true;

/**
 * Fields sort by the counter that each gets when it is made: automatic ones count downwards from zero and stand first, then come those of the model
 * as it was rendered before the operation, then what was rendered after it, and last those that point at the model itself, which the remake clones.
 * (RenameModel gives the models that refer to it as rendered after it, so that nothing moves.)
 */
function inCounterOrder(body: readonly BoundField[], model: BoundModel, made: ReadonlySet<BoundField | undefined>): readonly BoundField[] {
  const rank = (field: BoundField) => {
    if (isAutoCreated(field)) return 0;
    if (made.has(field)) return field.model === model ? 1 : 2;
    return field.remote?.to === model.key ? 3 : 1;
  };
  const place = (field: BoundField) => field.model.localFields.findIndex((other) => other.name === field.name);
  return body.toSorted((a, b) => rank(a) - rank(b) || place(a) - place(b));
}

/** A foreign key to the model itself is resolved anew: it has the type and points at the column of the altered key. */
function toAlteredKey(field: BoundField, model: BoundModel, { alter = [] }: Remake): BoundField {
  const { remote } = field;
  if (remote === null || remote.kind === "many to many" || remote.to !== model.key || alter.some(({ new: next }) => next === field)) return field;
  const next = alter.find(({ old }) => old.name === remote.target?.name)?.new;
  return next ? { ...field, dbType: next.relType, remote: { ...remote, target: next } } : field;
}

function copiedValue(editor: Editor, old: BoundField, next: BoundField): string {
  const column = editor.dialect.quoteName(old.column!);
  if (!old.null || next.null) return column;
  const value = next.dbDefault === undefined ? (effectiveDefault(editor, next)?.sql ?? "NULL") : databaseDefault(editor, next).sql;
  return `coalesce(${column}, ${value})`;
}

function remadeMeta(meta: TableMeta, renames: ReadonlyMap<string, string>, removed: BoundField | null): TableMeta {
  const rename = (sets: readonly (readonly string[])[]) => sets.map((names) => names.map((name) => renames.get(name) ?? name));
  const indexes = removed ? new Map([...meta.indexes].filter(([, value]) => !indexedFields(value).includes(removed.name))) : meta.indexes;
  return { ...meta, uniqueTogether: rename(meta.uniqueTogether), indexTogether: rename(meta.indexTogether), indexes };
}

/** The names in an index value's `fields`, without the sign of descending ones. */
function indexedFields(value: TableMeta["indexes"] extends ReadonlyMap<string, infer V> ? V : never): readonly string[] {
  if (typeof value !== "object" || value === null || value.kind !== "call") return [];
  const fields = value.kwargs.get("fields");
  if (typeof fields !== "object" || fields === null || !("items" in fields)) return [];
  return fields.items.filter((item) => typeof item === "string").map((item) => item.replace(/^-/, ""));
}

/** The model under its temporary name, with the fields given. */
function remadeModel(model: BoundModel, fields: readonly BoundField[]): BoundModel {
  const table = `new__${model.table.replace(/^"|"$/g, "")}`;
  const remade: BoundModel = {
    key: model.key,
    app: model.app,
    name: model.name,
    state: model.state,
    table,
    managed: model.managed,
    proxy: false,
    swapped: false,
    autoCreatedBy: model.autoCreatedBy,
    localFields: fields,
    localManyToMany: [],
    pk: fields.find((field) => field.primaryKey) ?? null,
    compositePk: model.compositePk,
    tablespace: model.tablespace,
    comment: model.comment,
    field: (name) => fields.find((field) => field.name === name || field.column === name) ?? (name === "pk" ? (fields.find((field) => field.primaryKey) ?? null) : model.field(name)),
  };
  return remade;
}

/** SQLite's _alter_field: a plain rename where nothing else changes, else a remade table and those that refer to it. */
export function sqliteAlterField(editor: Editor, model: BoundModel, { old, new: next, relations }: Alteration): void {
  const constrained = (field: BoundField) => field.remote !== null && field.remote.dbConstraint;
  if (old.column !== next.column && sameDefinition(editor, model, old, next) && !constrained(old) && !constrained(next)) {
    editor.execute({ kind: "RenameColumn", table: model.table, column: old.column!, to: next.column!, definition: null });
    return;
  }
  remakeTable(editor, model, { alter: [{ old, new: next }] });
  if (!next.unique || (old.dbType === next.dbType && old.collation === next.collation)) return;
  for (const other of referringModels(editor, next, relations)) remakeTable(editor, other, {});
}

/**
 * The models whose tables are remade because a column they refer to changes its type. Before Django 6.1 these are the visible relations that
 * point at the field itself, from 6.1 on all, and those that point at them. Its own table is remade once more when it refers to itself: Django compares
 * the models of two states, which never are the same.
 */
function referringModels(editor: Editor, next: BoundField, relations: Alteration["relations"]): readonly BoundModel[] {
  const related = new Map<string, BoundModel>();
  const pairs = relations();
  const ordered = [...pairs.filter((pair) => !pair.new.model.autoCreatedBy), ...pairs.filter((pair) => pair.new.model.autoCreatedBy)];
  for (const { new: relation } of ordered) {
    const direct = relation.remote?.to === next.model.key && (relation.model.autoCreatedBy ? next.primaryKey : !isHidden(relation));
    if (direct || atLeast(editor.dialect.django, "6.1")) related.set(relation.model.table, relation.model);
  }
  if (next.primaryKey) {
    for (const field of next.model.localManyToMany) {
      if (field.remote?.throughAuto && field.remote.through) related.set(field.remote.through.table, field.remote.through);
    }
  }
  return [...related.values()];
}

/** column_sql of both is the same text; checks, identity and references are no part of it. */
function sameDefinition(editor: Editor, model: BoundModel, old: BoundField, next: BoundField): boolean {
  const text = (field: BoundField) => {
    const column = { ...columnDefinition(editor, field, false), name: "x", check: null, identity: false };
    return render({ kind: "AddColumn", table: model.table, column }, editor.dialect).sql;
  };
  return text(old) === text(next);
}
