import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  compare
} from "./chunk-YPZUQ2UB.js";

// src/source/changes.ts
function changedEntries(base, head) {
  const before = new Map(base.map((entry) => [entry.path, entry]));
  const after = new Set(head.map((entry) => entry.path));
  const changes = base.filter((entry) => !after.has(entry.path)).map(({ path }) => ({ path, kind: "deleted" }));
  const undecided = [];
  for (const entry of head) {
    const old = before.get(entry.path);
    if (!old) changes.push({ path: entry.path, kind: "added" });
    else if (old.blob !== null && entry.blob !== null) {
      if (old.blob !== entry.blob) changes.push({ path: entry.path, kind: "changed" });
    } else if (old.size !== null && entry.size !== null && old.size !== entry.size) changes.push({ path: entry.path, kind: "changed" });
    else undecided.push(entry.path);
  }
  return { changes: changes.sort((a, b) => compare(a.path, b.path)), undecided };
}
async function changedFiles(base, head, among = () => true) {
  const [before, after] = await Promise.all([base.list(), head.list()]);
  const { changes, undecided } = changedEntries(
    before.filter((entry) => among(entry.path)),
    after.filter((entry) => among(entry.path))
  );
  if (undecided.length === 0) return changes;
  const [old, now] = await Promise.all([base.read(undecided), head.read(undecided)]);
  const differing = undecided.filter((path) => {
    const [a, b] = [old.get(path), now.get(path)];
    return !a || !b || !("text" in a) || !("text" in b) || a.text !== b.text;
  });
  return [...changes, ...differing.map((path) => ({ path, kind: "changed" }))].sort((a, b) => compare(a.path, b.path));
}

export {
  changedFiles
};
