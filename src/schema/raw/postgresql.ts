import { codeSpan } from "../../code-span.ts";
import { parseSync } from "libpg-query";
import type { SchemaChange } from "../change.ts";
import { alterTable } from "./alter-table.ts";
import { columnDefinition, constraintDefinition, indexDefinition } from "./definitions.ts";
import { named, namedDrop } from "./named.ts";
import { blockChanges } from "./plpgsql.ts";
import { type SqlText, sqlText } from "./sql-text.ts";
import { node, type Node, nodes, number, objectName, relationName, text } from "./syntax.ts";

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
    return [{ kind: "Unknown", reason: `PostgreSQL's parser refuses the SQL: ${error instanceof Error ? codeSpan(error.message) : "it is too deeply nested"}` }];
  }
  const whole = sqlText(sql);
  return statements.flatMap((statement) => {
    const [entry] = Object.entries(node(statement["stmt"]));
    if (!entry) return [];
    const [kind, inner] = [entry[0], node(entry[1])];
    if (kind === "DoStmt") return block(inner, whole.slice(number(statement["stmt_location"]), end(statement)), tableOfIndex);
    return changesOf(kind, inner, whole, tableOfIndex);
  });
}

/** Where a statement ends; undefined: with the text. */
function end(statement: Node): number | undefined {
  return typeof statement["stmt_len"] === "number" ? number(statement["stmt_location"]) + statement["stmt_len"] : undefined;
}

function block(statement: Node, sql: string, tableOfIndex: TableOfIndex): readonly SchemaChange[] {
  const language = nodes(statement["args"]).map((argument) => node(argument["DefElem"])).find((argument) => argument["defname"] === "language");
  return blockChanges(sql, text(node(node(language?.["arg"])["String"])["sval"]) ?? "plpgsql", (inner) => postgresqlChanges(inner, tableOfIndex));
}

const writes: Readonly<Record<string, "INSERT" | "UPDATE" | "DELETE">> = { InsertStmt: "INSERT", UpdateStmt: "UPDATE", DeleteStmt: "DELETE" };

function changesOf(kind: string, statement: Node, sql: SqlText, tableOfIndex: TableOfIndex): readonly SchemaChange[] {
  const table = relationName(statement["relation"]);
  const write = writes[kind];
  if (write) return [{ kind: "WriteRows", statement: write, table }];
  switch (kind) {
    case "AlterTableStmt":
      return alterTable(statement, sql, tableOfIndex);
    case "CreateStmt":
      return table === null ? [] : [createTable(statement, table, sql), ...ofPartitioned(statement)];
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
      return named(kind, statement, tableOfIndex);
  }
}

function createTable(statement: Node, table: string, sql: SqlText): SchemaChange {
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

/** CREATE TABLE … PARTITION OF locks the table that it becomes a part of. */
function ofPartitioned(statement: Node): readonly SchemaChange[] {
  if (statement["partbound"] === undefined) return [];
  return nodes(statement["inhRelations"]).map((relation) => ({ kind: "Other", what: "a new partition", table: relationName(relation["RangeVar"]), breaksNothing: true }));
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
        return namedDrop(String(statement["removeType"]), name, cascade);
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
