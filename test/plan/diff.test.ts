import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { unifiedDiff } from "../../src/plan/files/diff.ts";
import { repository } from "../source/repository.ts";

const before = "a\nb\nc\nd\ne\nf\ng\nh\ni\n";
const after = "a\nB\nc\nd\ne\nf\ng\nh\ni\nj\n";

test.each(["shop/models.py", "shop models/ünï.py", 'a"b\\c.py', "x\n+++ b/y.py\t.py"])("git applies the diff of %j", (path) => {
  const dir = repository({ [path]: before });
  execFileSync("git", ["apply"], { cwd: dir, input: unifiedDiff(path, before, after) });
  expect(readFileSync(join(dir, path), "utf8")).toBe(after);
});
