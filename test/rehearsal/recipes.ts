import { afterAll, describe, expect, it } from "vitest";
import { loadRefuser } from "../../src/rehearsal/refuse.ts";
import { wrong } from "./build.ts";
import { rehearsedOn, variants } from "./matrix.ts";
import type { Rehearsable } from "./servers.ts";

/** Tests: on the server every recipe's plan is proven, in every variant and on every Django, and what breaks by the rules breaks. */
export async function proveRecipes(server: Rehearsable): Promise<void> {
  await loadRefuser();
  const all = await variants(server.vendor, server.version);
  afterAll(() => server.end());

  describe(`${server.vendor} ${server.version}: every plan is proven; what breaks by the rules breaks on the server`, () => {
    it.each(all.map((variant) => [variant.name, variant] as const))("%s", async (_, { one, input }) => {
      // A case may be none on this database.
      const mine = (one.on ?? []).some(({ vendor }) => (vendor === "mysql" ? "mariadb" : vendor) === (server.vendor === "mysql" ? "mariadb" : server.vendor));
      if (!mine && (input.plan === null || input.incomplete)) return;
      const rehearsal = await rehearsedOn(server, input);
      expect(wrong(rehearsal, "today")).toEqual([]);
      for (const { schema } of rehearsal.rows.slice(2)) expect(wrong(rehearsal, schema)).toEqual([]);
      expect(rehearsal).toMatchObject({ stopped: null, proven: !one.pythonAlone });
      expect(rehearsal.rows[0]!.cells[0]!.of === 0).toBe(one.pythonAlone === true);
      if (input.migrations.some(({ operations }) => operations.some(({ breaks }) => breaks.length > 0))) expect(wrong(rehearsal, "this pull request")).not.toEqual([]);
      expect(rehearsal.notes.filter((note) => note.startsWith("Not as the lock tables have it"))).toEqual([]);
    }, 60_000);
  });
}
