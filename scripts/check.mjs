// Everything that must hold before a commit lands: types, lint, a fresh dist/, tests. `--only NAME` runs one.
import { spawnSync } from "node:child_process";

const steps = [
  ["types", ["npx", "tsc", "--noEmit"]],
  ["lint", ["npx", "oxlint", "--deny-warnings"]],
  ["dist", ["node", "scripts/build.mjs", "--check"]],
  ["tests", ["npx", "vitest", "run"]],
];

const only = process.argv[2] === "--only" ? process.argv[3] : null;
let failed = 0;
for (const [name, [command, ...args]] of steps) {
  if (only !== null && only !== name) continue;
  const started = Date.now();
  console.log(`— ${name}`);
  const { status } = spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) failed += 1;
  console.log(`— ${name} ${status === 0 ? "passed" : "FAILED"} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
process.exit(failed === 0 ? 0 : 1);
