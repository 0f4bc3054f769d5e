/** Extensions of PostgreSQL that the embedded server brings along, and the words in SQL that want them. */
export const extensions: Readonly<Record<string, RegExp>> = {
  citext: /\bcitext\b/i,
  hstore: /\bhstore\b/i,
  pg_trgm: /\b(pg_trgm|gin_trgm_ops|gist_trgm_ops)\b/i,
  btree_gin: /\bbtree_gin\b/i,
  btree_gist: /\b(btree_gist|EXCLUDE USING gist)\b/i,
  unaccent: /\bunaccent\b/i,
  "uuid-ossp": /\b(uuid-ossp|uuid_generate_v\d)/i,
  ltree: /\bltree\b/i,
};

/** Those that the statements want. */
export function extensionsIn(texts: readonly string[]): readonly string[] {
  return Object.keys(extensions).filter((name) => texts.some((text) => extensions[name]!.test(text)));
}
