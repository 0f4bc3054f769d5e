import { bind } from "../../../src/django/bind/bind.ts";
import type { BindContext } from "../../../src/django/bind/context.ts";
import type { BoundField, BoundState } from "../../../src/django/bound.ts";
import type { Field } from "../../../src/django/operation.ts";
import { defaultDatabaseVersion, type DjangoVersion, type ProjectFacts, type Vendor } from "../../../src/django/project.ts";
import type { ModelKey, ModelState, ProjectState } from "../../../src/django/state.ts";
import type { CallValue, RefValue, Value } from "../../../src/python/value.ts";

const place = { path: "shop/migrations/0001_initial.py", line: 7 };

export type Kwargs = Readonly<Record<string, Value>>;

/** `models.CharField(max_length=3)` of a short or full class path. */
export function call(path: string, kwargs: Kwargs = {}, args: readonly Value[] = []): CallValue {
  return { kind: "call", path: full(path), args, kwargs: new Map(Object.entries(kwargs)), unknownArgs: null, place, text: path };
}

export function ref(path: string): RefValue {
  return { kind: "ref", path, place, text: path };
}

export const cascade = ref("django.db.models.deletion.CASCADE");

export function field(name: string, path: string, kwargs: Kwargs = {}, args: readonly Value[] = []): Field {
  return { name, path: full(path), args, kwargs: new Map(Object.entries(kwargs)), place, unknown: null };
}

export function foreignKey(name: string, to: Value, kwargs: Kwargs = {}): Field {
  return field(name, "ForeignKey", { to, on_delete: cascade, ...kwargs });
}

export const bigId = field("id", "BigAutoField", { auto_created: true, primary_key: true, serialize: false, verbose_name: "ID" });

function full(path: string): string {
  return path.includes(".") ? path : `django.db.models.${path}`;
}

export function model(label: string, fields: readonly Field[], more: { readonly options?: Kwargs; readonly bases?: readonly string[]; readonly external?: string } = {}): ModelState {
  const [app, name] = label.split(".") as [string, string];
  return {
    app,
    name,
    fields: new Map(fields.map((one) => [one.name, one])),
    options: new Map(Object.entries(more.options ?? {})),
    uniqueTogether: [],
    indexTogether: [],
    indexes: new Map(),
    constraints: new Map(),
    bases: more.bases ?? [],
    ...(more.external !== undefined && { external: more.external }),
  };
}

export function state(...models: readonly ModelState[]): ProjectState {
  return { models: new Map(models.map((one): [ModelKey, ModelState] => [`${one.app}.${one.name.toLowerCase()}`, one])) };
}

export interface Where {
  readonly vendor?: Vendor;
  readonly version?: string;
  readonly django?: DjangoVersion;
  readonly autoField?: string;
  readonly user?: string;
}

export function context(where: Where = {}, python: BindContext["python"] = null): BindContext {
  const vendor = where.vendor ?? "postgresql";
  const fact = <T>(value: T) => ({ value, source: "test" });
  const facts: ProjectFacts = {
    django: fact(where.django ?? "5.2"),
    database: fact({ vendor, version: where.version ?? defaultDatabaseVersion[vendor] }),
    authUserModel: fact(where.user ?? "auth.User"),
    swappable: new Map(),
    defaultAutoField: fact(where.autoField ?? "django.db.models.AutoField"),
    appAutoFields: new Map(),
    useTz: fact(true),
  };
  return { facts, python };
}

export function bound(where: Where, ...models: readonly ModelState[]): BoundState {
  return bind(state(...models), context(where));
}

/** One field on a model of its own, named `col` unless its name says otherwise. */
export function one(path: string, kwargs: Kwargs = {}, where: Where = {}, args: readonly Value[] = []): BoundField {
  return bound(where, model("shop.Thing", [field("col", path, kwargs, args)])).get("shop.thing")!.field("col")!;
}

/** `name column type` of every local field. */
export function columns(of: BoundState, key: ModelKey): readonly string[] {
  return of.get(key)!.localFields.map((one) => `${one.name} ${one.column} ${typeof one.dbType === "string" ? one.dbType : JSON.stringify(one.dbType)}`);
}
