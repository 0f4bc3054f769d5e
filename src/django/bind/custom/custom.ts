import type { BindContext } from "../context.ts";
import type { FieldClass } from "../field-class.ts";

export function customClass(path: string, context: BindContext): FieldClass | null {
  void path; void context;
  return null;
}
