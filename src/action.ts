import { setFailed, summary } from "@actions/core";
import { home } from "./home.ts";
import { fence, visibleLines } from "./report/escape.ts";
import { version } from "./version.ts";

/** Errors that say what to do. Any other is our own mistake. */
const expected = new Set(["InputError", "EventError", "SourceError", "ConfigError", "RequestError"]);

// The job is the status check: whatever happens it ends, and what could not be judged is not a pass.
process.on("uncaughtException", (error) => void fail(error));
process.on("unhandledRejection", (error) => void fail(error));
try {
  const { run } = await import("./github/run.ts");
  const failure = await run();
  if (failure !== null) setFailed(failure);
} catch (error) {
  await fail(error);
}

async function fail(error: unknown): Promise<void> {
  const text = visibleLines(reason(error));
  setFailed(text);
  try {
    await summary.addRaw(`## 🔴 Migrations: not judged\n\n${fence(text, "")}`, true).write({ overwrite: true });
  } catch {
    // Without a file for the summary the log has it.
  }
}

function reason(error: unknown): string {
  if (error instanceof Error && expected.has(error.name)) return `Nothing was judged. ${error.message}`;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `An error in django-expand-contract ${version} itself; nothing was judged. Please report it at ${home}/issues with this text:\n${text}`;
}
