import type { Definition, PyModule, Python } from "../python/python.ts";
import type { ClassStatement, Expression, Statement } from "../python/syntax.ts";
import type { Target } from "./types.ts";

/** Whose names an expression or a class's strings are: of the model that is looked for, of another, or unknown. */
export type Owner = "ours" | "other" | null;

/** What a file says of the model. */
export interface ModelNames {
  /** Whose class a (dotted) name is. */
  ofClass(name: string): Owner;
  /** Whose fields the strings of a class's body are, and whether `self` is an instance. */
  about(definition: ClassStatement): { readonly owner: Owner; readonly model: boolean };
}

/** Reads the model's names in a file. Pure; asks the reader for files that were given. */
export function modelNames(target: Target, module: PyModule, python: Python): ModelNames {
  const classes = new Map<string, Owner>();
  const known = new Map<ClassStatement, { readonly owner: Owner; readonly model: boolean }>();
  const registered = registrations(module);

  function ofClass(name: string): Owner {
    const seen = classes.get(name);
    if (seen !== undefined) return seen;
    const owner = /(^|\.)[A-Z][^.]*$/.test(name) ? ownerOf(name) : null;
    classes.set(name, owner);
    return owner;
  }

  function ownerOf(name: string): Owner {
    const dotted = python.resolve(name, module);
    const found = python.find(dotted);
    if (found !== null && found.kind !== "class") return null;
    return ownerOfPath(found?.path ?? dotted, found, target);
  }

  function about(definition: ClassStatement): { readonly owner: Owner; readonly model: boolean } {
    const seen = known.get(definition);
    if (seen) return seen;
    known.set(definition, { owner: null, model: false }); // a class that is its own base
    const found = read(definition);
    known.set(definition, found);
    return found;
  }

  function read(definition: ClassStatement): { readonly owner: Owner; readonly model: boolean } {
    if (definition.name === target.model && ofClass(definition.name) === "ours") return { owner: "ours", model: true };
    const bases = definition.bases.flatMap(({ value }) => (value.kind === "name" ? [value.path] : []));
    if (bases.some((base) => ofClass(base) === "ours")) return { owner: "ours", model: true };
    const named = [...(registered.get(definition.name) ?? []), ...decorated(definition), ...modelsOf(definition)].map(ofClass);
    if (named.includes("ours")) return { owner: "ours", model: false };
    if (named.includes("other")) return { owner: "other", model: false };
    if (ofClass(definition.name) === "other" || bases.some((base) => /(^|\.)models\.Model$/.test(base))) return { owner: "other", model: true };
    // An abstract base, a form that extends another: theirs are the names of what they extend.
    for (const base of bases) {
      const extended = module.body.find((one): one is ClassStatement => one.kind === "class" && one.name === base);
      if (extended && extended !== definition && about(extended).owner !== null) return { ...about(extended) };
    }
    const managed = target.model !== null && definition.name.startsWith(target.model) && /(QuerySet|Manager|Query)$/.test(definition.name);
    return { owner: managed ? "ours" : null, model: false };
  }

  return { ofClass, about };
}

/** `hc.accounts.models.Profile`, by the app label and the class's name. */
function ownerOfPath(dotted: string, found: Extract<Definition, { kind: "class" }> | null, { app, model }: Target): Owner {
  const parts = dotted.split(".");
  const name = parts.at(-1)!;
  const models = parts.lastIndexOf("models", -2);
  const inModels = models !== -1 || (found !== null && /(^|\/)models(\.py$|\/)/.test(found.module.path));
  // A GraphQL type may have the model's name.
  if (found !== null && !inModels && !found.definition.bases.some(({ value }) => value.kind === "name" && /Model|Page|Mixin/.test(value.path))) return null;
  // A model of the same name in a module of another app; the app's label may differ from its folder's name.
  if (name === model) return parts.slice(0, -1).includes(app) || models === 0 || found?.module.path === "models.py" ? "ours" : null;
  return inModels && !/^(models|django)\b/.test(dotted) ? "other" : null;
}

/** `model = Order`, `queryset = Order.objects.all()`, also in Meta: the names of the classes. */
function modelsOf({ body }: ClassStatement): readonly string[] {
  return body.flatMap((statement) => {
    if (statement.kind === "class" && statement.name === "Meta") return modelsOf(statement);
    if (statement.kind !== "assign" || !statement.targets.some((one) => one.kind === "name" && /^(model|queryset|document)$/.test(one.path))) return [];
    const root = rootOf(statement.value);
    return root === null ? [] : [root];
  });
}

/** The class that a chain begins with: `Order.objects.filter(…).all()`. */
function rootOf(expression: Expression): string | null {
  switch (expression.kind) {
    case "name":
      return /^(.*?\b[A-Z]\w*)/.exec(expression.path)?.[1] ?? null;
    case "attribute":
    case "subscript":
      return rootOf(expression.object);
    case "call":
      return rootOf(expression.callee);
    default:
      return null;
  }
}

/** `@admin.register(Order)`, `@receiver(…, sender=Order)` not among them. */
function decorated({ decorators = [] }: ClassStatement): readonly string[] {
  return decorators.flatMap((one) => (one.kind === "call" && one.callee.kind === "name" && /(^|\.)register$/.test(one.callee.path) ? namesIn(one) : []));
}

/** `admin.site.register(Order, OrderAdmin)`: the models by the admin's name. */
function registrations(module: PyModule): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const read = (statement: Statement): void => {
    if (statement.kind !== "expression" || statement.value.kind !== "call") return;
    const { callee } = statement.value;
    if (callee.kind !== "name" || !/(^|\.)register$/.test(callee.path)) return;
    const names = namesIn(statement.value);
    const admin = names.at(-1);
    if (names.length > 1 && admin !== undefined) found.set(admin, [...(found.get(admin) ?? []), ...names.slice(0, -1)]);
  };
  module.body.forEach(read);
  return found;
}

function namesIn(call: Expression & { readonly kind: "call" }): readonly string[] {
  return call.args.flatMap(({ value }) => (value.kind === "name" ? [value.path] : value.kind === "list" || value.kind === "tuple" ? value.items.flatMap((item) => (item.kind === "name" ? [item.path] : [])) : []));
}
