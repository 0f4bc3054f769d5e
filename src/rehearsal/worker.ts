import { PGlite, type Extension } from "@electric-sql/pglite";
import { parentPort, workerData } from "node:worker_threads";
import type { Job, Told } from "./job.ts";
import { perform } from "./perform.ts";
import { loadRefuser } from "./refuse.ts";
import { postgresqlServer, type Send, ServerError } from "./server.ts";

/** What `rehearse` hands to the worker. */
export interface WorkerData {
  readonly job: Job;
  /** The compiled WebAssembly.Module. */
  readonly wasm: object;
  readonly files: Uint8Array<ArrayBuffer>;
  /** A fresh cluster as a tar archive. */
  readonly cluster: Uint8Array<ArrayBuffer>;
  /** URL of the folder with the extensions' archives. */
  readonly folder: string;
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
const tell = (told: Told): void => parentPort?.postMessage(told);

async function main({ job, wasm, files, cluster, folder }: WorkerData): Promise<void> {
  const [database] = await Promise.all([
    PGlite.create({ pgliteWasmModule: wasm as never, fsBundle: asBlob(files), loadDataDir: asBlob(cluster), extensions: Object.fromEntries(job.extensions.map((name) => [name, extension(name, folder)])) }),
    loadRefuser(),
  ]);
  try {
    await perform(job, postgresqlServer(sendTo(database)), tell);
    tell({ kind: "done" });
  } catch (error) {
    tell({ kind: "failed", reason: reasonOf(error) });
  } finally {
    // An instance that is not closed keeps the thread alive. One that hangs is ended from outside.
    await database.close();
  }
}

/** What PGlite asks a Blob for. A real one copies its bytes in small pieces, which takes a quarter of the start. */
function asBlob(bytes: Uint8Array<ArrayBuffer>): Blob {
  return { type: "", arrayBuffer: () => Promise.resolve(bytes.slice().buffer) } as Blob;
}

/** Its own object: those of the package look for their archives one folder up. */
function extension(name: string, folder: string): Extension {
  return { name, setup: (_pg, emscriptenOpts) => Promise.resolve({ emscriptenOpts, bundlePath: new URL(`${name}.tar.gz`, folder) }) };
}

function reasonOf(error: unknown): string {
  return String(error instanceof Error ? error.message : error).slice(0, 300);
}

function sendTo(database: PGlite): Send {
  return async (sql) => {
    const notices: string[] = [];
    try {
      const results = await database.exec(sql, { onNotice: ({ message }) => notices.length < 50 && notices.push((message ?? "").slice(0, 200)) });
      return { rows: results.at(-1)?.rows ?? [], notices };
    } catch (error) {
      const { message, code, constraint } = error as { message?: string; code?: string; constraint?: string };
      throw new ServerError((message ?? String(error)).slice(0, 500), code ?? null, constraint ?? null);
    }
  };
}

main(workerData as WorkerData).catch((error: unknown) => tell({ kind: "failed", reason: reasonOf(error) }));
