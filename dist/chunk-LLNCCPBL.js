import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);

// src/code-span.ts
function codeSpan(text) {
  const ticks = fitting(text, 1);
  const pad = text === "" || /^`|`$/.test(text) || /^ .* $/s.test(text) && text.trim() !== "" ? " " : "";
  return `${ticks}${pad}${text}${pad}${ticks}`;
}
function fitting(text, least) {
  const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length));
  let length = least === 1 ? 1 : Math.max(least, ...[...runs].map((run) => run + 1));
  while (runs.has(length)) length += 1;
  return "`".repeat(length);
}

export {
  codeSpan,
  fitting
};
