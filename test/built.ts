import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

let folder: string | null = null;
afterAll(() => {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
  folder = null;
});

/** dist/ as the build makes it, in a folder without node_modules; gone at the end of the test file. */
export function built(): string {
  if (folder === null) {
    folder = mkdtempSync(join(tmpdir(), "dist-"));
    execFileSync(process.execPath, [fileURLToPath(new URL("../scripts/build.mjs", import.meta.url)), "--into", folder], { stdio: "pipe" });
  }
  return folder;
}
