import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  knownType
} from "./chunk-7XH62CJ2.js";
import {
  atLeast
} from "./chunk-LHOMP52Y.js";

// src/django/bind/release.ts
var tables = /* @__PURE__ */ new WeakMap();
function releaseTables(bound) {
  const found = /* @__PURE__ */ new Map();
  for (const key of bound.keys) {
    const model = bound.get(key);
    if (!model || model.proxy || model.swapped || model.state?.external !== void 0) continue;
    add(found, releaseTable(model));
    for (const field of model.localManyToMany) if (field.remote?.throughAuto && field.remote.through) add(found, releaseTable(field.remote.through));
  }
  return { tables: found };
}
function releaseTable(model) {
  let table = tables.get(model);
  if (!table) tables.set(model, table = read(model));
  return table;
}
function read(model) {
  const made = model.autoCreatedBy;
  return {
    table: model.table,
    model: made ? `${made.model.app}.${made.model.name}.${made.name}` : `${model.app}.${model.name}`,
    automatic: made !== null,
    managed: model.managed,
    columns: new Map(model.localFields.filter((field) => field.column !== null && field.dbType !== null).map((field) => [field.column, columnOf(field, field.column)]))
  };
}
function columnOf(field, column) {
  return {
    column,
    field: field.name,
    type: typeof field.dbType === "string" ? field.dbType : null,
    internalType: field.internalType,
    null: field.null,
    primaryKey: field.primaryKey,
    unique: field.unique,
    omittedOnInsert: autoFields.has(field.internalType) || field.generated !== null,
    dbDefault: field.dbDefault !== void 0,
    hasDefault: alwaysHasValue(field),
    generated: field.generated !== null,
    references: referenceOf(field)
  };
}
var autoFields = /* @__PURE__ */ new Set(["AutoField", "BigAutoField", "SmallAutoField"]);
function alwaysHasValue(field) {
  if (field.generated !== null) return false;
  return field.default !== void 0 || field.autoNow || field.emptyStringsAllowed && !field.null && field.dbDefault === void 0;
}
function referenceOf({ remote }) {
  if (!remote?.target?.column) return null;
  return { table: remote.target.model.table, column: remote.target.column, onDelete: remote.onDelete, constraint: remote.dbConstraint };
}
function add(found, table) {
  const other = found.get(table.table);
  found.set(table.table, other ? mergedTable([other, table]) : table);
}
function mergedTable(tables2) {
  return tables2.reduce((merged, table) => {
    if (!merged) return table;
    const [first, second] = table.managed && !merged.managed ? [table, merged] : [merged, table];
    return { ...first, columns: new Map([...second.columns, ...first.columns]) };
  }, void 0);
}

// src/sql/dialect.ts
function dialectOf(database, django, options = {}) {
  const { vendor, version } = database;
  const mark = isMySql(vendor) ? "`" : '"';
  return {
    vendor,
    version,
    django,
    psycopg: options.psycopg ?? 3,
    useTz: options.useTz ?? true,
    timeZone: options.timeZone ?? null,
    quoteName: (name) => name.startsWith(mark) && name.endsWith(mark) ? name : `${mark}${name}${mark}`,
    features: featuresOf(vendor, version, django)
  };
}
function isMySql(vendor) {
  return vendor === "mysql" || vendor === "mariadb";
}
function djangoAtLeast(dialect, release) {
  return atLeast(dialect.django, release);
}
function featuresOf(vendor, version, django) {
  const postgresql = vendor === "postgresql";
  const mysql = isMySql(vendor);
  return {
    supportsPartialIndexes: !mysql,
    supportsCoveringIndexes: postgresql,
    supportsExpressionIndexes: !mysql || vendor === "mysql" && atLeast(version, "8.0.13"),
    supportsDeferrableUniqueConstraints: postgresql,
    supportsNullsDistinctUniqueConstraints: postgresql && atLeast(version, "15") && atLeast(django, "5.0"),
    supportsTableCheckConstraints: vendor !== "mysql" || atLeast(version, "8.0.16"),
    supportsIndexColumnOrdering: vendor === "mariadb" ? atLeast(version, "10.8") : vendor !== "mysql" || atLeast(version, "8.0.1"),
    supportsOrderByNullsModifier: !mysql,
    supportsLogicalXor: mysql,
    collateAsIndexExpression: mysql,
    hasNativeUuidField: postgresql || vendor === "mariadb" && atLeast(version, "10.7") && atLeast(django, "5.0"),
    hasNativeJsonField: postgresql,
    hasNativeDurationField: postgresql,
    requiresLiteralDefaults: vendor === "sqlite"
  };
}

