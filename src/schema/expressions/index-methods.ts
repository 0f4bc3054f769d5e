import type { CallValue, Value } from "../../python/value.ts";
import { Unknown } from "../../sql/literal/unknown.ts";

type Option = readonly [argument: string, kind: "number" | "switch"];

/** django.contrib.postgres.indexes: the access method and the WITH options in the order get_with_params lists them. */
export const indexMethods: Readonly<Record<string, { readonly method: string; readonly options: readonly Option[] }>> = {
  BTreeIndex: { method: "btree", options: [["fillfactor", "number"], ["deduplicate_items", "switch"]] },
  HashIndex: { method: "hash", options: [["fillfactor", "number"]] },
  GinIndex: { method: "gin", options: [["gin_pending_list_limit", "number"], ["fastupdate", "switch"]] },
  GistIndex: { method: "gist", options: [["buffering", "switch"], ["fillfactor", "number"]] },
  SpGistIndex: { method: "spgist", options: [["fillfactor", "number"]] },
  BrinIndex: { method: "brin", options: [["autosummarize", "switch"], ["pages_per_range", "number"]] },
  BloomIndex: { method: "bloom", options: [["length", "number"]] },
};

/** `WITH (fillfactor = 70)`, or null without options. Throws Unknown for an option that cannot be read. */
export function withClause(name: string, call: CallValue): string | null {
  const options = (indexMethods[name]?.options ?? []).flatMap(([argument, kind]) => option(call.kwargs.get(argument), argument, kind, call));
  if (name === "BloomIndex") options.push(...bloomColumns(call.kwargs.get("columns"), call));
  return options.length === 0 ? null : `WITH (${options.join(", ")})`;
}

function option(value: Value | undefined, argument: string, kind: Option[1], call: CallValue): readonly string[] {
  if (value === undefined || value === null) return [];
  if (kind === "number" && typeof value === "number") return [`${argument} = ${Math.trunc(value)}`];
  if (kind === "switch" && typeof value !== "object") return [`${argument} = ${value ? "on" : "off"}`];
  throw new Unknown(`the argument ${argument} of ${call.path} cannot be read`);
}

/** `col1 = 2`: the bits of each column. */
function bloomColumns(value: Value | undefined, call: CallValue): readonly string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === "object" && "items" in value && value.items.every((item) => typeof item === "number")) return value.items.map((bits, index) => `col${index + 1} = ${String(bits)}`);
  throw new Unknown(`the argument columns of ${call.path} cannot be read`);
}
