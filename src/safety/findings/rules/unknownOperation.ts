import { vendors } from "../../../django/project.ts";
import { sentence } from "../words.ts";
import type { OperationRule } from "../rule.ts";

export const unknownOperation: OperationRule = {
  about: "operation",
  id: "unknown-operation",
  level: "warning",
  title: "Effect not known",
  why: "What the operation does to the database or to the releases could not be read from the migration, so nothing about it counts as safe.",
  advice: "Write it as Django operations or as SQL that can be read, or check it by hand and accept it with the reason.",
  databases: vendors,
  tell: ({ unknown, doubts }) => [...new Set([...doubts, ...(unknown === null ? [] : [unknown])])].map(sentence),
  bad: { operations: "migrations.RunSQL(\"CREATE TRIGGER t BEFORE INSERT ON shop_order FOR EACH ROW EXECUTE FUNCTION f()\")," },
  good: { operations: "migrations.RunSQL(\"ALTER TABLE shop_order ADD COLUMN seen boolean\")," },
};
