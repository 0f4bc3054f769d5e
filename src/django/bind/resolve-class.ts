import { customClass } from "./custom/custom.ts";
import { knownClass } from "./classes/known.ts";
import { canonicalPath } from "./classes/paths.ts";
import type { BindContext } from "./context.ts";
import type { FieldClass } from "./field-class.ts";

/** A field's class with those it descends from. */
export interface ResolvedClass {
  /** Its path as deconstruct() gives it. */
  readonly path: string;
  /** The class itself first, django.db.models.Field last; a class that is not known says so. */
  readonly chain: readonly FieldClass[];
  /** Why its column cannot be known, with the way to settle it. */
  readonly unknown: string | null;
}

const caches = new WeakMap<BindContext, Map<string, ResolvedClass>>();

/** Looks a class up among Django's, the well-known packages' and the repository's own, and follows its bases. Cached per context. */
export function resolveClass(path: string, context: BindContext): ResolvedClass {
  let cache = caches.get(context);
  if (!cache) caches.set(context, (cache = new Map()));
  const key = canonicalPath(path);
  let resolved = cache.get(key);
  if (!resolved) cache.set(key, (resolved = follow(key, context)));
  return resolved;
}

function follow(path: string, context: BindContext): ResolvedClass {
  const chain = chainOf(path, context, new Set());
  return { path: chain[0]!.path, chain, unknown: chain.find((one) => one.unknown !== undefined)?.unknown ?? null };
}

const chains = new WeakMap<BindContext, Map<string, readonly FieldClass[]>>();

/**
 * A class with its bases as Python's method resolution order has them, near enough: a base that comes twice counts where it comes last.
 * Each class is looked at once, however the bases cross.
 */
function chainOf(path: string, context: BindContext, seen: ReadonlySet<string>): readonly FieldClass[] {
  let known = chains.get(context);
  if (!known) chains.set(context, (known = new Map()));
  const ready = known.get(path);
  if (ready) return ready;
  const found = seen.has(path) || seen.size > deepest ? null : (knownClass(path, context.facts.django.value) ?? customClass(path, context));
  if (found === null) return [{ path, base: null, unknown: notKnown(path) }];
  const inside = new Set([...seen, path, found.path]);
  const last = new Map<string, FieldClass>();
  for (const base of [...(found.base === null ? [] : [found.base]), ...(found.mixins ?? [])]) {
    for (const one of chainOf(canonicalPath(base), context, inside)) {
      last.delete(one.path);
      last.set(one.path, one);
    }
  }
  const chain = [found, ...last.values()];
  known.set(path, chain);
  return chain;
}

/** Classes above each other that are followed: no field has as many. */
const deepest = 100;

function notKnown(path: string): string {
  return `${path || "its class"} is neither a class of Django, nor of the repository, nor of a package whose fields are known: its column type cannot be told. \`manage.py sqlmigrate\` shows it.`;
}

/** The first class of the chain that says something. */
export function said<K extends keyof FieldClass>(resolved: ResolvedClass, key: K): FieldClass[K] | undefined {
  return resolved.chain.find((one) => one[key] !== undefined)?.[key];
}

/** Is it that class of Django or a descendant of it? */
export function descends(resolved: ResolvedClass, path: string): boolean {
  return resolved.chain.some((one) => one.path === path);
}

/** get_internal_type(): the nearest that a class says; else the name of the class itself. */
export function internalTypeOf(resolved: ResolvedClass): string {
  return said(resolved, "internalType") ?? resolved.path.slice(resolved.path.lastIndexOf(".") + 1);
}
