import { expect, test } from "vitest";
import { allRules } from "../../../src/safety/findings/rules.ts";
import { findingsIn, reviewOf } from "./shop.ts";

test.each(allRules.map((rule) => [rule.id, rule] as const))("%s: the bad example is told, the good one is not", async (id, rule) => {
  const [bad, good] = [findingsIn(await reviewOf(rule.bad)), findingsIn(await reviewOf(rule.good))];
  expect(bad.filter(({ rule: told }) => told === id).map(({ level }) => level)).toContain(rule.level);
  expect(good.map(({ rule: told }) => told)).not.toContain(id);
});
