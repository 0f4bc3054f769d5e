import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { planFiles } from "../plan/plan-files.ts";
import type { Review } from "../report/types.ts";
import { UsageError } from "./arguments.ts";

/** Saves the plan of every project below the folder; what was written, in a line. Throws UsageError where that cannot be. */
export async function writePlan(review: Review, folder: string): Promise<string> {
  let count = 0;
  for (const { plan } of review.projects) {
    if (plan === null) continue;
    for (const [path, text] of planFiles(plan)) {
      const file = join(folder, path);
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      } catch (error) {
        throw new UsageError(`${file} cannot be written (${error instanceof Error && "code" in error ? String(error.code) : String(error)}). Name a folder that can be written to.`);
      }
      count += 1;
    }
  }
  return count === 0 ? "There is no plan to write: one release is enough.\n" : `${count} files of the plan are in ${folder}.\n`;
}
