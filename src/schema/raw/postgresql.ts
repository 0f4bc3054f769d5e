import { parseSync } from "libpg-query";
import type { SchemaChange } from "../change.ts";
import { alterTable } from "./alter-table.ts";
import { columnDefinition, constraintDefinition, indexDefinition } from "./definitions.ts";
import { node, type Node, nodes, objectName, relationName, text } from "./syntax.ts";

/** Which table an index belongs to, as the schema has it: DROP INDEX and ALTER INDEX do not say. */
export type TableOfIndex = (index: string) => string | null;

/** Raw SQL for PostgreSQL as schema changes. What does not parse or is not known is Unknown. libpg-query must be loaded. */
export function postgresqlChanges(sql: string, tableOfIndex: TableOfIndex): readonly SchemaChange[] {
  let statements: readonly Node[];
  try {
    statements = nodes(node(parseSync(sql))["stmts"]);
  } catch (error) {
    // A text without any statement is refused, too.
    if (sql.replace(/--.*$/gm, "").trim() === "") return [];
    return [{ kind: "Unknown", reason: `PostgreSQL's parser refuses the SQL: ${error instanceof Error ? error.message : "too deeply nested"}` }];
  }
  return statements.flatMap((statement) => {
    const [entry] = Object.entries(node(statement["stmt"]));
    return entry ? changesOf(entry[0], node(entry[1]), sql, tableOfIndex) : [];
  });
}

const harmless = new Set(["VariableSetStmt", "VariableShowStmt", "TransactionStmt", "CommentStmt", "VacuumStmt", "GrantStmt", "GrantRoleStmt", "AlterOwnerStmt", "CheckPointStmt", "ExplainStmt", "ReindexStmt", "CreateStatsStmt", "AlterStatsStmt", "ConstraintsSetStmt", "LockStmt", "CreateSchemaStmt", "CreateSeqStmt", "AlterSeqStmt", "ClusterStmt", "DiscardStmt", "NotifyStmt", "ListenStmt"]);

const others: Readonly<Record<string, string>> = {
  CreateTrigStmt: "a trigger",
  CreateFunctionStmt: "a function",
  AlterFunctionStmt: "a function",
  DoStmt: "an anonymous code block",
  ViewStmt: "a view",
  CreateTableAsStmt: "a table or materialized view made from a query",
  RefreshMatViewStmt: "a materialized view",
  RuleStmt: "a rule",
  CreateEnumStmt: "a type",
  AlterEnumStmt: "a type",
  CreateDomainStmt: "a domain",
  AlterDomainStmt: "a domain",
  CompositeTypeStmt: "a type",
  CreatePolicyStmt: "row security",
  CreateCastStmt: "a cast",
  DefineStmt: "an aggregate, operator, type or text search object",
  CallStmt: "a procedure call",
  CreateEventTrigStmt: "an event trigger",
};

const writes: Readonly<Record<string, "INSERT" | "UPDATE" | "DELETE">> = { InsertStmt: "INSERT", UpdateStmt: "UPDATE", DeleteStmt: "DELETE" };

function changesOf(kind: string, statement: Node, sql: string, tableOfIndex: TableOfIndex): readonly SchemaChange[] {
  const table = relationName(statement["relation"]);
  const write = writes[kind];
  if (write) return [{ kind: "WriteRows", statement: write, table }];
  if (harmless.has(kind)) return [{ kind: "NoEffect" }];
  switch (kind) {
    case "SelectStmt":
      return [{ kind: "NoEffect" }];
    case "AlterTableStmt":
      return alterTable(statement, sql);
    case "CreateStmt":
      return table === null ? [] : [createTable(statement, table, sql)];
    case "IndexStmt":
      return table === null ? [] : [{ kind: "CreateIndex", table, index: indexDefinition(statement, table, sql), concurrently: statement["concurrent"] === true }];
    case "DropStmt":
      return drop(statement, tableOfIndex);
    case "RenameStmt":
      return [rename(statement, table, tableOfIndex)];
    case "TruncateStmt":
      return nodes(statement["relations"]).map((relation) => ({ kind: "WriteRows", statement: "TRUNCATE", table: relationName(relation["RangeVar"]) }));
    case "CopyStmt":
      return [{ kind: "WriteRows", statement: "INSERT", table }];
    case "CreateExtensionStmt":
      return [{ kind: "CreateExtension", extension: text(statement["extname"]) ?? "" }];
    default:
      return [others[kind] === undefined ? { kind: "Unknown", reason: `${kind.replace(/Stmt$/, "")} is a statement that is not known` } : { kind: "Other", what: others[kind], table }];
  }
}

function createTable(statement: Node, table: string, sql: string): SchemaChange {
  const elements = nodes(statement["tableElts"]);
  return {
    kind: "CreateTable",
    table,
    columns: elements.filter((element) => "ColumnDef" in element).map((element) => columnDefinition(element["ColumnDef"], sql)),
    constraints: elements.filter((element) => "Constraint" in element).map((element) => constraintDefinition(element["Constraint"], table, sql)).filter((constraint) => constraint !== null),
    comment: null,
    tablespace: null,
  };
}

function drop(statement: Node, tableOfIndex: TableOfIndex): readonly SchemaChange[] {
  const names = nodes(statement["objects"]).map(objectName);
  const cascade = statement["behavior"] === "DROP_CASCADE";
  return names.map((name, i): SchemaChange => {
    switch (statement["removeType"]) {
      case "OBJECT_TABLE":
        return { kind: "DropTable", table: name ?? "", cascade };
      case "OBJECT_INDEX": {
        const table = tableOfIndex(name ?? "");
        const ifExists = statement["missing_ok"] === true;
        if (table === null) return ifExists ? { kind: "NoEffect" } : { kind: "Unknown", reason: `no migration made the index "${name}"` };
        return { kind: "DropIndex", table, name: name ?? "", concurrently: statement["concurrent"] === true, ifExists };
      }
      case "OBJECT_EXTENSION":
        return { kind: "DropExtension", extension: stringAt(statement, i) ?? "" };
      case "OBJECT_SEQUENCE":
        return { kind: "DropSequence", sequence: name ?? "", table: null, column: null };
      default:
        return { kind: "Other", what: `the drop of ${String(statement["removeType"]).replace("OBJECT_", "a ").toLowerCase()}`, table: null };
    }
  });
}

function stringAt(statement: Node, i: number): string | null {
  return text(node(nodes(statement["objects"])[i]?.["String"])["sval"]);
}

function rename(statement: Node, table: string | null, tableOfIndex: TableOfIndex): SchemaChange {
  const to = text(statement["newname"]) ?? "";
  const sub = text(statement["subname"]) ?? "";
  if (table !== null && statement["renameType"] === "OBJECT_COLUMN") return { kind: "RenameColumn", table, column: sub, to, definition: null };
  if (table !== null && statement["renameType"] === "OBJECT_TABLE") return { kind: "RenameTable", table, to };
  if (table !== null && statement["renameType"] === "OBJECT_TABCONSTRAINT") return { kind: "RenameConstraint", table, name: sub, to };
  if (table !== null && statement["renameType"] === "OBJECT_INDEX") {
    const owner = tableOfIndex(table);
    return owner === null ? { kind: "NoEffect" } : { kind: "RenameIndex", table: owner, name: table, to };
  }
  if (statement["renameType"] === "OBJECT_SEQUENCE") return { kind: "NoEffect" };
  return { kind: "Other", what: "a rename", table };
}
