import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Core } from "../../src/cli/core.ts";
import { run } from "../../src/cli/run.ts";
import { RequestError, type AuditRequest, type ExplainRequest, type ReviewRequest } from "../../src/request.ts";
import type { Source } from "../../src/source/source.ts";
import * as cases from "../report/cases.ts";

let root: string;
let repo: string;
const commits: Record<string, string> = {};

const git = (...args: string[]) => execFileSync("git", args, { cwd: repo, encoding: "utf8", env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null", GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a@a", GIT_COMMITTER_NAME: "a", GIT_COMMITTER_EMAIL: "a@a" } }).trim();

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function commit(name: string): void {
  git("add", ".");
  git("commit", "-q", "-m", name);
  commits[name] = git("rev-parse", "HEAD");
}

/** main: start – later; feature leaves main at start. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "cli-test-"));
  repo = join(root, "repo");
  mkdirSync(repo);
  git("init", "-q", "-b", "main");
  write(repo, "a.py", "start");
  write(repo, "pyproject.toml", '[tool.django-expand-contract]\ndjango = "5.2"\n');
  commit("start");
  git("checkout", "-q", "-b", "feature");
  write(repo, "a.py", "feature");
  write(repo, "pyproject.toml", '[tool.django-expand-contract]\nfail-on = "never"\n');
  commit("feature");
  git("checkout", "-q", "main");
  write(repo, "b.py", "later");
  commit("later");
  git("checkout", "-q", "feature");
  write(repo, "uncommitted.py", "");
  write(root, "old/a.py", "old");
  write(root, "new/a.py", "new");
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

/** A core that keeps what it was asked. */
function fake(report = cases.breaking) {
  const asked: { review?: ReviewRequest; explain?: ExplainRequest; audit?: AuditRequest } = {};
  const core: Core = {
    review: (request) => {
      asked.review = request;
      return Promise.resolve(report);
    },
    explain: (request) => {
      asked.explain = request;
      return request.app === "shpo" ? Promise.reject(new RequestError("There is no app shpo. Did you mean shop?")) : Promise.resolve({ kind: "explain", projects: [], version: "1" });
    },
    audit: (request) => {
      asked.audit = request;
      return Promise.resolve({ kind: "audit", since: null, head: { ref: "x", commit: null }, runningRelease: { ref: "x", commit: null, source: "x" }, unreleased: null, projects: [], version: "1" });
    },
  };
  return { core, asked };
}

async function cli(argv: string[], core: Core = fake().core) {
  const said = { out: "", err: "" };
  const status = await run(argv, { stdout: { write: (text) => (said.out += text) }, stderr: { write: (text) => (said.err += text) } }, core);
  return { status, ...said };
}

const textOf = async (source: Source | null | undefined, path: string) => {
  const found = (await source?.read([path]))?.get(path);
  return found !== undefined && "text" in found ? found.text : null;
};

describe("review", () => {
  it("compares the working tree with the commit of the default branch that it was made from", async () => {
    const { core, asked } = fake();
    expect((await cli(["review", "--repo", repo], core)).status).toBe(1);
    expect(asked.review?.runningRelease).toEqual({ ref: "main", commit: commits["start"], source: "default branch, where the head left it" });
    expect((await asked.review?.head.list())?.map((entry) => entry.path)).toContain("uncommitted.py");
    expect(await textOf(asked.review?.base, "b.py")).toBeNull();
  });

  it("takes refs, and the configuration of the base only", async () => {
    const { core, asked } = fake(cases.allClear);
    expect((await cli(["review", "--repo", repo, "--base", "main", "--head", "feature", "--database", "mysql"], core)).status).toBe(0);
    expect(asked.review).toMatchObject({ overrides: { database: "mysql" }, config: { django: "5.2", failOn: "error" }, head: { commit: commits["feature"] } });
    expect((await asked.review?.head.list())?.map((entry) => entry.path)).not.toContain("uncommitted.py");
  });

  it("compares with a base that is ahead of the head as it is", async () => {
    const { core, asked } = fake();
    await cli(["review", "--repo", repo, "--base", "feature", "--head", commits["start"]!], core);
    expect(asked.review?.runningRelease).toEqual({ ref: "feature", commit: commits["feature"], source: "--base" });
  });

  it("takes two folders without any repository", async () => {
    const { core, asked } = fake();
    await cli(["review", "--base", join(root, "old"), "--head", join(root, "new")], core);
    expect(asked.review?.runningRelease).toEqual({ ref: "old", commit: null, source: "--base" });
    expect([await textOf(asked.review?.base, "a.py"), await textOf(asked.review?.head, "a.py")]).toEqual(["old", "new"]);
  });

  it("compares with the configured running release where no base is named", async () => {
    git("tag", "production", commits["start"]!);
    write(root, "own.toml", 'running-release = "production"\n');
    const { core, asked } = fake();
    await cli(["review", "--repo", repo, "--config", join(root, "own.toml")], core);
    expect(asked.review?.runningRelease).toEqual({ ref: "production", commit: commits["start"], source: `${join(root, "own.toml")}:1` });
    await cli(["review", "--repo", repo, "--base", "feature", "--config", join(root, "own.toml")], core);
    expect(asked.review?.runningRelease.ref).toBe("feature");
  });

  it.each([["text", "break the running release"], ["markdown", "break the running release"], ["json", '"schema": 1'], ["sarif", '"version": "2.1.0"'], ["sql", "BEGIN;"]] as const)("prints %s, and writes the same to a file", async (format, text) => {
    const argv = ["review", "--base", join(root, "old"), "--head", join(root, "new"), "--format", format];
    const { out } = await cli(argv);
    expect(out).toContain(text);
    const file = join(root, "answer");
    expect(await cli([...argv, "--output", file])).toEqual({ status: 1, out: "", err: "" });
    expect(readFileSync(file, "utf8")).toBe(out);
  });
});

