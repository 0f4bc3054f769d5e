import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);

// src/home.ts
var home = "https://github.com/django-expand-contract/django-expand-contract";
var findingPages = `${home}/blob/main/docs/findings`;

export {
  home,
  findingPages
};
