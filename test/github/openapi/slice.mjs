// Cuts the operations the action uses out of GitHub's OpenAPI description: node slice.mjs api.github.com.json > slice.json
import { readFileSync } from "node:fs";
const all = JSON.parse(readFileSync(process.argv[2], "utf8"));
const used = {
  "/repos/{owner}/{repo}/compare/{basehead}": ["get"],
  "/repos/{owner}/{repo}/git/trees/{tree_sha}": ["get"],
  "/repos/{owner}/{repo}/git/blobs/{file_sha}": ["get"],
  "/repos/{owner}/{repo}/tarball/{ref}": ["get"],
  "/repos/{owner}/{repo}/commits/{ref}": ["get"],
  "/repos/{owner}/{repo}/pulls/{pull_number}": ["get"],
  "/repos/{owner}/{repo}/pulls/{pull_number}/files": ["get"],
  "/repos/{owner}/{repo}/pulls/{pull_number}/comments": ["get"],
  "/repos/{owner}/{repo}/pulls/{pull_number}/reviews": ["post"],
  "/repos/{owner}/{repo}/pulls/comments/{comment_id}": ["delete"],
  "/repos/{owner}/{repo}/releases/latest": ["get"],
  "/repos/{owner}/{repo}/issues": ["get", "post"],
  "/repos/{owner}/{repo}/issues/{issue_number}": ["patch"],
  "/repos/{owner}/{repo}/issues/{issue_number}/comments": ["get", "post"],
  "/repos/{owner}/{repo}/issues/comments/{comment_id}": ["patch", "delete"],
};
const prose = new Set(["description", "summary", "externalDocs", "x-github", "x-multi-segment", "example", "examples", "tags", "operationId", "deprecated", "x-github-breaking-changes", "title"]);
function strip(value, inProperties = false) {
  if (Array.isArray(value)) return value.map((item) => strip(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => inProperties || !prose.has(key)).map(([key, item]) => [key, strip(item, key === "properties")]));
}
const wanted = new Set(), components = {}, paths = {};
const refs = (value) => JSON.stringify(value).matchAll(/"\$ref":"#\/components\/([^"]+)"/g);
function take(value) {
  for (const [, ref] of refs(value)) {
    if (wanted.has(ref)) continue;
    wanted.add(ref);
    const [kind, name] = ref.split("/");
    const found = strip(all.components[kind][name]);
    (components[kind] ??= {})[name] = found;
    take(found);
  }
}
for (const [path, methods] of Object.entries(used)) {
  paths[path] = {};
  for (const method of methods) {
    const operation = strip(all.paths[path][method]);
    delete operation.responses?.default;
    paths[path][method] = operation;
    take(operation);
  }
}
// GitHub answers null for a comment whose lines are gone, whatever its description says.
for (const name of ["line", "position"]) components.schemas["pull-request-review-comment"].properties[name].nullable = true;
process.stdout.write(`${JSON.stringify({ openapi: all.openapi, info: { title: "A slice of GitHub's REST API", version: all.info.version, "x-from": "@octokit/openapi 23.0.2, generated/api.github.com.json" }, paths, components })}\n`);