// src/sql/render/mysql-string.ts
var escapes = { "\0": "\\0", "\n": "\\n", "\r": "\\r", "\\": "\\\\", "'": "\\'", '"': '\\"', "": "\\Z" };
function mysqlString(text) {
  return `'${text.replace(/[\0\n\r\\'"\x1a]/g, (character) => escapes[character] ?? character)}'`;
}

// src/sql/render/column.ts
function columnSql(column, place, dialect) {
  const parts = [knownType(column.type)];
  const comment = inlineComment(column, dialect);
  if (column.collation !== null) parts.push(collateClause(column.collation, dialect));
  if (comment && !atLeast(dialect.django, "6.1")) parts.push(comment);
  if (column.default) parts.push(`DEFAULT ${column.default.sql}`);
  if (column.generated) parts.push(`GENERATED ALWAYS AS (${column.generated.sql}) ${column.generated.stored ? "STORED" : "VIRTUAL"}`);
  else parts.push(column.null ? "NULL" : "NOT NULL");
  if (column.primaryKey) parts.push("PRIMARY KEY");
  else if (column.unique) parts.push("UNIQUE");
  if (column.indexTablespace !== null && dialect.vendor === "postgresql") parts.push(`USING INDEX TABLESPACE ${dialect.quoteName(column.indexTablespace)}`);
  if (comment && atLeast(dialect.django, "6.1")) parts.push(comment);
  const check = column.check === null ? null : `CHECK (${column.check})`;
  const suffix = identitySuffix(column, dialect);
  const tail = place === "create table" ? [check, suffix] : [suffix, check];
  for (const part of tail) if (part !== null) parts.push(part);
  return parts.join(" ");
}
function identitySuffix(column, dialect) {
  if (!column.identity) return null;
  if (dialect.vendor === "postgresql") return "GENERATED BY DEFAULT AS IDENTITY";
  return dialect.vendor === "sqlite" ? "AUTOINCREMENT" : null;
}
function inlineComment(column, dialect) {
  if (column.comment === null || dialect.vendor !== "mysql" && dialect.vendor !== "mariadb") return null;
  return ` COMMENT ${mysqlString(column.comment)}`;
}
function collateClause(collation, dialect) {
  return `COLLATE ${dialect.vendor === "sqlite" ? collation : dialect.quoteName(collation)}`;
}

