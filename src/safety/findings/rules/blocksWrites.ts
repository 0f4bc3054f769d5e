import { vendors } from "../../../django/project.ts";
import { locked } from "../words.ts";
import type { OperationRule } from "../rule.ts";

export const blocksWrites: OperationRule = {
  about: "operation",
  id: "blocks-writes",
  level: "warning",
  title: "Writes wait",
  why: "The server reads the table while it holds a lock that INSERT, UPDATE and DELETE conflict with, for longer the larger the table is.",
  advice: "Use the form that does its work under a weaker lock (on PostgreSQL `AddIndexConcurrently`, or NOT VALID first and VALIDATE in a later migration).",
  databases: vendors,
  tell: ({ impact }) => (impact.blocksWrites && !impact.blocksReads ? [`Writes to ${locked(impact, [...impact.rewrites, ...impact.scans])} wait until it is done.`] : []),
  bad: { operations: "migrations.AddIndex(\"order\", models.Index(fields=[\"ref\"], name=\"order_ref\"))," },
  good: {
    operations: "AddIndexConcurrently(\"order\", models.Index(fields=[\"ref\"], name=\"order_ref\")),",
    attributes: "atomic = False",
    code: "from django.contrib.postgres.operations import AddIndexConcurrently",
  },
};
