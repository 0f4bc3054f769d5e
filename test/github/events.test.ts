import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { commit, git, write } from "../source/repository.ts";
import { base, breaking, harmless, project, type Project } from "./project.ts";
import { runAction, type Ended, type Event } from "./runner.ts";

vi.setConfig({ testTimeout: 120_000 });

let one: Project;
const open = async (...args: Parameters<typeof project>) => (one = await project(...args));
afterEach(() => one.hub.stop());

const run = (event: Event, inputs: Record<string, string> = {}) => runAction(one.hub, event, inputs);
const report = (ended: Ended) => JSON.parse(readFileSync(ended.outputs["report-path"]!, "utf8")) as { runningRelease: { ref: string; commit: string; source: string }; head: { commit: string }; kind: string };
const writes = () => one.hub.asked.filter(({ method, path }) => method !== "GET" && !path.endsWith("/graphql"));
const none = "0".repeat(40);

describe("merge_group", () => {
  it("has the same verdict, and no comment", async () => {
    await open();
    const head = one.push(breaking);
    const ended = await run({ name: "merge_group", payload: { action: "checks_requested", merge_group: { head_sha: head, head_ref: "refs/heads/gh-readonly-queue/main/pr-7", base_sha: one.first, base_ref: "refs/heads/main" } } });
    expect(ended.code).toBe(1);
    expect(report(ended)).toMatchObject({ head: { commit: head }, runningRelease: { ref: "main", commit: one.first } });
    expect(writes()).toEqual([]);
  });
});

describe("push", () => {
  it("is compared with the commit that the branch was at", async () => {
    await open();
    const before = one.push(harmless);
    const after = one.push({ "shop/migrations/0003_gone.py": breaking["shop/migrations/0002_priority.py"].replace("0001_initial", "0002_priority").replace('"priority"', '"weight"') });
    const ended = await run({ name: "push", payload: { ref: "refs/heads/main", before, after, repository: { default_branch: "main" } } });
    expect(ended.code).toBe(1);
    expect(report(ended).runningRelease).toEqual({ ref: "main", commit: before, source: "the branch before the push" });
    expect(ended.outputs["contract-count"]).toBe("1");
    expect(writes()).toEqual([]);
  });

  it("that takes commits back is compared with what ran, not with where the two parted", async () => {
    await open();
    const before = one.push(harmless);
    const ended = await run({ name: "push", payload: { ref: "refs/heads/main", before, after: one.first, repository: { default_branch: "main" } } });
    expect(ended.code).toBe(1);
    expect(ended.summary).toContain("no longer there");
  });

  it("of a new branch is compared with the default branch; a deleted branch and the first push pass", async () => {
    await open();
    const after = one.push(breaking);
    const payload = { ref: "refs/heads/feature", before: none, after, repository: { default_branch: "main" } };
    expect(report(await run({ name: "push", payload })).runningRelease).toMatchObject({ ref: "main", commit: one.first });
    expect((await run({ name: "push", payload: { ...payload, after: none, deleted: true } })).summary).toContain("deletes a branch");
    expect((await run({ name: "push", payload: { ...payload, ref: "refs/heads/main" } })).summary).toContain("the first push");
  });
});

describe("workflow_dispatch and schedule", () => {
  it.each(["workflow_dispatch", "schedule"])("on %s write the audit to the summary", async (name) => {
    await open();
    const sha = one.push(breaking);
    const ended = await run({ name, payload: {}, sha, ref: "refs/heads/main" });
    expect(ended.code).toBe(0);
    expect(ended.summary).toMatch(/^## 🟢 Migrations: nothing is left to do/);
    expect(ended.summary).toContain("shop.0002_priority");
    expect(report(ended).kind).toBe("audit");
    expect(writes()).toEqual([]);
  });

  it("list what came since a ref, from the API and from the checkout", async () => {
    await open();
    const sha = one.push(breaking);
    for (const workspace of [undefined, one.dir]) {
      const since = await runAction(one.hub, { name: "workflow_dispatch", payload: {}, sha }, { since: sha }, workspace);
      expect(since.summary).not.toContain("shop.0002_priority");
    }
    expect((await run({ name: "workflow_dispatch", payload: {}, sha }, { since: "no-such" })).log).toContain("the ref of since");
  });
});

describe("what is wrong is a failed check that says so", () => {
  it("for another event", async () => {
    await open();
    const ended = await run({ name: "issue_comment", payload: {} });
    expect(ended.code).toBe(1);
    expect(ended.log).toMatch(/::error::Nothing was judged\. The event "issue_comment" is none to review/);
  });

  it("for a payload without commits", async () => {
    await open();
    expect((await run({ name: "merge_group", payload: {} })).log).toContain("merge_group.head_sha is no commit id");
    expect((await run({ name: "pull_request", payload: {} })).log).toContain("no pull request");
  });

  it("for a configuration that is wrong", async () => {
    await open({ ...base, "django-expand-contract.toml": "fail-on = 3\n" });
    one.push(breaking);
    const ended = await run(one.event());
    expect(ended.code).toBe(1);
    expect(ended.log).toContain("django-expand-contract.toml:1: fail-on");
  });

  it("for a commit that is not there", async () => {
    await open();
    one.hub.pull = { ...one.hub.pull!, head: "1".repeat(40) };
    const ended = await run(one.event());
    expect(ended.code).toBe(1);
    expect(ended.log).toContain("GitHub answered 404");
  });
});

describe("the running release", () => {
  it.each([false, true])("is the configured ref, where the head left it (checkout: %s)", async (checkout) => {
    await open({ ...base, "pyproject.toml": '[tool.django-expand-contract]\nrunning-release = "production"\n' });
    git(one.dir, "branch", "production", one.first);
    // Merged, and not yet deployed.
    git(one.dir, "checkout", "--quiet", "main");
    write(one.dir, breaking);
    const tip = commit(one.dir, "merged");
    git(one.dir, "checkout", "--quiet", "-B", "feature", "main");
    one.hub.pull = { ...one.hub.pull!, base: tip };
    one.push({ "shop/migrations/0003_note.py": harmless["shop/migrations/0002_priority.py"].replace("0001_initial", "0002_priority").replace('"priority"', '"note"') });
    const ended = await runAction(one.hub, one.event(), { comment: "never" }, checkout ? one.dir : undefined);
    expect(report(ended).runningRelease).toEqual({ ref: "production", commit: one.first, source: "pyproject.toml:2" });
    expect(ended.code).toBe(1);
    expect(ended.outputs["contract-count"]).toBe("1");
  });
});
