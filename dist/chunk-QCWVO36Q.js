import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  parse
} from "./chunk-M2XUEG37.js";
import {
  atLeast
} from "./chunk-LHOMP52Y.js";
import {
  codeSpan
} from "./chunk-LLNCCPBL.js";

// src/django/bind/model-reference.ts
function modelKey(app, name) {
  return `${app}.${name.toLowerCase()}`;
}
var swappableFunctions = {
  "django.contrib.auth.get_user_model": ["AUTH_USER_MODEL", "auth.User"],
  "wagtail.images.get_image_model_string": ["WAGTAILIMAGES_IMAGE_MODEL", "wagtailimages.Image"],
  "wagtail.documents.get_document_model_string": ["WAGTAILDOCS_DOCUMENT_MODEL", "wagtaildocs.Document"]
};
function referredModel(value, app, model2, facts) {
  if (typeof value === "string") return fromText(value, app, model2);
  if (value === void 0 || value === null || typeof value !== "object") return null;
  if (value.kind === "ref") return fromReference(value.path, app, model2, facts);
  if (value.kind !== "call") return null;
  const known2 = swappableFunctions[value.path];
  if (known2) return fromText(settingValue(known2[0], facts) ?? known2[1], app, model2);
  const [target, setting, fallback] = value.args;
  if (value.path !== "getattr" || typeof setting !== "string" || typeof target !== "object" || target?.kind !== "ref" || target.path !== "django.conf.settings") return null;
  const text2 = settingValue(setting, facts) ?? fallback;
  return typeof text2 === "string" ? fromText(text2, app, model2) : null;
}
function fromText(text2, app, model2) {
  if (text2 === "self") return modelKey(app, model2);
  const dot = text2.indexOf(".");
  return dot < 0 ? modelKey(app, text2) : modelKey(text2.slice(0, dot), text2.slice(dot + 1));
}
function fromReference(path, app, model2, facts) {
  const setting = path.match(/^django\.conf\.settings\.(\w+)$/)?.[1];
  if (setting !== void 0) {
    const text2 = settingValue(setting, facts);
    return text2 === null ? null : fromText(text2, app, model2);
  }
  const inModule = path.match(/(?:^|\.)(\w+)\.models\.(?:\w+\.)*(\w+)$/);
  return inModule ? modelKey(inModule[1], inModule[2]) : null;
}
function settingValue(setting, facts) {
  if (setting === "AUTH_USER_MODEL") return facts.authUserModel.value;
  return facts.swappable.get(setting)?.value ?? null;
}
function isSwapped(key, swappable, facts) {
  if (typeof swappable !== "string") return false;
  const value = settingValue(swappable, facts);
  return value !== null && fromText(value, "", "") !== key;
}

// src/django/bind/custom/class.ts
function methodOf({ body }, name) {
  return body.findLast((statement) => statement.kind === "function" && statement.name === name) ?? null;
}
function attributeOf({ body }, name) {
  const found = body.findLast((statement) => statement.kind === "assign" && statement.targets.some((target) => target.kind === "name" && target.path === name));
  return found?.kind === "assign" ? found.value : null;
}
function basePaths({ definition, module }, resolve2) {
  const paths = [];
  for (const base of definition.bases) {
    if (base.kind !== "positional") continue;
    const named2 = base.value.kind === "subscript" ? base.value.object : base.value;
    const path = named2.kind === "name" ? resolve2(named2.path, module) : module.text.slice(named2.start, named2.end);
    if (!harmless.test(path)) paths.push(path);
  }
  return paths;
}
var harmless = /^(?:object|(?:builtins|typing|typing_extensions|abc|collections)\..*|Generic|django\.db\.models\.fields\.mixins\.\w+|django\.contrib\.postgres\.utils\.\w+)$/;
function called({ path, module }, at) {
  return `${path} (${module.path}:${module.lineAt(at.start)})`;
}

// src/django/bind/custom/deconstruct.ts
function hiddenBy(method) {
  const hidden = [];
  for (const statement of method?.body ?? []) {
    if (statement.kind === "other") {
      for (const target of statement.targets ?? []) if (target.kind === "subscript") hidden.push(...text(target.index));
      continue;
    }
    const call = statement.kind === "expression" ? statement.value : null;
    if (call?.kind === "call" && call.callee.kind === "name" && call.callee.path === "kwargs.pop") hidden.push(...text(call.args[0]?.value));
  }
  return hidden;
}
function text(expression2) {
  return expression2?.kind === "string" ? [expression2.value] : [];
}

// src/django/bind/custom/evaluate.ts
function evaluateIn(expression2, module, locals2, lookup2, python) {
  const known2 = new Map(locals2);
  return python.evaluate(substitute(expression2, lookup2, known2), module, known2);
}
function holds(test, module, locals2, lookup2, python) {
  if (test.kind === "unary" && test.operator === "not") {
    const inner = holds(test.operand, module, locals2, lookup2, python);
    return inner === null ? null : !inner;
  }
  if (test.kind === "binary" && (test.operator === "and" || test.operator === "or")) {
    const left = holds(test.left, module, locals2, lookup2, python);
    const decisive2 = test.operator === "or";
    if (left === decisive2) return decisive2;
    const right = holds(test.right, module, locals2, lookup2, python);
    if (right === decisive2) return decisive2;
    return left === null || right === null ? null : !decisive2;
  }
  return truth(evaluateIn(test, module, locals2, lookup2, python));
}
function truth(value) {
  if (value === null || typeof value !== "object") return Boolean(value);
  if (value.kind === "list" || value.kind === "tuple" || value.kind === "set") return value.items.length > 0;
  if (value.kind === "dict") return value.entries.length > 0;
  if (value.kind === "float") return Number(value.text) !== 0;
  return value.kind === "ref" || value.kind === "call" ? true : null;
}
function substitute(expression2, lookup2, known2) {
  const inner = (part) => substitute(part, lookup2, known2);
  const value = lookup2(expression2);
  if (value !== void 0) {
    const name = `__known_${known2.size}`;
    known2.set(name, value);
    return { kind: "name", path: name, start: expression2.start, end: expression2.end };
  }
  switch (expression2.kind) {
    case "attribute":
      return { ...expression2, object: inner(expression2.object) };
    case "call":
      return { ...expression2, callee: inner(expression2.callee), args: expression2.args.map((argument) => ({ ...argument, value: inner(argument.value) })) };
    case "list":
    case "tuple":
    case "set":
      return { ...expression2, items: expression2.items.map(inner) };
    case "dict":
      return { ...expression2, entries: expression2.entries.map(([key, item]) => [key && inner(key), inner(item)]) };
    case "binary":
      return { ...expression2, left: inner(expression2.left), right: inner(expression2.right) };
    case "unary":
      return { ...expression2, operand: inner(expression2.operand) };
    case "subscript":
      return { ...expression2, object: inner(expression2.object), index: inner(expression2.index) };
    case "conditional": {
      return { ...expression2, test: inner(expression2.test), then: inner(expression2.then), otherwise: inner(expression2.otherwise) };
    }
    case "starred":
      return { ...expression2, value: inner(expression2.value) };
    case "other":
      return expression2.parts ? { ...expression2, parts: expression2.parts.map((part) => typeof part === "string" ? part : inner(part)) } : expression2;
    default:
      return expression2;
  }
}

// src/django/bind/custom/self.ts
function classAttribute(definition, name, context, seen = /* @__PURE__ */ new Set()) {
  const { python } = context;
  if (!python || seen.has(definition.path) || seen.size > mostBases) return void 0;
  seen.add(definition.path);
  const expression2 = attributeOf(definition.definition, name);
  if (expression2) return python.evaluate(expression2, definition.module);
  for (const base of basePaths(definition, (path, module) => python.resolve(path, module))) {
    const found = python.find(base);
    const value = found?.kind === "class" ? classAttribute(found, name, context, seen) : void 0;
    if (value !== void 0) return value;
  }
  return void 0;
}
var mostBases = 20;
function selfAttribute(expression2, self) {
  if (expression2.kind !== "name" || !expression2.path.startsWith(`${self}.`)) return null;
  const name = expression2.path.slice(self.length + 1);
  return name.includes(".") ? null : name;
}
function superMethod(expression2) {
  if (expression2.kind !== "call" || expression2.callee.kind !== "attribute") return null;
  const { object, name } = expression2.callee;
  return object.kind === "call" && object.callee.kind === "name" && object.callee.path === "super" ? name : null;
}

// src/django/bind/custom/init-run.ts
var fieldAttributes = /* @__PURE__ */ new Set([
  "name",
  "verbose_name",
  "primary_key",
  "max_length",
  "unique",
  "blank",
  "null",
  "db_index",
  "default",
  "db_default",
  "editable",
  "serialize",
  "choices",
  "help_text",
  "db_column",
  "db_tablespace",
  "auto_created",
  "validators",
  "error_messages",
  "db_comment",
  "remote_field",
  "db_collation"
]);
function setAll(kwargs, entries) {
  for (const [name, item] of entries) if (typeof name === "string") kwargs.set(name, item);
}
function keyOf(run, target) {
  if (run.rest === null || target.kind !== "subscript" || target.object.kind !== "name" || target.object.path !== run.rest) return null;
  const key = evaluateIn(target.index, run.definition.module, locals(run), run.lookup, run.context.python);
  return typeof key === "string" ? key : null;
}
function baseArguments(run, call) {
  if (call.kind !== "call") return null;
  if (superMethod(call) === "__init__") return call.args;
  if (call.callee.kind !== "name" || !call.callee.path.endsWith(".__init__")) return null;
  const [first, ...more] = call.args;
  return first?.kind === "positional" && first.value.kind === "name" && first.value.path === run.self ? more : null;
}
function collect(run, given) {
  const args = [];
  const kwargs = /* @__PURE__ */ new Map();
  for (const argument of given) {
    const value = evaluateIn(argument.value, run.definition.module, locals(run), run.lookup, run.context.python);
    if (argument.kind === "positional") args.push(value);
    else if (argument.kind === "keyword") kwargs.set(argument.name, value);
    else if (value === null || typeof value !== "object") return `what ${codeSpan(source(run, argument.value))} holds cannot be read`;
    else if (argument.kind === "star" && (value.kind === "tuple" || value.kind === "list")) args.push(...value.items);
    else if (argument.kind === "double star" && value.kind === "dict") setAll(kwargs, value.entries);
    else return `what ${codeSpan(source(run, argument.value))} holds cannot be read`;
  }
  return { args, kwargs };
}
function look(run, expression2) {
  const attribute = selfAttribute(expression2, run.self);
  if (attribute !== null) return run.attributes.get(attribute) ?? classAttribute(run.definition, attribute, run.context);
  if (run.rest === null || expression2.kind !== "call" || expression2.callee.kind !== "name") return void 0;
  const method = expression2.callee.path.startsWith(`${run.rest}.`) ? expression2.callee.path.slice(run.rest.length + 1) : "";
  if (method !== "pop" && method !== "get" && method !== "setdefault") return void 0;
  const [name, fallback] = expression2.args.map((argument) => evaluateIn(argument.value, run.definition.module, locals(run), run.lookup, run.context.python));
  if (typeof name !== "string") return unread(run, expression2);
  const value = run.kwargs.has(name) ? run.kwargs.get(name) : fallback ?? null;
  if (method === "pop") run.kwargs.delete(name);
  if (method === "setdefault") run.kwargs.set(name, value);
  return value;
}
function touches(run, statement) {
  if (statement.kind === "other" && !statement.targets) return false;
  const text2 = source(run, statement);
  if (/\bsuper\b|\b__init__\b/.test(text2)) return true;
  if (run.rest !== null && new RegExp(`\\b${run.rest}\\s*(?:\\[[^\\]]*\\]\\s*=(?!=)|\\.(?:pop|update|setdefault|clear|popitem)\\b|=(?!=)|\\|=)|\\bdel\\s+${run.rest}\\b`).test(text2)) return true;
  return [...run.locals.keys()].some((name) => new RegExp(`(?<![\\w.])${name}\\s*(?:[-+*/|&]?=(?!=))`).test(text2)) || [...fieldAttributes].some((name) => text2.includes(`${run.self}.${name} =`));
}
function locals(run) {
  const names2 = new Map(run.locals);
  if (run.star !== null) names2.set(run.star, { kind: "tuple", items: run.args });
  if (run.rest !== null) names2.set(run.rest, { kind: "dict", entries: [...run.kwargs] });
  return names2;
}
function source(run, { start, end }) {
  return run.definition.module.text.slice(start, end);
}
function unread(run, at) {
  const { module } = run.definition;
  return { kind: "unknown", reason: "a value that cannot be followed", place: { path: module.path, line: module.lineAt(at.start) }, text: source(run, at) };
}

// src/django/bind/custom/parameters.ts
function bindParameters(method, module, call, python) {
  const names2 = method.parameters.slice(1).filter((name) => name !== "/");
  const bare = names2.findIndex((name) => name.startsWith("*"));
  const positional = names2.filter((name, index) => !name.startsWith("*") && (bare < 0 || index < bare));
  const plain3 = names2.filter((name) => !name.startsWith("*"));
  const star = names2.find((name) => /^\*[^*]/.test(name))?.slice(1) ?? null;
  const rest = names2.find((name) => name.startsWith("**"))?.slice(2) ?? null;
  if (call.args.length > positional.length && star === null) return "it is called with more arguments than it has parameters";
  const locals2 = /* @__PURE__ */ new Map();
  for (const [index, value] of call.args.slice(0, positional.length).entries()) locals2.set(positional[index], value);
  const kwargs = /* @__PURE__ */ new Map();
  for (const [name, value] of call.kwargs) {
    if (plain3.includes(name)) locals2.set(name, value);
    else if (rest !== null) kwargs.set(name, value);
    else return `it has no parameter ${codeSpan(name)}`;
  }
  for (const name of plain3) {
    if (locals2.has(name)) continue;
    const fallback = method.defaults?.get(name);
    const place = { path: module.path, line: module.lineAt(method.start) };
    locals2.set(name, fallback ? python.evaluate(fallback, module) : { kind: "unknown", reason: `parameter ${codeSpan(name)}, which is not given`, place, text: name });
  }
  return { locals: locals2, star, rest, args: call.args.slice(positional.length), kwargs };
}

