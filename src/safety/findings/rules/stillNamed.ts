import { vendors } from "../../../django/project.ts";
import type { OtherRule } from "../rule.ts";

const released = `migrations.SeparateDatabaseAndState(
    state_operations=[migrations.RemoveField("order", "note")],
),`;
const drop = `migrations.RunSQL(
    'ALTER TABLE shop_order DROP COLUMN note',
    'ALTER TABLE shop_order ADD COLUMN note text NULL',
),`;

export const stillNamed: OtherRule = {
  about: "usage",
  id: "still-named",
  level: "error",
  title: "The running release's code still names it",
  why: "The models of the running release do not have the column or table any more, so its ORM does not miss it. Its raw SQL does: the statement fails the moment the migration has run. Where only Python names it, which may mean something else by now (a property, a method), this is a warning.",
  advice: "Take the name out of the code, ship that, and contract when no older process is left.",
  databases: vendors,
  bad: { released, operations: drop, runningFiles: { "shop/reports.py": 'SQL = "SELECT note FROM shop_order WHERE total > 100"\n' } },
  good: { released, operations: drop, runningFiles: { "shop/reports.py": 'SQL = "SELECT ref FROM shop_order WHERE total > 100"\n' } },
};
