import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);

// src/config/config.ts
var failOnLevels = ["error", "warning", "never"];
var rehearseChoices = ["auto", "always", "never"];
var defaultConfig = {
  database: null,
  databaseVersion: null,
  django: null,
  failOn: "error",
  rehearse: null,
  acceptLabel: null,
  settings: null,
  exclude: [],
  runningRelease: null,
  since: null,
  hotTables: [],
  smallTables: [],
  rowCounts: null,
  rows: /* @__PURE__ */ new Map(),
  smallBelow: 1e4,
  hotFrom: 1e7,
  authUserModel: null,
  defaultAutoField: null,
  appLabels: /* @__PURE__ */ new Map(),
  sources: /* @__PURE__ */ new Map()
};
var ConfigError = class extends Error {
  name = "ConfigError";
};

export {
  failOnLevels,
  rehearseChoices,
  defaultConfig,
  ConfigError
};
