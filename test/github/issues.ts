import { forbidden, missing, pageOf, tooLong, url, userOf } from "./answers.ts";
import type { Answer, FakeGitHub, Issue } from "./server.ts";

/** GitHub's answers about issues and releases. A pull request is an issue, too. */

export function list(hub: FakeGitHub, at: URL): Answer {
  if (!hub.mayOpenIssues) return forbidden;
  const [state, creator] = [at.searchParams.get("state") ?? "open", at.searchParams.get("creator")];
  const found = hub.issues.filter((issue) => (state === "all" || issue.state === state) && (creator === null || issue.login === creator));
  return pageOf(found.toSorted((a, b) => b.number - a.number).map(issueOf), at);
}

export function open(hub: FakeGitHub, { title, body }: { title: string; body: string }): Answer {
  if (!hub.mayOpenIssues) return forbidden;
  if (body.length > 65_536) return tooLong;
  const issue: Issue = { number: Math.max(0, ...hub.issues.map(({ number }) => number)) + 1, title, body, login: hub.login, state: "open", state_reason: null };
  hub.issues.push(issue);
  return { status: 201, body: issueOf(issue) };
}

export function update(hub: FakeGitHub, number: number, change: Partial<Issue>): Answer {
  if (!hub.mayOpenIssues) return forbidden;
  const issue = hub.issues.find((one) => one.number === number);
  if (!issue) return missing;
  if ((change.body ?? "").length > 65_536) return tooLong;
  if (change.body !== undefined) issue.body = change.body;
  if (change.state !== undefined && change.state !== issue.state) {
    issue.state = change.state;
    issue.state_reason = change.state === "open" ? "reopened" : (change.state_reason ?? "completed");
  }
  return { status: 200, body: issueOf(issue) };
}

function issueOf({ number, title, body, login, state, state_reason, pull }: Issue): Record<string, unknown> {
  const time = "2026-01-01T00:00:00Z";
  return {
    id: 1_000 + number, node_id: "I_1", number, title, body, user: userOf(login), state, state_reason, url, html_url: url, comments_url: url, events_url: url, labels_url: url, repository_url: url,
    labels: [], locked: false, assignee: null, assignees: [], milestone: null, comments: 0, created_at: time, updated_at: time, closed_at: state === "closed" ? time : null, author_association: "NONE",
    ...(pull ? { pull_request: { url, html_url: url, diff_url: url, patch_url: url } } : {}),
  };
}

export function latestRelease(hub: FakeGitHub): Answer {
  if (hub.latestRelease === null) return missing;
  const time = "2026-01-01T00:00:00Z";
  return { status: 200, body: { url, html_url: url, assets_url: url, upload_url: url, tarball_url: url, zipball_url: url, id: 1, node_id: "R_1", tag_name: hub.latestRelease, target_commitish: "main", name: hub.latestRelease, draft: false, prerelease: false, created_at: time, published_at: time, author: userOf("octocat"), assets: [] } };
}
