import type { Finding } from "../../safety/types.ts";
import { code } from "../graph/words.ts";
import type { Disagreement } from "./compare.ts";

/** What there is to tell about models and migrations that came apart. What the new release would ask for in vain is an error. */
export function modelFindings(found: readonly Disagreement[], migrationsFolder: string): readonly Finding[] {
  return found.map((one) => ({
    rule: one.changed === "model" ? "model-without-migration" : "migration-without-model",
    level: one.kind === "only in the model" ? "error" : "warning",
    message: messageOf(one),
    place: one.place,
    advice: one.changed === "model" ? `Run \`python manage.py makemigrations ${one.model.split(".")[0]}\` and commit the file it writes to ${code(migrationsFolder)}.` : adviceOf(one),
  }));
}

function messageOf({ changed, kind, model, field, differs }: Disagreement): string {
  const name = code(field === null ? model : `${model}.${field}`);
  switch (kind) {
    case "only in the model":
      return changed === "model" ? `${name} is new in the models, and no migration ${field === null ? "creates" : "adds"} it. The new release asks the database for it, and it is not there.` : `A migration takes ${name} away, and the model still has it: the new release goes on asking the database for it.`;
    case "only in the migrations":
      return changed === "model" ? `${name} is gone from the models, and no migration takes it out of the project state.` : `A migration adds ${name}, and the model does not have it. The next \`makemigrations\` takes it away again.`;
    case "differs":
      return `${name}: ${code(differs!.model)} in the model, ${code(differs!.migrations)} in the migrations. Only the ${changed} was edited.`;
  }
}

function adviceOf({ kind, model, field }: Disagreement): string {
  if (kind === "only in the model") return field === null ? `Take the class ${code(model)} out of the models, too.` : `Take ${code(field)} out of the model, too.`;
  return `Edit ${code(model)} in the same pull request.`;
}
