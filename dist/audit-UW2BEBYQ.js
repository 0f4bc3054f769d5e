import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  UsageSearch,
  withPendingUsages
} from "./chunk-NM37HJ4T.js";
import "./chunk-SRQQNM3W.js";
import {
  RequestError,
  noProject
} from "./chunk-HV6C4NMH.js";
import {
  graphFindings,
  loadPython,
  openProjects,
  records,
  startOf,
  tableSizes,
  walk,
  walkContextOf
} from "./chunk-JKFBBZWL.js";
import "./chunk-GITOVN3T.js";
import {
  olderThan,
  sinceOf
} from "./chunk-F62MR3TY.js";
import "./chunk-2DKQDNJ4.js";
import "./chunk-CSBCGSFX.js";
import "./chunk-WENUEFS7.js";
import {
  version
} from "./chunk-ELF6ECMR.js";
import "./chunk-QFB3CFP6.js";
import {
  releaseTables,
  render
} from "./chunk-RKOOG2D7.js";
import {
  changesOf
} from "./chunk-GCE2PBVR.js";
import "./chunk-LHOMP52Y.js";
import "./chunk-PFM5Z35S.js";

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
function sqlOf(change, dialect) {
  return render(change, dialect).sql;
}
function pendingTable(table, dialect) {
  return {
    what: "table",
    table: table.name,
    name: null,
    explanation: `No model uses the table \`${table.name}\` any more.`,
    sql: sqlOf({ kind: "DropTable", table: table.name, cascade: false }, dialect)
  };
}
function pendingColumn(table, column, model, dialect) {
  const field = model.columns.get(column.name);
  const at = { table: table.name, name: column.name };
  if (!field) {
    const sql = sqlOf({ kind: "DropColumn", table: table.name, column: column.name, cascade: false }, dialect);
    return [{ what: "column", ...at, explanation: `No field uses the column \`${column.name}\` of \`${table.name}\` any more.`, sql }];
  }
  const found = [];
  if (column.default !== null && !field.dbDefault && !column.identity) {
    const sql = sqlOf({ kind: "AlterColumn", table: table.name, actions: [{ kind: "DropDefault", column: column.name, temporary: false }] }, dialect);
    found.push({ what: "default", ...at, explanation: `The database still has a default for \`${table.name}.${column.name}\` that \`${model.model}.${field.field}\` does not declare.`, sql: dialect.vendor === "sqlite" ? null : sql });
  }
  if (column.null && !field.null && !field.primaryKey && column.generated === null) {
    const sql = dialect.vendor === "postgresql" ? sqlOf({ kind: "AlterColumn", table: table.name, actions: [{ kind: "SetNotNull", column: column.name }] }, dialect) : null;
    found.push({ what: "nullability", ...at, explanation: `\`${table.name}.${column.name}\` still takes NULL, which \`${model.model}.${field.field}\` does not.`, sql });
  }
  return found;
}
function pendingConstraints(table, dialect) {
  return [...table.constraints.values()].flatMap((constraint) => {
    if (constraint.kind !== "check" && constraint.kind !== "foreign key" || constraint.valid) return [];
    return [{ what: "constraint", table: table.name, name: constraint.name, explanation: `The constraint \`${constraint.name}\` of \`${table.name}\` is NOT VALID: rows from before it were never checked.`, sql: sqlOf({ kind: "ValidateConstraint", table: table.name, name: constraint.name }, dialect) }];
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
      const leftBy = this.#leftBy.get(keyOf(one));
      return leftBy === void 0 ? [] : [{ ...one, leftBy }];
    });
  }
  /** The models at the end of the steps watched; null where there were none. */
  bound() {
    return this.#last?.bound ?? null;
  }
  #look({ migration, after }, tables) {
    const name = `${migration.app}.${migration.name}`;
    for (const one of pendingIn(after.schema, releaseTables(after.bound), tables, this.#dialect)) {
      const key = keyOf(one);
      if (!this.#leftBy.has(key)) this.#leftBy.set(key, name);
    }
  }
};
function keyOf({ what, table, name }) {
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

// src/audit.ts
async function audit(request) {
  const options = { overrides: request.overrides, config: request.config, parser: await loadPython() };
  const head = await openProjects(request.head, options);
  if (head.length === 0) throw new RequestError(noProject(request.head));
  const { since } = request;
  const from = await sinceOf(since);
  const projects = [];
  for (const project of head) projects.push(await auditProject(project, from, request, options.parser));
  return { kind: "audit", since: typeof since === "string" ? since : since?.label ?? null, projects, version };
}
async function auditProject(project, since, request, parser) {
  const older = olderThan(since, project);
  const context = await walkContextOf(project);
  const pending = new PendingHistory(context.dialect);
  const steps = pending.watch(walk(project.order, startOf(project, context), context));
  const migrations = [];
  let done = 0;
  for (const record of records(steps, project.facts, { kind: "each" }, (migration) => migration.path !== null && !older(migration), { python: project.python, sizes: tableSizes(request.config) })) {
    request.progress?.(++done, project.order.length, `${record.app}.${record.name}`);
    const breaking = record.operations.filter((operation) => operation.breaks.length > 0 || operation.phase === "unknown" || operation.unknown !== null);
    if (breaking.length > 0) migrations.push({ ...record, operations: breaking });
  }
  return { root: project.root, facts: project.facts, migrations, graph: graphFindings(project.graph), skipped: [...project.skipped, ...project.partly], pending: await withPendingUsages(pending.pending(), pending.bound(), new UsageSearch(request.head, parser, request.config), project.root) };
}
export {
  audit
};
