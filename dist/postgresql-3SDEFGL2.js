import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  parsePlPgSQLSync,
  parseSync,
  scanSync
} from "./chunk-H7SKVQWV.js";
import {
  postgresqlObjectName
} from "./chunk-QFB3CFP6.js";
import {
  codeSpan
} from "./chunk-LLNCCPBL.js";
import "./chunk-PFM5Z35S.js";

// src/schema/raw/syntax.ts
function node(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function nodes(value) {
  return Array.isArray(value) ? value.map(node) : [];
}
function text(value) {
  return typeof value === "string" ? value : null;
}
function number(value) {
  return typeof value === "number" ? value : 0;
}
function columnOf(value) {
  return strings(node(node(value)["ColumnRef"])["fields"]).at(-1) ?? null;
}
function stringOf(value) {
  return text(node(node(value)["String"])["sval"]);
}
function strings(value) {
  return nodes(value).map(stringOf).filter((one) => one !== null);
}
function relationName(value) {
  const relation = node(value);
  const name = text(relation["relname"]);
  const schema = text(relation["schemaname"]);
  if (name === null) return null;
  return schema === null || schema === "public" ? name : `"${schema}"."${name}"`;
}
function objectName(value) {
  const parts = strings(node(node(value)["List"])["items"]);
  const [first, second] = parts;
  if (first === void 0) return null;
  return second === void 0 ? first : first === "public" ? second : `"${first}"."${second}"`;
}
var typeNames = {
  bool: "boolean",
  bpchar: "character",
  float4: "real",
  float8: "double precision",
  int2: "smallint",
  int4: "integer",
  int8: "bigint",
  timestamptz: "timestamp with time zone",
  timetz: "time with time zone",
  varbit: "bit varying"
};
function typeOf(value) {
  const type = node(value);
  const names = strings(type["names"]);
  const name = names.at(-1) ?? "";
  const modifiers = nodes(type["typmods"]).map((modifier) => constantOf(modifier) ?? "?");
  const length = modifiers.length === 0 ? "" : `(${modifiers.join(", ")})`;
  return `${typeNames[name] ?? name}${length}${"[]".repeat(nodes(type["arrayBounds"]).length)}`;
}
function constantOf(value) {
  const cast = node(node(value)["TypeCast"]);
  if ("arg" in cast) return constantOf(cast["arg"]);
  const constant = node(value)["A_Const"];
  if (constant === void 0) return null;
  const { isnull, sval, ival, fval, boolval } = node(constant);
  if (isnull) return "NULL";
  if (sval !== void 0) return `'${(text(node(sval)["sval"]) ?? "").replaceAll("'", "''")}'`;
  if (ival !== void 0) return String(number(node(ival)["ival"]));
  if (fval !== void 0) return text(node(fval)["fval"]);
  if (boolval !== void 0) return node(boolval)["boolval"] ? "true" : "false";
  return null;
}
function columnsIn(value) {
  const found = /* @__PURE__ */ new Set();
  const pending = [value];
  while (pending.length > 0) {
    const one = pending.pop();
    if (Array.isArray(one)) pending.push(...one);
    else if (typeof one === "object" && one !== null) {
      const column = one["ColumnRef"];
      const name = column === void 0 ? void 0 : strings(node(column)["fields"]).at(-1);
      if (name !== void 0) found.add(name);
      pending.push(...Object.values(one));
    }
  }
  return [...found].sort();
}

// src/schema/raw/definitions.ts
var serialTypes = { serial: "integer", serial4: "integer", bigserial: "bigint", serial8: "bigint", smallserial: "smallint", serial2: "smallint" };
function columnDefinition(value, sql) {
  const column = node(value);
  const type = typeOf(column["typeName"]);
  const serial = serialTypes[type];
  const constraints = nodes(column["constraints"]).map((constraint) => node(constraint["Constraint"]));
  const of = (kind) => constraints.find((constraint) => constraint["contype"] === kind);
  const value_ = of("CONSTR_DEFAULT");
  const check = of("CONSTR_CHECK");
  const references = of("CONSTR_FOREIGN");
  const generated = of("CONSTR_GENERATED");
  const primaryKey = of("CONSTR_PRIMARY") !== void 0;
  return {
    name: text(column["colname"]) ?? "",
    type: serial ?? type,
    null: !primaryKey && of("CONSTR_NOTNULL") === void 0 && serial === void 0,
    collation: strings(node(node(column["collClause"])["CollateClause"] ?? column["collClause"])["collname"]).at(-1) ?? null,
    comment: null,
    default: value_ ? defaultOf(value_["raw_expr"]) : null,
    generated: generated ? { sql: "an expression", stored: generated["generated_kind"] !== "v" } : null,
    identity: serial !== void 0 || of("CONSTR_IDENTITY") !== void 0,
    primaryKey,
    unique: of("CONSTR_UNIQUE") !== void 0,
    check: check ? checkOf(check, sql) : null,
    references: references ? { name: text(references["conname"]), table: relationName(references["pktable"]) ?? "", column: strings(references["pk_attrs"])[0] ?? "id", onDelete: onDelete(references) } : null,
    indexTablespace: null
  };
}
function defaultOf(expression) {
  if (expression === void 0) return null;
  const constant = constantOf(expression);
  if (constant === "NULL") return null;
  return { sql: constant ?? functionName(expression) ?? "(an expression)", lasting: true };
}
function functionName(expression) {
  const name = strings(node(node(expression)["FuncCall"])["funcname"]).at(-1);
  return name === void 0 ? null : `${name}()`;
}
var deleteWords = { c: "CASCADE", n: "SET NULL", d: "SET DEFAULT", r: "RESTRICT" };
function onDelete(constraint) {
  return deleteWords[text(constraint["fk_del_action"]) ?? ""] ?? null;
}
function checkOf(constraint, sql) {
  return sql.inBrackets(number(constraint["location"]))?.join(", ") ?? "an expression";
}
function constraintDefinition(value, table, sql) {
  const constraint = node(value);
  const name = text(constraint["conname"]);
  const keys = strings(constraint["keys"]);
  const deferrable = constraint["initdeferred"] ? "deferred" : constraint["deferrable"] ? "immediate" : null;
  switch (constraint["contype"]) {
    case "CONSTR_PRIMARY":
      return { kind: "primary key", name, columns: keys, usingIndex: text(constraint["indexname"]) };
    case "CONSTR_UNIQUE":
      return { kind: "unique", name, columns: keys, deferrable, nullsDistinct: constraint["nulls_not_distinct"] ? false : null, include: strings(constraint["including"]), opclasses: [], usingIndex: text(constraint["indexname"]) };
    case "CONSTR_FOREIGN": {
      const columns = strings(constraint["fk_attrs"]);
      const toColumns = strings(constraint["pk_attrs"]);
      return {
        kind: "foreign key",
        name: name ?? postgresqlObjectName(table, columns.join("_"), "fkey"),
        columns,
        toTable: relationName(constraint["pktable"]) ?? "",
        toColumns: toColumns.length > 0 ? toColumns : ["id"],
        deferrable,
        onDelete: onDelete(constraint),
        notValid: constraint["skip_validation"] === true
      };
    }
    case "CONSTR_CHECK": {
      const columns = columnsIn(constraint["raw_expr"]);
      return { kind: "check", name: name ?? postgresqlObjectName(table, columns.length === 1 ? columns[0] : null, "check"), sql: checkOf(constraint, sql), columns, notValid: constraint["skip_validation"] === true };
    }
    case "CONSTR_EXCLUSION":
      return { kind: "exclusion", name: name ?? postgresqlObjectName(table, null, "excl"), sql: sql.from(number(constraint["location"]), "exclude") ?? "EXCLUDE", columns: columnsIn(constraint["exclusions"]) };
    default:
      return null;
  }
}
function indexDefinition(statement2, table, sql) {
  const elements = nodes(statement2["indexParams"]).map((element) => node(element["IndexElem"]));
  const columns = elements.map((element) => text(element["name"])).filter((name) => name !== null);
  const plain = columns.length === elements.length;
  const expressions = elements.filter((element) => "expr" in element);
  const condition = statement2["whereClause"];
  const at = number(node(statement2["relation"])["location"]);
  const written = plain ? [] : sql.inBrackets(at) ?? [];
  return {
    name: text(statement2["idxname"]) ?? postgresqlObjectName(table, columns.join("_") || "expr", "idx"),
    unique: statement2["unique"] === true,
    parts: [],
    columns: plain ? columns : [],
    expressions: elements.flatMap((element, i) => "expr" in element ? [written[i] ?? "an expression"] : []),
    reads: [.../* @__PURE__ */ new Set([...columns, ...columnsIn(expressions), ...columnsIn(condition)])],
    method: text(statement2["accessMethod"]),
    opclasses: elements.map((element) => strings(element["opclass"]).at(-1) ?? "").filter((name) => name !== ""),
    include: nodes(statement2["indexIncludingParams"]).map((element) => text(node(element["IndexElem"])["name"]) ?? ""),
    nullsDistinct: statement2["nulls_not_distinct"] === true ? false : null,
    condition: condition === void 0 ? null : sql.after(at, "where") ?? "a condition",
    with: null,
    tablespace: text(statement2["tableSpace"]),
    ...statement2["if_not_exists"] === true ? { ifNotExists: true } : {}
  };
}

// src/schema/raw/alter-table.ts
var harmless = /* @__PURE__ */ new Set(["AT_SetStatistics", "AT_SetOptions", "AT_ResetOptions", "AT_ClusterOn", "AT_DropCluster", "AT_SetRelOptions", "AT_ResetRelOptions"]);
function alterTable(statement2, sql, tableOfIndex) {
  const table = relationName(statement2["relation"]);
  if (table === null) return [{ kind: "Unknown", reason: "an ALTER whose relation is not named" }];
  if (statement2["objtype"] !== "OBJECT_TABLE") return nodes(statement2["cmds"]).map((command) => elsewhere(node(command["AlterTableCmd"]), table, statement2["objtype"], tableOfIndex));
  const commands = nodes(statement2["cmds"]).map((command) => node(command["AlterTableCmd"]));
  const drops = (command) => command["subtype"] === "AT_DropColumn" || command["subtype"] === "AT_DropConstraint";
  return [...commands.filter(drops), ...commands.filter((command) => !drops(command))].map((command) => clause(command, table, sql));
}
function elsewhere(command, name, type, tableOfIndex) {
  if (command["subtype"] === "AT_SetTableSpace") return { kind: "Other", what: "SET TABLESPACE, which copies what it moves", table: type === "OBJECT_INDEX" ? tableOfIndex(name) : name, breaksNothing: true };
  return { kind: "NoEffect" };
}
function clause(command, table, sql) {
  const column = text(command["name"]) ?? "";
  const subtype = text(command["subtype"]) ?? "";
  const act = (action) => ({ kind: "AlterColumn", table, actions: [action] });
  switch (subtype) {
    case "AT_AddColumn":
      return { kind: "AddColumn", table, column: columnDefinition(node(command["def"])["ColumnDef"], sql) };
    case "AT_DropColumn":
      return { kind: "DropColumn", table, column, cascade: command["behavior"] === "DROP_CASCADE" };
    case "AT_AlterColumnType": {
      const definition = node(node(command["def"])["ColumnDef"]);
      const type = typeOf(definition["typeName"]);
      return act({ kind: "SetType", column, type, using: using(definition, column, type, sql), collation: strings(node(definition["collClause"])["collname"]).at(-1) ?? null });
    }
    case "AT_SetNotNull":
      return act({ kind: "SetNotNull", column });
    case "AT_DropNotNull":
      return act({ kind: "DropNotNull", column });
    case "AT_ColumnDefault": {
      const value = defaultOf(command["def"]);
      return act(value ? { kind: "SetDefault", column, sql: value.sql, lasting: true } : { kind: "DropDefault", column, temporary: false });
    }
    case "AT_AddIdentity":
      return act({ kind: "AddIdentity", column });
    case "AT_DropIdentity":
      return act({ kind: "DropIdentity", column });
    case "AT_AddConstraint": {
      const constraint = node(node(command["def"])["Constraint"]);
      if (constraint["contype"] === "CONSTR_NOTNULL") return act({ kind: "SetNotNull", column: strings(constraint["keys"])[0] ?? "", ...constraint["skip_validation"] === true && { notValid: true } });
      const definition = constraintDefinition(node(command["def"])["Constraint"], table, sql);
      return definition ? { kind: "AddConstraint", table, constraint: definition } : { kind: "Unknown", reason: "a kind of constraint that is not known" };
    }
    case "AT_DropConstraint":
      return { kind: "DropConstraint", table, name: column, constraint: "check", immediate: false };
    case "AT_ValidateConstraint":
      return { kind: "ValidateConstraint", table, name: column };
    case "AT_AlterConstraint":
      return alterConstraint(node(node(command["def"])["ATAlterConstraint"]), table);
    case "AT_SetStorage":
    case "AT_SetCompression":
    case "AT_ReplicaIdentity":
      return { kind: "Other", what: "storage or replica identity of a table", table, breaksNothing: true };
    case "AT_SetTableSpace":
      return { kind: "SetTablespace", table, tablespace: column };
    case "AT_SetLogged":
    case "AT_SetUnLogged":
      return { kind: "Other", what: `SET ${subtype === "AT_SetLogged" ? "LOGGED" : "UNLOGGED"}, which rewrites the table`, table, breaksNothing: true };
    case "AT_ChangeOwner":
      return { kind: "Other", what: "another owner of a table", table };
    case "AT_EnableTrig":
    case "AT_DisableTrig":
    case "AT_EnableTrigAll":
    case "AT_DisableTrigAll":
    case "AT_EnableTrigUser":
    case "AT_DisableTrigUser":
      return { kind: "Other", what: "triggers of a table", table };
    case "AT_EnableRowSecurity":
    case "AT_DisableRowSecurity":
    case "AT_ForceRowSecurity":
      return { kind: "Other", what: "row security", table };
    default:
      return harmless.has(subtype) ? { kind: "NoEffect" } : { kind: "Unknown", reason: `ALTER TABLE \u2026 ${subtype.replace(/^AT_/, "")} is not known` };
  }
}
function alterConstraint(change, table) {
  if (change["alterEnforceability"] === true) return { kind: "Other", what: "a constraint that is enforced from now on, or no longer", table };
  const what = "a constraint's deferrability";
  return change["deferrable"] === true ? { kind: "Other", what, table, breaksNothing: true } : { kind: "Other", what, table };
}
function using(definition, column, type, sql) {
  const expression = definition["raw_default"];
  if (expression === void 0) return null;
  const cast = node(node(expression)["TypeCast"]);
  if (columnOf(expression) === column) return `"${column}"`;
  if (columnOf(cast["arg"]) === column && typeOf(cast["typeName"]) === type) return `"${column}"::${type}`;
  return sql.after(number(definition["location"]), "using") ?? "an expression";
}

// src/schema/raw/named.ts
var harmless2 = /* @__PURE__ */ new Set([
  "VariableSetStmt",
  "VariableShowStmt",
  "TransactionStmt",
  "CommentStmt",
  "GrantRoleStmt",
  "AlterOwnerStmt",
  "CheckPointStmt",
  "ExplainStmt",
  "CreateStatsStmt",
  "AlterStatsStmt",
  "ConstraintsSetStmt",
  "CreateSchemaStmt",
  "CreateSeqStmt",
  "AlterSeqStmt",
  "DiscardStmt",
  "NotifyStmt",
  "ListenStmt"
]);
var others = {
  CreateTrigStmt: "a trigger",
  AlterFunctionStmt: "a function",
  RuleStmt: "a rule",
  AlterDomainStmt: "a domain",
  CreatePolicyStmt: "row security",
  DefineStmt: "an aggregate, operator, type or text search object",
  CallStmt: "a procedure call",
  CreateEventTrigStmt: "an event trigger"
};
var fresh = {
  CreateEnumStmt: "a type",
  CreateDomainStmt: "a domain",
  CompositeTypeStmt: "a type",
  CreateCastStmt: "a cast",
  // CREATE OR REPLACE VIEW keeps the columns that there are, in their order (PostgreSQL manual, CREATE VIEW).
  ViewStmt: "a view"
};
function named(kind, statement2, tableOfIndex) {
  if (harmless2.has(kind)) return [{ kind: "NoEffect" }];
  const table = relationName(statement2["relation"] ?? statement2["table"]);
  const quiet = (what, of) => ({ kind: "Other", what, table: of, breaksNothing: true });
  const fits = fresh[kind];
  if (fits !== void 0) return [quiet(fits, null)];
  switch (kind) {
    case "SelectStmt":
      return [select(statement2)];
    case "CreateFunctionStmt":
      return [statement2["replace"] === true ? { kind: "Other", what: "a function", table: null } : quiet("a function", null)];
    case "AlterEnumStmt":
      return [statement2["oldVal"] === void 0 ? quiet("a type", null) : { kind: "Other", what: "a value of a type under another name", table: null }];
    case "CreateTableAsStmt":
      return [quiet("a table or materialized view made from a query", null)];
    case "RefreshMatViewStmt":
      return [statement2["concurrent"] === true ? { kind: "NoEffect" } : quiet("REFRESH MATERIALIZED VIEW", table)];
    case "GrantStmt":
      return [statement2["is_grant"] === true ? { kind: "NoEffect" } : { kind: "Other", what: "the withdrawal of a privilege", table: relationName(nodes(statement2["objects"])[0]?.["RangeVar"]) }];
    case "LockStmt":
      return nodes(statement2["relations"]).map((relation) => quiet("LOCK TABLE", relationName(relation["RangeVar"])));
    case "ClusterStmt":
      return [quiet("CLUSTER, which rewrites the table", table)];
    case "VacuumStmt":
      return vacuum(statement2).map((of) => quiet("VACUUM FULL, which rewrites the table", of));
    case "ReindexStmt":
      return [option(statement2, "params", "concurrently") ? { kind: "NoEffect" } : quiet("REINDEX", statement2["kind"] === "REINDEX_OBJECT_INDEX" && table !== null ? tableOfIndex(table) : table)];
    default:
      return [others[kind] === void 0 ? { kind: "Unknown", reason: `${kind.replace(/Stmt$/, "")} is a statement that is not known` } : { kind: "Other", what: others[kind], table }];
  }
}
function namedDrop(type, name, cascade) {
  const what = `the drop of ${type.replace("OBJECT_", "a ").toLowerCase()}`;
  switch (type) {
    case "OBJECT_VIEW":
    case "OBJECT_MATVIEW":
      return { kind: "Other", what: type === "OBJECT_VIEW" ? what : "the drop of a materialized view", table: name };
    case "OBJECT_TRIGGER":
    case "OBJECT_RULE":
    case "OBJECT_POLICY":
      return { kind: "Other", what, table: tableOf(name) };
    case "OBJECT_FUNCTION":
    case "OBJECT_TYPE":
    case "OBJECT_DOMAIN":
    case "OBJECT_CAST":
      return cascade ? { kind: "Other", what: `${what} and of everything that uses it`, table: null } : { kind: "Other", what, table: null, breaksNothing: true };
    default:
      return { kind: "Other", what, table: null };
  }
}
function tableOf(name) {
  return name === null ? null : /^"((?:[^"]|"")+)"\./.exec(name)?.[1] ?? name;
}
var builtins = /* @__PURE__ */ new Set(["setval", "nextval", "currval", "lastval", "set_config", "current_setting", "pg_sleep", "now", "version", "pg_notify", "pg_stat_reset", "pg_try_advisory_lock", "pg_advisory_lock", "pg_advisory_unlock", "pg_advisory_xact_lock", "count", "coalesce", "max", "min"]);
function select(statement2) {
  if (statement2["intoClause"] !== void 0) return { kind: "Other", what: "a table or materialized view made from a query", table: null, breaksNothing: true };
  if (statement2["fromClause"] !== void 0) return { kind: "NoEffect" };
  const called = nodes(statement2["targetList"]).map((target) => strings(node(node(node(target["ResTarget"])["val"])["FuncCall"])["funcname"]).at(-1));
  const own = called.find((name) => name !== void 0 && !builtins.has(name));
  return own === void 0 ? { kind: "NoEffect" } : { kind: "Other", what: `a call of the function ${own}`, table: null };
}
function vacuum(statement2) {
  if (!option(statement2, "options", "full")) return [];
  const tables = nodes(statement2["rels"]).map((relation) => relationName(node(relation["VacuumRelation"])["relation"]));
  return tables.length > 0 ? tables : [null];
}
function option(statement2, member, name) {
  return nodes(statement2[member]).some((one) => text(node(one["DefElem"])["defname"]) === name);
}

