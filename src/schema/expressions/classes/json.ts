import type { CallValue } from "../../../python/value.ts";
import { Unknown } from "../../../sql/literal/unknown.ts";
import { argumentsOf } from "../arguments.ts";
import { referenceNode } from "../column.ts";
import { jsonObjectNode } from "../functions/json-object.ts";
import { keyNode } from "../json-key.ts";
import type { Node, Scope } from "../node.ts";
import type { ClassReader } from "./reader.ts";

export const jsonClasses: Readonly<Record<string, ClassReader>> = {
  KeyTransform: (call, scope) => readKey(call, false, scope),
  KeyTextTransform: (call, scope) => readKey(call, true, scope),
  KT: readPath,
  JSONObject: jsonObjectNode,
};

function readKey(call: CallValue, text: boolean, scope: Scope): Node {
  if (call.path.includes("hstore")) throw new Unknown("a key transform of an HStoreField");
  const { need } = argumentsOf(call, ["key_name", "expression"]);
  const name = need("key_name");
  if (typeof name !== "string" && typeof name !== "number") throw new Unknown("the key of a key transform cannot be read");
  return keyNode(String(name), scope.readArgument(need("expression")), text, scope);
}

/** KT("data__a__b"). */
function readPath(call: CallValue, scope: Scope): Node {
  const [field, ...keys] = argumentsOf(call, ["lookup"]).text("lookup").split("__");
  if (keys.length === 0) throw new Unknown("KT() without a key");
  return keys.reduce<Node>((on, key) => keyNode(key, on, true, scope), referenceNode(field!, scope));
}
