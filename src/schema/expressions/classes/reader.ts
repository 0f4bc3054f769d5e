import type { CallValue } from "../../../python/value.ts";
import type { Node, Scope } from "../node.ts";

/** Reads a call of one class of Django. Throws Unknown for arguments that cannot be read. */
export type ClassReader = (call: CallValue, scope: Scope) => Node;
