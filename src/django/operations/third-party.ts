import type { CallValue, Value } from "../../python/value.ts";
import type { Operation } from "../operation.ts";
import { argumentReader, bindArguments } from "./arguments.ts";
import type { ReadContext } from "./context.ts";
import { knownOperation, type KnownOperation } from "./known-operations.ts";
import { commonOf, separated, unknownOperation } from "./parts.ts";
import { djangoOperationName, signatureOf } from "./signatures.ts";
import { databaseDefaultOperation } from "./syzygy.ts";

/** Reads a call as Django's operation class at a path; null when there is none. */
export type DjangoReader = (call: CallValue, path: string, context: ReadContext) => Operation | null;

/** An operation of a published package, as far as its effect is known; null when the package is not known here. */
export function readKnownOperation(call: CallValue, context: ReadContext, readDjango: DjangoReader): Operation | null {
  const known = knownOperation(call.path);
  if (!known) return null;
  const { like, parameters, fixed = {}, database } = known.operation;
  const type = call.path.slice(call.path.lastIndexOf(".") + 1);
  const own = bindArguments(call, { parameters });
  const modern = "unreadable" in own ? null : databaseDefaultOperation(known.operation, own.values, context);
  if (modern !== null) return { ...readDjango({ ...call, args: [], kwargs: modern.kwargs }, modern.path, context)!, type };
  if (like === null && database === "nothing") return separated(type, call, [], []);
  if (like === null && database !== "default") return unknownOperation(type, call, whatItDoes(type, known.package, database));

  if ("unreadable" in own) return unknownOperation(type, call, `${type} cannot be read: ${own.unreadable}`);
  if (like === null) return addDefaultValue(type, call, own.values);
  const accepted = signatureOf(djangoOperationName(like)!);
  const kwargs = new Map<string, Value>([...own.values].filter(([name]) => accepted.parameters.includes(name)));
  for (const [name, value] of Object.entries(fixed)) kwargs.set(name, value);
  // RunPython's code is the package's own: the call itself stands for it.
  if (like.endsWith(".RunPython") && !kwargs.has("code")) kwargs.set("code", call);
  const operation = readDjango({ ...call, args: [], kwargs }, like, context)!;
  if (database === "same" || operation.kind === "Unknown") return operation;
  if (database === "safer") return { ...operation, type, safer: true };
  if (database === "nothing") return separated(type, call, [], [operation]);
  return unknownOperation(type, call, whatItDoes(type, known.package, database), operation);
}

/** A default in the database alone; the state stays as it is. */
function addDefaultValue(type: string, call: CallValue, values: ReadonlyMap<string, Value>): Operation {
  const args = argumentReader(values);
  const [model, name, value] = [args.text("model_name"), args.text("name"), args.required("value")];
  if (args.problem !== null) return unknownOperation(type, call, `${type} cannot be read: ${args.problem}`);
  return { ...commonOf(type, call), kind: "AddDefaultValue", model, name, value };
}

function whatItDoes(type: string, name: string, database: KnownOperation["database"]): string {
  const does = typeof database === "object" ? database.does : "has an effect of its own";
  return `${type} of the package ${name} ${does}; its SQL is not known here: see it with \`sqlmigrate\``;
}
