import type { TypeMethod } from "../../field-class.ts";

/** `vector`, or `vector(3)` where the argument says so. */
export function sized(type: string, argument: string): TypeMethod {
  return (attributes) => {
    const size = attributes.get(argument) ?? null;
    if (size === null) return type;
    return typeof size === "number" ? `${type}(${size})` : { unknown: `its ${argument} cannot be read: write the number in the migration` };
  };
}

/** MACAddressField(integer=True) is a BigIntegerField, else a CharField of 17 characters (macaddress/fields.py). */
export const macAddress: TypeMethod = (attributes, { typeOf }) => {
  const integer = attributes.get("integer") !== false;
  const length = attributes.get("max_length") ?? 17;
  const place = { path: "", line: 0 };
  return typeOf({ kind: "call", path: `django.db.models.${integer ? "BigIntegerField" : "CharField"}`, args: [], kwargs: new Map(integer ? [] : [["max_length", length]]), unknownArgs: null, place, text: "" });
};
