import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  structuredPatch
} from "./chunk-KBKYDKL6.js";
import {
  isAboutModels,
  isUnknown
} from "./chunk-YDTEZH2C.js";
import {
  applyChange,
  bind,
  blockedDeletes,
  breakages,
  conflicts,
  createPython,
  dataCode,
  endOf,
  excludes,
  finding,
  generatedModified,
  graphFindings,
  incompatible,
  item,
  leafNodes,
  lineFinder,
  loadMigration,
  logicalLines,
  mysqlForms,
  mysqlRow,
  placeOf,
  records,
  rounds,
  splitScript,
  startOf,
  tableSizes,
  texts,
  tokens,
  walk,
  walkContextOf,
  withCascade
} from "./chunk-HQ4YFFRU.js";
import {
  modelsPaths,
  readAppModels,
  resolveField
} from "./chunk-QCWVO36Q.js";
import {
  SourceError,
  isOlderFile,
  olderThan,
  textOf
} from "./chunk-M2XUEG37.js";
import {
  acceptWithoutReason,
  allRules,
  otherBackend,
  staleAcceptance,
  stillNamed,
  undeclaredDependency
} from "./chunk-3CP7ENH2.js";
import {
  argument,
  code,
  codeKey,
  listed
} from "./chunk-CSBCGSFX.js";
import {
  compareText,
  keyOf
} from "./chunk-WENUEFS7.js";
import {
  isMySql,
  releaseTables
} from "./chunk-LL747WWO.js";
import {
  alterLocks,
  changesOf,
  stronger
} from "./chunk-7XH62CJ2.js";
import {
  atLeast
} from "./chunk-LHOMP52Y.js";
import {
  postgresqlObjectName
} from "./chunk-QFB3CFP6.js";
import {
  codeSpan
} from "./chunk-LLNCCPBL.js";

// src/django/bind/model-of-table.ts
function modelOfTable(table, bound) {
  const key = bound.keys.find((one) => bound.get(one)?.table === table && !bound.get(one).proxy);
  return key === void 0 ? null : bound.get(key);
}

// src/safety/findings/usage.ts
var most = 3;
function stillNamedFindings({ place }, summaries) {
  return summaries.flatMap((summary) => {
    const sure = summary.first.filter(({ certainty }) => certainty !== "possible");
    if (sure.length === 0) return [];
    const places = listed([...sure.slice(0, most).map(placeOf2), ...sure.length > most ? [`${sure.length - most} more`] : []]);
    const told2 = finding(stillNamed, `The running release's code still names ${code(summary.of)}: ${places}.`, place);
    return [isSql(sure) ? told2 : { ...told2, level: "warning" }];
  });
}
function isSql(usages) {
  return usages.some(({ kind, certainty }) => kind === "SQL" && certainty === "certain");
}
function placeOf2({ path: path2, line, kind, certainty }) {
  return `${code(`${path2}:${line}`)} (${kind === "SQL" ? "SQL" : certainty})`;
}

// src/usage/files.ts
var templates = /\.(html?|jinja2?|j2|djhtml)$/i;
var textTemplate = /(^|\/)(templates|jinja2)\/.*\.(txt|xml|md|mjml|subject)$/i;
var skipped = /(^|\/)(node_modules|bower_components|vendor|vendored|_vendor|third_party|site-packages|dist-packages|\.[^/]+|venv|env|__pycache__|migrations|static_root|staticfiles)\//;
var tests = /(^|\/)(tests?|testing|testutils?|fixtures)\/|(^|\/)(tests?|test_[^/]*|[^/]*_tests?|conftest|factories)\.py$/;
function wantedFiles(paths) {
  return paths.filter((path2) => (path2.endsWith(".py") || isTemplate(path2)) && !skipped.test(path2));
}
function isTemplate(path2) {
  return templates.test(path2) || textTemplate.test(path2);
}
function isTest(path2) {
  return tests.test(path2);
}

// src/usage/going.ts
function goingAway(app, operation2, changes, bound) {
  const byModel = operationsIn(operation2).flatMap((part) => ofOperation(app, part, bound));
  const known = (column, table) => byModel.some((target) => target.table === table && target.column === column);
  const bySql = changes.flatMap((change) => ofChange(app, change, bound)).filter((target) => target.table !== null && !known(target.column, target.table));
  return [...byModel, ...byModel.length > 0 ? [] : bySql];
}
function operationsIn(operation2) {
  switch (operation2.kind) {
    case "SeparateDatabaseAndState":
      return operation2.stateOperations.flatMap(operationsIn);
    case "RunSQL":
      return operation2.stateOperations.flatMap(operationsIn);
    case "Unknown":
      return operation2.assumed ? operationsIn(operation2.assumed) : [];
    default:
      return [operation2];
  }
}
function ofOperation(app, operation2, bound) {
  switch (operation2.kind) {
    case "RemoveField":
      return field(app, operation2.model, operation2.name, bound);
    case "RenameField":
      return field(app, operation2.model, operation2.from, bound);
    case "DeleteModel":
      return model(app, operation2.name, bound);
    case "RenameModel":
      return model(app, operation2.from, bound);
    default:
      return [];
  }
}
function field(app, name, of, bound) {
  const found = bound.get(`${app}.${name}`.toLowerCase());
  const own2 = found?.field(of);
  return found && own2 ? [{ app, model: found.name, field: of, column: own2.column, table: found.table }] : [];
}
function model(app, name, bound) {
  const found = bound.get(`${app}.${name}`.toLowerCase());
  return found ? [{ app, model: found.name, field: null, column: null, table: found.table }] : [];
}
function ofChange(app, change, bound) {
  switch (change.kind) {
    case "DropColumn":
    case "RenameColumn":
      return [{ app, model: modelOfTable(change.table, bound)?.name ?? null, field: null, column: change.column, table: change.table }];
    case "DropTable":
    case "RenameTable":
      return [{ app, model: null, field: null, column: null, table: change.table }];
    default:
      return [];
  }
}

// src/usage/summary.ts
var mostPlaces = 30;
function summaryOf(target, { found, leftOut, incomplete }) {
  const code2 = found.filter((usage) => !usage.test);
  const number = (certainty) => code2.filter((usage) => usage.certainty === certainty).length;
  return { of: nameOf(target), certain: number("certain"), likely: number("likely"), possible: number("possible"), tests: found.length - code2.length, first: code2.slice(0, mostPlaces), leftOut, incomplete };
}
function nameOf({ app, model: model2, field: field2, column, table }) {
  const own2 = field2 ?? column;
  if (model2 !== null) return own2 === null ? `${app}.${model2}` : `${model2}.${own2}`;
  return [table, own2].filter((part) => part !== null).join(".");
}

// src/usage/names.ts
var rendered = (field2) => [`get_${field2}_display`, `get_next_by_${field2}`, `get_previous_by_${field2}`];
function namesOf({ model: model2, field: field2, column, table }) {
  const own2 = field2 ?? column?.replace(/_id$/, "") ?? null;
  const fields = new Set([own2, column].flatMap((name) => name === null || name === "" ? [] : [name]));
  const whole = own2 === null && column === null;
  const python2 = new Set(whole ? model2 === null ? [] : [model2] : [...fields, ...own2 === null ? [] : rendered(own2)]);
  const words2 = [...python2, ...whole && table !== null ? [table] : []].filter((word) => /^[\p{L}_][\p{L}\p{N}_.$"]*$/u.test(word));
  if (words2.length === 0) return null;
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words2.map(quoted).join("|")})(?![\\p{L}\\p{N}])`, "u");
  return { python: python2, fields, column, table, words: words2, any };
}
function quoted(word) {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
function suggests(name, model2) {
  if (model2 === null) return false;
  const plain = name.toLowerCase().replace(/_(id|set|qs|queryset|list)$/, "").replaceAll("_", "");
  const whole = model2.toLowerCase();
  const last = /[A-Z][a-z0-9]+$/.exec(model2)?.[0].toLowerCase() ?? whole;
  return [whole, last].some((word) => [word, `${word}s`, `${word}es`, word.replace(/y$/, "ies")].some((form) => plain === form || form.length > 3 && (plain.endsWith(form) || plain.startsWith(form) && form === whole)));
}
function lookupOf(text, fields) {
  if (!/^[-+]?[\p{L}\p{N}_]+$/u.test(text)) return null;
  const parts = text.replace(/^[-+]/, "").split("__");
  if (parts.includes("")) return null;
  const at = parts.findIndex((part) => fields.has(part));
  return at === -1 ? null : { before: at === 0 ? null : parts[at - 1] };
}

// src/usage/classes.ts
function modelNames(target, module, python2) {
  const classes = /* @__PURE__ */ new Map();
  const known = /* @__PURE__ */ new Map();
  const registered = registrations(module);
  function ofClass(name) {
    const seen = classes.get(name);
    if (seen !== void 0) return seen;
    const owner = /(^|\.)[A-Z][^.]*$/.test(name) ? ownerOf2(name) : null;
    classes.set(name, owner);
    return owner;
  }
  function ownerOf2(name) {
    const dotted = python2.resolve(name, module);
    const found = python2.find(dotted);
    if (found !== null && found.kind !== "class") return null;
    return ownerOfPath(found?.path ?? dotted, found, target);
  }
  function about(definition) {
    const seen = known.get(definition);
    if (seen) return seen;
    known.set(definition, { owner: null, model: false });
    const found = read(definition);
    known.set(definition, found);
    return found;
  }
  function read(definition) {
    if (definition.name === target.model && ofClass(definition.name) === "ours") return { owner: "ours", model: true };
    const bases = definition.bases.flatMap(({ value }) => value.kind === "name" ? [value.path] : []);
    if (bases.some((base) => ofClass(base) === "ours")) return { owner: "ours", model: true };
    const named2 = [...registered.get(definition.name) ?? [], ...decorated(definition), ...modelsOf(definition)].map(ofClass);
    if (named2.includes("ours")) return { owner: "ours", model: false };
    if (named2.includes("other")) return { owner: "other", model: false };
    if (ofClass(definition.name) === "other" || bases.some((base) => /(^|\.)models\.Model$/.test(base))) return { owner: "other", model: true };
    for (const base of bases) {
      const extended = module.body.find((one) => one.kind === "class" && one.name === base);
      if (extended && extended !== definition && about(extended).owner !== null) return { ...about(extended) };
    }
    const managed = target.model !== null && definition.name.startsWith(target.model) && /(QuerySet|Manager|Query)$/.test(definition.name);
    return { owner: managed ? "ours" : null, model: false };
  }
  return { ofClass, about };
}
function ownerOfPath(dotted, found, { app, model: model2 }) {
  const parts = dotted.split(".");
  const name = parts.at(-1);
  const models = parts.lastIndexOf("models", -2);
  const inModels2 = models !== -1 || found !== null && /(^|\/)models(\.py$|\/)/.test(found.module.path);
  if (found !== null && !inModels2 && !found.definition.bases.some(({ value }) => value.kind === "name" && /Model|Page|Mixin/.test(value.path))) return null;
  if (name === model2) return parts.slice(0, -1).includes(app) || models === 0 || found?.module.path === "models.py" ? "ours" : null;
  return inModels2 && !/^(models|django)\b/.test(dotted) ? "other" : null;
}
function modelsOf({ body }) {
  return body.flatMap((statement2) => {
    if (statement2.kind === "class" && statement2.name === "Meta") return modelsOf(statement2);
    if (statement2.kind !== "assign" || !statement2.targets.some((one) => one.kind === "name" && /^(model|queryset|document)$/.test(one.path))) return [];
    const root = rootOf(statement2.value);
    return root === null ? [] : [root];
  });
}
function rootOf(expression) {
  switch (expression.kind) {
    case "name":
      return /^(.*?\b[A-Z]\w*)/.exec(expression.path)?.[1] ?? null;
    case "attribute":
    case "subscript":
      return rootOf(expression.object);
    case "call":
      return rootOf(expression.callee);
    default:
      return null;
  }
}
function decorated({ decorators = [] }) {
  return decorators.flatMap((one) => one.kind === "call" && one.callee.kind === "name" && /(^|\.)register$/.test(one.callee.path) ? namesIn(one) : []);
}
function registrations(module) {
  const found = /* @__PURE__ */ new Map();
  const read = (statement2) => {
    if (statement2.kind !== "expression" || statement2.value.kind !== "call") return;
    const { callee: callee2 } = statement2.value;
    if (callee2.kind !== "name" || !/(^|\.)register$/.test(callee2.path)) return;
    const names = namesIn(statement2.value);
    const admin = names.at(-1);
    if (names.length > 1 && admin !== void 0) found.set(admin, [...found.get(admin) ?? [], ...names.slice(0, -1)]);
  };
  module.body.forEach(read);
  return found;
}
function namesIn(call2) {
  return call2.args.flatMap(({ value }) => value.kind === "name" ? [value.path] : value.kind === "list" || value.kind === "tuple" ? value.items.flatMap((item2) => item2.kind === "name" ? [item2.path] : []) : []);
}

// src/usage/orm.ts
var keywordCalls = new Set(
  "filter exclude get create update get_or_create update_or_create annotate alias aggregate complex_filter Q get_object_or_404 get_list_or_404".split(" ")
);
var stringCalls = new Set(
  "values values_list only defer order_by select_related prefetch_related distinct latest earliest dates datetimes bulk_create bulk_update in_bulk save refresh_from_db F OuterRef Prefetch Count Sum Avg Max Min StdDev Variance StringAgg ArrayAgg JSONBAgg Lower Upper Coalesce Length Trunc TruncDate TruncDay TruncMonth Extract Cast Concat Greatest Least SearchVector prefetch_related_objects UniqueConstraint Index When Case Subquery".split(" ")
);
var plainQueries = new Set(
  "filter exclude get_or_create update_or_create annotate alias aggregate complex_filter Q F OuterRef Prefetch values_list only defer order_by select_related prefetch_related bulk_create bulk_update get_object_or_404 get_list_or_404 refresh_from_db prefetch_related_objects".split(" ")
);
var queryParts = new Set("objects all filter exclude using _default_manager _base_manager annotate order_by select_related prefetch_related select_for_update distinct".split(" "));
var optionNames = new Set(
  "ordering unique_together index_together indexes constraints get_latest_by order_with_respect_to fields exclude read_only_fields extra_kwargs widgets labels help_texts field_classes list_display list_display_links list_editable list_filter list_select_related search_fields readonly_fields raw_id_fields autocomplete_fields filter_horizontal filter_vertical fieldsets date_hierarchy prepopulated_fields radio_fields sortable_by filterset_fields filter_fields ordering_fields lookup_field slug_field search_vector default_columns columns sequence django_get_or_create natural_key_fields panels content_panels api_fields fk_name".split(" ")
);

// src/usage/sql.ts
var statement = /\b(select|insert\s+into|update|delete\s+from|from|join|where|alter\s+table|create\s+(unique\s+)?index|order\s+by|group\s+by|truncate|copy)\b/i;
var begins = /^[\s(]*(select|insert\s+into|update\s+\S+\s+set|delete\s+from|with|alter\s+table|create|truncate|copy|drop)\b/i;
var namesTable = /\b(from|join|update|into|table)\s+["`[]?[a-z_]/i;
function sqlCertainty(text, { column, table }) {
  if (!statement.test(text)) return null;
  const named2 = (name) => name !== null && new RegExp(`(?<![\\w$])${name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?![\\w$])`, "i").test(text);
  const inTable = named2(table);
  if (column === null) return inTable ? "certain" : null;
  if (!named2(column)) return null;
  if (inTable) return "certain";
  return begins.test(text) && !namesTable.test(text) ? "possible" : null;
}

// src/usage/classify.ts
var python = (certainty, how) => ({ certainty, kind: "Python", how });
function classifyField(spot, at) {
  switch (spot.kind) {
    case "attribute":
      return attribute(spot, at);
    case "keyword":
      return keyword(spot, at);
    case "string":
      return string(spot, at);
    case "assigned": {
      const about = aboutClass(spot.scopes, at);
      return about?.owner === "ours" && at.names.fields.has(spot.name) ? python("certain", codeSpan(`${spot.scopes.at(-1).name}.${spot.name}`)) : null;
    }
    default:
      return null;
  }
}
function attribute({ receiver, name, called, ...spot }, at) {
  if (called && at.names.fields.has(name)) return null;
  if (receiver === null || !receiver.rooted) return python("possible", "attribute");
  const how = `attribute of ${codeSpan(receiver.names.at(-1))}`;
  const last = receiver.names.at(-1);
  if (receiver.names.length === 1 && (last === "self" || last === "cls")) {
    const about = aboutClass(spot.scopes, at);
    if (about?.model) return about.owner === "ours" ? python("certain", how) : null;
    return about?.owner === "other" || at.ownAttribute(name) ? null : python("possible", how);
  }
  const owner = ownerOf(receiver, { ...spot, receiver, name, called }, at);
  if (owner.direct !== null) return owner.direct === "ours" ? python(owner.throughClass ? "certain" : "likely", how) : null;
  if (suggests(last, at.target.model)) return python("likely", how);
  if (receiver.names.length === 1 && at.imported.has(last)) return null;
  return owner.root === "other" ? null : python("possible", how);
}
function ownerOf({ names, rooted }, spot, at) {
  if (!rooted) return { direct: null, root: null, throughClass: false };
  const length = names.findIndex((name) => /^[A-Z]/.test(name)) + 1;
  const byClass = length > 0 ? at.models.ofClass(names.slice(0, length).join(".")) : null;
  const inside = names[0] === "self" || names[0] === "cls" ? aboutClass(spot.scopes, at) : null;
  const byVariable = length === 0 && inside === null ? at.variable(names[0], spot) : null;
  const bySelf = inside !== null && names.slice(1).every((name) => isQuery(name) || /^(model|queryset|get_queryset|super)$/.test(name)) ? inside.owner : null;
  const root = byClass ?? byVariable ?? bySelf;
  const rest = names.slice(Math.max(length, 1));
  return { direct: rest.every(isQuery) ? root : null, root, throughClass: byClass !== null };
}
function isQuery(name) {
  return queryParts.has(name) || keywordCalls.has(name.replace(/^a/, "")) || keywordCalls.has(name) || stringCalls.has(name) || /^a?(first|last|none|count|exists|iterator|model)$/.test(name) || name.endsWith("objects") || name === "Meta";
}
function keyword({ name, frames, ...spot }, at) {
  const lookup = lookupOf(name, at.names.fields);
  const callee2 = frames.at(-1)?.callee;
  if (lookup === null || !callee2) return null;
  return argument2(lookup.before, frames, keywordCalls, { ...spot, name, frames }, at);
}
function argument2(before, frames, calls, spot, at) {
  const callee2 = frames.at(-1).callee;
  const method = callee2.names.at(-1) ?? "";
  const how = codeSpan(`${method}()`);
  const plain = method.replace(/^a(?=get|create|update|aggregate|earliest|latest|save|refresh|bulk|in_bulk)/, "");
  const isCall = calls.has(plain);
  const made = at.models.ofClass(callee2.names.join("."));
  if (made !== null && !isCall) return made === "other" ? null : python("certain", how);
  if (callee2.names[0] === "register") return null;
  if (!isCall) return suggestsCall(method, at) ? python("likely", how) : before === null && spot.kind === "keyword" && !at.library(callee2.names[0] ?? "") ? python("possible", how) : before !== null && suggests(before, at.target.model) ? python("likely", how) : null;
  const owner = queryOwner(frames, spot, at);
  if (before !== null) return suggests(before, at.target.model) ? python("likely", how) : python("possible", how);
  if (owner.owner === "ours") return python(owner.throughClass ? "certain" : "likely", how);
  if (owner.owner === "other") return null;
  const reverse = /^(.+)_set$/.exec(callee2.names.at(-2) ?? "")?.[1];
  if (reverse !== void 0 && !suggests(reverse, at.target.model)) return null;
  const query = plainQueries.has(plain) || callee2.names.some((name) => queryParts.has(name)) || callee2.names.slice(0, -1).some((name) => suggests(name, at.target.model));
  return python(query ? "likely" : "possible", how);
}
function suggestsCall(method, { target }) {
  const model2 = target.model?.toLowerCase();
  return model2 !== void 0 && method.toLowerCase().replaceAll("_", "").includes(model2);
}
function queryOwner(frames, spot, at) {
  for (const { callee: callee2 } of frames.toReversed()) {
    if (callee2 === null || callee2.names.length === 0) continue;
    if (/^([A-Z]|get_(object|list)_or_404$)/.test(callee2.names.at(-1))) continue;
    const on = callee2.names.length > 1 ? callee2.names.slice(0, -1) : callee2.names;
    const { direct, throughClass } = ownerOf({ ...callee2, names: on }, spot, at);
    if (direct !== null) return { owner: direct, throughClass };
    if (callee2.names.length > 1) return { owner: null, throughClass: false };
  }
  const scope = spot.scopes.at(-1);
  return { owner: scope?.kind === "class" ? aboutClass(spot.scopes, at)?.owner ?? null : null, throughClass: true };
}
function string({ name, frames, scopes, ...spot }, at) {
  const lookup = lookupOf(name, at.names.fields);
  if (lookup === null) {
    const sure = sqlCertainty(name, at.names);
    return sure === null ? null : { certainty: sure, kind: "SQL", how: "SQL" };
  }
  const whole = { ...spot, name, frames, scopes };
  const call2 = frames.findLastIndex((frame) => frame.callee !== null);
  const method = frames[call2]?.callee?.names.at(-1) ?? "";
  const scope = scopes.at(-1);
  if (call2 !== -1 && (stringCalls.has(method.replace(/^a(?=earliest|latest|save|refresh|bulk|in_bulk)/, "")) || frames[call2].keyword === "update_fields")) return argument2(lookup.before, frames.slice(0, call2 + 1), /* @__PURE__ */ new Set([...stringCalls, method]), whole, at);
  if (scope?.kind === "class") {
    const about = aboutClass(scopes, at);
    const how = codeSpan([scopes.at(-2)?.kind === "class" ? scopes.at(-2).name : null, scope.name, scope.option].filter((part) => part !== null && part !== void 0).join("."));
    if (lookup.before !== null) return suggests(lookup.before, at.target.model) ? python("likely", how) : scope.option !== null && optionNames.has(scope.option) ? python("possible", how) : null;
    if (about?.owner === "ours") return python(scope.option !== null && optionNames.has(scope.option) ? "certain" : "likely", how);
    return about?.owner === "other" ? null : python("possible", how);
  }
  if (lookup.before !== null) return suggests(lookup.before, at.target.model) ? python("likely", "lookup") : null;
  if (aboutClass(scopes, at)?.owner === "ours") return python("likely", "string");
  if (/^(get|set|has|del)attr$/.test(method)) return python("possible", codeSpan(`${method}()`));
  return python("possible", "string");
}
function aboutClass(scopes, at) {
  for (const scope of scopes.toReversed()) {
    if (scope.kind !== "class") continue;
    const definition = at.classAt(scope.start);
    if (definition === null) return null;
    const about = at.models.about(definition);
    if (about.owner !== null || scope.name !== "Meta") return about;
  }
  return null;
}
function classifyModel(spot, { target, names, models }) {
  const { model: model2, app } = target;
  if (spot.kind === "string") {
    const name = spot.name.toLowerCase();
    if (model2 !== null && name === `${app}.${model2}`.toLowerCase()) return python("certain", "reference");
    const call2 = spot.frames.findLast((frame) => frame.callee !== null)?.callee?.names.at(-1) ?? "";
    if (model2 !== null && spot.name === model2) {
      if (/^get_model$|^get_registered_model$/.test(call2)) return python("likely", codeSpan(`${call2}()`));
      if (/(ForeignKey|OneToOneField|ManyToManyField|ParentalKey|GenericRelation)$/.test(call2)) return python("likely", codeSpan(`${call2}()`));
      return null;
    }
    const sure = sqlCertainty(spot.name, names);
    if (sure !== null) return { certainty: sure, kind: "SQL", how: "SQL" };
    return spot.name === names.table ? python("likely", "name of the table") : null;
  }
  if (spot.name !== model2 || spot.kind === "keyword") return null;
  const path2 = spot.receiver === null ? spot.name : [...spot.receiver.names, spot.name].join(".");
  const owner = spot.receiver !== null && !spot.receiver.rooted ? null : models.ofClass(path2);
  return owner === "other" ? null : python(owner === "ours" ? "certain" : "possible", spot.kind === "attribute" ? "attribute" : "the model's class");
}

// src/usage/tokens.ts
var pattern = /([ \t\f\r]+|\\\r?\n|#[^\n]*)|(\n)|([rbuftRBUFT]{0,2})("""(?:\\[^]|[^\\])*?"""|'''(?:\\[^]|[^\\])*?'''|"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*')|([\p{L}_][\p{L}\p{N}_]*)|(\d[\w.]*)|([^])/uy;
function* tokensOf(text, from2 = 0, to = text.length) {
  let depth = 0;
  let at = from2;
  while (at < to) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return;
    const [all, blank, newline, prefix = "", string2, name, number, operator] = match;
    const start = at;
    at += all.length;
    if (blank !== void 0 || number !== void 0) continue;
    if (newline !== void 0) {
      if (depth === 0) yield { kind: "newline", text: "\n", start };
    } else if (string2 !== void 0) {
      const quotes = /^("""|''')/.test(string2) ? 3 : 1;
      yield { kind: "string", text: string2.slice(quotes, -quotes), start };
      if (/[ft]/i.test(prefix)) yield* placeholders(text, start, at);
    } else if (name !== void 0) yield { kind: "name", text: name, start };
    else if (operator !== void 0) {
      if (operator === '"' || operator === "'") at = lineEnd(text, at);
      if ("([{".includes(operator)) depth++;
      if (")]}".includes(operator)) depth = Math.max(0, depth - 1);
      yield { kind: "operator", text: operator, start };
    }
  }
}
function* placeholders(text, from2, to) {
  const braces = /\{([^{}]+)\}/g;
  for (const match of text.slice(from2, to).matchAll(braces)) {
    const start = from2 + match.index;
    yield { kind: "operator", text: "{", start };
    for (const token of simple(match[1], start + 1)) yield token;
    yield { kind: "operator", text: "}", start: start + match[0].length - 1 };
  }
}
function* simple(text, offset) {
  for (const match of text.matchAll(/[\p{L}_][\p{L}\p{N}_]*|[^\s\w]/gu)) {
    if (/^["']$/.test(match[0])) continue;
    yield { kind: /^[\p{L}_]/u.test(match[0]) ? "name" : "operator", text: match[0], start: offset + match.index };
  }
}
function lineEnd(text, from2) {
  const found = text.indexOf("\n", from2);
  return found === -1 ? text.length : found;
}

// src/usage/spots.ts
var words = new Set("in if else elif not and or is return yield for while with as lambda assert raise del except import from global nonlocal".split(" "));
var deepest = 12;
function readSpots(text, wanted2) {
  const tokens2 = [...tokensOf(text)];
  const spots = [];
  const bindings = [];
  let frames = [];
  let scopes = [];
  let chain = null;
  let first = true;
  let importing = false;
  const add = (token, kind, receiver, index) => spots.push({ at: token.start, name: token.text, kind, receiver, frames: frames.slice(-deepest).map((frame) => ({ ...frame })), scopes: scopes.slice(-deepest).map((scope) => ({ ...scope })), called: tokens2[index + 1]?.text === "(" && tokens2[index + 1].kind === "operator" });
  for (const [index, token] of tokens2.entries()) {
    const next = tokens2[index + 1];
    if (token.kind === "newline") {
      [chain, first] = [null, true];
      continue;
    }
    const starts = first;
    first = false;
    if (starts) {
      importing = token.text === "from" || token.text === "import";
      const column = columnOf(text, token.start);
      scopes = scopes.filter((scope2) => scope2.column < column);
      if (scopes.at(-1)?.kind === "class") scopes.at(-1).option = null;
      frames = [];
    }
    if (token.kind === "string") {
      const alone2 = starts && (next === void 0 || next.kind === "newline");
      if (!alone2 && wanted2(token.text, "string")) add(token, "string", null, index);
      chain = { names: [], rooted: false };
      continue;
    }
    if (token.kind === "operator") {
      if ("([{".includes(token.text)) {
        frames.push({ bracket: token.text, callee: token.text === "(" ? chain : null, before: chain, keyword: null });
        chain = null;
      } else if (")]}".includes(token.text)) chain = frames.pop()?.before ?? { names: [], rooted: false };
      else if (token.text === "," && frames.length > 0) {
        frames.at(-1).keyword = null;
        chain = null;
      } else if (token.text !== ".") chain = null;
      continue;
    }
    const previous = tokens2[index - 1];
    if (previous?.text === "." && previous.kind === "operator") {
      if (!importing && wanted2(token.text, "name")) add(token, "attribute", chain, index);
      chain = chain === null ? { names: [token.text], rooted: false } : { ...chain, names: [...chain.names, token.text] };
      continue;
    }
    if ((token.text === "class" || token.text === "def") && next?.kind === "name" && frames.length === 0) {
      scopes.push({ kind: token.text === "class" ? "class" : "function", column: columnOf(text, tokens2[index - 1]?.text === "async" ? tokens2[index - 1].start : token.start), start: token.start, name: next.text, option: null });
      continue;
    }
    if (words.has(token.text)) {
      chain = null;
      continue;
    }
    const assigns = next?.text === "=" && tokens2[index + 2]?.text !== "=";
    const frame = frames.at(-1);
    if (assigns && frame?.bracket === "(") {
      frame.keyword = token.text;
      if (wanted2(token.text, "name")) add(token, "keyword", null, index);
      chain = null;
      continue;
    }
    if (next?.text === "=" || next?.text === "in" || next?.text === ":") {
      const from2 = classAt(tokens2, index + 2);
      if (from2 !== null) bindings.push({ at: token.start, name: token.text, from: from2, scope: scopes.findLast((scope2) => scope2.kind === "function")?.start ?? -1 });
    }
    const scope = scopes.at(-1);
    const inClass = starts && frames.length === 0 && scope?.kind === "class" && (assigns || next?.text === ":");
    if (inClass) scope.option = token.text;
    if (wanted2(token.text, "name")) add(token, inClass ? "assigned" : "name", null, index);
    chain = { names: [token.text], rooted: true };
  }
  return { spots, bindings };
}
function classAt(tokens2, index) {
  const names = [];
  for (let i = index; tokens2[i]?.kind === "name" && names.length < 8; i += 2) {
    names.push(tokens2[i].text);
    if (/^[A-Z]/.test(tokens2[i].text)) return names.join(".");
    if (tokens2[i + 1]?.text === "(" && /^a?get_(object|list)_or_404$/.test(tokens2[i].text)) return classAt(tokens2, i + 2);
    if (tokens2[i + 1]?.text !== ".") return null;
  }
  return null;
}
function columnOf(text, offset) {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

// src/usage/python-usages.ts
function pythonUsages(all, path2, text, python2) {
  const wanting = wantedBy(all);
  const { spots, bindings } = readSpots(text, (word, kind) => wanting(word, kind).size > 0);
  const own2 = all.map((one) => spots.filter((spot) => wanting(spot.name, spot.kind === "string" ? "string" : "name").has(one) && mayName(spot, one)));
  const module = own2.every((some) => some.length === 0) ? null : python2.module(path2);
  if (module === null) return [];
  const facts = { module, python: python2, bindings, imported: importedNames(module.body) };
  return all.map((one, index) => own2[index].length === 0 ? [] : namedAt(own2[index], one, facts));
}
function mayName({ kind, name, called }, { target, names }) {
  if (isWhole(target)) return true;
  if (kind === "string") return lookupOf(name, names.fields) !== null || sqlCertainty(name, names) !== null;
  return kind === "attribute" ? !(called && names.fields.has(name)) : kind !== "name";
}
function wantedBy(all) {
  const known = { name: /* @__PURE__ */ new Map(), string: /* @__PURE__ */ new Map() };
  return (text, kind) => {
    const seen = known[kind].get(text);
    if (seen) return seen;
    const found = new Set(all.filter(({ target, names }) => kind === "string" ? names.any.test(text) : names.python.has(text) || !isWhole(target) && lookupOf(text, names.fields) !== null));
    known[kind].set(text, found);
    return found;
  };
}
function isWhole({ field: field2, column }) {
  return field2 === null && column === null;
}
function namedAt(spots, { target, names }, { module, python: python2, bindings, imported: imported2 }) {
  const models = modelNames(target, module, python2);
  const variable = (name, spot) => {
    const scope = spot.scopes.findLast((one) => one.kind === "function")?.start ?? -1;
    const found = bindings.findLast((one) => one.name === name && one.at < spot.at && (one.scope === scope || one.scope === -1)) ?? bindings.find((one) => one.name === name && one.scope === scope);
    return found ? models.ofClass(found.from) : null;
  };
  const surroundings = {
    target,
    names,
    models,
    variable,
    classAt: (start) => classAt2(module.body, start),
    imported: imported2,
    library: (name) => imported2.has(name) && python2.find(python2.resolve(name, module)) === null,
    ownAttribute: (name) => new RegExp(`\\bself\\.${name.replaceAll("$", "\\$")}\\s*(:[^=\\n]+)?=[^=]`, "u").test(module.text)
  };
  return spots.flatMap((spot) => {
    if (spot.kind === "assigned" && deprecated.test(module.text.slice(spot.at, spot.at + 300))) return [];
    const verdict = isWhole(target) ? classifyModel(spot, surroundings) : classifyField(spot, surroundings);
    return verdict === null ? [] : [{ at: spot.at, verdict }];
  });
}
var deprecated = /^\w+\s*(?::[^=\n]+)?=\s*(?:\w+\.)*deprecate_field\(/u;
function classAt2(statements, start) {
  for (const statement2 of statements) {
    if (start < statement2.start || start >= statement2.end) continue;
    if (statement2.kind === "class") return statement2.start === start ? statement2 : classAt2(statement2.body, start);
    if (statement2.kind === "function" || statement2.kind === "with" || statement2.kind === "for" || statement2.kind === "while") return classAt2(statement2.body, start);
    if (statement2.kind === "if") return classAt2(statement2.then, start) ?? classAt2(statement2.otherwise, start);
    if (statement2.kind === "try") return classAt2([...statement2.body, ...statement2.handlers.flat()], start);
  }
  return null;
}
function importedNames(body) {
  return new Set(
    body.flatMap((statement2) => {
      if (statement2.kind === "import") return statement2.names.map(({ path: path2, alias }) => alias ?? path2.split(".")[0]);
      return statement2.kind === "from" ? statement2.names.map(({ name, alias }) => alias ?? name) : [];
    })
  );
}

// src/usage/template-usages.ts
var tag = /\{#.*?#\}|\{\{([^]{0,2000}?)\}\}|\{%([^]{0,2000}?)%\}/g;
var path = /"[^"\n]*"|'[^'\n]*'|(?<![\p{L}\p{N}_.|])[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+|\[[^\]\n]*\])+/gu;
function templateUsages(target, names, text) {
  if (target.field === null && target.column === null) return [];
  return [...text.matchAll(tag)].flatMap((match) => {
    const inside = match[1] ?? match[2];
    if (inside === void 0) return [];
    return [...inside.matchAll(path)].flatMap((found) => {
      const parts = found[0].replace(/\[[^\]]*\]/g, "").split(".");
      const at = parts.findIndex((part, index) => index > 0 && names.python.has(part));
      if (at === -1) return [];
      const receiver = parts[at - 1];
      const certainty = suggests(receiver, target.model) ? "likely" : "possible";
      return [{ at: match.index + 2 + found.index, verdict: { certainty, kind: "template", how: `attribute of ${codeSpan(receiver)}` } }];
    });
  });
}

// src/usage/word-index.ts
var identifier = /[\p{L}_][\p{L}\p{N}_]*/gu;
function wordIndex(all) {
  const byWord = /* @__PURE__ */ new Map();
  for (const one of all) for (const word of one.names.words) byWord.set(keyOf2(word), [...byWord.get(keyOf2(word)) ?? [], one]);
  return (text) => {
    const found = /* @__PURE__ */ new Set();
    const seen = /* @__PURE__ */ new Set();
    for (const [word] of text.matchAll(identifier)) {
      if (seen.has(word)) continue;
      seen.add(word);
      for (const part of word.includes("__") ? [word, ...word.split("__")] : [word]) for (const one of byWord.get(part) ?? []) found.add(one);
    }
    return found;
  };
}
function keyOf2(name) {
  return /^[\p{L}\p{N}_]+/u.exec(name)[0];
}

// src/usage/types.ts
var certainties = ["certain", "likely", "possible"];

// src/usage/usages.ts
var defaultLimits = { files: 1500, found: 500 };
var longestLine = 160;
function usagesOf(targets2, files, python2, limits = defaultLimits) {
  const searches = targets2.flatMap((target) => {
    const names = namesOf(target);
    return names === null ? [] : [{ target, names, files: 0, found: [] }];
  });
  const naming = wordIndex(searches);
  let unread = 0;
  for (const path2 of files.paths) {
    const text = files.text(path2);
    if (text === null) unread += 1;
    if (text === null || text.includes("\0")) continue;
    const here = [...naming(text)].filter((search) => ++search.files <= limits.files);
    if (here.length > 0) lookInto(here, path2, text, python2);
  }
  const said = unread === 0 ? [] : [`${unread} of ${files.paths.length} files could not be read.`];
  const found = new Map(searches.map((search) => [search.target, resultOf(search, limits, said)]));
  return new Map(targets2.map((target) => [target, found.get(target) ?? { found: [], leftOut: [], incomplete: false }]));
}
function resultOf({ files, found }, limits, unread) {
  const leftOut = [...unread];
  if (files > limits.files) leftOut.push(`${files} files hold the name; the first ${limits.files} of them were looked at.`);
  if (found.length > limits.found) leftOut.push(`${found.length} places were found; the first ${limits.found} of them are listed.`);
  return { found: found.toSorted(bySurest).slice(0, limits.found), leftOut, incomplete: files > limits.files };
}
function lookInto(searches, path2, text, python2) {
  const places = isTemplate(path2) ? searches.map(({ target, names }) => templateUsages(target, names, text)) : pythonUsages(searches, path2, text, python2);
  if (places.every((some) => some.length === 0)) return;
  const lineAt = lineFinder(text);
  const lines2 = text.split("\n");
  const test = isTest(path2);
  for (const [index, search] of searches.entries()) {
    const byLine = /* @__PURE__ */ new Map();
    for (const { at, verdict } of places[index] ?? []) {
      const line = lineAt(at);
      const known = byLine.get(line);
      if (known && certainties.indexOf(known.certainty) <= certainties.indexOf(verdict.certainty)) continue;
      byLine.set(line, { path: path2, line, text: shortened(lines2[line - 1] ?? ""), ...verdict, test });
    }
    search.found.push(...byLine.values());
  }
}
function shortened(line) {
  const text = line.trim();
  return text.length <= longestLine ? text : `${text.slice(0, longestLine - 1).replace(/[\ud800-\udbff]$/, "")}\u2026`;
}
function bySurest(a, b) {
  return Number(a.test) - Number(b.test) || certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty) || compare(a.path, b.path) || a.line - b.line;
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/history/usage.ts
var UsageSearch = class {
  #source;
  #parser;
  #config;
  #files = null;
  #known = /* @__PURE__ */ new Map();
  constructor(source, parser, config) {
    this.#source = source;
    this.#parser = parser;
    this.#config = config;
  }
  /** Where code names each of the targets, for the project. Throws nothing. */
  async of(targets2, { root, apps }) {
    if (targets2.length === 0) return /* @__PURE__ */ new Map();
    const { paths: all, texts: texts2, leftOut } = await (this.#files ??= readFiles(this.#source, this.#config));
    const paths = all.filter((path2) => !apps.some(({ migrationsFolder }) => path2.startsWith(migrationsFolder)));
    const known = new Set(paths);
    const text = (path2) => textOf(texts2.get(path2));
    const python2 = createPython(this.#parser, { has: (path2) => known.has(path2), text, roots: rootsOf(root) });
    const key = ({ app, model: model2, field: field2, column, table }) => JSON.stringify([root, app, model2, field2, column, table]);
    const fresh = [...new Map(targets2.flatMap((target) => this.#known.has(key(target)) ? [] : [[key(target), target]])).values()];
    for (const [target, usages] of usagesOf(fresh, { paths, text }, python2)) {
      this.#known.set(key(target), summaryOf(target, { ...usages, leftOut: [...leftOut, ...usages.leftOut], incomplete: leftOut.length > 0 || usages.incomplete }));
    }
    return new Map(targets2.map((target) => [target, this.#known.get(key(target))]));
  }
};
var most2 = { files: 8e3, bytes: 8e7 };
async function withUsages(migrations2, bound, search, project) {
  return withTargets(migrations2, bound, search, project, () => true, (record, usages) => ({ ...record, usages }));
}
async function withStillNamed(migrations2, bound, search, project) {
  const isContract = ({ phase, breaks }) => phase === "contract" && !breaks.some(({ release }) => release === "running");
  return withTargets(migrations2, bound, search, project, isContract, (record, usages) => ({ ...record, findings: [...record.findings, ...stillNamedFindings(record, usages)] }));
}
async function withTargets(migrations2, bound, search, project, among, told2) {
  const goes2 = new Map(migrations2.flatMap((migration) => migration.operations.filter(among).map((record) => [record, goingAway(migration.app, record.operation, [...record.statements, ...record.deferred].flatMap(changesOf), bound)])));
  const summaries = await search.of([...goes2.values()].flat(), project);
  if (summaries.size === 0) return migrations2;
  return migrations2.map((migration) => ({
    ...migration,
    operations: migration.operations.map((record) => {
      const usages = (goes2.get(record) ?? []).flatMap((target) => summaries.get(target) ?? []);
      return usages.length === 0 ? record : told2(record, usages);
    })
  }));
}
async function pendingUsages(pending, bound, search, project) {
  const targets2 = new Map(pending.flatMap((one) => one.what === "column" || one.what === "table" || one.what === "field" ? [[one, targetOf(one, bound)]] : []));
  const summaries = await search.of([...targets2.values()], project);
  return new Map([...targets2].flatMap(([one, target]) => summaries.has(target) ? [[one, summaries.get(target)]] : []));
}
function targetOf({ table, name, leftBy }, bound) {
  const model2 = modelOfTable(table, bound);
  return { app: model2?.app ?? leftBy?.split(".")[0] ?? "", model: name === null ? null : model2?.name ?? null, field: null, column: name, table };
}
function rootsOf(root) {
  const folder = root === "" || root.endsWith("/") ? root : `${root}/`;
  return [.../* @__PURE__ */ new Set([folder, `${folder}src/`, "", "src/"])];
}
async function readFiles(source, config) {
  const leftOut = [];
  const texts2 = /* @__PURE__ */ new Map();
  try {
    const excluded = excludes(config.exclude);
    const entries = (await source.list()).filter((entry) => !excluded(entry.path));
    const wanted2 = new Set(wantedFiles(entries.map((entry) => entry.path)));
    let bytes = 0;
    const all = entries.filter((entry) => wanted2.has(entry.path)).toSorted((a, b) => Number(isTemplate(a.path)) - Number(isTemplate(b.path)));
    const taken = all.filter((entry, index) => index < most2.files && (bytes += entry.size ?? 0) <= most2.bytes).map((entry) => entry.path);
    if (taken.length < all.length) leftOut.push(`${all.length - taken.length} of ${all.length} files were not looked at.`);
    for (const batch of [taken.filter((path2) => !isTemplate(path2)), taken.filter(isTemplate)]) for (const [path2, text] of await source.read(batch)) texts2.set(path2, text);
    return { paths: taken, texts: texts2, leftOut };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { paths: [...texts2.keys()], texts: texts2, leftOut: [...leftOut, `Not every file could be read: ${error.message}`] };
  }
}

// src/plan/files/diff.ts
function unifiedDiff(path2, before, after) {
  if (before === after) return "";
  const { hunks } = structuredPatch(path2, path2, before, after, "", "", { context: 3 });
  const body = hunks.map((hunk) => [`@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)} @@`, ...hunk.lines].join("\n"));
  return `${[`--- ${quoted2(`a/${path2}`)}`, `+++ ${quoted2(`b/${path2}`)}`, ...body].join("\n")}
`;
}
function quoted2(name) {
  const escaped2 = name.replace(/["\\\x00-\x1f\x7f]/g, (character) => escapes[character] ?? `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`);
  return escaped2 === name ? name : `"${escaped2}"`;
}
var escapes = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "	": "\\t", "\r": "\\r" };
function range(start, lines2) {
  return lines2 === 1 ? String(start) : `${start},${lines2}`;
}

// src/plan/write/imports.ts
function importsOf(quote = '"') {
  return { quote, modules: /* @__PURE__ */ new Set(), names: /* @__PURE__ */ new Map() };
}
var attributes = [
  { prefix: "django.db.migrations.", from: "django.db", name: "migrations" },
  { prefix: "django.db.models.", from: "django.db", name: "models" },
  { prefix: "django.conf.settings.", from: "django.conf", name: "settings" }
];
var imported = /* @__PURE__ */ new Set(["django.contrib.postgres.operations", "django.contrib.postgres.constraints", "django_add_default_value"]);
function nameIn(imports, path2) {
  if (!path2.includes(".")) return path2;
  if (path2.startsWith("builtins.")) return path2.slice("builtins.".length);
  const known = attributes.find(({ prefix }) => path2.startsWith(prefix) && isAttribute(path2.slice(prefix.length)));
  if (known) {
    from(imports, known.from, known.name);
    return `${known.name}.${path2.slice(known.prefix.length)}`;
  }
  const [module, name] = split(path2);
  if (imported.has(module)) {
    from(imports, module, name);
    return name;
  }
  imports.modules.add(module);
  return path2;
}
function from(imports, module, name) {
  const names = imports.names.get(module) ?? /* @__PURE__ */ new Set();
  imports.names.set(module, names.add(name));
}
function isAttribute(rest) {
  return !rest.includes(".") || /^[A-Z]/.test(rest);
}
function split(path2) {
  const parts = path2.split(".");
  const first = parts.findIndex((part) => /^_?[A-Z]/.test(part));
  const at = first > 0 ? first : parts.length - 1;
  return [parts.slice(0, at).join("."), parts.slice(at).join(".")];
}
function importLines({ modules, names }) {
  const lines2 = [...modules].map((module) => `import ${module}`);
  for (const [module, all] of names) lines2.push(`from ${module} import ${[...all].sort().join(", ")}`);
  return lines2.sort((a, b) => compare2(a, b));
}
function compare2(a, b) {
  const [plainA, plainB] = [a.startsWith("import "), b.startsWith("import ")];
  if (plainA !== plainB) return plainA ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/plan/operations.ts
var nowhere = { path: "", line: 0 };
function operation(body) {
  return { ...body, type: body.kind, place: nowhere, lastLine: 0 };
}
function runSql(sql, reverse, stateOperations = []) {
  return operation({ kind: "RunSQL", sql: script(sql), reverseSql: script(reverse), stateOperations });
}
function script(statements) {
  if (statements.length === 1) return statements[0];
  return statements.length === 0 ? ref("django.db.migrations.RunSQL.noop") : { kind: "list", items: statements };
}
function stateOnly(stateOperations) {
  return operation({ kind: "SeparateDatabaseAndState", databaseOperations: [], stateOperations });
}
function apart(databaseOperations, stateOperations) {
  return operation({ kind: "SeparateDatabaseAndState", databaseOperations, stateOperations });
}
function runPython(name) {
  return operation({ kind: "RunPython", code: ref(name), reverseCode: ref("django.db.migrations.RunPython.noop"), atomic: null });
}
function ref(path2) {
  return { kind: "ref", path: path2, place: nowhere, text: path2 };
}
function call(path2, args, kwargs = {}) {
  return { kind: "call", path: path2, args, kwargs: new Map(Object.entries(kwargs)), unknownArgs: null, place: nowhere, text: path2 };
}
function withArguments(field2, changes) {
  const kwargs = new Map(field2.kwargs);
  for (const [name, value] of Object.entries(changes)) {
    if (value === void 0) kwargs.delete(name);
    else kwargs.set(name, value);
  }
  return { ...field2, kwargs };
}

// src/plan/write/string.ts
function pythonString(text, wanted2 = '"') {
  if (lines.test(text)) return `"""${text}"""`;
  const other = wanted2 === '"' ? "'" : '"';
  const quote = text.includes(wanted2) && !text.includes(other) ? other : wanted2;
  let body = "";
  for (const char of text) body += escaped(char, quote);
  return `${quote}${body}${quote}`;
}
var lines = /^(?!")(?:[ !#-[\]-~\n]|"(?!"|$)){2,}$(?<=\n[^]*\n[^]*)/;
function quoteOf(source) {
  const opened = (quote) => source.match(new RegExp(`(?<=[\\s([{,=:])${quote}(?!${quote})`, "g"))?.length ?? 0;
  return opened("'") > opened('"') ? "'" : '"';
}
var short = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "	": "\\t" };
function escaped(char, quote) {
  if (char === quote) return `\\${char}`;
  const known = short[char];
  if (known !== void 0) return known;
  const code2 = char.codePointAt(0);
  if (code2 < 32 || code2 >= 127 && code2 < 160) return `\\x${code2.toString(16).padStart(2, "0")}`;
  if (/[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u.test(char)) return code2 > 65535 ? `\\U${code2.toString(16).padStart(8, "0")}` : `\\u${code2.toString(16).padStart(4, "0")}`;
  return char;
}

// src/plan/write/python.ts
var Unwritable = class extends Error {
  name = "Unwritable";
};
var width = 88;
function writeValue(value, imports, indent, column = indent) {
  const flat = inline(value, imports);
  if (isOperation(value)) return exploded(value, imports, indent) ?? flat;
  if (column + flat.length + 1 <= width) return flat;
  return exploded(value, imports, indent) ?? flat;
}
function isOperation(value) {
  if (value === null || typeof value !== "object") return false;
  if (value.kind === "list") return value.items.some(isOperation);
  return value.kind === "call" && /^(django\.(db\.migrations|contrib\.postgres\.operations)|django_add_default_value)\.[A-Z]/.test(value.path);
}
function writeCall(call2, imports, indent) {
  return exploded(call2, imports, indent) ?? inline(call2, imports);
}
function inline(value, imports) {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value === "string") return pythonString(value, imports.quote);
  switch (value.kind) {
    case "float":
    case "bytes":
      return value.text;
    case "list":
      return `[${value.items.map((item2) => inline(item2, imports)).join(", ")}]`;
    case "tuple":
      return `(${value.items.map((item2) => inline(item2, imports)).join(", ")}${value.items.length === 1 ? "," : ""})`;
    case "set":
      return value.items.length === 0 ? "set()" : `{${value.items.map((item2) => inline(item2, imports)).join(", ")}}`;
    case "dict":
      return `{${value.entries.map(([key, item2]) => `${inline(key, imports)}: ${inline(item2, imports)}`).join(", ")}}`;
    case "ref":
      return nameIn(imports, importable(value.path));
    case "call":
      return `${callee(value, imports)}(${argumentsOf(value).map(([name, item2]) => `${name === null ? "" : `${name}=`}${inline(item2, imports)}`).join(", ")})`;
    case "binary":
      return `${operand(value.left, imports)} ${value.operator} ${operand(value.right, imports)}`;
    case "unary":
      return `${value.operator}${value.operator === "not" ? " " : ""}${operand(value.operand, imports)}`;
    case "unknown":
      throw new Unwritable(`${codeSpan(value.text.replace(/\s+/g, " "))}: ${value.reason}`);
  }
}
function operand(value, imports) {
  const text = inline(value, imports);
  return typeof value === "object" && value !== null && value.kind === "binary" ? `(${text})` : text;
}
function exploded(value, imports, indent) {
  if (value === null || typeof value !== "object") return null;
  const [inner, outer] = [" ".repeat(indent + 4), " ".repeat(indent)];
  const lines2 = (items) => items.map(([prefix, item2]) => `${inner}${prefix}${writeValue(item2, imports, indent + 4, indent + 4 + prefix.length)},
`).join("");
  switch (value.kind) {
    case "list":
    case "tuple":
    case "set": {
      if (value.items.length === 0) return null;
      const [open, close] = value.kind === "list" ? ["[", "]"] : value.kind === "tuple" ? ["(", ")"] : ["{", "}"];
      return `${open}
${lines2(value.items.map((item2) => ["", item2]))}${outer}${close}`;
    }
    case "dict":
      return value.entries.length === 0 ? null : `{
${lines2(value.entries.map(([key, item2]) => [`${inline(key, imports)}: `, item2]))}${outer}}`;
    case "call": {
      const given = argumentsOf(value);
      return given.length === 0 ? null : `${callee(value, imports)}(
${lines2(given.map(([name, item2]) => [name === null ? "" : `${name}=`, item2]))}${outer})`;
    }
    default:
      return null;
  }
}
function argumentsOf(call2) {
  if (call2.unknownArgs !== null) throw new Unwritable(`not all arguments of ${codeSpan(call2.text)} can be read`);
  return [...call2.args.map((item2) => [null, item2]), ...call2.kwargs];
}
function callee(call2, imports) {
  if (call2.on !== void 0) return `${operand(call2.on, imports)}.${call2.path.slice(call2.path.lastIndexOf(".") + 1)}`;
  return nameIn(imports, importable(call2.path));
}
function importable(path2) {
  if (path2.split(".").some((part) => !/^[A-Za-z_]\w*$/.test(part))) throw new Unwritable(`${codeSpan(path2)} cannot be imported`);
  return path2;
}

// src/plan/write/operation.ts
function operationCall(operation2) {
  switch (operation2.kind) {
    case "AddField":
    case "AlterField": {
      const kwargs = [["model_name", operation2.model.toLowerCase()], ["name", operation2.field.name], ["field", fieldCall(operation2.field)]];
      if (!operation2.preserveDefault) kwargs.push(["preserve_default", false]);
      return migrations(operation2.kind, kwargs);
    }
    case "RemoveField":
      return migrations("RemoveField", [["model_name", operation2.model.toLowerCase()], ["name", operation2.name]]);
    case "RenameField":
      return migrations("RenameField", [["model_name", operation2.model.toLowerCase()], ["old_name", operation2.from], ["new_name", operation2.to]]);
    case "RenameModel":
      return migrations("RenameModel", [["old_name", operation2.from], ["new_name", operation2.to]]);
    case "CreateModel": {
      const fields = { kind: "list", items: operation2.fields.map((field2) => ({ kind: "tuple", items: [field2.name, fieldCall(field2)] })) };
      const kwargs = [["name", operation2.name], ["fields", fields]];
      if (operation2.options.size > 0) kwargs.push(["options", { kind: "dict", entries: [...operation2.options] }]);
      if (operation2.bases.length > 0) kwargs.push(["bases", { kind: "tuple", items: operation2.bases }]);
      return migrations("CreateModel", kwargs);
    }
    case "DeleteModel":
      return migrations("DeleteModel", [["name", operation2.name]]);
    case "AlterModelTable":
      return migrations("AlterModelTable", [["name", operation2.name.toLowerCase()], ["table", operation2.table]]);
    case "AlterOrderWithRespectTo":
      return migrations("AlterOrderWithRespectTo", [["name", operation2.name.toLowerCase()], ["order_with_respect_to", operation2.field]]);
    case "AlterUniqueTogether":
      return migrations("AlterUniqueTogether", [["name", operation2.name.toLowerCase()], ["unique_together", { kind: "set", items: operation2.together.map((fields) => ({ kind: "tuple", items: [...fields] })) }]]);
    case "AddIndex":
      return operation2.concurrently ? postgres("AddIndexConcurrently", [["model_name", operation2.model.toLowerCase()], ["index", operation2.index]]) : migrations("AddIndex", [["model_name", operation2.model.toLowerCase()], ["index", operation2.index]]);
    case "RemoveIndex":
      return operation2.concurrently ? postgres("RemoveIndexConcurrently", [["model_name", operation2.model.toLowerCase()], ["name", operation2.name]]) : migrations("RemoveIndex", [["model_name", operation2.model.toLowerCase()], ["name", operation2.name]]);
    case "AddConstraint":
      return operation2.notValid ? postgres("AddConstraintNotValid", [["model_name", operation2.model.toLowerCase()], ["constraint", operation2.constraint]]) : migrations("AddConstraint", [["model_name", operation2.model.toLowerCase()], ["constraint", operation2.constraint]]);
    case "RemoveConstraint":
      return migrations("RemoveConstraint", [["model_name", operation2.model.toLowerCase()], ["name", operation2.name]]);
    case "ValidateConstraint":
      return postgres("ValidateConstraint", [["model_name", operation2.model.toLowerCase()], ["name", operation2.name]]);
    case "AddDefaultValue":
      return { ...migrations("AddDefaultValue", [["model_name", operation2.model.toLowerCase()], ["name", operation2.name], ["value", operation2.value]]), path: "django_add_default_value.AddDefaultValue" };
    case "RunSQL": {
      const kwargs = [["sql", operation2.sql]];
      if (operation2.reverseSql !== null) kwargs.push(["reverse_sql", operation2.reverseSql]);
      if (operation2.stateOperations.length > 0) kwargs.push(["state_operations", list(operation2.stateOperations)]);
      return migrations("RunSQL", [...kwargs, ...optionsOf(operation2.more)]);
    }
    case "RunPython": {
      const kwargs = [["code", operation2.code]];
      if (operation2.reverseCode !== null) kwargs.push(["reverse_code", operation2.reverseCode]);
      if (operation2.atomic !== null) kwargs.push(["atomic", operation2.atomic]);
      return migrations("RunPython", [...kwargs, ...optionsOf(operation2.more)]);
    }
    case "SeparateDatabaseAndState": {
      const kwargs = [];
      if (operation2.databaseOperations.length > 0) kwargs.push(["database_operations", list(operation2.databaseOperations)]);
      if (operation2.stateOperations.length > 0) kwargs.push(["state_operations", list(operation2.stateOperations)]);
      return migrations("SeparateDatabaseAndState", kwargs);
    }
    default:
      throw new Unwritable(`the plan does not write ${operation2.type}`);
  }
}
function fieldCall(field2) {
  if (field2.unknown !== null) throw new Unwritable(field2.unknown);
  return { kind: "call", path: field2.path, args: field2.args, kwargs: field2.kwargs, unknownArgs: null, place: nowhere, text: field2.name };
}
function optionsOf({ hints, elidable } = {}) {
  return [...hints === void 0 ? [] : [["hints", hints]], ...elidable === void 0 ? [] : [["elidable", elidable]]];
}
function list(operations) {
  return { kind: "list", items: operations.map(operationCall) };
}
function migrations(name, kwargs) {
  return { kind: "call", path: `django.db.migrations.${name}`, args: [], kwargs: new Map(kwargs), unknownArgs: null, place: nowhere, text: name };
}
function postgres(name, kwargs) {
  return { ...migrations(name, kwargs), path: `django.contrib.postgres.operations.${name}` };
}

// src/plan/files/functions.ts
function carried(module, wanted2, changed = /* @__PURE__ */ new Map()) {
  const bound = module.body.map((statement2) => ({ statement: statement2, names: boundBy(statement2) }));
  if (wanted2.some((name) => bound.filter(({ names: names2 }) => names2.includes(name)).length !== 1)) return null;
  const used = new Set(wanted2);
  const taken = /* @__PURE__ */ new Set();
  for (const name of used) {
    for (const { statement: statement2, names: names2 } of bound) {
      if (!names2.includes(name) || taken.has(statement2) || name === "Migration") continue;
      taken.add(statement2);
      if (isImport(statement2)) continue;
      for (const word of wordsOf(changed.get(name) ?? textOf2(module, statement2))) used.add(word);
    }
  }
  const functions = bound.filter(({ statement: statement2 }) => taken.has(statement2) && !isImport(statement2)).map(({ statement: statement2, names: names2 }) => changed.get(names2[0]) ?? textOf2(module, statement2));
  const [modules, names] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Map()];
  for (const statement2 of taken) {
    if (statement2.kind === "import") {
      for (const { path: path2, alias } of statement2.names) if (used.has(alias ?? path2.split(".")[0])) modules.add(alias === null ? path2 : `${path2} as ${alias}`);
    }
    if (statement2.kind !== "from") continue;
    const from2 = `${".".repeat(statement2.level)}${statement2.module}`;
    for (const { name, alias } of statement2.names) if (used.has(alias ?? name)) names.set(from2, (names.get(from2) ?? /* @__PURE__ */ new Set()).add(alias === null ? name : `${name} as ${alias}`));
  }
  return { functions, modules: [...modules], names };
}
function pruned(text, module, gone) {
  let left = text;
  const freed = new Set(gone.flatMap(wordsOf));
  for (const name of freed) {
    for (const statement2 of module.body) {
      const names = boundBy(statement2);
      const source = textOf2(module, statement2);
      if (!names.includes(name) || statement2.kind === "class" || !left.includes(source)) continue;
      const without = cut(left, source);
      if (names.some((one) => wordsOf(without).includes(one))) continue;
      left = without;
      for (const word of wordsOf(source)) freed.add(word);
    }
  }
  return left;
}
function cut(text, source) {
  const start = text.indexOf(source);
  const rest = text.slice(start + source.length).replace(/^[ \t]*(\r?\n)+/, "");
  const before = text.slice(0, start);
  return before + rest;
}
function isImport(statement2) {
  return statement2.kind === "import" || statement2.kind === "from";
}
function boundBy(statement2) {
  switch (statement2.kind) {
    case "function":
    case "class":
      return [statement2.name];
    case "assign":
      return statement2.targets.flatMap((target) => target.kind === "name" ? [target.path] : []);
    case "import":
      return statement2.names.map(({ path: path2, alias }) => alias ?? path2.split(".")[0]);
    case "from":
      return statement2.names.map(({ name, alias }) => alias ?? name);
    default:
      return [];
  }
}
function textOf2({ text }, statement2) {
  const first = "decorators" in statement2 ? statement2.decorators?.[0] : void 0;
  const start = first && first.start < statement2.start ? text.lastIndexOf("@", first.start) : statement2.start;
  return text.slice(start, statement2.end);
}
function wordsOf(text) {
  return [...new Set(text.match(/[A-Za-z_]\w*/g) ?? [])];
}

// src/plan/write/migration.ts
function writeMigration(file) {
  const imports = importsOf();
  for (const module of file.modules) imports.modules.add(module);
  from(imports, "django.db", "migrations");
  for (const [module, names] of file.names) for (const name of names) from(imports, module, name);
  const operations = file.operations.map((operation2) => `        ${writeOperation(operation2, imports, 8)},
`).join("");
  const dependencies = file.dependencies.map(([app, name]) => `        (${pythonString(app)}, ${pythonString(name)}),
`).join("");
  const comments = file.comments.map((line) => `# ${line}
`).join("");
  return [
    comments,
    `${importBlock(imports)}

`,
    ...file.functions.map((text) => `
${text}

`),
    "\nclass Migration(migrations.Migration):\n",
    file.atomic ? "" : "    atomic = False\n\n",
    `    dependencies = [
${dependencies}    ]

`,
    operations === "" ? "    operations = []\n" : `    operations = [
${operations}    ]
`
  ].join("").replace(/\n{4,}/g, "\n\n\n");
}
function writeOperation(operation2, imports, indent) {
  return writeCall(operationCall(operation2), imports, indent);
}
function importBlock(imports) {
  const lines2 = importLines(imports);
  const standard = lines2.filter((line) => /^import (uuid|datetime|decimal|secrets|random|string|re|math)$/.test(line));
  const rest = lines2.filter((line) => !standard.includes(line));
  return [standard.join("\n"), rest.join("\n")].filter((block) => block !== "").join("\n\n");
}

// src/plan/files/rewrite.ts
function rewrite(module, migration, replacements2, options) {
  const list2 = operationList(module, migration);
  if (list2 === null) return null;
  const { text } = module;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const imports = importsOf(quoteOf(text));
  const apart2 = list2.items.every((item2) => hasOwnLines(text, item2));
  const edited = apart2 ? replaceLines(text, list2, replacements2, options, imports) : text.slice(0, list2.start) + rebuilt(text, list2, replacements2, options, imports) + text.slice(list2.end);
  const lines2 = edited.split(/\r?\n/);
  addFunctions(lines2, options.added ?? []);
  if (!options.atomic && migration.atomic) setNonAtomic(lines2, migration);
  addImports(lines2, imports);
  const changed = [...options.functions ?? []].reduce((result, [name, by]) => withFunction(result, module, name, by), lines2.join(newline));
  return pruned(changed, module, [...replacements2.keys()].map((index) => text.slice(list2.items[index].start, list2.items[index].end)));
}
function withFunction(text, module, name, by) {
  const definition = module.body.find((one) => one.kind === "function" && one.name === name);
  return definition ? text.replace(module.text.slice(definition.start, definition.end), () => by) : text;
}
function operationList(module, migration) {
  const definition = module.body.find((one) => one.kind === "class" && one.name === "Migration");
  const assigned = definition?.kind === "class" ? definition.body.filter((one) => one.kind === "assign" && one.targets.some((target) => target.kind === "name" && target.path === "operations")) : [];
  const [only] = assigned;
  if (assigned.length !== 1 || only?.kind !== "assign" || only.value.kind !== "list") return null;
  const { items } = only.value;
  const same = items.length === migration.operations.length && items.every((item2, index) => item2.kind === "call" && migration.operations[index].place.path === module.path && migration.operations[index].place.line === module.lineAt(item2.start));
  return same ? { start: only.value.start, end: only.value.end, items } : null;
}
function hasOwnLines(text, { start, end }) {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const after = text.slice(end, lineEnd2(text, end));
  return /^\s*$/.test(before) && /^,?\s*(#.*)?$/.test(after);
}
function lineEnd2(text, at) {
  const found = text.indexOf("\n", at);
  return found < 0 ? text.length : found;
}
function replaceLines(text, list2, replacements2, { comments }, imports) {
  const { items } = list2;
  if (items.length > 0 && items.every((_, index) => replacements2.get(index)?.length === 0)) return `${text.slice(0, list2.start)}[]${text.slice(list2.end)}`;
  let result = text;
  for (const index of [...replacements2.keys()].sort((a, b) => b - a)) {
    const { start, end } = items[index];
    const first = text.lastIndexOf("\n", start - 1) + 1;
    const indent = start - first;
    const lines2 = [...commentsAt(index, replacements2, comments), ...replacements2.get(index).map((operation2) => `${writeOperation(operation2, imports, indent)},`)];
    result = result.slice(0, first) + lines2.map((line) => `${" ".repeat(indent)}${line}
`).join("") + result.slice(Math.min(text.length, lineEnd2(text, end) + 1));
  }
  return result;
}
function commentsAt(index, replacements2, comments) {
  return (replacements2.get(index) ?? []).length === 0 ? [] : (comments.get(index) ?? []).map((line) => `# ${line}`);
}
function rebuilt(text, { start, items }, replacements2, { comments }, imports) {
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const outer = /^\s*/.exec(line)[0];
  const inner = `${outer}    `;
  const written4 = items.flatMap((item2, index) => {
    const instead = replacements2.get(index);
    return instead === void 0 ? [`${text.slice(item2.start, item2.end)},`] : [...commentsAt(index, replacements2, comments), ...instead.map((operation2) => `${writeOperation(operation2, imports, inner.length)},`)];
  });
  return written4.length === 0 ? "[]" : `[
${written4.map((one) => `${inner}${one}
`).join("")}${outer}]`;
}
function addFunctions(lines2, functions) {
  const at = lines2.findIndex((line) => /^class\s+Migration\b/.test(line));
  for (const text of functions) lines2.splice(at, 0, ...text.split("\n"), "", "");
}
function setNonAtomic(lines2, migration) {
  const at = lines2.findIndex((line, index) => index >= migration.line - 1 && /^\s*class\s+\w.*:\s*(#.*)?$/.test(line));
  if (at >= 0) lines2.splice(at + 1, 0, "    atomic = False", "");
}
function addImports(lines2, { modules, names }) {
  for (const [module, wanted2] of names) {
    const at = lines2.findIndex((line2) => line2.startsWith(`from ${module} import `) && !/[(\\#]/.test(line2));
    const has = at < 0 ? [] : lines2[at].slice(`from ${module} import `.length).split(",").map((name) => name.trim());
    const missing2 = [...wanted2].filter((name) => !has.includes(name));
    if (missing2.length === 0) continue;
    const line = `from ${module} import ${[...has, ...missing2].sort().join(", ")}`;
    if (at >= 0) lines2[at] = line;
    else insert(lines2, line);
  }
  for (const module of modules) if (!lines2.includes(`import ${module}`)) insert(lines2, `import ${module}`);
}
function insert(lines2, line) {
  const rank = (text) => `${text.startsWith("import ") ? "0" : "1"}${text}`;
  const imports = lines2.flatMap((text, index) => /^(import|from) \S/.test(text) ? [index] : []);
  const after = imports.findLast((index) => rank(lines2[index]) < rank(line));
  lines2.splice(after === void 0 ? imports[0] ?? 0 : after + 1, 0, line);
}

// src/plan/models/same.ts
function sameValue(a, b) {
  if (a === b) return true;
  if (a === void 0 || b === void 0) return false;
  const [first, second] = [written(a), written(b)];
  return first !== null && first === second;
}
function sameField(a, b) {
  if (a === b) return true;
  if (a.path !== b.path || a.args.length !== b.args.length || a.kwargs.size !== b.kwargs.size) return false;
  return a.args.every((value, index) => sameValue(value, b.args[index])) && [...a.kwargs].every(([name, value]) => sameValue(value, b.kwargs.get(name)));
}
function written(value) {
  try {
    return writeValue(value, importsOf(), 0);
  } catch (error) {
    if (error instanceof Unwritable) return null;
    throw error;
  }
}

// src/plan/models/edit.ts
function editModels(module, edits) {
  const imports = importsOf(quoteOf(module.text));
  const all = [];
  for (const edit of edits) {
    const found = editClass(module, edit, imports);
    if (found === null) return null;
    all.push(...found);
  }
  let text = module.text;
  for (const { start, end, text: by } of all.sort((a, b) => b.start - a.start || b.end - a.end)) text = text.slice(0, start) + by + text.slice(end);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const lines2 = text.split(/\r?\n/);
  addImports(lines2, imports);
  return lines2.join(newline);
}
function editClass(module, { definition, from: from2, to }, imports) {
  const edits = [];
  let after = null;
  for (const name of from2.fields.keys()) {
    if (to.fields.has(name)) continue;
    const statement2 = assignment(definition.body, name);
    if (!statement2) return null;
    edits.push(withoutLines(module, statement2));
  }
  for (const [name, field2] of to.fields) {
    const old = from2.fields.get(name);
    const statement2 = assignment(definition.body, name);
    if (old && statement2) after = statement2;
    if (old && sameField(old, field2)) continue;
    if (!old) {
      const at = after ?? definition.body.find((one) => one.kind === "assign") ?? null;
      if (!at) return null;
      edits.push(newField(module, field2, at, after !== null, imports));
      continue;
    }
    const changed = statement2 && changeField(module, statement2.value, old, field2, imports);
    if (!changed) return null;
    edits.push(...changed);
  }
  const meta = editMeta(module, definition, from2, to, imports);
  return meta && [...edits, ...meta];
}
function assignment(body, name) {
  return body.find((one) => one.kind === "assign" && one.targets.length === 1 && one.targets[0].kind === "name" && one.targets[0].path === name) ?? null;
}
function withoutLines({ text }, { start, end }) {
  const first = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", end);
  return { start: first, end: next < 0 ? text.length : next + 1, text: "" };
}
function withoutBlankLine(text, edit) {
  const blank = /\n([ \t]*\r?\n)$/.exec(text.slice(0, edit.start));
  return blank ? { ...edit, start: edit.start - blank[1].length } : edit;
}
function newField({ text }, field2, at, below, imports) {
  const indent = at.start - (text.lastIndexOf("\n", at.start - 1) + 1);
  const value = writeValue(inModels(fieldCall(field2)), imports, indent, indent + field2.name.length + 3);
  const line = `${" ".repeat(indent)}${field2.name} = ${value}
`;
  if (!below) {
    const first = text.lastIndexOf("\n", at.start - 1) + 1;
    return { start: first, end: first, text: line };
  }
  const next = text.indexOf("\n", at.end);
  return next < 0 ? { start: text.length, end: text.length, text: `
${line}` } : { start: next + 1, end: next + 1, text: line };
}
function inModels(call2) {
  const kwargs = new Map([...call2.kwargs].map(([name, value]) => [name, typeof value === "object" && value !== null && value.kind === "ref" && value.path.startsWith("django.db.models.deletion.") ? { ...value, path: value.path.replace("models.deletion.", "models.") } : value]));
  return { ...call2, kwargs };
}
function changeField({ text }, value, from2, to, imports) {
  if (value.kind !== "call") return null;
  if (from2.path !== to.path) return [{ start: value.start, end: value.end, text: writeValue(inModels(fieldCall(to)), imports, 4) }];
  const edits = [];
  const added3 = [];
  for (const name of /* @__PURE__ */ new Set([...from2.kwargs.keys(), ...to.kwargs.keys()])) {
    const [old, next] = [from2.kwargs.get(name), to.kwargs.get(name)];
    if (sameValue(old, next)) continue;
    const written4 = value.args.find((argument3) => argument3.kind === "keyword" && argument3.name === name)?.value ?? (name === "to" ? value.args.find((argument3) => argument3.kind === "positional")?.value : void 0);
    if (next === void 0) {
      if (written4) edits.push(withoutArgument(text, value, name, written4));
    } else if (written4) edits.push({ start: written4.start, end: written4.end, text: writeValue(next, imports, 8) });
    else added3.push(`${name}=${writeValue(next, imports, 8)}`);
  }
  if (added3.length > 0) edits.push(newArguments(text, value, added3));
  return edits;
}
function newArguments(text, call2, added3) {
  const last = call2.args.at(-1)?.value;
  if (!last) return { start: call2.end - 1, end: call2.end - 1, text: added3.join(", ") };
  if (!text.slice(last.end, call2.end).includes("\n")) return { start: last.end, end: last.end, text: `, ${added3.join(", ")}` };
  const line = text.lastIndexOf("\n", last.start - 1) + 1;
  const indent = /^\s*/.exec(text.slice(line))[0];
  return { start: last.end, end: last.end, text: added3.map((one) => `,
${indent}${one}`).join("") };
}
function withoutArgument(text, call2, name, written4) {
  const start = text.lastIndexOf(name, written4.start);
  const before = /,\s*$/.exec(text.slice(call2.callee.end, start));
  if (before) return { start: start - before[0].length, end: written4.end, text: "" };
  const after = /^\s*,\s*/.exec(text.slice(written4.end, call2.end));
  return { start, end: written4.end + (after?.[0].length ?? 0), text: "" };
}
function editMeta(module, definition, from2, to, imports) {
  const { text } = module;
  const meta = definition.body.find((one) => one.kind === "class" && one.name === "Meta") ?? null;
  const edits = [];
  const table = to.options.get("db_table");
  if (!sameValue(from2.options.get("db_table"), table)) {
    const written4 = meta && assignment(meta.body, "db_table");
    if (typeof table !== "string") {
      if (!written4) return null;
      edits.push(meta.body.length === 1 ? withoutBlankLine(text, withoutLines(module, meta)) : withoutLines(module, written4));
    } else if (written4) edits.push({ start: written4.value.start, end: written4.value.end, text: pythonString(table, imports.quote) });
    else edits.push(newMetaLine(text, definition, meta, `db_table = ${pythonString(table, imports.quote)}`));
  }
  for (const list2 of ["indexes", "constraints"]) {
    const gone = [...from2[list2].keys()].filter((name) => !to[list2].has(name));
    const added3 = [...to[list2]].filter(([name]) => !from2[list2].has(name));
    if (gone.length === 0 && added3.length === 0) continue;
    const written4 = meta && assignment(meta.body, list2);
    if (!written4 || written4.value.kind !== "list" && written4.value.kind !== "tuple") return null;
    const kept = written4.value.items.filter((item2) => !gone.includes(nameOf2(item2) ?? ""));
    if (kept.length !== written4.value.items.length - gone.length) return null;
    const items = [...kept.map((item2) => text.slice(item2.start, item2.end)), ...added3.map(([, value]) => writeValue(value, imports, 12))];
    edits.push({ start: written4.value.start, end: written4.value.end, text: items.length === 0 ? "[]" : `[
${items.map((item2) => `            ${item2},
`).join("")}        ]` });
  }
  return edits;
}
function newMetaLine(text, definition, meta, line) {
  if (meta) {
    const first = meta.body[0];
    return { start: first.start, end: first.start, text: `${line}
${" ".repeat(first.start - (text.lastIndexOf("\n", first.start - 1) + 1))}` };
  }
  const fields = definition.body.filter((one) => one.kind === "assign");
  const last = fields.at(-1) ?? definition.body.at(-1);
  const next = text.indexOf("\n", last.end);
  const at = next < 0 ? text.length : next + 1;
  return { start: at, end: at, text: `${next < 0 ? "\n" : ""}
    class Meta:
        ${line}
` };
}
function nameOf2(item2) {
  if (item2.kind !== "call") return null;
  const name = item2.args.find((argument3) => argument3.kind === "keyword" && argument3.name === "name")?.value;
  return name?.kind === "string" ? name.value : null;
}

// src/plan/models/files.ts
function wantedFiles2(paths, migrations2) {
  const folders = new Set(migrations2.flatMap(({ path: path2 }) => path2 === null ? [] : [appFolder(path2)]));
  return paths.filter((path2) => [...folders].some((folder) => path2 === `${folder}models.py` || path2.startsWith(`${folder}models/`) && path2.endsWith(".py")));
}
function appFolder(migration) {
  return /^(.*\/)?[^/]+\/[^/]+$/.exec(migration)?.[1] ?? "";
}
function modelFiles(paths, migrations2, state, overlay, text) {
  const texts2 = new Map(paths.flatMap((path2) => text(path2) === null ? [] : [[path2, text(path2)]]));
  const apps = new Map(migrations2.flatMap(({ app, path: path2 }) => path2 === null ? [] : [[app, appFolder(path2)]]));
  let now2 = state;
  return {
    to(next) {
      const found = /* @__PURE__ */ new Map();
      const keep = (key, { path: path2, text: before }, whole) => {
        texts2.set(path2, whole);
        found.set(key, { path: path2, kind: "diff", language: "diff", text: unifiedDiff(path2, before, whole), before, whole });
      };
      const changed = [...next.models].filter(([key, model2]) => now2.models.has(key) && differs(now2.models.get(key), model2));
      for (const [key, model2] of changed) {
        const folder = apps.get(model2.app);
        const python2 = overlay(texts2);
        const place = folder === void 0 ? null : findClass(python2, texts2, folder, model2.name);
        const edited = place && tried(place.module, { definition: place.definition, from: now2.models.get(key), to: model2 });
        if (place === null || edited === null) {
          const code2 = inWords(now2.models.get(key), model2);
          if (code2 !== null) found.set(key, { path: place?.module.path ?? `${folder ?? ""}models.py`, kind: "code", language: "python", text: code2 });
          continue;
        }
        if (edited !== place.module.text) keep(key, place.module, edited);
      }
      for (const [key, model2] of [...now2.models].filter(([one]) => !next.models.has(one))) {
        const place = findClass(overlay(texts2), texts2, apps.get(model2.app) ?? "", model2.name);
        if (place) keep(key, place.module, withoutClass(place.module.text, place.definition));
      }
      for (const [key, model2] of [...next.models].filter(([one]) => !now2.models.has(one))) {
        const folder = apps.get(model2.app) ?? "";
        const user = [...next.models.values()].find(({ app, fields }) => app === model2.app && [...fields.values()].some(({ kwargs }) => isKey(kwargs.get("through"), key)));
        const written4 = classText(model2, user === void 0);
        if (written4 === null) continue;
        const python2 = overlay(texts2);
        const module = user === void 0 ? texts2.has(`${folder}models.py`) ? python2.module(`${folder}models.py`) : null : findClass(python2, texts2, folder, user.name)?.module ?? null;
        if (module) keep(key, module, `${module.text.trimEnd()}


${written4}`);
        else found.set(key, { path: `${folder}models.py`, kind: "code", language: "python", text: written4 });
      }
      now2 = next;
      return found;
    }
  };
}
function isKey(value, key) {
  return typeof value === "string" && value.toLowerCase() === key;
}
function withoutClass(text, { start, end, decorators }) {
  const first = decorators?.[0] === void 0 ? start : text.lastIndexOf("@", decorators[0].start);
  return `${text.slice(0, first).trimEnd()}
${text.slice(end).replace(/^[ \t]*\r?\n/, "")}`;
}
function classText({ name, fields, options, uniqueTogether }, back) {
  const imports = importsOf();
  try {
    const lines2 = [...fields.values()].filter(({ kwargs }) => kwargs.get("auto_created") !== true).map((field2) => `    ${field2.name} = ${writeValue(inModels(fieldCall(field2)), imports, 4, 4 + field2.name.length + 3)}`);
    const meta = [...options].filter(([option]) => !["unique_together", "indexes", "constraints"].includes(option)).map(([option, value]) => `        ${option} = ${writeValue(value, imports, 8)}`);
    if (uniqueTogether.length > 0) meta.push(`        unique_together = {${uniqueTogether.map((names) => `(${names.map((one) => JSON.stringify(one)).join(", ")})`).join(", ")}}`);
    return `class ${name}(models.Model):
${[...back ? ["    # Until a later release takes it away: with its methods, as it was."] : [], ...lines2, ...meta.length > 0 ? ["", "    class Meta:", ...meta] : []].join("\n")}
`;
  } catch (error) {
    if (error instanceof Unwritable) return null;
    throw error;
  }
}
function inWords(from2, to) {
  const lines2 = [];
  try {
    for (const name of from2.fields.keys()) if (!to.fields.has(name)) lines2.push(`    # without ${name}`);
    for (const [name, field2] of to.fields) if (!from2.fields.has(name) || !sameField(from2.fields.get(name), field2)) lines2.push(`    ${name} = ${writeValue(fieldCall(field2), importsOf(), 4, 4 + name.length + 3)}`);
  } catch (error) {
    if (error instanceof Unwritable) return null;
    throw error;
  }
  const table = to.options.get("db_table");
  if (!sameValue(from2.options.get("db_table"), table)) lines2.push("", "    class Meta:", typeof table === "string" ? `        db_table = ${JSON.stringify(table)}` : "        # without db_table");
  for (const list2 of ["indexes", "constraints"]) {
    for (const name of from2[list2].keys()) if (!to[list2].has(name)) lines2.push(`    # Meta.${list2} without ${name}`);
    for (const name of to[list2].keys()) if (!from2[list2].has(name)) lines2.push(`    # Meta.${list2} with ${name}`);
  }
  return lines2.length === 0 ? null : `class ${to.name}(\u2026):
    \u2026
${lines2.join("\n")}
`;
}
function tried(module, edit) {
  try {
    return editModels(module, [edit]);
  } catch (error) {
    if (error instanceof Unwritable) return null;
    throw error;
  }
}
function differs(a, b) {
  if (a === b) return false;
  const fields = a.fields.size !== b.fields.size || [...a.fields].some(([name, field2]) => !b.fields.has(name) || !sameField(field2, b.fields.get(name)));
  const names = (list2) => [...a[list2].keys()].join("\n") !== [...b[list2].keys()].join("\n");
  return fields || !sameValue(a.options.get("db_table"), b.options.get("db_table")) || names("indexes") || names("constraints");
}
function findClass(python2, texts2, folder, name) {
  const found = [...texts2.keys()].filter((path2) => path2.startsWith(folder)).flatMap((path2) => {
    const module = python2.module(path2);
    if (!module || module.errors.length > 0) return [];
    return module.body.flatMap((one) => one.kind === "class" && one.name === name ? [{ module, definition: one }] : []);
  });
  return found.length === 1 ? found[0] : null;
}

// src/review/plan-input.ts
async function planInput(reviewed, source, parser) {
  const { project, migrations: migrations2 } = reviewed;
  const wanted2 = wantedFiles2((await source.list()).map((entry) => entry.path), migrations2);
  const texts2 = await source.read(wanted2);
  const modelText = (path2) => textOf(texts2.get(path2));
  return { ...reviewed, context: await walkContextOf(project, true), overlay: (files) => overlaid(project.python, parser, files), modelPaths: wanted2, modelText };
}
function overlaid(python2, parser, files) {
  const own2 = createPython(parser, { has: (path2) => files.has(path2), text: (path2) => files.get(path2) ?? null, roots: [""] });
  return { ...python2, module: (path2) => files.has(path2) ? own2.module(path2) : python2.module(path2) };
}

// src/django/models/deprecated.ts
function withoutDeprecated(state, apps) {
  const hidden = /* @__PURE__ */ new Map();
  for (const { classes } of apps) for (const [key, { deprecated: deprecated2 }] of classes) if (deprecated2.size > 0 && state.models.has(key)) hidden.set(key, deprecated2);
  if (hidden.size === 0) return state;
  const models = new Map(state.models);
  for (const [key, names] of hidden) {
    const model2 = models.get(key);
    models.set(key, { ...model2, fields: new Map([...model2.fields].filter(([name]) => !names.has(name))) });
  }
  return { models };
}

// src/history/backend.ts
function backendFindings({ setting, facts }) {
  const engine = item(item(setting("DATABASES") ?? null, "default") ?? null, "ENGINE");
  if (typeof engine !== "string" || !/(^|\.)django_zero_downtime_migrations\./.test(engine)) return [];
  const [, path2, line] = /^(.+):(\d+)$/.exec(facts.database.source) ?? [];
  const message = `The settings name ${code(engine)}: it builds indexes concurrently, adds constraints NOT VALID and validates them, and runs nothing in a transaction. SQL and waits here are those of Django's own backend.`;
  return [{ rule: otherBackend.id, level: otherBackend.level, message, place: path2 === void 0 ? null : { path: path2, line: Number(line) }, advice: otherBackend.advice }];
}

// src/django/models/compare.ts
function disagreements(base, head) {
  const found = [];
  for (const [key, now2] of head.models.classes) {
    if (now2.abstract || now2.unmanaged || now2.appLabel !== void 0) continue;
    const before = base.models.classes.get(key) ?? null;
    const [was, is] = [base.state.models.get(key), head.state.models.get(key)];
    const model2 = `${head.label}.${now2.name}`;
    if (is === void 0) {
      if (was === void 0 && before === null && now2.complete && now2.model) found.push({ changed: "model", kind: "only in the model", model: model2, field: null, place: now2.place });
      if (was !== void 0 && before !== null && now2.model && agrees(before, was)) found.push({ changed: "migration", kind: "only in the model", model: model2, field: null, place: now2.place });
      continue;
    }
    if (isUnmanaged(is)) continue;
    found.push(...fieldsOf({ before, was, now: now2, is, model: model2, base, head }));
  }
  for (const [key, before] of base.models.classes) if (isGone(key, before, base, head)) found.push({ changed: "model", kind: "only in the migrations", model: `${head.label}.${before.name}`, field: null, place: null });
  return found;
}
function fieldsOf(pair) {
  const { before, was, now: now2, is, model: model2, base, head } = pair;
  if (before === null || was === void 0) return before === null && was === void 0 ? missing(now2, is).map(([name, field2]) => ({ changed: "model", kind: "only in the model", model: model2, field: name, place: field2.place })) : [];
  if (before.unmanaged || !agrees(before, was)) return [];
  const found = missing(now2, is).map(([name, field2]) => ({ changed: was.fields.has(name) ? "migration" : "model", kind: "only in the model", model: model2, field: name, place: field2.place }));
  if (before.complete && now2.complete && !head.models.patched && unexplained(before, was).length === 0) {
    for (const name of unexplained(now2, is)) found.push({ changed: was.fields.has(name) ? "model" : "migration", kind: "only in the migrations", model: model2, field: name, place: now2.place });
  }
  for (const [name, field2] of now2.fields) {
    const [migrated, old, oldMigrated] = [is.fields.get(name), before.fields.get(name), was.fields.get(name)];
    if (!migrated || !old || !oldMigrated || difference(old, oldMigrated, base.context) !== null) continue;
    const differs2 = difference(field2, migrated, head.context);
    if (differs2 !== null) found.push({ changed: difference(field2, old, head.context) === null ? "migration" : "model", kind: "differs", model: model2, field: name, differs: differs2, place: field2.place });
  }
  return found;
}
function agrees(one, state) {
  return missing(one, state).length === 0;
}
function missing(one, state) {
  return [...one.fields].filter(([name]) => !state.fields.has(name));
}
function unexplained({ names }, { fields }) {
  return [...fields].flatMap(([name, { kwargs }]) => {
    const brought = name === "id" || kwargs.get("auto_created") === true || kwargs.get("parent_link") === true || [...names].some((other) => name.startsWith(`${other}_`) || name.startsWith(`_${other}`));
    return names.has(name) || brought ? [] : [name];
  });
}
function isUnmanaged({ options }) {
  return options.get("managed") === false || options.get("proxy") === true;
}
function isGone(key, before, base, head) {
  const { classes, mentioned, patched, whole } = head.models;
  const [was, is] = [base.state.models.get(key), head.state.models.get(key)];
  if (classes.has(key) || !whole || patched || mentioned.has("*") || mentioned.has(before.name) || was === void 0 || is === void 0) return false;
  if (before.abstract || before.unmanaged || before.appLabel !== void 0 || isUnmanaged(is)) return false;
  return before.complete && before.model && agrees(before, was) && unexplained(before, was).length === 0;
}
var decisive = [
  ["null", false],
  ["unique", false],
  ["primary_key", false],
  ["db_index", false],
  ["db_column", null],
  ["max_length", void 0],
  ["max_digits", void 0],
  ["decimal_places", void 0]
];
function difference(model2, migrations2, context) {
  const [ours, theirs] = [resolveField(model2, context), resolveField(migrations2, context)];
  if (model2.unknown !== null || migrations2.unknown !== null || ours.unknown !== null || theirs.unknown !== null) return null;
  if (ours.class.path !== theirs.class.path) return isDjangos(ours.class.path) && isDjangos(theirs.class.path) ? { model: lastOf(ours.class.path), migrations: lastOf(theirs.class.path) } : null;
  for (const [name, otherwise] of decisive) {
    const [a, b] = [ours.attributes.get(name) ?? otherwise, theirs.attributes.get(name) ?? otherwise];
    if (a === void 0 || b === void 0 || a === b || !isPlain(a) || !isPlain(b)) continue;
    return { model: `${name}=${written2(a)}`, migrations: `${name}=${written2(b)}` };
  }
  return null;
}
function isDjangos(path2) {
  return path2.startsWith("django.db.models.");
}
function isPlain(value) {
  return value === null || typeof value !== "object";
}
function written2(value) {
  return value === null ? "None" : value === true ? "True" : value === false ? "False" : typeof value === "string" ? `"${value}"` : String(value);
}
function lastOf(path2) {
  return path2.slice(path2.lastIndexOf(".") + 1);
}

// src/django/models/findings.ts
function modelFindings(found, migrationsFolder) {
  return found.map((one) => ({
    rule: one.changed === "model" ? "model-without-migration" : "migration-without-model",
    level: one.kind === "only in the model" ? "error" : "warning",
    message: messageOf(one),
    place: one.place,
    advice: one.changed === "model" ? `Run \`python manage.py makemigrations ${one.model.split(".")[0]}\` and commit the file it writes to ${code(migrationsFolder)}.` : adviceOf(one)
  }));
}
function messageOf({ changed, kind, model: model2, field: field2, differs: differs2 }) {
  const name = code(field2 === null ? model2 : `${model2}.${field2}`);
  switch (kind) {
    case "only in the model":
      return changed === "model" ? `${name} is new in the models, and no migration ${field2 === null ? "creates" : "adds"} it. The new release asks the database for it, and it is not there.` : `A migration takes ${name} away, and the model still has it: the new release goes on asking the database for it.`;
    case "only in the migrations":
      return changed === "model" ? `${name} is gone from the models, and no migration takes it out of the project state.` : `A migration adds ${name}, and the model does not have it. The next \`makemigrations\` takes it away again.`;
    case "differs":
      return `${name}: ${code(differs2.model)} in the model, ${code(differs2.migrations)} in the migrations. Only the ${changed} was edited.`;
  }
}
function adviceOf({ kind, model: model2, field: field2 }) {
  if (kind === "only in the model") return field2 === null ? `Take the class ${code(model2)} out of the models, too.` : `Take ${code(field2)} out of the model, too.`;
  return `Edit ${code(model2)} in the same pull request.`;
}

// src/history/model-edits.ts
function editedApps(base, head, changedModels, change) {
  const torn = /* @__PURE__ */ new Set([...change.edited.map(({ head: one }) => one.app), ...change.deleted.map(({ base: one }) => one.app), ...change.added.filter(hasUnknown).map(({ app }) => app)]);
  const fresh = new Set(change.added.map(({ app }) => app));
  return head.apps.filter((app) => {
    const before = base.apps.find(({ label }) => label === app.label);
    const touched = fresh.has(app.label) || modelsPaths(app.folder, changedModels).length > 0;
    return touched && before !== void 0 && before.migrations.length > 0 && app.migrations.length > 0 && head.read.has(app.label) && base.read.has(app.label) && !torn.has(app.label) && !isSkipped(app, head) && !isSkipped(before, base);
  });
}
function hasUnknown({ operations, problems }) {
  return problems.length > 0 || operations.some((operation2) => operation2.kind === "Unknown");
}
function isSkipped({ migrationsFolder }, { skipped: skipped2 }) {
  return skipped2.some(({ path: path2 }) => path2.startsWith(migrationsFolder));
}
function modelEditFindings(apps, base, head) {
  return apps.flatMap((app) => {
    const [old, now2] = [base.models.get(app.label), head.models.get(app.label)];
    if (!old || !now2) return [];
    const release = (models, { project, state }) => ({ label: app.label, models, state, context: contextOf(project) });
    return modelFindings(disagreements(release(old, base), release(now2, head)), app.migrationsFolder);
  });
}
async function readModels(project, labels) {
  const apps = project.apps.filter(({ label }) => labels.has(label));
  if (apps.length === 0) return /* @__PURE__ */ new Map();
  await project.readMore(apps.flatMap(({ folder }) => modelsPaths(folder, project.paths)));
  for (let round = 0; ; round++) {
    const context = contextOf(project);
    const models = new Map(apps.map((app) => [app.label, readAppModels(app, project.paths, context)]));
    if (round >= rounds || !await project.readMore(project.python.wanted)) return models;
  }
}
function contextOf({ facts, python: python2, setting }) {
  return { facts, python: python2, setting };
}

// src/plan/proof.ts
function rejected(courses, replayed, input) {
  if (courses.length === 0) return null;
  const planned = new Set(courses.map((course) => course.change.record));
  const records2 = input.migrations.flatMap((migration) => migration.operations);
  const known = new Set(records2.flatMap((record) => [...planned.has(record) ? [] : record.breaks, ...record.acceptedBreaks ?? []].map(wordsOf2)));
  const stuck = new Set([input.running, input.last].flatMap(({ bound, schema }) => undeletable(releaseTables(bound), schema)).map(({ constraint }) => constraint));
  for (const release of replayed) {
    const problem = release.problems[0];
    if (problem) return blame(courses, [], `the plan's own migration cannot be replayed: ${problem.message}`);
    for (const migration of release.migrations) {
      for (const record of migration.operations) {
        const broken = record.breaks.find((breakage) => !known.has(wordsOf2(breakage)) && !keptByCode(record, breakage));
        if (broken) return blame(courses, [broken.table], `its steps would still break a release: ${codeSpan(broken.statement)} on ${codeSpan(broken.table)} fails with ${codeSpan(broken.error)}`);
      }
    }
    const blocked = undeletable(releaseTables(release.after.bound), release.after.schema).find(({ constraint }) => !stuck.has(constraint));
    if (blocked) return blame(courses, [blocked.child, blocked.parent], `its steps would leave the foreign key ${codeSpan(blocked.constraint)} behind, which keeps the release that does not know it from deleting rows of ${codeSpan(blocked.parent)}`);
  }
  return null;
}
function undeletable(release, schema) {
  const none = { tables: new Map([...schema.tables].map(([name, table]) => [name, { ...table, constraints: /* @__PURE__ */ new Map() }])) };
  return blockedDeletes(release, none, schema, { tables: new Set(schema.tables.keys()), changes: [] });
}
function wordsOf2({ statement: statement2, table, column, error, release }) {
  return JSON.stringify([release, statement2, table, column, error]);
}
var rules = /* @__PURE__ */ new Set(["23505", "23514", "23P01", "1062", "3819", "4025"]);
function keptByCode({ operation: operation2 }, { code: code2, release }) {
  const databaseOnly = operation2.kind === "RunSQL" && operation2.stateOperations.length === 0 || operation2.kind === "SeparateDatabaseAndState" && operation2.stateOperations.length === 0;
  return databaseOnly && release === "running" && code2 !== null && rules.has(code2);
}
function blame(courses, tables, reason) {
  const guilty = courses.filter(({ change: { record } }) => tables.some((name) => record.breaks.some(({ table }) => table === name) || Object.keys(record.impact.locks).includes(name)));
  return (guilty.length > 0 ? guilty : courses).map((course) => ({ course, reason }));
}

// src/plan/advice.ts
function adviceWithout({ breaks, impact }, { vendor }) {
  const running = breaks.find(({ release }) => release === "running");
  if (running) return `${failing(running)} First ship a release whose code ${does(running)}; ship this operation in the next one, when no process of an older release is left.`;
  const next = breaks[0];
  if (next) return `${failing(next)} Models and database do not fit together after it: change the models or the migration until they do.`;
  const tables = Object.keys(impact.locks).map(codeSpan).join(", ");
  const give = vendor === "postgresql" ? "`SET LOCAL lock_timeout = '2s'` in a `RunSQL` before it" : isMySql(vendor) ? "`SET SESSION lock_wait_timeout = 2` in a `RunSQL` before it" : null;
  return `${impact.blocksReads ? "Reads and writes" : "Writes"} of ${tables === "" ? "its table" : tables} wait until it is done. Measure it on a copy of the database. Run it alone, in a migration of its own, when few use the table${give === null ? "" : `; ${give} lets it give up rather than queue before others`}.`;
}
function failing({ release, statement: statement2, table, error }) {
  return `${release === "running" ? "The running release's" : "The new release's"} ${statement2} on ${codeSpan(table)} would fail with ${codeSpan(error)}.`;
}
function does({ statement: statement2, table, column, code: code2, error }) {
  const name = codeSpan(column === null ? table : `${table}.${column}`);
  if (code2 !== null && rules.has(code2)) return `keeps the rule on ${name} already, and correct the rows that do not`;
  if (code2 === "23502" || /null value|default value|cannot be null/i.test(error)) return `writes a value to ${name} always, and fill the rows that have none`;
  if (/does not exist|unknown column|doesn't exist|no such/i.test(error)) return `does not use ${name} any more (leave it out of the models with \`SeparateDatabaseAndState\`, so that it stays in the database)`;
  return `gets by without that ${statement2} on ${name}`;
}

// src/plan/changes.ts
function changesOf2({ steps, migrations: migrations2, context, project, overlay }) {
  const records2 = new Map(migrations2.flatMap((migration) => migration.operations.map((record) => [`${migration.app}.${migration.name} ${record.index}`, record])));
  const python2 = overlay(/* @__PURE__ */ new Map());
  const uses = { addDefaultValue: [...project.graph.full.values()].some(({ migration }) => migration?.operations.some(({ kind }) => kind === "AddDefaultValue") ?? false) };
  const all = [];
  for (const step of steps) {
    if (step.kind !== "operation") continue;
    const { migration } = step;
    const record = records2.get(`${migration.app}.${migration.name} ${step.index}`);
    if (!record) continue;
    all.push({ migration, step, record, operation: step.operation, app: migration.app, before: step.before, after: step.after, database: project.facts.database.value, django: project.facts.django.value, context, python: python2, uses, all });
  }
  return all;
}

// src/plan/course.ts
function inRelease(release, name, operations) {
  return release === 0 ? { release, phase: "expand", does: { kind: "instead", operations } } : { release, phase: "contract", does: { kind: "file", migration: { name, atomic: true, operations } } };
}
function modelOf(point, app, name) {
  return point.bound.get(`${app}.${name.toLowerCase()}`);
}
function fieldOf(point, app, model2, name) {
  return modelOf(point, app, model2)?.field(name) ?? null;
}
function isRefused(record) {
  return record.statements.some(({ change }) => change.kind === "Unknown" && (change.reason === incompatible || change.reason === generatedModified));
}

// src/plan/sql/rows.ts
var steady = /* @__PURE__ */ new Set(["lower", "upper", "trim", "btrim", "ltrim", "rtrim", "coalesce", "nullif", "concat", "length", "substring", "substr", "replace", "abs", "round", "floor", "ceil", "greatest", "least", "cast", "in", "and", "or", "not", "when", "then", "else"]);
var more = /* @__PURE__ */ new Set(["from", "join", "returning", "order", "limit", "using", "select", "with", "as"]);
function rowsStatement(sql) {
  if (/[\\$#]|\b(current_\w+|localtime\w*)\b/i.test(sql)) return null;
  const [text, ...others] = splitScript(sql).map((one) => one.replace(/;$/, "").trim());
  if (text === void 0 || others.length > 0) return null;
  const all = tokens(text);
  const word = (token) => token?.kind === "word" ? token.text.toLowerCase() : "";
  const update = word(all[0]) === "update" && word(all[2]) === "set";
  const remove = word(all[0]) === "delete" && word(all[1]) === "from" && (all.length === 3 || word(all[3]) === "where");
  const table = update ? all[1] : remove ? all[2] : void 0;
  if (!table || table.kind !== "word" && table.kind !== "name" || table.text.includes(".")) return null;
  const at = all.findIndex((token) => word(token) === "where");
  const [head, condition] = at < 0 ? [all, []] : [all.slice(0, at), all.slice(at + 1)];
  if (all.slice(remove ? 3 : 2).some((token) => more.has(word(token)) || token.text === ";") || condition.some((token) => word(token) === "where")) return null;
  const set = targets(head);
  const values = head.filter((token, index) => !(set.has(token.text) && head[index + 1]?.text === "="));
  const repeatable = [...values.slice(3), ...condition].every((token, index, list2) => list2[index + 1]?.text !== "(" || token.kind !== "word" || steady.has(word(token))) && !values.slice(3).some((token) => token.kind !== "string" && set.has(token.text));
  return { head: text.slice(0, at < 0 ? text.length : all[at].start).trimEnd(), table: table.text, where: at < 0 ? null : text.slice(all[at].end).trim(), repeatable };
}
function targets(head) {
  const found = /* @__PURE__ */ new Set();
  let depth = 0;
  for (const [index, token] of head.entries()) {
    if (token.text === "(" && token.kind === "punctuation") depth++;
    if (token.text === ")" && token.kind === "punctuation") depth--;
    if (depth === 0 && head[index + 1]?.text === "=" && (index === 3 || head[index - 1]?.text === ",")) found.add(token.text);
  }
  return found;
}

// src/plan/data.ts
function needsPlan(record) {
  return breaksOrWaits(record) || record.operation.kind === "RemoveIndex" && record.findings.some(({ rule }) => rule === "hot-table") && Object.values(record.impact.locks).includes("ACCESS EXCLUSIVE");
}
function breaksOrWaits(record) {
  if (isRefused(record) || record.breaks.length > 0 || record.findings.some(({ rule }) => rule === "whole-table-in-one-transaction")) return true;
  return !record.onNewTable && (record.impact.blocksReads || record.impact.blocksWrites || isWholeTable(record.operation));
}
function tablesOfData({ operation: operation2, record, before, python: python2 }) {
  const models = modelsOfData(operation2, python2).flatMap((label) => modelOf(before, label.split(".")[0], label.slice(label.indexOf(".") + 1))?.table ?? []);
  const written4 = operation2.kind === "RunSQL" ? record.statements.flatMap(changesOf).flatMap((change) => change.kind === "WriteRows" && change.table !== null ? [change.table] : []) : [];
  return [.../* @__PURE__ */ new Set([...models, ...written4])];
}
function modelsOfData(operation2, python2) {
  return dataCode(operation2, python2).flatMap(({ loops, bulk }) => [...loops, ...bulk].flatMap(({ model: model2 }) => model2 === null ? [] : [model2]));
}
function onlySql({ sql }) {
  if (typeof sql === "string") return sql;
  return typeof sql === "object" && sql !== null && (sql.kind === "list" || sql.kind === "tuple") && sql.items.length === 1 && typeof sql.items[0] === "string" ? sql.items[0] : null;
}
function isWholeTable(operation2) {
  if (operation2.kind !== "RunSQL") return false;
  const sql = onlySql(operation2);
  return sql !== null && rowsStatement(sql)?.where === null;
}
function tableOf({ operation: operation2, app, before }) {
  const name = "model" in operation2 ? operation2.model : operation2.kind === "AlterUniqueTogether" || operation2.kind === "DeleteModel" ? operation2.name : null;
  return name === null ? null : modelOf(before, app, name)?.table ?? null;
}
function waitingFor(change) {
  return change.all.slice(change.all.indexOf(change) + 1).filter((other) => breaksOrWaits(other.record) && worksOn(change, other));
}
function dataBefore(change) {
  return change.all.slice(0, change.all.indexOf(change)).filter((other) => worksOn(other, change));
}
function fillsNewField(change) {
  return change.all.slice(0, change.all.indexOf(change)).some((other) => other.operation.kind === "AddField" && worksOn(change, other));
}
function requiredLater({ operation: operation2, app, all }) {
  if (operation2.kind !== "AddField" || operation2.field.kwargs.get("null") !== true) return false;
  return all.some((other) => other.operation.kind === "AlterField" && other.app === app && other.operation.model.toLowerCase() === operation2.model.toLowerCase() && other.operation.field.name === operation2.field.name && needsPlan(other.record));
}
function worksOn(data, other) {
  const table = tableOf(other);
  if (table === null || !tablesOfData(data).includes(table)) return false;
  const names = namesOf2(other.operation);
  const text = textOfData(data);
  return names.length === 0 || text === null || names.some((name) => new RegExp(`\\b${name}`).test(text));
}
function namesOf2(operation2) {
  switch (operation2.kind) {
    case "AddField":
    case "AlterField":
      return [operation2.field.name];
    case "RemoveField":
      return [operation2.name];
    case "RenameField":
      return [operation2.from, operation2.to];
    case "AddConstraint":
      return typeof operation2.constraint === "object" && operation2.constraint !== null && "text" in operation2.constraint ? [...operation2.constraint.text.matchAll(/["']([a-z]\w*?)(?:__\w+)?["']/g)].map(([, name]) => name) : [];
    case "AlterUniqueTogether":
      return operation2.together.flat();
    default:
      return [];
  }
}
function textOfData({ operation: operation2, python: python2, migration }) {
  if (operation2.kind === "RunSQL") return onlySql(operation2);
  if (operation2.kind !== "RunPython" || typeof operation2.code !== "object" || operation2.code?.kind !== "ref") return null;
  const found = python2.find(operation2.code.path);
  if (found?.kind !== "function" || found.module.path !== migration.path) return null;
  return carried(found.module, [found.definition.name])?.functions.join("\n") ?? null;
}

// src/plan/moved.ts
function moveOf(change) {
  return movesIn(change.all).find((move) => move.created === change || move.deleted === change || follows(change, move)) ?? null;
}
function movesIn(all) {
  return all.flatMap((deleted) => {
    if (deleted.operation.kind !== "DeleteModel") return [];
    const { name } = deleted.operation;
    const old = modelOf(deleted.before, deleted.app, name);
    const created = all.find((other) => other.app !== deleted.app && other.operation.kind === "CreateModel" && other.operation.name.toLowerCase() === name.toLowerCase());
    const next = created?.operation.kind === "CreateModel" ? modelOf(created.after, created.app, created.operation.name) : null;
    if (!created || !old || !next) return [];
    const text = ({ column, dbType, null: nullable }) => `${column ?? ""} ${JSON.stringify(dbType)} ${nullable}`;
    if (dataBefore(deleted).length > 0) return [];
    const same = [...old.localFields].map(text).sort().join() === [...next.localFields].map(text).sort().join() && [...old.localManyToMany].map(({ name: one }) => one).sort().join() === [...next.localManyToMany].map(({ name: one }) => one).sort().join();
    return same ? [{ created, deleted }] : [];
  });
}
function follows({ operation: operation2, app, before, after }, { created, deleted }) {
  if (operation2.kind !== "AlterField" || created.operation.kind !== "CreateModel") return false;
  const [old, next] = [fieldOf(before, app, operation2.model, operation2.field.name), fieldOf(after, app, operation2.model, operation2.field.name)];
  const key = (one) => `${one}.${created.operation.name.toLowerCase()}`;
  return old?.remote?.to === key(deleted.app) && next?.remote?.to === key(created.app) && old.column === next.column && old.dbType === next.dbType;
}

// src/plan/sql/sql-of.ts
function statementsOf(operations, app, point, context) {
  const walking = walk([migrationOf(app, operations)], point, context);
  const statements = [];
  let problem = false;
  for (let next = walking.next(); ; next = walking.next()) {
    if (next.done) return problem ? null : { statements, after: next.value };
    const step = next.value;
    if (step.kind === "operation") problem ||= step.problem !== null;
    statements.push(...step.kind === "operation" ? step.statements : step.deferred);
    problem ||= statements.some((statement2) => statement2.unknown !== null);
  }
}
function textsOf(statements) {
  const texts2 = statements.map((statement2) => statement2.sql);
  return texts2.every((text) => text !== null) ? texts2 : null;
}
function sqlOf(operations, app, point, context) {
  const made = statementsOf(operations, app, point, context);
  return made && textsOf(made.statements);
}
function migrationOf(app, operations) {
  return { app, name: "", path: null, dependencies: [], runBefore: [], replaces: [], initial: false, atomic: true, operations, problems: [], line: 0 };
}

// src/plan/files/batched.ts
var batchSize = 1e3;
function batched(module, definition, isRows) {
  const edits = [];
  for (const statement2 of definition.body) {
    if (isHarmless(statement2, module)) continue;
    const edit = batchOf(statement2, module, isRows);
    if (edit === null) return null;
    if (edits.length > 0 && fieldsSet(statement2).some((name) => named(name).test(module.text.slice(definition.start, statement2.start)))) return null;
    edits.push({ start: statement2.start, end: statement2.end, text: edit });
  }
  if (edits.length === 0 || /\bpks\b/.test(module.text.slice(definition.start, definition.end))) return null;
  let text = module.text.slice(definition.start, definition.end);
  for (const { start, end, text: by } of edits.reverse()) text = text.slice(0, start - definition.start) + by + text.slice(end - definition.start);
  return text;
}
function isHarmless(statement2, { text }) {
  if (statement2.kind === "import" || statement2.kind === "from") return true;
  if (statement2.kind === "expression" && statement2.value.kind === "string") return true;
  if (statement2.kind !== "assign") return false;
  return !/\.(get|first|last|count|exists|aggregate|create|update|delete|save|bulk_\w+|values_list|execute|in_bulk|get_or_create|update_or_create|earliest|latest)\(|\b(list|set|dict|tuple|sorted|len)\(|\[|\bfor\b/.test(text.slice(statement2.value.start, statement2.value.end));
}
function batchOf(statement2, module, isRows) {
  if (statement2.kind !== "expression" || statement2.value.kind !== "call") return null;
  const { callee: callee2, args } = statement2.value;
  if (!isRows(module.lineAt(statement2.start))) return null;
  const method = lastName(callee2);
  if (method !== "update" && !(method === "delete" && args.length === 0)) return null;
  if (!args.every((one) => one.kind === "keyword" && !/\b(Random|Now|Subquery|OuterRef|Window)\b|\b[a-z_]\w*\(/.test(sourceOf(module, one.value)))) return null;
  if (args.some((one) => fieldsSet(statement2).some((name) => named(name).test(sourceOf(module, one.value))))) return null;
  const query = module.text.slice(statement2.value.start, callee2.end).replace(/\s*\.\s*(update|delete)$/, "");
  if (/\b(order_by|reverse|distinct|values|values_list|select_for_update)\(|\[/.test(query)) return null;
  const indent = " ".repeat(statement2.start - (module.text.lastIndexOf("\n", statement2.start - 1) + 1));
  const given = module.text.slice(callee2.end, statement2.value.end);
  return [
    `rows = ${query}.order_by("pk")`,
    `pks = list(rows.values_list("pk", flat=True)[:${batchSize}])`,
    "while pks:",
    `    rows.filter(pk__in=pks).${method}${given.replaceAll("\n", "\n    ")}`,
    `    pks = list(rows.filter(pk__gt=pks[-1]).values_list("pk", flat=True)[:${batchSize}])`
  ].join(`
${indent}`);
}
function fieldsSet(statement2) {
  return statement2.kind === "expression" && statement2.value.kind === "call" ? statement2.value.args.flatMap((one) => one.kind === "keyword" ? [one.name] : []) : [];
}
function named(field2) {
  return new RegExp(`\\b${field2}(__|\\b)`);
}
function lastName(callee2) {
  if (callee2.kind === "attribute") return callee2.name;
  return callee2.kind === "name" ? callee2.path.slice(callee2.path.lastIndexOf(".") + 1) : "";
}
function sourceOf({ text }, { start, end }) {
  return text.slice(start, end);
}

// src/plan/recipes/words.ts
function slug(...parts) {
  const text = parts.join("_").toLowerCase().replace(/\W+/g, "_").replace(/_+/g, "_").replace(/^_|_$/g, "");
  return text.slice(0, 60).replace(/_$/, "");
}

// src/plan/recipes/backfill.ts
function backfill({ app, model: model2, field: field2, with: source }) {
  const name = `fill_${slug(field2)}`;
  const imports = importsOf();
  const fields = source.kind === "field" && source.converts === null ? `models.Q(${field2}__isnull=True) | ~models.Q(${field2}=models.F(${JSON.stringify(source.name)}))` : source.kind === "field" ? `${source.name}__isnull=False` : `${field2}__isnull=True`;
  const head = [
    `def ${name}(apps, schema_editor):`,
    `    ${model2} = apps.get_model(${JSON.stringify(app)}, ${JSON.stringify(model2)})`,
    `    rows = ${model2}._base_manager.using(schema_editor.connection.alias)`,
    `    rows = rows.filter(${fields}).order_by("pk")`,
    `    pks = list(rows.values_list("pk", flat=True)[:${batchSize}])`,
    "    while pks:"
  ];
  const next = `        pks = list(rows.filter(pk__gt=pks[-1]).values_list("pk", flat=True)[:${batchSize}])`;
  const all = (text) => [`        rows.filter(pk__in=pks).update(${field2}=${text})`, next];
  const each = (text) => ["        for pk in pks:", `            rows.filter(pk=pk).update(${field2}=${text})`, next];
  const body = (() => {
    switch (source.kind) {
      case "value":
        return all(writeValue(source.value, imports, 8));
      case "call":
        return each(writeValue(call(source.path, []), imports, 12));
      case "field":
        imports.names.set("django.db", /* @__PURE__ */ new Set(["models"]));
        return all(source.converts === null ? `models.F(${JSON.stringify(source.name)})` : writeValue(source.converts, imports, 8));
      case "to write":
        return [`        raise NotImplementedError("Say what ${field2} is for these rows")`];
    }
  })();
  const functions = [[...head, ...body].join("\n")];
  return {
    name: slug(model2, name),
    atomic: false,
    operations: [runPython(name)],
    functions,
    modules: [...imports.modules],
    names: imports.names,
    unknown: "Django's ORM makes the `UPDATE` statements of the backfill, one for each batch of 1,000 rows."
  };
}

// src/plan/sql/raw.ts
function alterTable(dialect, table, action) {
  return `ALTER TABLE ${dialect.quoteName(table)} ${action}`;
}
function online(dialect) {
  return isMySql(dialect.vendor) ? ", ALGORITHM=INPLACE, LOCK=NONE" : "";
}
function concurrently(sql) {
  return sql.replace(/^CREATE (UNIQUE )?INDEX /, "CREATE $1INDEX CONCURRENTLY ");
}

// src/plan/recipes/field-indexes.ts
function indexMigrations(field2, deferred, dialect, { vendor }) {
  const found = [];
  if (field2.unique) found.push(...uniqueMigrations({ table: field2.model.table, columns: [field2.column], name: uniqueName(field2, vendor), as: slug(field2.model.name, field2.name, "uniq") }, dialect));
  for (const [index, sql] of deferred.filter((text) => /^CREATE (UNIQUE )?INDEX /.test(text)).entries()) {
    const name = /^CREATE (?:UNIQUE )?INDEX (\S+)/.exec(sql)[1];
    const drop = vendor === "postgresql" ? `DROP INDEX CONCURRENTLY IF EXISTS ${name}` : `DROP INDEX ${name}${isMySql(vendor) ? ` ON ${dialect.quoteName(field2.model.table)}` : ""}`;
    found.push({ name: slug(field2.model.name, field2.name, index === 0 ? "idx" : `idx_${index + 1}`), atomic: vendor !== "postgresql", operations: [runSql([vendor === "postgresql" ? concurrently(sql) : sql], [drop])] });
  }
  return found;
}
function withoutIndex({ internalType }) {
  return { db_index: internalType === "SlugField" ? false : void 0 };
}
function uniqueMigrations({ table, columns, name, as, deferrable = null }, dialect) {
  const [quoted3, on, list2] = [dialect.quoteName(name), dialect.quoteName(table), columns.map((column) => dialect.quoteName(column)).join(", ")];
  if (dialect.vendor === "postgresql") {
    return [
      { name: `${as}_index`, atomic: false, operations: [runSql([`CREATE UNIQUE INDEX CONCURRENTLY ${quoted3} ON ${on} (${list2})`], [`DROP INDEX CONCURRENTLY IF EXISTS ${quoted3}`])] },
      // Dropping the constraint drops its index with it.
      { name: as, atomic: true, operations: [runSql([alterTable(dialect, table, `ADD CONSTRAINT ${quoted3} UNIQUE USING INDEX ${quoted3}${deferrable === null ? "" : deferrable === "deferred" ? " DEFERRABLE INITIALLY DEFERRED" : " DEFERRABLE INITIALLY IMMEDIATE"}`)], [alterTable(dialect, table, `DROP CONSTRAINT ${quoted3}`)])] }
    ];
  }
  if (isMySql(dialect.vendor)) {
    return [{ name: as, atomic: false, operations: [runSql([alterTable(dialect, table, `ADD CONSTRAINT ${quoted3} UNIQUE (${list2})${online(dialect)}`)], [alterTable(dialect, table, `DROP INDEX ${quoted3}`)])] }];
  }
  return [{ name: as, atomic: true, operations: [runSql([`CREATE UNIQUE INDEX ${quoted3} ON ${on} (${list2})`], [`DROP INDEX ${quoted3}`])] }];
}
function uniqueName(field2, vendor) {
  return isMySql(vendor) ? field2.column : `${field2.model.table}_${field2.column}_key`.slice(0, 63);
}

// src/plan/recipes/dual-write.ts
function dualWrite(change, model2, from2, to, same = true) {
  return {
    path: modelsPath(change),
    model: model2,
    before: [
      same ? `self.${to} = self.${from2}` : `self.${to} = \u2026  # what stands for self.${from2}`,
      `if update_fields is not None and ${JSON.stringify(from2)} in update_fields:`,
      `    update_fields = {*update_fields, ${JSON.stringify(to)}}`
    ],
    after: [],
    beside: "update(), bulk_create() and bulk_update() go past save(): name both fields there."
  };
}
function modelsPath({ migration }) {
  const path2 = migration.path ?? "";
  const folder = /^(.*\/)?[^/]+\/[^/]+$/.exec(path2)?.[1] ?? "";
  return `${folder}models.py`;
}

// src/plan/recipes/defaults.ts
var now = /* @__PURE__ */ new Set(["django.utils.timezone.now"]);
var containers = { "builtins.dict": { kind: "dict", entries: [] }, "builtins.list": { kind: "list", items: [] } };
function defaultOf(field2) {
  const value = field2.kwargs.get("default");
  if (value === void 0) return { kind: "none" };
  if (value === null || typeof value !== "object") return value === null ? { kind: "none" } : { kind: "literal", value, db: value };
  switch (value.kind) {
    case "float":
    case "bytes":
    case "dict":
    case "list":
      return { kind: "literal", value, db: value };
    case "call":
      return ["decimal.Decimal", "datetime.date", "datetime.datetime", "datetime.time", "datetime.timedelta", "uuid.UUID"].includes(value.path) ? { kind: "literal", value, db: value } : { kind: "unreadable" };
    case "ref": {
      const empty = containers[value.path];
      if (empty && field2.path.endsWith("JSONField")) return { kind: "literal", value: empty, db: empty };
      if (now.has(value.path)) return { kind: "now", path: value.path, db: call("django.db.models.functions.Now", []) };
      return { kind: "callable", path: value.path };
    }
    default:
      return { kind: "unreadable" };
  }
}

// src/plan/recipes/foreign-keys.ts
function dropForeignKeys({ before, context: { dialect } }, tables) {
  if (dialect.vendor === "sqlite") return [];
  const keys = tables.flatMap((table) => [...before.schema.tables.get(table)?.constraints.values() ?? []].filter((constraint) => constraint.kind === "foreign key").map((constraint) => ({ table, constraint })));
  return keys.map(({ table, constraint }) => {
    const name = dialect.quoteName(constraint.name);
    const drop = isMySql(dialect.vendor) ? `DROP FOREIGN KEY ${name}` : `DROP CONSTRAINT ${name}`;
    const deferrable = dialect.vendor === "postgresql" && constraint.deferrable === "deferred" ? " DEFERRABLE INITIALLY DEFERRED" : "";
    return runSql([alterTable(dialect, table, drop)], [alterTable(dialect, table, `ADD CONSTRAINT ${name} ${references(constraint, dialect.quoteName)}${deferrable}${dialect.vendor === "postgresql" ? " NOT VALID" : ""}`)]);
  });
}
function withoutForeignKeys(statements, really) {
  return really ? statements.filter(({ change }) => !(change.kind === "AddConstraint" && change.constraint.kind === "foreign key")) : statements;
}
function references(key, quote) {
  const list2 = (names) => names.map(quote).join(", ");
  return `FOREIGN KEY (${list2(key.columns)}) REFERENCES ${quote(key.toTable)} (${list2(key.toColumns)})${key.onDelete === null ? "" : ` ON DELETE ${key.onDelete}`}`;
}

// src/plan/recipes/new-foreign-key.ts
var newForeignKey = {
  id: "new-foreign-key",
  title: "A new foreign key",
  when: "`AddField` of a nullable `ForeignKey` or `OneToOneField` on a table that is there: writes wait on both tables while its index is built. A foreign key that must have a value is the recipe for a required column.",
  databases: "PostgreSQL: the column with its constraint, which is made without reading a row as long as the column is empty, then its index `CONCURRENTLY`, in a migration of its own. With a default: the column alone, the index, the constraint `NOT VALID`, then `VALIDATE`.",
  reversible: "Always.",
  releases: ["All in one release: the column with its constraint, then the index."],
  course(change) {
    const { operation: add, app, record, database } = change;
    if (add.kind !== "AddField" || database.vendor !== "postgresql" || record.breaks.length > 0) return null;
    const field2 = fieldOf(change.after, app, add.model, add.field.name);
    if (!field2?.remote || !field2.column || field2.remote.kind === "many to many") return null;
    const empty = field2.null && defaultOf(add.field).kind === "none" && field2.dbDefault === void 0;
    const bare = operation({ kind: "AddField", model: add.model, field: bareForeignKey(add.field, field2, empty), preserveDefault: add.preserveDefault });
    const files = empty ? indexesOnly(field2, textsOf(record.deferred) ?? [], change.context.dialect, database) : foreignKeyMigrations(change, field2);
    if (empty && files.length === 0) return null;
    const parts = [
      empty ? { release: 0, phase: "expand", title: "Add the column with its constraint, without its index", explanation: "The column is empty, so no row is checked; both tables are locked for a moment only.", does: { kind: "instead", operations: [apart([bare], [add])] } } : { release: 0, phase: "expand", title: "Add the column alone, without index and constraint", explanation: "", does: { kind: "instead", operations: [apart([bare], [add])] } },
      ...files.map(([title, migration]) => ({ release: 0, phase: "expand", title, explanation: "", does: { kind: "file", migration } }))
    ];
    return { shortcuts: [], parts };
  }
};
function bareForeignKey(field2, bound, constraint = false) {
  const bare = withArguments(field2, { ...constraint ? {} : { db_constraint: false }, db_index: false });
  return bound.remote?.kind === "one to one" ? { ...bare, path: "django.db.models.ForeignKey" } : bare;
}
function indexesOnly(field2, deferred, dialect, database) {
  return indexMigrations(field2, deferred, dialect, database).map((one) => [one.atomic ? "Make the unique constraint from the index" : "Build the index while writes go on", one]);
}
function foreignKeyMigrations(change, field2) {
  return keyMigrations(change, field2, change.after.schema, textsOf(change.record.deferred) ?? []);
}
function keyMigrations({ context: { dialect }, database }, field2, schema, deferred) {
  const table = field2.model.table;
  const files = [...indexesOnly(field2, deferred, dialect, database)];
  const constraint = [...schema.tables.get(table)?.constraints.values() ?? []].find((one) => one.kind === "foreign key" && one.columns.includes(field2.column));
  if (constraint?.kind !== "foreign key") return files;
  const name = dialect.quoteName(constraint.name);
  const deferrable = constraint.deferrable === "deferred" ? " DEFERRABLE INITIALLY DEFERRED" : "";
  const add = runSql([alterTable(dialect, table, `ADD CONSTRAINT ${name} ${references(constraint, dialect.quoteName)}${deferrable} NOT VALID`)], [alterTable(dialect, table, `DROP CONSTRAINT ${name}`)]);
  files.push(["Add the constraint, `NOT VALID`: rows that are there are not read", { name: slug(field2.model.name, field2.name, "fk"), atomic: true, operations: [add] }]);
  files.push(["Validate the constraint; writes go on", { name: slug(field2.model.name, field2.name, "fk_valid"), atomic: true, operations: [runSql([alterTable(dialect, table, `VALIDATE CONSTRAINT ${name}`)], [])] }]);
  return files;
}

// src/plan/recipes/not-null.ts
function notNullMigrations(field2, dialect, database) {
  const { vendor } = database;
  const [table, column] = [field2.model.table, field2.column];
  const quoted3 = dialect.quoteName(column);
  const name = slug(field2.model.name, field2.name, "not_null");
  const sql = (forwards, backwards) => runSql([alterTable(dialect, table, forwards)], [alterTable(dialect, table, backwards)]);
  if (vendor === "postgresql" && atLeast(database.version, "18")) {
    const rule = dialect.quoteName(postgresqlObjectName(table, column, "not_null"));
    return [
      { name: `${name}_new_rows`, atomic: true, operations: [sql(`ADD CONSTRAINT ${rule} NOT NULL ${quoted3} NOT VALID`, `ALTER COLUMN ${quoted3} DROP NOT NULL`)] },
      { name, atomic: true, operations: [runSql([alterTable(dialect, table, `VALIDATE CONSTRAINT ${rule}`)], [])] }
    ];
  }
  if (vendor === "postgresql") {
    const check = dialect.quoteName(shortened2(`${table}_${column}_not_null_check`));
    return [
      { name: `${name}_check`, atomic: true, operations: [sql(`ADD CONSTRAINT ${check} CHECK (${quoted3} IS NOT NULL) NOT VALID`, `DROP CONSTRAINT ${check}`)] },
      {
        name,
        atomic: true,
        operations: [
          runSql([alterTable(dialect, table, `VALIDATE CONSTRAINT ${check}`)], []),
          sql(`ALTER COLUMN ${quoted3} SET NOT NULL`, `ALTER COLUMN ${quoted3} DROP NOT NULL`),
          sql(`DROP CONSTRAINT ${check}`, `ADD CONSTRAINT ${check} CHECK (${quoted3} IS NOT NULL) NOT VALID`)
        ]
      }
    ];
  }
  if (isMySql(vendor) && typeof field2.dbType === "string") {
    const modify = (nulls) => `MODIFY ${quoted3} ${field2.dbType} ${nulls}${online(dialect)}`;
    return [{ name, atomic: false, operations: [sql(modify("NOT NULL"), modify("NULL"))] }];
  }
  return [{ name, atomic: true, operations: [alterFromNull(field2)] }];
}
function alterFromNull(field2) {
  const written4 = field2.field;
  const alter = (nulls) => operation({ kind: "AlterField", model: field2.model.name, field: nulls ? withArguments(written4, { null: true }) : written4, preserveDefault: true });
  return apart([alter(true), alter(false)], []);
}
function shortened2(name) {
  return name.length <= 63 ? name : `${name.slice(0, 54)}_${name.slice(-8)}`;
}

// src/plan/recipes/removed-field.ts
var removedField = {
  id: "removed-field",
  title: "A field that goes",
  when: "`RemoveField`: the column is gone the moment `migrate` has run, and every SELECT and INSERT of the running release names it.",
  databases: "All. The column must let rows without it pass as soon as the new release inserts: a default in the database where the field had a literal one (`db_default` from Django 5.0 on, `RunSQL` before), else NULL. A foreign key's constraint goes first, too, or the new release, which does not cascade over it any more, cannot delete what it points at; so do those of a many-to-many table.",
  reversible: "Until release 2 has dropped the column or the table; its data comes back from a backup only. Going back from release 1, a column that had to have a value may be NULL from then on, where the field has no default: rows that were inserted meanwhile have none.",
  releases: ["Take the field out of the models and the project state alone; the column stays and needs no value.", "Drop the column with `RunSQL`: the project state does not know it any more, so `RemoveField` would fail with a KeyError."],
  course(change) {
    const { operation: remove } = change;
    if (remove.kind !== "RemoveField" || change.record.breaks.length === 0) return null;
    const field2 = fieldOf(change.before, change.app, remove.model, remove.name);
    if (!field2) return null;
    const first = dataBefore(change).length > 0 ? 2 : 0;
    return field2.remote?.kind === "many to many" ? manyToMany(change, field2, first) : removal(change, field2, first);
  }
};
function columnHeir({ context: { dialect } }, field2, column, cast) {
  const value = dialect.quoteName(column);
  return { value: cast && dialect.vendor === "postgresql" && typeof field2.dbType === "string" ? `${value}::${field2.dbType}` : value, words: "the values of the new one" };
}
function removal(change, field2, first, heir = null) {
  const model2 = field2.model.name;
  const ways = waysOf(change, field2);
  if (typeof ways === "string") return ways;
  const { tolerate, remove, drop, back } = ways;
  const name = field2.column;
  const column = codeSpan(name);
  const copied2 = heir === null ? [] : [copiedBack(change, field2, heir)];
  const stays = heir === null ? withoutWayBack(change, field2, tolerate) : null;
  const away = [...stays ?? tolerate.operations, ...heir === null ? [] : [runSql([], copied2)], stateOnly([remove])];
  const withItsTable = deletedLater(change, model2);
  return {
    shortcuts: [],
    parts: [
      {
        ...inRelease(first, slug("remove", model2, field2.name), away),
        title: `Take ${codeSpan(field2.name)} out of the code; its column stays${tolerate.words}`,
        explanation: heir === null ? `${tolerate.why}${stays ? " Backwards it stays so: rows that the new release has inserted have no value." : wayBack(change, field2, tolerate)}` : `The new release does not send the column any more, and nothing reads it. Backwards it gets ${heir.words}.`
      },
      ...withItsTable ? [] : [{
        release: first + 1,
        phase: "contract",
        title: `Drop ${column}`,
        explanation: `\`RunSQL\`, because the project state does not know the field any more. Backwards the column comes back${heir === null ? ", empty" : `, with ${heir.words}`}.`,
        gate: `nothing names the column ${column} any more`,
        does: { kind: "file", migration: { name: slug("drop", model2, name), atomic: true, operations: [runSql(drop, [...back, ...copied2])] } }
      }]
    ]
  };
}
function copiedBack({ context: { dialect } }, field2, { value }) {
  const [table, column] = [dialect.quoteName(field2.model.table), dialect.quoteName(field2.column)];
  const differs2 = isMySql(dialect.vendor) ? `NOT (${column} <=> ${value})` : dialect.vendor === "sqlite" ? `${column} IS NOT ${value}` : `${column} IS DISTINCT FROM ${value}`;
  return `UPDATE ${table} SET ${column} = ${value} WHERE ${differs2}`;
}
function asksAgain(field2, { field: loose }) {
  return !field2.null && loose.kwargs.get("null") === true && defaultOf(loose).kind === "none";
}
function withoutWayBack(change, field2, tolerate) {
  const { app, before, context } = change;
  if (!asksAgain(field2, tolerate) || context.dialect.vendor === "sqlite") return null;
  const alter = (to) => operation({ kind: "AlterField", model: field2.model.name, field: to, preserveDefault: true });
  const first = field2.remote === null ? [] : [alter(withArguments(tolerate.field, { null: void 0 }))];
  const unbound = statementsOf(first, app, before, context);
  const texts2 = unbound && sqlOf([alter(tolerate.field)], app, unbound.after, context);
  return texts2 && [...first, runSql(texts2, [])];
}
function wayBack({ context: { dialect } }, field2, tolerate) {
  if (!asksAgain(field2, tolerate)) return "";
  const [table, column] = [dialect.quoteName(field2.model.table), dialect.quoteName(field2.column)];
  return ` Going back works until the new release has inserted a row; after that such rows need a value first, which only you can say: ${codeSpan(`UPDATE ${table} SET ${column} = \u2026 WHERE ${column} IS NULL`)}.`;
}
function waysOf(change, field2) {
  const { app, context, before } = change;
  const model2 = field2.model.name;
  if (!field2.column || !field2.field) return "its column is Django's own";
  const held = before.schema.tables.get(field2.model.table);
  if (!held) return "its table is not known";
  const tolerate = tolerance(change, field2, held);
  const remove = operation({ kind: "RemoveField", model: model2, name: field2.name });
  const loosened = statementsOf(tolerate.operations, app, before, context);
  const gone = loosened && statementsOf([remove], app, loosened.after, context);
  const drop = gone && textsOf(gone.statements);
  const empty = tolerate.field.kwargs.get("null") === true ? withArguments(tolerate.field, { default: void 0 }) : tolerate.field;
  const back = gone && sqlOf([operation({ kind: "AddField", model: model2, field: empty, preserveDefault: true })], app, gone.after, context);
  return drop && back ? { tolerate, remove, drop, back } : "the SQL of its column is not known";
}
function deletedLater(change, model2) {
  return change.all.some(({ operation: other, app }) => app === change.app && other.kind === "DeleteModel" && other.name.toLowerCase() === model2.toLowerCase());
}
function tolerance(change, field2, table) {
  const column = table.columns.get(field2.column);
  const written4 = field2.field;
  const supplied = !column || column.null || column.default !== null || column.identity || column.generated !== null;
  const foreignKey = field2.remote !== null && field2.remote.dbConstraint;
  if (supplied && !foreignKey || field2.primaryKey) return { field: written4, operations: [], words: "", why: "Nothing changes in the database yet." };
  const loosened = (changes, words2, why2) => {
    const changed = withArguments(written4, changes);
    return { field: changed, operations: [operation({ kind: "AlterField", model: field2.model.name, field: changed, preserveDefault: true })], words: words2, why: why2 };
  };
  const unbound = foreignKey ? { db_constraint: false } : {};
  const why = `The new release does not send the column any more${foreignKey ? ", and does not cascade over the foreign key when it deletes what that points at" : ""}.`;
  if (supplied) return loosened(unbound, " and loses its foreign key constraint", why);
  const value = defaultOf(written4);
  const ruled2 = [...table.constraints.values()].some((constraint) => constraint.columns.includes(field2.column)) || [...table.indexes.values()].some((index) => index.unique && (index.columns.includes(field2.column) || index.reads.includes(field2.column)));
  if (value.kind === "literal" && !ruled2 && !foreignKey && atLeast(change.django, "5.0")) {
    const withDefault = loosened({ db_default: value.db }, ", with a default in the database", `${why} The running release goes on reading its default in new rows.`);
    if (statementsOf(withDefault.operations, change.app, change.before, change.context)) return withDefault;
  }
  return loosened({ null: true, ...unbound }, foreignKey ? ", may be NULL and loses its foreign key constraint" : " and may be NULL", `${why} The running release may read \`None\` in rows that the new one inserts.`);
}
function manyToMany(change, field2, first = 0) {
  const { app, before, context } = change;
  const through = field2.remote?.through;
  if (!through || !field2.remote?.throughAuto || !field2.field) return "its table belongs to a model of its own; nothing of it is dropped with the field";
  const model2 = field2.model.name;
  const remove = operation({ kind: "RemoveField", model: model2, name: field2.name });
  const free = dropForeignKeys(change, [through.table]);
  const gone = statementsOf([remove], app, before, context);
  const drop = gone && sqlOf([remove], app, before, context);
  const made = gone && statementsOf([operation({ kind: "AddField", model: model2, field: field2.field, preserveDefault: true })], app, gone.after, context);
  const back = made && textsOf(withoutForeignKeys(made.statements, free.length > 0));
  if (!drop || !back) return "the SQL of its table is not known";
  const table = codeSpan(through.table);
  return {
    shortcuts: [],
    parts: [
      { ...inRelease(first, slug("remove", model2, field2.name), [...free, stateOnly([remove])]), title: `Take ${codeSpan(field2.name)} out of the code; its table stays and loses its foreign key constraints`, explanation: "The new release does not delete rows of that table any more when it deletes what they point at." },
      { release: first + 1, phase: "contract", title: `Drop the table ${table}`, explanation: "Backwards it comes back, empty.", gate: `nothing names the table ${table} any more`, does: { kind: "file", migration: { name: slug("drop", model2, field2.name), atomic: true, operations: [runSql(drop, back)] } } }
    ]
  };
}

// src/plan/recipes/four-releases.ts
function isPlain2(change, field2) {
  if (field2.remote || field2.primaryKey || field2.unique || field2.dbIndex || field2.generated || typeof field2.dbType !== "string") return false;
  const table = change.before.schema.tables.get(field2.model.table);
  if (!table) return false;
  const names = (columns) => columns.includes(field2.column);
  return ![...table.constraints.values()].some(({ columns }) => names(columns)) && ![...table.indexes.values()].some((index) => names(index.columns) || names(index.reads));
}
function isMovable(change, field2) {
  if (field2.primaryKey || field2.generated || typeof field2.dbType !== "string") return false;
  const { tables } = change.before.schema;
  const [table, state] = [tables.get(field2.model.table), field2.model.state];
  if (!table || !state) return false;
  const own2 = (name, columns) => columns.length === 1 && !state.indexes.has(name) && !state.constraints.has(name);
  const constraints = [...table.constraints.values()].filter(({ columns }) => columns.includes(field2.column));
  const indexes = [...table.indexes.values()].filter((index) => [index.columns, index.reads, index.include].some((columns) => columns.includes(field2.column)));
  const pointed = [...tables.values()].some((other) => [...other.constraints.values()].some((constraint) => constraint.kind === "foreign key" && constraint.toTable === table.name && constraint.toColumns.includes(field2.column)));
  const fine = constraints.every(({ kind, name, columns }) => own2(name, columns) && (kind === "unique" && field2.unique || kind === "foreign key" && field2.remote !== null));
  return !pointed && fine && indexes.every(({ name, columns, expressions, condition }) => own2(name, columns) && expressions.length === 0 && condition === null);
}
function fourReleases(change, { field: field2, wanted: wanted2, target, converts, look = [], renames = [] }) {
  const [model2, from2, to] = [field2.model.name, field2.name, wanted2.name];
  const carried2 = converts !== "to write";
  const removed = removal(change, field2, 2, carried2 ? columnHeir(change, field2, target.remote ? `${to}_id` : to, converts !== null) : null);
  if (typeof removed === "string") return null;
  const add = operation({ kind: "AddField", model: model2, field: wanted2, preserveDefault: true });
  const whole = statementsOf([add], change.app, change.before, change.context);
  const made = whole && fieldOf(whole.after, change.app, model2, to);
  const texts2 = whole && textsOf(whole.statements);
  if (!made?.column || !texts2) return null;
  const held = made.unique || made.dbIndex || made.remote !== null;
  const postgresql = change.database.vendor === "postgresql";
  const bare = made.remote ? postgresql ? bareForeignKey(wanted2, made) : wanted2 : withArguments(wanted2, { unique: void 0, ...withoutIndex(made) });
  const nullable = operation({ kind: "AddField", model: model2, field: withArguments(bare, { null: true, default: void 0, db_default: void 0 }), preserveDefault: true });
  const optional = wanted2.kwargs.get("null") === true;
  const fill2 = backfill({ app: change.app, model: model2, field: to, with: carried2 ? { kind: "field", name: from2, converts } : { kind: "to write" } });
  const strict = optional ? [] : notNullMigrations({ ...target, name: to, field: wanted2, column: made.column }, change.context.dialect, change.database);
  const own2 = !held ? [] : made.remote && !postgresql ? [] : keyMigrations(change, made, whole.after.schema, texts2);
  const [away, drop] = removed.parts;
  const file = (title, migration) => ({ release: 1, phase: "migrate", title, explanation: "", does: { kind: "file", migration } });
  return [
    {
      release: 0,
      phase: "expand",
      title: `Add ${codeSpan(to)}, nullable in the database; write both fields, read ${codeSpan(from2)}`,
      explanation: `Code goes on reading ${codeSpan(from2)} until release 2.`,
      does: { kind: "instead", operations: [optional && !held ? add : apart([nullable], [add])] },
      write: dualWrite(change, model2, from2, to, carried2)
    },
    {
      release: 1,
      phase: "migrate",
      title: `Fill ${codeSpan(to)}`,
      explanation: `Code reads ${codeSpan(to)} from now on, and goes on writing both.${carried2 ? "" : " Say in the function what the value is."}`,
      does: { kind: "file", migration: { ...fill2, name: slug(model2, "fill", to) } },
      code: look,
      write: dualWrite(change, model2, to, from2, carried2)
    },
    ...own2.map(([title, migration]) => file(title, migration)),
    ...strict.map((migration, index) => file(index === strict.length - 1 ? `Make ${codeSpan(to)} NOT NULL` : "Ask it of new rows first, with a rule that is `NOT VALID`", migration)),
    {
      ...away,
      title: `Take ${codeSpan(from2)} and the dual write out of the code; its column stays${away.title.split("its column stays")[1] ?? ""}`,
      does: away.does.kind === "file" ? { kind: "file", migration: { ...away.does.migration, operations: [...away.does.migration.operations, ...renames.length > 0 ? [stateOnly(renames)] : []] } } : away.does
    },
    drop
  ];
}

// src/plan/recipes/changed-foreign-key.ts
var changedForeignKey = {
  id: "changed-foreign-key",
  title: "A foreign key to another model",
  when: "`AlterField` of a `ForeignKey` to another model: Django keeps the numbers, which point at rows of the wrong model then or at none, and the running release goes on writing those of the old one.",
  databases: "All.",
  reversible: "Until release 4 has dropped the old column. Rows that release 3 has inserted have no value in it, and it may be NULL from then on.",
  releases: [
    "Add a second foreign key to the new model, nullable; code writes both and reads the old one.",
    "Fill it in batches: only the project knows which row stands for which. Code reads the new one and goes on writing both.",
    "Take the old one out of the code; the new one takes its name and keeps its column with `db_column`.",
    "Drop the old column."
  ],
  course(change) {
    const { operation: alter, app, record } = change;
    if (alter.kind !== "AlterField" || record.breaks.length === 0 && !record.impact.blocksWrites) return null;
    const [old, next] = [fieldOf(change.before, app, alter.model, alter.field.name), fieldOf(change.after, app, alter.model, alter.field.name)];
    if (!old?.column || !next?.column || !old.remote || !next.remote || old.remote.to === next.remote.to) return null;
    if (!isMovable(change, old)) return "other indexes or constraints hold the column. Add a foreign key to the new model beside it; write both, fill it in batches, read the new one, and drop the old one last";
    const name = `${old.name}_new`;
    if (old.model.field(name)) return `there is a field ${codeSpan(name)} already`;
    const wanted2 = { ...withArguments(next.field ?? alter.field, { db_column: void 0 }), name };
    const kept = withArguments(wanted2, { db_column: `${name}_id` });
    const renames = [operation({ kind: "AlterField", model: alter.model, field: kept, preserveDefault: true }), operation({ kind: "RenameField", model: alter.model, from: name, to: old.name })];
    const parts = fourReleases(change, { field: old, wanted: wanted2, target: next, converts: "to write", renames });
    return parts === null ? "the SQL of its column is not known" : { shortcuts: [], parts, differs: `the column is ${name}_id` };
  }
};

// src/plan/recipes/shadow.ts
var numbers = /^(smallint|integer|bigint|real|double precision|numeric)\b/;
function shadowTables(statements, schema, knownIndexes) {
  const types = /* @__PURE__ */ new Map();
  const added3 = [];
  const dropped = /* @__PURE__ */ new Set();
  for (const change of statements.flatMap(changesOf)) {
    switch (change.kind) {
      case "AlterColumn":
        for (const action of change.actions) {
          if (action.kind !== "SetType") return null;
          types.set(change.table, [...types.get(change.table) ?? [], action]);
        }
        break;
      case "DropConstraint":
        if (change.constraint !== "foreign key") return null;
        dropped.add(change.name);
        break;
      case "AddConstraint":
        if (change.constraint.kind !== "foreign key") return null;
        added3.push({ table: change.table, key: change.constraint });
        break;
      case "AlterSequence":
        break;
      default:
        return null;
    }
  }
  const tables = [];
  for (const [name, actions] of types) {
    const table = schema.tables.get(name);
    const made = table && shadowTable(table, actions, added3, dropped, knownIndexes);
    if (!made) return null;
    if (typeof made === "string") return made;
    tables.push(made);
  }
  return tables.length === 0 ? null : tables;
}
function shadowTable(table, actions, added3, dropped, knownIndexes) {
  const columns = [];
  for (const { column: name, type } of actions) {
    const column = table.columns.get(name);
    if (!column || column.generated || column.type === null || typeof type !== "string" || !numbers.test(column.type) || !numbers.test(type)) return null;
    const [next, old] = [beside(name, "new"), beside(name, "old")];
    if (table.columns.has(next) || table.columns.has(old)) return `there is a column ${next} or ${old} already`;
    columns.push({ column, type, next, old });
  }
  const touched = (names) => columns.some(({ column }) => names.includes(column.name));
  const indexes = [...table.indexes.values()].filter((index) => touched(index.columns) || touched(index.reads) || touched(index.include));
  const odd = indexes.find((index) => index.expressions.length > 0 || index.condition !== null || index.opclasses.length > 0 || index.include.length > 0 || index.columns.length > 1 && !knownIndexes.has(index.name));
  if (odd) return `the index ${odd.name} reads the column in a way that is not built again here`;
  const constraints = [...table.constraints.values()].filter((constraint) => touched(constraint.columns));
  const keys = [];
  const checks = [];
  const foreignKeys = [];
  for (const constraint of constraints) {
    switch (constraint.kind) {
      case "primary key":
        keys.push(constraint);
        break;
      case "unique":
        if (constraint.include.length > 0) return `the constraint ${constraint.name} includes other columns`;
        keys.push(constraint);
        break;
      case "check":
        if (!quotesAll(constraint.sql, columns)) return `the check ${constraint.name} is not Django's own`;
        checks.push(constraint);
        break;
      case "foreign key": {
        const again = added3.find(({ table: of, key }) => of === table.name && key.columns.join() === constraint.columns.join() && key.toTable === constraint.toTable);
        if (!dropped.has(constraint.name) || !again) return `the foreign key ${constraint.name} stays as it is`;
        foreignKeys.push({ was: constraint, name: again.key.name });
        break;
      }
      case "exclusion":
        return `the exclusion constraint ${constraint.name} holds the column`;
    }
  }
  return { table, columns, indexes, keys, checks, foreignKeys };
}
function beside(name, suffix) {
  return `${name.slice(0, 59)}_${suffix}`;
}
function quotesAll(sql, columns) {
  const bare = sql.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, "");
  return columns.every(({ column }) => !new RegExp(`\\b${column.name.replace(/\W/g, "\\$&")}\\b`, "i").test(bare));
}

// src/plan/recipes/shadow-sql.ts
function shadowSql(dialect, tables) {
  const fills = tables.map((table) => fill(dialect, table));
  const indexes = tables.flatMap((table) => built(dialect, table));
  const rules2 = tables.flatMap((table) => ruled(dialect, table, tables));
  const oldColumns = tables.flatMap(({ table, columns }) => columns.map((shadow) => ({ table: table.name, shadow })));
  return {
    columns: { sql: tables.flatMap((table) => [...added(dialect, table), trigger(dialect, table)]), back: tables.flatMap((table) => [...untrigger(dialect, table), ...table.columns.map(({ next }) => alterTable(dialect, table.table.name, `DROP COLUMN ${dialect.quoteName(next)}`))]) },
    fill: fills.every((sql) => sql !== null) ? fills : null,
    indexes,
    rules: { sql: rules2.map(({ table, name, sql }) => alterTable(dialect, table, `ADD CONSTRAINT ${name} ${sql} NOT VALID`)), back: rules2.map(({ table, name }) => alterTable(dialect, table, `DROP CONSTRAINT IF EXISTS ${name}`)) },
    validate: rules2.map(({ table, name }) => alterTable(dialect, table, `VALIDATE CONSTRAINT ${name}`)),
    swap: swapped(dialect, tables),
    drop: {
      sql: oldColumns.map(({ table, shadow }) => alterTable(dialect, table, `DROP COLUMN ${dialect.quoteName(shadow.old)}`)),
      back: oldColumns.map(({ table, shadow }) => alterTable(dialect, table, `ADD COLUMN ${dialect.quoteName(shadow.old)} ${shadow.column.type} NULL`))
    }
  };
}
function added(dialect, { table, columns }) {
  return columns.map(({ column, type, next }) => alterTable(dialect, table.name, `ADD COLUMN ${dialect.quoteName(next)} ${type} ${column.null ? "NULL" : "DEFAULT 0 NOT NULL"}`));
}
function triggerName({ table }) {
  return postgresqlObjectName(table.name, null, "new");
}
function trigger({ quoteName }, shadow) {
  const name = quoteName(triggerName(shadow));
  const copies = shadow.columns.map(({ column, next }) => `  NEW.${quoteName(next)} := NEW.${quoteName(column.name)};
`).join("");
  return `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
${copies}  RETURN NEW;
END $$;
CREATE TRIGGER ${name} BEFORE INSERT OR UPDATE ON ${quoteName(shadow.table.name)} FOR EACH ROW EXECUTE FUNCTION ${name}()`;
}
function untrigger({ quoteName }, shadow) {
  const name = quoteName(triggerName(shadow));
  return [`DROP TRIGGER ${name} ON ${quoteName(shadow.table.name)}`, `DROP FUNCTION ${name}()`];
}
function fill({ quoteName }, { table, columns }) {
  return fillSql(quoteName, table, columns.map(({ column, next }) => [quoteName(next), quoteName(column.name)]));
}
function fillSql(quoteName, table, pairs) {
  const key = [...table.constraints.values()].find((constraint) => constraint.kind === "primary key")?.columns;
  const type = key?.length === 1 ? table.columns.get(key[0])?.type : null;
  if (!type) return null;
  const [on, pk] = [quoteName(table.name), quoteName(key[0])];
  return [
    "DO $$",
    "DECLARE",
    `  after_key ${type};`,
    `  last_key ${type};`,
    "BEGIN",
    "  LOOP",
    `    SELECT batch.${pk} INTO last_key FROM (SELECT ${pk} FROM ${on} WHERE after_key IS NULL OR ${pk} > after_key ORDER BY ${pk} LIMIT 1000) AS batch ORDER BY batch.${pk} DESC LIMIT 1;`,
    "    EXIT WHEN last_key IS NULL;",
    `    UPDATE ${on} SET ${pairs.map(([column, value]) => `${column} = ${value}`).join(", ")} WHERE (after_key IS NULL OR ${pk} > after_key) AND ${pk} <= last_key AND (${pairs.map(([column, value]) => `${column} IS DISTINCT FROM ${value}`).join(" OR ")});`,
    "    COMMIT;",
    "    after_key := last_key;",
    "  END LOOP;",
    "END $$"
  ].join("\n");
}
function built({ quoteName }, { table, columns, indexes, keys }) {
  const list2 = (names) => names.map((name) => quoteName(columns.find(({ column }) => column.name === name)?.next ?? name)).join(", ");
  const make = (name, unique, over, more2) => {
    const drop = `DROP INDEX CONCURRENTLY IF EXISTS ${quoteName(beside(name, "new"))}`;
    return { sql: [drop, `CREATE ${unique ? "UNIQUE " : ""}INDEX CONCURRENTLY ${quoteName(beside(name, "new"))} ON ${quoteName(table.name)} ${more2}(${list2(over)})`], back: [drop] };
  };
  return [...keys.map(({ name, columns: over }) => make(name, true, over, "")), ...indexes.map(({ name, unique, columns: over, method }) => make(name, unique, over, method === "btree" ? "" : `USING ${method} `))];
}
function ruled({ quoteName }, { table, columns, checks, foreignKeys }, tables) {
  const second = (shadows) => (name) => shadows.find(({ column }) => column.name === name)?.next ?? name;
  return [
    ...foreignKeys.map(({ was, name }) => {
      const target = tables.find((one) => one.table.name === was.toTable)?.columns ?? [];
      const key = { ...was, columns: was.columns.map(second(columns)), toColumns: was.toColumns.map(second(target)) };
      return { table: table.name, name: quoteName(beside(name, "new")), sql: `${references(key, quoteName)}${deferrableText(was)}` };
    }),
    ...checks.map(({ name, sql }) => ({ table: table.name, name: quoteName(beside(name, "new")), sql: `CHECK (${columns.reduce((text, { column, next }) => text.replaceAll(quoteName(column.name), quoteName(next)), sql)})` }))
  ];
}
function deferrableText({ deferrable }) {
  return deferrable === null ? "" : ` DEFERRABLE INITIALLY ${deferrable === "deferred" ? "DEFERRED" : "IMMEDIATE"}`;
}
function swapped(dialect, tables) {
  const q = dialect.quoteName;
  const all = [...new Set(tables.flatMap(({ table, foreignKeys }) => [table.name, ...foreignKeys.map(({ was }) => was.toTable)]))];
  const begin = ["SET LOCAL lock_timeout = '2s'", `LOCK TABLE ${all.map(q).join(", ")} IN ACCESS EXCLUSIVE MODE`];
  const each = (statements) => tables.flatMap((table) => statements(table, (action) => alterTable(dialect, table.table.name, action)));
  return {
    sql: [
      ...begin,
      ...each((table) => untrigger(dialect, table)),
      ...each(({ foreignKeys }, alter) => foreignKeys.map(({ was }) => alter(`DROP CONSTRAINT ${q(was.name)}`))),
      ...each(({ table, columns, indexes, keys, checks }, alter) => [
        ...[...keys, ...checks].map(({ name }) => alter(`DROP CONSTRAINT ${q(name)}`)),
        ...indexes.map(({ name }) => `DROP INDEX ${q(name)}`),
        ...columns.flatMap((shadow) => forth(dialect, table.name, shadow)),
        ...keys.map((key) => alter(`ADD CONSTRAINT ${q(key.name)} ${key.kind === "primary key" ? "PRIMARY KEY" : "UNIQUE"} USING INDEX ${q(beside(key.name, "new"))}${key.kind === "unique" ? deferrableText(key) : ""}`)),
        ...checks.map(({ name }) => alter(`RENAME CONSTRAINT ${q(beside(name, "new"))} TO ${q(name)}`)),
        ...indexes.map(({ name }) => `ALTER INDEX ${q(beside(name, "new"))} RENAME TO ${q(name)}`)
      ]),
      ...each(({ foreignKeys }, alter) => foreignKeys.map(({ name }) => alter(`RENAME CONSTRAINT ${q(beside(name, "new"))} TO ${q(name)}`)))
    ],
    back: [
      ...begin,
      ...each(({ foreignKeys }, alter) => foreignKeys.map(({ name }) => alter(`DROP CONSTRAINT ${q(name)}`))),
      ...each(({ table, columns, indexes, keys, checks }, alter) => [
        ...[...keys, ...checks].map(({ name }) => alter(`DROP CONSTRAINT ${q(name)}`)),
        ...indexes.map(({ name }) => `DROP INDEX ${q(name)}`),
        ...columns.flatMap((shadow) => home(dialect, table.name, shadow)),
        ...keys.map((key) => alter(`ADD CONSTRAINT ${q(key.name)} ${key.kind === "primary key" ? "PRIMARY KEY" : "UNIQUE"} (${key.columns.map(q).join(", ")})${key.kind === "unique" ? deferrableText(key) : ""}`)),
        ...checks.map(({ name, sql }) => alter(`ADD CONSTRAINT ${q(name)} CHECK (${sql})`)),
        ...indexes.map(({ name, unique, columns: over, method }) => `CREATE ${unique ? "UNIQUE " : ""}INDEX ${q(name)} ON ${q(table.name)} ${method === "btree" ? "" : `USING ${method} `}(${over.map(q).join(", ")})`)
      ]),
      ...each(({ foreignKeys }, alter) => foreignKeys.map(({ was }) => alter(`ADD CONSTRAINT ${q(was.name)} ${references(was, q)}${deferrableText(was)}`))),
      ...tables.map((table) => trigger(dialect, table))
    ]
  };
}
function forth(dialect, table, { column, next, old }) {
  const q = dialect.quoteName;
  const alter = (action) => alterTable(dialect, table, action);
  return [
    ...column.null ? [] : [alter(`ALTER COLUMN ${q(next)} DROP DEFAULT`)],
    ...column.identity ? identity(dialect, table, column.name, next) : column.default === null ? [] : [alter(`ALTER COLUMN ${q(next)} SET DEFAULT ${column.default}`)],
    ...column.null ? [] : [alter(`ALTER COLUMN ${q(column.name)} DROP NOT NULL`)],
    alter(`RENAME COLUMN ${q(column.name)} TO ${q(old)}`),
    alter(`RENAME COLUMN ${q(next)} TO ${q(column.name)}`)
  ];
}
function home(dialect, table, { column, next, old }) {
  const q = dialect.quoteName;
  const alter = (action) => alterTable(dialect, table, action);
  return [
    alter(`RENAME COLUMN ${q(column.name)} TO ${q(next)}`),
    alter(`RENAME COLUMN ${q(old)} TO ${q(column.name)}`),
    `UPDATE ${q(table)} SET ${q(column.name)} = ${q(next)} WHERE ${q(column.name)} IS DISTINCT FROM ${q(next)}`,
    ...column.null ? [] : [alter(`ALTER COLUMN ${q(column.name)} SET NOT NULL`)],
    ...column.identity ? identity(dialect, table, next, column.name) : [],
    ...column.null ? [] : [alter(`ALTER COLUMN ${q(next)} SET DEFAULT 0`)]
  ];
}
function identity(dialect, table, from2, to) {
  const q = dialect.quoteName;
  const alter = (action) => alterTable(dialect, table, action);
  const sequence = (column) => `pg_get_serial_sequence('${q(table).replaceAll("'", "''")}', '${column.replaceAll("'", "''")}')`;
  return [
    alter(`ALTER COLUMN ${q(to)} ADD GENERATED BY DEFAULT AS IDENTITY`),
    `SELECT setval(${sequence(to)}, (SELECT greatest(nextval(${sequence(from2)}), max(${q(from2)}), 1) FROM ${q(table)}))`,
    alter(`ALTER COLUMN ${q(from2)} DROP IDENTITY IF EXISTS`),
    alter(`ALTER COLUMN ${q(from2)} DROP DEFAULT`)
  ];
}

// src/plan/recipes/generated-column.ts
var generatedColumn = {
  id: "generated-column",
  title: "A new generated column",
  when: "`AddField` of a `GeneratedField` with `db_persist=True` on a table that is there: the server computes it for every row while all others wait.",
  databases: "MySQL and MariaDB, and PostgreSQL 18 with Django 6.0: `db_persist=False`, which touches no row (MySQL and MariaDB by `RunSQL` with `ALGORITHM=INSTANT`). Older PostgreSQL: a plain column that a trigger fills, for Django the same; no server can make a generated column of one that is there.",
  reversible: "Always.",
  releases: ["`db_persist=False`: the column is computed when it is read. Or a plain column and a trigger, then its values in batches, while reads and writes go on."],
  course(change) {
    const { operation: add, app, record, database } = change;
    if (add.kind !== "AddField") return null;
    const field2 = fieldOf(change.after, app, add.model, add.field.name);
    if (!field2?.generated?.stored || !field2.column) return null;
    if (record.breaks.length > 0) return tooNarrow(record.breaks[0]);
    if (field2.unique || field2.dbIndex || record.deferred.length > 0) return "its index would be built while others wait: add the column without it, and the index in a migration of its own";
    if (canBeVirtual(change)) {
      const part = { release: 0, phase: "expand", title: "Let it be computed when it is read: `db_persist=False`", explanation: `No row is touched.${database.vendor === "postgresql" ? " PostgreSQL 18 cannot index such a column; if it must be, add a plain column instead." : ""}`, does: { kind: "instead", operations: virtualColumn(change, operation({ ...add, field: withArguments(add.field, { db_persist: false }) }), field2) } };
      return { shortcuts: [], parts: [part], differs: `${field2.name} is not stored` };
    }
    if (database.vendor !== "postgresql") return null;
    const made = record.statements[0]?.change;
    return withTrigger(change, made?.kind === "AddColumn" ? made : null, { model: field2.model.name, column: field2.column, type: typeof field2.dbType === "string" ? field2.dbType : null, state: operation(add) });
  }
};
function virtualColumn({ app, before, context, database }, add, field2) {
  if (!isMySql(database.vendor)) return [add];
  const made = statementsOf([add], app, before, context);
  const sql = made && textsOf(made.statements);
  const back = made && sqlOf([operation({ kind: "RemoveField", model: field2.model.name, name: field2.name })], app, made.after, context);
  return sql && back ? [runSql(sql, back, [add])] : [add];
}
function tooNarrow({ error }) {
  return `the server would refuse rows of every release whose value does not fit: ${error}. Compute in a wider type (\`Cast(\u2026, BigIntegerField())\` around what is computed with, and a wider \`output_field\`) before planning it`;
}
function canBeVirtual({ database, django }) {
  return isMySql(database.vendor) || database.vendor === "postgresql" && atLeast(database.version, "18") && atLeast(django, "6.0");
}
function withTrigger(change, made, { model: model2, column, type, state }) {
  const { dialect } = change.context;
  const q = dialect.quoteName;
  const table = made ? change.before.schema.tables.get(made.table) : void 0;
  const expression = made?.column.generated?.sql ?? null;
  const read = table && expression !== null ? columnsRead(expression, table) : null;
  if (!table || type === null || expression === null || read === null) return "what it computes cannot be read; add it when few use the table, with `lock_timeout` set";
  const name = q(postgresqlObjectName(table.name, column, "computed"));
  const ofRow = expression.replace(/"((?:[^"]|"")+)"/g, (text, inner) => read.includes(inner.replaceAll('""', '"')) ? `NEW.${text}` : text);
  const trigger2 = `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.${q(column)} := ${ofRow};
  RETURN NEW;
END $$;
CREATE TRIGGER ${name} BEFORE INSERT OR UPDATE OF ${[...read, column].map(q).join(", ")} ON ${q(table.name)} FOR EACH ROW EXECUTE FUNCTION ${name}()`;
  const fill2 = fillSql(q, table, [[q(column), expression]]);
  if (fill2 === null) return "the table has no primary key of one column to fill its rows by, batch by batch";
  const parts = [
    {
      release: 0,
      phase: "expand",
      title: "Add a plain column that a trigger computes",
      explanation: `For Django it is the same: it never writes the column. The trigger goes with the column when that is dropped. It names ${read.map(codeSpan).join(", ")}: when one of these gets another name or type, make function and trigger anew in the same migration.`,
      does: { kind: "instead", operations: [runSql([alterTable(dialect, table.name, `ADD COLUMN ${q(column)} ${type} NULL`), trigger2], [alterTable(dialect, table.name, `DROP COLUMN ${q(column)} CASCADE`), `DROP FUNCTION ${name}()`], [state])] }
    },
    { release: 0, phase: "expand", title: "Compute it in the rows that are there", explanation: "A transaction for each 1,000 rows. It may be stopped and run again.", does: { kind: "file", migration: { name: slug(model2, column, "fill"), atomic: false, operations: [runSql([fill2], [])] } } }
  ];
  return { shortcuts: [], parts, differs: `a trigger computes ${column}` };
}
function columnsRead(sql, table) {
  const quoted3 = [...sql.matchAll(/"((?:[^"]|"")+)"/g)].map(([, name]) => name.replaceAll('""', '"'));
  const bare = new Set(sql.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, " ").toLowerCase().match(/[a-z_]\w*/g));
  if ([...table.columns.keys()].some((name) => bare.has(name))) return null;
  return [...new Set(quoted3)].filter((name) => table.columns.has(name));
}

// src/plan/recipes/changed-generated-column.ts
var ownName = "Add the new one under a name of its own beside it, let the code use that, and remove the old one in the next release";
var changedGeneratedColumn = {
  id: "changed-generated-column",
  title: "A generated column that is computed otherwise",
  when: '`AlterField` of a `GeneratedField` to another expression or `db_persist`: makemigrations writes it, and migrate refuses it ("Modifying GeneratedFields is not supported").',
  databases: "MySQL and MariaDB, and PostgreSQL 18 with Django 6.0: `db_persist=False`, which touches no row. Older PostgreSQL: a plain column that a trigger fills, for Django the same. SQLite makes the table anew for a stored column: no plan.",
  reversible: "Always. Back from release 2 the server computes the old column anew.",
  releases: ["A second column with the new expression; the field keeps its name and takes that column with `db_column`. The running release reads the old one, and no code writes either.", "Drop the old column."],
  course(change) {
    const { operation: alter, app, before, context, record, database } = change;
    if (alter.kind !== "AlterField" || !isRefused(record)) return null;
    const [old, next] = [fieldOf(before, app, alter.model, alter.field.name), fieldOf(change.after, app, alter.model, alter.field.name)];
    if (!old?.field || !next || !old.generated && !next.generated) return null;
    if (!old.generated || !next.generated) return `Django cannot make ${old.generated ? "a plain column of a generated one" : "a generated column of a plain one"}. ${ownName}${next.generated ? "" : "; fill it in between"}`;
    const [column, model2] = [old.column, old.model.name];
    const fresh = beside(column, "new");
    if (database.vendor === "sqlite") return `Django asks for the field to be removed and added again. ${ownName}`;
    const table = before.schema.tables.get(old.model.table);
    if (!table || table.columns.has(fresh)) return `there is a column ${codeSpan(fresh)} already. ${ownName}`;
    const held = [...table.indexes.values(), ...table.constraints.values()].find((one) => one.columns.includes(column) || "reads" in one && one.reads.includes(column));
    if (held || next.unique || next.dbIndex) return `${held ? `${codeSpan(held.name ?? column)} reads the column` : "it has an index"}, which Django would have to make again. ${ownName}, with an index of its own`;
    const field2 = withArguments(alter.field, { db_column: fresh, ...canBeVirtual(change) ? { db_persist: false } : {} });
    const remove = operation({ kind: "RemoveField", model: model2, name: old.name });
    const add = (one) => operation({ kind: "AddField", model: model2, field: one, preserveDefault: true });
    const gone = statementsOf([remove], app, before, context);
    const made = gone && statementsOf([add(field2)], app, gone.after, context);
    const drop = gone && textsOf(gone.statements);
    const back = gone && sqlOf([add(old.field)], app, gone.after, context);
    const sql = made && textsOf(made.statements);
    const away = made && sqlOf([remove], app, made.after, context);
    if (!drop || !back || !sql || !away) return `its SQL is not known. ${ownName}`;
    const state = operation({ ...alter, field: field2 });
    const first = made.statements[0].change;
    const broken = breakages(releaseTables(before.bound), before.schema, applyChange(before.schema, first, database.vendor), { tables: /* @__PURE__ */ new Set([table.name]), database, changes: [first], side: "running" })[0];
    if (broken) return tooNarrow(broken);
    const beginning = canBeVirtual(change) ? { shortcuts: [], parts: [{ release: 0, phase: "expand", title: `Add the column ${codeSpan(fresh)} beside ${codeSpan(column)}, computed when it is read`, explanation: "", does: { kind: "instead", operations: [runSql(sql, away, [state])] } }] } : withTrigger(change, first.kind === "AddColumn" ? first : null, { model: model2, column: fresh, type: typeof next.dbType === "string" ? next.dbType : null, state });
    if (typeof beginning === "string") return beginning;
    const last = { release: 1, phase: "contract", title: `Drop ${codeSpan(column)}`, explanation: "`RunSQL`, because the project state does not know the column any more. Backwards the server computes it anew for every row.", gate: `nothing names the column ${codeSpan(column)} any more`, does: { kind: "file", migration: { name: slug("drop", model2, column), atomic: true, operations: [runSql(drop, back)] } } };
    return { shortcuts: [], parts: [...beginning.parts, last], differs: `the column of ${old.name} is ${fresh}` };
  }
};

// src/plan/recipes/changed-many-to-many.ts
var changedManyToMany = {
  id: "changed-many-to-many",
  title: "A many-to-many field with another table or target",
  when: "`AlterField` of a `ManyToManyField` without a `through` model, to another `db_table` or another model: the running release names the old table and its columns.",
  databases: "All.",
  reversible: "With the table kept always. With another target until release 2 has dropped the old table; what was written to the new one is lost on the way back.",
  releases: [
    "Another `db_table`: leave the table its name. One release, no SQL.",
    "Another model: a new table for the new target; the old one stays for the running release, without its foreign key constraints. (`AlterField` would keep the rows, whose numbers then point at rows of the wrong model.)",
    "Drop the old table with `RunSQL`."
  ],
  course(change) {
    const { operation: alter, app, record } = change;
    if (alter.kind !== "AlterField" || record.breaks.length === 0) return null;
    const [old, next] = [fieldOf(change.before, app, alter.model, alter.field.name), fieldOf(change.after, app, alter.model, alter.field.name)];
    if (!old?.remote?.throughAuto || !next?.remote?.throughAuto || !old.field || !old.remote.through) return null;
    const { table } = old.remote.through;
    if (old.remote.to === next.remote.to) {
      const kept = withArguments(alter.field, { db_table: old.field.kwargs.get("db_table") });
      const part = { release: 0, phase: "expand", title: `Keep the table ${codeSpan(table)}`, explanation: "A table's name is nobody's but the database's: leave it, and nothing has to be planned.", does: { kind: "instead", operations: [operation({ ...alter, field: kept })] } };
      return { shortcuts: [], parts: [part], differs: `the table stays ${table}` };
    }
    const removed = manyToMany(change, old);
    if (typeof removed === "string") return removed;
    const [away, drop] = removed.parts;
    const fresh = beside(table, "new");
    const added3 = operation({ kind: "AddField", model: alter.model, field: withArguments(alter.field, { db_table: fresh }), preserveDefault: true });
    const first = {
      release: 0,
      phase: "expand",
      title: `Give ${codeSpan(alter.field.name)} a new table, ${codeSpan(fresh)}; the old one stays and loses its foreign key constraints`,
      explanation: "Nothing is carried over: the old rows point at another model. Which of the new one they stand for, only a data migration of yours can say.",
      does: { kind: "instead", operations: [...away.does.kind === "instead" ? away.does.operations : [], added3] }
    };
    return { shortcuts: [], parts: [first, drop], differs: `the table is ${fresh}` };
  }
};

// src/plan/recipes/changed-type.ts
var changedType = {
  id: "changed-type",
  title: "A column of another type",
  when: "`AlterField` to a type or length that does not hold what the running release writes, or that makes the server rewrite or read the whole table under a lock. A change that is free (PostgreSQL: `varchar` longer or to `text`, more digits) needs no plan.",
  databases: "All. For a shorter column a `CHECK` on the length that is validated first does not help: PostgreSQL rewrites the table for a shorter `varchar`, and for `text` to `varchar`, whatever its constraints say, and MySQL and MariaDB copy it. So it is a second column, or no change of the column at all: a `MaxLengthValidator` asks the code for the length. Values that are too long are refused while the column is filled, not cut: look for them first.",
  reversible: "Until release 4 has dropped the old column; going back from release 3 copies what was written to the new one.",
  releases: [
    "Add a second column of the new type, nullable; code writes both and reads the old one.",
    "Fill the new column in batches; code reads the new one and goes on writing both.",
    "Take the old field out of the code; the new field takes its name and keeps its column with `db_column`.",
    "Drop the old column."
  ],
  course(change) {
    const { operation: alter, app, record } = change;
    if (alter.kind !== "AlterField") return null;
    const [old, next] = [fieldOf(change.before, app, alter.model, alter.field.name), fieldOf(change.after, app, alter.model, alter.field.name)];
    if (!old?.column || !next?.column || typeof old.dbType !== "string" || typeof next.dbType !== "string" || old.dbType === next.dbType) return null;
    if (record.breaks.length === 0 && !record.impact.blocksReads && !record.impact.blocksWrites) return null;
    if (!isMovable(change, old)) return "a primary key, indexes, constraints or other tables' foreign keys hold the column. Add a field of the new type beside it, with its own indexes and constraints; write both, fill it in batches, read the new one, and drop the old one last";
    const name = `${old.name}_new`;
    if (old.model.field(name)) return `there is a field ${codeSpan(name)} already`;
    const state = next.field ?? alter.field;
    const wanted2 = { ...withArguments(state, { db_column: void 0 }), name };
    const kept = withArguments(wanted2, { db_column: columnOf2(next, name) });
    const renames = [operation({ kind: "AlterField", model: alter.model, field: kept, preserveDefault: true }), operation({ kind: "RenameField", model: alter.model, from: name, to: old.name })];
    const converts = conversion(old, next, wanted2);
    const narrowed = isText(old) && isText(next) && next.maxLength !== null && (old.maxLength === null || old.maxLength > next.maxLength) ? next.maxLength : null;
    const parts = fourReleases(change, { field: old, wanted: wanted2, target: next, converts, renames, look: narrowed === null ? [] : [tooLong(change, old, narrowed)] });
    return parts === null ? "the SQL of its column is not known" : { shortcuts: narrowed === null ? [] : [asRule(old, narrowed)], parts, differs: `the column is ${columnOf2(next, name)}` };
  }
};
function columnOf2(field2, name) {
  return field2.remote ? `${name}_id` : name;
}
function isText({ internalType }) {
  return ["CharField", "TextField", "SlugField", "FilePathField", "FileField"].includes(internalType);
}
function tooLong({ context: { dialect } }, { model: model2, column }, length) {
  const quote = dialect.quoteName;
  const key = model2.pk?.column;
  return { path: "too-long.sql", kind: "code", language: "sql", text: `SELECT ${key ? `${quote(key)}, ` : ""}${quote(column)} FROM ${quote(model2.table)} WHERE ${isMySql(dialect.vendor) ? "char_length" : "length"}(${quote(column)}) > ${length};
` };
}
function asRule(field2, length) {
  const kept = field2.field;
  const validators = kept.kwargs.get("validators");
  const more2 = typeof validators === "object" && validators !== null && validators.kind === "list" ? validators.items : [];
  const ruled2 = withArguments(kept, { validators: { kind: "list", items: [...more2, call("django.core.validators.MaxLengthValidator", [length])] } });
  return { target: "", text: `Leave the column as it is and let the code ask for the length: with ${codeSpan(`MaxLengthValidator(${length})`)} one release is enough, without any SQL.`, code: `${field2.name} = ${writeValue(fieldCall(ruled2), importsOf(), 0)}` };
}
function conversion(old, next, wanted2) {
  if (old.internalType === next.internalType || isText(old) && isText(next)) return null;
  return call("django.db.models.functions.Cast", [old.name], { output_field: fieldCall({ ...wanted2, kwargs: castArguments(wanted2.kwargs) }) });
}
function castArguments(kwargs) {
  return new Map([...kwargs].filter(([name]) => ["max_length", "max_digits", "decimal_places", "base_field", "size"].includes(name)));
}

// src/plan/recipes/data-sql.ts
function sqlInBatches(change) {
  const run = change.operation;
  if (run.kind !== "RunSQL" || run.stateOperations.length > 0) return null;
  const sql = onlySql(run);
  const rows = sql === null ? null : rowsStatement(sql);
  if (sql === null || rows === null) return null;
  const bound = change.before.bound.keys.map((key) => change.before.bound.get(key)).find((model2) => model2?.table === rows.table);
  if (!rows.repeatable) return "what it writes may be another value the next time, so it is not safe to split or to run again. Split it by hand: a range of primary keys at a time, each in a transaction of its own";
  if (!bound?.pk?.column || bound.compositePk) return "the primary key of its table is not known, by which it would be split";
  const quote = change.context.dialect.quoteName;
  const [pk, table] = [quote(bound.pk.column), quote(rows.table)];
  const [head, where] = [rows.head, rows.where].map((text) => text?.replaceAll("%", "%%") ?? null);
  const condition = where === null ? [] : [`(${where})`];
  const select = (more2) => `SELECT ${pk} FROM ${table}${[...condition, ...more2].length === 0 ? "" : ` WHERE ${[...condition, ...more2].join(" AND ")}`} ORDER BY ${pk} LIMIT ${batchSize}`;
  const name = slug(/^\w+/.exec(rows.head)[0], rows.table);
  const lines2 = [
    `def ${name}(apps, schema_editor):`,
    "    with schema_editor.connection.cursor() as cursor:",
    `        cursor.execute(${pythonString(select([]))}, [])`,
    "        pks = [pk for (pk,) in cursor.fetchall()]",
    "        while pks:",
    '            marks = ", ".join(["%s"] * len(pks))',
    `            cursor.execute(${pythonString(`${head ?? ""} WHERE ${[...condition, `${pk} IN (`].join(" AND ")}`)} + marks + ")", pks)`,
    `            cursor.execute(${pythonString(select([`${pk} > %s`]))}, [pks[-1]])`,
    "            pks = [pk for (pk,) in cursor.fetchall()]"
  ];
  const reverse = onlySql({ sql: run.reverseSql });
  if (run.reverseSql !== null && !(typeof run.reverseSql === "object" && run.reverseSql.kind === "ref") && reverse !== "") return "it has SQL for the way back, too. Write both ways as functions of `RunPython`, a batch of rows at a time";
  const back = run.reverseSql === null ? null : ref("django.db.migrations.RunPython.noop");
  const python2 = operation({ kind: "RunPython", code: ref(name), reverseCode: back, atomic: null, ...run.more && { more: run.more } });
  return { migration: { name: slug(name), atomic: false, operations: [python2], functions: [lines2.join("\n")], unknown: `Python sends your statement, for ${batchSize.toLocaleString("en")} rows at a time.` } };
}

// src/plan/recipes/data-migration.ts
var waits = "It must see the rows that the running release writes until it is gone, and the code of release 1 must write the new form itself.";
var inBatches = `Each batch of ${batchSize.toLocaleString("en")} rows is a transaction of its own, so that no row stays locked for long; it may be stopped and run again.`;
var dataMigration = {
  id: "data-migration",
  title: "A data migration",
  when: "`RunPython` or `RunSQL` that changes every row in one transaction, or that works on a table which the same pull request changes: the running release writes rows that it never sees.",
  databases: "All.",
  reversible: "As its `reverse_code` says.",
  releases: ["The columns, and code that writes the new form.", "The data migration in a file of its own, in batches with `atomic = False` where its statements can be split without changing what they do (`update()` and `delete()` of a query, a plain `UPDATE` or `DELETE`); then what needed it."],
  course(change) {
    const { operation: run, migration } = change;
    if (run.kind === "RunSQL") return ofSql(change);
    if (run.kind !== "RunPython") return null;
    const found = functionOf(run.code, change);
    if (found === null) return null;
    const { definition, module } = found;
    const whole = change.record.findings.some(({ rule }) => rule === "whole-table-in-one-transaction");
    const later = waitingFor(change).length > 0 || fillsNewField(change);
    if (!whole && !later) return null;
    const text = batchedText(change, run, found);
    if (!later && text === null) return "it does more than change rows by a query, and only its author knows how to split it. Loop over the primary keys a batch at a time, each batch in `transaction.atomic()`, with `atomic = False` on the migration, and skip what is done, so that it can be run again";
    const unknown = "Django's ORM makes the statements of the data migration.";
    const changed = new Map(text === null ? [] : [[definition.name, text]]);
    const title = text === null ? `Run ${codeSpan(definition.name)} in a migration of its own` : `Run ${codeSpan(definition.name)} batch by batch${later || migration.operations.length > 1 ? ", in a migration of its own" : ""}`;
    const explanation = [
      ...later ? [waits] : [],
      ...fillsNewField(change) && !/isnull|None|NULL/.test(module.text.slice(definition.start, definition.end)) ? ["The rows that release 1 wrote have their value by then: let it change only those that have none."] : [],
      text === null ? "Its code is yours, unchanged. On a large table let it do a batch of rows at a time." : inBatches
    ].join(" ");
    if (!later && migration.operations.length === 1) return { shortcuts: [], parts: [{ release: 0, phase: "expand", title, explanation, does: { kind: "functions", functions: changed, atomic: false, unknown } }] };
    const back = functionOf(run.reverseCode, change);
    const own2 = carried(module, [definition.name, ...back?.module === module ? [back.definition.name] : []], changed);
    if (own2 === null) return later ? null : "its function is not defined once at the top of the file";
    const operation2 = { ...run, code: local(run.code, found), reverseCode: back ? local(run.reverseCode, back) : run.reverseCode };
    const file = { name: slug(definition.name), atomic: text === null ? migration.atomic : false, operations: [operation2], ...own2, unknown };
    const part = { release: later ? 1 : 0, phase: later ? "migrate" : "expand", title, explanation, does: { kind: "file", migration: file }, ...text === null && whole ? { code: [skeleton(change, definition.name)] } : {} };
    return { shortcuts: [], parts: [part] };
  }
};
function ofSql(change) {
  const later = waitingFor(change).length > 0 || fillsNewField(change);
  const made = sqlInBatches(change);
  if (made === null || typeof made === "string") return later ? null : made;
  const title = `Change the rows batch by batch${later || change.migration.operations.length > 1 ? ", in a migration of its own" : ""}`;
  const part = { release: later ? 1 : 0, phase: later ? "migrate" : "expand", title, explanation: [...later ? [waits] : [], inBatches].join(" "), does: { kind: "file", migration: made.migration } };
  return { shortcuts: [], parts: [part] };
}
function functionOf(value, { python: python2, migration }) {
  if (typeof value !== "object" || value === null || value.kind !== "ref") return null;
  const found = python2.find(value.path);
  return found?.kind === "function" && found.module.path === migration.path && found.module.body.includes(found.definition) ? found : null;
}
function local(value, { definition }) {
  return typeof value === "object" && value !== null && value.kind === "ref" ? ref(definition.name) : value;
}
function batchedText({ python: python2 }, run, { definition, module }) {
  const lines2 = new Set(dataCode(run, python2).flatMap(({ bulk }) => bulk.filter(({ path: path2 }) => path2 === module.path).map(({ line }) => line)));
  return batched(module, definition, (line) => lines2.has(line));
}
function skeleton({ migration }, name) {
  const text = [
    "from django.db import transaction",
    "",
    "",
    `def ${name}(apps, schema_editor):`,
    '    rows = \u2026.order_by("pk")  # those that are not done yet',
    `    pks = list(rows.values_list("pk", flat=True)[:${batchSize}])`,
    "    while pks:",
    "        with transaction.atomic():",
    "            for row in rows.filter(pk__in=pks):",
    "                \u2026  # as you have it",
    `        pks = list(rows.filter(pk__gt=pks[-1]).values_list("pk", flat=True)[:${batchSize}])`,
    "",
    "",
    "class Migration(migrations.Migration):",
    "    atomic = False"
  ].join("\n");
  return { path: `${(migration.path ?? "").replace(/[^/]*$/, "")}\u2026_${slug(name)}.py`, kind: "code", language: "python", text: `${text}
` };
}

// src/plan/recipes/deleted-model.ts
var deletedModel = {
  id: "deleted-model",
  title: "A model that goes",
  when: "`DeleteModel`: the table is gone the moment `migrate` has run, and the running release still reads and writes it; deleting a row that its rows may refer to fails, too.",
  databases: "All.",
  reversible: "Until release 2 has dropped the table; its data comes back from a backup only.",
  releases: [
    "Take the model out of the code and the project state alone. The table stays, without its foreign key constraints: the new release does not know its rows any more and could not delete what they refer to.",
    "Drop the table with `RunSQL`: the project state does not know it any more."
  ],
  course(change) {
    const { operation: remove, app, before, context } = change;
    if (remove.kind !== "DeleteModel" || change.record.breaks.length === 0) return null;
    const model2 = modelOf(before, app, remove.name);
    if (!model2?.state) return null;
    const keys = model2.localFields.filter((field2) => field2.remote?.dbConstraint && field2.field);
    const loosen = keys.map((field2) => operation({ kind: "AlterField", model: model2.name, field: withArguments(field2.field, { db_constraint: false }), preserveDefault: true }));
    const tables = model2.localManyToMany.flatMap((field2) => field2.remote?.throughAuto && field2.remote.through ? [field2.remote.through.table] : []);
    const free = [...loosen, ...dropForeignKeys(change, tables)];
    const loosened = statementsOf(free, app, before, context);
    const drop = loosened && sqlOf([remove], app, loosened.after, context);
    if (!drop) return "the SQL of its table is not known";
    const gone = statementsOf([remove], app, before, context);
    const left = loosened.after.state.models.get(model2.key);
    const made = gone && left && statementsOf([creation(left)], app, gone.after, context);
    const back = made && textsOf(withoutForeignKeys(made.statements, tables.length > 0 && free.length > 0));
    const columns = removedBefore(change, model2.name);
    if (!back || columns === null) return "the SQL that would make its table again is not known";
    const table = codeSpan(model2.table);
    const first = dataBefore(change).length > 0 ? 2 : 0;
    return {
      shortcuts: [],
      parts: [
        {
          ...inRelease(first, slug("remove", model2.name), [...free, stateOnly([operation({ kind: "DeleteModel", name: model2.name })])]),
          title: `Take the model out of the code; its table stays${free.length > 0 ? " and loses its foreign key constraints" : ""}`,
          explanation: free.length > 0 ? "The new release does not know the rows any more: a foreign key would keep it from deleting what they refer to." : "Nothing changes in the database yet."
        },
        { release: first + 1, phase: "contract", title: `Drop the table ${table}`, explanation: "Backwards it comes back, empty.", gate: `nothing names the table ${table} any more`, does: { kind: "file", migration: { name: slug("drop", model2.name), atomic: true, operations: [runSql(drop, [...back, ...columns])] } } }
      ]
    };
  }
};
function removedBefore(change, model2) {
  const found = [];
  for (const other of change.all) {
    if (other.operation.kind !== "RemoveField" || other.app !== change.app || other.operation.model.toLowerCase() !== model2.toLowerCase()) continue;
    const field2 = fieldOf(other.before, other.app, model2, other.operation.name);
    if (!field2?.column) continue;
    const ways = waysOf(other, field2);
    if (typeof ways === "string") return null;
    found.push(...ways.back);
  }
  return found;
}
function creation(model2) {
  const options = new Map(model2.options);
  if (model2.uniqueTogether.length > 0) options.set("unique_together", { kind: "set", items: model2.uniqueTogether.map((fields) => ({ kind: "tuple", items: [...fields] })) });
  if (model2.indexes.size > 0) options.set("indexes", { kind: "list", items: [...model2.indexes.values()] });
  if (model2.constraints.size > 0) options.set("constraints", { kind: "list", items: [...model2.constraints.values()] });
  const bases = model2.bases.map((base) => base.split(".").length === 2 ? base : ref(base));
  return operation({ kind: "CreateModel", name: model2.name, fields: [...model2.fields.values()], options, bases });
}

// src/plan/recipes/foreign-key-to-many-to-many.ts
var foreignKeyToManyToMany = {
  id: "foreign-key-to-many-to-many",
  title: "A foreign key becomes a many-to-many field",
  when: "`RemoveField` of a `ForeignKey` with `AddField` of a `ManyToManyField` to the same model in one pull request: the running release reads and writes the column, and nothing carries its values over.",
  databases: "All.",
  reversible: "Until release 4 has dropped the column; going back from release 3 gives each row the lowest key of its many, and fails where a column that must have a value has none.",
  releases: ["Add the many-to-many field; the foreign key stays. Code writes both and reads the foreign key.", "Copy the values in batches; code reads the many-to-many field and goes on writing both.", "Take the foreign key out of the code; its column stays.", "Drop the column."],
  course(change) {
    const { operation: remove, app, record } = change;
    if (remove.kind !== "RemoveField" || record.breaks.length === 0) return null;
    const field2 = fieldOf(change.before, app, remove.model, remove.name);
    if (field2?.remote?.kind !== "foreign key") return null;
    const many = added2(change, field2);
    if (!many?.remote?.through || !many.remote.throughFrom?.column || !many.remote.throughTo?.column || !field2.model.pk?.column) return null;
    if (many.name === field2.name) return `both fields are called ${codeSpan(field2.name)}, and both must be there for a while: give the many-to-many field a name of its own`;
    const removed = removal(change, field2, 2, heirOf(change, field2, many));
    if (typeof removed === "string") return removed;
    const parts = [
      { release: 0, phase: "expand", title: `Keep ${codeSpan(field2.name)} beside ${codeSpan(many.name)}; write both, read ${codeSpan(field2.name)}`, explanation: "The table of the new field is made in this release; its rows are copied in the next.", does: { kind: "instead", operations: [] }, write: both(change, field2, many) },
      { release: 1, phase: "migrate", title: `Copy ${codeSpan(field2.name)} into ${codeSpan(many.name)}`, explanation: `Code reads ${codeSpan(many.name)} from now on, and goes on writing both. Rows that are there already are passed over; those that an older process changed since may hold its old value, too: compare before you read it.`, does: { kind: "file", migration: copy(change, field2, many) }, write: both(change, field2, many) },
      ...removed.parts
    ];
    return { shortcuts: [], parts };
  }
};
function added2({ all, app, operation: operation2 }, field2) {
  for (const other of all) {
    if (other.operation.kind !== "AddField" || other.app !== app || operation2.kind !== "RemoveField" || other.operation.model.toLowerCase() !== operation2.model.toLowerCase()) continue;
    const found = fieldOf(other.after, app, other.operation.model, other.operation.field.name);
    if (found?.remote?.kind === "many to many" && found.remote.throughAuto && found.remote.to === field2.remote?.to) return found;
  }
  return null;
}
function heirOf({ context: { dialect: { quoteName: q } } }, field2, many) {
  const { through, throughFrom, throughTo } = many.remote;
  const [table, pk] = [q(field2.model.table), q(field2.model.pk.column)];
  return { value: `(SELECT min(${q(throughTo.column)}) FROM ${q(through.table)} WHERE ${q(throughFrom.column)} = ${table}.${pk})`, words: `one of ${codeSpan(many.name)} in each row (the lowest key)` };
}
function copy({ app }, field2, many) {
  const model2 = field2.model.name;
  const name = slug("copy", field2.name);
  const [from2, to] = [many.remote.throughFrom.name, many.remote.throughTo.name];
  const value = `${field2.name}_id`;
  const text = [
    `def ${name}(apps, schema_editor):`,
    `    ${model2} = apps.get_model(${JSON.stringify(app)}, ${JSON.stringify(model2)})`,
    `    Through = ${model2}.${many.name}.through`,
    "    alias = schema_editor.connection.alias",
    `    rows = ${model2}._base_manager.using(alias).filter(${field2.name}__isnull=False)`,
    `    rows = rows.order_by("pk").values_list("pk", ${JSON.stringify(value)})`,
    "    batch = list(rows[:1000])",
    "    while batch:",
    "        Through._base_manager.using(alias).bulk_create(",
    `            [Through(${from2}_id=pk, ${to}_id=value) for pk, value in batch],`,
    "            ignore_conflicts=True,",
    "        )",
    "        batch = list(rows.filter(pk__gt=batch[-1][0])[:1000])"
  ].join("\n");
  return { name: slug(model2, name), atomic: false, operations: [runPython(name)], functions: [text], unknown: "Django's ORM makes the `INSERT` statements of the copy, one for each batch of 1,000 rows." };
}
function both(change, field2, many) {
  return {
    path: modelsPath(change),
    model: field2.model.name,
    before: [],
    after: [`self.${many.name}.set([self.${field2.name}${field2.null ? `] if self.${field2.name} else [])` : "])"}`],
    beside: `update() and bulk_create() go past save(): set ${many.name} there, too.`
  };
}

// src/plan/recipes/moved-model.ts
var movedModel = {
  id: "moved-model",
  title: "A model that moves to another app",
  when: "`CreateModel` in one app and `DeleteModel` in another, with the same fields: the rows are left behind in a table that goes, and the running release still reads and writes it. Where the pull request copies the rows itself, that is a data migration and a deleted model.",
  databases: "All.",
  reversible: "Always: nothing happens to its table. The content type gets its old app back.",
  releases: ["The table stays what it is, by `db_table`; both apps and the foreign keys that follow change in the project state alone. One release, no SQL. Where `django.contrib.contenttypes` is installed, a migration beside it gives the content type the new app, so that permissions and generic foreign keys keep their rows."],
  course(change) {
    const move = moveOf(change);
    if (move === null) return null;
    const { created, deleted } = move;
    const old = deleted.operation.kind === "DeleteModel" ? modelOf(deleted.before, deleted.app, deleted.operation.name) : null;
    if (!old) return null;
    if (!changedBefore(created, deleted)) return `the migration of ${codeSpan(deleted.app)} runs before that of ${codeSpan(created.app)}: let it depend on it, so that the project state never lacks the model`;
    const part = (title, explanation, one) => ({ shortcuts: [], parts: [{ release: 0, phase: "expand", title, explanation, does: { kind: "instead", operations: [stateOnly([one])] } }] });
    switch (change.operation.kind) {
      case "CreateModel": {
        const { operation: create } = change;
        const tables = new Map(old.localManyToMany.flatMap((field2) => field2.remote?.throughAuto && field2.remote.through ? [[field2.name, field2.remote.through.table]] : []));
        const fields = create.fields.map((field2) => tables.has(field2.name) ? withArguments(field2, { db_table: tables.get(field2.name) }) : field2);
        const made = operation({ ...create, fields, options: new Map([...create.options, ["db_table", old.table]]) });
        const type = contentType(change, deleted, create.name.toLowerCase());
        const keep = part(`Let the model have the table that is there, with ${codeSpan(`db_table = "${old.table}"`)}`, "Nothing happens to its rows.", made);
        return { ...keep, parts: [...keep.parts, ...type ? [type] : []], differs: `the table stays ${old.table}` };
      }
      case "DeleteModel":
        return part("Take the model out of the old app; its table stays", "", change.operation);
      default:
        return part("Let the foreign key follow; its column and constraint are the same", "", change.operation);
    }
  }
};
function changedBefore(created, deleted) {
  return deleted.all.indexOf(created) < deleted.all.indexOf(deleted);
}
function contentType(created, deleted, model2) {
  const installed = hasContentTypes(created);
  if (installed === false) return null;
  const [from2, to] = [deleted.app, created.app];
  const move = (name, before, after) => [
    `def ${name}(apps, schema_editor):`,
    '    ContentType = apps.get_model("contenttypes", "ContentType")',
    "    rows = ContentType._base_manager.using(schema_editor.connection.alias)",
    `    if not rows.filter(app_label=${JSON.stringify(after)}, model=${JSON.stringify(model2)}).exists():`,
    `        rows.filter(app_label=${JSON.stringify(before)}, model=${JSON.stringify(model2)}).update(app_label=${JSON.stringify(after)})`
  ].join("\n");
  return {
    release: 0,
    phase: "expand",
    title: `Let the content type of ${codeSpan(`${from2}.${model2}`)} be that of ${codeSpan(`${to}.${model2}`)}`,
    explanation: `${installed === null ? "Leave it out where `django.contrib.contenttypes` is not installed; `INSTALLED_APPS` does not say so plainly. " : ""}Permissions, generic foreign keys and log entries keep their rows. The running release asks for permissions such as ${codeSpan(`${from2}.add_${model2}`)}, which are called ${codeSpan(`${to}.add_${model2}`)} from now on, and a process that has not read the content type yet makes one for ${codeSpan(from2)} anew: let few use them until release 1 runs everywhere, and look then which rows name that one before \`remove_stale_contenttypes\` deletes it with them. Run it in the same \`migrate\` as the move: where that has made the new content type already, nothing is changed.`,
    does: {
      kind: "file",
      migration: {
        name: slug(model2, "content_type"),
        atomic: true,
        dependencies: [["contenttypes", "0002_remove_content_type_name"]],
        operations: [operation({ kind: "RunPython", code: ref("move_content_type"), reverseCode: ref("move_content_type_back"), atomic: null })],
        functions: [move("move_content_type", from2, to), move("move_content_type_back", to, from2)],
        unknown: "Django's ORM makes the `UPDATE` of one row of the content types."
      }
    }
  };
}
function hasContentTypes({ context }) {
  const apps = context.bind.setting?.("INSTALLED_APPS");
  if (apps === void 0) return null;
  if (texts(apps).some((app) => app.startsWith("django.contrib.contenttypes"))) return true;
  return typeof apps === "object" && apps !== null && (apps.kind === "list" || apps.kind === "tuple") && apps.items.every((item2) => typeof item2 === "string") ? false : null;
}

// src/plan/recipes/new-index.ts
var newIndex = {
  id: "new-index",
  title: "A new index",
  when: "`AddIndex`, `db_index=True`, or a nullable column with an index or a unique rule of its own, on a table that is there: writes wait while the index is built.",
  databases: "PostgreSQL: `AddIndexConcurrently` (for `db_index` `CREATE INDEX CONCURRENTLY` by `RunSQL`), in a migration of its own with `atomic = False`. MySQL and MariaDB: `ALGORITHM=INPLACE LOCK=NONE` (MariaDB `NOCOPY`), so that the server refuses where it would stop writes; an index over an expression stops them whatever is asked, and has no plan.",
  reversible: "Always.",
  releases: ["Build the index while writes go on. If it fails, PostgreSQL leaves an invalid index behind: drop it and run the migration again."],
  course(change) {
    const { operation: add, app, record, database } = change;
    if (!record.impact.blocksWrites || record.breaks.length > 0) return null;
    if (add.kind === "AddField") return withNewColumn(change, add);
    const statements = [...record.statements, ...record.deferred];
    const model2 = add.kind === "AddIndex" || add.kind === "AlterField" ? modelOf(change.after, app, add.model) : null;
    if (!model2) return null;
    if (add.kind === "AddIndex" && database.vendor === "postgresql") return own({ name: slug(model2.name, nameOf3(add.index)), atomic: false, operations: [{ ...add, type: "AddIndexConcurrently", concurrently: true }] });
    const texts2 = textsOf(statements);
    if (texts2 === null || !texts2.every((text) => text.startsWith("CREATE INDEX ")) || database.vendor === "sqlite") return null;
    if (add.kind !== "AddIndex" && (add.kind !== "AlterField" || !fieldOf(change.after, app, add.model, add.field.name)?.dbIndex)) return null;
    if (isMySql(database.vendor) && statements.some((statement2) => statement2.change.kind === "CreateIndex" && statement2.change.index.expressions.length > 0)) return null;
    const quote = change.context.dialect.quoteName;
    const build = (text) => database.vendor === "postgresql" ? concurrently(text) : text;
    const drop = (text) => {
      const name = /^CREATE INDEX (\S+)/.exec(text)[1];
      return isMySql(database.vendor) ? `DROP INDEX ${name} ON ${quote(model2.table)}` : `DROP INDEX CONCURRENTLY IF EXISTS ${name}`;
    };
    const state = operation(add);
    const operations = texts2.map((text, index) => runSql([build(text)], [drop(text)], index === texts2.length - 1 ? [state] : []));
    return own({ name: slug(model2.name, add.kind === "AddIndex" ? nameOf3(add.index) : `${add.field.name}_idx`), atomic: false, operations });
  }
};
function withNewColumn(change, add) {
  const field2 = fieldOf(change.after, change.app, add.model, add.field.name);
  if (!field2?.column || field2.remote || !(field2.unique || field2.dbIndex) || change.database.vendor !== "postgresql") return null;
  const bare = operation({ kind: "AddField", model: add.model, field: withArguments(add.field, { unique: void 0, ...withoutIndex(field2) }), preserveDefault: add.preserveDefault });
  const files = indexMigrations(field2, textsOf(change.record.deferred) ?? [], change.context.dialect, change.database);
  const parts = [
    { release: 0, phase: "expand", title: "Add the column alone, without its index", explanation: "", does: { kind: "instead", operations: [apart([bare], [add])] } },
    ...files.map((migration) => ({ release: 0, phase: "expand", title: migration.atomic ? "Make the unique constraint from the index" : "Build the index while writes go on", explanation: "", does: { kind: "file", migration } }))
  ];
  return { shortcuts: [], parts };
}
function own(migration) {
  const part = {
    release: 0,
    phase: "expand",
    title: "Build the index while writes go on, in a migration of its own",
    explanation: migration.atomic ? "" : "It cannot run in a transaction (`atomic = False`). If it fails, drop the invalid index it leaves behind and run it again.",
    does: { kind: "file", migration }
  };
  return { shortcuts: [], parts: [part] };
}
var removedIndex = {
  id: "removed-index",
  title: "An index that goes",
  when: "`RemoveIndex` on a table that the configuration calls hot (`hot-tables`, `row-counts`): dropping it takes a lock that reads and writes wait for, if only for a moment, and it waits for every transaction that is open while all others queue behind it.",
  databases: "PostgreSQL: `RemoveIndexConcurrently`, in a migration of its own with `atomic = False`. Elsewhere an index goes with the short lock that every change of a table takes: set `lock_wait_timeout`.",
  reversible: "Always.",
  releases: ["Drop the index while reads and writes go on."],
  course(change) {
    const { operation: remove, app, record, database } = change;
    if (remove.kind !== "RemoveIndex" || remove.concurrently || database.vendor !== "postgresql" || record.breaks.length > 0) return null;
    const drop = { ...remove, type: "RemoveIndexConcurrently", concurrently: true };
    const part = (operations, before = []) => ({ shortcuts: [], parts: [...before, { release: 0, phase: "expand", title: "Drop the index while reads and writes go on", explanation: "It cannot run in a transaction (`atomic = False`).", does: { kind: "file", migration: { name: slug("remove", remove.name), atomic: false, operations } } }] });
    if (!changesLater(change)) return part([drop]);
    const index = change.before.state.models.get(`${app}.${remove.model.toLowerCase()}`)?.indexes.get(remove.name);
    const build = index === void 0 ? null : operation({ kind: "AddIndex", model: remove.model, index, concurrently: true });
    const [drops, builds] = [sqlOf([drop], app, change.before, change.context), build && sqlOf([build], app, change.after, change.context)];
    if (!drops || !builds) return "the SQL of the index is not known";
    return part([runSql(drops, builds)], [{ release: 0, phase: "expand", title: "Take the index out of the project state; it stays in the database", explanation: "", does: { kind: "instead", operations: [stateOnly([remove])] } }]);
  }
};
function changesLater(change) {
  const later = change.all.slice(change.all.indexOf(change) + 1).filter(({ app, operation: { kind } }) => app === change.app && kind !== "RemoveIndex" && kind !== "AddIndex");
  return later.some((other) => other.operation.kind === "RenameModel" || tableOf(other) === tableOf(change));
}
function nameOf3(index) {
  const name = index !== null && typeof index === "object" && index.kind === "call" ? index.kwargs.get("name") : void 0;
  return typeof name === "string" ? name : "index";
}

// src/plan/recipes/new-check.ts
var newCheck = {
  id: "new-check",
  title: "A new check",
  when: "`AddConstraint` of a `CheckConstraint` on a table that is there: the running release may still write what it refuses, and the server reads every row under a lock.",
  databases: "PostgreSQL: `AddConstraintNotValid` and `ValidateConstraint` of django.contrib.postgres, in migrations of their own. MySQL, and MariaDB before 11.2, copy the table and let no write through meanwhile: `ALGORITHM=COPY, LOCK=SHARED` keeps at least reads going. MariaDB 11.2 and later: `ALGORITHM=COPY, LOCK=NONE`, nothing waits.",
  reversible: "Always.",
  releases: ["The models have the check, the database does not yet: new code keeps it.", "Ask it of new rows (`NOT VALID`), correct old ones, then validate, which stops nobody."],
  course(change) {
    const { operation: add, app, record, database } = change;
    if (add.kind !== "AddConstraint" || database.vendor === "sqlite" || record.statements.length !== 1 || !record.statements.some(({ sql, change: made }) => sql !== null && made.kind === "AddConstraint" && made.constraint.kind === "check")) return null;
    const model2 = modelOf(change.after, app, add.model);
    const constraint = add.constraint;
    const name = typeof constraint === "object" && constraint !== null && constraint.kind === "call" ? constraint.kwargs.get("name") : void 0;
    if (!model2 || typeof name !== "string") return null;
    const postgresql = database.vendor === "postgresql";
    const asked = postgresql ? { name: slug(model2.name, name), atomic: true, operations: [apart([operation({ kind: "AddConstraint", model: add.model, constraint, notValid: true })], [])] } : copied(change, model2, name);
    const validated = { name: slug(model2.name, name, "valid"), atomic: true, operations: [operation({ kind: "ValidateConstraint", model: add.model, name })] };
    const parts = [
      { release: 0, phase: "expand", title: "Give the models the check; the database does not have it yet", explanation: "New code keeps it: validation asks for it, and code that saves without validation must. The running release may still write other values.", does: { kind: "instead", operations: [stateOnly([operation({ kind: "AddConstraint", model: add.model, constraint, notValid: false })])] } },
      { release: 1, phase: "contract", title: postgresql ? "Ask it of new rows, with `NOT VALID`" : "Add the check", explanation: postgresql ? "Then correct the rows that are there." : `Correct the rows that are there first. ${onlineCopy(database) ? "The server copies the table while reads and writes go on; with `LOCK=NONE` it refuses rather than stop them." : "The server copies the table: reads go on, and with `LOCK=SHARED` it refuses rather than stop them, but writes wait until it is done. Measure that on a copy, and run it when few write."}`, does: { kind: "file", migration: asked } },
      ...postgresql ? [{ release: 1, phase: "contract", title: "Validate the check", explanation: "It reads every row and stops nobody; it fails where a row does not comply.", does: { kind: "file", migration: validated } }] : []
    ];
    return { shortcuts: [], parts };
  }
};
function onlineCopy({ vendor, version }) {
  return vendor === "mariadb" && atLeast(version, "11.2");
}
function copied({ record, context: { dialect }, database }, model2, name) {
  const quoted3 = dialect.quoteName(name);
  const statements = textsOf(record.statements) ?? [];
  return {
    name: slug(model2.name, name),
    atomic: false,
    operations: [runSql(statements.map((sql) => `${sql}, ALGORITHM=COPY, LOCK=${onlineCopy(database) ? "NONE" : "SHARED"}`), [alterTable(dialect, model2.table, `DROP ${database.vendor === "mariadb" ? "CONSTRAINT" : "CHECK"} ${quoted3}`)])]
  };
}

// src/plan/recipes/new-unique.ts
var newUnique = {
  id: "new-unique",
  title: "A new unique rule",
  when: "`UniqueConstraint`, `unique=True` or `unique_together` on a table that is there: the running release may still insert duplicates, and building the index stops writes.",
  databases: "PostgreSQL: `CREATE UNIQUE INDEX CONCURRENTLY`, then the constraint `USING INDEX`. MySQL and MariaDB: `ALGORITHM=INPLACE, LOCK=NONE` (MariaDB `NOCOPY`); over an expression MySQL stops writes whatever is asked (`LOCK=SHARED`). The way back makes the index that a foreign key needs before it drops the rule that begins with its column.",
  reversible: "Always.",
  releases: ["The models have the rule, the database does not yet: new code keeps it.", "Look for duplicates, then build the index and the constraint while writes go on."],
  course(change) {
    const { operation: add, app, record, database } = change;
    const name = add.kind === "AddConstraint" || add.kind === "AlterField" ? add.model : add.kind === "AlterUniqueTogether" ? add.name : null;
    const model2 = name === null ? null : modelOf(change.after, app, name);
    if (!model2 || database.vendor === "sqlite") return null;
    const statements = [...record.statements, ...record.deferred];
    if (!statements.some(isUnique)) return null;
    const files = ruleMigrations(statements, change, model2.name);
    if (files === null) return "it does more than make a unique rule; do that in an operation of its own";
    const stopsWrites = isMySql(database.vendor) && statements.some((statement2) => statement2.change.kind === "CreateIndex" && statement2.change.index.expressions.length > 0);
    const parts = [
      { release: 0, phase: "expand", title: "Give the models the rule; the database does not have it yet", explanation: "New code keeps it: validation asks for it, and code that saves without validation must. The running release may still write duplicates.", does: { kind: "instead", operations: [stateOnly([add])] } },
      ...files.map((migration, index) => ({
        release: 1,
        phase: "contract",
        title: migration.atomic ? "Make the constraint from the index" : stopsWrites ? "Build the index; writes wait until it is done" : "Build the index while writes go on",
        explanation: index === 0 ? "It fails where there are duplicates: look for them first, and correct them." : "",
        does: { kind: "file", migration },
        ...index === 0 ? { code: duplicates(statements, change) } : {}
      }))
    ];
    return { shortcuts: [], parts };
  }
};
function isUnique({ change }) {
  return change.kind === "AddConstraint" && change.constraint.kind === "unique" || change.kind === "CreateIndex" && change.index.unique;
}
function ruleMigrations(statements, change, name) {
  const made = statements.map((statement2, index) => migrationsOf(statement2, change, slug(name, "uniq", ...statements.length > 1 ? [String(index + 1)] : [])));
  return made.every((one) => one !== null) ? made.flat() : null;
}
function migrationsOf(statement2, { context: { dialect } }, name) {
  const { change, sql } = statement2;
  if (sql === null) return null;
  if (change.kind === "CreateIndex") {
    const quoted3 = dialect.quoteName(change.index.name);
    if (isMySql(dialect.vendor)) return [{ name, atomic: false, operations: [runSql([sql], [`DROP INDEX ${quoted3} ON ${dialect.quoteName(change.table)}`])] }];
    return [{ name, atomic: false, operations: [runSql([concurrently(sql)], [`DROP INDEX CONCURRENTLY IF EXISTS ${quoted3}`])] }];
  }
  if (change.kind !== "AddConstraint" || change.constraint.kind !== "unique") return null;
  const { constraint } = change;
  if (constraint.name === null || constraint.include.length > 0 || constraint.opclasses.length > 0 || constraint.nullsDistinct !== null) return null;
  return uniqueMigrations({ table: change.table, columns: constraint.columns, name: constraint.name, as: name, deferrable: constraint.deferrable }, dialect);
}
function duplicates(statements, { context: { dialect } }) {
  const queries = statements.flatMap(({ change }) => {
    const columns = change.kind === "AddConstraint" && change.constraint.kind === "unique" ? change.constraint.columns : change.kind === "CreateIndex" && change.index.unique && change.index.expressions.length === 0 ? change.index.columns : [];
    if (columns.length === 0 || !("table" in change) || change.table === null) return [];
    const condition = change.kind === "CreateIndex" && change.index.condition !== null ? ` WHERE ${change.index.condition}` : "";
    const list2 = columns.map((column) => dialect.quoteName(column)).join(", ");
    return [`SELECT ${list2}, count(*) FROM ${dialect.quoteName(change.table)}${condition} GROUP BY ${list2} HAVING count(*) > 1;`];
  });
  return queries.length === 0 ? [] : [{ path: "duplicates.sql", kind: "code", language: "sql", text: `${queries.join("\n")}
` }];
}

// src/plan/recipes/new-exclusion.ts
var newExclusion = {
  id: "new-exclusion",
  title: "A new exclusion constraint",
  when: "`AddConstraint` of an `ExclusionConstraint` on a table that is there: the running release may still write rows that overlap, and the server builds its index while all others wait.",
  databases: "PostgreSQL, the only one that has it. It can be neither `NOT VALID` nor made from an index that is there, so building its index stops reads and writes: a quiet minute, and `lock_timeout` so that it does not queue before others.",
  reversible: "Always.",
  releases: ["The models have the constraint, the database does not yet: new code keeps it.", "Look for rows that overlap and correct them; then add it when few use the table."],
  course(change) {
    const { operation: add, app, record, context } = change;
    if (add.kind !== "AddConstraint") return null;
    const [statement2] = record.statements;
    const made = statement2?.change;
    const model2 = modelOf(change.after, app, add.model);
    if (!model2 || record.statements.length !== 1 || made?.kind !== "AddConstraint" || made.constraint.kind !== "exclusion" || statement2?.sql == null) return null;
    const { dialect } = context;
    const { name, sql } = made.constraint;
    const key = model2.pk?.column;
    const query = key ? overlaps(sql, dialect.quoteName(model2.table), dialect.quoteName(key)) : null;
    const code2 = query === null ? [] : [{ path: "overlaps.sql", kind: "code", language: "sql", text: `${query}
` }];
    const parts = [
      {
        release: 0,
        phase: "expand",
        title: "Give the models the constraint; the database does not have it yet",
        explanation: "New code keeps it: validation asks for it (Django 4.1 and later), and code that saves without validation must. The running release may still write rows that overlap, and so may two requests at the same moment.",
        does: { kind: "instead", operations: [stateOnly([add])] }
      },
      {
        release: 1,
        phase: "contract",
        title: "Add the constraint when few use the table",
        explanation: `Look for rows that overlap first, and correct them, or it fails. Reads and writes of ${codeSpan(model2.table)} wait while its index is built: measure that on a copy. After two seconds of waiting for the lock it gives up; run it again then.`,
        does: { kind: "file", migration: { name: slug(model2.name, name), atomic: true, operations: [runSql(["SET LOCAL lock_timeout = '2s'", statement2.sql], [alterTable(dialect, model2.table, `DROP CONSTRAINT ${dialect.quoteName(name)}`)])] } },
        code: code2
      }
    ];
    return { shortcuts: [], parts };
  }
};
function overlaps(sql, table, key) {
  const inside = /^EXCLUDE USING \w+ \((.*)\)$/s.exec(sql)?.[1];
  const elements = inside?.split(", ").map((element) => /^("(?:[^"]|"")+") WITH (\S+)$/.exec(element));
  if (!elements || !elements.every((element) => element !== null)) return null;
  return `SELECT a.${key}, b.${key} FROM ${table} AS a JOIN ${table} AS b ON a.${key} < b.${key}${elements.map(([, column, operator]) => ` AND a.${column} ${operator} b.${column}`).join("")};`;
}

// src/plan/recipes/nullable-to-not-null.ts
var nullableToNotNull = {
  id: "nullable-to-not-null",
  title: "A nullable column that becomes NOT NULL",
  when: "`AlterField` from `null=True` to NOT NULL: the running release writes NULL itself, so a default in the database does not help it.",
  databases: "PostgreSQL: `CHECK (\u2026 IS NOT NULL) NOT VALID`, `VALIDATE`, then `SET NOT NULL`, which reads no row (12 to 17); from 18 on `NOT NULL \u2026 NOT VALID` and `VALIDATE`. MySQL and MariaDB: `MODIFY` with `ALGORITHM=INPLACE, LOCK=NONE`.",
  reversible: "Always.",
  releases: ["The models say NOT NULL, the database does not yet: no code writes NULL any more.", "Fill the rows that are NULL, then NOT NULL in the database."],
  course(change) {
    const { operation: alter, app, record } = change;
    if (alter.kind !== "AlterField" || !record.breaks.some((breakage) => breakage.release === "running")) return null;
    const [old, next] = [fieldOf(change.before, app, alter.model, alter.field.name), fieldOf(change.after, app, alter.model, alter.field.name)];
    if (!old?.column || !next?.column || !old.null || next.null) return null;
    const rules2 = next.unique && !old.unique ? ruleMigrations([...record.statements, ...record.deferred].filter(({ change: made }) => made.kind === "CreateIndex" || made.kind === "AddConstraint" && made.constraint.kind === "unique"), change, next.model.name) : [];
    if (old.dbType !== next.dbType || old.column !== next.column || rules2 === null) return "it changes the type or the indexes at the same time; change NULL and the rest in migrations of their own";
    const value = defaultOf(alter.field);
    const source = value.kind === "literal" ? { kind: "value", value: value.value } : value.kind === "callable" || value.kind === "now" ? { kind: "call", path: value.path } : { kind: "to write" };
    const state = alter.preserveDefault ? alter : operation({ kind: "AlterField", model: alter.model, field: next.field ?? alter.field, preserveDefault: true });
    const filled = source.kind === "to write" && dataBefore(change).length > 0;
    const fill2 = backfill({ app, model: next.model.name, field: next.name, with: source });
    const strict = notNullMigrations(next, change.context.dialect, change.database);
    const cause = fieldOf(change.all[0].before, app, alter.model, alter.field.name) ? "The running release still writes NULL." : "The running release does not know the column and leaves it NULL.";
    const parts = [
      { release: 0, phase: "expand", title: "Let the models say NOT NULL; the database does not ask for it yet", explanation: `${cause} New code must not: make sure that every place which sets the field gives it a value. Rows may still hold NULL, so code may read \`None\` until release 2.`, does: { kind: "instead", operations: [stateOnly([state])] } },
      ...filled ? [] : [{ release: 1, phase: "migrate", title: "Fill the rows that are NULL", explanation: source.kind === "to write" ? "The field has no default: say in the function what the value is." : "", does: { kind: "file", migration: fill2 } }],
      ...rules2.map((migration) => ({ release: 1, phase: "migrate", title: migration.atomic ? "Make the unique constraint from the index" : "Build the index while writes go on", explanation: "", does: { kind: "file", migration } })),
      ...strict.map((migration, index) => ({ release: 1, phase: "migrate", title: index === strict.length - 1 ? "Make the column NOT NULL" : "Ask it of new rows first, with a rule that is `NOT VALID`", explanation: "", does: { kind: "file", migration } }))
    ];
    return { shortcuts: [], parts };
  }
};

// src/plan/recipes/order-with-respect-to.ts
var orderWithRespectTo = {
  id: "order-with-respect-to",
  title: "`order_with_respect_to` comes or goes",
  when: "`AlterOrderWithRespectTo`: Django adds the column `_order`, `NOT NULL` and without a default that stays, so the running release cannot insert any more; or it drops the column, which every statement of the running release names.",
  databases: "PostgreSQL, MySQL and MariaDB. SQLite has no way to change a column's default but to make the table anew: there the default stays.",
  reversible: "Until release 2. Where the option goes, the order of the rows goes with the column.",
  releases: ["Add `_order` with a default of 0 that stays in the database; or take the option out of the models, and give the column that default.", "Drop the default; or drop the column with `RunSQL`: the project state does not know it any more."],
  course(change) {
    const { operation: alter, app, record } = change;
    if (alter.kind !== "AlterOrderWithRespectTo" || record.breaks.length === 0) return null;
    const [old, next] = [modelOf(change.before, app, alter.name), modelOf(change.after, app, alter.name)];
    const [was, is] = [old?.field("_order"), next?.field("_order")];
    if (old && was && typeof was.dbType === "string" && !is) return goes(change, { model: old.name, table: old.table, type: was.dbType, state: alter });
    if (next && is && typeof is.dbType === "string" && !was) return comes(change, { model: next.name, table: next.table, type: is.dbType, state: alter });
    return null;
  }
};
function comes({ context: { dialect } }, { model: model2, table, type, state }) {
  const column = dialect.quoteName("_order");
  const alter = (action) => alterTable(dialect, table, action);
  const parts = [
    {
      release: 0,
      phase: "expand",
      title: "Add `_order` with a default of 0, and keep that in the database",
      explanation: "Django drops the default again at once; this is its own column with it. Rows that are there, and those of the running release, stand at 0: `set_<model>_order()` gives them their places when you need them.",
      does: { kind: "instead", operations: [runSql([alter(`ADD COLUMN ${column} ${type} DEFAULT 0 NOT NULL`)], [alter(`DROP COLUMN ${column}`)], [state])] }
    }
  ];
  if (dialect.vendor === "sqlite") return { shortcuts: [], parts, differs: "the column keeps its default" };
  parts.push({
    release: 1,
    phase: "contract",
    title: "Drop the database default",
    explanation: "All code sends a value now.",
    does: { kind: "file", migration: { name: slug(model2, "order_no_default"), atomic: true, operations: [runSql([alter(`ALTER COLUMN ${column} DROP DEFAULT`)], [alter(`ALTER COLUMN ${column} SET DEFAULT 0`)])] } }
  });
  return { shortcuts: [], parts };
}
function goes({ context: { dialect } }, { model: model2, table, type, state }) {
  if (dialect.vendor === "sqlite") return "SQLite cannot give the column a default without making the table anew. Stop the running release, migrate, and start the new one";
  const column = dialect.quoteName("_order");
  const alter = (action) => alterTable(dialect, table, action);
  const parts = [
    {
      release: 0,
      phase: "expand",
      title: "Take the option out of the models; `_order` stays, with a default in the database",
      explanation: "The new release does not send the column any more. The running release reads 0 in rows that the new one inserts.",
      does: { kind: "instead", operations: [runSql([alter(`ALTER COLUMN ${column} SET DEFAULT 0`)], [alter(`ALTER COLUMN ${column} DROP DEFAULT`)], [state])] }
    },
    {
      release: 1,
      phase: "contract",
      title: "Drop `_order`",
      explanation: "Backwards it comes back with every row at 0.",
      gate: "nothing names the column `_order` any more",
      does: { kind: "file", migration: { name: slug("drop", model2, "order"), atomic: true, operations: [runSql([alter(`DROP COLUMN ${column}${dialect.vendor === "postgresql" ? " CASCADE" : ""}`)], [alter(`ADD COLUMN ${column} ${type} DEFAULT 0 NOT NULL`)])] } }
    }
  ];
  return { shortcuts: [], parts };
}

// src/plan/recipes/required-column.ts
var requiredColumn = {
  id: "required-column",
  title: "A new column that must have a value",
  when: "`AddField` of a field without `null=True`: Django drops the column's default right after adding it, so code that does not know the column cannot insert any more.",
  databases: "Django 5.0 and later: `db_default`, one release. Before: the same column default by `RunSQL` (by `AddDefaultValue` where the project uses django-add-default-value), dropped in release 2. Where the value differs from row to row: a nullable column, a backfill, then `NOT NULL` (PostgreSQL by way of a rule that is `NOT VALID` at first: a `CHECK`, from 18 on `NOT NULL` itself; MySQL and MariaDB in place).",
  reversible: "Every step, until code relies on the new values.",
  releases: ["Add the column with a default that stays in the database, or nullable.", "Fill the rows that have no value, then `NOT NULL`; or drop the database default."],
  course(change) {
    const { operation: operation2 } = change;
    if (operation2.kind === "AddField" && requiredLater(change)) return withoutValue(change, operation2);
    if (operation2.kind !== "AddField" || !change.record.breaks.some((breakage) => breakage.statement === "INSERT" && breakage.release === "running")) return null;
    const field2 = fieldOf(change.after, change.app, operation2.model, operation2.field.name);
    if (!field2?.column || field2.null || field2.dbDefault !== void 0 || field2.generated) return null;
    const plain = !field2.unique && field2.remote === null;
    const empty = plain && field2.blank && field2.emptyStringsAllowed && !operation2.field.kwargs.has("default");
    const add = empty ? { ...operation2, field: withArguments(operation2.field, { default: "" }) } : operation2;
    const value = defaultOf(add.field);
    if (plain && (value.kind === "literal" || value.kind === "now") && atLeast(change.django, "5.0")) return withDbDefault(change, add, value.db, field2);
    if (plain && value.kind === "literal") {
      const kept = withKeptDefault(change, operation2, field2);
      if (kept) return kept;
    }
    return nullableFirst(change, operation2, field2);
  }
};
function withoutValue(change, add) {
  const { kind } = defaultOf(add.field);
  if (kind !== "callable" && kind !== "now") return null;
  const bare = operation({ kind: "AddField", model: add.model, field: withArguments(add.field, { default: void 0 }), preserveDefault: true });
  return { shortcuts: [], parts: [{ release: 0, phase: "expand", title: "Add the column empty", explanation: "Django would call the default once and give all rows that are there the same value. Empty ones can be told from those that new code writes.", does: { kind: "instead", operations: [apart([bare], [add])] } }] };
}
function withDbDefault(change, { model: model2, field: field2, preserveDefault }, db, bound) {
  const wanted2 = preserveDefault ? field2 : withArguments(field2, { default: void 0 });
  const added3 = withArguments(wanted2, { db_default: db });
  const add = (one) => operation({ kind: "AddField", model: model2, field: one, preserveDefault: true });
  const made = statementsOf([add(added3)], change.app, change.before, change.context);
  if (!made) return "its value cannot be written as SQL; add the column with `null=True`, fill it, then make it NOT NULL";
  const title = `Add the column with ${codeSpan(`db_default=${writeValue(db, importsOf(), 0)}`)}`;
  const explanation = "The database then supplies the value for code that does not know the column";
  const later = bound.dbIndex && change.database.vendor === "postgresql";
  const bare = later ? withArguments(added3, { db_index: false }) : added3;
  const indexes = later ? indexMigrations(bound, textsOf(change.record.deferred) ?? [], change.context.dialect, change.database).map((migration) => ({ release: 0, phase: "expand", title: "Build the index while writes go on", explanation: "", does: { kind: "file", migration } })) : [];
  if (preserveDefault) {
    const only = { release: 0, phase: "expand", title, explanation: `${explanation}: one release is enough. The default may stay.`, does: { kind: "instead", operations: [later ? apart([add(bare)], [add(added3)]) : add(added3)] } };
    return { shortcuts: [], parts: [only, ...indexes], differs: `${field2.name} keeps its db_default` };
  }
  const alter = (one) => operation({ kind: "AlterField", model: model2, field: one, preserveDefault: true });
  const dropped = statementsOf([alter(wanted2)], change.app, made.after, change.context);
  const [drop, back] = [dropped && textsOf(dropped.statements), dropped && sqlOf([alter(added3)], change.app, dropped.after, change.context)];
  if (!drop || !back) return "the SQL of its default is not known";
  const parts = [
    { release: 0, phase: "expand", title: `${title}, in the database alone`, explanation: `${explanation}. The models have no default, as you want it: new code must send a value.`, does: { kind: "instead", operations: [apart([add(bare)], [add(wanted2)])] } },
    ...indexes,
    { release: 1, phase: "contract", title: "Drop the database default", explanation: "All code sends a value now.", does: { kind: "file", migration: { name: slug(model2, field2.name, "no_default"), atomic: true, operations: [runSql(drop, back)] } } }
  ];
  return { shortcuts: [], parts };
}
function withKeptDefault(change, add, field2) {
  const { record, context } = change;
  const { dialect } = context;
  const [first, drop, ...rest] = record.statements;
  if (!first?.sql || !drop?.sql || rest.length > 0 || record.deferred.length > 0) return null;
  const [added3, dropped] = [changesOf(first)[0], changesOf(drop)[0]];
  if (added3?.kind !== "AddColumn" || !added3.column.default || dropped?.kind !== "AlterColumn" || dropped.actions.some((action) => action.kind !== "DropDefault")) return null;
  const column = dialect.quoteName(field2.column);
  const back = alterTable(dialect, field2.model.table, `DROP COLUMN ${column}`);
  const restore = alterTable(dialect, field2.model.table, `ALTER COLUMN ${column} SET DEFAULT ${added3.column.default.sql}`);
  const value = defaultOf(add.field);
  const byPackage = change.uses.addDefaultValue && change.database.vendor === "postgresql" && change.migration.atomic && value.kind === "literal";
  const parts = [
    {
      release: 0,
      phase: "expand",
      title: "Add the column with its default, and keep that in the database",
      explanation: byPackage ? "Django before 5.0 drops the default again at once; `AddDefaultValue`, which the project uses already, sets it for good in the same transaction." : "Django before 5.0 drops the default again at once; this is its own statement without that.",
      does: { kind: "instead", operations: byPackage ? [add, operation({ kind: "AddDefaultValue", model: add.model, name: add.field.name, value: value.value })] : [runSql([first.sql], [back], [add])] }
    },
    {
      release: 1,
      phase: "contract",
      title: "Drop the database default",
      explanation: "All code sends a value now.",
      does: { kind: "file", migration: { name: slug(add.model, add.field.name, "no_default"), atomic: true, operations: [runSql([drop.sql], [restore])] } }
    }
  ];
  return { shortcuts: [], parts };
}
function nullableFirst(change, add, field2) {
  const { model: model2, field: written4 } = add;
  const foreignKey = field2.remote !== null && change.database.vendor === "postgresql";
  const column = foreignKey ? bareForeignKey(written4, field2) : written4;
  const nullable = operation({ kind: "AddField", model: model2, field: withArguments(column, { null: true, default: void 0, ...field2.unique ? { unique: void 0 } : {}, ...field2.remote ? {} : withoutIndex(field2) }), preserveDefault: true });
  if (field2.remote && field2.unique) return "every row needs another one to point at: add it with `null=True`, fill it, then make it NOT NULL";
  const made = statementsOf([nullable], change.app, change.before, change.context);
  if (!made) return "the SQL of its column is not known";
  const value = defaultOf(written4);
  const fill2 = backfill({
    app: change.app,
    model: field2.model.name,
    field: written4.name,
    with: value.kind === "literal" ? { kind: "value", value: value.value } : value.kind === "callable" || value.kind === "now" ? { kind: "call", path: value.path } : { kind: "to write" }
  });
  const { dialect } = change.context;
  const own2 = foreignKey ? foreignKeyMigrations(change, field2) : indexMigrations(field2, field2.remote ? [] : textsOf(change.record.deferred) ?? [], dialect, change.database).map((one) => [one.atomic ? "Make the unique constraint from the index" : "Build the index while writes go on", one]);
  const files = [
    ["Fill the rows that have no value", value.kind === "none" || value.kind === "unreadable" ? "Say in the function what the value is." : "Rows that the release before this plan inserted, and all older ones.", fill2],
    ...own2.map(([title, one]) => [title, "", one]),
    ...notNullMigrations(field2, dialect, change.database).map((one, index, all) => [index === all.length - 1 ? "Make the column NOT NULL" : "Ask it of new rows first, with a rule that is `NOT VALID`", "", one])
  ];
  return {
    shortcuts: [],
    parts: [
      {
        release: 0,
        phase: "expand",
        title: "Add the column nullable; the model says it is required",
        explanation: "Code that does not know the column leaves it NULL. Until release 2 has filled it, code may read `None`.",
        does: { kind: "instead", operations: [apart([nullable], [add])] }
      },
      ...files.map(([title, explanation, migration]) => ({ release: 1, phase: "migrate", title, explanation, does: { kind: "file", migration } }))
    ]
  };
}

// src/plan/recipes/renamed-field.ts
var renamedField = {
  id: "renamed-field",
  title: "A field that gets another name",
  when: "`RenameField` where the column's name follows: every statement of the running release names the old column.",
  databases: "All.",
  reversible: "With `db_column` always: nothing happens in the database. Else until release 4 has dropped the old column; going back from release 3 copies what was written to the new one.",
  releases: [
    "Shortest: keep the column with `db_column`. One release, no SQL.",
    "Else: add the new column, nullable; code writes both and reads the old one.",
    "Fill the new column in batches, make it NOT NULL; code reads the new one and goes on writing both.",
    "Take the old field out of the code; its column may be empty.",
    "Drop the old column."
  ],
  course(change) {
    const { operation: rename } = change;
    if (rename.kind === "AlterField") return altersRenamed(change, rename);
    if (rename.kind !== "RenameField" || change.record.breaks.length === 0) return null;
    const field2 = fieldOf(change.before, change.app, rename.model, rename.from);
    if (!field2?.field) return null;
    if (field2.remote?.kind === "many to many") return keepTable(change, rename, field2);
    if (!field2.column) return null;
    const shortcut = keepColumn(rename, field2);
    const parts = movedColumn(change, rename, field2);
    if (parts !== null) return { shortcuts: alteredLater(change, rename, field2) ? [] : [shortcut.shortcut], parts };
    return { shortcuts: [], parts: [shortcut.part], differs: `the column stays ${field2.column}` };
  }
};
function movedColumn(change, rename, field2) {
  const altered = alteredLater(change, rename, field2);
  const target = fieldOf((altered ?? change).after, change.app, rename.model, rename.to);
  if (!target?.column || !isPlain2(change, field2) || altered && !isPlain2(altered, target)) return null;
  const wanted2 = { ...altered?.operation.field ?? field2.field, name: rename.to };
  return fourReleases(change, { field: field2, wanted: wanted2, target, converts: conversion(field2, target, wanted2) });
}
function alteredLater({ all, app }, { model: model2, to }, field2) {
  const found = all.filter((other) => other.operation.kind === "AlterField" && other.app === app && other.operation.model.toLowerCase() === model2.toLowerCase() && other.operation.field.name === to).at(-1);
  const next = found && fieldOf(found.after, app, model2, to);
  return found && next && needsPlan(found.record) && (!field2.null || next.null) ? found : null;
}
function altersRenamed(change, alter) {
  for (const other of change.all.slice(0, change.all.indexOf(change))) {
    const rename = other.operation;
    if (rename.kind !== "RenameField" || other.app !== change.app || rename.model.toLowerCase() !== alter.model.toLowerCase() || rename.to !== alter.field.name) continue;
    const field2 = fieldOf(other.before, other.app, rename.model, rename.from);
    if (!field2?.field || alteredLater(other, rename, field2) !== change || movedColumn(other, rename, field2) === null) continue;
    return { shortcuts: [], parts: [{ release: 0, phase: "expand", title: `Done with the new column ${codeSpan(rename.to)}`, explanation: "It is made as this operation wants it.", does: { kind: "instead", operations: [] } }] };
  }
  return null;
}
function keepColumn(rename, field2) {
  const kept = withArguments(field2.field, { db_column: field2.column });
  const operations = [operation({ kind: "AlterField", model: rename.model, field: kept, preserveDefault: true }), operation({ kind: "RenameField", model: rename.model, from: rename.from, to: rename.to })];
  const example = `${rename.to} = ${writeValue(fieldCall(kept), importsOf(), 0)}`;
  return {
    shortcut: { target: "", text: `Keep the column: with ${codeSpan(`db_column="${field2.column}"`)} the field gets its new name in the code alone, in one release and without any SQL.`, code: example },
    part: { release: 0, phase: "expand", title: `Rename the field, keep its column with ${codeSpan(`db_column="${field2.column}"`)}`, explanation: "The new name is the code's alone; nothing happens in the database, so one release is enough.", does: { kind: "instead", operations } }
  };
}
function keepTable(change, rename, field2) {
  const through = field2.remote?.through;
  if (!through || !field2.remote?.throughAuto) return null;
  const kept = withArguments(field2.field, { db_table: through.table });
  const operations = [operation({ kind: "AlterField", model: rename.model, field: kept, preserveDefault: true }), operation({ kind: "RenameField", model: rename.model, from: rename.from, to: rename.to })];
  const part = { release: 0, phase: "expand", title: `Rename the field, keep its table with ${codeSpan(`db_table="${through.table}"`)}`, explanation: "The new name is the code's alone; nothing happens in the database, so one release is enough.", does: { kind: "instead", operations } };
  return { shortcuts: [], parts: [part], differs: `the table stays ${through.table}` };
}

// src/plan/recipes/raw-sql.ts
var rawSql = {
  id: "raw-sql",
  title: "Raw SQL with a safer form",
  when: "`RunSQL` of one statement that builds an index, adds a constraint, sets NOT NULL, or adds a column that must have a value, drops or renames one, with a `state_operations` that says so.",
  databases: "PostgreSQL: `CONCURRENTLY`, `NOT VALID` and `VALIDATE`, a unique index first and the constraint from it. MySQL and MariaDB: `ALGORITHM` and `LOCK`, so that the server refuses where it would stop writes.",
  reversible: "As your `reverse_sql` says; where the steps are others than your statement, each has a way back of its own, and the plan says so.",
  releases: ["The same with `state_operations` alone where the rule is one that the running release may break; else the safer form at once.", "The safer form, in migrations of its own."],
  course(change) {
    const { operation: run, record } = change;
    if (run.kind !== "RunSQL") return null;
    const made = record.statements.flatMap(changesOf).filter(({ kind }) => kind !== "NoEffect");
    const [only] = made;
    const sql = onlySql(run)?.trim().replace(/;$/, "").trimEnd();
    if (only === void 0 || only.kind === "Unknown" || only.kind === "WriteRows" || only.kind === "Other") return null;
    if (made.length !== 1 || sql === void 0) return "it does several things. Give each statement a `RunSQL` of its own, with its own way back";
    if (only.kind === "DropColumn" || only.kind === "RenameColumn") return asWritten(run, asOperation(change, run, only));
    if (only.kind === "AddColumn" && !only.column.null && only.column.default === null) return asWritten(run, required(change, run, only));
    const files = safer(change, run, only, sql);
    if (files === null || typeof files === "string") return files;
    const later = record.breaks.length > 0;
    const parts = files.map(([title, migration], index) => ({ release: later ? 1 : 0, phase: later ? "contract" : "expand", title, explanation: index === 0 && later && only.kind === "AddConstraint" ? "It fails where rows do not comply: look for them first, and correct them." : "", does: { kind: "file", migration } }));
    const told2 = run.stateOperations.length > 0;
    const state = { release: 0, phase: "expand", title: told2 ? "Let the models say it; the database does not have it yet" : "Leave it out of this release", explanation: `The running release may still write other values. New code must not${told2 ? "" : ", though nothing in the models says so"}.`, does: { kind: "instead", operations: told2 ? [stateOnly(run.stateOperations)] : [] } };
    return asWritten(run, { shortcuts: [], parts: later ? [state, ...parts] : parts });
  }
};
function asWritten(run, course) {
  if (course === null || typeof course === "string") return course;
  const { more: more2 } = run;
  const given = (one) => more2 !== void 0 && (one.kind === "RunSQL" || one.kind === "RunPython") && one.more === void 0 ? { ...one, more: more2 } : one;
  const parts = course.parts.map((part) => {
    const { does: does2 } = part;
    if (does2.kind === "file") return { ...part, does: { ...does2, migration: { ...does2.migration, operations: does2.migration.operations.map(given) } } };
    return does2.kind === "instead" ? { ...part, does: { ...does2, operations: does2.operations.map(given) } } : part;
  });
  const kept = parts.some(({ does: does2 }) => (does2.kind === "file" ? does2.migration.operations : does2.kind === "instead" ? does2.operations : []).some((one) => one.kind === "RunSQL" && one.reverseSql === run.reverseSql));
  const own2 = typeof run.reverseSql === "string" && run.reverseSql !== "" && !kept;
  return { ...course, parts: own2 ? parts.map((part, index) => index === 0 ? { ...part, explanation: `${part.explanation}${part.explanation === "" ? "" : " "}Each step has a way back of its own, in the place of your \`reverse_sql\`.` } : part) : parts };
}
function asOperation(change, run, made) {
  const [state] = run.stateOperations;
  if (run.stateOperations.length !== 1 || state === void 0) return made.kind === "DropColumn" ? "give it `state_operations` with the `RemoveField`, so that the project state follows" : "give it `state_operations` with the `RenameField`, so that the project state follows";
  if (made.kind === "DropColumn" && state.kind === "RemoveField") {
    const field2 = fieldOf(change.before, change.app, state.model, state.name);
    return field2?.column === made.column ? removal(change, field2, 0) : null;
  }
  return made.kind === "RenameColumn" && state.kind === "RenameField" ? renamedField.course({ ...change, operation: state }) : null;
}
function required(change, run, { table, column }) {
  const { dialect } = change.context;
  const [name, type] = [dialect.quoteName(column.name), typeof column.type === "string" ? column.type : "\u2026"];
  const advice = `a column that must have a value needs one for the rows that are there, and a \`DEFAULT\` as long as a release does not send any. Give it \`state_operations\` with the \`AddField\`, and there is a plan; or add it in this release with ${codeSpan(alterTable(dialect, table, `ADD COLUMN ${name} ${type}`))} alone, write a value in the code, fill the rows that have none in the next release, and set \`NOT NULL\` then`;
  const [state] = run.stateOperations;
  if (run.stateOperations.length !== 1 || state?.kind !== "AddField") return advice;
  const field2 = fieldOf(change.after, change.app, state.model, state.field.name);
  const made = statementsOf([state], change.app, change.before, change.context);
  if (field2?.model.table !== table || field2.column !== column.name || !made) return advice;
  const deferred = made.statements.filter((statement2) => statement2.change.kind === "CreateIndex");
  const course = requiredColumn.course({ ...change, operation: state, record: { ...change.record, statements: made.statements.filter((statement2) => !deferred.includes(statement2)), deferred } });
  if (course === null || typeof course === "string") return course ?? advice;
  if (field2.dbType === column.type || typeof field2.dbType !== "string") return course;
  const told2 = `The column has the type of the field, ${codeSpan(field2.dbType)}, where your SQL says ${codeSpan(type)}.`;
  return { ...course, parts: course.parts.map((part, index) => index === 0 ? { ...part, explanation: [part.explanation, told2].filter((text) => text !== "").join(" ") } : part) };
}
function safer(change, run, made, sql) {
  const { dialect } = change.context;
  const mysql = isMySql(dialect.vendor);
  if (dialect.vendor === "sqlite") return null;
  const later = change.record.breaks.length > 0;
  const as = (text) => operation({ kind: "RunSQL", sql: text, reverseSql: run.reverseSql, stateOperations: later ? [] : run.stateOperations, ...run.more && { more: run.more } });
  switch (made.kind) {
    case "CreateIndex": {
      if (made.concurrently) return null;
      const built2 = mysql ? `${sql} ALGORITHM=INPLACE LOCK=NONE` : sql.replace(/^(\s*CREATE\s+(?:UNIQUE\s+)?INDEX)\s+/i, "$1 CONCURRENTLY ");
      return [["Build the index while writes go on", { name: slug(made.index.name), atomic: false, operations: [as(built2)] }]];
    }
    case "AddConstraint": {
      const { constraint } = made;
      if (constraint.name === null) return "give the constraint a name, so that a later statement can say which one it means";
      const name = dialect.quoteName(constraint.name);
      if (constraint.kind === "unique" && constraint.usingIndex === null && constraint.include.length === 0 && constraint.nullsDistinct === null) {
        const files = uniqueMigrations({ table: made.table, columns: constraint.columns, name: constraint.name, as: slug(constraint.name), deferrable: constraint.deferrable }, dialect);
        return files.map((file, index) => [file.atomic ? "Make the constraint from the index" : "Build the index while writes go on", index === files.length - 1 && !later ? withState(file, run) : file]);
      }
      if (mysql || constraint.kind !== "check" && constraint.kind !== "foreign key" || constraint.notValid) return null;
      return [
        ["Add the constraint, `NOT VALID`: rows that are there are not read", { name: slug(constraint.name), atomic: true, operations: [as(`${sql} NOT VALID`)] }],
        ["Validate the constraint; writes go on", { name: slug(constraint.name, "valid"), atomic: true, operations: [runSql([alterTable(dialect, made.table, `VALIDATE CONSTRAINT ${name}`)], [])] }]
      ];
    }
    case "AlterColumn": {
      const [action] = made.actions;
      if (made.actions.length !== 1 || action?.kind !== "SetNotNull") return null;
      const field2 = change.before.bound.keys.flatMap((key) => change.before.bound.get(key)?.localFields ?? []).find((one) => one.model.table === made.table && one.column === action.column);
      if (!field2) return null;
      const files = notNullMigrations(field2, dialect, change.database);
      const fill2 = run.stateOperations.length === 0 ? [] : [["Fill the rows that are NULL; say in the function what the value is", backfill({ app: field2.model.app, model: field2.model.name, field: field2.name, with: { kind: "to write" } })]];
      return [...fill2, ...files.map((file, index) => [index === files.length - 1 ? `Make ${codeSpan(action.column)} NOT NULL` : "Ask it of new rows first, with a rule that is `NOT VALID`", file])];
    }
    default:
      return null;
  }
}
function withState(file, run) {
  return { ...file, operations: file.operations.map((one, index) => index === file.operations.length - 1 && one.kind === "RunSQL" ? { ...one, stateOperations: run.stateOperations } : one) };
}

// src/plan/recipes/kept-through.ts
function throughModel({ app }, field2) {
  const through = field2.remote?.through;
  if (!through || !field2.remote?.throughAuto || !through.pk) return null;
  const keys = through.localFields.filter((one) => one.remote !== null);
  if (keys.length !== 2) return null;
  const name = nameOf4(field2);
  const foreignKey = (key) => ({ name: key.name, path: "django.db.models.ForeignKey", args: [], kwargs: /* @__PURE__ */ new Map([["on_delete", ref("django.db.models.deletion.CASCADE")], ["related_name", "+"], ["to", targetOf2(key)]]), place: nowhere, unknown: null });
  const id = { name: through.pk.name, path: through.pk.path, args: [], kwargs: /* @__PURE__ */ new Map([["auto_created", true], ["primary_key", true], ["serialize", false], ["verbose_name", "ID"]]), place: nowhere, unknown: null };
  const options = /* @__PURE__ */ new Map([["db_table", through.table], ["unique_together", { kind: "set", items: [{ kind: "tuple", items: keys.map((key) => key.name) }] }]]);
  return { create: { kind: "CreateModel", name, fields: [id, ...keys.map(foreignKey)], options, bases: [] }, label: `${app}.${name}` };
}
function nameOf4(field2) {
  return `${field2.model.name}${field2.name.split("_").map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("")}`;
}
function targetOf2(key) {
  return key.remote.model?.key ?? "";
}

// src/plan/recipes/renamed-model.ts
var renamedModel = {
  id: "renamed-model",
  title: "A model that gets another name",
  when: "`RenameModel` of a model whose table follows its name: every statement of the running release names the old table, and the old column in the tables of its many-to-many fields.",
  databases: "All. If the tables must have the new names: a view with the old name takes the running release's statements (PostgreSQL, MySQL and MariaDB).",
  reversible: "Always: nothing happens in the database.",
  releases: ["Keep the table with `db_table`, and rename the model in the code alone. Its many-to-many tables stay by a `through` model that the project state alone gets. One release, no SQL."],
  course(change) {
    const { operation: rename } = change;
    if (rename.kind !== "RenameModel" || change.record.breaks.length === 0) return null;
    const model2 = modelOf(change.before, change.app, rename.from);
    if (!model2) return null;
    const joined = manyToManyOf(change, model2);
    if (joined.some((field2) => !field2.field || field2.model.app !== change.app)) return "a many-to-many field of another app has a column named after the model; give it a `through` model of its own first, or leave the model its name";
    const kept = joined.flatMap((field2) => {
      const through = throughModel(change, field2);
      return through === null ? [] : [operation(through.create), operation({ kind: "AlterField", model: field2.model.name, field: withArguments(field2.field, { through: through.label }), preserveDefault: true })];
    });
    if (kept.length !== joined.length * 2) return "the table of its many-to-many field is not known";
    const operations = [
      ...kept.length > 0 ? [stateOnly(kept)] : [],
      ...model2.state?.options.get("db_table") === void 0 ? [operation({ kind: "AlterModelTable", name: rename.from, table: model2.table })] : [],
      operation({ kind: "RenameModel", from: rename.from, to: rename.to })
    ];
    const part = {
      release: 0,
      phase: "expand",
      title: `Rename the model, keep its table with ${codeSpan(`db_table = "${model2.table}"`)}${joined.length > 0 ? `, and ${joined.map((field2) => codeSpan(field2.remote.through.table)).join(" and ")} with a model of its own` : ""}`,
      explanation: `The new name is the code's alone; nothing happens in the database, so one release is enough.${joined.length > 0 ? " The many-to-many field is used as before: `add()`, `remove()` and `set()` work with such a model." : ""}`,
      does: { kind: "instead", operations }
    };
    return { shortcuts: view(change, rename, model2, joined), parts: [part], differs: `the table stays ${model2.table}` };
  }
};
function manyToManyOf(change, model2) {
  return [...new Set(change.before.bound.incoming(model2.key).flatMap((field2) => field2.model.autoCreatedBy ? [field2.model.autoCreatedBy] : []))];
}
function view(change, rename, model2, joined) {
  const next = modelOf(change.after, change.app, rename.to);
  if (!next || next.table === model2.table) return [];
  const tables = [{ from: model2, to: next }, ...joined.flatMap((field2) => {
    const from2 = field2.remote?.through;
    const to = manyToManyOf({ ...change, before: change.after }, next).find((one) => one.name === field2.name)?.remote?.through;
    return from2 && to ? [{ from: from2, to }] : [];
  })];
  return bridge(change, tables);
}
function bridge({ context: { dialect } }, tables) {
  const columns = ({ localFields }) => localFields.map(({ column }) => column).join("\n");
  if (dialect.vendor === "sqlite" || tables.some(({ from: from2, to }) => from2.table === to.table && columns(from2) !== columns(to))) return [];
  const quote = dialect.quoteName;
  const lines2 = tables.filter(({ from: from2, to }) => from2.table !== to.table).flatMap(({ from: from2, to }) => {
    const pairs = from2.localFields.flatMap((field2, index) => field2.column && to.localFields[index]?.column ? [[field2.column, to.localFields[index].column]] : []);
    const renamed2 = pairs.filter(([old, now2]) => old !== now2);
    const selected = renamed2.length === 0 ? "*" : pairs.map(([old, now2]) => old === now2 ? quote(old) : `${quote(now2)} AS ${quote(old)}`).join(", ");
    const rename = isMySql(dialect.vendor) ? `RENAME TABLE ${quote(from2.table)} TO ${quote(to.table)};` : `ALTER TABLE ${quote(from2.table)} RENAME TO ${quote(to.table)};`;
    return [rename, ...renamed2.map(([old, now2]) => `ALTER TABLE ${quote(to.table)} RENAME COLUMN ${quote(old)} TO ${quote(now2)};`), `CREATE VIEW ${quote(from2.table)} AS SELECT ${selected} FROM ${quote(to.table)};`];
  });
  const drops = tables.filter(({ from: from2, to }) => from2.table !== to.table).map(({ from: from2 }) => `DROP VIEW ${quote(from2.table)};`);
  const [together, gap] = isMySql(dialect.vendor) ? ["one after the other", " Between the statements the old name is gone for a moment: there is no transaction around them."] : ["in one `RunSQL`, which is one transaction", ""];
  return [{ target: "", another: true, text: `Where the tables must have the new names, rename them and make views with the old names ${together}, with your operation in its \`state_operations\`. The views take the statements of the running release, also \`INSERT \u2026 RETURNING\` and \`SELECT \u2026 FOR UPDATE\`; foreign keys follow the tables.${gap} Drop the views when no older process is left.`, code: [...lines2, "-- in the next release", ...drops].join("\n") }];
}
var changedTable = {
  id: "changed-table",
  title: "A table that gets another name",
  when: "`AlterModelTable`: every statement of the running release names the old table.",
  databases: "All. A view with the table's old name takes the running release's statements, if the table must be renamed (PostgreSQL, MySQL and MariaDB).",
  reversible: "Always: nothing happens in the database.",
  releases: ["Keep the table: leave `db_table` as it is."],
  course(change) {
    const { operation: alter } = change;
    if (alter.kind !== "AlterModelTable" || change.record.breaks.length === 0) return null;
    const [old, next] = [modelOf(change.before, change.app, alter.name), modelOf(change.after, change.app, alter.name)];
    if (!old || !next) return null;
    const joined = old.localManyToMany.flatMap((field2, index) => {
      const [from2, to] = [field2.remote?.throughAuto ? field2.remote.through : null, next.localManyToMany[index]?.remote?.through];
      return from2 && to && from2.table !== to.table ? [{ from: from2, to }] : [];
    });
    return {
      shortcuts: bridge(change, [{ from: old, to: next }, ...joined]),
      parts: [{ release: 0, phase: "expand", title: `Keep the table ${codeSpan(old.table)}`, explanation: "A table's name is nobody's but the database's: leave it, and nothing has to be planned.", does: { kind: "instead", operations: [] } }],
      differs: `the table stays ${old.table}`
    };
  }
};

// src/plan/recipes/through-model.ts
var throughModel2 = {
  id: "through-model",
  title: "A many-to-many field gets a `through` model",
  when: '`AlterField` of a `ManyToManyField` to one with `through`: makemigrations writes it, and migrate refuses it ("you cannot alter to or from M2M fields, or add or remove through= on M2M fields").',
  databases: "All: nothing happens in the database but for columns that the model adds.",
  reversible: "Always.",
  releases: ["The new model takes the table that is there, with `db_table`, in the project state alone; its further fields are added after that. They must be nullable or have a `db_default`, for the running release does not send them."],
  course(change) {
    const { operation: alter, app } = change;
    if (alter.kind !== "AlterField" || !isRefused(change.record)) return null;
    const [old, next] = [fieldOf(change.before, app, alter.model, alter.field.name), fieldOf(change.after, app, alter.model, alter.field.name)];
    if (old?.remote?.kind !== "many to many" || next?.remote?.kind !== "many to many") return `Django cannot alter a field to or from a many-to-many field. Add the new one under a name of its own beside the old one, write both, fill it, read it, and remove the old one last`;
    const { through: table, throughFrom, throughTo } = old.remote;
    const model2 = next.remote.through;
    if (!old.remote.throughAuto || next.remote.throughAuto || !table || !throughFrom || !throughTo) return "Django cannot take the `through` model away. Add a plain many-to-many field under a name of its own, copy the rows, and remove the old one last";
    const created = model2 && change.all.find(({ operation: other, app: label }) => other.kind === "CreateModel" && `${label}.${other.name.toLowerCase()}` === model2.key);
    if (!created || created.operation.kind !== "CreateModel" || created.migration !== change.migration) return `the model ${codeSpan(model2?.name ?? "it goes through")} is not made in this migration: its table and that of the field are two. Copy the rows in a data migration while code writes both, then let the field go through the model in the project state alone (\`SeparateDatabaseAndState\`), and drop the old table last`;
    const columns = [throughFrom.column, throughTo.column];
    const own2 = model2.localFields.filter((field2) => field2.primaryKey || columns.includes(field2.column));
    const missing2 = columns.filter((column) => !own2.some((field2) => field2.column === column));
    if (missing2.length > 0) return `the table ${codeSpan(table.table)} has the columns ${columns.map((column) => codeSpan(column ?? "?")).join(" and ")}: give the model's foreign keys these with \`db_column\``;
    if (["indexes", "constraints"].some((option) => created.operation.kind === "CreateModel" && created.operation.options.has(option))) return "the model's indexes and constraints cannot come with a table that is there: add them in a migration after this one";
    const more2 = created.operation.fields.filter((field2) => model2.localFields.some((bound) => bound.name === field2.name && !own2.includes(bound)));
    const unfit = more2.find((field2) => field2.kwargs.get("null") !== true && !field2.kwargs.has("db_default"));
    if (unfit) return `${codeSpan(unfit.name)} must be nullable or have a \`db_default\`: the running release inserts rows without it. Make it required in a later release`;
    const state = operation({ ...created.operation, fields: created.operation.fields.filter((field2) => !more2.includes(field2)), options: new Map([...created.operation.options, ["db_table", table.table]]) });
    const parts = [
      {
        release: 0,
        phase: "expand",
        title: `Let ${codeSpan(model2.name)} take the table ${codeSpan(table.table)}, and the field go through it, in the project state alone`,
        explanation: `The running release goes on with its table. It keeps the rule that no pair is there twice${more2.length > 0 ? "; the model's further columns are added to it" : ""}.`,
        does: { kind: "instead", operations: [apart([], [state, operation(alter)]), ...more2.map((field2) => operation({ kind: "AddField", model: model2.name, field: field2, preserveDefault: true }))] }
      }
    ];
    return { shortcuts: [], parts, takes: [created], differs: `the table stays ${table.table}` };
  }
};

// src/plan/recipes/widened-column.ts
var widenedColumn = {
  id: "widened-column",
  title: "A wider number, keys included",
  when: "`AlterField` to a type that every statement of the running release goes on working with, but for which the server rewrites the table while all others wait: `IntegerField` to `BigIntegerField`, more decimal places, `AutoField` to `BigAutoField` with every foreign key column that follows it (so a new `DEFAULT_AUTO_FIELD`, too).",
  databases: "PostgreSQL 12 and later. MySQL and MariaDB before 11.8 copy each table and let no write through meanwhile, foreign keys and all: that is a maintenance window. SQLite copies the table, too.",
  reversible: "Until release 2 has dropped the old columns. Going back copies what was written since and builds keys and indexes under a lock, and it fails on numbers that the old type does not hold.",
  releases: [
    "Second columns of the new type, which a trigger fills; old rows are filled in batches; indexes, foreign keys and checks are made on them while reads and writes go on; then one short transaction exchanges the columns. No code changes: the columns have the same names before and after.",
    "Drop the old columns."
  ],
  course(change) {
    const { operation: alter, app, record, database, context } = change;
    if (alter.kind !== "AlterField" || record.breaks.length > 0) return null;
    const field2 = fieldOf(change.before, app, alter.model, alter.field.name);
    if (!field2?.column) return null;
    if (database.vendor !== "postgresql") return field2.primaryKey ? window(change.record.impact.locks, database.vendor) : null;
    const known = new Set([...change.before.state.models.values()].flatMap((model2) => [...model2.indexes.keys()]));
    const newcomer = field2.primaryKey ? refersLater(change, field2.model.table, field2.column) : null;
    if (newcomer !== null) return `the same pull request adds ${codeSpan(newcomer)}, which refers to the key and would be made with its old type: widen the key in a pull request before that`;
    const tables = shadowTables([...record.statements, ...record.deferred], change.before.schema, known);
    if (tables === null) return null;
    if (typeof tables === "string") return `${tables}. Run it when few write to the table, with \`lock_timeout\` set: all wait while the server rewrites it`;
    const sql = shadowSql(context.dialect, tables);
    if (sql.fill === null) return "a table has no primary key of one column to fill its rows by, batch by batch";
    const of = (name, atomic, operations) => ({ name: slug(field2.model.name, field2.name, name), atomic, operations });
    const names = tables.flatMap(({ table, columns }) => columns.map(({ column }) => codeSpan(`${table.name}.${column.name}`))).join(", ");
    const file = (title, explanation, migration) => ({ release: 0, phase: "expand", title, explanation, does: { kind: "file", migration } });
    const renumbered = tables.flatMap(({ table, columns }) => columns.filter(({ column }) => column.identity).map(({ next }) => codeSpan(postgresqlObjectName(table.name, next, "seq"))));
    const sequences = renumbered.length === 0 ? "" : ` The numbers come from the sequence ${renumbered.join(", ")} then.`;
    const parts = [
      { release: 0, phase: "expand", title: `Add second columns beside ${names}, which a trigger fills`, explanation: "No code knows them. Rows that are written from now on have the value in both.", does: { kind: "instead", operations: [runSql(sql.columns.sql, sql.columns.back)] } },
      file("Fill them in the rows that are there", "A transaction for each 1,000 rows. It may be stopped and run again.", of("fill", false, sql.fill.map((text) => runSql([text], [])))),
      ...sql.indexes.length === 0 ? [] : [file("Build their indexes while writes go on", "If one fails, run the migration again: it drops what is left of the attempt.", of("indexes", false, sql.indexes.map((one) => runSql(one.sql, one.back))))],
      ...sql.rules.sql.length === 0 ? [] : [file("Add their foreign keys and checks, `NOT VALID`: rows that are there are not read", "", of("rules", true, [runSql(sql.rules.sql, sql.rules.back)])), file("Validate them; writes go on", "", of("valid", true, [runSql(sql.validate, [])]))],
      file("Exchange the columns", `All of it is in the catalogue alone, but it locks ${tables.length === 1 ? "the table" : `${tables.length} tables`} for that moment. After two seconds of waiting for the lock it gives up; run it again then.${sequences}`, of("swap", true, [runSql(sql.swap.sql, sql.swap.back, [alter])])),
      { release: 1, phase: "contract", title: "Drop the old columns", explanation: "Backwards they come back, empty; the exchange fills them on its way back.", gate: "you are sure not to go back", does: { kind: "file", migration: of("drop_old", true, [runSql(sql.drop.sql, sql.drop.back)]) } }
    ];
    return { shortcuts: [], parts };
  }
};
function refersLater({ all, after }, table, column) {
  for (const { name, constraints } of all.at(-1).after.schema.tables.values()) {
    for (const key of constraints.values()) {
      if (key.kind === "foreign key" && key.toTable === table && key.toColumns.includes(column) && !after.schema.tables.get(name)?.columns.has(key.columns[0])) return `${name}.${key.columns[0]}`;
    }
  }
  return null;
}
function window(locks, vendor) {
  const tables = Object.keys(locks).map(codeSpan).join(", ");
  if (vendor === "sqlite") return "SQLite copies the tables in one transaction, and nothing else can write meanwhile. Stop what writes, migrate, and start it again";
  return `the server copies ${tables === "" ? "each table" : tables} and lets no write through until it is done (MariaDB 11.8 and later lets them through, but for those to tables that a foreign key refers to); a key cannot be exchanged for another column without that. Announce a window for it: (1) measure the copy on a copy of the database; (2) stop web processes, workers and cron jobs that write; (3) end transactions that are open, and set \`lock_wait_timeout\` to a few seconds, so that \`migrate\` fails rather than queues before others; (4) run this migration alone, in a release of its own; (5) start everything again. No code has to change before or after: the running release works with the wider key`;
}

// src/plan/recipes/recipes.ts
var recipes = [dataMigration, movedModel, requiredColumn, foreignKeyToManyToMany, removedField, renamedField, renamedModel, changedTable, deletedModel, changedManyToMany, changedGeneratedColumn, throughModel2, changedForeignKey, nullableToNotNull, widenedColumn, changedType, newUnique, newCheck, newExclusion, newForeignKey, newIndex, removedIndex, orderWithRespectTo, generatedColumn, rawSql];

// src/safety/impact/mysql/clause.ts
function ddlClause(changes, schema, server, version) {
  let clause = null;
  for (const change of changes) {
    const { table, uses, unknown } = mysqlForms(change, schema);
    if (table === null || unknown !== null) return null;
    for (const { form } of uses) {
      const row = mysqlRow(form, server, version);
      const lock = row && row.until === null ? withCascade(row.lock, change, schema, table) : null;
      if (!isAlterLock(lock) || lock === "COPY, LOCK=SHARED") return null;
      clause = clause === null ? lock : stronger(clause, lock);
    }
  }
  return clause;
}
function isAlterLock(lock) {
  return alterLocks.includes(lock);
}

// src/plan/sql/foreign-key-index.ts
function indexForForeignKeys(changes, schema, { vendor, quoteName }) {
  return changes.flatMap((change) => {
    if (change.kind !== "DropIndex" && change.kind !== "DropConstraint") return [];
    const table = schema.tables.get(change.table);
    if (!table) return [];
    const constraints = [...table.constraints.values()];
    const rules2 = constraints.filter(({ kind }) => kind === "unique" || kind === "primary key");
    const keys = [...table.indexes.values(), ...rules2];
    const gone = (change.kind === "DropIndex" ? keys : rules2).find(({ name }) => name === change.name);
    const rest = keys.filter((key) => key !== gone);
    return constraints.flatMap((key) => {
      if (key.kind !== "foreign key" || !gone || !beginsWith(gone.columns, key.columns) || rest.some(({ columns }) => beginsWith(columns, key.columns))) return [];
      const index = `${quoteName(key.name)} ON ${quoteName(table.name)} (${key.columns.map(quoteName).join(", ")})`;
      return vendor === "mysql" ? unlessThere(table.name, key.name, `CREATE INDEX ${index} ALGORITHM=INPLACE LOCK=NONE`) : [`CREATE INDEX IF NOT EXISTS ${index}`];
    });
  });
}
function unlessThere(table, index, create) {
  const text = (sql) => `'${sql.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
  return [
    `SET @make_index = (SELECT IF(COUNT(*) = 0, ${text(create)}, 'DO 0') FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ${text(table)} AND index_name = ${text(index)})`,
    "PREPARE make_index FROM @make_index",
    "EXECUTE make_index",
    "DEALLOCATE PREPARE make_index"
  ];
}
function beginsWith(columns, first) {
  return first.every((column, index) => columns[index] === column);
}

// src/plan/sql/online-ddl.ts
function partsOnline(parts, { operation: written4, app, before, context, database }) {
  const online2 = /* @__PURE__ */ new Map();
  let point = before;
  for (const part of [...parts].sort((a, b) => a.release - b.release)) {
    const { does: does2 } = part;
    if (does2.kind === "functions" || does2.kind === "nothing") continue;
    const ground = { app, point, context, database, theirs: written4.kind === "RunSQL" ? [written4.sql, written4.reverseSql] : [] };
    const { operations, after } = withOnlineDdl(does2.kind === "file" ? does2.migration.operations : does2.operations, ground);
    online2.set(part, { ...part, does: does2.kind === "file" ? { ...does2, migration: { ...does2.migration, operations } } : { ...does2, operations } });
    point = after;
  }
  return parts.map((part) => online2.get(part) ?? part);
}
function withOnlineDdl(operations, { app, point, context, database, theirs = [] }) {
  if (!isMySql(database.vendor)) return { operations, after: point };
  const way = (sql, { schema }) => theirs.includes(sql) ? sql : script2(sql, schema, context, database);
  const online2 = [];
  let before = point;
  for (const one of operations) {
    const after = endOf([migrationOf(app, [one])], before, context);
    online2.push(one.kind === "RunSQL" ? operation({ ...one, sql: way(one.sql, before), reverseSql: way(one.reverseSql, after) }) : one);
    before = after;
  }
  return { operations: online2, after: before };
}
function script2(sql, schema, context, database) {
  const texts2 = typeof sql === "string" ? [sql] : typeof sql === "object" && sql?.kind === "list" && sql.items.every((item2) => typeof item2 === "string") ? sql.items : null;
  if (texts2 === null) return sql;
  let current = schema;
  const items = texts2.flatMap((text) => {
    const changes = context.raw(text, () => current);
    const before = current;
    current = changes.reduce((moved, change) => applyChange(moved, change, database.vendor), current);
    return [...indexForForeignKeys(changes, before, context.dialect), text].map((one) => asking(one, one === text ? changes : context.raw(one, () => before), before, database));
  });
  return items.length === 1 ? items[0] : { kind: "list", items };
}
function asking(text, changes, schema, { vendor, version }) {
  const separator = /^ALTER TABLE\b/i.test(text) ? "," : /^(CREATE (UNIQUE )?|DROP )INDEX\b/i.test(text) ? "" : null;
  if (separator === null || changes.length === 0 || /;|\b(ALGORITHM|LOCK)\s*=/i.test(text) || vendor !== "mysql" && vendor !== "mariadb") return text;
  const clause = ddlClause(changes, schema, vendor, version);
  return clause === null ? text : [text, ...`ALGORITHM=${clause}`.split(", ")].join(`${separator} `);
}

// src/plan/models/save.ts
function saveMethod(writes) {
  const { path: path2, model: model2 } = writes[0];
  const before = writes.flatMap((write) => write.before);
  const [named2, passed] = before.length > 0 ? [", update_fields=None", ", update_fields=update_fields"] : ["", ""];
  const text = [
    `class ${model2}(\u2026):`,
    "    \u2026",
    "",
    `    def save(self, *args${named2}, **kwargs):`,
    ...[...before, `super().save(*args${passed}, **kwargs)`, ...writes.flatMap((write) => write.after)].map((line) => `        ${line}`),
    "",
    ...[...new Set(writes.map(({ beside: beside2 }) => beside2))].map((line) => `    # ${line}`)
  ].join("\n");
  return { path: path2, kind: "code", language: "python", text: `${text}
` };
}
function withSave(steps) {
  const all = steps.flatMap(({ write }) => write === null ? [] : [write]);
  return steps.map(({ step, write }) => {
    if (write === null) return step;
    const writes = all.filter(({ path: path2, model: model2 }) => path2 === write.path && model2 === write.model);
    const own2 = [...step.edits, saveMethod([write])];
    if (writes.length === 1) return { ...step, edits: own2 };
    return { ...step, edits: write === writes[0] ? [...step.edits, saveMethod(writes)] : step.edits, alone: own2 };
  });
}

// src/plan/releases.ts
function releasesOf(train, replayed, models) {
  return train.map((release, index) => {
    const { after, migrations: migrations2 } = replayed[index];
    const edits = new Map(models.to(after.state));
    const steps = withSave(release.placed.map((placed) => ({ step: stepOf(placed, migrations2, edits), write: placed.part.write ?? null })));
    return { number: index + 1, phase: phaseOf(release), gate: gateOf(release), steps: oneDiffEach(withRest(steps, [...edits.values()])) };
  });
}
function withRest(steps, rest) {
  const last = steps.at(-1);
  return last && rest.length > 0 ? [...steps.slice(0, -1), { ...last, edits: [...last.edits, ...rest] }] : steps;
}
function oneDiffEach(steps) {
  const all = /* @__PURE__ */ new Map();
  for (const edit of steps.flatMap(({ edits }) => edits)) if (edit.before !== void 0) all.set(edit.path, [...all.get(edit.path) ?? [], edit]);
  const shared = new Map([...all].filter(([, edits]) => edits.length > 1));
  return steps.map((step) => {
    if (!step.edits.some((edit) => shared.get(edit.path)?.includes(edit))) return step;
    const edits = step.edits.flatMap((edit) => {
      const others = shared.get(edit.path);
      if (!others?.includes(edit)) return [edit];
      const before = others.find((one) => !others.some((other) => other.whole === one.before))?.before ?? edit.before;
      const whole = others.find((one) => !others.some((other) => other.before === one.whole))?.whole ?? before;
      return edit === others[0] && before !== whole ? [{ ...edit, text: unifiedDiff(edit.path, before, whole), before, whole }] : [];
    });
    return { ...step, edits, alone: step.alone ?? step.edits };
  });
}
function phaseOf({ index, placed }) {
  if (index === 0) return "expand";
  return placed.some(({ part }) => part.phase === "migrate") ? "migrate" : "contract";
}
function gateOf({ index, placed }) {
  if (index === 0) return null;
  const before = index === 1 ? "when release 1 runs everywhere and no older process is left" : `when release ${index} runs everywhere and no process of release ${index - 1} is left`;
  const more2 = [...new Set(placed.flatMap(({ part }) => part.gate === void 0 ? [] : [part.gate]))];
  return [before, ...more2].join(", and ");
}
function stepOf({ course, part, files, at }, migrations2, models) {
  const edits = files.map(editOf);
  const [key, ...more2] = [course.change, ...course.takes ?? []].map(({ operation: operation2, app }) => modelKeyOf(operation2, app));
  for (const one of [key ?? null, ...more2]) {
    const model2 = one === null ? void 0 : models.get(one);
    if (!model2) continue;
    models.delete(one);
    edits.push(model2);
  }
  const own2 = files.at(-1);
  const records2 = own2 ? recordsOf(at, own2, migrations2) : [];
  const unknown = part.does.kind === "file" ? part.does.migration.unknown ?? null : part.does.kind === "functions" ? part.does.unknown : null;
  return {
    target: course.target,
    ...key ? { model: key } : {},
    recipe: course.recipe,
    title: part.title,
    explanation: part.explanation,
    edits: [...edits, ...part.code ?? []],
    sql: records2.flatMap(sqlOf2),
    unknown: unknown ?? records2.filter((record) => [...record.statements, ...record.deferred].some(({ sql }) => sql === null)).map((record) => record.unknown).find((reason) => reason !== null) ?? null
  };
}
function editOf({ path: path2, before, text }) {
  if (before === null) return { path: path2, kind: "new file", language: "python", text };
  return { path: path2, kind: "diff", language: "diff", text: unifiedDiff(path2, before, text), before, whole: text };
}
function recordsOf(at, file, migrations2) {
  const migration = migrations2.find(({ app, name }) => app === file.app && name === file.name);
  if (!migration) return [];
  return at === null ? migration.operations : migration.operations.slice(at.first, at.first + at.count);
}
function sqlOf2(record) {
  const statements = [...record.statements, ...record.deferred].filter((statement2) => statement2.sql !== null);
  const { locks, rewrites, scans, blocksReads, blocksWrites } = record.impact;
  const worth = blocksReads || blocksWrites || rewrites.length > 0 || scans.length > 0 || Object.values(locks).some((lock) => lock !== "");
  return statements.map((statement2, index) => ({ sql: statement2.sql, impact: index === 0 && worth ? record.impact : null, note: null }));
}
function modelKeyOf(operation2, app) {
  switch (operation2.kind) {
    case "AddField":
    case "AlterField":
    case "RemoveField":
    case "RenameField":
    case "AddIndex":
    case "AddConstraint":
    case "RemoveConstraint":
      return `${app}.${operation2.model.toLowerCase()}`;
    case "RenameModel":
      return `${app}.${operation2.to.toLowerCase()}`;
    case "CreateModel":
    case "AlterModelTable":
    case "AlterUniqueTogether":
      return `${app}.${operation2.name.toLowerCase()}`;
    default:
      return null;
  }
}

// src/plan/sql/replay.ts
function replayTrain(train, input) {
  const replayed = [];
  let point = input.running;
  for (const { files } of train) {
    const release = replayFiles(files, point, releaseTables(point.bound), input);
    replayed.push(release);
    point = release.after;
  }
  return replayed;
}
function replayFiles(files, before, running, { facts, overlay, context }) {
  const python2 = overlay(new Map(files.map((file) => [file.path, file.text])));
  const problems = [];
  const migrations2 = files.flatMap((file) => loaded(file, python2, facts, problems));
  const steps = [];
  const walking = walk(migrations2, before, context);
  let next = walking.next();
  for (; !next.done; next = walking.next()) {
    const step = next.value;
    steps.push(step);
    if (step.kind === "operation" && step.problem) problems.push({ path: step.migration.path ?? "", message: step.problem.message });
  }
  const after = next.value;
  const ends = new Map(steps.flatMap((step) => step.kind === "end" ? [[step.migration, step.after.schema]] : []));
  const view2 = { kind: "fixed", release: running, next: releaseTables(after.bound), schema: after.schema, ends };
  return { before, after, migrations: [...records(steps, facts, view2, () => true)], problems };
}
function loaded({ path: path2, app, name }, python2, facts, problems) {
  const result = loadMigration(python2, path2, { app, name }, facts);
  if ("migration" in result) {
    for (const { message } of result.migration.problems) problems.push({ path: path2, message });
    return [result.migration];
  }
  problems.push({ path: path2, message: result.skipped.reason });
  return [];
}

// src/plan/stranded.ts
function stranded(courses) {
  const moving = new Set(courses.flatMap((course) => [course.change, ...course.takes ?? []]));
  return courses.flatMap((course) => {
    const { change, parts } = course;
    if (course.recipe !== "data-migration" || parts.some(({ release }) => release === 0)) return [];
    const staying = change.all.slice(change.all.indexOf(change) + 1).find((other) => !moving.has(other) && asksOfRows(other, change));
    if (!staying) return [];
    const name = codeSpan([staying.operation.type, staying.record.target].filter((part) => part !== null).join(" "));
    return [{ course, reason: `It belongs in a later release, where it sees all rows that the running release writes. ${name} needs it before, and there is no recipe that moves that one, too: both stay as they are. Take both into a release of their own, after one whose code writes the new form.` }];
  });
}
function asksOfRows(other, data) {
  const { operation: operation2, record } = other;
  if (record.failsOnExistingRows === null && [...record.breaks, ...record.acceptedBreaks ?? []].length === 0) return false;
  if (operation2.kind !== "RunSQL") return worksOn(data, other);
  const tables = tablesOfData(data);
  return Object.keys(record.impact.locks).some((table) => tables.includes(table));
}

// src/plan/files/numbering.ts
function numbering(graph) {
  const leaves = /* @__PURE__ */ new Map();
  const folders = /* @__PURE__ */ new Map();
  for (const node of leafNodes(graph)) {
    if (!node.migration?.path) continue;
    leaves.set(node.app, [...leaves.get(node.app) ?? [], node.name]);
    folders.set(node.app, node.migration.path.slice(0, node.migration.path.lastIndexOf("/") + 1));
  }
  return {
    next(app, suffix) {
      const before = leaves.get(app) ?? [];
      const number = Math.max(0, ...before.map(numberOf)) + 1;
      const name = `${String(number).padStart(4, "0")}_${suffix}`;
      leaves.set(app, [name]);
      return { name, path: `${folders.get(app) ?? ""}${name}.py`, dependencies: before.map((leaf) => [app, leaf]) };
    }
  };
}
function numberOf(name) {
  const squashed = /.*_squashed_(\d+)/.exec(name) ?? /^(\d+)/.exec(name);
  return squashed ? Number(squashed[1]) : 0;
}

// src/plan/marker.ts
function markerText({ target, step, of, recipe }) {
  return `django-expand-contract: plan ${target} step ${step} of ${of} (${recipe})`;
}
var pattern2 = /^[ \t]*# django-expand-contract: plan (\S.*?) step (\d{1,2}) of (\d{1,2}) \(([\w-]+)\)[ \t]*$/gm;
function markersIn(text) {
  return [...text.matchAll(pattern2)].map((found) => ({
    marker: { target: found[1], step: Number(found[2]), of: Number(found[3]), recipe: found[4] },
    line: text.slice(0, found.index).split("\n").length
  }));
}

// src/plan/train.ts
var NoTrain = class extends Error {
  name = "NoTrain";
  course;
  constructor(course, message) {
    super(message);
    this.course = course;
  }
};
function trainOf(input) {
  const last = Math.max(0, ...input.courses.flatMap((course) => course.parts.map((part) => part.release)));
  const numbers2 = numbering(input.graph);
  const releases = [];
  for (let index = 0; index <= last; index++) {
    const placed = [];
    const files = [];
    const taken = /* @__PURE__ */ new Map();
    const own2 = [];
    if (index === 0) {
      for (const migration of input.migrations) {
        const changed = pullRequestFile(input, migration);
        files.push(changed.file);
        placed.push(...changed.placed);
        for (const [course, file] of changed.taken) taken.set(course, file);
      }
    }
    const done = new Set(placed.map(({ part }) => part));
    for (const course of input.courses) {
      for (const part of course.parts) {
        if (part.release !== index || done.has(part)) continue;
        if (part.does.kind === "file") own2.push({ course, part, migration: part.does.migration });
        else if (part.does.kind === "nothing") placed.push({ course, part, files: [], at: null });
      }
    }
    for (const { course, part, migration } of own2) {
      const app = course.change.app;
      const { name, path: path2, dependencies } = numbers2.next(app, migration.name);
      const text = written3(course, () => writeMigration({
        comments: markerOf(course, index),
        dependencies: [...dependencies, ...migration.dependencies ?? []],
        atomic: migration.atomic,
        operations: migration.operations,
        functions: migration.functions ?? [],
        modules: migration.modules ?? [],
        names: migration.names ?? /* @__PURE__ */ new Map()
      }));
      const file = { app, name, path: path2, before: null, text };
      files.push(file);
      const without = taken.get(course);
      taken.delete(course);
      placed.push({ course, part, files: without ? [without, file] : [file], at: null });
    }
    for (const [course, file] of taken) placed.push({ course, part: { release: 0, phase: "expand", title: "Leave it out of this release", explanation: `It comes in release ${Math.min(...course.parts.map((part) => part.release)) + 1}.`, does: { kind: "nothing" } }, files: [file], at: { first: 0, count: 0 } });
    releases.push({ index, placed: sorted(placed, input.courses), files });
  }
  return releases;
}
function written3(course, write) {
  try {
    return write();
  } catch (error) {
    if (error instanceof Unwritable) throw new NoTrain(course, `its migration cannot be written anew, for ${error.message}`);
    throw error;
  }
}
function sorted(placed, courses) {
  const rank = ({ course, part }) => courses.indexOf(course) * 1e3 + course.parts.indexOf(part);
  return [...placed].sort((a, b) => rank(a) - rank(b));
}
function markerOf({ target, recipe, parts }, index) {
  const of = Math.max(...parts.filter((part) => part.does.kind !== "nothing").map((part) => part.release)) + 1;
  return of === 1 ? [] : [markerText({ target, recipe, step: index + 1, of })];
}
function pullRequestFile({ courses, text, module: moduleOf }, migration) {
  const before = migration.path === null ? null : text(migration.path);
  const mine = courses.filter((course) => course.change.migration === migration);
  const base = { app: migration.app, name: migration.name, path: migration.path ?? "", before };
  const module = migration.path === null ? null : moduleOf(migration.path);
  if (before === null || module === null || mine.length === 0) return { file: { ...base, text: before ?? "" }, placed: [], taken: /* @__PURE__ */ new Map() };
  const placed = [];
  const taken = /* @__PURE__ */ new Map();
  const replacements2 = /* @__PURE__ */ new Map();
  const comments = /* @__PURE__ */ new Map();
  const functions = /* @__PURE__ */ new Map();
  let atomic = true;
  let current = before;
  for (const course of mine) {
    const part = course.parts.find(({ release, does: does2 }) => release === 0 && (does2.kind === "instead" || does2.kind === "functions")) ?? alone(course, migration, mine);
    const { index } = course.change.record;
    const operations = part?.does.kind === "instead" ? part.does.operations : part?.does.kind === "file" ? part.does.migration.operations : [];
    if (part?.does.kind === "functions") for (const [name, by] of part.does.functions) functions.set(name, by);
    else replacements2.set(index, operations);
    if (part?.does.kind === "functions") atomic &&= part.does.atomic;
    else if (part?.does.kind === "file") atomic &&= part.does.migration.atomic;
    for (const { record } of course.takes ?? []) replacements2.set(record.index, []);
    if (replacements2.has(index)) comments.set(index, markerOf(course, 0));
    const next = written3(course, () => rewrite(module, migration, replacements2, { atomic, comments, functions, added: part?.does.kind === "file" ? part.does.migration.functions ?? [] : [] }));
    if (next === null) throw new NoTrain(course, "its migration makes the operation in a way that cannot be edited here");
    const file = { ...base, before: current, text: next };
    if (part) placed.push({ course, part, files: [file], at: { first: index, count: part.does.kind === "functions" ? 1 : operations.length } });
    else taken.set(course, file);
    current = next;
  }
  const position = (index) => migration.operations.slice(0, index).reduce((sum, _, before2) => sum + (replacements2.get(before2)?.length ?? 1), 0);
  return { file: { ...base, text: current }, placed: placed.map((one) => ({ ...one, at: { first: position(one.at.first), count: one.at.count } })), taken };
}
function alone(course, migration, mine) {
  if (migration.operations.length !== 1 || mine.length !== 1) return null;
  const own2 = course.parts.filter((part) => part.release === 0);
  return own2.length === 1 && own2[0].does.kind === "file" && (own2[0].does.migration.modules ?? []).length === 0 ? own2[0] : null;
}

// src/plan/plan.ts
function wantsPlan(migrations2) {
  return migrations2.some((migration) => migration.operations.some(needsPlan));
}
function makePlan(input) {
  const changes = changesOf2(input);
  const without = [];
  let courses = wanted(changes).flatMap((change) => courseOf(change, without));
  if (courses.length === 0 && without.length === 0) return null;
  for (; ; ) {
    const apart2 = stranded(courses);
    for (const { course, reason } of apart2) without.push({ target: course.target, reason });
    courses = courses.filter((course) => !apart2.some((one) => one.course === course));
    const made = attempt(input, changes, courses);
    if ("train" in made) {
      const bad = rejected(courses, made.replayed, input);
      if (bad === null) {
        const models = modelFiles(input.modelPaths, changes.map(({ migration }) => migration), input.last.state, input.overlay, input.modelText);
        const plan = { releases: courses.length === 0 ? [] : releasesOf(made.train, made.replayed, models), shortcuts: courses.flatMap((course) => course.shortcuts.map((shortcut) => ({ ...shortcut, target: course.target }))), without: told(without) };
        return { plan, courses, ...made };
      }
      for (const { course, reason } of bad) without.push({ target: course.target, reason });
      courses = courses.filter((course) => !bad.some((one) => one.course === course));
    } else {
      without.push({ target: made.course.target, reason: made.reason });
      courses = courses.filter((course) => course !== made.course);
    }
  }
}
function wanted(changes) {
  if (!changes.some(({ record }) => needsPlan(record))) return [];
  return changes.filter((change) => needsPlan(change.record) || requiredLater(change) || moveOf(change) !== null || (change.operation.kind === "RunPython" || change.operation.kind === "RunSQL") && (waitingFor(change).length > 0 || fillsNewField(change)));
}
function attempt(input, changes, courses) {
  const migrations2 = [...new Set(changes.map(({ migration }) => migration))];
  const python2 = input.overlay(/* @__PURE__ */ new Map());
  try {
    const train = trainOf({ graph: input.project.graph, migrations: migrations2, text: input.project.text, module: python2.module, courses });
    return { train, replayed: replayTrain(train, { facts: input.project.facts, overlay: input.overlay, context: input.context, running: input.running }) };
  } catch (error) {
    if (error instanceof NoTrain) return { course: error.course, reason: error.message };
    throw error;
  }
}
function told(without) {
  return without.filter(({ target, reason }, index) => without.findIndex((other) => other.target === target && other.reason === reason) === index);
}
function courseOf(change, without) {
  const target = change.record.target ?? nameOfData(change);
  for (const recipe of recipes) {
    const found = tried2(() => recipe.course(change));
    if (found === null) continue;
    if (typeof found !== "string") return [{ ...found, parts: partsOnline(found.parts, change), target, recipe: recipe.id, change }];
    without.push({ target, reason: `${recipe.title}: ${found}.` });
    return [];
  }
  if (!needsPlan(change.record)) return [];
  without.push({ target, reason: adviceWithout(change.record, change.database) });
  return [];
}
function nameOfData({ app, migration, operation: operation2 }) {
  const code2 = operation2.kind === "RunPython" ? operation2.code : null;
  const name = typeof code2 === "object" && code2?.kind === "ref" ? code2.path.slice(code2.path.lastIndexOf(".") + 1) : null;
  return [app, migration.name, ...name === null ? [] : [name]].join(".");
}
function tried2(make) {
  try {
    return make();
  } catch (error) {
    if (error instanceof Unwritable) return `its migration cannot be written anew, for ${error.message}`;
    throw error;
  }
}

// src/safety/accept/comments.ts
var pattern3 = /#\s*expand-contract:\s*accept\b[ \t]*([\w-]*)[ \t:,–-]*(.*)$/i;
function acceptComments(path2, text) {
  if (!/expand-contract:/i.test(text)) return [];
  const lines2 = text.split(/\r\n|\r|\n/);
  return lines2.flatMap((line, index) => {
    const match = pattern3.exec(line);
    if (!match) return [];
    const reason = match[2].trim();
    return [{ path: path2, line: index + 1, rule: match[1].toLowerCase(), reason: /\w/u.test(reason) ? reason : null, codeLine: nextCode(lines2, index) + 1 }];
  });
}
function nextCode(lines2, from2) {
  for (let i = from2; i < lines2.length; i++) if (!/^\s*(#|$)/.test(lines2[i])) return i;
  return from2;
}

// src/safety/accept/accept.ts
function accept(migrations2, graph, text, classLine) {
  const files = /* @__PURE__ */ new Set([...migrations2.map(({ path: path2 }) => path2), ...graph.flatMap(({ place }) => place === null ? [] : [place.path]), ...migrations2.flatMap(pathsOf)]);
  const comments = [...files].filter((path2) => path2 !== "").flatMap((path2) => acceptComments(path2, text(path2) ?? ""));
  if (comments.length === 0) return { migrations: migrations2, graph, accepted: [] };
  const accepted = [];
  const used = /* @__PURE__ */ new Set();
  const keep = (finding2, operation2) => {
    const comment = comments.find((one) => one.rule === finding2.rule && one.reason !== null && covers(one, finding2, operation2, classLine));
    if (!comment) return true;
    used.add(comment);
    accepted.push({ finding: { ...finding2, place: finding2.place ?? operation2?.place ?? null }, reason: comment.reason, place: { path: comment.path, line: comment.line } });
    return false;
  };
  const judged2 = migrations2.map((migration) => {
    const operations = migration.operations.map((record) => withoutAccepted(record, record.findings.filter((one) => keep(one, record))));
    const own2 = migration.findings.filter((one) => keep(one, migration.operations.find(({ place }) => place.line === one.place?.line && place.path === one.place.path) ?? null));
    return { ...migration, operations, findings: own2 };
  });
  const left = graph.filter((one) => keep(one, null));
  const told2 = comments.flatMap((comment) => aboutComment(comment, used.has(comment)));
  return { migrations: judged2.map((migration) => ({ ...migration, findings: [...migration.findings, ...told2.filter(({ place }) => place?.path === migration.path)] })), graph: [...left, ...told2.filter(({ place }) => !judged2.some(({ path: path2 }) => path2 === place?.path))], accepted };
}
function pathsOf({ operations }) {
  return operations.flatMap(({ place, findings }) => [place.path, ...findings.flatMap((one) => one.place === null ? [] : [one.place.path])]);
}
function covers(comment, finding2, operation2, classLine) {
  if (finding2.place?.path === comment.path && finding2.place.line === comment.codeLine) return true;
  if (operation2?.place.path === comment.path && comment.codeLine >= operation2.place.line && comment.codeLine <= operation2.lastLine) return true;
  const file = operation2?.place.path ?? finding2.place?.path;
  return file === comment.path && classLine(comment.path) === comment.codeLine;
}
function withoutAccepted(record, findings) {
  if (findings.length === record.findings.length) return record;
  const gone = new Set(record.findings.filter((one) => !findings.includes(one)).map(({ rule }) => rule));
  for (const { rule } of findings) gone.delete(rule);
  const still = ({ release }) => !gone.has(release === "running" ? "breaks-running-release" : "breaks-new-release");
  const acceptedBreaks = record.breaks.filter((breakage) => !still(breakage));
  return {
    ...record,
    findings,
    accepted: [...gone].sort(),
    ...acceptedBreaks.length > 0 && { acceptedBreaks },
    breaks: record.breaks.filter(still),
    failsOnExistingRows: gone.has("fails-on-existing-rows") ? null : record.failsOnExistingRows,
    losesData: gone.has("loses-data") ? null : record.losesData,
    impact: {
      ...record.impact,
      blocksReads: record.impact.blocksReads && !gone.has("blocks-reads"),
      blocksWrites: record.impact.blocksWrites && !gone.has("blocks-writes") && !gone.has("blocks-reads")
    }
  };
}
function aboutComment(comment, used) {
  const place = { path: comment.path, line: comment.line };
  if (comment.rule === "") return [finding(acceptWithoutReason, { message: "The comment names no rule and no reason.", place }, place)];
  if (comment.reason === null) return [finding(acceptWithoutReason, { message: `${code(comment.rule)} is accepted without a reason, so it still counts.`, place }, place)];
  if (used) return [];
  const known = allRules.some(({ id }) => id === comment.rule);
  return [finding(staleAcceptance, { message: known ? `${code(comment.rule)} is accepted, and there is nothing of the kind here.` : `${code(comment.rule)} is accepted, and there is no such rule.`, place }, place)];
}

// src/safety/moment.ts
function withMoments(migrations2, parentsOf, unread) {
  const nodes = migrations2.map((migration) => ({ migration, key: `${migration.app}.${migration.name}`, parents: [...parentsOf(migration)], ...factsOf(migration) }));
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const parents = (node) => node.parents.flatMap((key) => byKey.get(key) ?? []);
  for (const node of nodes) {
    node.unknown ||= node.parents.some((key) => unread.has(key));
    for (const parent of parents(node)) for (const fact of ["unknown", "breaksRunning", "accepted", "breaksNew"]) node[fact] ||= parent[fact];
  }
  for (const node of nodes.toReversed()) if (node.needed) for (const parent of parents(node)) parent.needed = true;
  const moments = /* @__PURE__ */ new Map();
  for (const node of nodes) {
    const blocked = node.parents.some((key) => moments.get(key) === "never");
    moments.set(node.key, blocked ? "never" : momentOf(node));
  }
  return nodes.map(({ migration, key }) => ({ ...migration, moment: moments.get(key) }));
}
function factsOf({ operations }) {
  const breaks = (release) => operations.some((record) => record.breaks.some((breakage) => breakage.release === release));
  return {
    unknown: operations.some(isUnknown2),
    breaksRunning: breaks("running"),
    accepted: operations.some((record) => record.accepted?.includes("breaks-running-release") === true),
    breaksNew: breaks("new"),
    needed: operations.some((record) => record.newNeedsItFirst)
  };
}
function momentOf({ unknown, breaksRunning, accepted, breaksNew, needed }) {
  if (breaksNew || breaksRunning && needed) return "never";
  if (unknown) return "unknown";
  return breaksRunning || accepted && !needed ? "after" : "before";
}
function isUnknown2({ phase, unknown, statements, accepted = [] }) {
  return (phase === "unknown" || unknown !== null || statements.some(({ sql }) => sql === null)) && !accepted.includes("unknown-operation");
}

// src/django/graph/change-findings.ts
function changeFindings(change) {
  return [...change.edited.map(editedMigration), ...deletions(change), ...change.removedApps.map(removedApp), ...change.inconsistent.map(inconsistentHistory)];
}
var editedWords = {
  operations: { level: "warning", words: "its operations are not what they were" },
  functions: { level: "note", words: "the code it calls is not what it was" },
  dependencies: { level: "note", words: "its dependencies are not what they were" }
};
function editedMigration({ head, what }) {
  return {
    rule: "edited-migration",
    level: editedWords[what].level,
    message: `${codeKey(head)} is released, and ${editedWords[what].words}. A database that has run it does not run it again.`,
    place: placeOf(head),
    advice: `Put ${code(head.path)} back as it is on the base, and write what is new into a migration of its own: ${code(`python manage.py makemigrations ${head.app}`)}.`
  };
}
function deletions({ deleted }) {
  const lost = deleted.filter(({ renamedTo, conflicting }) => renamedTo === null && !conflicting);
  return [
    ...deleted.flatMap(({ base, renamedTo, conflicting }) => conflicting ? [mended(base, renamedTo)] : renamedTo ? [renamedMigration(base, renamedTo)] : []),
    ...[...new Set(lost.map(({ base }) => base.app))].map((app) => deletedMigrations(app, lost.flatMap(({ base }) => base.app === app ? [base] : [])))
  ];
}
function mended(base, renamedTo) {
  return {
    rule: "deleted-migration",
    level: "note",
    message: `${codeKey(base)} is no longer there${renamedTo ? `: it is ${code(renamedTo.name)} now` : ""}. It was one of several last migrations of its app, with which \`migrate\` refuses to run.`,
    place: renamedTo && placeOf(renamedTo),
    advice: "A database that has run it on a branch has to be told by hand."
  };
}
function renamedMigration(base, renamedTo) {
  const fails = renamedTo.operations.every(({ kind }) => kind === "RunPython") ? "" : " and fails";
  return {
    rule: "deleted-migration",
    level: "error",
    message: `${codeKey(base)} (${code(base.path)}) is released and no longer there. ${code(renamedTo.name)} does the same: a database that has run the old one runs it again${fails}.`,
    place: placeOf(renamedTo),
    advice: `Rename ${code(renamedTo.path)} back to ${code(`${base.name}.py`)}, or add ${code(`replaces = [("${base.app}", "${base.name}")]`)} to it.`
  };
}
function deletedMigrations(app, migrations2) {
  const [first] = migrations2;
  const one = migrations2.length === 1;
  const paths = migrations2.map(({ path: path2 }) => argument(path2));
  const command = paths.length <= mostNamed && !paths.includes(null) ? `: ${code(`git checkout BASE -- ${paths.join(" ")}`)}` : "";
  const named2 = one ? `${codeKey(first)} (${code(first.path)}) is` : `${migrations2.slice(0, mostNamed).map(codeKey).join(", ")}${migrations2.length > mostNamed ? ` and ${migrations2.length - mostNamed} more` : ""} are`;
  return {
    rule: "deleted-migration",
    level: "error",
    message: `${named2} released and no longer there. Databases that have run ${one ? "it" : "them"} and new ones no longer have the same history.`,
    place: null,
    advice: `Restore ${one ? "it" : "them"}${command}. To take back what ${one ? "it" : "they"} did, write a new migration; to shorten the history, run ${code(`python manage.py squashmigrations ${app}`)}.`
  };
}
var mostNamed = 5;
function removedApp({ app, migrations: migrations2, renamedTo }) {
  if (renamedTo !== null) {
    return {
      rule: "deleted-migration",
      level: "error",
      message: `App ${code(app)} is ${code(renamedTo)} now: to Django that is another app. Its tables are made anew and empty, and the rows stay in those of ${code(app)}.`,
      place: null,
      advice: `Keep the label: ${code(`label = "${app}"`)} in its AppConfig, and ${code(app)} in dependencies and in \`to=\`. The folder may have any name.`
    };
  }
  const count = migrations2.length === 1 ? "its migration is" : `its ${migrations2.length} migrations are`;
  return {
    rule: "deleted-migration",
    level: "warning",
    message: `App ${code(app)} and ${count} no longer there. Its tables stay in every database that has run them.`,
    place: null,
    advice: `To drop the tables, delete the models in a release of their own first, with the migration that ${code(`python manage.py makemigrations ${app}`)} writes. If the app has another label now, set ${code(`label = "${app}"`)} in its AppConfig.`
  };
}
function inconsistentHistory({ released, parent }) {
  return {
    rule: "inconsistent-history",
    level: "error",
    message: `${codeKey(released)} is released and now depends on ${codeKey(parent)}, which is not. \`migrate\` stops with InconsistentMigrationHistory on every database that has run it.`,
    place: placeOf(parent),
    advice: `Take the dependency out of ${code(released.path)}, or the \`run_before\` out of ${code(parent.path)}, and let ${code(parent.path)} come after it.`
  };
}

// src/django/graph/content.ts
function operationsContent(migration) {
  return JSON.stringify([canonical(migration.operations), migration.atomic]);
}
var whereabouts = /* @__PURE__ */ new Set(["place", "line", "lastLine", "column"]);
var saidByParts = /* @__PURE__ */ new Set(["call", "ref", "binary", "unary"]);
var forPeople = /* @__PURE__ */ new Set(["choices", "editable", "error_messages", "help_text", "limit_choices_to", "on_delete", "related_name", "related_query_name", "validators", "verbose_name"]);
function canonical(value) {
  if (typeof value === "bigint") return { bigint: String(value) };
  if (value === void 0) return { undefined: true };
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(canonical);
  if (value instanceof Map) return { map: sortedPairs([...value].map(([key, item2]) => [String(key), canonical(item2)])) };
  const record = value;
  if (record["kind"] === "unknown") return { unknown: codeContent(String(record["text"])) };
  if (record["kind"] === "ref" && !/^[\w.]+$/.test(String(record["path"]))) return { code: codeContent(String(record["text"])) };
  const isField = !("kind" in record) && record["kwargs"] instanceof Map;
  return sortedPairs(
    Object.entries(isField ? { ...record, kwargs: new Map([...record["kwargs"]].filter(([name]) => !forPeople.has(name))) } : record).filter(([name]) => !whereabouts.has(name) && !(name === "text" && saidByParts.has(record["kind"]))).map(([name, item2]) => [name, canonical(item2)])
  );
}
function sortedPairs(pairs) {
  return pairs.sort(([a], [b]) => compareText(a, b));
}
function functionsContent(text) {
  let inMigration = false;
  const kept = logicalLines(text).filter((line) => {
    const [first, second] = line.tokens;
    if (line.column === 0) inMigration = first?.text === "class" && second?.text === "Migration";
    const isImport2 = line.column === 0 && (first?.text === "import" || first?.text === "from");
    return !inMigration && !isImport2 && !isDocstring(line);
  });
  return kept.map((line) => `${line.column}:${normal(line.tokens)}`).join("\n");
}
function codeContent(text) {
  return logicalLines(text).map((line) => normal(line.tokens)).join("\n");
}
function isDocstring(line) {
  return line.tokens.every((token) => token.kind === "string");
}
function normal(tokens2) {
  const kept = tokens2.filter((token, i) => !(token.text === "," && /^[)\]}]$/.test(tokens2[i + 1]?.text ?? "")));
  return kept.map((token) => token.kind === "string" ? sameQuotes(token.text) : token.text).join(" ");
}
function sameQuotes(text) {
  const match = /^([a-zA-Z]*)("""|'''|"|')([^]*)\2$/.exec(text);
  return match && !/["'\\]/.test(match[3]) ? `${match[1].toLowerCase().replace("u", "")}"${match[3]}"` : text;
}

// src/django/graph/compare.ts
function compareReleases(base, head) {
  const [before, after] = [ownMigrations(base.graph), ownMigrations(head.graph)];
  const unread = (graph, migration) => graph.full.get(keyOf(migration))?.unread === true;
  const added3 = [...after.values()].filter((migration) => !before.has(keyOf(migration)) && !unread(base.graph, migration));
  const standsFor = replacements(base.graph, head.graph, after);
  const gone = [...before.values()].filter((migration) => !after.has(keyOf(migration)) && !standsFor.has(keyOf(migration)) && !unread(head.graph, migration));
  const edited = [...before.values()].flatMap((old) => {
    const now2 = after.get(keyOf(old));
    const what = now2 && whatDiffers(old, now2, base, head, standsFor);
    return now2 && what ? [{ base: old, head: now2, what }] : [];
  });
  const apps = new Set([...head.graph.full.values()].filter((node) => !node.external).map((node) => node.app));
  const leaves = new Set(conflicts(base.graph).flatMap((conflict) => conflict.map(({ key }) => key)));
  const deleted = gone.filter((old) => apps.has(old.app)).map((old) => ({ base: old, renamedTo: renamed(old, added3, base, head), conflicting: leaves.has(keyOf(old)) }));
  const removed = [...new Set(gone.map((old) => old.app).filter((app) => !apps.has(app)))];
  return { added: added3, edited, deleted, removedApps: removed.map((app) => ({ app, migrations: gone.filter((old) => old.app === app), renamedTo: renamedApp(app, gone, added3, before) })), inconsistent: inconsistencies(head.graph, new Set([...base.graph.full.values()].filter((node) => node.migration || node.unread).map((node) => node.key))) };
}
function ownMigrations(graph) {
  const nodes = [...graph.full.values()].sort((a, b) => compareText(a.key, b.key));
  return new Map(nodes.flatMap((node) => node.migration && node.migration.path !== null ? [[node.key, node.migration]] : []));
}
function replacements(base, head, after) {
  return new Map([...base.replacedBy, ...head.replacedBy].filter(([, squashed]) => after.has(squashed)));
}
function whatDiffers(old, now2, base, head, standsFor) {
  if (operationsContent(old) !== operationsContent(now2)) return "operations";
  const [before, after] = [old.path && base.text?.(old.path), now2.path && head.text?.(now2.path)];
  if (before && after && before !== after && functionsContent(before) !== functionsContent(after)) return "functions";
  return edges(old, standsFor) === edges(now2, standsFor) ? null : "dependencies";
}
function edges(migration, standsFor) {
  const name = (dependency) => dependency.kind === "swappable" ? `setting ${dependency.setting}` : standsFor.get(keyOf(dependency)) ?? keyOf(dependency);
  const named2 = [...migration.dependencies.map(name), ...migration.runBefore.map((key) => `before ${standsFor.get(keyOf(key)) ?? keyOf(key)}`)];
  return JSON.stringify([...new Set(named2)].sort(compareText));
}
function renamedApp(app, gone, added3, before) {
  const names = gone.filter((old) => old.app === app).map(({ name }) => name);
  const known = new Set([...before.values()].map((migration) => migration.app));
  const fresh = [...new Set(added3.map((migration) => migration.app))].filter((one) => !known.has(one));
  return fresh.find((one) => names.every((name) => added3.some((migration) => migration.app === one && migration.name === name))) ?? null;
}
function renamed(old, added3, base, head) {
  const content = (migration, { text }) => [operationsContent(migration).replaceAll(`.${migration.name}.`, "."), functionsContent((migration.path && text?.(migration.path)) ?? "")].join("\n");
  const before = content(old, base);
  return added3.find((migration) => migration.app === old.app && migration.operations.length === old.operations.length && content(migration, head) === before) ?? null;
}
function inconsistencies(graph, before) {
  const released = (migration) => migration.path === null || before.has(keyOf(migration)) || migration.replaces.length > 0 && migration.replaces.every((key) => before.has(keyOf(key)) || replacedInTurn(key.app, key.name));
  const replacedInTurn = (app, name) => {
    const squashed = graph.full.get(keyOf({ app, name }))?.migration;
    return !!squashed && squashed.replaces.length > 0 && squashed.replaces.every((key) => before.has(keyOf(key)));
  };
  return [...graph.nodes.values()].sort((a, b) => compareText(a.key, b.key)).flatMap((node) => {
    const child = node.migration;
    if (!child || !before.has(node.key)) return [];
    return [...node.parents].sort(compareText).flatMap((key) => {
      const parent = graph.nodes.get(key).migration;
      return parent && !released(parent) ? [{ released: child, parent }] : [];
    });
  });
}

// src/history/undeclared.ts
function undeclaredDependencies(migrations2, graph, python2) {
  const own2 = new Set([...graph.full.values()].flatMap((node) => node.external ? [] : [node.app]));
  const leaves = new Map(leafNodes(graph).map((leaf) => [leaf.app, leaf.name]));
  return migrations2.flatMap((migration) => {
    const before = appsBefore(migration, graph);
    const seen = /* @__PURE__ */ new Set();
    return migration.operations.flatMap((operation2) => usesIn(operation2, python2)).flatMap(({ app, model: model2, path: path2, line }) => {
      if (app === migration.app || !own2.has(app) || before.has(app) || seen.has(app)) return [];
      seen.add(app);
      const told2 = { message: `${codeKey(migration)} uses ${code(model2)} and depends on no migration of ${code(app)}: on a new database it may run before the model is there.`, place: { path: path2, line } };
      const leaf = leaves.get(app);
      return [{ ...finding(undeclaredDependency, told2, told2.place), advice: leaf === void 0 ? undeclaredDependency.advice : `Add ${code(`("${app}", "${leaf}")`)} to its dependencies, or the migration that made the model.` }];
    });
  });
}
function appsBefore(migration, { nodes, full }) {
  const seen = /* @__PURE__ */ new Set();
  const open = [keyOf(migration)];
  for (let key = open.pop(); key !== void 0; key = open.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    for (const parent of [...(nodes.get(key) ?? full.get(key))?.parents ?? []].sort(compareText)) open.push(parent);
  }
  seen.delete(keyOf(migration));
  return new Set([...seen].map((key) => key.slice(0, key.indexOf("."))));
}
function usesIn(operation2, python2) {
  switch (operation2.kind) {
    case "CreateModel":
      return operation2.fields.flatMap(relationsOf);
    case "AddField":
    case "AlterField":
      return relationsOf(operation2.field);
    case "RunSQL":
      return operation2.stateOperations.flatMap((part) => usesIn(part, python2));
    case "SeparateDatabaseAndState":
      return [...operation2.databaseOperations, ...operation2.stateOperations].flatMap((part) => usesIn(part, python2));
    case "RunPython":
      return dataCode(operation2, python2).flatMap(({ models }) => models.flatMap(({ model: model2, path: path2, line }) => useOf(model2, { path: path2, line })));
    default:
      return [];
  }
}
function relationsOf({ args, kwargs, path: path2, place }) {
  const first = /(ForeignKey|OneToOneField|ManyToManyField)$/.test(path2) ? args[0] : void 0;
  return [first, kwargs.get("to"), kwargs.get("through")].flatMap((value) => useOf(value, place));
}
function useOf(value, { path: path2, line }) {
  const [, app] = typeof value === "string" ? /^(\w+)\.\w+$/.exec(value) ?? [] : [];
  return app === void 0 ? [] : [{ app, model: value, path: path2, line }];
}

// src/review/change.ts
function changeOf(base, head, { models, since }) {
  const before = base ?? withoutMigrations(head);
  const change = withoutHistory(compareReleases({ graph: before.graph, text: before.text }, { graph: head.graph, text: head.text }), olderThan(since, before));
  const added3 = new Set(change.added.map(keyOf));
  const findings = [...newFindings(graphFindings(head.graph, { added: added3 }), graphFindings(before.graph)), ...changeFindings(change), ...undeclaredDependencies(change.added, head.graph, head.python)];
  const released = new Set([...before.graph.full.values()].flatMap((node) => node.migration ? [node.key] : []));
  const fresh = head.order.filter((migration) => migration.path !== null && added3.has(keyOf(migration)) && !migration.replaces.some((key) => released.has(keyOf(key))));
  const unreadable = head.skipped.filter((one) => !isOlderFile(since, one.path, head.text(one.path)) && (isNew(one, before) || fresh.some((migration) => folderOf(migration.path) === folderOf(one.path))));
  const skipped2 = [...unreadable, ...head.partly.filter((one) => isNew(one, before))];
  const edited = base === null ? [] : editedApps(base, head, models, change);
  return fresh.length + findings.length + skipped2.length + edited.length === 0 ? null : { before, fresh, findings, skipped: skipped2, edited };
}
function withoutMigrations(head) {
  const graph = { ...head.graph, nodes: /* @__PURE__ */ new Map(), full: /* @__PURE__ */ new Map(), replacedBy: /* @__PURE__ */ new Map(), missing: [], circularReplaces: [] };
  return { ...head, graph, order: [], skipped: [], partly: [], lookedInto: /* @__PURE__ */ new Map() };
}
function withoutHistory(change, older) {
  return { ...change, edited: change.edited.filter(({ base }) => !older(base)), deleted: change.deleted.filter(({ base }) => !older(base)) };
}
function newFindings(head, base) {
  const there = new Set(base.map(({ rule, message }) => JSON.stringify([rule, message])));
  return head.filter(({ rule, message }) => !there.has(JSON.stringify([rule, message])));
}
function isNew(one, base) {
  return ![...base.skipped, ...base.partly].some((other) => other.path === one.path && other.reason === one.reason);
}
function folderOf(path2) {
  return path2 === null ? "" : path2.slice(0, path2.lastIndexOf("/") + 1);
}

// src/review/project.ts
function reviewTools({ head, base, config }, parser) {
  return { request: { head, config }, parser, usages: { head: new UsageSearch(head, parser, config), running: new UsageSearch(base, parser, config) } };
}
async function reviewProject(base, head, scope, tools) {
  const change = changeOf(base, head, scope);
  if (change === null) return null;
  const { fresh, skipped: skipped2 } = change;
  const sides = await sidesOf(base, head, change);
  const { running, last, steps, runningCode, newCode, edits, context } = sides;
  if (fresh.length + change.findings.length + skipped2.length + edits.length === 0) return null;
  const told2 = await withStillNamed(judged(sides, head, tools), running.bound, tools.usages.running, head);
  const found = [...change.findings, ...edits, ...fresh.length > 0 ? backendFindings(head) : []];
  const { migrations: migrations2, graph, accepted } = accept(told2, found, head.text, classLines(head));
  const named2 = await withUsages(timed(migrations2, head), running.bound, tools.usages.head, head);
  const made = wantsPlan(migrations2) ? makePlan(await planInput({ project: head, running, last, steps, migrations: migrations2 }, tools.request.head, tools.parser)) : null;
  const plan = made?.plan ?? null;
  return {
    review: { root: head.root, facts: head.facts, migrations: named2, plan, graph, skipped: skipped2, ...accepted.length > 0 && { accepted } },
    rehearsal: { dialect: context.dialect, running: runningCode, last: newCode, migrations: migrations2, plan: made && made.plan.releases.length > 0 ? made.replayed : null, incomplete: (plan?.without.length ?? 0) > 0 }
  };
}
async function sidesOf(base, head, { before, fresh, edited }) {
  const context = await walkContextOf(head);
  const beforeContext = base === null ? context : await walkContextOf(before);
  const running = endOf(before.order, startOf(before, beforeContext), beforeContext);
  const { steps, last } = walkAll(fresh, running, context);
  const touched = /* @__PURE__ */ new Set([...edited.map(({ label }) => label), ...fresh.map(({ app }) => app)]);
  const runs = { project: before, state: running.state, models: await readModels(before, touched) };
  const comes2 = { project: head, state: last.state, models: await readModels(head, touched) };
  return { context, running, last, steps, runningCode: codeOf(running, runs, context), newCode: codeOf(last, comes2, context), edits: modelEditFindings(edited, runs, comes2) };
}
function codeOf(point, { models }, context) {
  const state = withoutDeprecated(point.state, models.values());
  return state === point.state ? point : { ...point, state, bound: bind(state, context.bind) };
}
function walkAll(migrations2, start, context) {
  const steps = [];
  const walking = walk(migrations2, start, context);
  for (let next = walking.next(); ; next = walking.next()) {
    if (next.done) return { steps, last: next.value };
    steps.push(next.value);
  }
}
function judged({ steps, last, runningCode, newCode }, head, { request }) {
  const ends = new Map(steps.flatMap((step) => step.kind === "end" ? [[step.migration, step.after.schema]] : []));
  const view2 = { kind: "fixed", release: releaseTables(runningCode.bound), next: releaseTables(newCode.bound), schema: last.schema, ends };
  return [...records(steps, head.facts, view2, () => true, { python: head.python, sizes: tableSizes(request.config) })];
}
function timed(migrations2, { graph }) {
  const unread = new Set([...graph.nodes.values()].filter((node) => node.unread).map(({ key }) => key));
  return withMoments(migrations2, (migration) => graph.nodes.get(keyOf(migration))?.parents ?? [], unread);
}
function classLines({ graph }) {
  const lines2 = new Map([...graph.full.values()].flatMap(({ migration }) => migration?.path ? [[migration.path, migration.line]] : []));
  return (path2) => lines2.get(path2) ?? null;
}

// src/verdict.ts
function acceptedVerdict(found, label, labels) {
  if (found.verdict === "pass" || label === null || !labels.some((one) => one.toLowerCase() === label.toLowerCase())) return found;
  return { verdict: "pass", reasons: found.reasons, acceptedByLabel: label };
}
function verdictOf(projects, failOn) {
  if (failOn === "never") return { verdict: "pass", reasons: [] };
  const migrations2 = projects.flatMap((project) => project.migrations);
  const operations = migrations2.flatMap((migration) => migration.operations);
  const graph = projects.flatMap((project) => project.graph);
  const skipped2 = projects.flatMap((project) => project.skipped);
  const number = (test) => operations.filter(test).length;
  const findings = [...migrations2.flatMap((migration) => migration.findings), ...operations.flatMap((record) => record.findings)];
  const counted = [
    [number((record) => record.breaks.some((breakage) => breakage.release === "running")), "operation breaks the running release", "operations break the running release"],
    [number((record) => record.breaks.some((breakage) => breakage.release === "new")), "operation breaks the new release", "operations break the new release"],
    [number((record) => record.findings.some(({ rule, level }) => level === "error" && rule === stillNamed.id)), "operation takes away what the running release's code still names", "operations take away what the running release's code still names"],
    [number(isUnknown), "operation is not understood", "operations are not understood"],
    [number((record) => record.findings.some(({ rule, level }) => level === "error" && rule !== stillNamed.id && !rule.startsWith("breaks-"))), "operation cannot run as it is", "operations cannot run as they are"],
    [number((record) => record.failsOnExistingRows !== null), "operation may fail on rows that are there", "operations may fail on rows that are there"],
    [skipped2.length, "file could not be read", "files could not be read"],
    [graph.filter((finding2) => finding2.level === "error" && isAboutModels(finding2)).length, "difference between models and migrations", "differences between models and migrations"],
    [graph.filter((finding2) => finding2.level === "error" && !isAboutModels(finding2)).length, "error in the migration graph", "errors in the migration graph"],
    [migrations2.flatMap((migration) => migration.findings).filter((finding2) => finding2.level === "error").length, "migration cannot run as it is", "migrations cannot run as they are"]
  ];
  const reasons = counted.filter(([n]) => n > 0).map(([n, one, many]) => `${n} ${n === 1 ? one : many}.`);
  const warnings = [...findings, ...graph].filter((finding2) => finding2.level === "warning").length;
  if (failOn === "warning" && warnings > 0) reasons.push(`${warnings} ${warnings === 1 ? "warning" : "warnings"}, and \`fail-on\` is \`warning\`.`);
  return { verdict: reasons.length > 0 ? "fail" : "pass", reasons };
}

export {
  readModels,
  modelOfTable,
  isSql,
  pendingUsages,
  wordsOf2 as wordsOf,
  keptByCode,
  operation,
  runSql,
  Unwritable,
  writeMigration,
  slug,
  alterTable,
  notNullMigrations,
  recipes,
  withOnlineDdl,
  sqlOf2 as sqlOf,
  replayFiles,
  numbering,
  markersIn,
  overlaid,
  reviewTools,
  reviewProject,
  acceptedVerdict,
  verdictOf
};
