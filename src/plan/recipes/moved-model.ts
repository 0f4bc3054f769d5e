import type { Operation } from "../../django/operation.ts";
import { type Change, modelOf, type Part, type Recipe } from "../course.ts";
import { moveOf } from "../moved.ts";
import { operation, ref, stateOnly, withArguments } from "../operations.ts";
import { texts } from "../../django/project/settings.ts";
import { codeSpan } from "../../code-span.ts";
import { slug } from "./words.ts";

/** A model that leaves one app for another. */
export const movedModel: Recipe = {
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
    const part = (title: string, explanation: string, one: Operation): { shortcuts: []; parts: Part[] } => ({ shortcuts: [], parts: [{ release: 0, phase: "expand", title, explanation, does: { kind: "instead", operations: [stateOnly([one])] } }] });
    switch (change.operation.kind) {
      case "CreateModel": {
        const { operation: create } = change;
        const tables = new Map(old.localManyToMany.flatMap((field) => (field.remote?.throughAuto && field.remote.through ? [[field.name, field.remote.through.table] as const] : [])));
        const fields = create.fields.map((field) => (tables.has(field.name) ? withArguments(field, { db_table: tables.get(field.name)! }) : field));
        const made = operation({ ...create, fields, options: new Map([...create.options, ["db_table", old.table]]) });
        const type = contentType(change, deleted, create.name.toLowerCase());
        const keep = part(`Let the model have the table that is there, with ${codeSpan(`db_table = "${old.table}"`)}`, "Nothing happens to its rows.", made);
        return { ...keep, parts: [...keep.parts, ...(type ? [type] : [])], differs: `the table stays ${old.table}` };
      }
      case "DeleteModel":
        return part("Take the model out of the old app; its table stays", "", change.operation);
      default:
        return part("Let the foreign key follow; its column and constraint are the same", "", change.operation);
    }
  },
};

function changedBefore(created: Change, deleted: Change): boolean {
  return deleted.all.indexOf(created) < deleted.all.indexOf(deleted);
}

/** Content types name a model by its app; `migrate` would make a new one, and leave the old one with what hangs on it. null where the app of content types is not installed. */
function contentType(created: Change, deleted: Change, model: string): Part | null {
  const installed = hasContentTypes(created);
  if (installed === false) return null;
  const [from, to] = [deleted.app, created.app];
  const move = (name: string, before: string, after: string) => [
    `def ${name}(apps, schema_editor):`,
    '    ContentType = apps.get_model("contenttypes", "ContentType")',
    "    rows = ContentType._base_manager.using(schema_editor.connection.alias)",
    `    if not rows.filter(app_label=${JSON.stringify(after)}, model=${JSON.stringify(model)}).exists():`,
    `        rows.filter(app_label=${JSON.stringify(before)}, model=${JSON.stringify(model)}).update(app_label=${JSON.stringify(after)})`,
  ].join("\n");
  return {
    release: 0,
    phase: "expand",
    title: `Let the content type of ${codeSpan(`${from}.${model}`)} be that of ${codeSpan(`${to}.${model}`)}`,
    explanation: `${installed === null ? "Leave it out where `django.contrib.contenttypes` is not installed; `INSTALLED_APPS` does not say so plainly. " : ""}Permissions, generic foreign keys and log entries keep their rows. The running release asks for permissions such as ${codeSpan(`${from}.add_${model}`)}, which are called ${codeSpan(`${to}.add_${model}`)} from now on, and a process that has not read the content type yet makes one for ${codeSpan(from)} anew: let few use them until release 1 runs everywhere, and look then which rows name that one before \`remove_stale_contenttypes\` deletes it with them. Run it in the same \`migrate\` as the move: where that has made the new content type already, nothing is changed.`,
    does: {
      kind: "file",
      migration: {
        name: slug(model, "content_type"),
        atomic: true,
        dependencies: [["contenttypes", "0002_remove_content_type_name"]],
        operations: [operation({ kind: "RunPython", code: ref("move_content_type"), reverseCode: ref("move_content_type_back"), atomic: null })],
        functions: [move("move_content_type", from, to), move("move_content_type_back", to, from)],
        unknown: "Django's ORM makes the `UPDATE` of one row of the content types.",
      },
    },
  };
}

/** null where INSTALLED_APPS cannot be read in full. */
function hasContentTypes({ context }: Change): boolean | null {
  const apps = context.bind.setting?.("INSTALLED_APPS");
  if (apps === undefined) return null;
  if (texts(apps).some((app) => app.startsWith("django.contrib.contenttypes"))) return true;
  return typeof apps === "object" && apps !== null && (apps.kind === "list" || apps.kind === "tuple") && apps.items.every((item) => typeof item === "string") ? false : null;
}
