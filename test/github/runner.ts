import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { built } from "../built.ts";
import { readAction } from "./action-yml.ts";
import type { FakeGitHub } from "./server.ts";

export const token = "ghs_16C7e42F292c6912E7710c838347Ae178B4a";

const made: string[] = [];
const folder = () => {
  const dir = mkdtempSync(join(tmpdir(), "action-"));
  made.push(dir);
  return dir;
};
afterAll(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

export interface Event { readonly name: string; readonly payload: object; readonly sha?: string; readonly ref?: string; readonly run?: number; readonly attempt?: number }

export interface Ended {
  readonly code: number;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Record<string, string>;
  /** Milliseconds. */
  readonly took: number;
}

/** Runs the built action as the runner does: an input is `INPUT_` and its name in capitals, defaults are action.yml's, and nothing else is in the environment. */
export async function runAction(hub: FakeGitHub, event: Event, inputs: Record<string, string> = {}, workspace: string = folder()): Promise<Ended> {
  const temp = folder();
  const file = (name: string, content = "") => {
    writeFileSync(join(temp, name), content);
    return join(temp, name);
  };
  const known = readAction().inputs;
  for (const name of Object.keys(inputs)) if (!known.some((input) => input.name === name)) throw new Error(`action.yml has no input ${name}`);
  // The rehearsal has tests of its own (rehearse.test.ts), and takes seconds.
  const all = { rehearse: "never", ...inputs };
  const given = known.map(({ name, default: fallback }) => [`INPUT_${name.toUpperCase()}`, (all as Record<string, string>)[name] ?? (fallback ?? "").replace("${{ github.token }}", token)] as const);
  const env = {
    PATH: process.env["PATH"] ?? "",
    HOME: temp,
    CI: "true",
    ...Object.fromEntries(given),
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: file("event.json", JSON.stringify(event.payload)),
    GITHUB_REPOSITORY: "o/r",
    GITHUB_SHA: event.sha ?? "f".repeat(40),
    GITHUB_REF: event.ref ?? "refs/heads/main",
    GITHUB_RUN_ID: String(event.run ?? 1),
    GITHUB_RUN_NUMBER: "1",
    GITHUB_RUN_ATTEMPT: String(event.attempt ?? 1),
    GITHUB_SERVER_URL: "https://github.example",
    GITHUB_API_URL: hub.url,
    GITHUB_GRAPHQL_URL: hub.prefix === "" ? `${hub.url}/graphql` : hub.url.replace("/v3", "/graphql"),
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: file("output"),
    GITHUB_STEP_SUMMARY: file("summary"),
    GITHUB_STATE: file("state"),
    GITHUB_ENV: file("env"),
    GITHUB_PATH: file("path"),
    RUNNER_TEMP: temp,
  };
  const entry = join(built(), readAction().main.replace("dist/", ""));
  const started = Date.now();
  const child = spawn(process.execPath, [entry], { cwd: workspace, env, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  child.stdout.on("data", (chunk: Buffer) => (log += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (log += chunk.toString("utf8")));
  const code = await new Promise<number>((resolve) => void child.on("close", (status) => resolve(status ?? -1)));
  const took = Date.now() - started;
  return { code, log, took, summary: readFileSync(join(temp, "summary"), "utf8"), outputs: outputsIn(readFileSync(join(temp, "output"), "utf8")) };
}

/** `name<<delimiter\nvalue\ndelimiter\n` */
function outputsIn(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/^([\w-]+)<<(ghadelimiter_\S+)\n([^]*?)\n\2$/gm)].map((match) => [match[1]!, match[3]!]));
}
