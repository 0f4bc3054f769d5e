import { parseArguments, UsageError, type Invocation } from "./arguments.ts";
import { core as realCore, type Core } from "./core.ts";
import { help } from "./help.ts";
import { home } from "../home.ts";
import { version } from "../version.ts";

/** The two streams of a process, as far as they are needed. */
export interface Streams {
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
}

/** Does what the arguments say. The exit status: 0 passed, 1 the verdict is fail, 2 it could not be done. Never throws. */
export async function run(argv: readonly string[], streams: Streams, core: Core = realCore): Promise<0 | 1 | 2> {
  try {
    const invocation = parseArguments(argv);
    if (invocation.kind === "run") return await command(invocation, streams, core);
    streams.stdout.write(invocation.kind === "version" ? `${version}\n` : help(invocation.command));
    return 0;
  } catch (error) {
    const { visibleLines } = await import("../report/escape.ts");
    streams.stderr.write(visibleLines(`${message(error)}\n`));
    return 2;
  }
}

async function command(invocation: Extract<Invocation, { kind: "run" }>, streams: Streams, core: Core): Promise<0 | 1> {
  const [{ carryOut }, { answer }, { progressOn }] = await Promise.all([import("./commands.ts"), import("./answer.ts"), import("./progress.ts")]);
  const progress = progressOn(streams.stderr);
  const report = await carryOut(invocation, core, progress.report).finally(progress.end);
  const text = await answer(report, (invocation.options.get("format") ?? "text") as Parameters<typeof answer>[1]);

  const file = invocation.options.get("output");
  if (file !== undefined) await writeTo(file, text);
  // What others wrote must not steer the terminal; in a file or a pipe it stays as it is.
  else streams.stdout.write(streams.stdout.isTTY === true ? (await import("../report/escape.ts")).visibleLines(text) : text);
  const folder = invocation.options.get("write-plan");
  if (folder !== undefined && report.kind !== "explain") {
    const { writeContracts, writePlan } = await import("./write-plan.ts");
    streams.stderr.write(report.kind === "review" ? await writePlan(report, folder) : await writeContracts(report, folder));
  }
  return report.kind === "review" && report.verdict === "fail" ? 1 : 0;
}

async function writeTo(file: string, text: string): Promise<void> {
  const { writeFile } = await import("node:fs/promises");
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new UsageError(`${file} cannot be written (${error instanceof Error && "code" in error ? String(error.code) : String(error)}). Name a file in a folder that exists.`);
  }
}

/** Errors that say what to do, by name: their classes are in parts that may not be loaded. */
const expected = new Set(["UsageError", "SourceError", "ConfigError", "RequestError"]);

function message(error: unknown): string {
  if (error instanceof Error && expected.has(error.name)) return error.message;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `An error in django-expand-contract ${version} itself; nothing was judged. Please report it at ${home}/issues with this text:\n${text}`;
}
