import type { ColumnAction, SchemaChange } from "../change.ts";
import { columnDefinition, constraintDefinition, defaultOf } from "./definitions.ts";
import type { SqlText } from "./sql-text.ts";
import { columnOf, node, type Node, nodes, number, relationName, strings, text, typeOf } from "./syntax.ts";

/** Clauses of ALTER TABLE that no statement of a release can tell. */
const harmless = new Set(["AT_SetStatistics", "AT_SetOptions", "AT_ResetOptions", "AT_ClusterOn", "AT_DropCluster", "AT_SetRelOptions", "AT_ResetRelOptions"]);

/** ALTER TABLE: one change a clause. */
export function alterTable(statement: Node, sql: SqlText, tableOfIndex: (index: string) => string | null): readonly SchemaChange[] {
  const table = relationName(statement["relation"]);
  if (table === null) return [{ kind: "Unknown", reason: "an ALTER whose relation is not named" }];
  if (statement["objtype"] !== "OBJECT_TABLE") return nodes(statement["cmds"]).map((command) => elsewhere(node(command["AlterTableCmd"]), table, statement["objtype"], tableOfIndex));
  const commands = nodes(statement["cmds"]).map((command) => node(command["AlterTableCmd"]));
  // Whatever their order in the text, PostgreSQL drops first (AlterTablePass in tablecmds.c): a check that goes proves nothing for SET NOT NULL beside it.
  const drops = (command: Node) => command["subtype"] === "AT_DropColumn" || command["subtype"] === "AT_DropConstraint";
  return [...commands.filter(drops), ...commands.filter((command) => !drops(command))].map((command) => clause(command, table, sql));
}

/** Of an index, a sequence, a view: a move to another tablespace copies an index under a lock; the rest is not felt by a release's statements. */
function elsewhere(command: Node, name: string, type: unknown, tableOfIndex: (index: string) => string | null): SchemaChange {
  if (command["subtype"] === "AT_SetTableSpace") return { kind: "Other", what: "SET TABLESPACE, which copies what it moves", table: type === "OBJECT_INDEX" ? tableOfIndex(name) : name, breaksNothing: true };
  return { kind: "NoEffect" };
}

function clause(command: Node, table: string, sql: SqlText): SchemaChange {
  const column = text(command["name"]) ?? "";
  const subtype = text(command["subtype"]) ?? "";
  const act = (action: ColumnAction): SchemaChange => ({ kind: "AlterColumn", table, actions: [action] });
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
      // PostgreSQL 18: NOT NULL as a constraint with a name.
      if (constraint["contype"] === "CONSTR_NOTNULL") return act({ kind: "SetNotNull", column: strings(constraint["keys"])[0] ?? "", ...(constraint["skip_validation"] === true && { notValid: true }) });
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
      return harmless.has(subtype) ? { kind: "NoEffect" } : { kind: "Unknown", reason: `ALTER TABLE … ${subtype.replace(/^AT_/, "")} is not known` };
  }
}

/** A constraint that may wait until the transaction ends breaks nothing; one that no longer may, and one that is enforced or no longer is, might. */
function alterConstraint(change: Node, table: string): SchemaChange {
  if (change["alterEnforceability"] === true) return { kind: "Other", what: "a constraint that is enforced from now on, or no longer", table };
  const what = "a constraint's deferrability";
  return change["deferrable"] === true ? { kind: "Other", what, table, breaksNothing: true } : { kind: "Other", what, table };
}

/** The expression after USING; a plain cast of the column itself reads as Django writes it, whatever its spelling. */
function using(definition: Node, column: string, type: string, sql: SqlText): string | null {
  const expression = definition["raw_default"];
  if (expression === undefined) return null;
  const cast = node(node(expression)["TypeCast"]);
  if (columnOf(expression) === column) return `"${column}"`;
  if (columnOf(cast["arg"]) === column && typeOf(cast["typeName"]) === type) return `"${column}"::${type}`;
  return sql.after(number(definition["location"]), "using") ?? "an expression";
}
