import { vendors } from "../../../django/project.ts";
import type { OtherRule } from "../rule.ts";

export const acceptWithoutReason: OtherRule = {
  about: "acceptance",
  id: "accept-without-reason",
  level: "warning",
  title: "Accepted without a reason",
  why: "A finding that is accepted leaves the verdict. Whoever reads the migration later has to know why, so the reason is part of the comment.",
  advice: "Write why behind the rule: `# expand-contract: accept blocks-writes 200 rows, at night`.",
  databases: vendors,
  bad: {
    operations: `# expand-contract: accept blocks-writes
migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref")),`,
  },
  good: {
    operations: `# expand-contract: accept blocks-writes 200 rows, at night
migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref")),`,
  },
};
