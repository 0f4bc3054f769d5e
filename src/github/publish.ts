import { warning } from "@actions/core";
import type { context } from "@actions/github";
import { capped } from "../report/detail.ts";
import { prose } from "../report/escape.ts";
import { headline } from "../report/headline.ts";
import { tally } from "../report/judge.ts";
import { commentLimit, fit } from "../report/ladder.ts";
import type { Remark } from "../report/remarks.ts";
import type { Review } from "../report/types.ts";
import { SourceError, type Source } from "../source/source.ts";
import type { Octokit } from "./client.ts";
import { comment, type Outcome } from "./comment.ts";
import { whoAndWhere, type Who } from "./comments.ts";
import type { Drafts } from "./drafts.ts";
import type { ReviewTask } from "./event.ts";
import { draftsFor, type Patches } from "./inline.ts";
import type { Inputs } from "./inputs.ts";
import { say } from "./log.ts";
import type { Repository } from "./reader.ts";
import { remark, type RemarksOutcome } from "./review-comments.ts";

export interface Here extends Repository {
  readonly octokit: Octokit;
  readonly inputs: Inputs;
  readonly context: Pick<typeof context, "runId" | "runAttempt" | "serverUrl">;
}

/** A review, and what its comments on lines are made from. */
export interface Reviewed {
  readonly review: Review;
  readonly head: Source;
  readonly patches: Patches;
}

/** Brings the pull request's comments up to date, and says what became of them. null where no migration changed. Throws nothing that GitHub answers. */
export async function publish(reviewed: Reviewed | null, task: ReviewTask, here: Here): Promise<void> {
  const { inputs, octokit, owner, repo, context } = here;
  if (task.pull === null || (inputs.comment === "never" && !inputs.inline)) return;
  const thread = { owner, repo, number: task.pull };
  const marker = { key: inputs.commentKey, head: task.head.commit, run: context.runId || 0, attempt: context.runAttempt || 1 };
  let asked: Promise<Who> | null = null;
  const who = () => (asked ??= whoAndWhere(octokit, thread));

  const review = reviewed === null || reviewed.review.projects.length === 0 ? null : reviewed.review;
  const drafts = inputs.inline ? await placed(reviewed) : null;
  if (inputs.comment !== "never") {
    const speaks = review !== null && (inputs.comment === "always" || hasFindings(review));
    const body = speaks ? (line: string) => commentBody(review, drafts?.left ?? [], line, here) : null;
    const outcome = await comment(octokit, thread, who, marker, { body, nothingLeft: nothingLeft(review) });
    tell(outcome);
    // Without a comment there never was one on a line; and what kept it from being written keeps those, too.
    if (outcome.kind === "none" || outcome.kind === "outdated" || outcome.kind === "failed") return;
  }
  if (drafts !== null) tellRemarks(await remark(octokit, thread, who, marker, drafts.drafts));
}

/** What goes on the lines; null where that could not be found out. */
async function placed(reviewed: Reviewed | null): Promise<Drafts | null> {
  if (reviewed === null) return { drafts: [], left: [] };
  try {
    return await draftsFor(reviewed.review, reviewed.head, reviewed.patches);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    warning(`The comments on the lines are left as they are. ${error.message}`, { title: "No comments on the lines" });
    return null;
  }
}

/** What an earlier comment becomes when there is nothing to point out any more. */
function nothingLeft(review: Review | null): string {
  const why = review === null ? "This pull request changes no migration any more" : prose(upperFirst(headline(review, tally(review)).text));
  return `## 🟢 Migrations: nothing left to point out\n\n${why}.\n`;
}

function upperFirst(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** Is there anything that a reviewer has to know or do? */
export function hasFindings(review: Review): boolean {
  const findings = review.projects.flatMap((project) => [...project.graph, ...project.migrations.flatMap((migration) => [...migration.findings, ...migration.operations.flatMap((record) => record.findings)])]);
  const plans = review.projects.some((project) => (project.plan?.releases.length ?? 0) > 1);
  return review.verdict === "fail" || headline(review, tally(review)).emoji !== "🟢" || plans || findings.some((finding) => finding.level !== "note");
}

/** What was left out is in the job summary, which a link leads to. */
function commentBody(review: Review, withoutPlace: readonly Remark[], marker: string, { owner, repo, context }: Here): string {
  const others = notOnLines(withoutPlace);
  const link = `\n<sub>[The job summary](${context.serverUrl}/${owner}/${repo}/actions/runs/${context.runId}) has what is left out.</sub>\n`;
  const { markdown, left } = fit(review, commentLimit - link.length - others.length, marker);
  return `${markdown}${others}${left.length === 0 ? "" : link}`;
}

/** What has no comment of its own on a line. */
function notOnLines(remarks: readonly Remark[]): string {
  if (remarks.length === 0) return "";
  const { shown, more } = capped(remarks, 30);
  return `\n<sub>Not on lines of their own (too many, or not in the diff): ${shown.map(({ label }) => label).join(", ")}${more > 0 ? ` and ${more} more` : ""}.</sub>\n`;
}

const words: Record<Exclude<Outcome["kind"], "failed">, string> = {
  posted: "The comment is posted.",
  updated: "The comment is updated.",
  unchanged: "The comment is up to date as it is.",
  outdated: "A later run or commit has its say: the comment is left alone.",
  none: "There is nothing to comment on.",
};

function tellRemarks(outcome: RemarksOutcome): void {
  if (outcome.kind === "outdated") return say("A later run or commit has its say: the comments on the lines are left alone.");
  const { posted, removed, kept, warning: problem } = outcome;
  if (problem !== null) warning(problem, { title: "Not all comments on the lines" });
  if (posted + removed + kept > 0) say(`Comments on the lines: ${posted} posted, ${kept} that still hold, ${removed} removed.`);
}

function tell(outcome: Outcome): void {
  if (outcome.kind === "failed") warning(outcome.warning, { title: "No comment on the pull request" });
  else say(words[outcome.kind]);
}
