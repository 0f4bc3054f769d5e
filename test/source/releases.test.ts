import { expect, test } from "vitest";
import { gitLatestTag, gitReleases } from "../../src/source/git-releases.ts";
import { releaseTags } from "../../src/source/releases.ts";
import { commit, git, repository, write } from "./repository.ts";

const ordered = (...names: string[]) => releaseTags(names.map((name) => ({ name }))).map(({ name }) => name);

test.each<[string, string[], string[]]>([
  ["by number, not by letter", ["1.9", "1.10", "1.2"], ["1.10", "1.9", "1.2"]],
  ["with v and without", ["v2.0", "1.9.1", "v1.10.0"], ["v2.0", "v1.10.0", "1.9.1"]],
  ["with words in front", ["release-1.2", "release-1.10", "rel_1.3"], ["release-1.10", "rel_1.3", "release-1.2"]],
  ["days", ["2026-01-31", "2025-12-01", "2026.2.1"], ["2026.2.1", "2026-01-31", "2025-12-01"]],
  ["pre-releases are none", ["2.0rc1", "v2.0.0-beta.1", "2.0a1", "3.0.dev1", "2.0-rc.2", "1.0"], ["1.0"]],
  ["a post-release and a build are", ["1.0.post1", "1.0", "0.9+build5"], ["1.0.post1", "1.0", "0.9+build5"]],
  ["what is no version is none", ["latest", "stable", "before-the-move"], []],
  ["only the usual prefixes, where there are any", ["py3-v9.9", "backup-2026-01-01", "v1.0"], ["v1.0"]],
  ["else those of the most used prefix", ["shop@1.2", "shop@1.10", "api@3.0"], ["shop@1.10", "shop@1.2"]],
  ["the scheme of the newest, where it changed", ["3.1", "2018.09", "3.0"], ["3.1", "3.0", "2018.09"]],
  ["the other way, too", ["2026.1", "v9.0", "v10.0"], ["2026.1", "v10.0", "v9.0"]],
  ["very long numbers", ["v99999999999999999999.1", "v99999999999999999998.2"], ["v99999999999999999999.1", "v99999999999999999998.2"]],
])("releases: %s", (_, names, expected) => {
  expect(ordered(...names)).toEqual(expected);
});

test("but for its scheme the order does not depend on the order given", () => {
  const names = ["1.0", "v1.0", "1.0.0", "1.1", "v0.9"];
  expect(ordered(...names.toReversed())).toEqual(ordered(...names));
});

test("hostile names cost no time", () => {
  const started = Date.now();
  ordered("1.".repeat(200_000), "a".repeat(200_000), "1-".repeat(90));
  expect(Date.now() - started).toBeLessThan(1_000);
});

test("each knows its files, and a commit the highest that it comes from", async () => {
  const dir = repository({ "a.py": "1" });
  git(dir, "tag", "v1.0");
  write(dir, { "b.py": "2" });
  commit(dir, "b");
  git(dir, "-c", "user.name=a", "-c", "user.email=a@b", "tag", "-a", "v1.1", "-m", "annotated");
  const head = git(dir, "rev-parse", "HEAD");
  git(dir, "checkout", "--quiet", "-b", "next");
  write(dir, { "c.py": "3" });
  commit(dir, "c");
  git(dir, "tag", "v2.0");

  const releases = await gitReleases(dir);
  expect(releases.tags.map(({ name }) => name)).toEqual(["v2.0", "v1.1", "v1.0"]);
  const having = await releases.having(["a.py", "b.py", "c.py", "d e.py"]);
  expect([...having].map(([path, tags]) => [path, tags.map(({ name }) => name)])).toEqual([["a.py", ["v2.0", "v1.1", "v1.0"]], ["b.py", ["v2.0", "v1.1"]], ["c.py", ["v2.0"]], ["d e.py", []]]);
  expect(await gitLatestTag(dir, head)).toEqual({ name: "v1.1", commit: head });
  expect(await gitLatestTag(dir, "v2.0")).toMatchObject({ name: "v2.0" });
});

test("a clone without tags has none", async () => {
  const dir = repository({ "a.py": "1" });
  expect((await gitReleases(dir)).tags).toEqual([]);
  expect(await gitLatestTag(dir, "HEAD")).toBeNull();
});