// src/sql/render/common.ts
function deferrableSql(deferrable) {
  if (deferrable === "deferred") return " DEFERRABLE INITIALLY DEFERRED";
  return deferrable === "immediate" ? " DEFERRABLE INITIALLY IMMEDIATE" : "";
}
function columnList(columns, dialect) {
  return columns.map((column) => dialect.quoteName(column)).join(", ");
}
function constraintSql(constraint, dialect) {
  const name = constraint.name === null ? "" : `CONSTRAINT ${dialect.quoteName(constraint.name)} `;
  switch (constraint.kind) {
    case "primary key":
      if (constraint.usingIndex) return `${name}PRIMARY KEY USING INDEX ${dialect.quoteName(constraint.usingIndex)}`;
      return `${name}PRIMARY KEY (${columnList(constraint.columns, dialect)})`;
    case "unique":
      if (constraint.usingIndex !== null) return `${name}UNIQUE USING INDEX ${dialect.quoteName(constraint.usingIndex)}`;
      return `${name}UNIQUE${nullsSql(constraint.nullsDistinct)} (${columnList(constraint.columns, dialect)})${deferrableSql(constraint.deferrable)}`;
    case "check":
      return `${name}CHECK (${constraint.sql})${constraint.notValid ? " NOT VALID" : ""}`;
    case "exclusion":
      return `${name}${constraint.sql}`;
    case "foreign key": {
      const onDelete = constraint.onDelete === null ? "" : ` ON DELETE ${constraint.onDelete}`;
      const deferrable = dialect.vendor === "postgresql" ? deferrableSql(constraint.deferrable) : "";
      return `${name}FOREIGN KEY (${columnList(constraint.columns, dialect)}) REFERENCES ${dialect.quoteName(constraint.toTable)} (${columnList(constraint.toColumns, dialect)})${onDelete}${deferrable}${constraint.notValid ? " NOT VALID" : ""}`;
    }
  }
}
function nullsSql(nullsDistinct) {
  if (nullsDistinct === null) return "";
  return nullsDistinct ? " NULLS DISTINCT" : " NULLS NOT DISTINCT";
}
function createTableSql(change, dialect, references) {
  const columns = change.columns.map((column) => `${dialect.quoteName(column.name)} ${columnSql(column, "create table", dialect)}${references(column)}`);
  const constraints = change.constraints.map((constraint) => constraintSql(constraint, dialect));
  return `CREATE TABLE ${dialect.quoteName(change.table)} (${[...columns, ...constraints].join(", ")})`;
}
function indexHead(table, index, dialect, words = "") {
  return `CREATE ${index.unique ? "UNIQUE " : ""}INDEX ${words}${index.ifNotExists ? "IF NOT EXISTS " : ""}${dialect.quoteName(index.name)} ON ${dialect.quoteName(table)}`;
}
function copyRowsSql(change, dialect) {
  const names = change.columns.map((c) => c.column).join(", ");
  const values = change.columns.map((c) => c.value).join(", ");
  return `INSERT INTO ${dialect.quoteName(change.to)} (${names}) SELECT ${values} FROM ${dialect.quoteName(change.table)}`;
}
function alterTable(table, words, dialect) {
  return `ALTER TABLE ${dialect.quoteName(table)} ${words}`;
}
var noWords = (change) => ({ unknown: `no SQL is known for ${change.kind} on this database` });

// src/sql/render/mysql.ts
function mysqlStatement(change, dialect) {
  const quote = dialect.quoteName;
  switch (change.kind) {
    case "CreateTable":
      return createTableSql(change, dialect, () => "");
    case "DropTable":
      return `DROP TABLE ${quote(change.table)} CASCADE`;
    case "RenameTable":
      return `RENAME TABLE ${quote(change.table)} TO ${quote(change.to)}`;
    case "AddColumn":
      return alterTable(change.table, `ADD COLUMN ${quote(change.column.name)} ${columnSql(change.column, "add column", dialect)}${inlineForeignKey(change.column, dialect)}`, dialect);
    case "DropColumn":
      return alterTable(change.table, `DROP COLUMN ${quote(change.column)}`, dialect);
    case "RenameColumn":
      return alterTable(change.table, `RENAME COLUMN ${quote(change.column)} TO ${quote(change.to)}`, dialect);
    case "AlterColumn":
      return alterTable(change.table, change.actions.map((action) => actionSql(action, dialect)).join(", "), dialect);
    case "AddConstraint":
      return alterTable(change.table, `ADD ${constraintSql(change.constraint, dialect)}`, dialect);
    case "DropConstraint":
      return alterTable(change.table, dropWords(change, dialect), dialect);
    case "CreateIndex":
      return `${indexHead(change.table, change.index, dialect)} (${change.index.parts.join(", ")})`;
    case "DropIndex":
      return `DROP INDEX ${quote(change.name)} ON ${quote(change.table)}`;
    case "RenameIndex":
      return alterTable(change.table, `RENAME INDEX ${quote(change.name)} TO ${quote(change.to)}`, dialect);
    case "CommentOnTable":
      return alterTable(change.table, `COMMENT = ${mysqlComment(change.comment)}`, dialect);
    case "FillNulls":
      return `UPDATE ${quote(change.table)} SET ${quote(change.column)} = ${change.value} WHERE ${quote(change.column)} IS NULL`;
    case "FillRows":
      return `UPDATE ${quote(change.table)} SET ${quote(change.column)} = ${change.value}`;
    case "CopyRows":
      return copyRowsSql(change, dialect);
    default:
      return noWords(change);
  }
}
var mysqlComment = (comment) => mysqlString(comment ?? "");
function dropWords(change, dialect) {
  const name = dialect.quoteName(change.name);
  switch (change.constraint) {
    case "primary key":
      return "DROP PRIMARY KEY";
    case "foreign key":
      return `DROP FOREIGN KEY ${name}`;
    case "unique":
      return `DROP INDEX ${name}`;
    default:
      return dialect.vendor === "mariadb" ? `DROP CONSTRAINT IF EXISTS ${name}` : `DROP CHECK ${name}`;
  }
}
function inlineForeignKey(column, dialect) {
  const references = column.references;
  if (!references) return "";
  const onDelete = references.onDelete ? ` ON DELETE ${references.onDelete}` : "";
  return ` , ADD CONSTRAINT ${dialect.quoteName(references.name ?? "")} FOREIGN KEY (${dialect.quoteName(column.name)}) REFERENCES ${dialect.quoteName(references.table)}(${dialect.quoteName(references.column)})${onDelete}`;
}
function actionSql(action, dialect) {
  const column = dialect.quoteName(action.column);
  switch (action.kind) {
    case "Modify":
      return `MODIFY ${column} ${modifySql(action.definition, dialect)}`;
    case "SetDefault":
      return `ALTER COLUMN ${column} SET DEFAULT ${action.sql}`;
    case "DropDefault":
      return action.toNull ? `ALTER COLUMN ${column} SET DEFAULT NULL` : `ALTER COLUMN ${column} DROP DEFAULT`;
    case "SetType":
      return `MODIFY ${column} ${knownType(action.type)}`;
    case "SetNotNull":
    case "DropNotNull":
    case "AddIdentity":
    case "DropIdentity":
      throw new Error(`${action.kind} is no clause of MySQL's ALTER TABLE`);
  }
}
function modifySql(definition, dialect) {
  const parts = [knownType(definition.type)];
  if (definition.default) parts.push(`DEFAULT ${definition.default.sql}`);
  parts.push(definition.null ? "NULL" : "NOT NULL");
  if (definition.collation !== null) parts.push(collateClause(definition.collation, dialect));
  if (definition.comment !== null) parts.push(`COMMENT ${mysqlString(definition.comment)}`);
  return parts.join(" ");
}

