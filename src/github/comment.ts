import { asGitHubError, isForbidden, type GitHubError, type Octokit } from "./client.ts";
import { ownComments, whoAndWhere, type OwnComment, type Thread } from "./comments.ts";
import { isLater, markerLine, seen, type Marker } from "./marker.ts";

/** The comment that a run wants. */
export interface Wanted {
  /** Its text for a marker; null where there is nothing to say, and `nothingLeft` replaces what was said before. */
  readonly body: ((marker: string) => string) | null;
  readonly nothingLeft: string;
}

/** What became of it. `warning` says why it could not be written, and what to do. */
export type Outcome = { readonly kind: "posted" | "updated" | "unchanged" | "outdated" | "none" } | { readonly kind: "failed"; readonly warning: string };

/**
 * Brings our one comment of the pull request up to date. Never throws: the check does not depend on it.
 * Nothing is sent twice; after a request without a sure answer it is looked whether it was carried out.
 */
export async function comment(octokit: Octokit, thread: Thread, marker: Marker, wanted: Wanted): Promise<Outcome> {
  try {
    const { login, head } = await whoAndWhere(octokit, thread);
    const find = () => ownComments(octokit, thread, login, marker.key);
    const [own] = await find();
    // A run for a commit that is no longer the head has nothing to say any more.
    if ((head !== null && head !== marker.head) || (own !== undefined && isLater(own.marker, marker))) return { kind: "outdated" };
    const body = wanted.body?.(markerLine(marker)) ?? (own === undefined ? null : `${markerLine(marker)}${wanted.nothingLeft}`);
    if (body === null) return { kind: "none" };
    if (own === undefined) return await create(octokit, thread, body, find);
    if (seen(own.body) === seen(body)) return { kind: "unchanged" };
    return await update(octokit, thread, own, body, find);
  } catch (error) {
    return { kind: "failed", warning: warningOf(asGitHubError(error)) };
  }
}

type Find = () => Promise<readonly OwnComment[]>;

async function create(octokit: Octokit, { number, ...repository }: Thread, body: string, find: Find): Promise<Outcome> {
  try {
    await octokit.rest.issues.createComment({ ...repository, issue_number: number, body });
  } catch (thrown) {
    const error = asGitHubError(thrown);
    if (error.done === "no" || !(await wasWritten(body, find))) throw error;
  }
  await foldTwins(octokit, repository, body, find);
  return { kind: "posted" };
}

async function update(octokit: Octokit, { number, ...repository }: Thread, own: OwnComment, body: string, find: Find): Promise<Outcome> {
  try {
    await octokit.rest.issues.updateComment({ ...repository, comment_id: own.id, body });
  } catch (thrown) {
    const error = asGitHubError(thrown);
    // Somebody deleted it since it was listed.
    if (error.status === 404 && (await find()).length === 0) return create(octokit, { ...repository, number }, body, find);
    if (error.done === "no" || !(await wasWritten(body, find))) throw error;
  }
  return { kind: "updated" };
}

async function wasWritten(body: string, find: Find): Promise<boolean> {
  return (await find()).some((own) => markerLine(own.marker) === body.slice(0, body.indexOf("\n") + 1) && seen(own.body) === seen(body));
}

/** Two runs may have found no comment and posted one each: the older comment stays, with the later run's text. */
async function foldTwins(octokit: Octokit, repository: Omit<Thread, "number">, body: string, find: Find): Promise<void> {
  try {
    const [oldest, ...younger] = await find();
    const ours = younger.find((own) => seen(own.body) === seen(body) && body.startsWith(markerLine(own.marker)));
    if (oldest === undefined || ours === undefined) return;
    if (isLater(ours.marker, oldest.marker)) await octokit.rest.issues.updateComment({ ...repository, comment_id: oldest.id, body });
    await octokit.rest.issues.deleteComment({ ...repository, comment_id: ours.id });
  } catch {
    // Both comments are true; the next run updates the older one.
  }
}

function warningOf(error: GitHubError): string {
  if (isForbidden(error)) return `The comment could not be written: the token lacks \`pull-requests: write\` (GitHub answered ${error.status}). Pull requests from forks and from Dependabot get a read-only token; the report is in the job summary and the annotations, and the verdict is the same.`;
  return `The comment could not be written. ${error.message} The report is in the job summary, and the verdict is the same.`;
}
