import { isBuiltin } from "./builtins.ts";
import { unknown, type Context, type Env, type Meaning } from "./context.ts";
import { isAlias, traceStars, type Found } from "./trace.ts";
import { codeSpan } from "../code-span.ts";

/** What a name or a chain of attributes of a name means where it stands: Python's rules of scopes. null: nothing defines it. */
export function lookUp(context: Context, path: string, env: Env): Found | { readonly kind: "builtin"; readonly name: string } | null {
  const [name = "", ...rest] = path.split(".");
  const { modules } = context;
  const dotted = modules.dotted(env.module.path);
  const local = env.locals?.get(name);
  if (local !== undefined) return { kind: "value", path, value: local, rest };
  const hit = inScopes(context, name, env);
  switch (hit?.meaning.kind) {
    case "path":
      return context.trace([hit.meaning.path, ...rest].join("."), env.module.path);
    case "class":
      return { ...hit.meaning, path: [dotted, ...hit.around, name].join("."), module: env.module, rest };
    case "function":
      return { ...hit.meaning, path: [dotted, ...hit.around, name].join("."), module: env.module, rest };
    case "value":
      if (isAlias(hit.meaning.value) && rest.length > 0) return context.trace([hit.meaning.value.path, ...rest].join("."), env.module.path);
      return { ...hit.meaning, path: [dotted, ...hit.around, name].join("."), rest };
    case undefined:
      break;
  }
  const star = traceStars(context, name, rest, env.module, new Set());
  if (star.kind !== "absent" && star.kind !== "library") return star;
  if (isBuiltin(name)) return { kind: "builtin", name: path };
  return star.kind === "library" ? star : null;
}

interface Hit {
  readonly meaning: Meaning;
  /** Names of the classes and functions it stands in. */
  readonly around: readonly string[];
}

/** From the inside out. A class's names are seen from its own body only; outside a function, everything has run when the function is called. */
function inScopes(context: Context, name: string, env: Env): Hit | null {
  let at = env.at;
  for (let i = env.around.length - 1; i >= 0; i--) {
    const owner = env.around[i]!;
    if (owner.kind === "class" && i < env.around.length - 1) continue;
    const around = env.around.slice(0, i + 1);
    const names = around.map((one) => one.name);
    if (owner.kind === "function" && owner.parameters.some((parameter) => parameter.replace(/^\*+/, "") === name)) {
      return { meaning: { kind: "value", value: unknown(`a parameter of ${codeSpan(owner.name)}`, owner, env.module) }, around: names };
    }
    const meaning = context.bound(name, owner, { ...env, around, at });
    if (meaning !== undefined) return { meaning, around: names };
    if (owner.kind === "function") at = Infinity;
  }
  const meaning = context.bound(name, env.module, { module: env.module, locals: null, around: [], at });
  return meaning === undefined ? null : { meaning, around: [] };
}