// src/django/bind/custom/init.ts
function initialise(definition, method, call, context) {
  const fail = (why, at) => ({
    passed: call,
    attributes: /* @__PURE__ */ new Map(),
    unknown: `the __init__ of ${called(definition, at)} cannot be followed: ${why}. \`manage.py sqlmigrate\` shows the column`
  });
  const { module } = definition;
  const bound = bindParameters(method, module, call, context.python);
  if (typeof bound === "string") return fail(bound, method);
  const run = {
    ...bound,
    definition,
    context,
    self: method.parameters[0] ?? "self",
    attributes: /* @__PURE__ */ new Map(),
    passed: null,
    after: /* @__PURE__ */ new Map(),
    lookup: (expression2) => look(run, expression2)
  };
  const stopped = follow(run, method.body);
  if (stopped !== null && stopped !== "return") return fail(stopped.why, stopped.at);
  if (run.passed === null) return fail("it does not call the __init__ of its base", method);
  return { passed: run.passed, attributes: new Map([...run.attributes].filter(([name]) => run.after.has(name) || !fieldAttributes.has(name))), unknown: null };
}
function follow(run, statements) {
  for (const statement of statements) {
    const stop = step(run, statement);
    if (stop !== null) return stop;
  }
  return null;
}
function step(run, statement) {
  switch (statement.kind) {
    case "return":
      return (statement.value === null ? null : expression(run, statement.value)) ?? "return";
    case "expression":
      return expression(run, statement.value);
    case "assign":
      return assign(run, statement.targets, statement.value);
    case "if": {
      const test = holds(statement.test, run.definition.module, locals(run), run.lookup, run.context.python);
      if (test !== null) return follow(run, test ? statement.then : statement.otherwise);
      const touching = [...statement.then, ...statement.otherwise].find((inner) => touches(run, inner));
      return touching ? { why: `whether ${codeSpan(source(run, statement.test))} holds cannot be told`, at: statement } : null;
    }
    case "try":
      return follow(run, statement.body);
    case "with":
      return follow(run, statement.body);
    case "for":
    case "while":
      return touches(run, statement) ? { why: "it changes its arguments in a loop", at: statement } : null;
    case "augmented":
      return touches(run, statement) ? { why: `${codeSpan(source(run, statement))} is not followed`, at: statement } : null;
    case "other":
      for (const target of statement.targets ?? []) {
        const key = keyOf(run, target);
        if (key !== null) run.kwargs.delete(key);
      }
      return null;
    default:
      return null;
  }
}
function expression(run, value) {
  if (value.kind !== "call") return null;
  const given = baseArguments(run, value);
  if (given) {
    const passed = collect(run, given);
    if (typeof passed === "string") return { why: passed, at: value };
    run.passed = passed;
    return null;
  }
  if (look(run, value) !== void 0) return null;
  if (value.callee.kind === "name" && value.callee.path === `${run.rest}.update`) {
    const more = collect(run, value.args);
    if (typeof more === "string" || more.args.length > 1) return { why: `${codeSpan(source(run, value))} is not followed`, at: value };
    const [dict] = more.args;
    if (dict !== void 0 && (dict === null || typeof dict !== "object" || dict.kind !== "dict")) return { why: `${codeSpan(source(run, value))} is not followed`, at: value };
    if (dict?.kind === "dict") setAll(run.kwargs, dict.entries);
    for (const [name, item] of more.kwargs) run.kwargs.set(name, item);
    return null;
  }
  const hands = value.args.some((argument) => argument.value.kind === "name" && argument.value.path === run.rest);
  return hands ? { why: `${codeSpan(source(run, value))} may change its arguments`, at: value } : null;
}
function assign(run, targets, value) {
  const result2 = evaluateIn(value, run.definition.module, locals(run), run.lookup, run.context.python);
  for (const target of targets) set(run, target, result2);
  const replaced = targets.some((target) => target.kind === "name" && target.path === run.rest);
  if (!replaced) return null;
  if (result2 === null || typeof result2 !== "object" || result2.kind !== "dict") return { why: `${codeSpan(source(run, value))} is not followed`, at: value };
  run.kwargs.clear();
  setAll(run.kwargs, result2.entries);
  return null;
}
function set(run, target, value) {
  if (target.kind === "tuple" || target.kind === "list") {
    const items = value !== null && typeof value === "object" && (value.kind === "tuple" || value.kind === "list") ? value.items : [];
    for (const [index, part] of target.items.entries()) set(run, part, items[index] ?? unread(run, target));
    return;
  }
  const key = keyOf(run, target);
  if (key !== null) return void run.kwargs.set(key, value);
  const attribute = selfAttribute(target, run.self);
  if (attribute !== null) {
    run.attributes.set(attribute, value);
    if (run.passed !== null) run.after.set(attribute, value);
  } else if (target.kind === "name" && !target.path.includes(".") && target.path !== run.rest) run.locals.set(target.path, value);
}

// src/django/bind/types/columns.ts
var postgresql = {
  AutoField: "integer",
  BigAutoField: "bigint",
  BinaryField: "bytea",
  BooleanField: "boolean",
  CharField: "varchar(%(max_length)s)",
  DateField: "date",
  DateTimeField: "timestamp with time zone",
  DecimalField: "numeric(%(max_digits)s, %(decimal_places)s)",
  DurationField: "interval",
  FileField: "varchar(%(max_length)s)",
  FilePathField: "varchar(%(max_length)s)",
  FloatField: "double precision",
  IntegerField: "integer",
  BigIntegerField: "bigint",
  IPAddressField: "inet",
  GenericIPAddressField: "inet",
  JSONField: "jsonb",
  OneToOneField: "integer",
  PositiveBigIntegerField: "bigint",
  PositiveIntegerField: "integer",
  PositiveSmallIntegerField: "smallint",
  SlugField: "varchar(%(max_length)s)",
  SmallAutoField: "smallint",
  SmallIntegerField: "smallint",
  TextField: "text",
  TimeField: "time",
  UUIDField: "uuid"
};
var mysql = {
  AutoField: "integer AUTO_INCREMENT",
  BigAutoField: "bigint AUTO_INCREMENT",
  BinaryField: "longblob",
  BooleanField: "bool",
  CharField: "varchar(%(max_length)s)",
  DateField: "date",
  DateTimeField: "datetime(6)",
  DecimalField: "numeric(%(max_digits)s, %(decimal_places)s)",
  DurationField: "bigint",
  FileField: "varchar(%(max_length)s)",
  FilePathField: "varchar(%(max_length)s)",
  FloatField: "double precision",
  IntegerField: "integer",
  BigIntegerField: "bigint",
  IPAddressField: "char(15)",
  GenericIPAddressField: "char(39)",
  JSONField: "json",
  OneToOneField: "integer",
  PositiveBigIntegerField: "bigint UNSIGNED",
  PositiveIntegerField: "integer UNSIGNED",
  PositiveSmallIntegerField: "smallint UNSIGNED",
  SlugField: "varchar(%(max_length)s)",
  SmallAutoField: "smallint AUTO_INCREMENT",
  SmallIntegerField: "smallint",
  TextField: "longtext",
  TimeField: "time(6)",
  UUIDField: "char(32)"
};
var sqlite = {
  AutoField: "integer",
  BigAutoField: "integer",
  BinaryField: "BLOB",
  BooleanField: "bool",
  CharField: "varchar(%(max_length)s)",
  DateField: "date",
  DateTimeField: "datetime",
  DecimalField: "decimal",
  DurationField: "bigint",
  FileField: "varchar(%(max_length)s)",
  FilePathField: "varchar(%(max_length)s)",
  FloatField: "real",
  IntegerField: "integer",
  BigIntegerField: "bigint",
  IPAddressField: "char(15)",
  GenericIPAddressField: "char(39)",
  JSONField: "text",
  OneToOneField: "integer",
  PositiveBigIntegerField: "bigint unsigned",
  PositiveIntegerField: "integer unsigned",
  PositiveSmallIntegerField: "smallint unsigned",
  SlugField: "varchar(%(max_length)s)",
  SmallAutoField: "integer",
  SmallIntegerField: "smallint",
  TextField: "text",
  TimeField: "time",
  UUIDField: "char(32)"
};
var dataTypes = { postgresql, mysql, mariadb: mysql, sqlite };
function dataType(internalType, database, django2) {
  if (internalType === "UUIDField" && nativeMariadbUuid(database, django2)) return "uuid";
  return dataTypes[database.vendor][internalType] ?? null;
}
function nativeMariadbUuid(database, django2) {
  return database.vendor === "mariadb" && atLeast(django2, "5.0") && atLeast(database.version, "10.7");
}
function unlimitedVarchar(vendor, django2) {
  return vendor === "postgresql" || vendor === "sqlite" && atLeast(django2, "5.2");
}
function decimalWithoutDigits(vendor, django2) {
  return vendor === "postgresql" && atLeast(django2, "6.1");
}
var positive = ["PositiveBigIntegerField", "PositiveIntegerField", "PositiveSmallIntegerField"];
function columnCheck(internalType, column, database, django2) {
  const quoted2 = database.vendor === "mysql" || database.vendor === "mariadb" ? codeSpan(column) : `"${column}"`;
  if (positive.includes(internalType)) return checksColumns(database) ? `${quoted2} >= 0` : null;
  if (internalType !== "JSONField") return null;
  if (database.vendor === "sqlite") return `(JSON_VALID(${quoted2}) OR ${quoted2} IS NULL)`;
  if (database.vendor === "mariadb" && django2 === "4.2" && !atLeast(padded(database.version), "10.4.3")) return `JSON_VALID(${quoted2})`;
  return null;
}
function checksColumns(database) {
  return database.vendor !== "mysql" || atLeast(padded(database.version), "8.0.16");
}
function padded(version) {
  return version.split(".").length < 3 ? `${version}.999` : version;
}
function typeSuffix(internalType, vendor) {
  if (!["AutoField", "BigAutoField", "SmallAutoField"].includes(internalType)) return null;
  if (vendor === "postgresql") return "GENERATED BY DEFAULT AS IDENTITY";
  return vendor === "sqlite" ? "AUTOINCREMENT" : null;
}
var mysqlCasts = {
  AutoField: "signed integer",
  BigAutoField: "signed integer",
  SmallAutoField: "signed integer",
  CharField: "char(%(max_length)s)",
  DecimalField: "decimal(%(max_digits)s, %(decimal_places)s)",
  TextField: "char",
  IntegerField: "signed integer",
  BigIntegerField: "signed integer",
  SmallIntegerField: "signed integer",
  PositiveBigIntegerField: "unsigned integer",
  PositiveIntegerField: "unsigned integer",
  PositiveSmallIntegerField: "unsigned integer",
  DurationField: "signed integer"
};
var castTypes = {
  postgresql: { AutoField: "integer", BigAutoField: "bigint", SmallAutoField: "smallint" },
  mysql: mysqlCasts,
  mariadb: mysqlCasts,
  sqlite: { DateField: "TEXT", DateTimeField: "TEXT" }
};
var castWithoutLength = { postgresql: "varchar", mysql: "char", mariadb: "char", sqlite: "text" };

// src/django/bind/custom/type-method.ts
function typeMethod(definition, method, context) {
  return (attributes, ask) => {
    const result2 = returned({ definition, method, context, attributes, ask, locals: /* @__PURE__ */ new Map() }, method.body);
    if (result2 === void 0 || result2 === null || typeof result2 === "string") return result2 ?? null;
    return { unknown: `${method.name}() of ${called(definition, method)} cannot be read: ${result2.why}. \`manage.py sqlmigrate\` shows the column` };
  };
}
function returned(run, body) {
  for (const statement of body) {
    switch (statement.kind) {
      case "return":
        return statement.value ? result(run, statement.value) : null;
      case "if": {
        const test = holds(statement.test, run.definition.module, run.locals, lookup(run), run.context.python);
        if (test === null) return { why: `whether ${codeSpan(source2(run, statement.test))} holds cannot be told` };
        const inner = returned(run, test ? statement.then : statement.otherwise);
        if (inner !== void 0) return inner;
        break;
      }
      case "assign": {
        const value = evaluateIn(statement.value, run.definition.module, run.locals, lookup(run), run.context.python);
        for (const target of statement.targets) if (target.kind === "name" && !target.path.includes(".")) run.locals.set(target.path, value);
        break;
      }
      case "try":
      case "with": {
        const inner = returned(run, statement.body);
        if (inner !== void 0) return inner;
        break;
      }
      case "for":
      case "while":
      case "augmented":
        return { why: `${codeSpan(source2(run, statement).split("\n")[0])} is not followed` };
      case "other":
        if (/^raise\b/.test(source2(run, statement))) return { why: `it raises an error for this database: ${codeSpan(source2(run, statement))}` };
        break;
      default:
        break;
    }
  }
  return void 0;
}
function result(run, expression2) {
  const value = evaluateIn(expression2, run.definition.module, run.locals, lookup(run), run.context.python);
  if (value === null || typeof value === "string") return value;
  return { why: `${codeSpan(source2(run, expression2))} has no value that can be told` };
}
function lookup(run) {
  const [self, connection] = run.method.parameters;
  return (expression2) => {
    const attribute = selfAttribute(expression2, self ?? "self");
    if (attribute !== null) return run.attributes.get(attribute) ?? classAttribute(run.definition, attribute, run.context);
    if (superMethod(expression2) === run.method.name) return scalar(run.ask.inherited());
    return otherField(run, expression2) ?? ofConnection(run, expression2, connection);
  };
}
function otherField(run, expression2) {
  if (expression2.kind !== "call" || expression2.callee.kind !== "attribute" || expression2.callee.name !== "db_type") return void 0;
  const field = evaluateIn(expression2.callee.object, run.definition.module, run.locals, lookup(run), run.context.python);
  if (field === null || typeof field !== "object" || field.kind !== "call") return void 0;
  return scalar(run.ask.typeOf(field));
}
function ofConnection({ context, definition, locals: locals2 }, expression2, connection) {
  const { vendor } = context.facts.database.value;
  const backend = vendor === "mariadb" ? "mysql" : vendor;
  const named2 = (path) => {
    if (expression2.kind !== "name") return false;
    const dot = expression2.path.lastIndexOf(".");
    const owner = expression2.path.slice(0, dot);
    if (expression2.path.slice(dot + 1) !== path || locals2.has(owner)) return false;
    return owner === connection || context.python.resolve(owner, definition.module) === "django.db.connection";
  };
  if (named2("vendor")) return backend;
  if (named2("mysql_is_mariadb")) return vendor === "mariadb";
  if (named2("display_name")) return { postgresql: "PostgreSQL", mysql: "MySQL", mariadb: "MariaDB", sqlite: "SQLite" }[vendor];
  if (named2("settings_dict")) return { kind: "dict", entries: [["ENGINE", `django.db.backends.${vendor === "sqlite" ? "sqlite3" : backend}`]] };
  if (named2("data_types")) return { kind: "dict", entries: Object.entries(dataTypes[vendor]) };
  return void 0;
}
function scalar(type) {
  return type === null || typeof type === "string" ? type : void 0;
}
function source2(run, { start, end }) {
  return run.definition.module.text.slice(start, end);
}

