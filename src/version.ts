/** Put in by scripts/build.mjs. */
declare const __VERSION__: string | undefined;

/** The version of this program; `source` where it runs unbuilt. */
export const version: string = typeof __VERSION__ === "string" ? __VERSION__ : "source";
