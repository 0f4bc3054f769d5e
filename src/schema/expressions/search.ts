import { Unknown } from "../../sql/literal/unknown.ts";
import { type Fragment, sql } from "./fragment.ts";
import { castNode } from "./functions/cast.ts";
import { functionSql } from "./functions/function-node.ts";
import type { Lookup } from "./lookups/input.ts";
import { bracketed, plainLeft } from "./lookups/sides.ts";
import type { Node, Scope } from "./node.ts";
import { bare, isInstance } from "./output-field.ts";
import { valueNode } from "./value-node.ts";

/** SearchConfig: `'english'::regconfig`. */
function configSql(config: Node): Fragment {
  return sql`${config.sql()}::regconfig`;
}

/** SearchVector(*expressions, config, weight): every source as text, never null. */
export function searchVector(sources: readonly Node[], config: Node | null, weight: Node | null, scope: Scope): Node {
  const write = (): Fragment => {
    const texts = sources.map((source) => coalesced(source, scope));
    const expressions = functionSql("to_tsvector", texts, { joiner: " || ' ' || ", template: "%(expressions)s" });
    const vector = config ? sql`to_tsvector(${configSql(config)}, ${expressions})` : sql`to_tsvector(${expressions})`;
    return weight ? sql`setweight(${vector}, ${weight.sql()})` : vector;
  };
  return { kind: "search vector", output: () => bare("SearchVectorField"), sql: write, detail: { kind: "search", config } };
}

function coalesced(source: Node, scope: Scope): Fragment {
  const field = source.output();
  if (field === null) throw new Unknown("a search vector over an expression without a type");
  const text = isInstance(field, "CharField") || isInstance(field, "TextField") ? source : castNode(source, bare("TextField"), scope);
  return functionSql("COALESCE", [text.sql(), valueNode("", null, scope).sql()]);
}

const searchTypes: Readonly<Record<string, string>> = { plain: "plainto_tsquery", phrase: "phraseto_tsquery", raw: "to_tsquery", websearch: "websearch_to_tsquery" };

/** SearchQuery(value, config, search_type, invert). */
export function searchQuery(value: Node, config: Node | null, type: string, invert: boolean): Node {
  const name = searchTypes[type];
  if (name === undefined) throw new Unknown(`the search type ${type}`);
  const write = (): Fragment => {
    const query = functionSql(name, config ? [configSql(config), value.sql()] : [value.sql()]);
    return invert ? sql`!!(${query})` : query;
  };
  return { kind: "search query", output: () => bare("SearchQueryField"), sql: write, detail: { kind: "search", config } };
}

/** SearchVectorExact and SearchLookup: `vector @@ query`. */
export function searchMatch(lookup: Lookup): Fragment {
  const query = asQuery(lookup);
  const left = lookup.field.internalType === "SearchVectorField" ? lookup.lhs : searchVector([lookup.lhs], configOf(query), null, lookup.scope);
  return sql`${plainLeft(lookup, left)} @@ ${bracketed(query, lookup)}`;
}

function asQuery(lookup: Lookup): Node {
  if ("items" in lookup.right) throw new Unknown("a search for a list");
  if ("node" in lookup.right && lookup.right.node.kind === "search query") return lookup.right.node;
  const value = "data" in lookup.right ? valueNode(lookup.right.data, null, lookup.scope) : lookup.right.node;
  return searchQuery(value, configOf(lookup.lhs), "plain", false);
}

const configOf = (node: Node): Node | null => (node.detail?.kind === "search" ? node.detail.config : null);
