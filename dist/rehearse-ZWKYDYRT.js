import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  columnAgain,
  constraintAgain,
  indexAgain
} from "./chunk-LEL5PUDJ.js";
import {
  extensionsIn
} from "./chunk-L7FDV7Q2.js";
import {
  isMySql,
  releaseTables,
  render
} from "./chunk-LL747WWO.js";
import {
  changesOf,
  strongestLocks
} from "./chunk-7XH62CJ2.js";
import "./chunk-LHOMP52Y.js";
import "./chunk-PFM5Z35S.js";

// src/rehearsal/rehearse.ts
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";
import { brotliDecompress } from "node:zlib";

// src/rehearsal/phrases.ts
function phrasesOf({ vendor, quoteName: quote }) {
  if (isMySql(vendor)) return { quote, emptyRow: "() VALUES ()", restart: (table, _, next) => `ALTER TABLE ${quote(table)} AUTO_INCREMENT = ${next}`, randomText: "LEFT(SHA2(RAND(), 256), 20)", randomUuid: "UUID()" };
  return { quote, emptyRow: "DEFAULT VALUES", restart: (table, column, next) => `ALTER TABLE ${quote(table)} ALTER COLUMN ${quote(column)} RESTART WITH ${next}`, randomText: "md5(random()::text)::varchar(20)", randomUuid: "gen_random_uuid()" };
}

// src/rehearsal/values.ts
function parts(type) {
  const match = /^([a-z_ ]+?)(?:\((\d+)(?:,\s*(-?\d+))?\))?((?: with(?:out)? time zone)?)((?:\[\d*\])*)$/i.exec(type.trim().replace(/ auto_increment$/i, ""));
  if (!match) return { name: type.trim().toLowerCase(), length: null, scale: 0, array: type.includes("[") };
  return { name: `${match[1]}${match[4] ?? ""}`.trim().toLowerCase(), length: match[2] === void 0 ? null : Number(match[2]), scale: Number(match[3] ?? 0), array: (match[5] ?? "") !== "" };
}
var quoted = (text2) => `'${text2.replaceAll("'", "''")}'`;
function sample(type, n) {
  if (type === null) return quoted(`x${n}`);
  const { name, length, scale, array } = parts(type);
  if (array) return "'{}'";
  switch (name) {
    case "smallint":
    case "integer":
    case "bigint":
    case "smallint unsigned":
    case "integer unsigned":
    case "bigint unsigned":
    case "serial":
    case "bigserial":
    case "double precision":
    case "real":
      return String(n);
    case "numeric":
    case "decimal":
      return length === null || length - scale >= 3 ? String(n) : scale > 0 ? (n / 10 ** scale).toFixed(scale) : String(n % 10);
    case "boolean":
    case "bool":
      return n % 2 === 0 ? "true" : "false";
    case "uuid":
      return quoted(`00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`);
    case "date":
      return quoted(new Date(Date.UTC(2e3, 0, 1 + n)).toISOString().slice(0, 10));
    case "timestamp":
    case "datetime":
    case "timestamp with time zone":
    case "timestamp without time zone":
    case "timestamptz":
      return quoted(new Date(Date.UTC(2e3, 0, 1 + n)).toISOString().replace("T", " ").replace(/\.\d+Z$/, name.includes("with time") || name === "timestamptz" ? "+00" : ""));
    case "time":
    case "time without time zone":
      return quoted(`${pad(n % 24)}:${pad(Math.floor(n / 24) % 60)}:00`);
    case "interval":
      return quoted(`${n} seconds`);
    case "json":
    case "jsonb":
      return quoted(`{"n": ${n}}`);
    case "bytea":
      return quoted(`\\x${n.toString(16).padStart(8, "0")}`);
    case "inet":
    case "cidr":
      return quoted(`10.${n >> 16 & 255}.${n >> 8 & 255}.${n & 255}`);
    case "hstore":
      return quoted(`"n"=>"${n}"`);
    case "tsvector":
      return quoted(`n${n}`);
    case "int4range":
    case "int8range":
    case "numrange":
      return quoted(`[${n * 10},${n * 10 + 5})`);
    case "daterange":
      return quoted(`[${1e3 + n}-01-01,${1e3 + n}-01-05)`);
    case "tstzrange":
      return quoted(`[${1e3 + n}-01-01 00:00+00,${1e3 + n}-01-05 00:00+00)`);
    default:
      return quoted(text(n, length));
  }
}
function text(n, length) {
  if (length === null || length >= 8) return `row-${n}`;
  return length >= 3 ? n.toString(36).padStart(length, "0").slice(-length) : String.fromCharCode(97 + n % 26).repeat(Math.max(1, length));
}
function pad(n) {
  return String(n).padStart(2, "0");
}
var integers = {
  smallint: ["-32768", "32767"],
  integer: ["-2147483648", "2147483647"],
  bigint: ["-9223372036854775808", "9223372036854775807"],
  "smallint unsigned": ["0", "65535"],
  "integer unsigned": ["0", "4294967295"],
  "bigint unsigned": ["0", "9223372036854775807"]
};
function boundary(type, end, positive) {
  if (type === null) return null;
  const { name, length, scale, array } = parts(type);
  if (array) return null;
  const range = integers[name];
  if (range) return end === "high" ? range[1] : positive ? "0" : range[0];
  switch (name) {
    case "varchar":
    case "char":
    case "character varying":
    case "character":
      return end === "low" ? "''" : length === null ? null : quoted("\xE9".repeat(length));
    case "text":
    case "citext":
    case "longtext":
      return end === "low" ? "''" : quoted("long ".repeat(100));
    case "numeric":
    case "decimal":
      return length === null ? null : `${end === "low" ? "-" : ""}${"9".repeat(length - scale) || "0"}${scale > 0 ? `.${"9".repeat(scale)}` : ""}`;
    case "date":
      return end === "low" ? "'0001-01-01'" : "'9999-12-31'";
    case "timestamp with time zone":
      return end === "low" ? "'0001-01-02 00:00:00+00'" : "'9999-12-30 23:59:59.999999+00'";
    case "json":
    case "jsonb":
      return end === "low" ? "'null'" : "'[]'";
    default:
      return null;
  }
}
function longest(type, n) {
  const { name, length } = parts(type ?? "");
  return length !== null && length >= 8 && /^(varchar|character varying|char|character)$/.test(name) ? quoted(String(n).padStart(length, "x")) : null;
}
function comparable(type) {
  return type !== null && !/^(json|xml|point|polygon|geometry|geography|raster|hstore)\b/i.test(type);
}

