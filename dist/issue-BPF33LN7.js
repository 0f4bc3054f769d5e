import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  asGitHubError,
  isForbidden,
  keep,
  readMarker
} from "./chunk-CGAUCF6E.js";
import {
  commentLimit,
  fitAudit
} from "./chunk-XJCAVGN2.js";
import {
  say
} from "./chunk-6ROUUEE5.js";
import "./chunk-5EK3N3B2.js";
import "./chunk-YNR7XTXO.js";
import "./chunk-DXZWIJE2.js";
import "./chunk-FRJUPGON.js";
import "./chunk-MSHCRMWM.js";
import "./chunk-DJTVDKX3.js";
import "./chunk-MT72GE5J.js";
import {
  auditHeadline,
  hasSomethingLeft
} from "./chunk-XFD7JVGX.js";
import "./chunk-F76VESVK.js";
import {
  warning
} from "./chunk-W5P3MIS3.js";
import "./chunk-M6RJXJRU.js";
import "./chunk-Y3FRN7YE.js";
import "./chunk-YDTEZH2C.js";
import "./chunk-VE6HXMP7.js";
import "./chunk-CSBCGSFX.js";
import "./chunk-WENUEFS7.js";
import "./chunk-LLNCCPBL.js";
import "./chunk-PFM5Z35S.js";

// src/github/issue.ts
async function trackAudit(audit, commit, here) {
  const { octokit, owner, repo, inputs, context } = here;
  const marker = { key: inputs.commentKey, head: commit, run: context.runId || 0, attempt: context.runAttempt || 1 };
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
async function viewer(octokit) {
  return (await octokit.graphql("query{viewer{login}}")).viewer.login;
}
function issueBoard(octokit, repository, { login, key, left }) {
  const { issues } = octokit.rest;
  let oldest = null;
  const closed = { state: "closed", state_reason: "completed" };
  const stands = (own) => own.open === left || left && own.dismissed;
  return {
    async find() {
      const all = await octokit.paginate(issues.listForRepo, { ...repository, creator: login, state: "all", per_page: 100 });
      const own = all.flatMap(({ number: id, body, user, state: at, state_reason, pull_request }) => {
        const marker = readMarker(body ?? "");
        return pull_request === void 0 && user?.login === login && marker?.key === key ? [{ id, body: body ?? "", marker, open: at === "open", dismissed: at === "closed" && state_reason !== "completed" && state_reason !== null }] : [];
      }).sort((a, b) => a.id - b.id);
      oldest = own[0]?.id ?? oldest;
      return own;
    },
    async create(body) {
      oldest = (await issues.create({ ...repository, title: key === "default" ? title : `${title}: ${key}`, body })).data.number;
    },
    update: (own, body) => issues.update({ ...repository, issue_number: own.id, body, ...stands(own) ? {} : left ? { state: "open" } : closed }),
    fold: (twin, kept) => issues.update({ ...repository, issue_number: twin.id, body: `Two audits ran at the same time: #${kept.id} is the one that is kept up to date.
`, state: "closed", state_reason: "not_planned" }),
    stands,
    number: () => oldest
  };
}
var title = "Migrations: what is left to contract";
function issueBody(audit, marker, { owner, repo, context }) {
  const link = `
<sub>[The job summary](${context.serverUrl}/${owner}/${repo}/actions/runs/${context.runId}) has the whole audit. This issue is kept up to date by it; closed as not planned, it stays closed.</sub>
`;
  return `${fitAudit(audit, commentLimit - link.length, marker).markdown}${link}`;
}
function nothingLeft(audit) {
  const { emoji, text } = auditHeadline(audit);
  return `## ${emoji} Migrations: ${text}

Nothing is left to contract, no plan is unfinished, and nothing that is merged breaks the running release.
`;
}
var words = {
  posted: "The issue is opened.",
  updated: "The issue is updated.",
  unchanged: "The issue is up to date as it is.",
  outdated: "A later audit has its say: the issue is left alone.",
  none: "Nothing is left to do, and there is no issue."
};
function warningOf(error) {
  if (isForbidden(error)) return `The issue could not be written: the token lacks \`issues: write\`, or the repository has no issues (GitHub answered ${error.status}). The audit is in the job summary.`;
  return `The issue could not be written. ${error.message} The audit is in the job summary.`;
}
export {
  trackAudit
};
