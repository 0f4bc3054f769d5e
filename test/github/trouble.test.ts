import { afterEach, describe, expect, it, vi } from "vitest";
import { base, breaking, migration, project, type Project } from "./project.ts";
import { runAction, token, type Ended, type Event } from "./runner.ts";
import { markerLine } from "../../src/github/marker.ts";

vi.setConfig({ testTimeout: 120_000 });

let one: Project;
const open = async (...args: Parameters<typeof project>) => (one = await project(...args));
afterEach(() => one.hub.stop());

async function run(inputs: Record<string, string> = {}, event: Partial<Event> = {}): Promise<Ended> {
  const ended = await runAction(one.hub, one.event(event), inputs);
  expect(ended.log).not.toContain(token);
  return ended;
}

const bodies = () => one.hub.comments.map((comment) => comment.body);
const warnings = (ended: Ended) => ended.log.split("\n").filter((line) => line.startsWith("::warning"));
const posts = () => one.hub.count("POST", /comments/);

describe("the comment", () => {
  it("of a fork's read-only token goes to summary and annotations; one warning names the permission, the verdict stays", async () => {
    await open();
    one.hub.mayComment = false;
    one.push(breaking);
    const ended = await run();
    expect(ended.code).toBe(1);
    expect(ended.outputs["verdict"]).toBe("fail");
    expect(ended.summary).toContain("breaks the running release");
    expect(ended.log).toMatch(/^::error .*file=shop/m);
    expect(warnings(ended)).toEqual([expect.stringContaining("lacks `pull-requests: write`")]);
    expect(posts()).toBe(1);
  });

  it("of a slow older run does not overwrite a newer one", async () => {
    await open();
    one.push(breaking);
    const older = one.event({ run: 1 });
    const newest = one.push({ "shop/migrations/0003_more.py": breaking["shop/migrations/0002_priority.py"].replace("0001_initial", "0002_priority").replace('"priority"', '"weight"') });
    await run({}, { run: 2 });
    const ended = await runAction(one.hub, older);
    expect(ended.code).toBe(1);
    expect(bodies()).toEqual([expect.stringContaining(`head=${newest} run=2.1`)]);
  });

  it("of an older run for the same commit does not overwrite a newer one either", async () => {
    await open();
    const head = one.push(breaking);
    const newer = `${markerLine({ key: "default", head, run: 9, attempt: 1 })}newer`;
    one.hub.addComment(newer);
    const ended = await run({}, { run: 8, attempt: 3 });
    expect(ended.log).toContain("left alone");
    expect(bodies()).toEqual([newer]);
  });

  it("is one where two runs post at the same time: the older comment stays, with the later run's text", async () => {
    await open();
    const head = one.push(breaking);
    const other = `${markerLine({ key: "default", head, run: 1, attempt: 1 })}of the older run`;
    let done = false;
    one.hub.meanwhile = ({ method, path }) => {
      if (method === "POST" && path.includes("comments") && !done) {
        done = true;
        one.hub.addComment(other);
      }
    };
    await run({}, { run: 2 });
    expect(bodies()).toEqual([expect.stringContaining("run=2.1")]);
    expect(bodies()[0]).toContain("breaks the running release");
    expect(posts()).toBe(1);
  });

  it("is not another author's with our marker, and is found on a later page", async () => {
    await open();
    const head = one.push(breaking);
    const planted = `${markerLine({ key: "default", head, run: 1, attempt: 1 })}planted`;
    one.hub.addComment(planted, "mallory");
    for (let index = 0; index < 120; index++) one.hub.addComment(`talk ${index}`, "alice");
    const own = one.hub.addComment(`${markerLine({ key: "default", head, run: 1, attempt: 1 })}old`);
    one.hub.addComment(`quoted ${planted}`);
    await run({}, { run: 2 });
    expect(own.body).toContain("breaks the running release");
    expect(bodies()[0]).toBe(planted);
    expect(bodies()).toHaveLength(123);
  });

  it("is not posted again after a 502 that hid a success", async () => {
    await open();
    one.push(breaking);
    one.hub.fault = ({ method, path }) => (method === "POST" && path.includes("comments") ? { status: 502, body: { message: "Bad Gateway" }, after: true } : null);
    const ended = await run();
    expect(bodies()).toHaveLength(1);
    expect(posts()).toBe(1);
    expect(ended.log).toContain("The comment is posted.");
    expect(warnings(ended)).toEqual([]);
  });

  it("is not posted again after a 502 without a success either: a warning says so", async () => {
    await open();
    one.push(breaking);
    one.hub.fault = ({ method, path }) => (method === "POST" && path.includes("comments") ? { status: 502, body: { message: "Bad Gateway" } } : null);
    const ended = await run();
    expect(ended.code).toBe(1);
    expect(bodies()).toEqual([]);
    expect(posts()).toBe(1);
    expect(warnings(ended)).toEqual([expect.stringContaining("The comment could not be written. GitHub answered 502")]);
  });

  it.each([403, 404, 422, 429, 500])("that GitHub answers with %i changes no verdict", async (status) => {
    await open();
    one.push(breaking);
    one.hub.fault = ({ method, path }) => (method === "POST" && path.includes("comments") ? { status, body: { message: "no" } } : null);
    const ended = await run();
    expect(ended.code).toBe(1);
    expect(ended.log).toContain("1 operation breaks the running release");
    expect(warnings(ended)).toHaveLength(1);
    expect(posts()).toBe(1);
  });

  it("that is deleted under our hands is posted anew", async () => {
    await open();
    const head = one.push(breaking);
    one.hub.addComment(`${markerLine({ key: "default", head, run: 1, attempt: 1 })}old`);
    one.hub.meanwhile = ({ method }) => {
      if (method === "PATCH") one.hub.comments.splice(0);
    };
    await run({}, { run: 2 });
    expect(bodies()).toEqual([expect.stringContaining("breaks the running release")]);
  });

  it("stays below GitHub's limit, says what is left out and links to the summary, which has it", async () => {
    await open();
    const operations = Array.from({ length: 400 }, (_, index) => `        migrations.AddField("order", "field_with_a_long_name_${"x".repeat(60)}_${index}", models.IntegerField(default=0)),\n`).join("");
    one.push({ "shop/migrations/0002_many.py": migration("", [["shop", "0001_initial"]], operations) });
    const ended = await run();
    expect(ended.code).toBe(1);
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]!.length).toBeLessThanOrEqual(65_536);
    expect(bodies()[0]).toContain("Left out because");
    expect(bodies()[0]).toContain("https://github.example/o/r/actions/runs/1");
    expect(ended.summary.length).toBeGreaterThan(65_536);
    expect(Buffer.byteLength(ended.summary)).toBeLessThan(1024 * 1024);
    // What the comment has no room for is in the summary to the last one.
    expect(ended.summary).toContain("_399`");
    expect(ended.log.match(/^::error title/gm)).toHaveLength(9);
    expect(ended.log).toMatch(/more annotations \(error\) are left out/);
  });
});

