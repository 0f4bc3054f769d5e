import { symlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changedFiles } from "../../src/source/changes.ts";
import { folderSource } from "../../src/source/folder.ts";
import { defaultBase, gitSource, mergeBase, resolveRef, worktreeSource } from "../../src/source/git.ts";
import { SourceError } from "../../src/source/source.ts";
import { commit, git, repository, temporaryFolder, write } from "./repository.ts";

describe("a commit", () => {
  test("gives its own files, whatever lies in the working tree", async () => {
    const dir = repository({ "a.py": "one\n", "ü b/c.py": "ü\n" });
    const first = git(dir, "rev-parse", "HEAD");
    write(dir, { "a.py": "two\n", "new.py": "x" });
    commit(dir, "second");
    write(dir, { "a.py": "three\n" });
    const source = await gitSource(dir, first);
    expect(source.commit).toBe(first);
    expect((await source.list()).map((entry) => [entry.path, entry.size])).toEqual([["a.py", 4], ["ü b/c.py", 3]]);
    expect(Object.fromEntries(await source.read(["a.py", "ü b/c.py", "new.py"]))).toEqual({ "a.py": { text: "one\n" }, "ü b/c.py": { text: "ü\n" } });
    expect((await gitSource(dir, "main")).label).toBe(`main @ ${git(dir, "rev-parse", "--short=7", "HEAD")}`);
  });

  test("is read from a folder inside the repository as from its top, and from a bare clone", async () => {
    const dir = repository({ "a.py": "1", "deep/down/b.py": "2" });
    const bare = temporaryFolder();
    git(bare, "clone", "--quiet", "--bare", dir, ".");
    for (const at of [join(dir, "deep/down"), bare]) {
      const source = await gitSource(at, "main");
      expect((await source.list()).map((entry) => entry.path)).toEqual(["a.py", "deep/down/b.py"]);
      expect([...(await source.read(["a.py"])).values()]).toEqual([{ text: "1" }]);
    }
  });

  test("says why a file has no text, and lists no submodule", async () => {
    const inner = repository({ "x.py": "x" });
    const dir = repository({ "binary.py": Buffer.from([0]), "large.py": "x".repeat(200), "same.py": "s", "same2.py": "s", "nul-late.py": "ok" });
    symlinkSync("/etc/hostname", join(dir, "link.py"));
    git(dir, "submodule", "--quiet", "add", inner, "vendor");
    commit(dir, "more");
    const source = await gitSource(dir, "main", { maxBytes: 100 });
    expect((await source.list()).map((entry) => entry.path)).not.toContain("vendor");
    expect(Object.fromEntries(await source.read(["binary.py", "large.py", "link.py", "same.py", "same2.py", "vendor"]))).toEqual({
      "binary.py": { unreadable: "a binary file" },
      "large.py": { unreadable: "larger than 100 bytes (200)" },
      "link.py": { unreadable: "a symbolic link" },
      "same.py": { text: "s" },
      "same2.py": { text: "s" },
    });
  });

  test("an empty commit has no files", async () => {
    const source = await gitSource(repository({}), "HEAD");
    expect(await source.list()).toEqual([]);
    expect((await source.read(["a.py"])).size).toBe(0);
  });

  test("a thousand files come in one read", async () => {
    const files = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`f${i}.py`, `${i}\n`.repeat(50)]));
    const read = await (await gitSource(repository(files), "main")).read(Object.keys(files));
    expect(read.size).toBe(1000);
    expect(read.get("f999.py")).toEqual({ text: "999\n".repeat(50) });
  });

  test("is not moved by the environment of a hook", async () => {
    const [dir, other] = [repository({ "a.py": "1" }), repository({ "b.py": "2" })];
    process.env["GIT_DIR"] = join(other, ".git");
    try {
      expect((await (await gitSource(dir, "main")).list()).map((entry) => entry.path)).toEqual(["a.py"]);
    } finally {
      delete process.env["GIT_DIR"];
    }
  });
});

