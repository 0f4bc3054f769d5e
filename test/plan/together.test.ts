import { describe, expect, test } from "vitest";
import { baseOf, cases, type Case } from "./cases.ts";
import { keys } from "./cases-keys.ts";
import { differences, failures } from "./hold.ts";
import { mysql, postgresql } from "./on.ts";
import { planned, type On } from "./project.ts";
import { drawn, joined } from "./together.ts";

/** More of them, and others, by hand: `SUBSETS=400 SEED=7 npx vitest run test/plan/together.test.ts`. */
const [count, seed] = [Number(process.env["SUBSETS"] ?? 15), Number(process.env["SEED"] ?? 1)];
const isOn = (one: Case, { vendor, version }: On) => (one.on ?? postgresql).some((other) => other.vendor === vendor && other.version === version);
const subsets = [...postgresql, ...mysql].flatMap((on) =>
  [undefined, keys].flatMap((shop) => [...drawn(cases.filter((one) => one.shop === shop && isOn(one, on)), count, seed)]).map((subset) => [`${on.vendor} ${on.version}: ${subset.map(({ name }) => name).join(" + ")}`, subset, on] as const),
);

describe("several changes in one pull request make one train", () => {
  test.each(subsets)("%s", async (_, subset, on) => {
    const { made, input } = await planned(baseOf(subset[0]), joined(subset), on);
    expect(made?.plan.without).toEqual([]);
    expect(made?.plan.releases).toHaveLength(Math.max(...subset.map(({ releases }) => releases)));
    expect(failures(made!, on)).toEqual([]);
    if (!subset.some(({ differs }) => differs)) expect(differences(made!.replayed.at(-1)!.after, input.last)).toEqual([]);
    for (const { steps } of made!.plan.releases) {
      const diffs = steps.flatMap(({ edits }) => edits.filter(({ kind }) => kind === "diff").map(({ path }) => path));
      expect(new Set(diffs).size).toBe(diffs.length);
    }
    // Every migration has a file of its own, and comes after the one before it.
    const files = made!.train.flatMap((release) => release.files);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    for (const [index, { text }] of files.entries()) if (index > 0) expect(text).toContain(`("shop", "${files[index - 1]!.name}"),`);
  });
});
