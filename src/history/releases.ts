import { mergedTable, releaseTable } from "../django/bind/release.ts";
import type { BoundModel, BoundState } from "../django/bound.ts";
import type { ModelKey, ModelState, ProjectState } from "../django/state.ts";
import type { Release, ReleaseTable } from "../safety/release.ts";
import type { Point } from "./walk.ts";

type Models = ProjectState["models"];
/** Which models have a table of that name: their own, or an automatic many-to-many one. */
type TableIndex = ReadonlyMap<string, readonly ModelKey[]>;

/**
 * The releases of a history's points. A release reads a table when it is asked for it, and the index of tables follows from the point before,
 * so that the cost is that of what an operation changed.
 */
export function releases(): (point: Point) => Release {
  const made = new WeakMap<BoundState, Release>();
  const names = new WeakMap<ModelState, readonly string[]>();
  let last: { readonly models: Models; readonly index: TableIndex } = { models: new Map(), index: new Map() };

  const tablesOf = (key: ModelKey, state: ModelState, bound: BoundState): readonly string[] => {
    let tables = names.get(state);
    if (!tables) names.set(state, (tables = tableNames(bound.get(key))));
    return tables;
  };

  /** The index of the last point, with what differs put right. */
  const indexOf = ({ state, bound }: Point): TableIndex => {
    let index: Map<string, readonly ModelKey[]> | null = null;
    const change = (table: string, edit: (keys: readonly ModelKey[]) => readonly ModelKey[]): void => {
      index ??= new Map(last.index);
      const keys = edit(index.get(table) ?? []);
      if (keys.length > 0) index.set(table, keys);
      else index.delete(table);
    };
    for (const [key, model] of state.models) {
      const before = last.models.get(key);
      if (before === model) continue;
      const [old, now] = [before ? (names.get(before) ?? []) : [], tablesOf(key, model, bound)];
      for (const table of old) if (!now.includes(table)) change(table, (keys) => keys.filter((other) => other !== key));
      for (const table of now) if (!old.includes(table)) change(table, (keys) => (keys.includes(key) ? keys : [...keys, key]));
    }
    for (const [key, model] of last.models) {
      if (state.models.has(key)) continue;
      for (const table of names.get(model) ?? []) change(table, (keys) => keys.filter((other) => other !== key));
    }
    last = { models: state.models, index: index ?? last.index };
    return last.index;
  };

  return (point) => {
    let release = made.get(point.bound);
    if (!release) made.set(point.bound, (release = lazyRelease(point.bound, indexOf(point))));
    return release;
  };
}

function lazyRelease(bound: BoundState, index: TableIndex): Release {
  const read = new Map<string, ReleaseTable | undefined>();
  const get = (table: string): ReleaseTable | undefined => {
    if (!read.has(table)) read.set(table, mergedTable((index.get(table) ?? []).flatMap((key) => boundTables(bound.get(key), table))));
    return read.get(table);
  };
  return { tables: { get, has: (table) => index.has(table) } };
}

function boundTables(model: BoundModel | null, table: string): readonly ReleaseTable[] {
  if (!model || model.proxy || model.swapped) return [];
  return [model, ...throughs(model)].filter((one) => one.table === table).map(releaseTable);
}

function tableNames(model: BoundModel | null): readonly string[] {
  if (!model || model.proxy || model.swapped) return [];
  return [model, ...throughs(model)].map((one) => one.table);
}

function throughs(model: BoundModel): readonly BoundModel[] {
  return model.localManyToMany.flatMap((field) => (field.remote?.throughAuto && field.remote.through ? [field.remote.through] : []));
}
