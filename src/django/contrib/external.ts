import type { Value } from "../../python/value.ts";
import { modelKey } from "../replay/result.ts";
import type { ModelState, ProjectState } from "../state.ts";
import { buildModel, type FieldData } from "./build.ts";
import { externalApps, type ExternalApp } from "./external-apps.ts";

/**
 * Models of well-known packages with their table and primary key alone, so that foreign keys to them have a column type. They carry `external`
 * and `managed: false`: no migration of the project makes their tables, and their other columns are not known.
 * `has` leaves apps out, such as those the repository has itself.
 */
export function externalState(has: (label: string) => boolean = () => true): ProjectState {
  const models = externalApps.filter((app) => has(app.app)).flatMap((app) => app.models.map((model) => externalModel(app, model)));
  return { models: new Map(models.map((model) => [modelKey(model.app, model.name), model])) };
}

function externalModel(app: ExternalApp, entry: ExternalApp["models"][number]): ModelState {
  const [name, table] = typeof entry === "string" ? [entry, `${app.app}_${entry.toLowerCase()}`] : entry;
  const [pk, type, maxLength] = app.pk;
  const args: Record<string, Value> = { primary_key: true, serialize: false };
  if (type === "AutoField" || type === "BigAutoField") args.auto_created = true;
  if (maxLength !== undefined) args.max_length = maxLength;
  const field: FieldData = [type, args];
  const setting = app.swappable?.[name];
  const options: Record<string, Value> = { managed: false, ...(setting === undefined ? {} : { swappable: setting }) };
  return { ...buildModel({ label: `${app.app}.${name}`, table, fields: { [pk]: field }, options }), external: app.package };
}
