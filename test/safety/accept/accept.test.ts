import { describe, expect, test } from "vitest";
import { reviewToJson } from "../../../src/report/json.ts";
import { reviewToMarkdown } from "../../../src/report/markdown.ts";
import { reviewToText } from "../../../src/report/text.ts";
import { acceptComments } from "../../../src/safety/accept/comments.ts";
import type { Example } from "../../../src/safety/findings/rule.ts";
import { findingsIn, reviewOf } from "../findings/shop.ts";

const drop = 'migrations.RemoveField("order", "note"),';
const index = 'migrations.AddIndex("order", models.Index(fields=["ref"], name="r")),';

async function judged(example: Example) {
  const review = await reviewOf(example);
  const [project] = review.projects;
  return { verdict: review.verdict, reasons: review.reasons, accepted: project?.accepted ?? [], rules: findingsIn(review).map(({ rule }) => rule), operations: project!.migrations.flatMap(({ operations }) => operations), plan: project!.plan };
}

describe("a comment", () => {
  test.each([
    ["above the operation", `# expand-contract: accept breaks-running-release nobody reads it\n${drop}`],
    ["above it, with others between", `# expand-contract: accept breaks-running-release nobody reads it\n# and more\n\n${drop}`],
    ["on its line", `${drop}  # expand-contract: accept breaks-running-release nobody reads it`],
    ["on a line of it", 'migrations.RemoveField(\n    "order",\n    "note",  # expand-contract: accept breaks-running-release nobody reads it\n),'],
  ])("%s takes a breakage out of the verdict", async (_, operations) => {
    const { verdict, accepted, operations: records, rules, plan } = await judged({ operations });
    expect(verdict).toBe("pass");
    expect(records[0]?.breaks).toEqual([]);
    expect(rules).not.toContain("breaks-running-release");
    expect(accepted).toMatchObject([{ finding: { rule: "breaks-running-release" }, reason: "nobody reads it", place: { path: "shop/migrations/0003_change.py" } }]);
    expect(plan).toBeNull();
  });

  test("of another operation does not", async () => {
    const { verdict, rules } = await judged({ operations: `# expand-contract: accept breaks-running-release nobody reads it\n${index}\n${drop}` });
    expect(verdict).toBe("fail");
    expect(rules).toContain("stale-acceptance");
  });

  test("of another rule does not", async () => {
    expect(await judged({ operations: `# expand-contract: accept drops-data nobody reads it\n${drop}` })).toMatchObject({ verdict: "fail", accepted: [{ finding: { rule: "drops-data" } }] });
  });

  test("without a reason does not, and is told", async () => {
    const { verdict, rules, accepted } = await judged({ operations: `# expand-contract: accept breaks-running-release\n${drop}` });
    expect([verdict, accepted]).toEqual(["fail", []]);
    expect(rules).toContain("accept-without-reason");
  });

  test("above the class holds for the whole migration", async () => {
    const { verdict, accepted } = await judged({ code: "\n\n# expand-contract: accept breaks-running-release nobody reads them", operations: `${drop}\nmigrations.RemoveField("order", "total"),` });
    expect([verdict, accepted.length]).toEqual(["pass", 2]);
  });

  test("of what is not known", async () => {
    const operations = '# expand-contract: accept unknown-operation read by two people\nmigrations.RunSQL("CREATE TRIGGER t BEFORE INSERT ON shop_order FOR EACH ROW EXECUTE FUNCTION f()", ""),';
    expect(await judged({ operations })).toMatchObject({ verdict: "pass", accepted: [{ reason: "read by two people" }] });
  });

  test("of a wait takes it out of the operation's impact", async () => {
    const { operations } = await judged({ operations: `# expand-contract: accept blocks-writes 200 rows\n${index}` });
    expect(operations[0]).toMatchObject({ accepted: ["blocks-writes"], impact: { blocksWrites: false } });
  });

  test("in the function of a data migration", async () => {
    const code = 'def fill(apps, schema_editor):\n    Order = apps.get_model("shop", "Order")\n    # expand-contract: accept whole-table-in-one-transaction 200 rows\n    Order.objects.update(total=1)';
    const { rules, accepted } = await judged({ code, operations: "migrations.RunPython(fill, migrations.RunPython.noop)," });
    expect(rules).not.toContain("whole-table-in-one-transaction");
    expect(accepted).toHaveLength(1);
  });

  test("of a rule that is not there is told to be so", async () => {
    const review = await reviewOf({ operations: `# expand-contract: accept blocks-wirtes 200 rows\n${index}` });
    expect(findingsIn(review).find(({ rule }) => rule === "stale-acceptance")?.message).toBe("`blocks-wirtes` is accepted, and there is no such rule.");
  });
});

describe("the report of an accepted breakage", () => {
  const operations = `# expand-contract: accept breaks-running-release nobody reads <it>\n${drop}`;
  test("does not say that the running release keeps working", async () => {
    const review = await reviewOf({ operations });
    for (const text of [reviewToText(review), reviewToMarkdown(review)]) {
      expect(text).toContain("1 of 1 operation would fail the check, and is accepted");
      expect(text).not.toContain("keeps working");
    }
  });
  test("lists the rule, the place, the reason and what was said", async () => {
    const text = reviewToMarkdown(await reviewOf({ operations }));
    expect(text).toContain("1 finding accepted by a comment");
    expect(text).toMatch(/`breaks-running-release` \(`shop\/migrations\/0003_change\.py:\d+`\): nobody reads `<it>`/);
    expect(text).toContain("column shop_order.note does not exist");
    expect(reviewToJson(await reviewOf({ operations })).accepted).toMatchObject([{ finding: { rule: "breaks-running-release" }, path: "shop/migrations/0003_change.py" }]);
  });
});

test.each<[string, { rule: string; reason: string | null }[]]>([
  ["# expand-contract: accept a-rule: because", [{ rule: "a-rule", reason: "because" }]],
  ["#expand-contract:accept a-rule – because", [{ rule: "a-rule", reason: "because" }]],
  ["# expand-contract: accept a-rule ---", [{ rule: "a-rule", reason: null }]],
  ["# expand-contract: accept", [{ rule: "", reason: null }]],
  ["# expand-contract: accepted", []],
  ["# expand-contract is a way of working", []],
])("%s", (line, comments) => {
  expect(acceptComments("a.py", line)).toMatchObject(comments);
});
