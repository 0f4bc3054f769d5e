import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  SqlError,
  fingerprint,
  fingerprintSync,
  formatSqlError,
  hasSqlDetails,
  loadModule,
  normalize,
  normalizeSync,
  parse,
  parsePlPgSQL,
  parsePlPgSQLSync,
  parseSync,
  scan,
  scanSync
} from "./chunk-H7SKVQWV.js";
import "./chunk-PFM5Z35S.js";
export {
  SqlError,
  fingerprint,
  fingerprintSync,
  formatSqlError,
  hasSqlDetails,
  loadModule,
  normalize,
  normalizeSync,
  parse,
  parsePlPgSQL,
  parsePlPgSQLSync,
  parseSync,
  scan,
  scanSync
};
