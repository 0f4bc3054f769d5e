import type { Field } from "../../django/operation.ts";
import type { ModelState } from "../../django/state.ts";
import type { PyModule } from "../../python/python.ts";
import type { ClassStatement, Expression, Statement } from "../../python/syntax.ts";
import type { CallValue, Value } from "../../python/value.ts";
import { addImports } from "../files/rewrite.ts";
import { importsOf, type Imports } from "../write/imports.ts";
import { fieldCall } from "../write/operation.ts";
import { pythonString, quoteOf } from "../write/string.ts";
import { writeValue } from "../write/python.ts";
import { sameField, sameValue } from "./same.ts";

interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A class of a models module that stands for a model as it is in `from` and is to stand for `to`. */
export interface ModelEdit {
  readonly definition: ClassStatement;
  readonly from: ModelState;
  readonly to: ModelState;
}

/**
 * A models module with its classes changed: fields added, taken out, given other arguments; `db_table` set; indexes and constraints left out or put
 * back where they are named in Meta. null where a class does not have what is to change. Throws Unwritable where a field cannot be written.
 */
export function editModels(module: PyModule, edits: readonly ModelEdit[]): string | null {
  const imports = importsOf(quoteOf(module.text));
  const all: TextEdit[] = [];
  for (const edit of edits) {
    const found = editClass(module, edit, imports);
    if (found === null) return null;
    all.push(...found);
  }
  let text = module.text;
  for (const { start, end, text: by } of all.sort((a, b) => b.start - a.start || b.end - a.end)) text = text.slice(0, start) + by + text.slice(end);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.split(/\r?\n/);
  addImports(lines, imports);
  return lines.join(newline);
}

type Assign = Extract<Statement, { kind: "assign" }>;

function editClass(module: PyModule, { definition, from, to }: ModelEdit, imports: Imports): TextEdit[] | null {
  const edits: TextEdit[] = [];
  let after: Assign | null = null;
  for (const name of from.fields.keys()) {
    if (to.fields.has(name)) continue;
    const statement = assignment(definition.body, name);
    if (!statement) return null;
    edits.push(withoutLines(module, statement));
  }
  for (const [name, field] of to.fields) {
    const old = from.fields.get(name);
    const statement = assignment(definition.body, name);
    if (old && statement) after = statement;
    if (old && sameField(old, field)) continue;
    if (!old) {
      const at: { readonly start: number; readonly end: number } | null = after ?? definition.body.find((one) => one.kind === "assign") ?? null;
      if (!at) return null;
      edits.push(newField(module, field, at, after !== null, imports));
      continue;
    }
    const changed = statement && changeField(module, statement.value, old, field, imports);
    if (!changed) return null;
    edits.push(...changed);
  }
  const meta = editMeta(module, definition, from, to, imports);
  return meta && [...edits, ...meta];
}

function assignment(body: readonly Statement[], name: string): Assign | null {
  return body.find((one): one is Assign => one.kind === "assign" && one.targets.length === 1 && one.targets[0]!.kind === "name" && one.targets[0]!.path === name) ?? null;
}

/** The statement's lines with the line break after them. */
function withoutLines({ text }: PyModule, { start, end }: { readonly start: number; readonly end: number }): TextEdit {
  const first = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", end);
  return { start: first, end: next < 0 ? text.length : next + 1, text: "" };
}

/** The blank line above goes, too. */
function withoutBlankLine(text: string, edit: TextEdit): TextEdit {
  const blank = /\n([ \t]*\r?\n)$/.exec(text.slice(0, edit.start));
  return blank ? { ...edit, start: edit.start - blank[1]!.length } : edit;
}

function newField({ text }: PyModule, field: Field, at: { readonly start: number; readonly end: number }, below: boolean, imports: Imports): TextEdit {
  const indent = at.start - (text.lastIndexOf("\n", at.start - 1) + 1);
  const value = writeValue(inModels(fieldCall(field)), imports, indent, indent + field.name.length + 3);
  const line = `${" ".repeat(indent)}${field.name} = ${value}\n`;
  if (!below) {
    const first = text.lastIndexOf("\n", at.start - 1) + 1;
    return { start: first, end: first, text: line };
  }
  const next = text.indexOf("\n", at.end);
  return next < 0 ? { start: text.length, end: text.length, text: `\n${line}` } : { start: next + 1, end: next + 1, text: line };
}

/** `models.CASCADE`, as models are written, where a migration has `django.db.models.deletion.CASCADE`. */
export function inModels(call: CallValue): CallValue {
  const kwargs = new Map([...call.kwargs].map(([name, value]): [string, Value] => [name, typeof value === "object" && value !== null && value.kind === "ref" && value.path.startsWith("django.db.models.deletion.") ? { ...value, path: value.path.replace("models.deletion.", "models.") } : value]));
  return { ...call, kwargs };
}

