import { parsePlPgSQLSync } from "libpg-query";
import type { SchemaChange } from "../change.ts";
import { node, type Node, nodes, text } from "./syntax.ts";

/** Reads one SQL statement of a block. */
type ReadSql = (sql: string) => readonly SchemaChange[];

const block: SchemaChange = { kind: "Other", what: "an anonymous code block", table: null };

/**
 * What a `DO` statement does, where it is plain statements in a row. Inside a condition, a loop or an exception handler only statements that change
 * rows are taken as they stand: anything else may or may not run, and makes the block one that has to be read by a person.
 */
export function blockChanges(sql: string, language: string, read: ReadSql): readonly SchemaChange[] {
  if (language.toLowerCase() !== "plpgsql") return [block];
  let body: readonly Node[];
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

/** null: something in it is not followed. */
function statements(list: readonly Node[], read: ReadSql): readonly SchemaChange[] | null {
  const changes: SchemaChange[] = [];
  for (const one of list) {
    const made = statement(one, read);
    if (made === null) return null;
    changes.push(...made);
  }
  return changes;
}

function statement(one: Node, read: ReadSql): readonly SchemaChange[] | null {
  const [entry] = Object.entries(one);
  if (!entry) return [];
  const [kind, value] = [entry[0].replace("PLpgSQL_stmt_", ""), node(entry[1])];
  switch (kind) {
    case "block": {
      const handlers = nodes(node(node(value["exceptions"])["PLpgSQL_exception_block"])["exc_list"]).map((handler) => node(handler["PLpgSQL_exception"]));
      // What fails because it is there already is taken as done; any other handler may hide that the body was rolled back.
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
      return literal && value["params"] === undefined ? read(literal[1]!.replaceAll("''", "'")) : null;
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

/** What may or may not run must leave the schema as it is. */
function rowsOnly(list: readonly Node[], read: ReadSql): readonly SchemaChange[] | null {
  const changes = statements(list, read);
  return changes?.every((change) => change.kind === "WriteRows" || change.kind === "NoEffect") === true ? changes : null;
}

function query(expression: unknown): string {
  return text(node(node(expression)["PLpgSQL_expr"])["query"]) ?? "";
}
