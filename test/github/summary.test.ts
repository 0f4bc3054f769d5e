import { describe, expect, it } from "vitest";
import { auditSummary, reviewSummary } from "../../src/github/summary.ts";
import type { MigrationRecord } from "../../src/safety/types.ts";
import { audit, audited } from "../report/audits.ts";
import { breakage, facts, field, migration, project, record, review, sql } from "../report/build.ts";

const mebibyte = 1024 * 1024;

/** Migrations that break, with names of characters that are three bytes each. */
function many(migrations: number): readonly MigrationRecord[] {
  return Array.from({ length: migrations }, (_, index) =>
    migration("shop", `${String(index).padStart(4, "0")}_${"名".repeat(80)}`, [
      record({ kind: "AddField", model: "order", field: field("x"), preserveDefault: true }, {
        target: `shop.Order.${"名".repeat(80)}${index}`, phase: "contract", statements: [sql(`ALTER TABLE ${"名".repeat(200)} ADD COLUMN c${index}`)], breaks: [breakage("INSERT", "shop_order", "x", `${"误".repeat(200)}${index}`)],
      }),
    ]),
  );
}

describe("the job summary", () => {
  it("has every operation while it fits", () => {
    const text = reviewSummary(review([project(many(300))], { verdict: "fail", reasons: ["It breaks."] }));
    expect(Buffer.byteLength(text)).toBeLessThan(mebibyte);
    expect(text).toContain("误299`");
    expect(text).not.toContain("Left out");
  });

  it.each([1000, 3000])("of %i operations keeps below a mebibyte, which the runner would drop, and says what it leaves out", (operations) => {
    const text = reviewSummary(review([project(many(operations))], { verdict: "fail", reasons: ["It breaks."] }));
    expect(Buffer.byteLength(text)).toBeLessThan(mebibyte);
    expect(text).toContain(`## 🔴 Migrations: ${operations} of ${operations} operations break the running release`);
    expect(text).toContain("Left out because this would be too long for GitHub: ");
  });

  it("of an audit does, too", () => {
    const text = auditSummary(audit({ projects: [audited({ facts, migrations: many(2000) })] }));
    expect(Buffer.byteLength(text)).toBeLessThan(mebibyte);
    expect(text).toContain("Left out because this may not be longer: what broke before");
  });
});
