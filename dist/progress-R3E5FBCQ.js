import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  clip,
  visible
} from "./chunk-M6RJXJRU.js";
import "./chunk-LLNCCPBL.js";
import "./chunk-PFM5Z35S.js";

// src/cli/progress.ts
function progressOn(stream) {
  if (stream.isTTY !== true) return { report: void 0, end: () => void 0 };
  let shown = false;
  return {
    report: (done, total, what) => {
      shown = true;
      stream.write(`\r\x1B[K${total === 0 ? "" : `${done}/${total} `}${clip(visible(what), 60)}`);
    },
    end: () => {
      if (shown) stream.write("\r\x1B[K");
    }
  };
}
export {
  progressOn
};
