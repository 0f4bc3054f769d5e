import type { Audit, AuditedProject, PendingContract } from "../../src/report/types.ts";
import { lock } from "./build.ts";
import * as cases from "./cases.ts";

/** Audits built by hand: every helper takes what a test is about and fills in the rest. */

export function pending(more: Partial<PendingContract> = {}): PendingContract {
  return {
    what: "column", table: "shop_order", name: "old_ref", leftBy: "shop.0041_forget_old_ref", explanation: "No field uses the column `old_ref` of `shop_order` any more.",
    sql: `ALTER TABLE "shop_order" DROP COLUMN "old_ref"`,
    released: { in: 3, orMore: false, first: "v1.2" },
    contract: {
      safe: "now", because: "No statement of the running release (`v1.4`) uses it.", gate: null, without: null,
      files: [{ path: "shop/migrations/0043_drop_shop_order_old_ref.py", text: `from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    operations = []\n` }],
      sql: [{ sql: `ALTER TABLE "shop_order" DROP COLUMN "old_ref"`, impact: lock("shop_order"), note: null }],
    },
    ...more,
  };
}

export function audited(more: Partial<AuditedProject> = {}): AuditedProject {
  return { ...cases.breaking.projects[0]!, pending: [], unfinished: [], ...more };
}

export function audit(more: Partial<Audit> = {}): Audit {
  return { kind: "audit", since: null, version: "1.0.0", head: { ref: "main @ 3f2a91c", commit: "3f2a91c".padEnd(40, "0") }, runningRelease: { ref: "v1.4", commit: "12ab34c".padEnd(40, "0"), source: "--running-release" }, unreleased: null, projects: [audited()], ...more };
}

/** Something of everything. */
export const everything = audit({
  unreleased: cases.breaking,
  projects: [
    audited({
      pending: [
        pending({ what: "default", name: "priority", leftBy: null, released: null, explanation: "The database still has a default for `shop_order.priority` that `shop.Order.priority` does not declare.", sql: null, contract: { safe: "unknown", because: "", gate: null, files: [], sql: [], without: "SQLite drops a default only with the whole table made anew" } }),
        pending({
          name: "note", leftBy: "shop.0040_note", released: { in: 0, orMore: false, first: null },
          contract: { ...pending().contract, safe: "not yet", because: "The running release (`v1.4`) still has it in its models: `SELECT` on `shop_order` (`column shop_order.note does not exist`) would fail.", gate: null },
          usages: { of: "Order.note", certain: 1, likely: 1, possible: 0, tests: 2, leftOut: [], incomplete: false, first: [{ path: "shop/reports.py", line: 7, text: `SQL = "SELECT note FROM shop_order"`, certainty: "certain", kind: "SQL", how: "SQL", test: false }] },
        }),
        pending({ what: "nullability", name: "total", released: { in: 200, orMore: true, first: "v0.1" }, contract: { ...pending().contract, safe: "look first", gate: "no row holds NULL in `total`" } }),
        pending(),
      ],
      unfinished: [{ target: "shop.Order.priority", recipe: "required-column", step: 1, of: 2, migration: "shop.0042_priority", place: { path: "shop/migrations/0042_priority.py", line: 12 }, next: "Drop the default.", gate: "when a release with `shop.0042_priority` runs everywhere and no older process is left" }],
      graph: [{ rule: "conflicting-leaf-nodes", level: "error", message: "`shop` has two leaf nodes: `0042_a` and `0042_b`.", place: null, advice: "Run `makemigrations --merge`." }],
    }),
  ],
});
