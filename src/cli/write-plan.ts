import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isBelow, planFiles } from "../plan/plan-files.ts";
import type { Plan } from "../plan/types.ts";
import { safeWords } from "../report/audit/words.ts";
import type { Audit, Review } from "../report/types.ts";
import { UsageError } from "./arguments.ts";

/** Saves the plan of every project below the folder; what was written, in a line. Throws UsageError where that cannot be. */
export async function writePlan(review: Review, folder: string): Promise<string> {
  const count = await save(filesOf(review.projects), folder);
  return count === 0 ? "There is no plan to write: one release is enough.\n" : `${count} files of the plan are in ${folder}.\n`;
}

type File = readonly [path: string, text: string];

/** The files of all plans. Several projects of a repository have a folder each, by the same path as there. */
function filesOf(projects: readonly { readonly root: string; readonly plan: Plan | null }[]): readonly File[] {
  const plans = projects.flatMap(({ root, plan }) => (plan === null ? [] : [{ root, files: [...planFiles(plan)] }]));
  const place = (root: string) => (plans.length === 1 ? "" : root === "" ? "root/" : root.replace(/\/?$/, "/"));
  return plans.flatMap(({ root, files }) => files.map(([path, text]): File => [`${place(root)}${path}`, text]));
}

/** Saves the migrations that contract (`safe-now/shop/migrations/…`), and the plan for what is not released yet (`not-released/release-1/…`). */
export async function writeContracts(audit: Audit, folder: string): Promise<string> {
  const contracts = audit.projects.flatMap(({ pending }) => pending.flatMap(({ contract }) => contract.files.flatMap(({ path, text }) => (isBelow(path) ? [[`${safeWords[contract.safe].replaceAll(" ", "-")}/${path}`, text] as const] : []))));
  const plans = filesOf(audit.unreleased?.projects ?? []).map(([path, text]): File => [`not-released/${path}`, text]);
  const count = await save([...contracts, ...plans], folder);
  return count === 0 ? "There is nothing to write: nothing is left to contract.\n" : `${count} files are in ${folder}.\n`;
}

/** How many files were written; none where one of them is there already. */
async function save(files: readonly File[], folder: string): Promise<number> {
  const there = files.map(([path]) => join(folder, path)).find((file) => existsSync(file));
  if (there !== undefined) throw new UsageError(`${there} is there already, so nothing was written. Name another folder, or remove the plan that is in ${folder} first.`);
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