describe("GitHub's API", () => {
  it("that limits the rate is asked again after the time it names", async () => {
    await open();
    one.push(breaking);
    let refused = 0;
    one.hub.fault = ({ path }) => (path.includes("/compare/") && refused++ < 2 ? { status: 429, body: { message: "slow down" }, headers: { "retry-after": "1" } } : null);
    const ended = await run({ comment: "never" });
    expect(ended.code).toBe(1);
    expect(ended.outputs["verdict"]).toBe("fail");
    expect(one.hub.count("GET", /compare/)).toBe(3);
    expect(ended.took).toBeGreaterThan(2000);
  });

  it("that limits the rate for longer than a run may wait ends the run with the time", async () => {
    await open();
    one.push(breaking);
    one.hub.fault = ({ path }) => (path.includes("/compare/") ? { status: 403, body: { message: "limit" }, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + 1800) } } : null);
    const ended = await run();
    expect(ended.code).toBe(1);
    expect(ended.log).toMatch(/rate limit is used up for another 1[78]\d\d seconds/);
    expect(ended.took).toBeLessThan(10_000);
    expect(one.hub.count("GET", /compare/)).toBe(1);
  });

  it("that answers GET with 502 at first is asked again, and that never does ends the run", async () => {
    await open();
    one.push(breaking);
    let failed = 0;
    one.hub.fault = ({ path }) => (path.includes("/git/trees/") && failed++ < 1 ? { status: 502, body: { message: "Bad Gateway" } } : null);
    expect((await run({ comment: "never" })).outputs["verdict"]).toBe("fail");
    one.hub.fault = ({ path }) => (path.includes("/git/trees/") ? { status: 503, body: { message: "Unavailable" } } : null);
    const ended = await run({ comment: "never" });
    expect(ended.code).toBe(1);
    expect(ended.log).toMatch(/::error::Nothing was judged\. GitHub's API could not be asked for the files of \w{7}\. GitHub answered 503/);
    expect(ended.outputs["verdict"]).toBeUndefined();
  });

  it("that closes the connection is asked again for what it gives, and never for what it writes", async () => {
    await open();
    one.push(breaking);
    let dropped = 0;
    one.hub.fault = ({ method, path }) => ((path.includes("/compare/") && dropped++ < 1) || (method === "POST" && path.includes("comments")) ? { status: 0, drop: true } : null);
    const ended = await run();
    expect(ended.outputs["verdict"]).toBe("fail");
    expect(one.hub.count("GET", /compare/)).toBe(2);
    expect(posts()).toBe(1);
    expect(warnings(ended)).toEqual([expect.stringContaining("GitHub could not be reached")]);
  });

  it("whose GraphQL fails is asked for the archive, and no query is sent twice", async () => {
    await open();
    one.push(breaking);
    one.hub.fault = ({ path }) => (path.endsWith("/graphql") ? { status: 502, body: { message: "Bad Gateway" } } : null);
    const ended = await run({ comment: "never", inline: "false" });
    expect(ended.outputs["verdict"]).toBe("fail");
    expect(one.hub.count("POST", /graphql/)).toBe(1);
    expect(one.hub.count("GET", /tarball/)).toBeLessThanOrEqual(1);
  });

  it("that the token may not read is a failed check that names the permission", async () => {
    await open();
    one.push(breaking);
    one.hub.fault = ({ path }) => (path.includes("/repos/") ? { status: 403, body: { message: "Resource not accessible by integration" } } : null);
    const ended = await run();
    expect(ended.code).toBe(1);
    expect(ended.log).toContain("The token needs `contents: read`");
    expect(ended.summary).toContain("not judged");
  });
});