describe("refs", () => {
  test("a branch that only the remote has is found", async () => {
    const upstream = repository({ "a.py": "1" });
    git(upstream, "branch", "feature");
    const clone = temporaryFolder();
    git(clone, "clone", "--quiet", upstream, ".");
    expect(await resolveRef(clone, "feature")).toBe(git(upstream, "rev-parse", "feature"));
    expect(await defaultBase(clone)).toBe("origin/main");
  });

  test("an unknown ref says what is alike and how to fetch it", async () => {
    const dir = repository({});
    git(dir, "branch", "release/2026");
    const said = await resolveRef(dir, "relese/2062").catch((error: Error) => error.message);
    expect(said).toContain('There is no ref "relese/2062"');
    expect(said).toContain("git fetch origin relese/2062");
    expect(await resolveRef(dir, "mian").catch((error: Error) => error.message)).toContain('There is "main"');
  });

  test.each(["--upload-pack=touch x", "-x", "", "a\nb", "a\0b"])("%j is refused before git sees it", async (ref) => {
    await expect(resolveRef(repository({}), ref)).rejects.toThrow(/is no name of a commit/);
  });

  test.each(["HEAD:a.py", "main..main", "$(touch x)", "HEAD^{tree}"])("%j is no commit", async (ref) => {
    await expect(resolveRef(repository({ "a.py": "x" }), ref)).rejects.toThrow(SourceError);
  });

  test("a strange ref is not repeated in a command", async () => {
    expect(await resolveRef(repository({}), "x; rm -rf y").catch((error: Error) => error.message)).toContain("git fetch origin REF");
  });

  test("the merge base of two branches", async () => {
    const dir = repository({ "a.py": "1" });
    const base = git(dir, "rev-parse", "HEAD");
    git(dir, "checkout", "--quiet", "-b", "feature");
    commit(dir, "on the branch");
    git(dir, "checkout", "--quiet", "main");
    commit(dir, "on main");
    expect(await mergeBase(dir, "main", "feature")).toBe(base);
  });

  test("unrelated histories have none", async () => {
    const dir = repository({ "a.py": "1" });
    git(dir, "checkout", "--quiet", "--orphan", "other");
    commit(dir, "other");
    await expect(mergeBase(dir, "main", "other")).rejects.toThrow("no commit in common");
  });

  test("a shallow clone says fetch-depth: 0", async () => {
    const upstream = repository({ "a.py": "1" });
    git(upstream, "checkout", "--quiet", "-b", "feature");
    commit(upstream, "on the branch");
    git(upstream, "checkout", "--quiet", "main");
    commit(upstream, "on main");
    const clone = temporaryFolder();
    git(clone, "clone", "--quiet", "--depth=1", "--no-single-branch", `file://${upstream}`, ".");
    await expect(mergeBase(clone, "origin/main", "origin/feature")).rejects.toThrow("fetch-depth: 0");
    await expect(resolveRef(clone, "0123456789abcdef0123456789abcdef01234567")).rejects.toThrow("fetch-depth: 0");
  });

  test("the default base is named only where a usual one exists", async () => {
    const dir = repository({});
    expect(await defaultBase(dir)).toBe("main");
    git(dir, "branch", "-m", "main", "trunk");
    await expect(defaultBase(dir)).rejects.toThrow("Name it");
  });

  test("a folder without git says so", async () => {
    await expect(gitSource(temporaryFolder({ "a.py": "1" }), "main")).rejects.toThrow("is not a git repository");
    await expect(gitSource("/no/such/folder", "main")).rejects.toThrow("could not be started");
  });

  test("a repository of another user tells the fix", async () => {
    const dir = repository({});
    Object.assign(process.env, { GIT_TEST_ASSUME_DIFFERENT_OWNER: "1", GIT_CONFIG_GLOBAL: "/dev/null" });
    try {
      await expect(gitSource(dir, "main")).rejects.toThrow(`git config --global --add safe.directory ${dir}`);
    } finally {
      delete process.env["GIT_TEST_ASSUME_DIFFERENT_OWNER"];
      delete process.env["GIT_CONFIG_GLOBAL"];
    }
  });

  test("a repository without a commit has no HEAD", async () => {
    const dir = temporaryFolder();
    git(dir, "init", "--quiet");
    await expect(gitSource(dir, "HEAD")).rejects.toThrow('There is no ref "HEAD"');
  });
});

describe("the working tree", () => {
  test("holds new and uncommitted files, not ignored or deleted ones", async () => {
    const dir = repository({ "a.py": "1", "gone.py": "x", ".gitignore": "build/\n" });
    write(dir, { "a.py": "2", "new.py": "3", "build/lib/a.py": "copy" });
    rmSync(join(dir, "gone.py"));
    const source = await worktreeSource(dir);
    expect((await source.list()).map((entry) => entry.path)).toEqual([".gitignore", "a.py", "new.py"]);
    expect((await source.read(["a.py"])).get("a.py")).toEqual({ text: "2" });
  });
});

describe("what changed", () => {
  const files = { "same.py": "same", "edited.py": "aaaa", "gone.py": "x", "note.txt": "x" };

  test("between two commits, by blob id", async () => {
    const dir = repository(files);
    const base = await gitSource(dir, "HEAD");
    write(dir, { "edited.py": "bbbb", "new.py": "x", "note.txt": "y" });
    rmSync(join(dir, "gone.py"));
    commit(dir, "second");
    expect(await changedFiles(base, await gitSource(dir, "HEAD"), (path) => path.endsWith(".py"))).toEqual([
      { path: "edited.py", kind: "changed" },
      { path: "gone.py", kind: "deleted" },
      { path: "new.py", kind: "added" },
    ]);
  });

  test("between two folders and between a commit and a folder, by content", async () => {
    const head = temporaryFolder({ "same.py": "same", "edited.py": "bbbb", "note.txt": "longer" });
    const expected = [
      { path: "edited.py", kind: "changed" },
      { path: "gone.py", kind: "deleted" },
      { path: "note.txt", kind: "changed" },
    ];
    expect(await changedFiles(folderSource(temporaryFolder(files)), folderSource(head))).toEqual(expected);
    expect(await changedFiles(await gitSource(repository(files), "main"), folderSource(head))).toEqual(expected);
  });

  test("what cannot be read counts as changed", async () => {
    const [a, b] = [temporaryFolder({ "x.py": Buffer.from([0, 1]) }), temporaryFolder({ "x.py": Buffer.from([0, 2]) })];
    expect(await changedFiles(folderSource(a), folderSource(b))).toEqual([{ path: "x.py", kind: "changed" }]);
  });
});
