import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { built } from "../built.ts";
import { base, breaking, harmless } from "../github/project.ts";
import { temporaryFolder, write } from "../source/repository.ts";

vi.setConfig({ testTimeout: 60_000 });

type Files = Readonly<Record<string, string>>;
const at = (folder: string, files: Files) => Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
const filesBelow = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();

/** Reviews the step from some files to these and some more, with the built program. */
function review(folder: string, before: Files, more: Files, ...args: string[]) {
  const [old, head] = [join(folder, "old"), join(folder, "head")];
  write(old, { ...before });
  write(head, { ...before, ...more });
  const { status, stderr } = spawnSync(process.execPath, [join(built(), "cli.js"), "review", "--base", old, "--head", head, "--rehearse", "never", ...args], { encoding: "utf8" });
  return { status, stderr };
}

const plan = ["README.md", "release-1.md", "release-1/shop/migrations/0002_priority.py"];

it("saves a plan, and the files of a release can be copied over the repository", () => {
  const folder = temporaryFolder();
  const saved = join(folder, "plan");
  expect(review(folder, base, breaking, "--write-plan", saved)).toEqual({ status: 1, stderr: `${plan.length} files of the plan are in ${saved}.\n` });
  expect(filesBelow(saved)).toEqual(plan);
  write(join(folder, "head"), Object.fromEntries(filesBelow(join(saved, "release-1")).map((path) => [path, readFileSync(join(saved, "release-1", path), "utf8")])));
  const mended = spawnSync(process.execPath, [join(built(), "cli.js"), "review", "--base", join(folder, "old"), "--head", join(folder, "head"), "--rehearse", "never"], { encoding: "utf8" });
  expect(mended.status).toBe(0);
});

it.each([["a plan", plan[2]!], ["a README.md of the project's own", "README.md"]])("refuses a folder that holds %s, and writes nothing", (_, path) => {
  const folder = temporaryFolder({ [`plan/${path}`]: "mine" });
  const saved = join(folder, "plan");
  const { status, stderr } = review(folder, base, breaking, "--write-plan", saved);
  expect({ status, stderr }).toEqual({ status: 2, stderr: `${join(saved, path)} is there already, so nothing was written. Name another folder, or remove the plan that is in ${saved} first.\n` });
  expect(filesBelow(saved)).toEqual([path]);
  expect(readFileSync(join(saved, path), "utf8")).toBe("mine");
});

it("several projects of a repository have a folder each, those without a plan none", () => {
  const folder = temporaryFolder();
  const all = ["backend/api", "backend-api", "fine"];
  const [before, more] = [all.map((root) => at(root, base)), [at("backend/api", breaking), at("backend-api", breaking), at("fine", harmless)]].map((files) => Object.assign({}, ...files) as Files);
  expect(review(folder, before!, more!, "--write-plan", join(folder, "plan")).status).toBe(1);
  const own = (root: string) => plan.map((path) => `${root}/${path.replace("release-1/", `release-1/${root}/`)}`);
  expect(filesBelow(join(folder, "plan"))).toEqual([...own("backend-api"), ...own("backend/api")].sort());
});

it("makes no folder where one release is enough", () => {
  const folder = temporaryFolder();
  expect(review(folder, base, harmless, "--write-plan", join(folder, "plan"))).toEqual({ status: 0, stderr: "There is no plan to write: one release is enough.\n" });
  expect(existsSync(join(folder, "plan"))).toBe(false);
});

it("says where it cannot write", () => {
  const folder = temporaryFolder({ file: "" });
  const { status, stderr } = review(folder, base, breaking, "--write-plan", join(folder, "file"));
  expect(status).toBe(2);
  expect(stderr).toMatch(/cannot be written \(E\w+\)\. Name a folder that can be written to\.\n$/);
});
