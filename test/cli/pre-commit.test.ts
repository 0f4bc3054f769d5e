import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { isNamedSo } from "../../src/github/touched.ts";
import { built } from "../built.ts";
import { base, breaking, harmless } from "../github/project.ts";
import { git, repository, write } from "../source/repository.ts";

vi.setConfig({ testTimeout: 60_000 });

const manifest = readFileSync(".pre-commit-hooks.yaml", "utf8").split(/^- /m).slice(1);
const of = (id: string, key: string) => new RegExp(`^ *${key}: (.*)$`, "m").exec(manifest.find((hook) => hook.startsWith(`id: ${id}\n`))!)![1]!;
const [path, text] = Object.entries(breaking)[0]!;
const [, mended] = Object.entries(harmless)[0]!;

/** A clone on a branch, whose hook is run by git itself as pre-commit would run ours. */
function clone(): string {
  const dir = repository(base);
  git(dir, "checkout", "--quiet", "-b", "feature");
  const [program, ...args] = of("django-expand-contract", "entry").split(" ");
  write(dir, { ".git/hooks/pre-commit": `#!/bin/sh\nexec ${process.execPath} ${program!.replace("dist", built())} ${args.join(" ")}\n` });
  chmodSync(join(dir, ".git/hooks/pre-commit"), 0o755);
  return dir;
}

function commits(dir: string, ...args: string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "x", ...args], { cwd: dir, encoding: "utf8" });
  return { status, said: stdout + stderr };
}

it("the hook reviews what is staged, whatever lies in the working tree", () => {
  const dir = clone();
  write(dir, { [path]: text });
  git(dir, "add", path);
  write(dir, { [path]: mended });
  const refused = commits(dir);
  expect(refused.status).toBe(1);
  expect(refused.said).toContain("violates not-null constraint");
  git(dir, "add", path);
  write(dir, { [path]: text, "shop/migrations/0003_untracked.py": text.replaceAll("priority", "weight").replace("0001_initial", "0002_priority") });
  expect(commits(dir)).toMatchObject({ status: 0 });
});

it("the hook reviews what git commit FILE and git commit --all take, too, and a deletion", () => {
  const dir = clone();
  write(dir, { [path]: mended });
  git(dir, "add", path);
  expect(commits(dir).status).toBe(0);
  write(dir, { [path]: text });
  expect(commits(dir, "--all").status).toBe(1);
  expect(commits(dir, path).status).toBe(1);
  git(dir, "rm", "--quiet", "--force", path);
  expect(commits(dir)).toMatchObject({ status: 0 });
});

it("the hook says that a merge has to be resolved first", () => {
  const dir = clone();
  for (const [branch, body] of [["a", text], ["b", mended]] as const) {
    git(dir, "checkout", "--quiet", "-B", branch, "main");
    write(dir, { [path]: body });
    git(dir, "add", path);
    git(dir, "commit", "--quiet", "--no-verify", "-m", branch);
  }
  expect(() => git(dir, "merge", "a")).toThrow("merge a");
  const { status, stderr } = spawnSync(process.execPath, [join(built(), "cli.js"), "review", "--staged"], { cwd: dir, encoding: "utf8" });
  expect([status, stderr]).toEqual([2, expect.stringMatching(/^A merge is not resolved in .* \(shop\/migrations\/0002_priority\.py\)\. Resolve it and stage it first\.\n$/)]);
});

it("the push's hook reviews the commits alone", () => {
  const dir = clone();
  write(dir, { [path]: text });
  git(dir, "add", path);
  const review = () => spawnSync(process.execPath, of("django-expand-contract-push", "entry").replace("dist", built()).split(" "), { cwd: dir }).status;
  expect(review()).toBe(0);
  git(dir, "commit", "--quiet", "--no-verify", "-m", "x");
  git(dir, "rm", "--quiet", path);
  expect(review()).toBe(1);
});

it("the hooks are run for the files that may change what is found", () => {
  const files = ["shop/migrations/0001_initial.py", "shop/migrations_old/sub/x.py", "shop/models.py", "models/order.py", "shop/apps.py", "else/0002_x.py", "shop/views.py", "supermodels.py", "docs/migrations/x.md", "shop/modelsx/a.py"];
  for (const id of ["django-expand-contract", "django-expand-contract-push"]) expect(files.filter((file) => new RegExp(of(id, "files")).test(file))).toEqual(files.filter(isNamedSo));
});
