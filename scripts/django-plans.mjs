// Proves with real Django that the plans of all recipes work: the files of `review --write-plan` go into the project release by release.
//   npm run django-plans -- --django PATH [--django PATH …] --vendor postgresql [--vendor sqlite …] [--case TEXT …] [--python python3] [--jobs 2]
// PATH is the folder that holds the package django (and, here or on PYTHONPATH, asgiref, sqlparse and the database driver). For every case of
// test/plan/cases.ts and every release of its plan: makemigrations finds nothing left to do, sqlmigrate prints what the preview says, migrate runs
// forwards and backwards (before the release has written rows, and after that unless it is a contract or says until when), and real Django's ORM, of the
// release before and of the release itself, works on the schema. The exit status is 1 where not.
import { build } from "esbuild";
import { execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs, promisify } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, "..", "dist", "cli.js");
const several = { type: "string", multiple: true };
const { values } = parseArgs({ options: { django: several, vendor: several, case: several, python: { type: "string", default: "python3" }, jobs: { type: "string", default: "2" }, keep: { type: "boolean", default: false } } });
if (!values.django || !values.vendor) throw new Error("Say which Django and which database: --django PATH --vendor postgresql");

const versions = { postgresql: "15", mariadb: "10.11", mysql: "8.4", sqlite: "3.46" };
const work = mkdtempSync(join(tmpdir(), "django-plans-"));
const { baseOf, cases, headOf } = await testCases();
const environments = await Promise.all(values.django.map(environment));
const wanted = cases.filter(({ name }) => !values.case || values.case.some((text) => name.includes(text)));
const queue = environments.flatMap((django) => wanted.flatMap((one) => values.vendor.filter((vendor) => fits(one, django, vendor)).map((vendor) => ({ one, django, vendor }))));
const all = queue.length;
const counts = { proven: 0, "no plan": 0, "left to its reader": 0, failed: 0 };
await Promise.all(Array.from({ length: Number(values.jobs) }, async (_, worker) => {
  const pythons = new Map(environments.map((django) => [django, pythonOf(django)]));
  for (let next = queue.shift(); next; next = queue.shift()) await report(next, worker, pythons.get(next.django));
  for (const python of pythons.values()) python.end();
}));
console.log(`${all} plans: ${counts.proven} proven, ${counts["no plan"]} without a plan, ${counts["left to its reader"]} left to their readers, ${counts.failed} failed`);
if (!values.keep) rmSync(work, { recursive: true, force: true });
process.exitCode = counts.failed === 0 ? 0 : 1;

/** The cases are TypeScript, and import nothing but types. */
async function testCases() {
  const outfile = join(work, "cases.mjs");
  await build({ entryPoints: [join(here, "..", "test", "plan", "cases.ts")], outfile, bundle: true, format: "esm", platform: "node", logLevel: "error" });
  return import(pathToFileURL(outfile).href);
}

async function environment(path) {
  const env = { ...process.env, PYTHONPATH: [resolve(path), process.env.PYTHONPATH ?? ""].join(delimiter), PYTHONDONTWRITEBYTECODE: "1", PYTHONWARNINGS: "ignore" };
  const { stdout } = await promisify(execFile)(values.python, ["-c", "import django; print('%d.%d' % django.VERSION[:2])"], { env });
  return { env, version: stdout.trim() };
}

/** A process that carries out the steps of proofs one after the other. */
function pythonOf({ env }) {
  let child = null;
  const waiting = [];
  const start = () => {
    child = spawn(values.python, [join(here, "django-plans.py")], { env, stdio: ["pipe", "pipe", "inherit"] });
    createInterface({ input: child.stdout }).on("line", (line) => waiting.shift().resolve(JSON.parse(line)));
    child.on("exit", () => waiting.splice(0).forEach(({ reject }) => reject(new Error("Python ended"))));
  };
  return {
    ask: (step) => new Promise((resolve, reject) => {
      if (child === null) start();
      waiting.push({ resolve, reject });
      child.stdin.write(`${JSON.stringify(step)}\n`);
    }),
    end: () => child?.stdin.end(),
  };
}

/** A case says on which Django it runs; a plan that it has for PostgreSQL is tried on the others, too, unless its project needs PostgreSQL or another Django. */
function fits(one, { version }, vendor) {
  const project = JSON.stringify([baseOf(one), headOf(one)]);
  if (vendor !== "postgresql" && /contrib\.postgres|opclasses|\|\|/.test(project)) return false;
  if (version < "5.0" && project.includes("db_default")) return false;
  const { on } = one;
  if (on === undefined) return true;
  const vendors = vendor === "mariadb" ? ["mysql"] : [vendor];
  const own = on.filter((one) => vendors.includes(one.vendor));
  const [first, last] = [(own.length > 0 ? own : on)[0].django, (own.length > 0 ? own : on).at(-1).django];
  return own.length > 0 && vendor !== "postgresql" ? true : version >= first && version <= last;
}