// src/sql/render/postgresql-string.ts
function postgresqlString(text) {
  const quoted = text.replaceAll("'", "''");
  return quoted.includes("\\") ? ` E'${quoted.replaceAll("\\", "\\\\")}'` : `'${quoted}'`;
}

// src/sql/render/postgresql.ts
function postgresqlStatement(change, dialect) {
  const quote = dialect.quoteName;
  switch (change.kind) {
    case "CreateTable":
      return createTableSql(change, dialect, () => "") + (change.tablespace === null ? "" : ` TABLESPACE ${quote(change.tablespace)}`);
    case "DropTable":
      return `DROP TABLE ${quote(change.table)} CASCADE`;
    case "RenameTable":
      return alterTable(change.table, `RENAME TO ${quote(change.to)}`, dialect);
    case "SetTablespace":
      return alterTable(change.table, `SET TABLESPACE ${quote(change.tablespace)}`, dialect);
    case "AddColumn":
      return alterTable(change.table, `ADD COLUMN ${quote(change.column.name)} ${columnSql(change.column, "add column", dialect)}${inlineForeignKey2(change, dialect)}`, dialect);
    case "DropColumn":
      return alterTable(change.table, `DROP COLUMN ${quote(change.column)}${change.cascade ? " CASCADE" : ""}`, dialect);
    case "RenameColumn":
      return alterTable(change.table, `RENAME COLUMN ${quote(change.column)} TO ${quote(change.to)}`, dialect);
    case "AlterColumn":
      return alterTable(change.table, change.actions.map((action) => actionSql2(action, dialect)).join(", "), dialect);
    case "AddConstraint":
      return alterTable(change.table, `ADD ${constraintSql(change.constraint, dialect)}`, dialect);
    case "DropConstraint": {
      const drop = alterTable(change.table, `DROP CONSTRAINT ${quote(change.name)}`, dialect);
      return change.immediate ? `SET CONSTRAINTS ${quote(change.name)} IMMEDIATE; ${drop}` : drop;
    }
    case "ValidateConstraint":
      return alterTable(change.table, `VALIDATE CONSTRAINT ${quote(change.name)}`, dialect);
    case "RenameConstraint":
      return alterTable(change.table, `RENAME CONSTRAINT ${quote(change.name)} TO ${quote(change.to)}`, dialect);
    case "CreateIndex":
      return createIndexSql(change.table, change.index, change.concurrently, dialect);
    case "DropIndex":
      return `DROP INDEX ${change.concurrently ? "CONCURRENTLY " : ""}${change.ifExists ? "IF EXISTS " : ""}${quote(change.name)}`;
    case "RenameIndex":
      return `ALTER INDEX ${quote(change.name)} RENAME TO ${quote(change.to)}`;
    case "CommentOnTable":
      return `COMMENT ON TABLE ${quote(change.table)} IS ${postgresqlString(change.comment ?? "")}`;
    case "CommentOnColumn":
      return `COMMENT ON COLUMN ${quote(change.table)}.${quote(change.column)} IS ${postgresqlString(change.comment ?? "")}`;
    case "FillNulls":
      return `UPDATE ${quote(change.table)} SET ${quote(change.column)} = ${change.value} WHERE ${quote(change.column)} IS NULL; SET CONSTRAINTS ALL IMMEDIATE`;
    case "CopyRows":
      return copyRowsSql(change, dialect);
    case "DropSequence":
      return `DROP SEQUENCE IF EXISTS ${quote(change.sequence)} CASCADE`;
    case "AlterSequence":
      return `ALTER SEQUENCE IF EXISTS ${quote(change.sequence)} AS ${change.type ?? ""}`;
    case "CreateExtension":
      return `CREATE EXTENSION IF NOT EXISTS ${quote(change.extension)}`;
    case "DropExtension":
      return `DROP EXTENSION IF EXISTS ${quote(change.extension)}`;
    case "CreateCollation":
      return `CREATE COLLATION ${quote(change.collation)} (${collationArguments(change, dialect)})`;
    case "DropCollation":
      return `DROP COLLATION ${quote(change.collation)}`;
    default:
      return noWords(change);
  }
}
function collationArguments(change, dialect) {
  const args = [`locale=${dialect.quoteName(change.locale)}`];
  if (change.provider !== "libc") args.push(`provider=${dialect.quoteName(change.provider)}`);
  if (!change.deterministic) args.push("deterministic=false");
  return args.join(", ");
}
function inlineForeignKey2(change, dialect) {
  const references = change.column.references;
  if (!references) return "";
  const name = dialect.quoteName(references.name ?? "");
  const dot = change.table.indexOf('"."');
  const namespace = dot > 0 ? `${change.table.slice(0, dot + 1)}.` : "";
  const onDelete = references.onDelete ? ` ON DELETE ${references.onDelete}` : "";
  return ` CONSTRAINT ${name} REFERENCES ${dialect.quoteName(references.table)}(${dialect.quoteName(references.column)})${onDelete}${deferrableSql("deferred")}; SET CONSTRAINTS ${namespace}${name} IMMEDIATE`;
}
function actionSql2(action, dialect) {
  const column = dialect.quoteName(action.column);
  switch (action.kind) {
    case "SetType":
      return `ALTER COLUMN ${column} TYPE ${knownType(action.type)}${action.collation === null ? "" : ` ${collateClause(action.collation, dialect)}`}${action.using === null ? "" : ` USING ${action.using}`}`;
    case "SetNotNull":
      return action.notValid ? `ADD NOT NULL ${column} NOT VALID` : `ALTER COLUMN ${column} SET NOT NULL`;
    case "DropNotNull":
      return `ALTER COLUMN ${column} DROP NOT NULL`;
    case "SetDefault":
      return `ALTER COLUMN ${column} SET DEFAULT ${action.sql}`;
    case "DropDefault":
      return `ALTER COLUMN ${column} DROP DEFAULT`;
    case "AddIdentity":
      return `ALTER COLUMN ${column} ADD GENERATED BY DEFAULT AS IDENTITY`;
    case "DropIdentity":
      return `ALTER COLUMN ${column} DROP IDENTITY IF EXISTS`;
    case "Modify":
      return `ALTER COLUMN ${column} TYPE ${knownType(action.definition.type)}`;
  }
}
function createIndexSql(table, index, concurrently, dialect) {
  const using = index.method === null ? "" : ` USING ${index.method}`;
  const include = index.include.length === 0 ? "" : ` INCLUDE (${columnList(index.include, dialect)})`;
  const extra = index.unique ? nullsSql(index.nullsDistinct) : `${index.with === null ? "" : ` ${index.with}`}${index.tablespace === null ? "" : ` TABLESPACE ${dialect.quoteName(index.tablespace)}`}`;
  const condition = index.condition === null ? "" : ` WHERE ${index.condition}`;
  return `${indexHead(table, index, dialect, concurrently ? "CONCURRENTLY " : "")}${using} (${index.parts.join(", ")})${include}${extra}${condition}`;
}
var dropColumnCascades = (django) => !atLeast(django, "6.0");

