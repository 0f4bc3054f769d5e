import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isBelow, planFiles } from "../plan/plan-files.ts";
import { safeWords } from "../report/audit/words.ts";
import type { Audit, Review } from "../report/types.ts";
import { UsageError } from "./arguments.ts";

/** Saves the plan of every project below the folder; what was written, in a line. Throws UsageError where that cannot be. */
export async function writePlan(review: Review, folder: string): Promise<string> {
  const projects = review.projects.flatMap(({ root, plan }) => (plan === null ? [] : [{ root, files: [...planFiles(plan)] }]));
  // Several projects of a repository have a folder each.
  const place = (root: string) => (projects.length === 1 ? "" : `${root === "" ? "root" : root.replaceAll("/", "-").replace(/-$/, "")}/`);
  for (const { root } of projects) if (existsSync(join(folder, place(root), "release-1"))) throw new UsageError(`${join(folder, place(root))} has a plan in it already. Name another folder, or remove that one first.`);
  const count = await save(projects.flatMap(({ root, files }) => files.map(([path, text]) => [`${place(root)}${path}`, text] as const)), folder);
  return count === 0 ? "There is no plan to write: one release is enough.\n" : `${count} files of the plan are in ${folder}.\n`;
}

/** Saves the migrations that contract (`safe-now/shop/migrations/…`), and the plan for what is not released yet (`not-released/release-1/…`). */
export async function writeContracts(audit: Audit, folder: string): Promise<string> {
  const contracts = audit.projects.flatMap(({ pending }) => pending.flatMap(({ contract }) => contract.files.flatMap(({ path, text }) => (isBelow(path) ? [[`${safeWords[contract.safe].replaceAll(" ", "-")}/${path}`, text] as const] : []))));
  const plans = (audit.unreleased?.projects ?? []).flatMap(({ plan }) => (plan === null ? [] : [...planFiles(plan)].map(([path, text]) => [`not-released/${path}`, text] as const)));
  const count = await save([...contracts, ...plans], folder);
  return count === 0 ? "There is nothing to write: nothing is left to contract.\n" : `${count} files are in ${folder}.\n`;
}

async function save(files: readonly (readonly [string, string])[], folder: string): Promise<number> {
  for (const [path, text] of files) {
    const file = join(folder, path);
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    } catch (error) {
      throw new UsageError(`${file} cannot be written (${error instanceof Error && "code" in error ? String(error.code) : String(error)}). Name a folder that can be written to.`);
    }
  }
  return files.length;
}