// src/schema/raw/plpgsql.ts
var block = { kind: "Other", what: "an anonymous code block", table: null };
function blockChanges(sql, language, read) {
  if (language.toLowerCase() !== "plpgsql") return [block];
  let body;
  try {
    const [first] = nodes(node(parsePlPgSQLSync(sql))["plpgsql_funcs"]);
    body = [node(node(first?.["PLpgSQL_function"])["action"])];
  } catch {
    return [block];
  }
  const changes = statements(body, read);
  if (changes === null) return [block];
  return changes.length === 0 ? [{ kind: "NoEffect" }] : changes;
}
function statements(list, read) {
  const changes = [];
  for (const one of list) {
    const made = statement(one, read);
    if (made === null) return null;
    changes.push(...made);
  }
  return changes;
}
function statement(one, read) {
  const [entry] = Object.entries(one);
  if (!entry) return [];
  const [kind, value] = [entry[0].replace("PLpgSQL_stmt_", ""), node(entry[1])];
  switch (kind) {
    case "block": {
      const handlers = nodes(node(node(value["exceptions"])["PLpgSQL_exception_block"])["exc_list"]).map((handler) => node(handler["PLpgSQL_exception"]));
      const idempotent = handlers.every((handler) => nodes(handler["conditions"]).every((condition) => text(node(condition["PLpgSQL_condition"])["condname"])?.startsWith("duplicate_") === true));
      const body = idempotent ? statements(nodes(value["body"]), read) : rowsOnly(nodes(value["body"]), read);
      return body && rowsOnly(handlers.flatMap((handler) => nodes(handler["action"])), read) ? body : null;
    }
    case "execsql":
      return read(query(value["sqlstmt"]));
    case "perform":
      return read(query(value["expr"]));
    case "dynexecute": {
      const literal = /^\s*'((?:[^']|'')*)'\s*$/.exec(query(value["query"]));
      return literal && value["params"] === void 0 ? read(literal[1].replaceAll("''", "'")) : null;
    }
    case "return":
    case "raise":
    case "assign":
    case "getdiag":
      return [];
    case "if":
      return rowsOnly([...nodes(value["then_body"]), ...nodes(value["elsif_list"]).flatMap((branch) => nodes(node(branch["PLpgSQL_if_elsif"])["stmts"])), ...nodes(value["else_body"])], read);
    case "loop":
    case "while":
    case "fori":
    case "fors":
      return rowsOnly(nodes(value["body"]), read);
    case "exit":
    case "commit":
      return [];
    default:
      return null;
  }
}
function rowsOnly(list, read) {
  const changes = statements(list, read);
  return changes?.every((change) => change.kind === "WriteRows" || change.kind === "NoEffect") === true ? changes : null;
}
function query(expression) {
  return text(node(node(expression)["PLpgSQL_expr"])["query"]) ?? "";
}

