import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  appFolders,
  callFunction,
  canonicalReference,
  castTypes,
  castWithoutLength,
  columnCheck,
  dataType,
  databaseServices,
  decide,
  decimalWithoutDigits,
  defaultOf,
  descends,
  differenceOrder,
  distanceTo,
  entriesOf,
  expand,
  findProjects,
  folderOf,
  geometryTypes,
  internalTypeOf,
  isSwapped,
  isTestPath,
  itemsOf,
  lastPart,
  limits,
  listItems,
  listValue,
  migrationFiles,
  modelKey,
  modelsPaths,
  moduleFile,
  namesPackages,
  readContext,
  readField,
  referredModel,
  requirementsIn,
  resolveCall,
  resolveClass,
  resolveField,
  resolveImplicit,
  said,
  sameValue,
  setOrder,
  swappableOption,
  swappableSetting,
  swappedModel,
  textArgument,
  textOf,
  textsOf,
  togetherOf,
  tooLong,
  truthy,
  typeSuffix,
  undecided,
  unlimitedVarchar,
  wantedFiles,
  withParents
} from "./chunk-QCWVO36Q.js";
import {
  textOf as textOf2
} from "./chunk-M2XUEG37.js";
import {
  allRules,
  dataMigrations,
  notSchemaChanges,
  readType,
  refusedWithPendingEvents,
  transactionRules,
  withoutModifier
} from "./chunk-3CP7ENH2.js";
import {
  code,
  codeKey
} from "./chunk-CSBCGSFX.js";
import {
  compareText,
  keyOf
} from "./chunk-WENUEFS7.js";
import {
  deferrableSql,
  dialectOf,
  djangoAtLeast,
  dropColumnCascades,
  isMySql,
  mergedTable,
  mysqlString,
  postgresqlString,
  releaseTable,
  render
} from "./chunk-LL747WWO.js";
import {
  changesOf,
  knownType,
  readsWait,
  sqliteLock,
  strongestLocks,
  writesWait
} from "./chunk-7XH62CJ2.js";
import {
  atLeast,
  defaultDatabaseVersion,
  djangoVersions
} from "./chunk-LHOMP52Y.js";
import {
  foreignKeyName,
  indexName,
  namesDigest,
  postgresqlObjectName
} from "./chunk-QFB3CFP6.js";
import {
  codeSpan
} from "./chunk-LLNCCPBL.js";

// src/python/context.ts
var deepest = 300;
var mostSteps = 2e5;
var mostItems = 1e5;
var mostCharacters = 1e6;
function unknown(reason2, span, module2) {
  const text5 = sourceOf(span, module2);
  return { kind: "unknown", reason: reason2, place: placeOf(span, module2), text: text5.length > 200 ? `${text5.slice(0, 199)}\u2026` : text5 };
}
function reference(path, span, module2) {
  return { kind: "ref", path, place: placeOf(span, module2), text: sourceOf(span, module2) };
}
function placeOf(span, module2) {
  return { path: module2.path, line: module2.lineAt(span.start) };
}
function sourceOf(span, module2) {
  return module2.text.slice(span.start, span.end);
}

// src/python/values.ts
function isCompound(value) {
  return typeof value === "object" && value !== null;
}
function isUnknown(value) {
  return isCompound(value) && value.kind === "unknown";
}
function isItems(value) {
  return isCompound(value) && (value.kind === "list" || value.kind === "tuple" || value.kind === "set");
}
function isDict(value) {
  return isCompound(value) && value.kind === "dict";
}
function asInteger(value) {
  if (typeof value === "bigint") return value;
  return typeof value === "number" || typeof value === "boolean" ? BigInt(value) : null;
}
function isLiteral(value) {
  if (!isCompound(value)) return true;
  switch (value.kind) {
    case "float":
    case "bytes":
      return true;
    case "list":
    case "tuple":
    case "set":
      return value.items.every(isLiteral);
    case "dict":
      return value.entries.every(([key2, item2]) => isLiteral(key2) && isLiteral(item2));
    default:
      return false;
  }
}
function isComplete(value) {
  return value.kind === "dict" ? !value.entries.some(([key2]) => isUnknown(key2)) : !value.items.some(isUnknown);
}
function truth(value) {
  if (!isCompound(value)) return typeof value === "string" ? value !== "" : Boolean(value);
  switch (value.kind) {
    case "float":
      return Number(value.text.replaceAll("_", "")) !== 0;
    case "bytes":
      return value.text !== "";
    case "list":
    case "tuple":
    case "set":
      return value.items.length === 0 ? false : isComplete(value) || value.items.some((item2) => !isUnknown(item2)) ? true : null;
    case "dict":
      return value.entries.length === 0 ? false : isComplete(value) ? true : null;
    default:
      return null;
  }
}
function same(a, b) {
  if (!isCompound(a) || !isCompound(b)) return isCompound(a) || isCompound(b) ? differentKinds(a, b) : sameScalar(a, b);
  if (!isLiteral(a) || !isLiteral(b)) return a === b && !isUnknown(a) ? true : null;
  if (a.kind === "float" && b.kind === "float") return Number(a.text.replaceAll("_", "")) === Number(b.text.replaceAll("_", ""));
  if (a.kind === "bytes" && b.kind === "bytes") return a.text === b.text;
  if (a.kind !== b.kind) return false;
  if (isItems(a) && isItems(b)) {
    if (a.kind === "set") return null;
    return a.items.length === b.items.length ? all(a.items.map((item2, i2) => same(item2, b.items[i2]))) : false;
  }
  return null;
}
function sameScalar(a, b) {
  if (a === null || b === null || typeof a === "string" || typeof b === "string") return a === b;
  return asInteger(a) === asInteger(b);
}
function differentKinds(a, b) {
  const [scalar2, compound] = isCompound(a) ? [b, a] : [a, b];
  if (!isLiteral(compound)) return null;
  if (!isCompound(compound) || compound.kind !== "float" || scalar2 === null || typeof scalar2 === "string") return false;
  return Number(scalar2) === Number(compound.text.replaceAll("_", ""));
}
function all(answers) {
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}
function hash(value) {
  if (typeof value === "string") return `s${value}`;
  if (value === null) return "none";
  if (!isCompound(value)) return `i${asInteger(value)}`;
  if (value.kind === "bytes") return `b${value.text}`;
  if (value.kind === "ref") return `r${value.path}`;
  if (value.kind !== "tuple") return null;
  const keys2 = value.items.map(hash);
  return keys2.includes(null) ? null : `t${JSON.stringify(keys2)}`;
}
function dict(entries) {
  const kept2 = [];
  const places = /* @__PURE__ */ new Map();
  for (const entry2 of entries) {
    const key2 = hash(entry2[0]);
    const place3 = key2 === null ? void 0 : places.get(key2);
    if (place3 !== void 0) kept2[place3] = [kept2[place3][0], entry2[1]];
    else {
      if (key2 !== null) places.set(key2, kept2.length);
      kept2.push(entry2);
    }
  }
  return { kind: "dict", entries: kept2 };
}
function set(items) {
  return { kind: "set", items: dict(items.map((item2) => [item2, null])).entries.map(([item2]) => item2) };
}
function part(value, path) {
  let current = value;
  for (const index3 of path) {
    if (!isItems(current) || current.kind === "set" || !isComplete(current)) return void 0;
    const item2 = current.items[index3];
    if (item2 === void 0) return void 0;
    current = item2;
  }
  return current;
}
function weight(value, limit) {
  if (!isCompound(value)) return 1;
  let sum = 1;
  for (const child2 of children(value)) {
    if (sum >= limit) return sum;
    sum += weight(child2, limit - sum);
  }
  return sum;
}
function children(value) {
  switch (value.kind) {
    case "list":
    case "tuple":
    case "set":
      return value.items;
    case "dict":
      return value.entries.flat();
    case "call":
      return [...value.args, ...value.kwargs.values()];
    case "binary":
      return [value.left, value.right];
    case "unary":
      return [value.operand];
    default:
      return [];
  }
}
var notDefined = "a name that is not defined here";

// src/python/changes.ts
function evaluateMethod(before, method2, call, evaluate3, module2) {
  if (!isItems(before) && !isDict(before)) return before;
  if (harmless.has(method2) || isItems(before) && before.kind === "tuple") return before;
  const spread2 = call.args.some((argument) => argument.kind === "star" || argument.kind === "double star");
  const after = spread2 ? null : changeBy(before, method2, call, evaluate3);
  return after ?? unknown(`changed by ${codeSpan(`.${method2}()`)} in a way that is not followed`, call, module2);
}
var harmless = /* @__PURE__ */ new Set(["copy", "count", "get", "index", "items", "keys", "values", "union", "difference", "intersection", "issubset", "issuperset"]);
function changeBy(before, method2, call, evaluate3) {
  const values = call.args.flatMap((argument) => argument.kind === "positional" ? [evaluate3(argument.value)] : []);
  if (isDict(before)) {
    if (method2 !== "update" || values.length > 1 || values.length === 1 && !isDict(values[0])) return null;
    const given2 = values.length === 1 && isDict(values[0]) ? values[0].entries : [];
    const named5 = call.args.flatMap((argument) => argument.kind === "keyword" ? [[argument.name, evaluate3(argument.value)]] : []);
    return dict([...before.entries, ...given2, ...named5]);
  }
  if (!isItems(before) || values.length !== call.args.length) return null;
  const { kind, items } = before;
  const [first, second, ...more] = values;
  if (first === void 0 || more.length > 0) return null;
  if (method2 === "append" && second === void 0 && kind === "list") return { kind, items: [...items, first] };
  if (method2 === "add" && second === void 0 && kind === "set") return { kind, items: [...items, first] };
  if ((method2 === "extend" || method2 === "update") && second === void 0 && isItems(first)) return { kind, items: [...items, ...first.items] };
  if (method2 === "insert" && second !== void 0 && kind === "list") return insert(items, first, second);
  if (method2 === "remove" && second === void 0) return remove(before, first);
  return null;
}
function insert(items, index3, item2) {
  const at = asInteger(index3);
  if (at === null || !isComplete({ kind: "list", items })) return null;
  const length = items.length;
  const place3 = at < 0n ? Math.max(0, length + Number(at)) : Math.min(length, Number(at));
  return { kind: "list", items: items.toSpliced(place3, 0, item2) };
}
function remove(before, item2) {
  const key2 = hash(item2);
  const keys2 = before.items.map(hash);
  const place3 = keys2.indexOf(key2);
  return key2 === null || place3 === -1 || keys2.slice(0, place3).includes(null) ? null : { kind: before.kind, items: before.items.toSpliced(place3, 1) };
}
function evaluateItem(before, index3, item2, span, module2) {
  if (isDict(before)) return dict([...before.entries, [index3, item2]]);
  const at = asInteger(index3);
  if (isItems(before) && before.kind === "list" && at !== null && isComplete(before)) {
    const place3 = Number(at < 0n ? at + BigInt(before.items.length) : at);
    if (place3 >= 0 && place3 < before.items.length) return { kind: "list", items: before.items.with(place3, item2) };
  }
  return isCompound(before) && !isItems(before) && before.kind !== "unknown" ? before : unknown("an item is set in a way that is not followed", span, module2);
}
function grown(before, added2) {
  if (isDict(before)) return { kind: "dict", entries: [...before.entries, [added2, added2]] };
  if (isItems(before) && before.kind !== "tuple") return { kind: before.kind, items: [...before.items, added2] };
  return added2;
}

// src/python/format.ts
function asText(value) {
  if (typeof value === "string") return value;
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (!isCompound(value)) return String(value);
  return value.kind === "float" && /^-?\d{1,15}\.\d{0,15}$/.test(value.text) ? floatText(value.text) : null;
}
function floatText(text5) {
  const number = Number(text5);
  if (number !== 0 && (Math.abs(number) < 1e-4 || Math.abs(number) >= 1e16)) return null;
  return Number.isInteger(number) ? `${number}.0` : String(number);
}
function formatPercent(template, value) {
  const args2 = isItems(value) && value.kind === "tuple" ? value.items : [value];
  let used = 0;
  let certain2 = true;
  const text5 = template.replace(/%(?:\((\w+)\))?(.|$)/gs, (_, name2, conversion2) => {
    if (conversion2 === "%" && name2 === void 0) return "%";
    const arg = name2 === void 0 ? args2[used++] : entry(value, name2);
    const shown = arg === void 0 ? null : conversion2 === "s" ? asText(arg) : "di".includes(conversion2) && typeof arg === "number" ? String(arg) : null;
    if (shown === null || conversion2 === "") certain2 = false;
    return shown ?? "";
  });
  const spare = isDict(value) ? used > 0 : used !== args2.length;
  return certain2 && !spare ? limited(text5) : null;
}
function entry(value, name2) {
  return isDict(value) ? value.entries.find(([key2]) => key2 === name2)?.[1] : void 0;
}
function formatBraces(template, args2, kwargs) {
  let next = 0;
  let certain2 = true;
  const text5 = template.replace(/\{\{|\}\}|\{(\w*)\}|[{}]/g, (all4, name2) => {
    if (all4 === "{{" || all4 === "}}") return all4[0];
    const arg = name2 === void 0 ? void 0 : name2 === "" ? args2[next++] : /^\d+$/.test(name2) ? args2[Number(name2)] : kwargs.get(name2);
    const shown = arg === void 0 ? null : asText(arg);
    if (shown === null) certain2 = false;
    return shown ?? "";
  });
  return certain2 ? limited(text5) : null;
}
function limited(text5) {
  return text5.length > mostCharacters ? null : text5;
}

// src/python/numbers.ts
function readInteger(source) {
  const digits = source.replace(/_/g, "").replace(/[lL]$/, "");
  if (digits.length > 4300 || !/^[0-9]/.test(digits)) return null;
  if (/^0[0-7]+$/.test(digits)) return integer(BigInt(`0o${digits}`));
  if (/^\d+$/.test(digits)) return digits.length < 16 ? Number(digits) : integer(BigInt(digits));
  if (/^0(x[0-9a-f]+|o[0-7]+|b[01]+)$/i.test(digits)) return integer(BigInt(digits.toLowerCase()));
  return null;
}
function integer(value) {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

// src/python/operators.ts
function arithmetic(operator2, left, right2, span, module2) {
  const result = compute(operator2, left, right2);
  if (result !== void 0) return result;
  if (isLiteral(left) && isLiteral(right2)) return unknown(`${codeSpan(operator2)} of values for which it is not worked out`, span, module2);
  if (isUnknown(left) && isUnknown(right2)) return unknown(left.reason, span, module2);
  return { kind: "binary", operator: operator2, left, right: right2, text: sourceOf(span, module2) };
}
function compute(operator2, left, right2) {
  const [a, b] = [asInteger(left), asInteger(right2)];
  if (a !== null && b !== null) return integers(operator2, a, b, typeof left === "boolean" && typeof right2 === "boolean");
  const [x, y] = [asFloat(left), asFloat(right2)];
  if (x !== null && y !== null) return floats(operator2, x, y);
  if (operator2 === "+") return concatenate(left, right2);
  if (operator2 === "*") return b !== null ? repeat(left, b) : a !== null ? repeat(right2, a) : void 0;
  if (operator2 === "%" && typeof left === "string") return formatPercent(left, right2) ?? void 0;
  if (operator2 === "|" && isDict(left) && isDict(right2)) return dict([...left.entries, ...right2.entries]);
  if (isItems(left) && isItems(right2) && left.kind === "set" && right2.kind === "set" && isLiteral(left) && isLiteral(right2)) {
    return sets(operator2, left.items, right2.items);
  }
  return void 0;
}
function concatenate(left, right2) {
  if (typeof left === "string" && typeof right2 === "string") return left.length + right2.length > mostCharacters ? void 0 : left + right2;
  if (!isCompound(left) || !isCompound(right2)) return void 0;
  if (left.kind === "bytes" && right2.kind === "bytes") return { kind: "bytes", text: left.text + right2.text };
  if (!isItems(left) || !isItems(right2) || left.kind !== right2.kind || left.kind === "set") return void 0;
  return left.items.length + right2.items.length > mostItems ? void 0 : { kind: left.kind, items: [...left.items, ...right2.items] };
}
function repeat(value, times) {
  const count = times < 0n ? 0 : Number(times);
  if (value === "" || isItems(value) && value.items.length === 0) return value;
  if (typeof value === "string") return value.length * count > mostCharacters ? void 0 : value.repeat(count);
  if (!isItems(value) || value.kind === "set" || value.items.length * count > mostItems) return void 0;
  return { kind: value.kind, items: Array.from({ length: count }, () => value.items).flat() };
}
function sets(operator2, left, right2) {
  const keys2 = new Set(right2.map(hash));
  if (keys2.has(null) || left.some((item2) => hash(item2) === null)) return void 0;
  if (operator2 === "|") return set([...left, ...right2]);
  if (operator2 === "&") return set(left.filter((item2) => keys2.has(hash(item2))));
  return operator2 === "-" ? set(left.filter((item2) => !keys2.has(hash(item2)))) : void 0;
}
var mostBits = 4096n;
function integers(operator2, a, b, booleans) {
  switch (operator2) {
    case "+":
      return integer(a + b);
    case "-":
      return integer(a - b);
    case "*":
      return bits(a) + bits(b) > mostBits ? void 0 : integer(a * b);
    case "//":
      return b === 0n ? void 0 : integer(floorDivide(a, b));
    case "%":
      return b === 0n ? void 0 : integer(a - floorDivide(a, b) * b);
    case "/":
      return b === 0n ? void 0 : floats("/", Number(a), Number(b));
    case "**":
      return b < 0n || bits(a) * b > mostBits ? void 0 : integer(a ** b);
    case "<<":
      return b < 0n || bits(a) + b > mostBits ? void 0 : integer(a << b);
    case ">>":
      return b < 0n ? void 0 : integer(a >> b);
    case "|":
      return booleans ? Boolean(a | b) : integer(a | b);
    case "&":
      return booleans ? Boolean(a & b) : integer(a & b);
    case "^":
      return booleans ? Boolean(a ^ b) : integer(a ^ b);
    default:
      return void 0;
  }
}
function bits(value) {
  return BigInt((value < 0n ? -value : value).toString(2).length);
}
function floorDivide(a, b) {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}
function asFloat(value) {
  if (isCompound(value)) return value.kind === "float" ? Number(value.text.replaceAll("_", "")) : null;
  const whole = asInteger(value);
  return whole !== null && Number.isSafeInteger(Number(whole)) ? Number(whole) : null;
}
function floats(operator2, a, b) {
  switch (operator2) {
    case "+":
      return float(a + b);
    case "-":
      return float(a - b);
    case "*":
      return float(a * b);
    case "/":
      return b === 0 || !Number.isFinite(a) ? void 0 : float(a / b);
    default:
      return void 0;
  }
}
function float(value) {
  const size = Math.abs(value);
  if (value !== 0 && (size >= 1e16 || size < 1e-4 || !Number.isFinite(size))) return void 0;
  return { kind: "float", text: Object.is(value, -0) ? "-0.0" : Number.isInteger(value) ? `${value}.0` : String(value) };
}
function prefix(operator2, operand2, span, module2) {
  if (operator2 === "not") {
    const truthful = truth(operand2);
    return truthful === null ? unknown("`not` of a value that is not known", span, module2) : !truthful;
  }
  const whole = asInteger(operand2);
  if (whole !== null) return integer(operator2 === "-" ? -whole : operator2 === "~" ? -whole - 1n : whole);
  if (isCompound(operand2) && operand2.kind === "float" && operator2 !== "~") {
    if (operator2 === "+") return operand2;
    return { kind: "float", text: operand2.text.startsWith("-") ? operand2.text.slice(1) : `-${operand2.text}` };
  }
  if (isLiteral(operand2)) return unknown(`${codeSpan(operator2)} of a value for which it is not worked out`, span, module2);
  return { kind: "unary", operator: operator2, operand: operand2, text: sourceOf(span, module2) };
}
function compare(operator2, left, right2) {
  switch (operator2) {
    case "==":
      return same(left, right2);
    case "!=":
      return not(same(left, right2));
    case "is":
      return isSingleton(left) || isSingleton(right2) ? identical(left, right2) : null;
    case "is not":
      return not(compare("is", left, right2));
    case "in":
      return contains(left, right2);
    case "not in":
      return not(contains(left, right2));
    case "<":
      return less(left, right2);
    case ">":
      return less(right2, left);
    case "<=":
      return not(less(right2, left));
    case ">=":
      return not(less(left, right2));
    default:
      return null;
  }
}
function not(answer) {
  return answer === null ? null : !answer;
}
function isSingleton(value) {
  return value === null || typeof value === "boolean";
}
function identical(left, right2) {
  if (isCompound(left) || isCompound(right2)) return isLiteral(left) && isLiteral(right2) ? false : null;
  return left === right2;
}
function contains(item2, container) {
  if (typeof container === "string") return typeof item2 === "string" ? container.includes(item2) : null;
  if (!isItems(container) && !isDict(container)) return null;
  const answers = (isDict(container) ? container.entries.map(([key2]) => key2) : container.items).map((other3) => same(item2, other3));
  if (answers.includes(true)) return true;
  return answers.includes(null) || !isComplete(container) ? null : false;
}
function less(left, right2) {
  const [a, b] = [asInteger(left), asInteger(right2)];
  if (a !== null && b !== null) return a < b;
  const [x, y] = [asFloat(left), asFloat(right2)];
  if (x !== null && y !== null) return x < y;
  if (typeof left === "string" && typeof right2 === "string") return left < right2;
  if (!isItems(left) || !isItems(right2) || left.kind === "set" || left.kind !== right2.kind) return null;
  for (let i2 = 0; i2 < Math.min(left.items.length, right2.items.length); i2++) {
    const [one, other3] = [left.items[i2], right2.items[i2]];
    if (isUnknown(one) || isUnknown(other3)) return null;
    const equal = same(one, other3);
    if (equal !== true) return equal === null ? null : less(one, other3);
  }
  return left.items.length < right2.items.length;
}

// src/python/trace.ts
var mostSteps2 = 50;
function trace(context, dotted2, from, seen = /* @__PURE__ */ new Set()) {
  let path = dotted2;
  let asking = from;
  for (let step = 0; step < mostSteps2; step++) {
    const next = traceOnce(context, path, asking, seen);
    if (next.kind !== "on") return next;
    ({ path, from: asking } = next);
  }
  context.work.incomplete++;
  return { kind: "absent", path: dotted2, module: dotted2, name: dotted2 };
}
function traceOnce({ modules, ...context }, path, from, seen) {
  const located = modules.locate(path, from);
  if (located === null) return { kind: "library", path };
  const module2 = modules.get(located.file);
  if (module2 === null) {
    context.work.incomplete++;
    return { kind: "missing", path, file: located.file };
  }
  const [name2, ...rest2] = located.rest;
  if (name2 === void 0) return { kind: "module", path, module: module2 };
  const env = { module: module2, locals: null, around: [], at: Infinity };
  const meaning = context.bound(name2, module2, env);
  const own = `${modules.dotted(module2.path)}.${name2}`;
  switch (meaning?.kind) {
    case "class":
      return { ...meaning, path: own, module: module2, rest: rest2 };
    case "function":
      return { ...meaning, path: own, module: module2, rest: rest2 };
    case "path":
      return { kind: "on", path: [meaning.path, ...rest2].join("."), from: module2.path };
    case "value":
      if (isAlias(meaning.value)) return { kind: "on", path: [meaning.value.path, ...rest2].join("."), from: module2.path };
      return { ...meaning, path: own, rest: rest2 };
    default: {
      const star = traceStars({ modules, ...context }, name2, rest2, module2, seen);
      return star.kind === "library" && rest2.length > 0 ? absentIn(modules, module2, name2, rest2) : star;
    }
  }
}
function isAlias(value) {
  return typeof value === "object" && value !== null && value.kind === "ref" && !value.path.startsWith("<");
}
function absentIn(modules, module2, name2, rest2) {
  const dotted2 = modules.dotted(module2.path);
  return { kind: "absent", path: [dotted2, name2, ...rest2].join("."), module: dotted2, name: name2 };
}
function traceStars(context, name2, rest2, module2, seen) {
  const { modules } = context;
  const absent = absentIn(modules, module2, name2, rest2);
  if (name2.startsWith("_") || seen.has(module2.path)) return absent;
  const libraries = /* @__PURE__ */ new Set();
  let missing2 = null;
  for (const star of context.scope(module2).stars.toReversed()) {
    const source = modules.absolute(star.level, star.module, module2.path);
    const path = [source, name2, ...rest2].join(".");
    const located = modules.locate(source, module2.path);
    if (located === null) {
      if (star.level === 0) libraries.add(path);
      continue;
    }
    const found2 = trace(context, path, module2.path, /* @__PURE__ */ new Set([...seen, module2.path]));
    if (found2.kind === "missing") missing2 ??= found2;
    else if (found2.kind === "library") libraries.add(found2.path);
    else if (found2.kind !== "absent") return found2;
  }
  if (missing2 !== null) return missing2;
  return libraries.size === 1 ? { kind: "library", path: [...libraries][0] } : absent;
}

// src/python/bindings.ts
function nameReader(context) {
  const memory = /* @__PURE__ */ new WeakMap();
  const active = /* @__PURE__ */ new Set();
  return (name2, owner, env) => {
    const { work, scope } = context();
    const all4 = scope(owner).names.get(name2);
    if (all4 === void 0) return void 0;
    const before = all4.filter((binding) => binding.from <= env.at || inSameLoop(binding, env.at));
    if (before.length === 0 && "bases" in owner) return void 0;
    const bindings = before.length > 0 ? before : all4;
    const last = bindings.at(-1);
    const known3 = memory.get(last);
    if (known3 !== void 0 && env.locals === null) {
      work.steps += known3.steps;
      return known3.meaning;
    }
    const { steps, incomplete } = work;
    const meaning = fold(context(), name2, bindings, active, env);
    const tooMuch = work.steps >= mostSteps && steps < mostSteps / 2;
    if (env.locals === null && (work.incomplete === incomplete || tooMuch)) {
      memory.set(last, { meaning, steps: tooMuch ? 0 : work.steps - steps });
    }
    return meaning;
  };
}
function inSameLoop(binding, at) {
  return binding.branches.some((branch) => branch.kind === "loop" && branch.of.start <= at && at < branch.of.end);
}
function fold(context, name2, bindings, active, env) {
  const attempts = /* @__PURE__ */ new Set();
  let current = isChange(bindings[0]) ? fromStar(context, name2, env) : void 0;
  for (const binding of bindings) {
    if (current === void 0 && isChange(binding) && binding.kind !== "augmented") continue;
    if (active.has(binding)) {
      context.work.incomplete++;
      return { kind: "value", value: unknown("a name that is defined by itself", spanOf(binding), env.module) };
    }
    const taken = isTaken(context, binding.branches, attempts, env);
    if (taken === false) continue;
    if (binding.kind === "import" || binding.kind === "from") {
      for (const branch of binding.branches) if (branch.kind === "attempt") attempts.add(branch.of);
    }
    const repeated = binding.branches.some((branch) => branch.kind === "loop");
    active.add(binding);
    const next = apply(context, binding, current, repeated, env);
    active.delete(binding);
    current = taken === true || current === void 0 || repeated && isChange(binding) ? next : merge(current, next, binding, env);
  }
  return current;
}
function isChange(binding) {
  return ["augmented", "method", "item"].includes(binding.kind) || binding.kind === "opaque" && binding.inPlace;
}
function fromStar(context, name2, env) {
  if (env.around.length > 0) return void 0;
  const star = traceStars(context, name2, [], env.module, /* @__PURE__ */ new Set());
  if (star.kind === "absent") return void 0;
  return star.kind === "value" ? star : { kind: "path", path: star.path };
}
function isTaken(context, branches, attempts, env) {
  let certain2 = true;
  for (const branch of branches) {
    if (branch.kind === "attempt") continue;
    if (branch.kind === "handler" && attempts.has(branch.of)) return false;
    const truthful = branch.kind === "if" ? truthOf(context, branch.test, env) : null;
    if (truthful === null) certain2 = false;
    else if (branch.kind === "if" && truthful !== branch.taken) return false;
  }
  return certain2 ? true : null;
}
var settled = /* @__PURE__ */ new WeakMap();
function truthOf(context, test, env) {
  const known3 = settled.get(test);
  if (known3 !== void 0) return known3;
  const { incomplete } = context.work;
  const misses = context.modules.misses();
  const answer = truth(context.evaluate(test, { ...env, at: test.start }));
  const whole = context.work.incomplete === incomplete && context.modules.misses() === misses;
  if (env.locals === null && whole && context.work.steps < mostSteps) settled.set(test, answer);
  return answer;
}
function apply(context, binding, current, repeated, env) {
  const { modules } = context;
  switch (binding.kind) {
    case "import":
      return { kind: "path", path: binding.path };
    case "from": {
      const source = modules.absolute(binding.level, binding.module, env.module.path);
      return { kind: "path", path: source === "" ? binding.name : `${source}.${binding.name}` };
    }
    case "class":
    case "function":
      return binding;
    case "value": {
      const value = part(context.evaluate(binding.value, { ...env, at: binding.value.start }), binding.path);
      return { kind: "value", value: value === void 0 ? unknown("a value that is not unpacked", binding.value, env.module) : value };
    }
    case "opaque":
      if (current !== void 0 && current.kind !== "value" && binding.inPlace) return current;
      return { kind: "value", value: unknown(binding.what, binding.statement, env.module) };
    case "augmented":
    case "method":
    case "item":
      return change(context, binding, current, repeated, env);
  }
}
function change(context, binding, current, repeated, env) {
  if (current !== void 0 && current.kind !== "value") {
    if (binding.kind !== "augmented") return current;
    const left = current.kind === "path" ? context.follow(current.path, env, spanOf(binding)) : reference(current.definition.name, current.definition, env.module);
    return change(context, binding, { kind: "value", value: left }, repeated, env);
  }
  const span = spanOf(binding);
  const before = current?.value ?? unknown(notDefined, span, env.module);
  const here = { ...env, at: span.start };
  const value = changed(context, binding, before, here);
  if (!repeated || value === before) return { kind: "value", value };
  return { kind: "value", value: grown(before, unknown("changed in a loop", span, env.module)) };
}
function changed(context, binding, before, env) {
  switch (binding.kind) {
    case "augmented":
      return arithmetic(binding.operator, before, context.evaluate(binding.value, env), binding.statement, env.module);
    case "method":
      return evaluateMethod(before, binding.method, binding.call, (expression) => context.evaluate(expression, env), env.module);
    case "item":
      return evaluateItem(before, context.evaluate(binding.index, env), context.evaluate(binding.value, env), binding.index, env.module);
  }
}
function merge(current, next, binding, env) {
  if (current.kind === "path" && next.kind === "path" && current.path === next.path) return current;
  if (current.kind === "value" && next.kind === "value") {
    if (current.value === next.value || same(current.value, next.value) === true) return current;
    if (isChange(binding)) {
      return { kind: "value", value: grown(current.value, unknown("changed under a condition", spanOf(binding), env.module)) };
    }
    if (isUnknown(current.value)) return current;
  }
  return { kind: "value", value: unknown("a value that a condition decides", spanOf(binding), env.module) };
}
function spanOf(binding) {
  switch (binding.kind) {
    case "class":
    case "function":
      return binding.definition;
    case "value":
    case "item":
      return binding.value;
    case "augmented":
    case "opaque":
      return binding.statement;
    case "method":
      return binding.call;
    case "import":
    case "from":
      return { start: binding.from, end: binding.from };
  }
}

// src/python/enclosing.ts
function enclosing(body2, offset) {
  const around = [];
  let statements = [body2];
  for (; ; ) {
    const statement = statements.map((list4) => statementAt(list4, offset)).find((found2) => found2 !== null);
    if (statement === void 0 || statement === null) return around;
    if (statement.kind === "class" || statement.kind === "function") {
      const inside = blocks(statement);
      if (inside.length === 0 || (inside[0][0]?.start ?? statement.end) > offset) return around;
      around.push(statement);
    }
    statements = blocks(statement);
  }
}
function blocks(statement) {
  switch (statement.kind) {
    case "class":
    case "function":
    case "with":
    case "for":
    case "while":
      return [statement.body];
    case "if":
      return [statement.then, statement.otherwise];
    case "try":
      return [statement.body, ...statement.handlers];
    default:
      return [];
  }
}
function statementAt(statements, offset) {
  let low = 0;
  let high = statements.length - 1;
  while (low <= high) {
    const middle = low + high >> 1;
    const statement = statements[middle];
    if (offset < statement.start) high = middle - 1;
    else if (offset >= statement.end) low = middle + 1;
    else return statement;
  }
  return null;
}

// src/python/builtins.ts
function isBuiltin(name2) {
  return builtins.has(name2);
}
var builtins = new Set(
  `abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval
  exec filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len list locals map max memoryview
  min next object oct open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip
  unicode basestring long xrange unichr reduce reload raw_input
  NotImplemented Ellipsis Exception BaseException ValueError TypeError KeyError IndexError AttributeError ImportError ModuleNotFoundError
  NotImplementedError RuntimeError LookupError OSError IOError AssertionError DeprecationWarning StopIteration Warning`.split(/\s+/)
);
function callBuiltin(name2, args2, kwargs) {
  if (name2 === "dict") return makeDict(args2, kwargs);
  if (kwargs.size > 0 || args2.length > 1) return void 0;
  return calls.get(name2)?.(args2[0]);
}
var calls = new Map(Object.entries({
  len: (value) => {
    if (typeof value === "string") return Array.from(value).length;
    if (value === void 0 || !isItems(value) && !isDict(value) || !isComplete(value)) return void 0;
    return isDict(value) ? value.entries.length : value.items.length;
  },
  list: collect("list"),
  tuple: collect("tuple"),
  set: collect("set"),
  frozenset: collect("set"),
  str: (value) => value === void 0 ? "" : asText(value) ?? void 0,
  unicode: (value) => value === void 0 ? "" : asText(value) ?? void 0,
  int: toInteger,
  bool: (value) => value === void 0 ? false : truth(value) ?? void 0,
  range: (value) => {
    const count = value === void 0 ? null : asInteger(value);
    if (count === null || count > BigInt(mostItems)) return void 0;
    return { kind: "list", items: Array.from({ length: Math.max(0, Number(count)) }, (_, index3) => index3) };
  },
  reversed: (value) => {
    if (value === void 0 || !isItems(value) || value.kind === "set") return void 0;
    return { kind: "list", items: value.items.toReversed() };
  }
}));
function collect(kind) {
  return (value) => {
    if (value === void 0) return { kind, items: [] };
    const items = iterate(value);
    if (items === null) return void 0;
    return kind === "set" ? set(items) : { kind, items };
  };
}
function iterate(value) {
  if (typeof value === "string") return value.length > mostItems ? null : Array.from(value);
  if (isDict(value)) return value.entries.map(([key2]) => key2);
  return isItems(value) ? value.items : null;
}
function toInteger(value) {
  if (value === void 0) return 0;
  if (typeof value === "string") return /^\s*\d+\s*$/.test(value) ? readInteger(value.trim().replace(/^0+(?=\d)/, "")) ?? void 0 : void 0;
  if (typeof value === "boolean") return Number(value);
  return typeof value === "number" || typeof value === "bigint" ? value : void 0;
}
function makeDict(args2, kwargs) {
  if (args2.length > 1) return void 0;
  const given2 = args2[0] === void 0 ? [] : pairs(args2[0]);
  return given2 === null ? void 0 : dict([...given2, ...kwargs]);
}
function pairs(value) {
  if (isDict(value)) return value.entries;
  if (!isItems(value)) return null;
  const found2 = value.items.flatMap((item2) => isItems(item2) && item2.items.length === 2 && item2.kind !== "set" ? [[item2.items[0], item2.items[1]]] : []);
  return found2.length === value.items.length ? found2 : null;
}
function callMethod(object, method2, args2) {
  if (typeof object === "string") return strings.get(method2)?.(object, args2);
  if (isDict(object)) return dicts(object.entries, method2, args2, isComplete(object));
  if (isItems(object) && method2 === "copy" && args2.length === 0) return object;
  return void 0;
}
var strings = new Map(Object.entries({
  join: (text5, [items, ...more]) => {
    if (items === void 0 || more.length > 0 || !isItems(items) || items.kind === "set") return void 0;
    return items.items.every((item2) => typeof item2 === "string") ? items.items.join(text5) : void 0;
  },
  find: (text5, [part3, ...more]) => typeof part3 === "string" && more.length === 0 ? text5.indexOf(part3) : void 0,
  lower: plain((text5) => text5.toLowerCase()),
  upper: plain((text5) => text5.toUpperCase()),
  strip: plain((text5) => text5.trim()),
  lstrip: plain((text5) => text5.trimStart()),
  rstrip: plain((text5) => text5.trimEnd()),
  replace: (text5, [from, to, ...more]) => {
    if (typeof from !== "string" || typeof to !== "string" || from === "" || more.length > 0) return void 0;
    return text5.replaceAll(from, () => to);
  },
  split: (text5, [by, ...more]) => {
    if (more.length > 0) return void 0;
    if (by === void 0) return { kind: "list", items: text5.trim() === "" ? [] : text5.trim().split(/\s+/) };
    return typeof by === "string" && by !== "" ? { kind: "list", items: text5.split(by) } : void 0;
  },
  startswith: (text5, [start2, ...more]) => typeof start2 === "string" && more.length === 0 ? text5.startsWith(start2) : void 0,
  endswith: (text5, [end, ...more]) => typeof end === "string" && more.length === 0 ? text5.endsWith(end) : void 0
}));
function plain(change4) {
  return (text5, args2) => args2.length === 0 ? change4(text5) : void 0;
}
function dicts(entries, method2, args2, complete) {
  if (method2 === "get") return complete ? getItem(entries, args2) : void 0;
  if (args2.length > 0) return void 0;
  switch (method2) {
    case "copy":
      return { kind: "dict", entries };
    case "keys":
      return { kind: "list", items: entries.map(([key2]) => key2) };
    case "values":
      return { kind: "list", items: entries.map(([, value]) => value) };
    case "items":
      return { kind: "list", items: entries.map(([key2, value]) => ({ kind: "tuple", items: [key2, value] })) };
    default:
      return void 0;
  }
}
function getItem(entries, [key2, otherwise, ...more]) {
  if (key2 === void 0 || more.length > 0) return void 0;
  const wanted = hash(key2);
  const keys2 = entries.map(([one]) => hash(one));
  if (wanted === null || keys2.includes(null) || isCompound(key2) && key2.kind === "ref") return void 0;
  const place3 = keys2.indexOf(wanted);
  return place3 === -1 ? otherwise ?? null : entries[place3][1];
}

// src/python/functions.ts
var translations = new Map(
  ["django.utils.translation", "gettext"].flatMap(
    (module2) => ["gettext", "gettext_lazy", "gettext_noop", "ugettext", "ugettext_lazy", "ugettext_noop", "pgettext", "pgettext_lazy"].map((name2) => [
      `${module2}.${name2}`,
      name2.startsWith("pgettext") ? 1 : 0
    ])
  )
);
function callLibrary(path, args2, kwargs) {
  const message = translations.get(path);
  if (message !== void 0) {
    const text5 = args2[message] ?? kwargs.get("message");
    return typeof text5 === "string" ? text5 : void 0;
  }
  if (path === "textwrap.dedent" && typeof args2[0] === "string" && args2.length === 1) return dedent(args2[0]);
  if (path === "collections.OrderedDict") return callBuiltin("dict", args2, kwargs);
  return void 0;
}
function importedBy(path, args2) {
  const [name2] = args2;
  return path === "django.utils.module_loading.import_string" && typeof name2 === "string" && /^\w+(\.\w+)+$/.test(name2) ? name2 : null;
}
function dedent(text5) {
  const lines = text5.replace(/^[ \t]+$/gm, "").split("\n");
  const indents = lines.filter((line) => line !== "").map((line) => /^[ \t]*/.exec(line)[0]);
  const common4 = indents.reduce((a, b) => sharedStart(a, b), indents[0] ?? "");
  return lines.map((line) => line === "" ? line : line.slice(common4.length)).join("\n");
}
function sharedStart(a, b) {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
var libraryValues = /* @__PURE__ */ new Map([
  ["typing.TYPE_CHECKING", false],
  ["typing_extensions.TYPE_CHECKING", false],
  ["six.PY2", false],
  ["six.PY3", true],
  ["django.utils.six.PY2", false],
  ["django.utils.six.PY3", true]
]);

// src/python/names.ts
function lookUp(context, path, env) {
  const [name2 = "", ...rest2] = path.split(".");
  const { modules } = context;
  const dotted2 = modules.dotted(env.module.path);
  const local2 = env.locals?.get(name2);
  if (local2 !== void 0) return { kind: "value", path, value: local2, rest: rest2 };
  const hit = inScopes(context, name2, env);
  switch (hit?.meaning.kind) {
    case "path":
      return context.trace([hit.meaning.path, ...rest2].join("."), env.module.path);
    case "class":
      return { ...hit.meaning, path: [dotted2, ...hit.around, name2].join("."), module: env.module, rest: rest2 };
    case "function":
      return { ...hit.meaning, path: [dotted2, ...hit.around, name2].join("."), module: env.module, rest: rest2 };
    case "value":
      if (isAlias(hit.meaning.value) && rest2.length > 0) return context.trace([hit.meaning.value.path, ...rest2].join("."), env.module.path);
      return { ...hit.meaning, path: [dotted2, ...hit.around, name2].join("."), rest: rest2 };
    case void 0:
      break;
  }
  const star = traceStars(context, name2, rest2, env.module, /* @__PURE__ */ new Set());
  if (star.kind !== "absent" && star.kind !== "library") return star;
  if (isBuiltin(name2)) return { kind: "builtin", name: path };
  return star.kind === "library" ? star : null;
}
function inScopes(context, name2, env) {
  let at = env.at;
  for (let i2 = env.around.length - 1; i2 >= 0; i2--) {
    const owner = env.around[i2];
    if (owner.kind === "class" && i2 < env.around.length - 1) continue;
    const around = env.around.slice(0, i2 + 1);
    const names3 = around.map((one) => one.name);
    if (owner.kind === "function" && owner.parameters.some((parameter) => parameter.replace(/^\*+/, "") === name2)) {
      return { meaning: { kind: "value", value: unknown(`a parameter of ${codeSpan(owner.name)}`, owner, env.module) }, around: names3 };
    }
    const meaning2 = context.bound(name2, owner, { ...env, around, at });
    if (meaning2 !== void 0) return { meaning: meaning2, around: names3 };
    if (owner.kind === "function") at = Infinity;
  }
  const meaning = context.bound(name2, env.module, { module: env.module, locals: null, around: [], at });
  return meaning === void 0 ? null : { meaning, around: [] };
}

// src/python/calls.ts
function evaluateCall(context, call, env) {
  const { callee } = call;
  if (callee.kind === "attribute") return evaluateMethodCall(context, call, callee.object, callee.name, env);
  if (callee.kind !== "name") return unknown("a call of something that is not a name", call, env.module);
  const found2 = calledBy(context, callee.path, env);
  if (found2 === null) return undefinedCallee(context, call, callee.path, env);
  const given2 = readArguments(context, call, env);
  switch (found2.kind) {
    case "builtin":
      return certain(given2, (args2, kwargs) => callBuiltin(found2.name, args2, kwargs), `builtins.${found2.name}`, call, env);
    case "library": {
      const imported = importedBy(found2.path, given2.args);
      if (imported !== null) return reference(imported, call, env.module);
      return certain(given2, (args2, kwargs) => callLibrary(found2.path, args2, kwargs), found2.path, call, env);
    }
    case "class":
      return callValue([found2.path, ...found2.rest].join("."), given2, call, env);
    case "function":
      return certain(given2, () => callFunction2(context, found2, given2), [found2.path, ...found2.rest].join("."), call, env);
    case "value":
      return evaluateValueCall(found2, given2, call, env);
    case "module":
      return unknown("a call of a module", call, env.module);
    case "missing":
    case "absent":
      return callValue(found2.path, given2, call, env);
  }
}
function calledBy(context, path, env) {
  const found2 = lookUp(context, path, env);
  if (found2?.kind !== "value" || found2.rest.length > 0 || !isAlias(found2.value)) return found2;
  const target2 = found2.value.path;
  return target2.startsWith("builtins.") ? { kind: "builtin", name: target2.slice("builtins.".length) } : context.trace(target2, env.module.path);
}
function certain(given2, work, path, call, env) {
  const result = given2.unknownArgs === null ? work(given2.args, given2.kwargs) : void 0;
  return result === void 0 ? callValue(path, given2, call, env) : result;
}
function callValue(path, given2, call, env) {
  return { kind: "call", path, ...given2, place: placeOf(call, env.module), text: sourceOf(call, env.module) };
}
function undefinedCallee(context, call, path, env) {
  const [first] = call.args;
  const text5 = path === "_" && call.args.length === 1 && first?.kind === "positional" ? context.evaluate(first.value, env) : null;
  return typeof text5 === "string" ? text5 : unknown(`a call of ${codeSpan(path)}, which is not defined here`, call, env.module);
}
function evaluateValueCall(found2, given2, call, env) {
  const { value, rest: rest2 } = found2;
  if (rest2.length === 1 && (!isCompound(value) || isItems(value) || isDict(value))) return callLiteral(value, rest2[0], given2, call, env);
  if (isCompound(value) && value.kind === "unknown") return unknown(`a call of ${value.reason}`, call, env.module);
  if (isCompound(value) && value.kind === "call") {
    if (rest2.length === 0) return callValue(found2.path, given2, call, env);
    if (rest2.length === 1) return { ...callValue(`${value.path}.${rest2[0]}`, given2, call, env), on: value };
  }
  return unknown("a call of a value that is made at run time", call, env.module);
}
function evaluateMethodCall(context, call, object, method2, env) {
  const value = context.evaluate(object, env);
  const given2 = readArguments(context, call, env);
  if (!isCompound(value) || isItems(value) || isDict(value)) return callLiteral(value, method2, given2, call, env);
  if (value.kind === "call") return { ...callValue(`${value.path}.${method2}`, given2, call, env), on: value };
  return unknown(`the result of ${codeSpan(`.${method2}()`)}`, call, env.module);
}
function callLiteral(value, method2, given2, call, env) {
  if (given2.unknownArgs === null) {
    if (typeof value === "string" && method2 === "format") {
      const text5 = formatBraces(value, given2.args, given2.kwargs);
      if (text5 !== null) return text5;
    } else if (given2.kwargs.size === 0) {
      const result = callMethod(value, method2, given2.args);
      if (result !== void 0) return result;
    }
  }
  return unknown(`the result of ${codeSpan(`.${method2}()`)}`, call, env.module);
}
function readArguments(context, call, env) {
  const args2 = [];
  const kwargs = /* @__PURE__ */ new Map();
  let unknownArgs = null;
  for (const argument of call.args) {
    const value = context.evaluate(argument.value, env);
    if (argument.kind === "positional") args2.push(value);
    else if (argument.kind === "keyword") kwargs.set(argument.name, value);
    else if (argument.kind === "star") {
      const items = isCompound(value) && (isItems(value) || isDict(value)) && !(isItems(value) && value.kind === "set") ? iterate(value) : null;
      if (items === null || items.some((item2) => isCompound(item2) && item2.kind === "unknown")) unknownArgs ??= spread(value, argument.value, env);
      else args2.push(...items);
    } else if (isDict(value) && value.entries.every(([key2]) => typeof key2 === "string")) {
      for (const [key2, item2] of value.entries) if (typeof key2 === "string") kwargs.set(key2, item2);
    } else unknownArgs ??= spread(value, argument.value, env);
  }
  return { args: args2, kwargs, unknownArgs };
}
function spread(value, expression, env) {
  const why = isCompound(value) && value.kind === "unknown" ? value.reason : "not a literal";
  return unknown(`arguments that are spread from ${why}`, expression, env.module);
}
function callFunction2(context, found2, given2) {
  const { definition, module: module2, rest: rest2 } = found2;
  if (rest2.length > 0 || definition.decorators.length > 0 || module2.text.startsWith("async", definition.start)) return void 0;
  if (enclosing(module2.body, definition.start).length > 0) return void 0;
  const returned = onlyReturn(definition.body);
  if (returned === null) return void 0;
  const here = { module: module2, locals: null, around: [], at: Infinity };
  const locals2 = bindParameters(context, definition, given2, here);
  return locals2 === null ? void 0 : context.evaluate(returned, { ...here, locals: locals2 });
}
function onlyReturn(body2) {
  const statements = body2.filter((statement2, index3) => !(index3 === 0 && statement2.kind === "expression" && statement2.value.kind === "string"));
  const [statement, ...more] = statements;
  return statement?.kind === "return" && more.length === 0 ? statement.value : null;
}
function bindParameters(context, definition, given2, env) {
  const locals2 = /* @__PURE__ */ new Map();
  const kwargs = new Map(given2.kwargs);
  let next = 0;
  let keywordOnly = false;
  for (const parameter of definition.parameters) {
    if (parameter.startsWith("**")) {
      locals2.set(parameter.slice(2), { kind: "dict", entries: [...kwargs] });
      kwargs.clear();
    } else if (parameter.startsWith("*")) {
      locals2.set(parameter.slice(1), { kind: "tuple", items: given2.args.slice(next) });
      next = given2.args.length;
      keywordOnly = true;
    } else {
      const standard = definition.defaults?.get(parameter);
      if (!keywordOnly && next < given2.args.length) locals2.set(parameter, given2.args[next++]);
      else if (kwargs.has(parameter)) locals2.set(parameter, kwargs.get(parameter));
      else if (standard !== void 0) locals2.set(parameter, context.evaluate(standard, { ...env, at: standard.start }));
      else return null;
      kwargs.delete(parameter);
    }
  }
  return next < given2.args.length || kwargs.size > 0 ? null : locals2;
}

// src/python/enums.ts
var enumBases = new Map([
  ["enum.Enum", { kind: "enum", text: null, plain: true }],
  ["enum.Flag", { kind: "enum", text: null, plain: true }],
  ["enum.IntEnum", { kind: "enum", text: null, plain: false }],
  ["enum.IntFlag", { kind: "enum", text: null, plain: false }],
  ["enum.StrEnum", { kind: "enum", text: "lower", plain: false }],
  ...["django.db.models", "django.db.models.enums"].flatMap((module2) => [
    [`${module2}.Choices`, { kind: "choices", text: null, plain: true }],
    [`${module2}.TextChoices`, { kind: "choices", text: "name", plain: false }],
    [`${module2}.IntegerChoices`, { kind: "choices", text: null, plain: false }]
  ])
]);
function readMembers({ kind, text: text5, plain: plain2 }, body2) {
  const members2 = [];
  const names3 = /* @__PURE__ */ new Map();
  for (const [name2, given2] of body2) {
    if (name2.startsWith("_")) continue;
    const labelled = kind === "choices" && isItems(given2) && given2.kind === "tuple" && given2.items.length > 1 && typeof given2.items.at(-1) === "string";
    const label2 = labelled ? given2.items.at(-1) : title(name2);
    const rest2 = labelled ? given2.items.slice(0, -1) : [given2];
    const written2 = rest2.length === 1 ? rest2[0] : { kind: "tuple", items: rest2 };
    const value = isAuto(written2) ? automatic(name2, text5, members2) : written2;
    if (value === void 0) continue;
    const first = members2.find((member2) => same(member2.value, value) === true);
    const member = first ?? { name: name2, value, label: label2 };
    names3.set(name2, member);
    if (first === void 0) members2.push(member);
  }
  return { members: members2, names: names3, plain: plain2, empty: kind === "choices" ? body2.get("__empty__") : void 0 };
}
function isAuto(value) {
  return isCompound(value) && value.kind === "call" && value.path === "enum.auto";
}
function automatic(name2, text5, before) {
  if (text5 !== null) return text5 === "name" ? name2 : name2.toLowerCase();
  let last = 0;
  for (const { value } of before) {
    if (typeof value !== "number" || value < last) return void 0;
    last = value;
  }
  return last + 1;
}
function title(name2) {
  return name2.replaceAll("_", " ").replace(new RegExp("\\p{L}+", "gu"), (word) => word[0].toUpperCase() + word.slice(1).toLowerCase());
}
function enumAttribute({ members: members2, names: names3, plain: plain2, empty: empty2 }, path) {
  const [name2, attribute2, ...more] = path;
  if (more.length > 0 || name2 === void 0) return void 0;
  const member = names3.get(name2);
  if (member !== void 0 && attribute2 !== void 0) return ofMember(member, attribute2);
  if (member !== void 0) return plain2 ? void 0 : member.value;
  if (attribute2 !== void 0) return void 0;
  const rows = empty2 === void 0 ? members2 : [{ name: "__empty__", value: null, label: empty2 }, ...members2];
  switch (name2) {
    case "choices":
      return { kind: "list", items: rows.map(({ value, label: label2 }) => ({ kind: "tuple", items: [value, label2] })) };
    case "values":
      return { kind: "list", items: rows.map(({ value }) => value) };
    case "labels":
      return { kind: "list", items: rows.map(({ label: label2 }) => label2) };
    case "names":
      return { kind: "list", items: rows.map((row) => row.name) };
    default:
      return void 0;
  }
}
function ofMember(member, attribute2) {
  switch (attribute2) {
    case "value":
    case "_value_":
      return member.value;
    case "label":
      return member.label;
    case "name":
    case "_name_":
      return member.name;
    default:
      return void 0;
  }
}

// src/python/members.ts
function classAttribute(context, found2, env, span) {
  const value = attributeOf(context, found2, env, span, 0);
  return value !== void 0 ? value : unknown(`${codeSpan(found2.definition.name)} has no ${codeSpan(found2.rest[0])} that can be read here`, span, env.module);
}
var mostBases = 20;
function attributeOf(context, found2, env, span, depth) {
  const { definition, module: module2, rest: rest2 } = found2;
  const [name2 = "", ...more] = rest2;
  if (depth > mostBases) return void 0;
  const kind = enumKind(context, found2);
  if (kind !== null) {
    const value = enumAttribute(readMembers(kind, classBody(context, definition, module2, true)), rest2);
    if (value !== void 0) return value;
    if (more.length === 0 && context.scope(definition).names.get(name2)?.[0]?.kind === "value" && !name2.startsWith("_")) {
      return unknown("a member of an enumeration that is neither text nor a number", span, env.module);
    }
  }
  const path = `${found2.path}.${name2}`;
  const meaning = context.bound(name2, definition, bodyEnv(definition, module2));
  switch (meaning?.kind) {
    case "class": {
      const inner2 = { ...meaning, kind: "class", path, module: module2, rest: more };
      return more.length === 0 ? reference(path, span, env.module) : attributeOf(context, inner2, env, span, depth + 1);
    }
    case "function":
      return more.length === 0 ? { ...reference(path, span, env.module), place: { path: module2.path, line: module2.lineAt(meaning.definition.start) } } : void 0;
    case "path":
      return context.follow([meaning.path, ...more].join("."), env, span);
    case "value":
      if (more.length === 0) return meaning.value;
      return isAlias(meaning.value) ? context.follow([meaning.value.path, ...more].join("."), env, span) : void 0;
    case void 0:
      break;
  }
  for (const base2 of bases(context, found2)) {
    const value = base2.kind === "class" ? attributeOf(context, { ...base2, rest: rest2 }, env, span, depth + 1) : void 0;
    if (value !== void 0) return value;
    if (more.length === 0 && context.scope(definition).names.get(name2)?.[0]?.kind === "value" && !name2.startsWith("_")) {
      return unknown("a member of an enumeration that is neither text nor a number", span, env.module);
    }
  }
  return void 0;
}
function bases(context, { definition, module: module2 }) {
  const env = { ...bodyEnv(definition, module2), around: enclosing(module2.body, definition.start), at: definition.start };
  return definition.bases.flatMap((base2) => {
    if (base2.kind !== "positional" || base2.value.kind !== "name") return [];
    const found2 = lookUp(context, base2.value.path, env);
    return found2 === null ? [] : [found2];
  });
}
function enumKind(context, found2, depth = 0) {
  if (depth > mostBases) return null;
  const all4 = bases(context, found2);
  const kinds2 = all4.map((base2) => base2.kind === "library" ? enumBases.get(base2.path) ?? null : base2.kind === "class" ? enumKind(context, base2, depth + 1) : null);
  const kind = kinds2.find((one) => one !== null) ?? null;
  const mixed = all4.some((base2) => base2.kind === "builtin" && (base2.name === "str" || base2.name === "int"));
  return kind !== null && mixed ? { ...kind, plain: false } : kind;
}
function classBody(context, definition, module2, assigned2) {
  const values = /* @__PURE__ */ new Map();
  const env = bodyEnv(definition, module2);
  for (const name2 of context.scope(definition).names.keys()) {
    const meaning = context.bound(name2, definition, env);
    if (meaning === void 0 || assigned2 && meaning.kind !== "value") continue;
    values.set(name2, meaningValue(context, meaning, name2, env));
  }
  return values;
}
function meaningValue(context, meaning, name2, env) {
  const owner = env.around.at(-1);
  const path = [context.modules.dotted(env.module.path), ...env.around.map((one) => one.name), name2].join(".");
  switch (meaning.kind) {
    case "value":
      return meaning.value;
    case "path":
      return context.follow(meaning.path, env, owner);
    case "class":
    case "function":
      return reference(path, meaning.definition, env.module);
  }
}
function bodyEnv(definition, module2) {
  return { module: module2, locals: null, around: [...enclosing(module2.body, definition.start), definition], at: Infinity };
}

// src/python/evaluate.ts
function evaluate(context, expression, env) {
  const { work } = context;
  if (work.depth >= deepest || work.steps >= mostSteps) {
    work.incomplete++;
    return unknown(work.depth >= deepest ? "nested too deeply to be worked out" : "too much to be worked out", expression, env.module);
  }
  work.depth++;
  work.steps++;
  const value = evaluateOne(context, expression, env);
  work.depth--;
  return value;
}
function evaluateOne(context, expression, env) {
  switch (expression.kind) {
    case "string":
    case "integer":
    case "constant":
      return expression.value;
    case "float":
      return { kind: "float", text: expression.text };
    case "bytes":
      return { kind: "bytes", text: expression.value };
    case "list":
    case "tuple":
      return { kind: expression.kind, items: evaluateItems(context, expression.items, env) };
    case "set":
      return set(evaluateItems(context, expression.items, env));
    case "dict":
      return dict(evaluateEntries(context, expression.entries, env));
    case "name":
      return evaluateName(context, expression, env);
    case "call":
      return evaluateCall(context, expression, env);
    case "binary":
      return evaluateChain(context, expression, env);
    case "unary":
      return prefix(expression.operator, context.evaluate(expression.operand, env), expression, env.module);
    case "subscript":
      return evaluateSubscript(context, expression, env);
    case "conditional":
      return evaluateConditional(context, expression, env);
    case "attribute":
      return unknown(`${codeSpan(`.${expression.name}`)} of something that is made at run time`, expression, env.module);
    case "starred":
      return unknown("items that are spread where none can be", expression, env.module);
    case "other":
      return evaluateOther(context, expression, env);
  }
}
function evaluateItems(context, items, env) {
  if (!items.some((item2) => item2.kind === "starred")) return items.map((item2) => context.evaluate(item2, env));
  return items.flatMap((item2) => {
    if (item2.kind !== "starred") return [context.evaluate(item2, env)];
    const value = context.evaluate(item2.value, env);
    if (isItems(value) && value.kind !== "set") return value.items;
    if (isDict(value)) return value.entries.map(([key2]) => key2);
    return [isUnknown(value) ? value : unknown("items that are spread from something that is not a literal", item2, env.module)];
  });
}
function evaluateEntries(context, entries, env) {
  return entries.flatMap(([key2, item2]) => {
    const value = context.evaluate(item2, env);
    if (key2 !== null) return [[context.evaluate(key2, env), value]];
    if (isDict(value)) return value.entries;
    const rest2 = isUnknown(value) ? value : unknown("entries that are spread from something that is not a literal", item2, env.module);
    return [[rest2, rest2]];
  });
}
function evaluateName(context, expression, env) {
  if (expression.path === "__name__") return context.modules.dotted(env.module.path);
  const found2 = lookUp(context, expression.path, env);
  if (found2 === null) return unknown(notDefined, expression, env.module);
  if (found2.kind === "builtin") return reference(`builtins.${found2.name}`, expression, env.module);
  const value = valueOf(context, found2, env, expression);
  if (env.locals !== null && isCompound(value)) context.work.steps += weight(value, mostSteps);
  return value;
}
function follow(context, dotted2, env, span) {
  return valueOf(context, context.trace(dotted2, env.module.path), env, span);
}
function valueOf(context, found2, env, span) {
  switch (found2.kind) {
    case "library": {
      const known3 = libraryValues.get(found2.path) ?? context.known(found2.path);
      return known3 === void 0 ? reference(found2.path, span, env.module) : known3;
    }
    case "module":
      return reference(found2.path, span, env.module);
    case "class":
      return found2.rest.length === 0 ? reference(found2.path, span, env.module) : classAttribute(context, found2, env, span);
    case "function":
      if (found2.rest.length > 0) return unknown("an attribute of a function", span, env.module);
      return { ...reference(found2.path, span, env.module), place: placeOf(found2.definition, found2.module) };
    case "value":
      if (found2.rest.length === 0) return found2.value;
      if (isAlias(found2.value)) return follow(context, [found2.value.path, ...found2.rest].join("."), env, span);
      return unknown(isUnknown(found2.value) ? found2.value.reason : `${codeSpan(`.${found2.rest.join(".")}`)} of a value that is made at run time`, span, env.module);
    case "missing":
      return unknown(`${codeSpan(found2.file)}, where it is defined, was not read`, span, env.module);
    case "absent":
      return unknown(`${codeSpan(found2.module)} has no ${codeSpan(found2.name)}`, span, env.module);
  }
}
function evaluateChain(context, expression, env) {
  const links = [];
  let first = expression;
  while (first.kind === "binary") {
    links.push(first);
    first = first.left;
  }
  let value = context.evaluate(first, env);
  for (const link2 of links.toReversed()) value = evaluateLink(context, value, link2, env);
  if (links.length > longestChain && !isLiteral(value)) return unknown(`a chain of more than ${longestChain} operators`, expression, env.module);
  return value;
}
var longestChain = 200;
var operators = /* @__PURE__ */ new Set(["+", "-", "*", "/", "//", "%", "**", "@", "|", "&", "^", "<<", ">>"]);
function evaluateLink(context, left, link2, env) {
  const { operator: operator2 } = link2;
  if (operator2 === "and" || operator2 === "or") {
    const truthful = truth(left);
    if (truthful === null) return unknown(`${codeSpan(operator2)} after a value that is not known`, link2, env.module);
    return truthful === (operator2 === "and") ? context.evaluate(link2.right, env) : left;
  }
  const right2 = context.evaluate(link2.right, env);
  if (operators.has(operator2)) return arithmetic(operator2, left, right2, link2, env.module);
  const answer = compare(operator2, left, right2);
  return answer === null ? unknown("a comparison of values that are not known", link2, env.module) : answer;
}
function evaluateConditional(context, expression, env) {
  const truthful = truth(context.evaluate(expression.test, env));
  if (truthful !== null) return context.evaluate(truthful ? expression.then : expression.otherwise, env);
  const [then, otherwise] = [context.evaluate(expression.then, env), context.evaluate(expression.otherwise, env)];
  return same(then, otherwise) === true ? then : unknown("a value that a condition decides", expression, env.module);
}
function evaluateSubscript(context, expression, env) {
  const object = context.evaluate(expression.object, env);
  const index3 = context.evaluate(expression.index, env);
  const item2 = itemOf(object, index3);
  if (item2 !== void 0) return item2;
  if (isAlias(object) && typeof index3 === "string") {
    const found2 = context.trace(object.path, env.module.path);
    if (found2.kind === "library" && /(^|\.)_?[A-Z]\w*$/.test(found2.path) && /^[A-Za-z_]\w*$/.test(index3)) return reference(`${found2.path}.${index3}`, expression, env.module);
    if (found2.kind === "class" && found2.rest.length === 0) return classAttribute(context, { ...found2, rest: [index3] }, env, expression);
  }
  return unknown(isUnknown(object) ? object.reason : "an item of something that is not a literal", expression, env.module);
}
function itemOf(object, index3) {
  if (isDict(object)) {
    const key2 = hash(index3);
    if (key2 === null || object.entries.some(([one]) => hash(one) === null)) return void 0;
    return object.entries.find(([one]) => hash(one) === key2)?.[1];
  }
  const at = asInteger(index3);
  if (at === null) return void 0;
  if (typeof object === "string") return Array.from(object).at(Number(at));
  return isItems(object) && object.kind !== "set" && isComplete(object) ? object.items.at(Number(at)) : void 0;
}
function evaluateOther(context, expression, env) {
  if (expression.what === "a lambda") return { ...reference("<lambda>", expression, env.module), text: sourceOf(expression, env.module) };
  if (expression.parts === void 0) return unknown(expression.what, expression, env.module);
  let text5 = "";
  for (const part3 of expression.parts) {
    const shown = typeof part3 === "string" ? part3 : asText(context.evaluate(part3, env));
    if (shown === null || text5.length + shown.length > mostCharacters) return unknown(expression.what, expression, env.module);
    text5 += shown;
  }
  return text5;
}

// src/python/lines.ts
function lineFinder(text5) {
  let starts = null;
  return (offset) => {
    starts ??= lineStarts(text5);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
function lineStarts(text5) {
  const starts = [0];
  for (let end = text5.indexOf("\n"); end !== -1; end = text5.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}

// src/python/modules.ts
function createModules(parser, files) {
  const parsed = /* @__PURE__ */ new Map();
  const wanted = /* @__PURE__ */ new Set();
  const asked2 = /* @__PURE__ */ new Set();
  let misses = 0;
  const byLength = [.../* @__PURE__ */ new Set([...files.roots, ""])].toSorted((a, b) => b.length - a.length);
  function get(path) {
    asked2.add(path);
    const known3 = parsed.get(path);
    if (known3 !== void 0) return known3;
    const text5 = files.text(path);
    if (text5 === null) {
      if (files.has(path)) {
        wanted.add(path);
        misses++;
      }
      return null;
    }
    wanted.delete(path);
    const module2 = readModule(parser, path, text5);
    parsed.set(path, module2);
    return module2;
  }
  function rootOf(path) {
    return byLength.find((root) => path.startsWith(root)) ?? "";
  }
  function dotted2(path) {
    return path.slice(rootOf(path).length).replace(/\.pyi?$/, "").replace(/(^|\/)__init__$/, "").replaceAll("/", ".");
  }
  function fileIn(folder, names3) {
    const base2 = folder + names3.join("/");
    for (const path of [`${base2}/__init__.py`, `${base2}.py`]) if (files.has(path)) return path;
    return null;
  }
  const located = /* @__PURE__ */ new Map();
  function locate(path, from) {
    const own = from === null ? files.roots[0] ?? "" : rootOf(from);
    const known3 = located.get(own) ?? /* @__PURE__ */ new Map();
    located.set(own, known3);
    let found2 = known3.get(path);
    if (found2 === void 0) known3.set(path, found2 = search(path, own));
    return found2;
  }
  function search(path, own) {
    const names3 = path.split(".");
    const roots = /* @__PURE__ */ new Set([own, ...files.roots, ""]);
    for (let count = names3.length; count > 0; count--) {
      for (const root of roots) {
        const file = fileIn(root, names3.slice(0, count));
        if (file !== null) return { file, rest: names3.slice(count) };
      }
    }
    return null;
  }
  function absolute2(level, module2, path) {
    if (level === 0) return module2;
    const folders = path.split("/").slice(0, -level);
    const name2 = dotted2([...folders, "__init__.py"].join("/"));
    return [name2, module2].filter((part3) => part3 !== "").join(".");
  }
  return { get, forget: (path) => void parsed.delete(path), wanted, asked: asked2, misses: () => misses, locate, dotted: dotted2, absolute: absolute2 };
}
function readModule(parser, path, text5) {
  const { body: body2, problems } = parser.parse(text5);
  const lineAt = lineFinder(text5);
  const errors = problems.map((problem) => ({ ...problem, line: lineAt(problem.start) }));
  return { path, text: text5, body: body2, errors, lineAt };
}

// node_modules/web-tree-sitter/web-tree-sitter.js
var __defProp = Object.defineProperty;
var __name = (target2, value) => __defProp(target2, "name", { value, configurable: true });
var Edit = class {
  static {
    __name(this, "Edit");
  }
  /** The start position of the change. */
  startPosition;
  /** The end position of the change before the edit. */
  oldEndPosition;
  /** The end position of the change after the edit. */
  newEndPosition;
  /** The start index of the change. */
  startIndex;
  /** The end index of the change before the edit. */
  oldEndIndex;
  /** The end index of the change after the edit. */
  newEndIndex;
  constructor({
    startIndex,
    oldEndIndex,
    newEndIndex,
    startPosition,
    oldEndPosition,
    newEndPosition
  }) {
    this.startIndex = startIndex >>> 0;
    this.oldEndIndex = oldEndIndex >>> 0;
    this.newEndIndex = newEndIndex >>> 0;
    this.startPosition = startPosition;
    this.oldEndPosition = oldEndPosition;
    this.newEndPosition = newEndPosition;
  }
  /**
   * Edit a point and index to keep it in-sync with source code that has been edited.
   *
   * This function updates a single point's byte offset and row/column position
   * based on an edit operation. This is useful for editing points without
   * requiring a tree or node instance.
   */
  editPoint(point, index3) {
    let newIndex = index3;
    const newPoint = { ...point };
    if (index3 >= this.oldEndIndex) {
      newIndex = this.newEndIndex + (index3 - this.oldEndIndex);
      const originalRow = point.row;
      newPoint.row = this.newEndPosition.row + (point.row - this.oldEndPosition.row);
      newPoint.column = originalRow === this.oldEndPosition.row ? this.newEndPosition.column + (point.column - this.oldEndPosition.column) : point.column;
    } else if (index3 > this.startIndex) {
      newIndex = this.newEndIndex;
      newPoint.row = this.newEndPosition.row;
      newPoint.column = this.newEndPosition.column;
    }
    return { point: newPoint, index: newIndex };
  }
  /**
   * Edit a range to keep it in-sync with source code that has been edited.
   *
   * This function updates a range's start and end positions based on an edit
   * operation. This is useful for editing ranges without requiring a tree
   * or node instance.
   */
  editRange(range3) {
    const newRange = {
      startIndex: range3.startIndex,
      startPosition: { ...range3.startPosition },
      endIndex: range3.endIndex,
      endPosition: { ...range3.endPosition }
    };
    if (range3.endIndex >= this.oldEndIndex) {
      if (range3.endIndex !== Number.MAX_SAFE_INTEGER) {
        newRange.endIndex = this.newEndIndex + (range3.endIndex - this.oldEndIndex);
        newRange.endPosition = {
          row: this.newEndPosition.row + (range3.endPosition.row - this.oldEndPosition.row),
          column: range3.endPosition.row === this.oldEndPosition.row ? this.newEndPosition.column + (range3.endPosition.column - this.oldEndPosition.column) : range3.endPosition.column
        };
        if (newRange.endIndex < this.newEndIndex) {
          newRange.endIndex = Number.MAX_SAFE_INTEGER;
          newRange.endPosition = { row: Number.MAX_SAFE_INTEGER, column: Number.MAX_SAFE_INTEGER };
        }
      }
    } else if (range3.endIndex > this.startIndex) {
      newRange.endIndex = this.startIndex;
      newRange.endPosition = { ...this.startPosition };
    }
    if (range3.startIndex >= this.oldEndIndex) {
      newRange.startIndex = this.newEndIndex + (range3.startIndex - this.oldEndIndex);
      newRange.startPosition = {
        row: this.newEndPosition.row + (range3.startPosition.row - this.oldEndPosition.row),
        column: range3.startPosition.row === this.oldEndPosition.row ? this.newEndPosition.column + (range3.startPosition.column - this.oldEndPosition.column) : range3.startPosition.column
      };
      if (newRange.startIndex < this.newEndIndex) {
        newRange.startIndex = Number.MAX_SAFE_INTEGER;
        newRange.startPosition = { row: Number.MAX_SAFE_INTEGER, column: Number.MAX_SAFE_INTEGER };
      }
    } else if (range3.startIndex > this.startIndex) {
      newRange.startIndex = this.startIndex;
      newRange.startPosition = { ...this.startPosition };
    }
    return newRange;
  }
};
var SIZE_OF_SHORT = 2;
var SIZE_OF_INT = 4;
var SIZE_OF_CURSOR = 4 * SIZE_OF_INT;
var SIZE_OF_NODE = 5 * SIZE_OF_INT;
var SIZE_OF_POINT = 2 * SIZE_OF_INT;
var SIZE_OF_RANGE = 2 * SIZE_OF_INT + 2 * SIZE_OF_POINT;
var ZERO_POINT = { row: 0, column: 0 };
var INTERNAL = /* @__PURE__ */ Symbol("INTERNAL");
function assertInternal(x) {
  if (x !== INTERNAL) throw new Error("Illegal constructor");
}
__name(assertInternal, "assertInternal");
function isPoint(point) {
  return !!point && typeof point.row === "number" && typeof point.column === "number";
}
__name(isPoint, "isPoint");
function setModule(module2) {
  C = module2;
}
__name(setModule, "setModule");
var C;
function newFinalizer(handler) {
  try {
    return new FinalizationRegistry(handler);
  } catch (e) {
    console.error("Unsupported FinalizationRegistry:", e);
    return;
  }
}
__name(newFinalizer, "newFinalizer");
var finalizer = newFinalizer((address2) => {
  C._ts_lookahead_iterator_delete(address2);
});
var LookaheadIterator = class {
  static {
    __name(this, "LookaheadIterator");
  }
  /** @internal */
  [0] = 0;
  // Internal handle for Wasm
  /** @internal */
  language;
  /** @internal */
  positioned = false;
  /** @internal */
  constructor(internal, address2, language) {
    assertInternal(internal);
    this[0] = address2;
    this.language = language;
    finalizer?.register(this, address2, this);
  }
  /**
   * Get the current symbol of the lookahead iterator.
   *
   * Returns `null` if the iterator is not positioned on a symbol:
   *
   * - Before the first iteration step
   * - After the iterator is exhausted
   * - After a {@link reset} or {@link resetState} call
   */
  get currentTypeId() {
    return this.positioned ? C._ts_lookahead_iterator_current_symbol(this[0]) : null;
  }
  /**
   * Get the current symbol name of the lookahead iterator.
   *
   * Returns `null` if the iterator is not positioned on a symbol.
   */
  get currentType() {
    const id = this.currentTypeId;
    if (id === null) return null;
    return this.language.types[id] ?? C.UTF8ToString(C._ts_language_symbol_name(this.language[0], id));
  }
  /** Delete the lookahead iterator, freeing its resources. */
  delete() {
    finalizer?.unregister(this);
    C._ts_lookahead_iterator_delete(this[0]);
    this[0] = 0;
  }
  /**
   * Reset the lookahead iterator.
   *
   * This returns `true` if the language was set successfully and `false`
   * otherwise.
   */
  reset(language, stateId) {
    if (C._ts_lookahead_iterator_reset(this[0], language[0], stateId)) {
      this.language = language;
      this.positioned = false;
      return true;
    }
    return false;
  }
  /**
   * Reset the lookahead iterator to another state.
   *
   * This returns `true` if the iterator was reset to the given state and
   * `false` otherwise.
   */
  resetState(stateId) {
    if (!C._ts_lookahead_iterator_reset_state(this[0], stateId)) return false;
    this.positioned = false;
    return true;
  }
  /**
   * Returns an iterator that iterates over the symbols of the lookahead iterator.
   *
   * The iterator will yield the current symbol name as a string for each step
   * until there are no more symbols to iterate over.
   */
  [Symbol.iterator]() {
    return {
      next: /* @__PURE__ */ __name(() => {
        this.positioned = Boolean(C._ts_lookahead_iterator_next(this[0]));
        const value = this.currentType;
        return value === null ? { done: true, value: "" } : { done: false, value };
      }, "next")
    };
  }
};
function getText(tree, startIndex, endIndex, startPosition) {
  const length = endIndex - startIndex;
  let result = tree.textCallback(startIndex, startPosition);
  if (result) {
    startIndex += result.length;
    while (startIndex < endIndex) {
      const string = tree.textCallback(startIndex, startPosition);
      if (string && string.length > 0) {
        startIndex += string.length;
        result += string;
      } else {
        break;
      }
    }
    if (startIndex > endIndex) {
      result = result.slice(0, length);
    }
  }
  return result ?? "";
}
__name(getText, "getText");
var finalizer2 = newFinalizer((address2) => {
  C._ts_tree_delete(address2);
});
var Tree = class _Tree {
  static {
    __name(this, "Tree");
  }
  /** @internal */
  [0] = 0;
  // Internal handle for Wasm
  /** @internal */
  textCallback;
  /** The language that was used to parse the syntax tree. */
  language;
  /** @internal */
  constructor(internal, address2, language, textCallback) {
    assertInternal(internal);
    this[0] = address2;
    this.language = language;
    this.textCallback = textCallback;
    finalizer2?.register(this, address2, this);
  }
  /** Create a shallow copy of the syntax tree. This is very fast. */
  copy() {
    const address2 = C._ts_tree_copy(this[0]);
    return new _Tree(INTERNAL, address2, this.language, this.textCallback);
  }
  /** Delete the syntax tree, freeing its resources. */
  delete() {
    finalizer2?.unregister(this);
    C._ts_tree_delete(this[0]);
    this[0] = 0;
  }
  /** Get the root node of the syntax tree. */
  get rootNode() {
    C._ts_tree_root_node_wasm(this[0]);
    return unmarshalNode(this);
  }
  /**
   * Get the root node of the syntax tree, but with its position shifted
   * forward by the given offset.
   */
  rootNodeWithOffset(offsetBytes, offsetExtent) {
    const address2 = TRANSFER_BUFFER + SIZE_OF_NODE;
    C.setValue(address2, offsetBytes, "i32");
    marshalPoint(address2 + SIZE_OF_INT, offsetExtent);
    C._ts_tree_root_node_with_offset_wasm(this[0]);
    return unmarshalNode(this);
  }
  /**
   * Edit the syntax tree to keep it in sync with source code that has been
   * edited.
   *
   * You must describe the edit both in terms of byte offsets and in terms of
   * row/column coordinates.
   */
  edit(edit) {
    marshalEdit(edit);
    C._ts_tree_edit_wasm(this[0]);
  }
  /** Create a new {@link TreeCursor} starting from the root of the tree. */
  walk() {
    return this.rootNode.walk();
  }
  /**
   * Compare this old edited syntax tree to a new syntax tree representing
   * the same document, returning a sequence of ranges whose syntactic
   * structure has changed.
   *
   * For this to work correctly, this syntax tree must have been edited such
   * that its ranges match up to the new tree. Generally, you'll want to
   * call this method right after calling one of the [`Parser::parse`]
   * functions. Call it on the old tree that was passed to parse, and
   * pass the new tree that was returned from `parse`.
   */
  getChangedRanges(other3) {
    if (!(other3 instanceof _Tree)) {
      throw new TypeError("Argument must be a Tree");
    }
    C._ts_tree_get_changed_ranges_wasm(this[0], other3[0]);
    const count = C.getValue(TRANSFER_BUFFER, "i32");
    const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(count);
    if (count > 0) {
      let address2 = buffer;
      for (let i2 = 0; i2 < count; i2++) {
        result[i2] = unmarshalRange(address2);
        address2 += SIZE_OF_RANGE;
      }
      C._free(buffer);
    }
    return result;
  }
  /** Get the included ranges that were used to parse the syntax tree. */
  getIncludedRanges() {
    C._ts_tree_included_ranges_wasm(this[0]);
    const count = C.getValue(TRANSFER_BUFFER, "i32");
    const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(count);
    if (count > 0) {
      let address2 = buffer;
      for (let i2 = 0; i2 < count; i2++) {
        result[i2] = unmarshalRange(address2);
        address2 += SIZE_OF_RANGE;
      }
      C._free(buffer);
    }
    return result;
  }
};
var finalizer3 = newFinalizer((address2) => {
  C._ts_tree_cursor_delete_wasm(address2);
});
var TreeCursor = class _TreeCursor {
  static {
    __name(this, "TreeCursor");
  }
  /** @internal */
  // @ts-expect-error: never read
  [0] = 0;
  // Internal handle for Wasm
  /** @internal */
  // @ts-expect-error: never read
  [1] = 0;
  // Internal handle for Wasm
  /** @internal */
  // @ts-expect-error: never read
  [2] = 0;
  // Internal handle for Wasm
  /** @internal */
  // @ts-expect-error: never read
  [3] = 0;
  // Internal handle for Wasm
  /** @internal */
  tree;
  /** @internal */
  constructor(internal, tree) {
    assertInternal(internal);
    this.tree = tree;
    unmarshalTreeCursor(this);
    finalizer3?.register(this, this.tree[0], this);
  }
  /** Creates a deep copy of the tree cursor. This allocates new memory. */
  copy() {
    const copy3 = new _TreeCursor(INTERNAL, this.tree);
    C._ts_tree_cursor_copy_wasm(this.tree[0]);
    unmarshalTreeCursor(copy3);
    return copy3;
  }
  /** Delete the tree cursor, freeing its resources. */
  delete() {
    finalizer3?.unregister(this);
    marshalTreeCursor(this);
    C._ts_tree_cursor_delete_wasm(this.tree[0]);
    this[0] = this[1] = this[2] = 0;
  }
  /** Get the tree cursor's current {@link Node}. */
  get currentNode() {
    marshalTreeCursor(this);
    C._ts_tree_cursor_current_node_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /**
   * Get the numerical field id of this tree cursor's current node.
   *
   * See also {@link TreeCursor#currentFieldName}.
   */
  get currentFieldId() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_field_id_wasm(this.tree[0]);
  }
  /** Get the field name of this tree cursor's current node. */
  get currentFieldName() {
    return this.tree.language.fields[this.currentFieldId];
  }
  /**
   * Get the depth of the cursor's current node relative to the original
   * node that the cursor was constructed with.
   */
  get currentDepth() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_depth_wasm(this.tree[0]);
  }
  /**
   * Get the index of the cursor's current node out of all of the
   * descendants of the original node that the cursor was constructed with.
   */
  get currentDescendantIndex() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_descendant_index_wasm(this.tree[0]);
  }
  /** Get the type of the cursor's current node. */
  get nodeType() {
    return this.tree.language.types[this.nodeTypeId] || "ERROR";
  }
  /** Get the type id of the cursor's current node. */
  get nodeTypeId() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_node_type_id_wasm(this.tree[0]);
  }
  /** Get the state id of the cursor's current node. */
  get nodeStateId() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_node_state_id_wasm(this.tree[0]);
  }
  /** Get the id of the cursor's current node. */
  get nodeId() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_node_id_wasm(this.tree[0]);
  }
  /**
   * Check if the cursor's current node is *named*.
   *
   * Named nodes correspond to named rules in the grammar, whereas
   * *anonymous* nodes correspond to string literals in the grammar.
   */
  get nodeIsNamed() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_node_is_named_wasm(this.tree[0]) === 1;
  }
  /**
   * Check if the cursor's current node is *missing*.
   *
   * Missing nodes are inserted by the parser in order to recover from
   * certain kinds of syntax errors.
   */
  get nodeIsMissing() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_node_is_missing_wasm(this.tree[0]) === 1;
  }
  /** Get the string content of the cursor's current node. */
  get nodeText() {
    marshalTreeCursor(this);
    const startIndex = C._ts_tree_cursor_start_index_wasm(this.tree[0]);
    const endIndex = C._ts_tree_cursor_end_index_wasm(this.tree[0]);
    C._ts_tree_cursor_start_position_wasm(this.tree[0]);
    const startPosition = unmarshalPoint(TRANSFER_BUFFER);
    return getText(this.tree, startIndex, endIndex, startPosition);
  }
  /** Get the start position of the cursor's current node. */
  get startPosition() {
    marshalTreeCursor(this);
    C._ts_tree_cursor_start_position_wasm(this.tree[0]);
    return unmarshalPoint(TRANSFER_BUFFER);
  }
  /** Get the end position of the cursor's current node. */
  get endPosition() {
    marshalTreeCursor(this);
    C._ts_tree_cursor_end_position_wasm(this.tree[0]);
    return unmarshalPoint(TRANSFER_BUFFER);
  }
  /** Get the start index of the cursor's current node. */
  get startIndex() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_start_index_wasm(this.tree[0]);
  }
  /** Get the end index of the cursor's current node. */
  get endIndex() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_end_index_wasm(this.tree[0]);
  }
  /**
   * Move this cursor to the first child of its current node.
   *
   * This returns `true` if the cursor successfully moved, and returns
   * `false` if there were no children.
   */
  gotoFirstChild() {
    marshalTreeCursor(this);
    const result = C._ts_tree_cursor_goto_first_child_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Move this cursor to the last child of its current node.
   *
   * This returns `true` if the cursor successfully moved, and returns
   * `false` if there were no children.
   *
   * Note that this function may be slower than
   * {@link TreeCursor#gotoFirstChild} because it needs to
   * iterate through all the children to compute the child's position.
   */
  gotoLastChild() {
    marshalTreeCursor(this);
    const result = C._ts_tree_cursor_goto_last_child_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Move this cursor to the parent of its current node.
   *
   * This returns `true` if the cursor successfully moved, and returns
   * `false` if there was no parent node (the cursor was already on the
   * root node).
   *
   * Note that the node the cursor was constructed with is considered the root
   * of the cursor, and the cursor cannot walk outside this node.
   */
  gotoParent() {
    marshalTreeCursor(this);
    const result = C._ts_tree_cursor_goto_parent_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Move this cursor to the next sibling of its current node.
   *
   * This returns `true` if the cursor successfully moved, and returns
   * `false` if there was no next sibling node.
   *
   * Note that the node the cursor was constructed with is considered the root
   * of the cursor, and the cursor cannot walk outside this node.
   */
  gotoNextSibling() {
    marshalTreeCursor(this);
    const result = C._ts_tree_cursor_goto_next_sibling_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Move this cursor to the previous sibling of its current node.
   *
   * This returns `true` if the cursor successfully moved, and returns
   * `false` if there was no previous sibling node.
   *
   * Note that this function may be slower than
   * {@link TreeCursor#gotoNextSibling} due to how node
   * positions are stored. In the worst case, this will need to iterate
   * through all the children up to the previous sibling node to recalculate
   * its position. Also note that the node the cursor was constructed with is
   * considered the root of the cursor, and the cursor cannot walk outside this node.
   */
  gotoPreviousSibling() {
    marshalTreeCursor(this);
    const result = C._ts_tree_cursor_goto_previous_sibling_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Move the cursor to the node that is the nth descendant of
   * the original node that the cursor was constructed with, where
   * zero represents the original node itself.
   */
  gotoDescendant(goalDescendantIndex) {
    marshalTreeCursor(this);
    C._ts_tree_cursor_goto_descendant_wasm(this.tree[0], goalDescendantIndex);
    unmarshalTreeCursor(this);
  }
  /**
   * Move this cursor to the first child of its current node that contains or
   * starts after the given byte offset.
   *
   * This returns `true` if the cursor successfully moved to a child node, and returns
   * `false` if no such child was found.
   */
  gotoFirstChildForIndex(goalIndex) {
    marshalTreeCursor(this);
    C.setValue(TRANSFER_BUFFER + SIZE_OF_CURSOR, goalIndex, "i32");
    const result = C._ts_tree_cursor_goto_first_child_for_index_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Move this cursor to the first child of its current node that contains or
   * starts after the given byte offset.
   *
   * This returns the index of the child node if one was found, and returns
   * `null` if no such child was found.
   */
  gotoFirstChildForPosition(goalPosition) {
    marshalTreeCursor(this);
    marshalPoint(TRANSFER_BUFFER + SIZE_OF_CURSOR, goalPosition);
    const result = C._ts_tree_cursor_goto_first_child_for_position_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Re-initialize this tree cursor to start at the original node that the
   * cursor was constructed with.
   */
  reset(node) {
    marshalNode(node);
    marshalTreeCursor(this, TRANSFER_BUFFER + SIZE_OF_NODE);
    C._ts_tree_cursor_reset_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
  }
  /**
   * Re-initialize a tree cursor to the same position as another cursor.
   *
   * Unlike {@link TreeCursor#reset}, this will not lose parent
   * information and allows reusing already created cursors.
   */
  resetTo(cursor) {
    marshalTreeCursor(this, TRANSFER_BUFFER);
    marshalTreeCursor(cursor, TRANSFER_BUFFER + SIZE_OF_CURSOR);
    C._ts_tree_cursor_reset_to_wasm(this.tree[0], cursor.tree[0]);
    unmarshalTreeCursor(this);
  }
};
var Node = class {
  static {
    __name(this, "Node");
  }
  /** @internal */
  // @ts-expect-error: never read
  [0] = 0;
  // Internal handle for Wasm
  /** @internal */
  _children;
  /** @internal */
  _namedChildren;
  /** @internal */
  constructor(internal, {
    id,
    tree,
    startIndex,
    startPosition,
    other: other3
  }) {
    assertInternal(internal);
    this[0] = other3;
    this.id = id;
    this.tree = tree;
    this.startIndex = startIndex;
    this.startPosition = startPosition;
  }
  /**
   * The numeric id for this node that is unique.
   *
   * Within a given syntax tree, no two nodes have the same id. However:
   *
   * * If a new tree is created based on an older tree, and a node from the old tree is reused in
   *   the process, then that node will have the same id in both trees.
   *
   * * A node not marked as having changes does not guarantee it was reused.
   *
   * * If a node is marked as having changed in the old tree, it will not be reused.
   */
  id;
  /** The byte index where this node starts. */
  startIndex;
  /** The position where this node starts. */
  startPosition;
  /** The tree that this node belongs to. */
  tree;
  /** Get this node's type as a numerical id. */
  get typeId() {
    marshalNode(this);
    return C._ts_node_symbol_wasm(this.tree[0]);
  }
  /**
   * Get the node's type as a numerical id as it appears in the grammar,
   * ignoring aliases.
   */
  get grammarId() {
    marshalNode(this);
    return C._ts_node_grammar_symbol_wasm(this.tree[0]);
  }
  /** Get this node's type as a string. */
  get type() {
    return this.tree.language.types[this.typeId] || "ERROR";
  }
  /**
   * Get this node's symbol name as it appears in the grammar, ignoring
   * aliases as a string.
   */
  get grammarType() {
    return this.tree.language.types[this.grammarId] || "ERROR";
  }
  /**
   * Check if this node is *named*.
   *
   * Named nodes correspond to named rules in the grammar, whereas
   * *anonymous* nodes correspond to string literals in the grammar.
   */
  get isNamed() {
    marshalNode(this);
    return C._ts_node_is_named_wasm(this.tree[0]) === 1;
  }
  /**
   * Check if this node is *extra*.
   *
   * Extra nodes represent things like comments, which are not required
   * by the grammar, but can appear anywhere.
   */
  get isExtra() {
    marshalNode(this);
    return C._ts_node_is_extra_wasm(this.tree[0]) === 1;
  }
  /**
   * Check if this node represents a syntax error.
   *
   * Syntax errors represent parts of the code that could not be incorporated
   * into a valid syntax tree.
   */
  get isError() {
    marshalNode(this);
    return C._ts_node_is_error_wasm(this.tree[0]) === 1;
  }
  /**
   * Check if this node is *missing*.
   *
   * Missing nodes are inserted by the parser in order to recover from
   * certain kinds of syntax errors.
   */
  get isMissing() {
    marshalNode(this);
    return C._ts_node_is_missing_wasm(this.tree[0]) === 1;
  }
  /** Check if this node has been edited. */
  get hasChanges() {
    marshalNode(this);
    return C._ts_node_has_changes_wasm(this.tree[0]) === 1;
  }
  /**
   * Check if this node represents a syntax error or contains any syntax
   * errors anywhere within it.
   */
  get hasError() {
    marshalNode(this);
    return C._ts_node_has_error_wasm(this.tree[0]) === 1;
  }
  /** Get the byte index where this node ends. */
  get endIndex() {
    marshalNode(this);
    return C._ts_node_end_index_wasm(this.tree[0]);
  }
  /** Get the position where this node ends. */
  get endPosition() {
    marshalNode(this);
    C._ts_node_end_point_wasm(this.tree[0]);
    return unmarshalPoint(TRANSFER_BUFFER);
  }
  /** Get the string content of this node. */
  get text() {
    return getText(this.tree, this.startIndex, this.endIndex, this.startPosition);
  }
  /** Get this node's parse state. */
  get parseState() {
    marshalNode(this);
    return C._ts_node_parse_state_wasm(this.tree[0]);
  }
  /** Get the parse state after this node. */
  get nextParseState() {
    marshalNode(this);
    return C._ts_node_next_parse_state_wasm(this.tree[0]);
  }
  /** Check if this node is equal to another node. */
  equals(other3) {
    return this.tree === other3.tree && this.id === other3.id;
  }
  /**
   * Get the node's child at the given index, where zero represents the first child.
   *
   * This method is fairly fast, but its cost is technically log(n), so if
   * you might be iterating over a long list of children, you should use
   * {@link Node#children} instead.
   */
  child(index3) {
    marshalNode(this);
    C._ts_node_child_wasm(this.tree[0], index3);
    return unmarshalNode(this.tree);
  }
  /**
   * Get this node's *named* child at the given index.
   *
   * See also {@link Node#isNamed}.
   * This method is fairly fast, but its cost is technically log(n), so if
   * you might be iterating over a long list of children, you should use
   * {@link Node#namedChildren} instead.
   */
  namedChild(index3) {
    marshalNode(this);
    C._ts_node_named_child_wasm(this.tree[0], index3);
    return unmarshalNode(this.tree);
  }
  /**
   * Get this node's child with the given numerical field id.
   *
   * See also {@link Node#childForFieldName}. You can
   * convert a field name to an id using {@link Language#fieldIdForName}.
   */
  childForFieldId(fieldId) {
    marshalNode(this);
    C._ts_node_child_by_field_id_wasm(this.tree[0], fieldId);
    return unmarshalNode(this.tree);
  }
  /**
   * Get the first child with the given field name.
   *
   * If multiple children may have the same field name, access them using
   * {@link Node#childrenForFieldName}.
   */
  childForFieldName(fieldName) {
    const fieldId = this.tree.language.fields.indexOf(fieldName);
    if (fieldId !== -1) return this.childForFieldId(fieldId);
    return null;
  }
  /** Get the field name of this node's child at the given index. */
  fieldNameForChild(index3) {
    marshalNode(this);
    const address2 = C._ts_node_field_name_for_child_wasm(this.tree[0], index3);
    if (!address2) return null;
    return C.AsciiToString(address2);
  }
  /** Get the field name of this node's named child at the given index. */
  fieldNameForNamedChild(index3) {
    marshalNode(this);
    const address2 = C._ts_node_field_name_for_named_child_wasm(this.tree[0], index3);
    if (!address2) return null;
    return C.AsciiToString(address2);
  }
  /**
   * Get an array of this node's children with a given field name.
   *
   * See also {@link Node#children}.
   */
  childrenForFieldName(fieldName) {
    const fieldId = this.tree.language.fields.indexOf(fieldName);
    if (fieldId !== -1 && fieldId !== 0) return this.childrenForFieldId(fieldId);
    return [];
  }
  /**
    * Get an array of this node's children with a given field id.
    *
    * See also {@link Node#childrenForFieldName}.
    */
  childrenForFieldId(fieldId) {
    marshalNode(this);
    C._ts_node_children_by_field_id_wasm(this.tree[0], fieldId);
    const count = C.getValue(TRANSFER_BUFFER, "i32");
    const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(count);
    if (count > 0) {
      let address2 = buffer;
      for (let i2 = 0; i2 < count; i2++) {
        result[i2] = unmarshalNode(this.tree, address2);
        address2 += SIZE_OF_NODE;
      }
      C._free(buffer);
    }
    return result;
  }
  /** Get the node's first child that contains or starts after the given byte offset. */
  firstChildForIndex(index3) {
    marshalNode(this);
    const address2 = TRANSFER_BUFFER + SIZE_OF_NODE;
    C.setValue(address2, index3, "i32");
    C._ts_node_first_child_for_byte_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get the node's first named child that contains or starts after the given byte offset. */
  firstNamedChildForIndex(index3) {
    marshalNode(this);
    const address2 = TRANSFER_BUFFER + SIZE_OF_NODE;
    C.setValue(address2, index3, "i32");
    C._ts_node_first_named_child_for_byte_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get this node's number of children. */
  get childCount() {
    marshalNode(this);
    return C._ts_node_child_count_wasm(this.tree[0]);
  }
  /**
   * Get this node's number of *named* children.
   *
   * See also {@link Node#isNamed}.
   */
  get namedChildCount() {
    marshalNode(this);
    return C._ts_node_named_child_count_wasm(this.tree[0]);
  }
  /** Get this node's first child. */
  get firstChild() {
    return this.child(0);
  }
  /**
   * Get this node's first named child.
   *
   * See also {@link Node#isNamed}.
   */
  get firstNamedChild() {
    return this.namedChild(0);
  }
  /** Get this node's last child. */
  get lastChild() {
    return this.child(this.childCount - 1);
  }
  /**
   * Get this node's last named child.
   *
   * See also {@link Node#isNamed}.
   */
  get lastNamedChild() {
    return this.namedChild(this.namedChildCount - 1);
  }
  /**
   * Iterate over this node's children.
   *
   * If you're walking the tree recursively, you may want to use the
   * {@link TreeCursor} APIs directly instead.
   */
  get children() {
    if (!this._children) {
      marshalNode(this);
      C._ts_node_children_wasm(this.tree[0]);
      const count = C.getValue(TRANSFER_BUFFER, "i32");
      const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
      this._children = new Array(count);
      if (count > 0) {
        let address2 = buffer;
        for (let i2 = 0; i2 < count; i2++) {
          this._children[i2] = unmarshalNode(this.tree, address2);
          address2 += SIZE_OF_NODE;
        }
        C._free(buffer);
      }
    }
    return this._children;
  }
  /**
   * Iterate over this node's named children.
   *
   * See also {@link Node#children}.
   */
  get namedChildren() {
    if (!this._namedChildren) {
      marshalNode(this);
      C._ts_node_named_children_wasm(this.tree[0]);
      const count = C.getValue(TRANSFER_BUFFER, "i32");
      const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
      this._namedChildren = new Array(count);
      if (count > 0) {
        let address2 = buffer;
        for (let i2 = 0; i2 < count; i2++) {
          this._namedChildren[i2] = unmarshalNode(this.tree, address2);
          address2 += SIZE_OF_NODE;
        }
        C._free(buffer);
      }
    }
    return this._namedChildren;
  }
  /**
   * Get the descendants of this node that are the given type, or in the given types array.
   *
   * The types array should contain node type strings, which can be retrieved from {@link Language#types}.
   *
   * Additionally, a `startPosition` and `endPosition` can be passed in to restrict the search to a byte range.
   */
  descendantsOfType(types2, startPosition = ZERO_POINT, endPosition = ZERO_POINT) {
    if (!Array.isArray(types2)) types2 = [types2];
    const symbols = [];
    const typesBySymbol = this.tree.language.types;
    for (const node_type of types2) {
      if (node_type == "ERROR") {
        symbols.push(65535);
      }
    }
    for (let i2 = 0, n = typesBySymbol.length; i2 < n; i2++) {
      if (types2.includes(typesBySymbol[i2])) {
        symbols.push(i2);
      }
    }
    const symbolsAddress = C._malloc(SIZE_OF_INT * symbols.length);
    for (let i2 = 0, n = symbols.length; i2 < n; i2++) {
      C.setValue(symbolsAddress + i2 * SIZE_OF_INT, symbols[i2], "i32");
    }
    marshalNode(this);
    C._ts_node_descendants_of_type_wasm(
      this.tree[0],
      symbolsAddress,
      symbols.length,
      startPosition.row,
      startPosition.column,
      endPosition.row,
      endPosition.column
    );
    const descendantCount = C.getValue(TRANSFER_BUFFER, "i32");
    const descendantAddress = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(descendantCount);
    if (descendantCount > 0) {
      let address2 = descendantAddress;
      for (let i2 = 0; i2 < descendantCount; i2++) {
        result[i2] = unmarshalNode(this.tree, address2);
        address2 += SIZE_OF_NODE;
      }
    }
    C._free(descendantAddress);
    C._free(symbolsAddress);
    return result;
  }
  /** Get this node's next sibling. */
  get nextSibling() {
    marshalNode(this);
    C._ts_node_next_sibling_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get this node's previous sibling. */
  get previousSibling() {
    marshalNode(this);
    C._ts_node_prev_sibling_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /**
   * Get this node's next *named* sibling.
   *
   * See also {@link Node#isNamed}.
   */
  get nextNamedSibling() {
    marshalNode(this);
    C._ts_node_next_named_sibling_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /**
   * Get this node's previous *named* sibling.
   *
   * See also {@link Node#isNamed}.
   */
  get previousNamedSibling() {
    marshalNode(this);
    C._ts_node_prev_named_sibling_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get the node's number of descendants, including one for the node itself. */
  get descendantCount() {
    marshalNode(this);
    return C._ts_node_descendant_count_wasm(this.tree[0]);
  }
  /**
   * Get this node's immediate parent.
   * Prefer {@link Node#childWithDescendant} for iterating over this node's ancestors.
   */
  get parent() {
    marshalNode(this);
    C._ts_node_parent_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /**
   * Get the node that contains `descendant`.
   *
   * Note that this can return `descendant` itself.
   */
  childWithDescendant(descendant) {
    marshalNode(this);
    marshalNode(descendant, 1);
    C._ts_node_child_with_descendant_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get the smallest node within this node that spans the given byte range. */
  descendantForIndex(start2, end = start2) {
    if (typeof start2 !== "number" || typeof end !== "number") {
      throw new Error("Arguments must be numbers");
    }
    marshalNode(this);
    const address2 = TRANSFER_BUFFER + SIZE_OF_NODE;
    C.setValue(address2, start2, "i32");
    C.setValue(address2 + SIZE_OF_INT, end, "i32");
    C._ts_node_descendant_for_index_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get the smallest named node within this node that spans the given byte range. */
  namedDescendantForIndex(start2, end = start2) {
    if (typeof start2 !== "number" || typeof end !== "number") {
      throw new Error("Arguments must be numbers");
    }
    marshalNode(this);
    const address2 = TRANSFER_BUFFER + SIZE_OF_NODE;
    C.setValue(address2, start2, "i32");
    C.setValue(address2 + SIZE_OF_INT, end, "i32");
    C._ts_node_named_descendant_for_index_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get the smallest node within this node that spans the given point range. */
  descendantForPosition(start2, end = start2) {
    if (!isPoint(start2) || !isPoint(end)) {
      throw new Error("Arguments must be {row, column} objects");
    }
    marshalNode(this);
    const address2 = TRANSFER_BUFFER + SIZE_OF_NODE;
    marshalPoint(address2, start2);
    marshalPoint(address2 + SIZE_OF_POINT, end);
    C._ts_node_descendant_for_position_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get the smallest named node within this node that spans the given point range. */
  namedDescendantForPosition(start2, end = start2) {
    if (!isPoint(start2) || !isPoint(end)) {
      throw new Error("Arguments must be {row, column} objects");
    }
    marshalNode(this);
    const address2 = TRANSFER_BUFFER + SIZE_OF_NODE;
    marshalPoint(address2, start2);
    marshalPoint(address2 + SIZE_OF_POINT, end);
    C._ts_node_named_descendant_for_position_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /**
   * Create a new {@link TreeCursor} starting from this node.
   *
   * Note that the given node is considered the root of the cursor,
   * and the cursor cannot walk outside this node.
   */
  walk() {
    marshalNode(this);
    C._ts_tree_cursor_new_wasm(this.tree[0]);
    return new TreeCursor(INTERNAL, this.tree);
  }
  /**
   * Edit this node to keep it in-sync with source code that has been edited.
   *
   * This function is only rarely needed. When you edit a syntax tree with
   * the {@link Tree#edit} method, all of the nodes that you retrieve from
   * the tree afterward will already reflect the edit. You only need to
   * use {@link Node#edit} when you have a specific {@link Node} instance that
   * you want to keep and continue to use after an edit.
   */
  edit(edit) {
    if (this.startIndex >= edit.oldEndIndex) {
      this.startIndex = edit.newEndIndex + (this.startIndex - edit.oldEndIndex);
      let subbedPointRow;
      let subbedPointColumn;
      if (this.startPosition.row > edit.oldEndPosition.row) {
        subbedPointRow = this.startPosition.row - edit.oldEndPosition.row;
        subbedPointColumn = this.startPosition.column;
      } else {
        subbedPointRow = 0;
        subbedPointColumn = this.startPosition.column;
        if (this.startPosition.column >= edit.oldEndPosition.column) {
          subbedPointColumn = this.startPosition.column - edit.oldEndPosition.column;
        }
      }
      if (subbedPointRow > 0) {
        this.startPosition.row += subbedPointRow;
        this.startPosition.column = subbedPointColumn;
      } else {
        this.startPosition.column += subbedPointColumn;
      }
    } else if (this.startIndex > edit.startIndex) {
      this.startIndex = edit.newEndIndex;
      this.startPosition.row = edit.newEndPosition.row;
      this.startPosition.column = edit.newEndPosition.column;
    }
  }
  /** Get the S-expression representation of this node. */
  toString() {
    marshalNode(this);
    const address2 = C._ts_node_to_string_wasm(this.tree[0]);
    const result = C.AsciiToString(address2);
    C._free(address2);
    return result;
  }
};
function unmarshalCaptures(query2, tree, address2, patternIndex, result) {
  for (let i2 = 0, n = result.length; i2 < n; i2++) {
    const captureIndex = C.getValue(address2, "i32");
    address2 += SIZE_OF_INT;
    const node = unmarshalNode(tree, address2);
    address2 += SIZE_OF_NODE;
    result[i2] = { patternIndex, name: query2.captureNames[captureIndex], node };
  }
  return address2;
}
__name(unmarshalCaptures, "unmarshalCaptures");
function marshalNode(node, index3 = 0) {
  let address2 = TRANSFER_BUFFER + index3 * SIZE_OF_NODE;
  C.setValue(address2, node.id, "i32");
  address2 += SIZE_OF_INT;
  C.setValue(address2, node.startIndex, "i32");
  address2 += SIZE_OF_INT;
  C.setValue(address2, node.startPosition.row, "i32");
  address2 += SIZE_OF_INT;
  C.setValue(address2, node.startPosition.column, "i32");
  address2 += SIZE_OF_INT;
  C.setValue(address2, node[0], "i32");
}
__name(marshalNode, "marshalNode");
function unmarshalNode(tree, address2 = TRANSFER_BUFFER) {
  const id = C.getValue(address2, "i32");
  address2 += SIZE_OF_INT;
  if (id === 0) return null;
  const index3 = C.getValue(address2, "i32");
  address2 += SIZE_OF_INT;
  const row = C.getValue(address2, "i32");
  address2 += SIZE_OF_INT;
  const column2 = C.getValue(address2, "i32");
  address2 += SIZE_OF_INT;
  const other3 = C.getValue(address2, "i32");
  const result = new Node(INTERNAL, {
    id,
    tree,
    startIndex: index3,
    startPosition: { row, column: column2 },
    other: other3
  });
  return result;
}
__name(unmarshalNode, "unmarshalNode");
function marshalTreeCursor(cursor, address2 = TRANSFER_BUFFER) {
  C.setValue(address2 + 0 * SIZE_OF_INT, cursor[0], "i32");
  C.setValue(address2 + 1 * SIZE_OF_INT, cursor[1], "i32");
  C.setValue(address2 + 2 * SIZE_OF_INT, cursor[2], "i32");
  C.setValue(address2 + 3 * SIZE_OF_INT, cursor[3], "i32");
}
__name(marshalTreeCursor, "marshalTreeCursor");
function unmarshalTreeCursor(cursor) {
  cursor[0] = C.getValue(TRANSFER_BUFFER + 0 * SIZE_OF_INT, "i32");
  cursor[1] = C.getValue(TRANSFER_BUFFER + 1 * SIZE_OF_INT, "i32");
  cursor[2] = C.getValue(TRANSFER_BUFFER + 2 * SIZE_OF_INT, "i32");
  cursor[3] = C.getValue(TRANSFER_BUFFER + 3 * SIZE_OF_INT, "i32");
}
__name(unmarshalTreeCursor, "unmarshalTreeCursor");
function marshalPoint(address2, point) {
  C.setValue(address2, point.row, "i32");
  C.setValue(address2 + SIZE_OF_INT, point.column, "i32");
}
__name(marshalPoint, "marshalPoint");
function unmarshalPoint(address2) {
  const result = {
    row: C.getValue(address2, "i32") >>> 0,
    column: C.getValue(address2 + SIZE_OF_INT, "i32") >>> 0
  };
  return result;
}
__name(unmarshalPoint, "unmarshalPoint");
function marshalRange(address2, range3) {
  marshalPoint(address2, range3.startPosition);
  address2 += SIZE_OF_POINT;
  marshalPoint(address2, range3.endPosition);
  address2 += SIZE_OF_POINT;
  C.setValue(address2, range3.startIndex, "i32");
  address2 += SIZE_OF_INT;
  C.setValue(address2, range3.endIndex, "i32");
  address2 += SIZE_OF_INT;
}
__name(marshalRange, "marshalRange");
function unmarshalRange(address2) {
  const result = {};
  result.startPosition = unmarshalPoint(address2);
  address2 += SIZE_OF_POINT;
  result.endPosition = unmarshalPoint(address2);
  address2 += SIZE_OF_POINT;
  result.startIndex = C.getValue(address2, "i32") >>> 0;
  address2 += SIZE_OF_INT;
  result.endIndex = C.getValue(address2, "i32") >>> 0;
  return result;
}
__name(unmarshalRange, "unmarshalRange");
function marshalEdit(edit, address2 = TRANSFER_BUFFER) {
  marshalPoint(address2, edit.startPosition);
  address2 += SIZE_OF_POINT;
  marshalPoint(address2, edit.oldEndPosition);
  address2 += SIZE_OF_POINT;
  marshalPoint(address2, edit.newEndPosition);
  address2 += SIZE_OF_POINT;
  C.setValue(address2, edit.startIndex, "i32");
  address2 += SIZE_OF_INT;
  C.setValue(address2, edit.oldEndIndex, "i32");
  address2 += SIZE_OF_INT;
  C.setValue(address2, edit.newEndIndex, "i32");
  address2 += SIZE_OF_INT;
}
__name(marshalEdit, "marshalEdit");
function unmarshalLanguageMetadata(address2) {
  const major_version = C.getValue(address2, "i32");
  const minor_version = C.getValue(address2 += SIZE_OF_INT, "i32");
  const patch_version = C.getValue(address2 += SIZE_OF_INT, "i32");
  return { major_version, minor_version, patch_version };
}
__name(unmarshalLanguageMetadata, "unmarshalLanguageMetadata");
var LANGUAGE_FUNCTION_REGEX = /^tree_sitter_\w+$/;
var Language = class _Language {
  static {
    __name(this, "Language");
  }
  /** @internal */
  [0] = 0;
  // Internal handle for Wasm
  /**
   * A list of all node types in the language. The index of each type in this
   * array is its node type id.
   */
  types;
  /**
   * A list of all field names in the language. The index of each field name in
   * this array is its field id.
   */
  fields;
  /** @internal */
  constructor(internal, address2) {
    assertInternal(internal);
    this[0] = address2;
    this.types = new Array(C._ts_language_symbol_count(this[0]));
    for (let i2 = 0, n = this.types.length; i2 < n; i2++) {
      if (C._ts_language_symbol_type(this[0], i2) < 2) {
        this.types[i2] = C.UTF8ToString(C._ts_language_symbol_name(this[0], i2));
      }
    }
    this.fields = new Array(C._ts_language_field_count(this[0]) + 1);
    for (let i2 = 0, n = this.fields.length; i2 < n; i2++) {
      const fieldName = C._ts_language_field_name_for_id(this[0], i2);
      if (fieldName !== 0) {
        this.fields[i2] = C.UTF8ToString(fieldName);
      } else {
        this.fields[i2] = null;
      }
    }
  }
  /**
   * Gets the name of the language.
   */
  get name() {
    const ptr = C._ts_language_name(this[0]);
    if (ptr === 0) return null;
    return C.UTF8ToString(ptr);
  }
  /**
   * Gets the ABI version of the language.
   */
  get abiVersion() {
    return C._ts_language_abi_version(this[0]);
  }
  /**
  * Get the metadata for this language. This information is generated by the
  * CLI, and relies on the language author providing the correct metadata in
  * the language's `tree-sitter.json` file.
  */
  get metadata() {
    C._ts_language_metadata_wasm(this[0]);
    const length = C.getValue(TRANSFER_BUFFER, "i32");
    if (length === 0) return null;
    return unmarshalLanguageMetadata(TRANSFER_BUFFER + SIZE_OF_INT);
  }
  /**
   * Gets the number of fields in the language.
   */
  get fieldCount() {
    return this.fields.length - 1;
  }
  /**
   * Gets the number of states in the language.
   */
  get stateCount() {
    return C._ts_language_state_count(this[0]);
  }
  /**
   * Get the field id for a field name.
   */
  fieldIdForName(fieldName) {
    const result = this.fields.indexOf(fieldName);
    return result !== -1 ? result : null;
  }
  /**
   * Get the field name for a field id.
   */
  fieldNameForId(fieldId) {
    return this.fields[fieldId] ?? null;
  }
  /**
   * Get the node type id for a node type name.
   */
  idForNodeType(type, named5) {
    const typeLength = C.lengthBytesUTF8(type);
    const typeAddress = C._malloc(typeLength + 1);
    C.stringToUTF8(type, typeAddress, typeLength + 1);
    const result = C._ts_language_symbol_for_name(this[0], typeAddress, typeLength, named5 ? 1 : 0);
    C._free(typeAddress);
    return result || null;
  }
  /**
   * Gets the number of node types in the language.
   */
  get nodeTypeCount() {
    return C._ts_language_symbol_count(this[0]);
  }
  /**
   * Get the node type name for a node type id.
   */
  nodeTypeForId(typeId) {
    const name2 = C._ts_language_symbol_name(this[0], typeId);
    return name2 ? C.UTF8ToString(name2) : null;
  }
  /**
   * Check if a node type is named.
   *
   * @see {@link https://tree-sitter.github.io/tree-sitter/using-parsers/2-basic-parsing.html#named-vs-anonymous-nodes}
   */
  nodeTypeIsNamed(typeId) {
    return C._ts_language_type_is_named_wasm(this[0], typeId) ? true : false;
  }
  /**
   * Check if a node type is visible.
   */
  nodeTypeIsVisible(typeId) {
    return C._ts_language_type_is_visible_wasm(this[0], typeId) ? true : false;
  }
  /**
   * Get the supertypes ids of this language.
   *
   * @see {@link https://tree-sitter.github.io/tree-sitter/using-parsers/6-static-node-types.html?highlight=supertype#supertype-nodes}
   */
  get supertypes() {
    C._ts_language_supertypes_wasm(this[0]);
    const count = C.getValue(TRANSFER_BUFFER, "i32");
    const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(count);
    if (count > 0) {
      let address2 = buffer;
      for (let i2 = 0; i2 < count; i2++) {
        result[i2] = C.getValue(address2, "i16");
        address2 += SIZE_OF_SHORT;
      }
    }
    return result;
  }
  /**
   * Get the subtype ids for a given supertype node id.
   */
  subtypes(supertype) {
    C._ts_language_subtypes_wasm(this[0], supertype);
    const count = C.getValue(TRANSFER_BUFFER, "i32");
    const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(count);
    if (count > 0) {
      let address2 = buffer;
      for (let i2 = 0; i2 < count; i2++) {
        result[i2] = C.getValue(address2, "i16");
        address2 += SIZE_OF_SHORT;
      }
    }
    return result;
  }
  /**
   * Get the next state id for a given state id and node type id.
   */
  nextState(stateId, typeId) {
    return C._ts_language_next_state(this[0], stateId, typeId);
  }
  /**
   * Create a new lookahead iterator for this language and parse state.
   *
   * This returns `null` if state is invalid for this language.
   *
   * Iterating {@link LookaheadIterator} will yield valid symbols in the given
   * parse state. A newly created iterator is not positioned on a symbol, so
   * {@link LookaheadIterator#currentType} returns `null` until the first
   * iteration step.
   *
   * Lookahead iterators can be useful for generating suggestions and improving
   * syntax error diagnostics. To get symbols valid in an `ERROR` node, use the
   * lookahead iterator on its first leaf node state. For `MISSING` nodes, a
   * lookahead iterator created on the previous non-extra leaf node may be
   * appropriate.
   */
  lookaheadIterator(stateId) {
    const address2 = C._ts_lookahead_iterator_new(this[0], stateId);
    if (address2) return new LookaheadIterator(INTERNAL, address2, this);
    return null;
  }
  /**
   * Load a language from a WebAssembly module.
   * The module can be provided as a path to a file, a `URL` to a file, or as a
   * buffer.
   */
  static async load(input) {
    let binary2;
    if (input instanceof Uint8Array) {
      binary2 = input;
    } else if (globalThis.process?.versions.node) {
      const fs2 = await import("fs/promises");
      binary2 = await fs2.readFile(input);
    } else {
      const response = await fetch(input);
      if (!response.ok) {
        const body2 = await response.text();
        throw new Error(`Language.load failed with status ${response.status}.

${body2}`);
      }
      const retryResp = response.clone();
      try {
        binary2 = await WebAssembly.compileStreaming(response);
      } catch (reason2) {
        console.error("wasm streaming compile failed:", reason2);
        console.error("falling back to ArrayBuffer instantiation");
        binary2 = new Uint8Array(await retryResp.arrayBuffer());
      }
    }
    const mod = await C.loadWebAssemblyModule(binary2, { loadAsync: true });
    return _Language.loadFromWasmExports(mod, { sync: false });
  }
  static loadFromWasmExports(mod, { sync }) {
    const symbolNames = Object.keys(mod);
    const functionName = symbolNames.find((key2) => LANGUAGE_FUNCTION_REGEX.test(key2) && !key2.includes("external_scanner_"));
    if (!functionName) {
      console.log(`Couldn't find language function in Wasm file. Symbols:
${JSON.stringify(symbolNames, null, 2)}`);
      throw new Error(`Language.${sync ? "loadSync" : "load"} failed: no language function found in Wasm file`);
    }
    const languageAddress = mod[functionName]();
    return new _Language(INTERNAL, languageAddress);
  }
  /**
   * Load a language synchronously from a pre-compiled WebAssembly module.
   * Use this when the host environment provides a `WebAssembly.Module` directly.
   */
  static loadSync(wasmModule) {
    const mod = C.loadWebAssemblyModule(wasmModule, { loadAsync: false });
    return _Language.loadFromWasmExports(mod, { sync: true });
  }
};
async function Module2(moduleArg = {}) {
  var moduleRtn;
  var Module = moduleArg;
  var ENVIRONMENT_IS_WEB = typeof window == "object";
  var ENVIRONMENT_IS_WORKER = typeof WorkerGlobalScope != "undefined";
  var ENVIRONMENT_IS_NODE = typeof process == "object" && process.versions?.node && process.type != "renderer";
  if (ENVIRONMENT_IS_NODE) {
    const { createRequire: createRequire2 } = await import("module");
    var require = createRequire2(import.meta.url);
  }
  Module.currentQueryProgressCallback = null;
  Module.currentProgressCallback = null;
  Module.currentLogCallback = null;
  Module.currentParseCallback = null;
  var arguments_ = [];
  var thisProgram = "./this.program";
  var quit_ = /* @__PURE__ */ __name((status, toThrow) => {
    throw toThrow;
  }, "quit_");
  var _scriptName = import.meta.url;
  var scriptDirectory = "";
  function locateFile(path) {
    if (Module["locateFile"]) {
      return Module["locateFile"](path, scriptDirectory);
    }
    return scriptDirectory + path;
  }
  __name(locateFile, "locateFile");
  var readAsync, readBinary;
  if (ENVIRONMENT_IS_NODE) {
    var fs = require("fs");
    if (_scriptName.startsWith("file:")) {
      scriptDirectory = require("path").dirname(require("url").fileURLToPath(_scriptName)) + "/";
    }
    readBinary = /* @__PURE__ */ __name((filename) => {
      filename = isFileURI(filename) ? new URL(filename) : filename;
      var ret = fs.readFileSync(filename);
      return ret;
    }, "readBinary");
    readAsync = /* @__PURE__ */ __name(async (filename, binary2 = true) => {
      filename = isFileURI(filename) ? new URL(filename) : filename;
      var ret = fs.readFileSync(filename, binary2 ? void 0 : "utf8");
      return ret;
    }, "readAsync");
    if (process.argv.length > 1) {
      thisProgram = process.argv[1].replace(/\\/g, "/");
    }
    arguments_ = process.argv.slice(2);
    quit_ = /* @__PURE__ */ __name((status, toThrow) => {
      process.exitCode = status;
      throw toThrow;
    }, "quit_");
  } else if (ENVIRONMENT_IS_WEB || ENVIRONMENT_IS_WORKER) {
    try {
      scriptDirectory = new URL(".", _scriptName).href;
    } catch {
    }
    {
      if (ENVIRONMENT_IS_WORKER) {
        readBinary = /* @__PURE__ */ __name((url) => {
          var xhr = new XMLHttpRequest();
          xhr.open("GET", url, false);
          xhr.responseType = "arraybuffer";
          xhr.send(null);
          return new Uint8Array(
            /** @type{!ArrayBuffer} */
            xhr.response
          );
        }, "readBinary");
      }
      readAsync = /* @__PURE__ */ __name(async (url) => {
        if (isFileURI(url)) {
          return new Promise((resolve2, reject) => {
            var xhr = new XMLHttpRequest();
            xhr.open("GET", url, true);
            xhr.responseType = "arraybuffer";
            xhr.onload = () => {
              if (xhr.status == 200 || xhr.status == 0 && xhr.response) {
                resolve2(xhr.response);
                return;
              }
              reject(xhr.status);
            };
            xhr.onerror = reject;
            xhr.send(null);
          });
        }
        var response = await fetch(url, {
          credentials: "same-origin"
        });
        if (response.ok) {
          return response.arrayBuffer();
        }
        throw new Error(response.status + " : " + response.url);
      }, "readAsync");
    }
  } else {
  }
  var out = console.log.bind(console);
  var err = console.error.bind(console);
  var dynamicLibraries = [];
  var wasmBinary;
  var ABORT = false;
  var EXITSTATUS;
  var isFileURI = /* @__PURE__ */ __name((filename) => filename.startsWith("file://"), "isFileURI");
  var readyPromiseResolve, readyPromiseReject;
  var wasmMemory;
  var HEAP8, HEAPU8, HEAP16, HEAPU16, HEAP32, HEAPU32, HEAPF32, HEAPF64;
  var HEAP64, HEAPU64;
  var HEAP_DATA_VIEW;
  var runtimeInitialized = false;
  function updateMemoryViews() {
    var b = wasmMemory.buffer;
    Module["HEAP8"] = HEAP8 = new Int8Array(b);
    Module["HEAP16"] = HEAP16 = new Int16Array(b);
    Module["HEAPU8"] = HEAPU8 = new Uint8Array(b);
    Module["HEAPU16"] = HEAPU16 = new Uint16Array(b);
    Module["HEAP32"] = HEAP32 = new Int32Array(b);
    Module["HEAPU32"] = HEAPU32 = new Uint32Array(b);
    Module["HEAPF32"] = HEAPF32 = new Float32Array(b);
    Module["HEAPF64"] = HEAPF64 = new Float64Array(b);
    Module["HEAP64"] = HEAP64 = new BigInt64Array(b);
    Module["HEAPU64"] = HEAPU64 = new BigUint64Array(b);
    Module["HEAP_DATA_VIEW"] = HEAP_DATA_VIEW = new DataView(b);
    LE_HEAP_UPDATE();
  }
  __name(updateMemoryViews, "updateMemoryViews");
  function initMemory() {
    if (Module["wasmMemory"]) {
      wasmMemory = Module["wasmMemory"];
    } else {
      var INITIAL_MEMORY = Module["INITIAL_MEMORY"] || 33554432;
      wasmMemory = new WebAssembly.Memory({
        "initial": INITIAL_MEMORY / 65536,
        // In theory we should not need to emit the maximum if we want "unlimited"
        // or 4GB of memory, but VMs error on that atm, see
        // https://github.com/emscripten-core/emscripten/issues/14130
        // And in the pthreads case we definitely need to emit a maximum. So
        // always emit one.
        "maximum": 32768
      });
    }
    updateMemoryViews();
  }
  __name(initMemory, "initMemory");
  var __RELOC_FUNCS__ = [];
  function preRun() {
    if (Module["preRun"]) {
      if (typeof Module["preRun"] == "function") Module["preRun"] = [Module["preRun"]];
      while (Module["preRun"].length) {
        addOnPreRun(Module["preRun"].shift());
      }
    }
    callRuntimeCallbacks(onPreRuns);
  }
  __name(preRun, "preRun");
  function initRuntime() {
    runtimeInitialized = true;
    callRuntimeCallbacks(__RELOC_FUNCS__);
    wasmExports["__wasm_call_ctors"]();
    callRuntimeCallbacks(onPostCtors);
  }
  __name(initRuntime, "initRuntime");
  function preMain() {
  }
  __name(preMain, "preMain");
  function postRun() {
    if (Module["postRun"]) {
      if (typeof Module["postRun"] == "function") Module["postRun"] = [Module["postRun"]];
      while (Module["postRun"].length) {
        addOnPostRun(Module["postRun"].shift());
      }
    }
    callRuntimeCallbacks(onPostRuns);
  }
  __name(postRun, "postRun");
  function abort(what) {
    Module["onAbort"]?.(what);
    what = "Aborted(" + what + ")";
    err(what);
    ABORT = true;
    what += ". Build with -sASSERTIONS for more info.";
    var e = new WebAssembly.RuntimeError(what);
    readyPromiseReject?.(e);
    throw e;
  }
  __name(abort, "abort");
  var wasmBinaryFile;
  function findWasmBinary() {
    if (Module["locateFile"]) {
      return locateFile("web-tree-sitter.wasm");
    }
    return new URL("web-tree-sitter.wasm", import.meta.url).href;
  }
  __name(findWasmBinary, "findWasmBinary");
  function getBinarySync(file) {
    if (file == wasmBinaryFile && wasmBinary) {
      return new Uint8Array(wasmBinary);
    }
    if (readBinary) {
      return readBinary(file);
    }
    throw "both async and sync fetching of the wasm failed";
  }
  __name(getBinarySync, "getBinarySync");
  async function getWasmBinary(binaryFile) {
    if (!wasmBinary) {
      try {
        var response = await readAsync(binaryFile);
        return new Uint8Array(response);
      } catch {
      }
    }
    return getBinarySync(binaryFile);
  }
  __name(getWasmBinary, "getWasmBinary");
  async function instantiateArrayBuffer(binaryFile, imports) {
    try {
      var binary2 = await getWasmBinary(binaryFile);
      var instance2 = await WebAssembly.instantiate(binary2, imports);
      return instance2;
    } catch (reason2) {
      err(`failed to asynchronously prepare wasm: ${reason2}`);
      abort(reason2);
    }
  }
  __name(instantiateArrayBuffer, "instantiateArrayBuffer");
  async function instantiateAsync(binary2, binaryFile, imports) {
    if (!binary2 && !isFileURI(binaryFile) && !ENVIRONMENT_IS_NODE) {
      try {
        var response = fetch(binaryFile, {
          credentials: "same-origin"
        });
        var instantiationResult = await WebAssembly.instantiateStreaming(response, imports);
        return instantiationResult;
      } catch (reason2) {
        err(`wasm streaming compile failed: ${reason2}`);
        err("falling back to ArrayBuffer instantiation");
      }
    }
    return instantiateArrayBuffer(binaryFile, imports);
  }
  __name(instantiateAsync, "instantiateAsync");
  function getWasmImports() {
    return {
      "env": wasmImports,
      "wasi_snapshot_preview1": wasmImports,
      "GOT.mem": new Proxy(wasmImports, GOTHandler),
      "GOT.func": new Proxy(wasmImports, GOTHandler)
    };
  }
  __name(getWasmImports, "getWasmImports");
  async function createWasm() {
    function receiveInstance(instance2, module2) {
      wasmExports = instance2.exports;
      wasmExports = relocateExports(wasmExports, 1024);
      var metadata2 = getDylinkMetadata(module2);
      if (metadata2.neededDynlibs) {
        dynamicLibraries = metadata2.neededDynlibs.concat(dynamicLibraries);
      }
      mergeLibSymbols(wasmExports, "main");
      LDSO.init();
      loadDylibs();
      __RELOC_FUNCS__.push(wasmExports["__wasm_apply_data_relocs"]);
      assignWasmExports(wasmExports);
      return wasmExports;
    }
    __name(receiveInstance, "receiveInstance");
    function receiveInstantiationResult(result2) {
      return receiveInstance(result2["instance"], result2["module"]);
    }
    __name(receiveInstantiationResult, "receiveInstantiationResult");
    var info2 = getWasmImports();
    if (Module["instantiateWasm"]) {
      return new Promise((resolve2, reject) => {
        Module["instantiateWasm"](info2, (mod, inst) => {
          resolve2(receiveInstance(mod, inst));
        });
      });
    }
    wasmBinaryFile ??= findWasmBinary();
    var result = await instantiateAsync(wasmBinary, wasmBinaryFile, info2);
    var exports = receiveInstantiationResult(result);
    return exports;
  }
  __name(createWasm, "createWasm");
  class ExitStatus {
    static {
      __name(this, "ExitStatus");
    }
    name = "ExitStatus";
    constructor(status) {
      this.message = `Program terminated with exit(${status})`;
      this.status = status;
    }
  }
  var GOT = {};
  var currentModuleWeakSymbols = /* @__PURE__ */ new Set([]);
  var GOTHandler = {
    get(obj, symName) {
      var rtn = GOT[symName];
      if (!rtn) {
        rtn = GOT[symName] = new WebAssembly.Global({
          "value": "i32",
          "mutable": true
        });
      }
      if (!currentModuleWeakSymbols.has(symName)) {
        rtn.required = true;
      }
      return rtn;
    }
  };
  var LE_ATOMICS_NATIVE_BYTE_ORDER = [];
  var LE_HEAP_LOAD_F32 = /* @__PURE__ */ __name((byteOffset) => HEAP_DATA_VIEW.getFloat32(byteOffset, true), "LE_HEAP_LOAD_F32");
  var LE_HEAP_LOAD_F64 = /* @__PURE__ */ __name((byteOffset) => HEAP_DATA_VIEW.getFloat64(byteOffset, true), "LE_HEAP_LOAD_F64");
  var LE_HEAP_LOAD_I16 = /* @__PURE__ */ __name((byteOffset) => HEAP_DATA_VIEW.getInt16(byteOffset, true), "LE_HEAP_LOAD_I16");
  var LE_HEAP_LOAD_I32 = /* @__PURE__ */ __name((byteOffset) => HEAP_DATA_VIEW.getInt32(byteOffset, true), "LE_HEAP_LOAD_I32");
  var LE_HEAP_LOAD_I64 = /* @__PURE__ */ __name((byteOffset) => HEAP_DATA_VIEW.getBigInt64(byteOffset, true), "LE_HEAP_LOAD_I64");
  var LE_HEAP_LOAD_U32 = /* @__PURE__ */ __name((byteOffset) => HEAP_DATA_VIEW.getUint32(byteOffset, true), "LE_HEAP_LOAD_U32");
  var LE_HEAP_STORE_F32 = /* @__PURE__ */ __name((byteOffset, value) => HEAP_DATA_VIEW.setFloat32(byteOffset, value, true), "LE_HEAP_STORE_F32");
  var LE_HEAP_STORE_F64 = /* @__PURE__ */ __name((byteOffset, value) => HEAP_DATA_VIEW.setFloat64(byteOffset, value, true), "LE_HEAP_STORE_F64");
  var LE_HEAP_STORE_I16 = /* @__PURE__ */ __name((byteOffset, value) => HEAP_DATA_VIEW.setInt16(byteOffset, value, true), "LE_HEAP_STORE_I16");
  var LE_HEAP_STORE_I32 = /* @__PURE__ */ __name((byteOffset, value) => HEAP_DATA_VIEW.setInt32(byteOffset, value, true), "LE_HEAP_STORE_I32");
  var LE_HEAP_STORE_I64 = /* @__PURE__ */ __name((byteOffset, value) => HEAP_DATA_VIEW.setBigInt64(byteOffset, value, true), "LE_HEAP_STORE_I64");
  var LE_HEAP_STORE_U32 = /* @__PURE__ */ __name((byteOffset, value) => HEAP_DATA_VIEW.setUint32(byteOffset, value, true), "LE_HEAP_STORE_U32");
  var callRuntimeCallbacks = /* @__PURE__ */ __name((callbacks) => {
    while (callbacks.length > 0) {
      callbacks.shift()(Module);
    }
  }, "callRuntimeCallbacks");
  var onPostRuns = [];
  var addOnPostRun = /* @__PURE__ */ __name((cb) => onPostRuns.push(cb), "addOnPostRun");
  var onPreRuns = [];
  var addOnPreRun = /* @__PURE__ */ __name((cb) => onPreRuns.push(cb), "addOnPreRun");
  var UTF8Decoder = typeof TextDecoder != "undefined" ? new TextDecoder() : void 0;
  var findStringEnd = /* @__PURE__ */ __name((heapOrArray, idx, maxBytesToRead, ignoreNul) => {
    var maxIdx = idx + maxBytesToRead;
    if (ignoreNul) return maxIdx;
    while (heapOrArray[idx] && !(idx >= maxIdx)) ++idx;
    return idx;
  }, "findStringEnd");
  var UTF8ArrayToString = /* @__PURE__ */ __name((heapOrArray, idx = 0, maxBytesToRead, ignoreNul) => {
    var endPtr = findStringEnd(heapOrArray, idx, maxBytesToRead, ignoreNul);
    if (endPtr - idx > 16 && heapOrArray.buffer && UTF8Decoder) {
      return UTF8Decoder.decode(heapOrArray.subarray(idx, endPtr));
    }
    var str = "";
    while (idx < endPtr) {
      var u0 = heapOrArray[idx++];
      if (!(u0 & 128)) {
        str += String.fromCharCode(u0);
        continue;
      }
      var u1 = heapOrArray[idx++] & 63;
      if ((u0 & 224) == 192) {
        str += String.fromCharCode((u0 & 31) << 6 | u1);
        continue;
      }
      var u2 = heapOrArray[idx++] & 63;
      if ((u0 & 240) == 224) {
        u0 = (u0 & 15) << 12 | u1 << 6 | u2;
      } else {
        u0 = (u0 & 7) << 18 | u1 << 12 | u2 << 6 | heapOrArray[idx++] & 63;
      }
      if (u0 < 65536) {
        str += String.fromCharCode(u0);
      } else {
        var ch = u0 - 65536;
        str += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
      }
    }
    return str;
  }, "UTF8ArrayToString");
  var getDylinkMetadata = /* @__PURE__ */ __name((binary2) => {
    var offset = 0;
    var end = 0;
    function getU8() {
      return binary2[offset++];
    }
    __name(getU8, "getU8");
    function getLEB() {
      var ret = 0;
      var mul = 1;
      while (1) {
        var byte = binary2[offset++];
        ret += (byte & 127) * mul;
        mul *= 128;
        if (!(byte & 128)) break;
      }
      return ret;
    }
    __name(getLEB, "getLEB");
    function getString() {
      var len = getLEB();
      offset += len;
      return UTF8ArrayToString(binary2, offset - len, len);
    }
    __name(getString, "getString");
    function getStringList() {
      var count2 = getLEB();
      var rtn = [];
      while (count2--) rtn.push(getString());
      return rtn;
    }
    __name(getStringList, "getStringList");
    function failIf(condition2, message) {
      if (condition2) throw new Error(message);
    }
    __name(failIf, "failIf");
    if (binary2 instanceof WebAssembly.Module) {
      var dylinkSection = WebAssembly.Module.customSections(binary2, "dylink.0");
      failIf(dylinkSection.length === 0, "need dylink section");
      binary2 = new Uint8Array(dylinkSection[0]);
      end = binary2.length;
    } else {
      var int32View = new Uint32Array(new Uint8Array(binary2.subarray(0, 24)).buffer);
      var magicNumberFound = int32View[0] == 1836278016 || int32View[0] == 6386541;
      failIf(!magicNumberFound, "need to see wasm magic number");
      failIf(binary2[8] !== 0, "need the dylink section to be first");
      offset = 9;
      var section_size = getLEB();
      end = offset + section_size;
      var name2 = getString();
      failIf(name2 !== "dylink.0");
    }
    var customSection = {
      neededDynlibs: [],
      tlsExports: /* @__PURE__ */ new Set(),
      weakImports: /* @__PURE__ */ new Set(),
      runtimePaths: []
    };
    var WASM_DYLINK_MEM_INFO = 1;
    var WASM_DYLINK_NEEDED = 2;
    var WASM_DYLINK_EXPORT_INFO = 3;
    var WASM_DYLINK_IMPORT_INFO = 4;
    var WASM_DYLINK_RUNTIME_PATH = 5;
    var WASM_SYMBOL_TLS = 256;
    var WASM_SYMBOL_BINDING_MASK = 3;
    var WASM_SYMBOL_BINDING_WEAK = 1;
    while (offset < end) {
      var subsectionType = getU8();
      var subsectionSize = getLEB();
      if (subsectionType === WASM_DYLINK_MEM_INFO) {
        customSection.memorySize = getLEB();
        customSection.memoryAlign = getLEB();
        customSection.tableSize = getLEB();
        customSection.tableAlign = getLEB();
      } else if (subsectionType === WASM_DYLINK_NEEDED) {
        customSection.neededDynlibs = getStringList();
      } else if (subsectionType === WASM_DYLINK_EXPORT_INFO) {
        var count = getLEB();
        while (count--) {
          var symname = getString();
          var flags2 = getLEB();
          if (flags2 & WASM_SYMBOL_TLS) {
            customSection.tlsExports.add(symname);
          }
        }
      } else if (subsectionType === WASM_DYLINK_IMPORT_INFO) {
        var count = getLEB();
        while (count--) {
          var modname = getString();
          var symname = getString();
          var flags2 = getLEB();
          if ((flags2 & WASM_SYMBOL_BINDING_MASK) == WASM_SYMBOL_BINDING_WEAK) {
            customSection.weakImports.add(symname);
          }
        }
      } else if (subsectionType === WASM_DYLINK_RUNTIME_PATH) {
        customSection.runtimePaths = getStringList();
      } else {
        offset += subsectionSize;
      }
    }
    return customSection;
  }, "getDylinkMetadata");
  function getValue(ptr, type = "i8") {
    if (type.endsWith("*")) type = "*";
    switch (type) {
      case "i1":
        return HEAP8[ptr];
      case "i8":
        return HEAP8[ptr];
      case "i16":
        return LE_HEAP_LOAD_I16((ptr >> 1) * 2);
      case "i32":
        return LE_HEAP_LOAD_I32((ptr >> 2) * 4);
      case "i64":
        return LE_HEAP_LOAD_I64((ptr >> 3) * 8);
      case "float":
        return LE_HEAP_LOAD_F32((ptr >> 2) * 4);
      case "double":
        return LE_HEAP_LOAD_F64((ptr >> 3) * 8);
      case "*":
        return LE_HEAP_LOAD_U32((ptr >> 2) * 4);
      default:
        abort(`invalid type for getValue: ${type}`);
    }
  }
  __name(getValue, "getValue");
  var newDSO = /* @__PURE__ */ __name((name2, handle2, syms) => {
    var dso = {
      refcount: Infinity,
      name: name2,
      exports: syms,
      global: true
    };
    LDSO.loadedLibsByName[name2] = dso;
    if (handle2 != void 0) {
      LDSO.loadedLibsByHandle[handle2] = dso;
    }
    return dso;
  }, "newDSO");
  var LDSO = {
    loadedLibsByName: {},
    loadedLibsByHandle: {},
    init() {
      newDSO("__main__", 0, wasmImports);
    }
  };
  var ___heap_base = 82240;
  var alignMemory = /* @__PURE__ */ __name((size, alignment) => Math.ceil(size / alignment) * alignment, "alignMemory");
  var getMemory = /* @__PURE__ */ __name((size) => {
    if (runtimeInitialized) {
      return _calloc(size, 1);
    }
    var ret = ___heap_base;
    var end = ret + alignMemory(size, 16);
    ___heap_base = end;
    GOT["__heap_base"].value = end;
    return ret;
  }, "getMemory");
  var isInternalSym = /* @__PURE__ */ __name((symName) => ["__cpp_exception", "__c_longjmp", "__wasm_apply_data_relocs", "__dso_handle", "__tls_size", "__tls_align", "__set_stack_limits", "_emscripten_tls_init", "__wasm_init_tls", "__wasm_call_ctors", "__start_em_asm", "__stop_em_asm", "__start_em_js", "__stop_em_js"].includes(symName) || symName.startsWith("__em_js__"), "isInternalSym");
  var uleb128EncodeWithLen = /* @__PURE__ */ __name((arr) => {
    const n = arr.length;
    return [n % 128 | 128, n >> 7, ...arr];
  }, "uleb128EncodeWithLen");
  var wasmTypeCodes = {
    "i": 127,
    // i32
    "p": 127,
    // i32
    "j": 126,
    // i64
    "f": 125,
    // f32
    "d": 124,
    // f64
    "e": 111
  };
  var generateTypePack = /* @__PURE__ */ __name((types2) => uleb128EncodeWithLen(Array.from(types2, (type) => {
    var code3 = wasmTypeCodes[type];
    return code3;
  })), "generateTypePack");
  var convertJsFunctionToWasm = /* @__PURE__ */ __name((func2, sig) => {
    var bytes = Uint8Array.of(
      0,
      97,
      115,
      109,
      // magic ("\0asm")
      1,
      0,
      0,
      0,
      // version: 1
      1,
      ...uleb128EncodeWithLen([
        1,
        // count: 1
        96,
        // param types
        ...generateTypePack(sig.slice(1)),
        // return types (for now only supporting [] if `void` and single [T] otherwise)
        ...generateTypePack(sig[0] === "v" ? "" : sig[0])
      ]),
      // The rest of the module is static
      2,
      7,
      // import section
      // (import "e" "f" (func 0 (type 0)))
      1,
      1,
      101,
      1,
      102,
      0,
      0,
      7,
      5,
      // export section
      // (export "f" (func 0 (type 0)))
      1,
      1,
      102,
      0,
      0
    );
    var module2 = new WebAssembly.Module(bytes);
    var instance2 = new WebAssembly.Instance(module2, {
      "e": {
        "f": func2
      }
    });
    var wrappedFunc = instance2.exports["f"];
    return wrappedFunc;
  }, "convertJsFunctionToWasm");
  var wasmTableMirror = [];
  var wasmTable = new WebAssembly.Table({
    "initial": 31,
    "element": "anyfunc"
  });
  var getWasmTableEntry = /* @__PURE__ */ __name((funcPtr) => {
    var func2 = wasmTableMirror[funcPtr];
    if (!func2) {
      wasmTableMirror[funcPtr] = func2 = wasmTable.get(funcPtr);
    }
    return func2;
  }, "getWasmTableEntry");
  var updateTableMap = /* @__PURE__ */ __name((offset, count) => {
    if (functionsInTableMap) {
      for (var i2 = offset; i2 < offset + count; i2++) {
        var item2 = getWasmTableEntry(i2);
        if (item2) {
          functionsInTableMap.set(item2, i2);
        }
      }
    }
  }, "updateTableMap");
  var functionsInTableMap;
  var getFunctionAddress = /* @__PURE__ */ __name((func2) => {
    if (!functionsInTableMap) {
      functionsInTableMap = /* @__PURE__ */ new WeakMap();
      updateTableMap(0, wasmTable.length);
    }
    return functionsInTableMap.get(func2) || 0;
  }, "getFunctionAddress");
  var freeTableIndexes = [];
  var getEmptyTableSlot = /* @__PURE__ */ __name(() => {
    if (freeTableIndexes.length) {
      return freeTableIndexes.pop();
    }
    return wasmTable["grow"](1);
  }, "getEmptyTableSlot");
  var setWasmTableEntry = /* @__PURE__ */ __name((idx, func2) => {
    wasmTable.set(idx, func2);
    wasmTableMirror[idx] = wasmTable.get(idx);
  }, "setWasmTableEntry");
  var addFunction = /* @__PURE__ */ __name((func2, sig) => {
    var rtn = getFunctionAddress(func2);
    if (rtn) {
      return rtn;
    }
    var ret = getEmptyTableSlot();
    try {
      setWasmTableEntry(ret, func2);
    } catch (err2) {
      if (!(err2 instanceof TypeError)) {
        throw err2;
      }
      var wrapped = convertJsFunctionToWasm(func2, sig);
      setWasmTableEntry(ret, wrapped);
    }
    functionsInTableMap.set(func2, ret);
    return ret;
  }, "addFunction");
  var updateGOT = /* @__PURE__ */ __name((exports, replace) => {
    for (var symName in exports) {
      if (isInternalSym(symName)) {
        continue;
      }
      var value = exports[symName];
      GOT[symName] ||= new WebAssembly.Global({
        "value": "i32",
        "mutable": true
      });
      if (replace || GOT[symName].value == 0) {
        if (typeof value == "function") {
          GOT[symName].value = addFunction(value);
        } else if (typeof value == "number") {
          GOT[symName].value = value;
        } else {
          err(`unhandled export type for '${symName}': ${typeof value}`);
        }
      }
    }
  }, "updateGOT");
  var relocateExports = /* @__PURE__ */ __name((exports, memoryBase2, replace) => {
    var relocated = {};
    for (var e in exports) {
      var value = exports[e];
      if (typeof value == "object") {
        value = value.value;
      }
      if (typeof value == "number") {
        value += memoryBase2;
      }
      relocated[e] = value;
    }
    updateGOT(relocated, replace);
    return relocated;
  }, "relocateExports");
  var isSymbolDefined = /* @__PURE__ */ __name((symName) => {
    var existing = wasmImports[symName];
    if (!existing || existing.stub) {
      return false;
    }
    return true;
  }, "isSymbolDefined");
  var dynCall = /* @__PURE__ */ __name((sig, ptr, args2 = [], promising = false) => {
    var func2 = getWasmTableEntry(ptr);
    var rtn = func2(...args2);
    function convert(rtn2) {
      return rtn2;
    }
    __name(convert, "convert");
    return convert(rtn);
  }, "dynCall");
  var stackSave = /* @__PURE__ */ __name(() => _emscripten_stack_get_current(), "stackSave");
  var stackRestore = /* @__PURE__ */ __name((val) => __emscripten_stack_restore(val), "stackRestore");
  var createInvokeFunction = /* @__PURE__ */ __name((sig) => (ptr, ...args2) => {
    var sp = stackSave();
    try {
      return dynCall(sig, ptr, args2);
    } catch (e) {
      stackRestore(sp);
      if (e !== e + 0) throw e;
      _setThrew(1, 0);
      if (sig[0] == "j") return 0n;
    }
  }, "createInvokeFunction");
  var resolveGlobalSymbol = /* @__PURE__ */ __name((symName, direct = false) => {
    var sym;
    if (isSymbolDefined(symName)) {
      sym = wasmImports[symName];
    } else if (symName.startsWith("invoke_")) {
      sym = wasmImports[symName] = createInvokeFunction(symName.split("_")[1]);
    }
    return {
      sym,
      name: symName
    };
  }, "resolveGlobalSymbol");
  var onPostCtors = [];
  var addOnPostCtor = /* @__PURE__ */ __name((cb) => onPostCtors.push(cb), "addOnPostCtor");
  var UTF8ToString = /* @__PURE__ */ __name((ptr, maxBytesToRead, ignoreNul) => ptr ? UTF8ArrayToString(HEAPU8, ptr, maxBytesToRead, ignoreNul) : "", "UTF8ToString");
  var loadWebAssemblyModule = /* @__PURE__ */ __name((binary, flags, libName, localScope, handle) => {
    var metadata = getDylinkMetadata(binary);
    function loadModule() {
      var memAlign = Math.pow(2, metadata.memoryAlign);
      var memoryBase = metadata.memorySize ? alignMemory(getMemory(metadata.memorySize + memAlign), memAlign) : 0;
      var tableBase = metadata.tableSize ? wasmTable.length : 0;
      if (handle) {
        HEAP8[handle + 8] = 1;
        LE_HEAP_STORE_U32((handle + 12 >> 2) * 4, memoryBase);
        LE_HEAP_STORE_I32((handle + 16 >> 2) * 4, metadata.memorySize);
        LE_HEAP_STORE_U32((handle + 20 >> 2) * 4, tableBase);
        LE_HEAP_STORE_I32((handle + 24 >> 2) * 4, metadata.tableSize);
      }
      if (metadata.tableSize) {
        wasmTable.grow(metadata.tableSize);
      }
      var moduleExports;
      function resolveSymbol(sym) {
        var resolved = resolveGlobalSymbol(sym).sym;
        if (!resolved && localScope) {
          resolved = localScope[sym];
        }
        if (!resolved) {
          resolved = moduleExports[sym];
        }
        return resolved;
      }
      __name(resolveSymbol, "resolveSymbol");
      var proxyHandler = {
        get(stubs, prop) {
          switch (prop) {
            case "__memory_base":
              return memoryBase;
            case "__table_base":
              return tableBase;
          }
          if (prop in wasmImports && !wasmImports[prop].stub) {
            var res = wasmImports[prop];
            return res;
          }
          if (!(prop in stubs)) {
            var resolved;
            stubs[prop] = (...args2) => {
              resolved ||= resolveSymbol(prop);
              return resolved(...args2);
            };
          }
          return stubs[prop];
        }
      };
      var proxy = new Proxy({}, proxyHandler);
      currentModuleWeakSymbols = metadata.weakImports;
      var info = {
        "GOT.mem": new Proxy({}, GOTHandler),
        "GOT.func": new Proxy({}, GOTHandler),
        "env": proxy,
        "wasi_snapshot_preview1": proxy
      };
      function postInstantiation(module, instance) {
        updateTableMap(tableBase, metadata.tableSize);
        moduleExports = relocateExports(instance.exports, memoryBase);
        if (!flags.allowUndefined) {
          reportUndefinedSymbols();
        }
        function addEmAsm(addr, body) {
          var args = [];
          var arity = 0;
          for (; arity < 16; arity++) {
            if (body.indexOf("$" + arity) != -1) {
              args.push("$" + arity);
            } else {
              break;
            }
          }
          args = args.join(",");
          var func = `(${args}) => { ${body} };`;
          ASM_CONSTS[start] = eval(func);
        }
        __name(addEmAsm, "addEmAsm");
        if ("__start_em_asm" in moduleExports) {
          var start = moduleExports["__start_em_asm"];
          var stop = moduleExports["__stop_em_asm"];
          while (start < stop) {
            var jsString = UTF8ToString(start);
            addEmAsm(start, jsString);
            start = HEAPU8.indexOf(0, start) + 1;
          }
        }
        function addEmJs(name, cSig, body) {
          var jsArgs = [];
          cSig = cSig.slice(1, -1);
          if (cSig != "void") {
            cSig = cSig.split(",");
            for (var i in cSig) {
              var jsArg = cSig[i].split(" ").pop();
              jsArgs.push(jsArg.replace("*", ""));
            }
          }
          var func = `(${jsArgs}) => ${body};`;
          moduleExports[name] = eval(func);
        }
        __name(addEmJs, "addEmJs");
        for (var name in moduleExports) {
          if (name.startsWith("__em_js__")) {
            var start = moduleExports[name];
            var jsString = UTF8ToString(start);
            var parts = jsString.split("<::>");
            addEmJs(name.replace("__em_js__", ""), parts[0], parts[1]);
            delete moduleExports[name];
          }
        }
        var applyRelocs = moduleExports["__wasm_apply_data_relocs"];
        if (applyRelocs) {
          if (runtimeInitialized) {
            applyRelocs();
          } else {
            __RELOC_FUNCS__.push(applyRelocs);
          }
        }
        var init = moduleExports["__wasm_call_ctors"];
        if (init) {
          if (runtimeInitialized) {
            init();
          } else {
            addOnPostCtor(init);
          }
        }
        return moduleExports;
      }
      __name(postInstantiation, "postInstantiation");
      if (flags.loadAsync) {
        return (async () => {
          var instance2;
          if (binary instanceof WebAssembly.Module) {
            instance2 = new WebAssembly.Instance(binary, info);
          } else {
            ({ module: binary, instance: instance2 } = await WebAssembly.instantiate(binary, info));
          }
          return postInstantiation(binary, instance2);
        })();
      }
      var module = binary instanceof WebAssembly.Module ? binary : new WebAssembly.Module(binary);
      var instance = new WebAssembly.Instance(module, info);
      return postInstantiation(module, instance);
    }
    __name(loadModule, "loadModule");
    flags = {
      ...flags,
      rpath: {
        parentLibPath: libName,
        paths: metadata.runtimePaths
      }
    };
    if (flags.loadAsync) {
      return metadata.neededDynlibs.reduce((chain, dynNeeded) => chain.then(() => loadDynamicLibrary(dynNeeded, flags, localScope)), Promise.resolve()).then(loadModule);
    }
    metadata.neededDynlibs.forEach((needed) => loadDynamicLibrary(needed, flags, localScope));
    return loadModule();
  }, "loadWebAssemblyModule");
  var mergeLibSymbols = /* @__PURE__ */ __name((exports, libName2) => {
    for (var [sym, exp] of Object.entries(exports)) {
      const setImport = /* @__PURE__ */ __name((target2) => {
        if (!isSymbolDefined(target2)) {
          wasmImports[target2] = exp;
        }
      }, "setImport");
      setImport(sym);
      const main_alias = "__main_argc_argv";
      if (sym == "main") {
        setImport(main_alias);
      }
      if (sym == main_alias) {
        setImport("main");
      }
    }
  }, "mergeLibSymbols");
  var asyncLoad = /* @__PURE__ */ __name(async (url) => {
    var arrayBuffer = await readAsync(url);
    return new Uint8Array(arrayBuffer);
  }, "asyncLoad");
  function loadDynamicLibrary(libName2, flags2 = {
    global: true,
    nodelete: true
  }, localScope2, handle2) {
    var dso = LDSO.loadedLibsByName[libName2];
    if (dso) {
      if (!flags2.global) {
        if (localScope2) {
          Object.assign(localScope2, dso.exports);
        }
      } else if (!dso.global) {
        dso.global = true;
        mergeLibSymbols(dso.exports, libName2);
      }
      if (flags2.nodelete && dso.refcount !== Infinity) {
        dso.refcount = Infinity;
      }
      dso.refcount++;
      if (handle2) {
        LDSO.loadedLibsByHandle[handle2] = dso;
      }
      return flags2.loadAsync ? Promise.resolve(true) : true;
    }
    dso = newDSO(libName2, handle2, "loading");
    dso.refcount = flags2.nodelete ? Infinity : 1;
    dso.global = flags2.global;
    function loadLibData() {
      if (handle2) {
        var data = LE_HEAP_LOAD_U32((handle2 + 28 >> 2) * 4);
        var dataSize = LE_HEAP_LOAD_U32((handle2 + 32 >> 2) * 4);
        if (data && dataSize) {
          var libData = HEAP8.slice(data, data + dataSize);
          return flags2.loadAsync ? Promise.resolve(libData) : libData;
        }
      }
      var libFile = locateFile(libName2);
      if (flags2.loadAsync) {
        return asyncLoad(libFile);
      }
      if (!readBinary) {
        throw new Error(`${libFile}: file not found, and synchronous loading of external files is not available`);
      }
      return readBinary(libFile);
    }
    __name(loadLibData, "loadLibData");
    function getExports() {
      if (flags2.loadAsync) {
        return loadLibData().then((libData) => loadWebAssemblyModule(libData, flags2, libName2, localScope2, handle2));
      }
      return loadWebAssemblyModule(loadLibData(), flags2, libName2, localScope2, handle2);
    }
    __name(getExports, "getExports");
    function moduleLoaded(exports) {
      if (dso.global) {
        mergeLibSymbols(exports, libName2);
      } else if (localScope2) {
        Object.assign(localScope2, exports);
      }
      dso.exports = exports;
    }
    __name(moduleLoaded, "moduleLoaded");
    if (flags2.loadAsync) {
      return getExports().then((exports) => {
        moduleLoaded(exports);
        return true;
      });
    }
    moduleLoaded(getExports());
    return true;
  }
  __name(loadDynamicLibrary, "loadDynamicLibrary");
  var reportUndefinedSymbols = /* @__PURE__ */ __name(() => {
    for (var [symName, entry2] of Object.entries(GOT)) {
      if (entry2.value == 0) {
        var value = resolveGlobalSymbol(symName, true).sym;
        if (!value && !entry2.required) {
          continue;
        }
        if (typeof value == "function") {
          entry2.value = addFunction(value, value.sig);
        } else if (typeof value == "number") {
          entry2.value = value;
        } else {
          throw new Error(`bad export type for '${symName}': ${typeof value}`);
        }
      }
    }
  }, "reportUndefinedSymbols");
  var runDependencies = 0;
  var dependenciesFulfilled = null;
  var removeRunDependency = /* @__PURE__ */ __name((id) => {
    runDependencies--;
    Module["monitorRunDependencies"]?.(runDependencies);
    if (runDependencies == 0) {
      if (dependenciesFulfilled) {
        var callback = dependenciesFulfilled;
        dependenciesFulfilled = null;
        callback();
      }
    }
  }, "removeRunDependency");
  var addRunDependency = /* @__PURE__ */ __name((id) => {
    runDependencies++;
    Module["monitorRunDependencies"]?.(runDependencies);
  }, "addRunDependency");
  var loadDylibs = /* @__PURE__ */ __name(async () => {
    if (!dynamicLibraries.length) {
      reportUndefinedSymbols();
      return;
    }
    addRunDependency("loadDylibs");
    for (var lib of dynamicLibraries) {
      await loadDynamicLibrary(lib, {
        loadAsync: true,
        global: true,
        nodelete: true,
        allowUndefined: true
      });
    }
    reportUndefinedSymbols();
    removeRunDependency("loadDylibs");
  }, "loadDylibs");
  var noExitRuntime = true;
  function setValue(ptr, value, type = "i8") {
    if (type.endsWith("*")) type = "*";
    switch (type) {
      case "i1":
        HEAP8[ptr] = value;
        break;
      case "i8":
        HEAP8[ptr] = value;
        break;
      case "i16":
        LE_HEAP_STORE_I16((ptr >> 1) * 2, value);
        break;
      case "i32":
        LE_HEAP_STORE_I32((ptr >> 2) * 4, value);
        break;
      case "i64":
        LE_HEAP_STORE_I64((ptr >> 3) * 8, BigInt(value));
        break;
      case "float":
        LE_HEAP_STORE_F32((ptr >> 2) * 4, value);
        break;
      case "double":
        LE_HEAP_STORE_F64((ptr >> 3) * 8, value);
        break;
      case "*":
        LE_HEAP_STORE_U32((ptr >> 2) * 4, value);
        break;
      default:
        abort(`invalid type for setValue: ${type}`);
    }
  }
  __name(setValue, "setValue");
  var ___memory_base = new WebAssembly.Global({
    "value": "i32",
    "mutable": false
  }, 1024);
  var ___stack_high = 82240;
  var ___stack_low = 16704;
  var ___stack_pointer = new WebAssembly.Global({
    "value": "i32",
    "mutable": true
  }, 82240);
  var ___table_base = new WebAssembly.Global({
    "value": "i32",
    "mutable": false
  }, 1);
  var __abort_js = /* @__PURE__ */ __name(() => abort(""), "__abort_js");
  __abort_js.sig = "v";
  var getHeapMax = /* @__PURE__ */ __name(() => (
    // Stay one Wasm page short of 4GB: while e.g. Chrome is able to allocate
    // full 4GB Wasm memories, the size will wrap back to 0 bytes in Wasm side
    // for any code that deals with heap sizes, which would require special
    // casing all heap size related code to treat 0 specially.
    2147483648
  ), "getHeapMax");
  var growMemory = /* @__PURE__ */ __name((size) => {
    var oldHeapSize = wasmMemory.buffer.byteLength;
    var pages = (size - oldHeapSize + 65535) / 65536 | 0;
    try {
      wasmMemory.grow(pages);
      updateMemoryViews();
      return 1;
    } catch (e) {
    }
  }, "growMemory");
  var _emscripten_resize_heap = /* @__PURE__ */ __name((requestedSize) => {
    var oldSize = HEAPU8.length;
    requestedSize >>>= 0;
    var maxHeapSize = getHeapMax();
    if (requestedSize > maxHeapSize) {
      return false;
    }
    for (var cutDown = 1; cutDown <= 4; cutDown *= 2) {
      var overGrownHeapSize = oldSize * (1 + 0.2 / cutDown);
      overGrownHeapSize = Math.min(overGrownHeapSize, requestedSize + 100663296);
      var newSize = Math.min(maxHeapSize, alignMemory(Math.max(requestedSize, overGrownHeapSize), 65536));
      var replacement = growMemory(newSize);
      if (replacement) {
        return true;
      }
    }
    return false;
  }, "_emscripten_resize_heap");
  _emscripten_resize_heap.sig = "ip";
  var _fd_close = /* @__PURE__ */ __name((fd) => 52, "_fd_close");
  _fd_close.sig = "ii";
  var INT53_MAX = 9007199254740992;
  var INT53_MIN = -9007199254740992;
  var bigintToI53Checked = /* @__PURE__ */ __name((num) => num < INT53_MIN || num > INT53_MAX ? NaN : Number(num), "bigintToI53Checked");
  function _fd_seek(fd, offset, whence, newOffset) {
    offset = bigintToI53Checked(offset);
    return 70;
  }
  __name(_fd_seek, "_fd_seek");
  _fd_seek.sig = "iijip";
  var printCharBuffers = [null, [], []];
  var printChar = /* @__PURE__ */ __name((stream, curr) => {
    var buffer = printCharBuffers[stream];
    if (curr === 0 || curr === 10) {
      (stream === 1 ? out : err)(UTF8ArrayToString(buffer));
      buffer.length = 0;
    } else {
      buffer.push(curr);
    }
  }, "printChar");
  var _fd_write = /* @__PURE__ */ __name((fd, iov, iovcnt, pnum) => {
    var num = 0;
    for (var i2 = 0; i2 < iovcnt; i2++) {
      var ptr = LE_HEAP_LOAD_U32((iov >> 2) * 4);
      var len = LE_HEAP_LOAD_U32((iov + 4 >> 2) * 4);
      iov += 8;
      for (var j = 0; j < len; j++) {
        printChar(fd, HEAPU8[ptr + j]);
      }
      num += len;
    }
    LE_HEAP_STORE_U32((pnum >> 2) * 4, num);
    return 0;
  }, "_fd_write");
  _fd_write.sig = "iippp";
  function _tree_sitter_log_callback(isLexMessage, messageAddress) {
    if (Module.currentLogCallback) {
      const message = UTF8ToString(messageAddress);
      Module.currentLogCallback(message, isLexMessage !== 0);
    }
  }
  __name(_tree_sitter_log_callback, "_tree_sitter_log_callback");
  function _tree_sitter_parse_callback(inputBufferAddress, index3, row, column2, lengthAddress) {
    const INPUT_BUFFER_SIZE = 10 * 1024;
    const string = Module.currentParseCallback(index3, {
      row,
      column: column2
    });
    if (typeof string === "string") {
      setValue(lengthAddress, string.length, "i32");
      stringToUTF16(string, inputBufferAddress, INPUT_BUFFER_SIZE);
    } else {
      setValue(lengthAddress, 0, "i32");
    }
  }
  __name(_tree_sitter_parse_callback, "_tree_sitter_parse_callback");
  function _tree_sitter_progress_callback(currentOffset, hasError) {
    if (Module.currentProgressCallback) {
      return Module.currentProgressCallback({
        currentOffset,
        hasError
      });
    }
    return false;
  }
  __name(_tree_sitter_progress_callback, "_tree_sitter_progress_callback");
  function _tree_sitter_query_progress_callback(currentOffset) {
    if (Module.currentQueryProgressCallback) {
      return Module.currentQueryProgressCallback({
        currentOffset
      });
    }
    return false;
  }
  __name(_tree_sitter_query_progress_callback, "_tree_sitter_query_progress_callback");
  var runtimeKeepaliveCounter = 0;
  var keepRuntimeAlive = /* @__PURE__ */ __name(() => noExitRuntime || runtimeKeepaliveCounter > 0, "keepRuntimeAlive");
  var _proc_exit = /* @__PURE__ */ __name((code3) => {
    EXITSTATUS = code3;
    if (!keepRuntimeAlive()) {
      Module["onExit"]?.(code3);
      ABORT = true;
    }
    quit_(code3, new ExitStatus(code3));
  }, "_proc_exit");
  _proc_exit.sig = "vi";
  var exitJS = /* @__PURE__ */ __name((status, implicit) => {
    EXITSTATUS = status;
    _proc_exit(status);
  }, "exitJS");
  var handleException = /* @__PURE__ */ __name((e) => {
    if (e instanceof ExitStatus || e == "unwind") {
      return EXITSTATUS;
    }
    quit_(1, e);
  }, "handleException");
  var lengthBytesUTF8 = /* @__PURE__ */ __name((str) => {
    var len = 0;
    for (var i2 = 0; i2 < str.length; ++i2) {
      var c = str.charCodeAt(i2);
      if (c <= 127) {
        len++;
      } else if (c <= 2047) {
        len += 2;
      } else if (c >= 55296 && c <= 57343) {
        len += 4;
        ++i2;
      } else {
        len += 3;
      }
    }
    return len;
  }, "lengthBytesUTF8");
  var stringToUTF8Array = /* @__PURE__ */ __name((str, heap, outIdx, maxBytesToWrite) => {
    if (!(maxBytesToWrite > 0)) return 0;
    var startIdx = outIdx;
    var endIdx = outIdx + maxBytesToWrite - 1;
    for (var i2 = 0; i2 < str.length; ++i2) {
      var u = str.codePointAt(i2);
      if (u <= 127) {
        if (outIdx >= endIdx) break;
        heap[outIdx++] = u;
      } else if (u <= 2047) {
        if (outIdx + 1 >= endIdx) break;
        heap[outIdx++] = 192 | u >> 6;
        heap[outIdx++] = 128 | u & 63;
      } else if (u <= 65535) {
        if (outIdx + 2 >= endIdx) break;
        heap[outIdx++] = 224 | u >> 12;
        heap[outIdx++] = 128 | u >> 6 & 63;
        heap[outIdx++] = 128 | u & 63;
      } else {
        if (outIdx + 3 >= endIdx) break;
        heap[outIdx++] = 240 | u >> 18;
        heap[outIdx++] = 128 | u >> 12 & 63;
        heap[outIdx++] = 128 | u >> 6 & 63;
        heap[outIdx++] = 128 | u & 63;
        i2++;
      }
    }
    heap[outIdx] = 0;
    return outIdx - startIdx;
  }, "stringToUTF8Array");
  var stringToUTF8 = /* @__PURE__ */ __name((str, outPtr, maxBytesToWrite) => stringToUTF8Array(str, HEAPU8, outPtr, maxBytesToWrite), "stringToUTF8");
  var stackAlloc = /* @__PURE__ */ __name((sz) => __emscripten_stack_alloc(sz), "stackAlloc");
  var stringToUTF8OnStack = /* @__PURE__ */ __name((str) => {
    var size = lengthBytesUTF8(str) + 1;
    var ret = stackAlloc(size);
    stringToUTF8(str, ret, size);
    return ret;
  }, "stringToUTF8OnStack");
  var AsciiToString = /* @__PURE__ */ __name((ptr) => {
    var str = "";
    while (1) {
      var ch = HEAPU8[ptr++];
      if (!ch) return str;
      str += String.fromCharCode(ch);
    }
  }, "AsciiToString");
  var stringToUTF16 = /* @__PURE__ */ __name((str, outPtr, maxBytesToWrite) => {
    maxBytesToWrite ??= 2147483647;
    if (maxBytesToWrite < 2) return 0;
    maxBytesToWrite -= 2;
    var startPtr = outPtr;
    var numCharsToWrite = maxBytesToWrite < str.length * 2 ? maxBytesToWrite / 2 : str.length;
    for (var i2 = 0; i2 < numCharsToWrite; ++i2) {
      var codeUnit = str.charCodeAt(i2);
      LE_HEAP_STORE_I16((outPtr >> 1) * 2, codeUnit);
      outPtr += 2;
    }
    LE_HEAP_STORE_I16((outPtr >> 1) * 2, 0);
    return outPtr - startPtr;
  }, "stringToUTF16");
  LE_ATOMICS_NATIVE_BYTE_ORDER = new Int8Array(new Int16Array([1]).buffer)[0] === 1 ? [
    /* little endian */
    ((x) => x),
    ((x) => x),
    void 0,
    ((x) => x)
  ] : [
    /* big endian */
    ((x) => x),
    ((x) => ((x & 65280) << 8 | (x & 255) << 24) >> 16),
    void 0,
    ((x) => x >> 24 & 255 | x >> 8 & 65280 | (x & 65280) << 8 | (x & 255) << 24)
  ];
  function LE_HEAP_UPDATE() {
    HEAPU16.unsigned = ((x) => x & 65535);
    HEAPU32.unsigned = ((x) => x >>> 0);
  }
  __name(LE_HEAP_UPDATE, "LE_HEAP_UPDATE");
  {
    initMemory();
    if (Module["noExitRuntime"]) noExitRuntime = Module["noExitRuntime"];
    if (Module["print"]) out = Module["print"];
    if (Module["printErr"]) err = Module["printErr"];
    if (Module["dynamicLibraries"]) dynamicLibraries = Module["dynamicLibraries"];
    if (Module["wasmBinary"]) wasmBinary = Module["wasmBinary"];
    if (Module["arguments"]) arguments_ = Module["arguments"];
    if (Module["thisProgram"]) thisProgram = Module["thisProgram"];
    if (Module["preInit"]) {
      if (typeof Module["preInit"] == "function") Module["preInit"] = [Module["preInit"]];
      while (Module["preInit"].length > 0) {
        Module["preInit"].shift()();
      }
    }
  }
  Module["setValue"] = setValue;
  Module["getValue"] = getValue;
  Module["UTF8ToString"] = UTF8ToString;
  Module["stringToUTF8"] = stringToUTF8;
  Module["lengthBytesUTF8"] = lengthBytesUTF8;
  Module["AsciiToString"] = AsciiToString;
  Module["stringToUTF16"] = stringToUTF16;
  Module["loadWebAssemblyModule"] = loadWebAssemblyModule;
  Module["LE_HEAP_STORE_I64"] = LE_HEAP_STORE_I64;
  var ASM_CONSTS = {};
  var _malloc, _calloc, _realloc, _free, _ts_range_edit, _memcmp, _ts_language_symbol_count, _ts_language_state_count, _ts_language_abi_version, _ts_language_name, _ts_language_field_count, _ts_language_next_state, _ts_language_symbol_name, _ts_language_symbol_for_name, _strncmp, _ts_language_symbol_type, _ts_language_field_name_for_id, _ts_lookahead_iterator_new, _ts_lookahead_iterator_delete, _ts_lookahead_iterator_reset_state, _ts_lookahead_iterator_reset, _ts_lookahead_iterator_next, _ts_lookahead_iterator_current_symbol, _ts_point_edit, _ts_parser_delete, _ts_parser_reset, _ts_parser_set_language, _ts_parser_set_included_ranges, _ts_query_new, _ts_query_delete, _iswspace, _iswalnum, _ts_query_copy, _ts_query_pattern_count, _ts_query_capture_count, _ts_query_string_count, _ts_query_capture_name_for_id, _ts_query_capture_quantifier_for_id, _ts_query_string_value_for_id, _ts_query_predicates_for_pattern, _ts_query_start_byte_for_pattern, _ts_query_end_byte_for_pattern, _ts_query_is_pattern_rooted, _ts_query_is_pattern_non_local, _ts_query_is_pattern_guaranteed_at_step, _ts_query_disable_capture, _ts_query_disable_pattern, _ts_tree_copy, _ts_tree_delete, _ts_init, _ts_parser_new_wasm, _ts_parser_enable_logger_wasm, _ts_parser_parse_wasm, _ts_parser_included_ranges_wasm, _ts_language_type_is_named_wasm, _ts_language_type_is_visible_wasm, _ts_language_metadata_wasm, _ts_language_supertypes_wasm, _ts_language_subtypes_wasm, _ts_tree_root_node_wasm, _ts_tree_root_node_with_offset_wasm, _ts_tree_edit_wasm, _ts_tree_included_ranges_wasm, _ts_tree_get_changed_ranges_wasm, _ts_tree_cursor_new_wasm, _ts_tree_cursor_copy_wasm, _ts_tree_cursor_delete_wasm, _ts_tree_cursor_reset_wasm, _ts_tree_cursor_reset_to_wasm, _ts_tree_cursor_goto_first_child_wasm, _ts_tree_cursor_goto_last_child_wasm, _ts_tree_cursor_goto_first_child_for_index_wasm, _ts_tree_cursor_goto_first_child_for_position_wasm, _ts_tree_cursor_goto_next_sibling_wasm, _ts_tree_cursor_goto_previous_sibling_wasm, _ts_tree_cursor_goto_descendant_wasm, _ts_tree_cursor_goto_parent_wasm, _ts_tree_cursor_current_node_type_id_wasm, _ts_tree_cursor_current_node_state_id_wasm, _ts_tree_cursor_current_node_is_named_wasm, _ts_tree_cursor_current_node_is_missing_wasm, _ts_tree_cursor_current_node_id_wasm, _ts_tree_cursor_start_position_wasm, _ts_tree_cursor_end_position_wasm, _ts_tree_cursor_start_index_wasm, _ts_tree_cursor_end_index_wasm, _ts_tree_cursor_current_field_id_wasm, _ts_tree_cursor_current_depth_wasm, _ts_tree_cursor_current_descendant_index_wasm, _ts_tree_cursor_current_node_wasm, _ts_node_symbol_wasm, _ts_node_field_name_for_child_wasm, _ts_node_field_name_for_named_child_wasm, _ts_node_children_by_field_id_wasm, _ts_node_first_child_for_byte_wasm, _ts_node_first_named_child_for_byte_wasm, _ts_node_grammar_symbol_wasm, _ts_node_child_count_wasm, _ts_node_named_child_count_wasm, _ts_node_child_wasm, _ts_node_named_child_wasm, _ts_node_child_by_field_id_wasm, _ts_node_next_sibling_wasm, _ts_node_prev_sibling_wasm, _ts_node_next_named_sibling_wasm, _ts_node_prev_named_sibling_wasm, _ts_node_descendant_count_wasm, _ts_node_parent_wasm, _ts_node_child_with_descendant_wasm, _ts_node_descendant_for_index_wasm, _ts_node_named_descendant_for_index_wasm, _ts_node_descendant_for_position_wasm, _ts_node_named_descendant_for_position_wasm, _ts_node_start_point_wasm, _ts_node_end_point_wasm, _ts_node_start_index_wasm, _ts_node_end_index_wasm, _ts_node_to_string_wasm, _ts_node_children_wasm, _ts_node_named_children_wasm, _ts_node_descendants_of_type_wasm, _ts_node_is_named_wasm, _ts_node_has_changes_wasm, _ts_node_has_error_wasm, _ts_node_is_error_wasm, _ts_node_is_missing_wasm, _ts_node_is_extra_wasm, _ts_node_parse_state_wasm, _ts_node_next_parse_state_wasm, _ts_query_matches_wasm, _ts_query_captures_wasm, _memset, _memcpy, _memmove, _iswalpha, _iswblank, _iswdigit, _iswlower, _iswpunct, _iswupper, _iswxdigit, _memchr, _strlen, _strcmp, _strncat, _strncpy, _towlower, _towupper, _setThrew, __emscripten_stack_restore, __emscripten_stack_alloc, _emscripten_stack_get_current, ___wasm_apply_data_relocs;
  function assignWasmExports(wasmExports2) {
    Module["_malloc"] = _malloc = wasmExports2["malloc"];
    Module["_calloc"] = _calloc = wasmExports2["calloc"];
    Module["_realloc"] = _realloc = wasmExports2["realloc"];
    Module["_free"] = _free = wasmExports2["free"];
    Module["_ts_range_edit"] = _ts_range_edit = wasmExports2["ts_range_edit"];
    Module["_memcmp"] = _memcmp = wasmExports2["memcmp"];
    Module["_ts_language_symbol_count"] = _ts_language_symbol_count = wasmExports2["ts_language_symbol_count"];
    Module["_ts_language_state_count"] = _ts_language_state_count = wasmExports2["ts_language_state_count"];
    Module["_ts_language_abi_version"] = _ts_language_abi_version = wasmExports2["ts_language_abi_version"];
    Module["_ts_language_name"] = _ts_language_name = wasmExports2["ts_language_name"];
    Module["_ts_language_field_count"] = _ts_language_field_count = wasmExports2["ts_language_field_count"];
    Module["_ts_language_next_state"] = _ts_language_next_state = wasmExports2["ts_language_next_state"];
    Module["_ts_language_symbol_name"] = _ts_language_symbol_name = wasmExports2["ts_language_symbol_name"];
    Module["_ts_language_symbol_for_name"] = _ts_language_symbol_for_name = wasmExports2["ts_language_symbol_for_name"];
    Module["_strncmp"] = _strncmp = wasmExports2["strncmp"];
    Module["_ts_language_symbol_type"] = _ts_language_symbol_type = wasmExports2["ts_language_symbol_type"];
    Module["_ts_language_field_name_for_id"] = _ts_language_field_name_for_id = wasmExports2["ts_language_field_name_for_id"];
    Module["_ts_lookahead_iterator_new"] = _ts_lookahead_iterator_new = wasmExports2["ts_lookahead_iterator_new"];
    Module["_ts_lookahead_iterator_delete"] = _ts_lookahead_iterator_delete = wasmExports2["ts_lookahead_iterator_delete"];
    Module["_ts_lookahead_iterator_reset_state"] = _ts_lookahead_iterator_reset_state = wasmExports2["ts_lookahead_iterator_reset_state"];
    Module["_ts_lookahead_iterator_reset"] = _ts_lookahead_iterator_reset = wasmExports2["ts_lookahead_iterator_reset"];
    Module["_ts_lookahead_iterator_next"] = _ts_lookahead_iterator_next = wasmExports2["ts_lookahead_iterator_next"];
    Module["_ts_lookahead_iterator_current_symbol"] = _ts_lookahead_iterator_current_symbol = wasmExports2["ts_lookahead_iterator_current_symbol"];
    Module["_ts_point_edit"] = _ts_point_edit = wasmExports2["ts_point_edit"];
    Module["_ts_parser_delete"] = _ts_parser_delete = wasmExports2["ts_parser_delete"];
    Module["_ts_parser_reset"] = _ts_parser_reset = wasmExports2["ts_parser_reset"];
    Module["_ts_parser_set_language"] = _ts_parser_set_language = wasmExports2["ts_parser_set_language"];
    Module["_ts_parser_set_included_ranges"] = _ts_parser_set_included_ranges = wasmExports2["ts_parser_set_included_ranges"];
    Module["_ts_query_new"] = _ts_query_new = wasmExports2["ts_query_new"];
    Module["_ts_query_delete"] = _ts_query_delete = wasmExports2["ts_query_delete"];
    Module["_iswspace"] = _iswspace = wasmExports2["iswspace"];
    Module["_iswalnum"] = _iswalnum = wasmExports2["iswalnum"];
    Module["_ts_query_copy"] = _ts_query_copy = wasmExports2["ts_query_copy"];
    Module["_ts_query_pattern_count"] = _ts_query_pattern_count = wasmExports2["ts_query_pattern_count"];
    Module["_ts_query_capture_count"] = _ts_query_capture_count = wasmExports2["ts_query_capture_count"];
    Module["_ts_query_string_count"] = _ts_query_string_count = wasmExports2["ts_query_string_count"];
    Module["_ts_query_capture_name_for_id"] = _ts_query_capture_name_for_id = wasmExports2["ts_query_capture_name_for_id"];
    Module["_ts_query_capture_quantifier_for_id"] = _ts_query_capture_quantifier_for_id = wasmExports2["ts_query_capture_quantifier_for_id"];
    Module["_ts_query_string_value_for_id"] = _ts_query_string_value_for_id = wasmExports2["ts_query_string_value_for_id"];
    Module["_ts_query_predicates_for_pattern"] = _ts_query_predicates_for_pattern = wasmExports2["ts_query_predicates_for_pattern"];
    Module["_ts_query_start_byte_for_pattern"] = _ts_query_start_byte_for_pattern = wasmExports2["ts_query_start_byte_for_pattern"];
    Module["_ts_query_end_byte_for_pattern"] = _ts_query_end_byte_for_pattern = wasmExports2["ts_query_end_byte_for_pattern"];
    Module["_ts_query_is_pattern_rooted"] = _ts_query_is_pattern_rooted = wasmExports2["ts_query_is_pattern_rooted"];
    Module["_ts_query_is_pattern_non_local"] = _ts_query_is_pattern_non_local = wasmExports2["ts_query_is_pattern_non_local"];
    Module["_ts_query_is_pattern_guaranteed_at_step"] = _ts_query_is_pattern_guaranteed_at_step = wasmExports2["ts_query_is_pattern_guaranteed_at_step"];
    Module["_ts_query_disable_capture"] = _ts_query_disable_capture = wasmExports2["ts_query_disable_capture"];
    Module["_ts_query_disable_pattern"] = _ts_query_disable_pattern = wasmExports2["ts_query_disable_pattern"];
    Module["_ts_tree_copy"] = _ts_tree_copy = wasmExports2["ts_tree_copy"];
    Module["_ts_tree_delete"] = _ts_tree_delete = wasmExports2["ts_tree_delete"];
    Module["_ts_init"] = _ts_init = wasmExports2["ts_init"];
    Module["_ts_parser_new_wasm"] = _ts_parser_new_wasm = wasmExports2["ts_parser_new_wasm"];
    Module["_ts_parser_enable_logger_wasm"] = _ts_parser_enable_logger_wasm = wasmExports2["ts_parser_enable_logger_wasm"];
    Module["_ts_parser_parse_wasm"] = _ts_parser_parse_wasm = wasmExports2["ts_parser_parse_wasm"];
    Module["_ts_parser_included_ranges_wasm"] = _ts_parser_included_ranges_wasm = wasmExports2["ts_parser_included_ranges_wasm"];
    Module["_ts_language_type_is_named_wasm"] = _ts_language_type_is_named_wasm = wasmExports2["ts_language_type_is_named_wasm"];
    Module["_ts_language_type_is_visible_wasm"] = _ts_language_type_is_visible_wasm = wasmExports2["ts_language_type_is_visible_wasm"];
    Module["_ts_language_metadata_wasm"] = _ts_language_metadata_wasm = wasmExports2["ts_language_metadata_wasm"];
    Module["_ts_language_supertypes_wasm"] = _ts_language_supertypes_wasm = wasmExports2["ts_language_supertypes_wasm"];
    Module["_ts_language_subtypes_wasm"] = _ts_language_subtypes_wasm = wasmExports2["ts_language_subtypes_wasm"];
    Module["_ts_tree_root_node_wasm"] = _ts_tree_root_node_wasm = wasmExports2["ts_tree_root_node_wasm"];
    Module["_ts_tree_root_node_with_offset_wasm"] = _ts_tree_root_node_with_offset_wasm = wasmExports2["ts_tree_root_node_with_offset_wasm"];
    Module["_ts_tree_edit_wasm"] = _ts_tree_edit_wasm = wasmExports2["ts_tree_edit_wasm"];
    Module["_ts_tree_included_ranges_wasm"] = _ts_tree_included_ranges_wasm = wasmExports2["ts_tree_included_ranges_wasm"];
    Module["_ts_tree_get_changed_ranges_wasm"] = _ts_tree_get_changed_ranges_wasm = wasmExports2["ts_tree_get_changed_ranges_wasm"];
    Module["_ts_tree_cursor_new_wasm"] = _ts_tree_cursor_new_wasm = wasmExports2["ts_tree_cursor_new_wasm"];
    Module["_ts_tree_cursor_copy_wasm"] = _ts_tree_cursor_copy_wasm = wasmExports2["ts_tree_cursor_copy_wasm"];
    Module["_ts_tree_cursor_delete_wasm"] = _ts_tree_cursor_delete_wasm = wasmExports2["ts_tree_cursor_delete_wasm"];
    Module["_ts_tree_cursor_reset_wasm"] = _ts_tree_cursor_reset_wasm = wasmExports2["ts_tree_cursor_reset_wasm"];
    Module["_ts_tree_cursor_reset_to_wasm"] = _ts_tree_cursor_reset_to_wasm = wasmExports2["ts_tree_cursor_reset_to_wasm"];
    Module["_ts_tree_cursor_goto_first_child_wasm"] = _ts_tree_cursor_goto_first_child_wasm = wasmExports2["ts_tree_cursor_goto_first_child_wasm"];
    Module["_ts_tree_cursor_goto_last_child_wasm"] = _ts_tree_cursor_goto_last_child_wasm = wasmExports2["ts_tree_cursor_goto_last_child_wasm"];
    Module["_ts_tree_cursor_goto_first_child_for_index_wasm"] = _ts_tree_cursor_goto_first_child_for_index_wasm = wasmExports2["ts_tree_cursor_goto_first_child_for_index_wasm"];
    Module["_ts_tree_cursor_goto_first_child_for_position_wasm"] = _ts_tree_cursor_goto_first_child_for_position_wasm = wasmExports2["ts_tree_cursor_goto_first_child_for_position_wasm"];
    Module["_ts_tree_cursor_goto_next_sibling_wasm"] = _ts_tree_cursor_goto_next_sibling_wasm = wasmExports2["ts_tree_cursor_goto_next_sibling_wasm"];
    Module["_ts_tree_cursor_goto_previous_sibling_wasm"] = _ts_tree_cursor_goto_previous_sibling_wasm = wasmExports2["ts_tree_cursor_goto_previous_sibling_wasm"];
    Module["_ts_tree_cursor_goto_descendant_wasm"] = _ts_tree_cursor_goto_descendant_wasm = wasmExports2["ts_tree_cursor_goto_descendant_wasm"];
    Module["_ts_tree_cursor_goto_parent_wasm"] = _ts_tree_cursor_goto_parent_wasm = wasmExports2["ts_tree_cursor_goto_parent_wasm"];
    Module["_ts_tree_cursor_current_node_type_id_wasm"] = _ts_tree_cursor_current_node_type_id_wasm = wasmExports2["ts_tree_cursor_current_node_type_id_wasm"];
    Module["_ts_tree_cursor_current_node_state_id_wasm"] = _ts_tree_cursor_current_node_state_id_wasm = wasmExports2["ts_tree_cursor_current_node_state_id_wasm"];
    Module["_ts_tree_cursor_current_node_is_named_wasm"] = _ts_tree_cursor_current_node_is_named_wasm = wasmExports2["ts_tree_cursor_current_node_is_named_wasm"];
    Module["_ts_tree_cursor_current_node_is_missing_wasm"] = _ts_tree_cursor_current_node_is_missing_wasm = wasmExports2["ts_tree_cursor_current_node_is_missing_wasm"];
    Module["_ts_tree_cursor_current_node_id_wasm"] = _ts_tree_cursor_current_node_id_wasm = wasmExports2["ts_tree_cursor_current_node_id_wasm"];
    Module["_ts_tree_cursor_start_position_wasm"] = _ts_tree_cursor_start_position_wasm = wasmExports2["ts_tree_cursor_start_position_wasm"];
    Module["_ts_tree_cursor_end_position_wasm"] = _ts_tree_cursor_end_position_wasm = wasmExports2["ts_tree_cursor_end_position_wasm"];
    Module["_ts_tree_cursor_start_index_wasm"] = _ts_tree_cursor_start_index_wasm = wasmExports2["ts_tree_cursor_start_index_wasm"];
    Module["_ts_tree_cursor_end_index_wasm"] = _ts_tree_cursor_end_index_wasm = wasmExports2["ts_tree_cursor_end_index_wasm"];
    Module["_ts_tree_cursor_current_field_id_wasm"] = _ts_tree_cursor_current_field_id_wasm = wasmExports2["ts_tree_cursor_current_field_id_wasm"];
    Module["_ts_tree_cursor_current_depth_wasm"] = _ts_tree_cursor_current_depth_wasm = wasmExports2["ts_tree_cursor_current_depth_wasm"];
    Module["_ts_tree_cursor_current_descendant_index_wasm"] = _ts_tree_cursor_current_descendant_index_wasm = wasmExports2["ts_tree_cursor_current_descendant_index_wasm"];
    Module["_ts_tree_cursor_current_node_wasm"] = _ts_tree_cursor_current_node_wasm = wasmExports2["ts_tree_cursor_current_node_wasm"];
    Module["_ts_node_symbol_wasm"] = _ts_node_symbol_wasm = wasmExports2["ts_node_symbol_wasm"];
    Module["_ts_node_field_name_for_child_wasm"] = _ts_node_field_name_for_child_wasm = wasmExports2["ts_node_field_name_for_child_wasm"];
    Module["_ts_node_field_name_for_named_child_wasm"] = _ts_node_field_name_for_named_child_wasm = wasmExports2["ts_node_field_name_for_named_child_wasm"];
    Module["_ts_node_children_by_field_id_wasm"] = _ts_node_children_by_field_id_wasm = wasmExports2["ts_node_children_by_field_id_wasm"];
    Module["_ts_node_first_child_for_byte_wasm"] = _ts_node_first_child_for_byte_wasm = wasmExports2["ts_node_first_child_for_byte_wasm"];
    Module["_ts_node_first_named_child_for_byte_wasm"] = _ts_node_first_named_child_for_byte_wasm = wasmExports2["ts_node_first_named_child_for_byte_wasm"];
    Module["_ts_node_grammar_symbol_wasm"] = _ts_node_grammar_symbol_wasm = wasmExports2["ts_node_grammar_symbol_wasm"];
    Module["_ts_node_child_count_wasm"] = _ts_node_child_count_wasm = wasmExports2["ts_node_child_count_wasm"];
    Module["_ts_node_named_child_count_wasm"] = _ts_node_named_child_count_wasm = wasmExports2["ts_node_named_child_count_wasm"];
    Module["_ts_node_child_wasm"] = _ts_node_child_wasm = wasmExports2["ts_node_child_wasm"];
    Module["_ts_node_named_child_wasm"] = _ts_node_named_child_wasm = wasmExports2["ts_node_named_child_wasm"];
    Module["_ts_node_child_by_field_id_wasm"] = _ts_node_child_by_field_id_wasm = wasmExports2["ts_node_child_by_field_id_wasm"];
    Module["_ts_node_next_sibling_wasm"] = _ts_node_next_sibling_wasm = wasmExports2["ts_node_next_sibling_wasm"];
    Module["_ts_node_prev_sibling_wasm"] = _ts_node_prev_sibling_wasm = wasmExports2["ts_node_prev_sibling_wasm"];
    Module["_ts_node_next_named_sibling_wasm"] = _ts_node_next_named_sibling_wasm = wasmExports2["ts_node_next_named_sibling_wasm"];
    Module["_ts_node_prev_named_sibling_wasm"] = _ts_node_prev_named_sibling_wasm = wasmExports2["ts_node_prev_named_sibling_wasm"];
    Module["_ts_node_descendant_count_wasm"] = _ts_node_descendant_count_wasm = wasmExports2["ts_node_descendant_count_wasm"];
    Module["_ts_node_parent_wasm"] = _ts_node_parent_wasm = wasmExports2["ts_node_parent_wasm"];
    Module["_ts_node_child_with_descendant_wasm"] = _ts_node_child_with_descendant_wasm = wasmExports2["ts_node_child_with_descendant_wasm"];
    Module["_ts_node_descendant_for_index_wasm"] = _ts_node_descendant_for_index_wasm = wasmExports2["ts_node_descendant_for_index_wasm"];
    Module["_ts_node_named_descendant_for_index_wasm"] = _ts_node_named_descendant_for_index_wasm = wasmExports2["ts_node_named_descendant_for_index_wasm"];
    Module["_ts_node_descendant_for_position_wasm"] = _ts_node_descendant_for_position_wasm = wasmExports2["ts_node_descendant_for_position_wasm"];
    Module["_ts_node_named_descendant_for_position_wasm"] = _ts_node_named_descendant_for_position_wasm = wasmExports2["ts_node_named_descendant_for_position_wasm"];
    Module["_ts_node_start_point_wasm"] = _ts_node_start_point_wasm = wasmExports2["ts_node_start_point_wasm"];
    Module["_ts_node_end_point_wasm"] = _ts_node_end_point_wasm = wasmExports2["ts_node_end_point_wasm"];
    Module["_ts_node_start_index_wasm"] = _ts_node_start_index_wasm = wasmExports2["ts_node_start_index_wasm"];
    Module["_ts_node_end_index_wasm"] = _ts_node_end_index_wasm = wasmExports2["ts_node_end_index_wasm"];
    Module["_ts_node_to_string_wasm"] = _ts_node_to_string_wasm = wasmExports2["ts_node_to_string_wasm"];
    Module["_ts_node_children_wasm"] = _ts_node_children_wasm = wasmExports2["ts_node_children_wasm"];
    Module["_ts_node_named_children_wasm"] = _ts_node_named_children_wasm = wasmExports2["ts_node_named_children_wasm"];
    Module["_ts_node_descendants_of_type_wasm"] = _ts_node_descendants_of_type_wasm = wasmExports2["ts_node_descendants_of_type_wasm"];
    Module["_ts_node_is_named_wasm"] = _ts_node_is_named_wasm = wasmExports2["ts_node_is_named_wasm"];
    Module["_ts_node_has_changes_wasm"] = _ts_node_has_changes_wasm = wasmExports2["ts_node_has_changes_wasm"];
    Module["_ts_node_has_error_wasm"] = _ts_node_has_error_wasm = wasmExports2["ts_node_has_error_wasm"];
    Module["_ts_node_is_error_wasm"] = _ts_node_is_error_wasm = wasmExports2["ts_node_is_error_wasm"];
    Module["_ts_node_is_missing_wasm"] = _ts_node_is_missing_wasm = wasmExports2["ts_node_is_missing_wasm"];
    Module["_ts_node_is_extra_wasm"] = _ts_node_is_extra_wasm = wasmExports2["ts_node_is_extra_wasm"];
    Module["_ts_node_parse_state_wasm"] = _ts_node_parse_state_wasm = wasmExports2["ts_node_parse_state_wasm"];
    Module["_ts_node_next_parse_state_wasm"] = _ts_node_next_parse_state_wasm = wasmExports2["ts_node_next_parse_state_wasm"];
    Module["_ts_query_matches_wasm"] = _ts_query_matches_wasm = wasmExports2["ts_query_matches_wasm"];
    Module["_ts_query_captures_wasm"] = _ts_query_captures_wasm = wasmExports2["ts_query_captures_wasm"];
    Module["_memset"] = _memset = wasmExports2["memset"];
    Module["_memcpy"] = _memcpy = wasmExports2["memcpy"];
    Module["_memmove"] = _memmove = wasmExports2["memmove"];
    Module["_iswalpha"] = _iswalpha = wasmExports2["iswalpha"];
    Module["_iswblank"] = _iswblank = wasmExports2["iswblank"];
    Module["_iswdigit"] = _iswdigit = wasmExports2["iswdigit"];
    Module["_iswlower"] = _iswlower = wasmExports2["iswlower"];
    Module["_iswpunct"] = _iswpunct = wasmExports2["iswpunct"];
    Module["_iswupper"] = _iswupper = wasmExports2["iswupper"];
    Module["_iswxdigit"] = _iswxdigit = wasmExports2["iswxdigit"];
    Module["_memchr"] = _memchr = wasmExports2["memchr"];
    Module["_strlen"] = _strlen = wasmExports2["strlen"];
    Module["_strcmp"] = _strcmp = wasmExports2["strcmp"];
    Module["_strncat"] = _strncat = wasmExports2["strncat"];
    Module["_strncpy"] = _strncpy = wasmExports2["strncpy"];
    Module["_towlower"] = _towlower = wasmExports2["towlower"];
    Module["_towupper"] = _towupper = wasmExports2["towupper"];
    _setThrew = wasmExports2["setThrew"];
    __emscripten_stack_restore = wasmExports2["_emscripten_stack_restore"];
    __emscripten_stack_alloc = wasmExports2["_emscripten_stack_alloc"];
    _emscripten_stack_get_current = wasmExports2["emscripten_stack_get_current"];
    ___wasm_apply_data_relocs = wasmExports2["__wasm_apply_data_relocs"];
  }
  __name(assignWasmExports, "assignWasmExports");
  var wasmImports = {
    /** @export */
    __heap_base: ___heap_base,
    /** @export */
    __indirect_function_table: wasmTable,
    /** @export */
    __memory_base: ___memory_base,
    /** @export */
    __stack_high: ___stack_high,
    /** @export */
    __stack_low: ___stack_low,
    /** @export */
    __stack_pointer: ___stack_pointer,
    /** @export */
    __table_base: ___table_base,
    /** @export */
    _abort_js: __abort_js,
    /** @export */
    emscripten_resize_heap: _emscripten_resize_heap,
    /** @export */
    fd_close: _fd_close,
    /** @export */
    fd_seek: _fd_seek,
    /** @export */
    fd_write: _fd_write,
    /** @export */
    memory: wasmMemory,
    /** @export */
    tree_sitter_log_callback: _tree_sitter_log_callback,
    /** @export */
    tree_sitter_parse_callback: _tree_sitter_parse_callback,
    /** @export */
    tree_sitter_progress_callback: _tree_sitter_progress_callback,
    /** @export */
    tree_sitter_query_progress_callback: _tree_sitter_query_progress_callback
  };
  function callMain(args2 = []) {
    var entryFunction = resolveGlobalSymbol("main").sym;
    if (!entryFunction) return;
    args2.unshift(thisProgram);
    var argc = args2.length;
    var argv = stackAlloc((argc + 1) * 4);
    var argv_ptr = argv;
    args2.forEach((arg) => {
      LE_HEAP_STORE_U32((argv_ptr >> 2) * 4, stringToUTF8OnStack(arg));
      argv_ptr += 4;
    });
    LE_HEAP_STORE_U32((argv_ptr >> 2) * 4, 0);
    try {
      var ret = entryFunction(argc, argv);
      exitJS(
        ret,
        /* implicit = */
        true
      );
      return ret;
    } catch (e) {
      return handleException(e);
    }
  }
  __name(callMain, "callMain");
  function run(args2 = arguments_) {
    if (runDependencies > 0) {
      dependenciesFulfilled = run;
      return;
    }
    preRun();
    if (runDependencies > 0) {
      dependenciesFulfilled = run;
      return;
    }
    function doRun() {
      Module["calledRun"] = true;
      if (ABORT) return;
      initRuntime();
      preMain();
      readyPromiseResolve?.(Module);
      Module["onRuntimeInitialized"]?.();
      var noInitialRun = Module["noInitialRun"] || false;
      if (!noInitialRun) callMain(args2);
      postRun();
    }
    __name(doRun, "doRun");
    if (Module["setStatus"]) {
      Module["setStatus"]("Running...");
      setTimeout(() => {
        setTimeout(() => Module["setStatus"](""), 1);
        doRun();
      }, 1);
    } else {
      doRun();
    }
  }
  __name(run, "run");
  var wasmExports;
  wasmExports = await createWasm();
  run();
  if (runtimeInitialized) {
    moduleRtn = Module;
  } else {
    moduleRtn = new Promise((resolve2, reject) => {
      readyPromiseResolve = resolve2;
      readyPromiseReject = reject;
    });
  }
  return moduleRtn;
}
__name(Module2, "Module");
var web_tree_sitter_default = Module2;
var Module3 = null;
async function initializeBinding(moduleOptions) {
  return Module3 ??= await web_tree_sitter_default(moduleOptions);
}
__name(initializeBinding, "initializeBinding");
function checkModule() {
  return !!Module3;
}
__name(checkModule, "checkModule");
var TRANSFER_BUFFER;
var LANGUAGE_VERSION;
var MIN_COMPATIBLE_VERSION;
var finalizer4 = newFinalizer((addresses) => {
  C._ts_parser_delete(addresses[0]);
  C._free(addresses[1]);
});
var Parser = class {
  static {
    __name(this, "Parser");
  }
  /** @internal */
  [0] = 0;
  // Internal handle for Wasm
  /** @internal */
  [1] = 0;
  // Internal handle for Wasm
  /** @internal */
  logCallback = null;
  /** The parser's current language. */
  language = null;
  /**
   * This must always be called before creating a Parser.
   *
   * You can optionally pass in options to configure the Wasm module, the most common
   * one being `locateFile` to help the module find the `.wasm` file.
   */
  static async init(moduleOptions) {
    setModule(await initializeBinding(moduleOptions));
    TRANSFER_BUFFER = C._ts_init();
    LANGUAGE_VERSION = C.getValue(TRANSFER_BUFFER, "i32");
    MIN_COMPATIBLE_VERSION = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
  }
  /**
   * Create a new parser.
   */
  constructor() {
    this.initialize();
    finalizer4?.register(this, [this[0], this[1]], this);
  }
  /** @internal */
  initialize() {
    if (!checkModule()) {
      throw new Error("cannot construct a Parser before calling `init()`");
    }
    C._ts_parser_new_wasm();
    this[0] = C.getValue(TRANSFER_BUFFER, "i32");
    this[1] = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
  }
  /** Delete the parser, freeing its resources. */
  delete() {
    finalizer4?.unregister(this);
    C._ts_parser_delete(this[0]);
    C._free(this[1]);
    this[0] = 0;
    this[1] = 0;
  }
  /**
   * Set the language that the parser should use for parsing.
   *
   * If the language was not successfully assigned, an error will be thrown.
   * This happens if the language was generated with an incompatible
   * version of the Tree-sitter CLI. Check the language's version using
   * {@link Language#version} and compare it to this library's
   * {@link LANGUAGE_VERSION} and {@link MIN_COMPATIBLE_VERSION} constants.
   */
  setLanguage(language) {
    let address2;
    if (!language) {
      address2 = 0;
      this.language = null;
    } else if (language.constructor === Language) {
      address2 = language[0];
      const version = C._ts_language_abi_version(address2);
      if (version < MIN_COMPATIBLE_VERSION || LANGUAGE_VERSION < version) {
        throw new Error(
          `Incompatible language version ${version}. Compatibility range ${MIN_COMPATIBLE_VERSION} through ${LANGUAGE_VERSION}.`
        );
      }
      this.language = language;
    } else {
      throw new Error("Argument must be a Language");
    }
    C._ts_parser_set_language(this[0], address2);
    return this;
  }
  /**
   * Parse a slice of UTF8 text.
   *
   * @param {string | ParseCallback} callback - The UTF8-encoded text to parse or a callback function.
   *
   * @param {Tree | null} [oldTree] - A previous syntax tree parsed from the same document. If the text of the
   *   document has changed since `oldTree` was created, then you must edit `oldTree` to match
   *   the new text using {@link Tree#edit}.
   *
   * @param {ParseOptions} [options] - Options for parsing the text.
   *  This can be used to set the included ranges, or a progress callback.
   *
   * @returns {Tree | null} A {@link Tree} if parsing succeeded, or `null` if:
   *  - The parser has not yet had a language assigned with {@link Parser#setLanguage}.
   *  - The progress callback returned true.
   */
  parse(callback, oldTree, options) {
    if (typeof callback === "string") {
      C.currentParseCallback = (index3) => callback.slice(index3);
    } else if (typeof callback === "function") {
      C.currentParseCallback = callback;
    } else {
      throw new Error("Argument must be a string or a function");
    }
    if (options?.progressCallback) {
      C.currentProgressCallback = options.progressCallback;
    } else {
      C.currentProgressCallback = null;
    }
    if (this.logCallback) {
      C.currentLogCallback = this.logCallback;
      C._ts_parser_enable_logger_wasm(this[0], 1);
    } else {
      C.currentLogCallback = null;
      C._ts_parser_enable_logger_wasm(this[0], 0);
    }
    let rangeCount = 0;
    let rangeAddress = 0;
    if (options?.includedRanges) {
      rangeCount = options.includedRanges.length;
      rangeAddress = C._calloc(rangeCount, SIZE_OF_RANGE);
      let address2 = rangeAddress;
      for (let i2 = 0; i2 < rangeCount; i2++) {
        marshalRange(address2, options.includedRanges[i2]);
        address2 += SIZE_OF_RANGE;
      }
    }
    const treeAddress = C._ts_parser_parse_wasm(
      this[0],
      this[1],
      oldTree ? oldTree[0] : 0,
      rangeAddress,
      rangeCount
    );
    if (!treeAddress) {
      C.currentParseCallback = null;
      C.currentLogCallback = null;
      C.currentProgressCallback = null;
      return null;
    }
    if (!this.language) {
      throw new Error("Parser must have a language to parse");
    }
    const result = new Tree(INTERNAL, treeAddress, this.language, C.currentParseCallback);
    C.currentParseCallback = null;
    C.currentLogCallback = null;
    C.currentProgressCallback = null;
    return result;
  }
  /**
   * Instruct the parser to start the next parse from the beginning.
   *
   * If the parser previously failed because of a callback, 
   * then by default, it will resume where it left off on the
   * next call to {@link Parser#parse} or other parsing functions.
   * If you don't want to resume, and instead intend to use this parser to
   * parse some other document, you must call `reset` first.
   */
  reset() {
    C._ts_parser_reset(this[0]);
  }
  /** Get the ranges of text that the parser will include when parsing. */
  getIncludedRanges() {
    C._ts_parser_included_ranges_wasm(this[0]);
    const count = C.getValue(TRANSFER_BUFFER, "i32");
    const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(count);
    if (count > 0) {
      let address2 = buffer;
      for (let i2 = 0; i2 < count; i2++) {
        result[i2] = unmarshalRange(address2);
        address2 += SIZE_OF_RANGE;
      }
      C._free(buffer);
    }
    return result;
  }
  /** Set the logging callback that a parser should use during parsing. */
  setLogger(callback) {
    if (!callback) {
      this.logCallback = null;
    } else if (typeof callback !== "function") {
      throw new Error("Logger callback must be a function");
    } else {
      this.logCallback = callback;
    }
    return this;
  }
  /** Get the parser's current logger. */
  getLogger() {
    return this.logCallback;
  }
};
var PREDICATE_STEP_TYPE_CAPTURE = 1;
var PREDICATE_STEP_TYPE_STRING = 2;
var QUERY_WORD_REGEX = /[\w-]+/g;
var CaptureQuantifier = {
  Zero: 0,
  ZeroOrOne: 1,
  ZeroOrMore: 2,
  One: 3,
  OneOrMore: 4
};
var isCaptureStep = /* @__PURE__ */ __name((step) => step.type === "capture", "isCaptureStep");
var isStringStep = /* @__PURE__ */ __name((step) => step.type === "string", "isStringStep");
var QueryErrorKind = {
  Syntax: 1,
  NodeName: 2,
  FieldName: 3,
  CaptureName: 4,
  PatternStructure: 5
};
var QueryError = class _QueryError extends Error {
  constructor(kind, info2, index3, length) {
    super(_QueryError.formatMessage(kind, info2));
    this.kind = kind;
    this.info = info2;
    this.index = index3;
    this.length = length;
    this.name = "QueryError";
  }
  kind;
  info;
  index;
  length;
  static {
    __name(this, "QueryError");
  }
  /** Formats an error message based on the error kind and info */
  static formatMessage(kind, info2) {
    switch (kind) {
      case QueryErrorKind.NodeName:
        return `Bad node name '${info2.word}'`;
      case QueryErrorKind.FieldName:
        return `Bad field name '${info2.word}'`;
      case QueryErrorKind.CaptureName:
        return `Bad capture name @${info2.word}`;
      case QueryErrorKind.PatternStructure:
        return `Bad pattern structure at offset ${info2.suffix}`;
      case QueryErrorKind.Syntax:
        return `Bad syntax at offset ${info2.suffix}`;
    }
  }
};
function parseAnyPredicate(steps, index3, operator2, textPredicates) {
  if (steps.length !== 3) {
    throw new Error(
      `Wrong number of arguments to \`#${operator2}\` predicate. Expected 2, got ${steps.length - 1}`
    );
  }
  if (!isCaptureStep(steps[1])) {
    throw new Error(
      `First argument of \`#${operator2}\` predicate must be a capture. Got "${steps[1].value}"`
    );
  }
  const isPositive = operator2 === "eq?" || operator2 === "any-eq?";
  const matchAll = !operator2.startsWith("any-");
  if (isCaptureStep(steps[2])) {
    const captureName1 = steps[1].name;
    const captureName2 = steps[2].name;
    textPredicates[index3].push((captures) => {
      const nodes1 = [];
      const nodes2 = [];
      for (const c of captures) {
        if (c.name === captureName1) nodes1.push(c.node);
        if (c.name === captureName2) nodes2.push(c.node);
      }
      const compare3 = /* @__PURE__ */ __name((n1, n2, positive) => {
        return positive ? n1.text === n2.text : n1.text !== n2.text;
      }, "compare");
      return matchAll ? nodes1.every((n1) => nodes2.some((n2) => compare3(n1, n2, isPositive))) : nodes1.some((n1) => nodes2.some((n2) => compare3(n1, n2, isPositive)));
    });
  } else {
    const captureName = steps[1].name;
    const stringValue = steps[2].value;
    const matches = /* @__PURE__ */ __name((n) => n.text === stringValue, "matches");
    const doesNotMatch = /* @__PURE__ */ __name((n) => n.text !== stringValue, "doesNotMatch");
    textPredicates[index3].push((captures) => {
      const nodes = [];
      for (const c of captures) {
        if (c.name === captureName) nodes.push(c.node);
      }
      const test = isPositive ? matches : doesNotMatch;
      return matchAll ? nodes.every(test) : nodes.some(test);
    });
  }
}
__name(parseAnyPredicate, "parseAnyPredicate");
function parseMatchPredicate(steps, index3, operator2, textPredicates) {
  if (steps.length !== 3) {
    throw new Error(
      `Wrong number of arguments to \`#${operator2}\` predicate. Expected 2, got ${steps.length - 1}.`
    );
  }
  if (steps[1].type !== "capture") {
    throw new Error(
      `First argument of \`#${operator2}\` predicate must be a capture. Got "${steps[1].value}".`
    );
  }
  if (steps[2].type !== "string") {
    throw new Error(
      `Second argument of \`#${operator2}\` predicate must be a string. Got @${steps[2].name}.`
    );
  }
  const isPositive = operator2 === "match?" || operator2 === "any-match?";
  const matchAll = !operator2.startsWith("any-");
  const captureName = steps[1].name;
  const regex2 = new RegExp(steps[2].value);
  textPredicates[index3].push((captures) => {
    const nodes = [];
    for (const c of captures) {
      if (c.name === captureName) nodes.push(c.node.text);
    }
    const test = /* @__PURE__ */ __name((text5, positive) => {
      return positive ? regex2.test(text5) : !regex2.test(text5);
    }, "test");
    if (nodes.length === 0) return !isPositive;
    return matchAll ? nodes.every((text5) => test(text5, isPositive)) : nodes.some((text5) => test(text5, isPositive));
  });
}
__name(parseMatchPredicate, "parseMatchPredicate");
function parseAnyOfPredicate(steps, index3, operator2, textPredicates) {
  if (steps.length < 2) {
    throw new Error(
      `Wrong number of arguments to \`#${operator2}\` predicate. Expected at least 1. Got ${steps.length - 1}.`
    );
  }
  if (steps[1].type !== "capture") {
    throw new Error(
      `First argument of \`#${operator2}\` predicate must be a capture. Got "${steps[1].value}".`
    );
  }
  const isPositive = operator2 === "any-of?";
  const captureName = steps[1].name;
  const stringSteps = steps.slice(2);
  if (!stringSteps.every(isStringStep)) {
    throw new Error(
      `Arguments to \`#${operator2}\` predicate must be strings.".`
    );
  }
  const values = stringSteps.map((s) => s.value);
  textPredicates[index3].push((captures) => {
    const nodes = [];
    for (const c of captures) {
      if (c.name === captureName) nodes.push(c.node.text);
    }
    if (nodes.length === 0) return !isPositive;
    return nodes.every((text5) => values.includes(text5)) === isPositive;
  });
}
__name(parseAnyOfPredicate, "parseAnyOfPredicate");
function parseIsPredicate(steps, index3, operator2, assertedProperties, refutedProperties) {
  if (steps.length < 2 || steps.length > 3) {
    throw new Error(
      `Wrong number of arguments to \`#${operator2}\` predicate. Expected 1 or 2. Got ${steps.length - 1}.`
    );
  }
  if (!steps.every(isStringStep)) {
    throw new Error(
      `Arguments to \`#${operator2}\` predicate must be strings.".`
    );
  }
  const properties = operator2 === "is?" ? assertedProperties : refutedProperties;
  if (!properties[index3]) properties[index3] = {};
  properties[index3][steps[1].value] = steps[2]?.value ?? null;
}
__name(parseIsPredicate, "parseIsPredicate");
function parseSetDirective(steps, index3, setProperties) {
  if (steps.length < 2 || steps.length > 3) {
    throw new Error(`Wrong number of arguments to \`#set!\` predicate. Expected 1 or 2. Got ${steps.length - 1}.`);
  }
  if (!steps.every(isStringStep)) {
    throw new Error(`Arguments to \`#set!\` predicate must be strings.".`);
  }
  if (!setProperties[index3]) setProperties[index3] = {};
  setProperties[index3][steps[1].value] = steps[2]?.value ?? null;
}
__name(parseSetDirective, "parseSetDirective");
function parsePattern(index3, stepType, stepValueId, captureNames, stringValues, steps, textPredicates, predicates, setProperties, assertedProperties, refutedProperties) {
  if (stepType === PREDICATE_STEP_TYPE_CAPTURE) {
    const name2 = captureNames[stepValueId];
    steps.push({ type: "capture", name: name2 });
  } else if (stepType === PREDICATE_STEP_TYPE_STRING) {
    steps.push({ type: "string", value: stringValues[stepValueId] });
  } else if (steps.length > 0) {
    if (steps[0].type !== "string") {
      throw new Error("Predicates must begin with a literal value");
    }
    const operator2 = steps[0].value;
    switch (operator2) {
      case "any-not-eq?":
      case "not-eq?":
      case "any-eq?":
      case "eq?":
        parseAnyPredicate(steps, index3, operator2, textPredicates);
        break;
      case "any-not-match?":
      case "not-match?":
      case "any-match?":
      case "match?":
        parseMatchPredicate(steps, index3, operator2, textPredicates);
        break;
      case "not-any-of?":
      case "any-of?":
        parseAnyOfPredicate(steps, index3, operator2, textPredicates);
        break;
      case "is?":
      case "is-not?":
        parseIsPredicate(steps, index3, operator2, assertedProperties, refutedProperties);
        break;
      case "set!":
        parseSetDirective(steps, index3, setProperties);
        break;
      default:
        predicates[index3].push({ operator: operator2, operands: steps.slice(1) });
    }
    steps.length = 0;
  }
}
__name(parsePattern, "parsePattern");
var finalizer5 = newFinalizer((address2) => {
  C._ts_query_delete(address2);
});
var Query = class {
  static {
    __name(this, "Query");
  }
  /** @internal */
  [0] = 0;
  // Internal handle for Wasm
  /** @internal */
  exceededMatchLimit;
  /** @internal */
  textPredicates;
  /** The names of the captures used in the query. */
  captureNames;
  /** The quantifiers of the captures used in the query. */
  captureQuantifiers;
  /**
   * The other user-defined predicates associated with the given index.
   *
   * This includes predicates with operators other than:
   * - `match?`
   * - `eq?` and `not-eq?`
   * - `any-of?` and `not-any-of?`
   * - `is?` and `is-not?`
   * - `set!`
   */
  predicates;
  /** The properties for predicates with the operator `set!`. */
  setProperties;
  /** The properties for predicates with the operator `is?`. */
  assertedProperties;
  /** The properties for predicates with the operator `is-not?`. */
  refutedProperties;
  /** The maximum number of in-progress matches for this cursor. */
  matchLimit;
  /**
   * Create a new query from a string containing one or more S-expression
   * patterns.
   *
   * The query is associated with a particular language, and can only be run
   * on syntax nodes parsed with that language. References to Queries can be
   * shared between multiple threads.
   *
   * @link {@see https://tree-sitter.github.io/tree-sitter/using-parsers/queries}
   */
  constructor(language, source) {
    const sourceLength = C.lengthBytesUTF8(source);
    const sourceAddress = C._malloc(sourceLength + 1);
    C.stringToUTF8(source, sourceAddress, sourceLength + 1);
    const address2 = C._ts_query_new(
      language[0],
      sourceAddress,
      sourceLength,
      TRANSFER_BUFFER,
      TRANSFER_BUFFER + SIZE_OF_INT
    );
    if (!address2) {
      const errorId = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
      const errorByte = C.getValue(TRANSFER_BUFFER, "i32");
      const errorIndex = C.UTF8ToString(sourceAddress, errorByte).length;
      const suffix = source.slice(errorIndex, errorIndex + 100).split("\n")[0];
      const word = suffix.match(QUERY_WORD_REGEX)?.[0] ?? "";
      C._free(sourceAddress);
      switch (errorId) {
        case QueryErrorKind.Syntax:
          throw new QueryError(QueryErrorKind.Syntax, { suffix: `${errorIndex}: '${suffix}'...` }, errorIndex, 0);
        case QueryErrorKind.NodeName:
          throw new QueryError(errorId, { word }, errorIndex, word.length);
        case QueryErrorKind.FieldName:
          throw new QueryError(errorId, { word }, errorIndex, word.length);
        case QueryErrorKind.CaptureName:
          throw new QueryError(errorId, { word }, errorIndex, word.length);
        case QueryErrorKind.PatternStructure:
          throw new QueryError(errorId, { suffix: `${errorIndex}: '${suffix}'...` }, errorIndex, 0);
      }
    }
    const stringCount = C._ts_query_string_count(address2);
    const captureCount = C._ts_query_capture_count(address2);
    const patternCount = C._ts_query_pattern_count(address2);
    const captureNames = new Array(captureCount);
    const captureQuantifiers = new Array(patternCount);
    const stringValues = new Array(stringCount);
    for (let i2 = 0; i2 < captureCount; i2++) {
      const nameAddress = C._ts_query_capture_name_for_id(
        address2,
        i2,
        TRANSFER_BUFFER
      );
      const nameLength = C.getValue(TRANSFER_BUFFER, "i32");
      captureNames[i2] = C.UTF8ToString(nameAddress, nameLength);
    }
    for (let i2 = 0; i2 < patternCount; i2++) {
      const captureQuantifiersArray = new Array(captureCount);
      for (let j = 0; j < captureCount; j++) {
        const quantifier = C._ts_query_capture_quantifier_for_id(address2, i2, j);
        captureQuantifiersArray[j] = quantifier;
      }
      captureQuantifiers[i2] = captureQuantifiersArray;
    }
    for (let i2 = 0; i2 < stringCount; i2++) {
      const valueAddress = C._ts_query_string_value_for_id(
        address2,
        i2,
        TRANSFER_BUFFER
      );
      const nameLength = C.getValue(TRANSFER_BUFFER, "i32");
      stringValues[i2] = C.UTF8ToString(valueAddress, nameLength);
    }
    const setProperties = new Array(patternCount);
    const assertedProperties = new Array(patternCount);
    const refutedProperties = new Array(patternCount);
    const predicates = new Array(patternCount);
    const textPredicates = new Array(patternCount);
    for (let i2 = 0; i2 < patternCount; i2++) {
      const predicatesAddress = C._ts_query_predicates_for_pattern(address2, i2, TRANSFER_BUFFER);
      const stepCount = C.getValue(TRANSFER_BUFFER, "i32");
      predicates[i2] = [];
      textPredicates[i2] = [];
      const steps = new Array();
      let stepAddress = predicatesAddress;
      for (let j = 0; j < stepCount; j++) {
        const stepType = C.getValue(stepAddress, "i32");
        stepAddress += SIZE_OF_INT;
        const stepValueId = C.getValue(stepAddress, "i32");
        stepAddress += SIZE_OF_INT;
        parsePattern(
          i2,
          stepType,
          stepValueId,
          captureNames,
          stringValues,
          steps,
          textPredicates,
          predicates,
          setProperties,
          assertedProperties,
          refutedProperties
        );
      }
      Object.freeze(textPredicates[i2]);
      Object.freeze(predicates[i2]);
      Object.freeze(setProperties[i2]);
      Object.freeze(assertedProperties[i2]);
      Object.freeze(refutedProperties[i2]);
    }
    C._free(sourceAddress);
    this[0] = address2;
    this.captureNames = captureNames;
    this.captureQuantifiers = captureQuantifiers;
    this.textPredicates = textPredicates;
    this.predicates = predicates;
    this.setProperties = setProperties;
    this.assertedProperties = assertedProperties;
    this.refutedProperties = refutedProperties;
    this.exceededMatchLimit = false;
    finalizer5?.register(this, address2, this);
  }
  /** Delete the query, freeing its resources. */
  delete() {
    finalizer5?.unregister(this);
    C._ts_query_delete(this[0]);
    this[0] = 0;
  }
  /**
   * Iterate over all of the matches in the order that they were found.
   *
   * Each match contains the index of the pattern that matched, and a list of
   * captures. Because multiple patterns can match the same set of nodes,
   * one match may contain captures that appear *before* some of the
   * captures from a previous match.
   *
   * @param {Node} node - The node to execute the query on.
   *
   * @param {QueryOptions} options - Options for query execution.
   */
  matches(node, options = {}) {
    const startPosition = options.startPosition ?? ZERO_POINT;
    const endPosition = options.endPosition ?? ZERO_POINT;
    const startIndex = options.startIndex ?? 0;
    const endIndex = options.endIndex ?? 0;
    const startContainingPosition = options.startContainingPosition ?? ZERO_POINT;
    const endContainingPosition = options.endContainingPosition ?? ZERO_POINT;
    const startContainingIndex = options.startContainingIndex ?? 0;
    const endContainingIndex = options.endContainingIndex ?? 0;
    const matchLimit = options.matchLimit ?? 4294967295;
    const maxStartDepth = options.maxStartDepth ?? 4294967295;
    const progressCallback = options.progressCallback;
    if (typeof matchLimit !== "number") {
      throw new Error("Arguments must be numbers");
    }
    this.matchLimit = matchLimit;
    if (endIndex !== 0 && startIndex > endIndex) {
      throw new Error("`startIndex` cannot be greater than `endIndex`");
    }
    if (endPosition !== ZERO_POINT && (startPosition.row > endPosition.row || startPosition.row === endPosition.row && startPosition.column > endPosition.column)) {
      throw new Error("`startPosition` cannot be greater than `endPosition`");
    }
    if (endContainingIndex !== 0 && startContainingIndex > endContainingIndex) {
      throw new Error("`startContainingIndex` cannot be greater than `endContainingIndex`");
    }
    if (endContainingPosition !== ZERO_POINT && (startContainingPosition.row > endContainingPosition.row || startContainingPosition.row === endContainingPosition.row && startContainingPosition.column > endContainingPosition.column)) {
      throw new Error("`startContainingPosition` cannot be greater than `endContainingPosition`");
    }
    if (progressCallback) {
      C.currentQueryProgressCallback = progressCallback;
    }
    marshalNode(node);
    C._ts_query_matches_wasm(
      this[0],
      node.tree[0],
      startPosition.row,
      startPosition.column,
      endPosition.row,
      endPosition.column,
      startIndex,
      endIndex,
      startContainingPosition.row,
      startContainingPosition.column,
      endContainingPosition.row,
      endContainingPosition.column,
      startContainingIndex,
      endContainingIndex,
      matchLimit,
      maxStartDepth
    );
    const rawCount = C.getValue(TRANSFER_BUFFER, "i32");
    const startAddress = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const didExceedMatchLimit = C.getValue(TRANSFER_BUFFER + 2 * SIZE_OF_INT, "i32");
    const result = new Array(rawCount);
    this.exceededMatchLimit = Boolean(didExceedMatchLimit);
    let filteredCount = 0;
    let address2 = startAddress;
    for (let i2 = 0; i2 < rawCount; i2++) {
      const patternIndex = C.getValue(address2, "i32");
      address2 += SIZE_OF_INT;
      const captureCount = C.getValue(address2, "i32");
      address2 += SIZE_OF_INT;
      const captures = new Array(captureCount);
      address2 = unmarshalCaptures(this, node.tree, address2, patternIndex, captures);
      if (this.textPredicates[patternIndex].every((p) => p(captures))) {
        result[filteredCount] = { patternIndex, captures };
        const setProperties = this.setProperties[patternIndex];
        result[filteredCount].setProperties = setProperties;
        const assertedProperties = this.assertedProperties[patternIndex];
        result[filteredCount].assertedProperties = assertedProperties;
        const refutedProperties = this.refutedProperties[patternIndex];
        result[filteredCount].refutedProperties = refutedProperties;
        filteredCount++;
      }
    }
    result.length = filteredCount;
    C._free(startAddress);
    C.currentQueryProgressCallback = null;
    return result;
  }
  /**
   * Iterate over all of the individual captures in the order that they
   * appear.
   *
   * This is useful if you don't care about which pattern matched, and just
   * want a single, ordered sequence of captures.
   *
   * @param {Node} node - The node to execute the query on.
   *
   * @param {QueryOptions} options - Options for query execution.
   */
  captures(node, options = {}) {
    const startPosition = options.startPosition ?? ZERO_POINT;
    const endPosition = options.endPosition ?? ZERO_POINT;
    const startIndex = options.startIndex ?? 0;
    const endIndex = options.endIndex ?? 0;
    const startContainingPosition = options.startContainingPosition ?? ZERO_POINT;
    const endContainingPosition = options.endContainingPosition ?? ZERO_POINT;
    const startContainingIndex = options.startContainingIndex ?? 0;
    const endContainingIndex = options.endContainingIndex ?? 0;
    const matchLimit = options.matchLimit ?? 4294967295;
    const maxStartDepth = options.maxStartDepth ?? 4294967295;
    const progressCallback = options.progressCallback;
    if (typeof matchLimit !== "number") {
      throw new Error("Arguments must be numbers");
    }
    this.matchLimit = matchLimit;
    if (endIndex !== 0 && startIndex > endIndex) {
      throw new Error("`startIndex` cannot be greater than `endIndex`");
    }
    if (endPosition !== ZERO_POINT && (startPosition.row > endPosition.row || startPosition.row === endPosition.row && startPosition.column > endPosition.column)) {
      throw new Error("`startPosition` cannot be greater than `endPosition`");
    }
    if (endContainingIndex !== 0 && startContainingIndex > endContainingIndex) {
      throw new Error("`startContainingIndex` cannot be greater than `endContainingIndex`");
    }
    if (endContainingPosition !== ZERO_POINT && (startContainingPosition.row > endContainingPosition.row || startContainingPosition.row === endContainingPosition.row && startContainingPosition.column > endContainingPosition.column)) {
      throw new Error("`startContainingPosition` cannot be greater than `endContainingPosition`");
    }
    if (progressCallback) {
      C.currentQueryProgressCallback = progressCallback;
    }
    marshalNode(node);
    C._ts_query_captures_wasm(
      this[0],
      node.tree[0],
      startPosition.row,
      startPosition.column,
      endPosition.row,
      endPosition.column,
      startIndex,
      endIndex,
      startContainingPosition.row,
      startContainingPosition.column,
      endContainingPosition.row,
      endContainingPosition.column,
      startContainingIndex,
      endContainingIndex,
      matchLimit,
      maxStartDepth
    );
    const count = C.getValue(TRANSFER_BUFFER, "i32");
    const startAddress = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const didExceedMatchLimit = C.getValue(TRANSFER_BUFFER + 2 * SIZE_OF_INT, "i32");
    const result = new Array();
    this.exceededMatchLimit = Boolean(didExceedMatchLimit);
    const captures = new Array();
    let address2 = startAddress;
    for (let i2 = 0; i2 < count; i2++) {
      const patternIndex = C.getValue(address2, "i32");
      address2 += SIZE_OF_INT;
      const captureCount = C.getValue(address2, "i32");
      address2 += SIZE_OF_INT;
      const captureIndex = C.getValue(address2, "i32");
      address2 += SIZE_OF_INT;
      captures.length = captureCount;
      address2 = unmarshalCaptures(this, node.tree, address2, patternIndex, captures);
      if (this.textPredicates[patternIndex].every((p) => p(captures))) {
        const capture = captures[captureIndex];
        const setProperties = this.setProperties[patternIndex];
        capture.setProperties = setProperties;
        const assertedProperties = this.assertedProperties[patternIndex];
        capture.assertedProperties = assertedProperties;
        const refutedProperties = this.refutedProperties[patternIndex];
        capture.refutedProperties = refutedProperties;
        result.push(capture);
      }
    }
    C._free(startAddress);
    C.currentQueryProgressCallback = null;
    return result;
  }
  /** Get the predicates for a given pattern. */
  predicatesForPattern(patternIndex) {
    return this.predicates[patternIndex];
  }
  /**
   * Disable a certain capture within a query.
   *
   * This prevents the capture from being returned in matches, and also
   * avoids any resource usage associated with recording the capture.
   */
  disableCapture(captureName) {
    const captureNameLength = C.lengthBytesUTF8(captureName);
    const captureNameAddress = C._malloc(captureNameLength + 1);
    C.stringToUTF8(captureName, captureNameAddress, captureNameLength + 1);
    C._ts_query_disable_capture(this[0], captureNameAddress, captureNameLength);
    C._free(captureNameAddress);
  }
  /**
   * Disable a certain pattern within a query.
   *
   * This prevents the pattern from matching, and also avoids any resource
   * usage associated with the pattern. This throws an error if the pattern
   * index is out of bounds.
   */
  disablePattern(patternIndex) {
    if (patternIndex >= this.predicates.length) {
      throw new Error(
        `Pattern index is ${patternIndex} but the pattern count is ${this.predicates.length}`
      );
    }
    C._ts_query_disable_pattern(this[0], patternIndex);
  }
  /**
   * Check if, on its last execution, this cursor exceeded its maximum number
   * of in-progress matches.
   */
  didExceedMatchLimit() {
    return this.exceededMatchLimit;
  }
  /** Get the byte offset where the given pattern starts in the query's source. */
  startIndexForPattern(patternIndex) {
    if (patternIndex >= this.predicates.length) {
      throw new Error(
        `Pattern index is ${patternIndex} but the pattern count is ${this.predicates.length}`
      );
    }
    return C._ts_query_start_byte_for_pattern(this[0], patternIndex);
  }
  /** Get the byte offset where the given pattern ends in the query's source. */
  endIndexForPattern(patternIndex) {
    if (patternIndex >= this.predicates.length) {
      throw new Error(
        `Pattern index is ${patternIndex} but the pattern count is ${this.predicates.length}`
      );
    }
    return C._ts_query_end_byte_for_pattern(this[0], patternIndex);
  }
  /** Get the number of patterns in the query. */
  patternCount() {
    return C._ts_query_pattern_count(this[0]);
  }
  /** Get the index for a given capture name. */
  captureIndexForName(captureName) {
    return this.captureNames.indexOf(captureName);
  }
  /** Check if a given pattern within a query has a single root node. */
  isPatternRooted(patternIndex) {
    return C._ts_query_is_pattern_rooted(this[0], patternIndex) === 1;
  }
  /** Check if a given pattern within a query has a single root node. */
  isPatternNonLocal(patternIndex) {
    return C._ts_query_is_pattern_non_local(this[0], patternIndex) === 1;
  }
  /**
   * Check if a given step in a query is 'definite'.
   *
   * A query step is 'definite' if its parent pattern will be guaranteed to
   * match successfully once it reaches the step.
   */
  isPatternGuaranteedAtStep(byteIndex) {
    return C._ts_query_is_pattern_guaranteed_at_step(this[0], byteIndex) === 1;
  }
};

// src/python/walk.ts
var errorType = 65535;
var nestingCost = 5;
var depthLimit = 1e3;
function nodeNames(language) {
  return language.types.map((name2, id) => language.nodeTypeIsNamed(id) && name2 !== "comment" && name2 !== "line_continuation" ? name2 : "");
}
var Walk = class {
  cursor;
  text;
  /** The tree has no errors. */
  clean;
  /** Where the walk gave up because of nesting. */
  tooDeep = null;
  /** Where the node under the cursor begins, when the text told; else -1. */
  at = -1;
  names;
  /** The type of the node under the cursor; -1: not asked for yet. */
  type = -1;
  depth = 0;
  constructor(cursor, text5, names3, clean) {
    this.cursor = cursor;
    this.text = text5;
    this.names = names3;
    this.clean = clean;
  }
  /** The type's name of the node under the cursor; "" for punctuation and comments. */
  name() {
    if (this.type === -1) this.type = this.cursor.nodeTypeId;
    return this.type === errorType ? "ERROR" : this.names[this.type];
  }
  start() {
    return this.at === -1 ? this.cursor.startIndex : this.at;
  }
  /** Goes to the first named child. Stays and says false when there is none. */
  first() {
    if (!this.cursor.gotoFirstChild()) return false;
    if (this.settle()) return true;
    this.up();
    return false;
  }
  /** As `first`, for a node that begins with a bracket at `start`. */
  firstItem(start2) {
    if (!this.clean) return this.first();
    const item2 = skipBlank(this.text, start2 + 1);
    if (closes(this.text.charCodeAt(item2))) return false;
    if (!this.cursor.gotoFirstChild()) return false;
    if (this.step(item2) || this.settle()) return true;
    this.up();
    return false;
  }
  /** Goes to the last child, whatever it is. Only for nodes that have children. */
  last() {
    this.cursor.gotoLastChild();
    this.type = this.at = -1;
  }
  previous() {
    this.type = this.at = -1;
    return this.cursor.gotoPreviousSibling();
  }
  /** Goes to the next named sibling. false when there is none: then `up` is what is left to do. */
  next() {
    return this.cursor.gotoNextSibling() && this.settle();
  }
  /** As `next`, between brackets, after a child that ends at `end`. */
  nextItem(end) {
    if (!this.clean) return this.next();
    const { text: text5 } = this;
    const separator = skipBlank(text5, end);
    const code3 = text5.charCodeAt(separator);
    if (closes(code3)) return false;
    if (code3 !== comma) return this.next();
    const item2 = skipBlank(text5, separator + 1);
    if (closes(text5.charCodeAt(item2))) return false;
    this.cursor.gotoNextSibling();
    return this.step(item2) || this.next();
  }
  up() {
    this.cursor.gotoParent();
    this.type = this.at = -1;
  }
  /** Spends nesting; false, with the place kept, when there is none left. Give back with `leave`. */
  enter(cost) {
    if (this.depth + cost > depthLimit) {
      this.tooDeep ??= { start: this.cursor.startIndex, end: this.cursor.endIndex };
      return false;
    }
    this.depth += cost;
    return true;
  }
  leave(cost) {
    this.depth -= cost;
  }
  /** From a bracket or a comma to the item after it; false, without a move, when a comment or an escaped line break comes first. */
  step(item2) {
    const code3 = this.text.charCodeAt(item2);
    if (code3 === hash2 || code3 === backslash) return false;
    this.cursor.gotoNextSibling();
    this.type = -1;
    this.at = item2;
    return true;
  }
  /** Goes on to the first named node from here. */
  settle() {
    const { cursor, names: names3 } = this;
    this.at = -1;
    do {
      const type = cursor.nodeTypeId;
      if (type === errorType || names3[type] !== "") {
        this.type = type;
        return true;
      }
    } while (cursor.gotoNextSibling());
    return false;
  }
};
var hash2 = 35;
var backslash = 92;
var comma = 44;
function skipBlank(text5, from) {
  let at = from;
  for (let code3 = text5.charCodeAt(at); code3 === 32 || code3 >= 9 && code3 <= 13; code3 = text5.charCodeAt(at)) at++;
  return at;
}
function closes(code3) {
  return code3 === 41 || code3 === 93 || code3 === 125;
}
function sourceOf2(walk2) {
  const text5 = walk2.text.slice(walk2.cursor.startIndex, walk2.cursor.endIndex);
  return text5.includes("\\") ? text5.replace(/\\\r?\n/g, " ") : text5;
}

// src/python/errors.ts
var mostProblems = 50;
function readProblems(tree, text5) {
  const markers = conflictMarkers(text5).slice(0, mostProblems);
  if (markers.length === mostProblems) return markers;
  const problems = [...markers];
  const cursor = tree.walk();
  try {
    collect2(cursor, text5, problems, markers);
  } finally {
    cursor.delete();
  }
  return problems.toSorted((a, b) => a.start - b.start).slice(0, mostProblems);
}
function collect2(cursor, text5, problems, markers) {
  const most = problems.length + mostProblems;
  for (; ; ) {
    const node = cursor.currentNode;
    const found2 = cursor.nodeTypeId === errorType || node.isMissing;
    if (found2 && !markers.some((marker) => marker.start < node.endIndex + 1 && node.startIndex < marker.end)) {
      problems.push({ start: node.startIndex, end: node.endIndex, message: describe(text5, node.startIndex, node.endIndex, node.isMissing ? node.type : null) });
      if (problems.length >= most) return;
    }
    if (!found2 && node.hasError && cursor.gotoFirstChild()) continue;
    while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return;
  }
}
function describe(text5, start2, end, missing2) {
  if (missing2 !== null) return `syntax error: ${names[missing2] ?? codeSpan(missing2)} is missing`;
  const source = text5.slice(start2, end).trim();
  const line = source.split("\n", 1)[0].trim();
  if (line === "") return "syntax error";
  return `syntax error at ${codeSpan(line.length > 60 ? `${line.slice(0, 60)}\u2026` : line)}`;
}
var names = {
  identifier: "a name",
  string_end: "the end of a string",
  _newline: "a line break",
  _indent: "an indented block",
  _dedent: "the end of an indented block"
};
function conflictMarkers(text5) {
  if (!/^(<{7}|>{7})( |\r?$)/m.test(text5)) return [];
  return [...text5.matchAll(/^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?(?=\r?$)/gm)].map((marker) => {
    const line = marker[0].trimEnd();
    const shown = line.length > 60 ? `${line.slice(0, 60)}\u2026` : line;
    return { start: marker.index, end: marker.index + line.length, message: `a merge conflict marker was committed: ${codeSpan(shown)}` };
  });
}

// src/python/strings.ts
var doubleQuote = 34;
var singleQuote = 39;
function readString(source) {
  const first = source.charCodeAt(0);
  if ((first === doubleQuote || first === singleQuote) && isPlain(source, first)) return { kind: "string", value: source.slice(1, -1) };
  const quoted2 = readQuotes(source);
  if (quoted2 === null) return { kind: "other", what: source.startsWith("`") ? "an expression in backquotes" : "a string that is not closed" };
  const bytes = quoted2.prefix.includes("b");
  const value = decode(source.slice(quoted2.from, quoted2.to), quoted2.prefix);
  if (value === null) return { kind: "other", what: "a string with an escape that cannot be read" };
  return { kind: bytes ? "bytes" : "string", value };
}
function isPlain(source, quote2) {
  const last = source.length - 1;
  if (last < 1 || source.charCodeAt(last) !== quote2) return false;
  if (source.charCodeAt(1) === quote2 && last > 1) return false;
  return !source.includes("\\") && !source.includes("\r");
}
function readQuotes(source) {
  const open2 = /^([a-zA-Z]{0,3})("""|'''|"|')/.exec(source);
  if (open2 === null) return null;
  const [all4, prefix2 = "", quote2 = ""] = open2;
  const to = source.length - quote2.length;
  if (to < all4.length || !source.endsWith(quote2)) return null;
  return { prefix: prefix2.toLowerCase(), from: all4.length, to };
}
function decode(content, prefix2) {
  const text5 = content.includes("\r") ? content.replace(/\r\n?/g, "\n") : content;
  if (prefix2.includes("r") || !text5.includes("\\")) return text5;
  const bytes = prefix2.includes("b");
  let refused3 = false;
  const decoded = text5.replace(escape, (all4, code3) => {
    const plain2 = simple.get(code3);
    if (plain2 !== void 0) return plain2;
    const kind = code3[0];
    if (kind >= "0" && kind <= "7") return character(Number.parseInt(code3, 8) & (bytes ? 255 : 4095));
    if (bytes && kind !== "x") return all4;
    if (!"xuUN".includes(kind)) return all4;
    const value = code3.length > 1 && kind !== "N" ? Number.parseInt(code3.slice(1), 16) : Number.NaN;
    if (Number.isNaN(value) || value > 1114111) {
      refused3 = true;
      return "";
    }
    return character(value);
  });
  return refused3 ? null : decoded;
}
var escape = /\\([0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^])/g;
var simple = new Map(Object.entries({
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "	",
  v: "\v"
}));
function character(code3) {
  return code3 > 65535 ? String.fromCodePoint(code3) : String.fromCharCode(code3);
}

// src/python/formatted.ts
function other(what, start2, end) {
  return { kind: "other", what, start: start2, end };
}
function readConcatenated(literals, start2, end) {
  const parts2 = [];
  let kind = "string";
  for (const literal4 of literals) {
    if (literal4.kind === "string" || literal4.kind === "bytes") {
      kind = literal4.kind;
      parts2.push(literal4.value);
    } else if (literal4.kind === "other" && literal4.parts !== void 0) parts2.push(...literal4.parts);
    else return other(literal4.kind === "other" ? literal4.what : "a syntax error", start2, end);
  }
  return formatted(parts2, kind, start2, end);
}
function readFormatted(walk2, source, start2, end, readAll2) {
  const quoted2 = readQuotes(source);
  if (quoted2 === null) return other("a string that is not closed", start2, end);
  if (quoted2.prefix.includes("t")) return other("a template string", start2, end);
  if (!walk2.enter(nestingCost)) return other("an expression that is nested too deeply", start2, end);
  const parts2 = [];
  if (walk2.first()) {
    do {
      if (walk2.name() === "string_content") parts2.push(readContent(walk2, quoted2.prefix));
      else if (walk2.name() === "interpolation") parts2.push(readPlaceholder(walk2, readAll2));
    } while (walk2.next());
    walk2.up();
  }
  walk2.leave(nestingCost);
  return formatted(parts2, "string", start2, end);
}
function readContent(walk2, prefix2) {
  const { startIndex, endIndex } = walk2.cursor;
  const text5 = decode(walk2.text.slice(startIndex, endIndex), prefix2);
  return text5?.replaceAll("{{", "{").replaceAll("}}", "}") ?? other("a string with an escape that cannot be read", startIndex, endIndex);
}
function readPlaceholder(walk2, readAll2) {
  const { startIndex, endIndex } = walk2.cursor;
  const plain2 = /^\{[^]*[^=\s]\s*\}$/.test(walk2.text.slice(startIndex, endIndex));
  const [value, ...more] = readAll2(walk2);
  if (value === void 0 || more.length > 0 || !plain2) return other("a formatted placeholder", startIndex, endIndex);
  return value;
}
function formatted(parts2, kind, start2, end) {
  if (parts2.every((part3) => typeof part3 === "string")) return { kind, value: parts2.join(""), start: start2, end };
  return { kind: "other", what: "an f-string with a placeholder", parts: parts2, start: start2, end };
}

// src/python/leaves.ts
var leaf = /(?:"([^"\\\r\n]*)"|'([^'\\\r\n]*)'|(\d+)|([A-Za-z_][\w.]*))(?=\s*[,)\]}])/y;
function readLeaf(text5, start2) {
  leaf.lastIndex = start2;
  const match = leaf.exec(text5);
  if (match === null) return null;
  const end = start2 + match[0].length;
  const name2 = match[4];
  if (name2 !== void 0) return readName(name2, start2, end);
  if (match[3] === void 0) return { kind: "string", value: match[1] ?? match[2], start: start2, end };
  const value = readInteger(match[3]);
  return value === null ? null : { kind: "integer", value, start: start2, end };
}
function readName(name2, start2, end) {
  if (name2 === "True") return { kind: "constant", value: true, start: start2, end };
  if (name2 === "False") return { kind: "constant", value: false, start: start2, end };
  if (name2 === "None") return { kind: "constant", value: null, start: start2, end };
  return { kind: "name", path: name2, start: start2, end };
}
var keyword = /(\w+)\s*=(?!=)\s*/y;
function readKeywordName(text5, start2) {
  keyword.lastIndex = start2;
  const match = keyword.exec(text5);
  return match === null ? null : { name: match[1], value: keyword.lastIndex };
}

// src/python/expressions.ts
function readExpression(walk2) {
  const item2 = walk2.at !== -1 ? readLeaf(walk2.text, walk2.at) : null;
  if (item2 !== null) return item2;
  const name2 = walk2.name();
  const start2 = walk2.start();
  const end = walk2.cursor.endIndex;
  if (start2 === end) return other("a syntax error", start2, end);
  const leaf2 = leaves.get(name2);
  if (leaf2 !== void 0) return leaf2(walk2, start2, end);
  const read4 = readers.get(name2);
  if (read4 === void 0) return other(unread.get(name2) ?? "an expression of a kind that is not read", start2, end);
  if (!walk2.enter(nestingCost)) return other("an expression that is nested too deeply", start2, end);
  const expression = read4(walk2, start2, end);
  walk2.leave(nestingCost);
  return expression;
}
var leaves = new Map(Object.entries({
  identifier: (walk2, start2, end) => ({ kind: "name", path: walk2.text.slice(start2, end), start: start2, end }),
  true: (_, start2, end) => ({ kind: "constant", value: true, start: start2, end }),
  false: (_, start2, end) => ({ kind: "constant", value: false, start: start2, end }),
  none: (_, start2, end) => ({ kind: "constant", value: null, start: start2, end }),
  integer(walk2, start2, end) {
    const value = readInteger(walk2.text.slice(start2, end));
    return value === null ? other("a number that is not read", start2, end) : { kind: "integer", value, start: start2, end };
  },
  float(walk2, start2, end) {
    const text5 = walk2.text.slice(start2, end);
    return /j$/i.test(text5) ? other("a complex number", start2, end) : { kind: "float", text: text5, start: start2, end };
  },
  attribute(walk2, start2, end) {
    const path = walk2.text.slice(start2, end);
    if (/^[\w.]+$/.test(path) || /^[\p{ID_Continue}.]+$/u.test(path)) return { kind: "name", path, start: start2, end };
    return readAttribute(walk2, start2, end);
  },
  string(walk2, start2, end) {
    const source = walk2.text.slice(start2, end);
    const code3 = source.charCodeAt(0) | 32;
    const withPlaceholders = code3 === 102 || code3 === 116 || code3 === 114 && /^.[ft]/i.test(source);
    return withPlaceholders ? readFormatted(walk2, source, start2, end, readAll) : { ...readString(source), start: start2, end };
  }
}));
var readers = new Map(Object.entries({
  call: readCall,
  list: readItems("list"),
  tuple: readItems("tuple"),
  set: readItems("set"),
  expression_list: readBareTuple,
  pattern_list: readBareTuple,
  tuple_pattern: readItems("tuple"),
  list_pattern: readItems("list"),
  dictionary: readDict,
  concatenated_string: (walk2, start2, end) => readConcatenated(readAll(walk2), start2, end),
  binary_operator: readChain,
  boolean_operator: readChain,
  comparison_operator: readComparison,
  unary_operator: readUnary,
  not_operator: readUnary,
  subscript: readSubscript,
  conditional_expression: readConditional,
  parenthesized_expression: readParenthesized,
  list_splat: readStarred,
  list_splat_pattern: readStarred
}));
var unread = new Map(Object.entries({
  ERROR: "a syntax error",
  lambda: "a lambda",
  list_comprehension: "a list comprehension",
  dictionary_comprehension: "a dict comprehension",
  set_comprehension: "a set comprehension",
  generator_expression: "a generator expression",
  named_expression: "an assignment expression",
  await: "an await expression",
  yield: "a yield expression",
  ellipsis: "an ellipsis",
  slice: "a slice",
  as_pattern: "a pattern"
}));
function readCall(walk2, start2, end) {
  if (!walk2.first()) return other("a syntax error", start2, end);
  const callee = readExpression(walk2);
  let args2 = [];
  if (walk2.next()) {
    const name2 = walk2.name();
    if (name2 === "argument_list") args2 = readArguments2(walk2, walk2.text.startsWith("(", callee.end) ? callee.end : walk2.start());
    else args2 = [{ kind: "positional", value: readExpression(walk2) }];
  }
  walk2.up();
  return { kind: "call", callee, args: args2, start: start2, end };
}
function readArguments2(walk2, start2) {
  const args2 = [];
  if (!walk2.firstItem(start2)) return args2;
  let argument;
  do
    args2.push(argument = readArgument(walk2));
  while (walk2.nextItem(argument.value.end));
  walk2.up();
  return args2;
}
function readArgument(walk2) {
  const start2 = walk2.at;
  if (start2 !== -1) {
    const simple3 = readLeaf(walk2.text, start2);
    if (simple3 !== null) return { kind: "positional", value: simple3 };
    const keyword2 = readKeywordName(walk2.text, start2);
    if (keyword2 !== null) return { kind: "keyword", name: keyword2.name, value: readLeaf(walk2.text, keyword2.value) ?? readInner(walk2) };
  }
  const name2 = walk2.name();
  if (name2 === "keyword_argument") return readKeyword(walk2);
  if (name2 === "dictionary_splat") return { kind: "double star", value: readInner(walk2) };
  const value = readExpression(walk2);
  return value.kind === "starred" ? { kind: "star", value: value.value } : { kind: "positional", value };
}
var keywordName = new RegExp("\\p{ID_Continue}+", "uy");
function readKeyword(walk2) {
  keywordName.lastIndex = walk2.start();
  return { kind: "keyword", name: keywordName.exec(walk2.text)?.[0] ?? "", value: readInner(walk2) };
}
function readInner(walk2) {
  walk2.last();
  while (walk2.name() === "") {
    if (!walk2.previous()) break;
  }
  const value = readExpression(walk2);
  walk2.up();
  return value;
}
function readItems(kind) {
  return (walk2, start2, end) => {
    const items = [];
    if (!walk2.firstItem(start2)) return { kind, items, start: start2, end };
    let item2;
    do
      items.push(item2 = readExpression(walk2));
    while (walk2.nextItem(item2.end));
    walk2.up();
    return { kind, items, start: start2, end };
  };
}
function readBareTuple(walk2, start2, end) {
  return { kind: "tuple", items: readAll(walk2), start: start2, end };
}
function readAll(walk2) {
  const items = [];
  if (!walk2.first()) return items;
  do
    items.push(readExpression(walk2));
  while (walk2.next());
  walk2.up();
  return items;
}
function readDict(walk2, start2, end) {
  const entries = [];
  if (walk2.firstItem(start2)) {
    let entry2;
    do
      entries.push(entry2 = readEntry(walk2));
    while (walk2.nextItem(entry2[1].end));
    walk2.up();
  }
  return { kind: "dict", entries, start: start2, end };
}
function readEntry(walk2) {
  if (walk2.name() === "dictionary_splat") return [null, readInner(walk2)];
  if (walk2.name() !== "pair") return [null, readExpression(walk2)];
  const [key2, value] = readAll(walk2);
  const { startIndex, endIndex } = walk2.cursor;
  return [key2 ?? other("a syntax error", startIndex, endIndex), value ?? other("a syntax error", startIndex, endIndex)];
}
function readAttribute(walk2, start2, end) {
  if (!walk2.enter(nestingCost)) return other("an expression that is nested too deeply", start2, end);
  const [object, attribute2] = readAll(walk2);
  walk2.leave(nestingCost);
  if (object === void 0 || attribute2?.kind !== "name") return other("a syntax error", start2, end);
  if (object.kind === "name" && walk2.text[object.start] !== "(") return { kind: "name", path: `${object.path}.${attribute2.path}`, start: start2, end };
  return { kind: "attribute", object, name: attribute2.path, start: start2, end };
}
function readParenthesized(walk2, start2, end) {
  const inner2 = readAll(walk2);
  if (inner2.length !== 1) return other("a syntax error", start2, end);
  return { ...inner2[0], start: start2, end };
}
function readStarred(walk2, start2, end) {
  return { kind: "starred", value: readInner(walk2), start: start2, end };
}
function readUnary(walk2, start2, end) {
  const operand2 = readInner(walk2);
  const operator2 = walk2.text.startsWith("not", start2) ? "not" : walk2.text[start2];
  return { kind: "unary", operator: operator2, operand: operand2, start: start2, end };
}
function readChain(walk2, start2, end) {
  let links = 0;
  for (let name2 = walk2.name(); name2 === "binary_operator" || name2 === "boolean_operator"; name2 = walk2.name()) {
    if (!walk2.enter(1)) {
      walk2.leave(links);
      while (links-- > 0) walk2.up();
      return other("an expression that is nested too deeply", start2, end);
    }
    walk2.first();
    links++;
  }
  let left = readExpression(walk2);
  for (let i2 = links; i2 > 0; i2--) {
    const found2 = walk2.next() ? readExpression(walk2) : other("a syntax error", left.end, left.end);
    while (walk2.next()) ;
    walk2.up();
    const operator2 = operatorBetween(walk2.text, left.end, found2.start);
    const stop2 = i2 === 1 ? end : walk2.cursor.endIndex;
    left = { kind: "binary", operator: operator2, left, right: found2, start: start2, end: stop2 };
    walk2.leave(1);
  }
  return left;
}
function readComparison(walk2, start2, end) {
  const [left, right2, ...more] = readAll(walk2);
  if (left === void 0 || right2 === void 0) return other("a syntax error", start2, end);
  if (more.length > 0) return other("a chained comparison", start2, end);
  return { kind: "binary", operator: operatorBetween(walk2.text, left.end, right2.start), left, right: right2, start: start2, end };
}
function operatorBetween(text5, from, to) {
  const operator2 = text5.slice(from, to).replace(/#.*/g, "").replace(/\\\r?\n/g, " ").trim().replace(/\s+/g, " ");
  return operator2 === "<>" ? "!=" : operator2;
}
function readSubscript(walk2, start2, end) {
  const [object, index3, ...more] = readAll(walk2);
  if (object === void 0 || index3 === void 0) return other("a syntax error", start2, end);
  if (more.length === 0) return { kind: "subscript", object, index: index3, start: start2, end };
  const items = [index3, ...more];
  return { kind: "subscript", object, index: { kind: "tuple", items, start: index3.start, end: items.at(-1).end }, start: start2, end };
}
function readConditional(walk2, start2, end) {
  const [then, test, otherwise] = readAll(walk2);
  if (then === void 0 || test === void 0 || otherwise === void 0) return other("a syntax error", start2, end);
  return { kind: "conditional", test, then, otherwise, start: start2, end };
}

// src/python/lazy-function.ts
var LazyFunction = class {
  kind = "function";
  name;
  parameters;
  defaults;
  decorators;
  start;
  end;
  later;
  statements = null;
  constructor(head, later) {
    this.name = head.name;
    this.parameters = head.parameters;
    this.defaults = head.defaults;
    this.decorators = head.decorators;
    this.start = head.start;
    this.end = head.end;
    this.later = later;
  }
  get body() {
    return this.statements ??= this.later(this.start, this.end);
  }
};

// src/python/imports.ts
function readImport(walk2, start2, end) {
  const names3 = [];
  if (walk2.first()) {
    do {
      const { path, alias } = readImported(walk2);
      names3.push({ path, alias });
    } while (walk2.next());
    walk2.up();
  }
  return { kind: "import", names: names3, start: start2, end };
}
function readImported(walk2) {
  const [path, alias] = sourceOf2(walk2).split(/\s+as\s+/);
  return { path: path.replace(/\s+/g, ""), alias: alias ?? null };
}
function readFrom(walk2, start2, end) {
  if (!walk2.first()) return { kind: "other", start: start2, end };
  const from = sourceOf2(walk2).replace(/\s+/g, "");
  const module2 = from.replace(/^\.+/, "");
  const names3 = [];
  while (walk2.next()) {
    const { path, alias } = readImported(walk2);
    names3.push({ name: path, alias });
  }
  walk2.up();
  return { kind: "from", level: from.length - module2.length, module: module2, names: names3, start: start2, end };
}

// src/python/parameters.ts
function readParameters(walk2, parameters, defaults) {
  if (!walk2.first()) return;
  do {
    const name2 = /^\*{0,2}\s*[\p{ID_Continue}]+/u.exec(sourceOf2(walk2))?.[0].replace(/\s+/g, "");
    if (name2 === void 0) continue;
    parameters.push(name2);
    if (walk2.name().endsWith("default_parameter")) defaults.set(name2, readAll(walk2).at(-1));
  } while (walk2.next());
  walk2.up();
}

// src/python/statements.ts
function readStatements(walk2, later) {
  const statements = [];
  if (!walk2.first()) return statements;
  do
    statements.push(readStatement(walk2, later));
  while (walk2.next());
  walk2.up();
  return statements;
}
function readStatement(walk2, later) {
  const start2 = walk2.cursor.startIndex;
  const end = walk2.cursor.endIndex;
  const read4 = readers2.get(walk2.name());
  if (read4 === void 0 || !walk2.enter(nestingCost)) return { kind: "other", start: start2, end };
  const statement = read4(walk2, start2, end, later);
  walk2.leave(nestingCost);
  return statement;
}
var readers2 = new Map(Object.entries({
  expression_statement: readExpressionStatement,
  import_statement: readImport,
  import_from_statement: readFrom,
  class_definition: readClass,
  function_definition: readFunction,
  decorated_definition: readDecorated,
  return_statement: (walk2, start2, end) => ({ kind: "return", value: readAll(walk2)[0] ?? null, start: start2, end }),
  delete_statement: (walk2, start2, end) => ({ kind: "other", targets: readAll(walk2), start: start2, end }),
  if_statement: readIf,
  try_statement: readTry,
  with_statement: readWith,
  for_statement: readLoop("for"),
  while_statement: readLoop("while"),
  match_statement: readMatch
}));
function readExpressionStatement(walk2, start2, end) {
  if (!walk2.first()) return { kind: "other", start: start2, end };
  if (walk2.name() === "assignment") {
    const statement = readAssignment(walk2, start2, end);
    walk2.up();
    return statement;
  }
  if (walk2.name() === "augmented_assignment") {
    const statement = readAugmented(walk2, start2, end);
    walk2.up();
    return statement;
  }
  const value = readExpression(walk2);
  if (!walk2.next()) {
    walk2.up();
    return { kind: "expression", value, start: start2, end };
  }
  const items = [value];
  do
    items.push(readExpression(walk2));
  while (walk2.next());
  walk2.up();
  return { kind: "expression", value: { kind: "tuple", items, start: start2, end }, start: start2, end };
}
function readAssignment(walk2, start2, end) {
  const targets2 = [];
  let value = null;
  let levels = 0;
  while (value === null && walk2.name() === "assignment" && walk2.first()) {
    levels++;
    targets2.push(readExpression(walk2));
    let more = walk2.next();
    if (more && walk2.name() === "type") more = walk2.next();
    if (!more) break;
    if (walk2.name() !== "assignment") value = readExpression(walk2);
  }
  while (levels-- > 0) walk2.up();
  return value === null ? { kind: "other", start: start2, end } : { kind: "assign", targets: targets2, value, start: start2, end };
}
function readAugmented(walk2, start2, end) {
  const [target2, value] = readAll(walk2);
  if (target2 === void 0 || value === void 0) return { kind: "other", start: start2, end };
  const operator2 = /(\*\*|\/\/|>>|<<|[-+*/@%&|^])=/.exec(walk2.text.slice(target2.end, value.start))?.[1];
  return operator2 === void 0 ? { kind: "other", start: start2, end } : { kind: "augmented", target: target2, operator: operator2, value, start: start2, end };
}
function readDecorated(walk2, start2, end, later) {
  const decorators = [];
  let statement = { kind: "other", start: start2, end };
  if (!walk2.first()) return statement;
  do {
    if (walk2.name() === "decorator") decorators.push(...readAll(walk2));
    else {
      const [from, to] = [walk2.cursor.startIndex, walk2.cursor.endIndex];
      if (walk2.name() === "class_definition") statement = readClass(walk2, from, to, later, decorators);
      else if (walk2.name() === "function_definition") statement = readFunction(walk2, from, to, later, decorators);
    }
  } while (walk2.next());
  walk2.up();
  return statement;
}
function readClass(walk2, start2, end, later, decorators = []) {
  let name2 = "";
  let bases2 = [];
  let body2 = [];
  if (walk2.first()) {
    do {
      if (walk2.name() === "identifier") name2 = sourceOf2(walk2);
      else if (walk2.name() === "argument_list") bases2 = readArguments2(walk2, walk2.start());
      else if (walk2.name() === "block") body2 = readStatements(walk2, later);
    } while (walk2.next());
    walk2.up();
  }
  return { kind: "class", name: name2, bases: bases2, decorators, body: body2, start: start2, end };
}
function readFunction(walk2, start2, end, later, decorators = []) {
  let name2 = "";
  const parameters = [];
  const defaults = /* @__PURE__ */ new Map();
  if (walk2.first()) {
    do {
      if (walk2.name() === "identifier") name2 = sourceOf2(walk2);
      else if (walk2.name() === "parameters") readParameters(walk2, parameters, defaults);
      else if (walk2.name() === "block") break;
    } while (walk2.next());
    walk2.up();
  }
  return new LazyFunction({ name: name2, parameters, defaults, decorators, start: start2, end }, later);
}
function readFunctionBody(walk2, later) {
  let body2 = [];
  if (!walk2.first()) return body2;
  if (walk2.name() === "function_definition") body2 = readBlock(walk2, later);
  walk2.up();
  return body2;
}
function readIf(walk2, start2, end, later) {
  const branches = [];
  let otherwise = [];
  if (!walk2.first()) return { kind: "other", start: start2, end };
  let test = readExpression(walk2);
  let from = start2;
  while (walk2.next()) {
    if (walk2.name() === "block") branches.push({ test, then: readStatements(walk2, later), start: from });
    else if (walk2.name() === "elif_clause" && walk2.first()) {
      from = walk2.cursor.startIndex;
      test = readExpression(walk2);
      branches.push({ test, then: walk2.next() ? readStatements(walk2, later) : [], start: from });
      walk2.up();
    } else if (walk2.name() === "else_clause") otherwise = readBlock(walk2, later);
  }
  walk2.up();
  if (branches.length > mostBranches) return { kind: "other", start: start2, end };
  for (const branch of branches.toReversed()) otherwise = [{ kind: "if", ...branch, otherwise, end }];
  return otherwise[0] ?? { kind: "other", start: start2, end };
}
var mostBranches = 100;
function readBlock(walk2, later) {
  let body2 = [];
  if (!walk2.first()) return body2;
  do
    if (walk2.name() === "block") body2 = [...body2, ...readStatements(walk2, later)];
  while (walk2.next());
  walk2.up();
  return body2;
}
function readTry(walk2, start2, end, later) {
  let body2 = [];
  const handlers = [];
  if (!walk2.first()) return { kind: "other", start: start2, end };
  do {
    if (walk2.name() === "block") body2 = readStatements(walk2, later);
    else if (walk2.name() === "except_clause") handlers.push(readBlock(walk2, later));
    else body2 = [...body2, ...readBlock(walk2, later)];
  } while (walk2.next());
  walk2.up();
  return { kind: "try", body: body2, handlers, start: start2, end };
}
function readWith(walk2, start2, end, later) {
  const targets2 = [];
  let body2 = [];
  if (!walk2.first()) return { kind: "other", start: start2, end };
  do {
    if (walk2.name() === "block") body2 = readStatements(walk2, later);
    else if (walk2.name() === "with_clause") readAliases(walk2, targets2);
  } while (walk2.next());
  walk2.up();
  return { kind: "with", targets: targets2, body: body2, start: start2, end };
}
function readAliases(walk2, targets2) {
  if (walk2.name() === "as_pattern_target") {
    targets2.push(...readAll(walk2));
    return;
  }
  if (!withClause.has(walk2.name()) || !walk2.first()) return;
  do
    readAliases(walk2, targets2);
  while (walk2.next());
  walk2.up();
}
var withClause = /* @__PURE__ */ new Set(["with_clause", "with_item", "as_pattern"]);
function readLoop(kind) {
  return (walk2, start2, end, later) => {
    const targets2 = [];
    let body2 = [];
    if (!walk2.first()) return { kind: "other", start: start2, end };
    let over;
    if (kind === "for") {
      targets2.push(readExpression(walk2));
      if (walk2.next() && walk2.name() !== "block") over = readExpression(walk2);
    }
    do {
      if (walk2.name() === "block") body2 = readStatements(walk2, later);
      else if (walk2.name() === "else_clause") body2 = [...body2, ...readBlock(walk2, later)];
    } while (walk2.next());
    walk2.up();
    return { kind, targets: targets2, body: body2, ...over && { over }, start: start2, end };
  };
}
function readMatch(walk2, start2, end, later) {
  const body2 = [];
  if (!walk2.first()) return { kind: "other", start: start2, end };
  do {
    if (walk2.name() !== "block" || !walk2.first()) continue;
    do
      body2.push(...readBlock(walk2, later));
    while (walk2.next());
    walk2.up();
  } while (walk2.next());
  walk2.up();
  return { kind: "while", targets: [], body: body2, start: start2, end };
}

// src/python/parse.ts
var defaultLimits = { size: 2e6, work: 12e4, reads: 1e3, milliseconds: 8e3 };
async function createParser(wasm, limits3 = defaultLimits) {
  await Parser.init({ wasmBinary: wasm.runtime });
  const language = await Language.load(wasm.grammar);
  const names3 = nodeNames(language);
  const parser = new Parser();
  parser.setLanguage(language);
  function tree(text5, range3) {
    let work = 0;
    const end = performance.now() + limits3.milliseconds;
    let reads = limits3.reads + text5.length / 100;
    const options = {
      ...range3 && { includedRanges: [range3] },
      ...text5.length > smallFile && { progressCallback: () => ++work > limits3.work || reads < 0 || performance.now() > end }
    };
    const result = parser.parse((index3) => --reads < 0 ? "" : text5.slice(index3), null, options);
    if (result === null) parser.reset();
    if (reads >= 0) return result;
    result?.delete();
    return null;
  }
  function read4(text5) {
    if (text5.length > limits3.size) return nothing(text5, `the file is too large to be read: ${text5.length} characters, at most ${limits3.size}`);
    const parsed = tree(text5);
    if (parsed === null) return nothing(text5, "the file takes too long to be read");
    return walkThrough(parsed, text5, (walk2) => {
      const body2 = readStatements(walk2, (start2, end) => readLater(text5, start2, end));
      const problems = walk2.clean ? [] : readProblems(parsed, text5);
      if (walk2.tooDeep !== null) problems.push({ ...walk2.tooDeep, message: "nested too deeply to be read: more than 200 levels" });
      return { body: body2, problems };
    });
  }
  function readLater(text5, start2, end) {
    const parsed = tree(text5, rangeOf(text5, start2, end));
    if (parsed === null) return [];
    return walkThrough(parsed, text5, (walk2) => readFunctionBody(walk2, (from, to) => readLater(text5, from, to)));
  }
  function walkThrough(parsed, text5, use) {
    const cursor = parsed.walk();
    try {
      return use(new Walk(cursor, text5, names3, !parsed.rootNode.hasError));
    } finally {
      cursor.delete();
      parsed.delete();
    }
  }
  return { parse: read4 };
}
var smallFile = 4e3;
function nothing(text5, message) {
  return { body: [], problems: [{ start: 0, end: text5.length, message }] };
}
function rangeOf(text5, start2, end) {
  const column2 = start2 - (text5.lastIndexOf("\n", start2 - 1) + 1);
  return { startIndex: start2, endIndex: end, startPosition: { row: 0, column: column2 }, endPosition: { row: 1e6, column: 0 } };
}

// src/python/scope.ts
function readScope(statements) {
  const scope = { names: /* @__PURE__ */ new Map(), stars: [] };
  collect3(statements, [], scope);
  return scope;
}
function collect3(statements, branches, scope) {
  for (const statement of statements) collectOne(statement, branches, scope);
}
function collectOne(statement, branches, scope) {
  const from = statement.end;
  switch (statement.kind) {
    case "import":
      for (const { path, alias } of statement.names) {
        const name2 = alias ?? path.split(".", 1)[0];
        bind(scope, name2, { kind: "import", path: alias === null ? name2 : path, from, branches });
      }
      return;
    case "from":
      for (const { name: name2, alias } of statement.names) {
        if (name2 === "*") scope.stars.push({ level: statement.level, module: statement.module });
        else bind(scope, alias ?? name2, { kind: "from", level: statement.level, module: statement.module, name: name2, from, branches });
      }
      return;
    case "class":
      return bind(scope, statement.name, { kind: "class", definition: statement, from, branches });
    case "function":
      return bind(scope, statement.name, { kind: "function", definition: statement, from, branches });
    case "assign":
      for (const target2 of statement.targets) assign(target2, statement.value, [], { from, branches }, scope);
      return;
    case "augmented":
      if (statement.target.kind === "name" && !statement.target.path.includes(".")) {
        bind(scope, statement.target.path, { kind: "augmented", operator: statement.operator, value: statement.value, statement, from, branches });
      } else change2(statement.target, "is changed in place", statement, branches, scope);
      return;
    case "expression":
      return collectChange(statement, statement.value, branches, scope);
    case "if":
      collect3(statement.then, [...branches, { kind: "if", test: statement.test, taken: true }], scope);
      return collect3(statement.otherwise, [...branches, { kind: "if", test: statement.test, taken: false }], scope);
    case "try":
      collect3(statement.body, [...branches, { kind: "attempt", of: statement }], scope);
      for (const handler of statement.handlers) collect3(handler, [...branches, { kind: "handler", of: statement }], scope);
      return;
    case "with":
      for (const target2 of statement.targets ?? []) hide(target2, "a name that a `with` statement gives", statement, branches, scope);
      return collect3(statement.body, branches, scope);
    case "for":
    case "while":
      for (const target2 of statement.targets ?? []) hide(target2, "a loop's variable", statement, branches, scope);
      return collect3(statement.body, [...branches, { kind: "loop", of: statement }], scope);
    case "other":
      for (const target2 of statement.targets ?? []) hide(target2, "a name that `del` takes away", statement, branches, scope);
      return;
    case "return":
      return;
  }
}
function bind(scope, name2, binding) {
  const known3 = scope.names.get(name2);
  if (known3 === void 0) scope.names.set(name2, [binding]);
  else known3.push(binding);
}
function assign(target2, value, path, where, scope) {
  if (target2.kind === "tuple" || target2.kind === "list") {
    const starred = target2.items.some((item2) => item2.kind === "starred");
    if (starred) return hide(target2, "a name that is unpacked with a star", value, where.branches, scope);
    target2.items.forEach((item2, index3) => assign(item2, value, [...path, index3], where, scope));
    return;
  }
  if (target2.kind === "name" && !target2.path.includes(".")) return bind(scope, target2.path, { kind: "value", value, path, ...where });
  if (target2.kind === "subscript" && target2.object.kind === "name" && !target2.object.path.includes(".") && path.length === 0) {
    return bind(scope, target2.object.path, { kind: "item", index: target2.index, value, ...where });
  }
  change2(target2, "is changed in place", value, where.branches, scope);
}
function collectChange(statement, value, branches, scope) {
  if (value.kind !== "call" || value.callee.kind === "other") return;
  const { callee } = value;
  if (callee.kind === "attribute") return change2(callee.object, "is changed by a method", statement, branches, scope);
  if (callee.kind !== "name") return;
  const [name2, method2, ...more] = callee.path.split(".");
  if (method2 === void 0 || more.length > 0) return;
  bind(scope, name2, { kind: "method", method: method2, call: value, from: statement.end, branches });
}
function change2(target2, how, span, branches, scope) {
  let object = target2;
  while (object.kind === "subscript" || object.kind === "attribute") object = object.object;
  if (object === target2 || object.kind !== "name") return;
  bind(scope, object.path.split(".", 1)[0], { kind: "opaque", what: `a name whose value ${how}`, inPlace: true, statement: span, from: span.end, branches });
}
function hide(target2, what, span, branches, scope) {
  if (target2.kind === "tuple" || target2.kind === "list") for (const item2 of target2.items) hide(item2, what, span, branches, scope);
  else if (target2.kind === "starred") hide(target2.value, what, span, branches, scope);
  else if (target2.kind === "name" && !target2.path.includes(".")) bind(scope, target2.path, { kind: "opaque", what, inPlace: false, statement: span, from: span.start, branches });
  else change2(target2, what, span, branches, scope);
}

// src/python/wasm.ts
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
async function readWasm() {
  const [runtime, grammar] = await Promise.all([
    read("./web-tree-sitter.wasm", "web-tree-sitter/web-tree-sitter.wasm"),
    read("./tree-sitter-python.wasm", "tree-sitter-python/tree-sitter-python.wasm")
  ]);
  return { runtime, grammar };
}
async function read(beside, inPackage) {
  try {
    return await readFile(fileURLToPath(new URL(beside, import.meta.url)));
  } catch {
    return await readFile(createRequire(import.meta.url).resolve(inPackage));
  }
}

// src/python/reader.ts
async function loadPython(wasm, limits3) {
  return createParser(wasm ?? await readWasm(), limits3);
}
function createPython(parser, files) {
  const modules = createModules(parser, files);
  const scopes = /* @__PURE__ */ new WeakMap();
  const context = {
    modules,
    known: (path) => files.known?.(path),
    work: { depth: 0, steps: 0, incomplete: 0 },
    scope(owner) {
      const known3 = scopes.get(owner) ?? readScope(owner.body);
      scopes.set(owner, known3);
      return known3;
    },
    evaluate: (expression, env) => evaluate(context, expression, env),
    bound: nameReader(() => context),
    trace: (dotted2, from) => trace(context, dotted2, from),
    follow: (dotted2, env, span) => follow(context, dotted2, env, span)
  };
  function ask(question) {
    context.work.depth = 0;
    context.work.steps = 0;
    return question();
  }
  return {
    text: files.text,
    module: modules.get,
    wanted: modules.wanted,
    misses: modules.misses,
    asked: modules.asked,
    forget: modules.forget,
    evaluate: (expression, module2, locals2) => ask(() => context.evaluate(expression, environment(module2, expression.start, locals2 ?? null))),
    members: (definition, module2) => ask(() => classBody(context, definition, module2, false)),
    resolve: (name2, module2) => ask(() => resolve(context, name2, module2)),
    find: (dotted2) => ask(() => find(context, dotted2))
  };
}
function environment(module2, offset, locals2) {
  return { module: module2, locals: locals2, around: enclosing(module2.body, offset), at: offset };
}
function resolve(context, name2, module2) {
  const [first = "", ...rest2] = name2.split(".");
  const env = { module: module2, locals: null, around: [], at: Infinity };
  const meaning = context.bound(first, module2, env);
  switch (meaning?.kind) {
    case "path":
      return [meaning.path, ...rest2].join(".");
    case "value":
      if (isAlias(meaning.value)) return [meaning.value.path, ...rest2].join(".");
      return [context.modules.dotted(module2.path), name2].join(".");
    case "class":
    case "function":
      return [context.modules.dotted(module2.path), name2].join(".");
    case void 0:
      break;
  }
  const found2 = lookUp(context, name2, env);
  if (found2 === null) return name2;
  return found2.kind === "builtin" ? `builtins.${found2.name}` : found2.path;
}
function find(context, dotted2) {
  const found2 = context.trace(dotted2, null);
  switch (found2.kind) {
    case "class":
      return findInClass(context, found2);
    case "function":
      return found2.rest.length > 0 ? null : { kind: "function", path: found2.path, definition: found2.definition, module: found2.module };
    case "value":
      return found2.rest.length > 0 ? null : { kind: "value", path: found2.path, value: found2.value };
    default:
      return null;
  }
}
function findInClass(context, found2) {
  const { module: module2 } = found2;
  let { definition, path } = found2;
  for (const [index3, name2] of found2.rest.entries()) {
    const last = index3 === found2.rest.length - 1;
    const meaning = context.bound(name2, definition, { module: module2, locals: null, around: [...enclosing(module2.body, definition.start), definition], at: Infinity });
    path = `${path}.${name2}`;
    if (meaning?.kind === "class") definition = meaning.definition;
    else if (meaning?.kind === "function" && last) return { kind: "function", path, definition: meaning.definition, module: module2 };
    else if (meaning?.kind === "value" && last) return { kind: "value", path, value: meaning.value };
    else return null;
  }
  return { kind: "class", path, definition, module: module2 };
}

// src/history/reuse.ts
async function sameFiles(source, other3) {
  const [here, there] = await Promise.all([source.list(), other3.list()]);
  const blobs = new Map(there.map(({ path, blob }) => [path, blob]));
  if (here.some(({ path }) => path.endsWith(".py") && !blobs.has(path))) return /* @__PURE__ */ new Set();
  return new Set(here.flatMap(({ path, blob }) => blob !== null && blobs.get(path) === blob ? [path] : []));
}
function reusable(projects, root, facts, same2) {
  const project = projects.find((one) => one.root === root && sameFacts(one.facts, facts));
  if (!project) return /* @__PURE__ */ new Map();
  const steady = [...project.lookedInto.values()].every((paths) => paths.every((path) => same2.has(path)));
  const kept2 = [...project.graph.full.values()].flatMap(({ migration }) => migration !== null && migration.path !== null ? [[migration.path, migration]] : []);
  return new Map(kept2.filter(([path]) => same2.has(path) && (steady || project.lookedInto.get(path)?.length === 0)));
}
function sameFacts(a, b) {
  const said2 = ({ django, database, authUserModel, swappable: swappable2 }) => JSON.stringify([django.value, database.value, authUserModel.value, [...swappable2].map(([name2, fact]) => [name2, fact.value])]);
  return said2(a) === said2(b);
}

// src/config/exclude.ts
function excludes(globs) {
  const patterns3 = globs.map(toPattern);
  return (path) => patterns3.some((pattern4) => pattern4.test(path));
}
function toPattern(glob) {
  const parts2 = glob.replace(/^\.?\//, "").replace(/\/+$/, "").split(/(\*\*\/|\*\*|\*|\?)/);
  const source = parts2.map((part3) => wildcards[part3] ?? part3.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("");
  return new RegExp(`^${source}(?:/.*)?$`, "su");
}
var wildcards = { "**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]" };

// src/config/choices.ts
function choices(overrides2, config) {
  const pick = (said2, option2, configured, key2) => {
    if (said2 !== void 0) return { value: said2, source: option2 };
    return configured === null ? null : { value: configured, source: config.sources.get(key2) ?? key2 };
  };
  return {
    database: pick(overrides2.database, "--database", config.database, "database"),
    databaseVersion: pick(overrides2.databaseVersion, "--database-version", config.databaseVersion, "database-version"),
    django: pick(overrides2.django, "--django", config.django, "django"),
    settings: pick(void 0, "", config.settings, "settings"),
    authUserModel: pick(void 0, "", config.authUserModel, "auth-user-model"),
    defaultAutoField: pick(void 0, "", config.defaultAutoField, "default-auto-field")
  };
}

// src/django/replay/result.ts
function modelKey2(app, name2) {
  return `${app}.${name2.toLowerCase()}`;
}
function done(state) {
  return { state, problem: null };
}
function failed({ state, operation }, message) {
  return { state, problem: { ...operation.place, message: `${operation.type}: ${message}` } };
}
function withModel(state, key2, model) {
  return { ...state, models: new Map(state.models).set(key2, model) };
}
function changeModel(target2, name2, change4) {
  const key2 = modelKey2(target2.app, name2);
  const model = target2.state.models.get(key2);
  if (!model) return failed(target2, `there is no model ${codeSpan(`${target2.app}.${name2}`)} at this point (KeyError in Django)`);
  const changed4 = change4(model, key2);
  if (typeof changed4 === "string") return failed(target2, changed4);
  return done(changed4 === model ? target2.state : withModel(target2.state, key2, changed4));
}

// src/django/contrib/build.ts
var builtIn = { path: "", line: 0 };
var autoId = ["AutoField", { auto_created: true, primary_key: true, serialize: false }];
function foreignKey(to, args2 = {}, onDelete = "CASCADE") {
  return ["ForeignKey", { ...args2, on_delete: reference2(`django.db.models.deletion.${onDelete}`), to: to.startsWith("django.conf.settings.") ? reference2(to) : to }];
}
function buildModel(data) {
  const [app, name2] = data.label.split(".");
  const options = new Map(Object.entries(data.options ?? {}));
  if (data.table !== `${app}_${name2.toLowerCase()}`) options.set("db_table", data.table);
  return {
    app,
    name: name2,
    fields: new Map(Object.entries(data.fields).map(([field, [type, args2]]) => [field, buildField(field, type, args2 ?? {})])),
    options,
    uniqueTogether: data.uniqueTogether ?? [],
    indexTogether: [],
    indexes: /* @__PURE__ */ new Map(),
    constraints: /* @__PURE__ */ new Map(),
    bases: []
  };
}
function buildField(name2, type, args2) {
  return { name: name2, path: `django.db.models.${type}`, args: [], kwargs: new Map(Object.entries(args2)), place: builtIn, unknown: null };
}
function reference2(path) {
  return { kind: "ref", path, place: builtIn, text: path };
}

// src/django/contrib/apps.ts
var varchar = (length, args2 = {}) => ["CharField", { ...args2, max_length: length }];
var manyToMany = (to) => ["ManyToManyField", { blank: true, to }];
var userModel = "django.conf.settings.AUTH_USER_MODEL";
var contribApps = [
  {
    label: "contenttypes",
    migrations: [["0001_initial"], ["0002_remove_content_type_name"]],
    models: [
      {
        label: "contenttypes.ContentType",
        table: "django_content_type",
        fields: { id: autoId, app_label: varchar(100), model: varchar(100) },
        uniqueTogether: [["app_label", "model"]]
      }
    ]
  },
  {
    label: "auth",
    migrations: [
      ["0001_initial", "contenttypes.__first__"],
      ["0002_alter_permission_name_max_length"],
      ["0003_alter_user_email_max_length"],
      ["0004_alter_user_username_opts"],
      ["0005_alter_user_last_login_null"],
      ["0006_require_contenttypes_0002", "contenttypes.0002_remove_content_type_name"],
      ["0007_alter_validators_add_error_messages"],
      ["0008_alter_user_username_max_length"],
      ["0009_alter_user_last_name_max_length"],
      ["0010_alter_group_name_max_length"],
      ["0011_update_proxy_permissions", "contenttypes.0002_remove_content_type_name"],
      ["0012_alter_user_first_name_max_length"]
    ],
    models: [
      {
        label: "auth.Permission",
        table: "auth_permission",
        fields: { id: autoId, name: varchar(255), content_type: foreignKey("contenttypes.ContentType"), codename: varchar(100) },
        uniqueTogether: [["content_type", "codename"]]
      },
      {
        label: "auth.Group",
        table: "auth_group",
        fields: { id: autoId, name: varchar(150, { unique: true }), permissions: manyToMany("auth.Permission") }
      },
      {
        label: "auth.User",
        table: "auth_user",
        options: { swappable: "AUTH_USER_MODEL" },
        fields: {
          id: autoId,
          password: varchar(128),
          last_login: ["DateTimeField", { blank: true, null: true }],
          is_superuser: ["BooleanField", { default: false }],
          username: varchar(150, { unique: true }),
          first_name: varchar(150, { blank: true }),
          last_name: varchar(150, { blank: true }),
          email: ["EmailField", { blank: true, max_length: 254 }],
          is_staff: ["BooleanField", { default: false }],
          is_active: ["BooleanField", { default: true }],
          date_joined: ["DateTimeField", { default: { kind: "ref", path: "django.utils.timezone.now", place: { path: "", line: 0 }, text: "timezone.now" } }],
          groups: manyToMany("auth.Group"),
          user_permissions: manyToMany("auth.Permission")
        }
      }
    ]
  },
  {
    label: "admin",
    migrations: [["0001_initial", userModel, "contenttypes.__first__"], ["0002_logentry_remove_auto_add"], ["0003_logentry_add_action_flag_choices"]],
    models: [
      {
        label: "admin.LogEntry",
        table: "django_admin_log",
        fields: {
          id: autoId,
          action_time: ["DateTimeField", { default: { kind: "ref", path: "django.utils.timezone.now", place: { path: "", line: 0 }, text: "timezone.now" }, editable: false }],
          object_id: ["TextField", { blank: true, null: true }],
          object_repr: varchar(200),
          action_flag: ["PositiveSmallIntegerField"],
          change_message: ["TextField", { blank: true }],
          content_type: foreignKey("contenttypes.ContentType", { blank: true, null: true }, "SET_NULL"),
          user: foreignKey(userModel)
        }
      }
    ]
  },
  {
    label: "sessions",
    migrations: [["0001_initial"]],
    models: [
      {
        label: "sessions.Session",
        table: "django_session",
        fields: { session_key: varchar(40, { primary_key: true, serialize: false }), session_data: ["TextField"], expire_date: ["DateTimeField", { db_index: true }] }
      }
    ]
  },
  {
    label: "sites",
    migrations: [["0001_initial"], ["0002_alter_domain_unique"]],
    models: [{ label: "sites.Site", table: "django_site", fields: { id: autoId, domain: varchar(100, { unique: true }), name: varchar(50) } }]
  },
  {
    label: "flatpages",
    migrations: [["0001_initial", "sites.0001_initial"]],
    models: [
      {
        label: "flatpages.FlatPage",
        table: "django_flatpage",
        fields: {
          id: autoId,
          url: varchar(100, { db_index: true }),
          title: varchar(200),
          content: ["TextField", { blank: true }],
          enable_comments: ["BooleanField", { default: false }],
          template_name: varchar(70, { blank: true }),
          registration_required: ["BooleanField", { default: false }],
          sites: ["ManyToManyField", { to: "sites.Site" }]
        }
      }
    ]
  },
  {
    label: "redirects",
    migrations: [["0001_initial", "sites.0001_initial"], ["0002_alter_redirect_new_path_help_text"]],
    models: [
      {
        label: "redirects.Redirect",
        table: "django_redirect",
        fields: { id: autoId, site: foreignKey("sites.Site"), old_path: varchar(200, { db_index: true }), new_path: varchar(200, { blank: true }) },
        uniqueTogether: [["site", "old_path"]]
      }
    ]
  }
];

// src/django/contrib/contrib.ts
var contribLabels = contribApps.map((app) => app.label);
function contribMigrations(has = () => true) {
  return contribApps.filter((app) => has(app.label)).flatMap(migrationsOf);
}
function migrationsOf(app) {
  return app.migrations.map(([name2, ...others2], index3) => ({
    app: app.label,
    name: name2,
    path: null,
    dependencies: [...index3 > 0 ? [{ kind: "migration", app: app.label, name: app.migrations[index3 - 1][0] }] : [], ...others2.map(dependency)],
    runBefore: [],
    replaces: [],
    initial: index3 === 0,
    atomic: true,
    operations: index3 === 0 ? app.models.map((data) => createModel(buildModel(data))) : [],
    problems: [],
    line: 0
  }));
}
function dependency(text5) {
  if (text5.startsWith("django.conf.settings.")) return { kind: "swappable", setting: text5.slice("django.conf.settings.".length) };
  const [app, name2] = text5.split(".");
  return { kind: "migration", app, name: name2 };
}
function createModel(model) {
  const options = new Map(model.options);
  if (model.uniqueTogether.length > 0) options.set("unique_together", list(model.uniqueTogether.map(list)));
  return { type: "CreateModel", kind: "CreateModel", place: builtIn, lastLine: 0, name: model.name, fields: [...model.fields.values()], options, bases: [] };
}
function list(items) {
  return { kind: "list", items };
}

// src/django/graph/replace.ts
function applyReplacements(nodes, migrations2) {
  const squashed2 = new Map(migrations2.filter((migration) => migration.replaces.length > 0).map((migration) => [keyOf(migration), migration]));
  const replacedBy = /* @__PURE__ */ new Map();
  const progress = /* @__PURE__ */ new Map();
  const circular = [];
  const replace = (key2) => {
    if (progress.get(key2) === "done") return;
    const migration = squashed2.get(key2);
    if (progress.get(key2) === "begun") {
      circular.push(migration);
      return;
    }
    progress.set(key2, "begun");
    const replaced = new Set(migration.replaces.map(keyOf));
    for (const other3 of replaced) if (squashed2.has(other3)) replace(other3);
    progress.set(key2, "done");
    if (!nodes.has(key2)) return;
    for (const other3 of replaced) {
      if (other3 !== key2) replacedBy.set(other3, key2);
      removeReplaced(nodes, key2, other3, replaced);
    }
  };
  for (const key2 of squashed2.keys()) replace(key2);
  for (const key2 of replacedBy.keys()) replacedBy.set(key2, lastOf(key2, replacedBy));
  return { replacedBy, circular };
}
function removeReplaced(nodes, key2, other3, replaced) {
  const node = nodes.get(other3);
  const replacement = nodes.get(key2);
  if (!node || !replacement || other3 === key2) return;
  nodes.delete(other3);
  for (const child2 of node.children) {
    nodes.get(child2)?.parents.delete(other3);
    if (replaced.has(child2) || child2 === key2) continue;
    replacement.children.add(child2);
    nodes.get(child2)?.parents.add(key2);
  }
  for (const parent of node.parents) {
    nodes.get(parent)?.children.delete(other3);
    if (replaced.has(parent) || parent === key2) continue;
    replacement.parents.add(parent);
    nodes.get(parent)?.children.add(key2);
  }
}
function lastOf(key2, replacedBy) {
  const seen = /* @__PURE__ */ new Set();
  let last = key2;
  for (let next = replacedBy.get(key2); next !== void 0 && !seen.has(next); next = replacedBy.get(next)) {
    seen.add(next);
    last = next;
  }
  return last;
}

// src/django/graph/graph.ts
function buildGraph(migrations2, builtin, options) {
  const kept2 = together(migrations2, builtin);
  const unread3 = (options.unread ?? []).filter((one) => !kept2.some((other3) => keyOf(other3) === keyOf(one)));
  const nodes = /* @__PURE__ */ new Map();
  for (const migration of kept2) addNode(nodes, migration, { migration, external: false, unread: false });
  for (const one of unread3) addNode(nodes, one, { migration: null, external: false, unread: true });
  const known3 = /* @__PURE__ */ new Set([...migrations2.map(({ app }) => app), ...unread3.map(({ app }) => app), ...options.unmigrated ?? []]);
  const missing2 = [];
  const connect = (origin, other3, through) => {
    if (!nodes.has(keyOf(other3))) addNode(nodes, other3, { migration: null, external: !known3.has(other3.app), unread: false });
    const node = nodes.get(keyOf(other3));
    if (!node.migration && !node.external && !node.unread) missing2.push({ origin, missing: { app: other3.app, name: other3.name }, through });
    const [child2, parent] = through === "dependencies" ? [origin, other3] : [other3, origin];
    nodes.get(keyOf(child2)).parents.add(keyOf(parent));
    nodes.get(keyOf(parent)).children.add(keyOf(child2));
  };
  const edges = [...kept2, ...unread3.flatMap((one) => one.edges ?? [])];
  const dependenciesOf2 = new Map(edges.map((migration) => [migration, migration.dependencies.flatMap((dependency2) => resolveSwappable(dependency2, options))]));
  for (const migration of edges) {
    for (const parent of dependenciesOf2.get(migration)) {
      if (parent.app === migration.app && parent.name !== "__first__") connect(migration, parent, "dependencies");
    }
  }
  const ends = appEnds(nodes);
  const settle2 = (key2, app) => {
    if (key2.name !== "__first__" && key2.name !== "__latest__") return key2;
    if (key2.app === app || options.unmigrated?.has(key2.app)) return null;
    const found2 = ends.get(key2.app);
    return found2 ? { app: key2.app, name: key2.name === "__first__" ? found2.first : found2.last } : key2;
  };
  for (const migration of edges) {
    for (const parent of dependenciesOf2.get(migration)) {
      const settled2 = parent.app === migration.app ? null : settle2(parent, migration.app);
      if (settled2) connect(migration, settled2, "dependencies");
    }
    for (const child2 of migration.runBefore) {
      const settled2 = settle2(child2, migration.app);
      if (settled2) connect(migration, settled2, "run_before");
    }
  }
  const full = new Map([...nodes].map(([key2, node]) => [key2, { ...node, parents: new Set(node.parents), children: new Set(node.children) }]));
  const { replacedBy, circular } = applyReplacements(nodes, edges);
  return { nodes, full, replacedBy, missing: missing2.filter((edge) => nodes.has(keyOf(edge.missing))), circularReplaces: circular };
}
function addNode(nodes, { app, name: name2 }, what) {
  const key2 = keyOf({ app, name: name2 });
  nodes.set(key2, { key: key2, app, name: name2, ...what, parents: /* @__PURE__ */ new Set(), children: /* @__PURE__ */ new Set() });
}
function resolveSwappable(dependency2, options) {
  if (dependency2.kind === "migration") return [dependency2];
  const app = options.swappable(dependency2.setting)?.split(".")[0];
  return app ? [{ app, name: "__first__" }] : [];
}
function together(migrations2, builtin) {
  const own = new Set(migrations2.map((migration) => migration.app));
  return [...migrations2, ...builtin.filter((migration) => !own.has(migration.app))].sort((a, b) => compareText(keyOf(a), keyOf(b)) || compareText(a.path ?? "", b.path ?? ""));
}
function appEnds(nodes) {
  const ends = /* @__PURE__ */ new Map();
  for (const node of [...nodes.values()].sort((a, b) => compareText(a.key, b.key))) {
    if (node.external) continue;
    const inApp = (keys2) => [...keys2].some((key2) => nodes.get(key2).app === node.app);
    const found2 = ends.get(node.app) ?? { first: "", last: "" };
    if (!found2.first && !inApp(node.parents)) found2.first = node.name;
    if (!found2.last && !inApp(node.children)) found2.last = node.name;
    ends.set(node.app, found2);
  }
  return new Map([...ends].filter(([, { first, last }]) => first && last));
}

// src/django/graph/tokens.ts
var pattern = /([ \t\f]+|\\\r?\n)|(#[^\r\n]*)|(\r\n|\n|\r)|([rbuftRBUFT]{0,2}(?:"""(?:\\[^]|[^\\])*?"""|'''(?:\\[^]|[^\\])*?'''|"(?!"")(?:\\[^]|[^"\\\r\n])*"|'(?!'')(?:\\[^]|[^'\\\r\n])*'))|([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)|(\d[\w.]*)|([^])/y;
function logicalLines(text5) {
  const lines = [];
  let tokens2 = [];
  let [depth, line, column2, first, lineStart] = [0, 1, 0, 1, 0];
  const end = () => {
    if (tokens2.length > 0) lines.push({ column: column2, line: first, tokens: tokens2 });
    tokens2 = [];
  };
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text5); match && match[0] !== ""; match = pattern.exec(text5)) {
    const [, space, comment, newline, string, name2, number] = match;
    const all4 = /^["']$/.test(match[0]) ? unterminated(text5, match.index) : match[0];
    pattern.lastIndex = match.index + all4.length;
    if (newline !== void 0 && depth === 0) end();
    if (space === void 0 && comment === void 0 && newline === void 0) {
      if (tokens2.length === 0) [column2, first] = [match.index - lineStart, line];
      if (/^[([{]$/.test(all4)) depth++;
      if (/^[)\]}]$/.test(all4)) depth = Math.max(0, depth - 1);
      tokens2.push({ kind: string !== void 0 ? "string" : name2 !== void 0 ? "name" : number !== void 0 ? "number" : "operator", text: all4 });
    }
    const breaks = all4.match(/\r\n|\n|\r/g)?.length ?? 0;
    line += breaks;
    if (newline !== void 0) lineStart = match.index + all4.length;
  }
  end();
  return lines;
}
function unterminated(text5, start2) {
  const quote2 = text5[start2];
  if (text5.startsWith(quote2.repeat(3), start2)) return text5.slice(start2);
  const end = /[\r\n]/g;
  end.lastIndex = start2;
  return text5.slice(start2, end.exec(text5)?.index ?? text5.length);
}
function plainString(token) {
  const match = /^[uUrR]?("""|'''|"|')([^]*)\1$/.exec(token.text);
  return token.kind !== "string" || !match || match[2].includes("\\") ? null : match[2];
}

// src/django/graph/scan.ts
var attributes = { dependencies: "dependencies", run_before: "runBefore", replaces: "replaces" };
var isAttribute = (text5) => text5 !== void 0 && Object.hasOwn(attributes, text5);
function scanMigration(key2, path, text5) {
  const lines = logicalLines(text5);
  const starts = lines.flatMap((line, i2) => line.column === 0 && line.tokens[0]?.text === "class" && line.tokens[1]?.text === "Migration" ? [i2] : []);
  const start2 = starts[0];
  if (start2 === void 0 || starts.length > 1) return { needsParsing: "not exactly one class Migration" };
  const head = spell(lines[start2].tokens);
  if (!/^class Migration\((migrations\.)?Migration\):/.test(head)) return { needsParsing: "a base class of its own" };
  if (!head.endsWith(":")) return { needsParsing: "a class on one line" };
  const end = lines.findIndex((line, i2) => i2 > start2 && line.column === 0);
  const outside = [...lines.slice(0, start2), ...end < 0 ? [] : lines.slice(end)];
  if (outside.some(({ tokens: tokens2 }) => tokens2[0]?.text === "Migration" || spell(tokens2).includes("Migration.operations"))) return { needsParsing: "Migration is changed after the class" };
  const edges = readBody(lines.slice(start2 + 1, end < 0 ? void 0 : end));
  return "needsParsing" in edges ? edges : { app: key2.app, name: key2.name, path, line: lines[start2].line, ...edges };
}
function readBody(body2) {
  const found2 = /* @__PURE__ */ new Map();
  for (const { column: column2, tokens: tokens2 } of body2) {
    const name2 = tokens2[0]?.text;
    if (!isAttribute(name2)) continue;
    if (column2 !== body2[0].column) return { needsParsing: `${name2} is set inside a condition` };
    if (found2.has(name2)) return { needsParsing: `${name2} is set twice` };
    const value = listAfterEquals(tokens2);
    if (!value) return { needsParsing: `${name2} is no list of literals` };
    found2.set(name2, value);
  }
  const keys2 = (name2) => found2.get(name2)?.filter((item2) => item2.kind === "migration");
  for (const name2 of ["run_before", "replaces"]) {
    if (found2.get(name2)?.some((item2) => item2.kind !== "migration")) return { needsParsing: `${name2} is no list of literals` };
  }
  const plain2 = (items = []) => items.map(({ app, name: name2 }) => ({ app, name: name2 }));
  return { dependencies: found2.get("dependencies") ?? [], runBefore: plain2(keys2("run_before")), replaces: plain2(keys2("replaces")) };
}
function listAfterEquals(tokens2) {
  const equals = tokens2.findIndex((token) => token.text === "=");
  if (equals !== 1 && tokens2[1]?.text !== ":") return null;
  const rest2 = tokens2.slice(equals + 1);
  const [open2, close] = [rest2[0]?.text, rest2.at(-1)?.text];
  if (!(open2 === "[" && close === "]") && !(open2 === "(" && close === ")")) return null;
  const items = [];
  let at = 1;
  while (at < rest2.length - 1) {
    const item2 = pairAt(rest2, at) ?? swappableAt(rest2, at);
    if (!item2) return null;
    items.push(item2.dependency);
    at = item2.next;
    if (rest2[at]?.text === ",") at++;
    else if (at !== rest2.length - 1) return null;
  }
  return open2 === "(" && items.length > 0 && rest2.at(-2)?.text !== "," && items.length === 1 ? null : items;
}
function pairAt(tokens2, at) {
  const close = { "(": ")", "[": "]" }[tokens2[at]?.text ?? ""];
  const [app, comma2, name2] = [tokens2[at + 1], tokens2[at + 2], tokens2[at + 3]];
  if (!close || !app || !name2 || comma2?.text !== ",") return null;
  const [appLabel, migration] = [plainString(app), plainString(name2)];
  const last = tokens2[at + 4]?.text === "," ? at + 5 : at + 4;
  if (appLabel === null || migration === null || tokens2[last]?.text !== close) return null;
  return { dependency: { kind: "migration", app: appLabel, name: migration }, next: last + 1 };
}
function swappableAt(tokens2, at) {
  const match = /^(?:migrations\.)?swappable_dependency\(settings\.(\w+),?\)/.exec(tokens2.slice(at, at + 10).map((token) => token.text).join(""));
  if (!match) return null;
  let next = at;
  while (tokens2[next]?.text !== ")") next++;
  return { dependency: { kind: "swappable", setting: match[1] }, next: next + 1 };
}
function spell(tokens2) {
  return tokens2.map((token, i2) => i2 > 0 && token.kind === "name" && tokens2[i2 - 1].kind === "name" ? ` ${token.text}` : token.text).join("");
}

// src/django/graph/order.ts
function planOrder(graph) {
  const order4 = [];
  const visited = /* @__PURE__ */ new Set();
  for (const leaf2 of leafNodes(graph)) visit(graph.nodes, leaf2.key, visited, order4);
  for (const key2 of [...graph.nodes.keys()].sort(compareText)) visit(graph.nodes, key2, visited, order4);
  return order4;
}
function leafNodes(graph) {
  const leaves2 = [...graph.nodes.values()].filter((node) => ![...node.children].some((child2) => graph.nodes.get(child2).app === node.app));
  return leaves2.sort((a, b) => compareText(a.key, b.key));
}
function visit(nodes, start2, visited, order4) {
  const open2 = /* @__PURE__ */ new Set();
  const stack = [{ key: start2, leaving: false }];
  for (let top = stack.pop(); top !== void 0; top = stack.pop()) {
    const { key: key2, leaving } = top;
    if (visited.has(key2)) continue;
    const node = nodes.get(key2);
    if (leaving) {
      visited.add(key2);
      if (node.migration) order4.push(node.migration);
      continue;
    }
    if (open2.has(key2)) continue;
    open2.add(key2);
    stack.push({ key: key2, leaving: true });
    for (const parent of [...node.parents].sort(compareText)) stack.push({ key: parent, leaving: false });
  }
}

// src/django/operations/arguments.ts
function bindArguments(call, signature) {
  if (call.unknownArgs) return { unreadable: `not all of its arguments can be read: ${call.unknownArgs.reason}` };
  const { parameters, keywordOnly = [] } = signature;
  if (call.args.length > parameters.length) return { unreadable: `it is called with ${call.args.length} positional arguments and takes ${parameters.length}` };
  const values = /* @__PURE__ */ new Map();
  call.args.forEach((value, index3) => values.set(parameters[index3], value));
  for (const [name2, value] of call.kwargs) {
    if (!parameters.includes(name2) && !keywordOnly.includes(name2)) return { unreadable: `it takes no argument ${codeSpan(name2)}` };
    if (values.has(name2)) return { unreadable: `argument ${codeSpan(name2)} is given twice` };
    values.set(name2, value);
  }
  return { values };
}
function argumentReader(values) {
  let problem = null;
  const fail = (name2, why) => {
    problem ??= why ?? (values.has(name2) ? `its ${codeSpan(name2)} cannot be read: ${whyNot(values.get(name2))}` : `it has no ${codeSpan(name2)}`);
  };
  return {
    get problem() {
      return problem;
    },
    fail,
    text(name2) {
      const value = values.get(name2);
      if (typeof value === "string") return value;
      fail(name2);
      return "";
    },
    optionalText(name2) {
      const value = values.get(name2) ?? null;
      if (value === null || typeof value === "string") return value;
      fail(name2);
      return null;
    },
    boolean(name2, otherwise) {
      const value = values.has(name2) ? values.get(name2) : otherwise;
      if (typeof value === "boolean") return value;
      fail(name2);
      return otherwise;
    },
    optionalBoolean(name2) {
      const value = values.get(name2) ?? null;
      if (value === null || typeof value === "boolean") return value;
      fail(name2);
      return null;
    },
    value: (name2, otherwise) => values.has(name2) ? values.get(name2) : otherwise,
    required(name2) {
      if (!values.has(name2)) fail(name2);
      return values.get(name2) ?? null;
    }
  };
}
function whyNot(value) {
  if (typeof value === "object" && value?.kind === "unknown") return `${codeSpan(textOf(value))} is ${value.reason}`;
  return codeSpan(textOf(value));
}

// src/django/operations/parent-link.ts
function parentLinkName(field, context) {
  if (field === null || typeof field !== "object" || field.kind !== "call") return null;
  if (field.kwargs.get("parent_link") !== true || field.kwargs.get("auto_created") !== true) return null;
  const model = modelNamed(field.kwargs.get("to") ?? null, context);
  return model === null ? null : `${model.slice(model.lastIndexOf(".") + 1).toLowerCase()}_ptr`;
}
function readBases(bases2, fields2, context) {
  const links = fields2.filter((field) => field.kwargs.get("parent_link") === true).map((field) => field.kwargs.get("to") ?? null);
  return bases2.map((written2) => {
    const base2 = swappedModel(written2, context);
    const readable = typeof base2 === "string" || base2 !== null && typeof base2 === "object" && base2.kind === "ref";
    return !readable && links.length === 1 && bases2.length === 1 ? links[0] : base2;
  });
}
function modelNamed(to, context) {
  const model = swappedModel(to, context);
  if (typeof model === "string") return model;
  if (model === null || typeof model !== "object" || model.kind !== "ref") return null;
  const setting2 = /^django\.conf\.settings\.(\w+)$/.exec(model.path)?.[1];
  return setting2 === void 0 ? null : swappableSetting(context.facts, setting2);
}

// src/django/operations/build.ts
function buildOperation(name2, args2, context) {
  return builders[name2](args2, context);
}
var builders = {
  CreateModel: createModel2,
  DeleteModel: (args2) => ({ kind: "DeleteModel", name: args2.text("name") }),
  RenameModel: (args2) => ({ kind: "RenameModel", from: args2.text("old_name"), to: args2.text("new_name") }),
  AlterModelTable: (args2) => ({ kind: "AlterModelTable", name: args2.text("name"), table: args2.optionalText("table") }),
  AlterModelTableComment: (args2) => ({ kind: "AlterModelTableComment", name: args2.text("name"), comment: args2.optionalText("table_comment") }),
  AlterUniqueTogether: (args2) => ({ kind: "AlterUniqueTogether", name: args2.text("name"), together: together2(args2, "unique_together") }),
  AlterIndexTogether: (args2) => ({ kind: "AlterIndexTogether", name: args2.text("name"), together: together2(args2, "index_together") }),
  AlterOrderWithRespectTo: (args2) => ({ kind: "AlterOrderWithRespectTo", name: args2.text("name"), field: args2.optionalText("order_with_respect_to") }),
  AlterModelOptions: (args2) => ({ kind: "AlterModelOptions", name: args2.text("name"), options: dict2(args2, "options") }),
  AlterModelManagers: (args2) => ({ kind: "AlterModelManagers", name: args2.text("name") }),
  AddField: (args2, context) => ({ kind: "AddField", ...fieldChange(args2, context) }),
  AlterField: (args2, context) => ({ kind: "AlterField", ...fieldChange(args2, context) }),
  RemoveField: (args2) => ({ kind: "RemoveField", model: args2.text("model_name"), name: args2.text("name") }),
  RenameField: (args2) => ({ kind: "RenameField", model: args2.text("model_name"), from: args2.text("old_name"), to: args2.text("new_name") }),
  AddIndex: (args2) => addIndex(args2, false),
  AddIndexConcurrently: (args2) => addIndex(args2, true),
  RemoveIndex: (args2) => ({ kind: "RemoveIndex", model: args2.text("model_name"), name: args2.text("name"), concurrently: false }),
  RemoveIndexConcurrently: (args2) => ({ kind: "RemoveIndex", model: args2.text("model_name"), name: args2.text("name"), concurrently: true }),
  RenameIndex: (args2) => renameIndex(args2),
  AddConstraint: (args2) => ({ kind: "AddConstraint", model: args2.text("model_name"), constraint: args2.required("constraint"), notValid: false }),
  AddConstraintNotValid: (args2) => ({ kind: "AddConstraint", model: args2.text("model_name"), constraint: args2.required("constraint"), notValid: true }),
  RemoveConstraint: (args2) => ({ kind: "RemoveConstraint", model: args2.text("model_name"), name: args2.text("name") }),
  AlterConstraint: (args2) => ({ kind: "AlterConstraint", model: args2.text("model_name"), name: args2.text("name"), constraint: args2.required("constraint") }),
  ValidateConstraint: (args2) => ({ kind: "ValidateConstraint", model: args2.text("model_name"), name: args2.text("name") }),
  RunSQL: (args2, context) => ({
    kind: "RunSQL",
    sql: args2.required("sql"),
    reverseSql: args2.value("reverse_sql", null),
    stateOperations: context.operations(args2.value("state_operations", null)),
    ...runOptions(args2)
  }),
  RunPython: (args2) => ({ kind: "RunPython", code: code2(args2), reverseCode: args2.value("reverse_code", null), atomic: args2.optionalBoolean("atomic"), ...runOptions(args2) }),
  SeparateDatabaseAndState: (args2, context) => ({
    kind: "SeparateDatabaseAndState",
    databaseOperations: context.operations(args2.value("database_operations", null)),
    stateOperations: context.operations(args2.value("state_operations", null))
  }),
  CreateExtension: (args2) => ({ kind: "CreateExtension", name: args2.text("name") }),
  CreateCollation: (args2) => ({ kind: "CreateCollation", ...collation(args2) }),
  RemoveCollation: (args2) => ({ kind: "RemoveCollation", ...collation(args2) })
};
function runOptions(args2) {
  const [hints, elidable] = [args2.value("hints", null), args2.value("elidable", false)];
  if (hints === null && elidable === false) return {};
  return { more: { ...hints !== null && { hints }, ...elidable !== false && { elidable } } };
}
function createModel2(args2, context) {
  const own = fields(args2, context);
  const bases2 = args2.value("bases", null) === null ? [] : list2(args2, "bases");
  return { kind: "CreateModel", name: args2.text("name"), fields: own, options: withSwappable(dict2(args2, "options")), bases: readBases(bases2, own, context) };
}
function withSwappable(options) {
  const swappable2 = options.get("swappable");
  return swappable2 === void 0 ? options : new Map(options).set("swappable", swappableOption(swappable2));
}
function fieldChange(args2, context) {
  const field = readField(args2.text("name"), args2.required("field"), context, context.place);
  return { model: args2.text("model_name"), field, preserveDefault: args2.boolean("preserve_default", true) };
}
function fields(args2, context) {
  const result = [];
  for (const item2 of list2(args2, "fields")) {
    const [written2, field, ...rest2] = itemsOf(item2) ?? [];
    const name2 = typeof written2 === "string" ? written2 : parentLinkName(field ?? null, context);
    if (typeof name2 !== "string" || field === void 0 || rest2.length > 0) {
      args2.fail("fields", `one of its \`fields\` cannot be read: ${textOf(item2)}`);
      return [];
    }
    result.push(readField(name2, field, context, context.place));
  }
  return result;
}
function addIndex(args2, concurrently) {
  return { kind: "AddIndex", model: args2.text("model_name"), index: args2.required("index"), concurrently };
}
function renameIndex(args2) {
  const oldFields = args2.value("old_fields", null);
  const names3 = oldFields === null ? null : textsOf(oldFields);
  if (oldFields !== null && names3 === null) args2.fail("old_fields");
  const from = args2.optionalText("old_name");
  if (from === null === (names3 === null)) args2.fail("old_name", "it takes one of `old_name` and `old_fields`");
  return { kind: "RenameIndex", model: args2.text("model_name"), to: args2.text("new_name"), from, oldFields: names3 };
}
function collation(args2) {
  return { name: args2.text("name"), locale: args2.text("locale"), provider: args2.optionalText("provider") ?? "libc", deterministic: args2.boolean("deterministic", true) };
}
function together2(args2, name2) {
  const entries = togetherOf(args2.required(name2));
  if (!entries) args2.fail(name2);
  return setOrder(entries ?? []);
}
function list2(args2, name2) {
  const items = itemsOf(args2.required(name2));
  if (!items) args2.fail(name2);
  return items ?? [];
}
function dict2(args2, name2) {
  const value = args2.value(name2, null);
  const entries = value === null ? /* @__PURE__ */ new Map() : entriesOf(value);
  if (!entries) args2.fail(name2);
  return entries ?? /* @__PURE__ */ new Map();
}
function code2(args2) {
  const value = args2.required("code");
  if (isUnknown(value) && value.reason === notDefined) args2.fail("code");
  return value;
}

// src/django/operations/constructor-call.ts
function constructorCall(method2, module2, call, context) {
  const locals2 = bind2(method2, module2, call, context);
  if (typeof locals2 === "string") return locals2;
  let passed = null;
  for (const statement of method2.body) {
    if (statement.kind === "function" || statement.kind === "import" || statement.kind === "from") continue;
    if (statement.kind === "expression") {
      if (statement.value.kind === "string") continue;
      const given2 = superArguments(statement.value);
      if (!given2 || passed) return "it does more than call `super().__init__`";
      const next = collect4(given2, module2, locals2, call, context);
      if (typeof next === "string") return next;
      passed = next;
    } else if (statement.kind === "assign") {
      const value = listValue(statement.value, module2, locals2, context) ?? context.python.evaluate(statement.value, module2, locals2);
      for (const target2 of statement.targets) {
        if (target2.kind !== "name") return "it assigns to something that is not a name";
        if (!target2.path.includes(".")) locals2.set(target2.path, value);
        else if (passed && target2.path.startsWith("self.") && passed.kwargs.has(target2.path.slice("self.".length))) return `it sets ${codeSpan(target2.path)} after \`super().__init__\``;
      }
    } else if (statement.kind !== "other") return "it has conditions or loops";
  }
  return passed ?? "it does not call `super().__init__`";
}
function bind2(method2, module2, call, context) {
  if (call.unknownArgs) return "not all arguments of the call can be read";
  const names3 = method2.parameters.slice(1);
  const plain2 = names3.filter((name2) => !name2.startsWith("*") && name2 !== "/");
  const [rest2, more] = [names3.find((name2) => /^\*\w/.test(name2)), names3.find((name2) => name2.startsWith("**"))];
  const bare3 = names3.findIndex((name2) => name2.startsWith("*"));
  const positional = plain2.filter((name2) => bare3 < 0 || names3.indexOf(name2) < bare3);
  if (call.args.length > positional.length && !rest2) return "it is called with too many arguments";
  const locals2 = /* @__PURE__ */ new Map();
  call.args.slice(0, positional.length).forEach((value, index3) => locals2.set(positional[index3], value));
  if (rest2) locals2.set(rest2.slice(1), { kind: "tuple", items: call.args.slice(positional.length) });
  const others2 = [];
  for (const [name2, value] of call.kwargs) {
    if (plain2.includes(name2)) locals2.set(name2, value);
    else if (more) others2.push([name2, value]);
    else return `it takes no argument ${codeSpan(name2)}`;
  }
  if (more) locals2.set(more.slice(2), { kind: "dict", entries: others2 });
  for (const name2 of plain2) if (!locals2.has(name2)) locals2.set(name2, defaultOf(method2, name2, module2, call, context));
  return locals2;
}
function superArguments(expression) {
  if (expression.kind !== "call" || expression.callee.kind !== "attribute" || expression.callee.name !== "__init__") return null;
  const { object } = expression.callee;
  return object.kind === "call" && object.callee.kind === "name" && object.callee.path === "super" ? expression.args : null;
}
function collect4(given2, module2, locals2, call, context) {
  const args2 = [];
  const kwargs = /* @__PURE__ */ new Map();
  for (const argument of given2) {
    const value = listValue(argument.value, module2, locals2, context) ?? context.python.evaluate(argument.value, module2, locals2);
    if (argument.kind === "positional") args2.push(value);
    else if (argument.kind === "keyword") kwargs.set(argument.name, value);
    else if (argument.kind === "star") {
      const items = itemsOf(value);
      if (!items) return "it passes on arguments that cannot be read";
      args2.push(...items);
    } else {
      const entries = entriesOf(value);
      if (!entries) return "it passes on arguments that cannot be read";
      for (const [name2, item2] of entries) kwargs.set(name2, item2);
    }
  }
  return { ...call, args: args2, kwargs };
}

// src/django/operations/known-operations.ts
var migrations = "django.db.migrations";
var postgres = "django.contrib.postgres.operations";
var fieldParameters = ["model_name", "name", "field", "preserve_default"];
var partition = (parameters, does) => ({ like: null, parameters: ["model_name", "name", ...parameters], database: { does } });
var createdModel = (extra, does) => ({ like: `${migrations}.CreateModel`, parameters: ["name", "fields", "options", extra, "bases", "managers"], database: { does } });
var deletedModel = (does) => ({ like: `${migrations}.DeleteModel`, parameters: ["name"], database: { does } });
var safer = (like2, parameters) => ({ like: like2, parameters, database: "safer" });
var dataMigration = (parameters) => ({ like: `${migrations}.RunPython`, parameters, database: "same" });
var knownOperations = {
  // django-pgtrigger, pgtrigger/migrations.py
  "pgtrigger.migrations": {
    AddTrigger: { like: null, parameters: ["model_name", "trigger"], database: { does: "installs a trigger on the model's table; columns and constraints stay as they are" } },
    RemoveTrigger: { like: null, parameters: ["model_name", "name"], database: { does: "removes a trigger from the model's table; columns and constraints stay as they are" } }
  },
  // django-add-default-value, django_add_default_value/add_default_value.py
  django_add_default_value: {
    AddDefaultValue: { like: null, parameters: ["model_name", "name", "value"], database: "default" }
  },
  // django-migration-linter, django_migration_linter/operations.py: a marker
  django_migration_linter: {
    IgnoreMigration: { like: null, parameters: ["reason"], database: "nothing" }
  },
  // django-pg-migration-tools 0.1.26, src/django_pg_migration_tools/operations.py
  "django_pg_migration_tools.operations": {
    SaferAddIndexConcurrently: safer(`${postgres}.AddIndexConcurrently`, ["model_name", "index"]),
    SaferRemoveIndexConcurrently: safer(`${postgres}.RemoveIndexConcurrently`, ["model_name", "name"]),
    SaferAddUniqueConstraint: safer(`${migrations}.AddConstraint`, ["model_name", "constraint", "raise_if_exists"]),
    SaferRemoveUniqueConstraint: safer(`${migrations}.RemoveConstraint`, ["model_name", "name"]),
    SaferAddCheckConstraint: safer(`${migrations}.AddConstraint`, ["model_name", "constraint"]),
    SaferRemoveCheckConstraint: safer(`${migrations}.RemoveConstraint`, ["model_name", "name"]),
    SaferAlterFieldSetNotNull: safer(`${migrations}.AlterField`, fieldParameters),
    SaferAddFieldForeignKey: safer(`${migrations}.AddField`, fieldParameters),
    SaferAddFieldOneToOne: safer(`${migrations}.AddField`, fieldParameters),
    SaferRemoveFieldForeignKey: safer(`${migrations}.RemoveField`, ["model_name", "name", "field"])
  },
  // django-syzygy 1.2, syzygy/operations.py. From Django 5.0 on, its operations of old migrations are functions that make Django's own with a db_default.
  "syzygy.operations": {
    AddField: { like: `${migrations}.AddField`, parameters: fieldParameters, database: { does: "adds the column and keeps the field's default in the database" }, withDatabaseDefault: "default" },
    AlterField: { like: `${migrations}.AlterField`, parameters: ["model_name", "name", "field", "stage", "preserve_default"], database: "same" },
    RenameField: { like: `${migrations}.RenameField`, parameters: ["model_name", "old_name", "new_name", "stage"], database: "same" },
    RenameModel: { like: `${migrations}.RenameModel`, parameters: ["old_name", "new_name", "stage"], database: "same" },
    PreRemoveField: { like: null, parameters: fieldParameters, database: { does: "gives the column a default in the database, or makes it nullable, before it is removed" }, withDatabaseDefault: "default or null" },
    PostAddField: { like: null, parameters: fieldParameters, database: { does: "drops the default that was kept in the database" }, withDatabaseDefault: "none" }
  },
  // django-postgres-extra, psqlextra/backend/migrations/operations
  "psqlextra.backend.migrations.operations": {
    PostgresCreatePartitionedModel: createdModel("partitioning_options", "creates a partitioned table whose primary key includes the partitioning key"),
    PostgresCreateViewModel: createdModel("view_options", "creates a view"),
    PostgresCreateMaterializedViewModel: createdModel("view_options", "creates a materialized view"),
    PostgresDeletePartitionedModel: deletedModel("drops a partitioned table"),
    PostgresDeleteViewModel: deletedModel("drops a view"),
    PostgresDeleteMaterializedViewModel: deletedModel("drops a materialized view"),
    PostgresAddDefaultPartition: partition([], "creates the default partition of a table"),
    PostgresAddRangePartition: partition(["from_values", "to_values"], "creates a range partition of a table"),
    PostgresAddListPartition: partition(["values"], "creates a list partition of a table"),
    PostgresAddHashPartition: partition(["modulus", "remainder"], "creates a hash partition of a table"),
    PostgresDeleteDefaultPartition: partition([], "drops the default partition of a table"),
    PostgresDeleteRangePartition: partition([], "drops a range partition of a table"),
    PostgresDeleteListPartition: partition([], "drops a list partition of a table"),
    PostgresDeleteHashPartition: partition([], "drops a hash partition of a table")
  },
  // pgvector-python, pgvector/django/extensions.py
  "pgvector.django": {
    VectorExtension: { like: `${postgres}.CreateExtension`, parameters: [], fixed: { name: "vector" }, database: "same" }
  },
  // django-db-views, django_db_views/operations.py
  "django_db_views.operations": {
    ViewRunPython: { like: null, parameters: ["code", "reverse_code", "atomic", "hints", "elidable"], database: { does: "creates or replaces a view" } },
    ViewDropRunPython: { like: null, parameters: ["code", "reverse_code", "atomic", "hints", "elidable"], database: { does: "drops a view" } }
  },
  // Wagtail, wagtail/blocks/migrations/migrate_operation.py and wagtail/models/i18n.py: RunPython with code of their own
  "wagtail.blocks.migrations.migrate_operation": {
    MigrateStreamData: dataMigration(["app_name", "model_name", "field_name", "operations_and_block_paths", "revisions_from", "chunk_size", "atomic", "hints", "elidable"])
  },
  "wagtail.models": { BootstrapTranslatableModel: dataMigration(["model_string", "language_code"]) },
  "wagtail.core.models": { BootstrapTranslatableModel: dataMigration(["model_string", "language_code"]) }
};
function knownOperation(path) {
  const name2 = path.slice(path.lastIndexOf(".") + 1);
  for (const [module2, operations] of Object.entries(knownOperations)) {
    if (path.startsWith(`${module2}.`) && Object.hasOwn(operations, name2)) return { package: module2.split(".")[0], operation: operations[name2] };
  }
  return null;
}

// src/django/operations/parts.ts
function commonOf(type, at) {
  return { type, place: at.place, lastLine: at.place.line + at.text.split("\n").length - 1 };
}
function unknownOperation(type, at, reason2, assumed) {
  return { ...commonOf(type, at), kind: "Unknown", reason: reason2, text: at.text, ...assumed && { assumed } };
}
function separated(type, at, databaseOperations, stateOperations) {
  return { ...commonOf(type, at), kind: "SeparateDatabaseAndState", databaseOperations, stateOperations };
}
function nameOf(path) {
  return path.slice(path.lastIndexOf(".") + 1);
}

// src/django/operations/signatures.ts
var migrationOperations = {
  CreateModel: { parameters: ["name", "fields", "options", "bases", "managers"] },
  DeleteModel: { parameters: ["name"] },
  RenameModel: { parameters: ["old_name", "new_name"] },
  AlterModelTable: { parameters: ["name", "table"] },
  AlterModelTableComment: { parameters: ["name", "table_comment"] },
  AlterUniqueTogether: { parameters: ["name", "unique_together"] },
  AlterIndexTogether: { parameters: ["name", "index_together"] },
  AlterOrderWithRespectTo: { parameters: ["name", "order_with_respect_to"] },
  AlterModelOptions: { parameters: ["name", "options"] },
  AlterModelManagers: { parameters: ["name", "managers"] },
  AddField: { parameters: ["model_name", "name", "field", "preserve_default"] },
  // FieldOperation.__init__ is inherited, so a field is accepted and ignored.
  RemoveField: { parameters: ["model_name", "name", "field"] },
  AlterField: { parameters: ["model_name", "name", "field", "preserve_default"] },
  RenameField: { parameters: ["model_name", "old_name", "new_name"] },
  AddIndex: { parameters: ["model_name", "index"] },
  RemoveIndex: { parameters: ["model_name", "name"] },
  RenameIndex: { parameters: ["model_name", "new_name", "old_name", "old_fields"] },
  AddConstraint: { parameters: ["model_name", "constraint"] },
  RemoveConstraint: { parameters: ["model_name", "name"] },
  AlterConstraint: { parameters: ["model_name", "name", "constraint"] },
  RunSQL: { parameters: ["sql", "reverse_sql", "state_operations", "hints", "elidable"] },
  RunPython: { parameters: ["code", "reverse_code", "atomic", "hints", "elidable"] },
  SeparateDatabaseAndState: { parameters: ["database_operations", "state_operations"] }
};
var postgresOperations = {
  CreateExtension: { parameters: ["name", "hints"] },
  AddIndexConcurrently: { parameters: ["model_name", "index"] },
  RemoveIndexConcurrently: { parameters: ["model_name", "name"] },
  CreateCollation: { parameters: ["name", "locale"], keywordOnly: ["provider", "deterministic"] },
  RemoveCollation: { parameters: ["name", "locale"], keywordOnly: ["provider", "deterministic"] },
  AddConstraintNotValid: { parameters: ["model_name", "constraint"] },
  ValidateConstraint: { parameters: ["model_name", "name"] }
};
var extensionOperations = {
  BloomExtension: "bloom",
  BtreeGinExtension: "btree_gin",
  BtreeGistExtension: "btree_gist",
  CITextExtension: "citext",
  CryptoExtension: "pgcrypto",
  HStoreExtension: "hstore",
  TrigramExtension: "pg_trgm",
  UnaccentExtension: "unaccent"
};
function djangoOperationName(path) {
  const name2 = path.slice(path.lastIndexOf(".") + 1);
  if (path.startsWith("django.db.migrations.") && Object.hasOwn(migrationOperations, name2)) return name2;
  if (path.startsWith("django.contrib.postgres.operations.") && (Object.hasOwn(postgresOperations, name2) || Object.hasOwn(migrationOperations, name2))) return name2;
  return null;
}
function extensionOf(path) {
  if (!path.startsWith("django.contrib.postgres.operations.")) return null;
  return extensionOperations[path.slice(path.lastIndexOf(".") + 1)] ?? null;
}
function signatureOf(name2) {
  return { ...migrationOperations, ...postgresOperations }[name2];
}

// src/django/operations/syzygy.ts
function databaseDefaultOperation({ withDatabaseDefault: what }, values, { facts }) {
  const field = values.get("field");
  if (what === void 0 || facts === null || !atLeast(facts.django.value, "5.0") || !isCall(field)) return null;
  const kwargs = new Map(field.kwargs);
  const value = kwargs.get("default");
  if (what === "none") {
    kwargs.delete("db_default");
    if (values.get("preserve_default") === false) kwargs.delete("default");
  } else if (value !== void 0) {
    if (value !== null && typeof value === "object") return null;
    kwargs.set("db_default", value);
  } else {
    if (what === "default") return null;
    kwargs.set("null", true);
  }
  const path = `django.db.migrations.${what === "default" ? "AddField" : "AlterField"}`;
  const given2 = [...values].filter(([name2]) => name2 !== "preserve_default" || what === "default");
  return { path, kwargs: new Map([...given2, ["field", { ...field, kwargs }]]) };
}
function isCall(value) {
  return value !== void 0 && value !== null && typeof value === "object" && value.kind === "call";
}

// src/django/operations/third-party.ts
function readKnownOperation(call, context, readDjango) {
  const known3 = knownOperation(call.path);
  if (!known3) return null;
  const { like: like2, parameters, fixed = {}, database } = known3.operation;
  const type = call.path.slice(call.path.lastIndexOf(".") + 1);
  const own = bindArguments(call, { parameters });
  const modern = "unreadable" in own ? null : databaseDefaultOperation(known3.operation, own.values, context);
  if (modern !== null) return { ...readDjango({ ...call, args: [], kwargs: modern.kwargs }, modern.path, context), type };
  if (like2 === null && database === "nothing") return separated(type, call, [], []);
  if (like2 === null && database !== "default") return unknownOperation(type, call, whatItDoes(type, known3.package, database));
  if ("unreadable" in own) return unknownOperation(type, call, `${type} cannot be read: ${own.unreadable}`);
  if (like2 === null) return addDefaultValue(type, call, own.values);
  const accepted = signatureOf(djangoOperationName(like2));
  const kwargs = new Map([...own.values].filter(([name2]) => accepted.parameters.includes(name2)));
  for (const [name2, value] of Object.entries(fixed)) kwargs.set(name2, value);
  if (like2.endsWith(".RunPython") && !kwargs.has("code")) kwargs.set("code", call);
  const operation = readDjango({ ...call, args: [], kwargs }, like2, context);
  if (database === "same" || operation.kind === "Unknown") return operation;
  if (database === "safer") return { ...operation, type, safer: true };
  if (database === "nothing") return separated(type, call, [], [operation]);
  return unknownOperation(type, call, whatItDoes(type, known3.package, database), operation);
}
function addDefaultValue(type, call, values) {
  const args2 = argumentReader(values);
  const [model, name2, value] = [args2.text("model_name"), args2.text("name"), args2.required("value")];
  if (args2.problem !== null) return unknownOperation(type, call, `${type} cannot be read: ${args2.problem}`);
  return { ...commonOf(type, call), kind: "AddDefaultValue", model, name: name2, value };
}
function whatItDoes(type, name2, database) {
  const does = typeof database === "object" ? database.does : "has an effect of its own";
  return `${type} of the package ${name2} ${does}; its SQL is not known here: see it with \`sqlmigrate\``;
}

// src/django/operations/custom.ts
var effects = ["state_forwards", "database_forwards", "_run_sql", "allow_migrate_model"];
var argumentNames = ["sql", "code", "name", "model_name", "field", "index", "constraint", "fields", "options", "database_operations", "state_operations"];
function readCustomOperation(call, context, readDjango) {
  const found2 = context.python.find(call.path);
  if (found2?.kind !== "class") return null;
  const type = nameOf(call.path);
  const unknown4 = (why, assumed) => unknownOperation(type, call, `operation class ${codeSpan(type)} of the repository ${why}; see what it does with \`sqlmigrate\`, or write it with Django's own operations`, assumed);
  const lineage2 = lineageOf(found2, context);
  if ("unreadable" in lineage2) return unknown4(lineage2.unreadable);
  const methods = overridden(lineage2.classes);
  if (lineage2.base === null) return withoutBase(call, methods, unknown4);
  const state = methods.get("state_forwards");
  if (state && !isEmpty(state)) return unknown4("overrides `state_forwards`");
  const attribute2 = lineage2.classes.flatMap(({ definition }) => assigned(definition.body)).find((name2) => argumentNames.includes(name2));
  if (attribute2) return unknown4(`sets ${codeSpan(attribute2)} on the class`);
  const operation = baseOperation(call, lineage2, context, readDjango);
  if (typeof operation === "string") return unknown4(operation);
  const renamed3 = { ...operation, ...commonOf(type, call) };
  if (operation.kind === "Unknown") return unknown4(`cannot be read: ${operation.reason}`);
  const changed4 = ["database_forwards", "_run_sql", "allow_migrate_model"].find((name2) => methods.has(name2));
  if (changed4 === void 0) return state ? separated(type, call, [renamed3], []) : renamed3;
  if (isEmpty(methods.get(changed4))) return separated(type, call, [], state ? [] : [renamed3]);
  return state ? unknown4(`overrides \`state_forwards\` and ${codeSpan(changed4)}`) : unknown4(`overrides ${codeSpan(changed4)}`, renamed3);
}
function lineageOf(start2, context) {
  const classes = [];
  let base2;
  const visit2 = (found2) => {
    if (classes.some((known3) => known3.path === found2.path)) return null;
    if (classes.length >= limits.classes) return `descends from more than ${limits.classes} classes`;
    classes.push(found2);
    for (const argument of found2.definition.bases) {
      if (argument.kind === "keyword") continue;
      const path = argument.value.kind === "name" ? context.python.resolve(argument.value.path, found2.module) : null;
      if (path === null || argument.kind !== "positional") return "has bases that cannot be read";
      const next = context.python.find(path);
      if (next?.kind === "class") {
        const problem2 = visit2(next);
        if (problem2) return problem2;
      } else if (djangoOperationName(path) || extensionOf(path) || knownOperation(path)) base2 ??= path;
      else if (path === "django.db.migrations.operations.base.Operation") base2 = base2 === void 0 ? null : base2;
      else if (!harmlessMixins.includes(path)) return `descends from ${codeSpan(path)}, which is not known here`;
    }
    return null;
  };
  const problem = visit2(start2);
  if (problem) return { unreadable: problem };
  if (base2 === void 0) return { unreadable: "descends from no operation of Django" };
  return { classes, base: base2 };
}
var harmlessMixins = ["object", "builtins.object", "django.contrib.postgres.operations.NotInTransactionMixin", "abc.ABC", "typing.Generic"];
function overridden(classes) {
  const methods = /* @__PURE__ */ new Map();
  for (const { definition } of classes) {
    for (const statement of definition.body) {
      if (statement.kind === "function" && effects.includes(statement.name) && !methods.has(statement.name)) methods.set(statement.name, statement);
    }
  }
  return methods;
}
function withoutBase(call, methods, unknown4) {
  const [state, database] = [methods.get("state_forwards"), methods.get("database_forwards")];
  if (state && database && isEmpty(state) && isEmpty(database)) return separated(nameOf(call.path), call, [], []);
  if (!state || isEmpty(state)) return unknown4("has a `database_forwards` of its own (and leaves the project state as it is)");
  return unknown4("has a `state_forwards` and `database_forwards` of its own");
}
function baseOperation(call, { classes, base: base2 }, context, readDjango) {
  let current = call;
  for (const found2 of classes) {
    const constructor = found2.definition.body.find((statement) => statement.kind === "function" && statement.name === "__init__");
    if (constructor?.kind !== "function") continue;
    const passed = constructorCall(constructor, found2.module, current, context);
    if (typeof passed === "string") {
      if (base2.endsWith(".RunPython")) return readDjango({ ...call, args: [call], kwargs: /* @__PURE__ */ new Map(), unknownArgs: null }, base2, context);
      return `has an \`__init__\` that cannot be followed: ${passed}`;
    }
    current = passed;
  }
  return readDjango(current, base2, context) ?? readKnownOperation({ ...current, path: base2 }, context, readDjango) ?? `descends from ${codeSpan(base2)}, which is not known here`;
}
function assigned(body2) {
  return body2.flatMap((statement) => statement.kind === "assign" ? statement.targets.flatMap((target2) => target2.kind === "name" ? [target2.path] : []) : []);
}
function isEmpty(method2) {
  return method2.body.every((statement) => {
    if (statement.kind === "return") return statement.value === null || statement.value.kind === "constant" && statement.value.value === null;
    if (statement.kind === "expression") return statement.value.kind === "string";
    return statement.kind === "other" && statement.end - statement.start <= "pass".length;
  });
}

// src/django/operations/read.ts
function readOperation(value, context, place3) {
  if (context.budget.operations-- <= 0) return unknownOperation("Unknown", { place: place3, text: "" }, "there are more operations than are read in one file");
  if (value !== null && typeof value === "object") {
    if (value.kind === "call") return readCall2(value, context);
    if (value.kind === "unknown") return unknownOperation("Unknown", value, `this cannot be read: it is ${value.reason}`);
    if (value.kind === "ref") {
      const found2 = context.python.find(value.path);
      if (found2?.kind === "value" && isCall2(found2.value)) return readCall2(found2.value, context);
    }
  }
  return unknownOperation("Unknown", { place: place3, text: "" }, `${whyNot(value)} is not a call of an operation class`);
}
function readOperations(value, context, place3) {
  if (value === null) return [];
  return (expand(value, context) ?? [value]).map((item2) => readOperation(item2, context, place3));
}
function readCall2(call, context) {
  const found2 = context.python.find(call.path);
  if (found2?.kind === "function") {
    const result = callFunction(found2, call, context);
    if (isCall2(result)) return { ...readCall2(result, context), ...commonOf(nameOf(result.path), call) };
    const reason2 = result !== null && typeof result === "object" && result.kind === "unknown" ? result.reason : "no operation";
    return unknownOperation(nameOf(call.path), call, `what ${codeSpan(call.path)} returns cannot be read: it is ${reason2}`);
  }
  return readDjangoOperation(call, call.path, context) ?? readKnownOperation(call, context, readDjangoOperation) ?? readCustomOperation(call, context, readDjangoOperation) ?? unknownOperation(nameOf(call.path), call, `${codeSpan(call.path)} is an operation of a package that is not known here; read what it does to the database, or write it with Django's own operations`);
}
function readDjangoOperation(call, path, context) {
  const common4 = commonOf(nameOf(call.path), call);
  const extension = extensionOf(path);
  if (extension) return { ...common4, kind: "CreateExtension", name: extension };
  const name2 = djangoOperationName(path);
  if (!name2) return null;
  const bound = bindArguments(call, signatureOf(name2));
  if ("unreadable" in bound) return unknownOperation(common4.type, call, `${common4.type} cannot be read: ${bound.unreadable}`);
  const args2 = argumentReader(bound.values);
  const body2 = buildOperation(name2, args2, { ...context, place: call.place, operations: (value) => readOperations(value, context, call.place) });
  if (args2.problem !== null) return unknownOperation(common4.type, call, `${common4.type} cannot be read: ${args2.problem}`);
  return { ...common4, ...body2 };
}
function isCall2(value) {
  return value !== null && typeof value === "object" && value.kind === "call";
}

// src/django/load/dependencies.ts
function readDependencies(value, context, report) {
  return itemsIn(value, "dependencies", report).flatMap((item2) => {
    const key2 = keyOf2(item2);
    if (key2) return [{ kind: "migration", ...key2 }];
    const dependency2 = swappable(item2, context);
    if (!dependency2) report(`a dependency cannot be read: ${code(textOf(item2))}`, lineOf(item2));
    return dependency2 ? [dependency2] : [];
  });
}
function readKeys(value, name2, report) {
  return itemsIn(value, name2, report).flatMap((item2) => {
    const key2 = keyOf2(item2);
    if (!key2) report(`an entry of ${codeSpan(name2)} cannot be read: ${code(textOf(item2))}`, lineOf(item2));
    return key2 ? [key2] : [];
  });
}
function itemsIn(value, name2, report) {
  if (value === void 0 || value === null) return [];
  const items = itemsOf(value);
  if (!items) report(`${codeSpan(name2)} cannot be read: ${code(textOf(value))}`, lineOf(value));
  return items ?? [];
}
function keyOf2(value) {
  const parts2 = textsOf(value);
  return parts2?.length === 2 ? { app: parts2[0], name: parts2[1] } : null;
}
function swappable(value, context) {
  if (value === null || typeof value !== "object") return null;
  if (value.kind === "ref") return settingOf(value);
  if (value.kind !== "call") return null;
  const name2 = value.path.slice(value.path.lastIndexOf(".") + 1);
  if (value.path === "swapper.dependency") return swapperDependency(value.args, context);
  if (name2 !== "swappable_dependency") return null;
  const model = swappedModel(value.args[0] ?? value.kwargs.get("value") ?? null, context);
  if (typeof model === "string") return modelDependency(model);
  return settingOf(model);
}
function settingOf(value) {
  if (value === null || typeof value !== "object") return null;
  if (value.kind === "ref" && /^django\.conf\.settings\.\w+$/.test(value.path)) return { kind: "swappable", setting: value.path.slice("django.conf.settings.".length) };
  if (value.kind !== "call" || !/^(builtins\.)?getattr$/.test(value.path)) return null;
  const [object, name2] = value.args;
  const ofSettings = object !== null && typeof object === "object" && object.kind === "ref" && object.path === "django.conf.settings";
  return ofSettings && typeof name2 === "string" ? { kind: "swappable", setting: name2 } : null;
}
function modelDependency(model) {
  return model.includes(".") ? { kind: "migration", app: model.split(".")[0], name: "__first__" } : null;
}
function swapperDependency(args2, context) {
  const [app, model, version = null] = args2;
  if (typeof app !== "string" || typeof model !== "string") return null;
  const label2 = swappedModel({ kind: "call", path: "swapper.get_model_name", args: [app, model], kwargs: /* @__PURE__ */ new Map(), unknownArgs: null, place: { path: "", line: 0 }, text: "" }, context);
  const first = typeof label2 === "string" ? modelDependency(label2) : null;
  return first?.kind === "migration" && typeof version === "string" ? { ...first, name: version } : first;
}
function lineOf(value) {
  return value !== null && typeof value === "object" && "place" in value ? value.place.line : void 0;
}

// src/django/load/find-class.ts
function findMigrationClass(module2, context) {
  const own = lastClass(module2.body, module2, context);
  if (own) return { definition: own, module: module2 };
  const path = context.python.resolve("Migration", module2);
  const found2 = context.python.find(path);
  if (found2?.kind === "class") return { definition: found2.definition, module: found2.module };
  if (found2?.kind !== "value" || found2.value === null || typeof found2.value !== "object" || found2.value.kind !== "ref") return null;
  const target2 = context.python.find(found2.value.path);
  return target2?.kind === "class" ? { definition: target2.definition, module: target2.module } : null;
}
function lastClass(body2, module2, context) {
  for (const statement of body2.toReversed()) {
    if (statement.kind === "class" && statement.name === "Migration") return statement;
    const inner2 = innerBodies(statement, module2, context).map((part3) => lastClass(part3, module2, context));
    const found2 = inner2.find((definition) => definition !== null);
    if (found2) return found2;
  }
  return null;
}
function innerBodies(statement, module2, context) {
  if (statement.kind === "if") {
    const holds = decide(statement.test, module2, /* @__PURE__ */ new Map(), context);
    return holds === null ? [statement.then, statement.otherwise] : [holds ? statement.then : statement.otherwise];
  }
  if (statement.kind === "try") return [statement.body, ...statement.handlers];
  return statement.kind === "with" ? [statement.body] : [];
}

// src/django/load/class-body.ts
var lists = ["operations", "dependencies", "run_before", "replaces"];
function runClassBody(body2, module2, context) {
  const scope = { module: module2, context, values: /* @__PURE__ */ new Map(), problems: [] };
  run2(body2, scope);
  return { values: scope.values, problems: scope.problems };
}
function run2(body2, scope) {
  for (const statement of body2) runStatement(statement, scope);
}
function runStatement(statement, scope) {
  const { module: module2, context, values } = scope;
  switch (statement.kind) {
    case "assign": {
      const value = valueOf2(statement.value, scope);
      for (const target2 of statement.targets) if (target2.kind === "name") values.set(target2.path, value);
      return;
    }
    case "augmented": {
      if (statement.target.kind !== "name" || statement.operator.replace("=", "") !== "+") return unfollowed(statement, scope);
      return grow(statement.target.path, itemsOrUnknown(statement.value, scope), statement, scope);
    }
    case "expression":
      return runMethod(statement, statement.value, scope);
    case "if": {
      const holds = decide(statement.test, module2, values, context);
      if (holds !== null) return run2(holds ? statement.then : statement.otherwise, scope);
      return runBoth(statement, scope);
    }
    case "import":
    case "from":
    case "class":
    case "function":
      return;
    default:
      return unfollowed(statement, scope);
  }
}
function valueOf2(expression, { module: module2, context, values }) {
  return listValue(expression, module2, values, context) ?? context.python.evaluate(expression, module2, values);
}
function itemsOrUnknown(expression, scope) {
  return listItems(expression, scope.module, scope.values, scope.context) ?? [unknownPart(expression, "not a list that can be read", scope)];
}
function runMethod(statement, call, scope) {
  if (call.kind !== "call" || call.callee.kind !== "name") return unfollowed(statement, scope);
  const [name2, method2] = call.callee.path.split(".");
  const before = itemsOf(scope.values.get(name2));
  const args2 = call.args.map((argument) => argument.value);
  if (!before) return unfollowed(statement, scope);
  const evaluate3 = (expression) => scope.context.python.evaluate(expression, scope.module, scope.values);
  if (method2 === "append" && args2.length === 1) grow(name2, [evaluate3(args2[0])], statement, scope);
  else if (method2 === "extend" && args2.length === 1) grow(name2, itemsOrUnknown(args2[0], scope), statement, scope);
  else if (method2 === "insert" && args2.length === 2 && typeof evaluate3(args2[0]) === "number") scope.values.set(name2, { kind: "list", items: before.toSpliced(evaluate3(args2[0]), 0, evaluate3(args2[1])) });
  else unfollowed(statement, scope);
}
function grow(name2, more, statement, { values, module: module2 }) {
  const items = [...itemsOf(values.get(name2)) ?? [], ...more];
  values.set(name2, { kind: "list", items: items.length > limits.items ? [tooLong(statement, module2)] : items });
}
function runBoth(statement, scope) {
  const ways = [statement.then, statement.otherwise].map((body2) => {
    const way = { ...scope, values: new Map(scope.values) };
    run2(body2, way);
    return way.values;
  });
  for (const name2 of new Set(ways.flatMap((values) => [...values.keys()]))) {
    const [then, otherwise] = ways.map((values) => values.get(name2));
    if (then === otherwise) continue;
    const part3 = undecided(statement, statement.test, scope.module);
    const [a, b] = [itemsOf(then) ?? [], itemsOf(otherwise) ?? []];
    const common4 = a.findIndex((item2, index3) => item2 !== b[index3]);
    scope.values.set(name2, lists.includes(name2) ? { kind: "list", items: [...a.slice(0, common4 < 0 ? a.length : common4), part3] } : part3);
  }
}
function unfollowed(statement, scope) {
  const text5 = scope.module.text.slice(statement.start, statement.end);
  for (const name2 of lists) {
    if (!new RegExp(`\\b${name2}\\b`).test(text5)) continue;
    const before = itemsOf(scope.values.get(name2)) ?? [];
    scope.values.set(name2, { kind: "list", items: [...before, unknownPart(statement, "decided by statements that are not followed", scope)] });
  }
}
function unknownPart(span, reason2, { module: module2 }) {
  return { kind: "unknown", reason: reason2, place: { path: module2.path, line: module2.lineAt(span.start) }, text: module2.text.slice(span.start, span.end) };
}

// src/django/load/class-attributes.ts
var effects2 = ["__init__", "__new__", "__getattribute__", "apply", "mutate_state"];
function classAttributes(definition, module2, context, seen = /* @__PURE__ */ new Set()) {
  const inherited = /* @__PURE__ */ new Map();
  const problems = [];
  const within = /* @__PURE__ */ new Set([...seen, definition]);
  for (const base2 of definition.bases) {
    if (base2.kind !== "positional") continue;
    const report = (message) => void problems.push({ path: module2.path, line: module2.lineAt(base2.value.start), message });
    if (base2.value.kind !== "name") {
      report("a base of the Migration class cannot be read; what it inherits is not known");
      continue;
    }
    const path = context.python.resolve(base2.value.path, module2);
    const found2 = context.python.find(path);
    if (found2?.kind !== "class") {
      if (!plainBases.test(path)) report(`the Migration class inherits from ${codeSpan(path)}, which is not in the repository; what it inherits is not known`);
      continue;
    }
    if (within.has(found2.definition)) continue;
    if (within.size > limits.classes) {
      report(`the Migration class descends from more than ${limits.classes} classes; what it inherits is not known`);
      continue;
    }
    const parent = classAttributes(found2.definition, found2.module, context, within);
    for (const [name2, value] of parent.values) if (!inherited.has(name2)) inherited.set(name2, value);
    problems.push(...parent.problems);
  }
  const own = runClassBody(definition.body, module2, context);
  problems.push(...own.problems, ...overrides(definition.body, definition, module2));
  return { values: new Map([...inherited, ...own.values]), problems };
}
var plainBases = /^(django\.db\.migrations(\.migration)?\.Migration|(builtins\.)?object)$/;
function overrides(body2, definition, module2) {
  return body2.flatMap(
    (statement) => statement.kind === "function" && effects2.includes(statement.name) ? [{ path: module2.path, line: module2.lineAt(statement.start), message: `${codeSpan(definition.name)} overrides ${codeSpan(statement.name)}: what it does besides its operations is not known` }] : []
  );
}

// src/django/load/syntax-errors.ts
function syntaxErrorNear(module2, definition) {
  const whole = module2.body.filter((statement) => statement.kind !== "other" && statement !== definition && !module2.errors.some((error) => touches(statement, error)));
  const between = (from, to) => whole.some((statement) => statement.start >= from && statement.end <= to);
  for (const error of module2.errors) {
    if (touches(definition, error)) return error;
    if (error.end <= definition.start && !between(error.end, definition.start)) return error;
    if (error.start >= definition.end && !between(definition.end, error.start)) return error;
  }
  return null;
}
function touches(statement, error) {
  return error.start <= statement.end && error.end >= statement.start;
}

// src/django/load/migration.ts
function loadMigration(python, path, key2, facts = null) {
  const context = readContext(python, facts);
  const module2 = python.module(path);
  if (!module2) return skip("its text could not be read", null);
  const found2 = findMigrationClass(module2, context);
  if (!found2) {
    const error2 = module2.errors[0];
    if (error2) return skip(`could not be analysed: ${error2.message}`, error2.line);
    const imported = python.resolve("Migration", module2);
    if (imported !== "Migration") return skip(`its \`Migration\` class is ${codeSpan(imported)}, which is not a class of the repository`, null);
    return skip("it has no `Migration` class", null);
  }
  const error = syntaxErrorNear(found2.module, found2.definition) ?? (found2.module === module2 ? null : module2.errors[0]);
  if (error) return skip(`could not be analysed: ${error.message}`, error.line);
  return { migration: readMigration(found2.definition, found2.module, module2, key2, context) };
}
function skip(reason2, line) {
  return { skipped: { reason: reason2, line } };
}
function readMigration(definition, module2, file, key2, context) {
  const line = module2 === file ? module2.lineAt(definition.start) : 1;
  const { values, problems } = classAttributes(definition, module2, context);
  const all4 = [...problems, ...file.errors.map((error) => ({ path: file.path, line: error.line, message: error.message }))];
  const report = (message, at = line) => void all4.push({ path: file.path, line: at, message });
  const place3 = { path: file.path, line };
  return {
    ...key2,
    path: file.path,
    line,
    dependencies: readDependencies(values.get("dependencies"), context, report),
    runBefore: readKeys(values.get("run_before"), "run_before", report),
    replaces: readKeys(values.get("replaces"), "replaces", report),
    initial: flag(values.get("initial"), "initial", false, report),
    atomic: flag(values.get("atomic"), "atomic", true, report),
    operations: operationValues(values.get("operations")).map((value) => readOperation(value, context, place3)),
    problems: all4
  };
}
function operationValues(value) {
  if (value === void 0) return [];
  return itemsOf(value) ?? [value];
}
function flag(value, name2, otherwise, report) {
  if (value === void 0 || value === null) return otherwise;
  if (typeof value === "boolean") return value;
  report(`${codeSpan(name2)} cannot be read: ${code(textOf(value))}`);
  return otherwise;
}

// src/django/project/app-config.ts
function appConfigsIn(path, python) {
  const module2 = python.module(path);
  if (!module2) return [];
  return module2.body.flatMap((statement) => statement.kind === "class" && isAppConfig(statement, module2, python, /* @__PURE__ */ new Set()) ? [readConfig(statement, module2, python)] : []);
}
function appConfigAt(dotted2, python) {
  const found2 = python.find(dotted2);
  return found2?.kind === "class" ? readConfig(found2.definition, found2.module, python) : null;
}
function defaultConfig(configs) {
  const chosen = configs.filter((config) => config.default === true);
  if (chosen.length > 0) return chosen[0];
  const candidates = configs.filter((config) => config.default !== false);
  return candidates.length === 1 ? candidates[0] : null;
}
function readConfig(definition, module2, python) {
  const [name2, label2, autoField2, isDefault] = ["name", "label", "default_auto_field", "default"].map((attribute2) => attributeOf2(definition, module2, python, attribute2, /* @__PURE__ */ new Set()));
  return {
    className: definition.name,
    name: textFact(name2)?.value ?? null,
    label: textFact(label2),
    defaultAutoField: textFact(autoField2),
    default: typeof isDefault?.value === "boolean" ? isDefault.value : null
  };
}
function textFact(fact) {
  return typeof fact?.value === "string" ? { value: fact.value, source: fact.source } : null;
}
function attributeOf2(definition, module2, python, name2, seen) {
  seen.add(definition);
  for (const statement of definition.body.toReversed()) {
    if (statement.kind !== "assign" || !statement.targets.some((target2) => target2.kind === "name" && target2.path === name2)) continue;
    return { value: python.evaluate(statement.value, module2), source: `${module2.path}:${module2.lineAt(statement.start)}` };
  }
  for (const base2 of definition.bases) {
    const found2 = base2.kind === "positional" && base2.value.kind === "name" ? python.find(python.resolve(base2.value.path, module2)) : null;
    const inherited = found2?.kind === "class" && !seen.has(found2.definition) ? attributeOf2(found2.definition, found2.module, python, name2, seen) : null;
    if (inherited) return inherited;
  }
  return null;
}
function isAppConfig(definition, module2, python, seen) {
  seen.add(definition);
  return definition.bases.some((base2) => {
    if (base2.kind !== "positional" || base2.value.kind !== "name") return false;
    const dotted2 = python.resolve(base2.value.path, module2);
    const found2 = python.find(dotted2);
    if (found2?.kind === "class") return !seen.has(found2.definition) && isAppConfig(found2.definition, found2.module, python, seen);
    return dotted2.endsWith("Config");
  });
}

// src/django/project/installed.ts
function installedFolders(folders, entries, layout, files) {
  const found2 = /* @__PURE__ */ new Map();
  const unmet = [];
  const apps = new Set(folders);
  const inRepository = new Set(files.paths.flatMap((path) => withParents(folderOf(path))));
  for (const [rank, set2] of entries.entries()) {
    for (const entry2 of set2) {
      const packages = packagesOf(entry2);
      const folder = packages.flatMap((name2) => layout.roots.map((root) => root + name2)).find((path) => apps.has(path));
      if (folder !== void 0 && !found2.has(folder)) found2.set(folder, { rank, entry: entry2 });
      if (folder === void 0 && !packages.some((name2) => layout.roots.some((root) => inRepository.has(root + name2)))) unmet.push({ rank, entry: entry2 });
    }
  }
  for (const { rank, entry: entry2 } of unmet) {
    for (const name2 of packagesOf(entry2)) {
      const fitting = folders.filter((folder) => `/${folder}`.endsWith(`/${name2}`) && !found2.has(folder));
      if (fitting.length === 1) found2.set(fitting[0], { rank, entry: entry2 });
    }
  }
  return found2;
}
function packagesOf(entry2) {
  const parts2 = entry2.split(".");
  const last = parts2.at(-1);
  const path = (names3) => `${names3.join("/")}/`;
  if (!/^[A-Z]/.test(last) || parts2.length < 2) return [path(parts2)];
  const module2 = parts2.slice(0, -1);
  return [path(module2), ...module2.length > 1 ? [path(module2.slice(0, -1))] : []];
}

// src/django/project/labels.ts
function settle(candidates, mapped, files) {
  const order4 = (a, b) => a.rank - b.rank || Number(isTestPath(a.app.folder)) - Number(isTestPath(b.app.folder)) || a.app.folder.split("/").length - b.app.folder.split("/").length || (a.app.folder < b.app.folder ? -1 : 1);
  const kept2 = /* @__PURE__ */ new Map();
  const leftOut = [];
  const problems = [];
  for (const candidate of [...candidates].sort(order4)) {
    const { app, rank } = candidate;
    const { label: label2, folder } = app;
    const first = kept2.get(label2);
    if (!first) {
      kept2.set(label2, candidate);
      const off = mapped.get(label2);
      if (off?.folder === null) leftOut.push({ folder, label: label2, reason: `MIGRATION_MODULES switches its migrations off (${off.source})` });
      continue;
    }
    const why = first.app.installed && !app.installed ? "and is the one in INSTALLED_APPS" : "too";
    leftOut.push({ folder, label: label2, reason: `${first.app.folder} has the label ${label2}, ${why}` });
    if (first.rank === rank && isTestPath(first.app.folder) === isTestPath(folder)) {
      problems.push({
        path: app.migrations[0]?.path ?? folder,
        message: `Two apps have the label ${label2}: ${first.app.folder} and ${folder}. The first was used; give one of them another label in its AppConfig.`
      });
    }
  }
  const apps = [...kept2.values()].map(({ app }) => app).sort((a, b) => a.label < b.label ? -1 : 1);
  for (const { migrations: migrations2, migrationsFolder } of apps) {
    if (migrations2[0] && !files.paths.includes(`${migrationsFolder}__init__.py`)) {
      problems.push({ path: migrations2[0].path, message: `Django does not see these migrations: there is no ${migrationsFolder}__init__.py. Add it.` });
    }
  }
  return { apps, leftOut, problems };
}

// src/django/project/namespace.ts
var mostAlternatives = 50;
var mostItems2 = 5e3;
function assign2(names3, name2, found2, conditional) {
  names3.set(name2, [...conditional ? names3.get(name2) ?? [] : [], ...found2].slice(0, mostAlternatives));
}
function locals(names3, used) {
  const found2 = /* @__PURE__ */ new Map();
  for (const name2 of used ?? names3.keys()) {
    const first = names3.get(name2)?.[0];
    if (first && isPlain2(first.value)) found2.set(name2, first.value);
  }
  return found2;
}
function isPlain2(value) {
  return typeof value !== "object" || value === null || !["call", "ref", "unknown"].includes(value.kind);
}
function extend(names3, name2, more, place3) {
  change3(names3, name2, place3, (value) => isList(value) ? { kind: "list", items: [...value.items, ...itemsOf2(more)].slice(0, mostItems2) } : value);
}
function setItem(names3, name2, keys2, item2, place3) {
  change3(names3, name2, place3, (value) => withItem(value, keys2, item2));
}
function callMethod2(names3, name2, method2, args2, place3) {
  const last = args2.at(-1);
  if (last === void 0) return;
  if (method2 === "append" || method2 === "insert") extend(names3, name2, { kind: "list", items: [last] }, place3);
  if (method2 === "extend") extend(names3, name2, last, place3);
  if (method2 === "remove") change3(names3, name2, place3, (value) => isList(value) ? { ...value, items: value.items.filter((item2) => item2 !== last) } : value);
  if (method2 === "update") change3(names3, name2, place3, (value) => merged(value, last));
}
function isList(value) {
  return typeof value === "object" && value !== null && "items" in value;
}
function item(value, key2) {
  if (typeof value !== "object" || value === null || value.kind !== "dict") return void 0;
  return value.entries.findLast(([name2]) => name2 === key2)?.[1];
}
function itemsOf2(value) {
  return isList(value) ? value.items : [value];
}
function change3(names3, name2, place3, map) {
  const known3 = names3.get(name2);
  if (known3) names3.set(name2, known3.map((one) => ({ value: map(one.value), place: isList(one.value) ? one.place : place3 })));
}
function withItem(value, [key2, ...keys2], item2) {
  if (key2 === void 0) return item2;
  if (typeof value !== "object" || value === null || value.kind !== "dict") return value;
  const old = value.entries.findLast(([name2]) => name2 === key2)?.[1] ?? { kind: "dict", entries: [] };
  return { kind: "dict", entries: [...value.entries.filter(([name2]) => name2 !== key2), [key2, withItem(old, keys2, item2)]] };
}
function merged(value, more) {
  if (typeof value !== "object" || value === null || value.kind !== "dict") return value;
  if (typeof more !== "object" || more === null || more.kind !== "dict") return value;
  return { kind: "dict", entries: [...value.entries, ...more.entries].slice(-mostItems2) };
}

// src/django/project/migration-modules.ts
function migrationModules(settings, layout, files) {
  const found2 = /* @__PURE__ */ new Map();
  for (const module2 of settings) {
    const [first] = module2.get("MIGRATION_MODULES");
    if (!first || typeof first.value !== "object" || first.value === null || first.value.kind !== "dict") continue;
    const source = `${first.place.path}:${first.place.line}`;
    for (const [label2] of first.value.entries) {
      if (typeof label2 !== "string" || found2.has(label2)) continue;
      const value = item(first.value, label2);
      if (value === null && !module2.forTests) found2.set(label2, { folder: null, source });
      if (typeof value !== "string") continue;
      const path = `${value.replaceAll(".", "/")}/`;
      const folder = layout.roots.map((root) => root + path).find((candidate) => files.paths.some((file) => file.startsWith(candidate)));
      if (folder !== void 0) found2.set(label2, { folder, source });
    }
  }
  return found2;
}

// src/django/project/environment.ts
function isEnvironment(call) {
  return /(^|\.)(environ\.get|getenv|(env|Env|environ|config|get_env\w*|env_\w+)(\.\w+)?)$/.test(call.path);
}
function environmentDefault(call) {
  return call.kwargs.get("default") ?? call.args[1];
}
function withDefault(value) {
  if (typeof value !== "object" || value === null || value.kind !== "call" || !isEnvironment(value)) return value;
  return environmentDefault(value) ?? value;
}

// src/django/project/self.ts
function bare(path) {
  return path.replace(/^(self|cls)\./, "");
}
function withoutSelf(expression) {
  switch (expression.kind) {
    case "name":
      return { ...expression, path: bare(expression.path) };
    case "attribute":
      return expression.object.kind === "call" && expression.object.callee.kind === "name" && expression.object.callee.path === "super" ? { kind: "name", path: expression.name, start: expression.start, end: expression.end } : { ...expression, object: withoutSelf(expression.object) };
    case "list":
    case "tuple":
    case "set":
      return { ...expression, items: expression.items.map(withoutSelf) };
    case "starred":
      return { ...expression, value: withoutSelf(expression.value) };
    case "binary":
      return { ...expression, left: withoutSelf(expression.left), right: withoutSelf(expression.right) };
    case "call":
      return { ...expression, args: expression.args.map((argument) => ({ ...argument, value: withoutSelf(argument.value) })) };
    case "dict":
      return { ...expression, entries: expression.entries.map(([key2, value]) => [key2 && withoutSelf(key2), withoutSelf(value)]) };
    default:
      return expression;
  }
}

// src/django/project/used-names.ts
function usedNames(expression) {
  const names3 = /* @__PURE__ */ new Set();
  const waiting = [expression];
  for (let next = waiting.pop(); next !== void 0; next = waiting.pop()) {
    if (next === null) continue;
    if (next.kind === "other" && !next.parts) return null;
    if (next.kind === "name") names3.add(next.path.split(".", 1)[0]);
    else waiting.push(...partsOf(next));
  }
  return names3;
}
function partsOf(expression) {
  switch (expression.kind) {
    case "attribute":
      return [expression.object];
    case "call":
      return [expression.callee, ...expression.args.map((argument) => argument.value)];
    case "list":
    case "tuple":
    case "set":
      return expression.items;
    case "dict":
      return expression.entries.flat();
    case "binary":
      return [expression.left, expression.right];
    case "unary":
      return [expression.operand];
    case "subscript":
      return [expression.object, expression.index];
    case "conditional":
      return [expression.test, expression.then, expression.otherwise];
    case "starred":
      return [expression.value];
    case "other":
      return (expression.parts ?? []).filter((part3) => typeof part3 !== "string");
    default:
      return [];
  }
}

// src/django/project/interpret.ts
function interpret(statements, module2, names3, interpreter) {
  const walk2 = { ...interpreter, module: module2, names: names3, conditional: false, returned: [] };
  walkAll(statements, walk2);
  return walk2.returned;
}
function walkAll(statements, walk2) {
  for (const statement of statements) walkOne(statement, walk2);
}
function walkOne(statement, walk2) {
  const place3 = { path: walk2.module.path, line: walk2.module.lineAt(statement.start) };
  switch (statement.kind) {
    case "assign": {
      const values = alternativesOf(statement.value, walk2);
      for (const target2 of statement.targets) assignTo(target2, values, walk2);
      return;
    }
    case "augmented":
      if (statement.target.kind === "name") extend(walk2.names, statement.target.path, evaluate2(statement.value, walk2), place3);
      return;
    case "expression":
      return walkCall(statement.value, walk2);
    case "from":
      return walkImport(statement, walk2);
    case "function":
      if (isProperty(statement, walk2)) assign2(walk2.names, statement.name, propertyValue(statement, walk2), walk2.conditional);
      return;
    case "return":
      if (statement.value) walk2.returned.push(...alternativesOf(statement.value, walk2));
      return;
    case "if": {
      const truth2 = truthOf2(statement.test, walk2);
      const inner2 = truth2 === null ? { ...walk2, conditional: true } : walk2;
      const branches = truth2 === true ? [statement.then] : truth2 === false ? [statement.otherwise] : [statement.then, statement.otherwise];
      for (const branch of isUnsetByDefault(statement.test, walk2) ? branches.toReversed() : branches) walkAll(branch, inner2);
      return;
    }
    case "try":
      walkAll(statement.body, walk2);
      for (const handler of statement.handlers) walkAll(handler, { ...walk2, conditional: true });
      return;
    case "with":
      return walkAll(statement.body, walk2);
    case "for":
    case "while":
      return walkAll(statement.body, { ...walk2, conditional: true });
    case "class":
    case "import":
    case "other":
      return;
  }
}
function assignTo(target2, values, walk2) {
  if (target2.kind === "name" && !target2.path.includes(".")) return assign2(walk2.names, target2.path, values, walk2.conditional);
  const keys2 = [];
  let object = target2;
  for (; object.kind === "subscript"; object = object.object) keys2.unshift(evaluate2(object.index, walk2));
  if (object.kind === "name" && values[0] && keys2.length > 0) setItem(walk2.names, object.path, keys2, values[0].value, values[0].place);
}
function walkCall(call, walk2) {
  if (call.kind !== "call") return;
  const place3 = { path: walk2.module.path, line: walk2.module.lineAt(call.start) };
  const args2 = call.args.filter((argument) => argument.kind === "positional").map((argument) => evaluate2(argument.value, walk2));
  if (call.callee.kind === "name") {
    const dot = call.callee.path.lastIndexOf(".");
    const [name2, method2] = [call.callee.path.slice(0, Math.max(0, dot)), call.callee.path.slice(dot + 1)];
    if (walk2.names.has(name2)) return callMethod2(walk2.names, name2, method2, args2, place3);
    if (walk2.python.resolve(call.callee.path, walk2.module).startsWith("split_settings.tools.")) for (const pattern4 of patterns(args2)) walk2.include(pattern4, walk2.module, walk2.names);
    return;
  }
  if (call.callee.kind !== "attribute" || call.callee.name !== "update" || call.callee.object.kind !== "subscript") return;
  const { object, index: index3 } = call.callee.object;
  const more = args2[0];
  if (object.kind !== "name" || typeof more !== "object" || more === null || more.kind !== "dict") return;
  const key2 = evaluate2(index3, walk2);
  for (const [name2, value] of more.entries) setItem(walk2.names, object.path, [key2, name2], value, place3);
}
function patterns(values) {
  return values.flatMap((value) => typeof value === "string" ? [value] : typeof value === "object" && value?.kind === "call" ? patterns(value.args) : []);
}
function walkImport(statement, walk2) {
  const folders = walk2.module.path.split("/").slice(0, -statement.level || void 0);
  const dotted2 = statement.level === 0 ? statement.module : `/${[...folders, ...statement.module.split(".").filter(Boolean)].join("/")}`;
  const star = statement.names.some(({ name: name2 }) => name2 === "*");
  if (!star && !statement.names.some(({ name: name2 }) => /^[A-Z][A-Z0-9_]+$/.test(name2))) return;
  const found2 = walk2.moduleNames(dotted2);
  if (!found2) return;
  const wanted = star ? [...found2.keys()].map((name2) => ({ name: name2, alias: null })) : statement.names;
  for (const { name: name2, alias } of wanted) {
    const values = found2.get(name2);
    if (values) assign2(walk2.names, alias ?? name2, values, walk2.conditional);
  }
}
var mostNames = 3e3;
function isProperty(statement, walk2) {
  return /^[A-Z][A-Z0-9_]*$/.test(statement.name) && statement.parameters.length === 1 && walk2.names.size < mostNames;
}
function propertyValue(statement, walk2) {
  const names3 = new Map(walk2.names);
  const inner2 = { ...walk2, names: names3, conditional: false, returned: [] };
  walkAll(statement.body, inner2);
  return inner2.returned;
}
function alternativesOf(expression, walk2) {
  const place3 = { path: walk2.module.path, line: walk2.module.lineAt(expression.start) };
  if (expression.kind === "name" && walk2.names.has(bare(expression.path))) return walk2.names.get(bare(expression.path));
  if (expression.kind === "conditional") {
    const truth2 = truthOf2(expression.test, walk2);
    const branches = truth2 === null ? [expression.then, expression.otherwise] : [truth2 ? expression.then : expression.otherwise];
    return branches.flatMap((branch) => alternativesOf(branch, walk2));
  }
  return [{ value: evaluate2(expression, walk2), place: place3 }];
}
function evaluate2(expression, walk2) {
  const bare3 = withoutSelf(expression);
  return walk2.python.evaluate(bare3, walk2.module, locals(walk2.names, usedNames(bare3)));
}
function truthOf2(test, walk2) {
  const value = evaluate2(test, walk2);
  if (value === null || typeof value === "boolean") return value === true;
  if (typeof value === "string" || typeof value === "number") return value !== "" && value !== 0;
  const text5 = walk2.module.text.slice(test.start, test.end);
  if (/test/i.test(text5)) return /\bnot\b|!=/.test(text5);
  return null;
}
function isUnsetByDefault(test, walk2) {
  const value = evaluate2(test, walk2);
  return typeof value === "object" && value?.kind === "call" && isEnvironment(value) && !environmentDefault(value);
}

// src/django/project/settings.ts
var maxDepth = 20;
var mostIncludes = 200;
function readSettings(layout, paths, python) {
  const known3 = new Set(paths);
  const cache = /* @__PURE__ */ new Map();
  let depth = 0;
  let includes = 0;
  const fileOf = (dotted2) => {
    if (dotted2.startsWith("/")) return [`${dotted2.slice(1)}.py`, `${dotted2.slice(1)}/__init__.py`].find((path) => known3.has(path)) ?? null;
    for (const root of layout.roots) {
      const file = moduleFile(root, dotted2, known3);
      if (file) return file;
    }
    return null;
  };
  const namesOf2 = (path) => {
    const cached = cache.get(path);
    if (cached) return cached;
    const names3 = /* @__PURE__ */ new Map();
    cache.set(path, names3);
    const module2 = python.module(path);
    if (!module2 || depth >= maxDepth) return names3;
    depth++;
    interpret(module2.body, module2, names3, interpreter);
    depth--;
    return names3;
  };
  const interpreter = {
    python,
    moduleNames(dotted2) {
      const file = fileOf(dotted2);
      return file ? namesOf2(file) : null;
    },
    include(pattern4, module2, names3) {
      const matching = globPattern(folderOf(module2.path), pattern4);
      for (const path of paths) {
        const included = path !== module2.path && matching.test(path) ? python.module(path) : null;
        if (included && depth < maxDepth && includes < mostIncludes) {
          depth++;
          includes++;
          interpret(included.body, included, names3, interpreter);
          depth--;
        }
      }
    }
  };
  return layout.settings.map((file) => {
    const module2 = python.module(file.path);
    const names3 = new Map(namesOf2(file.path));
    const holder = module2 && settingsClass(module2, file.configuration, names3);
    if (module2 && holder) for (const [name2, values] of classNames(holder, module2, interpreter, /* @__PURE__ */ new Map())) names3.set(name2, values);
    return { ...file, forTests: isTestPath(file.path), get: (name2) => names3.get(name2) ?? [] };
  });
}
function settingsClass(module2, configuration, names3) {
  const classes = module2.body.filter((statement) => statement.kind === "class");
  const loaded = module2.body.map(loads).find((name2) => name2 !== null) ?? configuration;
  if (loaded) return classes.find((one) => one.name === loaded) ?? null;
  if (names3.has("INSTALLED_APPS") || names3.has("DATABASES")) return null;
  return classes.find((one) => /^prod/i.test(one.name)) ?? classes.at(-1) ?? null;
}
function loads(statement) {
  if (statement.kind !== "expression" || statement.value.kind !== "call" || statement.value.callee.kind !== "name") return null;
  return /^(\w+)\.load_settings$/.exec(statement.value.callee.path)?.[1] ?? null;
}
function classNames(definition, module2, interpreter, known3) {
  const done2 = known3.get(definition);
  if (done2 || known3.size > maxDepth) return done2 ?? /* @__PURE__ */ new Map();
  const names3 = /* @__PURE__ */ new Map();
  known3.set(definition, names3);
  for (const base2 of [...definition.bases].reverse()) {
    if (base2.kind !== "positional" || base2.value.kind !== "name") continue;
    const found2 = interpreter.python.find(interpreter.python.resolve(base2.value.path, module2));
    if (found2?.kind === "class") {
      for (const [name2, values] of classNames(found2.definition, found2.module, interpreter, known3)) names3.set(name2, values);
    }
  }
  interpret(definition.body, module2, names3, interpreter);
  return names3;
}
function globPattern(folder, pattern4) {
  const parts2 = `${folder}${pattern4.replace(/^\.\//, "")}`.split("*").map((part3) => part3.replace(/[\\^$.+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts2.join("[^/]*")}$`);
}
function settingOf2(settings, name2, accept) {
  for (const module2 of settings) {
    for (const { value, place: place3 } of module2.get(name2)) {
      const accepted = accept(withDefault(value));
      if (accepted !== void 0) return { value: accepted, place: place3 };
    }
  }
  return null;
}
function texts(value) {
  if (typeof value === "string") return [value];
  if (isList(value)) return value.items.flatMap(texts);
  if (typeof value !== "object" || value === null) return [];
  if (value.kind === "binary" && value.operator === "+") return [...texts(value.left), ...texts(value.right)];
  return value.kind === "call" && /(^|\.)(list|tuple|set|sorted|filter)$/.test(value.path) ? value.args.flatMap(texts) : [];
}
function modelSetting(settings, name2) {
  const found2 = settingOf2(settings, name2, (value) => typeof value === "string" && /^\w+\.\w+$/.test(value) ? value : void 0);
  return found2 && { value: found2.value, source: `${found2.place.path}:${found2.place.line}` };
}

// src/django/project/apps.ts
function readApps(input) {
  const { files, layout, settings } = input;
  const entries = settings.map((module2) => new Set(module2.get("INSTALLED_APPS").flatMap(({ value }) => texts(value))));
  const folders = appFolders(files);
  const installed = installedFolders(folders, entries, layout, files);
  const mapped = migrationModules(settings, layout, files);
  const claimed = new Set([...mapped.values()].map((module2) => module2.folder));
  const candidates = folders.filter((folder) => belongs(folder, installed.has(folder), input) && !claimed.has(`${folder}migrations/`)).map((folder) => candidateOf(folder, installed.get(folder) ?? null, mapped, input));
  for (const [label2, { folder, source }] of mapped) {
    if (folder === null || candidates.some(({ app }) => app.label === label2)) continue;
    const migrations2 = migrationFiles(folder, files.paths);
    candidates.push({ rank: 0, app: { label: label2, source, folder: folder.replace(/[^/]+\/$/, ""), migrationsFolder: folder, migrations: migrations2, defaultAutoField: null, installed: true } });
  }
  return settle(candidates, mapped, files);
}
function belongs(folder, installed, { layout, layouts }) {
  const around = layouts.filter(({ root }) => folder.startsWith(root)).sort((a, b) => b.root.length - a.root.length)[0];
  if (around?.root === layout.root) return true;
  if (!installed) return around === void 0 && layouts[0]?.root === layout.root;
  return around === void 0 || !isTestPath(layout.root);
}
function candidateOf(folder, installed, mapped, { python, files, labels, settings }) {
  const config = configOf(folder, installed, python, files);
  const said2 = labels.get(folder) ?? labels.get(folder.slice(0, -1));
  const label2 = said2 !== void 0 ? { value: said2, source: "app-labels" } : config?.label ?? { value: lastPart(config?.name?.replaceAll(".", "/") ?? folder), source: folder };
  const module2 = mapped.get(label2.value);
  const migrationsFolder = module2?.folder ?? `${folder}migrations/`;
  const migrations2 = module2?.folder === null ? [] : migrationFiles(migrationsFolder, files.paths);
  const app = { label: label2.value, source: label2.source, folder, migrationsFolder, migrations: migrations2, defaultAutoField: config?.defaultAutoField ?? null, installed: installed !== null };
  return { app, rank: installed?.rank ?? settings.length };
}
function configOf(folder, installed, python, files) {
  const own = (config) => config && (config.name === null || `/${folder}`.endsWith(`/${config.name.replaceAll(".", "/")}/`)) ? config : null;
  const inFile = files.paths.includes(`${folder}apps.py`) ? appConfigsIn(`${folder}apps.py`, python) : [];
  const className = installed && /(?:^|\.)([A-Z]\w*)$/.exec(installed.entry)?.[1];
  const named5 = className ? inFile.find((config) => config.className === className) ?? appConfigAt(installed.entry, python) : null;
  return own(named5) ?? own(defaultConfig(inFile));
}

// src/django/project/engines.ts
var vendorNames = [
  [/cockroach|redshift|yugabyte/, null],
  [/oracle|mssql|sql_server|sqlserver|pyodbc|snowflake|spanner|mongodb|tidb/, null],
  [/postgres|postgis|psql|pgsql|timescale/, "postgresql"],
  [/mariadb/, "mariadb"],
  [/mysql/, "mysql"],
  [/sqlite|spatialite/, "sqlite"]
];
function enginesIn(alternatives, python) {
  const found2 = alternatives.flatMap(({ value, place: place3 }) => enginesOf(defaultDatabase(value), place3, python, 0));
  return found2.filter((engine, i2) => found2.findIndex((other3) => other3.vendor === engine.vendor) === i2);
}
function defaultDatabase(value) {
  if (typeof value !== "object" || value === null || value.kind !== "dict") return value;
  return item(value, "default") ?? null;
}
function enginesOf(value, place3, python, depth) {
  if (depth > 8 || value === null) return [];
  if (typeof value === "string") return named(value, place3);
  if (typeof value !== "object") return [];
  if (isList(value)) return value.items.flatMap((one) => enginesOf(one, place3, python, depth + 1));
  switch (value.kind) {
    case "dict": {
      const engine = item(value, "ENGINE");
      const spread2 = value.entries.filter(([key2]) => typeof key2 !== "string").flatMap(([, one]) => enginesOf(one, place3, python, depth + 1));
      return engine === void 0 ? spread2 : enginesOf(engine, place3, python, depth + 1);
    }
    case "call": {
      const said2 = [value.kwargs.get("engine"), value.kwargs.get("default"), ...[...value.args].reverse(), ...value.kwargs.values()];
      const found2 = said2.flatMap((one) => one === void 0 ? [] : enginesOf(one, value.place, python, depth + 1));
      return found2.length > 0 ? found2.slice(0, 1) : inFunction(value.path, python);
    }
    case "binary":
      return [...enginesOf(value.left, place3, python, depth + 1), ...enginesOf(value.right, place3, python, depth + 1)];
    case "unknown":
      return mentioned(value.text, value.place.path, value.place.line);
    default:
      return [];
  }
}
function inFunction(dotted2, python) {
  const found2 = python.find(dotted2);
  if (found2?.kind !== "function") return [];
  const { start: start2, end } = found2.definition;
  return mentioned(found2.module.text.slice(start2, end), found2.module.path, found2.module.lineAt(start2));
}
function mentioned(text5, path, line) {
  return [...text5.matchAll(/(["'])((?:[\w.]*backends?\.[\w.]+)|(?:[a-z0-9+]+:\/\/[^"']*))\1/g)].flatMap(
    (match) => named(match[2], { path, line: line + text5.slice(0, match.index).split("\n").length - 1 })
  );
}
function named(text5, place3) {
  const scheme = /^([a-z0-9+.-]+):\/\//i.exec(text5)?.[1];
  const backend = /^[a-z_]\w*(\.\w+)+$/i.test(text5) ? text5 : null;
  const name2 = scheme ?? backend;
  const vendor = name2 && vendorNames.find(([pattern4]) => pattern4.test(name2.toLowerCase()));
  return vendor ? [{ vendor: vendor[1], text: scheme ? `${scheme}://` : text5, place: place3 }] : [];
}

// src/django/project/specifiers.ts
var older = [[1, 8, 0], [1, 11, 0], [2, 0, 0], [2, 1, 0], [2, 2, 0], [3, 0, 0], [3, 1, 0], [3, 2, 0], [4, 0, 0], [4, 1, 0]];
var oldest = djangoVersions[0];
var newest = djangoVersions[djangoVersions.length - 1];
var patches = 100;
function highestAllowed(specifier) {
  if (specifier.length > 500) return null;
  const alternatives = specifier.split("||").map((text5) => testsOf(text5));
  if (alternatives.some((tests) => tests === null || tests.length === 0)) return null;
  const allows = (release) => alternatives.some((tests) => tests.every((test) => test(release)));
  const allowsSome = ([major, minor]) => Array.from({ length: patches }, (_, patch) => patch).some((patch) => allows([major, minor, patch]));
  const found2 = [...djangoVersions].reverse().find((version) => allowsSome(releaseOf(version)));
  if (found2) return { version: found2, note: null };
  const said2 = specifier.replaceAll(" ", "");
  if (older.some(allowsSome)) return { version: oldest, note: `${said2} is older than Django ${oldest}, the oldest release that is known here` };
  return { version: newest, note: `${said2} is not a release that is known here; the newest is Django ${newest}` };
}
function isExact(specifier) {
  return /^\s*(===?)?\s*v?\d+(\.\d+)+\s*$/.test(specifier);
}
function testsOf(specifier) {
  const clauses = specifier.replace(/[()]/g, " ").split(",").flatMap((text5) => text5.trim().split(/\s+(?=[<>=!~^])/)).map((text5) => text5.trim()).filter((text5) => text5 !== "" && text5 !== "*");
  const tests = clauses.map(testOf);
  return tests.every((test) => test !== null) ? tests : null;
}
function testOf(clause) {
  const match = /^(===|==|~=|!=|<=|>=|<|>|\^|~|=)?\s*v?(\d+(?:\.\d+)*)(\.\*)?([a-z.+-].*)?$/i.exec(clause);
  if (!match) return null;
  const [, operator2 = "==", text5, star] = match;
  const parts2 = text5.split(".").map(Number);
  const wanted = [parts2[0], parts2[1] ?? 0, parts2[2] ?? 0];
  const prefix2 = (release) => parts2.every((part3, i2) => i2 > 2 || release[i2] === part3);
  const upTo = (bound) => (release) => order(release, wanted) >= 0 && order(release, bound) < 0;
  switch (operator2) {
    case "===":
    case "==":
    case "=":
      return star ? prefix2 : (release) => order(release, wanted) === 0;
    case "!=":
      return star ? (release) => !prefix2(release) : (release) => order(release, wanted) !== 0;
    case ">=":
      return (release) => order(release, wanted) >= 0;
    case ">":
      return (release) => order(release, wanted) > 0;
    case "<=":
      return (release) => order(release, wanted) <= 0;
    case "<":
      return (release) => order(release, wanted) < 0;
    case "~=":
      return upTo(parts2.length > 2 ? [wanted[0], wanted[1] + 1, 0] : [wanted[0] + 1, 0, 0]);
    case "~":
      return upTo(parts2.length > 1 ? [wanted[0], wanted[1] + 1, 0] : [wanted[0] + 1, 0, 0]);
    case "^":
      return upTo([wanted[0] + 1, 0, 0]);
    default:
      return null;
  }
}
function releaseOf(version) {
  const [major, minor] = version.split(".").map(Number);
  return [major, minor ?? 0, 0];
}
function order(a, b) {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

// src/django/project/versions.ts
var sideline = /(^|[/_.-])(dev|devel|develop|development|tests?|testing|docs?|lint|ci|local|contribs?|examples?|tox|readthedocs)([/_.-]|\d|$)/i;
function isForRunning({ path }) {
  return !sideline.test(path);
}
var production = /(^|[/_.-])(requirements|base|common|main|prod|production|deploy|default|pip|core|app)\.(txt|in|pip)$|\.lock$/i;
function projectRequirements(paths, text5, root) {
  const found2 = paths.filter((path) => namesPackages(path)).flatMap((path) => {
    const content = text5(path);
    return content === null ? [] : requirementsIn(path, content);
  });
  const rank = (one) => [
    distanceTo(root, one.path) >= 100 ? 1 : 0,
    sideline.test(one.path) ? 1 : 0,
    isExact(one.specifier) ? 0 : 1,
    distanceTo(root, one.path),
    production.test(one.path) ? 0 : 1
  ];
  return found2.map((one, i2) => ({ one, i: i2, rank: rank(one) })).sort((a, b) => a.rank.map((value, k) => value - b.rank[k]).find((difference2) => difference2 !== 0) ?? a.i - b.i).map(({ one }) => one);
}
function djangoRelease(requirements) {
  const said2 = requirements.filter(({ name: name2 }) => name2 === "django").flatMap((one) => {
    const allowed = highestAllowed(one.specifier);
    return allowed ? [{ ...one, ...allowed }] : [];
  });
  const first = said2[0];
  if (!first) return null;
  const same2 = said2.filter((one) => one.path === first.path && isExact(one.specifier) === isExact(first.specifier));
  const best = same2.reduce((a, b) => Number(b.version) > Number(a.version) ? b : a);
  return { value: best.version, source: `${best.path}:${best.line}${best.note ? ` (${best.note})` : ""}` };
}
var drivers = {
  psycopg: "postgresql",
  "psycopg-binary": "postgresql",
  "psycopg-c": "postgresql",
  psycopg2: "postgresql",
  "psycopg2-binary": "postgresql",
  psycopg2cffi: "postgresql",
  mysqlclient: "mysql",
  pymysql: "mysql",
  "mysql-connector-python": "mysql",
  mariadb: "mariadb"
};
function driverVendors(requirements) {
  const vendors = /* @__PURE__ */ new Map();
  const running = requirements.filter(isForRunning);
  for (const one of running.length > 0 ? running : requirements) {
    const vendor = drivers[one.name];
    if (vendor && !vendors.has(vendor)) vendors.set(vendor, one);
  }
  return vendors;
}

// src/django/project/facts.ts
var defaultDjango = "5.2";
var byDefault = "default";
function deployed(settings) {
  return settings.filter((module2) => !isTestPath(module2.path));
}
function readFacts(input) {
  const { files, layout, settings, apps, choices: choices2 } = input;
  const requirements = projectRequirements(files.paths, files.text, layout.root);
  const django = choices2.django ?? djangoRelease(requirements) ?? { value: defaultDjango, source: byDefault };
  const vendor = choices2.database ?? vendorOf(input, driverVendors(requirements));
  return {
    django,
    database: withVersion(vendor, choices2.databaseVersion, databaseServices(files, layout.root)),
    authUserModel: choices2.authUserModel ?? modelSetting(deployed(settings), "AUTH_USER_MODEL") ?? { value: "auth.User", source: unread2(settings, "AUTH_USER_MODEL") },
    swappable: new Map(swappableNames(input).flatMap((name2) => {
      const fact = modelSetting(settings, name2);
      return fact ? [[name2, fact]] : [];
    })),
    defaultAutoField: choices2.defaultAutoField ?? setting(settings, "DEFAULT_AUTO_FIELD", "string") ?? { value: autoField(django.value), source: unread2(settings, "DEFAULT_AUTO_FIELD") },
    appAutoFields: new Map(apps.flatMap((app) => app.defaultAutoField ? [[app.label, app.defaultAutoField]] : [])),
    useTz: setting(settings, "USE_TZ", "boolean") ?? { value: atLeast(django.value, "5.0"), source: unread2(settings, "USE_TZ") }
  };
}
function autoField(django) {
  return atLeast(django, "6.0") ? "django.db.models.BigAutoField" : "django.db.models.AutoField";
}
function setting(settings, name2, type) {
  const found2 = settingOf2(settings, name2, (value) => typeof value === type ? value : void 0);
  return found2 && { value: found2.value, source: `${found2.place.path}:${found2.place.line}` };
}
function swappableNames({ files, apps }) {
  const names3 = /* @__PURE__ */ new Set();
  for (const { path } of apps.flatMap((app) => app.migrations)) {
    for (const match of (files.text(path) ?? "").matchAll(/swappable_dependency\(\s*settings\.(\w+)|["']swappable["']\s*:\s*["'](\w+)["']/g)) names3.add(match[1] ?? match[2]);
  }
  names3.delete("AUTH_USER_MODEL");
  return [...names3].sort();
}
function unread2(settings, name2) {
  const place3 = settings.find((module2) => module2.get(name2).length > 0)?.get(name2)[0]?.place;
  return place3 ? `${byDefault} (${place3.path}:${place3.line} cannot be read)` : byDefault;
}
function vendorOf({ settings, python, files, layout }, drivers2) {
  for (const module2 of settings) {
    const engines = enginesIn(module2.get("DATABASES"), python).filter(({ vendor }) => vendor !== "sqlite" || !module2.forTests);
    const fact = engines.length > 0 ? chosenEngine(engines, drivers2, databaseServices(files, layout.root)) : null;
    if (fact) return fact;
  }
  const [driver] = drivers2;
  if (driver && drivers2.size === 1) return { value: driver[0], source: `${driver[1].path}:${driver[1].line}` };
  const service = databaseServices(files, layout.root)[0];
  if (service) return { value: service.vendor, source: service.source };
  return { value: "postgresql", source: byDefault };
}
function chosenEngine(engines, drivers2, services) {
  const known3 = engines.flatMap(({ vendor, place: place3, text: text5 }) => vendor ? [{ vendor, source: `${place3.path}:${place3.line}`, text: text5 }] : []);
  const refused3 = engines.find(({ vendor }) => vendor === null);
  if (known3.length === 0) return refused3 ? { value: "postgresql", source: `default (${refused3.place.path}:${refused3.place.line} says ${refused3.text}, which is not supported)` } : null;
  const served = known3.filter(({ vendor }) => vendor !== "sqlite");
  const [installed] = [...drivers2].filter(([, requirement]) => isForRunning(requirement));
  if (served.length === 0 && installed && drivers2.size === 1) return { value: installed[0], source: `${installed[1].path}:${installed[1].line} (or sqlite, ${known3[0].source})` };
  const possible = served.length > 0 ? served : known3;
  const driven = possible.filter(({ vendor }) => drivers2.has(vendor));
  const chosen = (driven.length > 0 ? driven : possible)[0];
  const others2 = known3.filter(({ vendor }) => vendor !== chosen.vendor).map(({ vendor }) => vendor);
  const source = others2.length > 0 ? `${chosen.source} (or ${others2.join(", ")})` : chosen.source;
  const mariadb3 = chosen.vendor === "mysql" ? services.find(({ vendor }) => vendor === "mariadb") ?? null : null;
  return mariadb3 && !services.some(({ vendor }) => vendor === "mysql") ? { value: "mariadb", source: `${source}, ${mariadb3.source}` } : { value: chosen.vendor, source };
}
function withVersion(vendor, said2, services) {
  const versions = services.flatMap((service) => service.vendor === vendor.value && service.version ? [service.version] : []);
  const oldest2 = versions.reduce((a, b) => a && !atLeast(a.value, b.value) ? a : b, null);
  const version = said2 ?? oldest2;
  if (!version) return { value: { vendor: vendor.value, version: defaultDatabaseVersion[vendor.value] }, source: vendor.source };
  return { value: { vendor: vendor.value, version: version.value }, source: vendor.source.endsWith(version.source) ? vendor.source : `${vendor.source}, ${version.source}` };
}

// src/django/project/project.ts
function readProject(input) {
  const settings = readSettings(input.layout, input.files.paths, input.python);
  const apps = readApps({ ...input, settings });
  const setting2 = (name2) => settingOf2(settings, name2, (value) => isKnown(value) ? { value } : void 0)?.value.value;
  return { ...apps, layout: input.layout, facts: readFacts({ ...input, settings, apps: apps.apps }), setting: setting2 };
}
function isKnown(value) {
  return value === null || typeof value !== "object" || value.kind !== "unknown";
}

// src/history/focus.ts
function focusedApps(apps, text5, facts, focus) {
  const changed4 = apps.filter((app) => focus.labels.has(app.label) || app.migrations.some(({ path }) => focus.paths.has(path)) || [...focus.paths].some((path) => path.startsWith(app.migrationsFolder)) || modelsPaths(app.folder, [...focus.paths]).length > 0);
  const labels = new Set(changed4.map((app) => app.label));
  const wanted = /* @__PURE__ */ new Set([...labels, ...focus.labels]);
  const userApp = facts.authUserModel.value.split(".")[0] ?? "";
  const namesOf2 = (app) => app.migrations.map(({ path }) => text5(path) ?? "").join("\n");
  const near = changed4.map(namesOf2).join("\n");
  const around = (names3, label2) => mentions(names3, label2) || label2 === userApp && names3.includes("AUTH_USER_MODEL");
  for (const app of changed4) {
    for (const { name: name2, path } of app.migrations) {
      const edges = scanMigration({ app: app.label, name: name2 }, path, text5(path) ?? "");
      if ("needsParsing" in edges) continue;
      for (const dependency2 of edges.dependencies) if (dependency2.kind === "migration") wanted.add(dependency2.app);
    }
  }
  for (const app of apps) {
    if (wanted.has(app.label)) continue;
    const names3 = namesOf2(app);
    if (around(near, app.label) || [...labels].some((label2) => around(names3, label2))) wanted.add(app.label);
  }
  return wanted;
}
function mentions(text5, label2) {
  return text5.includes(`"${label2}.`) || text5.includes(`'${label2}.`);
}

// src/history/open.ts
async function openProjects(source, options) {
  const excluded = excludes(options.config.exclude);
  const entries = (await source.list()).filter((entry2) => !excluded(entry2.path));
  const files = new ReadFiles(source, entries.map((entry2) => entry2.path));
  await files.read(wantedFiles(entries));
  const choices2 = choices(options.overrides, options.config);
  const layouts = findProjects(files, choices2.settings);
  const projects = [];
  for (const layout of layouts) {
    const project = await open(layout, layouts, files, choices2, options);
    if (project) projects.push(project);
  }
  return projects;
}
function settingsKnown(path, { database, defaultAutoField }) {
  if (path === "django.conf.settings.DEFAULT_AUTO_FIELD") return defaultAutoField.value;
  if (path !== "django.conf.settings.DATABASES") return void 0;
  const { vendor } = database.value;
  const engine = `django.db.backends.${vendor === "mariadb" ? "mysql" : vendor === "sqlite" ? "sqlite3" : vendor}`;
  return { kind: "dict", entries: [["default", { kind: "dict", entries: [["ENGINE", engine]] }]] };
}
var ReadFiles = class {
  paths;
  #source;
  #known;
  #texts = /* @__PURE__ */ new Map();
  constructor(source, paths) {
    this.#source = source;
    this.paths = paths;
    this.#known = new Set(paths);
  }
  has = (path) => this.#known.has(path);
  text = (path) => textOf2(this.#texts.get(path));
  unreadable(path) {
    const found2 = this.#texts.get(path);
    return found2 && "unreadable" in found2 ? found2.unreadable : null;
  }
  /** Reads what was not read yet; false when there was nothing to read. */
  async read(paths) {
    const missing2 = [...new Set(paths)].filter((path) => this.#known.has(path) && !this.#texts.has(path));
    if (missing2.length === 0) return false;
    for (const [path, text5] of await this.#source.read(missing2)) this.#texts.set(path, text5);
    for (const path of missing2) if (!this.#texts.has(path)) this.#texts.set(path, { unreadable: "it is listed but could not be read" });
    return true;
  }
};
var rounds = 12;
async function open(layout, layouts, files, choices2, options) {
  let facts = null;
  const pythonFiles = { has: files.has, text: files.text, roots: layout.roots, known: (path) => facts === null ? void 0 : settingsKnown(path, facts) };
  const python = createPython(options.parser, pythonFiles);
  let project = readProject({ layout, layouts, files, python, choices: choices2, labels: options.config.appLabels });
  for (let round = 0; round < rounds && await files.read(python.wanted); round++) {
    project = readProject({ layout, layouts, files, python, choices: choices2, labels: options.config.appLabels });
  }
  facts = { ...project.facts, database: options.databases?.get(layout.root) ?? project.facts.database };
  const { apps } = project;
  if (apps.every((app) => app.migrations.length === 0) && project.leftOut.length === 0) return null;
  await files.read(apps.flatMap((app) => app.migrations.map(({ path }) => path)));
  const read4 = options.focus ? focusedApps(apps, files.text, facts, options.focus) : new Set(apps.map((app) => app.label));
  const inFocus = apps.filter((app) => read4.has(app.label));
  const known3 = options.already ? reusable(options.already.projects, layout.root, facts, options.already.same) : /* @__PURE__ */ new Map();
  const { migrations: migrations2, skipped, partly, lookedInto } = await loadAll(inFocus, known3, facts, files, python);
  await readFieldClasses(migrations2, facts, files, python);
  const own = new Set(apps.map((app) => app.label));
  const graphOf = (all4) => buildGraph(all4, contribMigrations((label2) => !own.has(label2)), {
    swappable: (setting2) => settingOf3(facts, setting2),
    unread: unreadMigrations(apps, new Set(migrations2.map((migration) => migration.path ?? "")), files),
    unmigrated: new Set(apps.filter((app) => app.migrations.length === 0).map((app) => app.label))
  });
  const graph = graphOf(migrations2);
  const left = [
    ...project.leftOut.map((app) => ({ path: app.folder, line: null, reason: app.reason })),
    ...project.problems.map((problem) => ({ path: problem.path, line: null, reason: problem.message }))
  ];
  return {
    root: layout.root,
    facts,
    python,
    graph,
    ...orders(migrations2, graph, graphOf),
    labels: own,
    apps,
    read: read4,
    skipped: [...skipped, ...left],
    partly,
    lookedInto,
    setting: (name2) => settingOf3(facts, name2) === null ? project.setting(name2) : void 0,
    text: files.text,
    paths: files.paths,
    readMore: (paths) => files.read(paths)
  };
}
function unreadMigrations(apps, loaded, files) {
  return apps.flatMap(
    (app) => app.migrations.flatMap(({ name: name2, path }) => {
      if (loaded.has(path)) return [];
      const scanned = scanMigration({ app: app.label, name: name2 }, path, files.text(path) ?? "");
      return [{ app: app.label, name: name2, edges: "needsParsing" in scanned ? null : scanned }];
    })
  );
}
function orders(migrations2, graph, graphOf) {
  const there = new Set(migrations2.map(keyOf));
  const squashed2 = new Map(migrations2.filter((migration) => migration.replaces.length > 0 && migration.replaces.every((key2) => there.has(keyOf(key2)))).map((migration) => [keyOf(migration), migration]));
  const order4 = planOrder(graph);
  if (squashed2.size === 0) return { order: order4, fresh: null };
  const settle2 = (dependency2) => {
    const last = dependency2.kind === "migration" ? squashed2.get(keyOf(dependency2))?.replaces.findLast((key2) => key2.app === dependency2.app) : void 0;
    return last ? settle2({ kind: "migration", ...last }) : dependency2;
  };
  const kept2 = migrations2.filter((migration) => !squashed2.has(keyOf(migration))).map((migration) => ({ ...migration, dependencies: migration.dependencies.map(settle2) }));
  return { order: planOrder(graphOf(kept2)), fresh: { order: order4, squashed: new Set(squashed2.values()) } };
}
function settingOf3(facts, name2) {
  return name2 === "AUTH_USER_MODEL" ? facts.authUserModel.value : facts.swappable.get(name2)?.value ?? null;
}
async function loadAll(apps, known3, facts, files, python) {
  const wanted = apps.flatMap((app) => app.migrations.map(({ name: name2, path }) => ({ key: { app: app.label, name: name2 }, path })));
  const loaded = /* @__PURE__ */ new Map();
  const skipped = /* @__PURE__ */ new Map();
  const lookedInto = /* @__PURE__ */ new Map();
  for (const { path, key: key2 } of wanted) {
    const migration = known3.get(path);
    if (migration && migration.app === key2.app) loaded.set(path, migration);
  }
  let pending = wanted.filter(({ path }) => !loaded.has(path));
  for (let round = 0; round < rounds && pending.length > 0; round++) {
    const again = [];
    for (const one of pending) {
      const before = python.misses();
      python.asked.clear();
      const result = loadMigration(python, one.path, one.key, facts);
      if (python.misses() > before) again.push(one);
      if ("migration" in result) {
        loaded.set(one.path, result.migration);
        skipped.delete(one.path);
      } else {
        const { reason: reason2, line } = result.skipped;
        skipped.set(one.path, { path: one.path, line, reason: files.unreadable(one.path) ?? reason2 });
      }
      lookedInto.set(one.path, [...python.asked].filter((path) => path !== one.path));
      python.forget(one.path);
    }
    pending = await files.read(python.wanted) ? again : [];
  }
  const partly = new Map([...loaded.values()].flatMap((migration) => migration.problems.map(({ path, line, message }) => [JSON.stringify([path, line, message]), { path, line, reason: message }])));
  return { migrations: wanted.flatMap(({ path }) => loaded.get(path) ?? []), skipped: [...skipped.values()], partly: [...partly.values()], lookedInto };
}
async function readFieldClasses(migrations2, facts, files, python) {
  const classes = new Set(migrations2.flatMap((migration) => migration.operations.flatMap(fieldsIn)).map((field) => field.path));
  for (let round = 0; round < rounds; round++) {
    const context = { facts, python };
    for (const path of classes) resolveClass(path, context);
    if (!await files.read(python.wanted)) return;
  }
}
function fieldsIn(operation) {
  switch (operation.kind) {
    case "CreateModel":
      return operation.fields;
    case "AddField":
    case "AlterField":
      return [operation.field];
    case "SeparateDatabaseAndState":
      return [...operation.databaseOperations, ...operation.stateOperations].flatMap(fieldsIn);
    case "RunSQL":
      return operation.stateOperations.flatMap(fieldsIn);
    default:
      return [];
  }
}

// src/config/tables.ts
function tableSizes({ hotTables, smallTables, rows, smallBelow, hotFrom }) {
  const [namedHot, namedSmall] = [named2(hotTables), named2(smallTables)];
  const counted = (table, is) => {
    const count = rows.get(table);
    return count !== void 0 && is(count);
  };
  const hot = (table) => namedHot(table) || !namedSmall(table) && counted(table, (count) => count >= hotFrom);
  return { hot, small: (table) => !hot(table) && (namedSmall(table) || counted(table, (count) => count < smallBelow)), rows: (table) => rows.get(table) ?? null };
}
function named2(globs) {
  const patterns3 = globs.map((glob) => new RegExp(`^${glob.replace(/[\\^$.+()[\]{}|]/g, "\\$&").replace(/\*/g, ".*").replace(/\?/g, ".")}$`, "su"));
  return (table) => patterns3.some((pattern4) => pattern4.test(table));
}

// src/safety/impact/transaction-input.ts
function changes(part3) {
  return part3.statements.flatMap(changesOf);
}
function runsPython(operation) {
  if (operation.kind === "SeparateDatabaseAndState") return operation.databaseOperations.some(runsPython);
  return operation.kind === "RunPython";
}
function finding(rule, part3, message) {
  const text5 = message.replace(/"([^"`]+)"/g, "`$1`");
  return { rule, ...transactionRules[rule], message: /[.!?]\)?$/.test(text5) ? text5 : `${text5}.`, place: part3?.place ?? null };
}

// src/safety/breakage/addedColumns.ts
function addedAfter(known3, operation, changes2) {
  if (runsPython(operation)) return /* @__PURE__ */ new Map();
  let columns2 = null;
  const edit = () => columns2 ??= new Map(known3);
  const forget = (table) => {
    for (const key2 of (columns2 ?? known3).keys()) if (key2.startsWith(`${table}
`)) edit().delete(key2);
  };
  for (const change4 of changes2) {
    switch (change4.kind) {
      case "AddColumn":
        edit().set(`${change4.table}
${change4.column.name}`, change4.column);
        break;
      case "WriteRows":
        if (change4.table === null) edit().clear();
        else forget(change4.table);
        break;
      case "Unknown":
      case "Other":
        edit().clear();
        break;
      case "AlterColumn":
        if (change4.actions.some(({ kind }) => kind === "SetType" || kind === "Modify")) forget(change4.table);
        break;
      case "FillNulls":
      case "FillRows":
      case "CopyRows":
      case "DropColumn":
      case "RenameColumn":
      case "RenameTable":
      case "DropTable":
        forget(change4.table);
        break;
    }
  }
  return columns2 ?? known3;
}

// src/safety/breakage/failure.ts
function failures(statements, column2, said2, because) {
  return statements.map((statement) => ({ statement, column: column2, error: said2.error, code: said2.code, because }));
}

// src/safety/breakage/statements.ts
function hasUpdate(table) {
  for (const column2 of table.columns.values()) if (isUpdated(column2)) return true;
  return false;
}
function isUpdated(column2) {
  return !column2.primaryKey && !column2.generated;
}
function isInserted(column2) {
  return !column2.omittedOnInsert && !column2.generated;
}
function returnsColumns(database) {
  switch (database.vendor) {
    case "postgresql":
      return true;
    case "sqlite":
      return atLeast(database.version, "3.35");
    case "mariadb":
      return atLeast(database.version, "10.5");
    case "mysql":
      return false;
  }
}
function sendsDefault(database) {
  return database.vendor !== "sqlite";
}

// src/safety/breakage/columns.ts
function missingTable(table, { words: words2 }) {
  const statements = hasUpdate(table) ? ["SELECT", "INSERT", "UPDATE", "DELETE"] : ["SELECT", "INSERT", "DELETE"];
  const parents3 = [...new Set([...table.columns.values()].flatMap((column2) => column2.references && column2.references.table !== table.table ? [column2.references.table] : []))];
  return failures(statements, null, words2.noTable(table.table), parents3.length === 0 ? null : `Deleting a row of ${parents3.join(" or ")} fails, too: Django looks for the rows of ${table.table} that refer to it.`);
}
function missingColumns(table, held2, move) {
  return [...table.columns.values()].filter((column2) => !held2.columns.has(column2.column)).flatMap((column2) => missingColumn(table, column2, move));
}
function missingColumn(table, column2, { words: words2, database }) {
  const name2 = column2.column;
  const because = column2.references ? `Deleting a row of ${column2.references.table} fails, too: Django looks for the rows that refer to it through ${table.table}.${name2}.` : null;
  const found2 = failures(["SELECT"], name2, words2.noColumn("SELECT", table.table, name2), because);
  if (isInserted(column2)) found2.push(...failures(["INSERT"], name2, words2.noColumn("INSERT", table.table, name2), null));
  else if (returnsColumns(database)) found2.push(...failures(["INSERT"], name2, words2.noColumn("RETURNING", table.table, name2), null));
  if (isUpdated(column2)) found2.push(...failures(["UPDATE"], name2, words2.noColumn("SET", table.table, name2), null));
  if (column2.primaryKey) found2.push(...failures(hasUpdate(table) ? ["UPDATE", "DELETE"] : ["DELETE"], name2, words2.noColumn("WHERE", table.table, name2), null));
  return found2;
}
function emptyValues(table, held2, move) {
  const found2 = [];
  for (const column2 of held2.columns.values()) {
    const known3 = table.columns.get(column2.name);
    found2.push(...known3 ? knownColumn(table, known3, column2, move) : unknownColumn(table, column2, move));
  }
  return found2;
}
function unknownColumn(table, column2, { words: words2 }) {
  if (suppliesValue(column2)) return [];
  return failures(["INSERT"], column2.name, words2.nullValue(table.table, column2.name, "nothing"), "This release does not know the column and sends nothing for it, and the database has no default.");
}
function knownColumn(table, known3, column2, { words: words2, database }) {
  const name2 = column2.name;
  if (column2.generated) {
    if (!isInserted(known3)) return [];
    const found2 = failures(["INSERT"], name2, words2.writesGenerated("INSERT", table.table, name2), null);
    return isUpdated(known3) ? [...found2, ...failures(["UPDATE"], name2, words2.writesGenerated("SET", table.table, name2), null)] : found2;
  }
  if (column2.null) return [];
  const writes2 = isUpdated(known3) ? ["INSERT", "UPDATE"] : ["INSERT"];
  if (!isInserted(known3)) return suppliesValue(column2) ? [] : failures(["INSERT"], name2, words2.nullValue(table.table, name2, "nothing"), "This release leaves the column to the database, which no longer supplies a value.");
  if (known3.null) return failures(writes2, name2, words2.nullValue(table.table, name2, "NULL"), column2.default === null ? "This release may write NULL." : "This release sends NULL itself, so the default does not help.");
  if (known3.dbDefault && !known3.hasDefault && !suppliesValue(column2) && sendsDefault(database)) return failures(writes2, name2, words2.nullValue(table.table, name2, "nothing"), "This release sends the keyword DEFAULT, and the database has no default for the column any more.");
  return [];
}
function suppliesValue(column2) {
  return column2.null || column2.default !== null || column2.identity || column2.generated !== null;
}

// src/safety/breakage/difference.ts
function forwards(changes2, before) {
  const { origins, made } = follow2(changes2, before);
  return {
    tableBefore(after) {
      const origin = origins.get(after);
      if (origin === null) return null;
      return origin ? origin.table : before.tables.has(after) ? after : null;
    },
    columnBefore(table, after) {
      const origin = origins.get(table);
      if (origin === null) return null;
      const known3 = origin?.columns.get(after);
      if (known3 !== void 0) return known3;
      const name2 = origin ? origin.table : table;
      return name2 !== null && before.tables.get(name2)?.columns.has(after) ? after : null;
    },
    made: (table, name2) => made.has(`${table}
${name2}`)
  };
}
function backwards(changes2, before, after) {
  const { origins, dropped: dropped2 } = follow2(changes2, before);
  const tables = /* @__PURE__ */ new Map();
  const columns2 = /* @__PURE__ */ new Map();
  for (const [name2, origin] of origins) {
    if (!origin?.table) continue;
    tables.set(origin.table, name2);
    for (const [column2, was2] of origin.columns) if (was2 !== null) columns2.set(`${origin.table}
${was2}`, column2);
  }
  const tableBefore2 = (name2) => tables.get(name2) ?? (after.tables.has(name2) && !origins.get(name2)?.table && origins.get(name2) !== null ? name2 : null);
  return {
    tableBefore: tableBefore2,
    columnBefore(table, name2) {
      const now = tableBefore2(table);
      if (now === null) return null;
      const renamed3 = columns2.get(`${table}
${name2}`) ?? name2;
      const taken = origins.get(now)?.columns.get(renamed3);
      if (renamed3 === name2 && taken !== void 0 && taken !== name2) return null;
      return after.tables.get(now)?.columns.has(renamed3) ? renamed3 : null;
    },
    made: (table, name2) => dropped2.has(`${table}
${name2}`)
  };
}
function follow2(changes2, before) {
  const history = { origins: /* @__PURE__ */ new Map(), made: /* @__PURE__ */ new Set(), dropped: /* @__PURE__ */ new Set() };
  const { origins, made, dropped: dropped2 } = history;
  const originOf = (table) => {
    const known3 = origins.get(table);
    if (known3) return known3;
    const origin = { table: known3 === void 0 && before.tables.has(table) ? table : null, columns: /* @__PURE__ */ new Map() };
    origins.set(table, origin);
    return origin;
  };
  const wasCalled = (origin, column2) => {
    const known3 = origin.columns.get(column2);
    if (known3 !== void 0) return known3;
    return origin.table !== null && before.tables.get(origin.table)?.columns.has(column2) ? column2 : null;
  };
  for (const change4 of changes2) {
    switch (change4.kind) {
      case "CreateTable":
        origins.set(change4.table, { table: null, columns: /* @__PURE__ */ new Map() });
        for (const constraint of change4.constraints) if (constraint.name) made.add(`${change4.table}
${constraint.name}`);
        break;
      case "DropTable":
        origins.set(change4.table, null);
        break;
      case "RenameTable":
        origins.set(change4.to, originOf(change4.table));
        origins.set(change4.table, null);
        for (const set2 of [made, dropped2]) for (const key2 of set2) if (key2.startsWith(`${change4.table}
`)) set2.add(`${change4.to}${key2.slice(change4.table.length)}`);
        break;
      case "CopyRows": {
        const source = originOf(change4.table);
        const columns2 = new Map(change4.columns.map(({ column: column2, value }) => [column2, wasCalled(source, unquoted(value) ?? "")]));
        origins.set(change4.to, { table: source.table, columns: columns2 });
        break;
      }
      case "AddColumn":
        originOf(change4.table).columns.set(change4.column.name, null);
        break;
      case "RenameColumn": {
        const origin = originOf(change4.table);
        origin.columns.set(change4.to, wasCalled(origin, change4.column));
        origin.columns.set(change4.column, null);
        break;
      }
      case "AddConstraint":
        if (change4.constraint.name) made.add(`${change4.table}
${change4.constraint.name}`);
        break;
      case "CreateIndex":
        made.add(`${change4.table}
${change4.index.name}`);
        break;
      case "DropConstraint":
      case "DropIndex":
        dropped2.add(`${change4.table}
${change4.name}`);
        break;
      default:
        break;
    }
  }
  return history;
}
function unquoted(sql2) {
  return /^(["`])(.+)\1$/.exec(sql2)?.[2] ?? (/^[A-Za-z_][A-Za-z0-9_]*$/.test(sql2) ? sql2 : null);
}

// src/safety/breakage/capacity.ts
function longestText(type) {
  switch (type.family) {
    case "text":
      return type.limit;
    case "integer":
      return Math.max(`${type.min}`.length, `${type.max}`.length);
    case "numeric":
      return type.precision === null ? null : type.precision + 2;
    case "boolean":
      return 5;
    case "date":
      return 10;
    case "timestamp":
      return 32;
    case "time":
      return 15;
    case "uuid":
      return 36;
    case "network":
      return 43;
    default:
      return null;
  }
}
function wholeDigits(type) {
  switch (type.family) {
    case "integer":
      return `${type.max}`.length;
    case "numeric":
      return type.precision === null ? null : type.precision - type.scale;
    case "boolean":
      return 1;
    case "float":
      return 309;
    // 1.8e308
    default:
      return null;
  }
}
function textFits(sent, column2) {
  if (column2.limit === null) return true;
  const longest = longestText(sent);
  return longest !== null && longest <= column2.limit;
}
function numberFits(sent, column2) {
  if (column2.family === "float") return true;
  if (column2.family === "boolean") return sent.family === "boolean";
  const digits = wholeDigits(sent);
  if (column2.family === "integer") {
    if (sent.family === "integer") return sent.min >= column2.min && sent.max <= column2.max;
    if (sent.family === "boolean") return true;
    return column2.min < 0n && digits !== null && digits < `${column2.max}`.length;
  }
  if (column2.family !== "numeric") return false;
  if (column2.precision === null) return true;
  if (digits === null) return false;
  const room = column2.precision - column2.scale;
  if (digits !== room) return digits < room;
  return sent.family !== "numeric" || column2.scale >= sent.scale;
}
function coarser(from, to) {
  if (from.family === "text" && to.family === "text") return to.ignoresCase && !from.ignoresCase;
  if (from.family === "timestamp") return to.family === "date" || to.family === "time";
  if (from.family === "float") return to.family === "integer" || to.family === "numeric";
  if (from.family === "numeric" && to.family === "numeric") return to.precision !== null && (from.precision === null || to.scale < from.scale);
  return from.family === "numeric" && to.family === "integer";
}

// src/safety/breakage/typeWords.ts
var none = { write: null, filter: null };
function typeErrors(conversion2, meeting, database) {
  if (database.vendor === "postgresql") return postgresql(conversion2, meeting);
  if (database.vendor === "sqlite") return none;
  return database.vendor === "mariadb" ? { write: mariadb(conversion2, meeting), filter: null } : mysql(conversion2, meeting);
}
function tooLong2(type) {
  return type.family === "array" ? tooLong2(type.element) : { error: `value too long for type ${type.name}`, code: "22001" };
}
function outOfRange(type) {
  if (type.family === "array") return outOfRange(type.element);
  return { error: type.family === "numeric" ? "numeric field overflow" : `${type.name} out of range`, code: "22003" };
}
function literal(sent) {
  if (sent.family === "integer") return "integer";
  return sent.family === "float" ? "numeric" : withoutModifier(sent);
}
function postgresql(conversion2, { column: column2, sent, type }) {
  const noOperator = sent.family === "boolean" ? { error: `argument of WHERE must be type boolean, not type ${withoutModifier(type)}`, code: "42804" } : { error: `operator does not exist: ${withoutModifier(type)} = ${literal(sent)}`, code: "42883" };
  switch (conversion2) {
    case "length":
      return { write: tooLong2(type), filter: null };
    case "range":
      return { write: outOfRange(type), filter: null };
    case "syntax":
      return { write: invalid(type), filter: type.name === "json" ? { error: "operator does not exist: json = unknown", code: "42883" } : invalid(type) };
    case "text":
      return { write: tooLong2(type), filter: noOperator };
    case "number":
      return { write: outOfRange(type), filter: noOperator };
    case "write only":
      return { write: null, filter: noOperator };
    case "refused":
      return { write: { error: `column "${column2}" is of type ${withoutModifier(type)} but expression is of type ${literal(sent)}`, code: "42804" }, filter: noOperator };
    case "truncated":
    case "fits":
    case "unknown":
      return none;
  }
}
var example = "abc";
var datesAndTimes = ["date", "timestamp", "time", "interval"];
function invalid(type) {
  if (type.family === "json") return { error: "invalid input syntax for type json", code: "22P02" };
  if (type.family === "array") return { error: `malformed array literal: "${example}"`, code: "22P02" };
  if (type.family === "range") return { error: `malformed range literal: "${example}"`, code: "22P02" };
  return { error: `invalid input syntax for type ${withoutModifier(type).replace(" without time zone", "")}: "${example}"`, code: datesAndTimes.includes(type.family) ? "22007" : "22P02" };
}
var examples = { text: example, integer: "1", boolean: "1", numeric: "12.34", float: "1.5e300", date: "2020-01-01", timestamp: "2020-01-01 10:00:00.000000", time: "10:00:00.000000", json: "{}" };
var kinds = { integer: "integer", boolean: "integer", numeric: "decimal", float: "double", date: "date", timestamp: "datetime", time: "time", text: "string", uuid: "uuid" };
function mariadb(conversion2, { table, column: column2, sent, type }) {
  if (conversion2 === "truncated") return truncated(column2);
  if (conversion2 === "syntax" && type.family === "json") return { error: `CONSTRAINT ${codeSpan(`${table}.${column2}`)} failed for ${codeSpan(table)}`, code: "4025" };
  return conversion2 === "syntax" ? incorrect(sent, type, kinds[type.family] ?? type.name, `${codeSpan(table)}.${codeSpan(column2)}`) : sizes(conversion2, column2);
}
function mysql(conversion2, { table, column: column2, sent, type }) {
  const kind = type.family === "float" ? "DOUBLE" : kinds[type.family] ?? type.name;
  const refuses = conversion2 === "syntax" || conversion2 === "truncated" && (type.family === "numeric" || type.family === "float");
  if (refuses && type.family === "json") return { write: noJson(table, column2, sent), filter: null };
  if (refuses) return { write: incorrect(sent, type, kind, `'${column2}'`), filter: sent.family === "text" && (type.family === "date" || type.family === "timestamp") ? { error: `Incorrect ${kind.toUpperCase()} value: '${example}'`, code: "1525" } : null };
  return { write: conversion2 === "truncated" ? truncated(column2) : sizes(conversion2, column2), filter: null };
}
function sizes(conversion2, column2) {
  if (conversion2 === "length") return { error: `Data too long for column '${column2}' at row 1`, code: "1406" };
  return conversion2 === "range" ? { error: `Out of range value for column '${column2}' at row 1`, code: "1264" } : null;
}
function truncated(column2) {
  return { error: `Data truncated for column '${column2}' at row 1`, code: "1265" };
}
function incorrect(sent, type, kind, column2) {
  return { error: `Incorrect ${kind} value: '${examples[sent.family] ?? "\u2026"}' for column ${column2} at row 1`, code: datesAndTimes.includes(type.family) || type.family === "uuid" ? "1292" : "1366" };
}
function noJson(table, column2, sent) {
  const number = datesAndTimes.includes(sent.family) ? /^\d*/.exec(examples[sent.family] ?? "")[0].length : 0;
  return { error: `Invalid JSON text: "${number > 0 ? "The document root must not be followed by other values." : "Invalid value."}" at position ${number} in value for column '${table}.${column2}'.`, code: "3140" };
}

// src/safety/breakage/generated.ts
function generatedFailures(table, held2, move) {
  if (move.from === null || move.database.vendor === "sqlite") return [];
  const was2 = move.difference.tableBefore(table.table);
  const before = was2 === null ? void 0 : move.from.tables.get(was2);
  return [...held2.columns.values()].filter((column2) => isNew(column2, table.table, before, move) && !table.columns.has(column2.name)).flatMap((column2) => overflow(column2, table, held2, move));
}
function isNew(column2, table, before, { difference: difference2 }) {
  if (!column2.generated?.stored) return false;
  const name2 = difference2.columnBefore(table, column2.name);
  return name2 === null || before?.columns.get(name2)?.generated?.sql !== column2.generated.sql;
}
function overflow(column2, table, held2, { database }) {
  const said2 = computedOverflow(column2, held2, database);
  return said2 ? failures(["INSERT", "UPDATE"], column2.name, said2, `The server computes ${column2.name} for this release's rows, too.`) : [];
}
function computedOverflow(column2, held2, database) {
  const computed = column2.type === null || column2.generated === null ? null : arithmetic2(column2, held2, database.vendor);
  if (computed === null) return null;
  const type = computed.kind === "integer overflow" ? computed.type : readType(column2.type, database.vendor);
  if (computed.kind === "number" && numberFits(computed.type, type)) return null;
  const conversion2 = computed.kind === "too long" ? "length" : "range";
  return typeErrors(conversion2, { table: held2.name, column: column2.name, sent: type, type }, database).write;
}
function arithmetic2(column2, held2, vendor) {
  const sql2 = column2.generated.sql.replace(/'(?:[^']|'')*'/g, "''");
  const operands2 = [...sql2.matchAll(/["`]([^"`]+)["`]/g)].map(([, name2]) => held2.columns.get(name2)?.type).filter((type) => typeof type === "string").map((type) => readType(type, vendor));
  if (sql2.includes("||")) return concatenation(operands2, readType(column2.type, vendor));
  const operator2 = /[*+]|-(?!>)/.exec(sql2)?.[0];
  if (!operator2 || operands2.length === 0 || /[a-z_]+\s*\(/i.test(sql2)) return null;
  const integers2 = operands2.filter((type) => type.family === "integer");
  if (integers2.length === operands2.length) {
    const literal4 = /(?<![\w"`])\d+/.test(sql2);
    const widest2 = integers2.reduce((a, b) => b.max > a.max ? b : a);
    return literal4 && widest2.max < 2n ** 31n - 1n ? null : { kind: "integer overflow", type: widest2 };
  }
  const digits = operands2.map(wholeDigits);
  if (digits.some((count) => count === null) || !operands2.some((type) => type.family === "numeric")) return null;
  const whole = operator2 === "*" ? digits.reduce((sum, count) => sum + count, 0) : Math.max(...digits.map((count) => count)) + 1;
  const scale = Math.max(...operands2.map((type) => type.family === "numeric" ? type.scale : 0));
  return { kind: "number", type: { name: "numeric", family: "numeric", precision: whole + scale, scale } };
}
function concatenation(operands2, type) {
  if (type.family !== "text" || type.limit === null || operands2.length === 0) return null;
  const longest = operands2.reduce((sum, operand2) => sum + (operand2.family === "text" ? operand2.limit ?? Infinity : 0), 0);
  return longest > type.limit ? { kind: "too long" } : null;
}

// src/safety/breakage/nullCheck.ts
var mostTokens = 1e3;
var unsaid = /* @__PURE__ */ new Set(["null"]);
var anything = /* @__PURE__ */ new Set(["true", "false", "null"]);
function refusesNulls(sql2, columns2) {
  const tokens2 = sql2.match(/'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|[A-Za-z_][\w$]*|[()]|[^\s()'"`\w]+|\S/g) ?? [];
  if (tokens2.length > mostTokens) return true;
  const read4 = new Reader(tokens2, columns2);
  const truths = read4.either();
  return !read4.done || read4.asks && truths.has("false");
}
var Reader = class {
  #tokens;
  #columns;
  #at = 0;
  /** Does any part give something else than NULL for a NULL? */
  asks = false;
  constructor(tokens2, columns2) {
    this.#tokens = tokens2;
    this.#columns = columns2;
  }
  get done() {
    return this.#at >= this.#tokens.length;
  }
  either() {
    let left = this.#both();
    while (this.#takes("or")) left = combined(left, this.#both(), "true");
    return left;
  }
  #both() {
    let left = this.#one();
    while (this.#takes("and")) left = combined(left, this.#one(), "false");
    return left;
  }
  #one() {
    if (this.#takes("not")) return new Set([...this.#one()].map((truth2) => truth2 === "null" ? "null" : truth2 === "true" ? "false" : "true"));
    const start2 = this.#at;
    if (this.#takes("(")) {
      const inner2 = this.either();
      if (this.#takes(")") && this.#ends()) return inner2;
      this.#at = start2;
    }
    return this.#comparison();
  }
  /** Up to the AND, OR or bracket that ends it; the AND of a BETWEEN is its own. */
  #comparison() {
    const start2 = this.#at;
    let between = false;
    for (let depth = 0; !this.done; this.#at++) {
      if (depth === 0 && !between && this.#ends()) break;
      const token = this.#word();
      if (depth === 0 && token === "and") between = false;
      if (depth === 0 && token === "between") between = true;
      depth += token === "(" ? 1 : token === ")" ? -1 : 0;
    }
    const truths = truthsOf(this.#tokens.slice(start2, this.#at), this.#columns);
    this.asks ||= truths.named && truths.of !== unsaid;
    return truths.of;
  }
  #ends() {
    return this.done || ["and", "or", ")"].includes(this.#word());
  }
  #word() {
    return this.#tokens[this.#at]?.toLowerCase() ?? "";
  }
  #takes(word) {
    if (this.#word() !== word) return false;
    this.#at++;
    return true;
  }
};
var strict = /^(=|<>|!=|<|<=|>|>=|~|~\*|!~|!~\*|\+|-|\*|\/|%|,|like|ilike|in|between|and|not|collate|::|upper|lower|length|char_length|\(|\)|-?\d[\d.]*|'.*)$/is;
function truthsOf(tokens2, columns2) {
  const names3 = tokens2.map((token) => /^["`]/.test(token) ? token.slice(1, -1) : token);
  if (!names3.some((name2) => columns2.has(name2))) return { of: anything, named: false };
  const [first = "", ...rest2] = names3.filter((name2) => name2 !== "(" && name2 !== ")");
  const tail = columns2.has(first) ? rest2.join(" ").toLowerCase() : "";
  if (tail === "is null" || tail === "is not null") return { of: /* @__PURE__ */ new Set([tail === "is null" ? "true" : "false"]), named: true };
  return { of: names3.every((name2, at) => columns2.has(name2) || strict.test(tokens2[at])) ? unsaid : anything, named: true };
}
function combined(left, right2, strong) {
  return new Set([...left].flatMap((a) => [...right2].map((b) => a === strong || b === strong ? strong : a === "null" || b === "null" ? "null" : a)));
}

// src/safety/breakage/rules.ts
function newRules(table, pair2) {
  const was2 = pair2.difference.tableBefore(table);
  const [before, after] = [was2 === null ? void 0 : pair2.from.tables.get(was2), pair2.to.tables.get(table)];
  if (!before || !after || before === after) return [];
  const old = rulesOf(before);
  return rulesOf(after).filter((rule) => !old.some((other3) => kept(rule, other3, before, after, pair2)));
}
function askedByName(table, rule, { from, to, difference: difference2, database }) {
  const was2 = difference2.tableBefore(table);
  const [before, after] = [was2 === null ? void 0 : from.tables.get(was2), to.tables.get(table)];
  if (!before || !after || !rule.columns.some((column2) => difference2.columnBefore(table, column2) === null)) return false;
  const types2 = (column2) => [before.columns.get(column2)?.type, after.columns.get(column2)?.type].map((type) => type ? readType(type, database.vendor) : null);
  const finer = rule.columns.every((column2) => {
    const [old, now] = types2(column2);
    return old && now && !coarser(old, now);
  });
  return finer && rulesOf(before).some((old) => {
    if (!sameColumns(rule.columns, old.columns)) return false;
    if (rule.kind === "foreign key") return old.kind === "foreign key" && rule.toTable === old.toTable && sameColumns(rule.toColumns, old.toColumns);
    if (rule.kind === "unique") return old.kind === "unique" && rule.nullsDistinct === old.nullsDistinct && rule.condition === null && old.condition === null && rule.expressions.length + old.expressions.length === 0;
    return old.kind === rule.kind && sameText(rule.sql, old.sql);
  });
}
function rulesOf(table) {
  const rules = [...table.constraints.values()].map(ofConstraint);
  for (const index3 of table.indexes.values()) if (index3.unique) rules.push(ofIndex(index3));
  return rules;
}
function ofConstraint(constraint) {
  switch (constraint.kind) {
    case "primary key":
      return { name: constraint.name, kind: "unique", columns: constraint.columns, expressions: [], reads: [], condition: null, nullsDistinct: true };
    case "unique":
      return { name: constraint.name, kind: "unique", columns: constraint.columns, expressions: [], reads: [], condition: null, nullsDistinct: constraint.nullsDistinct };
    default:
      return constraint;
  }
}
function ofIndex(index3) {
  const { name: name2, columns: columns2, expressions, reads, condition: condition2, nullsDistinct } = index3;
  return { name: name2, kind: "unique", columns: columns2, expressions, reads, condition: condition2, nullsDistinct };
}
function kept(rule, old, before, after, pair2) {
  const table = after.name;
  const columns2 = rule.columns.map((column2) => pair2.difference.columnBefore(table, column2));
  const untouched = rule.name === old.name && rule.kind === old.kind && !pair2.difference.made(table, rule.name) && sameColumns(columns2, old.columns);
  switch (rule.kind) {
    case "unique": {
      if (old.kind !== "unique" || old.columns.some((column2) => coarsened(column2, rule, before, after, pair2))) return false;
      const sameShape = sameTexts(rule.expressions, old.expressions) && sameText(rule.condition ?? "", old.condition ?? "");
      if (untouched || sameShape && sameColumns(columns2, old.columns) && rule.nullsDistinct === old.nullsDistinct) return true;
      if (old.expressions.length > 0 || old.condition !== null && !sameText(old.condition, rule.condition ?? "")) return false;
      if (!rule.nullsDistinct && old.nullsDistinct && old.columns.some((column2) => before.columns.get(column2)?.null !== false)) return false;
      return old.columns.every((column2) => columns2.includes(column2));
    }
    case "check":
      return old.kind === "check" && (untouched || sameText(rule.sql, old.sql));
    case "exclusion":
      return old.kind === "exclusion" && (untouched || sameText(rule.sql, old.sql));
    case "foreign key":
      return old.kind === "foreign key" && sameForeignKey(rule, old, table, pair2.difference);
  }
}
function sameForeignKey(key2, old, table, difference2) {
  if (difference2.tableBefore(key2.toTable) !== old.toTable) return false;
  const before = (name2, columns2) => columns2.map((column2) => difference2.columnBefore(name2, column2));
  return sameColumns(before(table, key2.columns), old.columns) && sameColumns(before(key2.toTable, key2.toColumns), old.toColumns);
}
function sameColumns(a, b) {
  return a.length === b.length && b.every((column2) => a.includes(column2));
}
function coarsened(columnBefore2, rule, before, after, { difference: difference2, database }) {
  const now = rule.columns.find((column2) => difference2.columnBefore(after.name, column2) === columnBefore2);
  const [was2, is] = [before.columns.get(columnBefore2)?.type, now === void 0 ? null : after.columns.get(now)?.type];
  if (!was2 || !is || was2 === is) return false;
  return coarser(readType(was2, database.vendor), readType(is, database.vendor));
}
function sameText(a, b) {
  return a === b || flat(a) === flat(b);
}
function sameTexts(a, b) {
  return a.length === b.length && a.every((text5, at) => sameText(text5, b[at]));
}
function flat(sql2) {
  const text5 = sql2.split(/('(?:[^']|'')*')/).map((part3, at) => at % 2 === 1 ? part3 : part3.replace(/["`\s]/g, "").toLowerCase()).join("");
  return unbracketed(text5);
}
function unbracketed(text5) {
  if (!text5.startsWith("(") || !text5.endsWith(")")) return text5;
  let depth = 0;
  for (let at = 0; at < text5.length - 1; at++) {
    depth += text5[at] === "(" ? 1 : text5[at] === ")" ? -1 : 0;
    if (depth === 0) return text5;
  }
  return unbracketed(text5.slice(1, -1));
}

// src/safety/breakage/ruleFailures.ts
function ruleFailures(table, held2, move) {
  if (move.from === null) return [];
  const pair2 = { from: move.from, to: move.to, difference: move.difference, database: move.database };
  return newRules(table.table, pair2).filter((rule) => !askedByName(table.table, rule, pair2)).flatMap((rule) => broken(rule, table, held2, move));
}
function broken(rule, table, held2, move) {
  const { words: words2 } = move;
  switch (rule.kind) {
    case "unique": {
      if (!collides(rule, table, held2)) return [];
      const sent = rule.columns.some((column2) => sends(table, column2)) || rule.expressions.length > 0;
      return failures(["INSERT"], rule.columns.length === 1 ? rule.columns[0] : null, words2.duplicate(table.table, rule.name, rule.columns), sent ? "This release may write the same values twice." : "This release does not know the column, so all of its rows get the same default.");
    }
    case "check": {
      if (!violates(rule, table, held2)) return [];
      const nulls = /\bis not null\b/i.test(rule.sql) && rule.columns.some((column2) => table.columns.get(column2)?.null);
      return failures(nulls ? ["INSERT", "UPDATE"] : ["INSERT"], rule.columns.length === 1 ? rule.columns[0] : null, words2.checkFails(table.table, rule.name, rule.sql), "This release may write values that the constraint refuses.");
    }
    case "exclusion":
      if (rule.columns.length > 0 && !rule.columns.some((column2) => sends(table, column2))) return [];
      return failures(["INSERT"], null, words2.excluded(rule.name), "This release may write rows that exclude each other.");
    case "foreign key":
      if (!rule.columns.some((column2) => sends(table, column2)) || alreadyRefers(rule, table, move)) return [];
      return failures(["INSERT"], rule.columns.length === 1 ? rule.columns[0] : null, words2.noParent(table.table, rule), `This release may write a value that ${rule.toTable} does not have.`);
  }
}
function sends(table, column2) {
  const known3 = table.columns.get(column2);
  return known3 !== void 0 && (isInserted(known3) || known3.generated);
}
function valueOf3(known3, column2) {
  if (known3) return known3.omittedOnInsert && !known3.generated ? "different" : "any";
  if (!column2 || column2.generated) return "any";
  if (column2.identity) return "different";
  if (column2.default !== null && !/^\s*null\b/i.test(column2.default)) return varies(column2.default) ? "different" : "equal";
  return suppliesValue(column2) ? "null" : "different";
}
function varies(sql2) {
  return /\b(gen_random_uuid|uuid_generate_v\d\w*|uuidv\d|uuid|random|nextval|clock_timestamp|now|statement_timestamp|current_timestamp)\b/i.test(sql2);
}
function collides(rule, table, held2) {
  for (const column2 of rule.columns) {
    const value = valueOf3(table.columns.get(column2), held2.columns.get(column2));
    if (value === "different" || value === "null" && rule.nullsDistinct) return false;
  }
  const reads = rule.reads.map((column2) => [column2, valueOf3(table.columns.get(column2), held2.columns.get(column2))]);
  if (reads.some(([column2, value]) => value === "null" && flat(rule.condition ?? "") === flat(`${column2} IS NOT NULL`))) return false;
  const onlyExpressions = rule.columns.length === 0 && rule.expressions.length > 0;
  return !(onlyExpressions && reads.length > 0 && rule.nullsDistinct && reads.every(([, value]) => value === "null" || value === "different"));
}
function violates(rule, table, held2) {
  const column2 = rule.columns.length === 1 ? rule.columns[0] : null;
  const known3 = column2 === null ? void 0 : table.columns.get(column2);
  if (known3 && flat(rule.sql) === flat(`${column2} >= 0`) && (known3.internalType.startsWith("Positive") || /unsigned/i.test(held2.columns.get(column2)?.type ?? ""))) return false;
  if (known3 && known3.internalType === "JSONField" && flat(rule.sql).startsWith("json_valid(")) return false;
  if (rule.columns.length === 0 || rule.columns.some((name2) => sends(table, name2))) return true;
  const nulls = new Set(rule.columns.filter((name2) => valueOf3(void 0, held2.columns.get(name2)) === "null"));
  return refusesNulls(rule.sql, nulls);
}
function alreadyRefers(rule, table, { difference: difference2 }) {
  if (rule.columns.length !== 1 || rule.toColumns.length !== 1) return false;
  const references = table.columns.get(rule.columns[0])?.references;
  if (!references?.constraint) return false;
  const target2 = difference2.tableBefore(rule.toTable);
  return target2 === references.table && difference2.columnBefore(rule.toTable, rule.toColumns[0]) === references.column;
}

// src/safety/breakage/conversion.ts
var postgresql2 = {
  text: { to: { text: "length", bytes: "fits", other: "unknown" }, otherwise: "syntax" },
  integer: { to: { text: "text", integer: "range", numeric: "range", float: "fits", other: "unknown" }, otherwise: "refused" },
  numeric: { to: { text: "text", integer: "range", numeric: "range", float: "fits", other: "unknown" }, otherwise: "refused" },
  float: { to: { text: "text", integer: "range", numeric: "range", float: "fits", other: "unknown" }, otherwise: "refused" },
  boolean: { to: { text: "text", boolean: "fits", other: "unknown" }, otherwise: "refused" },
  date: { to: { text: "text", date: "fits", timestamp: "fits", other: "unknown" }, otherwise: "refused" },
  timestamp: { to: { text: "text", date: "fits", timestamp: "fits", time: "write only", other: "unknown" }, otherwise: "refused" },
  time: { to: { text: "text", time: "fits", interval: "fits", other: "unknown" }, otherwise: "refused" },
  interval: { to: { text: "text", time: "fits", interval: "fits", other: "unknown" }, otherwise: "refused" },
  uuid: { to: { text: "text", uuid: "fits", other: "unknown" }, otherwise: "refused" },
  json: { to: { text: "text", json: "fits", other: "unknown" }, otherwise: "refused" },
  network: { to: { text: "text", network: "fits", other: "unknown" }, otherwise: "refused" },
  bytes: { to: { text: "text", bytes: "fits", other: "unknown" }, otherwise: "refused" },
  range: { to: { text: "text", range: "fits", other: "unknown" }, otherwise: "refused" },
  array: { to: { text: "text", array: "fits", other: "unknown" }, otherwise: "refused" },
  other: { to: {}, otherwise: "unknown" }
};
var mysql2 = {
  text: { to: { text: "length", bytes: "fits", other: "unknown" }, otherwise: "syntax" },
  integer: { to: { text: "length", integer: "range", numeric: "range", boolean: "range", float: "fits", bytes: "fits", date: "syntax", timestamp: "syntax" }, otherwise: "unknown" },
  numeric: { to: { text: "length", integer: "range", numeric: "range", boolean: "range", float: "fits", bytes: "fits", date: "syntax", timestamp: "syntax" }, otherwise: "unknown" },
  float: { to: { text: "fits", integer: "range", numeric: "range", boolean: "range", float: "fits", bytes: "fits", date: "syntax", timestamp: "syntax" }, otherwise: "unknown" },
  boolean: { to: { text: "length", integer: "fits", numeric: "range", boolean: "fits", float: "fits", bytes: "fits", date: "syntax", timestamp: "syntax" }, otherwise: "unknown" },
  date: { to: { text: "length", integer: "truncated", numeric: "truncated", float: "truncated", boolean: "range", date: "fits", timestamp: "fits", time: "syntax", uuid: "syntax", json: "syntax", bytes: "fits" }, otherwise: "unknown" },
  timestamp: { to: { text: "length", integer: "truncated", numeric: "truncated", float: "truncated", boolean: "range", date: "fits", timestamp: "fits", time: "fits", uuid: "syntax", json: "syntax", bytes: "fits" }, otherwise: "unknown" },
  time: { to: { text: "length", integer: "truncated", numeric: "truncated", float: "truncated", boolean: "truncated", time: "fits", uuid: "syntax", json: "syntax", bytes: "fits" }, otherwise: "unknown" },
  interval: { to: {}, otherwise: "unknown" },
  uuid: { to: { text: "length", uuid: "fits", bytes: "fits", integer: "truncated", numeric: "truncated", float: "truncated", boolean: "truncated", date: "syntax", timestamp: "syntax", time: "syntax", json: "syntax" }, otherwise: "unknown" },
  json: { to: { text: "length", json: "fits", bytes: "fits" }, otherwise: "syntax" },
  network: { to: {}, otherwise: "unknown" },
  bytes: { to: { bytes: "fits" }, otherwise: "syntax" },
  range: { to: {}, otherwise: "unknown" },
  array: { to: {}, otherwise: "unknown" },
  other: { to: {}, otherwise: "unknown" }
};
function conversion(from, to, vendor) {
  if (vendor === "sqlite") return "fits";
  const row = (vendor === "postgresql" ? postgresql2 : mysql2)[from];
  return row.to[to] ?? row.otherwise;
}

// src/safety/breakage/fit.ts
function fit(sent, type, database) {
  const vendor = database.vendor;
  if (sent.family === "array" && type.family === "array") return elementsFit(sent.element, type.element, database);
  if (sent.family === "other" && type.family === "other") return sent.name === type.name && sent.modifier === type.modifier ? "fits" : "unknown";
  const cell = conversion(sent.family, type.family, vendor);
  switch (cell) {
    case "length":
      return type.family === "text" && !textFits(sent, type) ? "length" : "fits";
    case "text":
      return type.family === "text" && !textFits(sent, type) ? "text" : "write only";
    case "range":
      return numberFits(sent, type) ? "fits" : "range";
    case "fits":
      if (vendor !== "postgresql" || sent.name === type.name) return cell;
      if (sent.family === "range") return "refused";
      if (sent.family === "network") return "unknown";
      if (type.name === "json") return "write only";
      return cell;
    default:
      return cell;
  }
}
function elementsFit(sent, type, database) {
  const elements = fit(sent, type, database);
  const sameType3 = withoutModifier(sent) === withoutModifier(type);
  if (elements === "unknown" || elements === "refused") return elements;
  if (elements === "syntax") return "refused";
  if (sameType3) return elements;
  if (elements === "length" || elements === "text") return "text";
  return elements === "range" || elements === "number" ? "number" : "write only";
}
function spelledFit(sent, type, database) {
  return sent === type ? "fits" : fit(readType(sent, database.vendor), readType(type, database.vendor), database);
}

// src/safety/breakage/types.ts
function typeFailures(table, held2, move) {
  const found2 = [];
  for (const column2 of table.columns.values()) {
    const now = held2.columns.get(column2.column);
    if (now) found2.push(...columnFailures(table, column2, now, move));
  }
  return found2;
}
function columnFailures(table, column2, now, move) {
  const before = typeBefore(table, column2, move);
  const sent = column2.type ?? before;
  if (sent === null || now.type === null || sent === now.type) return [];
  if (before !== null && spelledFit(before, now.type, move.database) === "fits") return [];
  const [from, type] = [readType(sent, move.database.vendor), readType(now.type, move.database.vendor)];
  const conversion2 = fit(from, type, move.database);
  const { write: write3, filter } = typeErrors(conversion2, { table: table.table, column: now.name, sent: from, type }, move.database);
  const found2 = [];
  if (!filter && write3 && keepsToTarget(column2, now, move)) return [];
  if (filter) found2.push(...failures(filters(table, column2), now.name, filter, `A filter on ${now.name} compares a value of type ${from.name} with it.`));
  const writes2 = isUpdated(column2) ? ["INSERT", "UPDATE"] : ["INSERT"];
  if (write3 && isInserted(column2)) found2.push(...failures(writes2, now.name, write3, conversion2 === "refused" ? null : `This release may write values of type ${from.name} that do not fit.`));
  return found2;
}
function keepsToTarget({ references }, now, { to }) {
  return references !== null && to.tables.get(references.table)?.columns.get(references.column)?.type === now.type;
}
function filters(table, column2) {
  if (!column2.primaryKey) return ["SELECT"];
  return hasUpdate(table) ? ["SELECT", "UPDATE", "DELETE"] : ["SELECT", "DELETE"];
}
function typeBefore(table, column2, { from, difference: difference2 }) {
  const [tableName, name2] = [difference2.tableBefore(table.table), difference2.columnBefore(table.table, column2.column)];
  if (from === null || tableName === null || name2 === null) return null;
  return from.tables.get(tableName)?.columns.get(name2)?.type ?? null;
}

// src/safety/breakage/words.ts
function wordsOf(database) {
  switch (database.vendor) {
    case "postgresql":
      return atLeast(database.version, "13") ? postgresql3 : postgresql12;
    case "mysql":
      return mysql3;
    case "mariadb":
      return mariadb2;
    case "sqlite":
      return sqlite;
  }
}
var postgresql3 = {
  noTable: (table) => ({ error: `relation "${table}" does not exist`, code: "42P01" }),
  noColumn: (clause, table, column2) => clause === "INSERT" || clause === "SET" ? { error: `column "${column2}" of relation "${table}" does not exist`, code: "42703" } : { error: `column ${table}.${column2} does not exist`, code: "42703" },
  nullValue: (table, column2) => ({ error: `null value in column "${column2}" of relation "${table}" violates not-null constraint`, code: "23502" }),
  writesGenerated: (clause, _table, column2) => ({ error: clause === "INSERT" ? `cannot insert a non-DEFAULT value into column "${column2}"` : `column "${column2}" can only be updated to DEFAULT`, code: "428C9" }),
  duplicate: (_table, name2) => ({ error: `duplicate key value violates unique constraint "${name2}"`, code: "23505" }),
  checkFails: (table, name2) => ({ error: `new row for relation "${table}" violates check constraint "${name2}"`, code: "23514" }),
  noParent: (table, key2) => ({ error: `insert or update on table "${table}" violates foreign key constraint "${key2.name}"`, code: "23503" }),
  excluded: (name2) => ({ error: `conflicting key value violates exclusion constraint "${name2}"`, code: "23P01" })
};
var postgresql12 = { ...postgresql3, nullValue: (_table, column2) => ({ error: `null value in column "${column2}" violates not-null constraint`, code: "23502" }) };
var mysqlClauses = { SELECT: "field list", INSERT: "field list", SET: "field list", WHERE: "where clause", RETURNING: "field list" };
var mariadbClauses = { SELECT: "SELECT", INSERT: "INSERT INTO", SET: "SET", WHERE: "WHERE", RETURNING: "SELECT" };
function unknownColumn2(clauses) {
  return (clause, table, column2) => ({ error: `Unknown column '${clause === "INSERT" || clause === "SET" ? column2 : `${table}.${column2}`}' in '${clauses[clause]}'`, code: "1054" });
}
function quoted(names3) {
  return names3.map((name2) => codeSpan(name2)).join(", ");
}
var mysql3 = {
  noTable: (table) => ({ error: `Table '${table}' doesn't exist`, code: "1146" }),
  noColumn: unknownColumn2(mysqlClauses),
  nullValue: (_table, column2, sent) => sent === "NULL" ? { error: `Column '${column2}' cannot be null`, code: "1048" } : { error: `Field '${column2}' doesn't have a default value`, code: "1364" },
  writesGenerated: (_clause, table, column2) => ({ error: `The value specified for generated column '${column2}' in table '${table}' is not allowed.`, code: "3105" }),
  duplicate: (table, name2) => ({ error: `Duplicate entry '\u2026' for key '${table}.${name2}'`, code: "1062" }),
  checkFails: (_table, name2) => ({ error: `Check constraint '${name2}' is violated.`, code: "3819" }),
  noParent: (table, key2) => ({
    error: `Cannot add or update a child row: a foreign key constraint fails (${codeSpan(table)}, CONSTRAINT ${codeSpan(key2.name)} FOREIGN KEY (${quoted(key2.columns)}) REFERENCES ${codeSpan(key2.toTable)} (${quoted(key2.toColumns)}))`,
    code: "1452"
  }),
  excluded: (name2) => ({ error: `Duplicate entry '\u2026' for key '${name2}'`, code: "1062" })
};
var mariadb2 = {
  ...mysql3,
  noColumn: unknownColumn2(mariadbClauses),
  writesGenerated: (_clause, table, column2) => ({ error: `The value specified for generated column '${column2}' in table '${table}' has been ignored`, code: "1906" }),
  duplicate: (_table, name2) => ({ error: `Duplicate entry '\u2026' for key '${name2}'`, code: "1062" }),
  checkFails: (table, name2) => ({ error: `CONSTRAINT ${codeSpan(name2)} failed for ${codeSpan(table)}`, code: "4025" })
};
var sqlite = {
  noTable: (table) => ({ error: `no such table: ${table}`, code: null }),
  noColumn: (clause, table, column2) => {
    if (clause === "INSERT") return { error: `table ${table} has no column named ${column2}`, code: null };
    return { error: `no such column: ${clause === "SET" ? column2 : `${table}.${column2}`}`, code: null };
  },
  nullValue: (table, column2) => ({ error: `NOT NULL constraint failed: ${table}.${column2}`, code: null }),
  writesGenerated: (clause, _table, column2) => ({ error: clause === "INSERT" ? `cannot INSERT into generated column "${column2}"` : `cannot UPDATE generated column "${column2}"`, code: null }),
  duplicate: (table, name2, columns2) => ({ error: columns2.length === 0 ? `UNIQUE constraint failed: index '${name2}'` : `UNIQUE constraint failed: ${columns2.map((column2) => `${table}.${column2}`).join(", ")}`, code: null }),
  // A CHECK without a name is called by its expression.
  checkFails: (table, name2, sql2) => ({ error: `CHECK constraint failed: ${name2.startsWith(`${table}_chk_`) ? sql2 : name2}`, code: null }),
  noParent: () => ({ error: "FOREIGN KEY constraint failed", code: null }),
  excluded: (name2) => ({ error: `UNIQUE constraint failed: index '${name2}'`, code: null })
};

// src/safety/breakage/breakages.ts
function breakages(release, before, after, options) {
  const move = {
    release,
    from: options.side === "running" ? before : null,
    to: after,
    difference: forwards(options.changes, before),
    database: options.database,
    words: wordsOf(options.database)
  };
  return found(move, options.tables, options.side);
}
function newNeedsFirst(release, before, after, options) {
  const move = {
    release,
    from: after,
    to: before,
    difference: backwards(options.changes, before, after),
    database: options.database,
    words: wordsOf(options.database)
  };
  return found(move, options.tables, "new");
}
var order2 = ["SELECT", "WHERE", "INSERT", "UPDATE", "DELETE"];
function found(move, tables, release) {
  const all4 = [];
  for (const name2 of [...tables].sort()) {
    const table = move.release.tables.get(name2);
    if (!table) continue;
    for (const failure of tableFailures(name2, move)) all4.push({ release, statement: failure.statement, table: name2, column: failure.column, error: failure.error, code: failure.code, because: failure.because });
  }
  return all4;
}
function tableFailures(name2, move) {
  const now = absolute(name2, move);
  if (move.from === null) return sorted(now);
  const before = absolute(name2, { ...move, to: move.from, from: null });
  if (before.some((failure) => failure.column === null)) return [];
  const known3 = new Set(before.map(key));
  const held2 = move.to.tables.get(name2);
  const table = move.release.tables.get(name2);
  const rules = held2 ? [...ruleFailures(table, held2, move), ...generatedFailures(table, held2, move)] : [];
  return sorted([...now.filter((failure) => !known3.has(key(failure))), ...rules]);
}
function absolute(name2, move) {
  const table = move.release.tables.get(name2);
  const held2 = move.to.tables.get(name2);
  if (!held2) return missingTable(table, move);
  return [...missingColumns(table, held2, move), ...emptyValues(table, held2, move), ...typeFailures(table, held2, move)];
}
function key(failure) {
  return `${failure.statement}
${failure.code ?? ""}
${failure.column ?? ""}
${failure.error}`;
}
function sorted(found2) {
  const unique3 = /* @__PURE__ */ new Map();
  for (const failure of found2) if (!unique3.has(key(failure))) unique3.set(key(failure), failure);
  return [...unique3.values()].sort((a, b) => compare2(a.column ?? "", b.column ?? "") || order2.indexOf(a.statement) - order2.indexOf(b.statement) || compare2(a.error, b.error));
}
function compare2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/safety/findings/data/meaning.ts
var unknown2 = { kind: "unknown" };
var managers = /* @__PURE__ */ new Set(["objects", "_default_manager", "_base_manager", "all_objects"]);
var sameRows = /* @__PURE__ */ new Set([
  "all",
  "using",
  "select_related",
  "prefetch_related",
  "order_by",
  "only",
  "defer",
  "annotate",
  "alias",
  "values",
  "values_list",
  "distinct",
  "reverse",
  "select_for_update",
  "get_queryset",
  "db_manager"
]);
var oneRow = /* @__PURE__ */ new Set(["get", "first", "last", "earliest", "latest", "create", "get_or_create", "update_or_create"]);
var rowWrites = /* @__PURE__ */ new Set(["save", "delete"]);
var relatedWrites = /* @__PURE__ */ new Set(["add", "set", "remove", "clear", "create", "update", "delete", "save"]);
var queryWrites = /* @__PURE__ */ new Set(["create", "get_or_create", "update_or_create", "update", "delete"]);
var schemaMethods = /* @__PURE__ */ new Set([
  "create_model",
  "delete_model",
  "add_field",
  "alter_field",
  "remove_field",
  "add_index",
  "remove_index",
  "add_constraint",
  "remove_constraint",
  "alter_db_table",
  "alter_unique_together"
]);
var handsOn = /* @__PURE__ */ new Set(["builtins.list", "builtins.tuple", "builtins.set", "builtins.sorted", "builtins.reversed", "builtins.iter", "tqdm.tqdm", "tqdm.auto.tqdm"]);
var remote = /^(requests|httpx|aiohttp|boto3|botocore|urllib3|paramiko|ftplib|smtplib|stripe|twilio|slack_sdk|sendgrid|elasticsearch|grpc|socket)\.|^urllib\.request\.|^http\.client\.|^django\.core\.mail\./;
var local = /(Error|Exception|Timeout)$|\.(exceptions|codes|util|utils)\b/;
function isRemote(path) {
  return remote.test(path) && !local.test(path);
}
function isModelPath(path) {
  return /\.models(\.\w+)*\.[A-Z]\w*$/.test(path) && !path.startsWith("django.db.");
}

// src/safety/findings/data/state.ts
function looping(walk2, loop, work) {
  const before = walk2.loop;
  walk2.loop = loop;
  walk2.loops++;
  const value = work();
  walk2.loops--;
  walk2.loop = before;
  return value;
}
function written(name2, walk2) {
  if (walk2.loop) walk2.loop.writes ??= name2;
}
function place(span, walk2) {
  return { path: walk2.module.path, line: walk2.module.lineAt(span.start) };
}

// src/safety/findings/data/calls.ts
function attribute(object, name2) {
  switch (object.kind) {
    case "model":
      return managers.has(name2) ? { kind: "rows", model: object.model, whole: true, streamed: false } : unknown2;
    case "row":
    case "of row":
      return { kind: "of row", looped: object.looped };
    case "path":
      return { kind: "path", path: `${object.path}.${name2}` };
    default:
      return unknown2;
  }
}
function method(object, name2, call, values, walk2) {
  onAny(name2, values, call, walk2);
  switch (object.kind) {
    case "apps":
      return name2 === "get_model" ? asked(label(values), call, walk2) : unknown2;
    case "schema editor":
      if (schemaMethods.has(name2)) walk2.found.schema.push({ ...place(call, walk2), what: `schema_editor.${name2}()` });
      return unknown2;
    case "rows":
      return query(object, name2, call, walk2);
    case "row":
      if (rowWrites.has(name2)) written(name2, walk2);
      return unknown2;
    case "of row":
      if (relatedWrites.has(name2) && object.looped) written(name2, walk2);
      return unknown2;
    default:
      return unknown2;
  }
}
function asked(model, call, walk2) {
  if (model !== null) walk2.found.models.push({ ...place(call, walk2), model });
  return { kind: "model", model };
}
function onAny(name2, [first = unknown2], call, walk2) {
  if (name2 === "execute" && first.kind === "text") schemaStatement(first.text, call, walk2);
}
function query(rows, name2, call, walk2) {
  if (walk2.loop && queryWrites.has(name2)) written(name2, walk2);
  if (sameRows.has(name2)) return rows;
  if (name2 === "iterator") return { ...rows, streamed: true };
  if (oneRow.has(name2)) return { kind: "row", model: rows.model, looped: walk2.loops > 0 };
  if (name2 === "update" || name2 === "delete") {
    if (!walk2.loop) walk2.found.bulk.push({ ...place(call, walk2), model: rows.model, method: name2, whole: rows.whole });
    return unknown2;
  }
  if (name2 === "filter" || name2 === "exclude") return call.args.length === 0 ? rows : { ...rows, whole: false };
  return /^(count|exists|aggregate|in_bulk|bulk_\w+)$/.test(name2) ? unknown2 : { ...rows, whole: false };
}
function schemaStatement(text5, at, walk2) {
  const statement = /^\s*((?:ALTER|DROP|RENAME|TRUNCATE|CREATE(?:\s+OR\s+REPLACE)?)(?:\s+(?:UNIQUE|MATERIALIZED|TEMP|TEMPORARY|UNLOGGED))?\s+\w+)/i.exec(text5);
  if (statement) walk2.found.schema.push({ ...place(at, walk2), what: statement[1].toUpperCase().replace(/\s+/g, " ") });
}
function label(values) {
  const [app, model] = values;
  if (app?.kind !== "text") return null;
  if (model === void 0) return app.text.includes(".") ? app.text : null;
  return model.kind === "text" ? `${app.text}.${model.text}` : null;
}

// src/safety/findings/data/walk.ts
var deepest2 = 4;
function readCode(definition, module2, python) {
  const found2 = { models: [], liveModels: [], loops: [], bulk: [], network: [], schema: [], ownTransactions: [] };
  const walk2 = { python, module: module2, found: found2, inside: [definition], loop: null, loops: 0, tries: 0, budget: { statements: 5e3 } };
  const env = /* @__PURE__ */ new Map();
  const [apps, editor] = definition.parameters;
  if (apps !== void 0) env.set(apps, { kind: "apps" });
  if (editor !== void 0) env.set(editor, { kind: "schema editor" });
  readBody2(definition.body, env, walk2);
  return Object.fromEntries(Object.entries(found2).map(([name2, list4]) => [name2, unique(list4)]));
}
function unique(list4) {
  const seen = new Map(list4.map((one) => [JSON.stringify(one), one]));
  return [...seen.values()];
}
function readBody2(body2, env, walk2) {
  let returned = unknown2;
  for (const statement of body2) {
    if (walk2.budget.statements-- <= 0) break;
    const value = readStatement2(statement, env, walk2);
    if (returned.kind === "unknown") returned = value;
  }
  return returned;
}
function readStatement2(statement, env, walk2) {
  switch (statement.kind) {
    case "assign": {
      const value = read2(statement.value, env, walk2);
      for (const target2 of statement.targets) bind3(target2, value, env);
      return unknown2;
    }
    case "augmented":
    case "expression":
      read2(statement.value, env, walk2);
      return unknown2;
    case "return":
      return statement.value ? read2(statement.value, env, walk2) : unknown2;
    case "import":
      for (const { path, alias } of statement.names) env.set(alias ?? path.split(".")[0], { kind: "path", path: alias === null ? path.split(".")[0] : path });
      return unknown2;
    case "from":
      if (statement.level === 0) for (const { name: name2, alias } of statement.names) env.set(alias ?? name2, { kind: "path", path: `${statement.module}.${name2}` });
      return unknown2;
    case "function":
      env.set(statement.name, { kind: "function", definition: statement });
      return unknown2;
    case "if": {
      read2(statement.test, env, walk2);
      const [then, otherwise] = [readBody2(statement.then, env, walk2), readBody2(statement.otherwise, env, walk2)];
      return then.kind === "unknown" ? otherwise : then;
    }
    case "try": {
      walk2.tries++;
      const value = readBody2(statement.body, env, walk2);
      walk2.tries--;
      for (const handler of statement.handlers) readBody2(handler, env, walk2);
      return value;
    }
    case "with": {
      const head = walk2.module.text.slice(statement.start, statement.body[0]?.start ?? statement.end);
      if (walk2.loops > 0 && walk2.tries === 0 && /\batomic\s*\(/.test(head)) walk2.found.ownTransactions.push(place(statement, walk2));
      return readBody2(statement.body, env, walk2);
    }
    case "for":
      return readFor(statement, env, walk2);
    case "while":
      return looping(walk2, walk2.loop, () => readBody2(statement.body, env, walk2));
    default:
      return unknown2;
  }
}
function readFor(statement, env, walk2) {
  const rows = statement.over ? read2(statement.over, env, walk2) : unknown2;
  const target2 = statement.targets?.[0];
  if (rows.kind !== "rows") {
    if (target2) bind3(target2, unknown2, env);
    return looping(walk2, walk2.loop, () => readBody2(statement.body, env, walk2));
  }
  const loop = { ...place(statement, walk2), model: rows.model, whole: rows.whole, streamed: rows.streamed, writes: null };
  if (target2) bind3(target2, { kind: "row", model: rows.model, looped: true }, env);
  const value = looping(walk2, loop, () => readBody2(statement.body, env, walk2));
  walk2.found.loops.push(loop);
  if (walk2.loop && loop.writes !== null) walk2.loop.writes ??= loop.writes;
  return value;
}
function bind3(target2, value, env) {
  if (target2.kind === "name" && !target2.path.includes(".")) env.set(target2.path, value);
  else if (target2.kind === "tuple" || target2.kind === "list") for (const item2 of target2.items) bind3(item2, value.kind === "row" ? value : unknown2, env);
}
function read2(expression, env, walk2) {
  switch (expression.kind) {
    case "name":
      return readName2(expression.path, expression, env, walk2);
    case "attribute":
      return attribute(read2(expression.object, env, walk2), expression.name);
    case "call":
      return readCall3(expression, env, walk2);
    case "string":
      return { kind: "text", text: expression.value };
    case "subscript": {
      const object = read2(expression.object, env, walk2);
      return object.kind === "rows" ? { ...object, whole: false } : unknown2;
    }
    case "list":
    case "tuple":
    case "set":
      for (const item2 of expression.items) read2(item2, env, walk2);
      return unknown2;
    case "dict":
      for (const [, value] of expression.entries) read2(value, env, walk2);
      return unknown2;
    case "binary": {
      const left = read2(expression.left, env, walk2);
      read2(expression.right, env, walk2);
      return left.kind === "rows" ? { ...left, whole: false } : left.kind === "text" ? left : unknown2;
    }
    case "unary":
      read2(expression.operand, env, walk2);
      return unknown2;
    case "conditional": {
      const then = read2(expression.then, env, walk2);
      const otherwise = read2(expression.otherwise, env, walk2);
      return then.kind === "unknown" ? otherwise : then;
    }
    case "starred":
      return read2(expression.value, env, walk2);
    case "other":
      return readText(expression, env, walk2);
    default:
      return unknown2;
  }
}
function readText(expression, env, walk2) {
  const text5 = walk2.module.text.slice(expression.start, expression.end).slice(0, 1e4);
  for (const [path] of text5.matchAll(/(?<![\w."'])[A-Za-z_][\w.]*(?=\()/g)) {
    if (isRemote(dotted(path, env, walk2))) walk2.found.network.push({ ...place(expression, walk2), called: dotted(path, env, walk2) });
    if (path.split(".").some((part3) => managers.has(part3))) readName2(path, expression, env, walk2);
  }
  return unknown2;
}
function readName2(path, at, env, walk2) {
  const [name2 = "", ...rest2] = path.split(".");
  const known3 = env.get(name2);
  if (known3 && known3.kind !== "path") return rest2.reduce(attribute, known3);
  const manager = rest2.findIndex((part3) => managers.has(part3));
  const whole = dotted(path, env, walk2);
  if (manager < 0) return { kind: "path", path: whole };
  const model = whole.split(".").slice(0, manager - rest2.length).join(".");
  if (!isModelPath(model)) return unknown2;
  walk2.found.liveModels.push({ ...place(at, walk2), model });
  return rest2.slice(manager).reduce(attribute, { kind: "model", model: null });
}
function dotted(path, env, walk2) {
  const [name2 = "", ...rest2] = path.split(".");
  const known3 = env.get(name2);
  return known3?.kind === "path" ? [known3.path, ...rest2].join(".") : walk2.python.resolve(path, walk2.module);
}
function readCall3(call, env, walk2) {
  const values = call.args.map((argument) => read2(argument.value, env, walk2));
  const { callee } = call;
  const dot = callee.kind === "name" ? callee.path.lastIndexOf(".") : -1;
  if (callee.kind === "attribute") return method(read2(callee.object, env, walk2), callee.name, call, values, walk2);
  if (callee.kind !== "name") return unknown2;
  if (dot >= 0) {
    const receiver = readName2(callee.path.slice(0, dot), callee, env, walk2);
    if (receiver.kind !== "path") return method(receiver, callee.path.slice(dot + 1), call, values, walk2);
  }
  const known3 = env.get(callee.path);
  if (dot >= 0) onAny(callee.path.slice(dot + 1), values, call, walk2);
  if (known3?.kind === "model") return { kind: "row", model: known3.model, looped: walk2.loops > 0 };
  if (known3?.kind === "function") return follow3(known3.definition, walk2.module, call.args, values, walk2);
  if (known3 && known3.kind !== "path") return unknown2;
  const path = dotted(callee.path, env, walk2);
  if (isRemote(path)) walk2.found.network.push({ ...place(call, walk2), called: path });
  if (path === "django.contrib.auth.get_user_model") {
    walk2.found.liveModels.push({ ...place(call, walk2), model: "get_user_model()" });
    return { kind: "model", model: null };
  }
  const [first = unknown2] = values;
  if (handsOn.has(path) || path === "builtins.enumerate") return first;
  if (path === "django.core.paginator.Paginator" && first.kind === "rows") return { ...first, whole: false };
  const target2 = walk2.python.find(path);
  return target2?.kind === "function" ? follow3(target2.definition, target2.module, call.args, values, walk2) : unknown2;
}
function follow3(definition, module2, args2, values, walk2) {
  const given2 = values.some((value) => value.kind !== "unknown" && value.kind !== "text" && value.kind !== "path");
  if (!given2 && module2 !== walk2.module || walk2.inside.length >= deepest2 || walk2.inside.includes(definition)) return unknown2;
  const env = /* @__PURE__ */ new Map();
  args2.forEach((argument, index3) => {
    const name2 = argument.kind === "keyword" ? argument.name : definition.parameters[index3];
    if (name2 !== void 0) env.set(name2, values[index3]);
  });
  const inner2 = { ...walk2, module: module2, inside: [...walk2.inside, definition] };
  return readBody2(definition.body, env, inner2);
}

// src/safety/findings/data/code.ts
function dataCode(operation, python) {
  if (operation.kind === "SeparateDatabaseAndState") return operation.databaseOperations.flatMap((part3) => dataCode(part3, python));
  if (operation.kind !== "RunPython") return [];
  const path = functionPath(operation.code);
  const found2 = path === null ? null : python.find(path);
  return found2?.kind === "function" ? [readCode(found2.definition, found2.module, python)] : [];
}
function functionPath(value) {
  if (typeof value !== "object" || value === null) return null;
  if (value.kind === "ref") return value.path;
  return value.kind === "call" && value.path === "functools.partial" ? functionPath(value.args[0]) : null;
}

// src/safety/findings/findings.ts
function findingsOf(parts2) {
  return allRules.flatMap((rule) => rule.about === "operation" && applies(rule, parts2.database) ? rule.tell(parts2).map((told) => finding2(rule, told, parts2.place)) : []);
}
function migrationFindings(parts2) {
  return allRules.flatMap((rule) => rule.about === "migration" && applies(rule, parts2.database) ? rule.tell(parts2).map((told) => finding2(rule, told, parts2.place)) : []);
}
function applies(rule, { vendor }) {
  return rule.databases.includes(vendor);
}
function finding2({ id, level, advice }, told, place3) {
  return typeof told === "string" ? { rule: id, level, message: told, place: place3, advice } : { rule: id, level, message: told.message, place: told.place, advice };
}

// src/safety/findings/safemigrate.ts
function safeOf(migration, python) {
  if (migration.path === null) return null;
  if (!/^\s+safe\s*=/m.test(python.text(migration.path) ?? "")) return null;
  const module2 = python.module(migration.path);
  if (!module2) return null;
  const definition = module2.body.findLast((statement) => statement.kind === "class" && statement.name === "Migration");
  if (definition?.kind !== "class") return null;
  const assigned2 = definition.body.findLast((statement) => statement.kind === "assign" && statement.targets.some((target2) => target2.kind === "name" && target2.path === "safe"));
  if (assigned2?.kind !== "assign") return null;
  const { value } = assigned2;
  const name2 = value.kind === "call" ? value.callee : value;
  if (name2.kind !== "name" || !python.resolve(name2.path, module2).startsWith("django_safemigrate.")) return null;
  return name2.path.split(".").at(-1);
}

// src/schema/tables.ts
function withTable(schema, table) {
  const tables = new Map(schema.tables);
  tables.set(table.name, table);
  return { ...schema, tables };
}
function changeTable(schema, name2, edit) {
  const table = schema.tables.get(name2);
  return table ? withTable(schema, edit(table)) : schema;
}
function withColumn(table, name2, edit) {
  const column2 = table.columns.get(name2);
  if (!column2) return table;
  const columns2 = new Map(table.columns);
  columns2.set(name2, edit(column2));
  return { ...table, columns: columns2 };
}
function without(map, name2) {
  if (!map.has(name2)) return map;
  const copy3 = new Map(map);
  copy3.delete(name2);
  return copy3;
}
function renameKey(map, from, to) {
  if (!map.has(from)) return map;
  return new Map([...map].map(([name2, value]) => name2 === from ? [to, { ...value, name: to }] : [name2, value]));
}
function mapValues(map, edit) {
  let copy3 = null;
  for (const [key2, value] of map) {
    const next = edit(value);
    if (next !== value) (copy3 ??= new Map(map)).set(key2, next);
  }
  return copy3 ?? map;
}

// src/schema/apply-constraints.ts
function unnamedCheck(table, column2, vendor) {
  if (vendor === "mariadb") return column2;
  if (vendor === "postgresql") return free(table, postgresqlObjectName(table.name, column2, "check"));
  for (let i2 = 1; ; i2++) if (!table.constraints.has(`${table.name}_chk_${i2}`)) return `${table.name}_chk_${i2}`;
}
function free(table, name2) {
  let candidate = name2;
  for (let i2 = 1; table.constraints.has(candidate) || table.indexes.has(candidate); i2++) candidate = `${name2}${i2}`;
  return candidate;
}
function unnamed(table, kind, columns2, vendor) {
  if (kind === "primary key") return vendor === "postgresql" ? free(table, postgresqlObjectName(table.name, null, "pkey")) : "PRIMARY";
  if (vendor === "postgresql") return free(table, postgresqlObjectName(table.name, columns2.join("_"), "key"));
  const first = columns2[0] ?? "key";
  if (!table.constraints.has(first) && !table.indexes.has(first)) return first;
  for (let i2 = 2; ; i2++) if (!table.constraints.has(`${first}_${i2}`) && !table.indexes.has(`${first}_${i2}`)) return `${first}_${i2}`;
}
function constraintOf(table, definition, vendor) {
  const index3 = "usingIndex" in definition && definition.usingIndex ? table.indexes.get(definition.usingIndex) : void 0;
  switch (definition.kind) {
    case "primary key": {
      const columns2 = index3 && definition.columns.length === 0 ? index3.columns : definition.columns;
      return { kind: "primary key", name: vendor === "mysql" || vendor === "mariadb" ? "PRIMARY" : definition.name ?? index3?.name ?? unnamed(table, "primary key", columns2, vendor), columns: columns2 };
    }
    case "unique": {
      const columns2 = index3 && definition.columns.length === 0 ? index3.columns : definition.columns;
      return { kind: "unique", name: definition.name ?? index3?.name ?? unnamed(table, "unique", columns2, vendor), columns: columns2, deferrable: definition.deferrable, nullsDistinct: definition.nullsDistinct ?? index3?.nullsDistinct ?? true, include: index3?.include ?? definition.include };
    }
    case "foreign key":
      return { kind: "foreign key", name: definition.name, columns: definition.columns, toTable: definition.toTable, toColumns: definition.toColumns, deferrable: definition.deferrable, onDelete: definition.onDelete, valid: !definition.notValid };
    case "check":
      return { kind: "check", name: definition.name, columns: definition.columns, sql: definition.sql, valid: !definition.notValid };
    case "exclusion":
      return { kind: "exclusion", name: definition.name, columns: definition.columns, sql: definition.sql };
  }
}
function addConstraint(table, definition, vendor) {
  const constraint = constraintOf(table, definition, vendor);
  const constraints = new Map(table.constraints);
  constraints.set(constraint.name, constraint);
  let next = { ...table, constraints };
  if ("usingIndex" in definition && definition.usingIndex) next = { ...next, indexes: without(next.indexes, definition.usingIndex) };
  if (constraint.kind === "primary key") {
    for (const column2 of constraint.columns) next = withColumn(next, column2, (c) => ({ ...c, null: false }));
  }
  if (vendor !== "mysql" && vendor !== "mariadb") return next;
  if (constraint.kind === "foreign key") return addImplicitIndex(next, constraint.name, constraint.columns);
  if (constraint.kind === "unique") return dropImplicitIndexes(next, constraint.columns, constraint.name);
  return next;
}
function addImplicitIndex(table, name2, columns2) {
  if (startsAnIndex(table, columns2)) return table;
  return withIndex(table, { ...plainIndex(name2, columns2), method: "implicit" });
}
function dropImplicitIndexes(table, columns2, except) {
  let indexes = table.indexes;
  for (const index3 of table.indexes.values()) {
    const covered = index3.method === "implicit" && index3.name !== except && index3.columns.every((column2, i2) => columns2[i2] === column2);
    if (covered) indexes = without(indexes, index3.name);
  }
  return indexes === table.indexes ? table : { ...table, indexes };
}
function startsAnIndex(table, columns2) {
  const starts = (other3) => columns2.every((column2, i2) => other3[i2] === column2);
  for (const index3 of table.indexes.values()) if (starts(index3.columns)) return true;
  for (const constraint of table.constraints.values()) {
    if ((constraint.kind === "unique" || constraint.kind === "primary key") && starts(constraint.columns)) return true;
  }
  return false;
}
function plainIndex(name2, columns2) {
  return { name: name2, unique: false, columns: columns2, expressions: [], reads: columns2, method: "btree", condition: null, include: [], opclasses: [], nullsDistinct: true, valid: true };
}
function withIndex(table, index3) {
  const indexes = new Map(table.indexes);
  indexes.set(index3.name, index3);
  return { ...table, indexes };
}
function createIndex(table, definition, vendor) {
  const next = withIndex(table, {
    name: definition.name,
    unique: definition.unique,
    columns: definition.columns,
    expressions: definition.expressions,
    reads: definition.reads,
    method: definition.method ?? "btree",
    condition: definition.condition,
    include: definition.include,
    opclasses: definition.opclasses,
    nullsDistinct: definition.nullsDistinct ?? true,
    valid: true
  });
  return vendor === "mysql" || vendor === "mariadb" ? dropImplicitIndexes(next, definition.columns, definition.name) : next;
}
function dropConstraint(table, name2) {
  return { ...table, constraints: without(table.constraints, name2) };
}
function validate(table, name2) {
  const constraint = table.constraints.get(name2);
  if (!constraint || constraint.kind !== "check" && constraint.kind !== "foreign key") return table;
  const constraints = new Map(table.constraints);
  constraints.set(name2, { ...constraint, valid: true });
  return { ...table, constraints };
}

// src/schema/apply.ts
var emptySchema = { tables: /* @__PURE__ */ new Map() };
function applyChange(schema, change4, vendor) {
  const known3 = latest.get(change4);
  if (known3?.before === schema && known3.vendor === vendor) return known3.after;
  const after = changed2(schema, change4, vendor);
  latest.set(change4, { before: schema, vendor, after });
  return after;
}
var latest = /* @__PURE__ */ new WeakMap();
function changed2(schema, change4, vendor) {
  switch (change4.kind) {
    case "CreateTable":
      return withTable(schema, createTable(change4, vendor));
    case "DropTable":
      return dropTable(schema, change4.table);
    case "RenameTable":
      return renameTable(schema, change4.table, change4.to);
    case "AddColumn":
      return changeTable(schema, change4.table, (table) => addColumn(table, change4.column, vendor));
    case "DropColumn":
      return dropColumn(schema, change4.table, change4.column, vendor);
    case "RenameColumn":
      return renameColumn(schema, change4.table, change4.column, change4.to);
    case "AlterColumn":
      return changeTable(schema, change4.table, (table) => change4.actions.reduce((t, action) => alterColumn(t, action, vendor), table));
    case "AddConstraint":
      return changeTable(schema, change4.table, (table) => addConstraint(table, change4.constraint, vendor));
    case "DropConstraint":
      return changeTable(schema, change4.table, (table) => dropConstraint(table, change4.name));
    case "ValidateConstraint":
      return changeTable(schema, change4.table, (table) => validate(table, change4.name));
    case "RenameConstraint":
      return changeTable(schema, change4.table, (table) => ({ ...table, constraints: renameKey(table.constraints, change4.name, change4.to) }));
    case "CreateIndex":
      return changeTable(schema, change4.table, (table) => createIndex(table, change4.index, vendor));
    case "DropIndex":
      return changeTable(schema, change4.table, (table) => dropConstraint({ ...table, indexes: without(table.indexes, change4.name) }, change4.name));
    case "RenameIndex":
      return changeTable(schema, change4.table, (table) => ({ ...table, indexes: renameKey(table.indexes, change4.name, change4.to) }));
    case "CommentOnTable":
      return changeTable(schema, change4.table, (table) => ({ ...table, comment: change4.comment }));
    case "CommentOnColumn":
      return changeTable(schema, change4.table, (table) => withColumn(table, change4.column, (column2) => ({ ...column2, comment: change4.comment })));
    default:
      return schema;
  }
}
function createTable(change4, vendor) {
  let table = { name: change4.table, columns: /* @__PURE__ */ new Map(), constraints: /* @__PURE__ */ new Map(), indexes: /* @__PURE__ */ new Map(), comment: change4.comment };
  for (const column2 of change4.columns) table = addColumn(table, column2, vendor);
  for (const constraint of change4.constraints) table = addConstraint(table, constraint, vendor);
  return table;
}
function columnOf(definition) {
  return {
    name: definition.name,
    type: typeof definition.type === "string" ? definition.type : null,
    null: definition.null && !definition.primaryKey,
    default: definition.default?.sql ?? null,
    identity: definition.identity,
    generated: definition.generated,
    collation: definition.collation,
    comment: definition.comment
  };
}
function addColumn(table, definition, vendor) {
  const columns2 = new Map(table.columns);
  const sequence = definition.identity && vendor === "postgresql" ? postgresqlObjectName(table.name, definition.name, "seq") : null;
  columns2.set(definition.name, { ...columnOf(definition), sequence });
  let next = { ...table, columns: columns2 };
  const column2 = definition.name;
  if (definition.primaryKey) next = addConstraint(next, { kind: "primary key", name: null, columns: [column2] }, vendor);
  else if (definition.unique) {
    next = addConstraint(next, { kind: "unique", name: null, columns: [column2], deferrable: null, nullsDistinct: null, include: [], opclasses: [], usingIndex: null }, vendor);
  }
  if (definition.check !== null) {
    const name2 = unnamedCheck(next, column2, vendor);
    next = addConstraint(next, { kind: "check", name: name2, sql: definition.check, columns: [column2], notValid: false }, vendor);
    if (vendor === "mariadb") next = ownCheck(next, name2);
  }
  if (definition.references) {
    const { table: toTable, column: toColumn, name: name2 } = definition.references;
    const named5 = name2 ?? free(next, `${table.name}_${column2}_fkey`);
    next = addConstraint(next, { kind: "foreign key", name: named5, columns: [column2], toTable, toColumns: [toColumn], deferrable: vendor === "postgresql" || vendor === "sqlite" ? "deferred" : null, onDelete: null, notValid: false }, vendor);
  }
  return next;
}
function ownCheck(table, name2) {
  return { ...table, constraints: mapValues(table.constraints, (c) => c.kind === "check" && c.name === name2 ? { ...c, ofColumn: true } : c) };
}
function dropTable(schema, name2) {
  const tables = new Map(schema.tables);
  tables.delete(name2);
  for (const table of schema.tables.values()) {
    const incoming = [...table.constraints.values()].filter((c) => c.kind === "foreign key" && c.toTable === name2);
    if (incoming.length === 0 || table.name === name2) continue;
    let constraints = table.constraints;
    for (const constraint of incoming) constraints = without(constraints, constraint.name);
    tables.set(table.name, { ...table, constraints });
  }
  return { ...schema, tables };
}
function renameTable(schema, from, to) {
  if (!schema.tables.has(from)) return schema;
  const tables = /* @__PURE__ */ new Map();
  for (const [name2, table] of schema.tables) {
    const constraints = mapValues(table.constraints, (c) => c.kind === "foreign key" && c.toTable === from ? { ...c, toTable: to } : c);
    tables.set(name2 === from ? to : name2, { ...table, name: name2 === from ? to : name2, constraints });
  }
  return { ...schema, tables };
}
function dropColumn(schema, name2, column2, vendor) {
  const table = schema.tables.get(name2);
  if (!table) return schema;
  const columns2 = without(table.columns, column2);
  const keeps = vendor === "mysql" || vendor === "mariadb";
  const constraints = new Map([...table.constraints].filter(([, c]) => !c.columns.includes(column2) || keeps && c.kind === "unique" && c.columns.length > 1));
  const indexes = new Map([...table.indexes].filter(([, i2]) => !(i2.columns.includes(column2) || i2.reads.includes(column2) || i2.include.includes(column2)) || keeps && i2.columns.length > 1));
  const narrow = (value) => keeps && value.columns.includes(column2) ? { ...value, columns: value.columns.filter((c) => c !== column2) } : value;
  let next = withTable(schema, { ...table, columns: columns2, constraints: mapValues(constraints, narrow), indexes: mapValues(indexes, narrow) });
  for (const other3 of schema.tables.values()) {
    const pointing = [...other3.constraints.values()].filter((c) => c.kind === "foreign key" && c.toTable === name2 && c.toColumns.includes(column2));
    for (const constraint of pointing) next = changeTable(next, other3.name, (t) => dropConstraint(t, constraint.name));
  }
  return next;
}
function renameColumn(schema, name2, from, to) {
  const swap = (columns2) => columns2.includes(from) ? columns2.map((c) => c === from ? to : c) : columns2;
  const reword = (sql2) => sql2.replaceAll(`"${from}"`, `"${to}"`).replaceAll(codeSpan(from), codeSpan(to));
  const table = schema.tables.get(name2);
  if (!table) return schema;
  const tables = new Map(schema.tables);
  tables.set(name2, {
    ...table,
    columns: renameKey(table.columns, from, to),
    constraints: mapValues(table.constraints, (c) => c.columns.includes(from) ? { ...c, columns: swap(c.columns), ..."sql" in c ? { sql: reword(c.sql) } : {} } : c),
    indexes: mapValues(table.indexes, (i2) => ({ ...i2, columns: swap(i2.columns), reads: swap(i2.reads), include: swap(i2.include), expressions: i2.expressions.map(reword), condition: i2.condition === null ? null : reword(i2.condition) }))
  });
  for (const [key2, other3] of tables) {
    const constraints = mapValues(other3.constraints, (c) => c.kind === "foreign key" && c.toTable === name2 && c.toColumns.includes(from) ? { ...c, toColumns: swap(c.toColumns) } : c);
    if (constraints !== other3.constraints) tables.set(key2, { ...other3, constraints });
  }
  return { ...schema, tables };
}
function alterColumn(table, action, vendor) {
  const own = action.kind === "Modify" && vendor === "mariadb" ? [...table.constraints.values()].filter((c) => c.kind === "check" && c.ofColumn && c.columns.includes(action.column)) : [];
  const kept2 = own.reduce((t, constraint) => dropConstraint(t, constraint.name), table);
  return withColumn(kept2, action.column, (column2) => {
    switch (action.kind) {
      case "SetType":
        return { ...column2, type: typeof action.type === "string" ? action.type : null, collation: action.collation };
      case "SetNotNull":
        return { ...column2, null: false };
      case "DropNotNull":
        return { ...column2, null: true };
      case "SetDefault":
        return { ...column2, default: action.sql };
      case "DropDefault":
        return { ...column2, default: null };
      case "AddIdentity":
        return { ...column2, identity: true, null: false, sequence: postgresqlObjectName(table.name, column2.name, "seq") };
      case "DropIdentity":
        return { ...column2, identity: false, sequence: null };
      case "Modify":
        return { ...columnOf(action.definition), default: action.definition.default?.sql ?? null };
    }
  });
}

// src/safety/impact/foreign-keys.ts
function foreignKeys(table, column2) {
  return [...table?.constraints.values() ?? []].filter(
    (constraint) => constraint.kind === "foreign key" && (column2 === void 0 || constraint.columns.includes(column2))
  );
}
function parents(table, column2) {
  return sorted2(foreignKeys(table, column2).map((key2) => key2.toTable), table?.name);
}
function children2(schema, table, column2) {
  const names3 = [...schema.tables.values()].filter((other3) => foreignKeys(other3).some((key2) => key2.toTable === table && (column2 === void 0 || key2.toColumns.includes(column2)))).map((other3) => other3.name);
  return sorted2(names3, table);
}
function sorted2(names3, self) {
  return [...new Set(names3)].filter((name2) => name2 !== self).sort();
}

// src/safety/impact/tables/mariadb.ts
var common = { from: null, until: null, parents: null, children: null, work: "none", parentsWait: false, manual: null };
var exclusive = "metadata lock EXCLUSIVE";
var instant = { ...common, lock: "INSTANT" };
var rebuild = { ...common, lock: "INPLACE, LOCK=NONE", work: "rewrite" };
var index = { ...common, lock: "NOCOPY, LOCK=NONE" };
var copy = { ...common, until: "11.2", lock: "COPY, LOCK=SHARED", work: "rewrite" };
var onlineCopy = { ...common, from: "11.2", lock: "COPY, LOCK=NONE", work: "rewrite" };
var withParent = { parents: "metadata lock SHARED_NO_WRITE", parentsWait: true };
var types = ["type_int_to_bigint", "type_varchar50_to_varchar64", "type_varchar50_to_varchar20", "type_varchar_to_longtext", "type_decimal10_2_to_12_2", "type_datetime_to_datetime6", "type_pk_int_to_bigint"];
var mariadbRows = [
  { ...common, form: "create table", lock: null, facts: ["create_table_no_fk"] },
  { ...common, form: "create table: foreign key", lock: null, facts: ["create_table_fk_inline"] },
  { ...common, form: "drop table", lock: exclusive, facts: ["drop_table_leaf_no_fk", "drop_table_leaf_with_fk_to_big"] },
  { ...common, form: "rename table", lock: exclusive, facts: ["rename_table"] },
  { ...instant, form: "table comment", facts: ["table_comment"] },
  { ...instant, form: "add column", facts: ["add_col_null", "add_col_notnull_default_kept", "add_col_default_now", "add_col_generated_virtual"] },
  { ...instant, form: "add column: check", facts: ["add_col_inline_check_mysql", "add_col_unsigned_default"] },
  { ...instant, form: "add column: expression default", facts: ["add_col_default_expr", "add_col_default_rand", "add_text_default_django42"] },
  { ...copy, form: "add column: default of uuid()", facts: ["add_col_default_uuid"] },
  { ...onlineCopy, form: "add column: default of uuid()", facts: ["add_col_default_uuid"] },
  { ...copy, form: "add column: generated stored", facts: ["add_col_generated_stored"] },
  { ...onlineCopy, form: "add column: generated stored", facts: ["add_col_generated_stored"] },
  { ...rebuild, form: "add column: unique", facts: ["add_col_unique"] },
  { ...common, form: "add column: auto increment", lock: "INPLACE, LOCK=SHARED", work: "rewrite", facts: ["add_col_auto_increment"] },
  { ...copy, ...withParent, form: "add column: foreign key", facts: ["add_col_fk_inline_django"] },
  { ...onlineCopy, ...withParent, form: "add column: foreign key", facts: ["add_col_fk_inline_django"] },
  { ...instant, form: "drop column", facts: ["drop_col_nullable", "drop_col_notnull", "drop_col_in_check"] },
  { ...index, form: "drop column: indexed", facts: ["drop_col_indexed", "drop_col_unique_backed"] },
  { ...rebuild, form: "drop column: part of an index", facts: [], manual: "proof-mysql.test.ts, on MariaDB 10.11" },
  { ...instant, form: "rename column", facts: ["rename_col", "rename_col_change", "rename_col_fk", "rename_col_indexed"] },
  { ...instant, form: "modify: definition only", facts: ["modify_set_default", "type_noop_same_type", "type_column_comment"] },
  { ...instant, form: "modify: longer varchar", facts: ["type_varchar50_to_varchar60", "type_varchar50_to_varchar63", "type_varchar100_to_varchar255", "type_varchar50_to_varchar60_indexed"] },
  { ...rebuild, form: "modify: null", facts: ["set_not_null", "drop_not_null"] },
  { ...instant, form: "modify: collation", facts: ["type_varchar_collation"] },
  { ...index, form: "modify: collation, indexed", work: "index build", facts: ["type_varchar_collation_indexed"] },
  { ...copy, form: "modify: type", facts: types },
  { ...onlineCopy, form: "modify: type", facts: types },
  { ...instant, form: "set or drop default", facts: ["set_default", "drop_default"] },
  { ...copy, form: "add check", facts: ["add_check"] },
  { ...onlineCopy, form: "add check", facts: ["add_check"] },
  { ...instant, form: "drop check", facts: ["drop_check_constraint"] },
  { ...copy, ...withParent, form: "add foreign key", facts: ["add_fk", "add_fk_no_index"] },
  { ...onlineCopy, ...withParent, form: "add foreign key", facts: ["add_fk", "add_fk_no_index"] },
  { ...instant, form: "drop foreign key", facts: ["drop_fk"] },
  { ...rebuild, form: "add primary key", facts: ["add_pk"] },
  { ...copy, form: "drop primary key", facts: ["drop_pk"] },
  { ...onlineCopy, form: "drop primary key", facts: ["drop_pk"] },
  { ...index, form: "create index", work: "index build", facts: ["create_index", "create_index_desc", "add_unique", "create_unique_index"] },
  { ...common, form: "create index: fulltext", lock: "INPLACE, LOCK=SHARED", work: "rewrite", facts: ["create_index_fulltext_first"] },
  { ...common, form: "create index: spatial", lock: "INPLACE, LOCK=SHARED", work: "index build", facts: [], manual: "MariaDB manual, InnoDB Online DDL Operations with the INPLACE Alter Algorithm" },
  { ...index, form: "drop index", facts: ["drop_index_via_alter", "drop_unique"] },
  { ...instant, form: "rename index", facts: ["rename_index"] },
  { ...common, form: "create trigger", lock: exclusive, facts: ["create_trigger"] },
  { ...common, form: "create view", lock: null, facts: ["create_view"] },
  { ...common, form: "insert rows", lock: "row locks", facts: [], manual: "MariaDB manual, InnoDB Lock Modes" },
  { ...common, form: "update rows", lock: "row locks", work: "scan", facts: ["update_whole_table"] },
  { ...common, form: "truncate", lock: exclusive, facts: ["truncate"] }
];

// src/safety/impact/tables/mysql.ts
var common2 = { from: null, until: null, parents: null, children: null, work: "none", parentsWait: false, manual: null };
var exclusive2 = "metadata lock EXCLUSIVE";
var onlineDdl = "MySQL Reference Manual, Online DDL Operations";
var alter = { ...common2, children: exclusive2 };
var instant2 = { ...alter, lock: "INSTANT" };
var quick = { ...alter, lock: "INPLACE, LOCK=NONE" };
var copy2 = { ...alter, lock: "COPY, LOCK=SHARED", work: "rewrite" };
var copyWithParent = { ...copy2, parents: exclusive2, parentsWait: true };
var mysqlRows = [
  { ...common2, form: "create table", lock: null, facts: ["create_table_no_fk"] },
  { ...common2, form: "create table: foreign key", lock: null, parents: exclusive2, facts: ["create_table_fk_inline", "create_table_fk_django"] },
  { ...common2, form: "drop table", lock: exclusive2, parents: exclusive2, facts: ["drop_table_leaf_no_fk", "drop_table_leaf_with_fk_to_big"] },
  { ...common2, form: "rename table", lock: exclusive2, parents: exclusive2, children: exclusive2, facts: ["rename_table"] },
  { ...quick, form: "table comment", facts: ["table_comment"] },
  { ...instant2, form: "add column", from: "8.0.12", facts: ["add_col_null", "add_col_notnull_default_kept", "add_col_default_now", "add_col_generated_virtual"] },
  { ...quick, form: "add column", until: "8.0.12", work: "rewrite", facts: [], manual: onlineDdl },
  { ...copy2, form: "add column: check", facts: ["add_col_inline_check_mysql", "add_col_unsigned_default"] },
  { ...copy2, form: "add column: expression default", facts: ["add_col_default_expr", "add_text_default_django42", "add_json_default_django_mysql"] },
  { ...copy2, form: "add column: default of uuid()", facts: [], manual: "9.7.4 refused it (error 1674); where a server takes it, as any expression" },
  { ...copy2, form: "add column: generated stored", facts: ["add_col_generated_stored"] },
  { ...quick, form: "add column: unique", work: "rewrite", facts: ["add_col_unique"] },
  { ...alter, form: "add column: auto increment", lock: "INPLACE, LOCK=SHARED", work: "rewrite", facts: ["add_col_auto_increment"] },
  { ...copyWithParent, form: "add column: foreign key", facts: ["add_col_fk_inline_django"] },
  { ...instant2, form: "drop column", from: "8.0.29", facts: ["drop_col_nullable", "drop_col_notnull", "drop_col_in_check"] },
  { ...quick, form: "drop column", until: "8.0.29", work: "rewrite", facts: [], manual: onlineDdl },
  { ...quick, form: "drop column: indexed", work: "rewrite", facts: ["drop_col_indexed", "drop_col_unique_backed"] },
  { ...quick, form: "drop column: part of an index", work: "rewrite", facts: ["drop_col_indexed"] },
  { ...instant2, form: "rename column", from: "8.0.28", facts: ["rename_col", "rename_col_change", "rename_col_fk", "rename_col_indexed"] },
  { ...quick, form: "rename column", until: "8.0.28", facts: [], manual: onlineDdl },
  { ...instant2, form: "modify: definition only", facts: ["modify_set_default", "type_noop_same_type", "type_column_comment"] },
  { ...quick, form: "modify: longer varchar", facts: ["type_varchar50_to_varchar60", "type_varchar50_to_varchar63", "type_varchar100_to_varchar255", "type_varchar50_to_varchar60_indexed"] },
  { ...quick, form: "modify: null", work: "rewrite", facts: ["set_not_null", "drop_not_null"] },
  { ...quick, form: "modify: collation", facts: ["type_varchar_collation"] },
  { ...copy2, form: "modify: collation, indexed", facts: ["type_varchar_collation_indexed"] },
  { ...copy2, form: "modify: type", facts: ["type_int_to_bigint", "type_varchar50_to_varchar64", "type_varchar50_to_varchar20", "type_varchar_to_longtext", "type_decimal10_2_to_12_2", "type_datetime_to_datetime6", "type_pk_int_to_bigint"] },
  { ...instant2, form: "set or drop default", facts: ["set_default", "drop_default"] },
  { ...copy2, form: "add check", facts: ["add_check"] },
  { ...instant2, form: "drop check", facts: ["drop_check_constraint", "drop_check_mysql"] },
  { ...copyWithParent, form: "add foreign key", facts: ["add_fk", "add_fk_no_index"] },
  { ...quick, form: "drop foreign key", parents: exclusive2, facts: ["drop_fk"] },
  { ...quick, form: "add primary key", work: "rewrite", facts: ["add_pk"] },
  { ...copy2, form: "drop primary key", facts: ["drop_pk"] },
  { ...quick, form: "create index", work: "index build", facts: ["create_index", "create_index_desc", "add_unique", "create_unique_index"] },
  { ...alter, form: "create index: functional", lock: "INPLACE, LOCK=SHARED", work: "index build", facts: ["create_index_functional"] },
  { ...alter, form: "create index: fulltext", lock: "INPLACE, LOCK=SHARED", work: "rewrite", facts: ["create_index_fulltext_first"] },
  { ...alter, form: "create index: spatial", lock: "INPLACE, LOCK=SHARED", work: "index build", facts: [], manual: onlineDdl },
  { ...quick, form: "drop index", facts: ["drop_index", "drop_unique"] },
  { ...quick, form: "rename index", facts: ["rename_index"] },
  { ...common2, form: "create trigger", lock: exclusive2, facts: ["create_trigger"] },
  { ...common2, form: "create view", lock: null, facts: ["create_view"] },
  { ...common2, form: "insert rows", lock: "row locks", facts: [], manual: "MySQL Reference Manual, Locks Set by Different SQL Statements in InnoDB" },
  { ...common2, form: "update rows", lock: "row locks", work: "scan", facts: ["update_whole_table"] },
  { ...common2, form: "truncate", lock: exclusive2, facts: ["truncate"] }
];

// src/safety/impact/recognised.ts
function recognised(table, ...uses) {
  return { table, uses: uses.map((use) => typeof use === "string" ? { form: use, others: [] } : use), notes: [], unknown: null };
}
function joined(table, parts2) {
  return {
    table,
    uses: parts2.flatMap((part3) => part3.uses),
    notes: [...new Set(parts2.flatMap((part3) => part3.notes))],
    unknown: parts2.find((part3) => part3.unknown !== null)?.unknown ?? null
  };
}

// src/safety/impact/mysql/type.ts
var aliases = {
  integer: "int",
  bool: "tinyint",
  boolean: "tinyint",
  numeric: "decimal",
  dec: "decimal",
  "double precision": "double",
  real: "double",
  "character varying": "varchar"
};
var oneByteLength = 255;
var utf8mb4Bytes = 4;
function mysqlType(sql2) {
  const text5 = sql2.toLowerCase().replace(/`/g, "").replace(/\s+/g, " ").replace(/\s*([(),])\s*/g, "$1").trim();
  const [, word = "", rest2 = ""] = /^(double precision|character varying|[a-z]+)(.*)$/.exec(text5) ?? [];
  const name2 = aliases[word] ?? word;
  const isInteger2 = /^(tiny|small|medium|big)?int$/.test(name2);
  return `${name2}${isInteger2 ? rest2.replace(/^\(\d+\)/, "") : rest2}`.trim();
}
function onlyLongerVarchar(before, after) {
  const [from, to] = [before, after].map((type) => /^varchar\((\d+)\)$/.exec(mysqlType(type)));
  if (!from || !to) return false;
  const [shorter, longer] = [Number(from[1]), Number(to[1])];
  return longer >= shorter && shorter * utf8mb4Bytes <= oneByteLength === longer * utf8mb4Bytes <= oneByteLength;
}

// src/safety/impact/mysql/column.ts
function addColumn2(table, column2) {
  const parts2 = [recognised(table, "add column")];
  if (column2.check !== null) parts2.push(recognised(table, "add column: check"));
  if (column2.identity) parts2.push(recognised(table, "add column: auto increment"));
  if (column2.generated?.stored) parts2.push(recognised(table, "add column: generated stored"));
  if (column2.unique || column2.primaryKey) parts2.push(recognised(table, "add column: unique"));
  if (column2.default && /^\s*\(/.test(column2.default.sql)) {
    parts2.push(recognised(table, /\buuid(_v\d)?\s*\(|\bsys_guid\s*\(/i.test(column2.default.sql) ? "add column: default of uuid()" : "add column: expression default"));
  }
  if (column2.references) {
    const others2 = column2.references.table === table ? [] : [column2.references.table];
    parts2.push(recognised(table, { form: "add column: foreign key", others: others2 }));
  }
  return joined(table, parts2);
}
function dropColumn2(table, name2, column2) {
  const keys2 = [
    ...[...table?.indexes.values() ?? []].map((index3) => index3.columns),
    ...[...table?.constraints.values() ?? []].flatMap((constraint) => constraint.kind === "unique" || constraint.kind === "primary key" ? [constraint.columns] : [])
  ].filter((columns2) => columns2.includes(column2));
  const parts2 = [recognised(name2, "drop column")];
  if (keys2.some((columns2) => columns2.length === 1)) parts2.push(recognised(name2, "drop column: indexed"));
  if (keys2.some((columns2) => columns2.length > 1)) parts2.push(recognised(name2, "drop column: part of an index"));
  return joined(name2, parts2);
}
function alterColumn2(schema, table, actions) {
  return joined(table, actions.map((action) => alterAction(schema.tables.get(table), table, action)));
}
function alterAction(before, table, action) {
  switch (action.kind) {
    case "SetDefault":
    case "DropDefault":
      return recognised(table, "set or drop default");
    case "Modify":
      return modify(before, table, action.definition);
    case "SetNotNull":
    case "DropNotNull":
      return recognised(table, "modify: null");
    default:
      return { ...recognised(table, "modify: type"), unknown: `${action.kind} is not MySQL's; a copy is assumed` };
  }
}
function modify(before, table, after) {
  const column2 = before?.columns.get(after.name);
  if (typeof after.type !== "string") return copyAssumed(table, `the new type of "${after.name}" is not known (${after.type.unknown})`);
  if (!before || column2?.type == null) return copyAssumed(table, `the present type of "${after.name}" is not known`);
  const forms = ["modify: definition only"];
  const notes = [];
  if (column2.null !== (after.null && !after.primaryKey)) forms.push("modify: null");
  if (after.identity && !column2.identity) forms.push("modify: type");
  if ((column2.generated?.sql ?? null) !== (after.generated?.sql ?? null)) forms.push("modify: type");
  if (mysqlType(column2.type) !== mysqlType(after.type)) {
    const longer = onlyLongerVarchar(column2.type, after.type);
    forms.push(longer ? "modify: longer varchar" : "modify: type");
    if (longer) notes.push(`True for utf8mb4, where the length of a varchar under 64 characters takes one byte; in another character set "${after.name}" may be copied.`);
  }
  if (otherCollation(column2, after)) {
    forms.push(indexed(before, after.name) ? "modify: collation, indexed" : "modify: collation");
    notes.push(`True where the character set of "${after.name}" stays the same; another one makes the server copy the table.`);
  }
  return { ...recognised(table, ...forms), notes };
}
function otherCollation(column2, after) {
  return (column2.collation ?? "") !== (after.collation ?? "");
}
function indexed(table, column2) {
  const keyed = [...table.constraints.values()].some((constraint) => constraint.kind !== "check" && constraint.columns.includes(column2));
  return keyed || [...table.indexes.values()].some((index3) => index3.columns.includes(column2));
}
function copyAssumed(table, reason2) {
  return { ...recognised(table, "modify: type"), unknown: `${reason2}; a copy is assumed` };
}

// src/safety/impact/mysql/forms.ts
var rowsKeepLocks = "The rows it reads and changes are locked until it is done: writes to them wait.";
function mysqlForms(change4, schema) {
  switch (change4.kind) {
    case "CreateTable": {
      const inline = change4.columns.flatMap((column2) => column2.references ? [column2.references.table] : []);
      const named5 = change4.constraints.flatMap((constraint) => constraint.kind === "foreign key" ? [constraint.toTable] : []);
      const others2 = [.../* @__PURE__ */ new Set([...inline, ...named5])].filter((table) => table !== change4.table).sort();
      return others2.length > 0 ? recognised(change4.table, { form: "create table: foreign key", others: others2 }) : recognised(change4.table, "create table");
    }
    case "DropTable":
      return recognised(change4.table, "drop table");
    case "RenameTable":
      return recognised(change4.table, "rename table");
    case "AddColumn":
      return addColumn2(change4.table, change4.column);
    case "DropColumn":
      return dropColumn2(schema.tables.get(change4.table), change4.table, change4.column);
    case "RenameColumn":
      return recognised(change4.table, "rename column");
    case "AlterColumn":
      return alterColumn2(schema, change4.table, change4.actions);
    case "AddConstraint":
      return addConstraint2(change4.table, change4.constraint);
    case "DropConstraint":
      return dropConstraint2(schema, change4);
    case "CreateIndex":
      return recognised(change4.table, indexForm(change4.index));
    case "DropIndex":
      return recognised(change4.table, "drop index");
    case "RenameIndex":
      return recognised(change4.table, "rename index");
    case "CommentOnTable":
      return recognised(change4.table, "table comment");
    case "CommentOnColumn":
      return recognised(change4.table, "modify: definition only");
    default:
      return rest(change4);
  }
}
function addConstraint2(table, constraint) {
  switch (constraint.kind) {
    case "primary key":
      return recognised(table, "add primary key");
    case "unique":
      return recognised(table, "create index");
    case "check":
      return recognised(table, "add check");
    case "foreign key":
      return recognised(table, { form: "add foreign key", others: constraint.toTable === table ? [] : [constraint.toTable] });
    case "exclusion":
      return { ...recognised(table), unknown: "exclusion constraints are PostgreSQL's" };
  }
}
function dropConstraint2(schema, change4) {
  const known3 = schema.tables.get(change4.table)?.constraints.get(change4.name);
  switch (known3?.kind ?? change4.constraint) {
    case "foreign key": {
      if (known3?.kind === "foreign key") return recognised(change4.table, { form: "drop foreign key", others: known3.toTable === change4.table ? [] : [known3.toTable] });
      return { ...recognised(change4.table, "drop foreign key"), unknown: `the table that "${change4.name}" refers to is not known; MySQL locks its definition, too` };
    }
    case "check":
      return recognised(change4.table, "drop check");
    case "primary key":
      return recognised(change4.table, "drop primary key");
    default:
      return recognised(change4.table, "drop index");
  }
}
function indexForm(index3) {
  const method2 = index3.method?.toLowerCase() ?? "";
  if (method2.includes("fulltext")) return "create index: fulltext";
  if (method2.includes("spatial")) return "create index: spatial";
  return index3.expressions.length > 0 ? "create index: functional" : "create index";
}
function rest(change4) {
  switch (change4.kind) {
    case "FillNulls":
    case "FillRows":
      return { ...recognised(change4.table, "update rows"), notes: [rowsKeepLocks] };
    case "CopyRows":
      return recognised(change4.to, "insert rows");
    case "WriteRows": {
      if (change4.table === null) return { ...recognised(null), unknown: `the table that ${change4.statement} changes` };
      if (change4.statement === "TRUNCATE") return recognised(change4.table, "truncate");
      if (change4.statement === "INSERT") return recognised(change4.table, "insert rows");
      return { ...recognised(change4.table, "update rows"), notes: [rowsKeepLocks] };
    }
    case "NoEffect":
      return recognised(null);
    case "Other":
      if (change4.what === "a trigger" && change4.table !== null) return recognised(change4.table, "create trigger");
      if (change4.what === "a view") return recognised(null, "create view");
      return { ...recognised(change4.table), unknown: `which locks this takes: ${change4.what}` };
    case "Unknown":
      return { ...recognised(null), unknown: change4.reason };
    default:
      return { ...recognised(null), unknown: `${change4.kind} is not MySQL's` };
  }
}

// src/safety/impact/mysql/effect.ts
var serverName = { mysql: "MySQL", mariadb: "MariaDB" };
function mysqlEffect(change4, schema, server, version) {
  const { table, uses, notes, unknown: unknown4 } = mysqlForms(change4, schema);
  let locks = {};
  const add = (name2, lock) => {
    if (lock !== null) locks = strongestLocks(locks, { [name2]: lock });
  };
  const scans = /* @__PURE__ */ new Set();
  const rewrites = /* @__PURE__ */ new Set();
  const writersWait = /* @__PURE__ */ new Set();
  const laterOn = [];
  let missing2 = null;
  for (const { form, others: others2 } of uses) {
    const row = mysqlRow(form, server, version);
    if (!row) {
      missing2 = `${serverName[server]} ${version} does not know this: ${form}`;
      continue;
    }
    if (row.until !== null && row.until.startsWith(`${version}.`)) laterOn.push(`From ${serverName[server]} ${row.until} on: ${mysqlRow(form, server, row.until)?.lock ?? "no lock"} for "${form}".`);
    const referenced = form === "drop table" || form === "rename table" ? parents(schema.tables.get(table ?? "")) : others2;
    for (const other3 of referenced) {
      add(other3, row.parents);
      if (row.parentsWait) writersWait.add(other3);
    }
    if (table === null) continue;
    const lock = withCascade(row.lock, change4, schema, table);
    add(table, lock);
    for (const child2 of children2(schema, table)) add(child2, row.children);
    if (row.work === "rewrite") rewrites.add(table);
    if (row.work === "scan" || row.work === "index build") scans.add(table);
    if (lock?.endsWith("LOCK=SHARED") || lock === "row locks") writersWait.add(table);
  }
  for (const rewritten of rewrites) scans.delete(rewritten);
  return { locks, scans: [...scans].sort(), rewrites: [...rewrites].sort(), writersWait: [...writersWait].sort(), readersWait: [], heldToEnd: false, notes: [...notes, ...laterOn], unknown: unknown4 ?? missing2 };
}
function mysqlRow(form, server, version) {
  const rows = server === "mysql" ? mysqlRows : mariadbRows;
  return rows.find((row) => row.form === form && (row.from === null || atLeast(version, row.from)) && (row.until === null || !atLeast(version, row.until)));
}
function withCascade(lock, change4, schema, table) {
  if (lock !== "COPY, LOCK=NONE") return lock;
  const actions = foreignKeys(schema.tables.get(table)).map((key2) => key2.onDelete);
  if (change4.kind === "AddConstraint" && change4.constraint.kind === "foreign key") actions.push(change4.constraint.onDelete);
  if (change4.kind === "AddColumn") actions.push(change4.column.references?.onDelete ?? null);
  return actions.some((action) => action !== null && /cascade|set/i.test(action)) ? "COPY, LOCK=SHARED" : lock;
}

// src/safety/impact/tables/postgresql.ts
var none2 = { from: null, table: null, others: null, work: "none", scansOthers: false, locksRows: false };
var exclusive3 = { ...none2, table: "ACCESS EXCLUSIVE" };
var maintenance = { ...none2, table: "SHARE UPDATE EXCLUSIVE" };
var both = { ...exclusive3, others: "ACCESS EXCLUSIVE" };
var postgresRows = [
  { ...none2, form: "create table", facts: ["create_table_no_fk"] },
  { ...none2, form: "create table: foreign key", others: "SHARE ROW EXCLUSIVE", facts: ["create_table_fk_inline", "create_table_fk_deferred_sql"] },
  { ...exclusive3, form: "drop table", facts: ["drop_table_leaf_no_fk"] },
  { ...both, form: "drop table: foreign key", facts: ["drop_table_leaf_with_fk_to_big", "drop_table_with_fk_to_big"] },
  { ...exclusive3, form: "rename table", facts: ["rename_table"] },
  { ...exclusive3, form: "set tablespace", work: "rewrite", facts: ["set_tablespace"] },
  { ...exclusive3, form: "add column", facts: ["add_col_null", "add_col_notnull_default_const_kept", "add_col_default_now"] },
  { ...exclusive3, form: "add column: check", work: "scan", facts: ["add_col_inline_check", "add_col_notnull_default_inline_check"] },
  { ...exclusive3, form: "add column: volatile default", work: "rewrite", facts: ["add_col_default_clock_timestamp", "add_col_default_random", "add_col_default_gen_random_uuid", "add_col_default_uuidv7"] },
  { ...exclusive3, form: "add column: identity", work: "rewrite", facts: ["add_col_identity", "add_col_bigserial"] },
  { ...exclusive3, form: "add column: generated stored", work: "rewrite", facts: ["add_col_generated_stored"] },
  { ...exclusive3, form: "add column: generated virtual", from: "18", facts: ["add_col_generated_virtual"] },
  { ...exclusive3, form: "add column: generated virtual not null", from: "18", work: "scan", facts: ["add_col_generated_virtual_notnull_18"] },
  { ...exclusive3, form: "add column: unique", work: "index build", facts: ["add_col_unique_null"] },
  { ...exclusive3, form: "add column: foreign key", others: "SHARE ROW EXCLUSIVE", facts: ["add_col_fk_inline_only", "add_col_self_fk"] },
  { ...exclusive3, form: "add column: foreign key and default", others: "SHARE ROW EXCLUSIVE", work: "scan", scansOthers: true, facts: ["add_col_fk_inline_notnull_default"] },
  { ...exclusive3, form: "drop column", facts: ["drop_col_nullable", "drop_col_notnull", "drop_col_indexed"] },
  { ...both, form: "drop column: foreign key", facts: ["drop_col_fk", "drop_pk_col_cascade_referenced"] },
  { ...exclusive3, form: "rename column", facts: ["rename_col", "rename_col_fk"] },
  { ...exclusive3, form: "set type", facts: ["type_varchar50_to_varchar100_indexed", "type_varchar_to_text_indexed", "type_numeric10_2_to_12_2", "type_timestamp_to_timestamptz"] },
  { ...exclusive3, form: "set type: rewrite", work: "rewrite", facts: ["type_int_to_bigint", "type_varchar50_to_varchar20", "type_text_to_varchar255", "type_varchararr20_to_varchararr50"] },
  { ...exclusive3, form: "set type: check", work: "scan", facts: ["type_varchar_widen_with_check", "type_noop_same_type"] },
  { ...exclusive3, form: "set type: index rebuilt", work: "index build", facts: ["type_varchar_widen_used_in_partial_index", "type_varchar_widen_used_in_expr_index", "type_varchar_to_citext_indexed", "type_varchar_collate_change_indexed", "type_timestamp_to_timestamptz_indexed"] },
  { ...both, form: "set type: foreign key", facts: [] },
  { ...both, form: "set type: foreign key checked again", work: "scan", scansOthers: true, facts: [] },
  { ...exclusive3, form: "set not null", work: "scan", facts: ["set_not_null", "set_not_null_with_notvalid_check", "add_not_null_constraint_18"] },
  { ...exclusive3, form: "set not null: not valid", from: "18", facts: ["add_not_null_constraint_not_valid_18"] },
  { ...exclusive3, form: "set not null: proven", facts: ["set_not_null_with_valid_check", "set_not_null_with_valid_composite_check", "set_not_null_not_null_already"] },
  { ...exclusive3, form: "drop not null", facts: ["drop_not_null"] },
  { ...exclusive3, form: "set or drop default", facts: ["set_default", "drop_default"] },
  { ...exclusive3, form: "add or drop identity", facts: ["alter_column_add_identity", "drop_identity"] },
  { ...exclusive3, form: "add check", work: "scan", facts: ["add_check"] },
  { ...exclusive3, form: "add check: not valid", facts: ["add_check_not_valid"] },
  { ...exclusive3, form: "add unique", work: "index build", facts: ["add_unique", "add_unique_deferrable"] },
  { ...exclusive3, form: "add unique: using index", facts: ["add_unique_using_index"] },
  { ...exclusive3, form: "add primary key", work: "index build", facts: ["add_pk"] },
  { ...exclusive3, form: "add primary key: using index", facts: ["add_pk_using_index"] },
  { ...exclusive3, form: "add exclusion", work: "index build", facts: ["add_exclude"] },
  { ...none2, form: "add foreign key", table: "SHARE ROW EXCLUSIVE", others: "SHARE ROW EXCLUSIVE", work: "scan", scansOthers: true, facts: ["add_fk", "add_fk_on_delete_cascade_db"] },
  { ...none2, form: "add foreign key: not valid", table: "SHARE ROW EXCLUSIVE", others: "SHARE ROW EXCLUSIVE", facts: ["add_fk_not_valid"] },
  { ...exclusive3, form: "drop constraint", facts: ["drop_check", "drop_unique", "drop_pk"] },
  { ...both, form: "drop foreign key", facts: ["drop_fk", "drop_fk_django"] },
  { ...maintenance, form: "validate check", work: "scan", facts: ["validate_not_null_constraint_18", "validate_check"] },
  { ...maintenance, form: "validate foreign key", others: "ROW SHARE", work: "scan", scansOthers: true, facts: ["validate_fk"] },
  { ...maintenance, form: "validate: already valid", facts: ["validate_check_already_valid"] },
  { ...exclusive3, form: "rename constraint", facts: ["rename_constraint"] },
  { ...none2, form: "create index", table: "SHARE", work: "index build", facts: ["create_index", "create_index_partial", "create_index_expression", "create_index_gin", "create_index_brin", "create_index_hash", "create_index_include", "create_unique_index"] },
  { ...none2, form: "create index: exists already", table: "SHARE", facts: ["create_index_if_not_exists_existing"] },
  { ...maintenance, form: "create index concurrently", work: "index build", facts: ["create_index_concurrently", "create_unique_index_concurrently", "create_index_concurrently_partial", "create_index_concurrently_gin"] },
  { ...exclusive3, form: "drop index", facts: ["drop_index"] },
  { ...maintenance, form: "drop index concurrently", facts: ["drop_index_concurrently"] },
  { ...none2, form: "rename index", facts: ["rename_index"] },
  { ...maintenance, form: "comment", facts: ["comment_on_table", "comment_on_column"] },
  { ...exclusive3, form: "drop sequence", facts: ["type_serial_pk_to_identity_django"] },
  { ...none2, form: "create or alter sequence", facts: ["create_sequence", "alter_sequence_as"] },
  { ...none2, form: "extension or collation", facts: ["create_extension", "create_collation"] },
  { ...none2, form: "create trigger", table: "SHARE ROW EXCLUSIVE", facts: ["create_trigger", "disable_trigger_user"] },
  { ...exclusive3, form: "rule or row security", facts: ["create_rule", "create_policy", "enable_rls", "drop_trigger"] },
  { ...exclusive3, form: "storage, replica identity or deferrability", facts: ["set_storage", "set_compression", "replica_identity_full", "alter_fk_deferrable"] },
  { ...exclusive3, form: "rewrite by command", work: "rewrite", facts: ["set_unlogged", "vacuum_full", "cluster"] },
  { ...exclusive3, form: "new partition", facts: ["create_partition_of"] },
  { ...none2, form: "function, type or view", facts: ["create_function", "create_type_enum", "alter_type_add_value", "drop_view"] },
  { ...none2, form: "insert rows", table: "ROW EXCLUSIVE", facts: ["insert_select_backfill"] },
  { ...none2, form: "update rows", table: "ROW EXCLUSIVE", work: "scan", locksRows: true, facts: ["update_whole_table"] },
  { ...none2, form: "delete rows", table: "ROW EXCLUSIVE", work: "scan", locksRows: true, facts: ["delete_all_rows"] },
  { ...exclusive3, form: "truncate", facts: ["truncate"] }
];

// src/safety/impact/postgresql/not-null-proof.ts
function provenNotNull(table, column2) {
  return [...table.constraints.values()].some(
    (constraint) => constraint.kind === "check" && constraint.valid && conjuncts(constraint.sql).some((part3) => saysNotNull(part3, column2))
  );
}
function saysNotNull(sql2, column2) {
  const match = /^("(?:[^"]|"")+"|[a-z_][\w$]*)\s+is\s+not\s+null$/i.exec(sql2);
  if (!match) return false;
  const name2 = match[1];
  return (name2.startsWith('"') ? name2.slice(1, -1).replaceAll('""', '"') : name2.toLowerCase()) === column2;
}
function conjuncts(sql2) {
  const text5 = unwrapped(sql2.trim());
  if (/\bor\b|\bnot\s*\(|\bbetween\b|'/i.test(text5)) return [text5];
  const parts2 = [];
  let depth = 0;
  let start2 = 0;
  for (let i2 = 0; i2 < text5.length; i2++) {
    if (text5[i2] === "(") depth++;
    if (text5[i2] === ")") depth--;
    if (depth === 0 && /^\sand\s/i.test(text5.slice(i2, i2 + 5))) {
      parts2.push(text5.slice(start2, i2));
      start2 = i2 + 5;
    }
  }
  parts2.push(text5.slice(start2));
  return parts2.length === 1 ? [text5] : parts2.flatMap(conjuncts);
}
function unwrapped(sql2) {
  if (!sql2.startsWith("(") || !sql2.endsWith(")")) return sql2;
  let depth = 0;
  for (let i2 = 0; i2 < sql2.length - 1; i2++) {
    if (sql2[i2] === "(") depth++;
    if (sql2[i2] === ")") depth--;
    if (depth === 0) return sql2;
  }
  return unwrapped(sql2.slice(1, -1).trim());
}

// src/safety/impact/tables/postgresql-types.ts
var freeConversions = [
  { from: "varchar", to: "varchar", when: "not shorter", indexes: "kept", facts: ["type_varchar50_to_varchar100", "type_varchar50_to_varchar100_indexed", "type_varchar50_to_varchar_unlimited"] },
  { from: "varchar", to: "text", when: "always", indexes: "kept", facts: ["type_varchar_to_text", "type_varchar_to_text_indexed"] },
  { from: "text", to: "varchar", when: "unlimited", indexes: "kept", facts: ["type_text_to_varchar_unlimited"] },
  { from: "varchar", to: "citext", when: "always", indexes: "rebuilt", facts: ["type_varchar_to_citext", "type_varchar_to_citext_indexed"] },
  { from: "text", to: "citext", when: "always", indexes: "rebuilt", facts: ["type_text_to_citext"] },
  { from: "citext", to: "text", when: "always", indexes: "rebuilt", facts: ["type_citext_to_text", "type_citext_to_text_indexed"] },
  { from: "citext", to: "varchar", when: "unlimited", indexes: "rebuilt", facts: [] },
  { from: "numeric", to: "numeric", when: "same scale and no less precision", indexes: "kept", facts: ["type_numeric10_2_to_12_2", "type_numeric10_2_to_numeric"] },
  { from: "varbit", to: "varbit", when: "not shorter", indexes: "kept", facts: ["type_varbit"] },
  { from: "bit", to: "varbit", when: "unlimited", indexes: "rebuilt", facts: [] },
  { from: "xml", to: "text", when: "always", indexes: "kept", facts: [] },
  { from: "xml", to: "varchar", when: "unlimited", indexes: "kept", facts: [] },
  { from: "cidr", to: "inet", when: "always", indexes: "kept", facts: ["type_cidr_to_inet"] },
  { from: "timestamptz", to: "timestamptz", when: "no less precision", indexes: "kept", facts: ["type_timestamptz3_to_timestamptz", "type_timestamptz3_to_timestamptz6"] },
  { from: "timestamp", to: "timestamp", when: "no less precision", indexes: "kept", facts: [] },
  { from: "time", to: "time", when: "no less precision", indexes: "kept", facts: [] },
  { from: "timetz", to: "timetz", when: "no less precision", indexes: "kept", facts: [] },
  { from: "interval", to: "interval", when: "no less precision", indexes: "kept", facts: [] },
  { from: "timestamp", to: "timestamptz", when: "UTC and full precision", indexes: "rebuilt", facts: ["type_timestamp_to_timestamptz", "type_timestamp_to_timestamptz_nonutc", "type_timestamp_to_timestamptz_indexed"] },
  { from: "timestamptz", to: "timestamp", when: "UTC and full precision", indexes: "rebuilt", facts: ["type_timestamptz_to_timestamp"] }
];
var typeAliases = {
  int: "integer",
  int4: "integer",
  serial: "integer",
  int8: "bigint",
  bigserial: "bigint",
  int2: "smallint",
  smallserial: "smallint",
  decimal: "numeric",
  bool: "boolean",
  float: "double precision",
  float8: "double precision",
  float4: "real",
  "character varying": "varchar",
  character: "char",
  bpchar: "char",
  "bit varying": "varbit",
  "timestamp without time zone": "timestamp",
  "timestamp with time zone": "timestamptz",
  "time without time zone": "time",
  "time with time zone": "timetz"
};
var knownTypes = /* @__PURE__ */ new Set([
  "smallint",
  "integer",
  "bigint",
  "numeric",
  "real",
  "double precision",
  "money",
  "boolean",
  "varchar",
  "char",
  "text",
  "citext",
  "bytea",
  "bit",
  "varbit",
  "uuid",
  "xml",
  "json",
  "jsonb",
  "hstore",
  "ltree",
  "date",
  "time",
  "timetz",
  "timestamp",
  "timestamptz",
  "interval",
  "inet",
  "cidr",
  "macaddr",
  "macaddr8",
  "tsvector",
  "tsquery",
  "point",
  "line",
  "lseg",
  "box",
  "path",
  "polygon",
  "circle",
  "geometry",
  "geography",
  "raster",
  "vector",
  "int4range",
  "int8range",
  "numrange",
  "tsrange",
  "tstzrange",
  "daterange",
  "int4multirange",
  "int8multirange",
  "nummultirange",
  "tsmultirange",
  "tstzmultirange",
  "datemultirange"
]);

// src/safety/impact/postgresql/type.ts
function postgresType(sql2) {
  const array = /\[\d*\]\s*$/.test(sql2);
  const bare3 = sql2.replace(/(\s*\[\d*\])+\s*$/, "").trim();
  const modifiers = /\(([\d\s,]*)\)/.exec(bare3);
  const spelled2 = (modifiers ? bare3.replace(modifiers[0], "") : bare3).replaceAll('"', "").replace(/\s+/g, " ").trim().toLowerCase();
  const name2 = typeAliases[spelled2] ?? spelled2.replace(/^(public|pg_catalog)\./, "");
  const numbers = modifiers ? modifiers[1].split(",").filter((part3) => part3.trim() !== "").map(Number) : [];
  return { name: name2, modifiers: name2 === "char" && numbers.length === 0 ? [1] : numbers, array, known: knownTypes.has(name2) };
}
function isSerial(sql2) {
  return /^\s*(small|big)?serial\s*$/i.test(sql2);
}

// src/safety/impact/postgresql/conversion.ts
function postgresConversion(before, after, utc) {
  const [from, to] = [postgresType(before), postgresType(after)];
  if (sameType(from, to)) return { cost: "free", indexes: "kept" };
  for (const type of [from, to]) {
    if (!type.known) return { cost: "unknown", reason: `"${type.name}" is not a built-in type: whether PostgreSQL rewrites the table depends on its casts` };
  }
  if (from.array || to.array) return { cost: "rewrite", unless: null };
  const free2 = freeConversions.find((row) => row.from === from.name && row.to === to.name);
  if (!free2 || !fits(free2.when, from, to)) return { cost: "rewrite", unless: null };
  if (free2.when === "UTC and full precision" && utc !== true) return { cost: "rewrite", unless: "the TimeZone of the session that migrates is UTC" };
  return { cost: "free", indexes: free2.indexes };
}
function sameType(from, to) {
  return from.name === to.name && from.array === to.array && from.modifiers.join() === to.modifiers.join();
}
function fits(when, from, to) {
  switch (when) {
    case "always":
      return true;
    case "unlimited":
      return to.modifiers.length === 0;
    case "not shorter":
      return to.modifiers.length === 0 || from.modifiers.length > 0 && to.modifiers[0] >= from.modifiers[0];
    case "same scale and no less precision":
      if (to.modifiers.length === 0) return true;
      return from.modifiers.length > 0 && (to.modifiers[1] ?? 0) === (from.modifiers[1] ?? 0) && to.modifiers[0] >= from.modifiers[0];
    case "UTC and full precision":
      return (to.modifiers[0] ?? 6) >= 6;
    case "no less precision":
      return (to.modifiers[0] ?? 6) >= (from.modifiers[0] ?? 6);
  }
}

// src/safety/impact/postgresql/set-type.ts
function setType(schema, table, action, utc) {
  const before = schema.tables.get(table);
  const column2 = before?.columns.get(action.column);
  if (typeof action.type !== "string") return rewriteAssumed(table, `the new type of "${action.column}" is not known (${action.type.unknown})`);
  if (!before || column2?.type == null) return rewriteAssumed(table, `the present type of "${action.column}" is not known`);
  if (!plainCast(action)) return joined(table, [recognised(table, "set type: rewrite"), keys(schema, before, action.column, true)]);
  const conversion2 = postgresConversion(column2.type, action.type, utc);
  if (conversion2.cost === "unknown") return rewriteAssumed(table, conversion2.reason);
  if (conversion2.cost === "rewrite") {
    const notes = conversion2.unless === null ? [] : [`The table would not be rewritten if ${conversion2.unless}.`];
    return joined(table, [{ ...recognised(table, "set type: rewrite"), notes }, keys(schema, before, action.column, true)]);
  }
  const indexesGo = conversion2.indexes === "rebuilt" || unquoted2(column2.collation) !== unquoted2(action.collation);
  const parts2 = [recognised(table, "set type"), keys(schema, before, action.column, indexesGo)];
  if (checked(before, action.column)) parts2.push(recognised(table, "set type: check"));
  if (indexRebuilt(before, action.column, indexesGo)) parts2.push(recognised(table, "set type: index rebuilt"));
  return joined(table, parts2);
}
function plainCast(action) {
  if (action.using === null || typeof action.type !== "string") return true;
  const bare3 = (sql2) => sql2.replaceAll('"', "").replace(/\s+/g, "").toLowerCase();
  return [action.column, `${action.column}::${action.type}`].some((cast) => bare3(cast) === bare3(action.using));
}
function checked(table, column2) {
  return [...table.constraints.values()].some((constraint) => constraint.kind === "check" && constraint.valid && constraint.columns.includes(column2));
}
function indexRebuilt(table, column2, indexesGo) {
  const ofConstraint3 = [...table.constraints.values()].some((constraint) => {
    if (constraint.kind === "exclusion") return constraint.columns.includes(column2) && (indexesGo || /\bwhere\b|\([^)]*\(/i.test(constraint.sql));
    return indexesGo && (constraint.kind === "primary key" || constraint.kind === "unique") && constraint.columns.includes(column2);
  });
  return ofConstraint3 || [...table.indexes.values()].some((index3) => rebuilt(index3, column2, indexesGo));
}
function rebuilt(index3, column2, indexesGo) {
  const uses = index3.columns.includes(column2) || index3.reads.includes(column2) || index3.include.includes(column2);
  if (!uses) return false;
  return index3.expressions.length > 0 || index3.condition !== null || indexesGo && index3.columns.includes(column2);
}
function keys(schema, table, column2, again) {
  const others2 = [.../* @__PURE__ */ new Set([...parents(table, column2), ...children2(schema, table.name, column2)])].sort();
  if (others2.length === 0) return recognised(table.name);
  return recognised(table.name, { form: again ? "set type: foreign key checked again" : "set type: foreign key", others: others2 });
}
function rewriteAssumed(table, reason2) {
  return { ...recognised(table, "set type: rewrite"), unknown: `${reason2}; a rewrite is assumed` };
}
function unquoted2(collation2) {
  return collation2 === null ? null : collation2.replaceAll('"', "");
}

// src/safety/impact/tables/postgresql-functions.ts
var volatileFunctions = /* @__PURE__ */ new Set([
  "gen_random_uuid",
  "uuidv4",
  "uuidv7",
  "uuid_generate_v1",
  "uuid_generate_v1mc",
  "uuid_generate_v4",
  "clock_timestamp",
  "timeofday",
  "random",
  "random_normal",
  "setseed",
  "gen_random_bytes",
  "gen_salt",
  "nextval",
  "currval",
  "lastval",
  "setval",
  "pg_sleep"
]);
var steadyFunctions = /* @__PURE__ */ new Set([
  "now",
  "statement_timestamp",
  "transaction_timestamp",
  "current_setting",
  "txid_current",
  "pg_backend_pid",
  "uuid_nil",
  "uuid_generate_v3",
  "uuid_generate_v5",
  "lower",
  "upper",
  "initcap",
  "concat",
  "concat_ws",
  "left",
  "right",
  "length",
  "char_length",
  "repeat",
  "replace",
  "reverse",
  "substr",
  "substring",
  "trim",
  "btrim",
  "ltrim",
  "rtrim",
  "lpad",
  "rpad",
  "md5",
  "format",
  "chr",
  "ascii",
  "encode",
  "decode",
  "sha256",
  "abs",
  "ceil",
  "ceiling",
  "floor",
  "round",
  "trunc",
  "mod",
  "power",
  "sqrt",
  "sign",
  "exp",
  "ln",
  "pi",
  "greatest",
  "least",
  "coalesce",
  "nullif",
  "date_trunc",
  "date_part",
  "extract",
  "make_date",
  "make_time",
  "make_timestamp",
  "make_timestamptz",
  "make_interval",
  "to_char",
  "to_date",
  "to_timestamp",
  "to_number",
  "age",
  "timezone",
  "json_build_object",
  "jsonb_build_object",
  "json_build_array",
  "jsonb_build_array",
  "to_json",
  "to_jsonb",
  "row_to_json",
  "array",
  "row",
  "cast",
  "hstore",
  "int4range",
  "int8range",
  "numrange",
  "tsrange",
  "tstzrange",
  "daterange",
  "to_tsvector"
]);
var notFunctions = /* @__PURE__ */ new Set([
  "varchar",
  "varying",
  "character",
  "char",
  "numeric",
  "decimal",
  "bit",
  "time",
  "timestamp",
  "timestamptz",
  "interval",
  "in",
  "and",
  "or",
  "not",
  "case",
  "when",
  "then",
  "else",
  "as",
  "values",
  "any",
  "all",
  "current_timestamp",
  "current_time",
  "localtime",
  "localtimestamp"
]);

// src/safety/impact/postgresql/volatility.ts
function volatility(sql2) {
  const called = [...withoutLiterals(sql2).matchAll(/([a-z_][\w$]*)\s*\(/gi)].map((match) => match[1].toLowerCase());
  if (called.some((name2) => volatileFunctions.has(name2))) return { kind: "every row" };
  const stranger = called.find((name2) => !steadyFunctions.has(name2) && !notFunctions.has(name2));
  return stranger === void 0 ? { kind: "once" } : { kind: "unknown", called: stranger };
}
function withoutLiterals(sql2) {
  return sql2.replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''").replace(/\be'(?:[^'\\]|\\.|'')*'/gi, "''").replace(/'(?:[^']|'')*'/g, "''").replace(/--[^\n]*/g, " ").replace(/\/\*[\s\S]*?\*\//g, " ").replaceAll('"', "");
}

// src/safety/impact/postgresql/column.ts
function addColumn3(table, column2) {
  const parts2 = [recognised(table, "add column"), typeOf(table, column2), valueOf4(table, column2)];
  if (column2.check !== null) parts2.push(recognised(table, "add column: check"));
  if (column2.unique || column2.primaryKey) parts2.push(recognised(table, "add column: unique"));
  if (column2.references) {
    const others2 = column2.references.table === table ? [] : [column2.references.table];
    parts2.push(recognised(table, { form: column2.default ? "add column: foreign key and default" : "add column: foreign key", others: others2 }));
  }
  return joined(table, parts2);
}
function typeOf(table, column2) {
  const nothing3 = recognised(table);
  if (typeof column2.type !== "string") {
    return { ...nothing3, unknown: `the type of "${column2.name}" is not known (${column2.type.unknown}); a domain with a constraint makes PostgreSQL rewrite the table` };
  }
  const type = postgresType(column2.type);
  if (type.known || isSerial(column2.type)) return nothing3;
  return { ...nothing3, unknown: `"${type.name}" is not a built-in type: if it is a domain with a constraint, PostgreSQL rewrites the table` };
}
function valueOf4(table, column2) {
  if (column2.identity || typeof column2.type === "string" && isSerial(column2.type)) return recognised(table, "add column: identity");
  if (column2.generated?.stored) return recognised(table, "add column: generated stored");
  if (column2.generated) return recognised(table, column2.null ? "add column: generated virtual" : "add column: generated virtual not null");
  if (!column2.default) return recognised(table);
  const value = volatility(column2.default.sql);
  if (value.kind === "once") return recognised(table);
  if (value.kind === "every row") return recognised(table, "add column: volatile default");
  return { ...recognised(table, "add column: volatile default"), unknown: `whether ${value.called}() in the default of "${column2.name}" is volatile: if it is not, the table is not rewritten` };
}
function dropColumn3(schema, table, column2) {
  const others2 = [.../* @__PURE__ */ new Set([...parents(schema.tables.get(table), column2), ...children2(schema, table, column2)])].sort();
  return others2.length > 0 ? recognised(table, { form: "drop column: foreign key", others: others2 }) : recognised(table, "drop column");
}
function alterColumn3(schema, table, actions, utc) {
  return joined(table, actions.map((action) => alterAction2(schema, table, action, utc)));
}
function alterAction2(schema, table, action, utc) {
  switch (action.kind) {
    case "SetType":
      return setType(schema, table, action, utc);
    case "SetNotNull": {
      if (action.notValid) return recognised(table, "set not null: not valid");
      const before = schema.tables.get(table);
      const needless = before?.columns.get(action.column)?.null === false || before && provenNotNull(before, action.column);
      return recognised(table, needless ? "set not null: proven" : "set not null");
    }
    case "DropNotNull":
      return recognised(table, "drop not null");
    case "SetDefault":
    case "DropDefault":
      return recognised(table, "set or drop default");
    case "AddIdentity":
    case "DropIdentity":
      return recognised(table, "add or drop identity");
    case "Modify":
      return { ...recognised(table), unknown: "MODIFY is not PostgreSQL's" };
  }
}

// src/safety/impact/postgresql/other.ts
var rowsKeepLocks2 = "The rows it changes stay locked until the transaction ends: UPDATE and DELETE of them wait.";
var readsDefault = "Should the table have a default partition, all of it is read under the lock, and reads and writes wait.";
var otherForms = {
  "a trigger": "create trigger",
  "triggers of a table": "create trigger",
  "the drop of a trigger": "rule or row security",
  "the drop of a rule": "rule or row security",
  "the drop of a policy": "rule or row security",
  "row security": "rule or row security",
  "a rule": "rule or row security",
  "storage or replica identity of a table": "storage, replica identity or deferrability",
  "a constraint's deferrability": "storage, replica identity or deferrability",
  "SET LOGGED, which rewrites the table": "rewrite by command",
  "SET UNLOGGED, which rewrites the table": "rewrite by command",
  "CLUSTER, which rewrites the table": "rewrite by command",
  "VACUUM FULL, which rewrites the table": "rewrite by command",
  "a new partition": "new partition",
  "a view": "function, type or view",
  "the drop of a view": "function, type or view",
  "the drop of a materialized view": "function, type or view",
  "a table or materialized view made from a query": "function, type or view",
  "a function": "function, type or view",
  "the drop of a function": "function, type or view",
  "the drop of a type": "function, type or view",
  "a domain": "function, type or view",
  "a type": "function, type or view",
  "a cast": "function, type or view",
  "an aggregate, operator, type or text search object": "function, type or view",
  "an event trigger": "function, type or view"
};
function other2(change4) {
  switch (change4.kind) {
    case "CreateSequence":
    case "AlterSequence":
      return recognised(null, "create or alter sequence");
    case "DropSequence":
      return change4.table === null ? { ...recognised(null), unknown: `whether a column's default uses the sequence "${change4.sequence}": its table would be locked ACCESS EXCLUSIVE for a moment` } : recognised(change4.table, "drop sequence");
    case "CreateExtension":
    case "DropExtension":
    case "CreateCollation":
    case "DropCollation":
      return recognised(null, "extension or collation");
    case "FillNulls":
    case "FillRows":
      return { ...recognised(change4.table, "update rows"), notes: [rowsKeepLocks2] };
    case "CopyRows":
      return recognised(change4.to, "insert rows");
    case "WriteRows":
      return writeRows(change4);
    case "NoEffect":
      return recognised(null);
    case "Other": {
      const form = otherForms[change4.what];
      const needsTable = form !== "function, type or view";
      if (form !== void 0 && !(needsTable && change4.table === null)) return { ...recognised(change4.table, form), notes: form === "new partition" ? [readsDefault] : [] };
      return { ...recognised(change4.table), unknown: `which locks this takes: ${change4.what}` };
    }
    case "Unknown":
      return { ...recognised(null), unknown: change4.reason };
    default:
      return { ...recognised(null), unknown: `which locks ${change4.kind} takes` };
  }
}
function writeRows(change4) {
  if (change4.table === null) return { ...recognised(null), unknown: `the table that ${change4.statement} changes` };
  switch (change4.statement) {
    case "INSERT":
      return recognised(change4.table, "insert rows");
    case "UPDATE":
      return { ...recognised(change4.table, "update rows"), notes: [rowsKeepLocks2] };
    case "DELETE":
      return { ...recognised(change4.table, "delete rows"), notes: [rowsKeepLocks2] };
    case "TRUNCATE":
      return recognised(change4.table, "truncate");
  }
}

// src/safety/impact/postgresql/forms.ts
function postgresForms(change4, schema, utc) {
  switch (change4.kind) {
    case "CreateTable": {
      const inline = change4.columns.flatMap((column2) => column2.references ? [column2.references.table] : []);
      const named5 = change4.constraints.flatMap((constraint) => constraint.kind === "foreign key" ? [constraint.toTable] : []);
      const others2 = [.../* @__PURE__ */ new Set([...inline, ...named5])].filter((table) => table !== change4.table).sort();
      return others2.length > 0 ? recognised(change4.table, { form: "create table: foreign key", others: others2 }) : recognised(change4.table, "create table");
    }
    case "DropTable": {
      const others2 = [.../* @__PURE__ */ new Set([...parents(schema.tables.get(change4.table)), ...children2(schema, change4.table)])].sort();
      return others2.length > 0 ? recognised(change4.table, { form: "drop table: foreign key", others: others2 }) : recognised(change4.table, "drop table");
    }
    case "RenameTable":
      return recognised(change4.table, "rename table");
    case "SetTablespace":
      return recognised(change4.table, "set tablespace");
    case "AddColumn":
      return addColumn3(change4.table, change4.column);
    case "DropColumn":
      return dropColumn3(schema, change4.table, change4.column);
    case "RenameColumn":
      return recognised(change4.table, "rename column");
    case "AlterColumn":
      return alterColumn3(schema, change4.table, change4.actions, utc);
    case "AddConstraint":
      return addConstraint3(schema.tables.get(change4.table), change4.table, change4.constraint);
    case "DropConstraint":
      return dropConstraint3(schema, change4);
    case "ValidateConstraint":
      return validateConstraint(schema, change4.table, change4.name);
    case "RenameConstraint":
      return recognised(change4.table, "rename constraint");
    case "CreateIndex":
      if (change4.index.ifNotExists && schema.tables.get(change4.table)?.indexes.has(change4.index.name)) return recognised(change4.table, "create index: exists already");
      return recognised(change4.table, change4.concurrently ? "create index concurrently" : "create index");
    case "DropIndex":
      return recognised(change4.table, change4.concurrently ? "drop index concurrently" : "drop index");
    case "RenameIndex":
      return recognised(change4.table, "rename index");
    case "CommentOnTable":
    case "CommentOnColumn":
      return recognised(change4.table, "comment");
    default:
      return other2(change4);
  }
}
function addConstraint3(before, table, constraint) {
  switch (constraint.kind) {
    case "primary key":
      if (!constraint.usingIndex) return recognised(table, "add primary key");
      return madeNotNull(before, constraint.usingIndex) ? recognised(table, "add primary key: using index", "set not null") : recognised(table, "add primary key: using index");
    case "unique":
      return recognised(table, constraint.usingIndex === null ? "add unique" : "add unique: using index");
    case "exclusion":
      return recognised(table, "add exclusion");
    case "check":
      return recognised(table, constraint.notValid ? "add check: not valid" : "add check");
    case "foreign key": {
      const others2 = constraint.toTable === table ? [] : [constraint.toTable];
      return recognised(table, { form: constraint.notValid ? "add foreign key: not valid" : "add foreign key", others: others2 });
    }
  }
}
function madeNotNull(table, index3) {
  return table?.indexes.get(index3)?.columns.some((column2) => table.columns.get(column2)?.null === true && !provenNotNull(table, column2)) === true;
}
function dropConstraint3(schema, change4) {
  const known3 = schema.tables.get(change4.table)?.constraints.get(change4.name);
  const foreignKey3 = known3 ? known3.kind === "foreign key" : change4.constraint === "foreign key";
  if (!foreignKey3) return recognised(change4.table, "drop constraint");
  if (known3?.kind === "foreign key") return recognised(change4.table, { form: "drop foreign key", others: known3.toTable === change4.table ? [] : [known3.toTable] });
  return { ...recognised(change4.table, "drop foreign key"), unknown: `the table that "${change4.name}" refers to is not known; it is locked ACCESS EXCLUSIVE, too` };
}
function validateConstraint(schema, table, name2) {
  const known3 = schema.tables.get(table)?.constraints.get(name2);
  if (known3?.kind === "check") return recognised(table, known3.valid ? "validate: already valid" : "validate check");
  if (known3?.kind === "foreign key") {
    return known3.valid ? recognised(table, "validate: already valid") : recognised(table, { form: "validate foreign key", others: known3.toTable === table ? [] : [known3.toTable] });
  }
  return { ...recognised(table, "validate check"), notes: [`Constraint "${name2}" is not known; if it is a foreign key, the table it refers to is locked ROW SHARE, which nothing waits for.`] };
}

// src/safety/impact/postgresql/effect.ts
function postgresEffect(change4, schema, version, utc) {
  const { table, uses, notes, unknown: unknown4 } = postgresForms(change4, schema, utc);
  let locks = {};
  const scans = /* @__PURE__ */ new Set();
  const rewrites = /* @__PURE__ */ new Set();
  const writersWait = /* @__PURE__ */ new Set();
  let missing2 = null;
  for (const { form, others: others2 } of uses) {
    const row = postgresRow(form, version);
    if (!row) {
      missing2 = `PostgreSQL ${version} does not know this: ${form}`;
      continue;
    }
    if (table !== null && row.table !== null) locks = strongestLocks(locks, { [table]: row.table });
    for (const other3 of others2) {
      if (row.others !== null) locks = strongestLocks(locks, { [other3]: row.others });
      if (row.scansOthers) scans.add(other3);
    }
    if (table === null) continue;
    if (row.work === "rewrite") rewrites.add(table);
    if (row.work !== "none" && row.work !== "rewrite") scans.add(table);
    if (row.locksRows) writersWait.add(table);
  }
  for (const table2 of rewrites) scans.delete(table2);
  return {
    locks,
    scans: [...scans].sort(),
    rewrites: [...rewrites].sort(),
    writersWait: [...writersWait].sort(),
    readersWait: [],
    heldToEnd: true,
    notes: [...notes, ...checksThatWait(locks, schema, scans.size + rewrites.size > 0)],
    unknown: unknown4 ?? missing2
  };
}
function postgresRow(form, version) {
  return postgresRows.findLast((row) => row.form === form && (row.from === null || atLeast(version, row.from)));
}
function checksThatWait(locks, schema, long) {
  if (!long) return [];
  return Object.keys(locks).filter((table) => locks[table] === "ACCESS EXCLUSIVE").flatMap((table) => {
    const free2 = (name2) => locks[name2] !== "ACCESS EXCLUSIVE";
    const deletes = parents(schema.tables.get(table)).filter(free2).map((name2) => `DELETE on "${name2}"`);
    const inserts = children2(schema, table).filter(free2).map((name2) => `INSERT into "${name2}"`);
    const waiting = [...deletes, ...inserts];
    return waiting.length > 0 ? [`${waiting.join(", ")} must wait, too: the foreign key check reads "${table}".`] : [];
  });
}

// src/safety/impact/effect.ts
var noEffect = { locks: {}, scans: [], rewrites: [], writersWait: [], readersWait: [], heldToEnd: false, notes: [], unknown: null };

// src/safety/impact/tables/sqlite.ts
var sqliteRows = [
  { form: "add column", work: "none", manual: "ALTER TABLE, ADD COLUMN" },
  { form: "add column: check", work: "read", manual: "ALTER TABLE, ADD COLUMN: a CHECK and a generated column's NOT NULL are tested against every row" },
  { form: "drop column", work: "rewrite", manual: "ALTER TABLE, DROP COLUMN: the content is rewritten to purge the column" },
  { form: "change of the definition", work: "none", manual: "ALTER TABLE, How ALTER TABLE Works: only the text of the schema changes" },
  { form: "drop table", work: "write", manual: "DROP TABLE: every page of the table joins the free list" },
  { form: "create index", work: "write", manual: "CREATE INDEX" },
  { form: "drop index", work: "write", manual: "DROP INDEX: every page of the index joins the free list" },
  { form: "copy rows", work: "rewrite", manual: "ALTER TABLE, Making Other Kinds Of Table Schema Changes" },
  { form: "insert rows", work: "none", manual: "INSERT" },
  { form: "change rows", work: "write", manual: "UPDATE, DELETE" }
];

// src/safety/impact/sqlite/effect.ts
function sqliteEffect(change4, schema) {
  if (change4.kind === "NoEffect") return noEffect;
  if (change4.kind === "Unknown") return { ...noEffect, unknown: change4.reason };
  const row = sqliteRows.find(({ form }) => form === sqliteForm(change4, schema));
  const table = "table" in change4 ? change4.table : null;
  if (!row || table === null) return { ...noEffect, heldToEnd: true, unknown: `which rows this touches: ${change4.kind === "Other" ? change4.what : change4.kind}` };
  const writes2 = row.work === "write" || row.work === "rewrite";
  return {
    locks: { [table]: sqliteLock },
    scans: row.work === "read" || row.work === "write" ? [table] : [],
    rewrites: row.work === "rewrite" ? [table] : [],
    writersWait: [],
    readersWait: writes2 ? [table] : [],
    heldToEnd: true,
    notes: writes2 ? ["Readers do not wait where the database is in WAL mode; Django leaves it in SQLite's default, where they do."] : [],
    unknown: null
  };
}
function sqliteForm(change4, schema) {
  switch (change4.kind) {
    case "AddColumn": {
      const { check: check2, generated, null: nullable } = change4.column;
      return check2 !== null || generated !== null && !nullable ? "add column: check" : "add column";
    }
    case "DropColumn":
      return "drop column";
    case "CreateTable":
    case "RenameTable":
    case "RenameColumn":
      return "change of the definition";
    case "DropIndex":
      return "drop index";
    case "DropTable":
      return schema.tables.has(change4.table) ? "drop table" : "change of the definition";
    case "CreateIndex":
      return "create index";
    case "CopyRows":
      return "copy rows";
    case "FillNulls":
    case "FillRows":
      return "change rows";
    case "WriteRows":
      return change4.statement === "INSERT" ? "insert rows" : "change rows";
    default:
      return null;
  }
}

// src/safety/impact/impact.ts
function impactOf(change4, before, database, context) {
  const effect = effectOf(change4, before, database, context.utc ?? null);
  const old = (table) => !context.newTables.has(table) && !(change4.kind === "CreateTable" && change4.table === table);
  const locks = Object.fromEntries(Object.entries(effect.locks).filter(([table]) => old(table)));
  const scans = isOfNewTable(change4, context.newTables) ? [] : effect.scans.filter(old);
  const rewrites = effect.rewrites.filter(old);
  const held2 = effect.heldToEnd ? strongestLocks(context.inTransactionWith ?? {}, locks) : locks;
  const long = scans.length + rewrites.length > 0;
  return {
    locks,
    blocksReads: long && (Object.values(held2).some(readsWait) || effect.readersWait.some(old)),
    blocksWrites: long && (Object.values(held2).some(writesWait) || effect.writersWait.some(old)),
    rewrites,
    scans,
    notes: Object.keys(locks).length > 0 ? effect.notes : [],
    unknown: onNewTable(change4, context.newTables) ? null : effect.unknown
  };
}
function isOfNewTable(change4, newTables) {
  return change4.kind === "CreateTable" || change4.kind === "AddConstraint" && newTables.has(change4.table);
}
function onNewTable(change4, newTables) {
  return "table" in change4 && change4.table !== null && newTables.has(change4.table);
}
function effectOf(change4, before, database, utc) {
  switch (database.vendor) {
    case "postgresql":
      return postgresEffect(change4, before, database.version, utc);
    case "mysql":
    case "mariadb":
      return mysqlEffect(change4, before, database.vendor, database.version);
    case "sqlite":
      return sqliteEffect(change4, before);
  }
}

// src/safety/impact/transaction-impact.ts
function startOf(schema, newTables) {
  return { schema, newTables, dropped: /* @__PURE__ */ new Set(), held: {} };
}
function impactOfTransaction(changes2, database, state, options) {
  const each = [];
  const transactional = options.atomic && (database.vendor === "postgresql" || database.vendor === "sqlite");
  let { schema, newTables, dropped: dropped2, held: held2 } = state;
  for (const change4 of changes2) {
    const impact = impactOf(change4, schema, database, { newTables, inTransactionWith: held2, ...options.utc === void 0 ? {} : { utc: options.utc } });
    each.push(impact);
    schema = applyChange(schema, change4, database.vendor);
    if (change4.kind === "DropTable" && !newTables.has(change4.table)) dropped2 = /* @__PURE__ */ new Set([...dropped2, change4.table]);
    newTables = newTablesAfter(change4, newTables, dropped2);
    held2 = transactional ? renamed(strongestLocks(held2, impact.locks), change4) : {};
  }
  return { each, all: together3(each), state: { schema, newTables, dropped: dropped2, held: held2 } };
}
function together3(impacts) {
  return {
    locks: impacts.reduce((locks, impact) => strongestLocks(locks, impact.locks), {}),
    blocksReads: impacts.some((impact) => impact.blocksReads),
    blocksWrites: impacts.some((impact) => impact.blocksWrites),
    rewrites: union(impacts.map((impact) => impact.rewrites)),
    scans: union(impacts.map((impact) => impact.scans)),
    notes: [...new Set(impacts.flatMap((impact) => impact.notes))],
    unknown: impacts.find((impact) => impact.unknown !== null)?.unknown ?? null
  };
}
function newTablesAfter(change4, newTables, dropped2) {
  if (change4.kind === "CreateTable" && !dropped2.has(change4.table)) return /* @__PURE__ */ new Set([...newTables, change4.table]);
  if (change4.kind === "RenameTable" && newTables.has(change4.table) && !dropped2.has(change4.to)) return /* @__PURE__ */ new Set([...newTables, change4.to]);
  return newTables;
}
function renamed(held2, change4) {
  if (change4.kind !== "RenameTable" || held2[change4.table] === void 0) return held2;
  const { [change4.table]: lock, ...rest2 } = held2;
  return { ...rest2, [change4.to]: lock };
}
function union(lists2) {
  return [...new Set(lists2.flat())].sort();
}

// src/safety/impact/pending-events.ts
function schemaChangesAfterData({ operations, deferred }, before) {
  let schema = before;
  let python = null;
  const written2 = /* @__PURE__ */ new Map();
  const findings = /* @__PURE__ */ new Map();
  const lookAt = (statement, part3) => changesOf(statement).forEach((change4) => look(change4, statement.sql, part3));
  const look = (change4, sql2, part3) => {
    if (checksNow(change4, sql2)) {
      written2.clear();
      python = null;
    }
    const table = "table" in change4 ? change4.table : null;
    if (table !== null && refusedWithPendingEvents.has(change4.kind) && !findings.has(table)) {
      const said2 = written2.get(table) ?? (python && before.tables.has(table) && guarded(schema, table) ? `${python.type} runs before a schema change of "${table}" in one transaction: if it writes that table,` : null);
      if (said2 !== null) findings.set(table, finding("schema-change-after-data", part3 ?? python, `${said2} PostgreSQL may refuse the change with 55006: ${refusal(change4, table)}`));
    }
    if (change4.kind === "WriteRows" && table !== null && leavesChecks(change4.statement, schema, table)) written2.set(table, sentence(change4.statement, table));
    schema = applyChange(schema, change4, "postgresql");
  };
  for (const part3 of operations) {
    for (const statement of part3.statements) lookAt(statement, part3);
    if (runsPython(part3.operation) || changes(part3).some((change4) => change4.kind === "Unknown")) python ??= part3;
  }
  for (const statement of deferred) lookAt(statement, null);
  return [...findings.values()];
}
function checksNow(change4, sql2) {
  return change4.kind === "FillNulls" || change4.kind === "NoEffect" && /\bset\s+constraints\s+all\s+immediate\b/i.test(sql2 ?? "");
}
function leavesChecks(statement, schema, table) {
  if (statement === "DELETE") return [...schema.tables.values()].some((other3) => foreignKeys(other3).some((key2) => key2.toTable === table && key2.deferrable === "deferred"));
  return statement !== "TRUNCATE" && foreignKeys(schema.tables.get(table)).some((key2) => key2.deferrable === "deferred");
}
function guarded(schema, table) {
  return leavesChecks("INSERT", schema, table) || leavesChecks("DELETE", schema, table);
}
function sentence(statement, table) {
  const when = statement === "UPDATE" ? "if the UPDATE changes a foreign key," : "once a row was changed,";
  return `${statement} on "${table}" runs before a schema change of the same table in one transaction: ${when}`;
}
function refusal(change4, table) {
  const statement = change4.kind === "CreateIndex" ? "CREATE INDEX" : change4.kind === "DropTable" ? "DROP TABLE" : "ALTER TABLE";
  return `cannot ${statement} "${table}" because it has pending trigger events`;
}

// src/safety/impact/transaction.ts
function transactionFindings(migration, database, before) {
  if (database.vendor === "mysql" || database.vendor === "mariadb") return partlyApplied(migration, "no-transactional-ddl", `${serverNames[database.vendor]} commits every schema change at once`);
  if (database.vendor !== "postgresql") return [];
  if (!migration.atomic) {
    return [...concurrentlyInOneString(migration), ...oneByOne(migration).flatMap((text5) => schemaChangesAfterData(text5, before)), ...partlyApplied(migration, "not-atomic", "atomic = False commits every statement at once")];
  }
  return [
    ...concurrentlyInTransaction(migration),
    ...validatedAtOnce(migration),
    ...schemaChangesAfterData(migration, before),
    ...dataUnderLock(migration),
    ...severalExclusiveLocks(migration)
  ];
}
function oneByOne({ operations }) {
  return operations.flatMap((part3) => part3.statements.filter((statement) => (statement.more?.length ?? 0) > 0).map((statement) => ({ atomic: true, operations: [{ ...part3, statements: [statement] }], deferred: [] })));
}
var serverNames = { mysql: "MySQL", mariadb: "MariaDB" };
function isConcurrent(change4) {
  return (change4.kind === "CreateIndex" || change4.kind === "DropIndex") && change4.concurrently;
}
function concurrentlyInTransaction({ operations }) {
  return operations.flatMap((part3) => {
    const change4 = changes(part3).find(isConcurrent);
    if (!change4 && !part3.operation.safer) return [];
    const statement = change4?.kind === "CreateIndex" ? "CREATE INDEX CONCURRENTLY" : "DROP INDEX CONCURRENTLY";
    const error = part3.operation.kind === "RunSQL" || part3.operation.kind === "SeparateDatabaseAndState" ? `${statement} cannot run inside a transaction block` : `The ${part3.type} operation cannot be executed inside a transaction (set atomic = False on the migration).`;
    return [finding("concurrently-in-transaction", part3, `The migration cannot run, because it is atomic: ${error}`)];
  });
}
function concurrentlyInOneString({ operations }) {
  return operations.filter((part3) => part3.statements.some((statement) => (statement.more?.length ?? 0) > 0 && changesOf(statement).some(isConcurrent))).map((part3) => finding("concurrently-with-other-statements", part3, "The migration cannot run: PostgreSQL refuses CONCURRENTLY in a string with other statements (cannot run inside a transaction block)."));
}
function validatedAtOnce({ operations }) {
  const notValid = /* @__PURE__ */ new Map();
  return operations.flatMap((part3) => changes(part3).flatMap((change4) => {
    if (change4.kind === "AddConstraint" && "notValid" in change4.constraint && change4.constraint.notValid) {
      notValid.set(`${change4.table}.${change4.constraint.name}`, change4.constraint.kind === "check" ? "ACCESS EXCLUSIVE" : "SHARE ROW EXCLUSIVE");
    }
    const lock = change4.kind === "ValidateConstraint" ? notValid.get(`${change4.table}.${change4.name}`) : void 0;
    if (lock === void 0 || change4.kind !== "ValidateConstraint") return [];
    return [finding("validate-in-same-transaction", part3, `"${change4.name}" is validated in the transaction that adds it NOT VALID: every row of "${change4.table}" is checked while the first statement's ${lock} lock is held, as if it had been added in one step.`)];
  }));
}
function dataUnderLock({ operations }) {
  let held2 = {};
  return operations.flatMap((part3) => {
    const isData = runsPython(part3.operation) || changes(part3).some((change4) => change4.kind === "WriteRows");
    const waited = Object.entries(held2).filter(([, lock]) => writesWait(lock));
    held2 = strongestLocks(held2, part3.impact.locks);
    if (!isData || waited.length === 0) return [];
    const who = waited.some(([, lock]) => readsWait(lock)) ? "everything that reads or writes" : "everything that writes";
    return [finding("data-under-lock", part3, `${part3.type} runs while the transaction holds ${locked(waited)}: ${who} there waits until the data is done.`)];
  });
}
function severalExclusiveLocks({ operations }) {
  const renames = new Map(operations.flatMap((part3) => changes(part3).flatMap((change4) => change4.kind === "RenameTable" ? [[change4.table, change4.to]] : [])));
  const byPart = operations.map((part3) => [...new Set(Object.keys(part3.impact.locks).filter((table) => readsWait(part3.impact.locks[table])).map((table) => renames.get(table) ?? table))]);
  const all4 = [...new Set(byPart.flat())].sort();
  if (all4.length < 2 || byPart.some((tables) => tables.length === all4.length)) return [];
  const last = operations.findLast((_, i2) => byPart[i2].length > 0) ?? null;
  return [finding("several-exclusive-locks", last, `One transaction holds ${locked(all4.map((table) => [table, "ACCESS EXCLUSIVE"]))} at once.`)];
}
function locked(locks) {
  const names3 = /* @__PURE__ */ new Map();
  for (const [table, lock] of locks) names3.set(lock, [...names3.get(lock) ?? [], `"${table}"`]);
  return [...names3].map(([lock, tables]) => `${lock} on ${tables.join(", ")}`).join(" and ");
}
function partlyApplied({ operations, deferred }, rule, why) {
  const ofSchema = (all4) => all4.filter((change4) => !notSchemaChanges.has(change4.kind));
  const parts2 = operations.flatMap((part3) => part3.operation.kind === "RunSQL" ? ofSchema(changes(part3)) : ofSchema(changes(part3)).slice(0, 1));
  if (parts2.length < 2) return [];
  const count = ofSchema([...operations.flatMap(changes), ...deferred.map((statement) => statement.change)]).length;
  return [finding(rule, operations[0] ?? null, `${why}: if one of these ${count} statements fails, those before it stay, and the migration cannot simply be run again.`)];
}

// src/django/operations/target.ts
function target(operation, app, state) {
  const model = (name2) => `${app}.${state?.models.get(`${app}.${name2.toLowerCase()}`)?.name ?? name2}`;
  switch (operation.kind) {
    case "CreateModel":
    case "DeleteModel":
    case "AlterModelTable":
    case "AlterModelTableComment":
    case "AlterUniqueTogether":
    case "AlterIndexTogether":
    case "AlterOrderWithRespectTo":
    case "AlterModelOptions":
    case "AlterModelManagers":
      return model(operation.name);
    case "RenameModel":
      return model(operation.from);
    case "AddField":
    case "AlterField":
      return `${model(operation.model)}.${operation.field.name}`;
    case "RemoveField":
    case "AddDefaultValue":
      return `${model(operation.model)}.${operation.name}`;
    case "RenameField":
      return `${model(operation.model)}.${operation.from}`;
    case "AddIndex":
      return nameOf2(operation.index) ?? model(operation.model);
    case "AddConstraint":
      return nameOf2(operation.constraint) ?? model(operation.model);
    case "RenameIndex":
      return operation.from ?? operation.to;
    case "RemoveIndex":
    case "RemoveConstraint":
    case "AlterConstraint":
    case "ValidateConstraint":
    case "CreateExtension":
    case "CreateCollation":
    case "RemoveCollation":
      return operation.name;
    case "SeparateDatabaseAndState":
      return common3([...operation.stateOperations, ...operation.databaseOperations], app, state);
    case "RunSQL":
      return common3(operation.stateOperations, app, state);
    case "Unknown":
      return operation.assumed ? target(operation.assumed, app, state) : null;
    case "RunPython":
      return null;
  }
}
function common3(operations, app, state) {
  const targets2 = new Set(operations.map((operation) => target(operation, app, state)).filter((name2) => name2 !== null));
  return targets2.size === 1 ? [...targets2][0] : null;
}
function nameOf2(value) {
  const name2 = value !== null && typeof value === "object" && value.kind === "call" ? value.kwargs.get("name") : void 0;
  return typeof name2 === "string" ? name2 : null;
}

// src/safety/breakage/blockedDeletes.ts
function blockedDeletes(release, before, after, options) {
  const difference2 = forwards(options.changes, before);
  const found2 = [];
  for (const name2 of [...options.tables].sort()) {
    const was2 = difference2.tableBefore(name2) ?? "";
    const known3 = release.tables.get(was2);
    const old = foreignKeys2(before.tables.get(was2));
    for (const key2 of foreignKeys2(after.tables.get(name2))) {
      if (old.some((other3) => sameForeignKey(key2, other3, name2, difference2))) continue;
      const parent = difference2.tableBefore(key2.toTable);
      if (parent === null || !release.tables.has(parent) || key2.onDelete !== null && /cascade|set/i.test(key2.onDelete)) continue;
      const cascades = key2.columns.some((column2) => known3?.columns.get(difference2.columnBefore(name2, column2) ?? "")?.references?.table === parent);
      if (!cascades) found2.push({ parent, child: name2, constraint: key2.name });
    }
  }
  return found2;
}
function foreignKeys2(table) {
  return [...table?.constraints.values() ?? []].filter((constraint) => constraint.kind === "foreign key");
}

// src/safety/breakage/doubts.ts
function doubts(release, before, changes2, database) {
  const difference2 = forwards(changes2, before);
  return [...new Set(changes2.flatMap((change4) => doubtsAbout(change4, release, before, difference2, database)))];
}
function doubtsAbout(change4, release, before, difference2, database) {
  switch (change4.kind) {
    case "Unknown":
      return [change4.reason];
    case "Other": {
      const table = change4.table;
      if (change4.breaksNothing) return [];
      if (table !== null && !release.tables.has(difference2.tableBefore(table) ?? table)) return [];
      return [`${change4.what}${table === null ? "" : ` on ${table}`}: what it does to the release's statements cannot be read from the schema. Try it on a copy of the database.`];
    }
    case "AlterColumn":
      return change4.actions.flatMap((action) => {
        if (action.kind !== "SetType" && action.kind !== "Modify") return [];
        const table = difference2.tableBefore(change4.table);
        const column2 = difference2.columnBefore(change4.table, action.column);
        const held2 = table === null || column2 === null ? void 0 : before.tables.get(table)?.columns.get(column2);
        if (!held2 || !release.tables.get(table)?.columns.has(column2)) return [];
        return typeDoubt(`${change4.table}.${action.column}`, held2.type, action.kind === "SetType" ? action.type : action.definition.type, database);
      });
    default:
      return [];
  }
}
function typeDoubt(column2, from, to, database) {
  if (typeof to !== "string") return [`The new type of ${column2} is not known: ${to.unknown}`];
  if (from === null) return [`The type of ${column2} was not known before it becomes ${to}.`];
  if (spelledFit(from, to, database) !== "unknown") return [];
  return [`Whether values of type ${from} fit ${to} is not known (${column2}). Try it on a copy of the database.`];
}

// src/safety/breakage/rowWords.ts
function nullRows(table, column2, vendor) {
  switch (vendor) {
    case "postgresql":
      return `column "${column2}" of relation "${table}" contains null values`;
    case "mysql":
      return "Invalid use of NULL value";
    case "mariadb":
      return `Data truncated for column '${column2}' at row 1`;
    case "sqlite":
      return `NOT NULL constraint failed: new__${table}.${column2}`;
  }
}
function ruleOnRows(rule, table, database) {
  const remade = database.vendor === "sqlite" ? `new__${table}` : table;
  const words2 = wordsOf(database);
  switch (rule.kind) {
    case "unique":
      return database.vendor === "postgresql" ? `could not create unique index "${rule.name}"` : words2.duplicate(remade, rule.name, rule.columns).error;
    case "check":
      return database.vendor === "postgresql" ? `check constraint "${rule.name}" of relation "${table}" is violated by some row` : words2.checkFails(table, rule.name, rule.sql).error;
    case "foreign key":
      return words2.noParent(table, rule).error;
    case "exclusion":
      return `could not create exclusion constraint "${rule.name}"`;
  }
}
function retypedRows(conversion2, table, column2, from, to, explicit, database) {
  const { write: write3 } = typeErrors(conversion2, { table, column: column2, sent: from, type: to }, database);
  if (database.vendor === "postgresql") {
    if (explicit && (conversion2 === "length" || conversion2 === "text")) return null;
    if (conversion2 !== "refused") return write3?.error ?? null;
    if (explicit && hasExplicitCast(from, to)) return null;
    return explicit ? `cannot cast type ${withoutModifier(from)} to ${withoutModifier(to)}` : `column "${column2}" cannot be cast automatically to type ${withoutModifier(to)}`;
  }
  const number = asNumbers[from.family];
  if (number !== void 0 && isNumber(to)) return holdsNumber(to, number) ? null : `Out of range value for column '${column2}' at row 1`;
  if (conversion2 === "length") return `Data truncated for column '${column2}' at row 1`;
  if (database.vendor === "mariadb" && conversion2 === "syntax" && (to.family === "integer" || to.family === "numeric")) return `Truncated incorrect ${to.family === "integer" ? "INTEGER" : "DECIMAL"} value: '${example}'`;
  return write3?.error ?? null;
}
var asNumbers = { date: 99991231n, timestamp: 99991231235959n, time: 8385959n };
function isNumber({ family: family2 }) {
  return family2 === "integer" || family2 === "numeric" || family2 === "float" || family2 === "boolean";
}
function holdsNumber(type, number) {
  if (type.family === "integer") return type.max >= number;
  if (type.family === "numeric") return type.precision === null || type.precision - type.scale >= String(number).length;
  return type.family === "float";
}
function hasExplicitCast(from, to) {
  return from.family === "boolean" && to.name === "integer" || from.name === "integer" && to.family === "boolean";
}

// src/safety/breakage/existingRows.ts
function failsOnExistingRows(changes2, before, after, options) {
  const rows = { ...options, before, after, difference: forwards(changes2, before), filled: /* @__PURE__ */ new Set(), added: new Map(options.added) };
  for (const change4 of changes2) {
    const error = changeFails(change4, rows);
    if (error !== null) return error;
  }
  for (const table of touched(changes2)) {
    if (tableBefore(table, rows) === null) continue;
    for (const rule of newRules(table, { from: before, to: after, difference: rows.difference, database: options.database })) {
      const error = ruleFails(rule, table, rows);
      if (error !== null) return error;
    }
  }
  return null;
}
function touched(changes2) {
  return [...new Set(changes2.flatMap((change4) => change4.kind === "RenameTable" ? [change4.to] : "table" in change4 && change4.table !== null ? [change4.table] : []))];
}
function tableBefore(table, { before, difference: difference2, empty: empty2 }) {
  const name2 = difference2.tableBefore(table);
  if (name2 === null || empty2.has(name2) || empty2.has(table)) return null;
  return before.tables.get(name2) ?? null;
}
function columnBefore(table, column2, rows) {
  const name2 = rows.difference.columnBefore(table, column2);
  return name2 === null ? null : tableBefore(table, rows)?.columns.get(name2) ?? null;
}
function changeFails(change4, rows) {
  switch (change4.kind) {
    case "FillNulls":
    case "FillRows":
      rows.filled.add(`${change4.table}
${change4.column}`);
      return fillFails(change4.table, change4.column, rows);
    case "AddColumn":
      rows.added.set(`${change4.table}
${change4.column.name}`, change4.column);
      return tableBefore(change4.table, rows) === null ? null : addedColumnFails(change4.table, change4.column, rows);
    case "AlterColumn":
      for (const action of change4.actions) {
        const error = actionFails(change4.table, action, rows);
        if (error !== null) return error;
      }
      return null;
    case "ValidateConstraint":
      return validationFails(change4.table, change4.name, rows);
    case "CopyRows":
      return copyFails(change4, rows);
    default:
      return null;
  }
}
function fillFails(table, column2, rows) {
  const was2 = columnBefore(table, column2, rows);
  if (!was2?.null) return null;
  const unique3 = [...tableBefore(table, rows)?.constraints.values() ?? []].find((constraint) => constraint.kind === "unique" && constraint.columns.length === 1 && constraint.columns[0] === was2.name);
  return unique3 ? wordsOf(rows.database).duplicate(table, unique3.name, [column2]).error : null;
}
function addedColumnFails(table, column2, rows) {
  const held2 = rows.after.tables.get(table);
  const generated = held2?.columns.get(column2.name);
  if (held2 && generated?.generated?.stored) return computedOverflow(generated, held2, rows.database)?.error ?? null;
  const supplied = column2.null || column2.default !== null || column2.identity || column2.generated !== null;
  if (supplied || rows.filled.has(`${table}
${column2.name}`)) return null;
  switch (rows.database.vendor) {
    case "postgresql":
      return nullRows(table, column2.name, "postgresql");
    case "sqlite":
      return "Cannot add a NOT NULL column with default value NULL";
    case "mysql":
    case "mariadb":
      return zeroDate(column2, rows);
  }
}
function zeroDate(column2, { database }) {
  const family2 = typeof column2.type === "string" ? readType(column2.type, database.vendor).family : null;
  if (database.vendor !== "mysql") return null;
  if (family2 === "date") return `Incorrect date value: '0000-00-00' for column '${column2.name}' at row 1`;
  return family2 === "timestamp" ? `Incorrect datetime value: '0000-00-00 00:00:00' for column '${column2.name}' at row 1` : null;
}
function actionFails(table, action, rows) {
  const was2 = columnBefore(table, action.column, rows);
  if (!was2) return null;
  switch (action.kind) {
    case "SetNotNull":
      return !action.notValid && mayHoldNull(table, action.column, was2, rows) ? nullRows(table, action.column, rows.database.vendor) : null;
    case "SetType":
      return typeof action.type === "string" ? retyped(table, was2, action.type, action.using !== null, rows) : null;
    case "Modify": {
      const { type, null: nullable } = action.definition;
      if (!nullable && mayHoldNull(table, action.column, was2, rows)) return nullRows(table, action.column, rows.database.vendor);
      return typeof type === "string" ? retyped(table, was2, type, false, rows) : null;
    }
    default:
      return null;
  }
}
function mayHoldNull(table, column2, was2, rows) {
  if (!was2.null || rows.filled.has(`${table}
${column2}`)) return false;
  const checks = [...tableBefore(table, rows)?.constraints.values() ?? []];
  return !checks.some((check2) => check2.kind === "check" && check2.valid && flat(check2.sql) === flat(`${was2.name} IS NOT NULL`));
}
function retyped(table, was2, to, explicit, { database }) {
  if (was2.type === null || was2.type === to) return null;
  const [from, type] = [readType(was2.type, database.vendor), readType(to, database.vendor)];
  return retypedRows(fit(from, type, database), table, was2.name, from, type, explicit, database);
}
function validationFails(table, name2, rows) {
  const constraint = tableBefore(table, rows)?.constraints.get(name2);
  if (!constraint || constraint.kind !== "check" && constraint.kind !== "foreign key" || constraint.valid) return null;
  return ruleOnRows(constraint, table, rows.database);
}
function copyFails(copy3, rows) {
  const table = copy3.table;
  for (const { column: column2 } of copy3.columns) {
    const was2 = columnBefore(table, column2, rows);
    const now = rows.after.tables.get(table)?.columns.get(column2);
    const plain2 = copy3.columns.some((each) => each.column === column2 && /^["`]?\w+["`]?$/.test(each.value));
    if (was2?.null && now && !now.null && plain2 && mayHoldNull(table, column2, was2, rows)) return nullRows(table, column2, "sqlite");
  }
  return null;
}
function ruleFails(rule, table, rows) {
  const values = rule.columns.map((column2) => valueOnRows(table, column2, rows));
  switch (rule.kind) {
    case "unique":
      if (values.includes("different") || rule.nullsDistinct && values.includes("null")) return null;
      break;
    case "check":
      if (!rule.valid) return null;
      if (values.length > 0 && !values.includes("any") && !refusesNulls(rule.sql, new Set(rule.columns.filter((_, at) => values[at] === "null")))) return null;
      break;
    case "foreign key":
      if (!rule.valid || values.every((value) => value === "null") || rows.database.vendor === "sqlite") return null;
      break;
    case "exclusion":
      if (values.includes("null")) return null;
  }
  return ruleOnRows(rule, table, rows.database);
}
function valueOnRows(table, column2, rows) {
  const added2 = rows.added.get(`${table}
${column2}`);
  if (added2 === void 0 || added2.generated !== null) return "any";
  if (added2.identity) return "different";
  if (added2.default === null) return rows.filled.has(`${table}
${column2}`) ? "equal" : "null";
  return /\b(gen_random_uuid|uuid_generate_v\d\w*|uuidv\d|uuid|random|rand|nextval|clock_timestamp)\s*\(/i.test(added2.default.sql) ? "different" : "equal";
}

// src/safety/breakage/losses.ts
function losses(changes2, before, options) {
  const difference2 = forwards(changes2, before);
  const remade = new Set(changes2.flatMap((change4) => change4.kind === "CopyRows" ? [change4.table] : []));
  return changes2.flatMap((change4) => {
    const table = "table" in change4 ? change4.table : null;
    if (table !== null && options.empty.has(table)) return [];
    return lossesOf(change4, before, difference2, remade, options.database);
  });
}
function lossesOf(change4, before, difference2, remade, database) {
  switch (change4.kind) {
    case "DropTable":
      if (!before.tables.has(change4.table) || remade.has(change4.table)) return [];
      return [{ kind: "dropped", how: `Every row of ${change4.table} is gone.` }];
    case "DropColumn": {
      const column2 = held(before, difference2.tableBefore(change4.table) ?? change4.table, change4.column);
      return column2 && !column2.generated ? [dropped(change4.table, change4.column)] : [];
    }
    case "CopyRows": {
      const table = before.tables.get(change4.table);
      const copied = change4.columns.map(({ value }) => value).join(" ");
      return [...table?.columns.values() ?? []].filter((column2) => !column2.generated && !copied.includes(column2.name)).map((column2) => dropped(change4.table, column2.name));
    }
    case "WriteRows":
      if (change4.statement !== "DELETE" && change4.statement !== "TRUNCATE") return [];
      return [{ kind: "dropped", how: `${change4.statement} takes rows away${change4.table === null ? "" : ` from ${change4.table}`}.` }];
    case "AlterColumn":
      return change4.actions.flatMap((action) => {
        const table = difference2.tableBefore(change4.table);
        const column2 = difference2.columnBefore(change4.table, action.column);
        const was2 = table === null || column2 === null ? null : held(before, table, column2);
        return was2 ? changed3(`${change4.table}.${action.column}`, was2, action, database) : [];
      });
    default:
      return [];
  }
}
function held(schema, table, column2) {
  return schema.tables.get(table)?.columns.get(column2) ?? null;
}
function dropped(table, column2) {
  return { kind: "dropped", how: `The values of ${table}.${column2} are gone.` };
}
function changed3(name2, was2, action, database) {
  const to = action.kind === "SetType" ? action.type : action.kind === "Modify" ? action.definition.type : null;
  if (was2.type === null || typeof to !== "string" || was2.type === to) return [];
  const [from, type] = [readType(was2.type, database.vendor), readType(to, database.vendor)];
  const conversion2 = fit(from, type, database);
  if (database.vendor === "postgresql" && action.kind === "SetType" && action.using !== null && (conversion2 === "length" || conversion2 === "text")) {
    const length = longestText(type);
    return [{ kind: "changed", how: `Values of ${name2} longer than ${length} characters are cut without an error: an explicit cast (USING \u2026 ::varchar(${length})) truncates.` }];
  }
  return rounded(name2, from, type);
}
function rounded(name2, from, to) {
  if (!coarser(from, to) || to.family === "text") return [];
  if (from.family === "timestamp") return [{ kind: "changed", how: to.family === "date" ? `The time of day of ${name2} is gone.` : `The date of ${name2} is gone.` }];
  const places = to.family === "numeric" ? to.scale : 0;
  return [{ kind: "changed", how: `Values of ${name2} are rounded to ${places === 0 ? "whole numbers" : `${places} decimal ${places === 1 ? "place" : "places"}`}.` }];
}

// src/safety/breakage/mended.ts
function mendedAtCommit(breakage, running, committed, { vendor }) {
  if (committed === null || vendor !== "postgresql" || breakage.release !== "running" || breakage.statement !== "INSERT" || breakage.code !== "23502" || breakage.column === null) return false;
  const table = running.tables.get(breakage.table);
  if (table === void 0 || table.columns.has(breakage.column)) return false;
  return (committed.tables.get(breakage.table)?.columns.get(breakage.column)?.default ?? null) !== null;
}

// src/safety/phase/demands.ts
function takesOrDemands(step) {
  const difference2 = forwards(step.changes, step.before);
  return step.changes.some((change4) => takes(change4, step, difference2)) || [...step.tables].some((table) => demands(table, step, difference2));
}
function takes(change4, step, difference2) {
  switch (change4.kind) {
    case "DropTable":
      return step.before.tables.has(change4.table) && !step.after.tables.has(change4.table);
    case "RenameTable":
      return step.before.tables.has(change4.table) && !step.after.tables.has(change4.table);
    case "DropColumn":
    case "RenameColumn":
      return was(change4.table, change4.column, step, difference2) !== null || step.before.tables.get(change4.table)?.columns.has(change4.column) === true;
    case "AlterColumn":
      return change4.actions.some((action) => actionTakes(action, was(change4.table, action.column, step, difference2), step.database));
    case "CopyRows":
      return false;
    // SQLite's remake: what is gone shows in the schemas
    default:
      return false;
  }
}
function was(table, column2, { before }, difference2) {
  const [tableName, name2] = [difference2.tableBefore(table), difference2.columnBefore(table, column2)];
  return tableName === null || name2 === null ? null : before.tables.get(tableName)?.columns.get(name2) ?? null;
}
function actionTakes(action, column2, database) {
  if (!column2) return false;
  switch (action.kind) {
    case "DropDefault":
      return !action.temporary && column2.default !== null;
    case "DropIdentity":
      return column2.identity;
    case "SetType":
      return typeof action.type === "string" && column2.type !== null && narrows(column2.type, action.type, database);
    case "Modify":
      return typeof action.definition.type === "string" && column2.type !== null && narrows(column2.type, action.definition.type, database);
    default:
      return false;
  }
}
function narrows(from, to, database) {
  const conversion2 = spelledFit(from, to, database);
  return conversion2 !== "fits" && conversion2 !== "unknown";
}
function demands(table, step, difference2) {
  const name2 = difference2.tableBefore(table);
  const [before, after] = [name2 === null ? void 0 : step.before.tables.get(name2), step.after.tables.get(table)];
  if (!before || !after || before === after) return false;
  const kept2 = /* @__PURE__ */ new Set();
  for (const column2 of after.columns.values()) {
    const wasCalled = difference2.columnBefore(table, column2.name);
    if (wasCalled !== null) kept2.add(wasCalled);
    const old = wasCalled === null ? void 0 : before.columns.get(wasCalled);
    if (!suppliesValue(column2) && (!old || suppliesValue(old))) return true;
    if (old?.null && !column2.null && column2.generated === null) return true;
  }
  if ([...before.columns.keys()].some((column2) => !kept2.has(column2))) return true;
  return newRules(table, { from: step.before, to: step.after, difference: difference2, database: step.database }).some((rule) => rule.columns.length === 0 || rule.columns.some((column2) => difference2.columnBefore(table, column2) !== null));
}

// src/safety/phase/transition.ts
function opensTransition(step, releaseBefore, releaseAfter, operation) {
  return operation !== null && dataMigrations(operation).length > 0 || step.changes.some(writesRows) || loosens(step) || keepsForOldRelease(step, releaseBefore, releaseAfter);
}
function writesRows(change4) {
  return change4.kind === "WriteRows";
}
function loosens({ before, after, changes: changes2, tables, database }) {
  const difference2 = forwards(changes2, before);
  const inverse = backwards(changes2, before, after);
  for (const table of tables) {
    const name2 = difference2.tableBefore(table);
    const [held2, now] = [name2 === null ? void 0 : before.tables.get(name2), after.tables.get(table)];
    if (!held2 || !now || held2 === now) continue;
    for (const column2 of now.columns.values()) {
      const old = held2.columns.get(difference2.columnBefore(table, column2.name) ?? "");
      if (old && !old.null && column2.null) return true;
    }
    const given2 = newRules(held2.name, { from: after, to: before, difference: inverse, database });
    if (given2.some((rule) => rule.columns.every((column2) => inverse.columnBefore(held2.name, column2) !== null))) return true;
  }
  return false;
}
function keepsForOldRelease(step, releaseBefore, releaseAfter) {
  const known3 = leftOver(step.before, releaseBefore, step);
  return [...leftOver(step.after, releaseAfter, step)].some((left) => !known3.has(left));
}
function leftOver(schema, release, { tables, database }) {
  const left = /* @__PURE__ */ new Set();
  for (const name2 of tables) {
    const table = schema.tables.get(name2);
    if (!table) continue;
    const model = release.tables.get(name2);
    if (!model) {
      left.add(`table ${name2}`);
      continue;
    }
    for (const column2 of table.columns.values()) for (const what of leftOfColumn(column2, model.columns.get(column2.name), database.vendor === "mysql")) left.add(`${what} ${name2}.${column2.name}`);
  }
  return left;
}
function leftOfColumn(column2, field, defaultsStay) {
  if (!field) return ["column"];
  const left = [];
  if (column2.null && !field.null && !column2.generated) left.push("null");
  if (column2.default !== null && !field.dbDefault && !defaultsStay) left.push("default");
  return left;
}

// src/safety/phase/phase.ts
function phaseOf(parts2) {
  if (parts2.breakages.some((breakage) => breakage.release === "running")) return "contract";
  if (parts2.unknown !== null) return "unknown";
  if (takesOrDemands(parts2)) return "contract";
  return opensTransition(parts2, parts2.releaseBefore, parts2.releaseAfter, parts2.operation) ? "expand" : "additive";
}

// src/history/record.ts
function recordOf(step, view, transaction) {
  const { database, newTables } = view;
  const { schema: before } = step.before;
  const { schema: after } = step.after;
  const own = [...step.statements, ...step.deferred];
  const changes2 = own.flatMap(changesOf);
  const tables = touched2(changes2);
  const old = { tables: new Set([...tables].filter((table) => !newTables.has(table))), changes: changes2.filter((change4) => !("table" in change4 && change4.table !== null && newTables.has(change4.table))) };
  const sides = { tables, database, changes: changes2 };
  const atOnce = breakages(view.running, before, after, { ...sides, side: "running" });
  const running = atOnce.filter((breakage) => !mendedAtCommit(breakage, view.running, view.committed, database));
  const breaks = [...running, ...newBreakages(step, view, sides).filter(view.toTell)];
  const reasons = doubts(view.running, before, changes2, database);
  const unknown4 = step.problem?.message ?? own.find((statement) => statement.unknown !== null)?.unknown ?? null;
  const doubt = step.problem?.message ?? reasons[0] ?? (step.operation.kind === "Unknown" ? step.operation.reason : null);
  const { python } = view.surroundings;
  const sizes2 = { ...view.surroundings.sizes, small: (table) => newTables.has(table) || view.surroundings.sizes.small(table) };
  const { all: impact, state } = impactOfTransaction(changes2, database, transaction, { atomic: step.migration.atomic, utc: view.utc });
  const waits = !onlySmall(impact, sizes2);
  const lost = losses(changes2, before, { database, empty: newTables });
  const judged = {
    type: step.operation.type,
    place: step.operation.place,
    operation: step.operation,
    statements: step.statements,
    deferred: step.deferred,
    unknown: unknown4,
    phase: phaseOf({ before, after: running.length < atOnce.length ? view.committed : after, ...old, database, breakages: breaks, unknown: doubt, releaseBefore: view.running, releaseAfter: view.next, operation: step.operation }),
    breaks,
    impact: { locks: impact.locks, blocksReads: impact.blocksReads && waits, blocksWrites: impact.blocksWrites && waits, rewrites: impact.rewrites, scans: impact.scans, ...rowsOf(impact, sizes2) },
    failsOnExistingRows: failsOnExistingRows(changes2, before, after, { database, empty: newTables, added: view.newColumns }),
    onNewTable: tables.size > 0 && [...tables].every((table) => newTables.has(table) || !before.tables.has(table))
  };
  const findings = findingsOf({
    ...judged,
    doubts: reasons,
    losses: lost,
    blockedDeletes: blockedDeletes(view.running, before, after, { tables, changes: changes2 }),
    before,
    after,
    database,
    atomic: step.migration.atomic,
    unknownLocks: impact.unknown,
    impactNotes: impact.notes,
    code: python === null ? [] : dataCode(step.operation, python),
    tableOf: (model) => model === null ? null : step.before.bound.get(model.toLowerCase())?.table ?? null,
    sizes: sizes2,
    requiredField: requiredField(step.operation, step.migration.app, step.before)
  });
  const record = {
    ...judged,
    index: step.index,
    target: target(step.operation, step.migration.app, step.after.state),
    lastLine: step.operation.lastLine,
    findings,
    losesData: lost.length === 0 ? null : lost.map((loss) => loss.how).join(" "),
    newNeedsItFirst: newNeedsFirst(view.next, before, after, sides).length > 0
  };
  return { record, transaction: state };
}
function rowsOf({ locks }, { rows }) {
  const known3 = Object.keys(locks).flatMap((table) => rows(table) === null ? [] : [[table, rows(table)]]);
  return known3.length === 0 ? {} : { rows: Object.fromEntries(known3) };
}
function onlySmall({ scans, rewrites }, sizes2) {
  return [...scans, ...rewrites].every(sizes2.small);
}
function requiredField(operation, app, { bound }) {
  if (operation.kind !== "RemoveField") return null;
  const field = bound.get(`${app}.${operation.model}`.toLowerCase())?.field(operation.name);
  if (!field || field.column === null || field.field === null || field.null) return null;
  const { kwargs } = field.field;
  if (kwargs.has("default") || kwargs.has("db_default") || kwargs.has("auto_now") || kwargs.has("auto_now_add") || field.path.endsWith(".GeneratedField")) return null;
  const blank = kwargs.get("blank") === true && /(Char|Text|Slug|URL|Email|File|FilePath|Image|Binary)Field$/.test(field.internalType);
  return blank ? null : `${field.model.name}.${field.name}`;
}
function newBreakages(step, view, sides) {
  const held2 = new Set([...sides.tables].filter((table) => step.before.schema.tables.has(table) || view.end.tables.has(table)));
  const tables = stateTables(step, view, held2);
  if (tables.size === 0) return [];
  return breakages(view.next, step.before.schema, view.end, { ...sides, tables, side: "new" });
}
function stateTables(step, view, touchedTables) {
  if (step.before.state === step.after.state) return touchedTables;
  const tables = new Set(touchedTables);
  for (const [key2, model] of step.after.state.models) {
    if (step.before.state.models.get(key2) === model) continue;
    const bound = step.after.bound.get(key2);
    if (bound && view.end.tables.has(bound.table) && view.next.tables.has(bound.table)) tables.add(bound.table);
  }
  return tables;
}
function touched2(changes2) {
  const tables = /* @__PURE__ */ new Set();
  for (const change4 of changes2) {
    if ("table" in change4 && change4.table !== null) tables.add(change4.table);
    if (change4.kind === "RenameTable" || change4.kind === "CopyRows") tables.add(change4.to);
  }
  return tables;
}

// src/safety/findings/parts.ts
var unnamedSizes = { hot: () => false, small: () => false, rows: () => null };

// src/history/surroundings.ts
var noSurroundings = { python: null, sizes: unnamedSizes };

// src/history/releases.ts
function releases() {
  const made = /* @__PURE__ */ new WeakMap();
  const names3 = /* @__PURE__ */ new WeakMap();
  let last = { models: /* @__PURE__ */ new Map(), index: /* @__PURE__ */ new Map() };
  const tablesOf = (key2, state, bound) => {
    let tables = names3.get(state);
    if (!tables) names3.set(state, tables = tableNames(bound.get(key2)));
    return tables;
  };
  const indexOf = ({ state, bound }) => {
    let index3 = null;
    const change4 = (table, edit) => {
      index3 ??= new Map(last.index);
      const keys2 = edit(index3.get(table) ?? []);
      if (keys2.length > 0) index3.set(table, keys2);
      else index3.delete(table);
    };
    for (const [key2, model] of state.models) {
      const before = last.models.get(key2);
      if (before === model) continue;
      const [old, now] = [before ? names3.get(before) ?? [] : [], tablesOf(key2, model, bound)];
      for (const table of old) if (!now.includes(table)) change4(table, (keys2) => keys2.filter((other3) => other3 !== key2));
      for (const table of now) if (!old.includes(table)) change4(table, (keys2) => keys2.includes(key2) ? keys2 : [...keys2, key2]);
    }
    for (const [key2, model] of last.models) {
      if (state.models.has(key2)) continue;
      for (const table of names3.get(model) ?? []) change4(table, (keys2) => keys2.filter((other3) => other3 !== key2));
    }
    last = { models: state.models, index: index3 ?? last.index };
    return last.index;
  };
  return (point) => {
    let release = made.get(point.bound);
    if (!release) made.set(point.bound, release = lazyRelease(point.bound, indexOf(point)));
    return release;
  };
}
function lazyRelease(bound, index3) {
  const read4 = /* @__PURE__ */ new Map();
  const get = (table) => {
    if (!read4.has(table)) read4.set(table, mergedTable((index3.get(table) ?? []).flatMap((key2) => boundTables(bound.get(key2), table))));
    return read4.get(table);
  };
  return { tables: { get, has: (table) => index3.has(table) } };
}
function boundTables(model, table) {
  if (!model || model.proxy || model.swapped) return [];
  return [model, ...throughs(model)].filter((one) => one.table === table).map(releaseTable);
}
function tableNames(model) {
  if (!model || model.proxy || model.swapped) return [];
  return [model, ...throughs(model)].map((one) => one.table);
}
function throughs(model) {
  return model.localManyToMany.flatMap((field) => field.remote?.throughAuto && field.remote.through ? [field.remote.through] : []);
}

// src/history/records.ts
function* records(steps, facts, running, wanted, surroundings = noSurroundings) {
  const database = facts.database.value;
  const releaseOf2 = releases();
  const made = /* @__PURE__ */ new Set();
  let toTell = null;
  const none4 = /* @__PURE__ */ new Set();
  let newColumns = /* @__PURE__ */ new Map();
  let operations = [];
  let transaction = null;
  let first = null;
  for (const step of steps) {
    if (!wanted(step.migration)) continue;
    if (step.kind === "end") {
      const before = (first ?? step.after).schema;
      const { migration, deferred } = step;
      const record2 = { app: migration.app, name: migration.name, path: migration.path ?? "", atomic: migration.atomic, operations, deferred };
      const { python } = surroundings;
      const place3 = { path: record2.path, line: migration.line };
      const code3 = python === null ? [] : migration.operations.flatMap((operation) => dataCode(operation, python));
      const whole = migrationFindings({ migration: record2, database, code: code3, place: place3, safe: python === null ? null : safeOf(migration, python) });
      yield { ...record2, findings: [...transactionFindings(record2, database, before), ...whole] };
      [operations, transaction, first] = [[], null, null];
      continue;
    }
    first ??= step.before;
    toTell ??= running.kind === "each" ? () => true : toldOnce(running.release, step.before.schema, database);
    const newTables = running.kind === "fixed" ? made : none4;
    transaction ??= startOf(step.before.schema, newTables);
    const view = { running: running.kind === "fixed" ? running.release : releaseOf2(step.before), next: running.kind === "fixed" ? running.next : releaseOf2(step.after), end: running.kind === "fixed" ? running.schema : step.after.schema, committed: running.kind === "fixed" && step.migration.atomic ? running.ends?.get(step.migration) ?? null : null, toTell, newTables, newColumns, database, utc: facts.useTz.value, surroundings };
    const { record, transaction: state } = recordOf(step, view, running.kind === "each" ? startOf(step.before.schema, none4) : transaction);
    transaction = state;
    if (running.kind === "fixed") newColumns = addedAfter(newColumns, step.operation, [...step.statements, ...step.deferred].flatMap(changesOf));
    if (step.after.schema !== step.before.schema) {
      for (const table of step.after.schema.tables.keys()) if (!step.before.schema.tables.has(table) && isNew2(step, table)) made.add(table);
    }
    operations.push(record);
  }
}
function toldOnce(release, schema, database) {
  const keyOf3 = ({ statement, table, column: column2, error }) => JSON.stringify([statement, table, column2, error]);
  let told = null;
  return (breakage) => {
    told ??= new Set(breakages(release, schema, schema, { tables: new Set(schema.tables.keys()), database, changes: [], side: "new" }).map(keyOf3));
    const key2 = keyOf3(breakage);
    if (told.has(key2)) return false;
    told.add(key2);
    return true;
  };
}
function isNew2(step, table) {
  const renamed3 = step.statements.some(({ change: change4 }) => change4.kind === "RenameTable" && change4.to === table && step.before.schema.tables.has(change4.table));
  return !renamed3;
}

// src/django/bind/once.ts
function once(compute2, circular) {
  let state = "waiting";
  let value;
  return () => {
    if (state === "done") return value;
    if (state === "computing") return circular();
    state = "computing";
    value = compute2();
    state = "done";
    return value;
  };
}

// src/django/bind/relations.ts
function relationTarget(resolved, owner, context) {
  return resolved.relation === null ? null : referredModel(resolved.attributes.get("to"), owner.app, owner.name, context.facts);
}
function throughTarget(resolved, owner, context) {
  return referredModel(resolved.attributes.get("through"), owner.app, owner.name, context.facts);
}
function foreignKeyRemote(resolved, owner, world) {
  const to = relationTarget(resolved, owner, world.context) ?? "";
  const target2 = once(() => targetField(world.get(to), textArgument(resolved.attributes, "to_field")), () => null);
  return {
    kind: resolved.relation === "one to one" ? "one to one" : "foreign key",
    to,
    get model() {
      return world.get(to);
    },
    get target() {
      return target2();
    },
    onDelete: onDeleteOf(resolved),
    dbConstraint: truthy(resolved.attributes.get("db_constraint")),
    through: null,
    throughAuto: false,
    throughFrom: null,
    throughTo: null
  };
}
function targetField(model, toField) {
  if (!model) return null;
  return toField === null ? model.pk : model.field(toField);
}
function onDeleteOf(resolved) {
  const value = resolved.attributes.get("on_delete");
  if (value === void 0 || value === null || typeof value !== "object" || !("path" in value)) return "CASCADE";
  return canonicalReference(value.path).replace(/^django\.db\.models\./, "");
}
function manyToManyRemote(resolved, owner, world, automatic2) {
  const to = relationTarget(resolved, owner, world.context) ?? "";
  const given2 = throughTarget(resolved, owner, world.context);
  const readable = given2 !== null || !truthy(resolved.attributes.get("through"));
  const through = once(() => given2 !== null ? world.get(given2) : readable ? automatic2(to) : null, () => null);
  const names3 = throughFields(resolved);
  const self = modelKey(owner.app, owner.name);
  return {
    kind: "many to many",
    to,
    get model() {
      return world.get(to);
    },
    target: null,
    onDelete: "CASCADE",
    dbConstraint: truthy(resolved.attributes.get("db_constraint")),
    get through() {
      return through();
    },
    throughAuto: given2 === null && readable,
    get throughFrom() {
      return linksTo(through(), self, names3?.[0])[0] ?? null;
    },
    get throughTo() {
      const links = linksTo(through(), to, names3?.[1]);
      return (to === self && names3 === null ? links[1] : links[0]) ?? null;
    }
  };
}
function linksTo(through, to, name2) {
  return (through?.localFields ?? []).filter((field) => field.remote?.to === to && (name2 === void 0 || name2 === field.name));
}
function throughFields(resolved) {
  const value = resolved.attributes.get("through_fields");
  if (value === void 0 || value === null || typeof value !== "object" || value.kind !== "list" && value.kind !== "tuple") return null;
  const names3 = value.items.filter((item2) => typeof item2 === "string");
  return names3.length >= 2 ? names3 : null;
}
function modelBases(state, models) {
  return state.bases.flatMap((base2) => {
    const dot = base2.indexOf(".");
    const key2 = dot < 0 ? "" : modelKey(base2.slice(0, dot), base2.slice(dot + 1));
    return models.has(key2) ? [key2] : [];
  });
}
function concreteModel(key2, models) {
  const seen = /* @__PURE__ */ new Set();
  let current = key2;
  for (let state = models.get(current); state && truthy(state.options.get("proxy")) && !seen.has(current); state = models.get(current)) {
    seen.add(current);
    const base2 = modelBases(state, models)[0];
    if (base2 === void 0) break;
    current = base2;
  }
  return current;
}

// src/django/bind/relations-of.ts
var caches = /* @__PURE__ */ new WeakMap();
function relationsOf(state, context) {
  let cache = caches.get(context);
  if (!cache) caches.set(context, cache = /* @__PURE__ */ new WeakMap());
  let relations = cache.get(state);
  if (!relations) cache.set(state, relations = read3(state, context));
  return relations;
}
function read3(state, context) {
  const relations = [];
  for (const field of state.fields.values()) {
    const resolved = resolveField(field, context);
    const to = relationTarget(resolved, state, context);
    if (to === null) continue;
    const { attributes: attributes3 } = resolved;
    const key2 = truthy(attributes3.get("primary_key")) || truthy(attributes3.get("parent_link")) || truthy(attributes3.get("unique"));
    relations.push({ to, through: throughTarget(resolved, state, context), manyToMany: resolved.relation === "many to many", key: key2 });
  }
  return relations;
}

// src/django/bind/dependencies.ts
function dependenciesOf(key2, models, context) {
  const found2 = /* @__PURE__ */ new Map();
  const add = (next, all4) => {
    if (found2.has(next)) return;
    const state = models.get(next);
    found2.set(next, state);
    if (!state) return;
    for (const base2 of modelBases(state, models)) add(base2, false);
    for (const relation of relationsOf(state, context)) {
      if (!all4 && !relation.key) continue;
      add(relation.to, false);
      if (relation.through !== null) add(relation.through, false);
    }
  };
  add(key2, true);
  return found2;
}
function unchanged(dependencies, models) {
  for (const [key2, state] of dependencies) if (models.get(key2) !== state) return false;
  return true;
}

// src/django/bind/incoming.ts
var emptyIndex = { models: /* @__PURE__ */ new Map(), owners: /* @__PURE__ */ new Map(), proxies: /* @__PURE__ */ new Set() };
function updateIndex(old, models, context) {
  const changed4 = [];
  for (const [key2, state] of models) if (old.models.get(key2) !== state) changed4.push(key2);
  for (const key2 of old.models.keys()) if (!models.has(key2)) changed4.push(key2);
  if (changed4.length === 0) return { ...old, models };
  const owners = new Map(old.owners);
  const proxies = new Set(old.proxies);
  const fresh = /* @__PURE__ */ new Map();
  const set2 = (target2) => {
    let mine = fresh.get(target2);
    if (!mine) {
      mine = new Set(owners.get(target2));
      fresh.set(target2, mine);
      owners.set(target2, mine);
    }
    return mine;
  };
  for (const key2 of changed4) {
    const [before, after] = [old.models.get(key2), models.get(key2)];
    if (before) for (const target2 of targetsOf(before, context)) set2(target2).delete(key2);
    if (after) for (const target2 of targetsOf(after, context)) set2(target2).add(key2);
    if (after && truthy(after.options.get("proxy"))) proxies.add(key2);
    else proxies.delete(key2);
  }
  return { models, owners, proxies };
}
function targetsOf(state, context) {
  const relations = relationsOf(state, context);
  const targets2 = new Set(relations.map((relation) => relation.to));
  if (relations.some((relation) => relation.manyToMany)) targets2.add(modelKey(state.app, state.name));
  for (const base2 of modelBases(state, anyModel)) targets2.add(base2);
  return targets2;
}
var anyModel = { has: () => true };

// src/django/bind/field-class.ts
function choose(rule, vendor) {
  if (rule === null || typeof rule === "string" || typeof rule === "function" || !("perVendor" in rule)) return rule;
  const choice = rule.perVendor[vendor] ?? (vendor === "mariadb" ? rule.perVendor.mysql : void 0);
  return choice === void 0 ? rule.otherwise : choice;
}

// src/django/bind/types/template.ts
function fill(template, attributes3) {
  let missing2 = null;
  const text5 = template.replace(/%\((\w+)\)s/g, (_, name2) => {
    const value = attributes3.get(name2);
    const written2 = value === void 0 ? null : scalar(value);
    if (written2 === null) missing2 ??= reason(name2, value);
    return written2 ?? "";
  });
  return missing2 === null ? text5 : { unknown: missing2 };
}
function scalar(value) {
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "string") return String(value);
  return null;
}
function reason(name2, value) {
  if (value === void 0 || value === null) return `its ${name2} is not given, and the column type needs it`;
  if (typeof value === "object" && value.kind === "unknown") return `its ${name2} is ${codeSpan(value.text)} (${value.place.path}:${value.place.line}), ${value.reason}, and the column type needs it: write the number in the migration`;
  if (typeof value === "object" && "text" in value) return `its ${name2} is ${codeSpan(value.text)}, which cannot be read, and the column type needs it: write the number in the migration`;
  return `its ${name2} cannot be read, and the column type needs it`;
}

// src/django/bind/types/geometry.ts
function geometryType(geometry, attributes3, vendor) {
  if (vendor === "mysql" || vendor === "mariadb") return geometry;
  if (vendor === "sqlite") return { unknown: "SpatiaLite adds geometry columns with AddGeometryColumn(), which is not modelled: `manage.py sqlmigrate` shows it" };
  if (geometry === "RASTER") return "raster";
  const srid = attributes3.get("srid");
  if (typeof srid !== "number") return { unknown: "its srid cannot be read: write the number in the migration" };
  const type = attributes3.get("dim") === 3 ? `${geometry}Z` : geometry;
  return attributes3.get("geography") === true ? `geography(${type},${srid})` : `geometry(${type},${srid})`;
}

// src/django/bind/types/column-type.ts
function columnType(resolved, attributes3, context) {
  return typeFrom(resolved, 0, attributes3, context);
}
function typeFrom(resolved, from, attributes3, context) {
  for (const [offset, one] of resolved.chain.slice(from).entries()) {
    const choice = one.dbType === void 0 ? void 0 : choose(one.dbType, vendorOf2(context));
    if (typeof choice === "function") return choice(attributes3, questions(context, () => typeFrom(resolved, from + offset + 1, attributes3, context)));
    if (typeof choice === "string") return fill(choice, attributes3);
    if (choice !== void 0 && !(choice !== null && "inherit" in choice)) return choice;
    if (one.unknown !== void 0) return { unknown: one.unknown };
    if (one.path in geometryTypes) return geometryType(geometryTypes[one.path], attributes3, vendorOf2(context));
  }
  return typeOfInternal(internalTypeOf(resolved), attributes3, context);
}
function relationType(resolved, attributes3, own, context) {
  const rule = said(resolved, "relType");
  const matching = vendorOf2(context) === "mysql" || vendorOf2(context) === "mariadb";
  if (typeof rule === "function") return rule(attributes3, questions(context, () => own));
  if (!rule || rule.unlessMatching && matching) return own;
  return typeOfInternal(rule.as, attributes3, context) ?? fill(rule.as, attributes3);
}
function castType(resolved, attributes3, own, context) {
  const rule = ruleOf(resolved, "castType", attributes3, context);
  if (rule !== void 0) return rule;
  const vendor = vendorOf2(context);
  const noLength = attributes3.get("max_length") === null || attributes3.get("max_length") === void 0;
  if (noLength && descends(resolved, "django.db.models.CharField")) return castWithoutLength[vendor];
  const template = castTypes[vendor][internalTypeOf(resolved)];
  return template === void 0 ? own : fill(template, attributes3);
}
function suffixOf(resolved, attributes3, context) {
  const rule = ruleOf(resolved, "suffix", attributes3, context);
  if (rule !== void 0) return rule;
  return typeSuffix(internalTypeOf(resolved), vendorOf2(context));
}
function checkOf(resolved, attributes3, column2, context) {
  if (said(resolved, "check") !== void 0) {
    const rule = ruleOf(resolved, "check", new Map([...attributes3, ["column", column2]]), context);
    if (rule !== void 0) return rule;
  }
  return columnCheck(internalTypeOf(resolved), column2, context.facts.database.value, context.facts.django.value);
}
function typeOfInternal(internalType, attributes3, context) {
  const { database, django } = context.facts;
  const template = dataType(internalType, database.value, django.value);
  if (template === null) return null;
  const missing2 = (name2) => attributes3.get(name2) === null || attributes3.get(name2) === void 0;
  if (internalType === "CharField" && missing2("max_length") && unlimitedVarchar(database.value.vendor, django.value)) return "varchar";
  if (internalType === "DecimalField" && missing2("max_digits") && missing2("decimal_places") && decimalWithoutDigits(database.value.vendor, django.value)) return "numeric";
  return fill(template, attributes3);
}
function ruleOf(resolved, key2, attributes3, context) {
  for (const one of resolved.chain) {
    const rule = one[key2];
    if (rule === void 0) continue;
    const choice = choose(rule, vendorOf2(context));
    if (typeof choice === "function") return choice(attributes3, questions(context, () => ({ unknown: `what ${one.path} makes of its base's answer is not followed` })));
    if (typeof choice === "string") return fill(choice, attributes3);
    if (choice === null || "unknown" in choice) return choice;
  }
  return void 0;
}
function questions(context, inherited) {
  const typeOf3 = (field) => {
    const { class: resolved, relation, attributes: attributes3 } = resolveCall(field, context);
    return relation === null ? columnType(resolved, attributes3, context) : { unknown: "the type of a relation" };
  };
  return { inherited, typeOf: typeOf3 };
}
function vendorOf2(context) {
  return context.facts.database.value.vendor;
}

// src/django/bind/shape.ts
var noTypes = { dbType: null, castType: null, relType: null, collation: null, suffix: null };
var shapes = /* @__PURE__ */ new WeakMap();
var columns = /* @__PURE__ */ new WeakMap();
function shapeOf(resolved) {
  let shape = shapes.get(resolved);
  if (!shape) shapes.set(resolved, shape = readShape(resolved));
  return shape;
}
function columnOwnTypes(resolved, context) {
  let types2 = columns.get(resolved);
  if (!types2) columns.set(resolved, types2 = readTypes(resolved, context));
  return types2;
}
function readShape({ class: resolved, attributes: attributes3 }) {
  const primaryKey = truthy(attributes3.get("primary_key"));
  const maxLength = attributes3.get("max_length");
  return {
    path: resolved.path,
    internalType: internalTypeOf(resolved),
    comment: textArgument(attributes3, "db_comment"),
    tablespace: textArgument(attributes3, "db_tablespace"),
    null: truthy(attributes3.get("null")),
    blank: truthy(attributes3.get("blank")),
    unique: primaryKey || truthy(attributes3.get("unique")),
    primaryKey,
    dbIndex: truthy(attributes3.get("db_index")),
    maxLength: typeof maxLength === "number" ? maxLength : null,
    default: attributes3.get("default"),
    dbDefault: attributes3.get("db_default"),
    autoNow: truthy(attributes3.get("auto_now")) || truthy(attributes3.get("auto_now_add")),
    emptyStringsAllowed: said(resolved, "emptyStringsAllowed") ?? true
  };
}
function readTypes({ class: resolved, attributes: attributes3 }, context) {
  const dbType2 = columnType(resolved, attributes3, context);
  return {
    dbType: dbType2,
    castType: castType(resolved, attributes3, dbType2, context),
    relType: relationType(resolved, attributes3, dbType2, context),
    collation: textArgument(attributes3, "db_collation"),
    suffix: suffixOf(resolved, attributes3, context)
  };
}

// src/django/bind/assemble.ts
function assemble(origin, column2) {
  const { resolved, promoted } = origin;
  const shape = shapeOf(resolved);
  const primaryKey = promoted || shape.primaryKey;
  return {
    model: origin.model,
    name: origin.name,
    field: origin.field,
    path: shape.path,
    internalType: shape.internalType,
    kwargs: primaryKey ? keyKwargs(resolved) : resolved.kwargs,
    column: column2.column,
    dbType: column2.dbType,
    castType: column2.castType,
    relType: column2.relType,
    suffix: known(column2.suffix),
    check: known(column2.check),
    collation: column2.collation,
    comment: shape.comment,
    tablespace: shape.tablespace,
    null: shape.null,
    blank: shape.blank,
    unique: primaryKey || shape.unique,
    primaryKey,
    dbIndex: shape.dbIndex,
    maxLength: shape.maxLength,
    default: shape.default,
    dbDefault: shape.dbDefault,
    autoNow: shape.autoNow,
    emptyStringsAllowed: shape.emptyStringsAllowed,
    generated: column2.generated,
    baseField: column2.baseField,
    remote: null,
    unknown: origin.modelUnknown ?? resolved.unknown ?? reasonOf(column2.check) ?? reasonOf(column2.suffix) ?? reasonOf(column2.dbType)
  };
}
function columnOf2({ name: name2, resolved }) {
  if (resolved.relation === "many to many" || resolved.composite !== null || resolved.virtual) return null;
  return textArgument(resolved.attributes, "db_column") ?? attname(name2, resolved);
}
function attname(name2, resolved) {
  return resolved.relation === "foreign key" || resolved.relation === "one to one" ? `${name2}_id` : name2;
}
function keyKwargs({ kwargs }) {
  return new Map(kwargs).set("primary_key", true).set("serialize", false);
}
function known(type) {
  return typeof type === "string" ? type : null;
}
function reasonOf(type) {
  return type !== null && typeof type === "object" ? type.unknown : null;
}

// src/django/bind/relation-field.ts
var circle = { unknown: "its foreign keys point at each other in a circle" };
function relationField(origin, remote2) {
  const { resolved, promoted } = origin;
  const shape = shapeOf(resolved);
  const primaryKey = promoted || shape.primaryKey;
  const column2 = columnOf2(origin);
  const types2 = once(
    () => column2 === null ? noTypes : foreignKeyTypes(remote2),
    () => ({ dbType: circle, castType: circle, relType: circle, collation: null })
  );
  return {
    model: origin.model,
    name: origin.name,
    field: origin.field,
    path: shape.path,
    internalType: shape.internalType,
    get kwargs() {
      return relationKwargs(resolved, remote2, primaryKey);
    },
    column: column2,
    get dbType() {
      return types2().dbType;
    },
    get castType() {
      return types2().castType;
    },
    get relType() {
      return types2().relType;
    },
    suffix: null,
    check: null,
    get collation() {
      return types2().collation;
    },
    comment: shape.comment,
    tablespace: shape.tablespace,
    null: shape.null,
    blank: shape.blank,
    unique: primaryKey || shape.unique,
    primaryKey,
    dbIndex: shape.dbIndex,
    maxLength: shape.maxLength,
    default: shape.default,
    dbDefault: shape.dbDefault,
    autoNow: shape.autoNow,
    emptyStringsAllowed: shape.emptyStringsAllowed,
    generated: null,
    baseField: null,
    remote: remote2,
    get unknown() {
      return origin.modelUnknown ?? resolved.unknown ?? (remote2.to === "" ? noModel : reasonOf(types2().dbType));
    }
  };
}
var noModel = 'the model it points at cannot be read: write it as "app_label.Model" in the migration';
function foreignKeyTypes(remote2) {
  const { target: target2 } = remote2;
  if (target2) return { dbType: target2.relType, castType: target2.castType, relType: target2.relType, collation: target2.collation };
  const unknown4 = {
    unknown: remote2.model ? `it points at ${remote2.to}, whose target field is not known` : remote2.to === "" ? noModel : `it points at ${remote2.to}, whose migrations are not in the repository: its column has the type of that model's primary key, which \`manage.py sqlmigrate\` shows`
  };
  return { dbType: unknown4, castType: unknown4, relType: unknown4, collation: null };
}
function relationKwargs(resolved, remote2, primaryKey) {
  const kwargs = primaryKey ? keyKwargs(resolved) : new Map(resolved.kwargs);
  if (remote2.to !== "") kwargs.set("to", remote2.to);
  if (remote2.kind !== "many to many" && remote2.target !== null && remote2.target.primaryKey) kwargs.delete("to_field");
  if (remote2.through && !remote2.throughAuto) kwargs.set("through", `${remote2.through.app}.${remote2.through.name}`);
  return kwargs;
}

// src/django/bind/field.ts
function bindField(origin) {
  const { resolved } = origin;
  if (resolved.relation !== null && origin.remote !== null) return relationField(origin, origin.remote);
  if (resolved.class.path === generatedField) return generatedColumn(origin);
  if (resolved.class.chain.some((one) => one.path === arrayField)) return arrayColumn(origin);
  return columnField(origin);
}
var generatedField = "django.db.models.GeneratedField";
var arrayField = "django.contrib.postgres.fields.ArrayField";
function columnField(origin) {
  const { resolved, context } = origin;
  const column2 = columnOf2(origin);
  const types2 = column2 === null ? noTypes : columnOwnTypes(resolved, context);
  const check2 = column2 === null ? null : checkOf(resolved.class, resolved.attributes, column2, context);
  const element2 = said(resolved.class, "elementClass");
  const baseField = element2 === void 0 ? null : bindField({ ...origin, field: null, promoted: false, resolved: resolveImplicit(element2, {}, context) });
  return assemble(origin, { column: column2, check: check2, dbType: types2.dbType, castType: types2.castType, relType: types2.relType, collation: types2.collation, suffix: types2.suffix, generated: null, baseField });
}
function generatedColumn(origin) {
  const { attributes: attributes3 } = origin.resolved;
  const output = inner(origin, attributes3.get("output_field"));
  const missing2 = { unknown: "its output_field cannot be read" };
  const { dbType: dbType2, castType: castType3, relType, collation: collation2 } = output ?? { dbType: missing2, castType: missing2, relType: missing2, collation: null };
  const generated = output && { expression: attributes3.get("expression") ?? null, output, stored: truthy(attributes3.get("db_persist")) };
  return assemble(origin, { column: columnOf2(origin), dbType: dbType2, castType: castType3, relType, collation: collation2, suffix: null, check: null, generated, baseField: null });
}
function arrayColumn(origin) {
  const baseField = inner(origin, origin.resolved.attributes.get("base_field"));
  const size = origin.resolved.attributes.get("size");
  const brackets = (type) => {
    if (type === void 0 || type === null) return { unknown: "its base_field cannot be read" };
    if (typeof type !== "string") return type;
    if (typeof size === "number" && size !== 0) return `${type}[${size}]`;
    return truthy(size) ? { unknown: "its size cannot be read: write the number in the migration" } : `${type}[]`;
  };
  const dbType2 = brackets(baseField?.dbType);
  return assemble(origin, { column: columnOf2(origin), dbType: dbType2, castType: brackets(baseField?.castType), relType: dbType2, collation: baseField?.collation ?? null, suffix: null, check: null, generated: null, baseField });
}
function inner(origin, value) {
  if (value === void 0 || value === null || typeof value !== "object" || value.kind !== "call") return null;
  return bindField({ ...origin, field: null, promoted: false, resolved: resolveCall(value, origin.context) });
}

// src/django/bind/names.ts
import { createHash } from "node:crypto";
var limits2 = { postgresql: 63, mysql: 64, mariadb: 64, sqlite: null };
function truncateName(name2, vendor) {
  const limit = limits2[vendor];
  const parts2 = name2.split('"."');
  const namespace = parts2.length === 2 ? stripped(parts2[0]) : "";
  const table = stripped(parts2.length === 2 ? parts2[1] : name2);
  if (limit === null || codePoints(table).length <= limit) return name2;
  const digest = createHash("md5").update(table).digest("hex").slice(0, 4);
  const short = `${codePoints(table).slice(0, limit - 4).join("")}${digest}`;
  return namespace ? `${namespace}"."${short}` : short;
}
function stripQuotes(table) {
  return table.length >= 2 && table.startsWith('"') && table.endsWith('"') ? table.slice(1, -1) : table;
}
function stripped(text5) {
  return text5.replace(/^"+|"+$/g, "");
}
function codePoints(text5) {
  return [...text5];
}

// src/django/bind/through.ts
function automaticThrough(owner, made, name2, resolved, to, world) {
  const context = world.context;
  const toName = to.slice(to.indexOf(".") + 1);
  const ownName = owner.name.toLowerCase();
  const [from, target2] = toName === ownName ? [`from_${ownName}`, `to_${toName}`] : [ownName, toName];
  const through = {
    key: modelKey(owner.app, `${owner.name}_${name2}`),
    app: owner.app,
    name: `${owner.name}_${name2}`,
    state: null,
    table: textArgument(resolved.attributes, "db_table") ?? truncateName(`${stripQuotes(owner.table)}_${name2}`, context.facts.database.value.vendor),
    get managed() {
      return owner.managed || (world.get(to)?.managed ?? true);
    },
    proxy: false,
    swapped: false,
    get autoCreatedBy() {
      return made();
    },
    localFields: [],
    localManyToMany: [],
    pk: null,
    compositePk: null,
    tablespace: owner.tablespace,
    comment: null,
    field: (wanted) => through.localFields.find((field) => wanted === field.name || wanted === `${field.name}_id` || wanted === "pk" && field.primaryKey) ?? null
  };
  const bind5 = (column2, of) => bindField({ model: through, name: column2, field: null, resolved: of, promoted: false, remote: of.relation ? foreignKeyRemote(of, owner, world) : null, context, modelUnknown: null });
  const id = bind5("id", implicitKey(context));
  through.localFields = [id, bind5(from, link(modelKey(owner.app, owner.name), resolved, context)), bind5(target2, link(to, resolved, context)), ...sortColumn(resolved, context).map(([column2, of]) => bind5(column2, of))];
  through.pk = id;
  return through;
}
function implicitKey(context) {
  return resolveImplicit(context.facts.defaultAutoField.value, { verbose_name: "ID", primary_key: true, auto_created: true }, context);
}
function sortColumn(made, context) {
  const argument = said(made.class, "sortColumn");
  const name2 = argument === void 0 || made.attributes.get("sorted") === false ? null : textArgument(made.attributes, argument);
  return name2 === null ? [] : [[name2, resolveImplicit("django.db.models.IntegerField", { default: 0 }, context)]];
}
function link(to, made, context) {
  const tablespace = textArgument(made.attributes, "db_tablespace");
  return resolveImplicit("django.db.models.ForeignKey", { to, db_tablespace: tablespace, db_constraint: truthy(made.attributes.get("db_constraint")) }, context);
}

// src/django/bind/model.ts
function bindModel(key2, state, world) {
  const { context, models } = world;
  const proxy2 = truthy(state.options.get("proxy"));
  const bases2 = modelBases(state, models);
  const drafts = proxy2 ? [] : draftsOf(state, bases2, world);
  const columns2 = drafts.filter((draft) => draft.resolved.relation !== "many to many" && draft.resolved.composite === null && !draft.resolved.virtual);
  const composite = drafts.find((draft) => draft.resolved.composite !== null) ?? null;
  const keyed = composite ?? columns2.find((draft) => truthy(draft.resolved.attributes.get("primary_key"))) ?? null;
  const promoted = keyed === null && bases2.length > 0 ? columns2.find((draft) => isParentLink(draft.resolved) && relationTarget(draft.resolved, state, context) === concreteModel(bases2[0], models)) ?? null : null;
  const table = tableOf(key2, state, world);
  const model = {
    key: key2,
    app: state.app,
    name: state.name,
    state,
    table: table.name,
    managed: !state.options.has("managed") || truthy(state.options.get("managed")),
    proxy: proxy2,
    swapped: isSwapped(key2, state.options.get("swappable"), context.facts),
    autoCreatedBy: null,
    localFields: [],
    localManyToMany: [],
    pk: null,
    compositePk: null,
    tablespace: textOption(state, "db_tablespace"),
    comment: textOption(state, "db_table_comment"),
    field: (name2) => find2(name2)
  };
  const bind5 = (draft) => {
    const { resolved } = draft;
    const remote2 = resolved.relation === null || resolved.virtual ? null : resolved.relation === "many to many" ? manyToManyRemote(resolved, state, world, (to) => automaticThrough(model, () => bound, draft.name, resolved, to, world)) : foreignKeyRemote(resolved, state, world);
    const bound = bindField({ model, ...draft, promoted: draft === promoted, remote: remote2, context, modelUnknown: table.unknown });
    return bound;
  };
  const fields2 = new Map(drafts.map((draft) => [draft, bind5(draft)]));
  model.localFields = columns2.map((draft) => fields2.get(draft));
  model.localManyToMany = drafts.filter((draft) => draft.resolved.relation === "many to many").map((draft) => fields2.get(draft));
  model.pk = proxy2 ? null : model.localFields.find((field) => field.primaryKey) ?? null;
  if (composite) {
    model.pk = null;
    model.compositePk = composite.resolved.composite.map((name2) => model.localFields.find((field) => field.name === name2)?.column ?? name2);
  }
  const byName2 = /* @__PURE__ */ new Map();
  for (const [draft, field] of fields2) byName2.set(attname(draft.name, draft.resolved), field);
  for (const [draft, field] of fields2) byName2.set(draft.name, field);
  const parents3 = bases2.map((base2) => concreteModel(base2, models)).filter((parent) => parent !== key2);
  let searching = false;
  const find2 = (name2) => {
    if (name2 === "pk" && composite === null) return model.pk;
    const local2 = byName2.get(name2);
    if (local2 || searching) return local2 ?? null;
    searching = true;
    const inherited = firstOf(parents3, (parent) => world.get(parent)?.field(name2) ?? null);
    searching = false;
    return inherited;
  };
  if (!proxy2) return model;
  const concrete = () => parents3[0] === void 0 ? null : world.get(parents3[0]);
  const [pk, compositePk] = [once(() => concrete()?.pk ?? null, () => null), once(() => concrete()?.compositePk ?? null, () => null)];
  return Object.defineProperties(model, { pk: { get: pk, enumerable: true }, compositePk: { get: compositePk, enumerable: true } });
}
function firstOf(items, pick) {
  for (const item2 of items) {
    const found2 = pick(item2);
    if (found2 !== null) return found2;
  }
  return null;
}
function draftsOf(state, bases2, { context, models }) {
  const written2 = [...state.fields.values()].map((field) => ({ name: field.name, field, resolved: resolveField(field, context) }));
  const links = new Set(written2.filter(({ resolved }) => isParentLink(resolved)).map(({ resolved }) => relationTarget(resolved, state, context)));
  const implicit = [];
  for (const base2 of bases2) {
    const parent = models.get(concreteModel(base2, models));
    const name2 = `${parent.name.toLowerCase()}_ptr`;
    if (links.has(modelKey(parent.app, parent.name)) || state.fields.has(name2)) continue;
    implicit.push({ name: name2, field: null, resolved: resolveImplicit("django.db.models.OneToOneField", { to: modelKey(parent.app, parent.name), auto_created: true, parent_link: true }, context) });
  }
  const keyed = written2.some(({ resolved }) => truthy(resolved.attributes.get("primary_key")) || resolved.composite !== null);
  if (!keyed && bases2.length === 0) implicit.push({ name: "id", field: null, resolved: implicitKey(context) });
  const automatic2 = written2.filter(({ resolved }) => truthy(resolved.attributes.get("auto_created")));
  const defined = written2.filter(({ resolved }) => !truthy(resolved.attributes.get("auto_created")));
  const ordered = truthy(state.options.get("order_with_respect_to")) && !written2.some(({ resolved }) => resolved.class.path === orderWrt);
  const last = ordered ? [{ name: "_order", field: null, resolved: resolveImplicit(orderWrt, {}, context) }] : [];
  return [...[...automatic2, ...implicit].reverse(), ...defined, ...last];
}
var orderWrt = "django.db.models.OrderWrt";
function isParentLink(resolved) {
  return resolved.relation === "one to one" && truthy(resolved.attributes.get("parent_link"));
}
function tableOf(key2, state, world) {
  const concrete = concreteModel(key2, world.models);
  const owner = world.models.get(concrete) ?? state;
  const given2 = owner.options.get("db_table");
  const usual = truncateName(`${owner.app}_${owner.name.toLowerCase()}`, world.context.facts.database.value.vendor);
  if (typeof given2 === "string" && given2 !== "") return { name: given2, unknown: null };
  if (!truthy(given2)) return { name: usual, unknown: null };
  return { name: usual, unknown: `the db_table of ${owner.app}.${owner.name} cannot be read: write the name in the migration` };
}
function textOption(state, name2) {
  const value = state.options.get(name2);
  return typeof value === "string" && value !== "" ? value : null;
}

// src/django/bind/bind.ts
var keptEntries = 4;
var lineages = /* @__PURE__ */ new WeakMap();
function bind4(state, context, previous) {
  const { models } = state;
  const lineage2 = (previous && lineages.get(previous)) ?? { entries: /* @__PURE__ */ new WeakMap(), index: emptyIndex };
  const bound = /* @__PURE__ */ new Map();
  let keys2 = null;
  let index3 = null;
  let positions = null;
  const get = (key2) => {
    let model = bound.get(key2);
    if (model === void 0) bound.set(key2, model = make(key2));
    return model;
  };
  const make = (key2) => {
    const of = models.get(key2);
    if (!of) return automatic2(key2);
    const known3 = lineage2.entries.get(of) ?? [];
    const same2 = known3.find((entry2) => unchanged(entry2.dependencies, models));
    if (same2) return same2.model;
    const model = bindModel(key2, of, world);
    lineage2.entries.set(of, [{ model, dependencies: dependenciesOf(key2, models, context) }, ...known3.slice(0, keptEntries - 1)]);
    return model;
  };
  const automatic2 = (key2) => {
    for (let at = key2.indexOf("_"); at > 0; at = key2.indexOf("_", at + 1)) {
      const owner = models.has(key2.slice(0, at)) ? get(key2.slice(0, at)) : null;
      const made = owner?.localManyToMany.find((field) => field.remote?.throughAuto && field.remote.through?.key === key2);
      if (made) return made.remote.through;
    }
    return null;
  };
  const incoming = (key2) => {
    index3 ??= lineage2.index = updateIndex(lineage2.index, models, context);
    const concrete = concreteModel(key2, models);
    const same2 = [concrete, ...[...index3.proxies].filter((proxy2) => concreteModel(proxy2, models) === concrete)];
    const owners = new Set(same2.flatMap((one) => [...index3.owners.get(one) ?? []]));
    return inDjangosOrder([...owners]).flatMap((owner) => pointingAt(get(owner), same2));
  };
  const inDjangosOrder = (owners) => {
    if (owners.length < 2) return owners;
    positions ??= new Map([...models.keys()].map((key2, position) => [key2, position]));
    const app = (key2) => models.get(key2).app;
    return owners.sort((a, b) => app(a) === app(b) ? positions.get(a) - positions.get(b) : app(a) < app(b) ? -1 : 1);
  };
  const world = { context, models, get };
  const result = {
    get,
    get keys() {
      return keys2 ??= [...models.keys()];
    },
    incoming
  };
  lineages.set(result, lineage2);
  return result;
}
function pointingAt(owner, keys2) {
  if (!owner) return [];
  const throughs2 = owner.localManyToMany.flatMap((field) => field.remote?.throughAuto && !owner.swapped ? field.remote.through?.localFields ?? [] : []);
  return [...throughs2, ...owner.localFields].filter((field) => field.remote !== null && keys2.includes(field.remote.to));
}

// src/django/contrib/external-apps.ts
var auto = ["id", "AutoField"];
var bigAuto = ["id", "BigAutoField"];
var externalApps = [
  { package: "django-taggit", app: "taggit", pk: auto, models: ["Tag", "TaggedItem"], source: "taggit/migrations/0001_initial.py" },
  { package: "django-guardian", app: "guardian", pk: auto, models: ["UserObjectPermission", "GroupObjectPermission"], source: "guardian/migrations/0001_initial.py" },
  { package: "django-allauth", app: "account", pk: auto, models: ["EmailAddress", "EmailConfirmation"], source: "allauth/account/migrations/0001_initial.py" },
  { package: "django-allauth", app: "socialaccount", pk: auto, models: ["SocialAccount", "SocialApp", "SocialToken"], source: "allauth/socialaccount/migrations/0001_initial.py" },
  { package: "django-allauth", app: "mfa", pk: bigAuto, models: ["Authenticator"], source: "allauth/mfa/migrations/0001_initial.py" },
  { package: "django-allauth", app: "usersessions", pk: bigAuto, models: ["UserSession"], source: "allauth/usersessions/migrations/0001_initial.py" },
  {
    package: "social-auth-app-django",
    app: "social_django",
    pk: bigAuto,
    models: [["UserSocialAuth", "social_auth_usersocialauth"], ["Association", "social_auth_association"], ["Code", "social_auth_code"], ["Nonce", "social_auth_nonce"], ["Partial", "social_auth_partial"]],
    source: "social_django/migrations/0011_alter_id_fields.py"
  },
  { package: "django-celery-beat", app: "django_celery_beat", pk: auto, models: ["PeriodicTask", "IntervalSchedule", "CrontabSchedule", "SolarSchedule", "ClockedSchedule"], source: "django_celery_beat/migrations/0001_initial.py" },
  { package: "django-celery-results", app: "django_celery_results", pk: auto, models: ["TaskResult", "GroupResult", "ChordCounter"], source: "django_celery_results/migrations/0001_initial.py" },
  {
    package: "django-oauth-toolkit",
    app: "oauth2_provider",
    pk: bigAuto,
    models: ["Application", "AccessToken", "Grant", "RefreshToken", "IDToken"],
    swappable: {
      Application: "OAUTH2_PROVIDER_APPLICATION_MODEL",
      AccessToken: "OAUTH2_PROVIDER_ACCESS_TOKEN_MODEL",
      Grant: "OAUTH2_PROVIDER_GRANT_MODEL",
      RefreshToken: "OAUTH2_PROVIDER_REFRESH_TOKEN_MODEL",
      IDToken: "OAUTH2_PROVIDER_ID_TOKEN_MODEL"
    },
    source: "oauth2_provider/migrations/0001_initial.py"
  },
  { package: "django-pghistory", app: "pghistory", pk: ["id", "UUIDField"], models: ["Context"], source: "pghistory/migrations/0001_initial.py" },
  { package: "djangorestframework", app: "authtoken", pk: ["key", "CharField", 40], models: ["Token"], source: "rest_framework/authtoken/migrations/0001_initial.py" },
  { package: "django-reversion", app: "reversion", pk: auto, models: ["Revision", "Version"], source: "reversion/migrations/0001_squashed_0004_auto_20160611_1202.py" },
  { package: "easy-thumbnails", app: "easy_thumbnails", pk: auto, models: ["Source", "Thumbnail", "ThumbnailDimensions"], source: "easy_thumbnails/migrations/0001_initial.py" },
  { package: "django-filer", app: "filer", pk: auto, models: ["File", "Folder", "Clipboard", "ClipboardItem", "FolderPermission", "ThumbnailOption"], source: "filer/migrations/0001_initial.py" },
  { package: "wagtail", app: "wagtailcore", pk: auto, models: ["Page", "Site", "Collection", "Locale", "Revision", "Task", "TaskState", "Workflow", "WorkflowState", "Comment"], swappable: { Page: "WAGTAIL_PAGE_MODEL" }, source: "wagtail/migrations" },
  { package: "wagtail", app: "wagtailimages", pk: auto, models: ["Image", "Rendition"], source: "wagtail/images/migrations/0001_initial.py" },
  { package: "wagtail", app: "wagtaildocs", pk: auto, models: ["Document"], source: "wagtail/documents/migrations/0001_initial.py" },
  { package: "wagtail", app: "wagtailforms", pk: auto, models: ["FormSubmission"], source: "wagtail/contrib/forms/migrations/0001_initial.py" },
  { package: "wagtail", app: "wagtailredirects", pk: auto, models: ["Redirect"], source: "wagtail/contrib/redirects/migrations/0001_initial.py" },
  { package: "wagtail", app: "wagtailsearch", pk: auto, models: ["IndexEntry"], source: "wagtail/search/migrations/0005_create_indexentry.py" },
  { package: "django-cms", app: "cms", pk: auto, models: ["Page", "PageContent", "PageUrl", "Placeholder", "CMSPlugin"], source: "cms/migrations/0001_initial.py" },
  { package: "django-contrib-comments", app: "django_comments", pk: auto, models: [["Comment", "django_comments"], ["CommentFlag", "django_comment_flags"]], source: "django_comments/migrations/0001_initial.py" },
  { package: "django-organizations", app: "organizations", pk: auto, models: ["Organization", "OrganizationUser", "OrganizationOwner", "OrganizationInvitation"], source: "organizations/migrations/0001_initial.py" },
  { package: "django-cities-light", app: "cities_light", pk: auto, models: ["Country", "Region", "SubRegion", "City"], source: "cities_light/migrations/0001_initial.py" },
  { package: "django-post-office", app: "post_office", pk: auto, models: ["Email", "EmailTemplate", "Attachment", "Log"], source: "post_office/migrations/0001_initial.py" },
  { package: "django-rest-knox", app: "knox", pk: ["digest", "CharField", 128], models: ["AuthToken"], swappable: { AuthToken: "KNOX_TOKEN_MODEL" }, source: "knox/migrations/0003_auto_20150916_1526.py" },
  { package: "django-waffle", app: "waffle", pk: auto, models: ["Flag", "Sample", "Switch"], source: "waffle/migrations/0001_initial.py" },
  {
    package: "dj-stripe",
    app: "djstripe",
    pk: ["djstripe_id", "BigAutoField"],
    models: [
      "Account",
      "APIKey",
      "BalanceTransaction",
      "BankAccount",
      "Card",
      "Charge",
      "Coupon",
      "Customer",
      "Dispute",
      "Event",
      "File",
      "Invoice",
      "InvoiceItem",
      "Mandate",
      "PaymentIntent",
      "PaymentMethod",
      "Payout",
      "Plan",
      "Price",
      "Product",
      "PromotionCode",
      "Refund",
      "Session",
      "SetupIntent",
      "Source",
      "Subscription",
      "SubscriptionItem",
      "SubscriptionSchedule",
      "TaxRate",
      "Transfer",
      "WebhookEndpoint"
    ],
    source: "djstripe/migrations/0001_initial.py"
  }
];

// src/django/contrib/external.ts
function externalState(has = () => true) {
  const models = externalApps.filter((app) => has(app.app)).flatMap((app) => app.models.map((model) => externalModel(app, model)));
  return { models: new Map(models.map((model) => [modelKey2(model.app, model.name), model])) };
}
function externalModel(app, entry2) {
  const [name2, table] = typeof entry2 === "string" ? [entry2, `${app.app}_${entry2.toLowerCase()}`] : entry2;
  const [pk, type, maxLength] = app.pk;
  const args2 = { primary_key: true, serialize: false };
  if (type === "AutoField" || type === "BigAutoField") args2.auto_created = true;
  if (maxLength !== void 0) args2.max_length = maxLength;
  const field = [type, args2];
  const setting2 = app.swappable?.[name2];
  const options = { managed: false, ...setting2 === void 0 ? {} : { swappable: setting2 } };
  return { ...buildModel({ label: `${app.app}.${name2}`, table, fields: { [pk]: field }, options }), external: app.package };
}

// src/schema/raw/cursor.ts
var Cursor = class {
  #tokens;
  #at = 0;
  constructor(tokens2) {
    this.#tokens = tokens2;
  }
  /** Takes the words when they come next, whatever their case. */
  take(...words2) {
    for (const [i2, word] of words2.entries()) {
      const token = this.#tokens[this.#at + i2];
      if (!token || token.kind === "name" || token.kind === "string" || token.text.toUpperCase() !== word) return false;
    }
    this.#at += words2.length;
    return true;
  }
  /** Takes any one of the words. */
  takeAny(...words2) {
    return words2.some((word) => this.take(word));
  }
  /** The next name, quoted or not; the schema before a dot is left out. null at the end or at punctuation. */
  name() {
    const token = this.#tokens[this.#at];
    if (!token || token.kind === "string" || token.kind === "punctuation") return null;
    this.#at++;
    if (this.take(".")) return this.name();
    return token.kind === "word" ? token.text.split(".").filter((part3) => part3 !== "").at(-1) ?? null : token.text;
  }
  /** The names between brackets; null when none come next. Lengths and directions behind a name are passed over. */
  names() {
    const inner2 = this.brackets();
    if (!inner2) return null;
    const names3 = [];
    let depth = 0;
    let fresh = true;
    for (const token of inner2) {
      if (token.text === "(" && token.kind === "punctuation") depth++;
      else if (token.text === ")" && token.kind === "punctuation") depth--;
      else if (token.text === "," && depth === 0) fresh = true;
      else if (fresh && depth === 0) {
        names3.push(token.text);
        fresh = false;
      }
    }
    return names3;
  }
  /** The tokens of a bracketed group that comes next, without its brackets. */
  brackets() {
    const first = this.#tokens[this.#at];
    if (first?.text !== "(" || first.kind !== "punctuation") return null;
    let depth = 0;
    for (let i2 = this.#at; i2 < this.#tokens.length; i2++) {
      const { kind, text: text5 } = this.#tokens[i2];
      if (kind === "punctuation" && text5 === "(") depth++;
      if (kind === "punctuation" && text5 === ")") depth--;
      if (depth > 0) continue;
      const inner2 = this.#tokens.slice(this.#at + 1, i2);
      this.#at = i2 + 1;
      return inner2;
    }
    return null;
  }
  rest() {
    return this.#tokens.slice(this.#at);
  }
  get done() {
    return this.#at >= this.#tokens.length;
  }
};

// src/schema/raw/tokens.ts
var pattern2 = /(?<comment>--[^\n]*|#[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:[^'\\]|\\[\s\S]|'')*(?:'|$))|(?<name>`(?:[^`]|``)*(?:`|$)|"(?:[^"\\]|\\[\s\S]|"")*(?:"|$))|(?<word>[\p{L}\p{N}_$@.]+)|(?<punctuation>[^\s])/gu;
function tokens(sql2) {
  const found2 = [];
  for (const match of sql2.matchAll(pattern2)) {
    const { string, name: name2, word, punctuation } = match.groups ?? {};
    const place3 = { start: match.index, end: match.index + match[0].length };
    if (string !== void 0) found2.push({ kind: "string", text: string, ...place3 });
    else if (name2 !== void 0) found2.push({ kind: "name", text: name2.slice(1, -1), ...place3 });
    else if (word !== void 0) found2.push({ kind: "word", text: word, ...place3 });
    else if (punctuation !== void 0) found2.push({ kind: "punctuation", text: punctuation, ...place3 });
  }
  return found2;
}
function splitScript(sql2) {
  const statements = [];
  let current = "";
  let at = 0;
  for (const match of sql2.matchAll(pattern2)) {
    current += sql2.slice(at, match.index);
    at = match.index + match[0].length;
    if (match.groups?.["comment"] !== void 0) continue;
    current += match[0];
    if (match[0] !== ";") continue;
    statements.push(current.trim());
    current = "";
  }
  current += sql2.slice(at);
  if (current.trim() !== "") statements.push(current.trim());
  return statements.filter((statement) => statement !== ";");
}
function splitAtCommas(list4) {
  const parts2 = [[]];
  let depth = 0;
  for (const token of list4) {
    if (token.kind === "punctuation" && token.text === "(") depth++;
    if (token.kind === "punctuation" && token.text === ")") depth--;
    if (depth === 0 && token.kind === "punctuation" && token.text === ",") parts2.push([]);
    else parts2.at(-1).push(token);
  }
  return parts2.filter((part3) => part3.length > 0);
}

// src/schema/raw/mysql.ts
function mysqlChanges(sql2) {
  return splitScript(sql2).flatMap((statement) => statementChanges(statement));
}
var unknown3 = (what) => ({ kind: "Unknown", reason: `${what} is not understood` });
function statementChanges(sql2) {
  const all4 = tokens(sql2).filter((token, i2, list4) => !(token.text === ";" && token.kind === "punctuation" && i2 === list4.length - 1));
  const cursor = new Cursor(all4);
  if (cursor.take("ALTER", "TABLE") || cursor.take("ALTER", "IGNORE", "TABLE")) {
    const table = cursor.name();
    return table === null ? [unknown3(sql2)] : splitAtCommas(cursor.rest()).map((clause) => alterClause(table, clause, sql2));
  }
  if (cursor.take("INSERT") || cursor.take("REPLACE")) return [writes("INSERT", cursor, ["INTO", "IGNORE", "OR"])];
  if (cursor.take("UPDATE")) return [writes("UPDATE", cursor, ["IGNORE"])];
  if (cursor.take("DELETE", "FROM")) return [writes("DELETE", cursor, [])];
  if (cursor.take("TRUNCATE")) return [writes("TRUNCATE", cursor, ["TABLE"])];
  if (["SELECT", "SET", "SHOW", "ANALYZE", "OPTIMIZE", "COMMIT", "BEGIN", "START", "USE", "FLUSH", "GRANT", "PRAGMA", "VACUUM", "REINDEX"].some((word) => cursor.take(word))) return [{ kind: "NoEffect" }];
  if (cursor.take("RENAME", "TABLE")) return splitAtCommas(cursor.rest()).map(renameTable2);
  if (cursor.take("DROP", "TABLE")) {
    cursor.take("IF", "EXISTS");
    return splitAtCommas(cursor.rest()).map((part3) => ({ kind: "DropTable", table: new Cursor(part3).name() ?? "", cascade: false }));
  }
  if (cursor.take("DROP", "INDEX")) return [dropIndex(cursor, sql2)];
  if (cursor.take("CREATE", "UNIQUE", "INDEX")) return [createIndex2(cursor, true, sql2)];
  if (cursor.take("CREATE", "INDEX")) return [createIndex2(cursor, false, sql2)];
  for (const method2 of ["FULLTEXT", "SPATIAL"]) if (cursor.take("CREATE", method2, "INDEX")) return [createIndex2(cursor, false, sql2, method2)];
  if (cursor.take("CREATE", "TABLE")) return [createTable2(cursor, sql2)];
  for (const [words2, what] of others) if (cursor.take(...words2)) return [{ kind: "Other", what, table: words2[0] === "CREATE" && what === "a trigger" ? tableOfTrigger(cursor.rest()) : null }];
  return [unknown3(`the statement ${codeSpan(sql2.slice(0, 60))}`)];
}
function tableOfTrigger(rest2) {
  const on = rest2.findIndex((token) => token.kind === "word" && token.text.toUpperCase() === "ON");
  return on < 0 ? null : new Cursor(rest2.slice(on + 1)).name();
}
var others = [
  [["CREATE", "TRIGGER"], "a trigger"],
  [["DROP", "TRIGGER"], "a trigger"],
  [["CREATE", "VIEW"], "a view"],
  [["DROP", "VIEW"], "a view"],
  [["CREATE", "PROCEDURE"], "a procedure"],
  [["CREATE", "FUNCTION"], "a function"],
  [["ALTER", "DATABASE"], "the database's character set"]
];
function writes(statement, cursor, noise) {
  while (cursor.takeAny(...noise)) ;
  return { kind: "WriteRows", statement, table: cursor.name() };
}
function renameTable2(part3) {
  const cursor = new Cursor(part3);
  const table = cursor.name();
  const to = cursor.take("TO") ? cursor.name() : null;
  return table === null || to === null ? unknown3("RENAME TABLE") : { kind: "RenameTable", table, to };
}
function dropIndex(cursor, sql2) {
  const ifExists = cursor.take("IF", "EXISTS");
  const name2 = cursor.name();
  const table = cursor.take("ON") ? cursor.name() : null;
  return name2 === null || table === null ? unknown3(`the table of ${codeSpan(sql2.slice(0, 60))}`) : { kind: "DropIndex", table, name: name2, concurrently: false, ifExists };
}
function createIndex2(cursor, unique3, sql2, method2 = null) {
  cursor.take("IF", "NOT", "EXISTS");
  const name2 = cursor.name();
  const table = cursor.take("ON") ? cursor.name() : null;
  const parts2 = cursor.brackets();
  if (name2 === null || table === null || !parts2) return unknown3(`the index of ${codeSpan(sql2.slice(0, 60))}`);
  const { columns: columns2, expressions } = keyParts(parts2, sql2);
  return { kind: "CreateIndex", table, index: { ...index2(name2, unique3, columns2), expressions, method: method2 }, concurrently: false };
}
function keyParts(body2, sql2) {
  const parts2 = splitAtCommas(body2).filter((part3) => part3.length > 0);
  const isExpression2 = (part3) => part3[0].text === "(" && part3[0].kind === "punctuation";
  return { columns: parts2.filter((part3) => !isExpression2(part3)).map((part3) => part3[0].text), expressions: parts2.filter(isExpression2).map((part3) => sql2.slice(part3[0].start, part3.at(-1).end)) };
}
function index2(name2, unique3, columns2) {
  return { name: name2, unique: unique3, parts: [], columns: columns2, expressions: [], reads: columns2, method: null, opclasses: [], include: [], nullsDistinct: null, condition: null, with: null, tablespace: null };
}
function createTable2(cursor, sql2) {
  cursor.take("IF", "NOT", "EXISTS");
  const table = cursor.name();
  const body2 = cursor.brackets();
  if (table === null || !body2) return unknown3(`the table of ${codeSpan(sql2.slice(0, 60))}`);
  const columns2 = [];
  const constraints = [];
  for (const part3 of splitAtCommas(body2)) {
    const constraint = tableConstraint(new Cursor(part3), table, sql2);
    if (constraint === "plain index") continue;
    if (constraint) constraints.push(constraint);
    else columns2.push(column(new Cursor(part3), sql2));
  }
  return { kind: "CreateTable", table, columns: columns2, constraints, comment: null, tablespace: null };
}
function tableConstraint(cursor, table, sql2) {
  const named5 = cursor.take("CONSTRAINT");
  let name2 = named5 ? cursor.name() : null;
  if (cursor.take("PRIMARY", "KEY")) return { kind: "primary key", name: name2, columns: cursor.names() ?? [] };
  if (cursor.take("FOREIGN", "KEY")) {
    const columns3 = cursor.names() ?? [];
    const toTable = cursor.take("REFERENCES") ? cursor.name() ?? "" : "";
    return { kind: "foreign key", name: name2 ?? `${table}_ibfk_1`, columns: columns3, toTable, toColumns: cursor.names() ?? ["id"], deferrable: null, onDelete: null, notValid: false };
  }
  if (cursor.take("CHECK")) return { kind: "check", name: name2 ?? `${table}_chk_1`, sql: sql2, columns: (cursor.brackets() ?? []).filter((t) => t.kind === "name").map((t) => t.text), notValid: false };
  const unique3 = cursor.take("UNIQUE");
  const key2 = cursor.takeAny("INDEX", "KEY");
  if (!unique3 && !key2) return null;
  const columns2 = cursor.names();
  name2 = columns2 ? name2 : cursor.name();
  const list4 = columns2 ?? cursor.names() ?? [];
  return unique3 ? { kind: "unique", name: name2, columns: list4, deferrable: null, nullsDistinct: null, include: [], opclasses: [], usingIndex: null } : "plain index";
}
function column(cursor, sql2) {
  const name2 = cursor.name() ?? "";
  const rest2 = cursor.rest();
  const words2 = rest2.map((token) => token.text.toUpperCase());
  const has = (...sequence) => words2.some((_, i2) => sequence.every((word, j) => words2[i2 + j] === word));
  const default_ = words2.indexOf("DEFAULT");
  const value = default_ < 0 ? null : defaultText(rest2.slice(default_ + 1), sql2);
  const collate = words2.indexOf("COLLATE");
  return {
    name: name2,
    type: columnType2(rest2, sql2),
    null: !has("NOT", "NULL") && !has("PRIMARY", "KEY"),
    collation: collate < 0 ? null : rest2[collate + 1]?.text ?? null,
    comment: null,
    default: value === null || value.toUpperCase() === "NULL" ? null : { sql: value, lasting: true },
    generated: has("GENERATED") || words2.includes("AS") && words2.includes("(") ? { sql: "an expression", stored: words2.includes("STORED") || words2.includes("PERSISTENT") } : null,
    identity: has("AUTO_INCREMENT") || has("AUTOINCREMENT"),
    primaryKey: has("PRIMARY", "KEY"),
    unique: words2.includes("UNIQUE"),
    check: words2.includes("CHECK") ? sql2 : null,
    references: null,
    indexTablespace: null
  };
}
function defaultText(rest2, sql2) {
  const body2 = rest2[0]?.text === "(" ? new Cursor(rest2).brackets() : null;
  const last = body2?.at(-1);
  return last ? `(${sql2.slice(body2[0].start, last.end)})` : rest2[0]?.text ?? null;
}
var afterType = /* @__PURE__ */ new Set(["NOT", "NULL", "DEFAULT", "AUTO_INCREMENT", "AUTOINCREMENT", "PRIMARY", "UNIQUE", "KEY", "COMMENT", "COLLATE", "CHARACTER", "CHARSET", "REFERENCES", "CHECK", "GENERATED", "AS", "AFTER", "FIRST", "ON", "VIRTUAL", "STORED", "CONSTRAINT"]);
function columnType2(rest2, sql2) {
  const end = rest2.findIndex((token) => token.kind === "word" && afterType.has(token.text.toUpperCase()));
  const part3 = end < 0 ? rest2 : rest2.slice(0, end);
  const [first, last] = [part3[0], part3.at(-1)];
  return first && last ? sql2.slice(first.start, last.end).toLowerCase().replace(/\s+/g, " ") : "";
}
var harmless2 = [["ENGINE"], ["AUTO_INCREMENT"], ["ROW_FORMAT"], ["COMMENT"], ["LOCK"], ["ENABLE", "KEYS"], ["DISABLE", "KEYS"], ["ORDER", "BY"], ["FORCE"]];
function alterClause(table, clause, sql2) {
  const cursor = new Cursor(clause);
  if (cursor.take("ADD")) return addClause(table, cursor, sql2);
  if (cursor.take("DROP")) return dropClause(table, cursor);
  if (cursor.take("MODIFY")) {
    cursor.take("COLUMN");
    const definition = column(cursor, sql2);
    return { kind: "AlterColumn", table, actions: [{ kind: "Modify", column: definition.name, definition }] };
  }
  if (cursor.take("RENAME", "COLUMN")) {
    const from = cursor.name();
    const to = cursor.take("TO") ? cursor.name() : null;
    return from === null || to === null ? unknown3("RENAME COLUMN") : { kind: "RenameColumn", table, column: from, to, definition: null };
  }
  if (cursor.take("RENAME", "INDEX") || cursor.take("RENAME", "KEY")) {
    const from = cursor.name();
    const to = cursor.take("TO") ? cursor.name() : null;
    return from === null || to === null ? unknown3("RENAME INDEX") : { kind: "RenameIndex", table, name: from, to };
  }
  if (cursor.take("RENAME")) {
    cursor.takeAny("TO", "AS");
    const to = cursor.name();
    return to === null ? unknown3("RENAME") : { kind: "RenameTable", table, to };
  }
  if (cursor.take("ALTER")) return alterColumn4(table, cursor);
  if (cursor.take("ALGORITHM")) return /=?COPY$/i.test(cursor.rest().map((token) => token.text).join("")) ? { kind: "Other", what: "ALGORITHM=COPY, which copies the table", table, breaksNothing: true } : { kind: "NoEffect" };
  if (harmless2.some((words2) => cursor.take(...words2))) return { kind: "NoEffect" };
  if (cursor.take("CONVERT") || cursor.take("DEFAULT") || cursor.take("CHARACTER")) return { kind: "Other", what: "a table's character set", table };
  return unknown3(`ALTER TABLE \u2026 ${clause.map((token) => token.text).join(" ").slice(0, 60)}`);
}
function addClause(table, cursor, sql2) {
  if (cursor.take("COLUMN")) return { kind: "AddColumn", table, column: column(cursor, sql2) };
  const copy3 = new Cursor(cursor.rest());
  const constraint = tableConstraint(copy3, table, sql2);
  if (constraint === null) return { kind: "AddColumn", table, column: column(cursor, sql2) };
  if (constraint !== "plain index") return { kind: "AddConstraint", table, constraint };
  cursor.takeAny("INDEX", "KEY");
  const name2 = cursor.name();
  const columns2 = cursor.names();
  return name2 === null || !columns2 ? unknown3("ADD INDEX") : { kind: "CreateIndex", table, index: index2(name2, false, columns2), concurrently: false };
}
function dropClause(table, cursor) {
  if (cursor.take("PRIMARY", "KEY")) return { kind: "DropConstraint", table, name: "PRIMARY", constraint: "primary key", immediate: false };
  const kinds2 = [["FOREIGN", "KEY", "foreign key"], ["CHECK", "", "check"], ["CONSTRAINT", "", "check"]];
  for (const [first, second, constraint] of kinds2) {
    if (!(second ? cursor.take(first, second) : cursor.take(first))) continue;
    cursor.take("IF", "EXISTS");
    return { kind: "DropConstraint", table, name: cursor.name() ?? "", constraint, immediate: false };
  }
  if (cursor.takeAny("INDEX", "KEY")) return { kind: "DropIndex", table, name: cursor.name() ?? "", concurrently: false, ifExists: false };
  cursor.take("COLUMN");
  cursor.take("IF", "EXISTS");
  return { kind: "DropColumn", table, column: cursor.name() ?? "", cascade: false };
}
function alterColumn4(table, cursor) {
  cursor.take("COLUMN");
  const name2 = cursor.name();
  if (name2 === null) return unknown3("ALTER COLUMN");
  if (cursor.take("DROP", "DEFAULT")) return { kind: "AlterColumn", table, actions: [{ kind: "DropDefault", column: name2, temporary: false }] };
  if (cursor.take("SET", "DEFAULT")) {
    const sql2 = cursor.rest().map((token) => token.text).join(" ");
    return { kind: "AlterColumn", table, actions: [sql2.toUpperCase() === "NULL" ? { kind: "DropDefault", column: name2, temporary: false } : { kind: "SetDefault", column: name2, sql: sql2, lasting: true }] };
  }
  return unknown3("ALTER COLUMN");
}

// src/schema/raw/load.ts
async function loadPostgresqlReader() {
  const [{ loadModule: loadModule2 }, { postgresqlChanges }] = await Promise.all([import("./wasm-5JE5LGKK.js"), import("./postgresql-3SDEFGL2.js")]);
  await loadModule2();
  return postgresqlChanges;
}

// src/history/start.ts
async function walkContextOf(project, rawSql = project.order.some(hasRawSql)) {
  const { facts } = project;
  const database = facts.database.value;
  const zone = project.setting("TIME_ZONE");
  const dialect = dialectOf(database, facts.django.value, { useTz: facts.useTz.value, timeZone: typeof zone === "string" ? zone : null });
  const reader = database.vendor === "postgresql" && rawSql ? await loadPostgresqlReader() : null;
  return {
    dialect,
    bind: { facts, python: project.python, setting: project.setting },
    forward: { setting: (name2) => settingOf3(facts, name2) },
    raw: (sql2, schema) => reader ? reader(sql2, (index3) => tableOfIndex(schema(), index3)) : mysqlChanges(sql2),
    split: splitScript
  };
}
function startOf2(project, context) {
  const state = externalState((label2) => !project.labels.has(label2));
  const bound = bind4(state, context.bind);
  const { vendor } = context.dialect;
  const schema = bound.keys.reduce((schema2, key2) => {
    const model = bound.get(key2);
    return model?.pk ? applyChange(schema2, tableOf2(model, model.pk), vendor) : schema2;
  }, emptySchema);
  return { state, bound, schema };
}
function tableOf2(model, pk) {
  const column2 = { name: pk.column, type: pk.dbType, null: false, collation: null, comment: null, default: null, generated: null, identity: pk.suffix !== null, primaryKey: true, unique: false, check: null, references: null, indexTablespace: null };
  return { kind: "CreateTable", table: model.table, columns: [column2], constraints: [], comment: null, tablespace: null };
}
function hasRawSql(migration) {
  return migration.operations.some((operation) => operation.kind === "RunSQL" || operation.kind === "SeparateDatabaseAndState" && operation.databaseOperations.some((part3) => part3.kind === "RunSQL"));
}
function tableOfIndex(schema, index3) {
  for (const table of schema.tables.values()) if (table.indexes.has(index3) || table.constraints.has(index3)) return table.name;
  return null;
}

// src/django/replay/references.ts
var relationClass = /(ForeignKey|OneToOneField|ManyToManyField|ForeignObject|ParentalKey)$/;
function relationOf(field) {
  if (field.kwargs.has("to")) return field.kwargs.get("to");
  return relationClass.test(field.path) ? field.args[0] : void 0;
}
function resolveReference(value, within, setting2) {
  if (typeof value === "string") {
    if (value === "self") return modelKey2(within.app, within.name);
    return value.includes(".") ? modelKey2(value.slice(0, value.indexOf(".")), value.slice(value.indexOf(".") + 1)) : modelKey2(within.app, value);
  }
  if (value === null || value === void 0 || typeof value !== "object" || value.kind !== "ref") return null;
  const name2 = /^django\.conf\.settings\.(\w+)$/.exec(value.path)?.[1];
  const label2 = name2 === void 0 ? null : setting2(name2);
  return label2 === null ? null : resolveReference(label2, within, setting2);
}
function changeFields(state, change4) {
  let models = null;
  for (const [key2, model] of state.models) {
    let fields2 = null;
    for (const [name2, field] of model.fields) {
      const changed4 = change4(field, model);
      if (changed4 !== field) (fields2 ??= new Map(model.fields)).set(name2, changed4);
    }
    if (fields2) (models ??= new Map(state.models)).set(key2, { ...model, fields: fields2 });
  }
  return models ? { ...state, models } : state;
}
function withRelation(field, to) {
  if (field.kwargs.has("to")) return withArgument(field, "to", to);
  return { ...field, args: [to, ...field.args.slice(1)] };
}
function withArgument(field, name2, value) {
  return { ...field, kwargs: new Map(field.kwargs).set(name2, value) };
}

// src/django/replay/fields.ts
function addField(target2, operation) {
  return changeModel(target2, operation.model, (model) => ({ ...model, fields: new Map(model.fields).set(operation.field.name, lasting(operation)) }));
}
function alterField(target2, operation) {
  return changeModel(target2, operation.model, (model) => {
    const { name: name2 } = operation.field;
    if (!target2.stateOnly && !mayHave(model, name2, target2.state)) return noField(model, name2);
    return { ...model, fields: new Map(model.fields).set(name2, lasting(operation)) };
  });
}
function removeField(target2, modelName, name2) {
  return changeModel(target2, modelName, (model) => {
    if (!model.fields.has(name2)) return noField(model, name2, "KeyError");
    const fields2 = new Map(model.fields);
    fields2.delete(name2);
    return { ...model, fields: fields2 };
  });
}
function renameField(target2, modelName, from, to) {
  let key2 = null;
  const renamed3 = changeModel(target2, modelName, (model, own) => {
    const found2 = model.fields.get(from);
    if (!found2) return noField(model, from);
    key2 = own;
    const fields2 = /* @__PURE__ */ new Map();
    for (const [name2, field] of model.fields) if (name2 !== from) fields2.set(name2, withRenamedParts(field, from, to));
    fields2.set(to, withRenamedParts({ ...found2, name: to }, from, to));
    const rename = (together4) => together4.map((names3) => names3.map((name2) => name2 === from ? to : name2));
    return { ...model, fields: fields2, uniqueTogether: rename(model.uniqueTogether), indexTogether: rename(model.indexTogether) };
  });
  if (key2 === null) return renamed3;
  return { ...renamed3, state: followRename(renamed3.state, key2, from, to, target2.setting) };
}
function followRename(state, key2, from, to, setting2) {
  return changeFields(state, (field, within) => {
    if (field.kwargs.get("to_field") !== from && !namesOf(field.kwargs.get("to_fields"))?.includes(from)) return field;
    if (resolveReference(relationOf(field), within, setting2) !== key2) return field;
    const single2 = field.kwargs.get("to_field") === from ? withArgument(field, "to_field", to) : field;
    return renamedIn(single2, "to_fields", from, to);
  });
}
function withRenamedParts(field, from, to) {
  const changed4 = renamedIn(field, "from_fields", from, to);
  if (!changed4.path.endsWith(".CompositePrimaryKey") || !changed4.args.includes(from)) return changed4;
  return { ...changed4, args: changed4.args.map((arg) => arg === from ? to : arg) };
}
function renamedIn(field, argument, from, to) {
  const names3 = namesOf(field.kwargs.get(argument));
  if (!names3?.includes(from)) return field;
  return withArgument(field, argument, { kind: "list", items: names3.map((name2) => name2 === from ? to : name2) });
}
function namesOf(value) {
  return value === void 0 ? null : textsOf(value);
}
function lasting({ field, preserveDefault }) {
  if (preserveDefault || !field.kwargs.has("default")) return field;
  const kwargs = new Map(field.kwargs);
  kwargs.delete("default");
  return { ...field, kwargs };
}
function mayHave(model, name2, state) {
  if (model.fields.has(name2)) return true;
  const parents3 = model.bases.map((base2) => state.models.get(base2));
  if (parents3.some((parent) => parent && mayHave(parent, name2, state))) return true;
  if (name2.endsWith("_ptr")) return parents3.some((parent) => parent !== void 0);
  if (name2 === "id") return ![...model.fields.values()].some((field) => field.kwargs.get("primary_key") === true);
  return name2 === "_order" && model.options.has("order_with_respect_to");
}
function noField(model, name2, error = "FieldDoesNotExist") {
  return `model ${codeSpan(`${model.app}.${model.name}`)} has no field ${codeSpan(name2)} at this point (${error} in Django)`;
}

// src/django/replay/models.ts
function createModel3(target2, operation) {
  const key2 = modelKey2(target2.app, operation.name);
  const model = {
    app: target2.app,
    name: operation.name,
    fields: new Map(operation.fields.map((field) => [field.name, field])),
    options: /* @__PURE__ */ new Map(),
    uniqueTogether: [],
    indexTogether: [],
    indexes: /* @__PURE__ */ new Map(),
    constraints: /* @__PURE__ */ new Map(),
    bases: operation.bases.flatMap((base2) => baseName(base2, target2))
  };
  return done(withModel(target2.state, key2, withOptions(model, operation.options)));
}
function deleteModel(target2, name2) {
  const key2 = modelKey2(target2.app, name2);
  if (!target2.state.models.has(key2)) return failed(target2, `there is no model ${codeSpan(`${target2.app}.${name2}`)} at this point (KeyError in Django)`);
  const models = new Map(target2.state.models);
  models.delete(key2);
  return done({ ...target2.state, models });
}
function renameModel(target2, from, to) {
  const { state, app, setting: setting2 } = target2;
  const [oldKey, newKey] = [modelKey2(app, from), modelKey2(app, to)];
  const model = state.models.get(oldKey);
  if (!model) return failed(target2, `there is no model ${codeSpan(`${app}.${from}`)} at this point (KeyError in Django)`);
  const label2 = `${app}.${to}`;
  const repointed = changeFields(state, (field, within) => {
    const points = resolveReference(relationOf(field), within, setting2) === oldKey;
    const changed4 = points ? withRelation(field, label2) : field;
    const through = changed4.kwargs.get("through");
    return through !== void 0 && resolveReference(through, within, setting2) === oldKey ? withArgument(changed4, "through", label2) : changed4;
  });
  const models = new Map(repointed.models);
  const renamed3 = { ...models.get(oldKey), name: to };
  models.delete(oldKey);
  for (const [key2, child2] of models) {
    if (child2.bases.includes(oldKey)) models.set(key2, { ...child2, bases: child2.bases.map((base2) => base2 === oldKey ? newKey : base2) });
  }
  models.set(newKey, renamed3);
  return done({ ...repointed, models });
}
function alterOptions(target2, name2, options, removable = []) {
  return changeModel(target2, name2, (model) => {
    const kept2 = new Map(model.options);
    for (const key2 of removable) if (!options.has(key2)) kept2.delete(key2);
    return withOptions({ ...model, options: kept2 }, options);
  });
}
function withOptions(model, given2) {
  const options = new Map(model.options);
  let changed4 = { ...model, options };
  for (const [name2, value] of given2) {
    if (name2 === "indexes" || name2 === "constraints") {
      const items = itemsOf(value ?? { kind: "list", items: [] });
      if (items) changed4 = { ...changed4, [name2]: new Map(items.map((item2) => [nameOfItem(item2), item2])) };
      else options.set(name2, value);
    } else if (name2 === "unique_together" || name2 === "index_together") {
      const entries = togetherOf(value);
      if (entries) changed4 = { ...changed4, [name2 === "unique_together" ? "uniqueTogether" : "indexTogether"]: entries };
      else options.set(name2, value);
    } else options.set(name2, value);
  }
  return changed4;
}
function nameOfItem(item2) {
  const name2 = item2 !== null && typeof item2 === "object" && item2.kind === "call" ? item2.kwargs.get("name") : void 0;
  return typeof name2 === "string" ? name2 : textOf(item2);
}
function baseName(base2, { app, operation, setting: setting2 }) {
  const model = resolveReference(base2, { app, name: operation.type }, setting2);
  if (model !== null) return [model];
  if (base2 === null || typeof base2 !== "object") return [];
  if (base2.kind !== "ref") return "text" in base2 ? [base2.text] : [];
  return /^django\.db\.models(\.base)?\.Model$/.test(base2.path) ? [] : [base2.path];
}

// src/django/replay/indexes.ts
function addItem(target2, modelName, member, item2) {
  return changeModel(target2, modelName, (model) => ({ ...model, [member]: new Map(model[member]).set(nameOfItem(item2), item2) }));
}
function removeItem(target2, modelName, member, name2) {
  return changeModel(target2, modelName, (model) => {
    if (!model[member].has(name2)) return target2.stateOnly ? model : missing(model, member, name2);
    const items = new Map(model[member]);
    items.delete(name2);
    return { ...model, [member]: items };
  });
}
function alterConstraint(target2, modelName, name2, constraint) {
  return changeModel(target2, modelName, (model) => {
    if (!model.constraints.has(name2)) return target2.stateOnly ? model : missing(model, "constraints", name2);
    return { ...model, constraints: new Map([...model.constraints].map(([key2, value]) => key2 === name2 ? [nameOfItem(constraint), constraint] : [key2, value])) };
  });
}
function renameIndex2(target2, operation) {
  const { from, to, oldFields } = operation;
  return changeModel(target2, operation.model, (model) => {
    if (from !== null) {
      if (!model.indexes.has(from)) return target2.stateOnly ? model : missing(model, "indexes", from);
      return { ...model, indexes: new Map([...model.indexes].map(([key2, index4]) => key2 === from ? [to, named3(index4, to)] : [key2, index4])) };
    }
    const fields2 = oldFields ?? [];
    const index3 = {
      kind: "call",
      path: "django.db.models.Index",
      args: [],
      kwargs: /* @__PURE__ */ new Map([["fields", { kind: "list", items: fields2 }], ["name", to]]),
      unknownArgs: null,
      place: operation.place,
      text: `models.Index(fields=${JSON.stringify(fields2)}, name=${JSON.stringify(to)})`
    };
    const same2 = (names3) => names3.length === fields2.length && names3.every((name2, position) => name2 === fields2[position]);
    return { ...model, indexes: new Map(model.indexes).set(to, index3), indexTogether: model.indexTogether.filter((names3) => !same2(names3)) };
  });
}
function named3(index3, name2) {
  if (index3 === null || typeof index3 !== "object" || index3.kind !== "call") return index3;
  return { ...index3, kwargs: new Map(index3.kwargs).set("name", name2) };
}
function missing(model, member, name2) {
  const what = member === "indexes" ? "index" : "constraint";
  return `there is no ${what} named ${codeSpan(name2)} on model ${codeSpan(`${model.app}.${model.name}`)} at this point (ValueError in Django)`;
}

// src/django/replay/forward.ts
function forward(state, app, operation, options = {}) {
  const { setting: setting2 = () => null, stateOnly = false } = options;
  return apply2({ state, app, operation, setting: setting2, stateOnly });
}
var alterOptionKeys = [
  "base_manager_name",
  "default_manager_name",
  "default_related_name",
  "get_latest_by",
  "managed",
  "ordering",
  "permissions",
  "default_permissions",
  "select_on_save",
  "verbose_name",
  "verbose_name_plural"
];
function apply2(target2) {
  const { operation } = target2;
  switch (operation.kind) {
    case "CreateModel":
      return createModel3(target2, operation);
    case "DeleteModel":
      return deleteModel(target2, operation.name);
    case "RenameModel":
      return renameModel(target2, operation.from, operation.to);
    case "AlterModelTable":
      return alterOptions(target2, operation.name, /* @__PURE__ */ new Map([["db_table", operation.table]]));
    case "AlterModelTableComment":
      return alterOptions(target2, operation.name, /* @__PURE__ */ new Map([["db_table_comment", operation.comment]]));
    case "AlterOrderWithRespectTo":
      return alterOptions(target2, operation.name, /* @__PURE__ */ new Map([["order_with_respect_to", operation.field]]));
    case "AlterModelOptions":
      return alterOptions(target2, operation.name, operation.options, alterOptionKeys);
    case "AlterUniqueTogether":
      return changeModel(target2, operation.name, (model) => ({ ...model, uniqueTogether: operation.together }));
    case "AlterIndexTogether":
      return changeModel(target2, operation.name, (model) => ({ ...model, indexTogether: operation.together }));
    case "AlterModelManagers":
      return changeModel(target2, operation.name, (model) => model);
    case "AddField":
      return addField(target2, operation);
    case "AlterField":
      return alterField(target2, operation);
    case "RemoveField":
      return removeField(target2, operation.model, operation.name);
    case "RenameField":
      return renameField(target2, operation.model, operation.from, operation.to);
    case "AddIndex":
      return addItem(target2, operation.model, "indexes", operation.index);
    case "RemoveIndex":
      return removeItem(target2, operation.model, "indexes", operation.name);
    case "RenameIndex":
      return renameIndex2(target2, operation);
    case "AddConstraint":
      return addItem(target2, operation.model, "constraints", operation.constraint);
    case "RemoveConstraint":
      return removeItem(target2, operation.model, "constraints", operation.name);
    case "AlterConstraint":
      return alterConstraint(target2, operation.model, operation.name, operation.constraint);
    case "RunSQL":
    case "SeparateDatabaseAndState":
      return applyAll(target2, operation.stateOperations);
    case "Unknown":
      return operation.assumed ? apply2({ ...target2, operation: operation.assumed }) : done(target2.state);
    case "RunPython":
    case "ValidateConstraint":
    case "AddDefaultValue":
    case "CreateExtension":
    case "CreateCollation":
    case "RemoveCollation":
      return done(target2.state);
  }
}
function applyAll(target2, operations) {
  let { state } = target2;
  let problem = null;
  for (const operation of operations) {
    const result = apply2({ ...target2, state, operation, stateOnly: true });
    state = result.state;
    problem ??= result.problem;
  }
  return { state, problem };
}

// src/django/replay/replay.ts
function* databaseSteps(operations, app, before, options = {}) {
  let state = before;
  for (const [index3, operation] of operations.entries()) {
    const { state: after, problem } = forward(state, app, operation, { ...options, stateOnly: false });
    yield { index: index3, operation, before: state, after, problem };
    state = after;
  }
}

// src/schema/lower/deferred.ts
function mentionsTable(change4, table) {
  if (change4.kind === "AddConstraint" && change4.constraint.kind === "foreign key" && change4.constraint.toTable === table) return true;
  return "table" in change4 && change4.table === table;
}
function mentionsColumn(change4, table, column2) {
  if (change4.kind === "CreateIndex") return change4.table === table && (change4.index.columns.includes(column2) || change4.index.include.includes(column2) || change4.index.columns.length === 0 && change4.index.reads.includes(column2));
  if (change4.kind !== "AddConstraint") return false;
  const { constraint } = change4;
  if (constraint.kind === "foreign key" && constraint.toTable === table && constraint.toColumns.includes(column2)) return true;
  return change4.table === table && (constraint.kind === "unique" || constraint.kind === "foreign key") && constraint.columns.includes(column2);
}
function mentionsIndex(change4, table, name2) {
  return change4.kind === "CreateIndex" && change4.table === table && change4.index.name === name2;
}
function renameTableIn(deferred, from, to, vendor) {
  const { change: change4 } = deferred;
  if (!mentionsTable(change4, from)) return deferred;
  if (change4.kind === "CreateIndex") return renamed2(deferred, { ...change4, table: to }, vendor);
  if (change4.kind !== "AddConstraint") return deferred;
  const table = change4.table === from ? to : change4.table;
  const constraint = change4.constraint.kind === "foreign key" && change4.constraint.toTable === from ? { ...change4.constraint, toTable: to } : change4.constraint;
  return renamed2(deferred, { ...change4, table, constraint }, vendor);
}
function renameColumnIn(deferred, table, from, to, dialect) {
  const { change: change4 } = deferred;
  if (!mentionsColumn(change4, table, from)) return deferred;
  const swap = (columns2) => columns2.map((column2) => column2 === from ? to : column2);
  if (change4.kind === "CreateIndex") {
    const [before, after] = [dialect.quoteName(from), dialect.quoteName(to)];
    const parts2 = change4.index.columns.length === 0 ? change4.index.parts : change4.index.parts.map((part3) => part3 === before || part3.startsWith(`${before} `) ? after + part3.slice(before.length) : part3);
    return renamed2(deferred, { ...change4, index: { ...change4.index, parts: parts2, columns: swap(change4.index.columns), reads: swap(change4.index.reads), include: swap(change4.index.include) } }, dialect.vendor);
  }
  if (change4.kind !== "AddConstraint") return deferred;
  let { constraint } = change4;
  if (change4.table === table) constraint = { ...constraint, columns: swap(constraint.columns) };
  if (constraint.kind === "foreign key" && constraint.toTable === table) constraint = { ...constraint, toColumns: swap(constraint.toColumns) };
  return renamed2(deferred, { ...change4, constraint }, dialect.vendor);
}
function renamed2(deferred, change4, vendor) {
  const suffix = deferred.autoName?.suffix;
  if (suffix === void 0) return { ...deferred, change: change4 };
  if (change4.kind === "CreateIndex") {
    return { ...deferred, change: { ...change4, index: { ...change4.index, name: indexName(vendor, change4.table, change4.index.columns, suffix) } } };
  }
  if (change4.kind !== "AddConstraint") return { ...deferred, change: change4 };
  const { constraint, table } = change4;
  if (constraint.kind === "foreign key") {
    const name2 = foreignKeyName(vendor, table, constraint.columns[0] ?? "", constraint.toTable, constraint.toColumns[0] ?? "", suffix);
    return { ...deferred, change: { ...change4, constraint: { ...constraint, name: name2 } } };
  }
  if (constraint.kind === "unique") return { ...deferred, change: { ...change4, constraint: { ...constraint, name: indexName(vendor, table, constraint.columns, suffix) } } };
  return { ...deferred, change: change4 };
}

// src/schema/lower/editor.ts
var Editor = class {
  dialect;
  schema;
  /** Collations that migrations made nondeterministic: PostgreSQL cannot use them with pattern operators. */
  nondeterministicCollations;
  /** Extensions that migrations made so far: CreateExtension looks before it makes. */
  extensions;
  /** Statements of the operation under way. */
  #statements = [];
  #deferred = [];
  #doubts = [];
  #assumed = null;
  #operation = 0;
  constructor(dialect, schema, nondeterministicCollations = /* @__PURE__ */ new Set(), extensions = /* @__PURE__ */ new Set()) {
    this.dialect = dialect;
    this.schema = schema;
    this.nondeterministicCollations = nondeterministicCollations;
    this.extensions = extensions;
  }
  /** Begins the next operation of the migration. */
  begin(operation) {
    this.#operation = operation;
    this.#statements = [];
    this.#doubts = [];
    this.#assumed = null;
  }
  /** What the operation under way ran. */
  statements() {
    return this.#statements;
  }
  /** What the operation put off, as it would read if it ran now. */
  deferredBy(operation) {
    return this.#deferred.filter((d) => d.operation === operation).map((d) => this.#render(d));
  }
  /** Everything the operation under way does is only assumed: its statements are unknown, for the reason given. */
  assume(reason2) {
    this.#assumed = reason2;
  }
  /** Says that the statement made next cannot be known in full, and why. */
  doubt(reason2) {
    this.#doubts.push(reason2);
  }
  execute(change4) {
    this.#run(this.#statement(change4));
  }
  /** The operation cannot run: Django would stop here. */
  refuse(reason2) {
    this.#statements.push({ change: { kind: "Unknown", reason: reason2 }, sql: null, unknown: reason2 });
  }
  /** Raw SQL: one text that does all the changes. */
  executeRaw(changes2, sql2) {
    const doubt = this.#doubts[0] ?? null;
    this.#doubts = [];
    const [change4 = { kind: "NoEffect" }, ...more] = changes2;
    this.#statements.push({ change: change4, more, sql: doubt === null ? sql2 : null, unknown: doubt });
    for (const one of changes2) this.schema = applyChange(this.schema, one, this.dialect.vendor);
  }
  defer(change4, autoName = null) {
    this.#deferred.push({ change: change4, autoName, operation: this.#operation, unknown: this.#assumed ?? this.#doubts[0] ?? null });
    this.#doubts = [];
  }
  /** Runs what was put off: at the migration's end, and wherever SQLite's editor does so in between, `edit`ed there. */
  flush(edit = (change4) => change4) {
    const deferred = this.#deferred;
    this.#deferred = [];
    for (const one of deferred) this.#run(this.#render({ ...one, change: edit(one.change) }));
  }
  /** Everything put off so far, in order. */
  deferred() {
    return this.#deferred.map((d) => this.#render(d));
  }
  forgetDeferredOfTable(table) {
    this.#deferred = this.#deferred.filter((d) => !mentionsTable(d.change, table));
  }
  forgetDeferredOfColumn(table, column2) {
    this.#deferred = this.#deferred.filter((d) => !mentionsColumn(d.change, table, column2));
  }
  forgetDeferredIndex(table, name2) {
    this.#deferred = this.#deferred.filter((d) => !mentionsIndex(d.change, table, name2));
  }
  /** Takes back the first deferred change that fits; true when there was one. */
  takeBack(fits2) {
    const at = this.#deferred.findIndex((d) => fits2(d.change));
    if (at < 0) return false;
    this.#deferred = this.#deferred.filter((_, i2) => i2 !== at);
    return true;
  }
  renameDeferredTable(from, to) {
    this.#deferred = this.#deferred.map((d) => renameTableIn(d, from, to, this.dialect.vendor));
  }
  renameDeferredColumn(table, from, to) {
    this.#deferred = this.#deferred.map((d) => renameColumnIn(d, table, from, to, this.dialect));
  }
  /** The table as the database has it now; null when it was never made by a migration we know. */
  table(model) {
    return this.schema.tables.get(model.table) ?? null;
  }
  #run(statement) {
    this.#statements.push(statement);
    this.schema = applyChange(this.schema, statement.change, this.dialect.vendor);
  }
  #statement(change4) {
    const doubt = this.#assumed ?? this.#doubts[0];
    this.#doubts = [];
    if (doubt !== void 0) return { change: change4, sql: null, unknown: doubt };
    return render(change4, this.dialect);
  }
  #render(deferred) {
    if (deferred.unknown !== null) return { change: deferred.change, sql: null, unknown: deferred.unknown };
    return render(deferred.change, this.dialect);
  }
};

// src/schema/lower/field-indexes.ts
function fieldIndex(editor, model, fields2, suffix = "", opclass = null) {
  const { vendor, quoteName } = editor.dialect;
  const columns2 = fields2.map((field) => field.column);
  const index3 = {
    name: indexName(vendor, model.table, columns2, suffix),
    unique: false,
    parts: columns2.map((column2) => opclass === null ? quoteName(column2) : `${quoteName(column2)} ${opclass}`),
    columns: columns2,
    expressions: [],
    reads: columns2,
    method: null,
    opclasses: opclass === null ? [] : columns2.map(() => opclass),
    include: [],
    nullsDistinct: null,
    condition: null,
    with: null,
    tablespace: vendor === "postgresql" ? (fields2.length === 1 ? fields2[0].tablespace : null) ?? model.tablespace : null
  };
  return { kind: "CreateIndex", table: model.table, index: index3, concurrently: false };
}
function shouldBeIndexed(editor, field) {
  if (!field.dbIndex || field.unique) return false;
  const { vendor } = editor.dialect;
  if (vendor !== "mysql" && vendor !== "mariadb") return true;
  if (field.internalType === "ForeignKey" && field.remote?.dbConstraint) return false;
  return !isLimitedDataType(field);
}
var limitedDataTypes = /* @__PURE__ */ new Set(["tinyblob", "blob", "mediumblob", "longblob", "tinytext", "text", "mediumtext", "longtext", "json"]);
function isLimitedDataType(field) {
  return typeof field.dbType === "string" && limitedDataTypes.has(field.dbType.toLowerCase());
}
function fieldIndexes(editor, model, field) {
  const indexes = [];
  if (shouldBeIndexed(editor, field)) indexes.push({ change: indexOfField(editor, model, field), suffix: "" });
  const like2 = likeIndex(editor, model, field);
  if (like2) indexes.push({ change: like2, suffix: "_like" });
  return indexes;
}
function indexOfField(editor, model, field) {
  return fieldIndex(editor, model, [field]);
}
function likeIndex(editor, model, field) {
  if (editor.dialect.vendor !== "postgresql" || typeof field.dbType !== "string" || !(field.dbIndex || field.unique)) return null;
  if (field.dbType.includes("[")) return null;
  if (field.collation !== null && !isDeterministic(editor, field.collation)) return null;
  if (field.dbType.startsWith("varchar")) return fieldIndex(editor, model, [field], "_like", "varchar_pattern_ops");
  if (field.dbType.startsWith("text")) return fieldIndex(editor, model, [field], "_like", "text_pattern_ops");
  return null;
}
function isDeterministic(editor, collation2) {
  return !editor.nondeterministicCollations.has(collation2);
}

// src/schema/lower/add-default-value.ts
function addDefaultValue2(editor, model, field, value) {
  const { vendor } = editor.dialect;
  if (vendor === "sqlite" || field.column === null) return;
  if (vendor === "mysql" && (isLimitedDataType(field) || constantOf(value) === "TODAY")) return;
  if (vendor === "mariadb" && constantOf(value) === "TODAY") return;
  if (vendor === "mariadb" && isLimitedDataType(field)) editor.doubt("whether AddDefaultValue gives text a default depends on the release of MariaDB");
  const sql2 = defaultSql(value, vendor === "postgresql");
  if (sql2 === null) editor.doubt("the value of AddDefaultValue is not one whose SQL is known here: see it with `sqlmigrate`");
  editor.execute({ kind: "AlterColumn", table: model.table, actions: [{ kind: "SetDefault", column: field.column, sql: sql2 ?? "(an expression)", lasting: true }] });
}
function constantOf(value) {
  const path = typeof value === "object" && value?.kind === "ref" && value.path.startsWith("django_add_default_value.") ? value.path.slice(value.path.lastIndexOf(".") + 1) : null;
  if (value === "__NOW__" || path === "NOW") return "NOW";
  return value === "__TODAY__" || path === "TODAY" ? "TODAY" : null;
}
function defaultSql(value, postgresql5) {
  if (constantOf(value) !== null) return postgresql5 ? "now()" : null;
  if (typeof value === "boolean") return postgresql5 ? value ? "'True'" : "'False'" : value ? "'1'" : "'0'";
  if (typeof value === "number" || typeof value === "bigint") return `'${value}'`;
  return typeof value === "string" && !/['\\%\0]/.test(value) ? `'${value}'` : null;
}

// src/sql/literal/builtins.ts
var empty = {
  dict: { kind: "dict", entries: [] },
  list: { kind: "list", items: [] },
  set: { kind: "set", items: [] },
  tuple: { kind: "tuple", items: [] },
  str: "",
  int: 0n,
  bool: false,
  float: { kind: "float", value: 0 },
  bytes: { kind: "bytes", text: "" },
  "collections.OrderedDict": { kind: "dict", entries: [] }
};
function builtinOf(path) {
  const name2 = path.replace(/^builtins\./, "");
  return Object.hasOwn(empty, name2) ? empty[name2] : void 0;
}
function builtinDefault(path) {
  return builtinOf(path);
}
function builtinCall(call, read4) {
  const nothing3 = builtinOf(call.path);
  if (nothing3 === void 0) return void 0;
  if (call.args.length === 0 && call.kwargs.size === 0) return nothing3;
  if (call.args.length === 0 && call.path.endsWith("dict")) return { kind: "dict", entries: [...call.kwargs].map(([key2, value]) => [key2, read4(value)]) };
  const [argument] = call.args;
  if (call.args.length !== 1 || call.kwargs.size > 0 || argument === void 0) return void 0;
  const data = read4(argument);
  return sameType2(nothing3, data) ? data : converted(nothing3, data);
}
function sameType2(a, b) {
  if (a === null || b === null) return false;
  if (typeof a !== "object" || typeof b !== "object") return typeof a === typeof b;
  return a.kind === b.kind;
}
function converted(target2, data) {
  if (target2 === null || typeof target2 !== "object" || data === null || typeof data !== "object") return void 0;
  if ((target2.kind === "list" || target2.kind === "tuple") && (data.kind === "list" || data.kind === "tuple")) return { kind: target2.kind, items: data.items };
  return void 0;
}

// src/sql/literal/unknown.ts
var Unknown = class extends Error {
};
function orUnknown(make) {
  try {
    return make();
  } catch (error) {
    if (error instanceof Unknown) return { unknown: error.message };
    if (error instanceof RangeError) return { unknown: "it is nested too deeply to be read" };
    throw error;
  }
}

// src/sql/literal/datetime.ts
var two = (n) => String(n).padStart(2, "0");
function dateString(date2) {
  return `${String(date2.year).padStart(4, "0")}-${two(date2.month)}-${two(date2.day)}`;
}
function timeString(time2) {
  return `${clock(time2)}${time2.microsecond ? `.${String(time2.microsecond).padStart(6, "0")}` : ""}${offsetString(time2.offset)}`;
}
function timeWithMicroseconds(time2) {
  return `${clock(time2)}.${String(time2.microsecond).padStart(6, "0")}`;
}
var clock = (time2) => `${two(time2.hour)}:${two(time2.minute)}:${two(time2.second)}`;
function dateTimeString(value, separator = " ") {
  return dateString(value) + separator + timeString(value);
}
function offsetString(offset) {
  if (offset === null) return "";
  const seconds = Math.abs(offset);
  const rest2 = seconds % 60;
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds % 3600 / 60))}${rest2 ? `:${two(rest2)}` : ""}`;
}
function timeDeltaString(value) {
  const { days, seconds, microseconds } = value;
  const time2 = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds % 3600 / 60))}:${two(seconds % 60)}`;
  const fraction = microseconds ? `.${String(microseconds).padStart(6, "0")}` : "";
  return `${days ? `${days} day${Math.abs(days) === 1 ? "" : "s"}, ` : ""}${time2}${fraction}`;
}
function durationMicroseconds(value) {
  return (BigInt(value.days) * 86400n + BigInt(value.seconds)) * 1000000n + BigInt(value.microseconds);
}
function timeDelta(microseconds) {
  const day = 86400000000n;
  const rest2 = (microseconds % day + day) % day;
  return { kind: "timedelta", days: Number((microseconds - rest2) / day), seconds: Number(rest2 / 1000000n), microseconds: Number(rest2 % 1000000n) };
}
function atOffset(value, offset) {
  return { ...fromSeconds(wallSeconds(value) - (value.offset ?? 0) + offset), microsecond: value.microsecond, offset };
}
function naiveUtc(value) {
  return { ...atOffset(value, 0), offset: null };
}
function inZone(value, zone) {
  const wall = wallSeconds(value);
  const before = zoneOffset(zone, wall - 86400);
  const after = zoneOffset(zone, wall + 86400);
  if (before !== after && zoneOffset(zone, wall - before) === before) return { ...value, offset: before };
  return { ...value, offset: before === after ? before : gapOrAfter(zone, wall, before, after) };
}
function gapOrAfter(zone, wall, before, after) {
  return zoneOffset(zone, wall - after) === after ? after : before;
}
function zoneOffset(zone, seconds) {
  const parts2 = new Map(formatter(zone).formatToParts(new Date(seconds * 1e3)).map((part3) => [part3.type, part3.value]));
  const number = (type) => Number(parts2.get(type));
  const wall = { year: number("year"), month: number("month"), day: number("day"), hour: number("hour"), minute: number("minute"), second: number("second"), microsecond: 0, offset: null };
  return wallSeconds(wall) - seconds;
}
function formatter(zone) {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" });
  } catch {
    throw new Unknown(`the time zone ${zone} is not known`);
  }
}
function wallSeconds(value) {
  const date2 = /* @__PURE__ */ new Date(0);
  date2.setUTCFullYear(value.year, value.month - 1, value.day);
  return date2.getTime() / 1e3 + value.hour * 3600 + value.minute * 60 + value.second;
}
function fromSeconds(seconds) {
  const date2 = new Date(seconds * 1e3);
  return { kind: "datetime", year: date2.getUTCFullYear(), month: date2.getUTCMonth() + 1, day: date2.getUTCDate(), hour: date2.getUTCHours(), minute: date2.getUTCMinutes(), second: date2.getUTCSeconds() };
}
var dateText = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
var timeText = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,6})\d{0,6})?)?$/;
var dateTimeText = /^(\d{4}-\d{1,2}-\d{1,2})[T ](\d{1,2}:\d{1,2}(?::\d{1,2}(?:[.,]\d{1,12})?)?)\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/;
function parseDate(text5) {
  const match = dateText.exec(text5);
  return match ? { kind: "date", year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : null;
}
function parseTime(text5) {
  const match = timeText.exec(text5);
  if (!match) return null;
  return { kind: "time", hour: Number(match[1]), minute: Number(match[2]), second: Number(match[3] ?? 0), microsecond: Number((match[4] ?? "").padEnd(6, "0")), offset: null };
}
function parseDateTime(text5) {
  const match = dateTimeText.exec(text5);
  if (!match) return null;
  const date2 = parseDate(match[1]);
  const time2 = parseTime(match[2]);
  if (!date2 || !time2) return null;
  return { ...date2, ...time2, kind: "datetime", offset: parseOffset(match[3]) };
}
function parseOffset(text5) {
  if (text5 === void 0) return null;
  if (text5 === "Z") return 0;
  const digits = text5.replace(/[^\d]/g, "");
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2) || 0) * 60;
  return text5.startsWith("-") ? -seconds : seconds;
}

// src/sql/literal/read-datetime.ts
function readDateTime(call) {
  switch (call.path) {
    case "datetime.timedelta":
      return readTimeDelta(call);
    case "datetime.date":
      return { kind: "date", year: part2(call, 0, "year"), month: part2(call, 1, "month"), day: part2(call, 2, "day") };
    case "datetime.time":
      return { kind: "time", ...clock2(call, 0), offset: fixedOffset(call, zoneArgument(call, 4)) };
    default:
      return readMoment(call);
  }
}
function clock2(call, from) {
  return {
    hour: part2(call, from, "hour", 0),
    minute: part2(call, from + 1, "minute", 0),
    second: part2(call, from + 2, "second", 0),
    microsecond: part2(call, from + 3, "microsecond", 0)
  };
}
function readMoment(call) {
  const naive = { kind: "datetime", year: part2(call, 0, "year"), month: part2(call, 1, "month"), day: part2(call, 2, "day"), ...clock2(call, 3), offset: null };
  const zone = zoneArgument(call, 7);
  if (zone === null) return naive;
  const name2 = zoneName(zone);
  return name2 === null ? { ...naive, offset: fixedOffset(call, zone) } : inZone(naive, name2);
}
var zoneArgument = (call, index3) => call.args[index3] ?? call.kwargs.get("tzinfo") ?? null;
function part2(call, index3, name2, otherwise) {
  const value = call.args[index3] ?? call.kwargs.get(name2) ?? otherwise;
  if (typeof value === "number" && Number.isInteger(value)) return value;
  throw new Unknown(`the value of ${call.text} cannot be read`);
}
function zoneName(zone) {
  if (zone === null || typeof zone !== "object" || zone.kind !== "call") return null;
  const [name2] = zone.args;
  return /(^|\.)ZoneInfo$/.test(zone.path) && typeof name2 === "string" ? name2 : null;
}
function fixedOffset(call, zone) {
  if (zone === null) return null;
  if (typeof zone === "object" && (zone.kind === "ref" || zone.kind === "call") && /(^|\.)(utc|UTC)$/.test(zone.path)) return 0;
  if (typeof zone === "object" && zone.kind === "call" && /(^|\.)(timezone|get_fixed_timezone|FixedOffset)$/.test(zone.path)) {
    const [argument] = zone.args;
    if (typeof argument === "number") return argument * 60;
    const delta = argument !== null && typeof argument === "object" && argument.kind === "call" && argument.path === "datetime.timedelta" ? readTimeDelta(argument) : null;
    if (delta !== null && typeof delta === "object" && delta.kind === "timedelta") return delta.days * 86400 + delta.seconds;
  }
  throw new Unknown(`the time zone of ${call.text} cannot be read`);
}
var units = [
  ["days", 86400000000n],
  ["seconds", 1000000n],
  ["microseconds", 1n],
  ["milliseconds", 1000n],
  ["minutes", 60000000n],
  ["hours", 3600000000n],
  ["weeks", 604800000000n]
];
function readTimeDelta(call) {
  let total = 0n;
  for (const [index3, [name2, microseconds]] of units.entries()) {
    const value = call.args[index3] ?? call.kwargs.get(name2);
    if (value === void 0) continue;
    total += amount(value, microseconds, call);
  }
  return timeDelta(total);
}
function amount(value, unit, call) {
  if (typeof value === "bigint") return value * unit;
  if (typeof value === "number") return BigInt(value) * unit;
  if (value !== null && typeof value === "object" && value.kind === "float") return BigInt(Math.round(Number(value.text) * Number(unit)));
  throw new Unknown(`the value of ${call.text} cannot be read`);
}

// src/sql/literal/decimal.ts
var literal2 = /^\s*([+-]?)(\d[\d_]*)?(?:\.(\d[\d_]*)?)?(?:[eE]([+-]?\d+))?\s*$/;
function parseDecimal(text5) {
  const match = literal2.exec(text5);
  if (!match || match[2] === void 0 && match[3] === void 0) return null;
  const whole = (match[2] ?? "").replaceAll("_", "");
  const fraction = (match[3] ?? "").replaceAll("_", "");
  return { negative: match[1] === "-", digits: BigInt(whole + fraction || "0"), exponent: Number(match[4] ?? 0) - fraction.length };
}
function decimalOf(value) {
  return { negative: value < 0n, digits: value < 0n ? -value : value, exponent: 0 };
}
function decimalFromFloat(value, precision) {
  return roundTo(exactDecimal(value), precision);
}
function exactDecimal(value) {
  let digits = Math.abs(value);
  let exponent = 0;
  while (!Number.isInteger(digits)) {
    digits *= 2;
    exponent -= 1;
  }
  return { negative: value < 0 || Object.is(value, -0), digits: BigInt(digits) * 5n ** BigInt(-exponent), exponent };
}
function roundTo(value, precision) {
  const excess = String(value.digits).length - precision;
  if (excess <= 0) return value;
  const rounded2 = { ...value, digits: divideHalfEven(value.digits, 10n ** BigInt(excess)), exponent: value.exponent + excess };
  return String(rounded2.digits).length > precision ? roundTo(rounded2, precision) : rounded2;
}
function quantize(value, places) {
  const shift = value.exponent + places;
  if (shift >= 0) return { ...value, digits: value.digits * 10n ** BigInt(shift), exponent: -places };
  return { ...value, digits: divideHalfEven(value.digits, 10n ** BigInt(-shift)), exponent: -places };
}
function divideHalfEven(value, divisor) {
  const quotient = value / divisor;
  const twice = value % divisor * 2n;
  if (twice > divisor || twice === divisor && quotient % 2n === 1n) return quotient + 1n;
  return quotient;
}
function decimalString(value) {
  const digits = String(value.digits);
  const sign = value.negative ? "-" : "";
  const adjusted = value.exponent + digits.length - 1;
  if (value.exponent <= 0 && adjusted >= -6) return decimalFixed(value);
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  return `${sign}${mantissa}E${adjusted < 0 ? "" : "+"}${adjusted}`;
}
function decimalFixed(value) {
  const sign = value.negative ? "-" : "";
  if (value.exponent >= 0) return `${sign}${value.digits === 0n ? "0" : `${value.digits}${"0".repeat(value.exponent)}`}`;
  const padded = String(value.digits).padStart(1 - value.exponent, "0");
  const point = padded.length + value.exponent;
  return `${sign}${padded.slice(0, point)}.${padded.slice(point)}`;
}

// src/sql/literal/read.ts
function readData(value) {
  if (value === null || typeof value === "boolean" || typeof value === "string" || typeof value === "bigint") return value;
  if (typeof value === "number") return Number.isInteger(value) ? BigInt(value) : { kind: "float", value };
  switch (value.kind) {
    case "float":
      return { kind: "float", value: Number(value.text.replaceAll("_", "")) };
    case "bytes":
      return { kind: "bytes", text: value.text };
    case "list":
    case "tuple":
    case "set":
      return { kind: value.kind, items: value.items.map(readData) };
    case "dict":
      return { kind: "dict", entries: value.entries.map(([key2, item2]) => [readData(key2), readData(item2)]) };
    case "call":
      return readCall4(value);
    case "ref":
      return { kind: "computed", what: nameOf3(value.text, value.path) };
    case "binary":
    case "unary":
      return readOperator(value);
    case "unknown":
      throw new Unknown(`${value.reason}: ${value.text}`);
  }
}
function nameOf3(text5, path) {
  if (/^[\w.]+$/.test(text5)) return text5;
  return /^[\w.]+$/.test(path) ? path : "computed";
}
function readCall4(call) {
  if (call.unknownArgs) throw new Unknown(`${call.unknownArgs.reason}: ${call.text}`);
  const last = call.path.split(".").at(-1);
  switch (call.path) {
    case "decimal.Decimal":
      return readDecimal(call);
    case "uuid.UUID":
      return readUuid(call);
    case "datetime.datetime":
    case "datetime.date":
    case "datetime.time":
    case "datetime.timedelta":
      return readDateTime(call);
  }
  if (/^django\.utils\.translation\.(u?gettext(_lazy|_noop)?|gettext)$/.test(call.path) || call.path === "django.utils.safestring.mark_safe") return readData(call.args[0] ?? "");
  if (rangeClasses.has(last) && /^(psycopg|django\.db\.backends\.postgresql)/.test(call.path)) return readRange(call);
  const builtin = builtinCall(call, readData);
  if (builtin !== void 0) return builtin;
  return { kind: "computed", what: nameOf3(call.path, call.path) };
}
function readDecimal(call) {
  const argument = readData(call.args[0] ?? 0);
  if (typeof argument === "bigint") return { kind: "decimal", value: decimalOf(argument) };
  if (typeof argument === "string") {
    const value = parseDecimal(argument);
    if (value) return { kind: "decimal", value };
  }
  if (argument !== null && typeof argument === "object" && argument.kind === "float") return { kind: "decimal", value: exactDecimal(argument.value) };
  throw new Unknown(`the value of ${call.text} cannot be read`);
}
function readUuid(call) {
  const argument = call.args[0] ?? call.kwargs.get("hex");
  const hex = typeof argument === "string" ? uuidHex(argument) : null;
  if (hex === null) throw new Unknown(`the value of ${call.text} cannot be read`);
  return { kind: "uuid", hex };
}
function uuidHex(text5) {
  const hex = text5.replace("urn:", "").replace("uuid:", "").replace(/^[{}]+|[{}]+$/g, "").replaceAll("-", "").toLowerCase();
  return /^[0-9a-f]{32}$/.test(hex) ? hex : null;
}
var rangeClasses = /* @__PURE__ */ new Set(["Range", "NumericRange", "DateRange", "DateTimeRange", "DateTimeTZRange"]);
function readRange(call) {
  const argument = (index3, name2) => call.args[index3] ?? call.kwargs.get(name2) ?? null;
  const bounds2 = argument(2, "bounds") ?? "[)";
  const empty2 = argument(3, "empty") ?? false;
  if (typeof bounds2 !== "string" || typeof empty2 !== "boolean") throw new Unknown(`the value of ${call.text} cannot be read`);
  return { kind: "range", lower: readData(argument(0, "lower")), upper: readData(argument(1, "upper")), bounds: bounds2, empty: empty2 };
}
function readOperator(value) {
  const operands2 = value.kind === "unary" ? [readData(value.operand)] : [readData(value.left), readData(value.right)];
  const computed = operands2.find((operand2) => operand2 !== null && typeof operand2 === "object" && operand2.kind === "computed");
  if (computed) return { kind: "computed", what: "computed" };
  throw new Unknown(`the value of ${value.text} cannot be read`);
}

// src/sql/literal/default.ts
function defaultKind(field) {
  if (field.default !== void 0) return { kind: "default", value: field.default };
  if (field.generated || field.column === null) return { kind: "none" };
  if (!field.null && field.blank && field.emptyStringsAllowed) return { kind: "empty", data: field.internalType === "BinaryField" ? { kind: "bytes", text: "" } : "" };
  if (field.autoNow) return { kind: "now", data: { kind: "computed", what: "timezone.now" } };
  return { kind: "none" };
}
function defaultData(value) {
  if (value === null || typeof value !== "object" || value.kind !== "ref") return readData(value);
  const builtin = builtinDefault(value.path);
  return builtin === void 0 ? { kind: "computed", what: nameOf3(value.text, value.path) } : builtin;
}

// src/sql/literal/data.ts
function typeName(data) {
  if (data === null) return "None";
  if (typeof data === "boolean") return "bool";
  if (typeof data === "bigint") return "int";
  return typeof data === "string" ? "str" : data.kind;
}

// src/sql/literal/field.ts
function isDjangoField(field) {
  return field.path.startsWith("django.");
}
var textTypes = /* @__PURE__ */ new Set([
  "CharField",
  "TextField",
  "SlugField",
  "FileField",
  "FilePathField",
  "IPAddressField",
  "CICharField",
  "CIEmailField",
  "CITextField",
  "EmailField",
  "URLField",
  "ImageField",
  "CommaSeparatedIntegerField"
]);
var integerTypes = /* @__PURE__ */ new Set([
  "IntegerField",
  "BigIntegerField",
  "SmallIntegerField",
  "PositiveIntegerField",
  "PositiveBigIntegerField",
  "PositiveSmallIntegerField",
  "AutoField",
  "BigAutoField",
  "SmallAutoField"
]);
var rangeTypes = /* @__PURE__ */ new Set(["IntegerRangeField", "BigIntegerRangeField", "DecimalRangeField", "DateTimeRangeField", "DateRangeField"]);

// src/sql/literal/float.ts
function floatRepr(value) {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  const [mantissa, power] = Math.abs(value).toExponential().split("e");
  const exponent = Number(power);
  const digits = mantissa.replace(".", "");
  const sign = value < 0 ? "-" : "";
  if (exponent < -4 || exponent >= 16) return `${sign}${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const padded = digits.padEnd(exponent + 2, "0");
  return `${sign}${padded.slice(0, exponent + 1)}.${padded.slice(exponent + 1)}`;
}

// src/sql/literal/json.ts
function jsonDumps(data, encoder) {
  if (data === null) return "null";
  if (typeof data === "boolean" || typeof data === "bigint") return String(data);
  if (typeof data === "string") return jsonString(data);
  switch (data.kind) {
    case "float":
      return jsonFloat(data.value);
    case "list":
    case "tuple":
      return `[${data.items.map((item2) => jsonDumps(item2, encoder)).join(", ")}]`;
    case "dict":
      return `{${[...uniqueKeys(data.entries)].map(([key2, value]) => `${jsonString(key2)}: ${jsonDumps(value, encoder)}`).join(", ")}}`;
    case "computed":
      throw new Unknown(`a part of the JSON value is computed when the migration runs: ${data.what}`);
    default:
      return jsonString(encoder === "django" ? djangoString(data) : refused(data));
  }
}
function uniqueKeys(entries) {
  const result = /* @__PURE__ */ new Map();
  for (const [key2, value] of entries) result.set(keyText(key2), value);
  return result;
}
function keyText(key2) {
  if (typeof key2 === "string") return key2;
  if (key2 === null) return "null";
  if (typeof key2 === "boolean" || typeof key2 === "bigint") return String(key2);
  if (key2.kind === "float") return jsonFloat(key2.value);
  return refused(key2);
}
function jsonFloat(value) {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
  return floatRepr(value);
}
function refused(data) {
  throw new Unknown(`json.dumps refuses a ${typeName(data)}`);
}
function djangoString(data) {
  if (data === null || typeof data !== "object") return refused(data);
  switch (data.kind) {
    case "date":
      return dateString(data);
    case "decimal":
      return decimalString(data.value);
    case "uuid":
      return dashed(data.hex);
    case "time":
      if (data.microsecond || data.offset !== null) return refused(data);
      return timeString(data);
    case "datetime":
      if (data.microsecond) return refused(data);
      return dateTimeString(data, "T").replace(/\+00:00$/, "Z");
    default:
      return refused(data);
  }
}
function dashed(hex) {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
var shortEscapes = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "	": "\\t", "\b": "\\b", "\f": "\\f" };
function jsonString(text5) {
  return `"${text5.replace(/["\\\u0000-\u001f]|[^\u0000-\u007e]/g, (char) => shortEscapes[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
}

// src/sql/literal/python-text.ts
function text(data) {
  if (data === null) return "None";
  if (typeof data === "string") return data;
  if (typeof data === "boolean") return data ? "True" : "False";
  if (typeof data === "bigint") return String(data);
  switch (data.kind) {
    case "float":
      return floatRepr(data.value);
    case "decimal":
      return decimalString(data.value);
    case "date":
      return dateString(data);
    case "datetime":
      return dateTimeString(data);
    case "time":
      return timeString(data);
    case "timedelta":
      return timeDeltaString(data);
    case "uuid":
      return dashed(data.hex);
    default:
      if ((data.kind === "list" || data.kind === "tuple") && data.items.length === 0) return data.kind === "list" ? "[]" : "()";
      if (data.kind === "dict" && data.entries.length === 0) return "{}";
      throw new Unknown(`the text that Python makes of a ${typeName(data)} is not computed here`);
  }
}

// src/sql/literal/to-python.ts
function toPython(data, field, dialect) {
  const type = field.internalType;
  if (rangeTypes.has(type)) return range(data, field);
  if (data === null) return null;
  if (textTypes.has(type)) return text(data);
  if (integerTypes.has(type)) return integer2(data);
  switch (type) {
    case "BooleanField":
    case "NullBooleanField":
      return boolean(data);
    case "FloatField":
      return { kind: "float", value: float2(data) };
    case "DecimalField":
      return decimal(data, field);
    case "DateField":
      return date(data, dialect);
    case "DateTimeField":
      return moment(data, dialect);
    case "TimeField":
      return time(data);
    case "UUIDField":
      return uuid(data);
    case "GenericIPAddressField":
      return ipAddress(text(data));
    case "HStoreField":
      return hstore(data);
  }
  return data;
}
var refused2 = (data, type) => {
  throw new Unknown(`${type} refuses a ${typeName(data)} like this one`);
};
function integer2(data) {
  if (typeof data === "bigint") return data;
  if (typeof data === "boolean") return data ? 1n : 0n;
  if (typeof data === "string" && /^\s*[+-]?\d+\s*$/.test(data)) return BigInt(data.trim().replace(/^\+/, ""));
  if (data !== null && typeof data === "object" && data.kind === "float" && Number.isFinite(data.value)) return BigInt(Math.trunc(data.value));
  return refused2(data, "IntegerField");
}
function float2(data) {
  if (typeof data === "bigint" || typeof data === "boolean") return Number(data);
  if (typeof data === "string" && /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(data)) return Number(data);
  if (data !== null && typeof data === "object" && data.kind === "float") return data.value;
  if (data !== null && typeof data === "object" && data.kind === "decimal") return Number(decimalString(data.value));
  return refused2(data, "FloatField");
}
function boolean(data) {
  if (typeof data === "boolean") return data;
  if (data === 1n || data === "1" || data === "t" || data === "True") return true;
  if (data === 0n || data === "0" || data === "f" || data === "False") return false;
  return refused2(data, "BooleanField");
}
function decimal(data, field) {
  if (typeof data === "bigint" || typeof data === "boolean") return { kind: "decimal", value: decimalOf(BigInt(data)) };
  if (typeof data === "string") {
    const value = parseDecimal(data);
    if (value) return { kind: "decimal", value };
  }
  if (data !== null && typeof data === "object" && data.kind === "decimal") return data;
  if (data !== null && typeof data === "object" && data.kind === "float" && Number.isFinite(data.value)) {
    const digits = field.kwargs.get("max_digits");
    return { kind: "decimal", value: typeof digits === "number" ? decimalFromFloat(data.value, digits) : exactDecimal(data.value) };
  }
  return refused2(data, "DecimalField");
}
function date(data, dialect) {
  if (typeof data === "string") return parseDate(data) ?? refused2(data, "DateField");
  if (data === null || typeof data !== "object") return refused2(data, "DateField");
  if (data.kind === "date") return data;
  if (data.kind !== "datetime") return refused2(data, "DateField");
  const local2 = data.offset !== null && dialect.useTz ? inDefaultZone(data, dialect) : data;
  return { kind: "date", year: local2.year, month: local2.month, day: local2.day };
}
function inDefaultZone(value, dialect) {
  return atOffset(value, zoneOffset(defaultZone(dialect), wallSeconds(value) - (value.offset ?? 0)));
}
function defaultZone(dialect) {
  if (dialect.timeZone === null) throw new Unknown("the setting TIME_ZONE is not known, and the value depends on it");
  return dialect.timeZone;
}
function moment(data, dialect) {
  const value = asMoment(data);
  if (value.offset !== null || !dialect.useTz) return value;
  return inZone(value, defaultZone(dialect));
}
function asMoment(data) {
  const midnight = { kind: "datetime", hour: 0, minute: 0, second: 0, microsecond: 0, offset: null };
  if (typeof data === "string") {
    const day = parseDate(data);
    return parseDateTime(data) ?? (day ? { ...day, ...midnight } : refused2(data, "DateTimeField"));
  }
  if (data !== null && typeof data === "object" && data.kind === "datetime") return data;
  if (data !== null && typeof data === "object" && data.kind === "date") return { ...data, ...midnight };
  return refused2(data, "DateTimeField");
}
function time(data) {
  if (typeof data === "string") return parseTime(data) ?? refused2(data, "TimeField");
  if (data !== null && typeof data === "object" && data.kind === "time") return data;
  if (data !== null && typeof data === "object" && data.kind === "datetime") return { kind: "time", hour: data.hour, minute: data.minute, second: data.second, microsecond: data.microsecond, offset: null };
  return refused2(data, "TimeField");
}
function uuid(data) {
  if (data !== null && typeof data === "object" && data.kind === "uuid") return data;
  if (typeof data === "bigint" && data >= 0n) return { kind: "uuid", hex: data.toString(16).padStart(32, "0") };
  const hex = typeof data === "string" ? uuidHex(data) : null;
  return hex === null ? refused2(data, "UUIDField") : { kind: "uuid", hex };
}
function ipAddress(address2) {
  if (!address2.includes(":") || /^(::1?|[0-9a-f:]*::[0-9a-f:]*)$/.test(address2)) return address2;
  throw new Unknown("the shortest form of an IPv6 address is not computed here");
}
function hstore(data) {
  if (data === null || typeof data !== "object" || data.kind !== "dict") return data;
  return { kind: "dict", entries: data.entries.map(([key2, value]) => [text(key2), value === null ? null : text(value)]) };
}
function range(data, field) {
  if (data === null || typeof data !== "object" || data.kind !== "list" && data.kind !== "tuple") return data;
  const bounds2 = field.kwargs.get("default_bounds");
  return { kind: "range", lower: data.items[0] ?? null, upper: data.items[1] ?? null, bounds: typeof bounds2 === "string" ? bounds2 : "[)", empty: false };
}

// src/sql/literal/prepare.ts
function prepareForSave(data, field, dialect) {
  if (isComputed(data)) return data;
  if (field.remote) {
    if (data === null || data === "") return null;
    if (!field.remote.target) throw new Unknown("the field that the foreign key points at is not known");
    return prepareForSave(data, field.remote.target, dialect);
  }
  if (field.internalType === "JSONField" && data === null) return null;
  if (field.internalType === "ArrayField" && isSequence(data)) return { kind: "list", items: data.items.map((item2) => prepareForSave(item2, base(field), dialect)) };
  return prepareForDatabase(prepare(data, field, dialect), field, dialect, true);
}
function prepare(data, field, dialect) {
  if (isComputed(data)) return data;
  if (field.remote?.target) return prepare(data, field.remote.target, dialect);
  if (!isDjangoField(field) && isContainer(data) && !["JSONField", "ArrayField", "HStoreField"].includes(field.internalType)) throw new Unknown(`how ${field.path} prepares a ${typeName(data)} is not known`);
  return toPython(data, field, dialect);
}
function prepareForDatabase(data, field, dialect, stored = false) {
  if (isComputed(data)) return data;
  if (field.remote?.target) return prepareForDatabase(data, field.remote.target, dialect);
  if (field.internalType === "JSONField") return json(data, field, dialect);
  if (field.internalType === "ArrayField" && isSequence(data)) return { kind: "list", items: data.items.map((item2) => prepareForDatabase(prepare(item2, base(field), dialect), base(field), dialect)) };
  if (data === null) return null;
  const integer3 = integerAdapters[field.internalType];
  if (integer3 && typeof data === "bigint" && dialect.vendor === "postgresql" && dialect.psycopg === 3) return { kind: "int", value: data, type: integer3 };
  switch (field.internalType) {
    case "DateField":
    case "DateTimeField":
    case "TimeField":
      return dialect.vendor === "postgresql" ? data : temporalText(data, dialect);
    case "DurationField":
      return dialect.features.hasNativeDurationField ? data : duration(data);
    case "DecimalField":
      return decimal2(data, field, dialect, stored);
    case "UUIDField":
      if (typeof data !== "object" || data.kind !== "uuid") return data;
      return dialect.features.hasNativeUuidField ? data : data.hex;
    case "IPAddressField":
    case "GenericIPAddressField":
      return address(data, field, dialect);
  }
  return data;
}
var integerAdapters = {
  SmallIntegerField: "int2",
  IntegerField: "int4",
  BigIntegerField: "int8",
  PositiveSmallIntegerField: "int2",
  PositiveIntegerField: "int4",
  PositiveBigIntegerField: "int8"
};
function isComputed(data) {
  return data !== null && typeof data === "object" && data.kind === "computed";
}
var isSequence = (data) => data !== null && typeof data === "object" && (data.kind === "list" || data.kind === "tuple");
var isContainer = (data) => data !== null && typeof data === "object" && ["list", "tuple", "set", "dict"].includes(data.kind);
function base(field) {
  if (!field.baseField) throw new Unknown("the field of the array's elements is not known");
  return field.baseField;
}
function json(data, field, dialect) {
  const encoder = field.kwargs.get("encoder") ?? null;
  const path = encoder !== null && typeof encoder === "object" && (encoder.kind === "ref" || encoder.kind === "call") ? encoder.path : null;
  const text5 = jsonDumps(data, path === "django.core.serializers.json.DjangoJSONEncoder" ? "django" : "json");
  return dialect.vendor === "postgresql" ? { kind: "json", text: text5 } : text5;
}
function temporalText(data, dialect) {
  if (data === null || typeof data !== "object") return data;
  switch (data.kind) {
    case "date":
      return dateString(data);
    case "datetime":
      if (data.offset !== null && !dialect.useTz) throw new Unknown("the database takes no aware datetime when USE_TZ is False");
      return dateTimeString(data.offset === null ? data : naiveUtc(data));
    case "time":
      return isMySql(dialect.vendor) ? timeWithMicroseconds(data) : timeString(data);
    default:
      return data;
  }
}
function duration(data) {
  if (data !== null && typeof data === "object" && data.kind === "timedelta") return durationMicroseconds(data);
  throw new Unknown(`DurationField refuses a ${typeName(data)} on this database`);
}
function decimal2(data, field, dialect, stored) {
  if (data === null || typeof data !== "object" || data.kind !== "decimal") return data;
  if (dialect.vendor !== "sqlite" || djangoAtLeast(dialect, "5.2")) return data;
  const places = field.kwargs.get("decimal_places");
  const formatted3 = decimalFixed(typeof places === "number" ? quantize(data.value, places) : data.value);
  if (dialect.django === "4.2") return stored ? formatted3 : data;
  if (formatted3 !== decimalString(data.value)) throw new Unknown(`how Django ${dialect.django} writes this decimal on SQLite is not known`);
  return formatted3;
}
function address(data, field, dialect) {
  if (typeof data !== "string" || field.internalType !== "GenericIPAddressField") return data;
  if (data === "") return null;
  return dialect.vendor === "postgresql" ? { kind: "inet", text: data } : data;
}

// src/sql/literal/quote-mysql.ts
function quoteMySql(data) {
  if (data === null) return "NULL";
  if (typeof data === "string") return mysqlString(data);
  if (typeof data === "boolean") return data ? "1" : "0";
  if (typeof data === "bigint") return String(data);
  if (data.kind === "float" && Number.isFinite(data.value)) {
    const repr = floatRepr(data.value);
    return repr.includes("e") ? repr : `${repr}e0`;
  }
  if (data.kind === "decimal") return decimalFixed(data.value);
  if (data.kind === "uuid") return mysqlString(data.hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"));
  if (data.kind === "bytes" && data.text === "") return "''";
  throw new Unknown(`how the MySQL driver writes a ${typeName(data)} is not known`);
}

// src/sql/literal/quote-psycopg2.ts
function quotePsycopg2(data, dialect, quoting) {
  if (data === null) return "NULL";
  if (typeof data === "string") return text2(data);
  if (typeof data === "boolean") return String(data);
  if (typeof data === "bigint") return signed(String(data));
  switch (data.kind) {
    case "float":
      return signed(floatRepr(data.value));
    case "decimal":
      return signed(decimalString(data.value));
    case "date":
      return `'${dateString(data)}'::date`;
    case "datetime":
      return `'${dateTimeString(data, "T")}'::${data.offset === null ? "timestamp" : "timestamptz"}`;
    case "time":
      return `'${timeString(data)}'::time`;
    case "timedelta":
      return `'${data.days} days ${data.seconds}.${String(data.microseconds).padStart(6, "0")} seconds'::interval`;
    case "uuid":
      return `'${dashed(data.hex)}'::uuid`;
    case "json":
      return json2(data.text, dialect);
    case "inet":
      return `'${data.text}'::inet`;
    case "list":
      return list3(data.items, dialect, quoting);
    case "bytes":
      if (quoting === "compose") return `'\\x${[...data.text].map((char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join("")}'::bytea`;
      if (data.text === "") return "''::bytea";
      break;
    case "dict":
      if (data.entries.length === 0) return "''::hstore";
      break;
  }
  throw new Unknown(`how psycopg2 writes a ${typeName(data)} here is not known`);
}
var text2 = (value) => `'${value.replaceAll("'", "''")}'`;
var signed = (number) => number.startsWith("-") ? ` ${number}` : number;
function json2(value, dialect) {
  if (djangoAtLeast(dialect, "5.2")) return `${text2(value)}::jsonb`;
  if (djangoAtLeast(dialect, "5.0")) throw new Unknown(`whether Django ${dialect.django} casts JSON with psycopg2 is not known`);
  return text2(value);
}
function list3(items, dialect, quoting) {
  if (items.every((item2) => item2 === null)) return `'{${items.map(() => "NULL").join(",")}}'`;
  return `ARRAY[${items.map((item2) => quotePsycopg2(item2, dialect, quoting)).join(",")}]`;
}

// src/sql/literal/psycopg3-types.ts
function castOf(data) {
  if (data === null || typeof data === "string") return null;
  if (typeof data === "boolean") return "bool";
  if (typeof data === "bigint") return smallestInteger(data);
  switch (data.kind) {
    case "datetime":
      return data.offset === null ? "timestamp" : "timestamptz";
    case "time":
      return data.offset === null ? "time" : "timetz";
    case "int":
      return data.type;
    case "float":
      return "float8";
    case "list":
      return listCast(data.items);
    case "dict":
      return "hstore";
    case "range":
      return rangeCast(data);
    default:
      return simpleCasts[data.kind] ?? null;
  }
}
var simpleCasts = { date: "date", timedelta: "interval", uuid: "uuid", json: "jsonb", inet: "inet", decimal: "numeric", bytes: "bytea" };
function smallestInteger(value) {
  if (value >= -(2n ** 15n) && value < 2n ** 15n) return "int2";
  if (value >= -(2n ** 31n) && value < 2n ** 31n) return "int4";
  return value >= -(2n ** 63n) && value < 2n ** 63n ? "int8" : "numeric";
}
function flat2(items) {
  return items.flatMap((item2) => item2 !== null && typeof item2 === "object" && item2.kind === "list" ? flat2(item2.items) : item2 === null ? [] : [item2]);
}
function listCast(items) {
  const elements = flat2(items);
  if (elements.length === 0) return null;
  const casts = new Set(elements.map((element2) => typeof element2 === "bigint" ? "integer" : castOf(element2)));
  if (casts.size > 1) throw new Unknown("psycopg 3 does not adapt lists of mixed types");
  const [cast] = casts;
  if (cast === null || cast === void 0) return null;
  return `${cast === "integer" ? smallestInteger(widest(elements)) : cast}[]`;
}
var widest = (values) => values.reduce((a, b) => magnitude(b) > magnitude(a) ? b : a);
var magnitude = (value) => value < 0n ? -value - 1n : value;
function rangeCast(range3) {
  const bound = range3.lower ?? range3.upper;
  if (range3.empty || bound === null || typeof bound !== "object") return null;
  const casts = { decimal: "numrange", date: "daterange", datetime: "tstzrange" };
  return casts[bound.kind] ?? null;
}

// src/sql/literal/quote-psycopg3.ts
function quotePsycopg3(data) {
  if (data === null) return "NULL";
  if (typeof data === "string") return postgresqlString(data);
  if (typeof data === "boolean") return String(data);
  if (typeof data === "bigint") return signed2(String(data));
  switch (data.kind) {
    case "int":
      return signed2(String(data.value));
    case "float":
      return Number.isFinite(data.value) ? signed2(floatRepr(data.value)) : `'${infinite(data.value)}'::float8`;
    case "decimal":
      return signed2(decimalString(data.value));
    case "bytes":
      return `'${dump(data)}'::bytea`;
    default: {
      const type = castOf(data);
      return postgresqlString(dump(data)) + (type === null ? "" : `::${type}`);
    }
  }
}
var signed2 = (number) => number.startsWith("-") ? ` ${number}` : number;
var infinite = (value) => Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
function dump(data) {
  if (typeof data === "string") return data;
  if (typeof data === "boolean") return data ? "t" : "f";
  if (typeof data === "bigint") return String(data);
  switch (data.kind) {
    case "int":
      return String(data.value);
    case "float":
      return floatRepr(data.value);
    case "decimal":
      return decimalString(data.value);
    case "date":
      return dateString(data);
    case "datetime":
      return dateTimeString(data);
    case "time":
      return timeString(data);
    case "timedelta":
      return timeDeltaString(data).replace(",", "");
    case "uuid":
      return data.hex;
    case "bytes":
      return `\\x${[...data.text].map((char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join("")}`;
    case "json":
    case "inet":
      return data.text;
    case "list":
      return dumpList(data.items);
    case "dict":
      return data.entries.map(([key2, value]) => `${hstoreText(key2)}=>${value === null ? "NULL" : hstoreText(value)}`).join(",");
    case "range":
      return dumpRange(data);
    default:
      throw new Unknown(`psycopg 3 does not adapt a ${typeName(data)}`);
  }
}
function hstoreText(data) {
  if (typeof data !== "string") throw new Unknown("hstore takes text only");
  return `"${data.replace(/["\\]/g, "\\$&")}"`;
}
function dumpList(items) {
  return `{${items.map(dumpItem).join(",")}}`;
}
function dumpItem(item2) {
  if (item2 === null) return "NULL";
  if (typeof item2 === "object" && item2.kind === "list") return dumpList(item2.items);
  const text5 = dump(item2);
  return text5 === "" || /["{},\\\s]/.test(text5) || /^null$/i.test(text5) ? `"${text5.replace(/["\\]/g, "\\$&")}"` : text5;
}
function dumpRange(range3) {
  if (range3.empty) return "empty";
  const open2 = range3.lower === null ? "(" : range3.bounds[0];
  const close = range3.upper === null ? ")" : range3.bounds[1];
  return `${open2}${rangeBound(range3.lower)},${rangeBound(range3.upper)}${close}`;
}
function rangeBound(bound) {
  if (bound === null) return "";
  const text5 = dump(bound);
  return /[",\\\s()[\]]/.test(text5) ? `"${text5.replace(/["\\]/g, "$&$&")}"` : text5;
}

// src/sql/literal/quote-sqlite.ts
function quoteSqlite(data) {
  if (data === null) return "NULL";
  if (typeof data === "string") return `'${data.replaceAll("'", "''")}'`;
  if (typeof data === "boolean") return data ? "1" : "0";
  if (typeof data === "bigint") return String(data);
  switch (data.kind) {
    case "float":
      return floatRepr(data.value);
    case "decimal":
      return `'${decimalString(data.value)}'`;
    case "bytes":
      return `X'${[...data.text].map((char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join("")}'`;
    default:
      throw new Unknown(`SQLite's quote_value refuses a ${typeName(data)}`);
  }
}

// src/sql/literal/quote.ts
function quote(data, dialect, quoting) {
  if (data !== null && typeof data === "object" && data.kind === "computed") return `'<${data.what}>'`;
  if (typeof data === "string" && data.includes("\0") && dialect.vendor === "postgresql") throw new Unknown("PostgreSQL takes no NUL character in text");
  if (typeof data === "string" && doublesPercent(dialect, quoting)) return quoteFor(data.replaceAll("%", "%%"), dialect, quoting);
  return quoteFor(data, dialect, quoting);
}
function doublesPercent(dialect, quoting) {
  if (djangoAtLeast(dialect, "5.0")) return false;
  return isMySql(dialect.vendor) || dialect.vendor === "postgresql" && quoting === "quote value";
}
function quoteFor(data, dialect, quoting) {
  if (isMySql(dialect.vendor)) return quoteMySql(data);
  if (dialect.vendor === "sqlite") return quoteSqlite(data);
  if (dialect.psycopg === 2) return quotePsycopg2(data, dialect, quoting);
  return quotePsycopg3(data);
}

// src/sql/literal/literal.ts
function literal3(value, field, dialect) {
  return orUnknown(() => write(defaultData(value), field, dialect));
}
function effectiveDefaultLiteral(field, dialect) {
  const kind = defaultKind(field);
  if (kind.kind === "none") return null;
  if (kind.kind === "default") return literal3(kind.value, field, dialect);
  return orUnknown(() => write(kind.data, field, dialect));
}
function write(data, field, dialect) {
  const prepared = field ? prepareForSave(data, field, dialect) : data;
  const isEmpty3 = prepared === "" || prepared !== null && typeof prepared === "object" && prepared.kind === "bytes" && prepared.text === "";
  return { sql: quote(prepared, dialect, "compose"), isNone: prepared === null, isEmpty: isEmpty3, computed: isComputed(prepared) };
}

// src/schema/expressions/class-name.ts
function djangoClass(path) {
  return /^django\.(?:db\.models|contrib\.postgres)(?:\.[a-z_0-9.]+)?\.(\w+)$/.exec(path)?.[1] ?? null;
}
function isModelsCall(value, name2) {
  return value !== null && typeof value === "object" && value.kind === "call" && value.on === void 0 && djangoClass(value.path) === name2;
}

// src/schema/expressions/fragment.ts
function sql(strings2, ...values) {
  const parts2 = [];
  for (const [index3, text5] of strings2.entries()) {
    if (text5) parts2.push(text5);
    const value = values[index3];
    if (value === void 0) continue;
    if (typeof value === "string") parts2.push(value);
    else for (const part3 of value) parts2.push(part3);
  }
  return bounded(parts2);
}
var mostParts = 2e4;
function bounded(parts2) {
  if (parts2.length > mostParts) throw new Unknown("the SQL would be too long to show");
  return parts2;
}
function param(data) {
  return [{ param: data }];
}
function join(fragments, separator) {
  return bounded(fragments.flatMap((fragment, index3) => index3 === 0 ? fragment : [separator, ...fragment]));
}
function fill2(template, values) {
  const parts2 = [];
  let from = 0;
  for (const match of template.matchAll(/%%|%\((\w+)\)s|%/g)) {
    if (match.index > from) parts2.push(template.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[0] === "%%") parts2.push("%");
    else {
      const value = match[1] === void 0 ? void 0 : values[match[1]];
      if (value === void 0) throw new Unknown(`the template ${template} cannot be filled`);
      if (typeof value === "string") parts2.push(value);
      else for (const part3 of value) parts2.push(part3);
    }
  }
  if (from < template.length) parts2.push(template.slice(from));
  return bounded(parts2);
}
function startsBracketed(fragment) {
  for (const part3 of fragment) {
    if (typeof part3 !== "string") return false;
    if (part3 !== "") return part3.startsWith("(");
  }
  return true;
}
function isEmpty2(fragment) {
  return fragment.every((part3) => part3 === "");
}
function formatted2(fragment, dialect, quoting) {
  return text3(fragment, dialect, quoting, true);
}
function executed(fragment, dialect) {
  return text3(fragment, dialect, "compose", fragment.some((part3) => typeof part3 !== "string"));
}
function text3(fragment, dialect, quoting, format) {
  const merged2 = merge2(fragment);
  return merged2.map((part3) => typeof part3 === "string" ? format ? percent(part3) : part3 : quote(part3.param, dialect, quoting)).join("");
}
function merge2(fragment) {
  const parts2 = [];
  for (const part3 of fragment) {
    const last = parts2.at(-1);
    if (typeof part3 === "string" && typeof last === "string") parts2[parts2.length - 1] = last + part3;
    else parts2.push(part3);
  }
  return parts2;
}
function percent(part3) {
  if (part3.replaceAll("%%", "").includes("%")) throw new Unknown("Django crashes on the lone % in this SQL");
  return part3.replaceAll("%%", "%");
}

// src/schema/expressions/output-field.ts
function bare2(name2, kwargs = /* @__PURE__ */ new Map(), baseField = null) {
  return { path: pathOf(name2), internalType: internalTypes[name2] ?? name2, kwargs, baseField, remote: null, bound: null };
}
var contrib = /* @__PURE__ */ new Set(["ArrayField", "HStoreField", "IntegerRangeField", "BigIntegerRangeField", "DecimalRangeField", "DateTimeRangeField", "DateRangeField"]);
function pathOf(name2) {
  if (name2 === "SearchVectorField" || name2 === "SearchQueryField") return `django.contrib.postgres.search.${name2}`;
  return contrib.has(name2) ? `django.contrib.postgres.fields.${name2}` : `django.db.models.${name2}`;
}
var internalTypes = { EmailField: "CharField", URLField: "CharField", CommaSeparatedIntegerField: "CharField", ImageField: "FileField" };
function ofBound(field) {
  if (field.generated) return { ...ofBound(field.generated.output), bound: field };
  return {
    path: field.path,
    internalType: field.internalType,
    kwargs: field.kwargs,
    baseField: field.baseField ? ofBound(field.baseField) : impliedBase(field.internalType),
    remote: field.remote ? { target: field.remote.target ? ofBound(field.remote.target) : null } : null,
    bound: field
  };
}
var rangeBases = { IntegerRangeField: "IntegerField", BigIntegerRangeField: "BigIntegerField", DecimalRangeField: "DecimalField", DateTimeRangeField: "DateTimeField", DateRangeField: "DateField" };
function impliedBase(internalType) {
  const base2 = rangeBases[internalType];
  return base2 === void 0 ? null : bare2(base2);
}
function readField2(value) {
  if (value === null || typeof value !== "object" || value.kind !== "call") throw new Unknown("an output_field that cannot be read");
  const name2 = djangoField(value);
  const base2 = value.kwargs.get("base_field") ?? value.args[0];
  const baseField = name2 === "ArrayField" && base2 !== void 0 ? readField2(base2) : impliedBase(name2);
  return { ...bare2(name2, value.kwargs, baseField) };
}
function djangoField(call) {
  const name2 = /^django\.(?:db\.models|contrib\.postgres)(?:\.[\w.]+)?\.(\w+Field)$/.exec(call.path)?.[1];
  if (name2 === void 0) throw new Unknown(`the field class ${call.path} as an output_field`);
  return name2;
}
var parents2 = {
  AutoField: "IntegerField",
  BigAutoField: "BigIntegerField",
  SmallAutoField: "SmallIntegerField",
  BigIntegerField: "IntegerField",
  SmallIntegerField: "IntegerField",
  PositiveBigIntegerField: "BigIntegerField",
  PositiveIntegerField: "IntegerField",
  PositiveSmallIntegerField: "SmallIntegerField",
  EmailField: "CharField",
  SlugField: "CharField",
  URLField: "CharField",
  CommaSeparatedIntegerField: "CharField",
  DateTimeField: "DateField",
  NullBooleanField: "BooleanField",
  ImageField: "FileField",
  CICharField: "CharField",
  CIEmailField: "EmailField",
  CITextField: "TextField",
  OneToOneField: "ForeignKey"
};
function lineage(field) {
  const name2 = field.path.startsWith("django.") ? field.path.slice(field.path.lastIndexOf(".") + 1) : field.internalType;
  const result = [name2];
  for (let parent = parents2[name2]; parent !== void 0; parent = parents2[parent]) result.push(parent);
  return result;
}
function isInstance(field, name2) {
  return field !== null && lineage(field).includes(name2);
}
function dbType(field, dialect) {
  if (field.bound) return known2(field.bound.dbType);
  if (field.internalType === "ArrayField" && field.baseField) return `${dbType(field.baseField, dialect)}[${sizeOf(field)}]`;
  if (field.internalType in contribTypes) return contribTypes[field.internalType];
  const noLength = field.internalType === "CharField" && (field.kwargs.get("max_length") ?? null) === null;
  if (noLength) return "varchar";
  const template = dataType(field.internalType, { vendor: dialect.vendor, version: dialect.version }, dialect.django);
  if (template === null) throw new Unknown(`the column type of ${field.path}`);
  if (field.internalType === "DecimalField" && !field.kwargs.has("max_digits") && decimalWithoutDigits(dialect.vendor, dialect.django)) return "numeric";
  return known2(fill(template, defaultedLength(field)));
}
function castType2(field, dialect) {
  if (field.bound) return known2(field.bound.castType);
  if (field.internalType === "ArrayField" && field.baseField) return `${castType2(field.baseField, dialect)}[${sizeOf(field)}]`;
  const noLength = isInstance(field, "CharField") && (field.kwargs.get("max_length") ?? null) === null && field.internalType !== "SlugField";
  if (noLength) return castWithoutLength[dialect.vendor];
  const template = castTypes[dialect.vendor][field.internalType];
  return template === void 0 ? dbType(field, dialect) : known2(fill(template, defaultedLength(field)));
}
function defaultedLength(field) {
  const lengths = { SlugField: 50, EmailField: 254, URLField: 200, FileField: 100, ImageField: 100, FilePathField: 100 };
  const length = lengths[lineage(field)[0]];
  return length === void 0 || field.kwargs.has("max_length") ? field.kwargs : new Map([...field.kwargs, ["max_length", length]]);
}
var contribTypes = {
  HStoreField: "hstore",
  IntegerRangeField: "int4range",
  BigIntegerRangeField: "int8range",
  DecimalRangeField: "numrange",
  DateTimeRangeField: "tstzrange",
  DateRangeField: "daterange",
  SearchVectorField: "tsvector",
  SearchQueryField: "tsquery",
  _Float4Field: "float4"
};
var sizeOf = (field) => {
  const size = field.kwargs.get("size");
  return typeof size === "number" ? String(size) : "";
};
function known2(type) {
  if (typeof type === "string") return type;
  throw new Unknown(type === null ? "a field without a column" : type.unknown);
}

// src/schema/expressions/node.ts
var Matches = class extends Error {
  rows;
  constructor(rows) {
    super(rows);
    this.rows = rows;
  }
};
function isConditional(node) {
  if (node.kind === "where" || node.kind === "lookup" || node.kind === "negated") return true;
  if (node.kind === "order by") return false;
  return isInstance(node.output(), "BooleanField");
}

// src/schema/expressions/value-node.ts
function valueNode(data, explicit, scope) {
  const field = explicit ?? impliedField(data);
  return { kind: "value", data, output: () => field, sql: () => sqliteNumeric(valueSql(data, field, scope), data, field, scope) };
}
function impliedField(data) {
  if (typeof data === "string") return bare2("CharField");
  if (typeof data === "boolean") return bare2("BooleanField");
  if (typeof data === "bigint") return bare2("IntegerField");
  if (data === null) return null;
  const name2 = impliedByKind[data.kind];
  return name2 === void 0 ? null : bare2(name2);
}
var impliedByKind = {
  float: "FloatField",
  datetime: "DateTimeField",
  date: "DateField",
  time: "TimeField",
  timedelta: "DurationField",
  decimal: "DecimalField",
  bytes: "BinaryField",
  uuid: "UUIDField"
};
function valueSql(data, field, scope) {
  if (field === null) return data === null ? ["NULL"] : param(data);
  const prepared = isComputed(data) ? data : prepareForDatabase(prepare(data, field, scope.dialect), field, scope.dialect);
  if (field.internalType === "ArrayField" || rangeTypes.has(field.internalType)) return sql`${param(prepared)}::${dbType(field, scope.dialect)}`;
  if (field.internalType === "BinaryField" && isMySql(scope.dialect.vendor) && prepared !== null) return sql`_binary ${param(prepared)}`;
  return prepared === null ? ["NULL"] : param(prepared);
}
function sqliteNumeric(fragment, data, field, scope) {
  if (scope.dialect.vendor !== "sqlite" || field?.internalType !== "DecimalField") return fragment;
  const real = djangoAtLeast(scope.dialect, "6.1") && data !== null && typeof data === "object" && data.kind === "decimal";
  return castNumeric(fragment, scope, real ? "REAL" : "NUMERIC");
}
function castNumeric(fragment, scope, type = "NUMERIC") {
  return djangoAtLeast(scope.dialect, "5.0") ? sql`(CAST(${fragment} AS ${type}))` : sql`CAST(${fragment} AS ${type})`;
}
function numericOnSqlite(fragment, output, scope) {
  if (scope.dialect.vendor !== "sqlite") return fragment;
  return outputOrNull(output)?.internalType === "DecimalField" ? castNumeric(fragment, scope) : fragment;
}
function outputOrNull(output) {
  try {
    return output();
  } catch {
    return null;
  }
}

// src/schema/expressions/functions/function-node.ts
function functionNode(name2, args2, output, scope, shape = {}) {
  const write3 = () => {
    const fragment = functionSql(name2, args2.map((arg) => argumentSql(arg, scope)), shape);
    return shape.plainOnSqlite ? fragment : numericOnSqlite(fragment, output, scope);
  };
  return { kind: "function", output, sql: write3 };
}
function functionSql(name2, args2, shape = {}) {
  const expressions = join(args2, shape.joiner ?? ", ");
  return fill2(shape.template ?? "%(function)s(%(expressions)s)", { ...shape.extra, function: name2, expressions, field: expressions });
}
function argumentSql(arg, scope) {
  try {
    return arg.sql();
  } catch (error) {
    if (error instanceof Matches && error.rows === "all") return valueNode(true, null, scope).sql();
    if (error instanceof Matches) throw new Unknown("a condition that is never true as an argument of a function");
    throw error;
  }
}
function sharedOutput(sources) {
  const fields2 = sources.map((source) => source.output()).filter((field) => field !== null);
  const [first] = fields2;
  if (first === void 0) return null;
  for (const field of fields2) if (!isInstance(first, lineage(field)[0])) throw new Unknown(`an expression of mixed types (${lineage(first)[0]}, ${lineage(field)[0]}) without output_field`);
  return first;
}
function numericOutput(sources, bareField) {
  const fields2 = sources.map((source) => source.output());
  if (fields2.some((field) => isInstance(field, "DecimalField"))) return bareField("DecimalField");
  if (fields2.some((field) => isInstance(field, "IntegerField"))) return bareField("FloatField");
  return sources.length > 0 ? sharedOutput(sources) : bareField("FloatField");
}

// src/schema/expressions/index-expression.ts
var order3 = ["order by", "opclass", "collate"];
function indexExpression(value, scope) {
  const wrappers = [];
  const before = scope.wrappers.length;
  let root = scope.readArgument(value);
  const made = scope.wrappers.slice(before).filter((kind) => isWrapper(kind, scope)).length;
  while (isWrapper(root.kind, scope)) {
    wrappers.push(root);
    root = root.wrapped;
  }
  if (new Set(wrappers.map((wrapper) => wrapper.kind)).size < wrappers.length) throw new Unknown("an indexed expression with two orders, operator classes or collations");
  if (made > wrappers.length) throw new Unknown("an order, operator class or collation within an indexed expression, which Django refuses");
  const column2 = root.column?.column ?? null;
  let node = column2 === null ? bracketed(root, scope) : root;
  for (const wrapper of wrappers.sort((a, b) => order3.indexOf(b.kind) - order3.indexOf(a.kind))) node = wrapper.wrap(node);
  return { fragment: node.sql(), column: column2 };
}
function isWrapper(kind, scope) {
  if (kind === "collate") return !scope.dialect.features.collateAsIndexExpression;
  return kind === "order by" || kind === "opclass";
}
function bracketed(root, scope) {
  return functionNode("", [root], () => root.output(), scope, { template: "(%(expressions)s)" });
}

// src/schema/expressions/q.ts
var connectors = { "&": "AND", "|": "OR", "^": "XOR" };
function readQ(value) {
  if (value === null || typeof value !== "object") return null;
  if (value.kind === "call") return isModelsCall(value, "Q") ? constructed(value) : null;
  if (value.kind === "unary" && value.operator === "~") {
    const inner2 = readQ(value.operand);
    return inner2 && { ...inner2, negated: !inner2.negated };
  }
  const connector = value.kind === "binary" ? connectors[value.operator] : void 0;
  if (value.kind !== "binary" || connector === void 0) return null;
  const [left, right2] = [readQ(value.left), readQ(value.right)];
  if (!left && !right2) return expressionsOf(value.left, value.right, connector);
  return combine(left ?? single(value.left), right2 ?? { kind: "expression", value: value.right }, connector);
}
function expressionsOf(left, right2, connector) {
  const isCall3 = (value) => value !== null && typeof value === "object" && (value.kind === "call" || value.kind === "binary" || value.kind === "unary");
  if (!isCall3(left) || !isCall3(right2) || [left, right2].some((side) => side !== null && typeof side === "object" && side.kind === "call" && /SearchQuery$|Lexeme$/.test(side.path))) return null;
  return combine(single(left), single(right2), connector);
}
var single = (value) => ({ kind: "q", connector: "AND", negated: false, children: [{ kind: "expression", value }] });
function constructed(call) {
  if (call.unknownArgs) throw new Unknown(`the arguments of a Q: ${call.unknownArgs.reason}`);
  const positional = call.args.map(child);
  const named5 = [];
  let connector = "AND";
  let negated = false;
  for (const [name2, value] of [...call.kwargs].sort(byName)) {
    if (name2 === "_connector") connector = readConnector(value);
    else if (name2 === "_negated") negated = value === true;
    else named5.push({ kind: "filter", name: name2, value });
  }
  return { kind: "q", connector, negated, children: [...positional, ...named5] };
}
var byName = ([a], [b]) => a < b ? -1 : a > b ? 1 : 0;
function readConnector(value) {
  if (value === null || value === "AND") return "AND";
  if (value === "OR" || value === "XOR") return value;
  const name2 = typeof value === "object" && value.kind === "ref" ? value.path.split(".").at(-1) : void 0;
  if (name2 === "AND" || name2 === "OR" || name2 === "XOR") return name2;
  throw new Unknown("the _connector of a Q");
}
function child(value) {
  if (value !== null && typeof value === "object" && value.kind === "tuple") {
    const [name2, right2] = value.items;
    if (value.items.length === 2 && typeof name2 === "string" && right2 !== void 0) return { kind: "filter", name: name2, value: right2 };
    throw new Unknown("an argument of a Q that is no pair of name and value");
  }
  return readQ(value) ?? { kind: "expression", value };
}
function combine(left, right2, connector) {
  if (left.children.length === 0) return right2.kind === "q" ? right2 : { ...single(null), children: [right2] };
  if (right2.kind === "q" && right2.children.length === 0) return left;
  return { kind: "q", connector, negated: false, children: [...added(left, connector), ...added(right2, connector)] };
}
function added(data, connector) {
  if (data.kind === "q" && !data.negated && (data.connector === connector || data.children.length === 1)) return data.children;
  return [data];
}

// src/schema/expressions/functions/zone.ts
function zoneName2(scope, zone) {
  if (!scope.dialect.useTz) return null;
  if (zone !== null) return zone;
  if (scope.dialect.timeZone === null) throw new Unknown("the setting TIME_ZONE is not known, and the expression converts to it");
  return scope.dialect.timeZone;
}
function inZoneSql(inner2, zone, scope) {
  if (zone === null) return inner2;
  if (/[+-]\d/.test(zone)) throw new Unknown("a time zone that is an offset");
  if (scope.dialect.vendor === "postgresql") return sql`${inner2} AT TIME ZONE ${param(zone)}`;
  return zone === "UTC" ? inner2 : sql`CONVERT_TZ(${inner2}, ${param("UTC")}, ${param(zone)})`;
}
function sqliteZones(scope, zone) {
  const name2 = zoneName2(scope, zone);
  return name2 === null ? sql`${param(null)}, ${param(null)}` : sql`${param(name2)}, ${param("UTC")}`;
}

// src/schema/expressions/functions/extract.ts
function extractNode(part3, on, scope, zone = null) {
  return { kind: "extract", output: () => bare2("IntegerField"), sql: () => extractSql(part3, on, scope, zone), detail: { kind: "extract", part: part3, on } };
}
function extractSql(part3, on, scope, zone) {
  const field = on.output();
  const inner2 = on.sql();
  if (isInstance(field, "DateTimeField")) return momentPart(part3, inner2, scope, zone);
  if (isInstance(field, "DateField")) return scope.dialect.vendor === "sqlite" ? sql`django_date_extract(${param(part3)}, ${inner2})` : datePart(part3, inner2, scope);
  if (isInstance(field, "TimeField") || isInstance(field, "DurationField") && scope.dialect.features.hasNativeDurationField) return timePart(part3, inner2, scope);
  throw new Unknown("Extract takes dates, times and durations");
}
function momentPart(part3, inner2, scope, zone) {
  if (scope.dialect.vendor === "sqlite") return sql`django_datetime_extract(${param(part3)}, ${inner2}, ${sqliteZones(scope, zone)})`;
  const local2 = inZoneSql(inner2, zoneName2(scope, zone), scope);
  if (part3 === "second" && scope.dialect.vendor === "postgresql") return sql`EXTRACT(SECOND FROM DATE_TRUNC(${param("second")}, ${local2}))`;
  return datePart(part3, local2, scope);
}
function timePart(part3, inner2, scope) {
  if (scope.dialect.vendor === "sqlite") return sql`django_time_extract(${param(part3)}, ${inner2})`;
  if (part3 === "second" && scope.dialect.vendor === "postgresql") return sql`EXTRACT(SECOND FROM DATE_TRUNC(${param("second")}, ${inner2}))`;
  return datePart(part3, inner2, scope);
}
function datePart(part3, inner2, scope) {
  if (isMySql(scope.dialect.vendor)) {
    if (part3 === "week_day") return sql`DAYOFWEEK(${inner2})`;
    if (part3 === "iso_week_day") return sql`WEEKDAY(${inner2}) + 1`;
    if (part3 === "week") return sql`WEEK(${inner2}, 3)`;
    if (part3 === "iso_year") return sql`TRUNCATE(YEARWEEK(${inner2}, 3), -2) / 100`;
  } else {
    if (part3 === "week_day") return sql`EXTRACT(DOW FROM ${inner2}) + 1`;
    if (part3 === "iso_week_day") return sql`EXTRACT(ISODOW FROM ${inner2})`;
    if (part3 === "iso_year") return sql`EXTRACT(ISOYEAR FROM ${inner2})`;
  }
  return sql`EXTRACT(${part3.toUpperCase()} FROM ${inner2})`;
}

// src/schema/expressions/functions/truncate.ts
function truncateNode(kind, on, explicit, scope, zone = null) {
  if (kind === "date") return { kind: "function", output: () => bare2("DateField"), sql: () => castSql("date", on.sql(), scope, zone) };
  if (kind === "time") return { kind: "function", output: () => bare2("TimeField"), sql: () => castSql("time", on.sql(), scope, zone) };
  const output = () => explicit ?? on.output();
  return { kind: "function", output, sql: () => truncateSql(kind, on, output(), scope, zone) };
}
function castSql(to, inner2, scope, zone) {
  if (scope.dialect.vendor === "sqlite") return sql`django_datetime_cast_${to}(${inner2}, ${sqliteZones(scope, zone)})`;
  const local2 = inZoneSql(inner2, zoneName2(scope, zone), scope);
  return scope.dialect.vendor === "postgresql" ? sql`(${local2})::${to}` : sql`${to.toUpperCase()}(${local2})`;
}
function truncateSql(kind, on, output, scope, zone) {
  const fromMoment = isInstance(on.output(), "DateTimeField");
  const target2 = isInstance(output, "DateTimeField") ? "datetime" : isInstance(output, "DateField") ? "date" : isInstance(output, "TimeField") ? "time" : null;
  if (target2 === null) throw new Unknown("Trunc takes dates and times");
  const inner2 = on.sql();
  if (scope.dialect.vendor === "sqlite") return sql`django_${target2}_trunc(${param(kind)}, ${inner2}, ${fromMoment ? sqliteZones(scope, zone) : sql`${param(null)}, ${param(null)}`})`;
  const local2 = fromMoment ? inZoneSql(inner2, zoneName2(scope, zone), scope) : inner2;
  if (!isMySql(scope.dialect.vendor)) return target2 === "time" ? sql`DATE_TRUNC(${param(kind)}, ${local2})::time` : sql`DATE_TRUNC(${param(kind)}, ${local2})`;
  if (target2 === "datetime") return mysqlMoment(kind, local2);
  return target2 === "date" ? mysqlDate(kind, local2) : mysqlTime(kind, local2);
}
function mysqlDate(kind, inner2) {
  if (kind === "year") return sql`CAST(DATE_FORMAT(${inner2}, ${param("%Y-01-01")}) AS DATE)`;
  if (kind === "month") return sql`CAST(DATE_FORMAT(${inner2}, ${param("%Y-%m-01")}) AS DATE)`;
  if (kind === "quarter") return sql`MAKEDATE(YEAR(${inner2}), 1) + INTERVAL QUARTER(${inner2}) QUARTER - INTERVAL 1 QUARTER`;
  if (kind === "week") return sql`DATE_SUB(${inner2}, INTERVAL WEEKDAY(${inner2}) DAY)`;
  return sql`DATE(${inner2})`;
}
var mysqlFormats = {
  year: "%Y-01-01 00:00:00",
  month: "%Y-%m-01 00:00:00",
  day: "%Y-%m-%d 00:00:00",
  hour: "%Y-%m-%d %H:00:00",
  minute: "%Y-%m-%d %H:%i:00",
  second: "%Y-%m-%d %H:%i:%s"
};
function mysqlMoment(kind, inner2) {
  if (kind === "quarter") return sql`CAST(DATE_FORMAT(MAKEDATE(YEAR(${inner2}), 1) + INTERVAL QUARTER(${inner2}) QUARTER - INTERVAL 1 QUARTER, ${param("%Y-%m-01 00:00:00")}) AS DATETIME)`;
  if (kind === "week") return sql`CAST(DATE_FORMAT(DATE_SUB(${inner2}, INTERVAL WEEKDAY(${inner2}) DAY), ${param("%Y-%m-%d 00:00:00")}) AS DATETIME)`;
  const format = mysqlFormats[kind];
  return format === void 0 ? inner2 : sql`CAST(DATE_FORMAT(${inner2}, ${param(format)}) AS DATETIME)`;
}
function mysqlTime(kind, inner2) {
  const formats = { hour: "%H:00:00", minute: "%H:%i:00", second: "%H:%i:%s" };
  const format = formats[kind];
  return format === void 0 ? sql`TIME(${inner2})` : sql`CAST(DATE_FORMAT(${inner2}, ${param(format)}) AS TIME)`;
}

// src/schema/expressions/json-key.ts
function keyNode(name2, on, text5, scope) {
  const node = {
    kind: "key",
    output: () => text5 ? bare2("TextField") : on.output(),
    sql: () => keySql(node, scope),
    detail: { kind: "key", name: name2, on, text: text5 }
  };
  return node;
}
function keyPath(node) {
  const keys2 = [];
  let on = node;
  while (on.kind === "key" && on.detail?.kind === "key") {
    keys2.unshift(on.detail.name);
    on = on.detail.on;
  }
  return { on, keys: keys2 };
}
function keySql(node, scope) {
  const { dialect } = scope;
  const { on, keys: keys2 } = keyPath(node);
  const text5 = node.detail?.kind === "key" && node.detail.text;
  const inner2 = on.sql();
  if (dialect.vendor === "postgresql") return postgresqlKey(inner2, keys2, text5);
  if (!isMySql(dialect.vendor)) return sqliteKey(inner2, keys2);
  const path = param(jsonPath(keys2));
  if (!text5) return sql`JSON_EXTRACT(${inner2}, ${path})`;
  const arrow = dialect.vendor === "mysql" && node.detail?.kind === "key" && arrowOnMySql(node.detail.on, scope);
  return arrow ? sql`(${inner2} ->> ${path})` : sql`JSON_UNQUOTE(JSON_EXTRACT(${inner2}, ${path}))`;
}
function arrowOnMySql(on, scope) {
  if (!djangoAtLeast(scope.dialect, "6.0") || on.output()?.bound) return true;
  if (scope.dialect.django === "6.0") throw new Unknown("how Django 6.0 writes the text of a nested JSON key on MySQL is not known");
  return false;
}
function postgresqlKey(inner2, keys2, text5) {
  if (keys2.length > 1) return sql`(${inner2} ${text5 ? "#>>" : "#>"} ${param({ kind: "list", items: keys2 })})`;
  const [key2] = keys2;
  const lookup = isInteger(key2) ? BigInt(key2) : key2;
  return sql`(${inner2} ${text5 ? "->>" : "->"} ${param(lookup)})`;
}
function sqliteKey(inner2, keys2) {
  const path = param(jsonPath(keys2));
  return sql`(CASE WHEN JSON_TYPE(${inner2}, ${path}) IN ('false','true','null') THEN JSON_TYPE(${inner2}, ${path}) ELSE JSON_EXTRACT(${inner2}, ${path}) END)`;
}
var isInteger = (text5) => /^[+-]?\d+$/.test(text5);
function jsonPath(keys2, root = "$") {
  return root + keys2.map((key2) => isInteger(key2) ? `[${arrayIndex(key2)}]` : `.${jsonString(key2)}`).join("");
}
function arrayIndex(key2) {
  if (key2.startsWith("-")) throw new Unknown("a negative index into a JSON array");
  return String(BigInt(key2));
}

// src/schema/expressions/transforms.ts
var dateParts = /* @__PURE__ */ new Set(["year", "month", "day", "week_day", "iso_week_day", "week", "iso_year", "quarter"]);
var timeParts = /* @__PURE__ */ new Set(["hour", "minute", "second"]);
function transform(lhs, name2, scope) {
  const field = lhs.output();
  if (field === null) return null;
  if (isInstance(field, "DateField") && dateParts.has(name2)) return extractNode(name2, lhs, scope);
  if ((isInstance(field, "DateTimeField") || isInstance(field, "TimeField")) && timeParts.has(name2)) return extractNode(name2, lhs, scope);
  if (isInstance(field, "DateTimeField") && (name2 === "date" || name2 === "time")) return truncateNode(name2, lhs, null, scope);
  if (field.internalType === "JSONField") return keyNode(name2, lhs, false, scope);
  if (field.internalType === "ArrayField") return arrayTransform(lhs, name2, field, scope);
  if (field.internalType === "HStoreField") return hstoreTransform(lhs, name2, scope);
  if (rangeTypes.has(field.internalType)) return rangeTransform(lhs, name2, field, scope);
  return null;
}
function arrayTransform(lhs, name2, field, scope) {
  if (name2 === "len") return { kind: "function", output: () => bare2("IntegerField"), sql: () => arrayLength(lhs.sql()) };
  if (!name2.includes("_") && isInteger(name2)) return { kind: "function", output: () => field.baseField, sql: () => element(lhs.sql(), BigInt(name2) + 1n) };
  const slice = /^(\d+)_(\d+)$/.exec(name2);
  if (!slice) return null;
  return { kind: "function", output: () => field, sql: () => arraySlice(lhs.sql(), BigInt(slice[1]) + 1n, BigInt(slice[2]), scope) };
}
function arrayLength(array) {
  return sql`CASE WHEN ${array} IS NULL THEN NULL ELSE coalesce(array_length(${array}, 1), 0) END`;
}
var endsWithBracket = (fragment) => {
  const last = fragment.at(-1);
  return typeof last === "string" && last.endsWith("]");
};
function element(array, index3) {
  return sql`${endsWithBracket(array) ? array : sql`(${array})`}[${param(index3)}]`;
}
function arraySlice(array, from, to, scope) {
  const inner2 = !djangoAtLeast(scope.dialect, "5.1") && endsWithBracket(array) ? array : sql`(${array})`;
  return sql`${inner2}[${param(from)}:${param(to)}]`;
}
function hstoreTransform(lhs, name2, scope) {
  const texts2 = () => bare2("ArrayField", /* @__PURE__ */ new Map(), bare2("TextField"));
  if (name2 === "keys") return functionNode("akeys", [lhs], texts2, scope);
  if (name2 === "values") return functionNode("avals", [lhs], texts2, scope);
  return { kind: "function", output: () => bare2("TextField"), sql: () => sql`(${lhs.sql()} -> ${param(name2)})` };
}
var rangeTests = { isempty: "isempty", lower_inc: "LOWER_INC", lower_inf: "LOWER_INF", upper_inc: "UPPER_INC", upper_inf: "UPPER_INF" };
function rangeTransform(lhs, name2, field, scope) {
  if (name2 === "startswith") return functionNode("lower", [lhs], () => field.baseField, scope);
  if (name2 === "endswith") return functionNode("upper", [lhs], () => field.baseField, scope);
  const test = rangeTests[name2];
  return test === void 0 ? null : functionNode(test, [lhs], () => bare2("BooleanField"), scope);
}
function requiredTransform(lhs, name2, scope) {
  const found2 = transform(lhs, name2, scope);
  if (found2) return found2;
  const field = lhs.output();
  throw new Unknown(`"${name2}" is no lookup or transform that Django has for ${field ? field.internalType : "this expression"}: the project may register it, or it would need a join`);
}

// src/schema/expressions/column.ts
function resolveName(name2, scope) {
  const [first, ...rest2] = name2.split("__");
  const field = columnField2(first, scope);
  const related = field.remote?.model ?? null;
  if (rest2.length > 0 && related && related.field(rest2[0]) !== null) throw new Unknown(`"${name2}" needs a join, which Django refuses here`);
  return { field, rest: rest2 };
}
function columnField2(name2, scope) {
  const model = scope.model;
  if (!model) throw new Unknown(`a database default cannot name the field "${name2}"`);
  const field = model.field(name2);
  if (!field) throw new Unknown(`${model.app}.${model.name} has no field "${name2}"`);
  if (field.column === null) throw new Unknown(`the field "${name2}" has no column`);
  if (!isLocal(field, model)) throw new Unknown(`the field "${name2}" is in the table of ${field.model.name}, which needs a join`);
  return field;
}
var isLocal = (field, model) => field.model.key === model.key || field.model.table === model.table || model.localFields.includes(field);
function columnNode(field, output, scope) {
  return {
    kind: "column",
    column: field,
    output: () => output,
    sql: () => {
      scope.reads.add(field.column);
      return [scope.dialect.quoteName(field.column).replaceAll("%", "%%")];
    }
  };
}
function filterColumn(field, scope) {
  return columnNode(field, ofBound(field), scope);
}
function referenceNode(name2, scope) {
  const { field, rest: rest2 } = resolveName(name2, scope);
  let node = columnNode(field, targetOf(ofBound(field)), scope);
  for (const one of rest2) node = requiredTransform(node, one, scope);
  return node;
}
function targetOf(field) {
  if (!field.remote) return field;
  if (!field.remote.target) throw new Unknown("the field that the foreign key points at is not known");
  return targetOf(field.remote.target);
}

// src/schema/expressions/combined.ts
var connectors2 = { "+": "+", "-": "-", "*": "*", "/": "/", "**": "^", "%": "%%" };
function combinedNode(connector, left, right2, scope, explicit = null) {
  const output = () => explicit ?? combinedType(connector, left, right2);
  const write3 = scope.resolves ? resolvedWriter(connector, left, right2, scope) : null;
  if (write3) return { kind: "combined", output: () => write3.output ?? output(), sql: () => numericOnSqlite(write3.sql(), output, scope) };
  return { kind: "combined", output, sql: () => numericOnSqlite(sql`(${combine2(connector, [left.sql(), right2.sql()], scope)})`, output, scope) };
}
function resolvedWriter(connector, left, right2, scope) {
  const [a, b] = [typeOf2(left), typeOf2(right2)];
  if ((a === "DurationField" || b === "DurationField") && a !== b) return scope.dialect.features.hasNativeDurationField ? null : { output: null, sql: () => duration2(connector, left, right2, scope) };
  if (connector === "-" && a === b && a !== null && ["DateField", "DateTimeField", "TimeField"].includes(a)) return { output: bare2("DurationField"), sql: () => difference(a, left.sql(), right2.sql(), scope) };
  return null;
}
function typeOf2(node) {
  try {
    return node.output()?.internalType ?? null;
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
}
function combine2(connector, sides, scope) {
  const [left, right2] = sides;
  if (isMySql(scope.dialect.vendor)) {
    if (connector === "^") return sql`POW(${left},${right2})`;
    if (["&", "|", "<<", "#"].includes(connector)) return sql`CONVERT(${join(sides, connector === "#" ? "^" : connector)}, SIGNED)`;
    if (connector === ">>") return sql`FLOOR(${left} / POW(2, ${right2}))`;
  }
  if (scope.dialect.vendor === "sqlite") {
    if (connector === "^") return sql`POWER(${left},${right2})`;
    if (connector === "#") return sql`BITXOR(${left},${right2})`;
  }
  return join(sides, ` ${connector} `);
}
function duration2(connector, left, right2, scope) {
  const sides = [left, right2].map((side) => typeOf2(side) === "DurationField" && isMySql(scope.dialect.vendor) ? sql`INTERVAL ${side.sql()} MICROSECOND` : side.sql());
  if (scope.dialect.vendor !== "sqlite") return sql`(${combine2(connector, [sides[0], sides[1]], scope)})`;
  return sql`(django_format_dtdelta(${join([["'" + connector + "'"], ...sides], ", ")}))`;
}
function difference(type, left, right2, scope) {
  const { vendor } = scope.dialect;
  if (vendor === "postgresql") return type === "DateField" ? sql`(interval '1 day' * (${left} - ${right2}))` : sql`(${left} - ${right2})`;
  if (vendor === "sqlite") return type === "TimeField" ? sql`django_time_diff(${left}, ${right2})` : sql`django_timestamp_diff(${left}, ${right2})`;
  if (type !== "TimeField") return sql`TIMESTAMPDIFF(MICROSECOND, ${right2}, ${left})`;
  if (vendor === "mariadb") return sql`CAST((TIME_TO_SEC(${left}) - TIME_TO_SEC(${right2})) * 1000000 AS SIGNED)`;
  return sql`((TIME_TO_SEC(${left}) * 1000000 + MICROSECOND(${left})) - (TIME_TO_SEC(${right2}) * 1000000 + MICROSECOND(${right2})))`;
}
var sameNumbers = [["IntegerField", "IntegerField", "IntegerField"], ["FloatField", "FloatField", "FloatField"], ["DecimalField", "DecimalField", "DecimalField"]];
var mixedNumbers = [
  ["IntegerField", "DecimalField", "DecimalField"],
  ["DecimalField", "IntegerField", "DecimalField"],
  ["IntegerField", "FloatField", "FloatField"],
  ["FloatField", "IntegerField", "FloatField"]
];
var withNone = ["IntegerField", "DecimalField", "FloatField"].flatMap((type) => [[type, null, type], [null, type, type]]);
var moments = {
  "+": [
    ["DateField", "DurationField", "DateTimeField"],
    ["DateTimeField", "DurationField", "DateTimeField"],
    ["DurationField", "DateField", "DateTimeField"],
    ["DurationField", "DateTimeField", "DateTimeField"],
    ["DurationField", "DurationField", "DurationField"],
    ["TimeField", "DurationField", "TimeField"],
    ["DurationField", "TimeField", "TimeField"]
  ],
  "-": [
    ["DateField", "DurationField", "DateTimeField"],
    ["DateTimeField", "DurationField", "DateTimeField"],
    ["DateField", "DateField", "DurationField"],
    ["DateField", "DateTimeField", "DurationField"],
    ["DateTimeField", "DateField", "DurationField"],
    ["DateTimeField", "DateTimeField", "DurationField"],
    ["DurationField", "DurationField", "DurationField"],
    ["TimeField", "DurationField", "TimeField"],
    ["TimeField", "TimeField", "DurationField"]
  ],
  "||": [["SearchVectorField", "SearchVectorField", "SearchVectorField"]]
};
var bits2 = /* @__PURE__ */ new Set(["&", "|", "<<", ">>", "#"]);
var arithmetic3 = /* @__PURE__ */ new Set(["+", "-", "*", "/", "%%", "^"]);
function combinedType(connector, left, right2) {
  const rules = [
    ...arithmetic3.has(connector) ? [...sameNumbers, ...connector === "^" ? [] : mixedNumbers] : [],
    ...bits2.has(connector) ? [["IntegerField", "IntegerField", "IntegerField"]] : [],
    ...arithmetic3.has(connector) ? withNone : [],
    ...moments[connector] ?? []
  ];
  const [a, b] = [left.output(), right2.output()];
  const fits2 = (field, type) => type === null ? field === null : isInstance(field, type);
  const rule = rules.find(([first, second]) => fits2(a, first) && fits2(b, second));
  if (!rule) throw new Unknown(`the type of ${a ? lineage(a)[0] : "nothing"} ${connector} ${b ? lineage(b)[0] : "nothing"} without output_field`);
  return bare2(rule[2]);
}

// src/schema/expressions/is-expression.ts
var notExpressions = /* @__PURE__ */ new Set(["Deferrable", "RangeOperators", "Index", "UniqueConstraint", "CheckConstraint", "ExclusionConstraint"]);
function isExpression(value) {
  if (value === null || typeof value !== "object") return false;
  switch (value.kind) {
    case "call": {
      if (value.on !== void 0) return isExpression(value.on);
      const name2 = djangoClass(value.path);
      return name2 !== null && !notExpressions.has(name2) && !name2.endsWith("Range");
    }
    case "binary":
      return isExpression(value.left) || isExpression(value.right);
    case "unary":
      return isExpression(value.operand);
    default:
      return false;
  }
}

// src/schema/expressions/arguments.ts
function argumentsOf(call, parameters) {
  if (call.unknownArgs) throw new Unknown(`not all arguments of ${call.path} can be read: ${call.unknownArgs.reason}`);
  const odd = [...call.kwargs.keys()].find((name2) => name2 !== "output_field" && !parameters.includes(name2));
  if (odd !== void 0) throw new Unknown(`the argument ${odd} of ${call.path}`);
  const take = (name2) => {
    const index3 = parameters.indexOf(name2);
    return index3 >= 0 && index3 < call.args.length ? call.args[index3] : call.kwargs.get(name2);
  };
  const need = (name2) => {
    const value = take(name2);
    if (value === void 0) throw new Unknown(`the argument ${name2} of ${call.path} is missing`);
    return value;
  };
  const text5 = (name2) => {
    const value = need(name2);
    if (typeof value !== "string") throw new Unknown(`the argument ${name2} of ${call.path} cannot be read`);
    return value;
  };
  return { take, need, text: text5 };
}
function outputField(call) {
  const value = call.kwargs.get("output_field");
  return value === void 0 || value === null ? null : readField2(value);
}

// src/schema/expressions/raw.ts
function rawNode(call, explicit, scope) {
  const { take, text: textOf4 } = argumentsOf(call, ["sql", "params", "output_field"]);
  const text5 = textOf4("sql");
  const params = take("params");
  if (params !== void 0 && (params === null || typeof params !== "object" || !("items" in params))) throw new Unknown("the parameters of RawSQL() cannot be read");
  const data = params === void 0 ? [] : params.items.map(readData);
  const inner2 = withParams(text5, data);
  return { kind: "raw", output: () => explicit ?? bare2("Field"), sql: () => (readColumns(text5, scope), sql`(${inner2})`) };
}
function withParams(text5, data) {
  const pieces = text5.split(/(?<!%)(?:%%)*%s/).length === data.length + 1 ? text5.split("%s") : null;
  if (!pieces || pieces.length !== data.length + 1) throw new Unknown("RawSQL() has another number of %s than parameters");
  return pieces.flatMap((piece, index3) => index3 < data.length ? [piece, ...param(data[index3])] : [piece]);
}
function readColumns(text5, scope) {
  for (const field of scope.model?.localFields ?? []) {
    if (field.column !== null && new RegExp(`(?<![\\w$])${field.column.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w$])`, "i").test(text5)) scope.reads.add(field.column);
  }
}

// src/schema/expressions/wrappers.ts
function collateNode(inner2, collation2, scope) {
  scope.wrappers.push("collate");
  const wrap = (around) => ({
    kind: "collate",
    output: () => around.output(),
    sql: () => numericOnSqlite(sql`${around.sql()} COLLATE ${scope.dialect.quoteName(collation2)}`, () => around.output(), scope),
    wrapped: around,
    wrap
  });
  return wrap(inner2);
}
function opClassNode(inner2, name2, scope) {
  scope.wrappers.push("opclass");
  const wrap = (around) => ({ kind: "opclass", output: () => around.output(), sql: () => sql`${around.sql()} ${name2}`, wrapped: around, wrap });
  return wrap(inner2);
}
function orderByNode(inner2, descending, nullsFirst, nullsLast, scope) {
  scope.wrappers.push("order by");
  const wrap = (around) => ({ kind: "order by", output: () => around.output(), sql: () => orderSql(around.sql(), descending, nullsFirst, nullsLast, scope), wrapped: around, wrap });
  return wrap(inner2);
}
function orderSql(inner2, descending, nullsFirst, nullsLast, scope) {
  const ordered = sql`${inner2} ${descending ? "DESC" : "ASC"}`;
  if (scope.dialect.features.supportsOrderByNullsModifier) return nullsLast ? sql`${ordered} NULLS LAST` : nullsFirst ? sql`${ordered} NULLS FIRST` : ordered;
  if (nullsLast && !descending) return sql`${inner2} IS NULL, ${ordered}`;
  if (nullsFirst && descending) return sql`${inner2} IS NOT NULL, ${ordered}`;
  return ordered;
}

// src/schema/expressions/classes/basic.ts
var basicClasses = {
  F: (call, scope) => referenceNode(argumentsOf(call, ["name"]).text("name"), scope),
  Value: (call, scope) => {
    const { need, take } = argumentsOf(call, ["value", "output_field"]);
    const field = take("output_field");
    return valueNode(readData(need("value")), field === void 0 || field === null ? null : readField2(field), scope);
  },
  OrderBy: (call, scope) => {
    const { need, take } = argumentsOf(call, ["expression", "descending", "nulls_first", "nulls_last"]);
    return orderByNode(scope.read(need("expression")), take("descending") === true, take("nulls_first") === true, take("nulls_last") === true, scope);
  },
  Collate: (call, scope) => {
    const { need, text: text5 } = argumentsOf(call, ["expression", "collation"]);
    return collateNode(scope.readArgument(need("expression")), text5("collation"), scope);
  },
  OpClass: (call, scope) => {
    const { need, text: text5 } = argumentsOf(call, ["expression", "name"]);
    return opClassNode(scope.readArgument(need("expression")), text5("name"), scope);
  },
  ExpressionWrapper: (call, scope) => {
    const { need } = argumentsOf(call, ["expression", "output_field"]);
    const inner2 = scope.read(need("expression"));
    const field = readField2(need("output_field"));
    return { kind: "wrapper", output: () => field, sql: () => numericOnSqlite(inner2.sql(), () => field, scope), wrapped: inner2 };
  },
  CombinedExpression: (call, scope) => {
    const { need, text: text5 } = argumentsOf(call, ["lhs", "connector", "rhs", "output_field"]);
    return combinedNode(text5("connector"), scope.read(need("lhs")), scope.read(need("rhs")), scope, outputField(call));
  },
  RawSQL: (call, scope) => rawNode(call, outputField(call), scope)
};

// src/schema/expressions/functions/cast.ts
function castNode(inner2, field, scope) {
  return { kind: "cast", output: () => field, sql: () => castSql2(argumentSql(inner2, scope), field, scope) };
}
function castSql2(inner2, field, scope) {
  const { dialect } = scope;
  if (dialect.vendor === "postgresql") return sql`(${inner2})::${castType2(field, dialect)}`;
  if (dialect.vendor === "sqlite") {
    const type = dbType(field, dialect);
    if (type === "datetime") return sql`strftime(${param("%Y-%m-%d %H:%M:%f")}, ${inner2})`;
    if (type === "time") return sql`strftime(${param("%H:%M:%f")}, ${inner2})`;
    if (type === "date") return sql`date(${inner2})`;
  }
  if (isMySql(dialect.vendor)) {
    if (field.internalType === "FloatField") return sql`(${inner2} + 0.0)`;
    if (field.internalType === "JSONField" && dialect.vendor === "mariadb") return sql`JSON_EXTRACT(${inner2}, '$')`;
  }
  return sql`CAST(${inner2} AS ${castType2(field, dialect)})`;
}

// src/schema/expressions/case.ts
function caseNode(whens, otherwise, explicit, scope) {
  const output = () => explicit ?? sharedOutput([...whens.map((when) => when.then), otherwise]);
  return { kind: "case", output, sql: () => numericOnSqlite(caseSql(whens, otherwise, output, scope), output, scope) };
}
function caseSql(whens, otherwise, output, scope) {
  const parts2 = [];
  let rest2 = otherwise;
  for (const when of whens) {
    const part3 = whenSql(when);
    if (part3 === "none") continue;
    if (part3 === "all") {
      rest2 = when.then;
      break;
    }
    parts2.push(part3);
  }
  if (parts2.length === 0) return onlyRest(rest2, scope);
  return unified(sql`CASE ${join(parts2, " ")} ELSE ${rest2.sql()} END`, output(), scope);
}
function whenSql(when) {
  try {
    return sql`WHEN ${when.condition.sql()} THEN ${when.then.sql()}`;
  } catch (error) {
    if (error instanceof Matches) return error.rows;
    throw error;
  }
}
function onlyRest(rest2, scope) {
  const field = rest2.kind === "value" ? rest2.output() : null;
  return field && djangoAtLeast(scope.dialect, "6.1") ? castNode(rest2, field, scope).sql() : rest2.sql();
}
var unifiedTypes = /* @__PURE__ */ new Set(["GenericIPAddressField", "IPAddressField", "TimeField", "UUIDField"]);
function unified(inner2, field, scope) {
  if (scope.dialect.vendor !== "postgresql" || !field || !unifiedTypes.has(field.internalType)) return inner2;
  return sql`CAST(${inner2} AS ${dbType(field, scope.dialect).split("(")[0]})`;
}

// src/schema/expressions/lookups/operators.ts
var comparisons = { exact: "= ?", gt: "> ?", gte: ">= ?", lt: "< ?", lte: "<= ?" };
var postgresql4 = {
  ...comparisons,
  iexact: "= UPPER(?)",
  contains: "LIKE ?",
  icontains: "LIKE UPPER(?)",
  regex: "~ ?",
  iregex: "~* ?",
  startswith: "LIKE ?",
  endswith: "LIKE ?",
  istartswith: "LIKE UPPER(?)",
  iendswith: "LIKE UPPER(?)"
};
var mysql4 = {
  ...comparisons,
  iexact: "LIKE ?",
  contains: "LIKE BINARY ?",
  icontains: "LIKE ?",
  startswith: "LIKE BINARY ?",
  endswith: "LIKE BINARY ?",
  istartswith: "LIKE ?",
  iendswith: "LIKE ?"
};
var like = "LIKE ? ESCAPE '\\'";
var sqlite2 = {
  ...comparisons,
  iexact: like,
  contains: like,
  icontains: like,
  startswith: like,
  endswith: like,
  istartswith: like,
  iendswith: like,
  regex: "REGEXP ?",
  iregex: "REGEXP '(?i)' || ?"
};
var postgresqlPatterns = {
  contains: "LIKE '%%' || ? || '%%'",
  icontains: "LIKE '%%' || UPPER(?) || '%%'",
  startswith: "LIKE ? || '%%'",
  istartswith: "LIKE UPPER(?) || '%%'",
  endswith: "LIKE '%%' || ?",
  iendswith: "LIKE '%%' || UPPER(?)"
};
var mysqlPatterns = {
  contains: "LIKE BINARY CONCAT('%%', ?, '%%')",
  icontains: "LIKE CONCAT('%%', ?, '%%')",
  startswith: "LIKE BINARY CONCAT(?, '%%')",
  istartswith: "LIKE CONCAT(?, '%%')",
  endswith: "LIKE BINARY CONCAT('%%', ?)",
  iendswith: "LIKE CONCAT('%%', ?)"
};
var sqlitePatterns = {
  contains: "LIKE '%%' || ? || '%%' ESCAPE '\\'",
  icontains: "LIKE '%%' || UPPER(?) || '%%' ESCAPE '\\'",
  startswith: "LIKE ? || '%%' ESCAPE '\\'",
  istartswith: "LIKE UPPER(?) || '%%' ESCAPE '\\'",
  endswith: "LIKE '%%' || ? ESCAPE '\\'",
  iendswith: "LIKE '%%' || UPPER(?) ESCAPE '\\'"
};
var escapes = {
  postgresql: "REPLACE(REPLACE(REPLACE(?, E'\\\\', E'\\\\\\\\'), E'%%', E'\\\\%%'), E'_', E'\\\\_')",
  mysql: "REPLACE(REPLACE(REPLACE(?, '\\\\', '\\\\\\\\'), '%%', '\\%%'), '_', '\\_')",
  sqlite: "REPLACE(REPLACE(REPLACE(?, '\\', '\\\\'), '%%', '\\%%'), '_', '\\_')"
};
var family = (dialect) => isMySql(dialect.vendor) ? "mysql" : dialect.vendor;
var operators2 = { postgresql: postgresql4, mysql: mysql4, sqlite: sqlite2 };
var patterns2 = { postgresql: postgresqlPatterns, mysql: mysqlPatterns, sqlite: sqlitePatterns };
function hasOperator(name2, dialect) {
  return Object.hasOwn(operators2[family(dialect)], name2);
}
function operate(name2, right2, dialect) {
  return place2(operators2[family(dialect)][name2], right2, name2);
}
function likePattern(name2, right2, dialect) {
  const escaped = place2(escapes[family(dialect)], right2, name2);
  return place2(patterns2[family(dialect)][name2], escaped, name2);
}
function place2(template, right2, name2) {
  const at = template?.indexOf(template.includes("(?i)' || ?") ? "|| ?" : "?") ?? -1;
  if (template === void 0 || at < 0) throw new Unknown(`the lookup "${name2}" has no operator on this database`);
  const hole = template.indexOf("?", at);
  return sql`${template.slice(0, hole)}${right2}${template.slice(hole + 1)}`;
}

// src/schema/expressions/stands-alone.ts
function standsAlone(node, dialect) {
  if (dialect.vendor === "postgresql") return true;
  const later = djangoAtLeast(dialect, "6.0");
  if (!later && !isMySql(dialect.vendor)) return true;
  if (node.kind === "lookup") return true;
  if ((node.kind === "wrapper" || node.kind === "negated") && node.wrapped) return standsAlone(node.wrapped, dialect);
  return later && (node.kind === "where" || node.kind === "raw" && isConditional(node));
}

// src/schema/expressions/lookups/integers.ts
var ranges = {
  SmallIntegerField: [-32768n, 32767n],
  IntegerField: [-2147483648n, 2147483647n],
  BigIntegerField: [-9223372036854775808n, 9223372036854775807n],
  PositiveBigIntegerField: [0n, 9223372036854775807n],
  PositiveSmallIntegerField: [0n, 32767n],
  PositiveIntegerField: [0n, 2147483647n],
  SmallAutoField: [-32768n, 32767n],
  AutoField: [-2147483648n, 2147483647n],
  BigAutoField: [-9223372036854775808n, 9223372036854775807n]
};
var unsigned = {
  PositiveSmallIntegerField: [0n, 65535n],
  PositiveIntegerField: [0n, 4294967295n],
  PositiveBigIntegerField: [0n, 18446744073709551615n]
};
function rangeOf2(type, dialect) {
  if (dialect.vendor === "sqlite") return [type.startsWith("Positive") ? 0n : -9223372036854775808n, 9223372036854775807n];
  return (isMySql(dialect.vendor) ? unsigned[type] : void 0) ?? ranges[type];
}
function checkRange(lookup) {
  const { right: right2, field, scope, name: name2 } = lookup;
  if (!("data" in right2) || typeof right2.data !== "bigint" || !isInstance(field, "IntegerField") || !djangoAtLeast(scope.dialect, "5.0")) return;
  const range3 = rangeOf2(field.internalType, scope.dialect);
  if (!range3) return;
  if (right2.data < range3[0]) throw new Matches(name2 === "gt" || name2 === "gte" ? "all" : "none");
  if (right2.data > range3[1]) throw new Matches(name2 === "lt" || name2 === "lte" ? "all" : "none");
}

// src/schema/expressions/lookups/sides.ts
function plainLeft(lookup, lhs = lookup.lhs) {
  const left = resolvedTwice(lookup, lhs);
  return lhs.kind === "lookup" ? sql`(${left})` : left;
}
function resolvedTwice(lookup, node) {
  const { twice } = lookup.scope;
  twice.depth += 1;
  try {
    return node.sql();
  } finally {
    twice.depth -= 1;
  }
}
function castLeft(lookup, lhs = lookup.lhs) {
  return lookupCast(lookup, plainLeft(lookup, lhs), lhs.output() ?? lookup.field);
}
var textLookups = /* @__PURE__ */ new Set(["iexact", "contains", "icontains", "startswith", "istartswith", "endswith", "iendswith", "regex", "iregex"]);
var upperLookups = /* @__PURE__ */ new Set(["iexact", "icontains", "istartswith", "iendswith"]);
var citextTypes = /* @__PURE__ */ new Set(["CICharField", "CIEmailField", "CITextField"]);
var addressTypes = /* @__PURE__ */ new Set(["IPAddressField", "GenericIPAddressField"]);
function lookupCast(lookup, left, field) {
  const { dialect } = lookup.scope;
  const type = field.remote ? "ForeignKey" : field.internalType;
  if (isMySql(dialect.vendor)) return type === "JSONField" && (dialect.vendor === "mariadb" || textLookups.has(lookup.name)) ? sql`JSON_UNQUOTE(${left})` : left;
  if (dialect.vendor !== "postgresql") return left;
  const cast = textLookups.has(lookup.name) ? castText(left, type, djangoAtLeast(dialect, "5.1")) : left;
  return upperLookups.has(lookup.name) ? sql`UPPER(${cast})` : cast;
}
function castText(left, type, withoutCitext) {
  if (addressTypes.has(type)) return sql`HOST(${left})`;
  return citextTypes.has(type) && !withoutCitext ? sql`${left}::citext` : sql`${left}::text`;
}
function right(lookup, adapt) {
  const { right: right2 } = lookup;
  if ("data" in right2) return param(adapt(right2.data, lookup));
  if ("items" in right2) return sql`(${right2.items.map((item2) => "data" in item2 ? param(adapt(item2.data, lookup)) : resolvedTwice(lookup, item2.node)).flatMap((item2, index3) => index3 === 0 ? item2 : [", ", ...item2])})`;
  return bracketed2(right2.node, lookup);
}
function bracketed2(node, lookup) {
  const inner2 = node.sql();
  if (node.kind === "value" && djangoAtLeast(lookup.scope.dialect, "5.0")) return inner2;
  return startsBracketed(inner2) ? inner2 : sql`(${inner2})`;
}
function adaptToField(data, lookup) {
  const field = lookup.field.remote?.target ?? lookup.field;
  return prepareForDatabase(data, field, lookup.scope.dialect);
}
function asItIs(data) {
  return data;
}

// src/schema/expressions/lookups/plain.ts
var exact = (lookup) => {
  const data = "data" in lookup.right ? lookup.right.data : void 0;
  if (typeof data === "boolean" && isConditional(lookup.lhs) && standsAlone(lookup.lhs, lookup.scope.dialect)) {
    const left = castLeft(lookup);
    return data ? left : sql`NOT ${left}`;
  }
  return comparison(lookup);
};
var comparison = (lookup) => {
  checkRange(lookup);
  return sql`${castLeft(lookup)} ${operate(lookup.name, right(lookup, adaptToField), lookup.scope.dialect)}`;
};
var isNull = (lookup) => {
  const data = "data" in lookup.right ? lookup.right.data : void 0;
  if (typeof data !== "boolean") throw new Unknown("an isnull lookup takes True or False");
  if (lookup.lhs.kind === "value") throw new Matches(lookup.lhs.data === null === data ? "all" : "none");
  return sql`${castLeft(lookup)} IS ${data ? "NULL" : "NOT NULL"}`;
};
var isIn = (lookup) => {
  if ("node" in lookup.right) return sql`${castLeft(lookup)} IN ${right(lookup, adaptToField)}`;
  return sql`${castLeft(lookup)} IN (${join(members(lookup, adaptToField), ", ")})`;
};
function members(lookup, adapt) {
  const seen = /* @__PURE__ */ new Set();
  const result = [];
  for (const item2 of listItems2(lookup)) {
    if ("node" in item2) {
      result.push(resolvedTwice(lookup, item2.node));
      continue;
    }
    const key2 = identity(item2.data);
    if (item2.data === null || seen.has(key2)) continue;
    seen.add(key2);
    result.push(param(adapt(item2.data, lookup)));
  }
  if (result.length === 0) throw new Matches("none");
  return result;
}
function identity(data) {
  const plain2 = typeof data === "boolean" ? BigInt(data) : data;
  return JSON.stringify(plain2, (_, value) => typeof value === "bigint" ? `int ${value}` : value);
}
function listItems2(lookup) {
  const { right: right2 } = lookup;
  if ("items" in right2) return right2.items;
  if ("data" in right2 && right2.data !== null && typeof right2.data === "object" && "items" in right2.data) {
    if (right2.data.kind === "set" && right2.data.items.length > 1) throw new Unknown("the order of a Python set is not known");
    return right2.data.items.map((data) => ({ data }));
  }
  throw new Unknown(`the lookup "${lookup.name}" takes a list`);
}
var range2 = (lookup) => {
  const bounds2 = listItems2(lookup).map((item2) => "node" in item2 ? resolvedTwice(lookup, item2.node) : param(adaptToField(item2.data, lookup)));
  const [from, to] = bounds2;
  if (from === void 0 || to === void 0) throw new Unknown('the lookup "range" takes two values');
  return sql`${castLeft(lookup)} BETWEEN ${from} AND ${to}`;
};

// src/schema/expressions/lookups/text.ts
var likeShapes = {
  contains: (text5) => `%${text5}%`,
  icontains: (text5) => `%${text5}%`,
  startswith: (text5) => `${text5}%`,
  istartswith: (text5) => `${text5}%`,
  endswith: (text5) => `%${text5}`,
  iendswith: (text5) => `%${text5}`
};
function escapeLike(value) {
  return value.replaceAll("\\", "\\\\").replaceAll("%", "\\%").replaceAll("_", "\\_");
}
var pattern3 = (lookup) => {
  const { dialect } = lookup.scope;
  const asked2 = withoutHyphens(lookup);
  if (!("data" in asked2.right)) return sql`${castLeft(lookup)} ${likePattern(lookup.name, right(asked2, asItIs), dialect)}`;
  return sql`${castLeft(lookup)} ${operate(lookup.name, param(likeParameter(lookup.name, asked2.right.data)), dialect)}`;
};
function likeParameter(name2, data) {
  return likeShapes[name2](escapeLike(text(data)));
}
var iexact = (lookup) => {
  const { dialect } = lookup.scope;
  const asked2 = withoutHyphens(lookup);
  const other3 = dialect.vendor === "postgresql" ? right(asked2, asItIs) : firstEscaped(right(asked2, asItIs));
  return sql`${castLeft(lookup)} ${operate("iexact", other3, dialect)}`;
};
function firstEscaped(fragment) {
  const first = fragment.findIndex((part3) => typeof part3 !== "string");
  return fragment.map((part3, index3) => index3 === first && typeof part3 !== "string" ? { param: escapeLike(text(part3.param)) } : part3);
}
function withoutHyphens(lookup) {
  const { scope, field } = lookup;
  if (field.internalType !== "UUIDField" || scope.dialect.features.hasNativeUuidField || "items" in lookup.right) return lookup;
  const value = "data" in lookup.right ? valueNode(lookup.right.data, null, scope) : lookup.right.node;
  const args2 = [value, valueNode("-", null, scope), valueNode("", null, scope)];
  return { ...lookup, right: { node: functionNode("REPLACE", args2, () => bare2("CharField"), scope) } };
}
var regex = (lookup) => {
  const { dialect } = lookup.scope;
  const left = castLeft(lookup);
  const expression = right(lookup, asItIs);
  if (hasOperator(lookup.name, dialect)) return sql`${left} ${operate(lookup.name, expression, dialect)}`;
  return mysqlRegex(lookup, left, expression);
};
function mysqlRegex(lookup, left, expression) {
  const sensitive = lookup.name === "regex";
  if (lookup.scope.dialect.vendor === "mariadb") return sensitive ? sql`${left} REGEXP BINARY ${expression}` : sql`${left} REGEXP ${expression}`;
  return sql`REGEXP_LIKE(${left}, ${expression}, '${sensitive ? "c" : "i"}')`;
}

// src/schema/expressions/lookups/json.ts
var jsonExact = (lookup) => {
  const { dialect } = lookup.scope;
  const plain2 = right(lookup, jsonOrNull);
  const asKey = lookup.lhs.kind === "key" && "node" in lookup.right && lookup.right.node.kind === "key";
  return sql`${castLeft(lookup)} ${operate("exact", asKey ? plain2 : extracted(plain2, lookup), dialect)}`;
};
function jsonOrNull(data, lookup) {
  if (data !== null) return adaptToField(data, lookup);
  return lookup.scope.dialect.vendor === "postgresql" ? { kind: "json", text: "null" } : "null";
}
function extracted(value, lookup) {
  const { vendor } = lookup.scope.dialect;
  const reads = (part3) => isMySql(vendor) || vendor === "sqlite" && lookup.lhs.kind === "key" && !isWord(part3);
  return value.flatMap((part3) => typeof part3 !== "string" && reads([part3]) ? sql`JSON_EXTRACT(${[part3]}, '$')` : [part3]);
}
var words = /* @__PURE__ */ new Set(["null", "false", "true"]);
function isWord(value) {
  const [part3] = value;
  return value.length === 1 && part3 !== void 0 && typeof part3 !== "string" && words.has(part3.param);
}
var keyIn = (lookup) => {
  if (!("data" in lookup.right)) throw new Unknown("a JSON key in a list of expressions");
  const items = members(lookup, jsonOrNull).map((item2) => keyInItem(item2, lookup));
  return sql`${castLeft(lookup)} IN (${join(items, ", ")})`;
};
function keyInItem(item2, lookup) {
  const { vendor } = lookup.scope.dialect;
  const json3 = isMySql(vendor) || vendor === "sqlite" && !isWord(item2) ? sql`JSON_EXTRACT(${item2}, '$')` : item2;
  return vendor === "mariadb" ? sql`JSON_UNQUOTE(${json3})` : json3;
}
var documentIn = (lookup) => {
  const { dialect } = lookup.scope;
  if (dialect.vendor !== "postgresql" && djangoAtLeast(dialect, "6.0")) throw new Unknown("a whole JSON document in a list on this database");
  return sql`${castLeft(lookup)} IN (${join(members(lookup, adaptToField), ", ")})`;
};
var contains2 = (lookup) => documents(lookup, "@>", (left, other3) => sql`JSON_CONTAINS(${left}, ${other3})`);
var containedBy = (lookup) => documents(lookup, "<@", (left, other3) => sql`JSON_CONTAINS(${other3}, ${left})`);
function documents(lookup, operator2, mysql5) {
  const { vendor } = lookup.scope.dialect;
  const left = plainLeft(lookup);
  const other3 = right(lookup, adaptToField);
  if (vendor === "postgresql") return sql`${left} ${operator2} ${other3}`;
  if (vendor === "sqlite") throw new Unknown("SQLite has no JSON contains lookup");
  return mysql5(left, other3);
}
function hasKey(operator2, connector) {
  return (lookup) => {
    const { vendor } = lookup.scope.dialect;
    if (!("data" in lookup.right)) throw new Unknown("has_key with an expression");
    if (vendor === "postgresql") return sql`${plainLeft(lookup)} ${operator2} ${param(operator2 === "?" ? lookup.right.data : { kind: "list", items: keysOf(lookup) })}`;
    const keys2 = operator2 === "?" ? [text(lookup.right.data)] : keysOf(lookup);
    const parts2 = keys2.map((key2) => keyExists(lookup.lhs, [key2], lookup, false));
    return operator2 === "?" ? parts2[0] : sql`(${join(parts2, connector)})`;
  };
}
var keysOf = (lookup) => listItems2(lookup).map((item2) => "data" in item2 ? text(item2.data) : "");
function keyExists(document, keys2, lookup, index3, not2 = true) {
  const { on, keys: before } = keyPath(document);
  const last = keys2.at(-1);
  const path = jsonPath([...before, ...keys2.slice(0, -1)]) + (index3 ? jsonPath([last], "") : `.${jsonString(last)}`);
  const left = document.kind === "key" ? on.sql() : plainLeft(lookup, document);
  if (isMySql(lookup.scope.dialect.vendor)) return sql`JSON_CONTAINS_PATH(${left}, 'one', ${param(path)})`;
  return sql`JSON_TYPE(${left}, ${param(path)}) IS ${not2 ? "NOT NULL" : "NULL"}`;
}
var keyIsNull = (lookup) => {
  const detail = lookup.lhs.detail;
  if (lookup.scope.dialect.vendor !== "sqlite" || detail?.kind !== "key" || !("data" in lookup.right)) return isNull(lookup);
  return keyExists(detail.on, [detail.name], lookup, true, lookup.right.data === false);
};
function onText(write3, lower2) {
  return (lookup) => {
    const detail = lookup.lhs.detail;
    if (detail?.kind !== "key") return write3(lookup);
    const lhs = keyNode(detail.name, detail.on, true, lookup.scope);
    const asText3 = { ...lookup, lhs, field: lhs.output() };
    return lower2 && isMySql(lookup.scope.dialect.vendor) ? inLowerCase(asText3) : write3(asText3);
  };
}
function inLowerCase(lookup) {
  const { dialect } = lookup.scope;
  if (!("data" in lookup.right) || lookup.name === "iregex") throw new Unknown("this case-insensitive lookup of JSON on MySQL");
  const asked2 = lookup.name === "iexact" ? escapeLike(text(lookup.right.data)) : likeParameter(lookup.name, lookup.right.data);
  return sql`LOWER(${castLeft(lookup)}) ${operate(lookup.name, sql`LOWER(${param(asked2)})`, dialect)}`;
}
var keyComparison = (lookup) => {
  if (lookup.scope.dialect.vendor === "postgresql" || !("data" in lookup.right)) return comparison(lookup);
  return sql`${castLeft(lookup)} ${operate(lookup.name, param(lookup.right.data), lookup.scope.dialect)}`;
};
var jsonLookups = {
  exact: jsonExact,
  contains: contains2,
  contained_by: containedBy,
  has_key: hasKey("?", ""),
  has_keys: hasKey("?&", " AND "),
  has_any_keys: hasKey("?|", " OR "),
  in: documentIn,
  icontains: (lookup) => isMySql(lookup.scope.dialect.vendor) ? inLowerCase(lookup) : pattern3(lookup)
};
var keyLookups = {
  exact: jsonExact,
  in: keyIn,
  isnull: keyIsNull,
  iexact: onText(iexact, true),
  icontains: onText(pattern3, true),
  startswith: onText(pattern3, false),
  istartswith: onText(pattern3, true),
  endswith: onText(pattern3, false),
  iendswith: onText(pattern3, true),
  regex: onText(regex, false),
  iregex: onText(regex, true),
  lt: keyComparison,
  lte: keyComparison,
  gt: keyComparison,
  gte: keyComparison
};

// src/schema/expressions/search.ts
function configSql(config) {
  return sql`${config.sql()}::regconfig`;
}
function searchVector(sources, config, weight2, scope) {
  const write3 = () => {
    const texts2 = sources.map((source) => coalesced(source, scope));
    const expressions = functionSql("to_tsvector", texts2, { joiner: " || ' ' || ", template: "%(expressions)s" });
    const vector = config ? sql`to_tsvector(${configSql(config)}, ${expressions})` : sql`to_tsvector(${expressions})`;
    return weight2 ? sql`setweight(${vector}, ${weight2.sql()})` : vector;
  };
  return { kind: "search vector", output: () => bare2("SearchVectorField"), sql: write3, detail: { kind: "search", config } };
}
function coalesced(source, scope) {
  const field = source.output();
  if (field === null) throw new Unknown("a search vector over an expression without a type");
  const text5 = isInstance(field, "CharField") || isInstance(field, "TextField") ? source : castNode(source, bare2("TextField"), scope);
  return functionSql("COALESCE", [text5.sql(), valueNode("", null, scope).sql()]);
}
var searchTypes = { plain: "plainto_tsquery", phrase: "phraseto_tsquery", raw: "to_tsquery", websearch: "websearch_to_tsquery" };
function searchQuery(value, config, type, invert) {
  const name2 = searchTypes[type];
  if (name2 === void 0) throw new Unknown(`the search type ${type}`);
  const write3 = () => {
    const query2 = functionSql(name2, config ? [configSql(config), value.sql()] : [value.sql()]);
    return invert ? sql`!!(${query2})` : query2;
  };
  return { kind: "search query", output: () => bare2("SearchQueryField"), sql: write3, detail: { kind: "search", config } };
}
function searchMatch(lookup) {
  const query2 = asQuery(lookup);
  const left = lookup.field.internalType === "SearchVectorField" ? lookup.lhs : searchVector([lookup.lhs], configOf2(query2), null, lookup.scope);
  return sql`${plainLeft(lookup, left)} @@ ${bracketed2(query2, lookup)}`;
}
function asQuery(lookup) {
  if ("items" in lookup.right) throw new Unknown("a search for a list");
  if ("node" in lookup.right && lookup.right.node.kind === "search query") return lookup.right.node;
  const value = "data" in lookup.right ? valueNode(lookup.right.data, null, lookup.scope) : lookup.right.node;
  return searchQuery(value, configOf2(lookup.lhs), "plain", false);
}
var configOf2 = (node) => node.detail?.kind === "search" ? node.detail.config : null;

// src/schema/expressions/lookups/postgres.ts
function operator(symbol, other3) {
  return (lookup) => sql`${plainLeft(lookup)} ${symbol} ${other3(lookup)}`;
}
var asObject = (lookup) => right(lookup, asItIs);
function arrayRight(lookup) {
  return sql`${arrayItems(lookup)}::${castType2(lookup.field, lookup.scope.dialect)}`;
}
function arrayItems(lookup) {
  if ("node" in lookup.right) return bracketed2(lookup.right.node, lookup);
  const items = listItems2(lookup);
  if (items.every((item2) => "data" in item2 && item2.data === null)) return param({ kind: "list", items: items.map(() => null) });
  const base2 = lookup.field.baseField;
  if (!base2) throw new Unknown("the field of the array's elements is not known");
  const nodes = items.map((item2) => "node" in item2 ? item2.node : valueNode(prepare(item2.data, base2, lookup.scope.dialect), null, lookup.scope));
  return sql`(${functionSql("ARRAY", nodes.map((node) => node.sql()), { template: "%(function)s[%(expressions)s]" })})`;
}
var arrayExact = (lookup) => sql`${castLeft(lookup)} ${operate("exact", arrayRight(lookup), lookup.scope.dialect)}`;
var arrayLookups = {
  contains: operator("@>", arrayRight),
  contained_by: operator("<@", arrayRight),
  overlap: operator("&&", arrayRight),
  exact: arrayExact
};
var keyList = (lookup) => param({ kind: "list", items: listItems2(lookup).map((item2) => "data" in item2 ? text(item2.data) : null) });
var hstoreLookups = {
  contains: operator("@>", asObject),
  contained_by: operator("<@", asObject),
  has_key: operator("?", asObject),
  has_keys: operator("?&", keyList),
  has_any_keys: operator("?|", keyList)
};
var rangeContains = (lookup) => {
  if ("data" in lookup.right && isRange(lookup.right.data)) return operator("@>", asObject)(lookup);
  const base2 = lookup.field.baseField;
  if ("items" in lookup.right || !base2) throw new Unknown("a range that contains a list of expressions");
  if (isInstance(base2, "DateField")) return momentContains(lookup);
  const value = "data" in lookup.right ? valueNode(lookup.right.data, null, lookup.scope) : lookup.right.node;
  return sql`${plainLeft(lookup)} @> ${bracketed2(castNode(value, base2, lookup.scope), lookup)}`;
};
function momentContains(lookup) {
  if ("items" in lookup.right) throw new Unknown("a range of dates that contains a list");
  const value = "data" in lookup.right ? valueNode(lookup.right.data, null, lookup.scope) : lookup.right.node;
  const cast = isInstance(lookup.field.baseField, "DateTimeField") ? "timestamp with time zone" : "date";
  const contained = sql`${plainLeft(lookup)} @> ${bracketed2(value, lookup)}`;
  const type = value.output();
  return type === null || type.internalType === lookup.field.internalType ? contained : sql`${contained}::${cast}`;
}
var isRange = (data) => data !== null && typeof data === "object" && data.kind === "range";
var rangeLookups = {
  contains: rangeContains,
  contained_by: operator("<@", asObject),
  overlap: operator("&&", asObject),
  fully_lt: operator("<<", asObject),
  fully_gt: operator(">>", asObject),
  not_lt: operator("&>", asObject),
  not_gt: operator("&<", asObject),
  adjacent_to: operator("-|-", asObject),
  exact: (lookup) => sql`${castLeft(lookup)} ${operate("exact", right(lookup, adaptToField), lookup.scope.dialect)}`
};
var searchLookups = { exact: searchMatch };
var textSearchLookups = {
  search: searchMatch,
  trigram_similar: operator("%%", asObject),
  trigram_word_similar: operator("%%>", asObject),
  trigram_strict_word_similar: operator("%%>>", asObject)
};

// src/schema/expressions/lookups/year.ts
var year = (lookup) => {
  const detail = lookup.lhs.detail;
  if (!("data" in lookup.right) || detail?.kind !== "extract") return comparison(lookup);
  if (typeof lookup.right.data !== "bigint") throw new Unknown("a year that is not a number");
  const [first, last] = bounds(Number(lookup.right.data), detail.part === "iso_year", detail.on, lookup);
  const left = castLeft(lookup, detail.on);
  if (lookup.name === "exact") return sql`${left} BETWEEN ${first} AND ${last}`;
  const bound = lookup.name === "gt" || lookup.name === "lte" ? last : first;
  return sql`${left} ${operate(lookup.name, bound, lookup.scope.dialect)}`;
};
function bounds(year2, iso, on, lookup) {
  const { dialect } = lookup.scope;
  const field = on.output();
  if (field === null) throw new Unknown("the year of an expression without a type");
  const write3 = (data) => param(prepareForDatabase(data, field, dialect));
  if (!isInstance(field, "DateTimeField")) return [write3(firstDay(year2, iso)), write3(lastDay(year2, iso))];
  const first = { ...firstDay(year2, iso), kind: "datetime", hour: 0, minute: 0, second: 0, microsecond: 0, offset: null };
  const last = { ...lastDay(year2, iso), kind: "datetime", hour: 23, minute: 59, second: 59, microsecond: 999999, offset: null };
  if (!dialect.useTz) return [write3(first), write3(last)];
  if (dialect.timeZone === null) throw new Unknown("the setting TIME_ZONE is not known, and the bounds of a year depend on it");
  return [write3(inZone(first, dialect.timeZone)), write3(inZone(last, dialect.timeZone))];
}
function firstDay(year2, iso) {
  if (!iso) return { kind: "date", year: year2, month: 1, day: 1 };
  const fourth = dateOf(year2, 1, 4);
  return plusDays(fourth, -((fourth.getUTCDay() + 6) % 7));
}
function lastDay(year2, iso) {
  if (!iso) return { kind: "date", year: year2, month: 12, day: 31 };
  const next = firstDay(year2 + 1, true);
  return plusDays(dateOf(next.year, next.month, next.day), -1);
}
function dateOf(year2, month, day) {
  const date2 = /* @__PURE__ */ new Date(0);
  date2.setUTCFullYear(year2, month - 1, day);
  return date2;
}
function plusDays(date2, days) {
  const moved = new Date(date2.getTime() + days * 864e5);
  return { kind: "date", year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

// src/schema/expressions/lookups/build.ts
var fieldLookups = {
  exact,
  iexact,
  gt: comparison,
  gte: comparison,
  lt: comparison,
  lte: comparison,
  in: isIn,
  contains: pattern3,
  icontains: pattern3,
  startswith: pattern3,
  istartswith: pattern3,
  endswith: pattern3,
  iendswith: pattern3,
  range: range2,
  isnull: isNull,
  regex,
  iregex: regex
};
var relatedLookups = { exact, in: isIn, gt: comparison, gte: comparison, lt: comparison, lte: comparison, isnull: isNull };
var hiddenOnRanges = /* @__PURE__ */ new Set(["startswith", "endswith"]);
function findLookup(lhs, field, name2) {
  const own = (table) => Object.hasOwn(table, name2) ? table[name2] : null;
  if (field.remote) return own(relatedLookups);
  if (lhs.detail?.kind === "key" && !lhs.detail.text) return own(keyLookups) ?? own(jsonLookups) ?? own(fieldLookups);
  if (lhs.detail?.kind === "extract" && ["year", "iso_year"].includes(lhs.detail.part) && ["exact", "gt", "gte", "lt", "lte"].includes(name2)) return year;
  if (rangeTypes.has(field.internalType)) return own(rangeLookups) ?? (hiddenOnRanges.has(name2) ? null : own(fieldLookups));
  const special = byType[field.internalType];
  if (special && own(special)) return own(special);
  if (isInstance(field, "CharField") || isInstance(field, "TextField")) return own(fieldLookups) ?? own(textSearchLookups);
  return own(fieldLookups);
}
var byType = {
  JSONField: jsonLookups,
  ArrayField: arrayLookups,
  HStoreField: hstoreLookups,
  SearchVectorField: searchLookups
};
function buildLookup(names3, lhs, right2, scope) {
  const transforms = names3.slice(0, -1);
  let name2 = names3.at(-1) ?? "exact";
  let left = lhs;
  for (const one of transforms) left = requiredTransform(left, one, scope);
  let write3 = findLookup(left, fieldOf(left), name2);
  if (!write3) {
    left = requiredTransform(left, name2, scope);
    name2 = "exact";
    write3 = findLookup(left, fieldOf(left), name2);
  }
  if (!write3) throw new Unknown(`the lookup "${name2}" of ${fieldOf(left).internalType}`);
  return withRight(write3, { name: name2, lhs: left, field: fieldOf(left), right: right2, scope });
}
function withRight(write3, lookup) {
  const prepared = { ...lookup, right: prepareRight(lookup) };
  if ("data" in prepared.right && prepared.right.data === null && !takesNone(lookup)) {
    if (lookup.name !== "exact" && lookup.name !== "iexact") throw new Unknown(`Django refuses None as the value of a "${lookup.name}" lookup`);
    return withRight(findLookup(lookup.lhs, lookup.field, "isnull") ?? isNull, { ...lookup, name: "isnull", right: { data: true } });
  }
  return { node: lookupNode(() => write3(prepared)), name: lookup.name, right: prepared.right };
}
function takesNone(lookup) {
  if (lookup.field.internalType === "JSONField" && lookup.name === "exact") return true;
  return lookup.lhs.kind === "key" && lookup.name === "iexact" && djangoAtLeast(lookup.scope.dialect, "6.1");
}
function lookupNode(write3) {
  return { kind: "lookup", output: () => bare2("BooleanField"), sql: write3 };
}
var unprepared = /* @__PURE__ */ new Set(["iexact", "contains", "icontains", "startswith", "istartswith", "endswith", "iendswith", "isnull", "regex", "iregex", "has_key", "has_keys", "has_any_keys", "search"]);
function prepareRight(lookup) {
  const { right: right2, field, name: name2 } = lookup;
  if ("node" in right2) return right2;
  if (field.internalType === "ArrayField" && name2 !== "in" && name2 !== "isnull") return right2;
  if (field.internalType === "SearchVectorField") return right2;
  if (unprepared.has(name2) && !(name2 === "contains" && (field.internalType === "JSONField" || field.internalType === "HStoreField" || rangeTypes.has(field.internalType)))) return right2;
  if ("items" in right2) return { items: right2.items.map((item2) => "data" in item2 ? { data: prepareOne(item2.data, lookup) } : item2) };
  if ((name2 === "in" || name2 === "range") && right2.data !== null && typeof right2.data === "object" && "items" in right2.data) {
    return { data: { ...right2.data, items: right2.data.items.map((item2) => prepareOne(item2, lookup)) } };
  }
  return { data: prepareOne(right2.data, lookup) };
}
function prepareOne(data, lookup) {
  if (isComputed(data)) return data;
  return prepare(roundedFloat(data, lookup), lookup.field.remote?.target ?? lookup.field, lookup.scope.dialect);
}
function roundedFloat(data, lookup) {
  if (lookup.name !== "gte" && lookup.name !== "lt" || !isInstance(lookup.field, "IntegerField")) return data;
  return data !== null && typeof data === "object" && data.kind === "float" ? BigInt(Math.ceil(data.value)) : data;
}
function fieldOf(node) {
  const field = node.output();
  if (field === null) throw new Unknown("a lookup on an expression whose type is not known: give it an output_field");
  return field;
}

// src/schema/expressions/xor.ts
function xorSql(where, scope, resolved) {
  const either = { kind: "where", connector: "OR", negated: false, children: where.children };
  const exactlyOne = lookupNode(() => sql`${valueNode(1n, null, scope).sql()} ${operate("exact", bracketedSum(where, scope), scope.dialect)}`);
  return whereSql({ kind: "where", connector: "AND", negated: where.negated, children: [either, exactlyOne] }, scope, resolved);
}
function bracketedSum(where, scope) {
  const count = where.children.map((child2) => caseNode([{ condition: asNode(child2, scope), then: valueNode(1n, null, scope) }], valueNode(0n, null, scope), null, scope));
  const sum = count.reduce((left, right2) => combinedNode("+", left, right2, { ...scope, resolves: false }));
  if (where.children.length <= 2 || !djangoAtLeast(scope.dialect, "5.0")) return withBrackets(sum.sql());
  return withBrackets(functionNode("MOD", [sum, valueNode(2n, null, scope)], () => bare2("FloatField"), scope).sql());
}
var withBrackets = (inner2) => {
  const [first] = inner2;
  return typeof first === "string" && first.startsWith("(") ? inner2 : sql`(${inner2})`;
};
function asNode(child2, scope) {
  if (!isWhere(child2)) return child2;
  return { kind: "where", output: () => bare2("BooleanField"), sql: () => whereSql(child2, scope) };
}

// src/schema/expressions/where.ts
function whereOf(q, scope, negated = false) {
  const inside = negated !== q.negated;
  let children3 = [];
  for (const child2 of q.children) {
    const clause = clauseOf(child2, scope, inside);
    if (clause.children.length > 0) children3 = [...children3, ...squashed(clause, q.connector)];
  }
  return { kind: "where", connector: q.connector, negated: q.negated, children: children3 };
}
function squashed(clause, connector) {
  return !clause.negated && (clause.connector === connector || clause.children.length === 1) ? clause.children : [clause];
}
function clauseOf(child2, scope, negated) {
  if (child2.kind === "q") return whereOf(child2, scope, negated);
  if (child2.kind === "expression") return all2([expressionCondition(child2.value, scope)]);
  return filterClause(child2.name, child2.value, scope, negated);
}
var all2 = (children3, connector = "AND") => ({ kind: "where", connector, negated: false, children: children3 });
function expressionCondition(value, scope) {
  if (isModelsCall(value, "F")) throw new Unknown("Django refuses a bare F() as a condition");
  return conditionNode(scope.read(value), scope);
}
function conditionNode(node, scope) {
  if (!isConditional(node)) throw new Unknown("an expression that is no condition");
  return node.kind === "lookup" ? node : buildLookup(["exact"], node, { data: true }, scope).node;
}
function filterClause(name2, value, scope, negated) {
  const { field, rest: rest2 } = resolveName(name2, scope);
  const right2 = readRight(value, scope);
  const built = buildLookup(rest2, filterColumn(field, scope), right2, scope);
  const nodes = [built.node];
  let connector = "AND";
  const isNone = "data" in built.right && built.right.data === null;
  if (negated && built.name !== "isnull" && !isNone) {
    if (field.null) {
      const none4 = built.name === "in" && holdsNone(built.right);
      if (none4 && scope.dialect.django === "6.1") connector = "OR";
      if (none4 && scope.dialect.django === "6.0") throw new Unknown("how Django 6.0 negates a list with None in it is not known");
      nodes.push(buildLookup(["isnull"], filterColumn(field, scope), { data: connector === "OR" }, scope).node);
    }
    if ("node" in right2 && right2.node.kind === "column" && right2.node.column?.null) nodes.push(buildLookup(["isnull"], right2.node, { data: false }, scope).node);
  }
  if (connector === "OR") return orClause(nodes);
  return all2(nodes);
}
function orClause([first, second, ...rest2]) {
  const either = all2([first, second], "OR");
  return rest2.length === 0 ? either : { ...all2(rest2), children: [either, ...rest2] };
}
function holdsNone(right2) {
  return "data" in right2 && right2.data !== null && typeof right2.data === "object" && "items" in right2.data && right2.data.items.includes(null);
}
function readRight(value, scope) {
  if (isExpression(value)) return { node: scope.read(value) };
  if (value !== null && typeof value === "object" && (value.kind === "list" || value.kind === "tuple") && value.items.some(isExpression)) {
    return { items: value.items.map((item2) => isExpression(item2) ? { node: scope.read(item2) } : { data: readData(item2) }) };
  }
  return { data: readData(value) };
}
function whereSql(where, scope, resolved = false) {
  if (where.connector === "XOR" && !scope.dialect.features.supportsLogicalXor) return xorSql(where, scope, resolved);
  const parts2 = [];
  let full = where.connector === "AND" ? where.children.length : 1;
  let empty2 = where.connector === "AND" ? 1 : where.children.length;
  for (const child2 of where.children) {
    const part3 = childSql(child2, scope);
    if (part3 === "none") empty2 -= 1;
    else if (part3 === "all" || isEmpty2(part3)) full -= 1;
    else parts2.push(part3);
    if (empty2 === 0) throw new Matches(where.negated ? "all" : "none");
    if (full === 0) throw new Matches(where.negated ? "none" : "all");
  }
  if (parts2.length === 0) throw new Matches("all");
  const joined2 = join(parts2, ` ${where.connector} `);
  if (where.negated) return sql`NOT (${joined2})`;
  return parts2.length > 1 || resolved ? sql`(${joined2})` : joined2;
}
function childSql(child2, scope) {
  try {
    return isWhere(child2) ? whereSql(child2, scope) : child2.sql();
  } catch (error) {
    if (error instanceof Matches) return error.rows;
    throw error;
  }
}
var isWhere = (child2) => "connector" in child2;
function whereNode(q, scope) {
  const where = whereOf(q, scope);
  return { kind: "where", output: () => bare2("BooleanField"), sql: () => whereSql(where, scope, scope.twice.depth > 0) };
}

// src/schema/expressions/classes/case.ts
var caseClasses = {
  Case: (call, scope) => {
    const otherwise = argumentsOf({ ...call, args: [] }, ["default"]).take("default") ?? null;
    return caseNode(call.args.map((arg) => readWhen(arg, scope)), scope.readArgument(otherwise), outputField(call), scope);
  }
};
function readWhen(value, scope) {
  if (!isModelsCall(value, "When")) throw new Unknown("an argument of Case() that is no When()");
  if (value.unknownArgs) throw new Unknown(`not all arguments of When() can be read: ${value.unknownArgs.reason}`);
  const condition2 = value.args[0] ?? value.kwargs.get("condition");
  const filters2 = new Map([...value.kwargs].filter(([name2]) => name2 !== "condition" && name2 !== "then"));
  const asked2 = filters2.size > 0 ? all3(value, condition2, filters2) : condition2;
  if (asked2 === void 0) throw new Unknown("a When() without a condition");
  const filter = readQ(asked2);
  return { condition: filter ? whereNode(filter, scope) : scope.read(asked2), then: scope.readArgument(value.args[1] ?? value.kwargs.get("then") ?? null) };
}
function all3(when, condition2, filters2) {
  return { ...when, path: "django.db.models.Q", args: condition2 === void 0 ? [] : [condition2], kwargs: filters2 };
}

// src/schema/expressions/functions/special.ts
function leftNode(name2, call, scope) {
  const { need } = argumentsOf(call, ["expression", "length"]);
  const [expression, length] = [scope.readArgument(need("expression")), scope.readArgument(need("length"))];
  const output = () => bare2("CharField");
  if (scope.dialect.vendor !== "sqlite") return functionNode(name2, [expression, length], output, scope);
  if (name2 === "LEFT") return functionNode("SUBSTR", [expression, valueNode(1n, null, scope), length], output, scope, { plainOnSqlite: true });
  const from = combinedNode("*", length, valueNode(-1n, null, scope), scope);
  if (scope.dialect.django === "4.2") return functionNode("SUBSTR", [expression, from], output, scope, { plainOnSqlite: true });
  if (!djangoAtLeast(scope.dialect, "5.2")) throw new Unknown(`which SUBSTR() Django ${scope.dialect.django} makes of Right() on SQLite`);
  return functionNode("SUBSTR", [expression, from, length], output, scope, { plainOnSqlite: true });
}
function readZone(value) {
  if (value === void 0 || value === null) return null;
  if (typeof value === "object" && value.kind === "call" && /(^|\.)ZoneInfo$/.test(value.path) && typeof value.args[0] === "string") return value.args[0];
  if (typeof value === "object" && value.kind === "ref" && /(^|\.)(utc|UTC)$/.test(value.path)) return "UTC";
  throw new Unknown("the time zone of an expression cannot be read");
}

// src/schema/expressions/classes/dates.ts
var dateClasses = {
  Extract: (call, scope) => {
    const { need, text: text5, take } = argumentsOf(call, ["expression", "lookup_name", "tzinfo"]);
    return extractNode(text5("lookup_name"), scope.readArgument(need("expression")), scope, readZone(take("tzinfo")));
  },
  Trunc: (call, scope) => {
    const { need, text: text5, take } = argumentsOf(call, ["expression", "kind", "output_field", "tzinfo"]);
    return truncateNode(text5("kind"), scope.readArgument(need("expression")), outputField(call), scope, readZone(take("tzinfo")));
  }
};
function readDatePart(name2, call, scope) {
  const match = /^(Extract|Trunc)(Year|IsoYear|Quarter|Month|Week|WeekDay|IsoWeekDay|Day|Date|Time|Hour|Minute|Second)$/.exec(name2);
  if (!match) return null;
  const part3 = match[2].replace(/(?<=.)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  const { need, take } = argumentsOf(call, match[1] === "Extract" ? ["expression", "lookup_name", "tzinfo"] : ["expression", "output_field", "tzinfo"]);
  const on = scope.readArgument(need("expression"));
  return match[1] === "Extract" ? extractNode(part3, on, scope, readZone(take("tzinfo"))) : truncateNode(part3, on, outputField(call), scope, readZone(take("tzinfo")));
}

// src/schema/expressions/functions/concat.ts
function concatNode(args2, explicit, scope) {
  const [first, ...rest2] = args2;
  const second = rest2.length === 1 ? rest2[0] : concatNode(rest2, explicit, scope);
  const output = () => explicit ?? sharedOutput([first, second]);
  return { kind: "function", output, sql: () => pairSql(first, second, scope) };
}
function pairSql(first, second, scope) {
  const { dialect } = scope;
  if (isMySql(dialect.vendor)) return functionSql("CONCAT_WS", [first.sql(), second.sql()], { template: "%(function)s('', %(expressions)s)" });
  const pipes = dialect.vendor === "sqlite" || djangoAtLeast(dialect, "5.1");
  if (!pipes) return functionSql("CONCAT", [first, second].map((side) => castNode(side, bare2("TextField"), scope).sql()));
  const sides = [first, second].map((side) => coalesced2(dialect.vendor === "postgresql" ? asText2(side, scope) : side, scope));
  const joined2 = functionSql("", sides, { template: "%(expressions)s", joiner: " || " });
  return djangoAtLeast(dialect, "5.1") ? sql`(${joined2})` : joined2;
}
function asText2(side, scope) {
  const field = side.output();
  return isInstance(field, "CharField") || isInstance(field, "TextField") ? side : castNode(side, bare2("TextField"), scope);
}
function coalesced2(side, scope) {
  return functionSql("COALESCE", [side.sql(), valueNode("", null, scope).sql()]);
}

// src/schema/expressions/classes/functions.ts
var functionClasses = {
  Func: readFunc,
  Cast: (call, scope) => {
    const { need } = argumentsOf(call, ["expression", "output_field"]);
    return castNode(scope.readArgument(need("expression")), readField2(need("output_field")), scope);
  },
  Concat: (call, scope) => {
    if (argumentsOf(call, []) && call.args.length < 2) throw new Unknown("Concat() takes at least two expressions");
    return concatNode(call.args.map((arg) => scope.readArgument(arg)), outputField(call), scope);
  },
  Left: (call, scope) => leftNode("LEFT", call, scope),
  Right: (call, scope) => leftNode("RIGHT", call, scope)
};
function readFunc(call, scope) {
  const extra = {};
  for (const [name3, value] of call.kwargs) {
    if (name3 === "output_field" || name3 === "arity" || value === null) continue;
    if (typeof value !== "string" && typeof value !== "number") throw new Unknown(`the argument ${name3} of Func() cannot be read`);
    extra[name3] = String(value);
  }
  const { function: name2 = "None", template, arg_joiner: joiner, ...rest2 } = extra;
  const args2 = call.args.map((arg) => scope.readArgument(arg));
  const explicit = outputField(call);
  return functionNode(name2, args2, () => explicit ?? sharedOutput(args2), scope, { extra: rest2, ...joiner === void 0 ? {} : { joiner }, ...template === void 0 ? {} : { template } });
}

// src/schema/expressions/functions/json-object.ts
function jsonObjectNode(call, scope) {
  const pairs2 = [...call.kwargs].map(([name2, value]) => [valueNode(name2, null, scope), scope.readArgument(value)]);
  return { kind: "function", output: () => bare2("JSONField"), sql: () => objectSql(pairs2, scope) };
}
function objectSql(pairs2, scope) {
  const { dialect } = scope;
  if (dialect.vendor !== "postgresql") return functionSql("JSON_OBJECT", pairs2.flatMap(([key2, value]) => [key2.sql(), value.sql()]));
  const texts2 = pairs2.map(([key2, value]) => [castNode(key2, bare2("TextField"), scope).sql(), value.sql()]);
  if (!atLeast(dialect.version, "16") || !atLeast(dialect.django, "5.1")) return functionSql("JSONB_BUILD_OBJECT", texts2.flat());
  return sql`JSON_OBJECT(${join(texts2.map(([key2, value]) => sql`(${key2}) VALUE ${value}`), ", ")} RETURNING JSONB)`;
}

// src/schema/expressions/classes/json.ts
var jsonClasses = {
  KeyTransform: (call, scope) => readKey(call, false, scope),
  KeyTextTransform: (call, scope) => readKey(call, true, scope),
  KT: readPath,
  JSONObject: jsonObjectNode
};
function readKey(call, text5, scope) {
  if (call.path.includes("hstore")) throw new Unknown("a key transform of an HStoreField");
  const { need } = argumentsOf(call, ["key_name", "expression"]);
  const name2 = need("key_name");
  if (typeof name2 !== "string" && typeof name2 !== "number") throw new Unknown("the key of a key transform cannot be read");
  return keyNode(String(name2), scope.readArgument(need("expression")), text5, scope);
}
function readPath(call, scope) {
  const [field, ...keys2] = argumentsOf(call, ["lookup"]).text("lookup").split("__");
  if (keys2.length === 0) throw new Unknown("KT() without a key");
  return keys2.reduce((on, key2) => keyNode(key2, on, true, scope), referenceNode(field, scope));
}

// src/schema/expressions/classes/search.ts
var searchClasses = {
  SearchVector: (call, scope) => {
    const { take } = argumentsOf({ ...call, args: [] }, ["config", "weight"]);
    return searchVector(call.args.map((arg) => scope.readArgument(arg)), configOf3(take("config"), scope), optional(take("weight"), scope), scope);
  },
  SearchQuery: readQuery,
  RangeBoundary: (call) => {
    const { take } = argumentsOf(call, ["inclusive_lower", "inclusive_upper"]);
    const bounds2 = `'${take("inclusive_lower") === false ? "(" : "["}${take("inclusive_upper") === true ? "]" : ")"}'`;
    return { kind: "raw", output: () => null, sql: () => [bounds2] };
  }
};
function readQuery(call, scope) {
  const { need, take } = argumentsOf(call, ["value", "output_field", "config", "invert", "search_type"]);
  const type = take("search_type") ?? "plain";
  if (typeof type !== "string") throw new Unknown("the search type cannot be read");
  return searchQuery(scope.read(need("value")), configOf3(take("config"), scope), type, take("invert") === true);
}
var optional = (value, scope) => value === void 0 || value === null ? null : scope.read(value);
function configOf3(config, scope) {
  return config !== void 0 && isModelsCall(config, "SearchConfig") ? optional(config.args[0], scope) : optional(config, scope);
}

// src/schema/expressions/functions/table.ts
var sha = (bits3) => ({
  name: `SHA${bits3}`,
  output: "shared",
  vendors: {
    postgresql: { name: `sha${bits3}`, template: "ENCODE(DIGEST(%(expressions)s, '%(function)s'), 'hex')" },
    ...bits3 === "1" ? {} : { mysqls: { template: `SHA2(%(expressions)s, ${bits3})` } }
  }
});
var numeric = (name2) => ({ name: name2, output: "numeric" });
var shared = (name2) => ({ name: name2, output: "shared" });
var functions = {
  Coalesce: shared("COALESCE"),
  Greatest: { ...shared("GREATEST"), vendors: { sqlite: { name: "MAX" } } },
  Least: { ...shared("LEAST"), vendors: { sqlite: { name: "MIN" } } },
  NullIf: shared("NULLIF"),
  Lower: shared("LOWER"),
  Upper: shared("UPPER"),
  Trim: shared("TRIM"),
  LTrim: shared("LTRIM"),
  RTrim: shared("RTRIM"),
  Reverse: shared("REVERSE"),
  MD5: shared("MD5"),
  SHA1: sha("1"),
  SHA224: sha("224"),
  SHA256: sha("256"),
  SHA384: sha("384"),
  SHA512: sha("512"),
  Length: { name: "LENGTH", output: "IntegerField", vendors: { mysqls: { name: "CHAR_LENGTH" } } },
  Chr: { name: "CHR", output: "CharField", vendors: { mysqls: { name: "CHAR", template: "%(function)s(%(expressions)s USING utf16)" }, sqlite: { name: "CHAR", plainOnSqlite: true } } },
  Ord: { name: "ASCII", output: "IntegerField", vendors: { mysqls: { name: "ORD" }, sqlite: { name: "UNICODE", plainOnSqlite: true } } },
  Replace: { name: "REPLACE", output: "shared", parameters: ["expression", "text", "replacement"], defaults: { replacement: "" } },
  Repeat: { name: "REPEAT", output: "CharField", parameters: ["expression", "number"] },
  LPad: { name: "LPAD", output: "CharField", parameters: ["expression", "length", "fill_text"], defaults: { fill_text: " " } },
  RPad: { name: "RPAD", output: "CharField", parameters: ["expression", "length", "fill_text"], defaults: { fill_text: " " } },
  StrIndex: { name: "INSTR", output: "IntegerField", vendors: { postgresql: { name: "STRPOS" } } },
  Substr: { name: "SUBSTRING", output: "CharField", parameters: ["expression", "pos", "length"], vendors: { sqlite: { name: "SUBSTR", plainOnSqlite: true } } },
  Abs: shared("ABS"),
  Ceil: shared("CEILING"),
  Floor: shared("FLOOR"),
  Sign: shared("SIGN"),
  ACos: numeric("ACOS"),
  ASin: numeric("ASIN"),
  ATan: numeric("ATAN"),
  ATan2: { ...numeric("ATAN2"), plainOnSqlite: true },
  Cos: numeric("COS"),
  Cot: numeric("COT"),
  Degrees: numeric("DEGREES"),
  Exp: numeric("EXP"),
  Ln: numeric("LN"),
  Log: { ...numeric("LOG"), fixesDecimals: true, plainOnSqlite: true },
  Mod: { ...numeric("MOD"), fixesDecimals: true },
  Pi: numeric("PI"),
  Power: numeric("POWER"),
  Radians: numeric("RADIANS"),
  Random: { ...numeric("RANDOM"), vendors: { mysqls: { name: "RAND" }, sqlite: { name: "RAND", plainOnSqlite: true } } },
  Round: { name: "ROUND", output: "first", parameters: ["expression", "precision"], defaults: { precision: 0 }, fixesDecimals: true },
  Sin: numeric("SIN"),
  Sqrt: numeric("SQRT"),
  Tan: numeric("TAN"),
  Now: {
    name: "",
    output: "DateTimeField",
    template: "CURRENT_TIMESTAMP",
    vendors: { postgresql: { template: "STATEMENT_TIMESTAMP()" }, mysqls: { template: "CURRENT_TIMESTAMP(6)" }, sqlite: { template: "STRFTIME('%%%%Y-%%%%m-%%%%d %%%%H:%%%%M:%%%%f', 'NOW')", plainOnSqlite: true } }
  },
  TransactionNow: { name: "", output: "DateTimeField", template: "CURRENT_TIMESTAMP" },
  RandomUUID: { name: "", output: "UUIDField", template: "GEN_RANDOM_UUID()" },
  TrigramSimilarity: { name: "SIMILARITY", output: "FloatField", texts: [1] },
  TrigramDistance: { name: "", output: "FloatField", joiner: " <-> ", texts: [1] },
  TrigramWordSimilarity: { name: "WORD_SIMILARITY", output: "FloatField", texts: [0] },
  TrigramStrictWordSimilarity: { name: "STRICT_WORD_SIMILARITY", output: "FloatField", texts: [0] }
};

// src/schema/expressions/functions/read-function.ts
function readFunction2(name2, call, scope) {
  if (!Object.hasOwn(functions, name2)) return null;
  const row = forVendor(functions[name2], scope.dialect);
  const args2 = operands(row, call, scope);
  const explicit = call.kwargs.get("output_field");
  const output = explicit === void 0 ? outputOf(row, args2) : () => readField2(explicit);
  const inputs = row.fixesDecimals && scope.dialect.vendor === "postgresql" ? args2.map((arg) => fixDecimal(arg, scope)) : args2;
  return functionNode(row.name, inputs, output, scope, row);
}
function forVendor(row, dialect) {
  const own = row.vendors?.[dialect.vendor] ?? (isMySql(dialect.vendor) ? row.vendors?.mysqls : void 0);
  return own ? { ...row, ...own } : row;
}
function operands(row, call, scope) {
  if (row.parameters) return given(row, row.parameters, call, scope);
  argumentsOf(call, []);
  return call.args.map((value, index3) => row.texts?.includes(index3) ? scope.read(value) : scope.readArgument(value));
}
function given(row, parameters, call, scope) {
  const { take } = argumentsOf(call, parameters);
  return parameters.flatMap((name2) => {
    const value = take(name2);
    if (value !== void 0 && value !== null) return [scope.readArgument(value)];
    const otherwise = row.defaults?.[name2];
    if (otherwise === void 0) return [];
    return [valueNode(typeof otherwise === "number" ? BigInt(otherwise) : otherwise, null, scope)];
  });
}
function outputOf(row, args2) {
  if (row.output === "shared") return () => sharedOutput(args2);
  if (row.output === "numeric") return () => numericOutput(args2, (name2) => bare2(name2));
  if (row.output === "first") return () => args2[0]?.output() ?? null;
  return () => bare2(row.output);
}
function fixDecimal(arg, scope) {
  if (!isInstance(arg.output(), "FloatField")) return arg;
  return castNode(arg, bare2("DecimalField", /* @__PURE__ */ new Map([["max_digits", 1e3], ["decimal_places", 15]])), scope);
}

// src/schema/expressions/lookups/classes.ts
var names2 = {
  Exact: "exact",
  IExact: "iexact",
  GreaterThan: "gt",
  GreaterThanOrEqual: "gte",
  LessThan: "lt",
  LessThanOrEqual: "lte",
  In: "in",
  Contains: "contains",
  IContains: "icontains",
  StartsWith: "startswith",
  IStartsWith: "istartswith",
  EndsWith: "endswith",
  IEndsWith: "iendswith",
  Range: "range",
  IsNull: "isnull",
  Regex: "regex",
  IRegex: "iregex"
};
function rightOf(left, right2, lookup, scope) {
  const plain2 = isModelsCall(left, "F") && !isExpression(right2) && !["in", "range", "isnull"].includes(lookup) && !/contains|startswith|endswith|regex|iexact/.test(lookup);
  if (plain2) return { node: scope.read(right2) };
  const result = readRight(right2, scope);
  if ("items" in result && !djangoAtLeast(scope.dialect, "5.2") && result.items.some((item2) => "node" in item2 && !simple2.has(item2.node.kind))) {
    throw new Unknown("an expression in the list of a lookup class before Django 5.2, which resolves it in its own way");
  }
  return result;
}
var simple2 = /* @__PURE__ */ new Set(["column", "value"]);
function lookupClass(name2, call, scope) {
  const lookup = Object.hasOwn(names2, name2) ? names2[name2] : void 0;
  const [left, right2] = call.args;
  if (lookup === void 0 || left === void 0 || right2 === void 0) return null;
  const built = buildLookup([lookup], scope.read(left), rightOf(left, right2, lookup, scope), scope);
  if (built.name !== lookup) throw new Unknown("a lookup class with None on the right");
  return built.node;
}

// src/schema/expressions/read-class.ts
var readers3 = { ...basicClasses, ...functionClasses, ...caseClasses, ...dateClasses, ...jsonClasses, ...searchClasses };
function readClass2(name2, call, scope) {
  if (Object.hasOwn(readers3, name2)) return readers3[name2](call, scope);
  return readFunction2(name2, call, scope) ?? readDatePart(name2, call, scope) ?? lookupClass(name2, call, scope);
}

// src/schema/expressions/read-search.ts
function combinedSearch(operator2, left, right2, scope) {
  if (left.kind === "search vector" && right2.kind === "search vector" && operator2 === "+") {
    return { ...combinedNode("||", left, right2, scope), kind: "search vector", detail: left.detail };
  }
  const connector = operator2 === "&" ? "&&" : operator2 === "|" ? "||" : null;
  if (left.kind !== "search query" || right2.kind !== "search query" || connector === null) return null;
  return { kind: "search query", output: () => bare2("SearchQueryField"), sql: () => sql`(${left.sql()} ${connector} ${right2.sql()})`, detail: left.detail };
}

// src/schema/expressions/read.ts
function scopeOf(model, dialect, resolves = true) {
  const scope = { model, dialect, resolves, reads: /* @__PURE__ */ new Set(), twice: { depth: 0 }, wrappers: [], read: (value) => readNode(value, scope), readArgument: (value) => readArgument2(value, scope) };
  return scope;
}
function readArgument2(value, scope) {
  if (typeof value === "string") return referenceNode(value, scope);
  return isExpression(value) ? readNode(value, scope) : plainValue(value, scope);
}
function readNode(value, scope) {
  if (value === null || typeof value !== "object") return plainValue(value, scope);
  if (value.kind === "unknown") throw new Unknown(`${value.reason}: ${value.text}`);
  const q = readQ(value);
  if (q) return whereNode(q, scope);
  if (value.kind === "call") return readCall5(value, scope);
  if (value.kind === "binary") return readBinary2(value, scope);
  if (value.kind === "unary") return readUnary2(value, scope);
  if (value.kind === "ref") throw new Unknown(`the expression ${value.text} is not written here`);
  return plainValue(value, scope);
}
function plainValue(value, scope) {
  const data = readData(value);
  if (isComputed(data) && !/^(django\.utils|datetime|uuid|time|random|secrets|decimal|os)\./.test(data.what)) throw new Unknown(`the expression class ${data.what} is not one of Django's that are known`);
  return valueNode(data, null, scope);
}
function readCall5(call, scope) {
  if (call.unknownArgs) throw new Unknown(`not all arguments of ${call.path} can be read: ${call.unknownArgs.reason}`);
  const name2 = djangoClass(call.path);
  const node = call.on === void 0 && name2 !== null ? readClass2(name2, call, scope) : readMethod(call, scope);
  if (node) return node;
  throw new Unknown(`the expression class ${call.path} is not one of Django's that are known`);
}
var bitMethods = { bitand: "&", bitor: "|", bitxor: "#", bitleftshift: "<<", bitrightshift: ">>" };
function readMethod(call, scope) {
  if (call.on === void 0) return null;
  const method2 = call.path.slice(call.path.lastIndexOf(".") + 1);
  if (method2 === "asc" || method2 === "desc") return readClass2("OrderBy", { ...call, path: "django.db.models.OrderBy", args: [call.on], kwargs: new Map([...call.kwargs, ["descending", method2 === "desc"]]) }, scope);
  const connector = bitMethods[method2];
  const [other3] = call.args;
  if (connector === void 0 || other3 === void 0) return null;
  return combinedNode(connector, readNode(call.on, scope), operand(other3, scope), scope);
}
function operand(value, scope) {
  return isExpression(value) ? readNode(value, scope) : plainValue(value, scope);
}
function readBinary2(value, scope) {
  if (!isExpression(value)) return plainValue(value, scope);
  const [left, right2] = [operand(value.left, scope), operand(value.right, scope)];
  const search = combinedSearch(value.operator, left, right2, scope);
  if (search) return search;
  const connector = connectors2[value.operator];
  if (connector === void 0) throw new Unknown(`the operator ${value.operator} on expressions`);
  return combinedNode(connector, left, right2, scope);
}
function readUnary2(value, scope) {
  if (!isExpression(value)) return plainValue(value, scope);
  const inner2 = readNode(value.operand, scope);
  if (value.operator === "-") return combinedNode("*", inner2, valueNode(-1n, null, scope), scope);
  if (value.operator !== "~" || !isConditional(inner2)) throw new Unknown(`the operator ${value.operator} on an expression`);
  if (inner2.kind === "negated") throw new Unknown("a condition that is negated twice");
  const write3 = () => standsAlone(inner2, scope.dialect) ? sql`NOT ${inner2.sql()}` : sql`CASE WHEN ${inner2.sql()} = 0 THEN 1 ELSE 0 END`;
  return { kind: "negated", output: () => bare2("BooleanField"), sql: write3, wrapped: inner2 };
}

// src/schema/expressions/compile.ts
function condition(value, model, dialect) {
  const scope = scopeOf(model, dialect);
  const fragment = decided(() => conditionSql(value, scope));
  return { sql: formatted2(fragment, dialect, "quote value"), columns: [...scope.reads] };
}
function conditionSql(value, scope) {
  const q = readQ(value);
  if (q) return whereSql(whereOf(q, scope), scope);
  return expressionCondition(value, scope).sql();
}
function decided(make) {
  try {
    return make();
  } catch (error) {
    if (error instanceof Matches) throw new Unknown(`a condition that ${error.rows === "all" ? "every" : "no"} row fulfils: Django has no SQL for it`);
    throw error;
  }
}

// src/schema/expressions/defaults.ts
function isLiteralExpression(value) {
  return !isExpression(value) || isModelsCall(value, "Value");
}
function compileDatabaseDefault(field, dialect) {
  const value = field.dbDefault;
  if (value === void 0) return { unknown: `${field.name} has no db_default` };
  return orUnknown(() => {
    const literal4 = isLiteralExpression(value);
    const clause = write2((scope) => isExpression(value) ? scope.read(value) : ownValue(value, field, scope), null, dialect, false);
    return { ...clause, sql: literal4 ? clause.sql : `(${clause.sql})`, literal: literal4 };
  });
}
function ownValue(value, field, scope) {
  const data = defaultData(value);
  if (isComputed(data)) throw new Unknown(`the value of ${data.what} is not known`);
  return valueNode(data, ofBound(field), scope);
}
function compileGenerated(field, dialect) {
  const generated = field.generated;
  if (!generated) return { unknown: `${field.name} is not generated` };
  return orUnknown(() => write2((scope) => scope.read(generated.expression), field, dialect, true));
}
function write2(read4, field, dialect, resolves) {
  const scope = scopeOf(field?.model ?? null, dialect, resolves);
  const fragment = decided(() => read4(scope).sql());
  const literal4 = dialect.features.requiresLiteralDefaults;
  const hasParameters = !literal4 && fragment.some((part3) => typeof part3 !== "string");
  return { sql: literal4 ? formatted2(fragment, dialect, "quote value") : executed(fragment, dialect), columns: [...scope.reads], hasParameters };
}

// src/schema/lower/defaults.ts
function effectiveDefault(editor, field) {
  const value = effectiveDefaultLiteral(field, editor.dialect);
  if (value === null) return null;
  if ("unknown" in value) {
    editor.doubt(value.unknown);
    return { sql: "", columnSql: "", empty: false, computed: false };
  }
  if (value.isNone) return null;
  return { sql: value.sql, columnSql: inColumn(editor, field, value.sql), empty: value.isEmpty, computed: value.computed };
}
function inColumn(editor, field, sql2) {
  const { vendor, version } = editor.dialect;
  return vendor === "mysql" && atLeast(version, "8.0.13") && isLimitedDataType(field) ? `(${sql2})` : sql2;
}
function databaseDefault(editor, field) {
  const compiled = compileDatabaseDefault(field, editor.dialect);
  if ("unknown" in compiled) {
    editor.doubt(compiled.unknown);
    return { sql: "" };
  }
  return { sql: compiled.literal ? inColumn(editor, field, compiled.sql) : compiled.sql };
}
function databaseDefaultIsValue(field) {
  return field.dbDefault !== void 0 && isModelsCall(field.dbDefault, "Value");
}
function generatedSql(editor, field) {
  if (!field.generated) return null;
  const compiled = compileGenerated(field, editor.dialect);
  if ("unknown" in compiled) {
    editor.doubt(compiled.unknown);
    return { sql: "", stored: field.generated.stored };
  }
  return { sql: compiled.sql, stored: field.generated.stored };
}
function skipsDefault(editor, field) {
  const { vendor, version } = editor.dialect;
  if (!isMySql(vendor)) return false;
  if (leavesOutEmpty(editor, field)) return true;
  return vendor === "mysql" && !atLeast(version, "8.0.13") && isLimitedDataType(field);
}
function skipsDefaultOnAlter(editor, field) {
  const { vendor } = editor.dialect;
  if (!isMySql(vendor)) return false;
  return leavesOutEmpty(editor, field) || vendor === "mysql" && isLimitedDataType(field);
}
function leavesOutEmpty(editor, field) {
  return atLeast(editor.dialect.django, "5.1") && isTextOrBlob(field) && (effectiveDefault(editor, field)?.empty ?? false);
}
function isTextOrBlob(field) {
  return typeof field.dbType === "string" && /(blob|text)$/i.test(field.dbType);
}
function sqlHasParameters(editor, field) {
  const compiled = field.dbDefault !== void 0 ? compileDatabaseDefault(field, editor.dialect) : field.generated ? compileGenerated(field, editor.dialect) : null;
  return compiled !== null && "hasParameters" in compiled && compiled.hasParameters;
}
function parameterSql(editor, value) {
  const sql2 = literal3(value, null, editor.dialect);
  return "unknown" in sql2 ? null : sql2.sql;
}

// src/schema/lower/columns.ts
function columnDefinition(editor, field, withDefault2, tablespace = null) {
  if (field.unknown !== null) editor.doubt(field.unknown);
  return {
    name: field.column,
    type: field.dbType,
    // Django writes no NOT NULL beside GENERATED (_iter_column_sql).
    null: field.null || field.generated !== null,
    collation: field.collation,
    comment: field.comment,
    default: defaultClause(editor, field, withDefault2),
    generated: generatedSql(editor, field),
    identity: isIdentity(field),
    primaryKey: field.primaryKey,
    unique: field.unique && !field.primaryKey,
    check: field.check,
    references: null,
    indexTablespace: field.unique ? field.tablespace ?? tablespace : null
  };
}
function defaultClause(editor, field, withDefault2) {
  if (field.dbDefault !== void 0) return { sql: databaseDefault(editor, field).sql, lasting: true };
  if (!withDefault2 || skipsDefault(editor, field) || field.null && skipsDefaultOnAlter(editor, field)) return null;
  const value = effectiveDefault(editor, field);
  if (!value) return null;
  return { sql: value.columnSql, lasting: false };
}
var identityTypes = /* @__PURE__ */ new Set(["AutoField", "BigAutoField", "SmallAutoField"]);
function isIdentity(field) {
  return field.suffix !== null || identityTypes.has(field.internalType) && typeof field.dbType === "string" && /auto_increment/i.test(field.dbType);
}
function inlineReference(editor, model, field) {
  const target2 = foreignKeyTarget(editor, field);
  if (!target2) return null;
  return { name: foreignKeyName(editor.dialect.vendor, model.table, field.column, target2.table, target2.column), table: target2.table, column: target2.column, onDelete: databaseOnDelete(editor, field) };
}
function foreignKeyTarget(editor, field) {
  const remote2 = field.remote;
  if (!remote2 || remote2.kind === "many to many" || !remote2.dbConstraint) return null;
  if (!remote2.model || !remote2.target?.column) {
    editor.doubt(`the table of ${remote2.to} is not known: its app is neither in the repository nor in the built-in tables`);
    return null;
  }
  if (remote2.target.unknown !== null) editor.doubt(remote2.target.unknown);
  return { table: remote2.model.table, column: remote2.target.column };
}
var onDeleteWords = { DB_CASCADE: "CASCADE", DB_SET_NULL: "SET NULL", DB_SET_DEFAULT: "SET DEFAULT" };
function databaseOnDelete(editor, field) {
  if (!atLeast(editor.dialect.django, "6.1")) return null;
  return onDeleteWords[field.remote?.onDelete.split(".").at(-1) ?? ""] ?? null;
}

// src/schema/expressions/index-arguments.ts
function textOf3(call, name2) {
  const value = call.kwargs.get(name2) ?? null;
  if (value === null || typeof value === "string") return value;
  throw new Unknown(`the argument ${name2} of ${call.path} cannot be read`);
}
function textsOf2(call, name2) {
  const value = call.kwargs.get(name2) ?? null;
  if (value === null) return [];
  if (typeof value === "object" && "items" in value) {
    const texts2 = value.items.filter((item2) => typeof item2 === "string");
    if (texts2.length === value.items.length) return texts2;
  }
  throw new Unknown(`the argument ${name2} of ${call.path} cannot be read`);
}
function columnOf3(name2, model) {
  const column2 = model.field(name2)?.column ?? null;
  if (column2 === null) throw new Unknown(`${model.app}.${model.name} has no column for the field "${name2}"`);
  return column2;
}
function callOf(value) {
  if (value === null || typeof value !== "object" || value.kind === "unknown") throw new Unknown(value !== null && typeof value === "object" ? `${value.reason}: ${value.text}` : "an index or constraint that is none");
  if (value.kind !== "call") throw new Unknown("an index or constraint that is not written as a call");
  if (value.unknownArgs) throw new Unknown(`not all arguments of ${value.path} can be read: ${value.unknownArgs.reason}`);
  return value;
}

// src/schema/expressions/exclusion.ts
function exclusionDefinition(name2, call, deferrable, model, dialect) {
  if (dialect.vendor !== "postgresql") throw new Unknown("exclusion constraints are PostgreSQL's");
  const scope = scopeOf(model, dialect);
  const opclasses = djangoAtLeast(dialect, "5.0") ? [] : textsOf2(call, "opclasses");
  const parts2 = pairsOf(call).map(([expression, operator2], index3) => {
    const part3 = formatted2(decided(() => indexExpression(expression, scope)).fragment, dialect, "quote value");
    const opclass = opclasses[index3];
    return `${part3}${opclass === void 0 ? "" : ` ${opclass}`} WITH ${operator2}`;
  });
  const include = textsOf2(call, "include").map((field) => dialect.quoteName(columnOf3(field, model)));
  const given2 = call.kwargs.get("condition") ?? null;
  const where = given2 === null ? null : condition(given2, model, dialect);
  const sql2 = [
    `EXCLUDE USING ${textOf3(call, "index_type") ?? "GIST"} (${parts2.join(", ")})`,
    include.length > 0 ? ` INCLUDE (${include.join(", ")})` : "",
    where ? ` WHERE (${where.sql})` : "",
    deferrableSql(deferrable)
  ].join("");
  return { kind: "exclusion", name: name2, sql: sql2, columns: [.../* @__PURE__ */ new Set([...scope.reads, ...where?.columns ?? []])] };
}
function pairsOf(call) {
  const value = call.kwargs.get("expressions") ?? null;
  if (value === null || typeof value !== "object" || !("items" in value)) throw new Unknown("the expressions of an exclusion constraint cannot be read");
  return value.items.map((item2) => {
    if (item2 === null || typeof item2 !== "object" || !("items" in item2) || item2.items.length !== 2) throw new Unknown("an expression of an exclusion constraint that is no pair");
    return [item2.items[0], operatorOf(item2.items[1])];
  });
}
var rangeOperators = {
  EQUAL: "=",
  NOT_EQUAL: "<>",
  CONTAINS: "@>",
  CONTAINED_BY: "<@",
  OVERLAPS: "&&",
  FULLY_LT: "<<",
  FULLY_GT: ">>",
  NOT_LT: "&>",
  NOT_GT: "&<",
  ADJACENT_TO: "-|-"
};
function operatorOf(value) {
  if (typeof value === "string") return value;
  const name2 = value !== null && typeof value === "object" && value.kind === "ref" ? /RangeOperators\.(\w+)$/.exec(value.path)?.[1] : void 0;
  const operator2 = name2 === void 0 ? void 0 : rangeOperators[name2];
  if (operator2 === void 0) throw new Unknown("an operator of an exclusion constraint cannot be read");
  return operator2;
}

// src/schema/expressions/index-methods.ts
var indexMethods = {
  BTreeIndex: { method: "btree", options: [["fillfactor", "number"], ["deduplicate_items", "switch"]] },
  HashIndex: { method: "hash", options: [["fillfactor", "number"]] },
  GinIndex: { method: "gin", options: [["gin_pending_list_limit", "number"], ["fastupdate", "switch"]] },
  GistIndex: { method: "gist", options: [["buffering", "switch"], ["fillfactor", "number"]] },
  SpGistIndex: { method: "spgist", options: [["fillfactor", "number"]] },
  BrinIndex: { method: "brin", options: [["autosummarize", "switch"], ["pages_per_range", "number"]] },
  BloomIndex: { method: "bloom", options: [["length", "number"]] }
};
function withClause2(name2, call) {
  const options = (indexMethods[name2]?.options ?? []).flatMap(([argument, kind]) => option(call.kwargs.get(argument), argument, kind, call));
  if (name2 === "BloomIndex") options.push(...bloomColumns(call.kwargs.get("columns"), call));
  return options.length === 0 ? null : `WITH (${options.join(", ")})`;
}
function option(value, argument, kind, call) {
  if (value === void 0 || value === null) return [];
  if (kind === "number" && typeof value === "number") return [`${argument} = ${Math.trunc(value)}`];
  if (kind === "switch" && typeof value !== "object") return [`${argument} = ${value ? "on" : "off"}`];
  throw new Unknown(`the argument ${argument} of ${call.path} cannot be read`);
}
function bloomColumns(value, call) {
  if (value === void 0 || value === null) return [];
  if (typeof value === "object" && "items" in value && value.items.every((item2) => typeof item2 === "number")) return value.items.map((bits3, index3) => `col${index3 + 1} = ${String(bits3)}`);
  throw new Unknown(`the argument columns of ${call.path} cannot be read`);
}

// src/schema/expressions/indexes.ts
function indexDefinition(value, model, dialect) {
  return orUnknown(() => define(value, model, dialect));
}
function define(value, model, dialect) {
  const call = callOf(value);
  const name2 = djangoClass(call.path);
  const method2 = name2 === "Index" ? null : name2 === null ? void 0 : indexMethods[name2]?.method;
  if (method2 === void 0) throw new Unknown(`the index class ${call.path} is not one of Django's`);
  if (call.args.length > 0 && !dialect.features.supportsExpressionIndexes) return null;
  if (method2 !== null && dialect.vendor !== "postgresql") throw new Unknown(`${name2} is PostgreSQL's`);
  const indexName2 = textOf3(call, "name");
  if (indexName2 === null) throw new Unknown("an index without a name");
  const fields2 = textsOf2(call, "fields");
  const opclasses = dialect.vendor === "postgresql" ? textsOf2(call, "opclasses") : [];
  const body2 = call.args.length > 0 ? expressionParts(call.args, model, dialect) : columnParts(fields2, opclasses, model, dialect);
  const where = conditionOf(call.kwargs.get("condition"), model, dialect);
  return {
    name: indexName2,
    unique: false,
    ...body2,
    reads: [.../* @__PURE__ */ new Set([...body2.reads, ...where.columns])],
    method: method2,
    opclasses,
    include: dialect.features.supportsCoveringIndexes ? textsOf2(call, "include").map((field) => columnOf3(field, model)) : [],
    nullsDistinct: null,
    condition: where.sql,
    with: name2 === null ? null : withClause2(name2, call),
    tablespace: dialect.vendor === "postgresql" ? tablespaceOf(textOf3(call, "db_tablespace"), fields2, model) : null
  };
}
function columnParts(fields2, opclasses, model, dialect) {
  const columns2 = fields2.map((field) => columnOf3(field.replace(/^-/, ""), model));
  const parts2 = columns2.map((column2, index3) => {
    const opclass = opclasses[index3];
    const descending = fields2[index3].startsWith("-") && dialect.features.supportsIndexColumnOrdering;
    return `${dialect.quoteName(column2)}${opclass === void 0 ? "" : ` ${opclass}`}${descending ? " DESC" : ""}`;
  });
  return { parts: parts2, columns: columns2, expressions: [], reads: [] };
}
function expressionParts(values, model, dialect) {
  const scope = scopeOf(model, dialect);
  const made = values.map((value) => decided(() => indexExpression(value, scope)));
  const parts2 = made.map(({ fragment }) => formatted2(fragment, dialect, "quote value"));
  const columns2 = made.flatMap(({ column: column2 }) => column2 === null ? [] : [column2]);
  return { parts: parts2, columns: columns2, expressions: parts2.filter((_, index3) => made[index3].column === null), reads: [...scope.reads].filter((column2) => !columns2.includes(column2)) };
}
function conditionOf(value, model, dialect) {
  if (value === void 0 || value === null || !dialect.features.supportsPartialIndexes) return { sql: null, columns: [] };
  return condition(value, model, dialect);
}
function tablespaceOf(own, fields2, model) {
  if (own !== null) return own;
  const [only] = fields2;
  const field = fields2.length === 1 && only !== void 0 ? model.field(only.replace(/^-/, "")) : null;
  return field?.tablespace ?? model.tablespace;
}

// src/schema/expressions/constraints.ts
function constraintDefinition(value, model, dialect) {
  return orUnknown(() => define2(value, model, dialect));
}
function define2(value, model, dialect) {
  const call = callOf(value);
  const name2 = textOf3(call, "name");
  if (name2 === null) throw new Unknown("a constraint without a name");
  switch (djangoClass(call.path)) {
    case "CheckConstraint":
      return check(name2, call, model, dialect);
    case "UniqueConstraint":
      return unique2(name2, call, model, dialect);
    case "ExclusionConstraint":
      return { constraint: exclusionDefinition(name2, call, deferrableOf(call), model, dialect) };
    default:
      throw new Unknown(`the constraint class ${call.path} is not one of Django's`);
  }
}
function check(name2, call, model, dialect) {
  const value = call.kwargs.get("condition") ?? call.kwargs.get("check");
  if (value === void 0 || value === null) throw new Unknown("a check constraint without a condition");
  if (!dialect.features.supportsTableCheckConstraints) return null;
  const { sql: sql2, columns: columns2 } = condition(value, model, dialect);
  return { constraint: { kind: "check", name: name2, sql: sql2, columns: columns2, notValid: false } };
}
function unique2(name2, call, model, dialect) {
  const { features } = dialect;
  const given2 = call.kwargs.get("condition") ?? null;
  const deferrable = deferrableOf(call);
  const include = textsOf2(call, "include").map((field) => columnOf3(field, model));
  const opclasses = textsOf2(call, "opclasses");
  const nullsDistinct = call.kwargs.get("nulls_distinct") ?? null;
  if (nullsDistinct !== null && typeof nullsDistinct !== "boolean") throw new Unknown("nulls_distinct cannot be read");
  const supported = (given2 === null || features.supportsPartialIndexes) && (deferrable === null || features.supportsDeferrableUniqueConstraints) && (include.length === 0 || features.supportsCoveringIndexes) && (call.args.length === 0 || features.supportsExpressionIndexes) && (nullsDistinct === null || features.supportsNullsDistinctUniqueConstraints);
  if (!supported) return null;
  const fields2 = textsOf2(call, "fields");
  if (given2 === null && include.length === 0 && opclasses.length === 0 && call.args.length === 0) {
    return { constraint: { kind: "unique", name: name2, columns: fields2.map((field) => columnOf3(field, model)), deferrable, nullsDistinct, include: [], opclasses: [], usingIndex: null } };
  }
  const used = isMySql(dialect.vendor) || dialect.vendor === "sqlite" ? [] : opclasses;
  const body2 = call.args.length > 0 ? expressionParts(call.args, model, dialect) : columnParts(fields2, used, model, dialect);
  const where = conditionOf(given2, model, dialect);
  return { index: { name: name2, unique: true, ...body2, reads: [.../* @__PURE__ */ new Set([...body2.reads, ...where.columns])], method: null, opclasses: used, include, nullsDistinct, condition: where.sql, with: null, tablespace: null } };
}
function deferrableOf(call) {
  const value = call.kwargs.get("deferrable") ?? null;
  if (value === null) return null;
  const text5 = typeof value === "object" && "text" in value ? value.text : "";
  const word = /Deferrable(?:\.|\[['"])(DEFERRED|IMMEDIATE)\b/.exec(typeof value === "object" && value.kind === "ref" ? value.path : text5)?.[1];
  if (word === void 0) throw new Unknown("the argument deferrable cannot be read");
  return word === "DEFERRED" ? "deferred" : "immediate";
}

// src/schema/lower/meta.ts
function indexChange(editor, model, name2, value) {
  const index3 = indexDefinition(named4(value, name2), model, editor.dialect);
  if (index3 === null) return null;
  if ("unknown" in index3) {
    editor.doubt(index3.unknown);
    return { kind: "CreateIndex", table: model.table, index: unknownIndex(name2, false), concurrently: false };
  }
  return { kind: "CreateIndex", table: model.table, index: index3, concurrently: false };
}
function hasIndex(editor, model, name2, value) {
  const index3 = indexDefinition(named4(value, name2), model, editor.dialect);
  if (index3 !== null && "unknown" in index3 && editor.dialect.vendor !== "postgresql") editor.doubt(index3.unknown);
  return index3 !== null;
}
function constraintChange(editor, model, name2, value) {
  const made = constraintDefinition(named4(value, name2), model, editor.dialect);
  if (made === null) return null;
  if ("unknown" in made) {
    editor.doubt(made.unknown);
    return { kind: "AddConstraint", table: model.table, constraint: { kind: "check", name: name2, sql: "", columns: [], notValid: false } };
  }
  if ("index" in made) return { kind: "CreateIndex", table: model.table, index: made.index, concurrently: false };
  return { kind: "AddConstraint", table: model.table, constraint: made.constraint };
}
function unknownIndex(name2, unique3) {
  return { name: name2, unique: unique3, parts: [], columns: [], expressions: [], reads: [], method: null, opclasses: [], include: [], nullsDistinct: null, condition: null, with: null, tablespace: null };
}
function named4(value, name2) {
  const call = callOf2(value);
  if (!call || typeof call.kwargs.get("name") === "string") return value;
  return { ...call, kwargs: new Map([...call.kwargs, ["name", name2]]) };
}
function callOf2(value) {
  return typeof value === "object" && value !== null && value.kind === "call" ? value : null;
}
function nameOf4(value) {
  const name2 = callOf2(value)?.kwargs.get("name");
  return typeof name2 === "string" ? name2 : null;
}
function firstField(value) {
  const call = callOf2(value);
  const fields2 = call?.kwargs.get("fields");
  if (typeof fields2 === "object" && fields2 !== null && "items" in fields2) {
    const [first2] = fields2.items;
    return typeof first2 === "string" ? first2.replace(/^-/, "") : null;
  }
  const [first] = call?.args ?? [];
  if (typeof first === "string") return first;
  const name2 = first === void 0 ? null : callOf2(first);
  const of = name2?.path.endsWith(".F") ? name2.args[0] : null;
  return typeof of === "string" && !of.includes("__") ? of : null;
}

// src/schema/lower/create-model.ts
var noMeta = { uniqueTogether: [], indexTogether: [], indexes: /* @__PURE__ */ new Map(), constraints: /* @__PURE__ */ new Map() };
function metaOf(model) {
  if (model.state) return model.state;
  if (!model.autoCreatedBy) return noMeta;
  const ends = model.localFields.filter((field) => field.remote !== null).map((field) => field.name);
  return { ...noMeta, uniqueTogether: [ends] };
}
function createModel4(editor, model) {
  createTable3(editor, model, metaOf(model));
  for (const field of model.localManyToMany) {
    if (field.remote?.throughAuto && field.remote.through) createModel4(editor, field.remote.through);
  }
}
function createTable3(editor, model, meta) {
  for (const names3 of meta.uniqueTogether) deferUniqueTogether(editor, model, names3);
  const columns2 = tableColumns(editor, model);
  const change4 = {
    kind: "CreateTable",
    table: model.table,
    columns: columns2,
    constraints: tableConstraints(editor, model, meta),
    comment: null,
    tablespace: editor.dialect.vendor === "postgresql" ? model.tablespace : null
  };
  editor.execute(change4);
  comments(editor, model);
  for (const field of model.localFields) {
    if (field.column === null) continue;
    for (const { change: change5, suffix } of fieldIndexes(editor, model, field)) editor.defer(change5, { suffix });
  }
  if (!atLeast(editor.dialect.django, "5.1")) deferIndexTogether(editor, model, meta);
  for (const [name2, value] of meta.indexes) {
    const index3 = indexChange(editor, model, name2, value);
    if (index3) editor.defer(index3);
  }
}
function deferUniqueTogether(editor, model, names3) {
  editor.defer(uniqueTogether(editor, model, names3), { suffix: "_uniq" });
}
function deferIndexTogether(editor, model, meta) {
  for (const names3 of meta.indexTogether) {
    editor.defer(fieldIndex(editor, model, fieldsNamed(editor, model, names3), "_idx"), { suffix: "_idx" });
  }
}
function uniqueTogether(editor, model, names3) {
  return uniqueOver(editor, model, fieldsNamed(editor, model, names3));
}
function uniqueOver(editor, model, fields2) {
  const columns2 = fields2.map((field) => field.column);
  return {
    kind: "AddConstraint",
    table: model.table,
    constraint: { kind: "unique", name: indexName(editor.dialect.vendor, model.table, columns2, "_uniq"), columns: columns2, deferrable: null, nullsDistinct: null, include: [], opclasses: [], usingIndex: null }
  };
}
function fieldsNamed(editor, model, names3) {
  const fields2 = [];
  for (const name2 of names3) {
    const field = model.field(name2);
    if (field && field.column !== null) fields2.push(field);
    else editor.doubt(`${model.app}.${model.name} has no column for the field "${name2}"`);
  }
  return fields2;
}
function tableColumns(editor, model) {
  const columns2 = [];
  for (const field of model.localFields) {
    if (field.column === null || field.dbType === null) continue;
    const column2 = columnDefinition(editor, field, false, model.tablespace);
    if (editor.dialect.vendor === "sqlite") columns2.push({ ...column2, references: inlineReference(editor, model, field) });
    else {
      columns2.push(column2);
      deferForeignKey(editor, model, field);
    }
  }
  return columns2;
}
function deferForeignKey(editor, model, field) {
  const change4 = foreignKey2(editor, model, field);
  if (change4) editor.defer(change4, { suffix: "_fk_%(to_table)s_%(to_column)s" });
}
function foreignKey2(editor, model, field, suffix) {
  const target2 = foreignKeyTarget(editor, field);
  if (!target2) return null;
  const name2 = foreignKeyName(editor.dialect.vendor, model.table, field.column, target2.table, target2.column, suffix);
  const deferrable = editor.dialect.vendor === "postgresql" ? "deferred" : null;
  return { kind: "AddConstraint", table: model.table, constraint: { kind: "foreign key", name: name2, columns: [field.column], toTable: target2.table, toColumns: [target2.column], deferrable, onDelete: databaseOnDelete(editor, field), notValid: false } };
}
function tableConstraints(editor, model, meta) {
  const putOff = atLeast(editor.dialect.django, "5.0") && editor.dialect.vendor !== "sqlite" && model.localFields.some((field) => sqlHasParameters(editor, field));
  const inline = [];
  for (const [name2, value] of meta.constraints) {
    const change4 = constraintChange(editor, model, name2, value);
    if (!change4) continue;
    if (change4.kind === "AddConstraint" && !putOff && !(change4.constraint.kind === "unique" && change4.constraint.nullsDistinct !== null)) inline.push(change4.constraint);
    else editor.defer(change4);
  }
  if (model.compositePk) inline.push({ kind: "primary key", name: null, columns: model.compositePk });
  return inline;
}
function comments(editor, model) {
  const { vendor } = editor.dialect;
  if (vendor === "sqlite") return;
  if (model.comment) editor.execute({ kind: "CommentOnTable", table: model.table, comment: model.comment });
  if (vendor !== "postgresql") return;
  for (const field of model.localFields) {
    if (field.column !== null && field.comment) editor.execute({ kind: "CommentOnColumn", table: model.table, column: field.column, comment: field.comment });
  }
}

// src/schema/lower/relations.ts
function relatedPairs(before, after, old, next) {
  return collect5(before, after, old, next, /* @__PURE__ */ new Set());
}
function collect5(before, after, old, next, seen) {
  if (seen.has(old)) return [];
  seen.add(old);
  const olds = relevant(before, old);
  const news = relevant(after, next);
  const pairs2 = [];
  for (let i2 = 0; i2 < Math.min(olds.length, news.length); i2++) {
    const pair2 = { old: olds[i2], new: news[i2] };
    pairs2.push(pair2, ...collect5(before, after, pair2.old, pair2.new, seen));
  }
  return pairs2;
}
function relevant(state, field) {
  const incoming = state.incoming(field.model.key).filter((relation) => targets(relation, field));
  return incoming.map((relation) => ({ relation, name: queryName(relation) })).sort((a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0).map(({ relation }) => relation);
}
function targets(relation, field) {
  const toField = relation.kwargs.get("to_field") ?? null;
  if (field.primaryKey && toField === null) return true;
  return typeof toField === "string" && (toField === field.name || toField === field.column);
}
function queryName(field) {
  const given2 = field.kwargs.get("related_query_name") ?? field.kwargs.get("related_name");
  if (typeof given2 !== "string") return automaticName(field) ?? field.model.name.toLowerCase();
  const name2 = field.model.name.toLowerCase();
  return given2.replaceAll("%(class)s", name2).replaceAll("%(model_name)s", name2).replaceAll("%(app_label)s", field.model.app.toLowerCase());
}
function automaticName(field) {
  return field.model.autoCreatedBy ? `${field.model.name}+` : null;
}
function isHidden(field) {
  return queryName(field).endsWith("+");
}
function incomingManyToMany(state, target2) {
  const fields2 = [];
  for (const key2 of state.keys) {
    for (const field of state.get(key2)?.localManyToMany ?? []) if (field.remote?.to === target2.key) fields2.push(field);
  }
  return fields2;
}

// src/schema/lower/introspect.ts
function introspect(table, vendor) {
  const constraints = [...table.constraints.values()].map((constraint) => ofConstraint2(constraint, vendor));
  const indexes = [...table.indexes.values()].map(ofIndex2).sort((a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  if (vendor !== "mysql" && vendor !== "mariadb") return [...constraints, ...indexes];
  const told = vendor === "mariadb" ? withUnnamedChecks(table, constraints) : constraints;
  const byName2 = new Map(told.map((entry2) => [entry2.name, entry2]));
  for (const index3 of indexes) {
    const constraint = byName2.get(index3.name);
    byName2.set(index3.name, constraint ? { ...constraint, index: true, type: index3.type } : index3);
  }
  return [...byName2.values()];
}
function withUnnamedChecks(table, constraints) {
  const ofColumn = (entry2) => entry2.check && entry2.columns.length === 1 && entry2.columns[0] === entry2.name;
  const numbers = [...table.columns.keys()].filter((column2) => constraints.some((entry2) => entry2.name === column2 && ofColumn(entry2)));
  return constraints.map((entry2) => ofColumn(entry2) ? { ...entry2, name: `__unnamed_constraint_${numbers.indexOf(entry2.name) + 1}__` } : entry2);
}
function ofConstraint2(constraint, vendor) {
  const keyed = constraint.kind === "unique" || constraint.kind === "primary key";
  return {
    name: constraint.name,
    columns: constraint.columns,
    unique: keyed,
    primaryKey: constraint.kind === "primary key",
    foreignKey: constraint.kind === "foreign key",
    check: constraint.kind === "check",
    index: keyed && vendor !== "postgresql",
    type: keyed && vendor !== "postgresql" ? "idx" : null
  };
}
function ofIndex2(index3) {
  return {
    name: index3.name,
    columns: index3.columns.length > 0 ? [...index3.columns, ...index3.include] : [],
    unique: index3.unique,
    primaryKey: false,
    foreignKey: false,
    check: false,
    index: true,
    type: index3.method === "btree" || index3.method === "implicit" ? "idx" : index3.method
  };
}
function constraintNames(table, vendor, wanted) {
  if (!table) return [];
  const names3 = [];
  for (const entry2 of introspect(table, vendor)) {
    if (wanted.columns && !(entry2.columns.length === wanted.columns.length && entry2.columns.every((column2, i2) => column2 === wanted.columns[i2]))) continue;
    if (wanted.unique !== void 0 && entry2.unique !== wanted.unique) continue;
    if (wanted.primaryKey !== void 0 && entry2.primaryKey !== wanted.primaryKey) continue;
    if (wanted.index !== void 0 && entry2.index !== wanted.index) continue;
    if (wanted.check !== void 0 && entry2.check !== wanted.check) continue;
    if (wanted.foreignKey && !entry2.foreignKey) continue;
    if (wanted.type !== void 0 && entry2.type !== wanted.type) continue;
    if (wanted.exclude?.has(entry2.name)) continue;
    names3.push(entry2.name);
  }
  return names3;
}

// src/schema/lower/remove.ts
function deleteModel2(editor, model) {
  for (const field of model.localManyToMany) {
    if (field.remote?.throughAuto && field.remote.through) deleteModel2(editor, field.remote.through);
  }
  dropTable2(editor, model.table);
}
function dropTable2(editor, table) {
  editor.execute({ kind: "DropTable", table, cascade: editor.dialect.vendor !== "sqlite" });
  editor.forgetDeferredOfTable(table);
}
function removeField2(editor, model, field) {
  if (field.remote?.kind === "many to many") {
    if (field.remote.throughAuto && field.remote.through) deleteModel2(editor, field.remote.through);
    return;
  }
  if (field.column === null || field.dbType === null) return;
  if (editor.dialect.vendor === "sqlite" && (field.primaryKey || field.unique || field.dbIndex || field.remote && field.remote.dbConstraint)) {
    remakeTable(editor, model, { remove: field });
    return;
  }
  if (field.remote && editor.dialect.vendor !== "sqlite") dropForeignKeys(editor, model.table, field.column);
  editor.execute({ kind: "DropColumn", table: model.table, column: field.column, cascade: editor.dialect.vendor === "postgresql" && dropColumnCascades(editor.dialect.django) });
  editor.forgetDeferredOfColumn(model.table, field.column);
}
function dropForeignKeys(editor, table, column2) {
  const names3 = constraintNames(editor.schema.tables.get(table) ?? null, editor.dialect.vendor, { columns: [column2], foreignKey: true });
  for (const name2 of names3) editor.execute({ kind: "DropConstraint", table, name: name2, constraint: "foreign key", immediate: editor.dialect.vendor === "postgresql" });
  return names3.length;
}

// src/schema/lower/sqlite-remake.ts
function remakeTable(editor, model, remake) {
  const quote2 = editor.dialect.quoteName;
  let body2 = model.localFields.filter((field) => field.column !== null);
  const mapping = /* @__PURE__ */ new Map();
  for (const field of body2) if (!field.generated) mapping.set(field.column, quote2(field.column));
  body2 = dropOldPrimaryKey(body2, mapping, remake);
  if (remake.create) {
    body2 = [...body2, remake.create];
    if (remake.create.dbDefault === void 0 && !remake.create.generated) mapping.set(remake.create.column, effectiveDefault(editor, remake.create)?.sql ?? "NULL");
  }
  const renames = /* @__PURE__ */ new Map();
  for (const { old, new: next } of remake.alter ?? []) {
    body2 = [...body2.filter((field) => field.name !== old.name), next];
    mapping.delete(old.column);
    renames.set(old.name, next.name);
    if (!next.generated) mapping.set(next.column, copiedValue(editor, old, next));
  }
  if (remake.remove) {
    const { name: name2, column: column2 } = remake.remove;
    const again = remake.remove.primaryKey && !atLeast(editor.dialect.django, "5.2");
    if (again && !isIdentity(remake.remove)) editor.doubt(`Django makes an automatic key for ${model.app}.${model.name} when ${name2} goes`);
    body2 = body2.filter((field) => field.name !== name2 || again);
    mapping.delete(column2);
  }
  const made = /* @__PURE__ */ new Set([remake.create, ...(remake.alter ?? []).map((field) => field.new)]);
  const fields2 = inCounterOrder(body2, model, made).map((field) => toAlteredKey(field, model, remake));
  const temporary = remadeModel(model, fields2);
  createTable3(editor, temporary, remadeMeta(remake.meta ?? metaOf(model), renames, remake.remove ?? null));
  editor.execute({ kind: "CopyRows", table: model.table, to: temporary.table, columns: [...mapping].map(([column2, value]) => ({ column: quote2(column2), value })) });
  dropTable2(editor, model.table);
  editor.execute({ kind: "RenameTable", table: temporary.table, to: model.table });
  editor.renameDeferredTable(temporary.table, model.table);
  editor.flush(withoutDoubledPercents);
}
function withoutDoubledPercents(change4) {
  if (change4.kind !== "CreateIndex") return change4;
  const single2 = (sql2) => sql2.replaceAll("%%", "%");
  const { index: index3 } = change4;
  return { ...change4, index: { ...index3, parts: index3.parts.map(single2), condition: index3.condition === null ? null : single2(index3.condition) } };
}
function dropOldPrimaryKey(body2, mapping, remake) {
  const introduced = remake.create?.primaryKey || (remake.alter ?? []).some(({ new: next }) => next.primaryKey);
  if (!introduced) return [...body2];
  const kept2 = [];
  for (const field of body2) {
    const same2 = (remake.alter ?? []).some(({ new: next }) => next.name === field.name);
    if (!field.primaryKey || same2) kept2.push(field);
    else if (isAutoCreated(field)) mapping.delete(field.column);
    else kept2.push({ ...field, primaryKey: false, unique: field.kwargs.get("unique") === true });
  }
  return kept2;
}
var isAutoCreated = (field) => field.field === null || field.kwargs.get("auto_created") === true;
function inCounterOrder(body2, model, made) {
  const rank = (field) => {
    if (isAutoCreated(field)) return 0;
    if (made.has(field)) return field.model === model ? 1 : 2;
    return field.remote?.to === model.key ? 3 : 1;
  };
  const place3 = (field) => field.model.localFields.findIndex((other3) => other3.name === field.name);
  return body2.toSorted((a, b) => rank(a) - rank(b) || place3(a) - place3(b));
}
function toAlteredKey(field, model, { alter: alter3 = [] }) {
  const { remote: remote2 } = field;
  if (remote2 === null || remote2.kind === "many to many" || remote2.to !== model.key || alter3.some(({ new: next2 }) => next2 === field)) return field;
  const next = alter3.find(({ old }) => old.name === remote2.target?.name)?.new;
  return next ? { ...field, dbType: next.relType, remote: { ...remote2, target: next } } : field;
}
function copiedValue(editor, old, next) {
  const column2 = editor.dialect.quoteName(old.column);
  if (!old.null || next.null) return column2;
  const value = next.dbDefault === void 0 ? effectiveDefault(editor, next)?.sql ?? "NULL" : databaseDefault(editor, next).sql;
  return `coalesce(${column2}, ${value})`;
}
function remadeMeta(meta, renames, removed) {
  const rename = (sets2) => sets2.map((names3) => names3.map((name2) => renames.get(name2) ?? name2));
  const indexes = removed ? new Map([...meta.indexes].filter(([, value]) => !indexedFields(value).includes(removed.name))) : meta.indexes;
  return { ...meta, uniqueTogether: rename(meta.uniqueTogether), indexTogether: rename(meta.indexTogether), indexes };
}
function indexedFields(value) {
  if (typeof value !== "object" || value === null || value.kind !== "call") return [];
  const fields2 = value.kwargs.get("fields");
  if (typeof fields2 !== "object" || fields2 === null || !("items" in fields2)) return [];
  return fields2.items.filter((item2) => typeof item2 === "string").map((item2) => item2.replace(/^-/, ""));
}
function remadeModel(model, fields2) {
  const table = `new__${model.table.replace(/^"|"$/g, "")}`;
  const remade = {
    key: model.key,
    app: model.app,
    name: model.name,
    state: model.state,
    table,
    managed: model.managed,
    proxy: false,
    swapped: false,
    autoCreatedBy: model.autoCreatedBy,
    localFields: fields2,
    localManyToMany: [],
    pk: fields2.find((field) => field.primaryKey) ?? null,
    compositePk: model.compositePk,
    tablespace: model.tablespace,
    comment: model.comment,
    field: (name2) => fields2.find((field) => field.name === name2 || field.column === name2) ?? (name2 === "pk" ? fields2.find((field) => field.primaryKey) ?? null : model.field(name2))
  };
  return remade;
}
function sqliteAlterField(editor, model, { old, new: next, relations }) {
  const constrained = (field) => field.remote !== null && field.remote.dbConstraint;
  if (old.column !== next.column && sameDefinition(editor, model, old, next) && !constrained(old) && !constrained(next)) {
    editor.execute({ kind: "RenameColumn", table: model.table, column: old.column, to: next.column, definition: null });
    return;
  }
  remakeTable(editor, model, { alter: [{ old, new: next }] });
  if (!next.unique || old.dbType === next.dbType && old.collation === next.collation) return;
  for (const other3 of referringModels(editor, next, relations)) remakeTable(editor, other3, {});
}
function referringModels(editor, next, relations) {
  const related = /* @__PURE__ */ new Map();
  const pairs2 = relations();
  const ordered = [...pairs2.filter((pair2) => !pair2.new.model.autoCreatedBy), ...pairs2.filter((pair2) => pair2.new.model.autoCreatedBy)];
  for (const { new: relation } of ordered) {
    const direct = relation.remote?.to === next.model.key && (relation.model.autoCreatedBy ? next.primaryKey : !isHidden(relation));
    if (direct || atLeast(editor.dialect.django, "6.1")) related.set(relation.model.table, relation.model);
  }
  if (next.primaryKey) {
    for (const field of next.model.localManyToMany) {
      if (field.remote?.throughAuto && field.remote.through) related.set(field.remote.through.table, field.remote.through);
    }
  }
  return [...related.values()];
}
function sameDefinition(editor, model, old, next) {
  const text5 = (field) => {
    const column2 = { ...columnDefinition(editor, field, false), name: "x", check: null, identity: false };
    return render({ kind: "AddColumn", table: model.table, column: column2 }, editor.dialect).sql;
  };
  return text5(old) === text5(next);
}

// src/schema/lower/add-field.ts
function addField2(editor, model, field) {
  if (field.remote?.kind === "many to many") {
    if (field.remote.throughAuto && field.remote.through) createModel4(editor, field.remote.through);
    else if (editor.dialect.vendor === "sqlite") remakeTable(editor, model, {});
    return;
  }
  if (field.column === null || field.dbType === null) return;
  const { vendor } = editor.dialect;
  if (vendor === "sqlite" && sqliteMustRemake(editor, field)) {
    remakeTable(editor, model, { create: field });
    return;
  }
  const references = inlineReference(editor, model, field);
  const column2 = columnDefinition(editor, field, true, model.tablespace);
  editor.execute({ kind: "AddColumn", table: model.table, column: { ...column2, references } });
  if (field.dbDefault === void 0 && !skipsDefaultOnAlter(editor, field) && effectiveDefault(editor, field)) {
    editor.execute({ kind: "AlterColumn", table: model.table, actions: [{ kind: "DropDefault", column: field.column, temporary: true, toNull: field.null }] });
  }
  if (field.comment && vendor === "postgresql") editor.execute({ kind: "CommentOnColumn", table: model.table, column: field.column, comment: field.comment });
  for (const { change: change4, suffix } of fieldIndexes(editor, model, field)) editor.defer(change4, { suffix });
  if ((vendor === "mysql" || vendor === "mariadb") && skipsDefault(editor, field) && field.default !== void 0 && field.default !== null) {
    const value = effectiveDefault(editor, field);
    if (value) editor.execute({ kind: "FillRows", table: model.table, column: field.column, value: value.sql });
  }
}
function sqliteMustRemake(editor, field) {
  return field.primaryKey || field.unique || !field.null || effectiveDefault(editor, field) !== null || field.dbDefault !== void 0 && !databaseDefaultIsValue(field);
}

// src/schema/lower/alter-many-to-many.ts
function alterManyToMany(editor, { old, new: next }) {
  const [from, to] = [old.remote, next.remote];
  if (!from.through || !to.through || !from.throughTo || !to.throughTo || !from.throughFrom || !to.throughFrom) {
    editor.doubt(`the table of the many-to-many field ${next.model.app}.${next.model.name}.${next.name} is not known`);
    editor.execute({ kind: "Unknown", reason: "an automatic many-to-many table is not known" });
    return;
  }
  if (editor.dialect.vendor === "sqlite") return sqliteAlterManyToMany(editor, { old, new: next });
  renameTable3(editor, from.through.table, to.through.table);
  const noRelations = () => [];
  alterField2(editor, to.through, { old: from.throughTo, new: to.throughTo, relations: noRelations });
  alterField2(editor, to.through, { old: from.throughFrom, new: to.throughFrom, relations: noRelations });
}
function renameTable3(editor, from, to) {
  if (from === to || editor.dialect.vendor === "sqlite" && from.toLowerCase() === to.toLowerCase()) return;
  editor.execute({ kind: "RenameTable", table: from, to });
  editor.renameDeferredTable(from, to);
}
function sqliteAlterManyToMany(editor, { old, new: next }) {
  const [from, to] = [old.remote, next.remote];
  const [oldTable, newTable] = [from.through, to.through];
  if (oldTable.table === newTable.table) {
    remakeTable(editor, oldTable, { alter: [{ old: from.throughTo, new: to.throughTo }, { old: from.throughFrom, new: to.throughFrom }] });
    return;
  }
  createModel4(editor, newTable);
  const columns2 = ["id", to.throughFrom.column, to.throughTo.column];
  const values = ["id", from.throughFrom.column, from.throughTo.column];
  editor.execute({ kind: "CopyRows", table: oldTable.table, to: newTable.table, columns: columns2.map((column2, i2) => ({ column: column2, value: values[i2] })) });
  deleteModel2(editor, oldTable);
}

// src/django/bind/compare.ts
var attributes2 = [
  "blank",
  "choices",
  "db_column",
  "editable",
  "error_messages",
  "help_text",
  "limit_choices_to",
  "related_name",
  "related_query_name",
  "validators",
  "verbose_name"
];
function nonDbAttrs(version, _path, kwargs) {
  const database = atLeast(version, "6.1") && isDatabaseOnDelete(kwargs?.get("on_delete"));
  return new Set(database ? attributes2 : [...attributes2, "on_delete"]);
}
function isDatabaseOnDelete(value) {
  if (value === void 0 || value === null || typeof value !== "object" || value.kind !== "ref") return false;
  return ["DB_CASCADE", "DB_SET_NULL", "DB_SET_DEFAULT"].some((name2) => canonicalReference(value.path) === `django.db.models.${name2}`);
}

// src/schema/lower/altered.ts
var nothing2 = /* @__PURE__ */ new Set();
function fieldShouldBeAltered(editor, old, next, ignore = nothing2) {
  const [from, to] = [comparedColumn(old), comparedColumn(next)];
  if (from === null && to === null) return false;
  if (from !== to) return true;
  if (old.path !== next.path) return true;
  return !sameKwargs(editor, old, next, ignore);
}
function comparedColumn(field) {
  return field.remote?.kind === "many to many" ? field.name : field.column;
}
var fieldArguments = /* @__PURE__ */ new Set(["base_field", "output_field"]);
function sameKwargs(editor, old, next, ignore) {
  const { django } = editor.dialect;
  const skip2 = /* @__PURE__ */ new Set([...ignore, ...nonDbAttrs(django, old.path)]);
  const sameTable = old.remote?.model && next.remote?.model && next.remote.kind !== "many to many" && old.remote.model.table === next.remote.model.table;
  if (sameTable && atLeast(django, "5.0")) skip2.add("to");
  const bothDefaults = old.dbDefault !== void 0 && next.dbDefault !== void 0;
  if (bothDefaults && databaseDefault(editor, old).sql === databaseDefault(editor, next).sql) skip2.add("db_default");
  const names3 = /* @__PURE__ */ new Set([...old.kwargs.keys(), ...next.kwargs.keys()]);
  for (const name2 of names3) {
    if (skip2.has(name2)) continue;
    if (fieldArguments.has(name2) && old.kwargs.has(name2) && next.kwargs.has(name2)) return false;
    if (old.kwargs.has(name2) !== next.kwargs.has(name2)) return false;
    if (!sameValue(old.kwargs.get(name2), next.kwargs.get(name2))) return false;
  }
  return true;
}

// src/schema/lower/data-types.ts
var postgresqlDataTypes = {
  AutoField: "integer",
  BigAutoField: "bigint",
  BinaryField: "bytea",
  BooleanField: "boolean",
  CharField: "varchar or varchar(n)",
  DateField: "date",
  DateTimeField: "timestamp with time zone",
  DecimalField: "numeric",
  DurationField: "interval",
  FileField: "varchar(n)",
  FilePathField: "varchar(n)",
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
  SlugField: "varchar(n)",
  SmallAutoField: "smallint",
  SmallIntegerField: "smallint",
  TextField: "text",
  TimeField: "time",
  UUIDField: "uuid"
};

// src/schema/lower/alter-type.ts
var none3 = { actions: [], after: [] };
function alterType(editor, model, old, next, always = false) {
  const changes2 = old.dbType !== next.dbType || old.suffix !== next.suffix || old.collation !== next.collation || old.comment !== next.comment;
  if (!changes2 && !always) return none3;
  return editor.dialect.vendor === "postgresql" ? postgresqlType(editor, model, old, next) : mysqlType2(editor, old, next);
}
var spelled = (field) => field.dbType === null ? "" : knownType(field.dbType);
var autoTypes = /* @__PURE__ */ new Set(["AutoField", "BigAutoField", "SmallAutoField"]);
var sequenceTypes = { AutoField: "integer", BigAutoField: "bigint", SmallAutoField: "smallint" };
function postgresqlType(editor, model, old, next) {
  const table = model.table;
  const column2 = next.column;
  if (changesTypeOfIndexedText(old, next)) dropIndex2(editor, table, indexName("postgresql", table, [old.column], "_like"));
  const using = usingClause(editor, old, next);
  const [wasAuto, isAuto2] = [autoTypes.has(old.internalType), autoTypes.has(next.internalType)];
  const sequence = wasAuto ? sequenceOf(editor, table, column2) : null;
  const set2 = (collation2) => ({ kind: "SetType", column: column2, type: next.dbType, using, collation: collation2 });
  if (isAuto2 && !wasAuto) return { actions: [set2(null)], after: [{ kind: "AlterColumn", table, actions: [{ kind: "AddIdentity", column: column2 }] }] };
  if (wasAuto && !isAuto2) {
    editor.execute({ kind: "AlterColumn", table, actions: [{ kind: "DropIdentity", column: column2 }] });
    return { actions: [set2(next.collation)], after: sequence === null ? [] : [{ kind: "DropSequence", sequence, table, column: column2 }] };
  }
  const comment = old.comment === next.comment ? [] : [{ kind: "CommentOnColumn", table, column: column2, comment: next.comment }];
  if (wasAuto && isAuto2 && old.internalType !== next.internalType) {
    return { actions: [set2(next.collation)], after: sequence === null ? [] : [{ kind: "AlterSequence", sequence, type: sequenceTypes[next.internalType] ?? null }] };
  }
  return { actions: [set2(next.collation)], after: comment };
}
function sequenceOf(editor, table, column2) {
  return editor.schema.tables.get(table)?.columns.get(column2)?.sequence ?? null;
}
function usingClause(editor, old, next) {
  if (next.generated) return null;
  const clause = `${editor.dialect.quoteName(next.column)}::${spelled(next)}`;
  if (next.internalType === "ArrayField" && old.internalType === "ArrayField") {
    return dataTypeOfElement(old) === dataTypeOfElement(next) ? null : clause;
  }
  return dataType2(old) === dataType2(next) ? null : clause;
}
function dataTypeOfElement(field) {
  let base2 = field.baseField;
  while (base2?.internalType === "ArrayField") base2 = base2.baseField;
  return base2 ? dataType2(base2) : "";
}
function dataType2(field) {
  if (field.remote) return spelled(field);
  return postgresqlDataTypes[field.internalType] ?? spelled(field);
}
function mysqlType2(editor, old, next) {
  const lasting2 = old.dbDefault === void 0 ? null : { sql: databaseDefault(editor, old).sql, lasting: true };
  return {
    actions: [{ kind: "Modify", column: next.column, definition: { name: next.column, type: next.dbType, null: old.null, collation: next.collation, comment: next.comment, default: lasting2, generated: null, identity: /auto_increment/i.test(spelled(next)), primaryKey: false, unique: false, check: null, references: null, indexTablespace: null } }],
    after: []
  };
}

// src/schema/lower/alter-field.ts
var incompatible = "a field cannot be altered to or from a many-to-many field";
var generatedModified = "a GeneratedField cannot be modified";
function alterField2(editor, model, alteration) {
  const { old, new: next } = alteration;
  if (!fieldShouldBeAltered(editor, old, next)) return;
  const [oldMany, newMany] = [old.remote?.kind === "many to many", next.remote?.kind === "many to many"];
  if (oldMany && newMany) {
    if (old.remote.throughAuto && next.remote.throughAuto) return alterManyToMany(editor, alteration);
    if (!old.remote.throughAuto && !next.remote.throughAuto) return;
  }
  if (oldMany || newMany) {
    editor.doubt(`Django cannot alter ${model.app}.${model.name}.${next.name}: a field cannot change to or from a many-to-many field, nor gain or lose its through model`);
    editor.execute({ kind: "Unknown", reason: incompatible });
    return;
  }
  if (modifiesGenerated(editor, old, next)) {
    editor.doubt(`Django cannot alter ${model.app}.${model.name}.${next.name}: a GeneratedField must be removed and added again with its new definition`);
    editor.execute({ kind: "Unknown", reason: generatedModified });
    return;
  }
  if (old.column === null || next.column === null || old.dbType === null || next.dbType === null) return;
  const unknown4 = old.unknown ?? next.unknown;
  if (unknown4) return unknownAlteration(editor, model, alteration, unknown4);
  if (editor.dialect.vendor === "sqlite") return sqliteAlterField(editor, model, alteration);
  alterColumn5(editor, model, alteration);
}
function modifiesGenerated({ dialect }, old, next) {
  if (!old.generated && !next.generated) return false;
  if (!old.generated || !next.generated || old.generated.stored !== next.generated.stored) return true;
  const [from, to] = [compileGenerated(old, dialect), compileGenerated(next, dialect)];
  return !("unknown" in from) && !("unknown" in to) && from.sql !== to.sql;
}
function unknownAlteration(editor, model, { old, new: next }, reason2) {
  const column2 = next.column;
  if (old.column !== column2) {
    editor.doubt(reason2);
    editor.execute({ kind: "RenameColumn", table: model.table, column: old.column, to: column2, definition: null });
  }
  const actions = [{ kind: "SetType", column: column2, type: typeof next.dbType === "string" ? next.dbType : { unknown: reason2 }, using: null, collation: null }];
  if (old.null !== next.null) actions.push({ kind: next.null ? "DropNotNull" : "SetNotNull", column: column2 });
  editor.doubt(reason2);
  editor.execute({ kind: "AlterColumn", table: model.table, actions });
}
function alterColumn5(editor, model, alteration) {
  const { old, new: next } = alteration;
  const { vendor } = editor.dialect;
  const table = model.table;
  const drop = (kind, names3) => {
    for (const name2 of names3) editor.execute({ kind: "DropConstraint", table, name: name2, constraint: kind, immediate: false });
  };
  const find2 = (wanted) => constraintNames(editor.table(model), vendor, { columns: [old.column], ...wanted });
  let droppedForeignKeys = 0;
  if (old.remote?.dbConstraint && fieldShouldBeAltered(editor, old, next, /* @__PURE__ */ new Set(["db_comment"]))) {
    droppedForeignKeys = dropForeignKeys(editor, table, old.column);
  }
  const becamePrimary = !old.primaryKey && next.primaryKey;
  if (old.unique && (!next.unique || becamePrimary)) {
    dropUniques(editor, model, find2({ unique: true, primaryKey: false, exclude: constraintNamesOf(model) }));
  }
  const changesType = old.dbType !== next.dbType || old.collation !== next.collation;
  const dropsIncoming = (old.primaryKey && next.primaryKey || old.unique && next.unique) && changesType;
  const incoming = dropsIncoming || becamePrimary ? alteration.relations() : [];
  if (dropsIncoming) for (const { new: rel } of incoming) dropForeignKeys(editor, rel.model.table, rel.column);
  if (old.dbIndex && !old.unique && (!next.dbIndex || next.unique)) {
    for (const name2 of find2({ index: true, type: "idx", exclude: new Set(metaOf(model).indexes.keys()) })) dropIndex2(editor, table, name2);
  }
  const [oldCheck, newCheck] = [databaseCheck(editor, old), databaseCheck(editor, next)];
  if (oldCheck !== newCheck && oldCheck !== null) drop("check", find2({ check: true, exclude: constraintNamesOf(model) }));
  if (old.column !== next.column) {
    editor.execute({ kind: "RenameColumn", table, column: old.column, to: next.column, definition: null });
    editor.renameDeferredColumn(table, old.column, next.column);
  }
  const temporaryDefault = runActions(editor, model, alteration);
  if (old.primaryKey && !next.primaryKey) dropPrimaryKey(editor, model);
  if (!next.primaryKey && next.unique && (!old.unique || old.primaryKey)) editor.execute(uniqueOver(editor, model, [{ ...next, model }]));
  if ((!old.dbIndex || old.unique) && next.dbIndex && !next.unique) editor.execute(indexOfField(editor, model, next));
  if (becamePrimary) {
    editor.execute({ kind: "AddConstraint", table, constraint: { kind: "primary key", name: indexName(vendor, table, [next.column], "_pk"), columns: [next.column] } });
  }
  for (const relation of incoming) alterReferencing(editor, relation);
  if (next.remote && next.remote.kind !== "many to many" && (droppedForeignKeys > 0 || !old.remote || !old.remote.dbConstraint) && next.remote.dbConstraint) {
    const change4 = foreignKey2(editor, model, next);
    if (change4) editor.execute(change4);
  }
  if (dropsIncoming) {
    for (const { new: rel } of incoming) {
      const change4 = foreignKey2(editor, rel.model, rel, "_fk");
      if (change4) editor.execute(change4);
    }
  }
  if (oldCheck !== newCheck && newCheck !== null && next.check !== null) {
    editor.execute({ kind: "AddConstraint", table, constraint: { kind: "check", name: indexName(vendor, table, [next.column], "_check"), sql: next.check, columns: [next.column], notValid: false } });
  }
  if (temporaryDefault) {
    editor.execute({ kind: "AlterColumn", table, actions: [{ kind: "DropDefault", column: next.column, temporary: true, toNull: next.null }] });
  }
  if (vendor === "postgresql") postgresqlLikeIndexes(editor, model, old, next);
}
function constraintNamesOf(model) {
  return new Set(metaOf(model).constraints.keys());
}
function dropUniques(editor, model, names3) {
  for (const name2 of names3) editor.execute({ kind: "DropConstraint", table: model.table, name: name2, constraint: "unique", immediate: false });
}
function dropIndex2(editor, table, name2, concurrently = false) {
  editor.execute({ kind: "DropIndex", table, name: name2, concurrently, ifExists: editor.dialect.vendor === "postgresql" });
  if (atLeast(editor.dialect.django, "5.0")) editor.forgetDeferredIndex(table, name2);
}
function dropPrimaryKey(editor, model) {
  for (const name2 of constraintNames(editor.table(model), editor.dialect.vendor, { primaryKey: true })) {
    editor.execute({ kind: "DropConstraint", table: model.table, name: name2, constraint: "primary key", immediate: false });
  }
}
function databaseCheck(editor, field) {
  if (field.check === null) return null;
  const withColumn2 = !atLeast(editor.dialect.django, "5.0") || editor.dialect.vendor === "mysql";
  return withColumn2 ? field.check : field.check.replaceAll(editor.dialect.quoteName(field.column), "__column_name__");
}
function runActions(editor, model, { old, new: next }) {
  const table = model.table;
  const column2 = next.column;
  const type = alterType(editor, model, old, next);
  const actions = [...type.actions];
  if (next.dbDefault !== void 0) {
    const value2 = databaseDefault(editor, next);
    const before = old.dbDefault === void 0 ? null : databaseDefault(editor, old);
    if (!before || before.sql !== value2.sql) actions.push({ kind: "SetDefault", column: column2, sql: value2.sql, lasting: true });
  } else if (old.dbDefault !== void 0) {
    actions.push({ kind: "DropDefault", column: column2, temporary: false });
  }
  const becomesNotNull = old.null && !next.null;
  let temporaryDefault = false;
  const value = effectiveDefault(editor, next);
  if (becomesNotNull && next.dbDefault === void 0) {
    const before = effectiveDefault(editor, old);
    if (!skipsDefaultOnAlter(editor, next) && value && differs(editor, before, value)) {
      temporaryDefault = true;
      actions.push({ kind: "SetDefault", column: column2, sql: value.columnSql, lasting: false });
    }
  }
  const nullActions = old.null === next.null ? [] : [nullAction(editor, next)];
  const fourWay = (next.default !== void 0 || next.dbDefault !== void 0) && becomesNotNull;
  const first = fourWay ? actions : [...actions, ...nullActions];
  execute(editor, table, first);
  if (fourWay && (actions.length > 0 || nullActions.length > 0)) {
    const fill3 = next.dbDefault === void 0 ? value?.sql ?? "NULL" : databaseDefault(editor, next).sql;
    editor.execute({ kind: "FillNulls", table, column: column2, value: fill3 });
    for (const action of nullActions) execute(editor, table, [action]);
  }
  for (const change4 of type.after) editor.execute(change4);
  return temporaryDefault;
}
var everNew = /(^|\.)(uuid[1-8]?|random|urandom|token_\w+|choice|randint|get_random_\w+)$/i;
var clock3 = /(^|\.)(now|today|utcnow|localtime|localdate|time)$/;
function differs(editor, before, value) {
  const [name2, was2] = [value.sql, before?.sql ?? ""].map((sql2) => sql2.slice(2, -2));
  const bothClock = value.computed && before?.computed && clock3.test(name2) && clock3.test(was2);
  if (before === null || before.sql !== value.sql && !bothClock) return true;
  if (!value.computed) return false;
  if (!everNew.test(name2)) editor.doubt(`Django calls ${name2} twice here and compares: whether it sets the default for the length of the statement is only known when the migration runs`);
  return true;
}
function execute(editor, table, actions) {
  if (actions.length === 0) return;
  const groups = editor.dialect.vendor === "postgresql" ? [actions] : actions.map((action) => [action]);
  for (const group of groups) editor.execute({ kind: "AlterColumn", table, actions: group });
}
function nullAction(editor, field) {
  const column2 = field.column;
  if (editor.dialect.vendor === "postgresql") return { kind: field.null ? "DropNotNull" : "SetNotNull", column: column2 };
  const lasting2 = field.dbDefault === void 0 ? null : { sql: databaseDefault(editor, field).sql, lasting: true };
  return {
    kind: "Modify",
    column: column2,
    definition: { name: column2, type: field.dbType, null: field.null, collation: null, comment: null, default: lasting2, generated: null, identity: false, primaryKey: false, unique: false, check: null, references: null, indexTablespace: null }
  };
}
function alterReferencing(editor, { old, new: next }) {
  const { actions, after } = alterType(editor, next.model, old, next, true);
  if (typeof next.dbType !== "string") editor.doubt(next.unknown ?? "the type of a referring column is not known");
  execute(editor, next.model.table, actions);
  for (const change4 of after) editor.execute(change4);
}
function postgresqlLikeIndexes(editor, model, old, next) {
  const retyped2 = atLeast(editor.dialect.django, "5.0") && changesTypeOfIndexedText(old, next);
  if (!(old.dbIndex || old.unique) && next.dbIndex || !old.unique && next.unique || retyped2) {
    const like2 = likeIndex(editor, model, next);
    if (like2) editor.execute(like2);
  }
  if (old.unique && !(next.dbIndex || next.unique)) {
    dropIndex2(editor, model.table, indexName("postgresql", model.table, [old.column], "_like"));
  }
}
function changesTypeOfIndexedText(old, next) {
  if (!(old.dbIndex || old.unique)) return false;
  const begins = (field, type) => typeof field.dbType === "string" && field.dbType.startsWith(type);
  return ["varchar", "text", "citext"].some((type) => begins(old, type) && !begins(next, type));
}

// src/schema/lower/together.ts
function alterUniqueTogether(editor, model, before, after) {
  for (const names3 of differenceOrder(before, after)) dropComposed(editor, model, names3, "unique");
  for (const names3 of differenceOrder(after, before)) {
    editor.execute(uniqueTogether(editor, model, names3));
  }
}
function alterIndexTogether(editor, model, before, after) {
  for (const names3 of differenceOrder(before, after)) dropComposed(editor, model, names3, "index");
  for (const names3 of differenceOrder(after, before)) editor.execute(fieldIndex(editor, model, fieldsNamed(editor, model, names3), "_idx"));
}
function dropComposed(editor, model, names3, kind) {
  const { vendor } = editor.dialect;
  if (vendor === "mysql" || vendor === "mariadb") createMissingForeignKeyIndex(editor, model, names3[0] ?? null);
  const columns2 = fieldsNamed(editor, model, names3).map((field) => field.column);
  if (kind === "unique" && atLeast(editor.dialect.django, "6.1") && takesBackDeferredUnique(editor, model, columns2)) return;
  const meta = metaOf(model);
  const exclude = /* @__PURE__ */ new Set([...meta.constraints.keys(), ...meta.indexes.keys()]);
  let found2 = constraintNames(editor.table(model), vendor, { columns: columns2, exclude, ...kind === "unique" ? { unique: true, primaryKey: false } : { index: true, unique: false } });
  const automatic2 = indexName(vendor, model.table, columns2, "_uniq");
  if (kind === "unique" && found2.includes(automatic2)) found2 = [automatic2];
  if (found2.length !== 1) {
    const reason2 = `Django finds ${found2.length} ${kind === "unique" ? "unique constraints" : "indexes"} over ${model.table}(${columns2.join(", ")}) where it needs just one, and stops with ValueError`;
    editor.doubt(reason2);
    editor.execute({ kind: "Unknown", reason: reason2 });
    return;
  }
  if (kind === "index") dropIndex2(editor, model.table, found2[0]);
  else editor.execute({ kind: "DropConstraint", table: model.table, name: found2[0], constraint: "unique", immediate: false });
}
function takesBackDeferredUnique(editor, model, columns2) {
  return editor.takeBack((change4) => change4.kind === "AddConstraint" && change4.table === model.table && change4.constraint.kind === "unique" && change4.constraint.columns.join(",") === columns2.join(","));
}
function createMissingForeignKeyIndex(editor, model, firstField2) {
  const field = firstField2 === null ? null : model.field(firstField2);
  const table = editor.table(model);
  if (!field || field.internalType !== "ForeignKey" || !table) return;
  const starting = introspect(table, editor.dialect.vendor).filter((entry2) => entry2.index && entry2.columns[0] === field.column);
  if (starting.length === 1) editor.execute(fieldIndex(editor, model, [field]));
}

// src/schema/lower/indexes-and-constraints.ts
function addIndex2(editor, model, index3, concurrently) {
  const change4 = indexChange(editor, model, nameOf4(index3) ?? "", index3);
  if (change4) editor.execute(change4.kind === "CreateIndex" ? { ...change4, concurrently } : change4);
}
function removeIndex(editor, model, name2, concurrently) {
  const index3 = metaOf(model).indexes.get(name2);
  if (index3 === void 0) {
    editor.doubt(`${model.app}.${model.name} has no index "${name2}" in the state`);
    editor.execute({ kind: "DropIndex", table: model.table, name: name2, concurrently, ifExists: editor.dialect.vendor === "postgresql" });
    return;
  }
  if (!hasIndex(editor, model, name2, index3)) return;
  if (isMySql2(editor)) createMissingForeignKeyIndex(editor, model, firstField(index3));
  dropIndex2(editor, model.table, name2, concurrently);
}
function addConstraint4(editor, model, constraint, notValid) {
  const change4 = constraintChange(editor, model, nameOf4(constraint) ?? "", constraint);
  if (!change4) return;
  if (editor.dialect.vendor === "sqlite" && change4.kind !== "CreateIndex") return remakeTable(editor, model, { meta: metaOf(model) });
  if (notValid && change4.kind === "AddConstraint" && change4.constraint.kind === "check") {
    editor.execute({ ...change4, constraint: { ...change4.constraint, notValid: true } });
    return;
  }
  editor.execute(change4);
}
function removeConstraint(editor, old, next, name2) {
  const constraint = metaOf(old).constraints.get(name2);
  if (constraint === void 0) {
    editor.doubt(`${old.app}.${old.name} has no constraint "${name2}" in the state`);
    editor.execute({ kind: "DropConstraint", table: old.table, name: name2, constraint: "check", immediate: false });
    return;
  }
  const made = constraintChange(editor, old, name2, constraint);
  if (!made) return;
  if (editor.dialect.vendor === "sqlite" && made.kind !== "CreateIndex") return remakeTable(editor, next, { meta: metaOf(next) });
  if (isMySql2(editor) && isUnique(made)) createMissingForeignKeyIndex(editor, old, firstField(constraint));
  if (made.kind === "CreateIndex") dropIndex2(editor, old.table, name2);
  else if (made.kind === "AddConstraint") editor.execute({ kind: "DropConstraint", table: old.table, name: name2, constraint: made.constraint.kind, immediate: false });
}
function alterConstraint2() {
}
function renameIndex3(editor, old, next, operation) {
  const name2 = operation.from ?? indexOver(editor, next, operation.oldFields ?? []);
  if (name2 === null || name2 === operation.to) return;
  if (editor.dialect.vendor !== "sqlite" && !(editor.dialect.vendor === "mariadb" && !renamesIndexes(editor))) {
    editor.execute({ kind: "RenameIndex", table: next.table, name: name2, to: operation.to });
    return;
  }
  const value = metaOf(next).indexes.get(operation.to);
  editor.execute({ kind: "DropIndex", table: old.table, name: name2, concurrently: false, ifExists: false });
  const change4 = value === void 0 ? fieldIndex(editor, next, fieldsNamed(editor, next, operation.oldFields ?? [])) : indexChange(editor, next, operation.to, value);
  if (change4) editor.execute(change4);
}
function renamesIndexes(editor) {
  const [major = 0, minor = 0] = editor.dialect.version.split(".").map(Number);
  return major > 10 || major === 10 && minor >= 5;
}
function indexOver(editor, model, names3) {
  const columns2 = fieldsNamed(editor, model, names3).map((field) => field.column);
  const found2 = constraintNames(editor.table(model), editor.dialect.vendor, { columns: columns2, index: true, unique: false });
  if (found2.length === 1) return found2[0];
  const reason2 = `Django finds ${found2.length} indexes over ${model.table}(${columns2.join(", ")}) where it needs just one, and stops with ValueError`;
  editor.doubt(reason2);
  editor.execute({ kind: "Unknown", reason: reason2 });
  return null;
}
function isMySql2(editor) {
  return editor.dialect.vendor === "mysql" || editor.dialect.vendor === "mariadb";
}
function isUnique(made) {
  return made.kind === "CreateIndex" || made.constraint?.kind === "unique";
}

// src/schema/lower/raw-sql.ts
function runSql(editor, sql2, raw) {
  if (typeof sql2 === "string") {
    for (const text5 of script(editor, sql2, raw)) run3(editor, text5, raw);
    return;
  }
  if (isNoop(sql2)) return;
  const items = itemsOf3(sql2);
  if (items === null) {
    const reason2 = `the SQL of RunSQL is computed when the migration runs${text4(sql2)}`;
    editor.doubt(reason2);
    editor.execute({ kind: "Unknown", reason: reason2 });
    return;
  }
  for (const item2 of items) {
    const pair2 = itemsOf3(item2);
    if (typeof item2 === "string") run3(editor, item2, raw);
    else if (pair2?.length === 2 && typeof pair2[0] === "string") runWithParameters(editor, pair2[0], pair2[1] ?? null, raw);
    else runSql(editor, item2, raw);
  }
}
function isNoop(value) {
  return typeof value === "object" && value !== null && value.kind === "ref" && value.path.endsWith("RunSQL.noop");
}
function itemsOf3(value) {
  return typeof value === "object" && value !== null && (value.kind === "list" || value.kind === "tuple") ? value.items : null;
}
function text4(value) {
  return typeof value === "object" && value !== null && "text" in value ? `: ${value.text}` : "";
}
function script(editor, sql2, raw) {
  if (sql2 === "") return [];
  return editor.dialect.vendor === "postgresql" ? [sql2] : raw.split(sql2);
}
function run3(editor, sql2, raw) {
  editor.executeRaw(raw.changes(sql2), sql2);
}
function runWithParameters(editor, sql2, parameters, raw) {
  if (parameters === null) return run3(editor, sql2, raw);
  const values = itemsOf3(parameters);
  const merged2 = values && merge3(editor, sql2, values);
  if (merged2 === null || merged2 === void 0) {
    editor.doubt("the parameters of RunSQL are computed when the migration runs");
    editor.executeRaw(raw.changes(sql2.replace(/%s|%\(\w+\)s/g, "NULL")), sql2);
    return;
  }
  run3(editor, merged2, raw);
}
function merge3(editor, sql2, values) {
  let at = 0;
  let known3 = true;
  const merged2 = sql2.replace(/%%|%s/g, (mark) => {
    if (mark === "%%") return "%";
    const literal4 = parameterSql(editor, values[at++] ?? null);
    if (literal4 === null) known3 = false;
    return literal4 ?? mark;
  });
  return known3 && at === values.length ? merged2 : null;
}

// src/schema/lower/rename-model.ts
function renameModel2(editor, before, after, old, next) {
  renameTable3(editor, old.table, next.table);
  for (const field of relatedFields(before, old, editor.dialect.vendor === "sqlite")) {
    const own = field.model.key === old.key;
    const referring = own ? next : after.get(field.model.key);
    const to = referring?.field(field.name);
    const model = own || atLeast(editor.dialect.django, "5.1") ? referring : field.model;
    if (model && to) alterField2(editor, model, { old: field, new: to, relations: () => relatedPairs(before, after, field, to) });
  }
  for (const field of old.localManyToMany) {
    const to = next.localManyToMany.find((candidate) => candidate.name === field.name);
    if (!to || to.remote?.to === next.key || !to.remote?.throughAuto) continue;
    alterManyToMany(editor, { old: field, new: to });
  }
}
function relatedFields(state, model, asCreated) {
  const apps = [...new Set(state.keys.map((key2) => key2.slice(0, key2.indexOf("."))))];
  if (!asCreated) apps.sort();
  const models = new Map(state.keys.map((key2, at) => [key2, at]));
  const place3 = ({ model: { app, key: key2 }, remote: remote2 }) => [apps.indexOf(app), models.get(key2) ?? 0, remote2?.kind === "many to many" ? 1 : 0];
  const fields2 = [...state.incoming(model.key), ...incomingManyToMany(state, model)].filter((field) => !isHidden(field));
  return fields2.map((field) => ({ field, at: place3(field) })).sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || a.at[2] - b.at[2]).map(({ field }) => field);
}
function alterModelTable(editor, old, next) {
  renameTable3(editor, old.table, next.table);
  for (const [i2, field] of old.localManyToMany.entries()) {
    const to = next.localManyToMany[i2];
    if (to?.remote?.throughAuto && to.remote.through && field.remote?.through) renameTable3(editor, field.remote.through.table, to.remote.through.table);
  }
}

// src/schema/lower/safer.ts
import { createHash as createHash2 } from "node:crypto";
function saferOperation(editor, operation, { app, before, after }) {
  const [old, next] = "model" in operation ? [before, after].map((state) => state.get(`${app}.${operation.model.toLowerCase()}`)) : [];
  if (editor.dialect.vendor !== "postgresql") return cannot(editor, `${operation.type} of django-pg-migration-tools runs on PostgreSQL alone`);
  if (!old || !next) return cannot(editor, `the model of ${operation.type} is not in the project's state here`);
  switch (operation.kind) {
    case "AddIndex": {
      const change4 = indexChange(editor, next, nameOf4(operation.index) ?? "", operation.index);
      return change4 ? createIndex3(editor, next, change4.index) : void 0;
    }
    case "RemoveIndex":
      return dropIndex3(editor, old, operation.name);
    case "AddConstraint":
      return addConstraint5(editor, next, operation);
    case "RemoveConstraint": {
      const value = metaOf(old).constraints.get(operation.name);
      const made = value === void 0 ? null : constraintChange(editor, old, operation.name, value);
      return made?.kind === "CreateIndex" ? dropIndex3(editor, old, operation.name) : removeConstraint(editor, old, next, operation.name);
    }
    case "AlterField":
      return setNotNull(editor, next, next.field(operation.field.name));
    case "AddField":
      return addForeignKey(editor, next, next.field(operation.field.name), operation);
    case "RemoveField": {
      const field = old.field(operation.name);
      return field?.column ? dropColumn4(editor, old, field.column) : cannot(editor, `${old.app}.${old.name}.${operation.name} is not in the project's state here`);
    }
    default:
      return cannot(editor, `${operation.type} of django-pg-migration-tools is not known here: see its SQL with \`sqlmigrate\``);
  }
}
function cannot(editor, reason2) {
  editor.doubt(reason2);
  editor.execute({ kind: "Unknown", reason: reason2 });
}
function createIndex3(editor, model, index3) {
  noLockTimeout(editor);
  editor.execute({ kind: "CreateIndex", table: model.table, index: { ...index3, ifNotExists: true }, concurrently: true });
  noLockTimeout(editor);
}
function dropIndex3(editor, model, name2) {
  noLockTimeout(editor);
  editor.execute({ kind: "DropIndex", table: model.table, name: name2, concurrently: true, ifExists: true });
  noLockTimeout(editor);
}
function noLockTimeout(editor) {
  editor.executeRaw([], "SET lock_timeout = '0'");
}
function addConstraint5(editor, model, operation) {
  const made = constraintChange(editor, model, nameOf4(operation.constraint) ?? "", operation.constraint);
  if (made === null) return;
  if (made.kind === "CreateIndex") {
    if (made.index.condition === null && made.index.expressions.length === 0) return cannot(editor, `${operation.type} writes SQL that PostgreSQL refuses for a constraint that Django makes an index of (opclasses, include)`);
    if (made.index.nullsDistinct === false) editor.doubt(`${operation.type} puts NULLS NOT DISTINCT behind the condition, which PostgreSQL refuses`);
    return createIndex3(editor, model, { ...made.index, include: [] });
  }
  const { constraint } = made;
  if (constraint.kind === "check") {
    editor.execute({ ...made, constraint: { ...constraint, notValid: true } });
    editor.execute({ kind: "ValidateConstraint", table: model.table, name: constraint.name });
  } else if (constraint.kind === "unique") {
    addUnique(editor, model, constraint.name ?? "", constraint);
  } else cannot(editor, `${operation.type} refuses a constraint of this class`);
}
function addUnique(editor, model, name2, { columns: columns2, opclasses, nullsDistinct, deferrable }) {
  const { quoteName } = editor.dialect;
  const parts2 = columns2.map((column2, index3) => [quoteName(column2), opclasses[index3]].filter(Boolean).join(" "));
  createIndex3(editor, model, { name: name2, unique: true, parts: parts2, columns: columns2, expressions: [], reads: [], method: null, opclasses, include: [], nullsDistinct: nullsDistinct === false ? false : null, condition: null, with: null, tablespace: null });
  const constraint = { kind: "unique", name: name2, columns: columns2, deferrable, nullsDistinct, include: [], opclasses: [], usingIndex: name2 };
  editor.executeRaw([{ kind: "AddConstraint", table: model.table, constraint }], `ALTER TABLE ${quoteName(model.table)} ADD CONSTRAINT ${quoteName(name2)} UNIQUE USING INDEX ${quoteName(name2)}${deferrable === "deferred" ? " DEFERRABLE INITIALLY DEFERRED" : ""}`);
}
function setNotNull(editor, { table }, field) {
  if (!field?.column) return cannot(editor, `the field is not in the project's state here`);
  const { column: column2 } = field;
  const name2 = `${table.slice(0, 10)}_${column2.slice(0, 10)}_${namesDigest([table, column2], 10)}`;
  editor.execute({ kind: "AddConstraint", table, constraint: { kind: "check", name: name2, sql: `${editor.dialect.quoteName(column2)} IS NOT NULL`, columns: [column2], notValid: true } });
  editor.execute({ kind: "ValidateConstraint", table, name: name2 });
  editor.execute({ kind: "AlterColumn", table, actions: [{ kind: "SetNotNull", column: column2 }] });
  editor.execute({ kind: "DropConstraint", table, name: name2, constraint: "check", immediate: false });
}
function addForeignKey(editor, model, field, operation) {
  const target2 = field?.remote?.target;
  const column2 = `${operation.field.name}_id`;
  if (!field || !target2?.column || !field.remote?.model || typeof field.dbType !== "string") return cannot(editor, `${operation.type} needs a foreign key whose target is known`);
  if (!field.null) return cannot(editor, `${operation.type} refuses a field that is not nullable`);
  if (field.column !== column2) return cannot(editor, `${operation.type} makes the column ${column2} whatever the field's db_column is: it does not fit the model`);
  const { table } = model;
  const { quoteName } = editor.dialect;
  const definition = { name: column2, type: field.dbType, null: true, collation: null, comment: null, default: null, generated: null, identity: false, primaryKey: false, unique: false, check: null, references: null, indexTablespace: null };
  editor.executeRaw([{ kind: "AddColumn", table, column: definition }], `ALTER TABLE ${quoteName(table)} ADD COLUMN IF NOT EXISTS ${quoteName(column2)} ${field.dbType} NULL`);
  if (field.unique) addUnique(editor, model, identifier([operation.model, column2], "uniq"), { columns: [column2], opclasses: [], nullsDistinct: null, deferrable: null });
  else if (field.dbIndex) createIndex3(editor, model, { name: identifier([operation.model, column2], "idx"), unique: false, parts: [quoteName(column2)], columns: [column2], expressions: [], reads: [], method: null, opclasses: [], include: [], nullsDistinct: null, condition: null, with: null, tablespace: null });
  const name2 = identifier([table, column2], "fk");
  editor.execute({ kind: "AddConstraint", table, constraint: { kind: "foreign key", name: name2, columns: [column2], toTable: field.remote.model.table, toColumns: [target2.column], deferrable: "deferred", onDelete: null, notValid: true } });
  editor.execute({ kind: "ValidateConstraint", table, name: name2 });
}
function dropColumn4(editor, { table }, column2) {
  editor.execute({ kind: "DropColumn", table, column: column2, cascade: false });
}
function identifier(items, suffix) {
  const whole = [...items, suffix].join("_");
  if (whole.length <= 63) return whole;
  const hash3 = createHash2("md5").update(whole).digest("hex").slice(0, 8);
  return `${whole.slice(0, 63 - suffix.length - hash3.length - 2)}_${hash3}_${suffix}`;
}

// src/schema/lower/operation.ts
function lowerOperation(editor, operation, around) {
  const { app, before, after } = around;
  const modelIn = (state, name2) => state.get(`${app}.${name2.toLowerCase()}`);
  const missing2 = (what) => {
    editor.doubt(`${what} is not in the project's state here`);
    editor.execute({ kind: "Unknown", reason: `${what} is not in the project's state here` });
  };
  if (operation.safer) return saferOperation(editor, operation, around);
  switch (operation.kind) {
    case "CreateModel": {
      const model = modelIn(after, operation.name);
      if (!model) return missing2(`${app}.${operation.name}`);
      if (!canMigrate(model)) return;
      createModel4(editor, model);
      if (atLeast(editor.dialect.django, "5.1") && model.state) alterIndexTogether(editor, model, [], model.state.indexTogether);
      return;
    }
    case "DeleteModel": {
      const model = modelIn(before, operation.name);
      if (!model) return missing2(`${app}.${operation.name}`);
      if (canMigrate(model)) deleteModel2(editor, model);
      return;
    }
    case "RenameModel": {
      const [old, next] = [modelIn(before, operation.from), modelIn(after, operation.to)];
      if (!old || !next) return missing2(`${app}.${operation.from}`);
      if (canMigrate(next)) renameModel2(editor, before, after, old, next);
      return;
    }
    case "AlterModelTable": {
      const [old, next] = [modelIn(before, operation.name), modelIn(after, operation.name)];
      if (!old || !next) return missing2(`${app}.${operation.name}`);
      if (canMigrate(next)) alterModelTable(editor, old, next);
      return;
    }
    case "AlterModelTableComment": {
      const next = modelIn(after, operation.name);
      if (!next) return missing2(`${app}.${operation.name}`);
      if (canMigrate(next) && editor.dialect.vendor !== "sqlite") editor.execute({ kind: "CommentOnTable", table: next.table, comment: next.comment });
      return;
    }
    case "AlterUniqueTogether":
    case "AlterIndexTogether": {
      const [old, next] = [modelIn(before, operation.name), modelIn(after, operation.name)];
      if (!old?.state || !next?.state) return missing2(`${app}.${operation.name}`);
      if (!canMigrate(next)) return;
      if (operation.kind === "AlterUniqueTogether") alterUniqueTogether(editor, next, old.state.uniqueTogether, next.state.uniqueTogether);
      else alterIndexTogether(editor, next, old.state.indexTogether, next.state.indexTogether);
      return;
    }
    case "AlterOrderWithRespectTo":
      return alterOrder(editor, modelIn(before, operation.name), modelIn(after, operation.name), missing2);
    case "AddField": {
      const [old, next] = [modelIn(before, operation.model), modelIn(after, operation.model)];
      const field = next?.field(operation.field.name);
      if (!old || !next || !field) return missing2(`${app}.${operation.model}.${operation.field.name}`);
      if (canMigrate(next)) addField2(editor, old, operation.preserveDefault ? field : withDefaultOf(field, operation));
      return;
    }
    case "RemoveField": {
      const model = modelIn(before, operation.model);
      const field = model?.field(operation.name);
      if (!model || !field) return missing2(`${app}.${operation.model}.${operation.name}`);
      if (canMigrate(model)) removeField2(editor, model, field);
      return;
    }
    case "AlterField":
      return alter2(editor, operation.field.name, operation.field.name, operation.model, around, missing2, operation);
    case "RenameField":
      return alter2(editor, operation.from, operation.to, operation.model, around, missing2, null);
    case "AddIndex":
    case "AddConstraint": {
      const model = modelIn(after, operation.model);
      if (!model) return missing2(`${app}.${operation.model}`);
      if (!canMigrate(model)) return;
      if (operation.kind === "AddIndex") addIndex2(editor, model, operation.index, operation.concurrently);
      else addConstraint4(editor, model, operation.constraint, operation.notValid);
      return;
    }
    case "RemoveIndex":
    case "RemoveConstraint": {
      const [old, next] = [modelIn(before, operation.model), modelIn(after, operation.model)];
      if (!old || !next) return missing2(`${app}.${operation.model}`);
      if (!canMigrate(old)) return;
      if (operation.kind === "RemoveIndex") removeIndex(editor, old, operation.name, operation.concurrently);
      else removeConstraint(editor, old, next, operation.name);
      return;
    }
    case "RenameIndex": {
      const [old, next] = [modelIn(before, operation.model), modelIn(after, operation.model)];
      if (!old || !next) return missing2(`${app}.${operation.model}`);
      if (canMigrate(next)) renameIndex3(editor, old, next, operation);
      return;
    }
    case "AlterConstraint": {
      const next = modelIn(after, operation.model);
      if (!next) return missing2(`${app}.${operation.model}`);
      return alterConstraint2();
    }
    case "ValidateConstraint": {
      const model = modelIn(before, operation.model);
      if (!model) return missing2(`${app}.${operation.model}`);
      if (canMigrate(model)) editor.execute({ kind: "ValidateConstraint", table: model.table, name: operation.name });
      return;
    }
    case "AddDefaultValue": {
      const model = modelIn(after, operation.model);
      const field = model?.field(operation.name);
      if (!model || !field) return missing2(`${app}.${operation.model}.${operation.name}`);
      if (canMigrate(model)) addDefaultValue2(editor, model, field, operation.value);
      return;
    }
    case "CreateExtension":
      if (editor.dialect.vendor !== "postgresql" || editor.extensions.has(operation.name)) return;
      editor.extensions.add(operation.name);
      editor.execute({ kind: "CreateExtension", extension: operation.name });
      return;
    case "CreateCollation":
    case "RemoveCollation": {
      if (editor.dialect.vendor !== "postgresql") return;
      if (operation.kind === "CreateCollation" && !operation.deterministic) editor.nondeterministicCollations.add(operation.name);
      const { name: collation2, locale, provider, deterministic } = operation;
      editor.execute({ kind: operation.kind === "CreateCollation" ? "CreateCollation" : "DropCollation", collation: collation2, locale, provider, deterministic });
      return;
    }
    case "SeparateDatabaseAndState": {
      let state = before;
      for (const part3 of operation.databaseOperations) {
        const next = around.step(part3, state);
        lowerOperation(editor, part3, { ...around, before: state, after: next });
        state = next;
      }
      return;
    }
    case "RunSQL":
      return runSql(editor, operation.sql, around.raw);
    case "Unknown":
      if (operation.assumed) {
        editor.assume(operation.reason);
        return lowerOperation(editor, operation.assumed, around);
      }
      editor.doubt(operation.reason);
      editor.execute({ kind: "Unknown", reason: operation.reason });
      return;
    case "RunPython":
    case "AlterModelOptions":
    case "AlterModelManagers":
      return;
  }
}
function canMigrate(model) {
  return model.managed && !model.proxy && !model.swapped;
}
function alter2(editor, from, to, name2, { app, before, after }, missing2, operation) {
  const key2 = `${app}.${name2.toLowerCase()}`;
  const [old, next] = [before.get(key2), after.get(key2)];
  const [oldField, nextField] = [old?.field(from), next?.field(to)];
  if (!old || !next || !oldField || !nextField) return missing2(`${app}.${name2}.${from}`);
  if (!canMigrate(next)) return;
  const changed4 = operation && !operation.preserveDefault ? withDefaultOf(nextField, operation) : nextField;
  alterField2(editor, old, { old: oldField, new: changed4, relations: () => relatedPairs(before, after, oldField, nextField) });
}
function withDefaultOf(field, operation) {
  const value = operation.field.kwargs.get("default");
  return value === void 0 ? field : { ...field, default: value };
}
function alterOrder(editor, old, next, missing2) {
  if (!old || !next) return missing2("the model");
  if (!canMigrate(next)) return;
  const [before, after] = [old.field("_order"), next.field("_order")];
  if (before && !after) removeField2(editor, old, before);
  else if (after && !before) addField2(editor, old, after.default === void 0 ? { ...after, default: 0 } : after);
}

// src/history/walk.ts
function* walk(migrations2, start2, context) {
  const editors = editorsOf(context);
  let point = start2;
  for (const migration of migrations2) {
    const editor = editors(point.schema);
    for (const [index3, operation] of migration.operations.entries()) {
      const { state, bound, problem } = perform(editor, migration.app, index3, operation, point, context);
      const statements = editor.statements();
      const deferred2 = editor.deferredBy(index3);
      const schema = [...statements, ...deferred2].flatMap(changesOf).reduce((s, change4) => applyChange(s, change4, context.dialect.vendor), point.schema);
      const after = { state, bound, schema };
      yield { kind: "operation", migration, index: index3, operation, before: point, after, statements, deferred: deferred2, problem };
      point = after;
    }
    const deferred = editor.deferred();
    editor.begin(migration.operations.length);
    editor.flush();
    point = { ...point, schema: editor.schema };
    yield { kind: "end", migration, deferred, after: point };
  }
  return point;
}
function endOf(migrations2, start2, context) {
  const editors = editorsOf(context);
  let point = start2;
  for (const migration of migrations2) {
    const editor = editors(point.schema);
    for (const [index3, operation] of migration.operations.entries()) {
      const { state, bound } = perform(editor, migration.app, index3, operation, point, context);
      point = { state, bound, schema: point.schema };
    }
    editor.begin(migration.operations.length);
    editor.flush();
    point = { ...point, schema: editor.schema };
  }
  return point;
}
function editorsOf({ dialect }) {
  const nondeterministic = /* @__PURE__ */ new Set();
  const extensions = /* @__PURE__ */ new Set();
  return (schema) => new Editor(dialect, schema, nondeterministic, extensions);
}
function perform(editor, app, index3, operation, before, context) {
  const { state, problem } = forward(before.state, app, operation, context.forward);
  const bound = state === before.state ? before.bound : bind4(state, context.bind, before.bound);
  const raw = { changes: (sql2) => context.raw(sql2, () => editor.schema), split: context.split };
  editor.begin(index3);
  if (problem) editor.refuse(problem.message);
  else lower(editor, operation, app, before, { state, bound }, raw, context);
  return { state, bound, problem };
}
function lower(editor, operation, app, before, after, raw, context) {
  let inner2 = before.state;
  const step = (part3, bound) => {
    const [moved] = [...databaseSteps([part3], app, inner2, context.forward)];
    if (!moved || moved.problem) return bound;
    inner2 = moved.after;
    return bind4(inner2, context.bind, bound);
  };
  lowerOperation(editor, operation, { app, before: before.bound, after: after.bound, raw, step });
}

// src/django/graph/circles.ts
function circles(graph) {
  const found2 = [];
  const done2 = /* @__PURE__ */ new Set();
  for (const start2 of [...graph.nodes.keys()].sort(compareText)) {
    const path = [];
    const waiting = [[start2]];
    const positions = [0];
    while (waiting.length > 0) {
      const top = waiting.length - 1;
      const key2 = waiting[top][positions[top]++];
      if (key2 === void 0) {
        waiting.pop();
        positions.pop();
        const left = path.pop();
        if (left !== void 0) done2.add(left);
        continue;
      }
      const at = path.indexOf(key2);
      if (at >= 0) {
        const circle2 = path.slice(at).map((member) => graph.nodes.get(member));
        if (!circle2.some((member) => found2.some((other3) => other3.includes(member.migration)))) found2.push(migrationsOf2(circle2));
      }
      if (at >= 0 || done2.has(key2)) continue;
      path.push(key2);
      waiting.push([...graph.nodes.get(key2).parents].sort(compareText));
      positions.push(0);
    }
  }
  return found2.filter((circle2) => circle2.length > 0);
}
function migrationsOf2(nodes) {
  return nodes.flatMap((node) => node.migration ? [node.migration] : []);
}

// src/django/graph/findings.ts
function graphFindings(graph, options = {}) {
  const added2 = options.added ?? /* @__PURE__ */ new Set();
  return [
    ...graph.missing.map((edge) => missingDependency(graph, edge)),
    ...circles(graph).map((circle2) => circularDependency(circle2, added2)),
    ...graph.circularReplaces.map(circularReplaces),
    ...conflicts(graph).map((leaves2) => conflictingLeafNodes(graph, leaves2, added2))
  ];
}
function conflicts(graph) {
  const torn = new Set(graph.missing.filter(({ origin, missing: missing2 }) => origin.app === missing2.app).map(({ missing: missing2 }) => missing2.app));
  for (const node of graph.nodes.values()) if (node.unread && node.parents.size === 0) torn.add(node.app);
  const byApp = /* @__PURE__ */ new Map();
  for (const leaf2 of leafNodes(graph)) {
    if (leaf2.migration) byApp.set(leaf2.app, [...byApp.get(leaf2.app) ?? [], leaf2]);
  }
  return [...byApp.values()].filter((leaves2) => leaves2.length > 1 && !torn.has(leaves2[0].app));
}
function missingDependency(graph, { origin, missing: missing2, through }) {
  const near = nearest(graph, missing2);
  const instead = near ? `If it is ${code(near.name)} that is meant, write ${pair(near)} there.` : `App ${code(missing2.app)} has no migration it could mean.`;
  return {
    rule: "missing-dependency",
    level: "error",
    message: `${codeKey(origin)} names ${codeKey(missing2)} in ${code(through)}, and there is no such migration.`,
    place: placeOf2(origin),
    advice: `Add the file of ${code(missing2.name)}, or change ${code(through)} in ${code(origin.path)}. ${instead}`
  };
}
function circularDependency(circle2, added2) {
  const suspect = circle2.find((migration) => added2.has(keyOf(migration))) ?? circle2[0];
  return {
    rule: "circular-dependency",
    level: "error",
    message: `These migrations depend on each other in a circle: ${[...circle2, circle2[0]].map(codeKey).join(" \u2192 ")}.`,
    place: placeOf2(suspect),
    advice: `Take one of the dependencies away: move the operation that needs the other app (usually a ForeignKey) to a migration of its own that comes after both. Begin with ${code(suspect.path)}.`
  };
}
function circularReplaces(migration) {
  return {
    rule: "circular-dependency",
    level: "error",
    message: `${codeKey(migration)} replaces a migration that replaces it in turn.`,
    place: placeOf2(migration),
    advice: `Take the migration that squashes it out of \`replaces\` in ${code(migration.path)}.`
  };
}
function conflictingLeafNodes(graph, leaves2, added2) {
  const app = leaves2[0].app;
  const fresh = leaves2.filter((leaf2) => added2.has(leaf2.key));
  const released = leaves2.filter((leaf2) => !added2.has(leaf2.key));
  const movable = fresh.length === 1 && released.length === 1 ? { first: firstAdded(graph, fresh[0], added2), after: released[0] } : null;
  const merge4 = `run ${code(`python manage.py makemigrations --merge ${app}`)}`;
  return {
    rule: "conflicting-leaf-nodes",
    level: "error",
    message: `App ${code(app)} has ${leaves2.length} last migrations: ${leaves2.map((leaf2) => code(leaf2.name)).join(" and ")}. \`migrate\` refuses to run.`,
    place: placeOf2((movable?.first ?? fresh[0] ?? leaves2.at(-1)).migration),
    advice: movable ? `In ${code(movable.first.migration.path)}, depend on ${pair(movable.after)}${renumbered(movable.first.name, movable.after.name)}. Or ${merge4} and commit the file it writes.` : `${merge4.replace("run", "Run")} and commit the file it writes.`
  };
}
function firstAdded(graph, leaf2, added2) {
  const seen = /* @__PURE__ */ new Set();
  let node = leaf2;
  while (!seen.has(node.key)) {
    seen.add(node.key);
    const before = [...node.parents].sort(compareText).map((key2) => graph.nodes.get(key2)).find((parent) => parent.app === leaf2.app && added2.has(parent.key));
    if (!before) return node;
    node = before;
  }
  return leaf2;
}
function renumbered(name2, after) {
  const [own, last] = [/^(\d{4})_(.+)$/.exec(name2), /^(\d{4})_/.exec(after)];
  if (!own || !last || Number(own[1]) > Number(last[1])) return "";
  return ` and rename the file to ${code(`${String(Number(last[1]) + 1).padStart(4, "0")}_${own[2]}.py`)}`;
}
function nearest(graph, missing2) {
  const inApp = [...graph.full.values()].filter((node) => node.app === missing2.app && node.migration).sort((a, b) => compareText(a.key, b.key));
  const number = /^\d{4}/.exec(missing2.name)?.[0];
  const found2 = number && inApp.find((node) => node.name.startsWith(number)) || inApp.at(-1);
  return found2?.migration ?? null;
}
function pair(key2) {
  return code(`("${key2.app}", "${key2.name}")`);
}
function placeOf2(migration) {
  return migration.path === null ? null : { path: migration.path, line: migration.line };
}

export {
  excludes,
  logicalLines,
  leafNodes,
  loadMigration,
  item,
  texts,
  lineFinder,
  loadPython,
  createPython,
  sameFiles,
  openProjects,
  rounds,
  tableSizes,
  bind4 as bind,
  breakages,
  dataCode,
  finding2 as finding,
  applyChange,
  mysqlForms,
  mysqlRow,
  withCascade,
  blockedDeletes,
  records,
  tokens,
  splitScript,
  walkContextOf,
  startOf2 as startOf,
  incompatible,
  generatedModified,
  walk,
  endOf,
  graphFindings,
  conflicts,
  placeOf2 as placeOf
};
