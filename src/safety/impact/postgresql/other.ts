import type { SchemaChange } from "../../../schema/change.ts";
import { type Recognised, recognised } from "../recognised.ts";
import type { PostgresForm } from "../tables/postgresql.ts";

type Forms = Recognised<PostgresForm>;

const rowsKeepLocks = "The rows it changes stay locked until the transaction ends: UPDATE and DELETE of them wait.";

/** What `Other.what` begins with, and the form it is; whatever is not here is said to be unknown. */
const otherForms: readonly { readonly begins: RegExp; readonly form: PostgresForm }[] = [
  { begins: /^create (or replace )?(constraint )?trigger/i, form: "create trigger" },
  { begins: /^(enable|disable) trigger/i, form: "create trigger" },
  { begins: /^drop trigger/i, form: "drop trigger" },
  { begins: /^create (or replace )?(recursive )?view/i, form: "create view" },
  { begins: /^(create|alter|drop) (or replace )?(function|procedure|aggregate|type|domain|cast|operator|schema|text search|collation|extension)/i, form: "extension or collation" },
];

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
      return { ...recognised<PostgresForm>(change.table, "update rows"), notes: [rowsKeepLocks] };
    case "CopyRows":
      return recognised(change.to, "insert rows");
    case "WriteRows":
      return writeRows(change);
    case "NoEffect":
      return recognised(null);
    case "Other": {
      const row = otherForms.find(({ begins }) => begins.test(change.what));
      if (row) return recognised(change.table, row.form);
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
