import type { Value } from "../../python/value.ts";
import type { Field } from "../operation.ts";
import type { ModelState } from "../state.ts";

/** Where built-in models stand: in no file. */
export const builtIn = { path: "", line: 0 } as const;

type Arguments = Readonly<Record<string, Value>>;
/** A field's class below django.db.models and its keyword arguments. */
export type FieldData = readonly [type: string, args?: Arguments];

export interface ModelData {
  /** `auth.User` */
  readonly label: string;
  readonly table: string;
  readonly fields: Readonly<Record<string, FieldData>>;
  readonly uniqueTogether?: readonly (readonly string[])[];
  readonly options?: Arguments;
}

/** What django/db/migrations/autodetector.py writes for an automatic primary key. */
export const autoId: FieldData = ["AutoField", { auto_created: true, primary_key: true, serialize: false }];

export function foreignKey(to: string, args: Arguments = {}, onDelete = "CASCADE"): FieldData {
  return ["ForeignKey", { ...args, on_delete: reference(`django.db.models.deletion.${onDelete}`), to: to.startsWith("django.conf.settings.") ? reference(to) : to }];
}

/** A model as the state holds it. `db_table` is given only where it is not Django's default. */
export function buildModel(data: ModelData): ModelState {
  const [app, name] = data.label.split(".") as [string, string];
  const options = new Map<string, Value>(Object.entries(data.options ?? {}));
  if (data.table !== `${app}_${name.toLowerCase()}`) options.set("db_table", data.table);
  return {
    app,
    name,
    fields: new Map(Object.entries(data.fields).map(([field, [type, args]]) => [field, buildField(field, type, args ?? {})])),
    options,
    uniqueTogether: data.uniqueTogether ?? [],
    indexTogether: [],
    indexes: new Map(),
    constraints: new Map(),
    bases: [],
  };
}

function buildField(name: string, type: string, args: Arguments): Field {
  return { name, path: `django.db.models.${type}`, args: [], kwargs: new Map(Object.entries(args)), place: builtIn, unknown: null };
}

function reference(path: string): Value {
  return { kind: "ref", path, place: builtIn, text: path };
}
