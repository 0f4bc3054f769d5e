import { vendors } from "../../../django/project.ts";
import { sentence } from "../words.ts";
import type { OperationRule } from "../rule.ts";

export const moreAboutWaits: OperationRule = {
  about: "operation",
  id: "more-about-waits",
  level: "note",
  title: "More about what waits",
  why: "A lock on one table is felt on others, rows stay locked until a transaction ends, and a small change of the statement may spare the wait.",
  advice: "Count it in when you choose the time to run it.",
  databases: vendors,
  tell: ({ impactNotes, impact }) => (impact.blocksReads || impact.blocksWrites ? impactNotes.map((note) => sentence(shortened(note).replace(/"([^"`]+)"/g, "`$1`"))) : []),
  bad: { operations: "migrations.AlterField(\"order\", \"total\", models.BigIntegerField(null=True))," },
  good: { operations: "migrations.AlterField(\"order\", \"ref\", models.CharField(max_length=40))," },
};

/** `DELETE on "a", INSERT into "b", … must wait, too`: a table that many refer to would fill a page. */
function shortened(note: string): string {
  const [, list, rest] = /^(.+)( must wait, too.*)$/s.exec(note) ?? [];
  const items = list?.split(", ") ?? [];
  return items.length <= 4 ? note : `${items.slice(0, 3).join(", ")} and ${items.length - 3} more${rest}`;
}
