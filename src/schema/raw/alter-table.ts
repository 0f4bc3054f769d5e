import type { ColumnAction, SchemaChange } from "../change.ts";
import { columnDefinition, constraintDefinition, defaultOf } from "./definitions.ts";
import { node, type Node, nodes, relationName, text, typeOf } from "./syntax.ts";

/** Clauses of ALTER TABLE that no statement of a release can tell. */
const harmless = new Set(["AT_SetStatistics", "AT_SetStorage", "AT_SetCompression", "AT_SetOptions", "AT_ResetOptions", "AT_ClusterOn", "AT_DropCluster", "AT_SetLogged", "AT_SetUnLogged", "AT_SetTableSpace", "AT_SetRelOptions", "AT_ResetRelOptions", "AT_ReplicaIdentity", "AT_ChangeOwner"]);

/** ALTER TABLE: one change a clause. */
export function alterTable(statement: Node, sql: string): readonly SchemaChange[] {
  const table = relationName(statement["relation"]);
  if (table === null || statement["objtype"] !== "OBJECT_TABLE") return [{ kind: "NoEffect" }];
  return nodes(statement["cmds"]).map((command) => clause(node(command["AlterTableCmd"]), table, sql));
}

function clause(command: Node, table: string, sql: string): SchemaChange {
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
      return act({ kind: "SetType", column, type: typeOf(definition["typeName"]), using: "raw_default" in definition ? sql : null, collation: null });
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
      const constraint = constraintDefinition(node(command["def"])["Constraint"], table, sql);
      return constraint ? { kind: "AddConstraint", table, constraint } : { kind: "Unknown", reason: "a kind of constraint that is not known" };
    }
    case "AT_DropConstraint":
      return { kind: "DropConstraint", table, name: column, constraint: "check", immediate: false };
    case "AT_ValidateConstraint":
      return { kind: "ValidateConstraint", table, name: column };
    case "AT_AlterConstraint":
      return { kind: "NoEffect" };
    case "AT_EnableTrig":
    case "AT_DisableTrig":
    case "AT_EnableTrigAll":
    case "AT_DisableTrigAll":
    case "AT_EnableTrigUser":
    case "AT_DisableTrigUser":
    case "AT_EnableRowSecurity":
    case "AT_DisableRowSecurity":
    case "AT_ForceRowSecurity":
      return { kind: "Other", what: "triggers or row security of a table", table };
    default:
      return harmless.has(subtype) ? { kind: "NoEffect" } : { kind: "Unknown", reason: `ALTER TABLE … ${subtype.replace(/^AT_/, "")} is not known` };
  }
}
