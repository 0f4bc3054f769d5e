import { headOf, type Case } from "./cases.ts";

/** What a case names: fields, models, indexes. Cases that name different things may stand in one pull request. */
function namesOf({ operations }: Case): ReadonlySet<string> {
  const named = [...operations.matchAll(/(?<!model_)name="(\w+)"|"(\w+?)(?:__\w+)?"(?=[\],)])|FROM shop_(\w+)/g)].map(([, name, listed, table]) => (name ?? listed ?? table)!.toLowerCase());
  return new Set(named.filter((name) => name !== "order" && name !== "none" && name !== "shop"));
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
  const head = headOf({ operations: subset.map(({ operations }) => operations).join("\n"), models: {}, functions: subset.map(({ functions }) => functions ?? "").filter((text) => text !== "").join("\n\n"), imports: imports.map((line) => `${line}\n`).join("") });
  const models = subset.flatMap((one) => Object.entries(one.models)).reduce((text, [from, to]) => text.replace(from, () => to), head["shop/models.py"]!);
  return { ...head, "shop/models.py": models };
}
