import type { context } from "@actions/github";
import { asked, type Repository } from "./reader.ts";
import type { Octokit } from "./client.ts";

/** What the event asks for. */
export type Task = ReviewTask | AuditTask | { readonly kind: "nothing"; readonly why: string };

export interface AuditTask {
  readonly kind: "audit";
  readonly commit: string;
  readonly ref: string;
  /** Where the audited branch is another one; null where it is the default branch itself. */
  readonly defaultBranch: string | null;
}

export interface ReviewTask {
  readonly kind: "review";
  /** The pull request that gets the comment; null on `merge_group` and `push`. */
  readonly pull: number | null;
  /** The pull request's labels when the event came up; none on `merge_group` and `push`. */
  readonly labels: readonly string[];
  readonly head: { readonly ref: string; readonly commit: string };
  /** The tip of what the change goes into. `source` is for a person. */
  readonly base: { readonly ref: string; readonly commit: string; readonly source: string };
  /** Is the running release the base's tip itself, or the commit where the head left it? */
  readonly from: "tip" | "merge base";
}

/** The event cannot be worked with. The message says what can. */
export class EventError extends Error {
  override name = "EventError";
}

/** The part of @actions/github's context that counts. GITHUB_SHA is only taken where it is the commit that is meant. */
export type EventContext = Pick<typeof context, "eventName" | "payload" | "sha" | "ref">;

/** Reads head and base from the payload; what is missing there is asked for. Throws EventError and SourceError. */
export async function readEvent({ eventName, payload, sha, ref }: EventContext, octokit: Octokit, repository: Repository): Promise<Task> {
  switch (eventName) {
    case "pull_request":
    case "pull_request_target":
      return pullRequest(payload["pull_request"], octokit, repository);
    case "merge_group":
      return mergeGroup(payload["merge_group"] as MergeGroup | undefined);
    case "push":
      return push(payload as Push, octokit, repository);
    case "workflow_dispatch":
    case "schedule":
      return auditTask(commitId(sha, "GITHUB_SHA"), shortRef(ref), payload as Push);
    default:
      throw new EventError(`The event ${JSON.stringify(eventName)} is none to review: use this action on pull_request, pull_request_target, merge_group or push, and for the audit on workflow_dispatch or schedule.`);
  }
}

/** A schedule runs on the default branch. */
function auditTask(commit: string, ref: string, { repository }: Push): AuditTask {
  const branch = repository?.default_branch;
  return { kind: "audit", commit, ref, defaultBranch: branch === undefined || branch === ref ? null : branch };
}

interface Side { readonly ref?: string; readonly sha?: string }
interface PullRequest { readonly number?: number; readonly head?: Side; readonly base?: Side; readonly labels?: unknown }
interface MergeGroup { readonly head_sha?: string; readonly base_sha?: string; readonly head_ref?: string; readonly base_ref?: string }
interface Push { readonly before?: string; readonly after?: string; readonly ref?: string; readonly deleted?: boolean; readonly repository?: { readonly default_branch?: string } }

async function pullRequest(told: PullRequest | undefined, octokit: Octokit, repository: Repository): Promise<ReviewTask> {
  const number = told?.number;
  if (number === undefined || !Number.isSafeInteger(number)) throw new EventError("The event's payload has no pull request. Does the job run on pull_request itself?");
  let { head, base, labels }: PullRequest = told ?? {};
  if (!head?.sha || !base?.sha) ({ head, base, labels } = (await asked(octokit.rest.pulls.get({ ...repository, pull_number: number }), `pull request ${number}`)).data);
  return {
    kind: "review",
    pull: number,
    labels: labelNames(labels),
    head: { ref: head.ref ?? `#${number}`, commit: commitId(head.sha, "pull_request.head.sha") },
    base: { ref: base.ref ?? "base", commit: commitId(base.sha, "pull_request.base.sha"), source: "the base of the pull request" },
    from: "merge base",
  };
}

/** `[{ name: "…" }]` */
function labelNames(labels: unknown): readonly string[] {
  if (!Array.isArray(labels)) return [];
  return (labels as readonly unknown[]).flatMap((label) => (typeof label === "object" && label !== null && "name" in label && typeof label.name === "string" ? [label.name] : []));
}

function mergeGroup(group: MergeGroup | undefined): ReviewTask {
  return {
    kind: "review",
    pull: null,
    labels: [],
    head: { ref: shortRef(group?.head_ref ?? "merge queue"), commit: commitId(group?.head_sha, "merge_group.head_sha") },
    base: { ref: shortRef(group?.base_ref ?? "base"), commit: commitId(group?.base_sha, "merge_group.base_sha"), source: "the base of the merge queue" },
    from: "tip",
  };
}

async function push(payload: Push, octokit: Octokit, repository: Repository): Promise<Task> {
  const ref = shortRef(payload.ref ?? "");
  if (payload.deleted === true || isNone(payload.after)) return { kind: "nothing", why: "The push deletes a branch or tag." };
  const head = { ref, commit: commitId(payload.after, "after") };
  if (!isNone(payload.before)) return { kind: "review", pull: null, labels: [], head, base: { ref, commit: commitId(payload.before, "before"), source: "the branch before the push" }, from: "tip" };
  // A new branch or tag: it is compared with the default branch.
  const branch = payload.repository?.default_branch;
  if (branch === undefined || branch === ref) return { kind: "nothing", why: "This is the first push: no release runs before it." };
  const { data } = await asked(octokit.rest.repos.getCommit({ ...repository, ref: `heads/${branch}` }), "the default branch");
  return { kind: "review", pull: null, labels: [], head, base: { ref: branch, commit: commitId(data.sha, "the default branch"), source: "the default branch" }, from: "merge base" };
}

function commitId(value: string | undefined, name: string): string {
  if (value !== undefined && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(value)) return value;
  throw new EventError(`${name} is no commit id. Is the event's payload complete?`);
}

function isNone(commit: string | undefined): boolean {
  return commit !== undefined && /^0+$/.test(commit);
}

function shortRef(ref: string): string {
  return ref.replace(/^refs\/(heads|tags)\//, "");
}
