import type { Release, ReleaseColumn, ReleaseTable } from "../safety/release.ts";
import type { Schema } from "../schema/schema.ts";
import type { Probe } from "./job.ts";
import type { Phrases } from "./phrases.ts";
import { boundary, comparable, longest, sample } from "./values.ts";

/** What the statements of a release are made from. */
export interface ProbeContext {
  readonly release: Release;
  readonly releaseName: string;
  /** The release's tables by name: for the children that Django deletes itself. */
  readonly tables: readonly ReleaseTable[];
  /** Today's: a foreign key takes its values from the column it refers to. */
  readonly schema: Schema;
  /** The texts that a CHECK allows for the table's column; empty: any. */
  readonly allowed: (column: string) => readonly string[];
  /** Numbers for new rows, none twice. */
  readonly next: (table: string) => number;
  readonly phrases: Phrases;
}

/** The statements that a release's ORM sends to a table, with ordinary values, those at the ends of the types, NULLs and duplicates. */
export function probesOf(table: ReleaseTable, context: ProbeContext): Probe[] {
  const { quote } = context.phrases;
  const columns = [...table.columns.values()];
  const key = columns.find((column) => column.primaryKey);
  const written = columns.filter((column) => !column.omittedOnInsert);
  const changed = written.filter((column) => !column.primaryKey);
  const probe = (statement: string, sql: readonly string[], stays = false): Probe => ({ id: `${context.releaseName} ${table.table} ${statement}`, statement, table: table.table, sql, stays });
  const row = (choose: Choose, n: number) => insert(context.phrases, table.table, written.map((column) => [column, choose(column, n)] as const));
  const name = quote(table.table);
  const found: Probe[] = [probe("SELECT", [`SELECT ${columns.map((column) => quote(column.column)).join(", ")} FROM ${name} LIMIT 21`])];
  const asked = columns.filter((column) => comparable(column.type));
  if (asked.length > 0) found.push(probe("SELECT … WHERE", [`SELECT 1 FROM ${name} WHERE ${asked.map((column) => `${quote(column.column)} = ${ordinary(context)(column, 1)}`).join(" AND ")} LIMIT 1`]));
  const shapes = new Set<string>();
  for (const [statement, choose] of choices(context)) {
    // A table without nullable columns has no INSERT with NULLs of its own.
    const shape = row(choose, 7);
    if (shapes.has(shape)) continue;
    shapes.add(shape);
    const n = context.next(table.table);
    const usual = row(choose, n);
    found.push(probe(`INSERT ${statement}`.trim(), [...new Set(statement === "" ? [usual, row(ordinary(context, true), n), row(orNull(ordinary(context)), n)] : [usual])], true));
  }
  if (key !== undefined && changed.length > 0) {
    for (const [statement, choose] of choices(context)) {
      if (statement === "with a duplicate") continue;
      const sets = changed.map((column) => `${quote(column.column)} = ${choose(column, 2)}`).join(", ");
      if (shapes.has(sets)) continue;
      shapes.add(sets);
      found.push(probe(`UPDATE ${statement}`.trim(), [`UPDATE ${name} SET ${sets} WHERE ${quote(key.column)} = ${value(key, 2, context)}`]));
    }
  }
  return [...found, ...deletesOf(table, context)];
}

/** Deletes as Django's collector makes them: first what refers to the row, as the release knows it. */
export function deletesOf(table: ReleaseTable, context: ProbeContext): Probe[] {
  const { quote } = context.phrases;
  const key = [...table.columns.values()].find((column) => column.primaryKey);
  if (!key) return [];
  const where = `${quote(key.column)} = ${value(key, 3, context)}`;
  const before = collected(table, `SELECT ${quote(key.column)} FROM ${quote(table.table)} WHERE ${where}`, context, 0);
  const sql = [...before, `DELETE FROM ${quote(table.table)} WHERE ${where}`].join(";\n");
  return [{ id: `${context.releaseName} ${table.table} DELETE`, statement: "DELETE", table: table.table, sql: [sql], stays: false }];
}

function collected(table: ReleaseTable, pks: string, context: ProbeContext, depth: number): string[] {
  if (depth > 6) return [];
  const { quote } = context.phrases;
  return context.tables.flatMap((child) => {
    if (child.table === table.table) return [];
    return [...child.columns.values()].flatMap((column) => {
      if (column.references?.table !== table.table) return [];
      const which = `${quote(column.column)} IN (${pks})`;
      if (column.null && /SET_NULL|SET_DEFAULT|SET\b/.test(column.references.onDelete)) return [`UPDATE ${quote(child.table)} SET ${quote(column.column)} = NULL WHERE ${which}`];
      const key = [...child.columns.values()].find((one) => one.primaryKey);
      const deeper = key ? collected(child, `SELECT ${quote(key.column)} FROM ${quote(child.table)} WHERE ${which}`, context, depth + 1) : [];
      return [...deeper, `DELETE FROM ${quote(child.table)} WHERE ${which}`];
    });
  });
}

type Choose = (column: ReleaseColumn, n: number) => string;

function choices(context: ProbeContext): readonly (readonly [string, Choose])[] {
  const usual = ordinary(context);
  const end = (which: "low" | "high"): Choose => (column, n) => {
    if (isFree(column)) return boundary(column.type, which, column.internalType.startsWith("Positive")) ?? usual(column, n);
    return (which === "high" && column.references === null && column.internalType !== "UUIDField" ? longest(column.type, n) : null) ?? usual(column, n);
  };
  return [
    ["", usual],
    ["with NULLs", orNull(usual)],
    ["with the least values", end("low")],
    ["with the greatest values", end("high")],
    ["with a duplicate", (column, n) => (column.unique || column.primaryKey ? usual(column, n) : usual(column, 1))],
  ];
}

/** Only then may its value be any. */
function isFree(column: ReleaseColumn): boolean {
  return !column.unique && !column.primaryKey && column.references === null;
}

function ordinary(context: ProbeContext, explicit = false): Choose {
  return (column, n) => (column.dbDefault && !explicit && n > 3 ? "DEFAULT" : value(column, n, context));
}

function orNull(usual: Choose): Choose {
  return (column, n) => (column.null ? "NULL" : usual(column, n));
}

/** A foreign key's value is the number's row of the table it refers to. */
export function value(column: ReleaseColumn, n: number, { schema, allowed }: Pick<ProbeContext, "schema" | "allowed">): string {
  const words = column.unique ? [] : allowed(column.column);
  if (words.length > 0) return words[n % words.length]!;
  const target = column.references && schema.tables.get(column.references.table)?.columns.get(column.references.column);
  return sample(target?.type ?? column.type, n);
}

function insert({ quote, emptyRow }: Phrases, table: string, row: readonly (readonly [ReleaseColumn, string])[]): string {
  if (row.length === 0) return `INSERT INTO ${quote(table)} ${emptyRow}`;
  return `INSERT INTO ${quote(table)} (${row.map(([column]) => quote(column.column)).join(", ")}) VALUES (${row.map(([, text]) => text).join(", ")})`;
}

