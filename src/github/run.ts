import { setOutput } from "@actions/core";
import { context as runnerContext } from "@actions/github";
import { rehearsal } from "../rehearsal/when.ts";
import type { Review } from "../report/types.ts";
import { connect } from "./client.ts";
import { readEvent, type ReviewTask, type Task } from "./event.ts";
import { readInputs } from "./inputs.ts";
import { say } from "./log.ts";
import { openChange, type Repo } from "./open.ts";
import { openAudit } from "./open-audit.ts";
import { setOutputs, setOutputsOfNothing } from "./outputs.ts";
import { publish, type Here } from "./publish.ts";
import { nothingFound, writeSarif } from "./sarif-file.ts";
import { writeSummary } from "./summary.ts";

/** What the job ends with: why it fails, or null. */
export type Failure = string | null;

/** Does what the event asks for. Throws the errors that say what to do (InputError, EventError, SourceError, ConfigError), and whatever went wrong. */
export async function run(context: typeof runnerContext = runnerContext): Promise<Failure> {
  const inputs = readInputs();
  const { octokit, counted } = connect(inputs.token);
  const here: Here = { ...context.repo, octokit, inputs, context };
  const repo: Repo = { octokit, repository: context.repo, dir: inside(process.env["GITHUB_WORKSPACE"] ?? ".", inputs.repo), config: inputs.config, runningRelease: inputs.runningRelease };
  try {
    return await carryOut(await readEvent(context, octokit, context.repo), here, repo);
  } finally {
    say(`Asked GitHub's API: ${counted.requests} ${counted.requests === 1 ? "request" : "requests"}, ${Math.ceil(counted.bytes / 1024)} kB.`);
  }
}

async function carryOut(task: Task, here: Here, repo: Repo): Promise<Failure> {
  if (task.kind === "nothing") return pass(`${task.why} There is nothing to review.`, here);
  return task.kind === "review" ? await review(task, here, repo) : await audit(task, here, repo);
}

async function review(task: ReviewTask, here: Here, repo: Repo): Promise<Failure> {
  const change = await openChange(task, repo);
  if (!change.touchesMigrations) {
    await publish(null, task, here);
    return pass("No migration changed. There is nothing to review.", here);
  }
  // The core is loaded only where it is needed: a change without migrations passes at once.
  const [core, { reviewSummary }, { annotate }] = await Promise.all([import("../review.ts"), import("./summary.ts"), import("./annotate.ts")]);
  const opened = await change.open();
  const config = { ...opened.config, failOn: here.inputs.failOn ?? opened.config.failOn, acceptLabel: here.inputs.acceptLabel ?? opened.config.acceptLabel };
  const found = await core.review({ ...opened, config, labels: task.labels, overrides: here.inputs.overrides, ...rehearsal(here.inputs.rehearse ?? config.rehearse ?? "auto") });
  say(`Read from ${change.readFrom}.`);
  if (found.acceptedByLabel !== undefined) say(`Accepted by the label ${found.acceptedByLabel}: ${found.reasons.join(" ")}`);
  await writeSummary(reviewSummary(found));
  await setOutputs(found);
  annotate(found);
  await publish({ review: found, head: opened.head, patches: change.patches }, task, here);
  const unwritten = await writeSarif(here.inputs.sarifFile, found);
  const failures = [...(found.verdict === "fail" ? [failure(found)] : []), ...(unwritten === null ? [] : [unwritten])];
  return failures.length === 0 ? null : failures.join(" ");
}

async function audit(task: Extract<Task, { kind: "audit" }>, here: Here, repo: Repo): Promise<Failure> {
  const [core, { auditSummary }] = await Promise.all([import("../audit.ts"), import("./summary.ts")]);
  const { readFrom, ...opened } = await openAudit(task, here.inputs.since, repo);
  const progress = (done: number, total: number, what: string) => {
    if (total === 0) say(`Now ${what}.`);
    else if (done % 250 === 0) say(`${done} of ${total} migrations`);
  };
  say(`Auditing ${opened.head.label} from the side of ${opened.runningRelease.ref} (${opened.runningRelease.source}), from ${readFrom}.`);
  const found = await core.audit({ ...opened, overrides: here.inputs.overrides, progress });
  await writeSummary(auditSummary(found));
  await setOutputs(found);
  const issue = here.inputs.issue ? await (await import("./issue.ts")).trackAudit(found, task.commit, here) : null;
  setOutput("issue-number", issue ?? "");
  return await writeSarif(here.inputs.sarifFile, found);
}

async function pass(words: string, { inputs }: Here): Promise<Failure> {
  say(words);
  await writeSummary(`## 🟢 Migrations: nothing to review\n\n${words}\n`);
  setOutputsOfNothing();
  return await writeSarif(inputs.sarifFile, nothingFound);
}

function failure({ reasons }: Review): string {
  return `Migrations: ${reasons.join(" ")} The job summary has the report.`;
}

/** A folder of the workspace. */
function inside(workspace: string, folder: string): string {
  return `${workspace}/${folder}`;
}
