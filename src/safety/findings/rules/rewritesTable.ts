import { vendors } from "../../../django/project.ts";
import { code } from "../../../django/graph/words.ts";
import { listed } from "../words.ts";
import type { OperationRule } from "../rule.ts";

export const rewritesTable: OperationRule = {
  about: "operation",
  id: "rewrites-table",
  level: "note",
  title: "Rewrites the table",
  why: "The server writes the table and its indexes anew: as much disk again, and as much for replicas to follow.",
  advice: "See to the disk space and the replication lag, or add a new column and fill it in batches.",
  databases: vendors,
  tell: ({ impact: { rewrites }, sizes }) => {
    const tables = rewrites.filter((table) => !sizes.small(table));
    return tables.length === 0 ? [] : [`${listed(tables.map(code))} ${tables.length === 1 ? "is" : "are"} rewritten, indexes included.`];
  },
  bad: { operations: "migrations.AlterField(\"order\", \"total\", models.BigIntegerField(null=True))," },
  good: { operations: "migrations.AlterField(\"order\", \"ref\", models.CharField(max_length=40))," },
};
