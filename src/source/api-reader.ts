/** What a source needs of GitHub's API, without a client: how requests are sent, retried and counted is the client's business. */
export interface ApiReader {
  /** One tree by its commit or tree id. Throws SourceError. */
  tree(id: string, recursive: boolean): Promise<ApiTree>;
  /** The texts of blobs in one request; a blob that is missing or has no text is left out. Throws when the request fails. */
  texts(blobs: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The texts of files of a commit in one request, without a tree; null for a file that is there and has no text. Throws SourceError. */
  files(commit: string, paths: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** The bytes of one blob, of any kind and up to 100 MB. Throws SourceError. */
  blob(id: string): Promise<Uint8Array>;
  /** All files of a commit as a gzipped tar archive. Throws SourceError. */
  archive(commit: string): Promise<Uint8Array>;
}

export interface ApiTree {
  readonly entries: readonly ApiTreeEntry[];
  /** GitHub lists at most 100,000 entries or 7 MB of one tree. */
  readonly truncated: boolean;
}

export interface ApiTreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size: number | null;
}
