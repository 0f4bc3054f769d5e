import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { rehearse, type RehearseOptions } from "../../src/rehearsal/rehearse.ts";
import type { RehearsalInput } from "../../src/rehearsal/jobs.ts";
import type { Rehearsal } from "../../src/rehearsal/types.ts";
import { baseOf, headOf, type Head } from "../plan/cases.ts";
import { planned, type On } from "../plan/project.ts";

export const on: On = { django: "5.2", vendor: "postgresql", version: "16" };

let folder: URL | null = null;

/** The worker as it is shipped, built once for a test file. */
export function shipped(): URL {
  if (folder) return folder;
  const made = mkdtempSync(join(tmpdir(), "rehearsal-"));
  execFileSync(process.execPath, ["scripts/build.mjs", "--into", made], { stdio: "ignore" });
  return (folder = pathToFileURL(`${made}/`));
}

/** What a review hands over for a pull request to the shop. */
export async function inputOf(head: Head, where: On = on): Promise<RehearsalInput> {
  return inputBetween(baseOf(head), headOf(head), where);
}

/** What a review hands over for what leads from one repository to the other. */
export async function inputBetween(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>, where: On = on): Promise<RehearsalInput> {
  const { input, made } = await planned(before, after, where);
  return { dialect: input.context.dialect, running: input.running, last: input.last, migrations: input.migrations, plan: made && made.plan.releases.length > 0 ? made.replayed : null, incomplete: (made?.plan.without.length ?? 0) > 0 };
}

/** In the worker. The limit is no matter where it is not what is tested. */
export async function rehearsed(head: Head, options: RehearseOptions = {}, where: On = on): Promise<Rehearsal> {
  return rehearse(await inputOf(head, where), { folder: shipped(), limit: 120_000, ...options });
}

/** Everything that went wrong in a schema's row, a line each. */
export function wrong(rehearsal: Rehearsal, schema: string): string[] {
  const row = rehearsal.rows.find((one) => one.schema === schema);
  if (!row) return [`${schema}: not there`];
  return [
    ...row.steps.flatMap(({ sql, error }) => (error ? [`step ${sql}: ${error.message}`] : [])),
    ...row.cells.flatMap((cell, at) => (cell ? cell.failures.map((failure) => `${rehearsal.releases[at]}: ${failure.statement} ${failure.table}: ${failure.error}`) : [])),
  ];
}
