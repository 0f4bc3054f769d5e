import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Audit, Explanation, Review } from "../report/types.ts";
import { version } from "../version.ts";

/** What a change without migrations is in SARIF, so that an upload finds its file and closes what was open. */
export const nothingFound: Explanation = { kind: "explain", projects: [], version };

/** Writes the SARIF file where the input `sarif-file` asks for one: a path in the workspace. Why it could not be written, or null. */
export async function writeSarif(file: string | null, report: Review | Explanation | Audit): Promise<string | null> {
  if (file === null) return null;
  const { sarifText } = await import("../report/sarif.ts");
  const path = resolve(process.env["GITHUB_WORKSPACE"] ?? ".", file);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, sarifText(report));
    return null;
  } catch (error) {
    return `The file ${file} (input sarif-file) cannot be written (${error instanceof Error && "code" in error ? String(error.code) : String(error)}).`;
  }
}
