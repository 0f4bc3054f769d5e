import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { SarifLog } from "../../src/report/sarif.ts";
import { base, breaking, harmless, migration, project, type Project } from "./project.ts";
import { runAction, token, type Ended, type Event } from "./runner.ts";

vi.setConfig({ testTimeout: 120_000 });

let one: Project;
const open = async (...args: Parameters<typeof project>) => (one = await project(...args));
afterEach(() => one.hub.stop());

async function run(inputs: Record<string, string> = {}, event: Partial<Event> = {}): Promise<Ended> {
  const ended = await runAction(one.hub, one.event(event), inputs);
  expect(ended.log).not.toContain(token);
  expect(one.hub.asked.every(({ authorization }) => authorization === `token ${token}`)).toBe(true);
  return ended;
}

const bodies = () => one.hub.comments.map((comment) => comment.body);
/** What was written of the comment on the pull request. */
const writes = () => one.hub.asked.filter(({ method, path }) => method !== "GET" && /\/issues\//.test(path)).map(({ method }) => method);
const silent = { comment: "never", inline: "false" };

describe("a pull request", () => {
  it("gets one comment, a summary, annotations and outputs, and fails when it breaks the running release", async () => {
    await open();
    const head = one.push(breaking);
    const ended = await run();
    expect(ended.code).toBe(1);
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]).toMatch(new RegExp(`^<!-- django-expand-contract key=default head=${head} run=1\\.1 -->\\n## 🔴 Migrations: 1 of 1 operation breaks the running release`));
    expect(ended.summary).toContain("breaks the running release");
    expect(ended.log).toMatch(/^::error .*file=shop\/migrations\/0002_priority\.py,line=8,endLine=8::/m);
    expect(ended.outputs).toMatchObject({ verdict: "fail", "contract-count": "1", "additive-count": "0", "unknown-count": "0" });
    expect(ended.outputs["releases"]).toBe("1");
    expect(Object.keys(ended.outputs).sort()).toEqual(["additive-count", "contract-count", "expand-count", "pending-count", "post-deploy-migrations", "pre-deploy-migrations", "releases", "report-path", "unknown-count", "verdict"]);
    expect(JSON.parse(readFileSync(ended.outputs["report-path"]!, "utf8"))).toMatchObject({ kind: "review", verdict: "fail", runningRelease: { ref: "main", commit: one.first } });
  });

  it("reads everything in few requests", async () => {
    await open();
    one.push(breaking);
    await run(silent);
    expect(one.hub.asked.length).toBeLessThanOrEqual(6);
  });

  it("updates the comment in place, leaves it when nothing changed, and turns it when the findings are gone", async () => {
    await open();
    one.push(breaking);
    await run();
    const first = one.hub.comments[0]!.id;

    const again = await run({}, { attempt: 2 });
    expect(again.log).toContain("up to date as it is");
    expect(writes()).toEqual(["POST"]);

    one.push({ "shop/migrations/0003_more.py": breaking["shop/migrations/0002_priority.py"].replace("0001_initial", "0002_priority").replace('"priority"', '"weight"') });
    await run({}, { run: 2 });
    expect(one.hub.comments.map(({ id }) => id)).toEqual([first]);
    expect(bodies()[0]).toContain("2 of 2 operations");

    one.push({ ...harmless, "shop/migrations/0003_more.py": null });
    const fixed = await run({}, { run: 3 });
    expect(fixed.code).toBe(0);
    expect(fixed.outputs["verdict"]).toBe("pass");
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]).toContain("nothing left to point out");

    one.push({ "shop/migrations/0002_priority.py": null });
    const gone = await run({}, { run: 4 });
    expect(gone.code).toBe(0);
    expect(bodies()[0]).toContain("changes no migration any more");
    expect(writes()).toEqual(["POST", "PATCH", "PATCH", "PATCH"]);
  });

  it("says which migrations may run before the new code and which only after the old, by names that no shell can trip over", async () => {
    await open({ ...base, "shop/migrations/0001_initial.py": migration("", [], '        migrations.CreateModel(name="Order", fields=[("id", models.BigAutoField(primary_key=True)), ("old", models.TextField(null=True))]),\n') });
    const on = (name: string, operations: string) => migration("", [["shop", name]], operations);
    one.push({
      "shop/migrations/0002_note.py": on("0001_initial", '        migrations.AddField("order", "note", models.TextField(null=True)),\n'),
      "shop/migrations/0003_more.py": on("0002_note", '        migrations.AddField("order", "more", models.TextField(null=True)),\n'),
      "shop/migrations/0003_$(id).py": on("0002_note", '        migrations.AddField("order", "other", models.TextField(null=True)),\n'),
      "shop/migrations/0004_gone.py": migration("", [["shop", "0003_more"], ["shop", "0003_$(id)"]], '        migrations.RemoveField("order", "old"),\n'),
      "shop/migrations/0005_code.py": on("0004_gone", "        migrations.RunPython(print),\n"),
    });
    const ended = await run();
    expect(ended.outputs).toMatchObject({ "pre-deploy-migrations": "shop.0002_note shop.0003_more", "post-deploy-migrations": "shop.0004_gone shop.0005_code" });
    expect(ended.log).toContain("::warning title=Outputs not complete::1 of the migrations is left out of the outputs");
    expect(bodies()[0]).toContain("Migrate twice: `shop.0002`, `shop.0003_more` and `shop.0003_$(id)` before the new release starts, `shop.0004` and `shop.0005` when no process of the running release is left.");
    expect(JSON.parse(readFileSync(ended.outputs["report-path"]!, "utf8")).migrations.map((one: { moment: string }) => one.moment)).toEqual(["before", "before", "before", "after", "after"]);
  });

  it("is written as SARIF where that is asked for, an empty one without migrations", async () => {
    await open();
    const results = (workspace: string) => (JSON.parse(readFileSync(join(workspace, "out/migrations.sarif"), "utf8")) as SarifLog).runs[0]!.results;
    const inputs = { ...silent, "sarif-file": "out/migrations.sarif" };
    one.push(breaking);
    expect((await runAction(one.hub, one.event(), inputs, one.dir)).code).toBe(1);
    expect(results(one.dir)).toMatchObject([{ ruleId: "breaks-running-release", level: "error", locations: [{ physicalLocation: { artifactLocation: { uri: "shop/migrations/0002_priority.py" }, region: { startLine: 8 } } }] }]);
    one.push({ "shop/migrations/0002_priority.py": null });
    expect((await runAction(one.hub, one.event(), inputs, one.dir)).code).toBe(0);
    expect(results(one.dir)).toEqual([]);
    expect((await runAction(one.hub, one.event(), { ...inputs, "sarif-file": "shop/models.py/x" }, one.dir)).log).toContain("(input sarif-file) cannot be written");
  });

  it("without migrations passes at once, says so in the summary, posts nothing and asks next to nothing", async () => {
    await open();
    one.push({ "shop/views.py": "x = 1\n", "README.md": "migrations" });
    const ended = await run();
    expect(ended.code).toBe(0);
    expect(ended.summary).toContain("nothing to review");
    expect(ended.outputs).toMatchObject({ verdict: "pass", releases: "1" });
    expect(writes()).toEqual([]);
    expect(one.hub.count("GET", /compare/)).toBe(1);
    expect(one.hub.count("GET", /git|tarball/)).toBe(0);
  });

  it("of more files than GitHub lists is reviewed all the same", async () => {
    await open();
    const others = Object.fromEntries(Array.from({ length: 310 }, (_, index) => [`a/${index}.txt`, "x\n"]));
    one.push(others);
    expect((await run()).summary).toContain("nothing to review");
    one.push(breaking);
    expect((await run()).code).toBe(1);
    one.push({ "shop/migrations/0002_priority.py": null, "elsewhere/add_priority.py": breaking["shop/migrations/0002_priority.py"] });
    expect((await run({ comment: "never" })).log).toContain("Read from GitHub's API.");
  });

  it("with harmless migrations gets a comment only when asked for always", async () => {
    await open();
    one.push(harmless);
    expect((await run()).code).toBe(0);
    expect(bodies()).toEqual([]);
    await run({ comment: "always" });
    expect(bodies()).toHaveLength(1);
  });

  it.each([
    ["fail-on", "warnings", /The input fail-on must be one of error, warning, never, not "warnings"\. Did you mean warning\?/],
    ["comment", "yes", /The input comment must be one of always, on-findings, never/],
    ["comment-key", "a -->", /The input comment-key must be up to 60 letters/],
    ["database", "oracle", /The input database must be one of postgresql, mysql, mariadb, sqlite/],
    ["config", "../evil.toml", /The input config must be the path of a \.toml file/],
  ])("fails for the input %s=%s and says what is allowed", async (name, value, message) => {
    await open();
    const ended = await run({ [name]: value });
    expect(ended.code).toBe(1);
    expect(ended.log).toMatch(message);
    expect(ended.summary).toContain("not judged");
  });

  it("passes with fail-on never, and keys keep comments apart", async () => {
    await open();
    one.push(breaking);
    expect((await run({ "fail-on": "never", "comment-key": "api" })).code).toBe(0);
    expect((await run({ "fail-on": "never", "comment-key": "web" })).code).toBe(0);
    expect(bodies().map((body) => /key=(\w+)/.exec(body)![1])).toEqual(["api", "web"]);
  });

  it("passes with the label that accepts what is found, and says so at the top of comment and summary", async () => {
    await open({ ...base, "pyproject.toml": '[tool.django-expand-contract]\naccept-label = "Migrations: `ok` @all"\n' });
    one.push(breaking);
    const labelled = (...labels: readonly unknown[]) => {
      const { payload } = one.event() as { payload: { pull_request: object } };
      return { payload: { ...payload, pull_request: { ...payload.pull_request, labels } } };
    };
    expect((await run({}, labelled())).code).toBe(1);
    expect((await run({}, labelled({ name: "other" }, { name: null }, null))).code).toBe(1);
    const ended = await run({}, { ...labelled({ name: "other" }, { name: "migrations: `OK` @all" }), attempt: 2 });
    expect(ended.code).toBe(0);
    expect(ended.outputs).toMatchObject({ verdict: "pass", "contract-count": "1" });
    for (const text of [bodies()[0]!.replace(/^<!-- .* -->\n/, ""), ended.summary]) {
      expect(text).toMatch(/^## 🟡 Migrations: accepted by a label: 1 of 1 operation breaks the running release\n\n✋ Everything below is accepted by the label ``Migrations: `ok` @all``: the check passes\. 1 operation breaks the running release\.\n/);
      expect(text).toContain("`INSERT`");
    }
    expect(JSON.parse(readFileSync(ended.outputs["report-path"]!, "utf8"))).toMatchObject({ verdict: "pass", acceptedByLabel: "Migrations: `ok` @all", reasons: ["1 operation breaks the running release."] });
    expect((await run({ "accept-label": "other" }, { ...labelled({ name: "migrations: `ok` @all" }), attempt: 3 })).code).toBe(1);
    expect((await run({ "accept-label": "other" }, { ...labelled({ name: "other" }), attempt: 4 })).code).toBe(0);
  });

  it("is not accepted by a label that only its own configuration names, nor greeted by one when nothing is found", async () => {
    await open();
    const labelled = () => {
      const { payload } = one.event() as { payload: { pull_request: object } };
      return { payload: { ...payload, pull_request: { ...payload.pull_request, labels: [{ name: "ok" }] } } };
    };
    one.push({ ...breaking, "pyproject.toml": '[tool.django-expand-contract]\naccept-label = "ok"\n' });
    expect((await run({}, labelled())).code).toBe(1);
    one.push(harmless);
    const ended = await run({ "accept-label": "ok", comment: "always" }, { ...labelled(), run: 2 });
    expect(ended.code).toBe(0);
    expect(ended.summary).not.toContain("accepted");
  });

  it("is judged by the configuration of the base, not by its own", async () => {
    await open();
    one.push({ ...breaking, "pyproject.toml": '[tool.django-expand-contract]\nfail-on = "never"\n' });
    expect((await run()).code).toBe(1);
    await one.hub.stop();
    await open({ ...base, "pyproject.toml": '[tool.django-expand-contract]\nfail-on = "never"\n' });
    one.push(breaking);
    expect((await run()).code).toBe(0);
  });

  it("is compared with the commit where it left the base, under the configuration of the base's tip", async () => {
    await open();
    one.push(breaking);
    const { execFileSync } = await import("node:child_process");
    const git = (...args: string[]) => execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], { cwd: one.dir, encoding: "utf8" }).trim();
    git("checkout", "-q", "main");
    const { writeFileSync } = await import("node:fs");
    writeFileSync(`${one.dir}/pyproject.toml`, '[tool.django-expand-contract]\nfail-on = "never"\n');
    git("add", ".");
    git("commit", "-q", "-m", "tip");
    one.hub.pull = { ...one.hub.pull!, base: git("rev-parse", "HEAD") };
    const ended = await run(silent);
    expect(ended.code).toBe(0);
    expect(JSON.parse(readFileSync(ended.outputs["report-path"]!, "utf8")).runningRelease.commit).toBe(one.first);
    expect(one.hub.asked.length).toBeLessThanOrEqual(6);
  });

  it("of pull_request_target is read at the pull request's head, never at GITHUB_SHA", async () => {
    await open();
    const head = one.push(breaking);
    const ended = await run({}, { name: "pull_request_target", sha: one.first });
    expect(ended.code).toBe(1);
    expect(JSON.parse(readFileSync(ended.outputs["report-path"]!, "utf8")).head.commit).toBe(head);
  });

  it("is read from the checkout when that has both commits", async () => {
    await open();
    one.push(breaking);
    const ended = await runAction(one.hub, one.event(), silent, one.dir);
    expect(ended.code).toBe(1);
    expect(ended.log).toContain("Read from the checkout.");
    expect(one.hub.asked).toEqual([]);
  });

  it("on GitHub Enterprise Server is read from its API", async () => {
    await open(base, "/api/v3");
    one.push(breaking);
    expect((await run()).code).toBe(1);
    expect(bodies()).toHaveLength(1);
    expect(one.hub.asked.every(({ path }) => path.startsWith("/api/"))).toBe(true);
  });
});