// src/django/bind/custom/custom.ts
function customClass(path, context) {
  const found = context.python?.find(path) ?? null;
  if (found === null) return null;
  if (found.kind === "value") return alias(path, found.value);
  return found.kind === "class" ? readClass(found, context) : null;
}
function alias(path, value) {
  if (value === null || typeof value !== "object") return null;
  if (value.kind === "ref") return value.path === path ? null : { path, base: value.path };
  if (value.kind !== "call" || value.path !== "functools.partial") return null;
  const [made] = value.args;
  if (value.args.length !== 1 || made === null || typeof made !== "object" || made.kind !== "ref") return null;
  return { path, base: made.path, fallback: Object.fromEntries(value.kwargs) };
}
function readClass(found, context) {
  const python = context.python;
  const { definition, path } = found;
  const method = (name) => methodOf(definition, name);
  const typed = (name) => {
    const one = method(name);
    return one ? typeMethod(found, one, context) : void 0;
  };
  const [base, ...mixins] = basePaths(found, (name, module) => python.resolve(name, module));
  const init = method("__init__");
  const emptyStrings = classAttribute(found, "empty_strings_allowed", context);
  const [dbType, castType, relType, suffix, check] = ["db_type", "cast_db_type", "rel_db_type", "db_type_suffix", "db_check"].map(typed);
  const unknown = unreadable(found);
  return {
    path,
    base: base ?? null,
    mixins,
    ...init && { init: (call) => initialise(found, init, call, context) },
    ...internalTypeOf(found, context),
    ...unknown !== null ? { dbType: { unknown } } : dbType && { dbType },
    ...castType && { castType },
    ...relType && { relType },
    ...suffix && { suffix },
    ...check && { check },
    ...typeof emptyStrings === "boolean" && { emptyStringsAllowed: emptyStrings },
    ...columnless(found) && { virtual: true },
    hidden: hiddenBy(method("deconstruct"))
  };
}
function internalTypeOf(found, context) {
  const method = methodOf(found.definition, "get_internal_type");
  if (!method) return {};
  let inherits = false;
  const inherited = () => {
    inherits = true;
    return "";
  };
  const answer = typeMethod(found, method, context)(/* @__PURE__ */ new Map(), { inherited, typeOf: () => null });
  if (typeof answer === "string") return inherits ? {} : { internalType: answer };
  return { dbType: answer ?? { unknown: `get_internal_type() of ${called(found, method)} returns nothing` } };
}
function unreadable(found) {
  for (const name of ["db_parameters", "db_type_parameters", "get_attname", "get_attname_column"]) {
    const method = methodOf(found.definition, name);
    if (method && !(name === "get_attname_column" && columnless(found))) return `${name}() of ${called(found, method)} decides about its column and is not followed: \`manage.py sqlmigrate\` shows it`;
  }
  return null;
}
function columnless(found) {
  const contributes = methodOf(found.definition, "contribute_to_class");
  if (contributes !== null && /\bprivate_only\s*=\s*True\b/.test(found.module.text.slice(contributes.start, contributes.end))) return true;
  const last = methodOf(found.definition, "get_attname_column")?.body.at(-1);
  if (last?.kind !== "return" || last.value?.kind !== "tuple") return false;
  const column = last.value.items[1];
  return column?.kind === "constant" && column.value === null;
}

// src/django/bind/classes/django.ts
var django = (name) => `django.db.models.${name}`;
var fieldParameters = [
  "verbose_name",
  "name",
  "primary_key",
  "max_length",
  "unique",
  "blank",
  "null",
  "db_index",
  "rel",
  "default",
  "editable",
  "serialize",
  "unique_for_date",
  "unique_for_month",
  "unique_for_year",
  "choices",
  "help_text",
  "db_column",
  "db_tablespace",
  "auto_created",
  "validators",
  "error_messages",
  "db_comment",
  "db_default"
];
var emptyList = { kind: "list", items: [] };
var labels = ["verbose_name", "name"];
var djangoClasses = [
  {
    path: django("Field"),
    base: null,
    positional: fieldParameters,
    own: {
      verbose_name: null,
      name: null,
      primary_key: false,
      max_length: null,
      unique: false,
      blank: false,
      null: false,
      db_index: false,
      rel: null,
      editable: true,
      serialize: true,
      unique_for_date: null,
      unique_for_month: null,
      unique_for_year: null,
      choices: null,
      help_text: "",
      db_column: null,
      db_tablespace: null,
      auto_created: false,
      validators: emptyList,
      error_messages: null,
      db_comment: null
    },
    emptyStringsAllowed: true
  },
  { path: django("BooleanField"), base: django("Field"), internalType: "BooleanField", emptyStringsAllowed: false },
  { path: django("NullBooleanField"), base: django("BooleanField"), forced: { null: true, blank: true } },
  { path: django("CharField"), base: django("Field"), internalType: "CharField", own: { db_collation: null } },
  { path: django("CommaSeparatedIntegerField"), base: django("CharField") },
  // deconstruct() keeps max_length=254 on purpose: the default may change one day.
  { path: django("EmailField"), base: django("CharField"), fallback: { max_length: 254 } },
  { path: django("SlugField"), base: django("CharField"), internalType: "SlugField", defaults: { max_length: 50, db_index: true }, own: { allow_unicode: false } },
  { path: django("URLField"), base: django("CharField"), positional: labels, defaults: { max_length: 200 } },
  { path: django("DateField"), base: django("Field"), internalType: "DateField", positional: [...labels, "auto_now", "auto_now_add"], own: { auto_now: false, auto_now_add: false }, emptyStringsAllowed: false },
  { path: django("DateTimeField"), base: django("DateField"), internalType: "DateTimeField" },
  { path: django("TimeField"), base: django("Field"), internalType: "TimeField", positional: [...labels, "auto_now", "auto_now_add"], own: { auto_now: false, auto_now_add: false }, emptyStringsAllowed: false },
  { path: django("DecimalField"), base: django("Field"), internalType: "DecimalField", positional: [...labels, "max_digits", "decimal_places"], own: { max_digits: null, decimal_places: null }, emptyStringsAllowed: false },
  { path: django("DurationField"), base: django("Field"), internalType: "DurationField", emptyStringsAllowed: false },
  { path: django("FilePathField"), base: django("Field"), internalType: "FilePathField", positional: [...labels, "path", "match", "recursive", "allow_files", "allow_folders"], own: { path: "", match: null, recursive: false, allow_files: true, allow_folders: false }, defaults: { max_length: 100 } },
  { path: django("FloatField"), base: django("Field"), internalType: "FloatField", emptyStringsAllowed: false },
  { path: django("IntegerField"), base: django("Field"), internalType: "IntegerField", emptyStringsAllowed: false },
  { path: django("BigIntegerField"), base: django("IntegerField"), internalType: "BigIntegerField" },
  { path: django("SmallIntegerField"), base: django("IntegerField"), internalType: "SmallIntegerField" },
  { path: django("PositiveBigIntegerField"), base: django("BigIntegerField"), internalType: "PositiveBigIntegerField", relType: { as: "BigIntegerField", unlessMatching: true } },
  { path: django("PositiveIntegerField"), base: django("IntegerField"), internalType: "PositiveIntegerField", relType: { as: "IntegerField", unlessMatching: true } },
  { path: django("PositiveSmallIntegerField"), base: django("SmallIntegerField"), internalType: "PositiveSmallIntegerField", relType: { as: "SmallIntegerField", unlessMatching: true } },
  { path: django("IPAddressField"), base: django("Field"), internalType: "IPAddressField", forced: { max_length: 15 }, emptyStringsAllowed: false },
  { path: django("GenericIPAddressField"), base: django("Field"), internalType: "GenericIPAddressField", positional: [...labels, "protocol", "unpack_ipv4"], own: { protocol: "both", unpack_ipv4: false }, forced: { max_length: 39 }, emptyStringsAllowed: false },
  { path: django("TextField"), base: django("Field"), internalType: "TextField", own: { db_collation: null } },
  { path: django("BinaryField"), base: django("Field"), internalType: "BinaryField", defaults: { editable: false } },
  { path: django("UUIDField"), base: django("Field"), internalType: "UUIDField", positional: ["verbose_name"], forced: { max_length: 32 }, emptyStringsAllowed: false },
  { path: django("JSONField"), base: django("Field"), internalType: "JSONField", positional: [...labels, "encoder", "decoder"], own: { encoder: null, decoder: null }, emptyStringsAllowed: false },
  { path: django("FileField"), base: django("Field"), internalType: "FileField", positional: [...labels, "upload_to", "storage"], own: { upload_to: "", storage: null }, always: ["upload_to"], defaults: { max_length: 100 } },
  { path: django("ImageField"), base: django("FileField"), positional: [...labels, "width_field", "height_field"], own: { width_field: null, height_field: null } },
  // primary_key=True is always written: AutoFieldMixin.deconstruct().
  { path: django("AutoField"), base: django("IntegerField"), internalType: "AutoField", forced: { blank: true }, relType: { as: "IntegerField", unlessMatching: false } },
  { path: django("BigAutoField"), base: django("BigIntegerField"), internalType: "BigAutoField", forced: { blank: true }, relType: { as: "BigIntegerField", unlessMatching: false } },
  { path: django("SmallAutoField"), base: django("SmallIntegerField"), internalType: "SmallAutoField", forced: { blank: true }, relType: { as: "SmallIntegerField", unlessMatching: false } },
  { path: django("OrderWrt"), base: django("IntegerField"), forced: { name: "_order", editable: false } },
  // Django 5.0, ticket 31300. Its type is that of output_field.
  { path: django("GeneratedField"), base: django("Field"), own: { expression: null, output_field: null, db_persist: null }, always: ["expression", "output_field", "db_persist"], defaults: { editable: false, blank: true } },
  // Django 5.2, ticket 373. Its positional arguments are field names.
  { path: django("CompositePrimaryKey"), base: django("Field"), positional: [], fallback: { editable: false, primary_key: true, blank: true }, dbType: null },
  {
    path: django("ForeignObject"),
    base: django("Field"),
    positional: ["to", "on_delete", "from_fields", "to_fields", "rel", "related_name", "related_query_name", "limit_choices_to", "parent_link", "swappable"],
    own: { to: null, on_delete: null, related_name: null, related_query_name: null, limit_choices_to: null, parent_link: false, swappable: true, from_fields: null, to_fields: null },
    always: ["to", "on_delete"],
    virtual: true
  },
  {
    path: django("ForeignKey"),
    base: django("ForeignObject"),
    positional: ["to", "on_delete", "related_name", "related_query_name", "limit_choices_to", "parent_link", "to_field", "db_constraint"],
    own: { to_field: null, db_constraint: true },
    defaults: { db_index: true },
    emptyStringsAllowed: false,
    relation: "foreign key",
    virtual: false
  },
  { path: django("OneToOneField"), base: django("ForeignKey"), positional: ["to", "on_delete", "to_field"], forced: { unique: true }, relation: "one to one" },
  {
    path: django("ManyToManyField"),
    base: django("Field"),
    positional: ["to", "related_name", "related_query_name", "limit_choices_to", "symmetrical", "through", "through_fields", "db_constraint", "db_table", "swappable"],
    own: { to: null, related_name: null, related_query_name: null, limit_choices_to: null, symmetrical: null, through: null, through_fields: null, db_constraint: true, db_table: null, swappable: true },
    always: ["to"],
    relation: "many to many",
    dbType: null
  },
  { path: "django.contrib.contenttypes.fields.GenericForeignKey", base: django("Field"), virtual: true, dbType: null },
  { path: "django.contrib.contenttypes.fields.GenericRelation", base: django("ForeignObject"), virtual: true, dbType: null }
];

// src/django/bind/classes/gis.ts
var gis = (name) => `django.contrib.gis.db.models.fields.${name}`;
var extent = { kind: "tuple", items: [{ kind: "float", text: "-180.0" }, { kind: "float", text: "-90.0" }, { kind: "float", text: "180.0" }, { kind: "float", text: "90.0" }] };
var geometryTypes = {
  [gis("GeometryField")]: "GEOMETRY",
  [gis("PointField")]: "POINT",
  [gis("LineStringField")]: "LINESTRING",
  [gis("PolygonField")]: "POLYGON",
  [gis("MultiPointField")]: "MULTIPOINT",
  [gis("MultiLineStringField")]: "MULTILINESTRING",
  [gis("MultiPolygonField")]: "MULTIPOLYGON",
  [gis("GeometryCollectionField")]: "GEOMETRYCOLLECTION",
  [gis("RasterField")]: "RASTER"
};
var gisClasses = [
  { path: gis("BaseSpatialField"), base: "django.db.models.Field", positional: ["verbose_name", "srid", "spatial_index"], own: { srid: 4326, spatial_index: true }, always: ["srid"], emptyStringsAllowed: false },
  {
    path: gis("GeometryField"),
    base: gis("BaseSpatialField"),
    positional: ["verbose_name", "dim", "geography"],
    own: { dim: 2, geography: false, extent, tolerance: { kind: "float", text: "0.05" }, max_geom_collections: null }
  },
  { path: gis("RasterField"), base: gis("BaseSpatialField") },
  ...Object.keys(geometryTypes).filter((path) => path !== gis("GeometryField") && path !== gis("RasterField")).map((path) => ({ path, base: gis("GeometryField") }))
];

// src/django/bind/classes/packages/entry.ts
function plain(module, bases) {
  return Object.entries(bases).map(([name, base]) => [`${module}.${name}`, base]);
}

// src/django/bind/classes/packages/content-fields.ts
var contentFields = [
  { name: "django-ckeditor", source: "django-ckeditor/django-ckeditor ckeditor/fields.py", entries: [...plain("ckeditor.fields", { RichTextField: "TextField" }), ...plain("ckeditor_uploader.fields", { RichTextUploadingField: "TextField" })] },
  { name: "django-ckeditor-5", source: "hvlads/django-ckeditor-5 django_ckeditor_5/fields.py", entries: [["django_ckeditor_5.fields.CKEditor5Field", "Field", { internalType: "TextField" }]] },
  { name: "django-tinymce", source: "jazzband/django-tinymce tinymce/models.py", entries: plain("tinymce.models", { HTMLField: "TextField" }) },
  { name: "django-markdownx", source: "neutronX/django-markdownx markdownx/models.py", entries: plain("markdownx.models", { MarkdownxField: "TextField" }) },
  { name: "django-mdeditor", source: "pylixm/django-mdeditor mdeditor/fields.py", entries: plain("mdeditor.fields", { MDTextField: "TextField" }) },
  { name: "martor", source: "agusmakmun/django-markdown-editor martor/models.py", entries: plain("martor.models", { MartorField: "TextField" }) },
  { name: "django-bleach", source: "marksweb/django-bleach django_bleach/models.py", entries: plain("django_bleach.models", { BleachField: "TextField" }) },
  { name: "django-summernote", source: "summernote/django-summernote django_summernote/fields.py", entries: plain("django_summernote.fields", { SummernoteTextField: "TextField" }) },
  { name: "django-wysiwyg-redactor", source: "douglasmiranda/django-wysiwyg-redactor redactor/fields.py", entries: plain("redactor.fields", { RedactorField: "TextField" }) },
  { name: "django-froala-editor", source: "froala/django-froala-editor froala_editor/fields.py", entries: [["froala_editor.fields.FroalaField", "Field", { internalType: "TextField" }]] },
  { name: "django-quill-editor", source: "LeeHanYeong/django-quill-editor django_quill/fields.py", entries: plain("django_quill.fields", { QuillField: "TextField", QuillTextField: "TextField", QuillJSONField: "JSONField" }) },
  { name: "django-richtextfield", source: "jaap3/django-richtextfield djrichtextfield/models.py", entries: plain("djrichtextfield.models", { RichTextField: "TextField" }) },
  { name: "django-s3direct", source: "bradleyg/django-s3direct s3direct/fields.py", entries: [["s3direct.fields.S3DirectField", "Field", { internalType: "TextField" }]] },
  { name: "djangocms-text-ckeditor", source: "django-cms/djangocms-text-ckeditor djangocms_text_ckeditor/fields.py", entries: [...plain("djangocms_text_ckeditor.fields", { HTMLField: "TextField" }), ...plain("djangocms_text.fields", { HTMLField: "TextField" })] },
  {
    name: "django-markupfield",
    source: "jamesturk/django-markupfield markupfield/fields.py",
    entries: [["markupfield.fields.MarkupField", "TextField", { positional: ["verbose_name", "name", "markup_type", "default_markup_type"] }]]
  },
  { name: "django-i18nfield", source: "raphaelm/django-i18nfield i18nfield/fields.py", entries: plain("i18nfield.fields", { I18nCharField: "TextField", I18nTextField: "TextField" }) },
  { name: "sorl-thumbnail", source: "jazzband/sorl-thumbnail sorl/thumbnail/fields.py", entries: [["sorl.thumbnail.fields.ImageField", "ImageField", { aliases: ["sorl.thumbnail.ImageField"] }]] },
  { name: "easy-thumbnails", source: "SmileyChris/easy-thumbnails easy_thumbnails/fields.py", entries: plain("easy_thumbnails.fields", { ThumbnailerField: "FileField", ThumbnailerImageField: "ImageField" }) },
  { name: "django-versatileimagefield", source: "respondcreate/django-versatileimagefield versatileimagefield/fields.py", entries: plain("versatileimagefield.fields", { VersatileImageField: "ImageField", PPOIField: "CharField" }) },
  { name: "django-imagekit", source: "matthewwithanm/django-imagekit imagekit/models/fields/__init__.py", entries: [["imagekit.models.fields.ProcessedImageField", "ImageField", { aliases: ["imagekit.models.ProcessedImageField"] }]] },
  { name: "django-stdimage", source: "codingjoe/django-stdimage stdimage/models.py", entries: plain("stdimage.models", { StdImageField: "ImageField", JPEGField: "ImageField" }) },
  { name: "django-resized", source: "un1t/django-resized django_resized/forms.py", entries: [["django_resized.forms.ResizedImageField", "ImageField", { aliases: ["django_resized.ResizedImageField"] }]] },
  {
    name: "django-image-cropping",
    source: "jonasundderwolf/django-image-cropping image_cropping/fields.py",
    entries: [
      ["image_cropping.fields.ImageCropField", "ImageField"],
      // Its deconstruct() writes neither length nor blank.
      ["image_cropping.fields.ImageRatioField", "CharField", { positional: ["image_field", "size"], forced: { max_length: 255, default: "", blank: true } }]
    ]
  },
  { name: "django-private-storage", source: "edoburu/django-private-storage private_storage/fields.py", entries: plain("private_storage.fields", { PrivateFileField: "FileField", PrivateImageField: "ImageField" }) },
  { name: "cloudinary", source: "cloudinary/pycloudinary cloudinary/models.py", entries: [["cloudinary.models.CloudinaryField", "Field", { internalType: "CharField", fallback: { max_length: 255 } }]] }
];

