import type { SchemaChange } from "../../../schema/change.ts";
import { type Recognised, recognised } from "../recognised.ts";
import type { PostgresForm } from "../tables/postgresql.ts";

type Forms = Recognised<PostgresForm>;

const rowsKeepLocks = "The rows it changes stay locked until the transaction ends: UPDATE and DELETE of them wait.";

const readsDefault = "Should the table have a default partition, all of it is read under the lock, and reads and writes wait.";

/** Raw statements by the words the reader of raw SQL names them with; whatever is not here is said to be unknown. */
const otherForms: Readonly<Record<string, PostgresForm>> = {
  "a trigger": "create trigger",
  "triggers of a table": "create trigger",
  "the drop of a trigger": "rule or row security",
  "the drop of a rule": "rule or row security",
  "the drop of a policy": "rule or row security",
  "row security": "rule or row security",
  "a rule": "rule or row security",
  "storage or replica identity of a table": "storage, replica identity or deferrability",
  "a constraint's deferrability": "storage, replica identity or deferrability",
  "SET LOGGED, which rewrites the table": "rewrite by command",
  "SET UNLOGGED, which rewrites the table": "rewrite by command",
  "CLUSTER, which rewrites the table": "rewrite by command",
  "VACUUM FULL, which rewrites the table": "rewrite by command",
  "a new partition": "new partition",
  "a view": "function, type or view",
  "the drop of a view": "function, type or view",
  "the drop of a materialized view": "function, type or view",
  "a table or materialized view made from a query": "function, type or view",
  "a function": "function, type or view",
  "the drop of a function": "function, type or view",
  "the drop of a type": "function, type or view",
  "a domain": "function, type or view",
  "a type": "function, type or view",
  "a cast": "function, type or view",
  "an aggregate, operator, type or text search object": "function, type or view",
  "an event trigger": "function, type or view",
};

/** Sequences, extensions, rows, and statements that are only named. */
export function other(change: SchemaChange): Forms {
  switch (change.kind) {
    case "CreateSequence":
    case "AlterSequence":
      return recognised(null, "create or alter sequence");
    case "DropSequence":
      return change.table === null
        ? { ...recognised<PostgresForm>(null), unknown: `whether a column's default uses the sequence "${change.sequence}": its table would be locked ACCESS EXCLUSIVE for a moment` }
        : recognised(change.table, "drop sequence");
    case "CreateExtension":
    case "DropExtension":
    case "CreateCollation":
    case "DropCollation":
      return recognised(null, "extension or collation");
    case "FillNulls":
    case "FillRows":
      return { ...recognised<PostgresForm>(change.table, "update rows"), notes: [rowsKeepLocks] };
    case "CopyRows":
      return recognised(change.to, "insert rows");
    case "WriteRows":
      return writeRows(change);
    case "NoEffect":
      return recognised(null);
    case "Other": {
      const form = otherForms[change.what];
      const needsTable = form !== "function, type or view";
      if (form !== undefined && !(needsTable && change.table === null)) return { ...recognised(change.table, form), notes: form === "new partition" ? [readsDefault] : [] };
      return { ...recognised<PostgresForm>(change.table), unknown: `which locks this takes: ${change.what}` };
    }
    case "Unknown":
      return { ...recognised<PostgresForm>(null), unknown: change.reason };
    default:
      return { ...recognised<PostgresForm>(null), unknown: `which locks ${change.kind} takes` };
  }
}

function writeRows(change: Extract<SchemaChange, { kind: "WriteRows" }>): Forms {
  if (change.table === null) return { ...recognised<PostgresForm>(null), unknown: `the table that ${change.statement} changes` };
  switch (change.statement) {
    case "INSERT":
      return recognised(change.table, "insert rows");
    case "UPDATE":
      return { ...recognised<PostgresForm>(change.table, "update rows"), notes: [rowsKeepLocks] };
    case "DELETE":
      return { ...recognised<PostgresForm>(change.table, "delete rows"), notes: [rowsKeepLocks] };
    case "TRUNCATE":
      return recognised(change.table, "truncate");
  }
}
