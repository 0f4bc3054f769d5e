import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";
import { brotliDecompress } from "node:zlib";
import type { Job, Told } from "./job.ts";
import { jobsOf, type RehearsalInput } from "./jobs.ts";
import { matrixOf } from "./matrix.ts";
import type { Rehearsal } from "./types.ts";

export interface RehearseOptions {
  /** Folder with `rehearsal-worker.js`, `pglite.wasm`, `pglite.data` and `pgdata.tar.br`; beside this module unless told. */
  readonly folder?: URL;
  /** Milliseconds after which the worker is ended; 30 seconds unless told. */
  readonly limit?: number;
  /** Bytes by which the process may grow meanwhile; a GiB unless told. */
  readonly memory?: number;
}

/**
 * Runs the pull request's migrations and the plan's on an embedded PostgreSQL, each in a worker of its own that is ended after the time limit:
 * `statement_timeout` does nothing there; nor does a worker's memory limit for WebAssembly, so the process is watched while it grows. Nothing is written
 * to the machine; the worker gets no environment. Never throws.
 */
export async function rehearse(input: RehearsalInput, options: RehearseOptions = {}): Promise<Rehearsal> {
  if (input.dialect.vendor !== "postgresql") return nothing("The rehearsal is on PostgreSQL; this project is on another database.");
  const limit = options.limit ?? 30_000;
  const bounds = { limit, end: performance.now() + limit, most: process.memoryUsage.rss() + (options.memory ?? 2 ** 30) };
  try {
    const { asItStands, plan } = jobsOf(input);
    const folder = options.folder ?? new URL("./", import.meta.url);
    const assets = await assetsIn(folder);
    const run = (job: Job | null) => (job === null ? null : inWorker(job, assets, folder, bounds));
    const [first, second] = await Promise.all([run(asItStands), run(plan)]);
    return matrixOf(input, { asItStands: first!, plan: second });
  } catch (error) {
    return nothing(`The embedded PostgreSQL could not be started: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A rehearsal that did not take place, and why. */
export function nothing(reason: string): Rehearsal {
  return { server: null, stopped: reason, releases: [], rows: [], proven: false, notes: [] };
}

/** Node's own; the library of types for Node has no name for it. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> };

interface Assets {
  readonly wasm: object;
  readonly files: Uint8Array;
  readonly cluster: Uint8Array;
}

async function assetsIn(folder: URL): Promise<Assets> {
  const read = (name: string) => readFile(new URL(name, folder));
  const [wasm, files, cluster] = await Promise.all([read("pglite.wasm").then((bytes) => WebAssembly.compile(bytes)), read("pglite.data"), read("pgdata.tar.br").then(promisify(brotliDecompress))]);
  return { wasm, files, cluster };
}

/** Everything that a worker told, and how it ended. */
export interface Ended {
  readonly told: readonly Told[];
  /** Why it did not come to its end; null when it did. */
  readonly stopped: string | null;
}

interface Bounds {
  readonly limit: number;
  /** By performance.now(). */
  readonly end: number;
  /** Bytes of the whole process. */
  readonly most: number;
}

function inWorker(job: Job, assets: Assets, folder: URL, { limit, end, most }: Bounds): Promise<Ended> {
  return new Promise((resolve) => {
    const told: Told[] = [];
    const worker = new Worker(new URL("rehearsal-worker.js", folder), { workerData: { job, ...assets, folder: folder.href }, env: {}, execArgv: [], stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: 512 } });
    const finish = (stopped: string | null): void => {
      clearTimeout(timer);
      clearInterval(watch);
      resolve({ told, stopped });
      void worker.terminate();
    };
    const doing = () => told.findLast((one) => one.kind === "doing")?.what ?? "the start";
    const timer = setTimeout(() => finish(`The time limit of ${Math.round(limit / 1000)} seconds was over, at ${doing()}; it was ended.`), Math.max(0, end - performance.now()));
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > most) finish(`It took too much memory at ${doing()}; it was ended.`);
    }, 50);
    // What is said there is read by nobody, and must not pile up.
    worker.stdout.resume();
    worker.stderr.resume();
    worker.on("message", (message: Told) => {
      told.push(message);
      if (message.kind === "done") finish(null);
      if (message.kind === "failed") finish(`It ended at ${doing()}: ${message.reason}.`);
    });
    worker.on("error", (error) => finish(`It ended at ${doing()}: ${error instanceof Error ? error.message : String(error)}.`));
    worker.on("exit", () => finish(`It ended at ${doing()}.`));
  });
}
