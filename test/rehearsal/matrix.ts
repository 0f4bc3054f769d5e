import { djangoVersions, type DjangoVersion } from "../../src/django/project.ts";
import type { Job, Told } from "../../src/rehearsal/job.ts";
import { jobsOf, type RehearsalInput } from "../../src/rehearsal/jobs.ts";
import { matrixOf } from "../../src/rehearsal/matrix.ts";
import { perform } from "../../src/rehearsal/perform.ts";
import type { Rehearsal } from "../../src/rehearsal/types.ts";
import { type Case, cases } from "../plan/cases.ts";
import { postgresql } from "../plan/on.ts";
import type { On } from "../plan/project.ts";
import { inputOf } from "./build.ts";
import type { Rehearsable } from "./servers.ts";

export interface Variant {
  readonly name: string;
  readonly one: Case;
  readonly input: RehearsalInput;
}

/**
 * Every case on every supported Django that it is written for, with the version of the server. Those whose jobs are the same to the last character are
 * one variant, named after all of its Djangos.
 */
export async function variants(vendor: On["vendor"], version: string): Promise<readonly Variant[]> {
  const found = new Map<string, { one: Case; input: RehearsalInput; djangos: DjangoVersion[] }>();
  for (const one of cases) {
    for (const django of djangosOf(one)) {
      const input = await inputOf(one, { django, vendor, version });
      const key = JSON.stringify([one.name, jobsOf(input)]);
      const same = found.get(key);
      if (same) same.djangos.push(django);
      else found.set(key, { one, input, djangos: [django] });
    }
  }
  return [...found.values()].map(({ one, input, djangos }) => ({ name: `${one.name}, Django ${djangos.join(", ")}`, one, input }));
}

/** A case is told with the Djangos at whose ends it holds: those in between, and those up to the next that is told apart, too. */
function djangosOf({ on = postgresql }: Case): readonly DjangoVersion[] {
  const named = on.filter(({ vendor }) => vendor === "postgresql").map(({ django }) => django);
  const first = named[0] === "5.2" ? "5.0" : named[0]!;
  const last = named.at(-1)!;
  return djangoVersions.filter((django) => djangoVersions.indexOf(django) >= djangoVersions.indexOf(first) && djangoVersions.indexOf(django) <= djangoVersions.indexOf(last));
}

/** The rehearsal of a review, on a server that is there already. */
export async function rehearsedOn({ server, anew }: Rehearsable, input: RehearsalInput): Promise<Rehearsal> {
  const carriedOut = async (job: Job) => {
    const told: Told[] = [];
    await anew();
    await perform(job, server, (one) => told.push(one));
    return { told, stopped: null };
  };
  const { asItStands, plan } = jobsOf(input);
  return matrixOf(input, { asItStands: await carriedOut(asItStands), plan: plan && (await carriedOut(plan)) });
}
