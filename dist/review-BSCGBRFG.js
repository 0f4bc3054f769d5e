import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  acceptedVerdict,
  reviewProject,
  reviewTools,
  verdictOf
} from "./chunk-5UFHMNNG.js";
import {
  changedFiles
} from "./chunk-KBKYDKL6.js";
import {
  wantsRehearsal
} from "./chunk-C3KP45A2.js";
import "./chunk-D37OOHO4.js";
import "./chunk-YDTEZH2C.js";
import "./chunk-VE6HXMP7.js";
import {
  loadPython,
  openProjects,
  sameFiles
} from "./chunk-HQ4YFFRU.js";
import {
  isModelsPath
} from "./chunk-QCWVO36Q.js";
import {
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
import {
  codeSpan
} from "./chunk-LLNCCPBL.js";
import "./chunk-PFM5Z35S.js";

// src/review.ts
async function review(request) {
  const tools = reviewTools(request, await loadPython());
  const changed = (await changedFiles(request.base, request.head, (path) => isMigrationPath(path) || isModelsPath(path))).map(({ path }) => path);
  const scope = { models: changed.filter(isModelsPath), since: await sinceOf(request.since ?? null) };
  const near = changed.length > 0 ? await projectsOf(request, tools, scope, { paths: new Set(changed), labels: /* @__PURE__ */ new Set() }) : null;
  const projects = near !== null && near.every(isSettled) ? near : await projectsOf(request, tools, scope, null);
  const decided = acceptedVerdict(verdictOf(projects.map((one) => one.review), request.config.failOn), request.config.acceptLabel, request.labels ?? []);
  return { kind: "review", ...decided, runningRelease: request.runningRelease, head: { ref: request.head.label, commit: request.head.commit }, projects: await rehearsed(projects, request), version };
}
async function rehearsed(projects, { rehearse }) {
  const all = [];
  for (const { review: project, rehearsal } of projects) {
    const wanted = rehearse !== void 0 && rehearsal !== null && wantsRehearsal(rehearse.when, project.facts.database.value.vendor, project.migrations);
    all.push(wanted ? { ...project, rehearsal: await rehearse.run(rehearsal) } : project);
  }
  return all;
}
function isSettled({ review: { migrations, skipped, plan } }) {
  const known = migrations.every((migration) => migration.operations.every((operation) => operation.unknown === null && operation.phase !== "unknown") && migration.deferred.every((statement) => statement.unknown === null));
  return known && skipped.length === 0 && (plan === null || plan.releases.every((release) => release.steps.every((step) => step.unknown === null)));
}
function isMigrationPath(path) {
  return /(^|\/)[^/]*migrations?[^/]*\/(.*\/)?[^/]+\.py$/i.test(path);
}
async function projectsOf(request, tools, scope, focus) {
  const options = { overrides: request.overrides, config: request.config, parser: tools.parser };
  const head = await openProjects(request.head, { ...options, focus });
  const labels = new Set(head.flatMap((project) => [...project.read]));
  const databases = new Map(head.map((project) => [project.root, project.facts.database]));
  const base = await openProjects(request.base, { ...options, focus: focus && { ...focus, labels }, databases, already: { projects: head, same: await sameFiles(request.base, request.head) } });
  const projects = [];
  for (const project of head) {
    const reviewed = await reviewProject(base.find((other) => other.root === project.root) ?? null, project, scope, tools);
    if (reviewed) projects.push(reviewed);
  }
  for (const project of base) if (!head.some((other) => other.root === project.root)) projects.push({ review: goneProject(project), rehearsal: null });
  return projects;
}
function goneProject(project) {
  const message = `The Django project in ${codeSpan(project.root || ".")} is no longer there, with ${project.order.filter((migration) => migration.path !== null).length} migrations that the running release has.`;
  return { root: project.root, facts: project.facts, migrations: [], plan: null, graph: [{ rule: "deleted-migration", level: "error", message, place: null, advice: "Put it back, or take the project out with `exclude` in the configuration of the base." }], skipped: [] };
}
export {
  review
};
