import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  safeWords
} from "./chunk-XFD7JVGX.js";
import {
  visible
} from "./chunk-M6RJXJRU.js";
import {
  closed,
  unknownSql
} from "./chunk-VE6HXMP7.js";

// src/report/describe.ts
function describe(operation) {
  switch (operation.kind) {
    case "CreateModel":
      return `Create ${operation.options.get("proxy") === true ? "proxy " : ""}model ${operation.name}`;
    case "DeleteModel":
      return `Delete model ${operation.name}`;
    case "RenameModel":
      return `Rename model ${operation.from} to ${operation.to}`;
    case "AlterModelTable":
      return `Rename table for ${operation.name} to ${operation.table ?? "(default)"}`;
    case "AlterModelTableComment":
      return `Alter ${operation.name} table comment`;
    case "AlterUniqueTogether":
      return `Alter unique_together for ${operation.name} (${operation.together.length} constraint(s))`;
    case "AlterIndexTogether":
      return `Alter index_together for ${operation.name} (${operation.together.length} constraint(s))`;
    case "AlterOrderWithRespectTo":
      return `Set order_with_respect_to on ${operation.name} to ${operation.field ?? "None"}`;
    case "AlterModelOptions":
      return `Change Meta options on ${operation.name}`;
    case "AlterModelManagers":
      return `Change managers on ${operation.name}`;
    case "AddField":
      return `Add field ${operation.field.name} to ${operation.model}`;
    case "AlterField":
      return `Alter field ${operation.field.name} on ${operation.model}`;
    case "RemoveField":
      return `Remove field ${operation.name} from ${operation.model}`;
    case "RenameField":
      return `Rename field ${operation.from} on ${operation.model} to ${operation.to}`;
    case "AddIndex":
      return addIndex(operation.index, operation.model, operation.concurrently);
    case "RemoveIndex":
      return `${operation.concurrently ? "Concurrently remove" : "Remove"} index ${operation.name} from ${operation.model}`;
    case "RenameIndex":
      return operation.from !== null ? `Rename index ${operation.from} on ${operation.model} to ${operation.to}` : `Rename unnamed index for ${tuple(operation.oldFields ?? [])} on ${operation.model} to ${operation.to}`;
    case "AddConstraint":
      return `Create ${operation.notValid ? "not valid constraint" : "constraint"} ${nameOf(operation.constraint)} on model ${operation.model}`;
    case "RemoveConstraint":
      return `Remove constraint ${operation.name} from model ${operation.model}`;
    case "AlterConstraint":
      return `Alter constraint ${operation.name} on ${operation.model}`;
    case "ValidateConstraint":
      return `Validate constraint ${operation.name} on model ${operation.model}`;
    case "AddDefaultValue":
      return `Add to field ${operation.model}.${operation.name} the default value ${valueText(operation.value)}`;
    case "RunSQL":
      return "Raw SQL operation";
    case "RunPython":
      return "Raw Python operation";
    case "SeparateDatabaseAndState":
      return "Custom state/database change combination";
    case "CreateExtension":
      return `Creates extension ${operation.name}`;
    case "CreateCollation":
      return `Create collation ${operation.name}`;
    case "RemoveCollation":
      return `Remove collation ${operation.name}`;
    case "Unknown":
      return operation.type;
  }
}
function valueText(value) {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value !== "object") return String(value);
  return value === null ? "None" : "text" in value ? value.text : value.kind;
}
function addIndex(index, model, concurrently) {
  const expressions = isCall(index) ? index.args : [];
  if (expressions.length > 0 && !concurrently) return `Create index ${nameOf(index)} on ${expressions.map(expression).join(", ")} on model ${model}`;
  return `${concurrently ? "Concurrently create" : "Create"} index ${nameOf(index)} on field(s) ${fieldsOf(index).join(", ")} of model ${model}`;
}
function isCall(value) {
  return typeof value === "object" && value !== null && value.kind === "call";
}
function nameOf(value) {
  const name = isCall(value) ? value.kwargs.get("name") : null;
  return typeof name === "string" ? name : "None";
}
function fieldsOf(index) {
  const fields = isCall(index) ? index.kwargs.get("fields") : void 0;
  if (typeof fields !== "object" || fields === null || !("items" in fields)) return [];
  return fields.items.filter((field) => typeof field === "string");
}
function expression(value) {
  if (typeof value === "string") return `F(${value})`;
  if (!isCall(value)) return textOf(value);
  const name = value.path.split(".").at(-1);
  const plain = value.args.every((argument) => typeof argument === "string" || isCall(argument)) && [...value.kwargs.values()].every((argument) => typeof argument === "string");
  if (name === "F" && typeof value.args[0] === "string") return `F(${value.args[0]})`;
  if (!plain || value.unknownArgs !== null) return value.text.replace(/\s+/g, " ");
  const named = [...value.kwargs].map(([key, argument]) => `${key}=${textOf(argument)}`).sort();
  return `${name}(${[value.args.map(expression).join(", "), ...named].filter((part) => part !== "").join(", ")})`;
}
function textOf(value) {
  if (typeof value !== "object" || value === null) return String(value);
  return "text" in value ? value.text : value.kind;
}
function tuple(names) {
  const quoted = names.map((name) => `'${name}'`);
  return `(${quoted.join(", ")}${quoted.length === 1 ? "," : ""})`;
}

// src/report/sql.ts
var transactional = { postgresql: true, sqlite: true, mysql: false, mariadb: false };
function toSql(report) {
  const all = report.projects.flatMap((project) => project.migrations.map((migration) => ({ migration, vendor: project.facts.database.value.vendor })));
  const texts = all.map(({ migration, vendor }) => {
    const text = migrationSql(migration, vendor);
    return all.length === 1 ? text : `-- ${visible(`${migration.app}.${migration.name}: ${migration.path}`)}
${text}`;
  });
  return texts.join("\n");
}
function auditToSql(audit) {
  return audit.projects.flatMap((project) => project.pending).map((pending) => `-- ${visible(`${safeWords[pending.contract.safe]}: ${pending.explanation}`)}
${contractSql(pending).map((sql) => `${sql}
`).join("")}`).join("\n");
}
function contractSql({ contract, sql }) {
  if (contract.sql.length > 0) return contract.sql.map((item) => closed(item.sql));
  return [sql === null ? "-- UNKNOWN: no statement is known that removes it" : closed(sql)];
}
function migrationSql(migration, vendor) {
  const lines = [...migration.operations.flatMap(operationLines), ...migration.deferred.map(statement)];
  if (lines.length === 0) return "";
  const wrapped = migration.atomic && transactional[vendor] ? ["BEGIN;", ...lines, "COMMIT;"] : lines;
  return `${wrapped.join("\n")}
`;
}
function operationLines(record) {
  return ["--", `-- ${visible(describe(record.operation))}`, "--", ...body(record)];
}
function body(record) {
  if (record.operation.kind === "RunPython") return ["-- THIS OPERATION CANNOT BE WRITTEN AS SQL"];
  const unknown = unknownSql(record);
  if (unknown !== null) return [`-- UNKNOWN: ${visible(unknown)}`];
  return record.statements.length === 0 ? ["-- (no-op)"] : record.statements.map(statement);
}
function statement({ sql, unknown }) {
  return sql === null ? `-- UNKNOWN: ${visible(unknown ?? "the SQL of this statement cannot be known")}` : closed(sql);
}

export {
  toSql,
  auditToSql,
  migrationSql
};