describe("explain and audit", () => {
  it("look at the folder as it is, with its own configuration", async () => {
    const { core, asked } = fake();
    expect((await cli(["explain", "shop", "0042", "--repo", repo], core)).status).toBe(0);
    expect(asked.explain).toMatchObject({ app: "shop", migration: "0042", base: null, config: { failOn: "never" } });
    await cli(["audit", "--repo", repo, "--since", "main"], core);
    expect(asked.audit?.since).toMatchObject({ commit: commits["later"] });
    await cli(["audit", "--repo", join(root, "new"), "--since", join(root, "old")], core);
    expect(await textOf(asked.audit?.since as Source, "a.py")).toBe("old");
  });

  it("begin where the command line or the configuration says: a ref, a folder or a date", async () => {
    const { core, asked } = fake();
    write(root, "since.toml", 'since = "2026-01-31"\n');
    const config = ["--config", join(root, "since.toml")];
    await cli(["audit", "--repo", repo, ...config], core);
    expect(asked.audit?.since).toBe("2026-01-31");
    await cli(["audit", "--repo", repo, "--since", "2025-12-24", ...config], core);
    expect(asked.audit?.since).toBe("2025-12-24");
    await cli(["explain", "--repo", repo, ...config], core);
    expect(asked.explain?.since).toBe("2026-01-31");
    await cli(["explain", "shop", "--repo", repo, ...config], core);
    expect(asked.explain?.since).toBeNull();
  });
});

it("--fail-on wins over the configuration", async () => {
  const { core, asked } = fake();
  await cli(["review", "--repo", repo, "--base", "feature", "--fail-on", "warning"], core);
  expect(asked.review?.config.failOn).toBe("warning");
  await cli(["review", "--repo", repo, "--base", "feature"], core);
  expect(asked.review?.config.failOn).toBe("never");
  expect((await cli(["review", "--fail-on", "warn"], core)).err).toContain("--fail-on must be one of error, warning, never");
});

describe("what cannot be done ends with status 2 and says what to do", () => {
  it.each([
    [() => ["review", "--repo", repo, "--base", "mian"], /There is no ref "mian".*"main"/s],
    [() => ["review", "--repo", repo, "--base", "./nowhere"], /There is no folder \.\/nowhere/],
    [() => ["review", "--repo", repo, "--head", "no/such"], /"no\/such" is neither a folder nor a ref/],
    [() => ["review", "--repo", join(root, "old")], /is not a git repository/],
    [() => ["explain", "--repo", join(root, "missing")], /There is no folder .*missing\. Name one/],
    [() => ["review", "--repo", join(root, "missing")], /There is no folder .*missing\. Name one/],
    [() => ["audit", "--repo", join(root, "new", "a.py")], /a\.py is a file/],
    [() => ["explain", "shpo", "--repo", repo], /Did you mean shop\?/],
    [() => ["explain", "--repo", repo, "--config", join(root, "missing.toml")], /cannot be read \(ENOENT\)/],
    [() => ["explain", "--repo", repo, "--output", join(root, "no", "file")], /cannot be written \(ENOENT\)/],
    [() => ["explian"], /Did you mean explain\?/],
  ])("%#", async (argv, message) => {
    const { status, out, err } = await cli(argv());
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(message);
  });

  it("and so does an error of our own, which is never a pass", async () => {
    const broken: Core = { ...fake().core, explain: () => Promise.reject(new TypeError("x is undefined")) };
    const { status, err } = await cli(["explain", "--repo", repo], broken);
    expect(status).toBe(2);
    expect(err).toMatch(/nothing was judged.*TypeError: x is undefined/s);
  });
});

it("does not let text of the project steer a terminal", async () => {
  let out = "";
  await run(["review", "--base", join(root, "old"), "--head", join(root, "new"), "--format", "sql"], { stdout: { write: (text) => (out += text), isTTY: true }, stderr: { write: () => undefined } }, fake(cases.hostile).core);
  expect(out).toContain("\\u202e");
  expect(out).not.toMatch(/\u202e/);
});
