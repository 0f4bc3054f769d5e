// Records what real Django prints for the projects in fixtures/goldens/.
//   npm run goldens -- --django PATH [--django PATH …] --vendor sqlite [--vendor postgresql …] [--case NAME …] [--python python3]
// PATH is the folder that holds the package django (and, here or on PYTHONPATH, asgiref, sqlparse and the database driver). A project says in
// case.json from which Django on and on which databases it runs. Writes fixtures/goldens/NAME/expected-5.2-sqlite.json.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const cases = join(here, "..", "fixtures", "goldens");
const several = { type: "string", multiple: true };
const { values } = parseArgs({ options: { django: several, vendor: several, case: several, python: { type: "string", default: "python3" } } });
if (!values.django || !values.vendor) throw new Error("Say which Django and which database: --django PATH --vendor sqlite");

for (const path of values.django) for (const vendor of values.vendor) for (const name of values.case ?? readdirSync(cases)) recordCase(name, path, vendor);

function recordCase(name, path, vendor) {
  const folder = join(cases, name);
  const { since, vendors } = JSON.parse(readFileSync(join(folder, "case.json"), "utf8"));
  const env = { ...process.env, PYTHONPATH: [resolve(path), process.env.PYTHONPATH ?? ""].join(delimiter), PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1" };
  const version = run(values.python, ["-c", "import django; print('%d.%d' % django.VERSION[:2])"], env).trim();
  if (Number(version) < Number(since) || !vendors.includes(vendor)) return;
  const golden = JSON.parse(run(values.python, [join(here, "goldens.py"), folder, vendor], env));
  const file = join(folder, `expected-${version}-${golden.vendor}.json`);
  const fresh = `${JSON.stringify(golden, null, 1)}\n`;
  const same = existsSync(file) && readFileSync(file, "utf8") === fresh;
  if (!same) writeFileSync(file, fresh);
  console.error(`${name} Django ${golden.django} ${golden.vendor} ${golden.vendor_version}: ${golden.migrations.length} migrations${same ? ", as before" : ""}`);
}

function run(command, args, env) {
  const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (stderr) console.error(stderr.trim());
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed`);
  return stdout;
}
