// The bare parse: tree-sitter over the files named in a JSON list, nothing else.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Language, Parser } from "web-tree-sitter";

const require = createRequire(import.meta.url);
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(require.resolve("tree-sitter-python/tree-sitter-python.wasm")));
for (const path of JSON.parse(readFileSync(process.argv[2], "utf8"))) parser.parse(readFileSync(path, "utf8")).delete();
