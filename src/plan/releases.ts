import type { ModelKey } from "../django/state.ts";
import type { MigrationRecord, OperationRecord } from "../safety/types.ts";
import { unifiedDiff } from "./files/diff.ts";
import type { ModelFiles } from "./models/files.ts";
import { withSave } from "./models/save.ts";
import type { Replayed } from "./sql/replay.ts";
import type { Placed, PlanFile, TrainRelease } from "./train.ts";
import type { Edit, PlannedRelease, Step } from "./types.ts";

/** The train as the report tells it. */
export function releasesOf(train: readonly TrainRelease[], replayed: readonly Replayed[], models: ModelFiles): readonly PlannedRelease[] {
  return train.map((release, index) => {
    const { after, migrations } = replayed[index]!;
    const edits = new Map(models.to(after.state));
    const steps = withSave(release.placed.map((placed) => ({ step: stepOf(placed, migrations, edits), write: placed.part.write ?? null })));
    return { number: index + 1, phase: phaseOf(release), gate: gateOf(release), steps: oneDiffEach(withRest(steps, [...edits.values()])) };
  });
}

/** Models that change along with others: to be seen with the last step. */
function withRest(steps: readonly Step[], rest: readonly Edit[]): readonly Step[] {
  const last = steps.at(-1);
  return last && rest.length > 0 ? [...steps.slice(0, -1), { ...last, edits: [...last.edits, ...rest] }] : steps;
}

/** One diff for each file: what the steps of a release change in it stands with the first of them. */
function oneDiffEach(steps: readonly Step[]): readonly Step[] {
  const all = new Map<string, Edit[]>();
  for (const edit of steps.flatMap(({ edits }) => edits)) if (edit.before !== undefined) all.set(edit.path, [...(all.get(edit.path) ?? []), edit]);
  const shared = new Map([...all].filter(([, edits]) => edits.length > 1));
  return steps.map((step) => {
    if (!step.edits.some((edit) => shared.get(edit.path)?.includes(edit))) return step;
    const edits = step.edits.flatMap((edit) => {
      const others = shared.get(edit.path);
      if (!others?.includes(edit)) return [edit];
      // They follow each other, though not in the order of the steps.
      const before = others.find((one) => !others.some((other) => other.whole === one.before))?.before ?? edit.before!;
      const whole = others.find((one) => !others.some((other) => other.before === one.whole))?.whole ?? before;
      return edit === others[0] && before !== whole ? [{ ...edit, text: unifiedDiff(edit.path, before, whole), before, whole }] : [];
    });
    return { ...step, edits, alone: step.alone ?? step.edits };
  });
}

function phaseOf({ index, placed }: TrainRelease): PlannedRelease["phase"] {
  if (index === 0) return "expand";
  return placed.some(({ part }) => part.phase === "migrate") ? "migrate" : "contract";
}

/** "when release 1 runs everywhere" and what else the steps ask for. */
function gateOf({ index, placed }: TrainRelease): string | null {
  if (index === 0) return null;
  const before = index === 1 ? "when release 1 runs everywhere and no older process is left" : `when release ${index} runs everywhere and no process of release ${index - 1} is left`;
  const more = [...new Set(placed.flatMap(({ part }) => (part.gate === undefined ? [] : [part.gate])))];
  return [before, ...more].join(", and ");
}

function stepOf({ course, part, files, at }: Placed, migrations: readonly MigrationRecord[], models: Map<ModelKey, Edit>): Step {
  const edits = files.map(editOf);
  const [key, ...more] = [course.change, ...(course.takes ?? [])].map(({ operation, app }) => modelKeyOf(operation, app));
  for (const one of [key ?? null, ...more]) {
    const model = one === null ? undefined : models.get(one);
    if (!model) continue;
    models.delete(one!);
    edits.push(model);
  }
  const own = files.at(-1);
  const records = own ? recordsOf(at, own, migrations) : [];
  const unknown = part.does.kind === "file" ? (part.does.migration.unknown ?? null) : part.does.kind === "functions" ? part.does.unknown : null;
  return {
    target: course.target,
    ...(key ? { model: key } : {}),
    recipe: course.recipe,
    title: part.title,
    explanation: part.explanation,
    edits: [...edits, ...(part.code ?? [])],
    sql: records.flatMap(sqlOf),
    unknown: unknown ?? records.filter((record) => [...record.statements, ...record.deferred].some(({ sql }) => sql === null)).map((record) => record.unknown).find((reason) => reason !== null) ?? null,
  };
}

function editOf({ path, before, text }: PlanFile): Edit {
  if (before === null) return { path, kind: "new file", language: "python", text };
  return { path, kind: "diff", language: "diff", text: unifiedDiff(path, before, text), before, whole: text };
}

/** The records of the operations that the part put into the file. */
function recordsOf(at: Placed["at"], file: PlanFile, migrations: readonly MigrationRecord[]): readonly OperationRecord[] {
  const migration = migrations.find(({ app, name }) => app === file.app && name === file.name);
  if (!migration) return [];
  return at === null ? migration.operations : migration.operations.slice(at.first, at.first + at.count);
}

/** The statements of an operation; its impact stands with the first of them, where it is worth a word. */
export function sqlOf(record: OperationRecord): Step["sql"] {
  const statements = [...record.statements, ...record.deferred].filter((statement) => statement.sql !== null);
  const { locks, rewrites, scans, blocksReads, blocksWrites } = record.impact;
  const worth = blocksReads || blocksWrites || rewrites.length > 0 || scans.length > 0 || Object.values(locks).some((lock) => lock !== "");
  return statements.map((statement, index) => ({ sql: statement.sql!, impact: index === 0 && worth ? record.impact : null, note: null }));
}

function modelKeyOf(operation: Placed["course"]["change"]["operation"], app: string): ModelKey | null {
  switch (operation.kind) {
    case "AddField":
    case "AlterField":
    case "RemoveField":
    case "RenameField":
    case "AddIndex":
    case "AddConstraint":
    case "RemoveConstraint":
      return `${app}.${operation.model.toLowerCase()}`;
    case "RenameModel":
      return `${app}.${operation.to.toLowerCase()}`;
    case "CreateModel":
    case "AlterModelTable":
    case "AlterUniqueTogether":
      return `${app}.${operation.name.toLowerCase()}`;
    default:
      return null;
  }
}
