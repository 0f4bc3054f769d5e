import { describe, expect, test } from "vitest";
import { baseOf, cases, headOf, type Case } from "./cases.ts";
import { files } from "./files.ts";
import { expectGolden } from "../golden.ts";
import { differences, failures } from "./hold.ts";
import { postgresql } from "./on.ts";
import { planned, type On } from "./project.ts";

const table: readonly (readonly [string, Case, On])[] = cases.flatMap((one) => (one.on ?? postgresql).map((on) => [`${one.name}: Django ${on.django}, ${on.vendor} ${on.version}`, one, on] as const));

describe("every recipe", () => {
  test.each(table)("%s", async (name, one, on) => {
    const { made, input } = await planned(baseOf(one), headOf(one), on);
    expect(made?.plan.without).toEqual([]);
    expect(made?.courses.map((course) => course.recipe)).toContain(one.recipe);
    expect(made?.plan.releases).toHaveLength(one.releases);
    // Every release works on the schema its migrations find and on the one they leave, and so does the release before it.
    expect(failures(made!, on)).toEqual([]);
    if (one.differs !== true) expect(differences(made!.replayed.at(-1)!.after, input.last)).toEqual([]);
    expectGolden("plan", `${name.replaceAll(/\W+/g, "-").toLowerCase()}.txt`, files(made!.plan));
  });
});
