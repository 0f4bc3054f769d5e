import { code } from "../../../django/graph/words.ts";
import { changesOf } from "../../../schema/change.ts";
import { longNames } from "../names.ts";
import type { OperationRule } from "../rule.ts";

export const nameTooLong: OperationRule = {
  about: "operation",
  id: "name-too-long",
  level: "error",
  title: "The name is too long",
  why: "The server refuses names of more than 64 characters (error 1059).",
  advice: "Give it a shorter name: `name=` of a constraint or index, `db_table` or `db_column` of a model or field.",
  databases: ["mysql", "mariadb"],
  tell: ({ statements, deferred }) => longNames([...statements, ...deferred].flatMap(changesOf), (name) => [...name].length > 64).map((name) => `${code(name)} has ${[...name].length} characters.`),
  bad: {
    operations: "migrations.AddIndex(\"order\", models.Index(fields=[\"ref\"], name=\"order_ref_order_ref_order_ref_order_ref_order_ref_order_ref_order_ref_\")),",
    database: "mysql",
  },
  good: { operations: "migrations.AddIndex(\"order\", models.Index(fields=[\"ref\"], name=\"order_ref\")),", database: "mysql" },
};
