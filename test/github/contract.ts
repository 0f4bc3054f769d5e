import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import { readFileSync } from "node:fs";

/** GitHub's own description of the requests the action sends (openapi/slice.json): what is sent and what is answered must fit it. */
const slice = JSON.parse(readFileSync(new URL("openapi/slice.json", import.meta.url), "utf8"), (_key, value: unknown) => nullable(value)) as Slice;

interface Slice {
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, unknown>>;
}
interface Parameter { name: string; in: "path" | "query"; required?: boolean; schema: unknown }
interface Operation {
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { required?: boolean; content: Record<string, { schema: { properties?: Record<string, unknown> } }> };
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: unknown }> }>;
}

const ajv = new Ajv({ strict: false, allErrors: false, coerceTypes: false });
(formats as unknown as (ajv: Ajv) => void)(ajv);
ajv.addSchema({ $id: "github", components: slice.components });

/** OpenAPI 3.0's `nullable` as JSON Schema knows it. */
function nullable(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("nullable" in value) || value.nullable !== true) return value;
  const { nullable: _, ...rest } = value;
  return { anyOf: [{ type: "null" }, rest] };
}

const compiled = new Map<string, ValidateFunction>();
function check(schema: unknown, value: unknown, what: string): void {
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"github#/components/');
  const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text) as object);
  compiled.set(text, validate);
  if (!validate(value)) throw new Error(`${what}: ${ajv.errorsText(validate.errors)}`);
}

function resolved<T>(value: T | { $ref: string }): T {
  if (typeof value !== "object" || value === null || !("$ref" in value) || typeof value.$ref !== "string") return value as T;
  const [kind, name] = value.$ref.replace("#/components/", "").split("/") as [string, string];
  return slice.components[kind]![name] as T;
}

export interface Match { readonly operation: Operation; readonly template: string; readonly params: Record<string, string> }

/** The operation of a request; throws when GitHub has none such in the slice. */
export function operationFor(method: string, path: string): Match {
  for (const [template, operations] of Object.entries(slice.paths)) {
    const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
    const found = new RegExp(`^${template.replace(/\{(basehead|ref)\}/g, "(.+)").replace(/\{\w+\}/g, "([^/]+)")}$`).exec(path);
    const operation = operations[method.toLowerCase()];
    if (found && operation) return { operation, template, params: Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1]!)])) };
  }
  throw new Error(`GitHub has no ${method} ${path} in the slice`);
}

/** Throws when the query or the body is not what GitHub takes. */
export function checkRequest({ operation, params }: Match, query: URLSearchParams, body: unknown): void {
  const parameters = (operation.parameters ?? []).map((parameter) => resolved<Parameter>(parameter));
  const known = new Set(parameters.filter((one) => one.in === "query").map((one) => one.name));
  for (const name of query.keys()) if (!known.has(name)) throw new Error(`unknown query parameter ${name}`);
  for (const { name, in: where, schema, required } of parameters) {
    const value = where === "path" ? params[name] : (query.get(name) ?? undefined);
    if (value === undefined && required) throw new Error(`missing parameter ${name}`);
    if (value !== undefined) check(schema, (schema as { type?: string }).type === "integer" ? Number(value) : value, `parameter ${name}`);
  }
  const schema = operation.requestBody?.content["application/json"]?.schema;
  if (schema === undefined) return;
  if (body === null && operation.requestBody?.required !== true) return;
  check(schema, body, "request body");
  for (const name of Object.keys(body as object)) if (!(name in (schema.properties ?? {}))) throw new Error(`unknown member ${name} in the body`);
}

/** Throws when GitHub does not answer so. */
export function checkResponse({ operation }: Match, status: number, body: unknown): void {
  const told = operation.responses[String(status)];
  // What a token may not do or see is answered so everywhere, described or not.
  if (told === undefined && (status === 403 || status === 404)) return;
  if (told === undefined) throw new Error(`GitHub's description has no ${status} here`);
  const schema = resolved<{ content?: Record<string, { schema: unknown }> }>(told).content?.["application/json"]?.schema;
  if (schema !== undefined) check(schema, body, "response");
}
