import type { Chain, Frame, Scope, Spot } from "./chain.ts";
import type { ModelNames, Owner } from "./classes.ts";
import { lookupOf, type Names, suggests } from "./names.ts";
import { keywordCalls, optionNames, plainQueries, queryParts, stringCalls } from "./orm.ts";
import { sqlCertainty } from "./sql.ts";
import type { ClassStatement } from "../python/syntax.ts";
import type { Target, Usage } from "./types.ts";
import { codeSpan } from "../code-span.ts";

/** What is known of a file while its spots are judged. */
export interface Surroundings {
  readonly target: Target;
  readonly names: Names;
  readonly models: ModelNames;
  /** The file's class that begins at an offset. */
  readonly classAt: (start: number) => ClassStatement | null;
  /** Whose object a variable holds at a spot. */
  readonly variable: (name: string, spot: Spot) => Owner;
  /** Names that the file's imports bind. */
  readonly imported: ReadonlySet<string>;
  /** The name is imported from outside of the repository. */
  readonly library: (name: string) => boolean;
  /** `self.NAME = …` stands in the file outside of the model. */
  readonly ownAttribute: (name: string) => boolean;
}

export type Verdict = Pick<Usage, "certainty" | "kind" | "how"> | null;

const python = (certainty: Usage["certainty"], how: string): Verdict => ({ certainty, kind: "Python", how });

/** How sure it is that a spot names the field or column; null where it names something else. */
export function classifyField(spot: Spot, at: Surroundings): Verdict {
  switch (spot.kind) {
    case "attribute":
      return attribute(spot, at);
    case "keyword":
      return keyword(spot, at);
    case "string":
      return string(spot, at);
    case "assigned": {
      const about = aboutClass(spot.scopes, at);
      return about?.owner === "ours" && at.names.fields.has(spot.name) ? python("certain", codeSpan(`${spot.scopes.at(-1)!.name}.${spot.name}`)) : null;
    }
    default:
      return null; // a variable of the same name
  }
}

function attribute({ receiver, name, called, ...spot }: Spot, at: Surroundings): Verdict {
  if (called && at.names.fields.has(name)) return null; // a method
  if (receiver === null || !receiver.rooted) return python("possible", "attribute");
  const how = `attribute of ${codeSpan(receiver.names.at(-1)!)}`;
  const last = receiver.names.at(-1)!;
  if (receiver.names.length === 1 && (last === "self" || last === "cls")) {
    const about = aboutClass(spot.scopes, at);
    if (about?.model) return about.owner === "ours" ? python("certain", how) : null;
    return about?.owner === "other" || at.ownAttribute(name) ? null : python("possible", how);
  }
  const owner = ownerOf(receiver, { ...spot, receiver, name, called }, at);
  if (owner.direct !== null) return owner.direct === "ours" ? python(owner.throughClass ? "certain" : "likely", how) : null;
  if (suggests(last, at.target.model)) return python("likely", how);
  if (receiver.names.length === 1 && at.imported.has(last)) return null;
  return owner.root === "other" ? null : python("possible", how);
}

/** Whose an object is. `direct`: the chain leads to it by query methods alone; `root`: whose the chain's beginning is. */
function ownerOf({ names, rooted }: Chain, spot: Spot, at: Surroundings): { readonly direct: Owner; readonly root: Owner; readonly throughClass: boolean } {
  if (!rooted) return { direct: null, root: null, throughClass: false };
  const length = names.findIndex((name) => /^[A-Z]/.test(name)) + 1;
  const byClass = length > 0 ? at.models.ofClass(names.slice(0, length).join(".")) : null;
  const inside = names[0] === "self" || names[0] === "cls" ? aboutClass(spot.scopes, at) : null;
  const byVariable = length === 0 && inside === null ? at.variable(names[0]!, spot) : null;
  const bySelf = inside !== null && names.slice(1).every((name) => isQuery(name) || /^(model|queryset|get_queryset|super)$/.test(name)) ? inside.owner : null;
  const root = byClass ?? byVariable ?? bySelf;
  const rest = names.slice(Math.max(length, 1));
  return { direct: rest.every(isQuery) ? root : null, root, throughClass: byClass !== null };
}

