import { describe, expect, it } from "vitest";
import { ConfigError, defaultConfig } from "../../src/config/config.ts";
import { parseConfig } from "../../src/config/read.ts";
import { withRowCounts } from "../../src/config/rows.ts";
import { tableSizes } from "../../src/config/tables.ts";
import { findingsIn, reviewOf } from "../safety/findings/shop.ts";

const config = parseConfig("django-expand-contract.toml", 'hot-tables = ["busy_*"]\nsmall-tables = ["lookup"]\nrow-counts = "rows.json"\n')!;
const counted = (text: string | null) => withRowCounts(config, () => Promise.resolve(text));

describe("row counts", () => {
  it("make a table small or hot, unless it is named", async () => {
    const sizes = tableSizes(await counted('{"tiny": 9999, "middle": 10000, "large": 9999999, "huge": 10000000, "lookup": 20000000, "busy_bee": 3}'));
    const say = (table: string) => (sizes.hot(table) ? "hot" : sizes.small(table) ? "small" : "neither");
    expect(["tiny", "middle", "large", "huge", "lookup", "busy_bee", "other"].map(say)).toEqual(["small", "neither", "neither", "hot", "small", "hot", "neither"]);
    expect(tableSizes({ ...(await counted('{"tiny": 500, "huge": 900000}')), smallBelow: 100, hotFrom: 500_000 }).hot("huge")).toBe(true);
  });

  it("are not asked for where none are configured", async () => {
    expect(await withRowCounts(defaultConfig, () => Promise.reject(new Error("asked")))).toBe(defaultConfig);
  });

  it.each([
    [null, "django-expand-contract.toml:3: row-counts names rows.json, and there is no such file in the commit that the configuration is read from."],
    ["shop_order 3", 'rows.json: not valid JSON. It must be an object of tables and their numbers of rows: {"shop_order": 1200000}'],
    ["[1]", 'rows.json: must be an object of tables and their numbers of rows: {"shop_order": 1200000}'],
    ['{"shop_order": "many"}', 'rows.json: "shop_order" must be a number of rows, not "many"'],
    ['{"shop_order": -1}', 'rows.json: "shop_order" must be a number of rows, not -1'],
  ])("that cannot be used: %s", async (text, message) => {
    await expect(counted(text)).rejects.toThrow(new ConfigError(message));
  });
});

describe("what is told", () => {
  const index = 'migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref")),';
  const told = async (rows: number, operations: string) => findingsIn(await reviewOf({ operations, rows: { shop_order: rows } })).map(({ rule, message }) => `${rule}: ${message}`);

  it("names the rows where others wait, and leaves a small table out", async () => {
    expect(await told(2_345_678, index)).toContain("blocks-writes: Writes to `shop_order` (SHARE, about 2.3 million rows) wait until it is done.");
    expect(await told(43_210, index)).toContain("blocks-writes: Writes to `shop_order` (SHARE, about 43,000 rows) wait until it is done.");
    expect(await told(800, index)).toEqual([]);
  });

  it("a moment's lock on a hot one", async () => {
    expect(await told(1_200_000_000, 'migrations.AddField("order", "seen", models.BooleanField(null=True)),')).toEqual(["hot-table: It locks `shop_order` (ACCESS EXCLUSIVE, about 1.2 billion rows) only for a moment, but the configuration says it is a hot table."]);
  });
});