// src/sql/render/sqlite.ts
function sqliteStatement(change, dialect) {
  const quote = dialect.quoteName;
  const references = (column) => column.references ? ` REFERENCES ${quote(column.references.table)} (${quote(column.references.column)})${column.references.onDelete ? ` ON DELETE ${column.references.onDelete}` : ""} DEFERRABLE INITIALLY DEFERRED` : "";
  switch (change.kind) {
    case "CreateTable":
      return createTableSql(change, dialect, references);
    case "DropTable":
      return `DROP TABLE ${quote(change.table)}`;
    case "RenameTable":
      return alterTable(change.table, `RENAME TO ${quote(change.to)}`, dialect);
    case "AddColumn":
      return alterTable(change.table, `ADD COLUMN ${quote(change.column.name)} ${columnSql(change.column, "add column", dialect)}${references(change.column)}`, dialect);
    case "DropColumn":
      return alterTable(change.table, `DROP COLUMN ${quote(change.column)}`, dialect);
    case "RenameColumn":
      return alterTable(change.table, `RENAME COLUMN ${quote(change.column)} TO ${quote(change.to)}`, dialect);
    case "AddConstraint":
      if (change.constraint.kind !== "unique") return noWords(change);
      return `CREATE UNIQUE INDEX ${quote(change.constraint.name ?? "")} ON ${quote(change.table)} (${columnList(change.constraint.columns, dialect)})`;
    case "DropConstraint":
      return `DROP INDEX ${quote(change.name)}`;
    case "CreateIndex":
      return `${indexHead(change.table, change.index, dialect)} (${change.index.parts.join(", ")})${change.index.condition === null ? "" : ` WHERE ${change.index.condition}`}`;
    case "DropIndex":
      return `DROP INDEX ${quote(change.name)}`;
    case "CopyRows":
      return copyRowsSql(change, dialect);
    default:
      return noWords(change);
  }
}

