import { afterEach, describe, expect, it, vi } from "vitest";
import { markerLine, remarkLine } from "../../src/github/marker.ts";
import { git } from "../source/repository.ts";
import { base, breaking, harmless, migration, project, type Project } from "./project.ts";
import { runAction, type Ended, type Event } from "./runner.ts";

vi.setConfig({ testTimeout: 120_000 });

let one: Project;
const open = async (...args: Parameters<typeof project>) => (one = await project(...args));
afterEach(() => one.hub.stop());

const run = (inputs: Record<string, string> = {}, event: Partial<Event> = {}): Promise<Ended> => runAction(one.hub, one.event(event), inputs);
const remarks = () => one.hub.reviewComments;
const reviews = () => one.hub.count("POST", /reviews/);
const warnings = (ended: Ended) => ended.log.split("\n").filter((line) => line.startsWith("::warning title"));
const after = (operations: string, name = "0001_initial") => migration("", [["shop", name]], operations);

/** A project whose models are written out, as makemigrations saw them. */
const models = (fields: string) => `from django.db import models\n\n\nclass Order(models.Model):\n    ref = models.CharField(max_length=20)\n${fields}`;
const withModels = { ...base, "shop/models.py": models("") };
const required = { ...breaking, "shop/models.py": models("    priority = models.IntegerField(default=0)\n") };

