import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  columnAgain,
  constraintAgain,
  indexAgain
} from "./chunk-LEL5PUDJ.js";
import {
  Unwritable,
  alterTable,
  isSql,
  keptByCode,
  markersIn,
  modelOfTable,
  notNullMigrations,
  numbering,
  operation,
  overlaid,
  pendingUsages,
  readModels,
  recipes,
  replayFiles,
  reviewProject,
  reviewTools,
  runSql,
  slug,
  sqlOf,
  verdictOf,
  withOnlineDdl,
  wordsOf,
  writeMigration
} from "./chunk-5UFHMNNG.js";
import {
  changedFiles
} from "./chunk-KBKYDKL6.js";
import "./chunk-D37OOHO4.js";
import "./chunk-YDTEZH2C.js";
import "./chunk-VE6HXMP7.js";
import {
  RequestError,
  noProject
} from "./chunk-HV6C4NMH.js";
import {
  breakages,
  graphFindings,
  leafNodes,
  loadPython,
  openProjects,
  records,
  startOf,
  tableSizes,
  walk,
  walkContextOf
} from "./chunk-HQ4YFFRU.js";
import {
  attributeOf,
  isModelsPath
} from "./chunk-QCWVO36Q.js";
import {
  olderThan,
  sinceOf
} from "./chunk-M2XUEG37.js";
import "./chunk-3CP7ENH2.js";
import {
  failing
} from "./chunk-CSBCGSFX.js";
import {
  keyOf
} from "./chunk-WENUEFS7.js";
import {
  version
} from "./chunk-ELF6ECMR.js";
import {
  isMySql,
  releaseTables,
  render
} from "./chunk-LL747WWO.js";
import {
  changesOf
} from "./chunk-7XH62CJ2.js";
import "./chunk-LHOMP52Y.js";
import "./chunk-QFB3CFP6.js";
import {
  codeSpan
} from "./chunk-LLNCCPBL.js";
import "./chunk-PFM5Z35S.js";

// src/django/deprecated-classes.ts
var deprecatedClasses = [
  { path: /^django\.db\.models\.(?:fields\.)?IPAddressField$/, hint: "Use `GenericIPAddressField` instead." },
  { path: /^django\.db\.models\.(?:fields\.)?CommaSeparatedIntegerField$/, hint: "Use `CharField(validators=[validate_comma_separated_integer_list])` instead." },
  { path: /^django\.db\.models\.(?:fields\.)?NullBooleanField$/, hint: "Use `BooleanField(null=True, blank=True)` instead." },
  { path: /^django\.contrib\.postgres\.fields\.(?:jsonb\.)?JSONField$/, hint: "Use `django.db.models.JSONField` instead." },
  { path: /^django\.contrib\.postgres\.fields\.(?:citext\.)?CI(?:Char|Email|Text)Field$/, hint: "Use the field without `CI` and with a `db_collation` that is case-insensitive and not deterministic instead." }
];