/** Only the arguments that differ; all of it where the class does. null where the field is not written as a call. */
function changeField({ text }: PyModule, value: Expression, from: Field, to: Field, imports: Imports): TextEdit[] | null {
  if (value.kind !== "call") return null;
  if (from.path !== to.path) return [{ start: value.start, end: value.end, text: writeValue(inModels(fieldCall(to)), imports, 4) }];
  const edits: TextEdit[] = [];
  const added: string[] = [];
  for (const name of new Set([...from.kwargs.keys(), ...to.kwargs.keys()])) {
    const [old, next] = [from.kwargs.get(name), to.kwargs.get(name)];
    if (sameValue(old, next)) continue;
    const written = value.args.find((argument) => argument.kind === "keyword" && argument.name === name)?.value ?? (name === "to" ? value.args.find((argument) => argument.kind === "positional")?.value : undefined);
    if (next === undefined) {
      if (written) edits.push(withoutArgument(text, value, name, written));
    } else if (written) edits.push({ start: written.start, end: written.end, text: writeValue(next, imports, 8) });
    else added.push(`${name}=${writeValue(next, imports, 8)}`);
  }
  if (added.length > 0) edits.push(newArguments(text, value, added));
  return edits;
}

function newArguments(text: string, call: Extract<Expression, { kind: "call" }>, added: readonly string[]): TextEdit {
  const last = call.args.at(-1)?.value;
  if (!last) return { start: call.end - 1, end: call.end - 1, text: added.join(", ") };
  if (!text.slice(last.end, call.end).includes("\n")) return { start: last.end, end: last.end, text: `, ${added.join(", ")}` };
  const line = text.lastIndexOf("\n", last.start - 1) + 1;
  const indent = /^\s*/.exec(text.slice(line))![0];
  return { start: last.end, end: last.end, text: added.map((one) => `,\n${indent}${one}`).join("") };
}

/** The argument with its comma: the one before it, or, for the first, the one after. */
function withoutArgument(text: string, call: Extract<Expression, { kind: "call" }>, name: string, written: Expression): TextEdit {
  const start = text.lastIndexOf(name, written.start);
  const before = /,\s*$/.exec(text.slice(call.callee.end, start));
  if (before) return { start: start - before[0].length, end: written.end, text: "" };
  const after = /^\s*,\s*/.exec(text.slice(written.end, call.end));
  return { start, end: written.end + (after?.[0].length ?? 0), text: "" };
}

/** db_table, and the named items of `indexes` and `constraints`. null where Meta does not have what is to change. */
function editMeta(module: PyModule, definition: ClassStatement, from: ModelState, to: ModelState, imports: Imports): TextEdit[] | null {
  const { text } = module;
  const meta = definition.body.find((one): one is ClassStatement => one.kind === "class" && one.name === "Meta") ?? null;
  const edits: TextEdit[] = [];
  const table = to.options.get("db_table");
  if (!sameValue(from.options.get("db_table"), table)) {
    const written = meta && assignment(meta.body, "db_table");
    if (typeof table !== "string") {
      if (!written) return null;
      // A class without a body is none.
      edits.push(meta.body.length === 1 ? withoutBlankLine(text, withoutLines(module, meta)) : withoutLines(module, written));
    } else if (written) edits.push({ start: written.value.start, end: written.value.end, text: pythonString(table, imports.quote) });
    else edits.push(newMetaLine(text, definition, meta, `db_table = ${pythonString(table, imports.quote)}`));
  }
  for (const list of ["indexes", "constraints"] as const) {
    const gone = [...from[list].keys()].filter((name) => !to[list].has(name));
    const added = [...to[list]].filter(([name]) => !from[list].has(name));
    if (gone.length === 0 && added.length === 0) continue;
    const written = meta && assignment(meta.body, list);
    if (!written || (written.value.kind !== "list" && written.value.kind !== "tuple")) return null;
    const kept = written.value.items.filter((item) => !gone.includes(nameOf(item) ?? ""));
    if (kept.length !== written.value.items.length - gone.length) return null;
    const items = [...kept.map((item) => text.slice(item.start, item.end)), ...added.map(([, value]) => writeValue(value, imports, 12))];
    edits.push({ start: written.value.start, end: written.value.end, text: items.length === 0 ? "[]" : `[\n${items.map((item) => `            ${item},\n`).join("")}        ]` });
  }
  return edits;
}

function newMetaLine(text: string, definition: ClassStatement, meta: ClassStatement | null, line: string): TextEdit {
  if (meta) {
    const first = meta.body[0]!;
    return { start: first.start, end: first.start, text: `${line}\n${" ".repeat(first.start - (text.lastIndexOf("\n", first.start - 1) + 1))}` };
  }
  const fields = definition.body.filter((one) => one.kind === "assign");
  const last = fields.at(-1) ?? definition.body.at(-1)!;
  const next = text.indexOf("\n", last.end);
  const at = next < 0 ? text.length : next + 1;
  return { start: at, end: at, text: `${next < 0 ? "\n" : ""}\n    class Meta:\n        ${line}\n` };
}

function nameOf(item: Expression): string | null {
  if (item.kind !== "call") return null;
  const name = item.args.find((argument) => argument.kind === "keyword" && argument.name === "name")?.value;
  return name?.kind === "string" ? name.value : null;
}
