import { warning } from "@actions/core";
import type { context } from "@actions/github";
import { prose } from "../report/escape.ts";
import { headline } from "../report/headline.ts";
import { tally } from "../report/judge.ts";
import { commentLimit, fit } from "../report/ladder.ts";
import type { Review } from "../report/types.ts";
import type { Octokit } from "./client.ts";
import { comment, type Outcome } from "./comment.ts";
import type { ReviewTask } from "./event.ts";
import type { Inputs } from "./inputs.ts";
import { say } from "./log.ts";
import type { Repository } from "./reader.ts";

export interface Here extends Repository {
  readonly octokit: Octokit;
  readonly inputs: Inputs;
  readonly context: Pick<typeof context, "runId" | "runAttempt" | "serverUrl">;
}

/** Brings the pull request's comment up to date, and says what became of it. `review` is null where no migration changed. */
export async function publish(review: Review | null, task: ReviewTask, here: Here): Promise<void> {
  const { inputs, octokit, owner, repo, context } = here;
  if (task.pull === null || inputs.comment === "never") return;
  const marker = { key: inputs.commentKey, head: task.head.commit, run: context.runId || 0, attempt: context.runAttempt || 1 };
  const reviewed = review === null || review.projects.length === 0 ? null : review;
  const speaks = reviewed !== null && (inputs.comment === "always" || hasFindings(reviewed));
  const body = speaks ? (line: string) => commentBody(reviewed, line, here) : null;
  tell(await comment(octokit, { owner, repo, number: task.pull }, marker, { body, nothingLeft: nothingLeft(reviewed) }));
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
function commentBody(review: Review, marker: string, { owner, repo, context }: Here): string {
  const link = `\n<sub>[The job summary](${context.serverUrl}/${owner}/${repo}/actions/runs/${context.runId}) has what is left out.</sub>\n`;
  const { markdown, left } = fit(review, commentLimit - link.length, marker);
  return left.length === 0 ? markdown : `${markdown}${link}`;
}

const words: Record<Exclude<Outcome["kind"], "failed">, string> = {
  posted: "The comment is posted.",
  updated: "The comment is updated.",
  unchanged: "The comment is up to date as it is.",
  outdated: "A later run or commit has its say: the comment is left alone.",
  none: "There is nothing to comment on.",
};

function tell(outcome: Outcome): void {
  if (outcome.kind === "failed") warning(outcome.warning, { title: "No comment on the pull request" });
  else say(words[outcome.kind]);
}
