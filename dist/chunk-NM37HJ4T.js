import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  SourceError
} from "./chunk-SRQQNM3W.js";
import {
  createPython,
  excludes,
  finding,
  lineFinder
} from "./chunk-JKFBBZWL.js";
import {
  stillNamed
} from "./chunk-2DKQDNJ4.js";
import {
  code,
  listed
} from "./chunk-CSBCGSFX.js";
import {
  changesOf
} from "./chunk-GCE2PBVR.js";

// src/safety/findings/usage.ts
var most = 3;
function stillNamedFindings({ place }, summaries) {
  return summaries.flatMap((summary) => {
    const sure = summary.first.filter(({ certainty }) => certainty !== "possible");
    if (sure.length === 0) return [];
    const places = listed([...sure.slice(0, most).map(placeOf), ...sure.length > most ? [`${sure.length - most} more`] : []]);
    const told = finding(stillNamed, `The running release's code still names ${code(summary.of)}: ${places}.`, place);
    return [isSql(sure) ? told : { ...told, level: "warning" }];
  });
}
function isSql(usages) {
  return usages.some(({ kind, certainty }) => kind === "SQL" && certainty === "certain");
}
function placeOf({ path: path2, line, kind, certainty }) {
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
function goingAway(app, operation, changes, bound) {
  const byModel = operationsIn(operation).flatMap((part) => ofOperation(app, part, bound));
  const known = (column, table) => byModel.some((target) => target.table === table && target.column === column);
  const bySql = changes.flatMap((change) => ofChange(app, change, bound)).filter((target) => target.table !== null && !known(target.column, target.table));
  return [...byModel, ...byModel.length > 0 ? [] : bySql];
}
function operationsIn(operation) {
  switch (operation.kind) {
    case "SeparateDatabaseAndState":
      return operation.stateOperations.flatMap(operationsIn);
    case "RunSQL":
      return operation.stateOperations.flatMap(operationsIn);
    case "Unknown":
      return operation.assumed ? operationsIn(operation.assumed) : [];
    default:
      return [operation];
  }
}
function ofOperation(app, operation, bound) {
  switch (operation.kind) {
    case "RemoveField":
      return field(app, operation.model, operation.name, bound);
    case "RenameField":
      return field(app, operation.model, operation.from, bound);
    case "DeleteModel":
      return model(app, operation.name, bound);
    case "RenameModel":
      return model(app, operation.from, bound);
    default:
      return [];
  }
}
function field(app, name, of, bound) {
  const found = bound.get(`${app}.${name}`.toLowerCase());
  const own = found?.field(of);
  return found && own ? [{ app, model: found.name, field: of, column: own.column, table: found.table }] : [];
}
function model(app, name, bound) {
  const found = bound.get(`${app}.${name}`.toLowerCase());
  return found ? [{ app, model: found.name, field: null, column: null, table: found.table }] : [];
}
function ofChange(app, change, bound) {
  switch (change.kind) {
    case "DropColumn":
    case "RenameColumn":
      return [{ app, model: modelOfTable(change.table, bound), field: null, column: change.column, table: change.table }];
    case "DropTable":
    case "RenameTable":
      return [{ app, model: null, field: null, column: null, table: change.table }];
    default:
      return [];
  }
}
function modelOfTable(table, bound) {
  const key = bound.keys.find((one) => bound.get(one)?.table === table && !bound.get(one).proxy);
  return key === void 0 ? null : bound.get(key).name;
}

// src/usage/summary.ts
var mostPlaces = 30;
function summaryOf(target, { found, leftOut }) {
  const code2 = found.filter((usage) => !usage.test);
  const number = (certainty) => code2.filter((usage) => usage.certainty === certainty).length;
  return { of: nameOf(target), certain: number("certain"), likely: number("likely"), possible: number("possible"), tests: found.length - code2.length, first: code2.slice(0, mostPlaces), leftOut };
}
function nameOf({ app, model: model2, field: field2, column, table }) {
  const own = field2 ?? column;
  if (model2 !== null) return own === null ? `${app}.${model2}` : `${model2}.${own}`;
  return [table, own].filter((part) => part !== null).join(".");
}

// src/usage/names.ts
var rendered = (field2) => [`get_${field2}_display`, `get_next_by_${field2}`, `get_previous_by_${field2}`];
function namesOf({ model: model2, field: field2, column, table }) {
  const own = field2 ?? column?.replace(/_id$/, "") ?? null;
  const fields = new Set([own, column].flatMap((name) => name === null || name === "" ? [] : [name]));
  const whole = own === null && column === null;
  const python2 = new Set(whole ? model2 === null ? [] : [model2] : [...fields, ...own === null ? [] : rendered(own)]);
  const words2 = [...python2, ...whole && table !== null ? [table] : []].filter((word) => /^[\p{L}_][\p{L}\p{N}_.$"]*$/u.test(word));
  if (words2.length === 0) return null;
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words2.map(quoted).join("|")})(?![\\p{L}\\p{N}])`, "u");
  return { python: python2, fields, column, table, any };
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
    const named = [...registered.get(definition.name) ?? [], ...decorated(definition), ...modelsOf(definition)].map(ofClass);
    if (named.includes("ours")) return { owner: "ours", model: false };
    if (named.includes("other")) return { owner: "other", model: false };
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
  const inModels = models !== -1 || found !== null && /(^|\/)models(\.py$|\/)/.test(found.module.path);
  if (found !== null && !inModels && !found.definition.bases.some(({ value }) => value.kind === "name" && /Model|Page|Mixin/.test(value.path))) return null;
  if (name === model2) return parts.slice(0, -1).includes(app) || models === 0 || found?.module.path === "models.py" ? "ours" : null;
  return inModels && !/^(models|django)\b/.test(dotted) ? "other" : null;
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
    const { callee } = statement2.value;
    if (callee.kind !== "name" || !/(^|\.)register$/.test(callee.path)) return;
    const names = namesIn(statement2.value);
    const admin = names.at(-1);
    if (names.length > 1 && admin !== void 0) found.set(admin, [...found.get(admin) ?? [], ...names.slice(0, -1)]);
  };
  module.body.forEach(read);
  return found;
}
function namesIn(call) {
  return call.args.flatMap(({ value }) => value.kind === "name" ? [value.path] : value.kind === "list" || value.kind === "tuple" ? value.items.flatMap((item) => item.kind === "name" ? [item.path] : []) : []);
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
  const named = (name) => name !== null && new RegExp(`(?<![\\w$])${name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?![\\w$])`, "i").test(text);
  const inTable = named(table);
  if (column === null) return inTable ? "certain" : null;
  if (!named(column)) return null;
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
      return about?.owner === "ours" && at.names.fields.has(spot.name) ? python("certain", `\`${spot.scopes.at(-1).name}.${spot.name}\``) : null;
    }
    default:
      return null;
  }
}
function attribute({ receiver, name, called, ...spot }, at) {
  if (called && at.names.fields.has(name)) return null;
  if (receiver === null || !receiver.rooted) return python("possible", "attribute");
  const how = `attribute of \`${receiver.names.at(-1)}\``;
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
  const callee = frames.at(-1)?.callee;
  if (lookup === null || !callee) return null;
  return argument(lookup.before, frames, keywordCalls, { ...spot, name, frames }, at);
}
function argument(before, frames, calls, spot, at) {
  const callee = frames.at(-1).callee;
  const method = callee.names.at(-1) ?? "";
  const how = `\`${method}()\``;
  const plain = method.replace(/^a(?=get|create|update|aggregate|earliest|latest|save|refresh|bulk|in_bulk)/, "");
  const isCall = calls.has(plain);
  const made = at.models.ofClass(callee.names.join("."));
  if (made !== null && !isCall) return made === "other" ? null : python("certain", how);
  if (callee.names[0] === "register") return null;
  if (!isCall) return suggestsCall(method, at) ? python("likely", how) : before === null && spot.kind === "keyword" && !at.library(callee.names[0] ?? "") ? python("possible", how) : before !== null && suggests(before, at.target.model) ? python("likely", how) : null;
  const owner = queryOwner(frames, spot, at);
  if (before !== null) return suggests(before, at.target.model) ? python("likely", how) : python("possible", how);
  if (owner.owner === "ours") return python(owner.throughClass ? "certain" : "likely", how);
  if (owner.owner === "other") return null;
  const reverse = /^(.+)_set$/.exec(callee.names.at(-2) ?? "")?.[1];
  if (reverse !== void 0 && !suggests(reverse, at.target.model)) return null;
  const query = plainQueries.has(plain) || callee.names.some((name) => queryParts.has(name)) || callee.names.slice(0, -1).some((name) => suggests(name, at.target.model));
  return python(query ? "likely" : "possible", how);
}
function suggestsCall(method, { target }) {
  const model2 = target.model?.toLowerCase();
  return model2 !== void 0 && method.toLowerCase().replaceAll("_", "").includes(model2);
}
function queryOwner(frames, spot, at) {
  for (const { callee } of frames.toReversed()) {
    if (callee === null || callee.names.length === 0) continue;
    if (/^([A-Z]|get_(object|list)_or_404$)/.test(callee.names.at(-1))) continue;
    const on = callee.names.length > 1 ? callee.names.slice(0, -1) : callee.names;
    const { direct, throughClass } = ownerOf({ ...callee, names: on }, spot, at);
    if (direct !== null) return { owner: direct, throughClass };
    if (callee.names.length > 1) return { owner: null, throughClass: false };
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
  const call = frames.findLastIndex((frame) => frame.callee !== null);
  const method = frames[call]?.callee?.names.at(-1) ?? "";
  const scope = scopes.at(-1);
  if (call !== -1 && (stringCalls.has(method.replace(/^a(?=earliest|latest|save|refresh|bulk|in_bulk)/, "")) || frames[call].keyword === "update_fields")) return argument(lookup.before, frames.slice(0, call + 1), /* @__PURE__ */ new Set([...stringCalls, method]), whole, at);
  if (scope?.kind === "class") {
    const about = aboutClass(scopes, at);
    const how = `\`${[scopes.at(-2)?.kind === "class" ? scopes.at(-2).name : null, scope.name, scope.option].filter((part) => part !== null && part !== void 0).join(".")}\``;
    if (lookup.before !== null) return suggests(lookup.before, at.target.model) ? python("likely", how) : scope.option !== null && optionNames.has(scope.option) ? python("possible", how) : null;
    if (about?.owner === "ours") return python(scope.option !== null && optionNames.has(scope.option) ? "certain" : "likely", how);
    return about?.owner === "other" ? null : python("possible", how);
  }
  if (lookup.before !== null) return suggests(lookup.before, at.target.model) ? python("likely", "lookup") : null;
  if (aboutClass(scopes, at)?.owner === "ours") return python("likely", "string");
  if (/^(get|set|has|del)attr$/.test(method)) return python("possible", `\`${method}()\``);
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
    const call = spot.frames.findLast((frame) => frame.callee !== null)?.callee?.names.at(-1) ?? "";
    if (model2 !== null && spot.name === model2) {
      if (/^get_model$|^get_registered_model$/.test(call)) return python("likely", `\`${call}()\``);
      if (/(ForeignKey|OneToOneField|ManyToManyField|ParentalKey|GenericRelation)$/.test(call)) return python("likely", `\`${call}()\``);
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
function* tokensOf(text, from = 0, to = text.length) {
  let depth = 0;
  let at = from;
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
function* placeholders(text, from, to) {
  const braces = /\{([^{}]+)\}/g;
  for (const match of text.slice(from, to).matchAll(braces)) {
    const start = from + match.index;
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
function lineEnd(text, from) {
  const found = text.indexOf("\n", from);
  return found === -1 ? text.length : found;
}

// src/usage/spots.ts
var words = new Set("in if else elif not and or is return yield for while with as lambda assert raise del except import from global nonlocal".split(" "));
var deepest = 12;
function readSpots(text, wanted) {
  const tokens = [...tokensOf(text)];
  const spots = [];
  const bindings = [];
  let frames = [];
  let scopes = [];
  let chain = null;
  let first = true;
  let importing = false;
  const add = (token, kind, receiver, index) => spots.push({ at: token.start, name: token.text, kind, receiver, frames: frames.slice(-deepest).map((frame) => ({ ...frame })), scopes: scopes.slice(-deepest).map((scope) => ({ ...scope })), called: tokens[index + 1]?.text === "(" && tokens[index + 1].kind === "operator" });
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
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
      const alone = starts && (next === void 0 || next.kind === "newline");
      if (!alone && wanted(token.text, "string")) add(token, "string", null, index);
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
    const previous = tokens[index - 1];
    if (previous?.text === "." && previous.kind === "operator") {
      if (!importing && wanted(token.text, "name")) add(token, "attribute", chain, index);
      chain = chain === null ? { names: [token.text], rooted: false } : { ...chain, names: [...chain.names, token.text] };
      continue;
    }
    if ((token.text === "class" || token.text === "def") && next?.kind === "name" && frames.length === 0) {
      scopes.push({ kind: token.text === "class" ? "class" : "function", column: columnOf(text, tokens[index - 1]?.text === "async" ? tokens[index - 1].start : token.start), start: token.start, name: next.text, option: null });
      continue;
    }
    if (words.has(token.text)) {
      chain = null;
      continue;
    }
    const assigns = next?.text === "=" && tokens[index + 2]?.text !== "=";
    const frame = frames.at(-1);
    if (assigns && frame?.bracket === "(") {
      frame.keyword = token.text;
      if (wanted(token.text, "name")) add(token, "keyword", null, index);
      chain = null;
      continue;
    }
    if (next?.text === "=" || next?.text === "in" || next?.text === ":") {
      const from = classAt(tokens, index + 2);
      if (from !== null) bindings.push({ at: token.start, name: token.text, from, scope: scopes.findLast((scope2) => scope2.kind === "function")?.start ?? -1 });
    }
    const scope = scopes.at(-1);
    const inClass = starts && frames.length === 0 && scope?.kind === "class" && (assigns || next?.text === ":");
    if (inClass) scope.option = token.text;
    if (wanted(token.text, "name")) add(token, inClass ? "assigned" : "name", null, index);
    chain = { names: [token.text], rooted: true };
  }
  return { spots, bindings };
}
function classAt(tokens, index) {
  const names = [];
  for (let i = index; tokens[i]?.kind === "name" && names.length < 8; i += 2) {
    names.push(tokens[i].text);
    if (/^[A-Z]/.test(tokens[i].text)) return names.join(".");
    if (tokens[i + 1]?.text === "(" && /^a?get_(object|list)_or_404$/.test(tokens[i].text)) return classAt(tokens, i + 2);
    if (tokens[i + 1]?.text !== ".") return null;
  }
  return null;
}
function columnOf(text, offset) {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

// src/usage/python-usages.ts
function pythonUsages(target, names, module, python2) {
  const whole = target.field === null && target.column === null;
  const { spots, bindings } = readSpots(module.text, (text, kind) => kind === "string" ? names.any.test(text) : names.python.has(text) || !whole && lookupOf(text, names.fields) !== null);
  if (spots.length === 0) return [];
  const models = modelNames(target, module, python2);
  const variable = (name, spot) => {
    const scope = spot.scopes.findLast((one) => one.kind === "function")?.start ?? -1;
    const found = bindings.findLast((one) => one.name === name && one.at < spot.at && (one.scope === scope || one.scope === -1)) ?? bindings.find((one) => one.name === name && one.scope === scope);
    return found ? models.ofClass(found.from) : null;
  };
  const imported = importedNames(module.body);
  const surroundings = {
    target,
    names,
    models,
    variable,
    classAt: (start) => classAt2(module.body, start),
    imported,
    library: (name) => imported.has(name) && python2.find(python2.resolve(name, module)) === null,
    ownAttribute: (name) => new RegExp(`\\bself\\.${name.replaceAll("$", "\\$")}\\s*(:[^=\\n]+)?=[^=]`, "u").test(module.text)
  };
  return spots.flatMap((spot) => {
    const verdict = whole ? classifyModel(spot, surroundings) : classifyField(spot, surroundings);
    return verdict === null ? [] : [{ at: spot.at, verdict }];
  });
}
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
      return [{ at: match.index + 2 + found.index, verdict: { certainty, kind: "template", how: `attribute of \`${receiver}\`` } }];
    });
  });
}

// src/usage/types.ts
var certainties = ["certain", "likely", "possible"];

// src/usage/usages.ts
var defaultLimits = { files: 1500, found: 500 };
var longestLine = 160;
function usagesOf(target, files, python2, limits = defaultLimits) {
  const names = namesOf(target);
  if (names === null) return { found: [], leftOut: [] };
  const leftOut = [];
  const naming = files.paths.flatMap((path2) => {
    const text = files.text(path2);
    return text !== null && names.any.test(text.includes("\0") ? "" : text) ? [{ path: path2, text }] : [];
  });
  const unread = files.paths.filter((path2) => files.text(path2) === null).length;
  if (unread > 0) leftOut.push(`${unread} of ${files.paths.length} files could not be read.`);
  if (naming.length > limits.files) leftOut.push(`${naming.length} files hold the name; the first ${limits.files} of them were looked at.`);
  const all = naming.slice(0, limits.files).flatMap(({ path: path2, text }) => usagesIn(target, names, path2, text, python2));
  const found = all.toSorted(bySurest);
  if (found.length > limits.found) leftOut.push(`${found.length} places were found; the first ${limits.found} of them are listed.`);
  return { found: found.slice(0, limits.found), leftOut };
}
function usagesIn(target, names, path2, text, python2) {
  const places = isTemplate(path2) ? templateUsages(target, names, text) : pythonPlaces(target, names, path2, python2);
  const lineAt = lineFinder(text);
  const lines = text.split("\n");
  const test = isTest(path2);
  const byLine = /* @__PURE__ */ new Map();
  for (const { at, verdict } of places) {
    const line = lineAt(at);
    const known = byLine.get(line);
    if (known && certainties.indexOf(known.certainty) <= certainties.indexOf(verdict.certainty)) continue;
    byLine.set(line, { path: path2, line, text: shortened(lines[line - 1] ?? ""), ...verdict, test });
  }
  return [...byLine.values()];
}
function pythonPlaces(target, names, path2, python2) {
  const module = python2.module(path2);
  return module === null ? [] : pythonUsages(target, names, module, python2);
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
  /** Where code names each of the targets, for the project in a folder (empty for the root). Above a number of targets the rest is left out. Throws nothing. */
  async of(targets, root) {
    if (targets.length === 0) return /* @__PURE__ */ new Map();
    const { paths, texts, leftOut } = await (this.#files ??= readFiles(this.#source, this.#config));
    const known = new Set(paths);
    const text = (path2) => {
      const found = texts.get(path2);
      return found && "text" in found ? found.text : null;
    };
    const python2 = createPython(this.#parser, { has: (path2) => known.has(path2), text, roots: rootsOf(root) });
    const looked = targets.slice(0, most2.targets).map((target) => {
      const key = JSON.stringify([root, target.app, target.model, target.field, target.column, target.table]);
      const found = this.#known.get(key);
      if (found) return [target, found];
      const usages = usagesOf(target, { paths, text }, python2);
      const summary = summaryOf(target, { ...usages, leftOut: [...leftOut, ...usages.leftOut] });
      this.#known.set(key, summary);
      return [target, summary];
    });
    return new Map(looked);
  }
};
var most2 = { files: 8e3, bytes: 8e7, targets: 60 };
async function withUsages(migrations, bound, search, root) {
  return withTargets(migrations, bound, search, root, () => true, (record, usages) => ({ ...record, usages }));
}
async function withStillNamed(migrations, bound, search, root) {
  const isContract = ({ phase, breaks }) => phase === "contract" && !breaks.some(({ release }) => release === "running");
  return withTargets(migrations, bound, search, root, isContract, (record, usages) => ({ ...record, findings: [...record.findings, ...stillNamedFindings(record, usages)] }));
}
async function withTargets(migrations, bound, search, root, among, told) {
  const goes = new Map(migrations.flatMap((migration) => migration.operations.filter(among).map((record) => [record, goingAway(migration.app, record.operation, [...record.statements, ...record.deferred].flatMap(changesOf), bound)])));
  const summaries = await search.of([...goes.values()].flat(), root);
  if (summaries.size === 0) return migrations;
  return migrations.map((migration) => ({
    ...migration,
    operations: migration.operations.map((record) => {
      const usages = (goes.get(record) ?? []).flatMap((target) => summaries.get(target) ?? []);
      return usages.length === 0 ? record : told(record, usages);
    })
  }));
}
async function withPendingUsages(pending, bound, search, root) {
  const targets = new Map(pending.flatMap((one) => one.leftBy !== null && (one.what === "column" || one.what === "table") ? [[one, targetOf(one, bound)]] : []));
  const summaries = await search.of([...targets.values()], root);
  return pending.map((one) => {
    const usages = summaries.get(targets.get(one));
    return usages === void 0 ? one : { ...one, usages };
  });
}
function targetOf({ table, name, leftBy }, bound) {
  return { app: leftBy?.split(".")[0] ?? "", model: bound === null || name === null ? null : modelOfTable(table, bound), field: null, column: name, table };
}
function rootsOf(root) {
  const folder = root === "" || root.endsWith("/") ? root : `${root}/`;
  return [.../* @__PURE__ */ new Set([folder, `${folder}src/`, "", "src/"])];
}
async function readFiles(source, config) {
  const leftOut = [];
  const texts = /* @__PURE__ */ new Map();
  try {
    const excluded = excludes(config.exclude);
    const entries = (await source.list()).filter((entry) => !excluded(entry.path));
    const wanted = new Set(wantedFiles(entries.map((entry) => entry.path)));
    let bytes = 0;
    const all = entries.filter((entry) => wanted.has(entry.path)).toSorted((a, b) => Number(isTemplate(a.path)) - Number(isTemplate(b.path)));
    const taken = all.filter((entry, index) => index < most2.files && (bytes += entry.size ?? 0) <= most2.bytes).map((entry) => entry.path);
    if (taken.length < all.length) leftOut.push(`${all.length - taken.length} of ${all.length} files were not looked at.`);
    for (const batch of [taken.filter((path2) => !isTemplate(path2)), taken.filter(isTemplate)]) for (const [path2, text] of await source.read(batch)) texts.set(path2, text);
    return { paths: taken, texts, leftOut };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { paths: [...texts.keys()], texts, leftOut: [...leftOut, `Not every file could be read: ${error.message}`] };
  }
}

export {
  UsageSearch,
  withUsages,
  withStillNamed,
  withPendingUsages
};