// src/history/deprecated.ts
async function deprecatedColumns(project, bound) {
  const columns = /* @__PURE__ */ new Map();
  for (const { classes } of (await readModels(project, project.labels)).values()) {
    for (const [key, { deprecated }] of classes) {
      const model = bound.get(key);
      const found = model === null ? [] : [...deprecated].flatMap((field) => model.field(field)?.column ?? []);
      if (model !== null && found.length > 0) columns.set(model.table, new Set(found));
    }
  }
  return columns;
}
function pendingFields(project, bound, deprecated) {
  const models = bound.keys.flatMap((key) => bound.get(key) ?? []).filter((model) => project.labels.has(model.app) && !model.proxy && !model.swapped && model.managed);
  return models.flatMap((model) => model.localFields.flatMap((field) => pendingField(project, model, field, deprecated)));
}
function pendingField(project, model, field, deprecated) {
  const at = { table: model.table, name: field.column, leftBy: lastChange(project, model, field), sql: null };
  const name = codeSpan(`${model.name}.${field.name}`);
  if (field.column !== null && deprecated.get(model.table)?.has(field.column)) return [{ ...at, what: "field", explanation: `${name} is marked with \`deprecate_field\`: the code does not use its column any more.` }];
  const told = field.field === null ? null : deprecatedClass(project.python, field.field.path);
  return told === null ? [] : [{ ...at, what: "field class", explanation: `${name} is a ${codeSpan(field.field.path.split(".").at(-1))}, which is deprecated. ${told}` }];
}
function deprecatedClass(python, path) {
  const known = deprecatedClasses.find((one) => one.path.test(path));
  if (known) return known.hint;
  const found = python.find(path);
  if (found?.kind !== "class") return null;
  const details = attributeOf(found.definition, "system_check_removed_details") ?? attributeOf(found.definition, "system_check_deprecated_details");
  const value = details === null ? null : python.evaluate(details, found.module);
  if (value === null || typeof value !== "object" || value.kind !== "dict") return null;
  return [textAt(value, "msg"), textAt(value, "hint")].filter((text) => text !== null).join(" ") || "Its class says so.";
}
function textAt(value, key) {
  const found = value.entries.find(([name]) => name === key)?.[1];
  return typeof found === "string" ? found : null;
}
function lastChange(project, model, field) {
  const same = (name) => name.toLowerCase() === model.name.toLowerCase();
  const changes = (operation2) => {
    switch (operation2.kind) {
      case "AddField":
      case "AlterField":
        return same(operation2.model) && operation2.field.name === field.name;
      case "RenameField":
        return same(operation2.model) && operation2.to === field.name;
      case "CreateModel":
        return same(operation2.name);
      case "SeparateDatabaseAndState":
      case "RunSQL":
        return operation2.stateOperations.some(changes);
      default:
        return false;
    }
  };
  const found = project.order.findLast((migration) => migration.app === model.app && migration.operations.some(changes));
  return found ? `${found.app}.${found.name}` : null;
}

// src/history/pending.ts
function pendingIn(schema, release, tables, dialect) {
  const found = [];
  for (const name of [...new Set(tables)].sort()) {
    const table = schema.tables.get(name);
    if (!table) continue;
    const model = release.tables.get(name);
    if (!model) found.push(pendingTable(table, dialect));
    else found.push(...[...table.columns.values()].flatMap((column) => pendingColumn(table, column, model, dialect)), ...pendingConstraints(table, dialect));
  }
  return found;
}
function sqlOf2(change, dialect) {
  return render(change, dialect).sql;
}
function pendingTable(table, dialect) {
  return {
    what: "table",
    table: table.name,
    name: null,
    explanation: `No model uses the table ${codeSpan(table.name)} any more.`,
    sql: sqlOf2({ kind: "DropTable", table: table.name, cascade: false }, dialect)
  };
}
function pendingColumn(table, column, model, dialect) {
  const field = model.columns.get(column.name);
  const at = { table: table.name, name: column.name };
  if (!field) {
    const sql = sqlOf2({ kind: "DropColumn", table: table.name, column: column.name, cascade: false }, dialect);
    return [{ what: "column", ...at, explanation: `No field uses the column ${codeSpan(column.name)} of ${codeSpan(table.name)} any more.`, sql }];
  }
  const found = [];
  if (column.default !== null && !field.dbDefault && !column.identity) {
    const sql = sqlOf2({ kind: "AlterColumn", table: table.name, actions: [{ kind: "DropDefault", column: column.name, temporary: false }] }, dialect);
    found.push({ what: "default", ...at, explanation: `The database still has a default for ${codeSpan(`${table.name}.${column.name}`)} that ${codeSpan(`${model.model}.${field.field}`)} does not declare.`, sql: dialect.vendor === "sqlite" ? null : sql });
  }
  if (column.null && !field.null && !field.primaryKey && column.generated === null) {
    const sql = dialect.vendor === "postgresql" ? sqlOf2({ kind: "AlterColumn", table: table.name, actions: [{ kind: "SetNotNull", column: column.name }] }, dialect) : null;
    found.push({ what: "nullability", ...at, explanation: `${codeSpan(`${table.name}.${column.name}`)} still takes NULL, which ${codeSpan(`${model.model}.${field.field}`)} does not.`, sql });
  }
  return found;
}
function pendingConstraints(table, dialect) {
  return [...table.constraints.values()].flatMap((constraint) => {
    if (constraint.kind !== "check" && constraint.kind !== "foreign key" || constraint.valid) return [];
    return [{ what: "constraint", table: table.name, name: constraint.name, explanation: `The constraint ${codeSpan(constraint.name)} of ${codeSpan(table.name)} is NOT VALID: rows from before it were never checked.`, sql: sqlOf2({ kind: "ValidateConstraint", table: table.name, name: constraint.name }, dialect) }];
  });
}

