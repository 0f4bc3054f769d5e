import type { SchemaChange } from "../change.ts";
import { node, type Node, nodes, relationName, strings, text } from "./syntax.ts";

/** Statements that change nothing a release relies on, and whose locks nobody waits for. */
const harmless = new Set([
  "VariableSetStmt", "VariableShowStmt", "TransactionStmt", "CommentStmt", "GrantRoleStmt", "AlterOwnerStmt", "CheckPointStmt", "ExplainStmt", "CreateStatsStmt", "AlterStatsStmt", "ConstraintsSetStmt",
  "CreateSchemaStmt", "CreateSeqStmt", "AlterSeqStmt", "DiscardStmt", "NotifyStmt", "ListenStmt",
]);

/** Statements that a person has to judge, by what they make or change. */
const others: Readonly<Record<string, string>> = {
  CreateTrigStmt: "a trigger",
  AlterFunctionStmt: "a function",
  RuleStmt: "a rule",
  AlterDomainStmt: "a domain",
  CreatePolicyStmt: "row security",
  DefineStmt: "an aggregate, operator, type or text search object",
  CallStmt: "a procedure call",
  CreateEventTrigStmt: "an event trigger",
};

/** What is new, and so used by no statement of a release yet. */
const fresh: Readonly<Record<string, string>> = {
  CreateEnumStmt: "a type",
  CreateDomainStmt: "a domain",
  CompositeTypeStmt: "a type",
  CreateCastStmt: "a cast",
  // CREATE OR REPLACE VIEW keeps the columns that there are, in their order (PostgreSQL manual, CREATE VIEW).
  ViewStmt: "a view",
};

/** A statement that is only named, so that a person can judge it. */
export function named(kind: string, statement: Node, tableOfIndex: (index: string) => string | null): readonly SchemaChange[] {
  if (harmless.has(kind)) return [{ kind: "NoEffect" }];
  // A policy has its table under another name.
  const table = relationName(statement["relation"] ?? statement["table"]);
  const quiet = (what: string, of: string | null): SchemaChange => ({ kind: "Other", what, table: of, breaksNothing: true });
  const fits = fresh[kind];
  if (fits !== undefined) return [quiet(fits, null)];
  switch (kind) {
    case "SelectStmt":
      return [select(statement)];
    case "CreateFunctionStmt":
      // A function that replaces another may be what a trigger of the running release calls.
      return [statement["replace"] === true ? { kind: "Other", what: "a function", table: null } : quiet("a function", null)];
    case "AlterEnumStmt":
      return [statement["oldVal"] === undefined ? quiet("a type", null) : { kind: "Other", what: "a value of a type under another name", table: null }];
    case "CreateTableAsStmt":
      return [quiet("a table or materialized view made from a query", null)];
    case "RefreshMatViewStmt":
      return [statement["concurrent"] === true ? { kind: "NoEffect" } : quiet("REFRESH MATERIALIZED VIEW", table)];
    case "GrantStmt":
      return [statement["is_grant"] === true ? { kind: "NoEffect" } : { kind: "Other", what: "the withdrawal of a privilege", table: relationName(nodes(statement["objects"])[0]?.["RangeVar"]) }];
    case "LockStmt":
      return nodes(statement["relations"]).map((relation) => quiet("LOCK TABLE", relationName(relation["RangeVar"])));
    case "ClusterStmt":
      return [quiet("CLUSTER, which rewrites the table", table)];
    case "VacuumStmt":
      return vacuum(statement).map((of) => quiet("VACUUM FULL, which rewrites the table", of));
    case "ReindexStmt":
      return [option(statement, "params", "concurrently") ? { kind: "NoEffect" } : quiet("REINDEX", statement["kind"] === "REINDEX_OBJECT_INDEX" && table !== null ? tableOfIndex(table) : table)];
    default:
      return [others[kind] === undefined ? { kind: "Unknown", reason: `${kind.replace(/Stmt$/, "")} is a statement that is not known` } : { kind: "Other", what: others[kind], table }];
  }
}

/** A dropped thing that is neither a table nor an index. Of a trigger, a rule or a policy `name` is `table.name`. */
export function namedDrop(type: string, name: string | null, cascade: boolean): SchemaChange {
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
      // Without CASCADE PostgreSQL refuses to drop what a column, a default or a trigger uses.
      return cascade ? { kind: "Other", what: `${what} and of everything that uses it`, table: null } : { kind: "Other", what, table: null, breaksNothing: true };
    default:
      return { kind: "Other", what, table: null };
  }
}

/** `table` of `"table"."trigger"`, as a DropStmt's object is read. */
function tableOf(name: string | null): string | null {
  return name === null ? null : (/^"((?:[^"]|"")+)"\./.exec(name)?.[1] ?? name);
}

/** Functions of PostgreSQL that a statement `SELECT f(…)` calls for what they do, and that change no schema. */
const builtins = new Set(["setval", "nextval", "currval", "lastval", "set_config", "current_setting", "pg_sleep", "now", "version", "pg_notify", "pg_stat_reset", "pg_try_advisory_lock", "pg_advisory_lock", "pg_advisory_unlock", "pg_advisory_xact_lock", "count", "coalesce", "max", "min"]);

/** A query changes nothing; a bare call of a function (`SELECT create_hypertable('t', 'at')`) may do anything. */
function select(statement: Node): SchemaChange {
  if (statement["intoClause"] !== undefined) return { kind: "Other", what: "a table or materialized view made from a query", table: null, breaksNothing: true };
  if (statement["fromClause"] !== undefined) return { kind: "NoEffect" };
  const called = nodes(statement["targetList"]).map((target) => strings(node(node(node(target["ResTarget"])["val"])["FuncCall"])["funcname"]).at(-1));
  const own = called.find((name) => name !== undefined && !builtins.has(name));
  return own === undefined ? { kind: "NoEffect" } : { kind: "Other", what: `a call of the function ${own}`, table: null };
}

/** The tables that VACUUM FULL rewrites; null: all. Nothing for VACUUM and ANALYZE, beside which others go on. */
function vacuum(statement: Node): readonly (string | null)[] {
  if (!option(statement, "options", "full")) return [];
  const tables = nodes(statement["rels"]).map((relation) => relationName(node(relation["VacuumRelation"])["relation"]));
  return tables.length > 0 ? tables : [null];
}

function option(statement: Node, member: string, name: string): boolean {
  return nodes(statement[member]).some((one) => text(node(one["DefElem"])["defname"]) === name);
}
