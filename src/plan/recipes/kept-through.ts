import type { BoundField } from "../../django/bound.ts";
import type { Field, Operation } from "../../django/operation.ts";
import type { Value } from "../../python/value.ts";
import type { Change } from "../course.ts";
import { nowhere, ref } from "../operations.ts";

type CreateModel = Extract<Operation, { kind: "CreateModel" }>;

/** The model that stands for the automatic table of a many-to-many field as it is: same table, same columns. null where the table is not known. */
export function throughModel({ app }: Change, field: BoundField): { readonly create: Omit<CreateModel, "type" | "place" | "lastLine">; readonly label: string } | null {
  const through = field.remote?.through;
  if (!through || !field.remote?.throughAuto || !through.pk) return null;
  const keys = through.localFields.filter((one) => one.remote !== null);
  if (keys.length !== 2) return null;
  const name = nameOf(field);
  const foreignKey = (key: BoundField): Field => ({ name: key.name, path: "django.db.models.ForeignKey", args: [], kwargs: new Map<string, Value>([["on_delete", ref("django.db.models.deletion.CASCADE")], ["related_name", "+"], ["to", targetOf(key)]]), place: nowhere, unknown: null });
  const id: Field = { name: through.pk.name, path: through.pk.path, args: [], kwargs: new Map<string, Value>([["auto_created", true], ["primary_key", true], ["serialize", false], ["verbose_name", "ID"]]), place: nowhere, unknown: null };
  const options = new Map<string, Value>([["db_table", through.table], ["unique_together", { kind: "set", items: [{ kind: "tuple", items: keys.map((key) => key.name) }] }]]);
  return { create: { kind: "CreateModel", name, fields: [id, ...keys.map(foreignKey)], options, bases: [] }, label: `${app}.${name}` };
}

/** `OrderTags`, without what cannot stand in a class's name. */
function nameOf(field: BoundField): string {
  return `${field.model.name}${field.name.split("_").map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("")}`;
}

function targetOf(key: BoundField): string {
  return key.remote!.model?.key ?? "";
}
