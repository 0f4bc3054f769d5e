import type { ColumnDefinition, ConstraintDefinition, IndexDefinition } from "./change.ts";
import type { Column, Constraint, Index } from "./schema.ts";

/** What a schema holds, as the definitions that make it again. Keys and rules of a column are constraints of its table. */

export function columnAgain(column: Column): ColumnDefinition {
  return {
    name: column.name,
    type: column.type ?? { unknown: "the type of the column is not known" },
    null: column.null,
    collation: column.collation,
    comment: column.comment,
    default: column.default === null ? null : { sql: column.default, lasting: true },
    generated: column.generated,
    identity: column.identity,
    primaryKey: false,
    unique: false,
    check: null,
    references: null,
    indexTablespace: null,
  };
}

export function constraintAgain(constraint: Constraint): ConstraintDefinition {
  switch (constraint.kind) {
    case "unique":
      return { ...constraint, nullsDistinct: constraint.nullsDistinct ? null : false, opclasses: [], usingIndex: null };
    case "foreign key":
    case "check":
      return { ...constraint, notValid: !constraint.valid };
    default:
      return constraint;
  }
}

/** Sort order and storage parameters are no part of a schema. */
export function indexAgain(index: Index, quoteName: (name: string) => string): IndexDefinition {
  const columns = index.columns.map((column, at) => [quoteName(column), index.opclasses[at]].filter(Boolean).join(" "));
  return { ...index, parts: index.expressions.length > 0 ? index.expressions.map((expression) => `(${expression})`) : columns, nullsDistinct: index.nullsDistinct ? null : false, with: null, tablespace: null };
}
