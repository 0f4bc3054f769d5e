import { warning } from "@actions/core";
import { fitAudit } from "../report/audit/ladder.ts";
import { auditHeadline, hasSomethingLeft } from "../report/audit/words.ts";
import { commentLimit } from "../report/ladder.ts";
import type { Audit } from "../report/types.ts";
import { asGitHubError, isForbidden, type GitHubError, type Octokit } from "./client.ts";
import { readMarker, type Marker } from "./marker.ts";
import { say } from "./log.ts";
import type { Here } from "./publish.ts";
import type { Repository } from "./reader.ts";
import { type Board, keep, type Kept, type Own } from "./sticky.ts";

/** Our issue, open or closed. */
interface OwnIssue extends Own {
  readonly open: boolean;
  /** Somebody closed it as not planned: it stays closed. */
  readonly dismissed: boolean;
}

/**
 * Keeps the repository's one tracking issue up to date with the audit: closed when nothing is left, opened again when something is, unless somebody
 * closed it as not planned. Its number, or null where there is none. Never throws: what the audit found is in the job summary, too.
 */
export async function trackAudit(audit: Audit, commit: string, here: Here): Promise<number | null> {
  const { octokit, owner, repo, inputs, context } = here;
  const marker: Marker = { key: inputs.commentKey, head: commit, run: context.runId || 0, attempt: context.runAttempt || 1 };
  const left = hasSomethingLeft(audit);
  try {
    const login = await viewer(octokit);
    const board = issueBoard(octokit, { owner, repo }, { login, key: marker.key, left });
    const kept = await keep(board, marker, { body: left ? (line) => issueBody(audit, line, here) : null, nothingLeft: nothingLeft(audit) });
    say(words[kept]);
    return board.number();
  } catch (error) {
    warning(warningOf(asGitHubError(error)), { title: "No issue for the audit" });
    return null;
  }
}

async function viewer(octokit: Octokit): Promise<string> {
  return (await octokit.graphql<{ viewer: { login: string } }>("query{viewer{login}}")).viewer.login;
}

function issueBoard(octokit: Octokit, repository: Repository, { login, key, left }: { readonly login: string; readonly key: string; readonly left: boolean }): Board<OwnIssue> & { number(): number | null } {
  const { issues } = octokit.rest;
  let oldest: number | null = null;
  const closed = { state: "closed", state_reason: "completed" } as const;
  const stands = (own: OwnIssue) => own.open === left || (left && own.dismissed);
  return {
    async find() {
      const all = await octokit.paginate(issues.listForRepo, { ...repository, creator: login, state: "all", per_page: 100 });
      const own = all
        .flatMap(({ number: id, body, user, state: at, state_reason, pull_request }) => {
          const marker = readMarker(body ?? "");
          return pull_request === undefined && user?.login === login && marker?.key === key ? [{ id, body: body ?? "", marker, open: at === "open", dismissed: at === "closed" && state_reason !== "completed" && state_reason !== null }] : [];
        })
        .sort((a, b) => a.id - b.id);
      oldest = own[0]?.id ?? oldest;
      return own;
    },
    async create(body) {
      oldest = (await issues.create({ ...repository, title: key === "default" ? title : `${title}: ${key}`, body })).data.number;
    },
    update: (own, body) => issues.update({ ...repository, issue_number: own.id, body, ...(stands(own) ? {} : left ? { state: "open" as const } : closed) }),
    fold: (twin, kept) => issues.update({ ...repository, issue_number: twin.id, body: `Two audits ran at the same time: #${kept.id} is the one that is kept up to date.\n`, state: "closed", state_reason: "not_planned" }),
    stands,
    number: () => oldest,
  };
}

const title = "Migrations: what is left to contract";

/** What was left out is in the job summary, which a link leads to. */
function issueBody(audit: Audit, marker: string, { owner, repo, context }: Here): string {
  const link = `\n<sub>[The job summary](${context.serverUrl}/${owner}/${repo}/actions/runs/${context.runId}) has the whole audit. This issue is kept up to date by it; closed as not planned, it stays closed.</sub>\n`;
  return `${fitAudit(audit, commentLimit - link.length, marker).markdown}${link}`;
}

function nothingLeft(audit: Audit): string {
  const { emoji, text } = auditHeadline(audit);
  return `## ${emoji} Migrations: ${text}\n\nNothing is left to contract, no plan is unfinished, and nothing that is merged breaks the running release.\n`;
}

const words: Record<Kept, string> = {
  posted: "The issue is opened.",
  updated: "The issue is updated.",
  unchanged: "The issue is up to date as it is.",
  outdated: "A later audit has its say: the issue is left alone.",
  none: "Nothing is left to do, and there is no issue.",
};

function warningOf(error: GitHubError): string {
  if (isForbidden(error)) return `The issue could not be written: the token lacks \`issues: write\`, or the repository has no issues (GitHub answered ${error.status}). The audit is in the job summary.`;
  return `The issue could not be written. ${error.message} The audit is in the job summary.`;
}
