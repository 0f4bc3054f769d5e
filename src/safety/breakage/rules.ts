import type { Constraint, Index, Schema, Table } from "../../schema/schema.ts";
import type { Database } from "../../django/project.ts";
import { coarser } from "./capacity.ts";
import type { Difference } from "./difference.ts";
import { readType } from "./type.ts";

/** A rule that rows of a table must keep: what constraints and unique indexes have in common. Column names are those of the schema it is in. */
export type Rule = { readonly name: string } & (
  | { readonly kind: "unique"; readonly columns: readonly string[]; readonly expressions: readonly string[]; /** Columns that expressions and condition read. */ readonly reads: readonly string[]; readonly condition: string | null; readonly nullsDistinct: boolean }
  | { readonly kind: "check"; readonly columns: readonly string[]; readonly sql: string; readonly valid: boolean }
  | { readonly kind: "foreign key"; readonly columns: readonly string[]; readonly toTable: string; readonly toColumns: readonly string[]; readonly onDelete: string | null; readonly valid: boolean }
  | { readonly kind: "exclusion"; readonly columns: readonly string[]; readonly sql: string }
);

/** Two schemas of one database and how the names of the second go back to the first. */
export interface Pair {
  readonly from: Schema;
  readonly to: Schema;
  readonly difference: Difference;
  readonly database: Database;
}

/** The rules of a table in `to` that its rows did not have to keep in `from`. A table that is new has none: it has no rows and no old writers. */
export function newRules(table: string, pair: Pair): Rule[] {
  const was = pair.difference.tableBefore(table);
  const [before, after] = [was === null ? undefined : pair.from.tables.get(was), pair.to.tables.get(table)];
  if (!before || !after || before === after) return [];
  const old = rulesOf(before);
  return rulesOf(after).filter((rule) => !old.some((other) => kept(rule, other, before, after, pair)));
}

/**
 * Has another column taken the name of one that a rule held, and is it held by the same rule? A release that writes to the name keeps to it then; of the
 * rows that are there nothing is said.
 */
export function askedByName(table: string, rule: Rule, { from, to, difference, database }: Pair): boolean {
  const was = difference.tableBefore(table);
  const [before, after] = [was === null ? undefined : from.tables.get(was), to.tables.get(table)];
  if (!before || !after || !rule.columns.some((column) => difference.columnBefore(table, column) === null)) return false;
  const types = (column: string) => [before.columns.get(column)?.type, after.columns.get(column)?.type].map((type) => (type ? readType(type, database.vendor) : null));
  const finer = rule.columns.every((column) => {
    const [old, now] = types(column);
    return old && now && !coarser(old, now);
  });
  return finer && rulesOf(before).some((old) => {
    if (!sameColumns(rule.columns, old.columns)) return false;
    if (rule.kind === "foreign key") return old.kind === "foreign key" && rule.toTable === old.toTable && sameColumns(rule.toColumns, old.toColumns);
    if (rule.kind === "unique") return old.kind === "unique" && rule.nullsDistinct === old.nullsDistinct && rule.condition === null && old.condition === null && rule.expressions.length + old.expressions.length === 0;
    return old.kind === rule.kind && sameText(rule.sql, old.sql);
  });
}

function rulesOf(table: Table): Rule[] {
  const rules = [...table.constraints.values()].map(ofConstraint);
  for (const index of table.indexes.values()) if (index.unique) rules.push(ofIndex(index));
  return rules;
}

function ofConstraint(constraint: Constraint): Rule {
  switch (constraint.kind) {
    case "primary key":
      return { name: constraint.name, kind: "unique", columns: constraint.columns, expressions: [], reads: [], condition: null, nullsDistinct: true };
    case "unique":
      return { name: constraint.name, kind: "unique", columns: constraint.columns, expressions: [], reads: [], condition: null, nullsDistinct: constraint.nullsDistinct };
    default:
      return constraint;
  }
}

function ofIndex(index: Index): Rule {
  const { name, columns, expressions, reads, condition, nullsDistinct } = index;
  return { name, kind: "unique", columns, expressions, reads, condition, nullsDistinct };
}

/** Does a rule from before see to it that the rule holds: the same one, or a stricter one? */
function kept(rule: Rule, old: Rule, before: Table, after: Table, pair: Pair): boolean {
  const table = after.name;
  const columns = rule.columns.map((column) => pair.difference.columnBefore(table, column));
  const untouched = rule.name === old.name && rule.kind === old.kind && !pair.difference.made(table, rule.name) && sameColumns(columns, old.columns);
  switch (rule.kind) {
    case "unique": {
      if (old.kind !== "unique" || old.columns.some((column) => coarsened(column, rule, before, after, pair))) return false;
      const sameShape = sameTexts(rule.expressions, old.expressions) && sameText(rule.condition ?? "", old.condition ?? "");
      if (untouched || (sameShape && sameColumns(columns, old.columns) && rule.nullsDistinct === old.nullsDistinct)) return true;
      if (old.expressions.length > 0 || (old.condition !== null && !sameText(old.condition, rule.condition ?? ""))) return false;
      if (!rule.nullsDistinct && old.nullsDistinct && old.columns.some((column) => before.columns.get(column)?.null !== false)) return false;
      return old.columns.every((column) => columns.includes(column));
    }
    case "check":
      return old.kind === "check" && (untouched || sameText(rule.sql, old.sql));
    case "exclusion":
      return old.kind === "exclusion" && (untouched || sameText(rule.sql, old.sql));
    case "foreign key":
      return old.kind === "foreign key" && sameForeignKey(rule, old, table, pair.difference);
  }
}

export type ForeignKey = Rule & { readonly kind: "foreign key" };

/** Does a foreign key of a table refer from and to the same columns as one from before did, renames followed? */
export function sameForeignKey(key: ForeignKey, old: ForeignKey, table: string, difference: Difference): boolean {
  if (difference.tableBefore(key.toTable) !== old.toTable) return false;
  const before = (name: string, columns: readonly string[]) => columns.map((column) => difference.columnBefore(name, column));
  return sameColumns(before(table, key.columns), old.columns) && sameColumns(before(key.toTable, key.toColumns), old.toColumns);
}

function sameColumns(a: readonly (string | null)[], b: readonly string[]): boolean {
  return a.length === b.length && b.every((column) => a.includes(column));
}

/** Do different values of the column from before become equal under its new type (citext, a date without its time)? */
function coarsened(columnBefore: string, rule: Rule, before: Table, after: Table, { difference, database }: Pair): boolean {
  const now = rule.columns.find((column) => difference.columnBefore(after.name, column) === columnBefore);
  const [was, is] = [before.columns.get(columnBefore)?.type, now === undefined ? null : after.columns.get(now)?.type];
  if (!was || !is || was === is) return false;
  return coarser(readType(was, database.vendor), readType(is, database.vendor));
}

/** SQL that differs in blanks, quotes, outer brackets and case only. */
function sameText(a: string, b: string): boolean {
  return a === b || flat(a) === flat(b);
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => sameText(text, b[at]!));
}

/** Text literals keep their case and blanks. */
export function flat(sql: string): string {
  const text = sql
    .split(/('(?:[^']|'')*')/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/["`\s]/g, "").toLowerCase()))
    .join("");
  return unbracketed(text);
}

function unbracketed(text: string): string {
  if (!text.startsWith("(") || !text.endsWith(")")) return text;
  let depth = 0;
  for (let at = 0; at < text.length - 1; at++) {
    depth += text[at] === "(" ? 1 : text[at] === ")" ? -1 : 0;
    if (depth === 0) return text;
  }
  return unbracketed(text.slice(1, -1));
}
