import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);

// src/django/project.ts
var djangoVersions = ["4.2", "5.0", "5.1", "5.2", "6.0", "6.1"];
var vendors = ["postgresql", "mysql", "mariadb", "sqlite"];
var defaultDatabaseVersion = { postgresql: "16", mysql: "8.4", mariadb: "10.11", sqlite: "3.45" };
function atLeast(version, other) {
  const [a, b] = [version, other].map((text) => text.split(".").map(Number));
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

export {
  djangoVersions,
  vendors,
  defaultDatabaseVersion,
  atLeast
};