// src/django/bind/classes/packages/types.ts
function sized(type, argument) {
  return (attributes) => {
    const size = attributes.get(argument) ?? null;
    if (size === null) return type;
    return typeof size === "number" ? `${type}(${size})` : { unknown: `its ${argument} cannot be read: write the number in the migration` };
  };
}
var macAddress = (attributes, { typeOf }) => {
  const integer = attributes.get("integer") !== false;
  const length = attributes.get("max_length") ?? 17;
  const place = { path: "", line: 0 };
  return typeOf({ kind: "call", path: `django.db.models.${integer ? "BigIntegerField" : "CharField"}`, args: [], kwargs: new Map(integer ? [] : [["max_length", length]]), unknownArgs: null, place, text: "" });
};

// src/django/bind/classes/packages/plain-fields.ts
var plainFields = [
  {
    name: "django-model-utils",
    source: "jazzband/django-model-utils model_utils/fields.py",
    entries: [
      ["model_utils.fields.AutoCreatedField", "DateTimeField", { fallback: { editable: false } }],
      ["model_utils.fields.AutoLastModifiedField", "model_utils.fields.AutoCreatedField"],
      ["model_utils.fields.StatusField", "CharField", { own: { no_check_for_status: false, choices_name: "STATUS" }, fallback: { max_length: 100 } }],
      ["model_utils.fields.MonitorField", "DateTimeField", { own: { monitor: null, when: null }, always: ["monitor"] }],
      ["model_utils.fields.SplitField", "TextField"],
      // Its deconstruct() leaves primary_key=False out, and its __init__ then makes it a primary key: so does Django.
      ["model_utils.fields.UUIDField", "UUIDField", { positional: ["primary_key", "version", "editable"], own: { version: 4 }, fallback: { primary_key: true, editable: false } }],
      ["model_utils.fields.UrlsafeTokenField", "CharField", { positional: ["editable", "max_length", "factory"], own: { factory: null }, fallback: { editable: false, max_length: 128 }, dropped: ["default"] }]
    ]
  },
  {
    name: "django-extensions",
    source: "django-extensions/django-extensions django_extensions/db/fields/__init__.py",
    entries: [
      ["django_extensions.db.fields.CreationDateTimeField", "DateTimeField", { fallback: { editable: false, blank: true, auto_now_add: true } }],
      ["django_extensions.db.fields.ModificationDateTimeField", "DateTimeField", { fallback: { auto_now: true } }],
      ["django_extensions.db.fields.AutoSlugField", "SlugField", { fallback: { blank: true, editable: false } }],
      ["django_extensions.db.fields.RandomCharField", "CharField", { renamed: { length: "max_length" }, fallback: { blank: true, editable: false } }]
    ]
  },
  { name: "django-countries", source: "SmileyChris/django-countries django_countries/fields.py", entries: [["django_countries.fields.CountryField", "CharField", { hidden: ["choices"] }]] },
  { name: "django-phonenumber-field", source: "stefanfoulis/django-phonenumber-field phonenumber_field/modelfields.py", entries: [["phonenumber_field.modelfields.PhoneNumberField", "CharField", { own: { region: null }, fallback: { max_length: 128 } }]] },
  {
    name: "django-timezone-field",
    source: "mfogel/django-timezone-field timezone_field/fields.py",
    entries: [["timezone_field.fields.TimeZoneField", "Field", { internalType: "CharField", defaults: { max_length: 63 }, aliases: ["timezone_field.TimeZoneField"] }]]
  },
  {
    name: "django-money",
    source: "django-money/django-money djmoney/models/fields.py",
    entries: [
      ["djmoney.models.fields.MoneyField", "DecimalField", { positional: ["verbose_name", "name", "max_digits", "decimal_places", "default", "default_currency", "currency_choices"] }],
      ["djmoney.models.fields.CurrencyField", "CharField", { positional: ["price_field", "verbose_name", "name", "default"], fallback: { max_length: 3 } }]
    ]
  },
  { name: "django-autoslug", source: "justinmayer/django-autoslug autoslug/fields.py", entries: [["autoslug.fields.AutoSlugField", "SlugField", { aliases: ["autoslug.AutoSlugField"] }]] },
  { name: "django-colorfield", source: "fabiocaccamo/django-colorfield colorfield/fields.py", entries: [["colorfield.fields.ColorField", "CharField"]] },
  { name: "django-colorful", source: "charettes/django-colorful colorful/fields.py", entries: [["colorful.fields.RGBColorField", "CharField"]] },
  { name: "jsonfield", source: "rpkilby/jsonfield src/jsonfield/fields.py", entries: [["jsonfield.fields.JSONField", "TextField", { aliases: ["jsonfield.JSONField"] }], ["jsonfield.fields.JSONCharField", "CharField", { aliases: ["jsonfield.JSONCharField"] }]] },
  { name: "django-picklefield", source: "gintas/django-picklefield src/picklefield/fields.py", entries: [["picklefield.fields.PickledObjectField", "Field", { internalType: "TextField", fallback: { editable: false } }]] },
  { name: "django-annoying", source: "skorokithakis/django-annoying annoying/fields.py", entries: plain("annoying.fields", { AutoOneToOneField: "OneToOneField", JSONField: "TextField" }) },
  { name: "django-fsm", source: "viewflow/django-fsm django_fsm/__init__.py", entries: [["django_fsm.FSMField", "CharField", { fallback: { max_length: 50 } }], ["django_fsm.FSMIntegerField", "IntegerField"], ["django_fsm.FSMKeyField", "ForeignKey"]] },
  { name: "django-multiselectfield", source: "goinnn/django-multiselectfield multiselectfield/db/fields.py", entries: [["multiselectfield.db.fields.MultiSelectField", "CharField", { aliases: ["multiselectfield.MultiSelectField"] }]] },
  { name: "django-recurrence", source: "jazzband/django-recurrence recurrence/fields.py", entries: [["recurrence.fields.RecurrenceField", "Field", { internalType: "TextField" }]] },
  { name: "django-bitfield", source: "disqus/django-bitfield bitfield/models.py", entries: [["bitfield.models.BitField", "BigIntegerField", { positional: ["flags", "default"], aliases: ["bitfield.BitField"] }]] },
  {
    name: "django-macaddress",
    source: "django-macaddress/django-macaddress macaddress/fields.py",
    entries: [["macaddress.fields.MACAddressField", "Field", { dbType: macAddress, internalType: "BigIntegerField", emptyStringsAllowed: false }]]
  },
  {
    name: "django-netfields",
    source: "jimfunk/django-postgresql-netfields netfields/fields.py",
    entries: [
      ["netfields.fields.InetAddressField", "Field", { dbType: "inet", emptyStringsAllowed: false, aliases: ["netfields.InetAddressField"] }],
      ["netfields.fields.CidrAddressField", "Field", { dbType: "cidr", emptyStringsAllowed: false, aliases: ["netfields.CidrAddressField"] }],
      ["netfields.fields.MACAddressField", "Field", { dbType: "macaddr", aliases: ["netfields.MACAddressField"] }],
      ["netfields.fields.MACAddress8Field", "Field", { dbType: "macaddr8", aliases: ["netfields.MACAddress8Field"] }]
    ]
  },
  {
    name: "pgvector",
    source: "pgvector/pgvector-python pgvector/django",
    entries: [
      ["pgvector.django.vector.VectorField", "Field", { dbType: sized("vector", "dimensions"), emptyStringsAllowed: false, aliases: ["pgvector.django.VectorField"] }],
      ["pgvector.django.halfvec.HalfVectorField", "Field", { dbType: sized("halfvec", "dimensions"), emptyStringsAllowed: false, aliases: ["pgvector.django.HalfVectorField"] }],
      ["pgvector.django.sparsevec.SparseVectorField", "Field", { dbType: sized("sparsevec", "dimensions"), emptyStringsAllowed: false, aliases: ["pgvector.django.SparseVectorField"] }],
      ["pgvector.django.bit.BitField", "Field", { dbType: sized("bit", "length"), aliases: ["pgvector.django.BitField"] }]
    ]
  },
  { name: "django-ltree", source: "mariocesar/django-ltree django_ltree/fields.py", entries: [["django_ltree.fields.PathField", "TextField", { dbType: "ltree" }]] },
  {
    name: "django-relativedelta",
    source: "CodeYellowBV/django-relativedelta src/relativedeltafield",
    entries: [
      // On other databases the length of its varchar differs between releases.
      ["relativedeltafield.fields.RelativeDeltaField", "Field", { dbType: { perVendor: { postgresql: "interval" }, otherwise: { unknown: "RelativeDeltaField's column type differs between releases of django-relativedelta: `manage.py sqlmigrate` shows it" } }, emptyStringsAllowed: false, aliases: ["relativedeltafield.RelativeDeltaField"] }]
    ]
  },
  {
    name: "django-concurrency",
    source: "saxix/django-concurrency src/concurrency/fields.py",
    entries: ["IntegerVersionField", "AutoIncVersionField", "TriggerVersionField", "ConditionalVersionField"].map(
      (name) => [`concurrency.fields.${name}`, "Field", { internalType: "BigIntegerField", dropped: ["null", "unique", "db_index", "primary_key"], forced: { default: 0 } }]
    )
  },
  {
    name: "django-encrypted-model-fields",
    source: "lanshark/django-encrypted-model-fields encrypted_model_fields/fields.py",
    entries: Object.entries({ Char: "CharField", Text: "TextField", Date: "DateField", DateTime: "DateTimeField", Email: "EmailField", Boolean: "BooleanField", Integer: "IntegerField", PositiveInteger: "PositiveIntegerField", SmallInteger: "SmallIntegerField", PositiveSmallInteger: "PositiveSmallIntegerField", BigInteger: "BigIntegerField" }).map(
      ([name, base]) => [`encrypted_model_fields.fields.Encrypted${name}Field`, base, { internalType: "TextField" }]
    )
  },
  {
    name: "django-mirage-field",
    source: "luojilab/django-mirage-field mirage/fields.py",
    entries: [["Text", "TextField"], ["Char", "CharField", 255], ["Email", "EmailField", 254], ["Integer", "CharField", 64]].map(
      ([name, base, length]) => [`mirage.fields.Encrypted${name}Field`, base, { own: { key: null }, ...length === void 0 ? {} : { fallback: { max_length: length } } }]
    )
  },
  { name: "django-hashid-field", source: "nshafer/django-hashid-field hashid_field/field.py", entries: plain("hashid_field.field", { HashidField: "IntegerField", BigHashidField: "BigIntegerField", HashidAutoField: "AutoField", BigHashidAutoField: "BigAutoField" }).map(([path, base]) => [path, base, { positional: ["salt", "min_length", "alphabet"] }]) },
  { name: "django-enumfields", source: "hzdg/django-enumfields enumfields/fields.py", entries: [["enumfields.fields.EnumField", "CharField", { fallback: { max_length: 10 } }], ["enumfields.fields.EnumIntegerField", "IntegerField"]] },
  { name: "django-location-field", source: "caioariede/django-location-field location_field/models", entries: [["location_field.models.plain.PlainLocationField", "CharField", { fallback: { max_length: 63 } }], ["location_field.models.spatial.LocationField", "django.contrib.gis.db.models.fields.PointField"]] },
  { name: "django-jalali", source: "slashmili/django-jalali django_jalali/db/models.py", entries: plain("django_jalali.db.models", { jDateField: "DateField", jDateTimeField: "DateTimeField" }) },
  { name: "django-measurement", source: "coddingtonbear/django-measurement django_measurement/models.py", entries: [["django_measurement.models.MeasurementField", "FloatField", { positional: ["verbose_name", "name", "measurement"], internalType: "FloatField" }]] },
  { name: "django-embed-video", source: "jazzband/django-embed-video embed_video/fields.py", entries: [["embed_video.fields.EmbedVideoField", "URLField"]] },
  { name: "django-positions", source: "jpwatts/django-positions positions/fields.py", entries: [["positions.fields.PositionField", "IntegerField"]] },
  { name: "django-oauth-toolkit", source: "jazzband/django-oauth-toolkit oauth2_provider/models.py", entries: [["oauth2_provider.models.ClientSecretField", "CharField"]] },
  { name: "shortuuid", source: "skorokithakis/shortuuid shortuuid/django_fields.py", entries: [["shortuuid.django_fields.ShortUUIDField", "CharField"]] },
  { name: "django-fernet-fields", source: "orcasgit/django-fernet-fields fernet_fields/fields.py", entries: fernet() },
  { name: "django-pgcrypto-fields", source: "incuna/django-pgcrypto-fields pgcrypto/fields.py", entries: pgcrypto() },
  { name: "django-google-maps", source: "madisona/django-google-maps django_google_maps/fields.py", entries: [["django_google_maps.fields.AddressField", "CharField"], ["django_google_maps.fields.GeoLocationField", "CharField", { fallback: { max_length: 100 } }]] },
  { name: "django-geoposition", source: "philippbosch/django-geoposition geoposition/fields.py", entries: [["geoposition.fields.GeopositionField", "Field", { internalType: "CharField", fallback: { max_length: 42 } }]] },
  { name: "django-multi-email-field", source: "fle/django-multi-email-field multi_email_field/fields.py", entries: [["multi_email_field.fields.MultiEmailField", "Field", { internalType: "TextField" }]] },
  {
    name: "django-oscar",
    source: "django-oscar/django-oscar src/oscar/models/fields",
    entries: [
      ["oscar.models.fields.autoslugfield.AutoSlugField", "SlugField", { aliases: ["oscar.models.fields.AutoSlugField"] }],
      ["oscar.models.fields.NullCharField", "CharField", { forced: { null: true, blank: true } }],
      ["oscar.models.fields.UppercaseCharField", "CharField"]
    ]
  },
  { name: "django-localflavor", source: "django/django-localflavor localflavor/*/models.py", entries: localflavor() },
  { name: "django-postgres-extra", source: "SectorLabs/django-postgres-extra psqlextra/fields/hstore_field.py", entries: [["psqlextra.fields.hstore_field.HStoreField", "django.contrib.postgres.fields.hstore.HStoreField", { aliases: ["psqlextra.fields.HStoreField"] }]] },
  { name: "django-better-admin-arrayfield", source: "gradam/django-better-admin-arrayfield django_better_admin_arrayfield/models/fields.py", entries: [["django_better_admin_arrayfield.models.fields.ArrayField", "django.contrib.postgres.fields.ArrayField"]] },
  { name: "django-jsonform", source: "bhch/django-jsonform django_jsonform/models/fields.py", entries: [["django_jsonform.models.fields.JSONField", "JSONField"], ["django_jsonform.models.fields.ArrayField", "django.contrib.postgres.fields.ArrayField"]] }
];
function localflavor() {
  const modules = {
    us: ["USStateField", "USPostalCodeField", "USZipCodeField", "USSocialSecurityNumberField"],
    ca: ["CAProvinceField", "CAPostalCodeField", "CASocialInsuranceNumberField"],
    au: ["AUStateField", "AUPostCodeField", "AUPhoneNumberField", "AUBusinessNumberField", "AUCompanyNumberField", "AUTaxFileNumberField"],
    br: ["BRStateField", "BRCPFField", "BRCNPJField", "BRPostalCodeField"],
    generic: ["IBANField", "BICField"]
  };
  return Object.entries(modules).flatMap(([module, names2]) => names2.map((name) => [`localflavor.${module}.models.${name}`, "CharField"]));
}
function fernet() {
  const bases = { Text: "TextField", Char: "CharField", Email: "EmailField", Integer: "IntegerField", Date: "DateField", DateTime: "DateTimeField" };
  return Object.entries(bases).map(([name, base]) => [`fernet_fields.fields.Encrypted${name}Field`, base, { internalType: "BinaryField", aliases: [`fernet_fields.Encrypted${name}Field`] }]);
}
function pgcrypto() {
  const bases = { Text: "TextField", Email: "EmailField", Integer: "IntegerField", Date: "TextField", DateTime: "TextField" };
  const both = Object.entries(bases).flatMap(([name, base]) => ["PublicKey", "SymmetricKey"].map((kind) => [`pgcrypto.fields.${name}PGP${kind}Field`, base, { dbType: "bytea" }]));
  return [...both, ["pgcrypto.fields.DecimalPGPPublicKeyField", "DecimalField", { dbType: "bytea" }]];
}

