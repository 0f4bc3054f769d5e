import { releaseTables } from "../django/bind/release.ts";
import { changesOf } from "../schema/change.ts";
import type { Dialect } from "../sql/dialect.ts";
import { type LeftPending, type Pending, pendingIn } from "./pending.ts";
import type { End, Point, Step } from "./walk.ts";

/** Passes the steps of a walk on, and remembers which migration left what the schema still holds. */
export class PendingHistory {
  readonly #dialect: Dialect;
  /** By what it is; the value is the migration that left it. */
  readonly #leftBy = new Map<string, string>();
  #last: Point | null = null;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  *watch(steps: Iterable<Step | End>): Generator<Step | End> {
    let tables = new Set<string>();
    for (const step of steps) {
      if (step.kind === "operation") for (const table of touched(step)) tables.add(table);
      else {
        if (tables.size > 0) this.#look(step, tables);
        tables = new Set();
        this.#last = step.after;
      }
      yield step;
    }
  }

  /** What is pending at the end of the steps watched, and a migration left: tables of packages were never the project's to contract. */
  pending(): readonly LeftPending[] {
    if (!this.#last) return [];
    const { schema, bound } = this.#last;
    return pendingIn(schema, releaseTables(bound), schema.tables.keys(), this.#dialect).flatMap((one) => {
      const leftBy = this.#leftBy.get(keyOf(one));
      return leftBy === undefined ? [] : [{ ...one, leftBy }];
    });
  }

  /** The end of the steps watched; null where there were none. */
  last(): Point | null {
    return this.#last;
  }

  #look({ migration, after }: End, tables: ReadonlySet<string>): void {
    const name = `${migration.app}.${migration.name}`;
    for (const one of pendingIn(after.schema, releaseTables(after.bound), tables, this.#dialect)) {
      const key = keyOf(one);
      if (!this.#leftBy.has(key)) this.#leftBy.set(key, name);
    }
  }
}

function keyOf({ what, table, name }: Pending): string {
  return JSON.stringify([what, table, name]);
}

/** The tables of an operation's statements and of the models it changed. */
function touched(step: Step): readonly string[] {
  const tables = [...step.statements, ...step.deferred].flatMap(changesOf).flatMap((change) => ("table" in change && change.table !== null ? [change.table] : []));
  if (step.before.state === step.after.state) return tables;
  for (const [key, model] of step.before.state.models) {
    if (step.after.state.models.get(key) !== model) tables.push(...tablesOf(step.before, key));
  }
  return tables;
}

function tablesOf(point: Point, key: string): readonly string[] {
  const model = point.bound.get(key);
  if (!model) return [];
  return [model.table, ...model.localManyToMany.flatMap((field) => (field.remote?.throughAuto && field.remote.through ? [field.remote.through.table] : []))];
}