// src/sql/render/render.ts
function render(change, dialect) {
  const unknownType = unknownTypeIn(change);
  if (unknownType !== null) return { change, sql: null, unknown: unknownType };
  const sql = statementOf(change, dialect);
  return typeof sql === "string" ? { change, sql, unknown: null } : { change, sql: null, unknown: sql.unknown };
}
function statementOf(change, dialect) {
  switch (dialect.vendor) {
    case "postgresql":
      return postgresqlStatement(change, dialect);
    case "mysql":
    case "mariadb":
      return mysqlStatement(change, dialect);
    case "sqlite":
      return sqliteStatement(change, dialect);
  }
}
function unknownTypeIn(change) {
  if (change.kind === "CreateTable") {
    for (const column of change.columns) if (typeof column.type !== "string") return column.type.unknown;
  }
  if (change.kind === "AddColumn" && typeof change.column.type !== "string") return change.column.type.unknown;
  if (change.kind === "AlterColumn") {
    for (const action of change.actions) {
      if (action.kind === "SetType" && typeof action.type !== "string") return action.type.unknown;
      if (action.kind === "Modify" && typeof action.definition.type !== "string") return action.definition.type.unknown;
    }
  }
  return null;
}

export {
  releaseTables,
  releaseTable,
  mergedTable,
  dialectOf,
  isMySql,
  djangoAtLeast,
  mysqlString,
  deferrableSql,
  postgresqlString,
  dropColumnCascades,
  render
};
