import type { Operation } from "../../django/operation.ts";
import type { PyModule } from "../../python/python.ts";
import type { FunctionStatement } from "../../python/syntax.ts";
import type { Value } from "../../python/value.ts";
import { dataCode } from "../../safety/findings/data/code.ts";
import type { Change, OwnMigration, Part, Recipe } from "../course.ts";
import { fillsNewField, waitingFor } from "../data.ts";
import { batched, batchSize } from "../files/batched.ts";
import { carried } from "../files/functions.ts";
import { ref } from "../operations.ts";
import { sqlInBatches } from "./data-sql.ts";
import type { Edit } from "../types.ts";
import { slug } from "./words.ts";
import { codeSpan } from "../../code-span.ts";

const waits = "It must see the rows that the running release writes until it is gone, and the code of release 1 must write the new form itself.";
const inBatches = `Each batch of ${batchSize.toLocaleString("en")} rows is a transaction of its own, so that no row stays locked for long; it may be stopped and run again.`;

type RunPython = Extract<Operation, { kind: "RunPython" }>;

/** Rows that are changed by Python. */
export const dataMigration: Recipe = {
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
      ...(later ? [waits] : []),
      ...(fillsNewField(change) && !/isnull|None|NULL/.test(module.text.slice(definition.start, definition.end)) ? ["The rows that release 1 wrote have their value by then: let it change only those that have none."] : []),
      text === null ? "Its code is yours, unchanged. On a large table let it do a batch of rows at a time." : inBatches,
    ].join(" ");
    if (!later && migration.operations.length === 1) return { shortcuts: [], parts: [{ release: 0, phase: "expand", title, explanation, does: { kind: "functions", functions: changed, atomic: false, unknown } }] };
    const back = functionOf(run.reverseCode, change);
    const own = carried(module, [definition.name, ...(back?.module === module ? [back.definition.name] : [])], changed);
    if (own === null) return later ? null : "its function is not defined once at the top of the file";
    const operation: Operation = { ...run, code: local(run.code, found), reverseCode: back ? local(run.reverseCode, back) : run.reverseCode };
    const file: OwnMigration = { name: slug(definition.name), atomic: text === null ? migration.atomic : false, operations: [operation], ...own, unknown };
    const part: Part = { release: later ? 1 : 0, phase: later ? "migrate" : "expand", title, explanation, does: { kind: "file", migration: file }, ...(text === null && whole ? { code: [skeleton(change, definition.name)] } : {}) };
    return { shortcuts: [], parts: [part] };
  },
};

/** RunSQL that writes rows: Python that sends the same statement batch by batch. */
function ofSql(change: Change): ReturnType<Recipe["course"]> {
  const later = waitingFor(change).length > 0 || fillsNewField(change);
  const made = sqlInBatches(change);
  if (made === null || typeof made === "string") return later ? null : made;
  const title = `Change the rows batch by batch${later || change.migration.operations.length > 1 ? ", in a migration of its own" : ""}`;
  const part: Part = { release: later ? 1 : 0, phase: later ? "migrate" : "expand", title, explanation: [...(later ? [waits] : []), inBatches].join(" "), does: { kind: "file", migration: made.migration } };
  return { shortcuts: [], parts: [part] };
}

interface Found {
  readonly definition: FunctionStatement;
  readonly module: PyModule;
}

/** A function at the top of the pull request's own file. */
function functionOf(value: Value, { python, migration }: Change): Found | null {
  if (typeof value !== "object" || value === null || value.kind !== "ref") return null;
  const found = python.find(value.path);
  return found?.kind === "function" && found.module.path === migration.path && found.module.body.includes(found.definition) ? found : null;
}

function local(value: Value, { definition }: Found): Value {
  return typeof value === "object" && value !== null && value.kind === "ref" ? ref(definition.name) : value;
}

/** null where the function cannot be split without knowing what it means. */
function batchedText({ python }: Change, run: RunPython, { definition, module }: Found): string | null {
  const lines = new Set(dataCode(run, python).flatMap(({ bulk }) => bulk.filter(({ path }) => path === module.path).map(({ line }) => line)));
  return batched(module, definition, (line) => lines.has(line));
}

/** What a loop in batches looks like; what happens to a row stays the author's. */
function skeleton({ migration }: Change, name: string): Edit {
  const text = [
    "from django.db import transaction",
    "",
    "",
    `def ${name}(apps, schema_editor):`,
    "    rows = ….order_by(\"pk\")  # those that are not done yet",
    `    pks = list(rows.values_list("pk", flat=True)[:${batchSize}])`,
    "    while pks:",
    "        with transaction.atomic():",
    "            for row in rows.filter(pk__in=pks):",
    "                …  # as you have it",
    `        pks = list(rows.filter(pk__gt=pks[-1]).values_list("pk", flat=True)[:${batchSize}])`,
    "",
    "",
    "class Migration(migrations.Migration):",
    "    atomic = False",
  ].join("\n");
  return { path: `${(migration.path ?? "").replace(/[^/]*$/, "")}…_${slug(name)}.py`, kind: "code", language: "python", text: `${text}\n` };
}