// src/django/bind/classes/packages/relation-fields.ts
var cascade = { kind: "ref", path: "django.db.models.deletion.CASCADE", place: { path: "", line: 0 }, text: "models.CASCADE" };
var relationFields = [
  { name: "django-mptt", source: "django-mptt/django-mptt mptt/fields.py", entries: plain("mptt.fields", { TreeForeignKey: "ForeignKey", TreeOneToOneField: "OneToOneField", TreeManyToManyField: "ManyToManyField" }) },
  {
    name: "django-taggit",
    source: "jazzband/django-taggit taggit/managers.py",
    // A many-to-many field over a model that the package or the project has: no column and no table of its own.
    entries: [
      [
        "taggit.managers.TaggableManager",
        "ManyToManyField",
        { internalType: "ManyToManyField", positional: ["verbose_name", "help_text", "through", "blank", "related_name", "to", "manager"], fallback: { through: "taggit.TaggedItem", to: "taggit.Tag" }, forced: { serialize: false }, dropped: ["manager", "prefetch_manager", "ordering", "formfield"] }
      ]
    ]
  },
  { name: "django-modelcluster", source: "wagtail/django-modelcluster modelcluster/fields.py", entries: [...plain("modelcluster.fields", { ParentalKey: "ForeignKey", ParentalManyToManyField: "ManyToManyField" }), ["modelcluster.contrib.taggit.ClusterTaggableManager", "taggit.managers.TaggableManager"]] },
  {
    name: "wagtail",
    source: "wagtail/wagtail wagtail/fields.py",
    entries: [
      ["wagtail.fields.RichTextField", "TextField", { aliases: ["wagtail.core.fields.RichTextField", "wagtail.wagtailcore.fields.RichTextField"] }],
      // A JSONField since Wagtail 3.0 with use_json_field=True, and always since 6.0, old migrations included.
      ["wagtail.fields.StreamField", "Field", { internalType: "JSONField", positional: ["block_types", "use_json_field", "block_lookup"], aliases: ["wagtail.core.fields.StreamField", "wagtail.wagtailcore.fields.StreamField"] }],
      ["wagtail.images.models.WagtailImageField", "ImageField"]
    ]
  },
  {
    name: "django-sortedm2m",
    source: "jazzband/django-sortedm2m sortedm2m/fields.py",
    entries: [["sortedm2m.fields.SortedManyToManyField", "ManyToManyField", { internalType: "ManyToManyField", positional: ["to", "sorted", "base_class"], own: { sorted: true, base_class: null, sort_value_field_name: "sort_value" }, sortColumn: "sort_value_field_name" }]]
  },
  { name: "django-simple-history", source: "jazzband/django-simple-history simple_history/models.py", entries: plain("simple_history.models", { HistoricForeignKey: "ForeignKey", HistoricOneToOneField: "OneToOneField" }) },
  { name: "django-parler", source: "django-parler/django-parler parler/fields.py", entries: plain("parler.fields", { TranslationsForeignKey: "ForeignKey" }) },
  { name: "django-polymorphic-tree", source: "django-polymorphic/django-polymorphic-tree polymorphic_tree/models.py", entries: [["polymorphic_tree.models.PolymorphicTreeForeignKey", "mptt.fields.TreeForeignKey"]] },
  { name: "django-address", source: "furious-luke/django-address address/models.py", entries: [["address.models.AddressField", "ForeignKey", { fallback: { to: "address.Address" } }]] },
  { name: "django-currentuser", source: "zsoldosp/django-currentuser django_currentuser/db/models/fields.py", entries: [["django_currentuser.db.models.fields.CurrentUserField", "ForeignKey", { aliases: ["django_currentuser.db.models.CurrentUserField"] }]] },
  { name: "django-smart-selects", source: "jazzband/django-smart-selects smart_selects/db_fields.py", entries: plain("smart_selects.db_fields", { ChainedForeignKey: "ForeignKey", GroupedForeignKey: "ForeignKey", ChainedManyToManyField: "ManyToManyField" }) },
  { name: "django-admin-sortable", source: "alsoicode/django-admin-sortable adminsortable/fields.py", entries: plain("adminsortable.fields", { SortableForeignKey: "ForeignKey" }) },
  {
    name: "django-filer",
    source: "django-cms/django-filer filer/fields/file.py",
    entries: [
      ["filer.fields.file.FilerFileField", "ForeignKey", { fallback: { to: "filer.File" } }],
      ["filer.fields.image.FilerImageField", "ForeignKey", { fallback: { to: "filer.Image" } }],
      ["filer.fields.folder.FilerFolderField", "ForeignKey", { fallback: { to: "filer.Folder" } }]
    ]
  },
  {
    name: "django-cms",
    source: "django-cms/django-cms cms/models/fields.py",
    entries: [
      ["cms.models.fields.PageField", "ForeignKey", { fallback: { to: "cms.Page", on_delete: cascade } }],
      ["cms.models.fields.PlaceholderField", "ForeignKey", { positional: ["slotname"], own: { slotname: null }, always: ["slotname"], forced: { null: true, editable: false }, fallback: { to: "cms.Placeholder", on_delete: cascade } }],
      ["cms.models.fields.PlaceholderRelationField", "django.contrib.contenttypes.fields.GenericRelation"]
    ]
  }
];

// src/django/bind/classes/packages.ts
var fieldPackages = [...plainFields, ...contentFields, ...relationFields];
var packageClasses = fieldPackages.flatMap(({ name, source: source3, entries }) => entries.map((entry) => classOf(entry, `${name}: ${source3}`)));
var packageAliases = new Map(
  fieldPackages.flatMap(({ entries }) => entries.flatMap(([path, , change]) => (change?.aliases ?? []).map((alias2) => [alias2, path])))
);
function classOf([path, base, change], source3) {
  const { aliases: _, ...rest } = change ?? {};
  return { path, base: base.includes(".") ? base : `django.db.models.${base}`, ...rest, source: source3 };
}

// src/django/bind/classes/paths.ts
var shortened = /^django\.db\.models\.fields\.(?:(?:related|files|generated|json|proxy|composite)\.)?/;
var exported = [
  ["django.contrib.postgres.fields.array.ArrayField", "django.contrib.postgres.fields.ArrayField"],
  ["django.contrib.postgres.fields.HStoreField", "django.contrib.postgres.fields.hstore.HStoreField"],
  ["django.contrib.postgres.fields.JSONField", "django.contrib.postgres.fields.jsonb.JSONField"],
  ...["CICharField", "CIEmailField", "CITextField"].map((name) => [`django.contrib.postgres.fields.${name}`, `django.contrib.postgres.fields.citext.${name}`]),
  ...["RangeField", "IntegerRangeField", "BigIntegerRangeField", "DecimalRangeField", "DateTimeRangeField", "DateRangeField"].map(
    (name) => [`django.contrib.postgres.fields.${name}`, `django.contrib.postgres.fields.ranges.${name}`]
  ),
  ...["GeometryField", "PointField", "LineStringField", "PolygonField", "MultiPointField", "MultiLineStringField", "MultiPolygonField", "GeometryCollectionField", "RasterField"].map(
    (name) => [`django.contrib.gis.db.models.${name}`, `django.contrib.gis.db.models.fields.${name}`]
  )
];
var exports = new Map(exported);
var gisModels = "django.contrib.gis.db.models.";
function canonicalPath(path) {
  if (shortened.test(path)) return path.replace(shortened, "django.db.models.");
  const known2 = exports.get(path);
  if (known2 !== void 0) return known2;
  if (path.startsWith(gisModels) && !path.startsWith(`${gisModels}fields.`)) return `django.db.models.${path.slice(gisModels.length)}`;
  return path;
}

// src/django/bind/classes/postgres.ts
var fields = "django.contrib.postgres.fields";
var model = (name) => `django.db.models.${name}`;
var range = `${fields}.ranges.RangeField`;
var continuous = `${fields}.ranges.ContinuousRangeField`;
var bounds = { default_bounds: "[)" };
var postgresClasses = [
  // Its type is base_field's with brackets. Up to 6.0 deconstruct() writes size=None; that does not change whether two fields are equal.
  { path: `${fields}.ArrayField`, base: model("Field"), positional: ["base_field", "size"], own: { base_field: null, size: null }, always: ["base_field"], emptyStringsAllowed: false },
  { path: `${fields}.hstore.HStoreField`, base: model("Field"), dbType: "hstore", emptyStringsAllowed: false },
  { path: range, base: model("Field"), emptyStringsAllowed: false },
  { path: continuous, base: range, own: bounds },
  { path: `${fields}.ranges.IntegerRangeField`, base: range, dbType: "int4range", elementClass: model("IntegerField") },
  { path: `${fields}.ranges.BigIntegerRangeField`, base: range, dbType: "int8range", elementClass: model("BigIntegerField") },
  { path: `${fields}.ranges.DecimalRangeField`, base: continuous, dbType: "numrange", elementClass: model("DecimalField") },
  { path: `${fields}.ranges.DateTimeRangeField`, base: continuous, dbType: "tstzrange", elementClass: model("DateTimeField") },
  { path: `${fields}.ranges.DateRangeField`, base: range, dbType: "daterange", elementClass: model("DateField") },
  // A plain JSONField since Django 4.0, kept for old migrations.
  { path: `${fields}.jsonb.JSONField`, base: model("JSONField") },
  // Case-insensitive up to Django 5.0; from 5.1 on plain text fields that stay for old migrations (deprecated in 4.2, ticket 33872).
  { path: `${fields}.citext.CICharField`, base: model("CharField"), dbType: "citext", internalType: "CICharField", until: "5.0" },
  { path: `${fields}.citext.CIEmailField`, base: model("EmailField"), dbType: "citext", internalType: "CICharField", until: "5.0" },
  { path: `${fields}.citext.CITextField`, base: model("TextField"), dbType: "citext", internalType: "CITextField", until: "5.0" },
  { path: "django.contrib.postgres.search.SearchVectorField", base: model("Field"), dbType: "tsvector" },
  { path: "django.contrib.postgres.search.SearchQueryField", base: model("Field"), dbType: "tsquery" }
];

// src/django/bind/classes/known.ts
var byPath = new Map([...djangoClasses, ...postgresClasses, ...gisClasses, ...packageClasses].map((known2) => [known2.path, known2]));
function knownClass(path, django2) {
  const canonical = canonicalPath(path);
  const found = byPath.get(canonical) ?? byPath.get(packageAliases.get(canonical) ?? "");
  if (found === void 0) return null;
  if (found.until === void 0 || atLeast(found.until, django2)) return found;
  return { path: found.path, base: found.base };
}

// src/django/bind/resolve-class.ts
var caches = /* @__PURE__ */ new WeakMap();
function resolveClass(path, context) {
  let cache = caches.get(context);
  if (!cache) caches.set(context, cache = /* @__PURE__ */ new Map());
  const key = canonicalPath(path);
  let resolved = cache.get(key);
  if (!resolved) cache.set(key, resolved = follow2(key, context));
  return resolved;
}
function follow2(path, context) {
  const chain = chainOf(path, context, /* @__PURE__ */ new Set());
  return { path: chain[0].path, chain, unknown: chain.find((one) => one.unknown !== void 0)?.unknown ?? null };
}
var chains = /* @__PURE__ */ new WeakMap();
function chainOf(path, context, seen) {
  let known2 = chains.get(context);
  if (!known2) chains.set(context, known2 = /* @__PURE__ */ new Map());
  const ready = known2.get(path);
  if (ready) return ready;
  const found = seen.has(path) || seen.size > deepest ? null : knownClass(path, context.facts.django.value) ?? customClass(path, context);
  if (found === null) return [{ path, base: null, unknown: notKnown(path) }];
  const inside = /* @__PURE__ */ new Set([...seen, path, found.path]);
  const last = /* @__PURE__ */ new Map();
  for (const base of [...found.base === null ? [] : [found.base], ...found.mixins ?? []]) {
    for (const one of chainOf(canonicalPath(base), context, inside)) {
      last.delete(one.path);
      last.set(one.path, one);
    }
  }
  const chain = [found, ...last.values()];
  known2.set(path, chain);
  return chain;
}
var deepest = 100;
function notKnown(path) {
  return `${path || "its class"} is neither a class of Django, nor of the repository, nor of a package whose fields are known: its column type cannot be told. \`manage.py sqlmigrate\` shows it.`;
}
function said(resolved, key) {
  return resolved.chain.find((one) => one[key] !== void 0)?.[key];
}
function descends(resolved, path) {
  return resolved.chain.some((one) => one.path === path);
}
function internalTypeOf2(resolved) {
  return said(resolved, "internalType") ?? resolved.path.slice(resolved.path.lastIndexOf(".") + 1);
}

