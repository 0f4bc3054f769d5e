import { createPython, loadPython } from "../../src/python/reader.ts";
import type { Target, Usage, Usages } from "../../src/usage/types.ts";
import { type UsageLimits, usagesOf } from "../../src/usage/usages.ts";

const parser = await loadPython();

export const models = `from django.db import models

class Customer(models.Model):
    name = models.CharField(max_length=20)

class BookOrder(models.Model):
    customer = models.ForeignKey(Customer, models.CASCADE)

class Tag(models.Model):
    note = models.TextField()
`;

export const note: Target = { app: "shop", model: "BookOrder", field: "note", column: "note", table: "shop_bookorder" };

/** Where a small project names the target. */
export function usages(files: Readonly<Record<string, string>>, target: Target = note, limits?: UsageLimits): Usages {
  return usagesOfAll(files, [target], limits).get(target)!;
}

/** The same of several, looked for together. */
export function usagesOfAll(files: Readonly<Record<string, string>>, targets: readonly Target[], limits?: UsageLimits): ReadonlyMap<Target, Usages> {
  const all: Readonly<Record<string, string>> = { "shop/__init__.py": "", "shop/models.py": models, ...files };
  const text = (path: string) => (Object.hasOwn(all, path) ? all[path]! : null);
  const python = createPython(parser, { has: (path) => Object.hasOwn(all, path), text, roots: [""] });
  return usagesOf(targets, { paths: Object.keys(all).toSorted(), text }, python, limits);
}

/** `certain 3: order.note`, one for each place in `shop/code.py`. */
export function told(source: string, target: Target = note, path = "shop/code.py"): readonly string[] {
  return usages({ [path]: source }, target).found.filter((one) => one.path === path).map(line);
}

export function line({ certainty, line: at }: Usage): string {
  return `${certainty} ${at}`;
}
