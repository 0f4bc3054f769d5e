import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, vi } from "vitest";
import { annotate } from "../../src/github/annotate.ts";
import { setOutputs } from "../../src/github/outputs.ts";
import { sarifText, type SarifLog } from "../../src/report/sarif.ts";
import type { Review } from "../../src/report/types.ts";

/** What the runner and GitHub would make of a review: every line of the log is what we meant it to be, every output one of ours, every SARIF place a path. */
export async function expectTame(review: Review): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tame-"));
  try {
    const printed = await printedBy(async () => {
      vi.stubEnv("GITHUB_OUTPUT", join(folder, "output"));
      vi.stubEnv("RUNNER_TEMP", folder);
      writeFileSync(join(folder, "output"), "");
      annotate(review);
      await setOutputs(review);
    });
    for (const line of printed) expectLine(line);
    expectOutputs(readFileSync(join(folder, "output"), "utf8"), folder);
    expectSarif(JSON.parse(sarifText(review)) as SarifLog);
  } finally {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  }
}

/** The lines of the log, as the runner splits them. */
async function printedBy(does: () => Promise<void>): Promise<readonly string[]> {
  let text = "";
  const write = vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  try {
    await does();
  } finally {
    write.mockRestore();
  }
  return text.split(/\r\n|\r|\n/).slice(0, -1);
}

/** The runner takes `::name key=value,…::text` at a line's beginning for a command, else `##[name]` anywhere in it (ActionCommand.cs). */
function expectLine(line: string): void {
  const command = /^::(error|warning|notice) title=[^:,]*(?:,file=[^:,]*(?:,line=\d+,endLine=\d+)?)?::/.exec(line);
  if (command === null) expect(line).toMatch(/^\d+ more annotations \((error|warning|note)\) are left out: /);
  // The file is named as it is.
  expect(line.replace(/,file=[^:,]*/, "")).not.toMatch(/[\u202e\u200b\0]/);
}

/** As the runner reads GITHUB_OUTPUT: `name<<delimiter`, the value, the delimiter. */
function expectOutputs(text: string, folder: string): void {
  const left = text.replace(/^([\w-]+)<<(ghadelimiter_\S+)\n([^]*?)\n\2\n/gm, (_, name: string, __, value: string) => {
    if (name === "report-path") expect(value.startsWith(folder)).toBe(true);
    else if (name.endsWith("-migrations")) expect(value).toMatch(/^(?:[A-Za-z_]\w*\.\w+(?: (?!$)|$))*$/);
    else expect(value).toMatch(/^(pass|fail|\d*)$/);
    return "";
  });
  expect(left).toBe("");
}

function expectSarif({ runs }: SarifLog): void {
  for (const { message, locations } of runs[0]!.results) {
    // `[text](target)` is a link in a SARIF message.
    expect(message.text).not.toMatch(/\]\(|[\n\u202e\u200b\0]/);
    for (const { physicalLocation } of locations) expect(physicalLocation.artifactLocation.uri).toMatch(/^[\w%.!~*'()-]+(?:\/[\w%.!~*'()-]+)*$/);
  }
}
