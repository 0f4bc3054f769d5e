import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  RequestError,
  noProject
} from "./chunk-HV6C4NMH.js";
import {
  nearest
} from "./chunk-4M35CJUN.js";
import {
  graphFindings,
  loadPython,
  openProjects,
  records,
  startOf,
  tableSizes,
  walk,
  walkContextOf
} from "./chunk-HQ4YFFRU.js";
import "./chunk-QCWVO36Q.js";
import {
  olderThan,
  sinceOf
} from "./chunk-M2XUEG37.js";
import "./chunk-3CP7ENH2.js";
import "./chunk-CSBCGSFX.js";
import "./chunk-WENUEFS7.js";
import {
  version
} from "./chunk-ELF6ECMR.js";
import "./chunk-LL747WWO.js";
import "./chunk-7XH62CJ2.js";
import "./chunk-LHOMP52Y.js";
import "./chunk-QFB3CFP6.js";
import "./chunk-LLNCCPBL.js";
import "./chunk-PFM5Z35S.js";

// src/explain.ts
async function explain(request) {
  const parser = await loadPython();
  const opened = await openProjects(request.head, { ...request, parser });
  if (opened.length === 0) throw new RequestError(noProject(request.head));
  const asked = request.app === null ? opened : opened.filter((project) => project.labels.has(request.app));
  if (request.app !== null && asked.length === 0) throw new RequestError(noSuchApp(request.app, opened));
  const projects = [];
  const since = await sinceOf(request.since ?? null);
  for (const project of asked) projects.push(await explainProject(project, request, since));
  return { kind: "explain", projects, version };
}
async function explainProject(project, request, since) {
  const [named, older] = [wantedMigrations(project, request), olderThan(since, project)];
  const wanted = (migration) => named(migration) && !older(migration);
  const context = await walkContextOf(project);
  const surroundings = { python: project.python, sizes: tableSizes(request.config) };
  const migrations = [];
  const tell = (order, among) => {
    const steps = walk(order.slice(0, order.findLastIndex(among) + 1), startOf(project, context), context);
    for (const record of records(steps, project.facts, { kind: "each" }, among, surroundings)) {
      migrations.push(record);
      request.progress?.(migrations.length, project.order.length, `${record.app}.${record.name}`);
    }
  };
  tell(project.order, wanted);
  const { fresh } = project;
  if (fresh) tell(fresh.order, (migration) => fresh.squashed.has(migration) && wanted(migration));
  return { root: project.root, facts: project.facts, migrations, graph: graphFindings(project.graph), skipped: [...project.skipped, ...project.partly] };
}
function wantedMigrations(project, { app, migration }) {
  const own = [...project.order, ...project.fresh?.squashed ?? []].filter((one) => one.path !== null);
  if (app === null) return (one) => one.path !== null;
  const ofApp = own.filter((one) => one.app === app);
  if (migration === null) return (one) => one.app === app;
  const exact = ofApp.filter((one) => one.name === migration);
  const found = exact.length > 0 ? exact : ofApp.filter((one) => one.name.startsWith(migration));
  if (found.length === 1) return (one) => one.app === app && one.name === found[0].name;
  if (found.length > 1) throw new RequestError(`${found.length} migrations of ${app} begin with ${JSON.stringify(migration)}: ${found.map((one) => one.name).join(", ")}. Say more of the name.`);
  const like = nearest(migration, ofApp.map((one) => one.name));
  throw new RequestError(`The app ${app} has no migration ${JSON.stringify(migration)}.${like === null ? "" : ` Did you mean ${like}?`}`);
}
function noSuchApp(app, projects) {
  const labels = [...new Set(projects.flatMap((project) => [...project.labels]))].sort();
  const like = nearest(app, labels);
  return `There is no app labelled ${JSON.stringify(app)}. ${like === null ? `There are: ${labels.join(", ")}.` : `Did you mean ${like}?`}`;
}
export {
  explain
};
