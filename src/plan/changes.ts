import type { PlanInput } from "./plan.ts";
import type { Change } from "./course.ts";

/** Every operation of the pull request with its record, in order. */
export function changesOf({ steps, migrations, context, project, overlay }: Pick<PlanInput, "steps" | "migrations" | "context" | "project" | "overlay">): readonly Change[] {
  const records = new Map(migrations.flatMap((migration) => migration.operations.map((record) => [`${migration.app}.${migration.name} ${record.index}`, record] as const)));
  const python = overlay(new Map());
  const uses = { addDefaultValue: [...project.graph.full.values()].some(({ migration }) => migration?.operations.some(({ kind }) => kind === "AddDefaultValue") ?? false) };
  const all: Change[] = [];
  for (const step of steps) {
    if (step.kind !== "operation") continue;
    const { migration } = step;
    const record = records.get(`${migration.app}.${migration.name} ${step.index}`);
    if (!record) continue;
    all.push({ migration, step, record, operation: step.operation, app: migration.app, before: step.before, after: step.after, database: project.facts.database.value, django: project.facts.django.value, context, python, uses, all });
  }
  return all;
}
