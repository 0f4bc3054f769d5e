import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);

// src/schema/again.ts
function columnAgain(column) {
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
    indexTablespace: null
  };
}
function constraintAgain(constraint) {
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
function indexAgain(index, quoteName) {
  const columns = index.columns.map((column, at) => [quoteName(column), index.opclasses[at]].filter(Boolean).join(" "));
  return { ...index, parts: index.expressions.length > 0 ? index.expressions.map((expression) => `(${expression})`) : columns, nullsDistinct: index.nullsDistinct ? null : false, with: null, tablespace: null };
}

export {
  columnAgain,
  constraintAgain,
  indexAgain
};
