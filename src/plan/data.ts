import type { Operation } from "../django/operation.ts";
import type { Python } from "../python/python.ts";
import type { OperationRecord } from "../safety/types.ts";
import { dataCode } from "../safety/findings/data/code.ts";
import type { Value } from "../python/value.ts";
import { changesOf } from "../schema/change.ts";
import { type Change, isRefused, modelOf } from "./course.ts";
import { carried } from "./files/functions.ts";
import { rowsStatement } from "./sql/rows.ts";

/** Does the operation need more than to be run as it stands? Also an index that goes from a hot table, for it can go without a lock that others wait for. */
export function needsPlan(record: OperationRecord): boolean {
  return breaksOrWaits(record) || (record.operation.kind === "RemoveIndex" && record.findings.some(({ rule }) => rule === "hot-table") && Object.values(record.impact.locks).includes("ACCESS EXCLUSIVE"));
}

/** Does the operation break a release or hold one up, or lock all rows of a table until it is done, or does Django refuse it? Nothing about a new table takes long: it is empty. */
function breaksOrWaits(record: OperationRecord): boolean {
  if (isRefused(record) || record.breaks.length > 0 || record.findings.some(({ rule }) => rule === "whole-table-in-one-transaction")) return true;
  return !record.onNewTable && (record.impact.blocksReads || record.impact.blocksWrites || isWholeTable(record.operation));
}

/** Tables whose rows a data migration reads or changes, as far as it can be told. Empty for what is none. */
export function tablesOfData({ operation, record, before, python }: Pick<Change, "operation" | "record" | "before" | "python">): readonly string[] {
  const models = modelsOfData(operation, python).flatMap((label) => modelOf(before, label.split(".")[0]!, label.slice(label.indexOf(".") + 1))?.table ?? []);
  const written = operation.kind === "RunSQL" ? record.statements.flatMap(changesOf).flatMap((change) => (change.kind === "WriteRows" && change.table !== null ? [change.table] : [])) : [];
  return [...new Set([...models, ...written])];
}

/** `shop.Order` */
function modelsOfData(operation: Operation, python: Python): readonly string[] {
  return dataCode(operation, python).flatMap(({ loops, bulk }) => [...loops, ...bulk].flatMap(({ model }) => (model === null ? [] : [model])));
}

/** The one statement of RunSQL; null where there are several, or parameters. */
export function onlySql({ sql }: { readonly sql: Value }): string | null {
  if (typeof sql === "string") return sql;
  return typeof sql === "object" && sql !== null && (sql.kind === "list" || sql.kind === "tuple") && sql.items.length === 1 && typeof sql.items[0] === "string" ? sql.items[0] : null;
}

/** RunSQL that writes every row of a table. */
export function isWholeTable(operation: Operation): boolean {
  if (operation.kind !== "RunSQL") return false;
  const sql = onlySql(operation);
  return sql !== null && rowsStatement(sql)?.where === null;
}

/** The table that an operation on one model changes. */
export function tableOf({ operation, app, before }: Change): string | null {
  const name = "model" in operation ? operation.model : operation.kind === "AlterUniqueTogether" || operation.kind === "DeleteModel" ? operation.name : null;
  return name === null ? null : (modelOf(before, app, name)?.table ?? null);
}

/** Operations of the pull request that come later, need a plan, and change one of the tables that the data migration works on. */
export function waitingFor(change: Change): readonly Change[] {
  return change.all.slice(change.all.indexOf(change) + 1).filter((other) => breaksOrWaits(other.record) && worksOn(change, other));
}

/** Data migrations of the pull request that come before an operation on one of their tables. */
export function dataBefore(change: Change): readonly Change[] {
  return change.all.slice(0, change.all.indexOf(change)).filter((other) => worksOn(other, change));
}

/** Did the pull request add a field to one of the tables before the data migration? The running release leaves it empty in new rows. */
export function fillsNewField(change: Change): boolean {
  return change.all.slice(0, change.all.indexOf(change)).some((other) => other.operation.kind === "AddField" && worksOn(change, other));
}

/** A nullable field that the same pull request makes NOT NULL or unique later. */
export function requiredLater({ operation, app, all }: Change): boolean {
  if (operation.kind !== "AddField" || operation.field.kwargs.get("null") !== true) return false;
  return all.some((other) => other.operation.kind === "AlterField" && other.app === app && other.operation.model.toLowerCase() === operation.model.toLowerCase() && other.operation.field.name === operation.field.name && needsPlan(other.record));
}

/** Does a data migration work on the table that another operation changes, and name what it changes there? */
export function worksOn(data: Change, other: Change): boolean {
  const table = tableOf(other);
  if (table === null || !tablesOfData(data).includes(table)) return false;
  const names = namesOf(other.operation);
  const text = textOfData(data);
  return names.length === 0 || text === null || names.some((name) => new RegExp(`\\b${name}`).test(text));
}

/** Fields that an operation changes, or a rule of it names; empty: it has to do with all of them. */
function namesOf(operation: Operation): readonly string[] {
  switch (operation.kind) {
    case "AddField":
    case "AlterField":
      return [operation.field.name];
    case "RemoveField":
      return [operation.name];
    case "RenameField":
      return [operation.from, operation.to];
    case "AddConstraint":
      return typeof operation.constraint === "object" && operation.constraint !== null && "text" in operation.constraint ? [...operation.constraint.text.matchAll(/["']([a-z]\w*?)(?:__\w+)?["']/g)].map(([, name]) => name!) : [];
    case "AlterUniqueTogether":
      return operation.together.flat();
    default:
      return [];
  }
}

/** What a data migration says: its function with those it calls, or its SQL. null where that cannot be read. */
function textOfData({ operation, python, migration }: Change): string | null {
  if (operation.kind === "RunSQL") return onlySql(operation);
  if (operation.kind !== "RunPython" || typeof operation.code !== "object" || operation.code?.kind !== "ref") return null;
  const found = python.find(operation.code.path);
  if (found?.kind !== "function" || found.module.path !== migration.path) return null;
  return carried(found.module, [found.definition.name])?.functions.join("\n") ?? null;
}
