import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  parse
} from "./chunk-RPYEX5OQ.js";

// src/django/project/files.ts
function folderOf(path) {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
function lastPart(path) {
  const bare = path.replace(/\/$/, "");
  return bare.slice(bare.lastIndexOf("/") + 1);
}
function withParents(folder) {
  const found = [folder];
  for (let at = folder; at !== ""; ) {
    at = folderOf(at.slice(0, -1));
    found.push(at);
  }
  return found;
}
function distanceTo(root, path) {
  const folder = folderOf(path);
  const above = withParents(root);
  const at = above.indexOf(folder);
  if (at >= 0) return at;
  const parent = folderOf(folder.slice(0, -1));
  const beside = above.indexOf(parent);
  if (beside >= 0) return beside + 0.5;
  return 100 + withParents(folder).length;
}
function isVendored(path) {
  return /(^|\/)(node_modules|site-packages|__pycache__|\.tox|\.nox|\.venv)\//.test(path);
}
function isTemplate(path) {
  return /\{\{|(^|\/)(project|app)_template\//.test(path);
}
function isTestPath(path) {
  return /(^|\/)(tests?|testing|testproject|test_?projects?|test_[^/]*|tests_[^/]*|[^/]*_tests?|examples?|demo|docs?|sandbox|fixtures?|sample[^/]*)(\/|\.py$|$)/i.test(path);
}

// src/django/project/app-folders.ts
var migrationFile = /^((?:.*\/)?)migrations\/([^/_~.][^/.]*)\.py$/;
var numbered = /\/\d{4}[^/]*$/;
function appFolders(files) {
  const folders = /* @__PURE__ */ new Set();
  const modules = modulesByApp(files.paths);
  for (const path of files.paths) {
    const app = /^(.*\/)migrations\/(?:__init__|\d{4}[^/]*)\.py$/.exec(path)?.[1];
    if (app !== void 0 && !isVendored(path) && !isTemplate(path)) folders.add(app);
  }
  return [...folders].sort().filter((app) => !isSomethingElse(modules.get(app) ?? [], files));
}
function doubtfulModules(paths) {
  return [...modulesByApp(paths.filter((path) => !isVendored(path))).values()].filter((modules) => !modules.some((path) => numbered.test(path))).flat();
}
function modulesByApp(paths) {
  const found = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const app = migrationFile.exec(path)?.[1];
    if (app === void 0) continue;
    const modules = found.get(app);
    if (modules) modules.push(path);
    else found.set(app, [path]);
  }
  return found;
}
function migrationFiles(folder, paths) {
  return paths.flatMap((path) => {
    const name = path.startsWith(folder) ? /^([^/_~.][^/.]*)\.py$/.exec(path.slice(folder.length))?.[1] : void 0;
    return name === void 0 ? [] : [{ name, path }];
  });
}
function isSomethingElse(modules, files) {
  return modules.length > 0 && modules.every((path) => {
    const text = files.text(path);
    return text !== null && !/^[ \t]*class Migration\b|^Migration[ \t]*=/m.test(text);
  });
}

// src/django/project/entry-points.ts
var kinds = ["wsgi", "asgi", "manage", "celery", "tests"];
var names = [
  ["wsgi", /(^|\/)wsgi(\.py|\/__init__\.py)$/],
  ["asgi", /(^|\/)asgi(\.py|\/__init__\.py)$/],
  ["manage", /(^|\/)manage\.py$/],
  ["celery", /(^|\/)celery[^/]*(\.py|\/__init__\.py)$/],
  ["tests", /(^|\/)(pytest\.ini|tox\.ini|setup\.cfg|pyproject\.toml|conftest\.py|runtests\.py)$/]
];
var quoted = /DJANGO_SETTINGS_MODULE["']\]?\s*[,=]\s*["']([A-Za-z_][\w.]*)["']/;
var written = /DJANGO_SETTINGS_MODULE["']?[ \t]*=[ \t]*["']?([A-Za-z_][\w.]*)/;
function kindOf(path) {
  return names.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
}
function isEntryPoint(path) {
  return kindOf(path) !== null;
}
function entryPoints(paths, text) {
  const found = paths.flatMap((path) => {
    const kind = isVendored(path) || isTemplate(path) ? null : kindOf(path);
    const content = kind && text(path);
    if (!kind || !content) return [];
    if (kind === "manage" && !/django/i.test(content)) return [];
    const settings = named(path, content, path.endsWith(".py") ? quoted : written);
    if (!settings && kind !== "manage") return [];
    return [{ path, kind, settings, configuration: named(path, content, /DJANGO_CONFIGURATION["']?\]?\s*[,=]\s*["']([\w.]+)["']/)?.value ?? null }];
  });
  const rank = (one) => (isTestPath(one.path) || isTestPath(one.settings?.value.replaceAll(".", "/") ?? "") ? kinds.length : 0) + kinds.indexOf(one.kind);
  return found.map((one, i) => ({ one, i })).sort((a, b) => rank(a.one) - rank(b.one) || a.i - b.i).map(({ one }) => one);
}
function named(path, content, pattern) {
  const code = content.replace(/^[ \t]*#.*$/gm, (line) => " ".repeat(line.length));
  const match = pattern.exec(code);
  return match ? { value: match[1], source: `${path}:${code.slice(0, match.index).split("\n").length}` } : null;
}

// src/django/project/requirements.ts
var formats = [
  { matches: /(^|\/)(poetry|uv|pdm)\.lock$/, read: lockedPackages },
  { matches: /(^|\/)Pipfile\.lock$/, read: pipfileLock },
  { matches: /(^|\/)pyproject\.toml$/, read: pyproject },
  { matches: /(^|\/)Pipfile$/, read: pipfile },
  { matches: /(^|\/)[^/]*(requirements?|constraints)[^/]*\.(txt|in|pip)$|(^|\/)[^/]*requirements?[^/]*\/([^/]+\/)*[^/]+\.(txt|in|pip)$/i, read: requirementLines },
  { matches: /(^|\/)setup\.cfg$/, read: requirementLines },
  { matches: /(^|\/)setup\.py$/, read: quotedRequirements }
];
function namesPackages(path) {
  return formats.some((format) => format.matches.test(path));
}
function requirementsIn(path, text) {
  const format = formats.find(({ matches }) => matches.test(path));
  if (!format) return [];
  const lines = text.split("\n");
  return format.read(text).map((said) => ({
    name: normal(said.name),
    specifier: said.specifier.trim(),
    path,
    line: "line" in said ? said.line : lines.findIndex((line) => said.near.test(line)) + 1 || 1
  }));
}
function normal(name) {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}
var longest = 500;
function requirement(text) {
  if (text.length > longest) return null;
  const bare = text.replace(/(^|\s)#.*$/, "").split(";")[0].replace(/\s--hash.*$/, "").replace(/\\\s*$/, "").trim();
  const match = /^([A-Za-z0-9][\w.-]*?)\s*(?:\[[^\]]*\])?\s*(\(?\s*(?:[<>=!~]=?=?|===)[^@]*)?$/.exec(bare);
  return match ? { name: match[1], specifier: match[2] ?? "" } : null;
}
function requirementLines(text) {
  return text.split("\n").flatMap((line, i) => {
    const said = /^\s*[-[]/.test(line) ? null : requirement(line);
    return said ? [{ ...said, line: i + 1 }] : [];
  });
}
function quotedRequirements(text) {
  return text.split("\n").flatMap(
    (line, i) => [...line.matchAll(/(["'])([^"']+)\1/g)].flatMap((match) => {
      const said = requirement(match[2]);
      return said ? [{ ...said, line: i + 1 }] : [];
    })
  );
}
function lockedPackages(text) {
  const said = [];
  let name = null;
  for (const [i, line] of text.split("\n").entries()) {
    if (line.startsWith("[")) name = null;
    const match = /^(name|version) = "([^"]+)"\s*$/.exec(line);
    if (match?.[1] === "name") name = match[2];
    if (match?.[1] === "version" && name) said.push({ name, specifier: `==${match[2]}`, line: i + 1 });
  }
  return said;
}
function pipfileLock(text) {
  const lock = attempt(() => JSON.parse(text));
  return Object.entries(table(table(lock)["default"])).flatMap(([name, entry]) => {
    const version = table(entry)["version"];
    return typeof version === "string" ? [{ name, specifier: version, near: new RegExp(`^\\s*"${escaped(name)}": \\{`) }] : [];
  });
}
function pipfile(text) {
  return poetryTable(table(attempt(() => parse(text)))["packages"]);
}
function pyproject(text) {
  const root = table(attempt(() => parse(text)));
  const project = table(root["project"]);
  const lists = [project["dependencies"], ...Object.values(table(project["optional-dependencies"])), ...Object.values(table(root["dependency-groups"]))];
  const listed = lists.flatMap((list) => Array.isArray(list) ? list : []).flatMap((item) => {
    const said = typeof item === "string" ? requirement(item) : null;
    return said ? [{ ...said, near: new RegExp(`["']${escaped(String(item)).replace(/\\?["']/g, ".")}`) }] : [];
  });
  const poetry = table(table(root["tool"])["poetry"]);
  const groups = Object.values(table(poetry["group"])).map((group) => table(group)["dependencies"]);
  return [...listed, ...[poetry["dependencies"], ...groups].flatMap(poetryTable)];
}
function poetryTable(dependencies) {
  return Object.entries(table(dependencies)).flatMap(([name, entry]) => {
    const version = typeof entry === "string" ? entry : table(entry)["version"];
    return typeof version === "string" ? [{ name, specifier: version === "*" ? "" : version, near: new RegExp(`^["']?${escaped(name)}["']?\\s*=`) }] : [];
  });
}
function table(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function attempt(read) {
  try {
    return read();
  } catch {
    return null;
  }
}
function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

// src/django/project/services.ts
function isComposeFile(path) {
  return /(^|\/)(docker-)?compose[^/]*(\.ya?ml)?$/.test(path) && !/\.(py|md|sh|env)$/.test(path);
}
var images = [
  [/postgres|postgis|pgvector|timescale/, "postgresql"],
  [/mariadb/, "mariadb"],
  [/mysql|percona/, "mysql"]
];
function databaseServices(files, root) {
  const found = files.paths.filter((path) => isComposeFile(path) && distanceTo(root, path) < 100).flatMap((path) => {
    const text = files.text(path) ?? "";
    return text.split("\n").flatMap((line, i) => {
      const image = /^\s*(?:-\s*)?image:\s*["']?([^\s"'#]+)/.exec(line)?.[1];
      const vendor = image && images.find(([pattern]) => pattern.test(image.replace(/:[^:]*$/, "")))?.[1];
      if (!image || !vendor || /exporter|admin|backup|bouncer|pool/.test(image)) return [];
      const source = `${path}:${i + 1}`;
      const version = versionIn(image);
      return [{ vendor, source, version: version ? { value: version, source } : null }];
    });
  });
  return found.sort((a, b) => distanceTo(root, a.source) - distanceTo(root, b.source));
}
function versionIn(image) {
  const tag = /:([^/]*)$/.exec(image.replace(/\$\{\w+:?-([^}]*)\}/g, "$1"))?.[1] ?? "";
  return /^(?:latest-|\d+(?:\.\d+)*-)?pg(\d+)/.exec(tag)?.[1] ?? /^(\d+(?:\.\d+)?)/.exec(tag)?.[1] ?? null;
}

// src/django/project/layout.ts
var settingsName = /(^|\/)([^/]*settings[^/]*\.py|settings\/(.+\/)?[^/]+\.py|(conf|config)\/[^/]+\.py)$/i;
function wantedFiles(entries) {
  const wanted = (path) => isEntryPoint(path) || namesPackages(path) || isComposeFile(path) || settingsName.test(path) || /(^|\/)apps\.py$/.test(path);
  const paths = entries.map((entry) => entry.path);
  return [...paths.filter((path) => !isVendored(path) && wanted(path) && !/(^|\/)(migrations|management)\//.test(path)), ...doubtfulModules(paths)];
}
function findProjects(files, chosen = null) {
  const known = new Set(files.paths);
  const found = /* @__PURE__ */ new Map();
  const add = (root, settings) => {
    const list = found.get(root) ?? [];
    if (settings && !list.some((other) => other.path === settings.path && other.configuration === settings.configuration)) list.push(settings);
    found.set(root, list);
  };
  const entries = entryPoints(files.paths, files.text);
  for (const entry of entries) addEntryPoint(entry, known, add);
  if (chosen) putFirst(chosen, known, found);
  for (const path of files.paths) addByName(path, files, known, found, add);
  for (const { path, kind } of entries) if (kind === "manage" && !isTestPath(path)) addManaged(folderOf(path), found, add);
  const apps = appFolders(files);
  if (found.size === 0 && apps.length > 0) add(rootOfApps(apps, files), null);
  return [...found].filter(([root, settings]) => settings.length > 0 || apps.some((app) => app.startsWith(root))).sort(([a], [b]) => Number(isTestPath(a)) - Number(isTestPath(b)) || (a < b ? -1 : 1)).map(([root, settings]) => ({ root, settings, roots: pathRoots(root, apps, files) }));
}
function putFirst({ value, source }, known, found) {
  const path = known.has(value) ? value : fileOfModule(value, known, found);
  if (path === null) return;
  const root = withParents(folderOf(path)).find((folder) => found.has(folder)) ?? packageRoot(path, known);
  const others = (found.get(root) ?? []).filter((other) => other.path !== path);
  found.set(root, [{ path, source, configuration: found.get(root)?.find((other) => other.path === path)?.configuration ?? null }, ...others]);
}
function fileOfModule(dotted, known, found) {
  const roots = [...found.keys(), "", "src/", ...new Set([...known].flatMap((path) => withParents(folderOf(path))))];
  for (const root of roots) {
    const file = moduleFile(root, dotted, known);
    if (file) return file;
  }
  return null;
}
function addEntryPoint({ path, settings, configuration }, known, add) {
  const folder = folderOf(path);
  if (!settings) return;
  for (const root of [folder, `${folder}src/`, ...withParents(folder)]) {
    const file = moduleFile(root, settings.value, known);
    if (file) return add(root, { path: file, source: settings.source, configuration });
  }
}
function addManaged(folder, found, add) {
  if (![...found.keys()].some((root) => folder.startsWith(root) || root.startsWith(folder))) add(folder, null);
}
function addByName(path, files, known, found, add) {
  if (!settingsName.test(path) || isVendored(path) || isTemplate(path)) return;
  const text = files.text(path) ?? "";
  const installs = /^[ \t]*(def )?INSTALLED_APPS\b/m.test(text);
  if (!installs && !/^[ \t]*DATABASES\b/m.test(text) && !(/settings/i.test(path) && /^[ \t]*from \S+ import \*/m.test(text))) return;
  const root = packageRoot(path, known);
  const around = withParents(root).find((folder) => found.has(folder));
  if (around === void 0 && (isTestPath(path) || !installs)) return;
  add(around ?? root, { path, source: path, configuration: null });
}
function moduleFile(root, dotted, known) {
  const base = root + dotted.replaceAll(".", "/");
  return [`${base}.py`, `${base}/__init__.py`].find((path) => known.has(path)) ?? null;
}
function packageRoot(path, known) {
  const above = withParents(folderOf(path));
  return above.find((folder) => !known.has(`${folder}__init__.py`) && !/(^|\/)settings\/$/.test(folder)) ?? "";
}
function rootOfApps(apps, files) {
  const known = new Set(files.paths);
  const roots = apps.map((app) => rootByName(app, files) ?? packageRoot(`${app}apps.py`, known));
  return roots.filter((root) => !isTestPath(root)).sort((a, b) => a.length - b.length)[0] ?? roots[0] ?? "";
}
function rootByName(app, files) {
  for (const match of (files.text(`${app}apps.py`) ?? "").matchAll(/^[ \t]+name[ \t]*(?::[^=\n]*)?=[ \t]*["']([\w.]+)["']/gm)) {
    const tail = `${match[1].replaceAll(".", "/")}/`;
    if (`/${app}`.endsWith(`/${tail}`)) return app.slice(0, -tail.length);
  }
  return null;
}
function pathRoots(root, apps, files) {
  const named2 = apps.filter((app) => app.startsWith(root)).flatMap((app) => rootByName(app, files) ?? []);
  const usual = [root, `${root}src/`, `${root}apps/`].filter((folder) => folder === root || files.paths.some((path) => path.startsWith(folder)) && !files.paths.includes(`${folder}__init__.py`));
  return [.../* @__PURE__ */ new Set([...usual, ...named2.sort(), ...withParents(root)])];
}

export {
  folderOf,
  lastPart,
  withParents,
  distanceTo,
  isTestPath,
  appFolders,
  migrationFiles,
  namesPackages,
  requirementsIn,
  databaseServices,
  wantedFiles,
  findProjects,
  moduleFile
};
