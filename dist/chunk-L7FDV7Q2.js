import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);

// src/rehearsal/extensions.ts
var extensions = {
  citext: /\bcitext\b/i,
  hstore: /\bhstore\b/i,
  pg_trgm: /\b(pg_trgm|gin_trgm_ops|gist_trgm_ops)\b/i,
  btree_gin: /\bbtree_gin\b/i,
  btree_gist: /\b(btree_gist|EXCLUDE USING gist)\b/i,
  unaccent: /\bunaccent\b/i,
  "uuid-ossp": /\b(uuid-ossp|uuid_generate_v\d)/i,
  ltree: /\bltree\b/i
};
function extensionsIn(texts) {
  return Object.keys(extensions).filter((name) => texts.some((text) => extensions[name].test(text)));
}

export {
  extensions,
  extensionsIn
};
