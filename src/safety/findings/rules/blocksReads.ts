import { vendors } from "../../../django/project.ts";
import { locked } from "../words.ts";
import type { OperationRule } from "../rule.ts";

export const blocksReads: OperationRule = {
  about: "operation",
  id: "blocks-reads",
  level: "warning",
  title: "Reads and writes wait",
  why: "The server reads or rewrites the table while it holds a lock that SELECT conflicts with. Every request that needs the table waits, for longer the larger it is.",
  advice: "Use the form that does its work under a weaker lock, in a migration of its own, and set `lock_timeout`.",
  databases: vendors,
  tell: ({ impact }) => (impact.blocksReads ? [`Reads and writes of ${locked(impact, [...impact.rewrites, ...impact.scans])} wait until it is done.`] : []),
  bad: { operations: "migrations.AlterField(\"order\", \"total\", models.BigIntegerField(null=True))," },
  good: { operations: "migrations.AlterField(\"order\", \"ref\", models.CharField(max_length=40))," },
};