// src/schema/raw/sql-text.ts
var comments = /* @__PURE__ */ new Set([275, 276]);
function sqlText(sql) {
  const bytes = new TextEncoder().encode(sql);
  const slice = (start, end2 = bytes.length) => new TextDecoder().decode(bytes.subarray(start, end2));
  let scanned = null;
  const tokens = () => scanned ??= scanSync(sql).tokens.filter((token) => !comments.has(token.tokenType));
  const clause2 = (from, keyword) => {
    const all = tokens();
    let at = -1;
    let depth = 0;
    for (let i = all.findIndex((token) => token.start >= from); i >= 0 && i < all.length; i++) {
      const { text: text2 } = all[i];
      if (ends(text2, depth)) return at < 0 ? null : { at, end: i };
      depth += text2 === "(" || text2 === "[" ? 1 : text2 === ")" || text2 === "]" ? -1 : 0;
      if (at < 0 && depth === 0 && text2.toLowerCase() === keyword) at = i;
    }
    return at < 0 ? null : { at, end: all.length };
  };
  const between = (first, end2) => first < end2 ? slice(tokens()[first].start, tokens()[end2 - 1].end) : "";
  return {
    slice,
    after(from, keyword) {
      const found = clause2(from, keyword);
      return found && between(found.at + 1, found.end);
    },
    from(from, keyword) {
      const found = clause2(from, keyword);
      return found && between(found.at, found.end);
    },
    inBrackets(from) {
      const all = tokens();
      const open = all.findIndex((token) => token.start >= from && token.text === "(");
      if (open < 0) return null;
      const parts = [];
      let depth = 0;
      let start = open + 1;
      for (let i = start; i < all.length; i++) {
        const { text: text2 } = all[i];
        if (depth === 0 && (text2 === "," || text2 === ")")) {
          parts.push(between(start, i));
          start = i + 1;
          if (text2 === ")") return parts;
        }
        depth += text2 === "(" || text2 === "[" ? 1 : text2 === ")" || text2 === "]" ? -1 : 0;
      }
      return null;
    }
  };
}
function ends(text2, depth) {
  return depth === 0 && (text2 === "," || text2 === ";" || text2 === ")");
}

