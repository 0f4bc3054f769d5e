import { vendors } from "../../../django/project.ts";
import type { OtherRule } from "../rule.ts";

export const staleAcceptance: OtherRule = {
  about: "acceptance",
  id: "stale-acceptance",
  level: "note",
  title: "Accepts what is not there",
  why: "The comment names a rule that tells nothing at its place: it was mended, or the name is wrong.",
  advice: "Take the comment away, or correct the rule’s name.",
  databases: vendors,
  bad: {
    operations: `# expand-contract: accept blocks-reads 200 rows, at night
migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref")),`,
  },
  good: {
    operations: `# expand-contract: accept blocks-writes 200 rows, at night
migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref")),`,
  },
};
