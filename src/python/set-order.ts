/**
 * The order in which CPython (3.11 to 3.14) iterates over a set of tuples of strings when string hashes are not randomised (PYTHONHASHSEED=0).
 * Django walks such sets where it alters unique_together and index_together, so the order of its statements is Python's; with random hashes,
 * which is the default, it differs from run to run, and this one is as likely as any.
 */

type Strings = readonly string[];

interface Entry {
  readonly value: Strings;
  readonly key: string;
  readonly hash: bigint;
}

const mask64 = (1n << 64n) - 1n;
const u64 = (value: bigint): bigint => value & mask64;
const rotate = (value: bigint, bits: bigint): bigint => u64((value << bits) | (value >> (64n - bits)));

/** The tuples in the order in which `set(tuples)` gives them back, each once. */
export function setOrder(tuples: readonly Strings[]): readonly Strings[] {
  return iterate(setOf(tuples.map(entryOf))).map((entry) => entry.value);
}

/** `{*a}.difference({*b})`: a set of its own, filled in the order of the first, or a copy of it where the second is much smaller. */
export function differenceOrder(a: readonly Strings[], b: readonly Strings[]): readonly Strings[] {
  const first = setOf(a.map(entryOf));
  const without = new Set(b.map((tuple) => JSON.stringify(tuple)));
  const small = first.used >> 2 > without.size;
  const from = small ? iterate(copyOf(first)) : iterate(first);
  const left = from.filter((entry) => !without.has(entry.key));
  return (small ? left : iterate(setOf(left))).map((entry) => entry.value);
}

function entryOf(value: Strings): Entry {
  return { value, key: JSON.stringify(value), hash: tupleHash(value.map(stringHash)) };
}

/** Objects/setobject.c: open addressing, with a short linear search at each probe; grows fourfold at 3/5. */
interface Table {
  slots: (Entry | undefined)[];
  used: number;
}

const linearProbes = 9;

function setOf(entries: readonly Entry[]): Table {
  const table: Table = { slots: Array.from({ length: 8 }), used: 0 };
  for (const entry of entries) add(table, entry);
  return table;
}

function add(table: Table, entry: Entry): void {
  const at = find(table.slots, entry);
  if (table.slots[at]) return;
  table.slots[at] = entry;
  table.used++;
  if (table.used * 5 < (table.slots.length - 1) * 3) return;
  const old = iterate(table);
  table.slots = Array.from({ length: tableSize(table.used * 4) });
  for (const one of old) table.slots[find(table.slots, one)] = one;
}

/** set_merge into an empty set: slot by slot where the sizes are the same, else into a table made large enough at once. */
function copyOf(table: Table): Table {
  if (table.slots.length === 8) return table;
  const copy: Table = { slots: Array.from({ length: tableSize(table.used * 2) }), used: table.used };
  for (const entry of iterate(table)) copy.slots[find(copy.slots, entry)] = entry;
  return copy;
}

function tableSize(minimum: number): number {
  let size = 8;
  while (size <= minimum) size *= 2;
  return size;
}

/** The slot that holds the entry, or the first free one on its way. */
function find(slots: readonly (Entry | undefined)[], entry: Entry): number {
  const mask = slots.length - 1;
  let perturb = entry.hash;
  let at = Number(entry.hash & BigInt(mask));
  for (;;) {
    const probes = at + linearProbes <= mask ? linearProbes : 0;
    for (let i = at; i <= at + probes; i++) if (!slots[i] || slots[i]!.key === entry.key) return i;
    perturb >>= 5n;
    at = Number((BigInt(at) * 5n + 1n + perturb) & BigInt(mask));
  }
}

function iterate(table: Table): readonly Entry[] {
  return table.slots.filter((slot) => slot !== undefined);
}

/** Objects/tupleobject.c: xxHash's accumulation over the hashes of the items. */
function tupleHash(items: readonly bigint[]): bigint {
  const [prime1, prime2, prime5] = [11400714785074694791n, 14029467366897019727n, 2870177450012600261n];
  let accumulated = prime5;
  for (const item of items) {
    accumulated = u64(accumulated + item * prime2);
    accumulated = rotate(accumulated, 31n);
    accumulated = u64(accumulated * prime1);
  }
  accumulated = u64(accumulated + (BigInt(items.length) ^ (prime5 ^ 3527539n)));
  return accumulated === mask64 ? 1546275796n : accumulated;
}

/** Python/pyhash.c: SipHash-1-3 with a key of zero over the string as it lies in memory; the empty string is 0. */
function stringHash(text: string): bigint {
  if (text === "") return 0n;
  const hash = sipHash13(inMemory(text));
  return hash === mask64 ? mask64 - 1n : hash;
}

/** One, two or four bytes a character, by the widest (PEP 393). */
function inMemory(text: string): Uint8Array {
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  const widest = points.reduce((a, b) => Math.max(a, b), 0);
  const width = widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4;
  const bytes = new Uint8Array(points.length * width);
  for (const [i, point] of points.entries()) for (let j = 0; j < width; j++) bytes[i * width + j] = (point >>> (8 * j)) & 0xff;
  return bytes;
}

function sipHash13(bytes: Uint8Array): bigint {
  let [v0, v1, v2, v3] = [0x736f6d6570736575n, 0x646f72616e646f6dn, 0x6c7967656e657261n, 0x7465646279746573n];
  const round = (): void => {
    v0 = u64(v0 + v1);
    v1 = rotate(v1, 13n) ^ v0;
    v0 = rotate(v0, 32n);
    v2 = u64(v2 + v3);
    v3 = rotate(v3, 16n) ^ v2;
    v0 = u64(v0 + v3);
    v3 = rotate(v3, 21n) ^ v0;
    v2 = u64(v2 + v1);
    v1 = rotate(v1, 17n) ^ v2;
    v2 = rotate(v2, 32n);
  };
  const word = (at: number, length: number): bigint => {
    let value = 0n;
    for (let i = length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[at + i]!);
    return value;
  };
  const whole = bytes.length - (bytes.length % 8);
  for (let at = 0; at < whole; at += 8) {
    const m = word(at, 8);
    v3 ^= m;
    round();
    v0 ^= m;
  }
  const last = (BigInt(bytes.length & 0xff) << 56n) | word(whole, bytes.length % 8);
  v3 ^= last;
  round();
  v0 ^= last;
  v2 ^= 0xffn;
  round();
  round();
  round();
  return v0 ^ v1 ^ v2 ^ v3;
}
