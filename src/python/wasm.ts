import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** The two WebAssembly files the reader needs. */
export interface PythonWasm {
  /** web-tree-sitter's runtime. */
  readonly runtime: Uint8Array;
  /** tree-sitter-python's grammar. */
  readonly grammar: Uint8Array;
}

/** Reads both from beside this file (a build copies them there), else from their packages. Throws when neither is there. */
export async function readWasm(): Promise<PythonWasm> {
  const [runtime, grammar] = await Promise.all([
    read("./web-tree-sitter.wasm", "web-tree-sitter/web-tree-sitter.wasm"),
    read("./tree-sitter-python.wasm", "tree-sitter-python/tree-sitter-python.wasm"),
  ]);
  return { runtime, grammar };
}

async function read(beside: string, inPackage: string): Promise<Uint8Array> {
  try {
    return await readFile(fileURLToPath(new URL(beside, import.meta.url)));
  } catch {
    return await readFile(createRequire(import.meta.url).resolve(inPackage));
  }
}