/** A manager or a method of a query: what follows is still about the same model. */
function isQuery(name: string): boolean {
  return queryParts.has(name) || keywordCalls.has(name.replace(/^a/, "")) || keywordCalls.has(name) || stringCalls.has(name) || /^a?(first|last|none|count|exists|iterator|model)$/.test(name) || name.endsWith("objects") || name === "Meta";
}

function keyword({ name, frames, ...spot }: Spot, at: Surroundings): Verdict {
  const lookup = lookupOf(name, at.names.fields);
  const callee = frames.at(-1)?.callee;
  if (lookup === null || !callee) return null;
  return argument(lookup.before, frames, keywordCalls, { ...spot, name, frames }, at);
}

/** An argument of a call: of the model's class, of a query, or of anything. */
function argument(before: string | null, frames: readonly Frame[], calls: ReadonlySet<string>, spot: Spot, at: Surroundings): Verdict {
  const callee = frames.at(-1)!.callee!;
  const method = callee.names.at(-1) ?? "";
  const how = codeSpan(`${method}()`);
  const plain = method.replace(/^a(?=get|create|update|aggregate|earliest|latest|save|refresh|bulk|in_bulk)/, "");
  const isCall = calls.has(plain);
  const made = at.models.ofClass(callee.names.join("."));
  if (made !== null && !isCall) return made === "other" ? null : python("certain", how);
  if (callee.names[0] === "register") return null; // a template filter or tag
  if (!isCall) return suggestsCall(method, at) ? python("likely", how) : before === null && spot.kind === "keyword" && !at.library(callee.names[0] ?? "") ? python("possible", how) : before !== null && suggests(before, at.target.model) ? python("likely", how) : null;
  const owner = queryOwner(frames, spot, at);
  if (before !== null) return suggests(before, at.target.model) ? python("likely", how) : python("possible", how);
  if (owner.owner === "ours") return python(owner.throughClass ? "certain" : "likely", how);
  if (owner.owner === "other") return null;
  const reverse = /^(.+)_set$/.exec(callee.names.at(-2) ?? "")?.[1];
  if (reverse !== undefined && !suggests(reverse, at.target.model)) return null;
  const query = plainQueries.has(plain) || callee.names.some((name) => queryParts.has(name)) || callee.names.slice(0, -1).some((name) => suggests(name, at.target.model));
  return python(query ? "likely" : "possible", how);
}

/** `ProfileFactory(…)`, `make_profile(…)`. */
function suggestsCall(method: string, { target }: Surroundings): boolean {
  const model = target.model?.toLowerCase();
  return model !== undefined && method.toLowerCase().replaceAll("_", "").includes(model);
}

/** Whose query the innermost call belongs to: `Q(…)`, `models.F(…)` and other expressions to the call around them. */
function queryOwner(frames: readonly Frame[], spot: Spot, at: Surroundings): { readonly owner: Owner; readonly throughClass: boolean } {
  for (const { callee } of frames.toReversed()) {
    if (callee === null || callee.names.length === 0) continue;
    if (/^([A-Z]|get_(object|list)_or_404$)/.test(callee.names.at(-1)!)) continue;
    const on = callee.names.length > 1 ? callee.names.slice(0, -1) : callee.names;
    const { direct, throughClass } = ownerOf({ ...callee, names: on }, spot, at);
    if (direct !== null) return { owner: direct, throughClass };
    if (callee.names.length > 1) return { owner: null, throughClass: false };
  }
  // Expressions of a Meta: the model's own.
  const scope = spot.scopes.at(-1);
  return { owner: scope?.kind === "class" ? (aboutClass(spot.scopes, at)?.owner ?? null) : null, throughClass: true };
}

