import { code } from "../../../django/graph/words.ts";
import { changesOf } from "../../../schema/change.ts";
import { longNames } from "../names.ts";
import type { OperationRule } from "../rule.ts";

export const nameTruncated: OperationRule = {
  about: "operation",
  id: "name-truncated",
  level: "note",
  title: "The name is cut",
  why: "PostgreSQL keeps the first 63 bytes of a name and says so only in a NOTICE. Two names that begin alike are then the same, and what looks names up in the catalogue does not find this one.",
  advice: "Give it a shorter name: `name=` of a constraint or index, `db_table` or `db_column` of a model or field.",
  databases: ["postgresql"],
  tell: ({ statements, deferred }) => longNames([...statements, ...deferred].flatMap(changesOf), (name) => new TextEncoder().encode(name).length > 63).map((name) => `${code(name)} has ${new TextEncoder().encode(name).length} bytes.`),
  bad: {
    operations: "migrations.AddIndex(\"order\", models.Index(fields=[\"ref\"], name=\"order_ref_order_ref_order_ref_order_ref_order_ref_order_ref_order_ref_\")),",
  },
  good: { operations: "migrations.AddIndex(\"order\", models.Index(fields=[\"ref\"], name=\"order_ref\"))," },
};
