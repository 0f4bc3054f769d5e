import type { Database, Vendor } from "../../django/project.ts";
import type { Column, Table } from "../../schema/schema.ts";
import type { ReleaseTable } from "../release.ts";
import { numberFits, wholeDigits } from "./capacity.ts";
import { failures, type Failure, type Move } from "./failure.ts";
import { readType, type DataType } from "./type.ts";
import { typeErrors } from "./typeWords.ts";
import type { Said } from "./words.ts";

/** Writes whose values overflow a stored generated column that is new: the server computes it for every release. */
export function generatedFailures(table: ReleaseTable, held: Table, move: Move): Failure[] {
  if (move.from === null || move.database.vendor === "sqlite") return [];
  const was = move.difference.tableBefore(table.table);
  const before = was === null ? undefined : move.from.tables.get(was);
  return [...held.columns.values()].filter((column) => isNew(column, table.table, before, move) && !table.columns.has(column.name)).flatMap((column) => overflow(column, table, held, move));
}

function isNew(column: Column, table: string, before: Table | undefined, { difference }: Move): boolean {
  if (!column.generated?.stored) return false;
  const name = difference.columnBefore(table, column.name);
  return name === null || before?.columns.get(name)?.generated?.sql !== column.generated.sql;
}

function overflow(column: Column, table: ReleaseTable, held: Table, { database }: Move): Failure[] {
  const said = computedOverflow(column, held, database);
  return said ? failures(["INSERT", "UPDATE"], column.name, said, `The server computes ${column.name} for this release's rows, too.`) : [];
}

/** The error of a row whose generated column does not fit; null when every row's does, or when the expression is not plain arithmetic. */
export function computedOverflow(column: Column, held: Table, database: Database): Said | null {
  const computed = column.type === null || column.generated === null ? null : arithmetic(column, held, database.vendor);
  if (computed === null) return null;
  const type = computed.kind === "integer overflow" ? computed.type : readType(column.type!, database.vendor);
  if (computed.kind === "number" && numberFits(computed.type, type)) return null;
  const conversion = computed.kind === "too long" ? "length" : "range";
  return typeErrors(conversion, { table: held.name, column: column.name, sent: type, type }, database).write;
}

/** What the expression may compute; null where it cannot overflow or is not plain arithmetic on columns. */
type Computed = { readonly kind: "integer overflow" | "number"; readonly type: DataType } | { readonly kind: "too long" };

function arithmetic(column: Column, held: Table, vendor: Vendor): Computed | null {
  const sql = column.generated!.sql.replace(/'(?:[^']|'')*'/g, "''");
  const operands = [...sql.matchAll(/["`]([^"`]+)["`]/g)].map(([, name]) => held.columns.get(name!)?.type).filter((type) => typeof type === "string").map((type) => readType(type, vendor));
  if (sql.includes("||")) return concatenation(operands, readType(column.type!, vendor));
  const operator = /[*+]|-(?!>)/.exec(sql)?.[0];
  if (!operator || operands.length === 0 || /[a-z_]+\s*\(/i.test(sql)) return null;
  const integers = operands.filter((type) => type.family === "integer");
  if (integers.length === operands.length) {
    // Computed in the widest of the operands; a literal is an integer of 32 bits.
    const literal = /(?<![\w"`])\d+/.test(sql);
    const widest = integers.reduce((a, b) => (b.max > a.max ? b : a));
    return literal && widest.max < 2n ** 31n - 1n ? null : { kind: "integer overflow", type: widest };
  }
  const digits = operands.map(wholeDigits);
  if (digits.some((count) => count === null) || !operands.some((type) => type.family === "numeric")) return null;
  const whole = operator === "*" ? digits.reduce((sum: number, count) => sum + count!, 0) : Math.max(...digits.map((count) => count!)) + 1;
  const scale = Math.max(...operands.map((type) => (type.family === "numeric" ? type.scale : 0)));
  return { kind: "number", type: { name: "numeric", family: "numeric", precision: whole + scale, scale } };
}

function concatenation(operands: readonly DataType[], type: DataType): Computed | null {
  if (type.family !== "text" || type.limit === null || operands.length === 0) return null;
  const longest = operands.reduce((sum: number, operand) => sum + (operand.family === "text" ? (operand.limit ?? Infinity) : 0), 0);
  return longest > type.limit ? { kind: "too long" } : null;
}
