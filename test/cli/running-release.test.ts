import { describe, expect, it } from "vitest";
import { auditedRelease, runningRelease } from "../../src/cli/running-release.ts";
import { saidOf } from "../../src/config/running-release.ts";
import { defaultConfig, type Config } from "../../src/config/config.ts";
import { worktreeSource } from "../../src/source/git.ts";
import { commit, git, repository, write } from "../source/repository.ts";

const config = (runningRelease: string | null): Config => ({ ...defaultConfig, runningRelease, sources: new Map([["running-release", "pyproject.toml:2"]]) });
const option = (choice: string) => ({ choice, source: "--running-release" });

/** main: v1.0, v1.1; a branch from it with v2.0rc1. */
function tagged() {
  const dir = repository({ "a.py": "1" });
  git(dir, "branch", "--quiet", "-M", "main");
  git(dir, "tag", "v1.0");
  write(dir, { "b.py": "2" });
  commit(dir, "b");
  git(dir, "tag", "v1.1");
  git(dir, "checkout", "--quiet", "-b", "work");
  write(dir, { "c.py": "3" });
  commit(dir, "c");
  git(dir, "tag", "v2.0rc1");
  return dir;
}

describe("running-release", () => {
  it("is the option's before the configuration's, and nothing for base", () => {
    expect(saidOf(option("v1"), config("v2"))).toEqual(option("v1"));
    expect(saidOf(null, config("v2"))).toEqual({ choice: "v2", source: "pyproject.toml:2" });
    expect(saidOf(option("base"), config("v2"))).toBeNull();
    expect(saidOf(null, config("base"))).toBeNull();
    expect(saidOf(null, config(null))).toBeNull();
  });

  it.each([
    ["latest-tag", "v1.1", "--running-release"],
    ["v1.0", "v1.0", "--running-release"],
    ["main", "main", "--running-release"],
  ])("%s", async (choice, ref, source) => {
    const dir = tagged();
    const found = await runningRelease(dir, option(choice), await worktreeSource(dir));
    expect(found.runningRelease).toEqual({ ref, commit: git(dir, "rev-parse", ref), source });
    expect(found.base.commit).toBe(found.runningRelease.commit);
  });

  it("latest-release is GitHub's to know: refused as an option, the latest tag from the configuration", async () => {
    const dir = tagged();
    const head = await worktreeSource(dir);
    await expect(runningRelease(dir, option("latest-release"), head)).rejects.toThrow("Here name latest-tag");
    expect((await runningRelease(dir, saidOf(null, config("latest-release"))!, head)).runningRelease).toMatchObject({ ref: "v1.1", source: "pyproject.toml:2: the latest tag, as there is no GitHub to ask" });
  });

  it("says what to do where there is no version tag", async () => {
    const dir = repository({ "a.py": "1" });
    await expect(runningRelease(dir, option("latest-tag"), await worktreeSource(dir))).rejects.toThrow(/There is no version tag that [0-9a-f]{7} comes from.*git fetch --tags/);
  });

  it("of an audit is what the default branch has, else everything", async () => {
    const dir = tagged();
    expect((await auditedRelease(dir, null, await worktreeSource(dir), true)).runningRelease).toMatchObject({ ref: "main", commit: git(dir, "rev-parse", "main"), source: "the default branch" });
    git(dir, "branch", "--quiet", "-D", "main");
    expect(await auditedRelease(dir, null, await worktreeSource(dir), true)).toMatchObject({ base: null, runningRelease: { source: "everything is released" } });
  });
});
