import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { commit, git, write } from "../source/repository.ts";
import { base, breaking, migration, project, type Project } from "./project.ts";
import { runAction, type Ended, type Event } from "./runner.ts";

vi.setConfig({ testTimeout: 120_000 });

let one: Project;
afterEach(() => one.hub.stop());

const next = (name: string, operations: string, before: string) => ({ [`shop/migrations/${name}.py`]: migration("", [["shop", before]], `        ${operations},\n`) });
const forget = next("0002_forget", 'migrations.SeparateDatabaseAndState(state_operations=[migrations.RemoveField("order", "ref")])', "0001_initial");
const drop = next("0003_drop", `migrations.RunSQL('ALTER TABLE shop_order DROP COLUMN ref', 'ALTER TABLE shop_order ADD COLUMN ref varchar(20)')`, "0002_forget");
const again = next("0004_again", `migrations.RunSQL('ALTER TABLE shop_order ADD COLUMN left_over text', migrations.RunSQL.noop)`, "0003_drop");

/** A repository whose main branch has these migrations, each after its tag. */
async function repositoryWith(...steps: readonly (Record<string, string> | string)[]): Promise<void> {
  one = await project();
  git(one.dir, "checkout", "--quiet", "main");
  for (const step of steps) {
    if (typeof step === "string") git(one.dir, "tag", step);
    else add(step);
  }
}

function add(files: Record<string, string>): void {
  write(one.dir, files);
  commit(one.dir, "merged");
}

function audit(inputs: Record<string, string> = {}, event: Partial<Event> = {}, checkout = false): Promise<Ended> {
  const payload = { repository: { default_branch: "main" } };
  return runAction(one.hub, { name: "schedule", payload, sha: git(one.dir, "rev-parse", "HEAD"), ref: "refs/heads/main", ...event }, { issue: "true", ...inputs }, checkout ? one.dir : undefined);
}

interface Report { runningRelease: { ref: string; commit: string; source: string }; unreleased: { migrations: { name: string }[] } | null; pending: { name: string; released: unknown; contract: { safe: string } }[] }
const report = (ended: Ended) => JSON.parse(readFileSync(ended.outputs["report-path"]!, "utf8")) as Report;
const writes = () => one.hub.asked.filter(({ method, path }) => method !== "GET" && !path.endsWith("/graphql")).map(({ method }) => method);

