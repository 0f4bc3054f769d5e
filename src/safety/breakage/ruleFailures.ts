import type { Column, Table } from "../../schema/schema.ts";
import type { ReleaseColumn, ReleaseTable } from "../release.ts";
import { failures, type Failure, type Move } from "./failure.ts";
import { refusesNulls } from "./nullCheck.ts";
import { askedByName, flat, newRules, type Rule } from "./rules.ts";
import { isInserted } from "./statements.ts";
import { suppliesValue } from "./columns.ts";

/**
 * Rows a release may write that a new rule refuses. Counted as INSERT, as in every measured case but one; an UPDATE to such a row fails the same way,
 * and is counted where the NULLs that the release writes are refused.
 */
export function ruleFailures(table: ReleaseTable, held: Table, move: Move): Failure[] {
  if (move.from === null) return [];
  const pair = { from: move.from, to: move.to, difference: move.difference, database: move.database };
  return newRules(table.table, pair).filter((rule) => !askedByName(table.table, rule, pair)).flatMap((rule) => broken(rule, table, held, move));
}

function broken(rule: Rule, table: ReleaseTable, held: Table, move: Move): Failure[] {
  const { words } = move;
  switch (rule.kind) {
    case "unique": {
      if (!collides(rule, table, held)) return [];
      const sent = rule.columns.some((column) => sends(table, column)) || rule.expressions.length > 0;
      return failures(["INSERT"], rule.columns.length === 1 ? rule.columns[0]! : null, words.duplicate(table.table, rule.name, rule.columns), sent ? "This release may write the same values twice." : "This release does not know the column, so all of its rows get the same default.");
    }
    case "check": {
      if (!violates(rule, table, held)) return [];
      const nulls = /\bis not null\b/i.test(rule.sql) && rule.columns.some((column) => table.columns.get(column)?.null);
      return failures(nulls ? ["INSERT", "UPDATE"] : ["INSERT"], rule.columns.length === 1 ? rule.columns[0]! : null, words.checkFails(table.table, rule.name, rule.sql), "This release may write values that the constraint refuses.");
    }
    case "exclusion":
      if (rule.columns.length > 0 && !rule.columns.some((column) => sends(table, column))) return [];
      return failures(["INSERT"], null, words.excluded(rule.name), "This release may write rows that exclude each other.");
    case "foreign key":
      if (!rule.columns.some((column) => sends(table, column)) || alreadyRefers(rule, table, move)) return [];
      return failures(["INSERT"], rule.columns.length === 1 ? rule.columns[0]! : null, words.noParent(table.table, rule), `This release may write a value that ${rule.toTable} does not have.`);
  }
}

function sends(table: ReleaseTable, column: string): boolean {
  const known = table.columns.get(column);
  return known !== undefined && (isInserted(known) || known.generated);
}

/** What rows written by a release have in a column that takes part in a unique rule. */
function valueOf(known: ReleaseColumn | undefined, column: Column | undefined): "any" | "equal" | "different" | "null" {
  if (known) return known.omittedOnInsert && !known.generated ? "different" : "any";
  if (!column || column.generated) return "any";
  if (column.identity) return "different";
  if (column.default !== null && !/^\s*null\b/i.test(column.default)) return varies(column.default) ? "different" : "equal";
  return suppliesValue(column) ? "null" : "different"; // NOT NULL without default: the INSERT fails before
}

/** Defaults that give every row a value of its own. now() stands still within a transaction only, but two rows seldom share it. */
function varies(sql: string): boolean {
  return /\b(gen_random_uuid|uuid_generate_v\d\w*|uuidv\d|uuid|random|nextval|clock_timestamp|now|statement_timestamp|current_timestamp)\b/i.test(sql);
}

/** Can two rows of the release have the same values in a unique rule? */
function collides(rule: Rule & { kind: "unique" }, table: ReleaseTable, held: Table): boolean {
  for (const column of rule.columns) {
    const value = valueOf(table.columns.get(column), held.columns.get(column));
    if (value === "different" || (value === "null" && rule.nullsDistinct)) return false;
  }
  const reads = rule.reads.map((column) => [column, valueOf(table.columns.get(column), held.columns.get(column))] as const);
  if (reads.some(([column, value]) => value === "null" && flat(rule.condition ?? "") === flat(`${column} IS NOT NULL`))) return false;
  const onlyExpressions = rule.columns.length === 0 && rule.expressions.length > 0;
  return !(onlyExpressions && reads.length > 0 && rule.nullsDistinct && reads.every(([, value]) => value === "null" || value === "different"));
}

/** May a row of the release break the check? A NULL passes every check that does not ask for it. */
function violates(rule: Rule & { kind: "check" }, table: ReleaseTable, held: Table): boolean {
  const column = rule.columns.length === 1 ? rule.columns[0]! : null;
  const known = column === null ? undefined : table.columns.get(column);
  if (known && flat(rule.sql) === flat(`${column} >= 0`) && (known.internalType.startsWith("Positive") || /unsigned/i.test(held.columns.get(column!)?.type ?? ""))) return false;
  if (known && known.internalType === "JSONField" && flat(rule.sql).startsWith("json_valid(")) return false;
  if (rule.columns.length === 0 || rule.columns.some((name) => sends(table, name))) return true;
  const nulls = new Set(rule.columns.filter((name) => valueOf(undefined, held.columns.get(name)) === "null"));
  return refusesNulls(rule.sql, nulls);
}

/** The release's own field says the same foreign key: it writes only values that are there. */
function alreadyRefers(rule: Rule & { kind: "foreign key" }, table: ReleaseTable, { difference }: Move): boolean {
  if (rule.columns.length !== 1 || rule.toColumns.length !== 1) return false;
  const references = table.columns.get(rule.columns[0]!)?.references;
  if (!references?.constraint) return false;
  const target = difference.tableBefore(rule.toTable);
  return target === references.table && difference.columnBefore(rule.toTable, rule.toColumns[0]!) === references.column;
}