async function report({ one, django, vendor }, worker, python) {
  const folder = join(work, String(worker));
  const problems = [];
  let outcome;
  try {
    outcome = await prove({ one, django, vendor, folder, python, database: vendor === "sqlite" ? join(folder, "database.sqlite3") : `django_plans_${process.pid}_${worker}` }, problems);
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  const result = problems.length > 0 ? "failed" : outcome;
  counts[result] += 1;
  console.log(`${result === "failed" ? "✗" : "✓"} ${one.name} — Django ${django.version}, ${vendor}${result === "proven" || result === "failed" ? "" : `: ${result}`}`);
  for (const problem of problems) console.log(problem.replace(/^/gm, "    "));
}

async function prove({ one, django, vendor, folder, python, database }, problems) {
  rmSync(folder, { recursive: true, force: true });
  const base = baseOf(one);
  const [before, head] = [write(join(folder, "base"), base), write(join(folder, "head"), headOf(one, { django: django.version, vendor, version: versions[vendor] }))];
  const told = ["--django", django.version, "--database", vendor, "--database-version", versions[vendor]];
  const review = JSON.parse(await program(["review", "--base", before, "--head", head, ...told, "--format", "json", "--write-plan", join(folder, "plan")]));
  const { plan } = review;
  if (!plan || plan.releases.length === 0) return "no plan";
  const step = (project, command, argument) => python.ask({ project, vendor, database, command, argument });
  const expect = (what, answer) => {
    if (answer.error !== undefined) problems.push(`${what}: ${answer.error}`);
    else if (answer.ok?.used) problems.push(`${what}: ${answer.ok.used}`);
    return answer.ok;
  };
  // Code and SQL of the pull request itself that cannot be taken back stay so.
  const expectBack = (what, answer) => (answer.error?.startsWith("IrreversibleError") && /RunPython|RunSQL/.test(one.operations) ? null : expect(what, answer));
  try {
    expect("today", await step(before, "new"));
    let previous = before;
    const printed = new Map();
    let lastName = Object.keys(baseOf(one)).filter((path) => /migrations\/\d/.test(path)).sort().at(-1).replace(/^.*\/|\.py$/g, "");
    for (const { number, phase, steps } of plan.releases) {
      const project = write(join(folder, `release-${number}`), read(number === 1 ? head : previous));
      const shipped = join(folder, "plan", `release-${number}`);
      // A release of code alone has no files.
      if (existsSync(shipped)) write(project, read(shipped));
      const released = await step(project, "release");
      // A backfill whose values nobody but its reader knows.
      if (released.error?.startsWith("NotImplementedError: Say what ")) return "left to its reader";
      const done = expect(`release ${number}`, released);
      if (done === undefined) return "failed";
      // A plan that could not find the models leaves them to its reader.
      if (done.left !== null) problems.push(`release ${number}: makemigrations would still write:\n${done.left}`);
      for (const [key, { sql, error }] of Object.entries(done.sqlmigrate)) {
        if (error !== undefined) problems.push(`release ${number}: sqlmigrate ${key}: ${error}`);
        else printed.set(key, statements(sql));
      }
      const own = Object.keys(done.sqlmigrate).flatMap((key) => printed.get(key) ?? []);
      for (const statement of steps.flatMap((one) => one.sql.flatMap(({ sql }) => statements(sql)))) if (!own.some((real) => isThat(statement, real))) problems.push(`release ${number}: the plan has SQL that sqlmigrate does not print: ${statement}`);
      expect(`the release before, on release ${number}`, await step(previous, "use"));
      // Twice: a column that the release does not know any more has no value in its rows, and only a contract, or a step that says so, may have no way back for that.
      const saysUntilWhen = steps.some(({ explanation }) => explanation.includes("Going back works until the new release has inserted a row"));
      const backAndForward = async (when) => done.last !== null && expectBack(`release ${number} back and forward, ${when} its rows`, await step(project, "back", lastName));
      await backAndForward("before");
      expect(`release ${number} itself`, await step(project, "use"));
      if (phase !== "contract" && !saysUntilWhen) await backAndForward("after");
      lastName = done.last ?? lastName;
      previous = project;
    }
    const explained = explanations(await program(["explain", "--repo", previous, ...told, "--format", "sql"]));
    for (const [key, sql] of printed) if (!isThat((explained.get(key) ?? []).join("\n"), sql.join("\n"))) problems.push(`sqlmigrate ${key} prints\n${sql.join("\n")}\nexplain prints\n${(explained.get(key) ?? []).join("\n")}`);
    await step(previous, "empty");
    expectBack("the whole way back and forward", await step(previous, "back", "0001_initial"));
    expect("the last release, after that", await step(previous, "use"));
  } finally {
    if (!values.keep) await step(before, "gone");
  }
  return "proven";
}

/** What `explain --format sql` prints, by migration. */
function explanations(text) {
  return new Map(text.split(/^(?=-- \S+: \S+\.py$)/m).filter((part) => part.startsWith("-- ")).map((part) => [/^-- (\S+):/.exec(part)[1], statements(part)]));
}

/** The preview's `'<module.name>'` is any value: one that Python makes when it runs. */
function isThat(preview, real) {
  const pattern = preview.split(/'<[\w.]+>'/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("'(?:[^']|'')*'");
  return preview === real || new RegExp(`^${pattern}$`).test(real);
}

/** Lines of SQL without comments and the transaction around them. */
function statements(sql) {
  return sql.split("\n").map((line) => line.trimEnd()).filter((line) => line !== "" && !line.startsWith("--") && !/^(BEGIN|COMMIT|START TRANSACTION);$/.test(line));
}

function write(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function read(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.parentPath.includes("__pycache__")).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** The built program's answer; exit status 1 is a verdict. */
async function program(args) {
  try {
    return (await promisify(execFile)(process.execPath, [cli, ...args], { maxBuffer: 2 ** 26 })).stdout;
  } catch (error) {
    if (error.code === 1 && error.stdout) return error.stdout;
    throw new Error(`${args.join(" ")}: ${error.stderr || error.message}`, { cause: error });
  }
}
