import { evaluateItem, evaluateMethod, grown } from "./changes.ts";
import { mostSteps, reference, unknown, type Context, type Env, type Meaning } from "./context.ts";
import { arithmetic } from "./operators.ts";
import type { Binding, Branch } from "./scope.ts";
import type { Expression, Span, Statement } from "./syntax.ts";
import { traceStars } from "./trace.ts";
import { isUnknown, notDefined, part, same, truth } from "./values.ts";
import type { Value } from "./value.ts";

interface Remembered {
  readonly meaning: Meaning | undefined;
  readonly steps: number;
}

/** Makes `Context.bound`: works a name's bindings in one scope out, in order, and remembers the answer. */
export function nameReader(context: () => Context): Context["bound"] {
  const memory = new WeakMap<Binding, Remembered>();
  const active = new Set<Binding>();

  return (name, owner, env) => {
    const { work, scope } = context();
    const all = scope(owner).names.get(name);
    if (all === undefined) return undefined;
    const before = all.filter((binding) => binding.from <= env.at || inSameLoop(binding, env.at));
    if (before.length === 0 && "bases" in owner) return undefined; // a class body reads the name from outside until it binds it
    const bindings = before.length > 0 ? before : all; // used in a lambda or a function before it is defined
    const last = bindings.at(-1)!;
    const known = memory.get(last);
    if (known !== undefined && env.locals === null) {
      work.steps += known.steps;
      return known.meaning;
    }
    const { steps, incomplete } = work;
    const meaning = fold(context(), name, bindings, active, env);
    // A name that is too much by itself stays so: it is not worked out again.
    const tooMuch = work.steps >= mostSteps && steps < mostSteps / 2;
    if (env.locals === null && (work.incomplete === incomplete || tooMuch)) {
      memory.set(last, { meaning, steps: tooMuch ? 0 : work.steps - steps });
    }
    return meaning;
  };
}

/** A binding further down in a loop holds from its second turn on. */
function inSameLoop(binding: Binding, at: number): boolean {
  return binding.branches.some((branch) => branch.kind === "loop" && branch.of.start <= at && at < branch.of.end);
}

/** `active`: the bindings that are being worked out. */
function fold(context: Context, name: string, bindings: readonly Binding[], active: Set<Binding>, env: Env): Meaning | undefined {
  const attempts = new Set<Statement>();
  let current = isChange(bindings[0]!) ? fromStar(context, name, env) : undefined;
  for (const binding of bindings) {
    if (current === undefined && isChange(binding) && binding.kind !== "augmented") continue; // a method of a name that nothing defines
    if (active.has(binding)) {
      context.work.incomplete++;
      return { kind: "value", value: unknown("a name that is defined by itself", spanOf(binding), env.module) };
    }
    const taken = isTaken(context, binding.branches, attempts, env);
    if (taken === false) continue;
    if (binding.kind === "import" || binding.kind === "from") {
      for (const branch of binding.branches) if (branch.kind === "attempt") attempts.add(branch.of);
    }
    const repeated = binding.branches.some((branch) => branch.kind === "loop");
    active.add(binding);
    const next = apply(context, binding, current, repeated, env);
    active.delete(binding);
    current = taken === true || current === undefined || (repeated && isChange(binding)) ? next : merge(current, next, binding, env);
  }
  return current;
}

/** Does it change what the name held before? */
function isChange(binding: Binding): boolean {
  return ["augmented", "method", "item"].includes(binding.kind) || (binding.kind === "opaque" && binding.inPlace);
}

/** What `from … import *` brought into the module before it is changed there. */
function fromStar(context: Context, name: string, env: Env): Meaning | undefined {
  if (env.around.length > 0) return undefined;
  const star = traceStars(context, name, [], env.module, new Set());
  if (star.kind === "absent") return undefined;
  return star.kind === "value" ? star : { kind: "path", path: star.path };
}

/** null: it cannot be told. What the `try` imports goes before what its handlers put in its place. */
function isTaken(context: Context, branches: readonly Branch[], attempts: ReadonlySet<Statement>, env: Env): boolean | null {
  let certain = true;
  for (const branch of branches) {
    if (branch.kind === "attempt") continue;
    if (branch.kind === "handler" && attempts.has(branch.of)) return false;
    const truthful = branch.kind === "if" ? truthOf(context, branch.test, env) : null;
    if (truthful === null) certain = false;
    else if (branch.kind === "if" && truthful !== branch.taken) return false;
  }
  return certain ? true : null;
}

