import { filesBetween, forbidden, missing, pageOf, url, userOf } from "./answers.ts";
import type { Answer, FakeGitHub, ReviewComment } from "./server.ts";

/** GitHub's answers about review comments. */

export interface Wanted {
  readonly commit_id: string;
  readonly event: string;
  readonly body?: string;
  readonly comments: readonly { readonly path: string; readonly body: string; readonly line: number; readonly side: string; readonly start_line?: number; readonly start_side?: string }[];
}

/** As many files as GitHub lists, however many there are. */
export function listFiles(hub: FakeGitHub, at: URL): Answer {
  const { head, base } = hub.pull!;
  return pageOf(filesBetween(hub, parted(hub, base, head), head).slice(0, hub.filesListed), at);
}

export function list(hub: FakeGitHub, at: URL): Answer {
  return pageOf([...hub.reviewComments].sort((a, b) => a.id - b.id).map((comment) => commentOf(hub, comment)), at);
}

/** Takes the whole review, or with one comment that is not in the diff none of it. */
export function create(hub: FakeGitHub, wanted: Wanted): Answer {
  if (!hub.mayComment) return forbidden;
  const { base } = hub.pull!;
  const files = filesBetween(hub, parted(hub, base, wanted.commit_id), wanted.commit_id);
  if (wanted.event !== "COMMENT") throw new Error(`no event ${wanted.event}: it would block the pull request for ever`);
  for (const comment of wanted.comments) {
    const { path, line, start_line: start, side, start_side: startSide, body } = comment;
    if (side !== "RIGHT" || (start !== undefined && (start >= line || startSide !== "RIGHT"))) return invalid("start_line must precede the end line");
    if (body.length > 65_536) return invalid("Body is too long (maximum is 65536 characters)");
    const shown = files.find(({ filename }) => filename === path)?.patch ?? "";
    if (!rangesOf(shown).some(([first, last]) => first <= (start ?? line) && line <= last)) return invalid("Pull request review thread line must be part of the diff");
  }
  for (const { path, body, line, start_line: start } of wanted.comments) hub.addReviewComment({ path, body, line, startLine: start ?? null, commit: wanted.commit_id });
  return {
    status: 200,
    body: { id: 1, node_id: "PRR_1", user: userOf(hub.login), body: wanted.body ?? "", state: "COMMENTED", html_url: url, pull_request_url: url, _links: { html: { href: url }, pull_request: { href: url } }, commit_id: wanted.commit_id, author_association: "NONE" },
  };
}

export function remove(hub: FakeGitHub, id: number): Answer {
  if (!hub.mayComment) return forbidden;
  const index = hub.reviewComments.findIndex((one) => one.id === id);
  if (index < 0) return missing;
  if (hub.reviewComments[index]!.login !== hub.login) return forbidden;
  hub.reviewComments.splice(index, 1);
  return { status: 204 };
}

function invalid(message: string): Answer {
  return { status: 422, body: { message: "Unprocessable Entity", documentation_url: "https://docs.github.com/rest", errors: [message] } };
}

/** The lines of the new file that a patch shows, by its own headers. */
function rangesOf(patch: string): [number, number][] {
  return [...patch.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].map(([, start, count]) => [Number(start), Number(start) + Number(count ?? 1) - 1]);
}

function parted(hub: FakeGitHub, base: string, head: string): string {
  return hub.git("merge-base", base, head).toString().trim();
}

/** A comment follows its lines to wherever they stand in the pull request's head; where they are gone it is outdated, and has no line. */
function commentOf(hub: FakeGitHub, { id, body, login, path, line, startLine, commit, replyTo }: ReviewComment): Record<string, unknown> {
  const wanted = linesAt(hub, commit, path).slice((startLine ?? line) - 1, line).join("\n");
  const now = linesAt(hub, hub.pull!.head, path).join("\n").indexOf(wanted);
  const current = now < 0 || wanted === "" ? null : line;
  return {
    id, node_id: "PRRC_1", url, pull_request_review_id: 1, diff_hunk: "@@", path, position: current, original_position: 1, commit_id: hub.pull!.head, original_commit_id: commit, user: userOf(login), body,
    created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z", html_url: url, pull_request_url: url, author_association: "NONE", _links: { self: { href: url }, html: { href: url }, pull_request: { href: url } },
    start_line: current === null ? null : startLine, original_start_line: startLine, line: current, original_line: line, side: "RIGHT", ...(replyTo === undefined ? {} : { in_reply_to_id: replyTo }),
  };
}

const read = new Map<string, readonly string[]>();

function linesAt(hub: FakeGitHub, at: string, path: string): readonly string[] {
  const key = `${hub.dir} ${at}:${path}`;
  if (!read.has(key)) {
    try {
      read.set(key, hub.git("show", `${at}:${path}`).toString().split("\n"));
    } catch {
      read.set(key, []);
    }
  }
  return read.get(key)!;
}
