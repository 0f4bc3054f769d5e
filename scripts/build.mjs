// Builds dist/: the command line and the action as ES modules, with the wasm files they load beside them.
//   node scripts/build.mjs           writes dist/, and removes what is not part of it
//   node scripts/build.mjs --out DIR writes DIR instead of dist/
//   node scripts/build.mjs --into DIR builds there, for tests of what is shipped
//   node scripts/build.mjs --check   builds into a temporary folder and says which files of dist/ differ; exit status 1 if any does
import { build } from "esbuild";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(import.meta.url);
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** dist's name → source. A door that does not exist yet is left out. */
const doors = { cli: "src/cli.ts", index: "src/action.ts", "rehearsal-worker": "src/rehearsal/worker.ts" };

/** Where `new URL("./x.wasm", import.meta.url)` of the bundled code finds them. */
const wasm = {
  "web-tree-sitter.wasm": fromPackage("web-tree-sitter", "web-tree-sitter.wasm"),
  "tree-sitter-python.wasm": fromPackage("tree-sitter-python", "tree-sitter-python.wasm"),
  "libpg-query.wasm": fromPackage("libpg-query", "wasm/libpg-query.wasm"),
  // The embedded PostgreSQL of the rehearsal, and the extensions that src/rehearsal/extensions.ts names.
  "pglite.wasm": fromPackage("@electric-sql/pglite", "dist/pglite.wasm"),
  "pglite.data": fromPackage("@electric-sql/pglite", "dist/pglite.data"),
  ...Object.fromEntries(["citext", "hstore", "pg_trgm", "btree_gin", "btree_gist", "unaccent", "uuid-ossp", "ltree"].map((name) => [`${name}.tar.gz`, fromPackage("@electric-sql/pglite", `dist/${name}.tar.gz`)])),
};

/** A fresh database cluster: started from it the server is up in a quarter of the time. No two are the same, so it is made once and kept. */
const cluster = "pgdata.tar.br";
/** Of which PGlite, and in which way it is made (clusterArchive): another number for another way. */
const clusterId = `${JSON.parse(readFileSync(findManifest("@electric-sql/pglite"), "utf8")).version}-2`;

/** Packages inside use require(), __filename and __dirname, which an ES module does not have. */
const banner =
  'import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";' +
  "const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);";

async function buildInto(outdir) {
  const present = Object.entries(doors).filter(([, source]) => existsSync(join(root, source)));
  const { metafile } = await build({
    metafile: true,
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present),
    outdir,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    // With "main" first libpg-query resolves to its CommonJS build, whose exports are lost with splitting.
    mainFields: ["module", "main"],
    conditions: ["node"],
    legalComments: "none",
    // A chunk's import.meta.url must be in dist/ itself for the wasm files to be found.
    chunkNames: "[name]-[hash]",
    banner: { js: banner },
    define: { __VERSION__: JSON.stringify(version) },
    logLevel: "warning",
  });
  for (const [name, source] of Object.entries(wasm)) copyFileSync(source, join(outdir, name));
  writeFileSync(join(outdir, cluster), await clusterArchive());
  writeFileSync(join(outdir, "licenses.txt"), licenses([...Object.keys(metafile.inputs).map((input) => join(root, input)), ...Object.values(wasm)]));
  writeFileSync(join(outdir, "package.json"), `{ "type": "module", "cluster": "${clusterId}" }\n`);
}

/** The one in dist/ or node_modules/.cache/ of that id; else a new one, which takes half a minute. */
async function clusterArchive() {
  const committed = join(root, "dist");
  if (existsSync(join(committed, cluster)) && JSON.parse(readFileSync(join(committed, "package.json"), "utf8")).cluster === clusterId) return readFileSync(join(committed, cluster));
  const cached = join(root, "node_modules/.cache/django-expand-contract", `${clusterId}-${cluster}`);
  if (existsSync(cached)) return readFileSync(cached);
  console.error("Making a database cluster for the rehearsal (once) …");
  const { PGlite } = await import("@electric-sql/pglite");
  const database = await PGlite.create();
  // Nobody connects to them, and each is three hundred files to unpack at every start.
  await database.exec("UPDATE pg_database SET datistemplate = false");
  for (const template of ["template0", "template1"]) await database.exec(`DROP DATABASE ${template}`);
  await database.exec("CHECKPOINT");
  const tar = Buffer.from(await (await database.dumpDataDir("none")).arrayBuffer());
  await database.close();
  const archive = brotliCompressSync(tar, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: tar.length } });
  mkdirSync(dirname(cached), { recursive: true });
  writeFileSync(cached, archive);
  return archive;
}

/** The licence of every package that a file of dist/ is from, as its authors wrote it. */
function licenses(files) {
  const folders = new Set(files.flatMap((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
  const texts = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const found = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file)).sort();
    return `${name} ${version} (${license ?? "see below"})\n\n${found.map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim()).join("\n\n") || "Its package has no licence file."}\n`;
  });
  return texts.sort().join(`\n${"-".repeat(80)}\n\n`);
}

function fromPackage(name, file) {
  return join(dirname(findManifest(name)), file);
}

/** A package's package.json; `exports` may hide it, so it is looked for on the paths Node would try. */
function findManifest(name) {
  const found = require.resolve.paths(name).map((path) => join(path, name, "package.json")).find(existsSync);
  if (found === undefined) throw new Error(`The package ${name} is not installed. Run: npm ci --ignore-scripts`);
  return found;
}

/** Every file below a folder, as a relative path. */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
}

function differing(fresh, committed) {
  const names = [...new Set([...filesIn(fresh), ...filesIn(committed)])].sort();
  return names.flatMap((name) => {
    const [a, b] = [join(fresh, name), join(committed, name)];
    if (!existsSync(b)) return [`missing  ${name}`];
    if (!existsSync(a)) return [`left over ${name}`];
    return readFileSync(a).equals(readFileSync(b)) ? [] : [`differs  ${name}`];
  });
}

const out = process.argv.indexOf("--out");
const dist = out < 0 ? join(root, "dist") : resolve(process.argv[out + 1]);
const into = process.argv.indexOf("--into");
const temporary = mkdtempSync(join(tmpdir(), "django-expand-contract-build-"));
try {
  await buildInto(temporary);
  const difference = differing(temporary, dist);
  if (into > 0) {
    mkdirSync(process.argv[into + 1], { recursive: true });
    for (const name of filesIn(temporary)) copyFileSync(join(temporary, name), join(process.argv[into + 1], name));
  } else if (process.argv.includes("--check")) {
    for (const line of difference) console.error(line);
    console.error(difference.length === 0 ? "dist/ is fresh" : "dist/ is not what src/ builds. Run: npm run build");
    process.exitCode = difference.length === 0 ? 0 : 1;
  } else {
    rmSync(dist, { recursive: true, force: true });
    mkdirSync(dist, { recursive: true });
    for (const name of filesIn(temporary)) copyFileSync(join(temporary, name), join(dist, name));
    console.error(`${out < 0 ? "dist/" : dist}: ${filesIn(dist).length} files`);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
