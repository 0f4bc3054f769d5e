import { vendors } from "../../../django/project.ts";
import { code } from "../../../django/graph/words.ts";
import type { OperationRule } from "../rule.ts";

export const schemaChangeInPython: OperationRule = {
  about: "operation",
  id: "schema-change-in-python",
  level: "warning",
  title: "Changes the schema from Python",
  why: "The review reads operations and RunSQL. What a function of RunPython does to the schema is not followed: neither what it breaks nor what it locks, and the project state does not know it either.",
  advice: "Write it as an operation or as RunSQL with `state_operations`.",
  databases: vendors,
  tell: ({ code: functions }) => functions.flatMap(({ schema }) => schema.map(({ what, ...place }) => ({ message: `${code(what)} is not followed: nothing that is said here counts it in.`, place }))),
  bad: {
    code: `def fill(apps, schema_editor):
    schema_editor.execute("ALTER TABLE shop_order ADD COLUMN seen boolean")`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),",
  },
  good: { operations: "migrations.RunSQL(\"ALTER TABLE shop_order ADD COLUMN seen boolean\", migrations.RunSQL.noop)," },
};
