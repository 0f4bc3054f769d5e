import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);

// src/request.ts
var RequestError = class extends Error {
  name = "RequestError";
};
function noProject(source) {
  return `There is no Django app with migrations in ${source.label}. Name the project's folder with --repo.`;
}

export {
  RequestError,
  noProject
};