// src/history/pending-history.ts
var PendingHistory = class {
  #dialect;
  /** By what it is; the value is the migration that left it. */
  #leftBy = /* @__PURE__ */ new Map();
  #last = null;
  constructor(dialect) {
    this.#dialect = dialect;
  }
  *watch(steps) {
    let tables = /* @__PURE__ */ new Set();
    for (const step of steps) {
      if (step.kind === "operation") for (const table of touched(step)) tables.add(table);
      else {
        if (tables.size > 0) this.#look(step, tables);
        tables = /* @__PURE__ */ new Set();
        this.#last = step.after;
      }
      yield step;
    }
  }
  /** What is pending at the end of the steps watched, and a migration left: tables of packages were never the project's to contract. */
  pending() {
    if (!this.#last) return [];
    const { schema, bound } = this.#last;
    return pendingIn(schema, releaseTables(bound), schema.tables.keys(), this.#dialect).flatMap((one) => {
      const leftBy = this.#leftBy.get(keyOf2(one));
      return leftBy === void 0 ? [] : [{ ...one, leftBy }];
    });
  }
  /** The end of the steps watched; null where there were none. */
  last() {
    return this.#last;
  }
  #look({ migration, after }, tables) {
    const name = `${migration.app}.${migration.name}`;
    for (const one of pendingIn(after.schema, releaseTables(after.bound), tables, this.#dialect)) {
      const key = keyOf2(one);
      if (!this.#leftBy.has(key)) this.#leftBy.set(key, name);
    }
  }
};
function keyOf2({ what, table, name }) {
  return JSON.stringify([what, table, name]);
}
function touched(step) {
  const tables = [...step.statements, ...step.deferred].flatMap(changesOf).flatMap((change) => "table" in change && change.table !== null ? [change.table] : []);
  if (step.before.state === step.after.state) return tables;
  for (const [key, model] of step.before.state.models) {
    if (step.after.state.models.get(key) !== model) tables.push(...tablesOf(step.before, key));
  }
  return tables;
}
function tablesOf(point, key) {
  const model = point.bound.get(key);
  if (!model) return [];
  return [model.table, ...model.localManyToMany.flatMap((field) => field.remote?.throughAuto && field.remote.through ? [field.remote.through.table] : [])];
}

// src/history/released.ts
async function releasedIn(pending, project, releases) {
  if (releases === null || releases.tags.length === 0) return /* @__PURE__ */ new Map();
  const paths = new Map(project.order.flatMap(({ app, name, path }) => path === null ? [] : [[`${app}.${name}`, path]]));
  const pathOf = ({ leftBy }) => leftBy === null ? void 0 : paths.get(leftBy);
  const having = await releases.having([...new Set(pending.flatMap((one) => pathOf(one) ?? []))]);
  return new Map(
    pending.flatMap((one) => {
      const path = pathOf(one);
      const tags = path === void 0 ? void 0 : having.get(path);
      return tags === void 0 ? [] : [[one, { in: tags.length, orMore: releases.more && tags.length === releases.tags.length, first: tags.at(-1)?.name ?? null }]];
    })
  );
}

// src/plan/contract/migrations.ts
function contracting(pending, ground) {
  const { last, dialect } = ground;
  const table = last.schema.tables.get(pending.table);
  if (!table) return "its table is not known";
  const model = modelOfTable(pending.table, last.bound);
  const name = pending.name ?? "";
  switch (pending.what) {
    case "table":
      return dropTable(table, ground);
    case "column":
      return dropColumn(table, name, dialect);
    case "default":
      return dropDefault(table, name, dialect);
    case "nullability":
      return notNull(fieldOfColumn(model, name), ground);
    case "constraint":
      return validate(table, name, model, dialect);
    case "field class":
      return "what takes its place is for you to choose";
    case "field":
      return removeField(fieldOfColumn(model, name));
  }
}
function fieldOfColumn(model, column) {
  return model?.localFields.find((field) => field.column === column) ?? null;
}
function dropTable(table, { dialect, last }) {
  const back = tableAgain(table, dialect);
  const drop = sqlOf3({ kind: "DropTable", table: table.name, cascade: false }, dialect);
  if (drop === null || back === null) return "the type of one of its columns is not known, so there would be no way back";
  const others = [...last.schema.tables.values()].filter((other) => other !== table);
  const refers = (key) => key.toTable === table.name;
  const keys = isMySql(dialect.vendor) ? others.flatMap((other) => dropForeignKeys(other, refers, dialect)) : [];
  const lost = [...foreignKeys(table, () => true).length > 0 ? ["without its foreign keys"] : [], ...others.some((other) => foreignKeys(other, refers).length > 0) ? ["without those that refer to it"] : []];
  const forth = [...keys, drop];
  return { migrations: [{ name: slug("drop", table.name), atomic: true, operations: [runSql(forth, back)] }], gate: null, back: [`Backwards the table comes back empty${lost.map((one) => `, ${one}`).join("")}.`, ...committed([forth, back], dialect)] };
}
function tableAgain(table, dialect) {
  const all = [...table.constraints.values()];
  const key = all.find((constraint) => constraint.kind === "primary key");
  const inline = key?.columns.length === 1 ? key.columns[0] : null;
  const columns = [...table.columns.values()].map((column) => ({ ...columnAgain(column), primaryKey: column.name === inline }));
  if (columns.some(({ type }) => typeof type !== "string")) return null;
  const constraints = all.filter((constraint) => constraint.kind !== "foreign key" && !(constraint === key && inline !== null)).map(constraintAgain);
  const statements = [
    sqlOf3({ kind: "CreateTable", table: table.name, columns, constraints, comment: null, tablespace: null }, dialect),
    ...[...table.indexes.values()].map((index) => sqlOf3({ kind: "CreateIndex", table: table.name, index: indexAgain(index, dialect.quoteName), concurrently: false }, dialect))
  ];
  return statements.every((sql) => sql !== null) ? statements : null;
}
function dropColumn(table, name, dialect) {
  const column = table.columns.get(name);
  if (!column) return "its column is not known";
  if (column.type === null) return "the type of its column is not known, so there would be no way back";
  const again = { ...columnAgain(column), null: column.null || column.default === null && !column.identity && column.generated === null };
  const ofColumn = (key) => key.columns.includes(name);
  const keys = isMySql(dialect.vendor) ? dropForeignKeys(table, ofColumn, dialect) : [];
  const keysBack = isMySql(dialect.vendor) ? foreignKeys(table, ofColumn).flatMap((key) => sqlOf3({ kind: "AddConstraint", table: table.name, constraint: constraintAgain(key) }, dialect) ?? []) : [];
  const drop = sqlOf3({ kind: "DropColumn", table: table.name, column: name, cascade: false }, dialect);
  const back = sqlOf3({ kind: "AddColumn", table: table.name, column: again }, dialect);
  if (drop === null || back === null) return "its SQL is not known on this database";
  const [forth, backwards] = [[...keys, drop], [back, ...keysBack]];
  const comesBack = (one) => keysBack.length > 0 && ("toTable" in one || one.columns.length === 1);
  const parts = [...table.indexes.values(), ...table.constraints.values()].filter((one) => one.columns.includes(name) && !comesBack(one));
  const said = `Backwards the column comes back empty${again.null && !column.null ? ", and may be NULL" : ""}${parts.length > 0 ? ", without the indexes and rules that it was part of" : ""}.`;
  return { migrations: [{ name: slug("drop", table.name, name), atomic: true, operations: [runSql(forth, backwards)] }], gate: null, back: [said, ...committed([forth, backwards], dialect)] };
}
function committed(ways, { vendor }) {
  return isMySql(vendor) && ways.some((statements) => statements.length > 1) ? ["Each statement is committed by itself: when one fails, those before it stay done."] : [];
}
function foreignKeys(table, which) {
  return [...table.constraints.values()].filter((constraint) => constraint.kind === "foreign key").filter(which);
}
function dropForeignKeys(table, which, dialect) {
  return foreignKeys(table, which).map((key) => alterTable(dialect, table.name, `DROP FOREIGN KEY ${dialect.quoteName(key.name)}`));
}
function dropDefault(table, name, dialect) {
  const value = table.columns.get(name)?.default;
  if (value === void 0 || value === null) return "its default is not known";
  if (dialect.vendor === "sqlite") return "SQLite drops a default only with the whole table made anew";
  const column = dialect.quoteName(name);
  return { migrations: [{ name: slug("drop", table.name, name, "default"), atomic: true, operations: [runSql([alterTable(dialect, table.name, `ALTER COLUMN ${column} DROP DEFAULT`)], [alterTable(dialect, table.name, `ALTER COLUMN ${column} SET DEFAULT ${value}`)])] }], gate: null };
}
function notNull(field, { dialect, database }) {
  if (!field?.field) return "its field is not known";
  return { migrations: notNullMigrations(field, dialect, database), gate: `no row holds NULL in ${codeSpan(field.column)}` };
}
function validate(table, name, model, dialect) {
  const constraint = table.constraints.get(name);
  if (!constraint) return "the constraint is not known";
  const known = constraint.kind === "check" && model?.state?.constraints.has(name) === true;
  const validation = known ? operation({ kind: "ValidateConstraint", model: model.name.toLowerCase(), name }) : runSql([alterTable(dialect, table.name, `VALIDATE CONSTRAINT ${dialect.quoteName(name)}`)], []);
  const gate = constraint.kind === "foreign key" ? `every row of ${codeSpan(table.name)} refers to one that is there` : `every row of ${codeSpan(table.name)} complies`;
  return { migrations: [{ name: slug(name, "valid"), atomic: true, operations: [validation] }], gate };
}
function removeField(field) {
  if (!field) return "its field is not known";
  return { migrations: [{ name: slug("remove", field.model.name, field.name), atomic: true, operations: [operation({ kind: "RemoveField", model: field.model.name, name: field.name })] }], gate: null };
}
function sqlOf3(change, dialect) {
  return render(change, dialect).sql;
}

// src/plan/contract/contracts.ts
function contractsOf(pending, input) {
  const alone = new Map(referringFirst(pending, input.last.schema).map((one) => [one, made(one, input, numbering(input.project.graph))]));
  const numbers = numbering(input.project.graph);
  const contracts = /* @__PURE__ */ new Map();
  let point = input.last;
  for (const safe of ["now", "look first", "not yet", "unknown"]) {
    for (const [one, first] of alone) {
      if (first.contract.safe !== safe) continue;
      const again = first.replayed === null ? first : made(one, { ...input, last: point }, numbers);
      contracts.set(one, again.replayed === null ? again.contract : { ...again.contract, safe, because: first.contract.because });
      if (again.replayed !== null) point = again.replayed.after;
    }
  }
  return contracts;
}
function referringFirst(pending, schema) {
  const left = new Set(pending.filter(({ what }) => what === "table"));
  const ordered = [];
  const refersTo = (one, other) => one !== other && [...schema.tables.get(one.table)?.constraints.values() ?? []].some((constraint) => constraint.kind === "foreign key" && constraint.toTable === other.table);
  while (left.size > 0) {
    const [free = [...left][0]] = [...left].filter((one) => ![...left].some((other) => refersTo(other, one)));
    left.delete(free);
    ordered.push(free);
  }
  return [...pending.filter(({ what }) => what !== "table"), ...ordered];
}
function made(pending, input, numbers) {
  const { last, context, project } = input;
  const none = (without) => ({ contract: { safe: "unknown", because: "", gate: null, files: [], sql: [], without }, replayed: null });
  const does = contracting(pending, { last, dialect: context.dialect, database: project.facts.database.value });
  if (typeof does === "string") return none(does);
  const app = appOf(pending, input);
  if (app === null) return none("its app has no migrations in this repository");
  const files = written(online(does, app, input), app, numbers);
  if (typeof files === "string") return none(files);
  const replayed = replayFiles(files, last, input.running, { facts: project.facts, overlay: input.overlay, context });
  const problem = replayed.problems[0];
  if (problem) return none(`the migration cannot be replayed: ${problem.message}`);
  const sql = replayed.migrations.flatMap((migration) => migration.operations.flatMap(sqlOf));
  return { contract: { ...judged(pending, replayed, input), gate: does.gate, files: files.map(({ path, text }) => ({ path, text })), sql, without: null }, replayed };
}
function appOf({ table, leftBy }, { last, project }) {
  const apps = new Set(leafNodes(project.graph).flatMap((node) => node.migration?.path ? [node.app] : []));
  return [modelOfTable(table, last.bound)?.app, leftBy?.split(".")[0]].find((app) => app !== void 0 && apps.has(app)) ?? null;
}
function online(does, app, { last, context, project }) {
  let point = last;
  const migrations = does.migrations.map((migration) => {
    const { operations, after } = withOnlineDdl(migration.operations, { app, point, context, database: project.facts.database.value });
    point = after;
    return { ...migration, operations };
  });
  return { ...does, migrations };
}
function written({ migrations, back = [] }, app, numbers) {
  try {
    return migrations.map((migration) => {
      const { name, path, dependencies } = numbers.next(app, migration.name);
      const text = writeMigration({ comments: back, dependencies, atomic: migration.atomic, operations: migration.operations, functions: [], modules: [], names: /* @__PURE__ */ new Map() });
      return { app, name, path, before: null, text };
    });
  } catch (error) {
    if (error instanceof Unwritable) return `it cannot be written, for ${error.message}`;
    throw error;
  }
}
function judged(pending, { migrations }, { running, runningName, usages, last, project }) {
  const operations = migrations.flatMap((migration) => migration.operations);
  const broken = new Set(breakages(releaseTables(last.bound), last.schema, last.schema, { tables: new Set(operations.flatMap((record) => record.breaks.map(({ table }) => table))), database: project.facts.database.value, changes: [], side: "new" }).map(wordsOf));
  const strict = pending.what === "nullability" && running.tables.get(pending.table)?.columns.get(pending.name ?? "")?.null === false;
  const breaks = operations.flatMap((record) => record.breaks.filter((breakage) => !(strict && keptByCode(record, breakage)) && !broken.has(wordsOf(breakage))));
  const ofRunning = breaks.filter(({ release }) => release === "running");
  if (ofRunning.length > 0) {
    const whole = pending.what === "table" || pending.what === "column" || pending.what === "field";
    const knows = whole && (pending.name === null ? running.tables.has(pending.table) : running.tables.get(pending.table)?.columns.has(pending.name) === true);
    return { safe: "not yet", because: `The running release (${codeSpan(runningName)}) ${knows ? "still has it in its models" : "still relies on it"}: ${failing(ofRunning)} would fail.` };
  }
  if (breaks.length > 0) return { safe: "not yet", because: `The code itself still relies on it: ${failing(breaks)} would fail.` };
  const unknown = operations.find((record) => record.phase === "unknown" || record.unknown !== null);
  if (unknown) return { safe: "unknown", because: `What it does to the running release cannot be told${unknown.unknown === null ? "" : `: ${unknown.unknown}`}.` };
  const looked = usages(pending);
  const found = looked.filter((summary) => summary !== null);
  if (found.some(({ first }) => isSql(first))) return { safe: "not yet", because: "Raw SQL still names it." };
  if (found.some(({ certain, likely }) => certain + likely > 0)) return { safe: "look first", because: `The models of the running release (${codeSpan(runningName)}) do not use it, but code still names it.` };
  const named = pending.what === "table" || pending.what === "column" || pending.what === "field";
  if (named && (found.length < looked.length || found.some(({ incomplete }) => incomplete))) return { safe: "look first", because: `No statement of the running release (${codeSpan(runningName)}) uses it by its models; not all code could be looked at.` };
  return { safe: "now", because: `No statement of the running release (${codeSpan(runningName)}) uses it.` };
}
function withoutColumns(release, columns) {
  const tables = new Map(release.tables);
  for (const [name, gone] of columns) {
    const table = tables.get(name);
    if (table) tables.set(name, { ...table, columns: new Map([...table.columns].filter(([column]) => !gone.has(column))) });
  }
  return { tables };
}

// src/plan/unfinished.ts
function unfinishedPlans(migrations) {
  const open = /* @__PURE__ */ new Map();
  for (const { app, name, path, text, running } of migrations) {
    for (const { marker, line } of markersIn(text)) {
      const { target, step, of, recipe } = marker;
      const key = JSON.stringify([target, recipe, of]);
      if (step >= of) {
        open.delete(key);
        continue;
      }
      const before = open.get(key);
      if (before && before.step > step) continue;
      const migration = `${app}.${name}`;
      const words = recipes.find(({ id }) => id === recipe)?.releases;
      const gate = running ? `the running release has ${codeSpan(migration)}: ship it when no older process is left` : `when a release with ${codeSpan(migration)} runs everywhere and no older process is left`;
      open.set(key, { target, recipe, step, of, migration, place: { path, line }, next: words?.length === of ? words[step] : null, gate });
    }
  }
  return [...open.values()];
}

// src/audit.ts
async function audit(request) {
  const { config, head: source, base } = request;
  const tools = reviewTools({ head: source, base: base ?? source, config }, await loadPython());
  const options = { overrides: request.overrides, config, parser: tools.parser };
  request.progress?.(0, 0, "reading the migrations");
  const head = await openProjects(source, options);
  if (head.length === 0) throw new RequestError(noProject(source));
  const { since } = request;
  const from = await sinceOf(since);
  const released = base === null ? head : await openProjects(base, options);
  const models = base === null ? [] : (await changedFiles(base, source, isModelsPath)).map(({ path }) => path);
  const audited = [];
  for (const project of head) audited.push(await auditProject(project, released.find((other) => other.root === project.root) ?? null, { models, since: from }, request, tools));
  return {
    kind: "audit",
    since: typeof since === "string" ? since : since?.label ?? null,
    head: { ref: source.label, commit: source.commit },
    runningRelease: request.runningRelease,
    unreleased: unreleasedOf(audited.flatMap(({ unreleased }) => unreleased ?? []), request),
    projects: audited.map(({ project }) => project),
    version
  };
}
function unreleasedOf(projects, { config, runningRelease, head }) {
  if (projects.length === 0) return null;
  return { kind: "review", ...verdictOf(projects, config.failOn), runningRelease, head: { ref: head.label, commit: head.commit }, projects, version };
}
async function auditProject(project, released, scope, request, tools) {
  const { migrations, left, last } = await historyOf(project, scope.since, request);
  request.progress?.(0, 0, "comparing with the running release");
  const reviewed = released === project ? null : await reviewProject(released, project, scope, tools);
  const running = reviewed?.rehearsal?.running ?? last;
  const pending = await pendingOf(left, { project, released: released ?? project, last, running }, request, tools);
  const runs = new Set(released?.graph.full.keys());
  const marked = project.order.flatMap(({ app, name, path }) => path === null ? [] : [{ app, name, path, text: project.text(path) ?? "", running: runs.has(keyOf({ app, name })) }]);
  const { root, facts } = project;
  const skipped = [...project.skipped, ...project.partly];
  return { project: { root, facts, migrations, graph: graphFindings(project.graph), skipped, pending, unfinished: unfinishedPlans(marked) }, unreleased: reviewed && worthTelling(reviewed.review) };
}
function worthTelling(review) {
  const graph = review.graph.filter(({ level }) => level !== "note");
  return review.migrations.length + graph.length + review.skipped.length === 0 ? null : { ...review, graph };
}
async function historyOf(project, since, request) {
  const older = olderThan(since, project);
  const context = await walkContextOf(project);
  const start = startOf(project, context);
  const pending = new PendingHistory(context.dialect);
  const steps = pending.watch(walk(project.order, start, context));
  const migrations = [];
  let done = 0;
  for (const record of records(steps, project.facts, { kind: "each" }, (migration) => migration.path !== null && !older(migration), { python: project.python, sizes: tableSizes(request.config) })) {
    request.progress?.(++done, project.order.length, `${record.app}.${record.name}`);
    const breaking = record.operations.filter((operation2) => operation2.breaks.length > 0 || operation2.phase === "unknown" || operation2.unknown !== null);
    if (breaking.length > 0) migrations.push({ ...record, operations: breaking });
  }
  return { migrations, left: pending.pending(), last: pending.last() ?? start };
}
async function pendingOf(left, { project, released, last, running }, request, { parser, usages }) {
  const deprecated = await deprecatedColumns(project, last.bound);
  const deprecatedThen = request.base === null ? deprecated : await deprecatedColumns(released, running.bound);
  const all = [...left, ...pendingFields(project, last.bound, deprecated)];
  if (all.length === 0) return [];
  request.progress?.(0, 0, `looking for what still names ${all.length} things that are left to contract`);
  const named = await pendingUsages(all, last.bound, usages.head, project);
  const namedThen = request.base === null ? named : await pendingUsages(all, running.bound, usages.running, project);
  const contracts = contractsOf(all, {
    project,
    context: await walkContextOf(project, true),
    overlay: (files) => overlaid(project.python, parser, files),
    last,
    running: withoutColumns(releaseTables(running.bound), deprecatedThen),
    runningName: request.runningRelease.ref,
    usages: (one) => [named.get(one) ?? null, namedThen.get(one) ?? null]
  });
  const ages = await releasedIn(all, project, request.releases === null ? null : await request.releases());
  return all.map((one) => {
    const found = named.get(one);
    return { ...one, released: ages.get(one) ?? null, contract: contracts.get(one), ...found && { usages: found } };
  });
}
export {
  audit
};