describe("review comments", () => {
  it("stand on the lines of the operations that break or make wait, in one review, with the plan's first step to take over", async () => {
    await open(withModels);
    const head = one.push(required);
    one.push({ "shop/migrations/0003_index.py": after('        migrations.AddIndex(\n            "order",\n            models.Index(fields=["ref"], name="ref_idx"),\n        ),\n', "0002_priority") });
    const ended = await run();
    expect(head).not.toBe(one.hub.pull!.head);
    expect(reviews()).toBe(1);
    expect(one.hub.asked.find(({ path }) => path.endsWith("/reviews"))!.body).toMatchObject({ event: "COMMENT", commit_id: one.hub.pull!.head, body: "" });
    expect(remarks().map(({ path, startLine, line }) => ({ path, startLine, line }))).toEqual([
      { path: "shop/migrations/0002_priority.py", startLine: null, line: 8 },
      { path: "shop/models.py", startLine: null, line: 6 },
      { path: "shop/migrations/0003_index.py", startLine: 8, line: 11 },
    ]);
    const [operation, model, index] = remarks().map(({ body }) => body.replace(/^<!--.*-->\n/, ""));
    expect(operation).toMatch(/^🔴 \*\*`shop\.0002` AddField `Order\.priority` breaks the running release\*\*\n\n- \*\*`INSERT` into `shop_order`\*\* → `null value in column/);
    expect(operation).toContain("Apply it together with the one in `shop/models.py`.\n\n```suggestion\n        migrations.AddField(\n");
    expect(operation).toContain("db_default=0");
    expect(model).toBe("Goes with the suggestion for `shop.0002` AddField `Order.priority` in `shop/migrations/0002_priority.py`:\n\n```suggestion\n    priority = models.IntegerField(default=0, db_default=0)\n```\n");
    expect(index).toContain("**Writes to `shop_order` wait** while the index builds (`SHARE`)");
    expect(index).not.toContain("suggestion");
    expect(ended.log).toContain("Comments on the lines: 3 posted, 0 that still hold, 0 removed.");
    expect(one.hub.asked.length).toBeLessThanOrEqual(14);
  });

  it("whose suggestions are taken over make the check pass, and go", async () => {
    await open(withModels);
    one.push(required);
    await run();
    const text = (path: string) => git(one.dir, "show", `HEAD:${path}`);
    const applied = (path: string) => {
      const lines = `${text(path)}\n`.split("\n");
      for (const { startLine, line, body } of remarks().filter((comment) => comment.path === path)) lines.splice((startLine ?? line) - 1, line - (startLine ?? line) + 1, /```suggestion\n([^]*)\n```/.exec(body)![1]!);
      return lines.join("\n");
    };
    one.push({ "shop/models.py": applied("shop/models.py"), "shop/migrations/0002_priority.py": applied("shop/migrations/0002_priority.py") });
    const ended = await run({}, { run: 2 });
    expect(ended.code).toBe(0);
    expect(remarks()).toEqual([]);
    expect(ended.log).toContain("Comments on the lines: 0 posted, 0 that still hold, 2 removed.");
  });

  it("offer no suggestion where the models would be left behind", async () => {
    await open({ ...withModels, "shop/models.py": required["shop/models.py"] });
    one.push(breaking);
    await run();
    expect(remarks()).toHaveLength(1);
    expect(remarks()[0]!.body).not.toContain("suggestion");
    expect(remarks()[0]!.body).toContain("The plan: **release 1**: Add the column with `db_default=0`.");
  });

  it("that still hold are not posted again, also when their lines move; those whose finding is gone are removed", async () => {
    await open();
    one.push({ "shop/migrations/0002_more.py": after('        migrations.AddField("order", "priority", models.IntegerField(default=0)),\n        migrations.AddField("order", "weight", models.IntegerField(default=0)),\n') });
    await run();
    const [priority, weight] = remarks().map(({ id }) => id);
    expect((await run({}, { attempt: 2 })).log).toContain("0 posted, 2 that still hold, 0 removed");
    one.push({ "shop/migrations/0002_more.py": after('        # A comment.\n        migrations.AddField("order", "priority", models.IntegerField(default=0)),\n        migrations.AddField("order", "weight", models.IntegerField(null=True)),\n') });
    const ended = await run({}, { run: 2 });
    expect(ended.log).toContain("0 posted, 1 that still hold, 1 removed");
    expect(remarks().map(({ id }) => id)).toEqual([priority]);
    expect(weight).toBeDefined();
    one.push({ "shop/migrations/0002_more.py": null });
    await run({}, { run: 3 });
    expect(remarks()).toEqual([]);
    expect(reviews()).toBe(1);
  });

  it("that somebody answered stay", async () => {
    await open();
    const head = one.push(breaking);
    await run();
    const [own] = remarks();
    one.hub.addReviewComment({ path: own!.path, line: own!.line, startLine: null, commit: head, body: "why?", replyTo: own!.id }, "alice");
    one.push(harmless);
    expect((await run({}, { run: 2 })).log).not.toContain("removed");
    expect(remarks().map(({ login }) => login)).toEqual(["github-actions[bot]", "alice"]);
    one.push(breaking);
    await run({}, { run: 3 });
    expect(remarks()).toHaveLength(2);
  });

  it("of others with our marker, and of another key, are left alone", async () => {
    await open();
    const head = one.push(breaking);
    await run({ "comment-key": "api" });
    const { body } = remarks()[0]!;
    one.hub.reviewComments.splice(0);
    one.hub.addReviewComment({ path: "shop/migrations/0002_priority.py", line: 8, startLine: null, commit: head, body }, "mallory");
    one.hub.addReviewComment({ path: "shop/migrations/0002_priority.py", line: 8, startLine: null, commit: head, body: body.replace("key=api", "key=web") });
    await run({ "comment-key": "api" }, { run: 2 });
    expect(remarks().map(({ login }) => login)).toEqual(["mallory", "github-actions[bot]", "github-actions[bot]"]);
    one.push({ "shop/migrations/0002_priority.py": null });
    await run({ "comment-key": "api" }, { run: 3 });
    expect(remarks().map(({ login, body: text }) => [login, /key=(\w+)/.exec(text)![1]])).toEqual([["mallory", "api"], ["github-actions[bot]", "web"]]);
  });

  it("are at most twenty, and the comment names the rest; they are found on a later page", async () => {
    await open();
    for (let index = 0; index < 110; index++) one.hub.addReviewComment({ path: "shop/models.py", line: 1, startLine: null, commit: one.first, body: "talk" }, "alice");
    one.push({ "shop/migrations/0002_many.py": after(Array.from({ length: 23 }, (_, index) => `        migrations.AddField("order", "f${index}", models.IntegerField(default=0)),\n`).join("")) });
    await run();
    expect(remarks()).toHaveLength(130);
    expect(one.hub.comments[0]!.body).toMatch(/<sub>Not on lines of their own \(too many, or not in the diff\): `shop\.0002` AddField `Order\.f20`, `shop\.0002` AddField `Order\.f21`, `shop\.0002` AddField `Order\.f22`\.<\/sub>/);
    await run({}, { attempt: 2 });
    expect(remarks()).toHaveLength(130);
    expect(one.hub.comments[0]!.body.length).toBeLessThan(65_536);
  });

  it("are not posted outside of the diff: what is edited far away is named in the comment", async () => {
    const long = after(Array.from({ length: 12 }, (_, index) => `        migrations.AddField("order", "f${index}", models.IntegerField(null=True)),\n`).join(""));
    await open({ ...base, "shop/migrations/0002_long.py": long });
    one.push({ "shop/migrations/0002_long.py": `${long}\n# The end.\n`, "shop/migrations/0003_x.py": after('        migrations.AddField("order", "x", models.IntegerField(default=0)),\n', "0002_long") });
    await run();
    expect(remarks().map(({ path }) => path)).toEqual(["shop/migrations/0003_x.py"]);
    // An edited file whose findings are elsewhere is never a reason for GitHub to refuse the review.
    expect(reviews()).toBe(1);
  });

  it.each([false, true])("on a renamed and edited migration lie within its diff (checkout: %s)", async (checkout) => {
    const fields = Array.from({ length: 12 }, (_, index) => `        migrations.AddField("order", "f${index}", models.IntegerField(null=True)),\n`);
    await open({ ...base, "shop/old/0002_long.py": after(fields.join("")) });
    one.push({ "shop/old/0002_long.py": null, "shop/migrations/0002_long.py": after(`        migrations.AddField("order", "p", models.IntegerField(default=0)),\n${fields.join("")}        migrations.AddField("order", "q", models.IntegerField(default=0)),\n`) });
    await runAction(one.hub, one.event(), {}, checkout ? one.dir : undefined);
    expect(remarks().map(({ line }) => line)).toEqual([8, 21]);
  });

  it("of a change with more files than a comparison lists come from the pull request's list; beyond that the comment says so", async () => {
    await open();
    one.push({ ...breaking, ...Object.fromEntries(Array.from({ length: 310 }, (_, index) => [`a/${index}.txt`, "x\n"])) });
    const ended = await run();
    expect(ended.code).toBe(1);
    expect(remarks()).toHaveLength(1);
    expect(one.hub.count("GET", /pulls\/7\/files/)).toBe(4);
    await one.hub.stop();
    await open();
    one.hub.filesListed = 300;
    one.push({ ...breaking, ...Object.fromEntries(Array.from({ length: 310 }, (_, index) => [`a/${index}.txt`, "x\n"])) });
    expect((await run()).code).toBe(1);
    expect(remarks()).toEqual([]);
    expect(one.hub.comments[0]!.body).toContain("<sub>Not on lines of their own (too many, or not in the diff): `shop.0002` AddField `Order.priority`.</sub>");
  });

  it("are left out with inline: false, and posted without a comment on the pull request with comment: never", async () => {
    await open();
    one.push(breaking);
    await run({ inline: "false" });
    expect(remarks()).toEqual([]);
    expect(one.hub.count("GET", /pulls/)).toBe(0);
    await run({ comment: "never", "comment-key": "other" });
    expect(remarks()).toHaveLength(1);
    expect(one.hub.comments).toHaveLength(1);
    expect((await run({ inline: "yes" })).log).toContain("The input inline must be one of true, false");
  });

  it("are none on merge_group and push, and none on what a label accepts", async () => {
    await open();
    const head = one.push(breaking);
    await run({}, { name: "push", payload: { ref: "refs/heads/main", before: one.first, after: head, repository: { default_branch: "main" } } });
    await run({}, { name: "merge_group", payload: { merge_group: { head_sha: head, head_ref: "q", base_sha: one.first, base_ref: "main" } } });
    const { payload } = one.event() as { payload: { pull_request: object } };
    expect((await run({ "accept-label": "ok" }, { payload: { ...payload, pull_request: { ...payload.pull_request, labels: [{ name: "ok" }] } } })).code).toBe(0);
    expect(remarks()).toEqual([]);
    expect(reviews()).toBe(0);
  });
});

describe("review comments in trouble", () => {
  it("of a read-only token are one warning, whether or not there is a comment", async () => {
    await open();
    one.hub.mayComment = false;
    one.push(breaking);
    for (const comment of ["on-findings", "never"]) {
      const ended = await run({ comment });
      expect(ended.code).toBe(1);
      expect(warnings(ended)).toEqual([expect.stringContaining("lacks `pull-requests: write`")]);
    }
    expect(reviews()).toBe(1);
  });

  it.each([
    [422, "GitHub does not take the comments on the lines. GitHub answered 422"],
    [404, "lacks `pull-requests: write`"],
    [429, "rate limit"],
    [502, "GitHub answered 502"],
  ])("that GitHub answers with %i are a warning; the comment and the verdict stay", async (status, message) => {
    await open();
    one.push(breaking);
    one.hub.fault = ({ path }) => (path.endsWith("/reviews") ? { status, body: { message: "no" } } : null);
    const ended = await run();
    expect(ended.code).toBe(1);
    expect(ended.outputs["verdict"]).toBe("fail");
    expect(one.hub.comments).toHaveLength(1);
    expect(warnings(ended)).toEqual([expect.stringContaining(message)]);
    expect(reviews()).toBe(1);
  });

  it.each<[string, object]>([["a 502", { status: 502, body: { message: "Bad Gateway" }, after: true }]])("are not posted again after %s that hid a success", async (_, fault) => {
    await open();
    one.push(breaking);
    one.hub.fault = ({ path }) => (path.endsWith("/reviews") ? (fault as { status: number }) : null);
    const ended = await run();
    expect(reviews()).toBe(1);
    expect(remarks()).toHaveLength(1);
    expect(warnings(ended)).toEqual([]);
  });

  it("of a stale head or an older run are not posted, and nothing of a later run is removed", async () => {
    await open();
    const head = one.push(breaking);
    const stale = one.event();
    one.push({ "README.md": "more" });
    await runAction(one.hub, stale, { comment: "never" });
    expect(remarks()).toEqual([]);
    one.hub.addReviewComment({ path: "shop/migrations/0002_priority.py", line: 8, startLine: null, commit: head, body: `${remarkLine({ key: "default", head: one.hub.pull!.head, run: 9, attempt: 1 }, "abc")}later` });
    const ended = await run({ comment: "never" }, { run: 8 });
    expect(ended.log).toContain("the comments on the lines are left alone");
    expect(remarks()).toHaveLength(1);
    one.hub.addComment(`${markerLine({ key: "default", head: one.hub.pull!.head, run: 9, attempt: 1 })}later`);
    await run({}, { run: 8 });
    expect(reviews()).toBe(0);
  });

  it("that two runs post at the same time are there once", async () => {
    await open();
    const head = one.push(breaking);
    one.hub.meanwhile = ({ path, body }) => {
      if (!path.endsWith("/reviews") || remarks().length > 0) return;
      const [{ path: file, line, body: text }] = (body as { comments: [{ path: string; line: number; body: string }] }).comments;
      one.hub.addReviewComment({ path: file, line, startLine: null, commit: head, body: text.replace("run=2.1", "run=1.1") });
    };
    await run({}, { run: 2 });
    expect(remarks().map(({ body }) => /run=([\d.]+)/.exec(body)![1])).toEqual(["1.1"]);
  });

  it("that cannot be listed leave everything as it is", async () => {
    await open();
    one.push(breaking);
    one.hub.fault = ({ path }) => (path.includes("/pulls/7/comments") ? { status: 403, body: { message: "Resource not accessible by integration" } } : null);
    const ended = await run();
    expect(ended.code).toBe(1);
    expect(warnings(ended)).toHaveLength(1);
    expect(reviews()).toBe(0);
  });

  it("hold hostile text in code spans and fences", async () => {
    await open();
    const field = '        migrations.AddField("order", "a`\\n```\\n@octocat <img src=x> --> ::error::", models.IntegerField(default=0)),\n';
    one.push({ "shop/migrations/0002_x.py": after(field) });
    await run();
    for (const { body } of remarks()) {
      expect(body.match(/<!--/g)).toHaveLength(1);
      const outside = body.replace(/^<!--.*-->\n/, "").replace(/^(`{3,})[^]*?^\1$/gm, "").replace(/(`+)[^]*?[^`]\1(?!`)/g, "");
      expect(outside).not.toMatch(/@octocat|<img|-->|::error/);
    }
  });
});
