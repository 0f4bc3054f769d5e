import type { Expression } from "../../../python/syntax.ts";
import { managers, type Meaning, oneRow, queryWrites, relatedWrites, type Rows, rowWrites, sameRows, schemaMethods, unknown } from "./meaning.ts";
import { place, type Walk, written } from "./state.ts";

/** What an attribute of something is. */
export function attribute(object: Meaning, name: string): Meaning {
  switch (object.kind) {
    case "model":
      return managers.has(name) ? { kind: "rows", model: object.model, whole: true, streamed: false } : unknown;
    case "row":
    case "of row":
      return { kind: "of row", looped: object.looped };
    case "path":
      return { kind: "path", path: `${object.path}.${name}` };
    default:
      return unknown;
  }
}

/** Notes what a call of a method does, and says what it gives back. */
export function method(object: Meaning, name: string, call: Expression & { readonly kind: "call" }, values: readonly Meaning[], walk: Walk): Meaning {
  onAny(name, values, call, walk);
  switch (object.kind) {
    case "apps":
      return name === "get_model" ? asked(label(values), call, walk) : unknown;
    case "schema editor":
      if (schemaMethods.has(name)) walk.found.schema.push({ ...place(call, walk), what: `schema_editor.${name}()` });
      return unknown;
    case "rows":
      return query(object, name, call, walk);
    case "row":
      if (rowWrites.has(name)) written(name, walk);
      return unknown;
    case "of row":
      if (relatedWrites.has(name) && object.looped) written(name, walk);
      return unknown;
    default:
      return unknown;
  }
}

function asked(model: string | null, call: Expression, walk: Walk): Meaning {
  if (model !== null) walk.found.models.push({ ...place(call, walk), model });
  return { kind: "model", model };
}

/** `execute` runs SQL, whatever it is called on: a cursor, the schema editor, a connection. */
export function onAny(name: string, [first = unknown]: readonly Meaning[], call: Expression, walk: Walk): void {
  if (name === "execute" && first.kind === "text") schemaStatement(first.text, call, walk);
}

function query(rows: Rows, name: string, call: Expression & { readonly kind: "call" }, walk: Walk): Meaning {
  if (walk.loop && queryWrites.has(name)) written(name, walk);
  if (sameRows.has(name)) return rows;
  if (name === "iterator") return { ...rows, streamed: true };
  if (oneRow.has(name)) return { kind: "row", model: rows.model, looped: walk.loops > 0 };
  if (name === "update" || name === "delete") {
    if (!walk.loop) walk.found.bulk.push({ ...place(call, walk), model: rows.model, method: name, whole: rows.whole });
    return unknown;
  }
  if (name === "filter" || name === "exclude") return call.args.length === 0 ? rows : { ...rows, whole: false };
  // Another method: a manager's own, whose rows are not known.
  return /^(count|exists|aggregate|in_bulk|bulk_\w+)$/.test(name) ? unknown : { ...rows, whole: false };
}

function schemaStatement(text: string, at: Expression, walk: Walk): void {
  const statement = /^\s*((?:ALTER|DROP|RENAME|TRUNCATE|CREATE(?:\s+OR\s+REPLACE)?)(?:\s+(?:UNIQUE|MATERIALIZED|TEMP|TEMPORARY|UNLOGGED))?\s+\w+)/i.exec(text);
  if (statement) walk.found.schema.push({ ...place(at, walk), what: statement[1]!.toUpperCase().replace(/\s+/g, " ") });
}

/** `get_model("shop", "Order")`, `get_model("shop.Order")`. */
function label(values: readonly Meaning[]): string | null {
  const [app, model] = values;
  if (app?.kind !== "text") return null;
  if (model === undefined) return app.text.includes(".") ? app.text : null;
  return model.kind === "text" ? `${app.text}.${model.text}` : null;
}
