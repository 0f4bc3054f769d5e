import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultConfig } from "../../src/config/config.ts";
import { rehearse } from "../../src/rehearsal/rehearse.ts";
import { review } from "../../src/review.ts";
import { cases } from "../plan/cases.ts";
import { after, before } from "../plan/moved.ts";
import { sourceOf } from "../plan/project.ts";
import { inputBetween, inputOf, on, rehearsed, shipped, wrong } from "./build.ts";

beforeAll(() => void shipped(), 180_000);

describe("what the server says", () => {
  it("names the missing value of a required column", async () => {
    const rehearsal = await rehearsed(cases.find(({ name }) => name === "required column, one-off default")!);
    expect(wrong(rehearsal, "this pull request")).toContain('running release: INSERT shop_order: null value in column "priority" of relation "shop_order" violates not-null constraint');
  }, 120_000);

  it("tells of locks and rewrites", async () => {
    const rehearsal = await rehearsed(cases.find(({ name }) => name === "changed type")!);
    const step = rehearsal.rows.find(({ schema }) => schema === "this pull request")!.steps[0]!;
    expect(step.locks).toEqual({ shop_order: "AccessExclusiveLock" });
    expect(step.works).toContain('rewriting table "shop_order"');
  }, 120_000);
});

it("a model that moves to another app: its plan is proven, as it stands it fails where there are rows", async () => {
  const rehearsal = await rehearse(await inputBetween(before, after), { folder: shipped(), limit: 120_000 });
  // The table of the new app is empty: the rows were left behind.
  expect(wrong(rehearsal, "this pull request").join("\n")).toContain('insert or update on table "shop_use" violates foreign key constraint "shop_use_coupon_id_29051ff8_fk_promo_coupon_id"');
  expect(rehearsal).toMatchObject({ stopped: null, proven: true });
}, 120_000);

describe("where there is none", () => {
  it("another database", async () => {
    const input = await inputOf(cases[0]!, { ...on, vendor: "mysql", version: "8.4" });
    expect(await rehearse(input)).toMatchObject({ server: null, rows: [], proven: false, stopped: expect.stringContaining("another database") });
  });

  it("files that are not there", async () => {
    expect(await rehearse(await inputOf(cases[0]!), { folder: new URL("file:///nowhere/") })).toMatchObject({ server: null, proven: false, stopped: expect.stringContaining("could not be started") });
  });
});

it("the shop's pull request, in a review: the same verdict with and without", async () => {
  const read = (folder: string) => Object.fromEntries(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
  const [base, head] = [sourceOf(read("fixtures/shop/base")), sourceOf(read("fixtures/shop/head"))];
  const request = { base, head, overrides: { database: "postgresql", databaseVersion: "16" } as const, config: defaultConfig, runningRelease: { ref: "base", commit: null, source: "test" } };
  const without = await review(request);
  const withIt = await review({ ...request, rehearse: { when: "auto", run: (input) => rehearse(input, { folder: shipped(), limit: 120_000 }) } });
  const judged = ({ verdict, reasons, projects }: typeof without) => JSON.stringify([verdict, reasons, projects.map(({ plan, graph }) => [plan, graph])]);
  expect(judged(withIt)).toBe(judged(without));
  const { rehearsal } = withIt.projects[0]!;
  expect(wrong(rehearsal!, "today")).toEqual([]);
  expect(wrong(rehearsal!, "this pull request")).not.toEqual([]);
  for (const { schema } of rehearsal!.rows.slice(2)) expect(wrong(rehearsal!, schema)).toEqual([]);
}, 120_000);
