import { headOf, type Case } from "./cases.ts";

/** What a case names: fields, models, indexes, columns in raw SQL and in functions, keys. Cases that name different things may stand in one pull request. */
function namesOf({ operations, functions = "" }: Case): ReadonlySet<string> {
  const found = (pattern: RegExp, text = operations) => [...text.matchAll(pattern)].map((groups) => groups.slice(1).find((group) => group !== undefined)!);
  // Keywords are upper case there.
  const columns = found(/RunSQL\(\s*"(.*?)",?\n?/g).flatMap((sql) => sql.match(/\b[a-z]\w*\b/g) ?? []).filter((word) => !/^(shop_\w+|integer|id)$/.test(word)).map((word) => word.replace(/_id$/, ""));
  const tables = found(/RunSQL\(\s*"(.*?)",?\n?/g).flatMap((sql) => [...sql.matchAll(/shop_(\w+)/g)].map(([, model]) => model!)).filter((model) => model !== "order");
  // A key that gets another type, and columns that are to point at it.
  const keys = [...found(/model_name="(\w+)",\s*name="id"/g), ...found(/to="shop\.(\w+)"/g), ...(/ManyToManyField|"tags"/.test(operations) ? ["order", "tag"] : []), ...found(/old_name="([A-Z]\w+)"/g).map((model) => model.toLowerCase())].map((model) => `key of ${model}`);
  const named = [...found(/(?<!model_)name="(\w+)"|"(\w+?)(?:__\w+)?"(?=[\],)])|FROM shop_(\w+)/g), ...columns, ...tables, ...found(/\.update\((\w+)=|\bF\("(\w+)"\)|\.(\w+) = /g, functions)].map((name) => name.toLowerCase());
  return new Set([...named.filter((name) => !["order", "none", "shop", "id"].includes(name)), ...keys]);
}

/** Draws subsets of cases that touch different things, the same ones each time (a linear congruential generator). */
export function* drawn(cases: readonly Case[], count: number, seed = 1): Generator<readonly Case[]> {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let made = 0; made < count; made++) {
    const wanted = 2 + random(4);
    const chosen: Case[] = [];
    const taken = new Set<string>();
    for (let tries = 0; tries < 20 && chosen.length < wanted; tries++) {
      const one = cases[random(cases.length)]!;
      const names = namesOf(one);
      if (chosen.includes(one) || /old_name="Order"/.test(one.operations) || [...names].some((name) => taken.has(name))) continue;
      chosen.push(one);
      for (const name of names) taken.add(name);
    }
    yield chosen;
  }
}

/** Several cases as one pull request. Where two of them change the same line of models.py, the first does. */
export function joined(subset: readonly Case[]): Readonly<Record<string, string>> {
  const imports = [...new Set(subset.flatMap((one) => (one.imports ?? "").split("\n").filter((line) => line !== "")))];
  const head = headOf({ ...(subset[0]?.shop && { shop: subset[0].shop }), operations: subset.map(({ operations }) => operations).join("\n"), models: {}, functions: subset.map(({ functions }) => functions ?? "").filter((text) => text !== "").join("\n\n"), imports: imports.map((line) => `${line}\n`).join("") });
  const models = subset.flatMap((one) => Object.entries(one.models)).reduce((text, [from, to]) => text.replace(from, () => to), head["shop/models.py"]!);
  return { ...head, "shop/models.py": models };
}
