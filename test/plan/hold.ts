import { releaseTables } from "../../src/django/bind/release.ts";
import type { Database } from "../../src/django/project.ts";
import type { Point } from "../../src/history/walk.ts";
import type { MadePlan } from "../../src/plan/plan.ts";
import { sameField } from "../../src/plan/models/same.ts";
import { undeletable } from "../../src/plan/proof.ts";
import { breakages } from "../../src/safety/breakage/breakages.ts";
import { changesOf } from "../../src/schema/change.ts";
import type { On } from "./project.ts";

/** Rules that the models say before the database does: the release before keeps them by its code. */
const kept = new Set(["23505", "23514", "23P01", "1062", "3819", "4025"]);

/** What fails of the release before and of the release after on the schema that each release of the plan leaves. */
export function failures({ replayed }: MadePlan, on: On): string[] {
  const database: Database = { vendor: on.vendor, version: on.version };
  return replayed.flatMap(({ before, after, migrations, problems }, index) => {
    const changes = migrations.flatMap(({ operations }) => operations.flatMap((record) => [...record.statements, ...record.deferred].flatMap(changesOf)));
    const tables = new Set([...before.schema.tables.keys(), ...after.schema.tables.keys()]);
    const [old, next] = [releaseTables(before.bound), releaseTables(after.bound)];
    const found = [
      ...breakages(old, before.schema, after.schema, { tables, database, changes, side: "running" }).filter(({ code }) => index === 0 || !kept.has(code ?? "")),
      ...breakages(next, before.schema, after.schema, { tables, database, changes, side: "new" }),
    ].map(({ release, statement, table, error }) => `release ${index + 1}: ${release} ${statement} ${table}: ${error}`);
    return [...problems.map(({ message }) => message), ...found, ...undeletable(next, after.schema).map(({ parent, constraint }) => `release ${index + 1}: ${parent} cannot be deleted because of ${constraint}`)];
  });
}

/** In what two points differ: models, fields, columns, constraints and indexes. */
export function differences(is: Point, wanted: Point): string[] {
  const found: string[] = [];
  const same = (what: string, a: Iterable<string>, b: Iterable<string>) => {
    const [first, second] = [[...a].sort().join(", "), [...b].sort().join(", ")];
    if (first !== second) found.push(`${what}: ${first} instead of ${second}`);
  };
  same("models", is.state.models.keys(), wanted.state.models.keys());
  for (const [key, model] of wanted.state.models) {
    const other = is.state.models.get(key);
    if (!other) continue;
    same(`fields of ${key}`, other.fields.keys(), model.fields.keys());
    for (const [name, field] of model.fields) if (other.fields.has(name) && !sameField(other.fields.get(name)!, field)) found.push(`field ${key}.${name}`);
    same(`indexes of ${key}`, other.indexes.keys(), model.indexes.keys());
    same(`constraints of ${key}`, other.constraints.keys(), model.constraints.keys());
    same(`together of ${key}`, other.uniqueTogether.map(String), model.uniqueTogether.map(String));
  }
  same("tables", is.schema.tables.keys(), wanted.schema.tables.keys());
  for (const [name, table] of wanted.schema.tables) {
    const other = is.schema.tables.get(name);
    if (!other) continue;
    same(`columns of ${name}`, [...other.columns.values()].map(columnText), [...table.columns.values()].map(columnText));
    same(`constraints of ${name}`, other.constraints.keys(), table.constraints.keys());
    same(`indexes of ${name}`, other.indexes.keys(), table.indexes.keys());
  }
  return found;
}

function columnText({ name, type, null: nullable, default: value }: { readonly name: string; readonly type: string | null; readonly null: boolean; readonly default: string | null }): string {
  return `${name} ${type ?? "?"}${nullable ? "" : " NOT NULL"}${value === null ? "" : ` DEFAULT ${value}`}`;
}
