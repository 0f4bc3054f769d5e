import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  auditSummary,
  reviewSummary,
  writeSummary
} from "./chunk-E7JYN4VB.js";
import "./chunk-6G5P7GEN.js";
import "./chunk-6RQ7EPFU.js";
import "./chunk-MNEUQRNT.js";
import "./chunk-LVOZ6DMR.js";
import "./chunk-RJG2PGY3.js";
import "./chunk-2E4VXRVE.js";
import "./chunk-LZHTOQHL.js";
import "./chunk-W5P3MIS3.js";
import "./chunk-COD6G2EM.js";
import "./chunk-TOXHWWYH.js";
import "./chunk-VE6HXMP7.js";
import "./chunk-PFM5Z35S.js";
export {
  auditSummary,
  reviewSummary,
  writeSummary
};
