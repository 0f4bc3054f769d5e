import { asGitHubError, isForbidden, type GitHubError, type Octokit } from "./client.ts";
import type { Thread, Who } from "./comments.ts";
import type { Draft } from "./drafts.ts";
import { isLater, readRemark, remarkLine, type Marker } from "./marker.ts";

/** What became of the review comments. `warning` says what could not be done. */
export type RemarksOutcome = { readonly kind: "outdated" } | { readonly kind: "done"; readonly posted: number; readonly removed: number; readonly kept: number; readonly warning: string | null };

/** A review comment of ours. */
interface OwnRemark {
  readonly id: number;
  readonly marker: Marker;
  readonly fingerprint: string;
  /** Its lines are not in the diff any more. */
  readonly outdated: boolean;
  /** Somebody wrote below it. */
  readonly answered: boolean;
}

/**
 * Brings our review comments up to date: those that still hold stay as they are, those whose finding or line is gone are removed unless somebody answered,
 * and what is new comes in one review. Never throws, and never sends a POST twice: after one without a sure answer it is looked whether it was carried out.
 * Threads are not resolved instead: GitHub asks for `contents: write` to do that (github.com/orgs/community/discussions/44650).
 */
export async function remark(octokit: Octokit, thread: Thread, who: () => Promise<Who>, marker: Marker, drafts: readonly Draft[]): Promise<RemarksOutcome> {
  try {
    const { login, head } = await who();
    const find = () => ownRemarks(octokit, thread, login, marker.key);
    const own = await find();
    if ((head !== null && head !== marker.head) || own.some((one) => isLater(one.marker, marker))) return { kind: "outdated" };
    const wanted = new Set(drafts.map(({ fingerprint }) => fingerprint));
    const holds = own.filter((one) => wanted.has(one.fingerprint) && (!one.outdated || one.answered));
    const there = new Set(holds.map(({ fingerprint }) => fingerprint));
    const fresh = drafts.filter(({ fingerprint }) => !there.has(fingerprint));
    const warning = fresh.length === 0 ? null : await post(octokit, thread, marker, fresh, find);
    const { removed, error } = await remove(octokit, thread, own.filter((one) => !holds.includes(one) && !one.answered));
    return { kind: "done", posted: warning === null ? fresh.length : 0, removed, kept: there.size, warning: warning ?? (error && warningOf(error)) };
  } catch (error) {
    return { kind: "done", posted: 0, removed: 0, kept: 0, warning: warningOf(asGitHubError(error)) };
  }
}

/** From all pages, the oldest first. */
async function ownRemarks(octokit: Octokit, { number, ...repository }: Thread, login: string, key: string): Promise<readonly OwnRemark[]> {
  const all = await octokit.paginate(octokit.rest.pulls.listReviewComments, { ...repository, pull_number: number, per_page: 100 });
  const answered = new Set(all.map(({ in_reply_to_id: to }) => to));
  return all
    .flatMap(({ id, body, user, line }) => {
      const read = readRemark(body);
      return user?.login === login && read?.marker.key === key ? [{ id, ...read, outdated: line == null, answered: answered.has(id) }] : [];
    })
    .sort((a, b) => a.id - b.id);
}

type Find = () => Promise<readonly OwnRemark[]>;

/** Posts one review; the warning, or null. */
async function post(octokit: Octokit, thread: Thread, marker: Marker, drafts: readonly Draft[], find: Find): Promise<string | null> {
  const { number, ...repository } = thread;
  const comments = drafts.map(({ path, first, last, body, fingerprint }) => ({
    path,
    ...(first < last ? { start_line: first, start_side: "RIGHT" } : {}),
    line: last,
    side: "RIGHT",
    body: `${remarkLine(marker, fingerprint)}${body}`,
  }));
  try {
    await octokit.rest.pulls.createReview({ ...repository, pull_number: number, commit_id: marker.head, event: "COMMENT", body: "", comments });
  } catch (thrown) {
    const error = asGitHubError(thrown);
    if (error.done === "no" || !(await wasPosted(marker, find))) return warningOf(error);
  }
  await foldTwins(octokit, thread, marker, find);
  return null;
}

async function wasPosted(marker: Marker, find: Find): Promise<boolean> {
  try {
    return (await find()).some((own) => isSameRun(own.marker, marker));
  } catch {
    return false;
  }
}

/** Two runs may have found nothing and posted the same: the older of two comments stays. */
async function foldTwins(octokit: Octokit, thread: Thread, marker: Marker, find: Find): Promise<void> {
  try {
    const own = await find();
    const twins = own.filter((one) => isSameRun(one.marker, marker) && own.some((other) => other.id < one.id && other.fingerprint === one.fingerprint && !other.outdated));
    await remove(octokit, thread, twins);
  } catch {
    // Both are true; the next run removes none and posts none.
  }
}

function isSameRun(one: Marker, other: Marker): boolean {
  return one.run === other.run && one.attempt === other.attempt;
}

/** Removes until something is in the way. What somebody else has deleted is gone as well. */
async function remove(octokit: Octokit, { owner, repo }: Thread, remarks: readonly OwnRemark[]): Promise<{ readonly removed: number; readonly error: GitHubError | null }> {
  let removed = 0;
  for (const { id } of remarks) {
    try {
      await octokit.rest.pulls.deleteReviewComment({ owner, repo, comment_id: id });
      removed += 1;
    } catch (thrown) {
      const error = asGitHubError(thrown);
      if (error.status !== 404) return { removed, error };
    }
  }
  return { removed, error: null };
}

function warningOf(error: GitHubError): string {
  const same = "The job summary and the annotations have everything, and the verdict is the same.";
  if (isForbidden(error)) return `The comments on the lines could not be written: the token lacks \`pull-requests: write\` (GitHub answered ${error.status}). ${same}`;
  if (error.status === 422) return `GitHub does not take the comments on the lines. ${error.message} ${same}`;
  return `The comments on the lines could not be written. ${error.message} ${same}`;
}
