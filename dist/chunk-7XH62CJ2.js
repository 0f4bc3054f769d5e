import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);

// src/schema/change.ts
function knownType(type) {
  if (typeof type === "string") return type;
  throw new Error(`a column type that is not known was to be written: ${type.unknown}`);
}
function changesOf(statement) {
  return statement.more ? [statement.change, ...statement.more] : [statement.change];
}

// src/safety/impact/locks.ts
var postgresLocks = [
  "ACCESS SHARE",
  "ROW SHARE",
  "ROW EXCLUSIVE",
  "SHARE UPDATE EXCLUSIVE",
  "SHARE",
  "SHARE ROW EXCLUSIVE",
  "EXCLUSIVE",
  "ACCESS EXCLUSIVE"
];
var conflicts = {
  "ACCESS SHARE": ["ACCESS EXCLUSIVE"],
  "ROW SHARE": ["EXCLUSIVE", "ACCESS EXCLUSIVE"],
  "ROW EXCLUSIVE": ["SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"],
  "SHARE UPDATE EXCLUSIVE": ["SHARE UPDATE EXCLUSIVE", "SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"],
  SHARE: ["ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"],
  "SHARE ROW EXCLUSIVE": ["ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE", "SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"],
  EXCLUSIVE: ["ROW SHARE", "ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE", "SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"],
  "ACCESS EXCLUSIVE": ["ACCESS SHARE", "ROW SHARE", "ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE", "SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"]
};
var statementLocks = {
  SELECT: "ACCESS SHARE",
  "SELECT FOR UPDATE": "ROW SHARE",
  INSERT: "ROW EXCLUSIVE",
  UPDATE: "ROW EXCLUSIVE",
  DELETE: "ROW EXCLUSIVE"
};
var alterLocks = [
  "INSTANT",
  "NOCOPY, LOCK=NONE",
  "INPLACE, LOCK=NONE",
  "COPY, LOCK=NONE",
  "INPLACE, LOCK=SHARED",
  "COPY, LOCK=SHARED"
];
var otherMysqlLocks = ["row locks", "metadata lock SHARED_NO_WRITE", "metadata lock EXCLUSIVE"];
var sqliteLock = "write lock on the whole database";
var lockOrder = [...postgresLocks, ...otherMysqlLocks, ...alterLocks, sqliteLock];
function stronger(a, b) {
  return lockOrder.indexOf(b) > lockOrder.indexOf(a) ? b : a;
}
function strongestLocks(a, b) {
  const strongest = { ...a };
  for (const [table, lock] of Object.entries(b)) strongest[table] = strongest[table] === void 0 ? lock : stronger(strongest[table], lock);
  return Object.fromEntries(Object.entries(strongest).sort(([left], [right]) => left < right ? -1 : 1));
}
function readsWait(lock) {
  return isPostgresLock(lock) && conflicts[lock].includes(statementLocks.SELECT);
}
function writesWait(lock) {
  return lock === sqliteLock || isPostgresLock(lock) && conflicts[lock].includes(statementLocks.INSERT);
}
function isPostgresLock(lock) {
  return postgresLocks.includes(lock);
}

export {
  knownType,
  changesOf,
  alterLocks,
  sqliteLock,
  stronger,
  strongestLocks,
  readsWait,
  writesWait
};
