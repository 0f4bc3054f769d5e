import { createHash } from "node:crypto";
import { archiveFiles } from "./api-archive.ts";
import type { ApiReader } from "./api-reader.ts";
import type { ApiFile } from "./api-tree.ts";
import type { SourceText } from "./source.ts";
import { textOf } from "./text.ts";

/** Blobs asked for in one GraphQL query: more take GitHub so long that it gives up. */
const atOnce = 150;
/** Queries in all. A first load that needs more than `firstQueries` takes the archive at once: one request however many files are wanted. */
const maxQueries = 5;
const firstQueries = 2;
/** Queries once there is an archive: for files that only the other commit has, or that `export-ignore` leaves out. */
const maxQueriesAfter = 8;
/** Requests for single files that GraphQL does not give: those above 500 kB or in another encoding. */
const maxSingle = 10;

/** The contents of blobs, each fetched once whatever commit it is in. Every content is checked against its blob id. */
export class ApiBlobs {
  readonly #reader: ApiReader;
  readonly #mayNeed: (path: string) => boolean;
  readonly #texts = new Map<string, SourceText>();
  readonly #archived = new Set<string>();
  readonly #asked = new Set<string>();
  #queries = 0;
  #single = 0;
  #graphql = true;

  /** `mayNeed` are the files worth keeping of an archive. */
  constructor(reader: ApiReader, mayNeed: (path: string) => boolean) {
    this.#reader = reader;
    this.#mayNeed = mayNeed;
  }

  /** The content of a blob that was loaded; otherwise why there is none. */
  text(blob: string): SourceText {
    return this.#texts.get(blob) ?? { unreadable: "GitHub's API did not give its content" };
  }

  /** Fetches what is not there yet, as far as it comes in few requests. `tree` holds the files of the commit whose archive may be taken. Throws SourceError. */
  async prefetch(wanted: readonly ApiFile[], commit: string, tree: readonly ApiFile[]): Promise<void> {
    await this.#query(this.#missing(wanted));
    if (this.#missing(wanted).length <= maxSingle || this.#archived.has(commit)) return;
    await this.#unpack(commit, tree);
    await this.#query(this.#missing(wanted));
  }

  /** As `prefetch`, and then one by one what is still missing. Throws SourceError when GitHub's API cannot be read. */
  async load(wanted: readonly ApiFile[], commit: string, tree: readonly ApiFile[]): Promise<void> {
    await this.prefetch(wanted, commit, tree);
    for (const blob of this.#missing(wanted)) {
      if (this.#single++ < maxSingle) this.#texts.set(blob, textOf(await this.#reader.blob(blob)));
      else this.#texts.set(blob, { unreadable: `one of more than ${maxSingle} files that GitHub's API gives only one by one; check the repository out before this step` });
    }
  }

  #missing(wanted: readonly ApiFile[]): string[] {
    return [...new Set(wanted.map((file) => file.blob))].filter((blob) => !this.#texts.has(blob));
  }

  /** Does nothing when it would take too many queries. */
  async #query(missing: readonly string[]): Promise<void> {
    const blobs = missing.filter((blob) => !this.#asked.has(blob));
    const most = this.#archived.size > 0 ? maxQueriesAfter : this.#queries === 0 ? firstQueries : maxQueries;
    if (!this.#graphql || this.#queries + Math.ceil(blobs.length / atOnce) > most) return;
    const chunks = Array.from({ length: Math.ceil(blobs.length / atOnce) }, (_, index) => blobs.slice(index * atOnce, (index + 1) * atOnce));
    this.#queries += chunks.length;
    for (const blob of blobs) this.#asked.add(blob);
    const answers = await Promise.allSettled(chunks.map((chunk) => this.#reader.texts(chunk)));
    for (const answer of answers) {
      // A query is a POST and is not sent again: the archive has the same files.
      if (answer.status === "rejected") this.#graphql = false;
      else for (const [blob, text] of answer.value) this.#keep(blob, Buffer.from(text));
    }
  }

  async #unpack(commit: string, tree: readonly ApiFile[]): Promise<void> {
    const blobs = new Map(tree.filter((file) => !file.link && this.#mayNeed(file.path)).map((file) => [file.path, file.blob]));
    this.#archived.add(commit);
    for (const { path, bytes } of archiveFiles(await this.#reader.archive(commit))) {
      const blob = blobs.get(path);
      if (blob !== undefined && !this.#texts.has(blob)) this.#keep(blob, bytes);
    }
  }

  /** Content with another id was changed on the way: cut off, another encoding, `export-subst`. */
  #keep(blob: string, bytes: Uint8Array): void {
    if (blobId(bytes, blob.length === 64 ? "sha256" : "sha1") === blob) this.#texts.set(blob, textOf(bytes));
  }
}

/** git's id of a file's content (`git hash-object`). */
export function blobId(bytes: Uint8Array, algorithm: "sha1" | "sha256"): string {
  return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