// src/rehearsal/probes.ts
function probesOf(table, context) {
  const { quote } = context.phrases;
  const columns = [...table.columns.values()];
  const key = columns.find((column) => column.primaryKey);
  const written = columns.filter((column) => !column.omittedOnInsert);
  const changed = written.filter((column) => !column.primaryKey);
  const probe = (statement, sql, stays = false) => ({ id: `${context.releaseName} ${table.table} ${statement}`, statement, table: table.table, sql, stays });
  const row = (choose, n) => insert(context.phrases, table.table, written.map((column) => [column, choose(column, n)]));
  const name = quote(table.table);
  const found = [probe("SELECT", [`SELECT ${columns.map((column) => quote(column.column)).join(", ")} FROM ${name} LIMIT 21`])];
  const asked = columns.filter((column) => comparable(column.type));
  if (asked.length > 0) found.push(probe("SELECT \u2026 WHERE", [`SELECT 1 FROM ${name} WHERE ${asked.map((column) => `${quote(column.column)} = ${ordinary(context)(column, 1)}`).join(" AND ")} LIMIT 1`]));
  const shapes = /* @__PURE__ */ new Set();
  for (const [statement, choose] of choices(context)) {
    const shape = row(choose, 7);
    if (shapes.has(shape)) continue;
    shapes.add(shape);
    const n = context.next(table.table);
    const usual = row(choose, n);
    found.push(probe(`INSERT ${statement}`.trim(), [...new Set(statement === "" ? [usual, row(ordinary(context, true), n), row(orNull(ordinary(context)), n)] : [usual])], true));
  }
  if (key !== void 0 && changed.length > 0) {
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
function deletesOf(table, context) {
  const { quote } = context.phrases;
  const key = [...table.columns.values()].find((column) => column.primaryKey);
  if (!key) return [];
  const where = `${quote(key.column)} = ${value(key, 3, context)}`;
  const before = collected(table, `SELECT ${quote(key.column)} FROM ${quote(table.table)} WHERE ${where}`, context, 0);
  const sql = [...before, `DELETE FROM ${quote(table.table)} WHERE ${where}`].join(";\n");
  return [{ id: `${context.releaseName} ${table.table} DELETE`, statement: "DELETE", table: table.table, sql: [sql], stays: false }];
}
function collected(table, pks, context, depth) {
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
function choices(context) {
  const usual = ordinary(context);
  const end = (which) => (column, n) => {
    if (isFree(column)) return boundary(column.type, which, column.internalType.startsWith("Positive")) ?? usual(column, n);
    return (which === "high" && column.references === null && column.internalType !== "UUIDField" ? longest(column.type, n) : null) ?? usual(column, n);
  };
  return [
    ["", usual],
    ["with NULLs", orNull(usual)],
    ["with the least values", end("low")],
    ["with the greatest values", end("high")],
    ["with a duplicate", (column, n) => column.unique || column.primaryKey ? usual(column, n) : usual(column, 1)]
  ];
}
function isFree(column) {
  return !column.unique && !column.primaryKey && column.references === null;
}
function ordinary(context, explicit = false) {
  return (column, n) => column.dbDefault && !explicit && n > 3 ? "DEFAULT" : value(column, n, context);
}
function orNull(usual) {
  return (column, n) => column.null ? "NULL" : usual(column, n);
}
function value(column, n, { schema, allowed }) {
  const words = column.unique ? [] : allowed(column.column);
  if (words.length > 0) return words[n % words.length];
  const target = column.references && schema.tables.get(column.references.table)?.columns.get(column.references.column);
  return sample(target?.type ?? column.type, n);
}
function insert({ quote, emptyRow }, table, row) {
  if (row.length === 0) return `INSERT INTO ${quote(table)} ${emptyRow}`;
  return `INSERT INTO ${quote(table)} (${row.map(([column]) => quote(column.column)).join(", ")}) VALUES (${row.map(([, text2]) => text2).join(", ")})`;
}

// src/rehearsal/schema-sql.ts
function schemaAttempts(schema, dialect) {
  const tables = [...schema.tables.values()];
  const constraints = tables.flatMap((table) => [...table.constraints.values()].map((constraint) => ({ table, constraint })));
  const known = ({ constraint }) => constraint.kind !== "foreign key" || schema.tables.has(constraint.toTable);
  const own = constraints.filter(({ table, constraint }) => constraint.kind !== "foreign key" && !isInline(table, constraint, dialect));
  const foreign = constraints.filter(({ constraint }) => constraint.kind === "foreign key").filter(known);
  return [
    ...tables.map((table) => ({ what: `table ${table.name}`, sql: [createTable(table, dialect, false), createTable(table, dialect, true)] })),
    ...own.map(({ table, constraint }) => ({ what: `constraint ${constraint.name}`, sql: [addConstraint(table, constraint, dialect)] })),
    ...tables.flatMap((table) => [...table.indexes.values()].map((index) => ({ what: `index ${index.name}`, sql: [createIndex(table, index, dialect)] }))),
    ...foreign.map(({ table, constraint }) => ({ what: `constraint ${constraint.name}`, sql: [addConstraint(table, constraint, dialect)] }))
  ];
}
function isInline(table, constraint, { vendor }) {
  return isMySql(vendor) && constraint.kind === "primary key" && constraint.columns.some((column) => table.columns.get(column)?.identity === true);
}
var builtin = /^(smallint|integer|bigint|serial|bigserial|varchar|char|character|text|numeric|decimal|double precision|real|boolean|uuid|date|time|timestamp|interval|jsonb?|bytea|inet|cidr|tsvector|(int4|int8|num|date|ts|tstz)range)\b/i;
function createTable(table, dialect, plain) {
  const columns = [...table.columns.values()].map((column) => ({
    ...columnAgain(column),
    type: column.type === null || plain && !builtin.test(column.type) ? "text" : column.type,
    primaryKey: [...table.constraints.values()].some((constraint) => constraint.columns.includes(column.name) && isInline(table, constraint, dialect))
  }));
  return sqlOf({ kind: "CreateTable", table: table.name, columns, constraints: [], comment: null, tablespace: null }, dialect);
}
function addConstraint(table, constraint, dialect) {
  return sqlOf({ kind: "AddConstraint", table: table.name, constraint: constraintAgain(constraint) }, dialect);
}
function createIndex(table, index, dialect) {
  return sqlOf({ kind: "CreateIndex", table: table.name, index: indexAgain(index, dialect.quoteName), concurrently: false }, dialect);
}
function sqlOf(change, dialect) {
  return render(change, dialect).sql ?? "";
}

// src/rehearsal/seeds.ts
var firstOwn = 10001;
function rowCounts(schema, more) {
  const depths = /* @__PURE__ */ new Map();
  const depthOf = (name, path) => {
    const known = depths.get(name);
    if (known !== void 0) return known;
    const parents = parentsOf(schema.tables.get(name)).filter((parent) => parent !== name && !path.includes(parent) && schema.tables.has(parent));
    const depth = Math.min(4, Math.max(0, ...parents.map((parent) => depthOf(parent, [...path, name]) + 1)));
    depths.set(name, depth);
    return depth;
  };
  const names = [...schema.tables.keys()];
  const deepest = Math.max(0, ...names.map((name) => depthOf(name, [])));
  return new Map(names.map((name) => [name, 3 + more * (deepest - depthOf(name, []))]));
}
function parentsOf(table) {
  return [...table?.constraints.values() ?? []].flatMap((constraint) => constraint.kind === "foreign key" ? [constraint.toTable] : []);
}
function seedsOf(schema, { quote, restart }, counts) {
  return [...schema.tables.values()].flatMap((table) => {
    const columns = [...table.columns.values()].filter((column) => column.generated === null);
    const own = columns.filter((column) => column.identity);
    const names = columns.map((column) => quote(column.name)).join(", ");
    const row = (n) => `(${columns.map((column) => seedValue(schema, table, column.name, n)).join(", ")})`;
    const rows = (count) => `INSERT INTO ${quote(table.name)} (${names}) VALUES ${Array.from({ length: count }, (_, at) => row(at + 1)).join(", ")}`;
    const restarts = own.map((column) => ({ what: `the sequence of ${table.name}`, sql: [restart(table.name, column.name, firstOwn)] }));
    return columns.length === 0 ? [] : [{ what: `rows of ${table.name}`, sql: [rows(counts.get(table.name) ?? 3), rows(3), rows(2), rows(1)] }, ...restarts];
  });
}
function seedValue(schema, table, column, n) {
  for (const constraint of table.constraints.values()) {
    if (constraint.kind !== "foreign key" || constraint.columns[0] !== column || constraint.columns.length !== 1) continue;
    const target = schema.tables.get(constraint.toTable)?.columns.get(constraint.toColumns[0] ?? "");
    if (target) return sample(target.type, n);
  }
  const words = allowedBy(table, column);
  return words.length > 0 ? words[n % words.length] : sample(table.columns.get(column)?.type ?? null, n);
}
function allowedBy(table, column) {
  const type = table?.columns.get(column)?.type ?? "";
  if (!table || !/^(varchar|text|char)/i.test(type)) return [];
  return [...table.constraints.values()].flatMap((constraint) => constraint.kind === "check" && constraint.columns.includes(column) ? (constraint.sql.match(/'(?:[^']|'')*'/g) ?? []).filter((text2) => text2 !== "''") : []);
}

// src/rehearsal/rules.ts
function asksForRules(migrations) {
  return rulesIn(migrations.flatMap((migration) => migration.operations)).length > 0;
}
function databaseOnlyRules(migrations) {
  return rulesIn(migrations.flatMap((migration) => migration.operations).filter(isDatabaseOnly));
}
function isDatabaseOnly({ operation }) {
  return (operation.kind === "RunSQL" || operation.kind === "SeparateDatabaseAndState") && operation.stateOperations.length === 0;
}
function rulesIn(records) {
  return records.flatMap((record) => [...record.statements, ...record.deferred].flatMap(changesOf).flatMap(nameOf));
}
function nameOf(change) {
  if (change.kind === "CreateIndex") return change.index.unique ? [change.index.name] : [];
  if (change.kind !== "AddConstraint" || change.constraint.name === null) return [];
  const { constraint } = change;
  if (constraint.kind === "check") return /^\(*"?\w+"? IS NOT NULL\)*$/i.test(constraint.sql.trim()) ? [] : [constraint.name];
  return constraint.kind === "unique" || constraint.kind === "exclusion" ? [constraint.name] : [];
}

// src/rehearsal/touched.ts
var most = 60;
function touchedTables(migrations) {
  const found = /* @__PURE__ */ new Set();
  for (const record of migrations.flatMap((migration) => migration.operations)) {
    for (const change of [...record.statements, ...record.deferred].flatMap(changesOf)) for (const name of namesIn(change)) found.add(name);
    for (const { table } of record.breaks) found.add(table);
  }
  return found;
}
function namedIn(migrations, schema) {
  const raw = migrations.flatMap((migration) => migration.operations).filter(({ operation }) => operation.kind === "RunSQL" || operation.kind === "SeparateDatabaseAndState");
  const words = new Set(raw.flatMap((record) => record.statements.flatMap(({ sql }) => sql?.match(/\w+/g) ?? [])));
  return [...schema.tables.keys()].filter((name) => words.has(name));
}
function renamedFrom(migrations) {
  const found = /* @__PURE__ */ new Map();
  for (const record of migrations.flatMap((migration) => migration.operations)) {
    for (const change of record.statements.flatMap(changesOf)) if (change.kind === "RenameTable") found.set(change.to, found.get(change.table) ?? change.table);
  }
  return found;
}
function namesIn(change) {
  if (change.kind === "RenameTable") return [change.table, change.to];
  return "table" in change && change.table !== null ? [change.table] : [];
}
function partOf(schema, touched) {
  const wanted = /* @__PURE__ */ new Set();
  const queue = [...touched];
  for (let name = queue.shift(); name !== void 0 && wanted.size < most; name = queue.shift()) {
    if (wanted.has(name) || !schema.tables.has(name)) continue;
    wanted.add(name);
    queue.push(...parentsOf(schema.tables.get(name)));
  }
  return { tables: new Map([...schema.tables].filter(([name]) => wanted.has(name))) };
}

// src/rehearsal/jobs.ts
var cleaned = "A later release of the plan asks all rows to keep a rule, and its gate asks for that first: duplicates and values at the ends of the types were written and taken back, so that they are not in its way";
function jobsOf(input) {
  const all = [...input.migrations, ...(input.plan ?? []).flatMap((release) => release.migrations)];
  const touched = touchedTables(all);
  const schemas = [input.running.schema, input.last.schema, ...(input.plan ?? []).map(({ after }) => after.schema)];
  const known = new Set([...touched].flatMap((name) => [name, ...schemas.flatMap((schema2) => parentsOf(schema2.tables.get(name)))]));
  const schema = partOf(input.running.schema, /* @__PURE__ */ new Set([...known, ...namedIn(all, input.running.schema)]));
  const grown = { tables: new Map([...schemas.flatMap(({ tables }) => [...tables].filter(([name]) => touched.has(name))), ...schema.tables]) };
  const passing = ({ statement, table }) => statement === "INSERT with a duplicate" && !schema.tables.has(table);
  const former = renamedFrom(all);
  const phrases = phrasesOf(input.dialect);
  const make = (sides, releases, names) => {
    const taken = /* @__PURE__ */ new Map();
    const counts = rowCounts(grown, 12 * (releases.length + 1));
    const next = (table) => {
      const first = former.get(table) ?? table;
      const n = (taken.get(first) ?? counts.get(first) ?? 3) + 1;
      taken.set(first, n);
      return n;
    };
    const clean = asksForRules(releases.slice(1).flat());
    const cell = (side, home, kept = []) => ({
      release: side.name,
      home,
      kept: [...keptBy(side), ...kept],
      probes: probes(side, touched, known, next, phrases).map((probe) => passing(probe) || clean && /duplicate|least|greatest/.test(probe.statement) ? { ...probe, stays: false } : probe)
    });
    const stages = [{ schema: "today", migrations: [], cells: [cell(sides[0], true)] }];
    for (const [at, migrations] of releases.entries()) {
      const after = sides[at + 1];
      stages.push({ schema: names[at], migrations: migrations.map((migration) => stageMigration(migration, after, touched, phrases)), cells: [cell(sides[at], false, at === 0 ? [] : databaseOnlyRules(migrations)), cell(after, true)] });
    }
    const setup = schemaAttempts(schema, input.dialect);
    const texts = [...setup.flatMap(({ sql }) => sql), ...stages.flatMap((stage) => stage.migrations.flatMap(({ statements }) => statements.map(({ sql }) => sql ?? "")))];
    return { notes: clean ? [cleaned] : [], extensions: extensionsIn(texts), setup, seeds: seedsOf(schema, phrases, counts), stages };
  };
  const running = sideOf("running release", input.running);
  const planned = input.plan?.map(({ after }, at) => sideOf(`release ${at + 1}`, after)) ?? [];
  return {
    asItStands: make([running, sideOf("this pull request", input.last)], [input.migrations], ["this pull request"]),
    plan: input.plan && input.plan.length > 0 ? make([running, ...planned], input.plan.map((release) => release.migrations), planned.map(({ name }) => name)) : null
  };
}
function sideOf(name, point) {
  return { name, point, release: releaseTables(point.bound) };
}
function keptBy({ point }) {
  return point.bound.keys.flatMap((key) => [...point.bound.get(key)?.state?.constraints.keys() ?? []]);
}
function probes({ name, point, release }, touched, known, next, phrases) {
  const tables = [...release.tables.values()].filter(({ table }) => touched.has(table) || known.has(table));
  return tables.flatMap((table) => {
    const context = { release, releaseName: name, tables, schema: point.schema, next, phrases, allowed: (column) => allowedBy(point.schema.tables.get(table.table), column) };
    return touched.has(table.table) ? probesOf(table, context) : deletesOf(table, context);
  });
}
function stageMigration(migration, after, touched, phrases) {
  const name = `${migration.app}.${migration.name}`;
  return { name, atomic: migration.atomic, statements: [...migration.operations.flatMap((record) => statementsOf(record, after, touched, phrases)), ...migration.deferred.map((statement) => statementOf(statement, after))] };
}
function statementsOf(record, after, touched, phrases) {
  const label = `${record.type}${record.target === null ? "" : ` ${record.target}`}`;
  if (record.type === "RunPython") {
    const standIn = backfills(after, touched, phrases);
    return [{ sql: null, label, left: standIn.length > 0 ? "Python code: in its place every NULL in a column that the models call NOT NULL was filled" : "Python code", standIn }];
  }
  if (record.statements.length === 0 && record.unknown !== null) return [{ sql: null, label, left: record.unknown, standIn: [] }];
  return record.statements.map((statement) => statementOf(statement, after, label));
}
function statementOf({ sql, unknown, change }, after, label = "") {
  if (sql === null) return { sql: null, label, left: unknown ?? "its SQL is not known", standIn: [] };
  const run = sql.replace(/'<[\w.]+>'/g, () => sample(typeWritten(change, after), 1));
  return run === sql ? { sql, label, left: null, standIn: [] } : { sql: null, label: sql, left: "a value that Python computes: another one of its type in its place", standIn: [run] };
}
function typeWritten(change, { point }) {
  if (change.kind === "AddColumn") return typeof change.column.type === "string" ? change.column.type : null;
  const column = change.kind === "AlterColumn" ? change.actions[0]?.column : "column" in change ? change.column : null;
  return column != null && "table" in change && change.table !== null && point.schema.tables.get(change.table)?.columns.get(column)?.type || null;
}
function backfills({ point: { schema }, release }, touched, { quote, randomText, randomUuid }) {
  return [...release.tables.values()].flatMap(
    (table) => [...table.columns.values()].flatMap((column) => {
      if (!touched.has(table.table) || column.null || column.generated || column.primaryKey || !schema.tables.get(table.table)?.columns.has(column.column)) return [];
      const value2 = column.unique && /^(varchar|char|text)/.test(column.type ?? "") ? randomText : column.type === "uuid" ? randomUuid : sample(column.type, 1);
      return [`UPDATE ${quote(table.table)} SET ${quote(column.column)} = ${value2} WHERE ${quote(column.column)} IS NULL`];
    })
  );
}

// src/rehearsal/agree.ts
function disagreements(migrations, before, after, steps) {
  return migrations.flatMap((migration) => {
    const name = `${migration.app}.${migration.name}`;
    const own = steps.filter((step) => step.migration === name);
    if (own.length === 0 || own.some(({ error, left }) => error !== null || left !== null) || !isKnown(migration)) return [];
    const seen = seenIn(own, migration, before, after);
    const said2 = saidOf(migration, before);
    return [...differing(name, "lock", seen.locks, said2.locks), ...differing(name, "rewrite of", seen.rewrites, said2.rewrites), ...differing(name, "scan of", seen.scans, new Set([...said2.scans].filter((table) => seen.scans.has(table))))];
  });
}
function isKnown({ operations }) {
  return operations.every(({ unknown, phase, statements }) => unknown === null && phase !== "unknown" && !statements.flatMap(changesOf).some(({ kind }) => kind === "RenameTable" || kind === "Unknown"));
}
function seenIn(steps, { atomic }, before, after) {
  const there = (table) => before.tables.has(table);
  const works = steps.flatMap((step) => step.works);
  const named = (pattern) => works.flatMap((work) => pattern.exec(work)?.[1] ?? []).filter(there);
  const rewrites = new Set(named(/^rewriting table "(.*?)"/));
  const keys = works.flatMap((work) => /^validating foreign key constraint "(.*)"/.exec(work)?.[1] ?? []);
  const scans = [...named(/^(?:verifying table|building index ".*" on table) "(.*?)"/), ...keys.flatMap((key) => endsOf(key, after, there)).filter(there)].filter((table) => !rewrites.has(table));
  const locks = atomic ? steps.reduce((all, step) => strongestLocks(all, spelled(step.locks)), {}) : {};
  return { locks: listed(locks, there), rewrites, scans: new Set(scans) };
}
function endsOf(name, { tables }, there) {
  return [...tables.values()].flatMap((table) => {
    const constraint = table.constraints.get(name);
    return constraint?.kind === "foreign key" && there(table.name) ? [table.name, constraint.toTable] : [];
  });
}
function saidOf({ operations, atomic }, before) {
  const there = (table) => before.tables.has(table);
  const impacts = operations.map(({ impact }) => impact);
  const rewrites = new Set(impacts.flatMap((impact) => impact.rewrites).filter(there));
  const locks = atomic ? impacts.reduce((all, impact) => strongestLocks(all, impact.locks), {}) : {};
  return { locks: listed(locks, there), rewrites, scans: new Set(impacts.flatMap((impact) => impact.scans).filter((table) => there(table) && !rewrites.has(table))) };
}
function listed(locks, there) {
  return new Set(Object.entries(locks).filter(([table, lock]) => there(table) && lock !== "ACCESS SHARE").map(([table, lock]) => `${lock} on ${table}`));
}
function spelled(locks) {
  return Object.fromEntries(Object.entries(locks).map(([table, mode]) => [table, mode.replace(/Lock$/, "").replace(/(?!^)([A-Z])/g, " $1").toUpperCase()]));
}
function differing(migration, what, seen, said2) {
  const more = [...seen].filter((one) => !said2.has(one));
  const less = [...said2].filter((one) => !seen.has(one));
  if (more.length + less.length === 0) return [];
  return [`${migration}: ${[...more.map((one) => `the server reports ${what} ${one}`), ...less.map((one) => `it does not report ${what} ${one}`)].join(", ")}`];
}

// src/rehearsal/matrix.ts
function matrixOf(input, ended) {
  const { plan, incomplete } = input;
  const planned = plan?.map((_, at) => `release ${at + 1}`) ?? [];
  const releases = ["running release", "this pull request", ...planned];
  const first = rowsOf(ended.asItStands.told, ["today", "this pull request"], releases);
  const second = ended.plan === null ? [] : rowsOf(ended.plan.told, planned, releases);
  const told = [...ended.asItStands.told, ...ended.plan?.told ?? []];
  const server = told.find((one) => one.kind === "server");
  const stopped = [...new Set([said(ended.asItStands, "The pull request"), ended.plan && said(ended.plan, "The plan")].filter((one) => one !== null))];
  const today = first[0]?.cells[0];
  const proven = ended.plan !== null && stopped.length === 0 && !incomplete && plan !== null && holds(today) && (today?.of ?? 0) > 0 && second.length === plan.length && second.every((row, at) => holdsRow(row, at === 0 ? 0 : at + 1, at + 2));
  return { server: server ? `PostgreSQL ${server.version.split(".")[0]}` : null, stopped: stopped.length > 0 ? stopped.join(" ") : null, releases, rows: [...first, ...second], proven, notes: [...notes(told), ...otherwise(input, [...first, ...second])] };
}
function said({ stopped }, what) {
  return stopped === null ? null : `${what}: ${stopped}`;
}
function rowsOf(told, schemas, releases) {
  return schemas.flatMap((schema) => {
    const cells = told.filter((one) => one.kind === "cell").filter((one) => one.schema === schema);
    const steps = told.filter((one) => one.kind === "step").filter((one) => one.schema === schema).map(({ step }) => step);
    if (cells.length === 0 && steps.length === 0) return [];
    return [{ schema, cells: releases.map((release) => cells.find((one) => one.release === release)?.cell ?? null), steps }];
  });
}
function holds(cell) {
  return cell !== null && cell !== void 0 && cell.held === cell.of;
}
function holdsRow({ cells, steps }, before, own) {
  return holds(cells[before]) && holds(cells[own]) && steps.every(ran);
}
function ran({ error, left }) {
  return error === null && (left === null || left.includes("in its place"));
}
function otherwise({ dialect, running, last, migrations, plan }, rows) {
  if (dialect.vendor !== "postgresql") return [];
  const stages = [{ schema: "this pull request", migrations, before: running, after: last }, ...(plan ?? []).map((release, at) => ({ schema: `release ${at + 1}`, ...release }))];
  return stages.flatMap((stage) => disagreements(stage.migrations, stage.before.schema, stage.after.schema, rows.find(({ schema }) => schema === stage.schema)?.steps ?? [])).map((line) => `Not as the lock tables have it: ${line}.`);
}
function notes(told) {
  const left = told.flatMap((one) => one.kind === "step" && one.step.left !== null ? [`${one.step.migration}: ${one.step.sql.split("\n")[0].slice(0, 120)}: ${one.step.left}.`] : []);
  return [.../* @__PURE__ */ new Set([...told.flatMap((one) => one.kind === "note" ? [`${one.note}.`] : []), ...left])].slice(0, 40);
}

// src/rehearsal/rehearse.ts
async function rehearse(input, options = {}) {
  if (input.dialect.vendor !== "postgresql") return nothing("The rehearsal is on PostgreSQL; this project is on another database.");
  const limit = options.limit ?? 3e4;
  const bounds = { limit, end: performance.now() + limit, most: process.memoryUsage.rss() + (options.memory ?? 2 ** 30) };
  try {
    const { asItStands, plan } = jobsOf(input);
    const folder = options.folder ?? new URL("./", import.meta.url);
    const assets = await assetsIn(folder);
    const run = (job) => job === null ? null : inWorker(job, assets, folder, bounds);
    const [first, second] = await Promise.all([run(asItStands), run(plan)]);
    return matrixOf(input, { asItStands: first, plan: second });
  } catch (error) {
    return nothing(`The embedded PostgreSQL could not be started: ${error instanceof Error ? error.message : String(error)}`);
  }
}
function nothing(reason) {
  return { server: null, stopped: reason, releases: [], rows: [], proven: false, notes: [] };
}
async function assetsIn(folder) {
  const read = (name) => readFile(new URL(name, folder));
  const [wasm, files, cluster] = await Promise.all([read("pglite.wasm").then((bytes) => WebAssembly.compile(bytes)), read("pglite.data"), read("pgdata.tar.br").then(promisify(brotliDecompress))]);
  return { wasm, files, cluster };
}
function inWorker(job, assets, folder, { limit, end, most: most2 }) {
  return new Promise((resolve) => {
    const told = [];
    const worker = new Worker(new URL("rehearsal-worker.js", folder), { workerData: { job, ...assets, folder: folder.href }, env: {}, execArgv: [], stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: 512 } });
    const finish = (stopped) => {
      clearTimeout(timer);
      clearInterval(watch);
      resolve({ told, stopped });
      void worker.terminate();
    };
    const doing = () => told.findLast((one) => one.kind === "doing")?.what ?? "the start";
    const timer = setTimeout(() => finish(`The time limit of ${Math.round(limit / 1e3)} seconds was over, at ${doing()}; it was ended.`), Math.max(0, end - performance.now()));
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > most2) finish(`It took too much memory at ${doing()}; it was ended.`);
    }, 50);
    worker.stdout.resume();
    worker.stderr.resume();
    worker.on("message", (message) => {
      told.push(message);
      if (message.kind === "done") finish(null);
      if (message.kind === "failed") finish(`It ended at ${doing()}: ${message.reason}.`);
    });
    worker.on("error", (error) => finish(`It ended at ${doing()}: ${error instanceof Error ? error.message : String(error)}.`));
    worker.on("exit", () => finish(`It ended at ${doing()}.`));
  });
}
export {
  nothing,
  rehearse
};
