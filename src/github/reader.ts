import type { ApiReader } from "../source/api-reader.ts";
import { SourceError } from "../source/source.ts";
import { asGitHubError, isForbidden, type Octokit } from "./client.ts";

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

/** The repository's objects through GitHub's API. */
export function apiReader(octokit: Octokit, repository: Repository): ApiReader {
  return {
    async tree(id, recursive) {
      const { data } = await asked(octokit.rest.git.getTree({ ...repository, tree_sha: id, ...(recursive ? { recursive: "1" } : {}) }), `the files of ${id.slice(0, 7)}`);
      const entries = data.tree.flatMap(({ path, mode, type, sha, size }) => (path === undefined || mode === undefined || type === undefined || sha == null ? [] : [{ path, mode, type, sha, size: size ?? null }]));
      return { entries, truncated: data.truncated };
    },
    async texts(blobs) {
      const fields = blobs.map((blob, index) => `b${index}:object(oid:"${hex(blob)}"){...on Blob{text isBinary isTruncated}}`);
      const query = `query($owner:String!,$repo:String!){repository(owner:$owner,name:$repo){${fields.join(" ")}}}`;
      const { repository: found } = await octokit.graphql<{ repository: Record<string, BlobText | null> }>(query, { ...repository });
      return new Map(blobs.flatMap((blob, index) => textOf(blob, found[`b${index}`] ?? null)));
    },
    async files(commit, paths) {
      const fields = paths.map((path, index) => `f${index}:object(expression:${JSON.stringify(`${hex(commit)}:${path}`)}){...on Blob{text isBinary isTruncated}}`);
      const query = `query($owner:String!,$repo:String!){repository(owner:$owner,name:$repo){${fields.join(" ")}}}`;
      const { repository: found } = await asked(octokit.graphql<{ repository: Record<string, BlobText | null> }>(query, { ...repository }), `the configuration at ${commit.slice(0, 7)}`);
      return new Map(paths.flatMap((path, index) => (found[`f${index}`] ? [[path, textOf("", found[`f${index}`]!)[0]?.[1] ?? null] as const] : [])));
    },
    async blob(id) {
      const { data } = await asked(octokit.rest.git.getBlob({ ...repository, file_sha: id }), "a file");
      return Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8");
    },
    async archive(commit) {
      const { data } = await asked(octokit.rest.repos.downloadTarballArchive({ ...repository, ref: commit }), `the archive of ${commit.slice(0, 7)}`);
      return new Uint8Array(data as ArrayBuffer);
    },
  };
}

interface BlobText { readonly text: string | null; readonly isBinary: boolean | null; readonly isTruncated: boolean }

function textOf(blob: string, found: BlobText | null): [string, string][] {
  return found === null || found.text === null || found.isBinary === true || found.isTruncated ? [] : [[blob, found.text]];
}

function hex(blob: string): string {
  if (!/^[0-9a-f]{40,64}$/.test(blob)) throw new SourceError("GitHub's API gave an object without an id.");
  return blob;
}

/** The answer, or a SourceError that says what could not be read and what to do. */
export async function asked<T>(request: Promise<T>, what: string): Promise<T> {
  try {
    return await request;
  } catch (thrown) {
    const error = asGitHubError(thrown);
    const advice = isForbidden(error) ? " The token needs `contents: read` (and `pull-requests: read` to see pull requests of a private repository)." : " Run the job again.";
    throw new SourceError(`GitHub's API could not be asked for ${what}. ${error.message}.${advice}`.replace("..", "."));
  }
}