// src/django/bind/values.ts
function sameValue(a, b) {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return sameScalar(a, b);
  switch (a.kind) {
    case "float":
      return b.kind === "float" && Number(a.text.replaceAll("_", "")) === Number(b.text.replaceAll("_", ""));
    case "bytes":
      return b.kind === "bytes" && a.text === b.text;
    case "list":
    case "tuple":
      return b.kind === a.kind && sameItems(a.items, b.items);
    case "set":
      return b.kind === "set" && a.items.length === b.items.length && a.items.every((item) => b.items.some((other) => sameValue(item, other)));
    case "dict":
      return b.kind === "dict" && sameEntries(a.entries, b.entries);
    case "call":
      return b.kind === "call" && canonicalReference(a.path) === canonicalReference(b.path) && sameItems(a.args, b.args) && sameEntries([...a.kwargs], [...b.kwargs]) && (a.unknownArgs === null ? b.unknownArgs === null : b.unknownArgs !== null && sameValue(a.unknownArgs, b.unknownArgs));
    case "ref":
      return b.kind === "ref" && canonicalReference(a.path) === canonicalReference(b.path) && (!isLambda(a.path) || a.text === b.text);
    case "binary":
      return b.kind === "binary" && a.operator === b.operator && sameValue(a.left, b.left) && sameValue(a.right, b.right);
    case "unary":
      return b.kind === "unary" && a.operator === b.operator && sameValue(a.operand, b.operand);
    case "unknown":
      return b.kind === "unknown" && a.text === b.text;
  }
}
function canonicalReference(path) {
  return path.replace(/^django\.db\.models\.deletion\./, "django.db.models.").replace(/^django\.db\.models\.(?:expressions|query_utils)\./, "django.db.models.");
}
function sameScalar(a, b) {
  const [x, y] = [numberOf(a), numberOf(b)];
  return x !== null && y !== null && (x === y || typeof x !== typeof y && String(x) === String(y));
}
function numberOf(value) {
  if (typeof value === "number" || typeof value === "bigint") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value !== null && typeof value === "object" && value.kind === "float") return Number(value.text.replaceAll("_", ""));
  return null;
}
function sameItems(a, b) {
  return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
}
function sameEntries(a, b) {
  return a.length === b.length && a.every(([key, value]) => b.some(([otherKey, other]) => sameValue(key, otherKey) && sameValue(value, other)));
}
function isLambda(path) {
  return path === "" || path.includes("lambda");
}

// src/django/bind/arguments.ts
function fieldArguments(resolved, args, kwargs) {
  const { attributes, unknown } = initialise2(resolved.chain, { args, kwargs });
  const deconstructed = deconstruct(resolved.chain, attributes);
  for (const [name, value] of kwargs) if (!attributes.has(name) && !isNotProvided(value)) deconstructed.set(name, value);
  for (const one of resolved.chain) for (const name of one.hidden ?? []) deconstructed.delete(name);
  return { attributes, kwargs: deconstructed, unread: unknown };
}
function initialise2(chain, call) {
  const kept = /* @__PURE__ */ new Map();
  const stays = /* @__PURE__ */ new Map();
  let unknown = null;
  let given = call;
  for (const one of chain) {
    if (one.init) {
      const done = one.init(given);
      given = done.passed;
      for (const [name, value] of done.attributes) if (!stays.has(name)) stays.set(name, value);
      unknown ??= done.unknown;
    } else {
      const named2 = nameArguments(one, given);
      for (const name of one.dropped ?? []) named2.delete(name);
      for (const [name, other] of Object.entries(one.renamed ?? {})) rename(named2, kept, name, other);
      for (const [name, value] of Object.entries(one.forced ?? {})) named2.set(name, value);
      for (const [name, value] of Object.entries({ ...one.defaults, ...one.fallback })) if (!named2.has(name)) named2.set(name, value);
      for (const [name, value] of Object.entries(one.own ?? {})) if (!kept.has(name)) kept.set(name, named2.has(name) ? named2.get(name) : value);
      given = { args: one.positional ? [] : given.args, kwargs: named2 };
    }
  }
  const attributes = new Map([...given.kwargs, ...kept, ...stays]);
  for (const name of ["default", "db_default"]) if (isNotProvided(attributes.get(name))) attributes.delete(name);
  if (isTrue(attributes.get("auto_now")) || isTrue(attributes.get("auto_now_add"))) attributes.set("editable", false).set("blank", true);
  return { attributes, unknown };
}
function rename(named2, kept, name, other) {
  const value = named2.get(name);
  if (value === void 0) return;
  kept.set(name, value);
  named2.delete(name);
  named2.set(other, value);
}
function nameArguments({ positional }, { args, kwargs }) {
  const named2 = new Map(kwargs);
  for (const [index, name] of (positional ?? []).entries()) if (index < args.length) named2.set(name, args[index]);
  return named2;
}
function deconstruct(chain, attributes) {
  const forced = new Set(chain.flatMap((one) => [...Object.keys(one.forced ?? {}), ...Object.values(one.renamed ?? {})]));
  const always = new Set(chain.flatMap((one) => one.always ?? []));
  const defaults = /* @__PURE__ */ new Map();
  for (const one of chain.toReversed()) for (const [name, value] of Object.entries({ ...one.own, ...one.defaults })) defaults.set(name, value);
  const automatic = isTrue(attributes.get("auto_now")) || isTrue(attributes.get("auto_now_add"));
  const result2 = /* @__PURE__ */ new Map();
  for (const [name, value] of attributes) {
    if (forced.has(name) || unwritten.has(name) || automatic && (name === "editable" || name === "blank")) continue;
    const fallback = defaults.get(name);
    if (!always.has(name) && fallback !== void 0 && sameDefault(value, fallback)) continue;
    result2.set(name, value);
  }
  return result2;
}
var unwritten = /* @__PURE__ */ new Set(["name", "rel", "swappable", "from_fields", "to_fields", "symmetrical"]);
function sameDefault(value, fallback) {
  if (typeof fallback === "boolean" || fallback === null) return value === fallback;
  if (isEmptyList(fallback)) return isEmptyList(value);
  return sameValue(value, fallback);
}
function isEmptyList(value) {
  return value !== null && typeof value === "object" && (value.kind === "list" || value.kind === "tuple") && value.items.length === 0;
}
function isNotProvided(value) {
  return value !== void 0 && value !== null && typeof value === "object" && value.kind === "ref" && value.path.endsWith(".NOT_PROVIDED");
}
function isTrue(value) {
  return value === true || value === 1;
}

// src/django/bind/resolve-field.ts
var caches2 = /* @__PURE__ */ new WeakMap();
function resolveField(field, context) {
  let cache = caches2.get(context);
  if (!cache) caches2.set(context, cache = /* @__PURE__ */ new WeakMap());
  let resolved = cache.get(field);
  if (!resolved) cache.set(field, resolved = resolve(field.path, field.args, field.kwargs, context, field.unknown));
  return resolved;
}
var callCaches = /* @__PURE__ */ new WeakMap();
function resolveCall(call, context) {
  let cache = callCaches.get(context);
  if (!cache) callCaches.set(context, cache = /* @__PURE__ */ new WeakMap());
  let resolved = cache.get(call);
  if (!resolved) cache.set(call, resolved = readCall(call, context));
  return resolved;
}
function readCall(call, context) {
  return resolve(call.path, call.args, call.kwargs, context, call.unknownArgs ? `not all of its arguments can be read: ${call.unknownArgs.reason}` : null);
}
var implicitCaches = /* @__PURE__ */ new WeakMap();
function resolveImplicit(path, kwargs, context) {
  let cache = implicitCaches.get(context);
  if (!cache) implicitCaches.set(context, cache = /* @__PURE__ */ new Map());
  const key = `${path} ${JSON.stringify(kwargs)}`;
  let resolved = cache.get(key);
  if (!resolved) cache.set(key, resolved = resolve(path, [], new Map(Object.entries(kwargs)), context, null));
  return resolved;
}
function resolve(path, args, kwargs, context, unknown) {
  const resolved = resolveClass(path, context);
  const composite = resolved.path === "django.db.models.CompositePrimaryKey" ? args.filter((name) => typeof name === "string") : null;
  const both = fieldArguments(resolved, args.map((value) => settled(value, context)), settledAll(kwargs, context));
  return {
    class: resolved,
    ...both,
    relation: said(resolved, "relation") ?? null,
    virtual: said(resolved, "virtual") ?? false,
    composite,
    unknown: unknown ?? both.unread ?? unreadable2(both.attributes)
  };
}
function settledAll(kwargs, context) {
  return context.setting ? new Map([...kwargs].map(([name, value]) => [name, settled(value, context)])) : kwargs;
}
function settled(value, context) {
  if (value === null || typeof value !== "object" || value.kind !== "ref" || !value.path.startsWith(settings)) return value;
  const found = context.setting?.(value.path.slice(settings.length));
  return found === void 0 || typeof found === "string" && found.includes(".") ? value : found;
}
var settings = "django.conf.settings.";
var decisive = ["null", "unique", "primary_key", "db_index", "db_column", "db_constraint", "auto_created", "db_collation"];
function unreadable2(attributes) {
  for (const name of decisive) {
    const value = attributes.get(name);
    if (value === void 0 || value === null || typeof value !== "object") continue;
    const at = "place" in value ? ` (${value.place.path}:${value.place.line})` : "";
    const why = value.kind === "unknown" ? value.reason : "it is not a constant";
    return `its ${name} cannot be told${at}: ${why}. Write the value in the migration`;
  }
  return null;
}
function truthy(value) {
  if (value === void 0 || value === null || value === false || value === 0 || value === 0n || value === "") return false;
  if (typeof value !== "object") return true;
  if (value.kind === "list" || value.kind === "tuple" || value.kind === "set") return value.items.length > 0;
  return value.kind !== "dict" || value.entries.length > 0;
}
function textArgument(attributes, name) {
  const value = attributes.get(name);
  return typeof value === "string" && value !== "" ? value : null;
}

// src/django/operations/context.ts
function readContext(python, facts) {
  return { python, facts, following: /* @__PURE__ */ new Set(), budget: { calls: 2e3, operations: 1e4 } };
}
var limits = { items: 2e4, classes: 100 };
var swapperDefaults = { WAGTAIL_PAGE_MODEL: "wagtailcore.Page" };
function swappableSetting(facts, name) {
  const fact = name === "AUTH_USER_MODEL" ? facts?.authUserModel : facts?.swappable.get(name);
  return fact?.value ?? swapperDefaults[name] ?? null;
}

// src/python/set-order.ts
var mask64 = (1n << 64n) - 1n;
var u64 = (value) => value & mask64;
var rotate = (value, bits) => u64(value << bits | value >> 64n - bits);
function setOrder(tuples) {
  return iterate(setOf(tuples.map(entryOf))).map((entry) => entry.value);
}
function differenceOrder(a, b) {
  const first = setOf(a.map(entryOf));
  const without = new Set(b.map((tuple) => JSON.stringify(tuple)));
  const small = first.used >> 2 > without.size;
  const from = small ? iterate(copyOf(first)) : iterate(first);
  const left = from.filter((entry) => !without.has(entry.key));
  return (small ? left : iterate(setOf(left))).map((entry) => entry.value);
}
function entryOf(value) {
  return { value, key: JSON.stringify(value), hash: tupleHash(value.map(stringHash)) };
}
var linearProbes = 9;
function setOf(entries) {
  const table2 = { slots: Array.from({ length: 8 }), used: 0 };
  for (const entry of entries) add(table2, entry);
  return table2;
}
function add(table2, entry) {
  const at = find(table2.slots, entry);
  if (table2.slots[at]) return;
  table2.slots[at] = entry;
  table2.used++;
  if (table2.used * 5 < (table2.slots.length - 1) * 3) return;
  const old = iterate(table2);
  table2.slots = Array.from({ length: tableSize(table2.used * 4) });
  for (const one of old) table2.slots[find(table2.slots, one)] = one;
}
function copyOf(table2) {
  if (table2.slots.length === 8) return table2;
  const copy = { slots: Array.from({ length: tableSize(table2.used * 2) }), used: table2.used };
  for (const entry of iterate(table2)) copy.slots[find(copy.slots, entry)] = entry;
  return copy;
}
function tableSize(minimum) {
  let size = 8;
  while (size <= minimum) size *= 2;
  return size;
}
function find(slots, entry) {
  const mask = slots.length - 1;
  let perturb = entry.hash;
  let at = Number(entry.hash & BigInt(mask));
  for (; ; ) {
    const probes = at + linearProbes <= mask ? linearProbes : 0;
    for (let i = at; i <= at + probes; i++) if (!slots[i] || slots[i].key === entry.key) return i;
    perturb >>= 5n;
    at = Number(BigInt(at) * 5n + 1n + perturb & BigInt(mask));
  }
}
function iterate(table2) {
  return table2.slots.filter((slot) => slot !== void 0);
}
function tupleHash(items) {
  const [prime1, prime2, prime5] = [11400714785074694791n, 14029467366897019727n, 2870177450012600261n];
  let accumulated = prime5;
  for (const item of items) {
    accumulated = u64(accumulated + item * prime2);
    accumulated = rotate(accumulated, 31n);
    accumulated = u64(accumulated * prime1);
  }
  accumulated = u64(accumulated + (BigInt(items.length) ^ (prime5 ^ 3527539n)));
  return accumulated === mask64 ? 1546275796n : accumulated;
}
function stringHash(text2) {
  if (text2 === "") return 0n;
  const hash = sipHash13(inMemory(text2));
  return hash === mask64 ? mask64 - 1n : hash;
}
function inMemory(text2) {
  const points = Array.from(text2, (character) => character.codePointAt(0));
  const widest = points.reduce((a, b) => Math.max(a, b), 0);
  const width = widest < 256 ? 1 : widest < 65536 ? 2 : 4;
  const bytes = new Uint8Array(points.length * width);
  for (const [i, point] of points.entries()) for (let j = 0; j < width; j++) bytes[i * width + j] = point >>> 8 * j & 255;
  return bytes;
}
function sipHash13(bytes) {
  let [v0, v1, v2, v3] = [0x736f6d6570736575n, 0x646f72616e646f6dn, 0x6c7967656e657261n, 0x7465646279746573n];
  const round = () => {
    v0 = u64(v0 + v1);
    v1 = rotate(v1, 13n) ^ v0;
    v0 = rotate(v0, 32n);
    v2 = u64(v2 + v3);
    v3 = rotate(v3, 16n) ^ v2;
    v0 = u64(v0 + v3);
    v3 = rotate(v3, 21n) ^ v0;
    v2 = u64(v2 + v1);
    v1 = rotate(v1, 17n) ^ v2;
    v2 = rotate(v2, 32n);
  };
  const word = (at, length) => {
    let value = 0n;
    for (let i = length - 1; i >= 0; i--) value = value << 8n | BigInt(bytes[at + i]);
    return value;
  };
  const whole = bytes.length - bytes.length % 8;
  for (let at = 0; at < whole; at += 8) {
    const m = word(at, 8);
    v3 ^= m;
    round();
    v0 ^= m;
  }
  const last = BigInt(bytes.length & 255) << 56n | word(whole, bytes.length % 8);
  v3 ^= last;
  round();
  v0 ^= last;
  v2 ^= 0xffn;
  round();
  round();
  round();
  return v0 ^ v1 ^ v2 ^ v3;
}

