import { execFileSync } from "node:child_process";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { checkRequest, checkResponse, operationFor, type Match } from "./contract.ts";
import * as answers from "./answers.ts";
import * as issues from "./issues.ts";
import * as reviews from "./reviews.ts";

export interface Asked { readonly method: string; readonly path: string; readonly body: unknown; readonly authorization: string | undefined }
export interface Comment { id: number; body: string; login: string }
/** On lines of a file at a commit; `replyTo` another. */
export interface ReviewComment extends Comment { path: string; line: number; startLine: number | null; commit: string; replyTo?: number }
export interface Issue { readonly number: number; title: string; body: string; login: string; state: "open" | "closed"; state_reason: string | null; pull?: true }
export interface Answer { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string>; /** Do what was asked all the same. */ readonly after?: boolean; /** Close the connection instead. */ readonly drop?: boolean }

/** GitHub as one repository sees it: its objects are those of a real git repository. */
export class FakeGitHub {
  readonly dir: string;
  /** `/api/v3` makes it a GitHub Enterprise Server. */
  readonly prefix: string;
  readonly asked: Asked[] = [];
  readonly comments: Comment[] = [];
  readonly reviewComments: ReviewComment[] = [];
  readonly issues: Issue[] = [];
  /** The tag of the release that GitHub calls the latest. */
  latestRelease: string | null = null;
  mayOpenIssues = true;
  /** What is wrong with the action's requests, by GitHub's own description. */
  readonly violations: string[] = [];
  login = "github-actions[bot]";
  mayComment = true;
  pull: { number: number; head: string; base: string } | null = null;
  /** Above so many entries a tree is truncated. */
  treeLimit = 100_000;
  /** So many of a pull request's files are listed at most. */
  filesListed = 3000;
  /** Answers in GitHub's stead: a fault. */
  fault: (asked: Asked) => Answer | null = () => null;
  /** Called before a request is answered: another run comes between. */
  meanwhile: (asked: Asked) => void = () => undefined;
  #server: Server | null = null;
  #nextId = 4_000_000_001;

  constructor(dir: string, prefix = "") {
    this.dir = dir;
    this.prefix = prefix;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server!.address() as AddressInfo).port}${this.prefix}`;
  }

  async start(): Promise<this> {
    this.#server = createServer((request, response) => void this.#serve(request, response));
    await new Promise<void>((resolve) => void this.#server!.listen(0, "127.0.0.1", resolve));
    return this;
  }

  /** Throws when anything that was asked or answered does not fit GitHub's description. */
  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => void this.#server?.close(resolve));
    if (this.violations.length > 0) throw new Error(this.violations.join("\n"));
  }

  git(...args: string[]): Buffer {
    return execFileSync("git", args, { cwd: this.dir, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });
  }

  addComment(body: string, login = this.login): Comment {
    const comment = { id: this.#nextId++, body, login };
    this.comments.push(comment);
    return comment;
  }

  addReviewComment(comment: Omit<ReviewComment, "id" | "login">, login = this.login): ReviewComment {
    const made = { ...comment, id: this.#nextId++, login };
    this.reviewComments.push(made);
    return made;
  }

  /** How often a request like this was sent. */
  count(method: string, path: RegExp): number {
    return this.asked.filter((one) => one.method === method && path.test(one.path)).length;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    const asked: Asked = { method: request.method!, path: request.url!, body: text === "" ? null : JSON.parse(text), authorization: request.headers.authorization };
    this.asked.push(asked);
    this.meanwhile(asked);
    const fault = this.fault(asked);
    if (fault?.drop) {
      request.socket.destroy();
      return;
    }
    let answer: Answer;
    try {
      answer = fault === null || fault.after === true ? this.#answer(asked) : fault;
    } catch (error) {
      this.violations.push(`${asked.method} ${asked.path}: ${String(error)}`);
      answer = { status: 501, body: { message: String(error) } };
    }
    const { status, body, headers } = fault ?? answer;
    const bytes = body instanceof Buffer ? body : body === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(body));
    response.writeHead(status, { "content-type": body instanceof Buffer ? "application/x-gzip" : "application/json; charset=utf-8", ...headers }).end(bytes);
  }

  #answer(asked: Asked): Answer {
    const url = new URL(asked.path, this.url);
    if (url.pathname === (this.prefix === "" ? "/graphql" : "/api/graphql")) return { status: 200, body: answers.graphql(this, asked.body as { query: string; variables: Record<string, unknown> }) };
    const codeload = /^\/codeload\/(\w+)$/.exec(url.pathname);
    if (codeload) return { status: 200, body: this.git("archive", "--format=tar.gz", "--prefix=o-r-1234567/", codeload[1]!) };
    const match = operationFor(asked.method, url.pathname.slice(this.prefix.length));
    checkRequest(match, url.searchParams, asked.body);
    const answer = this.#route(match, asked, url);
    checkResponse(match, answer.status, answer.body);
    return answer;
  }

  #route(match: Match, { method, body }: Asked, url: URL): Answer {
    const { params, template } = match;
    switch (`${method} ${template.replace("/repos/{owner}/{repo}", "")}`) {
      case "GET /compare/{basehead}":
        return answers.compare(this, params["basehead"]!);
      case "GET /git/trees/{tree_sha}":
        return answers.tree(this, params["tree_sha"]!, url.searchParams.get("recursive") !== null);
      case "GET /git/blobs/{file_sha}":
        return answers.blob(this, params["file_sha"]!);
      case "GET /tarball/{ref}":
        return { status: 302, headers: { location: `/codeload/${params["ref"]!}` } };
      case "GET /commits/{ref}":
        return answers.commit(this, params["ref"]!);
      case "GET /releases/latest":
        return issues.latestRelease(this);
      case "GET /issues":
        return issues.list(this, url);
      case "POST /issues":
        return issues.open(this, body as { title: string; body: string });
      case "PATCH /issues/{issue_number}":
        return issues.update(this, Number(params["issue_number"]), body as Partial<Issue>);
      case "GET /pulls/{pull_number}":
        return answers.missing;
      case "GET /pulls/{pull_number}/files":
        return reviews.listFiles(this, url);
      case "GET /pulls/{pull_number}/comments":
        return reviews.list(this, url);
      case "POST /pulls/{pull_number}/reviews":
        return reviews.create(this, body as reviews.Wanted);
      case "DELETE /pulls/comments/{comment_id}":
        return reviews.remove(this, Number(params["comment_id"]));
      case "GET /issues/{issue_number}/comments":
        return answers.listComments(this, url);
      case "POST /issues/{issue_number}/comments":
        return answers.create(this, (body as { body: string }).body);
      default:
        return answers.change(this, method, Number(params["comment_id"]), body as { body: string } | null);
    }
  }
}
