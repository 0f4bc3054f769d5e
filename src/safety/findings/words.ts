import type { Breakage, Impact } from "../types.ts";
import { code } from "../../django/graph/words.ts";

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** `INSERT` on `shop_order` (`null value …`): an error once, with the statements that meet it. */
export function failing(breakages: readonly Breakage[]): string {
  const groups = new Map<string, { table: string; error: string; statements: Set<string> }>();
  for (const { table, error, statement } of breakages) {
    const key = `${table}\n${error}`;
    const group = groups.get(key) ?? { table, error, statements: new Set<string>() };
    group.statements.add(statement);
    groups.set(key, group);
  }
  const shown = [...groups.values()].map(({ table, error, statements }) => `${listed([...statements].map(code))} on ${code(table)} (${code(error)})`);
  const most = 6;
  return shown.length <= most ? shown.join(", ") : `${shown.slice(0, most).join(", ")} and ${shown.length - most} more`;
}

/** `shop_order` (ACCESS EXCLUSIVE, about 2.3 million rows): the tables whose locks others wait for, or all that are locked. */
export function locked({ locks, rows }: Pick<Impact, "locks" | "rows">, busy: readonly string[]): string {
  const all = Object.keys(locks).sort();
  const shown = all.filter((table) => busy.includes(table));
  return listed((shown.length > 0 ? shown : all).map((table) => `${code(table)} (${locks[table]}${rows?.[table] === undefined ? "" : `, ${rowsText(rows[table])}`})`));
}

/** `about 2.3 million rows`: a count that was right when it was made. */
export function rowsText(rows: number): string {
  const [unit, name] = rows >= 1e9 ? [1e9, " billion"] : rows >= 1e6 ? [1e6, " million"] : [1, ""];
  const rounded = unit === 1 ? Number(rows.toPrecision(2)) : Math.round((rows / unit) * 10) / 10;
  return `about ${rounded.toLocaleString("en-US")}${name} rows`;
}

/** A model, or what stands for one that cannot be told. */
export function modelName(model: string | null): string {
  return model === null ? "a table" : code(model);
}
