import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);

// src/rehearsal/when.ts
var limit = 3e4;
function rehearsal(when) {
  if (when === "never") return {};
  let left = limit;
  return {
    rehearse: {
      when,
      run: async (input) => {
        const started = performance.now();
        const { rehearse } = await import("./rehearse-ZWKYDYRT.js");
        const done = await rehearse(input, { limit: Math.max(0, left) });
        left -= performance.now() - started;
        return done;
      }
    }
  };
}
function wantsRehearsal(when, vendor, migrations) {
  if (when !== "auto") return when === "always" && migrations.length > 0;
  return vendor === "postgresql" && migrations.some((migration) => migration.operations.some(({ breaks, impact }) => breaks.length > 0 || impact.blocksReads || impact.blocksWrites));
}

export {
  rehearsal,
  wantsRehearsal
};