describe("whatever happens", () => {
  it.each<[string, unknown]>([["a member is missing", {}], ["a proxy answers instead", "<html>Sign in</html>"]])("an error of ours is a failed check that says how to report it: %s", async (_, body) => {
    await open();
    one.push(breaking);
    one.hub.fault = ({ path }) => (path.includes("/compare/") ? { status: 200, body } : null);
    const ended = await run();
    expect(ended.code).toBe(1);
    expect(ended.log).toMatch(/^::error::An error in django-expand-contract \S+ itself; nothing was judged\. Please report it at https:\/\/github\.com\/\S+\/issues with this text:%0ATypeError/m);
    expect(ended.summary).toContain("not judged");
    expect(ended.outputs["verdict"]).toBeUndefined();
  });

  it("an answer to what is written that makes no sense is a warning", async () => {
    await open();
    one.push(breaking);
    one.hub.fault = ({ path, body }) => (path.endsWith("/graphql") && JSON.stringify(body).includes("viewer") ? { status: 200, body: { data: null } } : null);
    const ended = await run();
    expect(ended.outputs["verdict"]).toBe("fail");
    expect(ended.log).not.toContain("itself");
    expect(warnings(ended)).toEqual([expect.stringContaining("The comment could not be written")]);
  });

  it("a change of 3,001 files is judged by all of them", async () => {
    await open();
    one.push({ ...Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`a/${index}.txt`, "x\n"])), ...breaking });
    const ended = await run();
    expect(ended.code).toBe(1);
    expect(ended.outputs["contract-count"]).toBe("1");
    expect(bodies()[0]).toContain("breaks the running release");
  });
});

describe("hostile text", () => {
  it("of a pull request is no workflow command, no mention and no output", async () => {
    await open({ ...base, "shop/migrations/0001_initial.py": base["shop/migrations/0001_initial.py"]! });
    const name = "0002_x\n::set-output name=verdict::pass\n::error::@everyone ##[error]boo.py";
    one.push({ [`shop/migrations/${name}`]: migration("", [["shop", "0001_initial"]], '        migrations.AddField("order", "a\\n::error::pwned @octocat -->", models.IntegerField(default=0)),\n        migrations.RunSQL("SELECT \'::warning::x\\n::error::y\'"),\n') });
    const ended = await run();
    expect(ended.code).toBe(1);
    const commands = ended.log.split("\n").filter((line) => line.startsWith("::"));
    expect(commands.every((line) => /^::(error|warning|notice)( title=[^:]*)?(,file=[^:]*,line=\d+,endLine=\d+)?::/.test(line))).toBe(true);
    expect(ended.log).not.toMatch(/^\s*::(set-output|error::pwned|error::y|error::@everyone)/m);
    expect(ended.log.split("\n").filter((line) => !line.startsWith("::")).join("\n")).not.toContain("##[");
    expect(bodies()[0]!.match(/^<!--.*-->$/gm)).toHaveLength(1);
    expect(Object.values(ended.outputs).every((value) => /^(pass|fail|\d+|\/[\w./-]+|(\w+\.\w+ ?)*)$/.test(value))).toBe(true);
  });
});
