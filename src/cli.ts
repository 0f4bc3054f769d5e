#!/usr/bin/env node
import { run } from "./cli/run.ts";

// A reader that stops early (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// Not process.exit(): it would cut off what is still being written to a pipe.
process.exitCode = await run(process.argv.slice(2), process);
