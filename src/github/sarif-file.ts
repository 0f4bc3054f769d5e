import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Audit, Explanation, Review } from "../report/types.ts";
import { version } from "../version.ts";
import { InputError } from "./inputs.ts";

/** What a change without migrations is in SARIF, so that an upload finds its file and closes what was open. */
export const nothingFound: Explanation = { kind: "explain", projects: [], version };

/** Writes the SARIF file where the input `sarif-file` asks for one: a path in the workspace. Throws InputError where it cannot be written. */
export async function writeSarif(file: string | null, report: Review | Explanation | Audit): Promise<void> {
  if (file === null) return;
  const { sarifText } = await import("../report/sarif.ts");
  const path = resolve(process.env["GITHUB_WORKSPACE"] ?? ".", file);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, sarifText(report));
  } catch (error) {
    throw new InputError(`The file ${file} (input sarif-file) cannot be written (${error instanceof Error && "code" in error ? String(error.code) : String(error)}).`);
  }
}