describe("the audit's issue", () => {
  it("is opened, left alone, updated, closed when nothing is left, and opened again", async () => {
    await repositoryWith(forget);
    const opened = await audit();
    expect(opened.code).toBe(0);
    const [issue] = one.hub.issues;
    expect(issue).toMatchObject({ title: "Migrations: what is left to contract", state: "open" });
    expect(opened.outputs).toMatchObject({ verdict: "pass", "pending-count": "1", "issue-number": String(issue!.number) });
    expect(issue!.body).toMatch(/^<!-- django-expand-contract key=default head=[0-9a-f]{40} run=1\.1 -->\n## 🟡 Migrations: 1 contract pending, safe now\n/);
    expect(issue!.body).toContain("shop/migrations/0003_drop_shop_order_ref.py");
    expect(issue!.body).toContain("https://github.example/o/r/actions/runs/1");

    expect((await audit({}, { run: 2 })).log).toContain("up to date as it is");
    expect(writes()).toEqual(["POST"]);

    add(drop);
    const updated = await audit({}, { run: 3 });
    expect(updated.log).toContain("The issue is updated.");
    expect(updated.outputs).toMatchObject({ "pending-count": "0", "issue-number": String(issue!.number) });
    expect(issue).toMatchObject({ state: "closed", state_reason: "completed" });
    expect(issue!.body).toContain("## 🟢 Migrations: nothing is left to do");
    expect((await audit({}, { run: 4 })).log).toContain("up to date as it is");

    add(again);
    await audit({}, { run: 5 });
    expect(one.hub.issues).toHaveLength(1);
    expect(issue).toMatchObject({ state: "open", state_reason: "reopened" });
    expect(issue!.body).toContain("left_over");
    expect(writes()).toEqual(["POST", "PATCH", "PATCH"]);
  });

  it("is none where nothing is left, nor where it was not asked for", async () => {
    await repositoryWith();
    const none = await audit();
    expect(none.log).toContain("there is no issue");
    expect(none.outputs).toMatchObject({ "pending-count": "0", "issue-number": "" });
    add(forget);
    await audit({ issue: "false" });
    expect(writes()).toEqual([]);
  });

  it("stays closed when somebody closed it as not planned, and is kept up to date", async () => {
    await repositoryWith(forget);
    await audit();
    Object.assign(one.hub.issues[0]!, { state: "closed", state_reason: "not_planned" });
    await audit({}, { run: 2 });
    expect(writes()).toEqual(["POST"]);
    add(next("0003_more", `migrations.RunSQL('ALTER TABLE shop_order ADD COLUMN left_over text', migrations.RunSQL.noop)`, "0002_forget"));
    await audit({}, { run: 3 });
    expect(one.hub.issues[0]).toMatchObject({ state: "closed" });
    expect(one.hub.issues[0]!.body).toContain("2 contracts pending");
  });

  it("of somebody else with our marker is none of ours, and neither is a pull request; ours is found on the last page", async () => {
    await repositoryWith(forget);
    const marker = `<!-- django-expand-contract key=default head=${"a".repeat(40)} run=1.0 -->\nold`;
    one.hub.issues.push({ number: 1, title: "x", body: marker, login: one.hub.login, state: "closed", state_reason: "completed" });
    for (let number = 2; number < 130; number++) one.hub.issues.push({ number, title: "x", body: "x", login: one.hub.login, state: "open", state_reason: null });
    one.hub.issues.push({ number: 130, title: "x", body: marker, login: "mallory", state: "open", state_reason: null }, { number: 131, title: "x", body: marker, login: one.hub.login, state: "open", state_reason: null, pull: true });
    await audit({}, { run: 2 });
    expect(writes()).toEqual(["PATCH"]);
    expect(one.hub.issues[0]).toMatchObject({ state: "open", body: expect.stringContaining("1 contract pending") });
  });

  it("of a later run is left alone by an older one", async () => {
    await repositoryWith(forget);
    await audit({}, { run: 9 });
    add(drop);
    expect((await audit({}, { run: 8 })).log).toContain("A later audit has its say");
    expect(one.hub.issues[0]!.state).toBe("open");
  });

  it("is one for each comment-key", async () => {
    await repositoryWith(forget);
    await audit({ "comment-key": "billing" });
    await audit();
    expect(one.hub.issues.map(({ title }) => title)).toEqual(["Migrations: what is left to contract: billing", "Migrations: what is left to contract"]);
  });

  it("is posted once when the answer to it is lost", async () => {
    await repositoryWith(forget);
    one.hub.fault = ({ method }) => (method === "POST" && one.hub.count("POST", /\/issues$/) === 1 && one.hub.asked.at(-1)!.path.endsWith("/issues") ? { status: 502, body: { message: "Bad gateway" }, after: true } : null);
    const ended = await audit();
    expect(ended.log).toContain("The issue is opened.");
    expect(one.hub.count("POST", /\/issues$/)).toBe(1);
    expect(one.hub.issues).toHaveLength(1);
  });

  it("of two runs at the same time: the older stays, the younger is closed", async () => {
    await repositoryWith(forget);
    let raced = false;
    one.hub.meanwhile = ({ method, path }) => {
      if (raced || method !== "POST" || !path.endsWith("/issues")) return;
      raced = true;
      one.hub.issues.push({ number: 1, title: "x", body: `<!-- django-expand-contract key=default head=${"a".repeat(40)} run=4.1 -->\nother`, login: one.hub.login, state: "open", state_reason: null });
    };
    await audit({}, { run: 5 });
    expect(one.hub.issues).toMatchObject([{ number: 1, state: "open", body: expect.stringContaining("1 contract pending") }, { number: 2, state: "closed", state_reason: "not_planned", body: expect.stringContaining("#1") }]);
  });

  it("that may not be written is one warning, and the audit stands", async () => {
    await repositoryWith(forget);
    one.hub.mayOpenIssues = false;
    const ended = await audit();
    expect(ended.code).toBe(0);
    expect(ended.log.match(/^::warning/gm)).toHaveLength(1);
    expect(ended.log).toContain("the token lacks `issues: write`");
    expect(ended.summary).toContain("1 contract pending");
    expect(ended.outputs).toMatchObject({ verdict: "pass", "pending-count": "1", "issue-number": "" });
  });

  it("of a large audit fits, and says what is left out", async () => {
    const columns = Array.from({ length: 400 }, (_, index) => `migrations.RunSQL('ALTER TABLE shop_order ADD COLUMN left_over_${index} text', migrations.RunSQL.noop)`).join(",\n        ");
    await repositoryWith(next("0002_many", columns, "0001_initial"));
    const ended = await audit();
    expect(one.hub.issues).toHaveLength(1);
    expect(one.hub.issues[0]!.body.length).toBeLessThanOrEqual(65_536);
    expect(one.hub.issues[0]!.body).toContain("400 contracts pending");
    expect(one.hub.issues[0]!.body).toContain("Left out because this may not be longer");
    expect(ended.summary).toContain("left_over_399");
  });
});

describe("the running release of an audit", () => {
  const steps = ["v1.0", forget, "v1.1", { ...breaking, "shop/migrations/0003_priority.py": breaking["shop/migrations/0002_priority.py"].replace("0001_initial", "0002_forget") }] as const;
  const merged = () => {
    const { "shop/migrations/0002_priority.py": _, ...third } = steps[3];
    return repositoryWith(steps[0], steps[1], steps[2], third);
  };

  it.each([
    ["", "main", "what is merged", [], "now"],
    ["base", "main", "what is merged", [], "now"],
    ["latest-tag", "v1.1", "the input running-release: latest-tag", ["0003_priority"], "now"],
    ["latest-release", "v1.0", "the input running-release: latest-release", ["0002_forget", "0003_priority"], "not yet"],
    ["v1.0", "v1.0", "the input running-release", ["0002_forget", "0003_priority"], "not yet"],
  ])("%s, from the API and from the checkout", async (choice, ref, source, unreleased, safe) => {
    await merged();
    one.hub.latestRelease = "v1.0";
    for (const checkout of [false, true]) {
      one.hub.asked.length = 0;
      const found = report(await audit({ issue: "false", "running-release": choice }, {}, checkout));
      expect(found.runningRelease).toMatchObject({ ref, source });
      expect(found.unreleased?.migrations.map(({ name }) => name) ?? []).toEqual(unreleased);
      expect(found.pending).toMatchObject([{ name: "ref", released: { in: 1, orMore: false, first: "v1.1" }, contract: { safe } }]);
      expect(one.hub.asked.length).toBeLessThanOrEqual(checkout ? 2 : 11);
    }
  });

  it("is the highest tag that the head comes from, not the highest there is", async () => {
    await merged();
    git(one.dir, "checkout", "--quiet", "-b", "next");
    add({ "x.py": "" });
    git(one.dir, "tag", "v2.0");
    git(one.dir, "checkout", "--quiet", "main");
    for (const checkout of [false, true]) expect(report(await audit({ issue: "false", "running-release": "latest-tag" }, {}, checkout)).runningRelease.ref).toBe("v1.1");
  });

  it("that is not there fails the job, and says what to name instead", async () => {
    await repositoryWith(forget);
    const tag = await audit({ "running-release": "latest-tag" });
    expect([tag.code, tag.log]).toEqual([1, expect.stringContaining("The repository has no version tag (running-release is latest-tag)")]);
    expect((await audit({ "running-release": "latest-release" })).log).toContain("no release that GitHub calls the latest");
    expect((await audit({ "running-release": "no-such" })).code).toBe(1);
  });

  it("of another branch is what the default branch has", async () => {
    await repositoryWith(forget);
    git(one.dir, "checkout", "--quiet", "-b", "try");
    add(drop);
    const found = report(await audit({ issue: "false" }, { name: "workflow_dispatch", ref: "refs/heads/try" }));
    expect(found.runningRelease).toMatchObject({ ref: "main", source: "the default branch" });
    expect(found.unreleased!.migrations.map(({ name }) => name)).toEqual(["0003_drop"]);
  });

  it("is the configuration's, which the input overrules; a review takes the same words", async () => {
    one = await project({ ...base, "pyproject.toml": '[tool.django-expand-contract]\nrunning-release = "latest-tag"\n' });
    git(one.dir, "tag", "v1.0");
    const head = one.push(breaking);
    expect(report(await audit({ issue: "false" }, { sha: head })).runningRelease).toMatchObject({ ref: "v1.0", source: "pyproject.toml:2: latest-tag" });
    for (const dir of [undefined, one.dir]) {
      expect(report(await runAction(one.hub, one.event(), { comment: "never" }, dir)).runningRelease).toMatchObject({ ref: "v1.0", commit: one.first, source: "pyproject.toml:2: latest-tag" });
      expect(report(await runAction(one.hub, one.event(), { comment: "never", "running-release": "base" }, dir)).runningRelease.ref).toBe("main");
    }
  });
});

it("since may be a day", async () => {
  await repositoryWith({ "shop/migrations/0002_old.py": `# Generated by Django 5.2 on 2025-06-01 10:00\n${next("0002_old", 'migrations.RemoveField("order", "ref")', "0001_initial")["shop/migrations/0002_old.py"]!}` });
  expect((await audit({ issue: "false", since: "2026-01-01" })).summary).not.toContain("shop.0002_old");
  expect((await audit({ issue: "false", since: "2025-01-01" })).summary).toContain("shop.0002_old");
});
