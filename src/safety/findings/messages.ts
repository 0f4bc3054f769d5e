import { code } from "../../django/graph/words.ts";
import type { BlockedDelete } from "../breakage/blockedDeletes.ts";
import type { Loss } from "../breakage/losses.ts";
import type { Breakage } from "../types.ts";
import type { RuleId } from "./rules.ts";

/** What a rule's message is made from. */
export interface Facts {
  readonly "unknown-operation": { readonly reason: string };
  readonly "breaks-running-release": { readonly breakages: readonly Breakage[] };
  readonly "breaks-new-release": { readonly breakages: readonly Breakage[] };
  readonly "fails-on-existing-rows": { readonly error: string };
  readonly "loses-data": { readonly losses: readonly Loss[] };
  readonly "drops-data": { readonly losses: readonly Loss[] };
  readonly "blocks-reads": Waiting;
  readonly "blocks-writes": Waiting;
  readonly "rewrites-table": { readonly tables: readonly string[] };
  readonly "blocks-deletes": { readonly deletes: readonly BlockedDelete[] };
  readonly "long-values-in-index": { readonly table: string; readonly column: string; readonly index: string };
  readonly "data-migration": { readonly function: string | null };
  readonly irreversible: { readonly type: string };
}

interface Waiting {
  readonly locks: Readonly<Record<string, string>>;
  readonly tables: readonly string[];
}

/** Messages name the statement, the table and the column in code spans. */
export const messages: { readonly [Id in RuleId]: (facts: Facts[Id]) => string } = {
  "unknown-operation": ({ reason }) => sentence(reason),
  "breaks-running-release": ({ breakages }) => `The running release fails: ${failing(breakages)}.`,
  "breaks-new-release": ({ breakages }) => `The new release fails: ${failing(breakages)}.`,
  "fails-on-existing-rows": ({ error }) => `The migration itself may fail on rows that are there: ${code(error)}.`,
  "loses-data": ({ losses }) => losses.map((loss) => loss.how).join(" "),
  "drops-data": ({ losses }) => losses.map((loss) => loss.how).join(" "),
  "blocks-reads": (waiting) => `Reads and writes of ${waits(waiting)} wait until it is done.`,
  "blocks-writes": (waiting) => `Writes to ${waits(waiting)} wait until it is done.`,
  "rewrites-table": ({ tables }) => `${listed(tables.map(code))} ${tables.length === 1 ? "is" : "are"} rewritten, indexes included.`,
  "blocks-deletes": ({ deletes }) => `The running release's DELETE from ${listed([...new Set(deletes.map((each) => code(each.parent)))])} fails once the new release has written a row of ${listed([...new Set(deletes.map((each) => code(each.child)))])} that refers to it.`,
  "long-values-in-index": ({ table, column, index }) => `${code(index)} indexes ${code(`${table}.${column}`)}, a text of any length: values of more than about 2,700 bytes cannot be written.`,
  "data-migration": (facts) => (facts.function === null ? "It changes rows." : `It changes rows with ${code(facts.function)}.`),
  irreversible: ({ type }) => `${code(type)} has no reverse.`,
};

/** `INSERT` on `shop_order` (`null value …`): an error once, with the statements that meet it. */
function failing(breakages: readonly Breakage[]): string {
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

function waits({ locks, tables }: Waiting): string {
  return listed(tables.map((table) => (locks[table] ? `${code(table)} (${locks[table]})` : code(table))));
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
