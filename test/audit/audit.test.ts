import { describe, expect, it } from "vitest";
import { review } from "../../src/review.ts";
import { defaultConfig } from "../../src/config/config.ts";
import { source } from "../safety/findings/shop.ts";
import { after, audited, base, type Files, stateOnly } from "./shop.ts";

describe("what is not released yet", () => {
  it("is one train over several merged changes, as a review of all of them has it", async () => {
    const head = after('migrations.RemoveField("order", "note"),', 'migrations.AddField("order", "size", models.IntegerField(default=1)),');
    const { unreleased } = await audited({ head, running: {} });
    expect(unreleased).toMatchObject({ verdict: "fail", runningRelease: { ref: "v1" } });
    expect(unreleased!.projects[0]!.migrations.map(({ name }) => name)).toEqual(["0002_a", "0003_b"]);
    expect(unreleased!.projects[0]!.plan!.releases.map(({ steps }) => steps.map(({ target }) => target))).toEqual([["shop.Order.note", "shop.Order.size"], ["shop.Order.note"]]);
    const same = await review({ head: source("head", { ...base, ...head }), base: source("running", base), overrides: {}, config: defaultConfig, runningRelease: { ref: "v1", commit: null, source: "test" } });
    expect(unreleased!.projects[0]!.plan).toEqual(same.projects[0]!.plan);
  });

  it("is nothing where the running release has it all", async () => {
    const head = after('migrations.RemoveField("order", "note"),');
    expect((await audited({ head, running: head })).unreleased).toBeNull();
    expect((await audited({ head })).unreleased).toBeNull();
  });

  it("tells models that were edited without a migration", async () => {
    const models = (fields: string) => `from django.db import models\n\n\nclass Customer(models.Model):\n    id = models.BigAutoField(primary_key=True)\n\n\nclass Order(models.Model):\n${fields}`;
    const fields = "    id = models.BigAutoField(primary_key=True)\n    customer = models.ForeignKey(Customer, models.CASCADE)\n    ref = models.CharField(max_length=20)\n    note = models.TextField(null=True)\n    total = models.IntegerField(null=True)\n";
    const running = { "shop/models.py": models(fields) };
    const { unreleased } = await audited({ head: { "shop/models.py": models(`${fields}    phone = models.TextField()\n`) }, running });
    expect(unreleased).toMatchObject({ verdict: "fail", projects: [{ migrations: [], graph: [{ rule: "model-without-migration", level: "error" }] }] });
    expect((await audited({ head: running, running })).unreleased).toBeNull();
  });

  it("with a project that is new, is all of it", async () => {
    const { unreleased } = await audited({ head: {}, running: "nothing" });
    expect(unreleased!.projects[0]!.migrations.map(({ name }) => name)).toEqual(["0001_initial"]);
  });
});

describe("unfinished plans", () => {
  const marked = (step: number, of: number, text: string) => `# django-expand-contract: plan shop.Order.note step ${step} of ${of} (removed-field)\n${text}`;
  const first = marked(1, 2, stateOnly('migrations.RemoveField("order", "note")'));
  const last = marked(2, 2, `migrations.RunSQL('ALTER TABLE shop_order DROP COLUMN note', 'ALTER TABLE shop_order ADD COLUMN note text'),`);
  const unfinished = async (head: Files, running?: Files) => (await audited({ head, ...(running && { running }) })).projects[0]!.unfinished;

  it("are told with what comes next, and when", async () => {
    const [one, ...others] = await unfinished(after(first), {});
    expect(others).toEqual([]);
    expect(one).toMatchObject({ target: "shop.Order.note", recipe: "removed-field", step: 1, of: 2, migration: "shop.0002_a", place: { path: "shop/migrations/0002_a.py" } });
    expect(one!.next).toMatch(/^Drop the column with `RunSQL`/);
    expect(one!.gate).toBe("when a release with `shop.0002_a` runs everywhere and no older process is left");
    expect((await unfinished(after(first)))[0]!.gate).toBe("the running release has `shop.0002_a`: ship it when no older process is left");
  });

  it("are none when the last step is there, and again when a plan for the same begins anew", async () => {
    expect(await unfinished(after(first, last))).toEqual([]);
    const again = marked(1, 2, 'migrations.AddField("order", "note", models.TextField(null=True)),');
    expect((await unfinished(after(first, last, again))).map(({ migration }) => migration)).toEqual(["shop.0004_c"]);
  });

  it("of more steps: the last that is there", async () => {
    const steps = [1, 2].map((step) => marked(step, 4, `migrations.RunSQL('SELECT 1', migrations.RunSQL.noop),`));
    expect(await unfinished(after(...steps))).toMatchObject([{ step: 2, of: 4, next: null }]);
  });
});

it("a conflict of the graph is told", async () => {
  const head = { ...after('migrations.RemoveField("order", "note"),'), "shop/migrations/0002_other.py": after('migrations.RemoveField("order", "total"),')["shop/migrations/0002_a.py"]! };
  expect((await audited({ head })).projects[0]!.graph.map(({ rule }) => rule)).toEqual(["conflicting-leaf-nodes"]);
});
