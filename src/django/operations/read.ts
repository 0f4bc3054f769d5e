import type { CallValue, Value } from "../../python/value.ts";
import type { Place } from "../../place.ts";
import type { Operation } from "../operation.ts";
import { argumentReader, bindArguments, whyNot } from "./arguments.ts";
import { buildOperation } from "./build.ts";
import { callFunction } from "./call-function.ts";
import type { ReadContext } from "./context.ts";
import { readCustomOperation } from "./custom.ts";
import { expand } from "./list.ts";
import { commonOf, nameOf, unknownOperation } from "./parts.ts";
import { djangoOperationName, extensionOf, signatureOf } from "./signatures.ts";
import { readKnownOperation } from "./third-party.ts";
import { codeSpan } from "../../code-span.ts";

/**
 * One value of a list of operations → the operation it stands for. Never throws: what cannot be read is an operation of kind
 * "Unknown" with the reason. `place` is where the value stands when it does not say so itself.
 */
export function readOperation(value: Value, context: ReadContext, place: Place): Operation {
  if (context.budget.operations-- <= 0) return unknownOperation("Unknown", { place, text: "" }, "there are more operations than are read in one file");
  if (value !== null && typeof value === "object") {
    if (value.kind === "call") return readCall(value, context);
    if (value.kind === "unknown") return unknownOperation("Unknown", value, `this cannot be read: it is ${value.reason}`);
    if (value.kind === "ref") {
      const found = context.python.find(value.path);
      if (found?.kind === "value" && isCall(found.value)) return readCall(found.value, context);
    }
  }
  return unknownOperation("Unknown", { place, text: "" }, `${whyNot(value)} is not a call of an operation class`);
}

/** Lists inside operations (`state_operations`, `database_operations`): None is none; a list that cannot be read is one Unknown. */
export function readOperations(value: Value, context: ReadContext, place: Place): readonly Operation[] {
  if (value === null) return [];
  return (expand(value, context) ?? [value]).map((item) => readOperation(item, context, place));
}

function readCall(call: CallValue, context: ReadContext): Operation {
  const found = context.python.find(call.path);
  if (found?.kind === "function") {
    const result = callFunction(found, call, context);
    if (isCall(result)) return { ...readCall(result, context), ...commonOf(nameOf(result.path), call) };
    const reason = result !== null && typeof result === "object" && result.kind === "unknown" ? result.reason : "no operation";
    return unknownOperation(nameOf(call.path), call, `what ${codeSpan(call.path)} returns cannot be read: it is ${reason}`);
  }
  return (
    readDjangoOperation(call, call.path, context) ??
    readKnownOperation(call, context, readDjangoOperation) ??
    readCustomOperation(call, context, readDjangoOperation) ??
    unknownOperation(nameOf(call.path), call, `${codeSpan(call.path)} is an operation of a package that is not known here; read what it does to the database, or write it with Django's own operations`)
  );
}

/** `call` as Django's operation class at `path`; null when there is none at that path. The operation is named as the file names it. */
export function readDjangoOperation(call: CallValue, path: string, context: ReadContext): Operation | null {
  const common = commonOf(nameOf(call.path), call);
  const extension = extensionOf(path);
  if (extension) return { ...common, kind: "CreateExtension", name: extension };
  const name = djangoOperationName(path);
  if (!name) return null;
  const bound = bindArguments(call, signatureOf(name));
  if ("unreadable" in bound) return unknownOperation(common.type, call, `${common.type} cannot be read: ${bound.unreadable}`);
  const args = argumentReader(bound.values);
  const body = buildOperation(name, args, { ...context, place: call.place, operations: (value) => readOperations(value, context, call.place) });
  if (args.problem !== null) return unknownOperation(common.type, call, `${common.type} cannot be read: ${args.problem}`);
  return { ...common, ...body };
}

function isCall(value: Value): value is CallValue {
  return value !== null && typeof value === "object" && value.kind === "call";
}
