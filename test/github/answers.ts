import type { Answer, Comment, FakeGitHub } from "./server.ts";

/** GitHub's answers, made from the git repository and the comments of the fake. */

export const missing: Answer = { status: 404, body: { message: "Not Found", documentation_url: "https://docs.github.com/rest", status: "404" } };
export const forbidden: Answer = { status: 403, body: { message: "Resource not accessible by integration", documentation_url: "https://docs.github.com/rest", status: "403" }, headers: { "x-accepted-github-permissions": "issues=write; pull_requests=write" } };
export const url = "https://api.github.com/x";

function exists(hub: FakeGitHub, id: string): boolean {
  try {
    hub.git("cat-file", "-e", id);
    return true;
  } catch {
    return false;
  }
}

export function compare(hub: FakeGitHub, basehead: string): Answer {
  const [base, head] = basehead.split("...").map((ref) => (exists(hub, ref) ? hub.git("rev-parse", ref).toString().trim() : null));
  if (!base || !head) return missing;
  const parted = hub.git("merge-base", base, head).toString().trim();
  const files = filesBetween(hub, parted, head);
  return { status: 200, body: { url, html_url: url, permalink_url: url, diff_url: url, patch_url: url, base_commit: commitOf(base), merge_base_commit: commitOf(parted), status: "ahead", ahead_by: 1, behind_by: 0, total_commits: 1, commits: [commitOf(head)], files: files.slice(0, 300) } };
}

/** What differs, as GitHub lists it: from a real `git diff`. */
export function filesBetween(hub: FakeGitHub, parted: string, head: string): readonly DiffEntry[] {
  const key = `${hub.dir} ${parted} ${head}`;
  const known = differing.get(key) ?? diffOf(hub, parted, head);
  differing.set(key, known);
  return known;
}

const differing = new Map<string, readonly DiffEntry[]>();

function diffOf(hub: FakeGitHub, parted: string, head: string): readonly DiffEntry[] {
  const names = hub.git("diff", "--name-status", "-M", "-z", parted, head).toString().split("\0").filter(Boolean);
  const diffs = hub.git("diff", "-M", parted, head).toString().split(/^diff --git .*\n/m).slice(1);
  const files: DiffEntry[] = [];
  while (names.length > 0) {
    const status = names.shift()!;
    const previous = status.startsWith("R") ? names.shift() : undefined;
    const filename = names.shift()!;
    const patch = /^@@[^]*/m.exec(diffs.shift()!)?.[0];
    const count = (sign: string) => (patch ?? "").split("\n").filter((line) => line.startsWith(sign)).length;
    files.push({
      sha: "0".repeat(40), filename, status: { A: "added", M: "modified", D: "removed", R: "renamed", T: "changed" }[status[0]!], additions: count("+"), deletions: count("-"), changes: count("+") + count("-"),
      blob_url: url, raw_url: url, contents_url: url, ...(patch === undefined ? {} : { patch }), ...(previous === undefined ? {} : { previous_filename: previous }),
    });
  }
  return files;
}

export interface DiffEntry { readonly filename: string; readonly patch?: string; readonly [member: string]: unknown }

function commitOf(sha: string): Record<string, unknown> {
  const person = { name: "A", email: "a@example.org", date: "2026-01-01T00:00:00Z" };
  return { url, sha, node_id: "C_1", html_url: url, comments_url: url, commit: { url, author: person, committer: person, message: "m", comment_count: 0, tree: { sha, url } }, author: null, committer: null, parents: [] };
}