/** Conditions are asked for once for every name bound under them: a settled answer of a module's own is remembered. */
const settled = new WeakMap<Expression, boolean | null>();

function truthOf(context: Context, test: Expression, env: Env): boolean | null {
  const known = settled.get(test);
  if (known !== undefined) return known;
  const { incomplete } = context.work;
  const misses = context.modules.misses();
  const answer = truth(context.evaluate(test, { ...env, at: test.start }));
  const whole = context.work.incomplete === incomplete && context.modules.misses() === misses;
  if (env.locals === null && whole && context.work.steps < mostSteps) settled.set(test, answer);
  return answer;
}

function apply(context: Context, binding: Binding, current: Meaning | undefined, repeated: boolean, env: Env): Meaning {
  const { modules } = context;
  switch (binding.kind) {
    case "import":
      return { kind: "path", path: binding.path };
    case "from": {
      const source = modules.absolute(binding.level, binding.module, env.module.path);
      return { kind: "path", path: source === "" ? binding.name : `${source}.${binding.name}` };
    }
    case "class":
    case "function":
      return binding;
    case "value": {
      const value = part(context.evaluate(binding.value, { ...env, at: binding.value.start }), binding.path);
      return { kind: "value", value: value === undefined ? unknown("a value that is not unpacked", binding.value, env.module) : value };
    }
    case "opaque":
      // Changing an attribute of a module, a class or a function does not change what the name means.
      if (current !== undefined && current.kind !== "value" && binding.inPlace) return current;
      return { kind: "value", value: unknown(binding.what, binding.statement, env.module) };
    case "augmented":
    case "method":
    case "item":
      return change(context, binding, current, repeated, env);
  }
}

type Change = Extract<Binding, { kind: "augmented" | "method" | "item" }>;

function change(context: Context, binding: Change, current: Meaning | undefined, repeated: boolean, env: Env): Meaning {
  if (current !== undefined && current.kind !== "value") {
    if (binding.kind !== "augmented") return current;
    const left = current.kind === "path" ? context.follow(current.path, env, spanOf(binding)) : reference(current.definition.name, current.definition, env.module);
    return change(context, binding, { kind: "value", value: left }, repeated, env);
  }
  const span = spanOf(binding);
  const before = current?.value ?? unknown(notDefined, span, env.module);
  const here = { ...env, at: span.start };
  const value = changed(context, binding, before, here);
  if (!repeated || value === before) return { kind: "value", value };
  return { kind: "value", value: grown(before, unknown("changed in a loop", span, env.module)) };
}

function changed(context: Context, binding: Change, before: Value, env: Env): Value {
  switch (binding.kind) {
    case "augmented":
      return arithmetic(binding.operator, before, context.evaluate(binding.value, env), binding.statement, env.module);
    case "method":
      return evaluateMethod(before, binding.method, binding.call, (expression) => context.evaluate(expression, env), env.module);
    case "item":
      return evaluateItem(before, context.evaluate(binding.index, env), context.evaluate(binding.value, env), binding.index, env.module);
  }
}

/** Two meanings of which one holds, and it cannot be told which. */
function merge(current: Meaning, next: Meaning, binding: Binding, env: Env): Meaning {
  if (current.kind === "path" && next.kind === "path" && current.path === next.path) return current;
  if (current.kind === "value" && next.kind === "value") {
    if (current.value === next.value || same(current.value, next.value) === true) return current;
    if (isChange(binding)) {
      return { kind: "value", value: grown(current.value, unknown("changed under a condition", spanOf(binding), env.module)) };
    }
    if (isUnknown(current.value)) return current;
  }
  return { kind: "value", value: unknown("a value that a condition decides", spanOf(binding), env.module) };
}

function spanOf(binding: Binding): Span {
  switch (binding.kind) {
    case "class":
    case "function":
      return binding.definition;
    case "value":
    case "item":
      return binding.value;
    case "augmented":
    case "opaque":
      return binding.statement;
    case "method":
      return binding.call;
    case "import":
    case "from":
      return { start: binding.from, end: binding.from };
  }
}
