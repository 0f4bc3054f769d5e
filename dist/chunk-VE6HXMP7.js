import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);

// src/report/statements.ts
function closed(sql) {
  return sql.trimEnd().endsWith(";") ? sql : `${sql};`;
}
function sqlOf(statements) {
  const texts = statements.flatMap((statement) => statement.sql === null ? [] : [closed(statement.sql)]);
  return texts.length === statements.length ? texts : null;
}
function unknownSql(record) {
  return record.unknown ?? unknownOf(record.statements);
}
function unknownOf(statements) {
  const missing = statements.find((statement) => statement.sql === null);
  return missing === void 0 ? null : missing.unknown ?? "the SQL of a statement cannot be known";
}

export {
  closed,
  sqlOf,
  unknownSql,
  unknownOf
};