// src/django/operations/literals.ts
function itemsOf(value) {
  if (value === void 0 || value === null || typeof value !== "object") return null;
  if (value.kind === "list" || value.kind === "tuple" || value.kind === "set") return value.items;
  if (!isBuiltin(value, ["set", "frozenset", "list", "tuple"])) return null;
  return value.args.length === 0 ? [] : itemsOf(value.args[0]);
}
function entriesOf(value) {
  if (value === void 0 || value === null || typeof value !== "object") return null;
  if (isBuiltin(value, ["dict"])) return value.args.length === 0 ? value.kwargs : null;
  if (value.kind !== "dict") return null;
  const entries = /* @__PURE__ */ new Map();
  for (const [key, item] of value.entries) {
    if (typeof key !== "string") return null;
    entries.set(key, item);
  }
  return entries;
}
function textsOf(value) {
  const items = itemsOf(value);
  return items?.every((item) => typeof item === "string") ? items : null;
}
function togetherOf(value) {
  if (value === void 0 || value === null || value === "") return [];
  const single = textsOf(value);
  if (single) return single.length === 0 ? [] : [single];
  const entries = itemsOf(value)?.map(textsOf);
  if (!entries?.every((entry) => entry !== null)) return null;
  const isSet = typeof value === "object" && value.kind === "set";
  const given = entries.filter((entry) => entry !== null);
  return isSet ? setOrder(given) : given;
}
function textOf(value) {
  if (value === void 0) return "nothing";
  if (value === null) return "None";
  if (typeof value === "object") {
    return "text" in value ? shorten(value.text) : `a ${value.kind}`;
  }
  return shorten(JSON.stringify(typeof value === "bigint" ? String(value) : value));
}
function shorten(text2, length = 80) {
  const line = text2.replace(/\s+/g, " ").trim();
  return line.length <= length ? line : `${line.slice(0, length - 1)}\u2026`;
}
function isBuiltin(value, names2) {
  return typeof value === "object" && value !== null && value.kind === "call" && value.unknownArgs === null && names2.includes(value.path.replace(/^builtins\./, ""));
}

// src/django/operations/swapper.ts
function swappedModel(value, context) {
  if (value === null || typeof value !== "object" || value.kind !== "call" || value.path !== "swapper.get_model_name") return value;
  const [app, model2] = value.args;
  if (typeof app !== "string" || typeof model2 !== "string") return value;
  return swappableSetting(context.facts, swapperSetting(app, model2)) ?? `${app}.${model2}`;
}
function swapperSetting(app, model2) {
  return `${prefixes[app] ?? app}_${model2}_MODEL`.toUpperCase();
}
function swappableOption(value) {
  if (value === null || typeof value !== "object" || value.kind !== "call" || value.path !== "swapper.swappable_setting") return value;
  const [app, model2] = value.args;
  return typeof app === "string" && typeof model2 === "string" ? swapperSetting(app, model2) : value;
}
var prefixes = { wagtailcore: "wagtail" };

