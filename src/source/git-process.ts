import { spawn } from "node:child_process";
import { SourceError } from "./source.ts";

export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Options that keep git quiet, plain and free of hooks, whatever the user's configuration says. */
const plainly = ["-c", "core.quotepath=off", "-c", "core.fsmonitor=false", "-c", "color.ui=false", "--no-pager"];

/** Where a hook or an outer git put the repository: ours is the folder we were given (`git rev-parse --local-env-vars`). */
const locationVariables = [
  "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_IMPLICIT_WORK_TREE", "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_INTERNAL_SUPER_PREFIX", "GIT_REPLACE_REF_BASE",
] as const;

function cleanEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0" };
  for (const name of locationVariables) delete env[name];
  return env;
}

/**
 * Runs git in a folder, without a shell, and gives what it printed and its exit code. `env` is what it gets beside a clean environment.
 * Throws SourceError when git is missing, the folder is, the folder is in no repository, or git distrusts its owner.
 */
export async function git(dir: string, args: readonly string[], input?: string, env: NodeJS.ProcessEnv = {}): Promise<GitResult> {
  const result = await run(dir, args, input, env);
  if (result.code === 0) return result;
  if (/detected dubious ownership/.test(result.stderr)) {
    const folder = /repository at '([^']+)'/.exec(result.stderr)?.[1] ?? dir;
    throw new SourceError(`git does not read ${folder} because another user owns it. Run: git config --global --add safe.directory ${folder}`);
  }
  if (/not a git repository/.test(result.stderr)) {
    throw new SourceError(`${dir} is not a git repository. Run this in the project's clone, or review two folders instead.`);
  }
  return result;
}

/** As git(), for commands that must succeed: any other exit is a SourceError with git's own words. */
export async function gitOutput(dir: string, args: readonly string[], input?: string, env: NodeJS.ProcessEnv = {}): Promise<Buffer> {
  const result = await git(dir, args, input, env);
  if (result.code !== 0) throw new SourceError(`git ${args[0]} failed in ${dir}: ${result.stderr.trim() || `exit code ${result.code}`}`);
  return result.stdout;
}

function run(dir: string, args: readonly string[], input = "", env: NodeJS.ProcessEnv): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", [...plainly, ...args], { cwd: dir, env: { ...cleanEnvironment(), ...env }, stdio: ["pipe", "pipe", "pipe"], windowsHide: true });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", () => {
      reject(new SourceError(`git could not be started in ${dir}. Is git installed and on PATH, and does the folder exist?`));
    });
    child.on("close", (code, signal) => {
      const words = Buffer.concat(stderr).toString("utf8");
      resolve({ code: code ?? 128, stdout: Buffer.concat(stdout), stderr: signal ? `${words}\nkilled by ${signal}` : words });
    });
    child.stdin.on("error", () => {}); // git ended before it read everything: its exit code tells why
    child.stdin.end(input);
  });
}