function string({ name, frames, scopes, ...spot }: Spot, at: Surroundings): Verdict {
  const lookup = lookupOf(name, at.names.fields);
  if (lookup === null) {
    const sure = sqlCertainty(name, at.names);
    return sure === null ? null : { certainty: sure, kind: "SQL", how: "SQL" };
  }
  const whole = { ...spot, name, frames, scopes };
  const call = frames.findLastIndex((frame) => frame.callee !== null);
  const method = frames[call]?.callee?.names.at(-1) ?? "";
  const scope = scopes.at(-1);
  if (call !== -1 && (stringCalls.has(method.replace(/^a(?=earliest|latest|save|refresh|bulk|in_bulk)/, "")) || frames[call]!.keyword === "update_fields")) return argument(lookup.before, frames.slice(0, call + 1), new Set([...stringCalls, method]), whole, at);
  if (scope?.kind === "class") {
    const about = aboutClass(scopes, at);
    const how = codeSpan([scopes.at(-2)?.kind === "class" ? scopes.at(-2)!.name : null, scope.name, scope.option].filter((part) => part !== null && part !== undefined).join("."));
    if (lookup.before !== null) return suggests(lookup.before, at.target.model) ? python("likely", how) : scope.option !== null && optionNames.has(scope.option) ? python("possible", how) : null;
    if (about?.owner === "ours") return python(scope.option !== null && optionNames.has(scope.option) ? "certain" : "likely", how);
    return about?.owner === "other" ? null : python("possible", how);
  }
  if (lookup.before !== null) return suggests(lookup.before, at.target.model) ? python("likely", "lookup") : null;
  if (aboutClass(scopes, at)?.owner === "ours") return python("likely", "string");
  if (/^(get|set|has|del)attr$/.test(method)) return python("possible", codeSpan(`${method}()`));
  return python("possible", "string");
}

/** What the innermost class around a spot is about; of a Meta, the class it belongs to. */
function aboutClass(scopes: readonly Scope[], at: Surroundings): { readonly owner: Owner; readonly model: boolean } | null {
  for (const scope of scopes.toReversed()) {
    if (scope.kind !== "class") continue;
    const definition = at.classAt(scope.start);
    if (definition === null) return null;
    const about = at.models.about(definition);
    if (about.owner !== null || scope.name !== "Meta") return about;
  }
  return null;
}

/** How sure it is that a spot names the model or its table. */
export function classifyModel(spot: Spot, { target, names, models }: Surroundings): Verdict {
  const { model, app } = target;
  if (spot.kind === "string") {
    const name = spot.name.toLowerCase();
    if (model !== null && name === `${app}.${model}`.toLowerCase()) return python("certain", "reference");
    const call = spot.frames.findLast((frame) => frame.callee !== null)?.callee?.names.at(-1) ?? "";
    if (model !== null && spot.name === model) {
      if (/^get_model$|^get_registered_model$/.test(call)) return python("likely", codeSpan(`${call}()`));
      if (/(ForeignKey|OneToOneField|ManyToManyField|ParentalKey|GenericRelation)$/.test(call)) return python("likely", codeSpan(`${call}()`));
      return null;
    }
    const sure = sqlCertainty(spot.name, names);
    if (sure !== null) return { certainty: sure, kind: "SQL", how: "SQL" };
    return spot.name === names.table ? python("likely", "name of the table") : null;
  }
  if (spot.name !== model || spot.kind === "keyword") return null;
  const path = spot.receiver === null ? spot.name : [...spot.receiver.names, spot.name].join(".");
  const owner = spot.receiver !== null && !spot.receiver.rooted ? null : models.ofClass(path);
  return owner === "other" ? null : python(owner === "ours" ? "certain" : "possible", spot.kind === "attribute" ? "attribute" : "the model's class");
}
