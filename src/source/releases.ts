/** A release as the repository knows it: a version tag. */
export interface Tag {
  readonly name: string;
  readonly commit: string;
}

/** The releases of a repository, on whatever branch: as many of the highest as are looked at. */
export interface Releases {
  /** The highest version first; pre-releases and tags that are no version are left out. */
  readonly tags: readonly Tag[];
  /** There are older ones, which were not looked at. */
  readonly more: boolean;
  /** Which of the tags have each file. Throws SourceError. */
  having(paths: readonly string[]): Promise<ReadonlyMap<string, readonly Tag[]>>;
}

/** `v4.2.1`, `release-2026.1`, `2026-01-31`, `shop@1.4`: what is in front, the numbers, and what makes it no less of a release. */
const pattern = /^(?<prefix>|.*?[^\d.])(?<numbers>\d+(?:[.-]\d+)*)(?<rest>(?:[-._]?(?:post|p|patch|final|ga|lts|stable)[-._]?\d*|\+.*)?)$/i;
const usualPrefix = /^(?:v|ver|version|rel|release|releases?\/)?[-_/.]?v?$/i;
/** `2.0rc1`: what stands in front of the last number is a version itself. */
const preRelease = /\d[-._]?(?:a|alpha|b|beta|c|rc|pre|preview|dev|nightly|snapshot)[-._]?$/i;

interface Version {
  readonly prefix: string;
  readonly numbers: readonly bigint[];
  readonly rest: string;
}

function versionOf(name: string): Version | null {
  const groups = name.length > 200 ? undefined : pattern.exec(name)?.groups;
  if (!groups || preRelease.test(groups["prefix"]!)) return null;
  return { prefix: groups["prefix"]!, numbers: groups["numbers"]!.split(/[.-]/).map(BigInt), rest: groups["rest"]! };
}

/**
 * The tags that are releases, the highest version first; they come the newest first. Where some have no prefix but `v` or `release-`, only they
 * count; else those of the prefix that most have, so that the packages of one repository are not mixed. A project that went from `2018.09` to `3.0`,
 * or the other way, is at what its newest tag is: the others come after.
 */
export function releaseTags<T extends { readonly name: string }>(tags: readonly T[]): readonly T[] {
  const versions = tags.flatMap((tag) => {
    const version = versionOf(tag.name);
    return version === null ? [] : [{ tag, version }];
  });
  const usual = versions.filter(({ version }) => usualPrefix.test(version.prefix));
  const ours = usual.length > 0 ? usual : ofMostUsedPrefix(versions);
  const calendar = ours.length > 0 && isCalendar(ours[0]!.version);
  const former = ({ version }: { readonly version: Version }) => Number(isCalendar(version) !== calendar);
  return ours.toSorted((a, b) => former(a) - former(b) || compare(b.version, a.version) || (a.tag.name < b.tag.name ? -1 : 1)).map(({ tag }) => tag);
}

function ofMostUsedPrefix<T extends { readonly version: Version }>(versions: readonly T[]): readonly T[] {
  const groups = new Map<string, T[]>();
  for (const one of versions) groups.set(one.version.prefix, [...(groups.get(one.version.prefix) ?? []), one]);
  return [...groups.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/** `2026.1`: the first number is a year. */
function isCalendar({ numbers }: Version): boolean {
  return numbers[0]! >= 1990n && numbers[0]! < 2200n;
}

/** `1.10` is above `1.9`, `1.0` is `1`, and what follows the numbers (`.post1`) comes after none. */
function compare(a: Version, b: Version): number {
  for (let index = 0; index < Math.max(a.numbers.length, b.numbers.length); index++) {
    const [left, right] = [a.numbers[index] ?? 0n, b.numbers[index] ?? 0n];
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.rest < b.rest ? -1 : a.rest > b.rest ? 1 : 0;
}
