import { Octokit } from "@octokit/rest";
import { afterEach, describe, expect, it } from "vitest";
import { apiReader } from "../../src/github/reader.ts";
import { apiRepository, type ApiOptions } from "../../src/source/api.ts";
import { gitSource } from "../../src/source/git.ts";
import { SourceError } from "../../src/source/source.ts";
import { commit, git, repository, write } from "../source/repository.ts";
import { FakeGitHub } from "./server.ts";

let hub: FakeGitHub;
afterEach(() => hub.stop());

/** A GitHub with the files on the first commit, and those changed on the second. */
async function github(files: Record<string, string | Buffer>, changed: Record<string, string | Buffer> = {}) {
  const dir = repository(files);
  const base = git(dir, "rev-parse", "HEAD");
  write(dir, changed);
  const head = commit(dir, "second");
  hub = await new FakeGitHub(dir).start();
  const octokit = new Octokit({ baseUrl: hub.url, log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined } });
  const reader = apiReader(octokit, { owner: "o", repo: "r" });
  const options: ApiOptions = { likely: (entries) => entries.map(({ path }) => path).filter((path) => path.endsWith(".py")), then: () => [], mayNeed: () => true };
  const [first, second] = apiRepository(reader, options).sources([{ commit: head, label: "head" }, { commit: base, label: "base" }]);
  return { dir, head: first!, base: second!, commits: { head, base } };
}

const many = (number: number, text: (index: number) => string = (index) => `x = ${index}\n`) => Object.fromEntries(Array.from({ length: number }, (_, index) => [`app/m${String(index).padStart(4, "0")}.py`, text(index)]));
const sent = () => hub.asked.map(({ method, path }) => `${method} ${path.replace(/[0-9a-f]{40}/g, "…").replace("/repos/o/r", "")}`);

describe("a source of GitHub's API", () => {
  it("has the files and texts that git has", async () => {
    const { dir, head, commits } = await github({
      "a.py": "a = 1\r\n", "ünï/c d.py": "c\n", "bom.py": "\ufeffx = 1\n", "empty.py": "", "latin.py": Buffer.from("caf\xe9", "latin1"), "binary.py": Buffer.from([1, 0, 2]),
      "large.py": `x = "${"a".repeat(600_000)}"\n`, "huge.py": Buffer.alloc(2_200_000, 97), "data.txt": "not likely\n",
    });
    const real = await gitSource(dir, commits.head);
    expect(await head.list()).toEqual(await real.list());
    const paths = [...(await real.list()).map(({ path }) => path), "missing.py"];
    expect(await head.read(paths)).toEqual(await real.read(paths));
    // One for the latin-1 file, one for the binary one and one for the large one, beside the trees and a query each for the likely and the other files.
    expect(sent().filter((line) => line.startsWith("GET /git/blobs/"))).toHaveLength(3);
    expect(sent().filter((line) => line.startsWith("POST"))).toHaveLength(2);
  });

  it("fetches what both commits have once, in three requests", async () => {
    const { head, base } = await github(many(100), { "app/m0001.py": "changed\n" });
    const paths = Object.keys(many(100));
    const [now, before] = [await head.read(paths), await base.read(paths)];
    expect(now.get("app/m0001.py")).toEqual({ text: "changed\n" });
    expect(before.get("app/m0001.py")).toEqual({ text: "x = 1\n" });
    expect(before.get("app/m0002.py")).toBe(now.get("app/m0002.py"));
    expect(sent().sort()).toEqual(["GET /git/trees/…?recursive=1", "GET /git/trees/…?recursive=1", "POST /graphql"]);
  });

  it("does not need more requests for more files: many come as an archive", async () => {
    const { head, base } = await github(many(900), { "app/m0001.py": "changed\n" });
    expect((await head.read(["app/m0899.py"])).get("app/m0899.py")).toEqual({ text: "x = 899\n" });
    expect((await base.read(["app/m0001.py"])).get("app/m0001.py")).toEqual({ text: "x = 1\n" });
    expect(sent().sort()).toEqual(["GET /codeload/…", "GET /git/trees/…?recursive=1", "GET /git/trees/…?recursive=1", "GET /tarball/…", "POST /graphql"]);
  });

  it("finds what an archive leaves out or changes", async () => {
    const long = `deep/${"d".repeat(90)}/${"e".repeat(90)}.py`;
    const { head } = await github({ ...many(400), ".gitattributes": "app/m0007.py export-ignore\napp/m0008.py export-subst\n", "app/m0008.py": "$Format:%H$\n", [long]: "deep\n" });
    const texts = await head.read(["app/m0007.py", "app/m0008.py", long]);
    expect([...texts.values()]).toEqual([{ text: "x = 7\n" }, { text: "$Format:%H$\n" }, { text: "deep\n" }]);
  });

  it("falls back to folders for a tree that is truncated, and says what to do when that is not enough", async () => {
    const { dir, head, commits } = await github({ ...many(30), "lib/a.py": "", "lib/sub/b.py": "", "c.py": "" });
    hub.treeLimit = 32;
    expect(await head.list()).toEqual(await (await gitSource(dir, commits.head)).list());
    hub.treeLimit = 2;
    await hub.stop();
    const other = await github(many(30));
    hub.treeLimit = 2;
    await expect(other.head.list()).rejects.toThrow(/more files .* than GitHub's API lists\. Check it out/);
    await expect(other.head.list()).rejects.toBeInstanceOf(SourceError);
  });

  it("does not follow symbolic links", async () => {
    const dir = repository({ "a.py": "a\n" });
    const { symlinkSync } = await import("node:fs");
    symlinkSync("/etc/passwd", `${dir}/link.py`);
    const head = commit(dir, "link");
    hub = await new FakeGitHub(dir).start();
    const octokit = new Octokit({ baseUrl: hub.url });
    const [source] = apiRepository(apiReader(octokit, { owner: "o", repo: "r" }), { likely: () => [], then: () => [], mayNeed: () => true }).sources([{ commit: head, label: "x" }]);
    expect((await source!.read(["link.py"])).get("link.py")).toEqual({ unreadable: "a symbolic link" });
  });
});
