import type { Sought } from "./names.ts";

const identifier = /[\p{L}_][\p{L}\p{N}_]*/gu;

/** Says which of many are named in a text: whole words, and the parts of a lookup (`user__profile`). One pass over the text, however many there are. */
export function wordIndex<S extends Sought>(all: readonly S[]): (text: string) => ReadonlySet<S> {
  const byWord = new Map<string, S[]>();
  for (const one of all) for (const word of one.names.words) byWord.set(keyOf(word), [...(byWord.get(keyOf(word)) ?? []), one]);
  return (text) => {
    const found = new Set<S>();
    const seen = new Set<string>();
    for (const [word] of text.matchAll(identifier)) {
      if (seen.has(word)) continue;
      seen.add(word);
      for (const part of word.includes("__") ? [word, ...word.split("__")] : [word]) for (const one of byWord.get(part) ?? []) found.add(one);
    }
    return found;
  };
}

/** A table's name may be more than one word (`schema"."table`): the first stands for it. */
function keyOf(name: string): string {
  return /^[\p{L}\p{N}_]+/u.exec(name)![0];
}
