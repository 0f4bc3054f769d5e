import { vendors } from "../../../django/project.ts";
import { code } from "../../../django/graph/words.ts";
import { listed } from "../words.ts";
import type { OperationRule } from "../rule.ts";

export const blocksDeletes: OperationRule = {
  about: "operation",
  id: "blocks-deletes",
  level: "note",
  title: "Deletes of the running release may fail later",
  why: "Django cascades in Python, over the foreign keys the code knows. The running release does not know the new one: once the new release has written a row that refers to a row it deletes, its DELETE fails.",
  advice: "Accept it for the time both releases run, or add the foreign key with `db_constraint=False` first.",
  databases: vendors,
  tell: ({ blockedDeletes: deletes }) => {
    if (deletes.length === 0) return [];
    const tables = (names: readonly string[]) => listed([...new Set(names.map(code))]);
    return [`The running release's DELETE from ${tables(deletes.map(({ parent }) => parent))} fails once the new release has written a row of ${tables(deletes.map(({ child }) => child))} that refers to it.`];
  },
  bad: {
    operations: "migrations.AddField(\"order\", \"payer\", models.ForeignKey(\"shop.Customer\", models.CASCADE, null=True, related_name=\"+\")),",
  },
  good: {
    operations: "migrations.AddField(\"order\", \"payer\", models.ForeignKey(\"shop.Customer\", models.CASCADE, null=True, related_name=\"+\", db_constraint=False)),",
  },
};
