import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  auditSummary,
  reviewSummary,
  writeSummary
} from "./chunk-XEGWZTWG.js";
import "./chunk-HJH2WBGM.js";
import "./chunk-F7UBBTED.js";
import "./chunk-UWG2FARC.js";
import "./chunk-LVOZ6DMR.js";
import "./chunk-IDVFYXEZ.js";
import "./chunk-3WCTRJGV.js";
import "./chunk-FUNMWDCO.js";
import "./chunk-W5P3MIS3.js";
import "./chunk-COD6G2EM.js";
import "./chunk-YZYW2KWO.js";
import "./chunk-VE6HXMP7.js";
import "./chunk-PFM5Z35S.js";
export {
  auditSummary,
  reviewSummary,
  writeSummary
};
