import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  review,
  reviewProject,
  reviewTools,
  runningOf
} from "./chunk-MGKELHCJ.js";
import "./chunk-TJFULCP3.js";
import "./chunk-TCMQK4CQ.js";
import "./chunk-YDTEZH2C.js";
import "./chunk-VE6HXMP7.js";
import "./chunk-ZQBR5DY5.js";
import "./chunk-NN7EQGJL.js";
import "./chunk-F62MR3TY.js";
import "./chunk-DZ5AZ5BV.js";
import "./chunk-CSBCGSFX.js";
import "./chunk-WENUEFS7.js";
import "./chunk-LLNCCPBL.js";
import "./chunk-ELF6ECMR.js";
import "./chunk-QFB3CFP6.js";
import "./chunk-2WGNS6FH.js";
import "./chunk-GCE2PBVR.js";
import "./chunk-LHOMP52Y.js";
import "./chunk-PFM5Z35S.js";
export {
  review,
  reviewProject,
  reviewTools,
  runningOf
};