// src/schema/raw/postgresql.ts
function postgresqlChanges(sql, tableOfIndex) {
  let statements2;
  try {
    statements2 = nodes(node(parseSync(sql))["stmts"]);
  } catch (error) {
    if (sql.replace(/--.*$/gm, "").trim() === "") return [];
    return [{ kind: "Unknown", reason: `PostgreSQL's parser refuses the SQL: ${error instanceof Error ? codeSpan(error.message) : "it is too deeply nested"}` }];
  }
  const whole = sqlText(sql);
  return statements2.flatMap((statement2) => {
    const [entry] = Object.entries(node(statement2["stmt"]));
    if (!entry) return [];
    const [kind, inner] = [entry[0], node(entry[1])];
    if (kind === "DoStmt") return block2(inner, whole.slice(number(statement2["stmt_location"]), end(statement2)), tableOfIndex);
    return changesOf(kind, inner, whole, tableOfIndex);
  });
}
function end(statement2) {
  return typeof statement2["stmt_len"] === "number" ? number(statement2["stmt_location"]) + statement2["stmt_len"] : void 0;
}
function block2(statement2, sql, tableOfIndex) {
  const language = nodes(statement2["args"]).map((argument) => node(argument["DefElem"])).find((argument) => argument["defname"] === "language");
  return blockChanges(sql, text(node(node(language?.["arg"])["String"])["sval"]) ?? "plpgsql", (inner) => postgresqlChanges(inner, tableOfIndex));
}
var writes = { InsertStmt: "INSERT", UpdateStmt: "UPDATE", DeleteStmt: "DELETE" };
function changesOf(kind, statement2, sql, tableOfIndex) {
  const table = relationName(statement2["relation"]);
  const write = writes[kind];
  if (write) return [{ kind: "WriteRows", statement: write, table }];
  switch (kind) {
    case "AlterTableStmt":
      return alterTable(statement2, sql, tableOfIndex);
    case "CreateStmt":
      return table === null ? [] : [createTable(statement2, table, sql), ...ofPartitioned(statement2)];
    case "IndexStmt":
      return table === null ? [] : [{ kind: "CreateIndex", table, index: indexDefinition(statement2, table, sql), concurrently: statement2["concurrent"] === true }];
    case "DropStmt":
      return drop(statement2, tableOfIndex);
    case "RenameStmt":
      return [rename(statement2, table, tableOfIndex)];
    case "TruncateStmt":
      return nodes(statement2["relations"]).map((relation) => ({ kind: "WriteRows", statement: "TRUNCATE", table: relationName(relation["RangeVar"]) }));
    case "CopyStmt":
      return [{ kind: "WriteRows", statement: "INSERT", table }];
    case "CreateExtensionStmt":
      return [{ kind: "CreateExtension", extension: text(statement2["extname"]) ?? "" }];
    default:
      return named(kind, statement2, tableOfIndex);
  }
}
function createTable(statement2, table, sql) {
  const elements = nodes(statement2["tableElts"]);
  return {
    kind: "CreateTable",
    table,
    columns: elements.filter((element) => "ColumnDef" in element).map((element) => columnDefinition(element["ColumnDef"], sql)),
    constraints: elements.filter((element) => "Constraint" in element).map((element) => constraintDefinition(element["Constraint"], table, sql)).filter((constraint) => constraint !== null),
    comment: null,
    tablespace: null
  };
}
function ofPartitioned(statement2) {
  if (statement2["partbound"] === void 0) return [];
  return nodes(statement2["inhRelations"]).map((relation) => ({ kind: "Other", what: "a new partition", table: relationName(relation["RangeVar"]), breaksNothing: true }));
}
function drop(statement2, tableOfIndex) {
  const names = nodes(statement2["objects"]).map(objectName);
  const cascade = statement2["behavior"] === "DROP_CASCADE";
  return names.map((name, i) => {
    switch (statement2["removeType"]) {
      case "OBJECT_TABLE":
        return { kind: "DropTable", table: name ?? "", cascade };
      case "OBJECT_INDEX": {
        const table = tableOfIndex(name ?? "");
        const ifExists = statement2["missing_ok"] === true;
        if (table === null) return ifExists ? { kind: "NoEffect" } : { kind: "Unknown", reason: `no migration made the index "${name}"` };
        return { kind: "DropIndex", table, name: name ?? "", concurrently: statement2["concurrent"] === true, ifExists };
      }
      case "OBJECT_EXTENSION":
        return { kind: "DropExtension", extension: stringAt(statement2, i) ?? "" };
      case "OBJECT_SEQUENCE":
        return { kind: "DropSequence", sequence: name ?? "", table: null, column: null };
      default:
        return namedDrop(String(statement2["removeType"]), name, cascade);
    }
  });
}
function stringAt(statement2, i) {
  return text(node(nodes(statement2["objects"])[i]?.["String"])["sval"]);
}
function rename(statement2, table, tableOfIndex) {
  const to = text(statement2["newname"]) ?? "";
  const sub = text(statement2["subname"]) ?? "";
  if (table !== null && statement2["renameType"] === "OBJECT_COLUMN") return { kind: "RenameColumn", table, column: sub, to, definition: null };
  if (table !== null && statement2["renameType"] === "OBJECT_TABLE") return { kind: "RenameTable", table, to };
  if (table !== null && statement2["renameType"] === "OBJECT_TABCONSTRAINT") return { kind: "RenameConstraint", table, name: sub, to };
  if (table !== null && statement2["renameType"] === "OBJECT_INDEX") {
    const owner = tableOfIndex(table);
    return owner === null ? { kind: "NoEffect" } : { kind: "RenameIndex", table: owner, name: table, to };
  }
  if (statement2["renameType"] === "OBJECT_SEQUENCE") return { kind: "NoEffect" };
  return { kind: "Other", what: "a rename", table };
}
export {
  postgresqlChanges
};