export function commit(hub: FakeGitHub, ref: string): Answer {
  const name = ref.replace(/^heads\//, "refs/heads/");
  return exists(hub, name) ? { status: 200, body: commitOf(hub.git("rev-parse", `${name}^{commit}`).toString().trim()) } : missing;
}

export function tree(hub: FakeGitHub, id: string, recursive: boolean): Answer {
  if (!exists(hub, `${id}^{tree}`)) return missing;
  const all = hub.git("ls-tree", ...(recursive ? ["-r", "-t"] : []), "-z", "-l", "--full-tree", id).toString().split("\0").filter(Boolean).map((record) => {
    const [, mode, type, sha, size, path] = /^(\d+) (\w+) (\w+) +(\d+|-)\t([^]+)$/.exec(record)!;
    return { path, mode, type, sha, url, ...(size === "-" ? {} : { size: Number(size) }) };
  });
  return { status: 200, body: { sha: id, url, tree: all.slice(0, hub.treeLimit), truncated: all.length > hub.treeLimit } };
}

export function blob(hub: FakeGitHub, id: string): Answer {
  if (!exists(hub, id)) return missing;
  const bytes = hub.git("cat-file", "blob", id);
  return { status: 200, body: { content: bytes.toString("base64"), encoding: "base64", url, sha: id, size: bytes.length, node_id: "B_1" } };
}

/** GitHub cuts a blob's text after about 500 kB, gives none for a binary one, and makes UTF-8 of what is none. */
function blobText(hub: FakeGitHub, name: string): unknown {
  if (!exists(hub, name)) return null;
  const bytes = hub.git("cat-file", "blob", name);
  if (bytes.subarray(0, 8000).includes(0)) return { text: null, isBinary: true, isTruncated: false };
  const most = 500_000;
  return { text: bytes.subarray(0, most).toString("utf8"), isBinary: false, isTruncated: bytes.length > most };
}

/** The queries the action sends. Anything else is none that GitHub is asked. */
export function graphql(hub: FakeGitHub, { query, variables }: { query: string; variables: Record<string, unknown> }): unknown {
  if (query === "query{viewer{login}}") return { data: { viewer: { login: hub.login } } };
  if (query === tagsQuery) return { data: { repository: { refs: tags(hub) } } };
  if (/^query\(\$owner:String!,\$repo:String!,\$number:Int!\)\{viewer\{login\} repository\(owner:\$owner,name:\$repo\)\{pullRequest\(number:\$number\)\{headRefOid\}\}\}$/.test(query)) {
    return { data: { viewer: { login: hub.login }, repository: { pullRequest: hub.pull?.number === variables["number"] ? { headRefOid: hub.pull!.head } : null } } };
  }
  const inner = /^query\(\$owner:String!,\$repo:String!\)\{repository\(owner:\$owner,name:\$repo\)\{(.+)\}\}$/.exec(query)?.[1];
  const objects = [...(inner ?? "").matchAll(/(\w+):object\(expression:("(?:[^"\\]|\\.)*")\)\{oid\}/g)];
  if (objects.length > 0 && objects.map((object) => object[0]).join(" ") === inner) return { data: { repository: Object.fromEntries(objects.map(([, alias, name]) => [alias, objectOf(hub, JSON.parse(name!) as string)])) } };
  const fields = [...(inner ?? "").matchAll(/(\w+):object\((oid|expression):("(?:[^"\\]|\\.)*")\)\{\.\.\.on Blob\{text isBinary isTruncated\}\}/g)];
  if (inner === undefined || fields.map((field) => field[0]).join(" ") !== inner) throw new Error(`no such query: ${query.slice(0, 200)}`);
  if (variables["owner"] !== "o" || variables["repo"] !== "r") throw new Error("another repository");
  return { data: { repository: Object.fromEntries(fields.map(([, alias, , name]) => [alias, blobText(hub, JSON.parse(name!) as string)])) } };
}

const tagsQuery = 'query($owner:String!,$repo:String!){repository(owner:$owner,name:$repo){refs(refPrefix:"refs/tags/",first:100,orderBy:{field:TAG_COMMIT_DATE,direction:DESC}){totalCount nodes{name target{oid ...on Tag{target{oid}}}}}}}';

function tags(hub: FakeGitHub): unknown {
  const lines = hub.git("for-each-ref", "--sort=-creatordate", "--format=%(refname:strip=2) %(objectname) %(*objectname)", "refs/tags").toString().split("\n").filter(Boolean);
  const nodes = lines.map((line) => {
    const [name, oid, peeled] = line.split(" ");
    return { name, target: { oid, ...(peeled ? { target: { oid: peeled } } : {}) } };
  });
  return { totalCount: nodes.length, nodes: nodes.slice(0, 100) };
}

function objectOf(hub: FakeGitHub, name: string): unknown {
  return exists(hub, name) ? { oid: hub.git("rev-parse", name).toString().trim() } : null;
}

export function listComments(hub: FakeGitHub, at: URL): Answer {
  return pageOf([...hub.comments].sort((a, b) => a.id - b.id).map(commentOf), at);
}

/** One page of a list, with the link to the next. */
export function pageOf(items: readonly unknown[], at: URL): Answer {
  const size = Number(at.searchParams.get("per_page") ?? 30);
  const page = Number(at.searchParams.get("page") ?? 1);
  const next = new URL(at);
  next.searchParams.set("page", String(page + 1));
  const headers: Record<string, string> = items.length > page * size ? { link: `<${next.href}>; rel="next"` } : {};
  return { status: 200, headers, body: items.slice((page - 1) * size, page * size) };
}

export function create(hub: FakeGitHub, body: string): Answer {
  if (!hub.mayComment) return forbidden;
  if (body.length > 65_536) return tooLong;
  return { status: 201, body: commentOf(hub.addComment(body)) };
}

export function change(hub: FakeGitHub, method: string, id: number, body: { body: string } | null): Answer {
  const index = hub.comments.findIndex((one) => one.id === id);
  if (!hub.mayComment) return forbidden;
  if (index < 0) return missing;
  if (hub.comments[index]!.login !== hub.login) return forbidden;
  if (method === "DELETE") {
    hub.comments.splice(index, 1);
    return { status: 204 };
  }
  if (body!.body.length > 65_536) return tooLong;
  hub.comments[index]!.body = body!.body;
  return { status: 200, body: commentOf(hub.comments[index]!) };
}

export const tooLong: Answer = { status: 422, body: { message: "Validation Failed", documentation_url: "https://docs.github.com/rest", errors: [{ resource: "IssueComment", code: "unprocessable", field: "data", message: "Body is too long (maximum is 65536 characters)" }] } };

function commentOf({ id, body, login }: Comment): Record<string, unknown> {
  return { id, node_id: "IC_1", url, html_url: url, issue_url: url, body, user: userOf(login), created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z", author_association: "NONE", performed_via_github_app: null };
}

export function userOf(login: string): Record<string, unknown> {
  return { login, id: 1, node_id: "U_1", avatar_url: url, gravatar_id: "", url, html_url: url, followers_url: url, following_url: url, gists_url: url, starred_url: url, subscriptions_url: url, organizations_url: url, repos_url: url, events_url: url, received_events_url: url, type: login.endsWith("[bot]") ? "Bot" : "User", site_admin: false };
}
