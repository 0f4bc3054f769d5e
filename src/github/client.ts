import { defaults } from "@actions/github/lib/utils";
import { Octokit } from "@octokit/rest";

/** The one place that decides how GitHub is spoken to: time limits, what is sent again, how long is waited, what an answer means. */

/** A request was not answered as hoped. */
export class GitHubError extends Error {
  override name = "GitHubError";
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** `maybe`: the server may have done what was asked (no answer, or 5xx). */
  readonly done: "no" | "maybe";

  constructor(message: string, status: number | null, done: "no" | "maybe") {
    super(message);
    this.status = status;
    this.done = done;
  }
}

export type { Octokit };

/** The client, and what it has asked for. */
export interface Client {
  readonly octokit: Octokit;
  readonly counted: { requests: number; bytes: number };
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How often a GET is sent at most, how long one request may take, and how long all waiting together. */
const policy = { attempts: 4, timeoutMs: 30_000, downloadTimeoutMs: 180_000, maxWaitMs: 60_000, firstPauseMs: 500 };

/** A client for the API that GITHUB_API_URL names, through the runner's proxy. Its requests throw GitHubError by way of `asGitHubError`. */
export function connect(token: string): Client {
  const counted = { requests: 0, bytes: 0 };
  const fetch = politely(defaults.request?.fetch as Fetch, counted);
  return { octokit: new Octokit({ ...defaults, auth: token, request: { ...defaults.request, fetch }, log: silent }), counted };
}

/** What went wrong, whatever layer threw it. */
export function asGitHubError(error: unknown): GitHubError {
  if (error instanceof GitHubError) return error;
  const { cause, status, message, errors } = (typeof error === "object" && error !== null ? error : {}) as { cause?: unknown; status?: number; message?: string; errors?: readonly { message?: string }[] };
  if (cause instanceof GitHubError) return cause;
  if (Array.isArray(errors) && status === undefined) return new GitHubError(`GitHub's GraphQL API says: ${errors.map((one: { message?: string }) => one.message).join("; ")}`, 200, "no");
  if (typeof status !== "number") return new GitHubError(`GitHub could not be asked: ${message ?? String(error)}`, null, "maybe");
  return new GitHubError(`GitHub answered ${status}: ${(message ?? "").replace(/ - https:\/\/\S+$/, "")}`, status, status >= 500 ? "maybe" : "no");
}

/** Does the answer mean that the token may not? GitHub answers 404 for what a token may not see. */
export function isForbidden(error: GitHubError): boolean {
  return error.status === 401 || error.status === 403 || error.status === 404;
}

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * GET is sent again after 5xx, a lost connection, a time-out or a rate limit; anything else is sent once, because a request without an answer
 * may have been carried out. Bodies are read here, so that the time limit and the count hold for them, too.
 */
function politely(fetch: Fetch, counted: Client["counted"]): Fetch {
  let waited = 0;
  return async (url, init) => {
    const isGet = (init.method ?? "GET") === "GET";
    for (let attempt = 1; ; attempt++) {
      const answer = await once(fetch, url, init, isGet, counted);
      const again = isGet && attempt < policy.attempts ? pauseBefore(answer, attempt) : null;
      if (again !== null && waited + again <= policy.maxWaitMs) {
        waited += again;
        await new Promise((resolve) => setTimeout(resolve, again));
      } else if (answer instanceof GitHubError) throw answer;
      else {
        const limit = rateLimit(answer);
        if (limit !== null) throw new GitHubError(limit.message, answer.status, "no");
        return answer;
      }
    }
  };
}

async function once(fetch: Fetch, url: string, init: RequestInit, isGet: boolean, counted: Client["counted"]): Promise<Response | GitHubError> {
  const limit = /\/tarball\//.test(url) ? policy.downloadTimeoutMs : policy.timeoutMs;
  counted.requests += 1;
  try {
    const response = await fetch(url, { ...init, redirect: isGet ? "follow" : "manual", signal: AbortSignal.timeout(limit) });
    if (response.redirected) counted.requests += 1;
    const body = await response.arrayBuffer();
    counted.bytes += body.byteLength;
    if (!isGet && response.status >= 300 && response.status < 400) return new GitHubError(`GitHub answered ${response.status}: the repository has moved. Run the job again.`, response.status, "no");
    const empty = response.status === 204 || response.status === 304;
    return new Response(empty ? null : body, { status: response.status, headers: [...response.headers] });
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : error instanceof Error ? error.message : String(error);
    return new GitHubError(name === "TimeoutError" ? `GitHub did not answer within ${limit / 1000} seconds.` : `GitHub could not be reached (${cause}).`, null, "maybe");
  }
}

/** Milliseconds after which the same GET may succeed; null where it will not. */
function pauseBefore(answer: Response | GitHubError, attempt: number): number | null {
  const pause = policy.firstPauseMs * 2 ** (attempt - 1);
  if (answer instanceof GitHubError) return answer.status === null ? pause : null;
  const limit = rateLimit(answer);
  if (limit !== null) return limit.waitMs;
  return answer.status >= 500 ? pause : null;
}

/** Primary limit: `x-ratelimit-remaining: 0`; secondary: `retry-after` (docs.github.com, rate limits for the REST API). */
function rateLimit(answer: Response): { readonly waitMs: number; readonly message: string } | null {
  if (answer.status !== 403 && answer.status !== 429) return null;
  const after = answer.headers.get("retry-after");
  const used = answer.headers.get("x-ratelimit-remaining") === "0";
  if (after === null && !used && answer.status !== 429) return null;
  const reset = Number(answer.headers.get("x-ratelimit-reset"));
  const seconds = after !== null && Number(after) >= 0 ? Number(after) : used && reset > 0 ? Math.max(0, reset - Date.now() / 1000) + 1 : 60;
  return { waitMs: seconds * 1000, message: `GitHub answered ${answer.status}: the token's rate limit is used up for another ${Math.ceil(seconds)} seconds. Run the job again then.` };
}
