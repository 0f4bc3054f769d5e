import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

/** The text is what the golden file of a room says: `report/golden/breaking.md`. `UPDATE_GOLDENS=1 npx vitest run test/report` writes the files anew: read them before committing. */
export function expectGolden(room: "plan" | "report", name: string, text: string): void {
  const path = fileURLToPath(new URL(`${room}/golden/${name}`, import.meta.url));
  if (process.env["UPDATE_GOLDENS"]) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, "utf8"));
}
