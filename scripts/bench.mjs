// Times the program on a generated project: 1,000 migrations in 20 apps, as ratios to the bare tree-sitter parse of the same files.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateProject } from "./generate-project.mjs";
import * as ten from "./ten-operations.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const cli = join(root, "dist", "cli.js");
const runs = Number(process.env.RUNS ?? 5);
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const git = (...args) => execFileSync("git", ["-C", folder, "-c", "user.name=bench", "-c", "user.email=bench@example.com", ...args], { stdio: "pipe" });

try {
  const { base, added } = generateProject({ apps: 20, migrations: 1000, added: 3 });
  const write = (files, into = folder) => {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(into, path)), { recursive: true });
      writeFileSync(join(into, path), text);
    }
    return into;
  };
  write(base);
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-q", "-m", "base");
  git("checkout", "-q", "-b", "change");
  write(added);
  git("add", "-A");
  git("commit", "-q", "-m", "three new migrations");

  const migrations = [...base, ...added].filter(([path]) => /migrations\/\d/.test(path)).map(([path]) => join(folder, path));
  const bytes = migrations.reduce((sum, path) => sum + readFileSync(path).length, 0);
  writeFileSync(join(folder, "files.json"), JSON.stringify(migrations));
  const time = (args) => {
    const times = [];
    for (let i = 0; i < runs; i++) {
      const started = performance.now();
      const { status, stderr } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
      if (status === 2 || status === null) throw new Error(`${args.join(" ")}: ${stderr}`);
      times.push(performance.now() - started);
    }
    return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
  };
  const [before, after] = [write(ten.base, join(folder, "ten", "base")), write([...ten.base, ...ten.added], join(folder, "ten", "head"))];
  const tenOperations = (rehearse) => time([cli, "review", "--base", before, "--head", after, "--rehearse", rehearse, "--format", "json", "--output", join(folder, "out.json")]);
  const empty = time(["-e", ""]);
  const parse = time([join(root, "scripts", "bench-parse.mjs"), join(folder, "files.json")]);
  const rows = [
    ["empty Node script", empty],
    ["--help", time([cli, "--help"])],
    ["bare tree-sitter parse", parse],
    ["explain, whole history", time([cli, "explain", "--repo", folder, "--format", "json", "--output", join(folder, "out.json")])],
    ["review, 3 new migrations", time([cli, "review", "--repo", folder, "--base", "main", "--head", "change", "--format", "json", "--output", join(folder, "out.json")])],
    ["review, ten operations", tenOperations("never")],
    ["the same, rehearsed", tenOperations("always")],
  ];
  console.log(`${migrations.length} migrations, ${(bytes / 1e6).toFixed(2)} MB, Node ${process.version}, median of ${runs}`);
  for (const [name, ms] of rows) console.log(`${name.padEnd(26)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / parse).toFixed(2)} × parse  ${(ms / empty).toFixed(2)} × empty`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