// src/django/operations/decide.ts
function decide(test, module, locals2, context) {
  if (test.kind === "unary" && test.operator === "not") return negate(decide(test.operand, module, locals2, context));
  if (test.kind === "binary" && (test.operator === "and" || test.operator === "or")) {
    const [left, right] = [test.left, test.right].map((side) => decide(side, module, locals2, context));
    const decisive2 = test.operator === "or";
    if (left === decisive2 || right === decisive2) return decisive2;
    return left === null || right === null ? null : !decisive2;
  }
  if (test.kind === "binary") {
    const [left, right] = [test.left, test.right].map((side) => known(context.python.evaluate(side, module, locals2), context));
    return compare(test.operator, left, right);
  }
  const value = known(context.python.evaluate(test, module, locals2), context);
  return value === void 0 ? null : truth2(value);
}
function known(value, context) {
  if (value === null || typeof value !== "object") return value;
  if (itemsOf(value) !== null) {
    const items = itemsOf(value).map((item) => known(item, context));
    return items.some((item) => item === void 0) ? void 0 : { kind: "tuple", items };
  }
  if (value.kind === "ref") return reference(value.path, context);
  if (value.kind === "call" && value.path === "swapper.is_swapped") {
    const [app, model2] = value.args;
    if (typeof app !== "string" || typeof model2 !== "string") return void 0;
    return (swappableSetting(context.facts, swapperSetting(app, model2)) ?? `${app}.${model2}`) !== `${app}.${model2}`;
  }
  return void 0;
}
function reference(path, { facts }) {
  if (path === "typing.TYPE_CHECKING") return false;
  if (!facts) return void 0;
  const vendor = facts.database.value.vendor;
  if (path === "django.db.connection.vendor" || path === "django.db.backends.utils.connection.vendor") return vendor === "mariadb" ? "mysql" : vendor;
  if (path === "django.db.connection.mysql_is_mariadb") return vendor === "mariadb";
  if (path === "django.VERSION") return { kind: "tuple", items: facts.django.value.split(".").map(Number) };
  return void 0;
}
function compare(operator, left, right) {
  if (left === void 0 || right === void 0) return null;
  const items = itemsOf(right);
  if (operator === "in" || operator === "not in") {
    const found = items ? items.some((item) => same(item, left)) : typeof left === "string" && typeof right === "string" ? right.includes(left) : null;
    return found === null ? null : operator === "in" === found;
  }
  if (operator === "==" || operator === "is") return same(left, right);
  if (operator === "!=" || operator === "is not") return negate(same(left, right));
  const order = ordered(left, right);
  if (order === null) return null;
  if (operator === ">=") return order >= 0;
  if (operator === ">") return order > 0;
  if (operator === "<=") return order <= 0;
  return operator === "<" ? order < 0 : null;
}
function same(left, right) {
  const [a, b] = [itemsOf(left), itemsOf(right)];
  if (a && b) return a.length === b.length && a.every((item, index) => same(item, b[index]));
  return left === right;
}
function ordered(left, right) {
  if (typeof left === "number" && typeof right === "number") return left - right;
  const [a, b] = [itemsOf(left), itemsOf(right)];
  if (!a || !b) return null;
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = ordered(a[index], b[index]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
function truth2(value) {
  if (value === null || value === false || value === 0 || value === "") return false;
  const items = itemsOf(value);
  if (items) return items.length > 0;
  return typeof value === "object" ? null : true;
}
function negate(value) {
  return value === null ? null : !value;
}

// src/django/operations/list.ts
function listValue(expression2, module, locals2, context) {
  const items = listItems(expression2, module, locals2, context);
  return items && { kind: "list", items };
}
function listItems(expression2, module, locals2, context) {
  const items = piecesOf(expression2, module, locals2, context);
  return items && items.length > limits.items ? [tooLong(expression2, module)] : items;
}
function piecesOf(expression2, module, locals2, context) {
  const inner = (part) => listItems(part, module, locals2, context);
  const unknown = (part) => [unreadable3(part, module, locals2, context)];
  switch (expression2.kind) {
    case "list":
    case "tuple":
      return expression2.items.flatMap((item) => item.kind === "starred" ? inner(item.value) ?? unknown(item.value) : [context.python.evaluate(item, module, locals2)]);
    case "binary": {
      if (expression2.operator !== "+") return null;
      const [left, right] = [inner(expression2.left), inner(expression2.right)];
      if (!left && !right) return null;
      return [...left ?? unknown(expression2.left), ...right ?? unknown(expression2.right)];
    }
    case "conditional": {
      const holds2 = decide(expression2.test, module, locals2, context);
      if (holds2 !== null) return inner(holds2 ? expression2.then : expression2.otherwise);
      if (!inner(expression2.then) && !inner(expression2.otherwise)) return null;
      return [undecided(expression2, expression2.test, module)];
    }
    default:
      return expand(context.python.evaluate(expression2, module, locals2), context);
  }
}
function expand(value, context) {
  const items = itemsOf(value);
  if (items || value === null || typeof value !== "object") return items;
  if (value.kind === "binary" && value.operator === "+") {
    const [left, right] = [expand(value.left, context), expand(value.right, context)];
    return left || right ? [...left ?? [value.left], ...right ?? [value.right]] : null;
  }
  if (value.kind !== "call" && value.kind !== "ref") return null;
  const found = context.python.find(value.path);
  if (value.kind === "ref") return found?.kind === "value" ? itemsOf(found.value) : null;
  return found?.kind === "function" ? itemsOf(callFunction(found, value, context)) : null;
}
function tooLong(span, module) {
  return { kind: "unknown", reason: `a list of more than ${limits.items} items`, place: { path: module.path, line: module.lineAt(span.start) }, text: module.text.slice(span.start, Math.min(span.end, span.start + 200)) };
}
function undecided(span, test, module) {
  const condition = module.text.slice(test.start, test.end);
  return { kind: "unknown", reason: `decided by ${codeSpan(condition)}, which is only known when it runs`, place: { path: module.path, line: module.lineAt(span.start) }, text: module.text.slice(span.start, span.end) };
}
function unreadable3(expression2, module, locals2, context) {
  const value = context.python.evaluate(expression2, module, locals2);
  const place = { path: module.path, line: module.lineAt(expression2.start) };
  const text2 = module.text.slice(expression2.start, expression2.end);
  if (value !== null && typeof value === "object" && value.kind === "call") {
    const found = context.python.find(value.path);
    const result2 = found?.kind === "function" ? callFunction(found, value, context) : null;
    if (result2 !== null && typeof result2 === "object" && result2.kind === "unknown") return { ...result2, place };
    return { kind: "unknown", reason: `what ${codeSpan(value.path)} returns, which is only known when it runs`, place, text: text2 };
  }
  const reason = value !== null && typeof value === "object" && value.kind === "unknown" ? value.reason : "not a list";
  return { kind: "unknown", reason, place, text: text2 };
}

// src/django/operations/call-function.ts
function callFunction(definition, call, context) {
  const unknown = (reason) => ({ kind: "unknown", reason, place: call.place, text: call.text });
  if (context.budget.calls-- <= 0) return unknown(`a call of ${codeSpan(definition.path)}, after more calls than are followed in one file`);
  if (context.following.has(definition.path)) return unknown(`a call of ${codeSpan(definition.path)}, which calls itself`);
  const locals2 = bindParameters2(definition, call, context);
  if (!locals2) return unknown(`a call of ${codeSpan(definition.path)} whose arguments cannot be matched to its parameters`);
  const inside = { ...context, following: /* @__PURE__ */ new Set([...context.following, definition.path]) };
  return returned2(definition.definition.body, definition, locals2, inside) ?? unknown(`what ${codeSpan(definition.path)} returns, which is more than a single expression`);
}
function returned2(body, definition, locals2, context) {
  for (const statement of body) {
    if (statement.kind === "return") return statement.value ? evaluateValue(statement.value, definition, locals2, context) : null;
    if (statement.kind === "assign") {
      for (const target of statement.targets) {
        if (target.kind !== "name" || target.path.includes(".")) return null;
        locals2.set(target.path, evaluateValue(statement.value, definition, locals2, context));
      }
      continue;
    }
    if (statement.kind === "if") {
      const holds2 = decide(statement.test, definition.module, locals2, context);
      if (holds2 === null) return null;
      const branch = holds2 ? statement.then : statement.otherwise;
      const value = returned2(branch, definition, locals2, context);
      if (value !== null || branch.some(leaves)) return value;
      continue;
    }
    if (statement.kind === "expression" && statement.value.kind === "string") continue;
    if (statement.kind === "import" || statement.kind === "from") continue;
    return null;
  }
  return null;
}
function leaves(statement) {
  return statement.kind === "return" || statement.kind === "other";
}
function evaluateValue(expression2, definition, locals2, context) {
  return listValue(expression2, definition.module, locals2, context) ?? context.python.evaluate(expression2, definition.module, locals2);
}
function bindParameters2({ definition, module }, call, context) {
  if (call.unknownArgs) return null;
  const locals2 = /* @__PURE__ */ new Map();
  const plain3 = definition.parameters.filter((name) => !name.startsWith("*") && name !== "/");
  if (call.args.length > plain3.length) return null;
  call.args.forEach((value, index) => locals2.set(plain3[index], value));
  for (const [name, value] of call.kwargs) {
    if (!plain3.includes(name) || locals2.has(name)) return null;
    locals2.set(name, value);
  }
  for (const name of plain3) if (!locals2.has(name)) locals2.set(name, defaultOf(definition, name, module, call, context));
  return locals2;
}
function defaultOf(definition, name, module, call, context) {
  const standard = definition.defaults?.get(name);
  if (standard) return context.python.evaluate(standard, module);
  return { kind: "unknown", reason: `parameter ${codeSpan(name)}, which is not given`, place: call.place, text: name };
}

// src/django/operations/field.ts
function readField(name, value, context, place) {
  const call = fieldCall(value, context);
  if (!call) return { name, path: "", args: [], kwargs: /* @__PURE__ */ new Map(), place, unknown: `the field cannot be read: ${reasonOf(value)}` };
  const unknown = call.unknownArgs ? `not all arguments of ${codeSpan(textOf(call))} can be read: ${call.unknownArgs.reason}` : null;
  return { name, path: call.path, args: call.args.map((arg) => swappedModel(arg, context)), kwargs: withSwapped(call.kwargs, context), place: call.place, unknown };
}
function fieldCall(value, context, depth = 0) {
  if (value === null || typeof value !== "object" || depth > 5) return null;
  if (value.kind === "ref") {
    const found2 = context.python.find(value.path);
    return found2?.kind === "value" ? fieldCall(found2.value, context, depth + 1) : null;
  }
  if (value.kind !== "call") return null;
  const found = context.python.find(value.path);
  if (found?.kind !== "function") return value;
  return fieldCall(callFunction(found, value, context), context, depth + 1);
}
function withSwapped(kwargs, context) {
  const relations = ["to", "through"].filter((key) => kwargs.has(key));
  if (relations.length === 0) return kwargs;
  const changed = new Map(kwargs);
  for (const key of relations) changed.set(key, swappedModel(kwargs.get(key), context));
  return changed;
}
function reasonOf(value) {
  if (value !== null && typeof value === "object" && value.kind === "unknown") return `${codeSpan(textOf(value))} is ${value.reason}`;
  return `${codeSpan(textOf(value))} is not a call of a field class`;
}

// src/django/models/class.ts
var deepest2 = 20;
function readModelClass(found, context, depth = 0) {
  const { definition, module } = found;
  const fields2 = /* @__PURE__ */ new Map();
  const names2 = /* @__PURE__ */ new Set();
  const deprecated = /* @__PURE__ */ new Set();
  let complete = (definition.decorators ?? []).length === 0 && definition.bases.every(({ kind }) => kind === "positional") && depth < deepest2;
  let model2 = false;
  let inherited = { unmanaged: false };
  for (const base of definition.bases.toReversed()) {
    const read = depth < deepest2 && base.kind === "positional" ? readBase(base.value, module, context, depth) : null;
    if (read === null) complete = false;
    else if (read === "model") model2 = true;
    else if (read !== "plain") {
      complete &&= read.complete;
      model2 ||= read.model;
      if (!read.model || read.abstract) for (const name of read.names) names2.add(name);
      if (!read.model || !read.abstract) continue;
      inherited = read;
      for (const [name, field] of read.fields) fields2.set(name, field);
      for (const name of read.deprecated) deprecated.add(name);
    }
  }
  for (const name of boundNames(definition.body)) {
    names2.add(name);
    fields2.delete(name);
    deprecated.delete(name);
  }
  for (const { field, hidden } of ownFields(definition, module, context)) {
    fields2.set(field.name, field);
    if (hidden) deprecated.add(field.name);
  }
  const meta = metaOf(definition);
  const said2 = (name) => metaValue(meta, name, module, context.python);
  const label = said2("app_label") ?? inherited.appLabel;
  return {
    name: definition.name,
    place: { path: module.path, line: module.lineAt(definition.start) },
    fields: fields2,
    deprecated,
    names: names2,
    complete,
    model: model2,
    abstract: said2("abstract") === true,
    unmanaged: said2("proxy") === true || said2("managed") === false || meta === null && inherited.unmanaged,
    ...label !== void 0 && { appLabel: typeof label === "string" ? label : null }
  };
}
var plain2 = /^(builtins\.)?object$|^(typing|typing_extensions|abc|enum)\.|^(Generic|Protocol)$/;
function readBase(value, module, context, depth) {
  const named2 = value.kind === "subscript" ? value.object : value;
  if (named2.kind !== "name") return null;
  const path = context.python.resolve(named2.path, module);
  if (/^django\.db\.models(\.base)?\.Model$/.test(path)) return "model";
  if (plain2.test(path)) return "plain";
  const found = context.python.find(path);
  return found?.kind === "class" ? readModelClass(found, context, depth + 1) : null;
}
function ownFields({ body }, module, context) {
  const reading = readContext(context.python, context.facts);
  return body.flatMap((statement) => {
    if (statement.kind !== "assign" || statement.targets.length !== 1 || statement.targets[0].kind !== "name" || statement.value.kind !== "call") return [];
    const place = { path: module.path, line: module.lineAt(statement.start) };
    const value = context.python.evaluate(statement.value, module);
    const inside = deprecatedField(value);
    const field = { ...readField(statement.targets[0].path, inside ?? value, reading, place), place };
    if (field.path === "") return [];
    const resolved = resolveField(field, context);
    const known2 = descends(resolved.class, "django.db.models.Field") && resolved.class.unknown === null && !resolved.virtual;
    return known2 ? [{ field, hidden: inside !== null }] : [];
  });
}
function deprecatedField(value) {
  if (value === null || typeof value !== "object" || value.kind !== "call" || !/^django_deprecate_fields(\.deprecate_field)?\.deprecate_field$/.test(value.path)) return null;
  const field = value.args[0] ?? value.kwargs.get("field_instance") ?? null;
  return field !== null && typeof field === "object" && field.kind === "call" ? { ...field, kwargs: new Map(field.kwargs).set("null", true) } : null;
}
function boundNames(body) {
  return body.flatMap((statement) => {
    switch (statement.kind) {
      case "assign":
        return statement.targets.flatMap((target) => target.kind === "name" ? [target.path] : target.kind === "tuple" || target.kind === "list" ? target.items.flatMap((item) => item.kind === "name" ? [item.path] : []) : []);
      case "class":
      case "function":
        return [statement.name];
      case "if":
        return boundNames([...statement.then, ...statement.otherwise]);
      case "try":
        return boundNames([...statement.body, ...statement.handlers.flat()]);
      case "with":
      case "for":
      case "while":
        return boundNames(statement.body);
      case "from":
        return statement.names.map(({ name, alias: alias2 }) => alias2 ?? name);
      default:
        return [];
    }
  });
}
function metaOf({ body }) {
  return body.findLast((one) => one.kind === "class" && one.name === "Meta") ?? null;
}
function metaValue(meta, name, module, python) {
  const statement = meta?.body.findLast((one) => one.kind === "assign" && one.targets.some((target) => target.kind === "name" && target.path === name));
  return statement?.kind === "assign" ? python.evaluate(statement.value, module) : void 0;
}

// src/django/models/read.ts
function isModelsPath(path) {
  return /(^|\/)models(\.py|\/.*\.py)$/.test(path);
}
function modelsPaths(folder, paths) {
  return paths.filter((path) => path === `${folder}models.py` || path.startsWith(`${folder}models/`) && path.endsWith(".py"));
}
function readAppModels({ label, folder }, paths, context) {
  const found = /* @__PURE__ */ new Map();
  const mentioned = /* @__PURE__ */ new Set();
  let [patched, whole] = [false, true];
  for (const path of modelsPaths(folder, paths)) {
    const module = context.python.module(path);
    if (module === null || module.errors.length > 0) {
      whole = false;
      continue;
    }
    patched ||= /\b(add_to_class|contribute_to_class|setattr|modelform_factory|type)\(/.test(module.text);
    const dotted = path.replace(/(\/__init__)?\.py$/, "").replaceAll("/", ".");
    for (const statement of module.body) {
      if (statement.kind === "from") for (const { name, alias: alias2 } of statement.names) mentioned.add(alias2 ?? name);
      if (statement.kind !== "class") continue;
      const key = modelKey(label, statement.name);
      if (found.has(key)) mentioned.add(statement.name);
      found.set(key, found.has(key) ? null : readModelClass({ kind: "class", path: `${dotted}.${statement.name}`, definition: statement, module }, context));
    }
  }
  const classes = new Map([...found].flatMap(([key, one]) => one === null ? [] : [[key, one]]));
  return { classes, mentioned, patched, whole };
}

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
    const text2 = files.text(path);
    return text2 !== null && !/^[ \t]*class Migration\b|^Migration[ \t]*=/m.test(text2);
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
function entryPoints(paths, text2) {
  const found = paths.flatMap((path) => {
    const kind = isVendored(path) || isTemplate(path) ? null : kindOf(path);
    const content = kind && text2(path);
    if (!kind || !content) return [];
    if (kind === "manage" && !/django/i.test(content)) return [];
    const settings2 = named(path, content, path.endsWith(".py") ? quoted : written);
    if (!settings2 && kind !== "manage") return [];
    return [{ path, kind, settings: settings2, configuration: named(path, content, /DJANGO_CONFIGURATION["']?\]?\s*[,=]\s*["']([\w.]+)["']/)?.value ?? null }];
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
function requirementsIn(path, text2) {
  const format = formats.find(({ matches }) => matches.test(path));
  if (!format) return [];
  const lines = text2.split("\n");
  return format.read(text2).map((said2) => ({
    name: normal(said2.name),
    specifier: said2.specifier.trim(),
    path,
    line: "line" in said2 ? said2.line : lines.findIndex((line) => said2.near.test(line)) + 1 || 1
  }));
}
function normal(name) {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}
var longest = 500;
function requirement(text2) {
  if (text2.length > longest) return null;
  const bare = text2.replace(/(^|\s)#.*$/, "").split(";")[0].replace(/\s--hash.*$/, "").replace(/\\\s*$/, "").trim();
  const match = /^([A-Za-z0-9][\w.-]*?)\s*(?:\[[^\]]*\])?\s*(\(?\s*(?:[<>=!~]=?=?|===)[^@]*)?$/.exec(bare);
  return match ? { name: match[1], specifier: match[2] ?? "" } : null;
}
function requirementLines(text2) {
  return text2.split("\n").flatMap((line, i) => {
    const said2 = /^\s*[-[]/.test(line) ? null : requirement(line);
    return said2 ? [{ ...said2, line: i + 1 }] : [];
  });
}
function quotedRequirements(text2) {
  return text2.split("\n").flatMap(
    (line, i) => [...line.matchAll(/(["'])([^"']+)\1/g)].flatMap((match) => {
      const said2 = requirement(match[2]);
      return said2 ? [{ ...said2, line: i + 1 }] : [];
    })
  );
}
function lockedPackages(text2) {
  const said2 = [];
  let name = null;
  for (const [i, line] of text2.split("\n").entries()) {
    if (line.startsWith("[")) name = null;
    const match = /^(name|version) = "([^"]+)"\s*$/.exec(line);
    if (match?.[1] === "name") name = match[2];
    if (match?.[1] === "version" && name) said2.push({ name, specifier: `==${match[2]}`, line: i + 1 });
  }
  return said2;
}
function pipfileLock(text2) {
  const lock = attempt(() => JSON.parse(text2));
  return Object.entries(table(table(lock)["default"])).flatMap(([name, entry]) => {
    const version = table(entry)["version"];
    return typeof version === "string" ? [{ name, specifier: version, near: new RegExp(`^\\s*"${escaped(name)}": \\{`) }] : [];
  });
}
function pipfile(text2) {
  return poetryTable(table(attempt(() => parse(text2)))["packages"]);
}
function pyproject(text2) {
  const root = table(attempt(() => parse(text2)));
  const project = table(root["project"]);
  const lists = [project["dependencies"], ...Object.values(table(project["optional-dependencies"])), ...Object.values(table(root["dependency-groups"]))];
  const listed = lists.flatMap((list) => Array.isArray(list) ? list : []).flatMap((item) => {
    const said2 = typeof item === "string" ? requirement(item) : null;
    return said2 ? [{ ...said2, near: new RegExp(`["']${escaped(String(item)).replace(/\\?["']/g, ".")}`) }] : [];
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
function escaped(text2) {
  return text2.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
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
    const text2 = files.text(path) ?? "";
    return text2.split("\n").flatMap((line, i) => {
      const image = /^\s*(?:-\s*)?image:\s*["']?([^\s"'#]+)/.exec(line)?.[1];
      const vendor = image && images.find(([pattern]) => pattern.test(image.replace(/:[^:]*$/, "")))?.[1];
      if (!image || !vendor || /exporter|admin|backup|bouncer|pool/.test(image)) return [];
      const source3 = `${path}:${i + 1}`;
      const version = versionIn(image);
      return [{ vendor, source: source3, version: version ? { value: version, source: source3 } : null }];
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
  const known2 = new Set(files.paths);
  const found = /* @__PURE__ */ new Map();
  const add2 = (root, settings2) => {
    const list = found.get(root) ?? [];
    if (settings2 && !list.some((other) => other.path === settings2.path && other.configuration === settings2.configuration)) list.push(settings2);
    found.set(root, list);
  };
  const entries = entryPoints(files.paths, files.text);
  for (const entry of entries) addEntryPoint(entry, known2, add2);
  if (chosen) putFirst(chosen, known2, found);
  for (const path of files.paths) addByName(path, files, known2, found, add2);
  for (const { path, kind } of entries) if (kind === "manage" && !isTestPath(path)) addManaged(folderOf(path), found, add2);
  const apps = appFolders(files);
  if (found.size === 0 && apps.length > 0) add2(rootOfApps(apps, files), null);
  return [...found].filter(([root, settings2]) => settings2.length > 0 || apps.some((app) => app.startsWith(root))).sort(([a], [b]) => Number(isTestPath(a)) - Number(isTestPath(b)) || (a < b ? -1 : 1)).map(([root, settings2]) => ({ root, settings: settings2, roots: pathRoots(root, apps, files) }));
}
function putFirst({ value, source: source3 }, known2, found) {
  const path = known2.has(value) ? value : fileOfModule(value, known2, found);
  if (path === null) return;
  const root = withParents(folderOf(path)).find((folder) => found.has(folder)) ?? packageRoot(path, known2);
  const others = (found.get(root) ?? []).filter((other) => other.path !== path);
  found.set(root, [{ path, source: source3, configuration: found.get(root)?.find((other) => other.path === path)?.configuration ?? null }, ...others]);
}
function fileOfModule(dotted, known2, found) {
  const roots = [...found.keys(), "", "src/", ...new Set([...known2].flatMap((path) => withParents(folderOf(path))))];
  for (const root of roots) {
    const file = moduleFile(root, dotted, known2);
    if (file) return file;
  }
  return null;
}
function addEntryPoint({ path, settings: settings2, configuration }, known2, add2) {
  const folder = folderOf(path);
  if (!settings2) return;
  for (const root of [folder, `${folder}src/`, ...withParents(folder)]) {
    const file = moduleFile(root, settings2.value, known2);
    if (file) return add2(root, { path: file, source: settings2.source, configuration });
  }
}
function addManaged(folder, found, add2) {
  if (![...found.keys()].some((root) => folder.startsWith(root) || root.startsWith(folder))) add2(folder, null);
}
function addByName(path, files, known2, found, add2) {
  if (!settingsName.test(path) || isVendored(path) || isTemplate(path)) return;
  const text2 = files.text(path) ?? "";
  const installs = /^[ \t]*(def )?INSTALLED_APPS\b/m.test(text2);
  if (!installs && !/^[ \t]*DATABASES\b/m.test(text2) && !(/settings/i.test(path) && /^[ \t]*from \S+ import \*/m.test(text2))) return;
  const root = packageRoot(path, known2);
  const around = withParents(root).find((folder) => found.has(folder));
  if (around === void 0 && (isTestPath(path) || !installs)) return;
  add2(around ?? root, { path, source: path, configuration: null });
}
function moduleFile(root, dotted, known2) {
  const base = root + dotted.replaceAll(".", "/");
  return [`${base}.py`, `${base}/__init__.py`].find((path) => known2.has(path)) ?? null;
}
function packageRoot(path, known2) {
  const above = withParents(folderOf(path));
  return above.find((folder) => !known2.has(`${folder}__init__.py`) && !/(^|\/)settings\/$/.test(folder)) ?? "";
}
function rootOfApps(apps, files) {
  const known2 = new Set(files.paths);
  const roots = apps.map((app) => rootByName(app, files) ?? packageRoot(`${app}apps.py`, known2));
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
  modelKey,
  referredModel,
  isSwapped,
  attributeOf,
  dataType,
  unlimitedVarchar,
  decimalWithoutDigits,
  columnCheck,
  typeSuffix,
  castTypes,
  castWithoutLength,
  geometryTypes,
  resolveClass,
  said,
  descends,
  internalTypeOf2 as internalTypeOf,
  sameValue,
  canonicalReference,
  resolveField,
  resolveCall,
  resolveImplicit,
  truthy,
  textArgument,
  readContext,
  limits,
  swappableSetting,
  setOrder,
  differenceOrder,
  itemsOf,
  entriesOf,
  textsOf,
  togetherOf,
  textOf,
  swappedModel,
  swappableOption,
  decide,
  listValue,
  listItems,
  expand,
  tooLong,
  undecided,
  callFunction,
  defaultOf,
  readField,
  isModelsPath,
  modelsPaths,
  readAppModels,
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
