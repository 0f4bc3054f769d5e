import { code } from "../../../django/graph/words.ts";
import { changesOf } from "../../../schema/change.ts";
import { longTextIndexes } from "../longText.ts";
import type { OperationRule } from "../rule.ts";

export const longValuesInIndex: OperationRule = {
  about: "operation",
  id: "long-values-in-index",
  level: "note",
  title: "Long texts do not fit the index",
  why: "An entry of a B-tree index holds about 2,700 bytes at most. A longer text, compressed, cannot be written any more (SQLSTATE 54000), and fails the migration where it is there already.",
  advice: "Index a hash or a prefix, or limit the column’s length.",
  databases: ["postgresql"],
  tell: ({ statements, deferred, after }) =>
    longTextIndexes([...statements, ...deferred].flatMap(changesOf), after).map(({ table, column, index }) => `${code(index)} indexes ${code(`${table}.${column}`)}, a text of any length: values of more than about 2,700 bytes cannot be written.`),
  bad: { operations: "migrations.AddIndex(\"order\", models.Index(fields=[\"note\"], name=\"order_note\"))," },
  good: { operations: "migrations.AddIndex(\"order\", models.Index(fields=[\"ref\"], name=\"order_ref\"))," },
};
