import type { Chain, Frame, Scope, Spot } from "./chain.ts";
import { tokensOf, type Token } from "./tokens.ts";

/** A variable that is given something: `order = Order.objects.get(…)`, `for order in Order…`, `order: Order`. */
export interface Binding {
  readonly at: number;
  readonly name: string;
  /** The class that the value or annotation begins with: `shop.models.Order`. */
  readonly from: string;
  /** Offset of the function it stands in; -1 outside of any. */
  readonly scope: number;
}

/** Words of the language that end a chain. */
const words = new Set("in if else elif not and or is return yield for while with as lambda assert raise del except import from global nonlocal".split(" "));

/** So many brackets, classes and functions around a name are looked at. */
const deepest = 12;

/** Walks over a file's tokens. `wanted` says which names and strings are worth a spot; nothing is thrown. */
export function readSpots(text: string, wanted: (name: string, kind: "name" | "string") => boolean): { readonly spots: readonly Spot[]; readonly bindings: readonly Binding[] } {
  const tokens = [...tokensOf(text)];
  const spots: Spot[] = [];
  const bindings: Binding[] = [];
  let frames: Frame[] = [];
  let scopes: Scope[] = [];
  let chain: Chain | null = null;
  let first = true;
  let importing = false;

  const add = (token: Token, kind: Spot["kind"], receiver: Chain | null, index: number) =>
    spots.push({ at: token.start, name: token.text, kind, receiver, frames: frames.slice(-deepest).map((frame) => ({ ...frame })), scopes: scopes.slice(-deepest).map((scope) => ({ ...scope })), called: tokens[index + 1]?.text === "(" && tokens[index + 1]!.kind === "operator" });

  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (token.kind === "newline") {
      [chain, first] = [null, true];
      continue;
    }
    const starts = first;
    first = false;
    if (starts) {
      importing = token.text === "from" || token.text === "import";
      const column = columnOf(text, token.start);
      scopes = scopes.filter((scope) => scope.column < column);
      if (scopes.at(-1)?.kind === "class") scopes.at(-1)!.option = null;
      frames = []; // a bracket that never closed
    }
    if (token.kind === "string") {
      const alone = starts && (next === undefined || next.kind === "newline");
      if (!alone && wanted(token.text, "string")) add(token, "string", null, index);
      chain = { names: [], rooted: false };
      continue;
    }
    if (token.kind === "operator") {
      if ("([{".includes(token.text)) {
        frames.push({ bracket: token.text, callee: token.text === "(" ? chain : null, before: chain, keyword: null });
        chain = null;
      } else if (")]}".includes(token.text)) chain = frames.pop()?.before ?? { names: [], rooted: false };
      else if (token.text === "," && frames.length > 0) {
        frames.at(-1)!.keyword = null;
        chain = null;
      } else if (token.text !== ".") chain = null;
      continue;
    }
    // A name.
    const previous = tokens[index - 1];
    if (previous?.text === "." && previous.kind === "operator") {
      if (!importing && wanted(token.text, "name")) add(token, "attribute", chain, index);
      chain = chain === null ? { names: [token.text], rooted: false } : { ...chain, names: [...chain.names, token.text] };
      continue;
    }
    if ((token.text === "class" || token.text === "def") && next?.kind === "name" && frames.length === 0) {
      scopes.push({ kind: token.text === "class" ? "class" : "function", column: columnOf(text, tokens[index - 1]?.text === "async" ? tokens[index - 1]!.start : token.start), start: token.start, name: next.text, option: null });
      continue;
    }
    if (words.has(token.text)) {
      chain = null;
      continue;
    }
    const assigns = next?.text === "=" && tokens[index + 2]?.text !== "=";
    const frame = frames.at(-1);
    if (assigns && frame?.bracket === "(") {
      frame.keyword = token.text;
      if (wanted(token.text, "name")) add(token, "keyword", null, index);
      chain = null;
      continue;
    }
    if (next?.text === "=" || next?.text === "in" || next?.text === ":") {
      const from = classAt(tokens, index + 2);
      if (from !== null) bindings.push({ at: token.start, name: token.text, from, scope: scopes.findLast((scope) => scope.kind === "function")?.start ?? -1 });
    }
    const scope = scopes.at(-1);
    const inClass = starts && frames.length === 0 && scope?.kind === "class" && (assigns || next?.text === ":");
    if (inClass) scope.option = token.text;
    if (wanted(token.text, "name")) add(token, inClass ? "assigned" : "name", null, index);
    chain = { names: [token.text], rooted: true };
  }
  return { spots, bindings };
}

/** The class that a chain begins with, `get_object_or_404(Order, …)` looked into. */
function classAt(tokens: readonly Token[], index: number): string | null {
  const names: string[] = [];
  for (let i = index; tokens[i]?.kind === "name" && names.length < 8; i += 2) {
    names.push(tokens[i]!.text);
    if (/^[A-Z]/.test(tokens[i]!.text)) return names.join(".");
    if (tokens[i + 1]?.text === "(" && /^a?get_(object|list)_or_404$/.test(tokens[i]!.text)) return classAt(tokens, i + 2);
    if (tokens[i + 1]?.text !== ".") return null;
  }
  return null;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}
