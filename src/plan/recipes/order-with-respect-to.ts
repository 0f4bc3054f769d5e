import type { Operation } from "../../django/operation.ts";
import type { Change, Part, Recipe } from "../course.ts";
import { modelOf } from "../course.ts";
import { runSql } from "../operations.ts";
import { alterTable } from "../sql/raw.ts";
import { slug } from "./words.ts";

/** The hidden `_order` column of order_with_respect_to comes or goes. */
export const orderWithRespectTo: Recipe = {
  id: "order-with-respect-to",
  title: "`order_with_respect_to` comes or goes",
  when: "`AlterOrderWithRespectTo`: Django adds the column `_order`, `NOT NULL` and without a default that stays, so the running release cannot insert any more; or it drops the column, which every statement of the running release names.",
  databases: "PostgreSQL, MySQL and MariaDB. SQLite has no way to change a column's default but to make the table anew: there the default stays.",
  reversible: "Until release 2. Where the option goes, the order of the rows goes with the column.",
  releases: ["Add `_order` with a default of 0 that stays in the database; or take the option out of the models, and give the column that default.", "Drop the default; or drop the column with `RunSQL`: the project state does not know it any more."],
  course(change) {
    const { operation: alter, app, record } = change;
    if (alter.kind !== "AlterOrderWithRespectTo" || record.breaks.length === 0) return null;
    const [old, next] = [modelOf(change.before, app, alter.name), modelOf(change.after, app, alter.name)];
    const [was, is] = [old?.field("_order"), next?.field("_order")];
    if (old && was && typeof was.dbType === "string" && !is) return goes(change, { model: old.name, table: old.table, type: was.dbType, state: alter });
    if (next && is && typeof is.dbType === "string" && !was) return comes(change, { model: next.name, table: next.table, type: is.dbType, state: alter });
    return null;
  },
};

interface Order {
  readonly model: string;
  readonly table: string;
  readonly type: string;
  readonly state: Operation;
}

function comes({ context: { dialect } }: Change, { model, table, type, state }: Order) {
  const column = dialect.quoteName("_order");
  const alter = (action: string) => alterTable(dialect, table, action);
  const parts: Part[] = [
    {
      release: 0,
      phase: "expand",
      title: "Add `_order` with a default of 0, and keep that in the database",
      explanation: "Django drops the default again at once; this is its own column with it. Rows that are there, and those of the running release, stand at 0: `set_<model>_order()` gives them their places when you need them.",
      does: { kind: "instead", operations: [runSql([alter(`ADD COLUMN ${column} ${type} DEFAULT 0 NOT NULL`)], [alter(`DROP COLUMN ${column}`)], [state])] },
    },
  ];
  if (dialect.vendor === "sqlite") return { shortcuts: [], parts, differs: "the column keeps its default" };
  parts.push({
    release: 1,
    phase: "contract",
    title: "Drop the database default",
    explanation: "All code sends a value now.",
    does: { kind: "file", migration: { name: slug(model, "order_no_default"), atomic: true, operations: [runSql([alter(`ALTER COLUMN ${column} DROP DEFAULT`)], [alter(`ALTER COLUMN ${column} SET DEFAULT 0`)])] } },
  });
  return { shortcuts: [], parts };
}

function goes({ context: { dialect } }: Change, { model, table, type, state }: Order) {
  if (dialect.vendor === "sqlite") return "SQLite cannot give the column a default without making the table anew. Stop the running release, migrate, and start the new one";
  const column = dialect.quoteName("_order");
  const alter = (action: string) => alterTable(dialect, table, action);
  const parts: Part[] = [
    {
      release: 0,
      phase: "expand",
      title: "Take the option out of the models; `_order` stays, with a default in the database",
      explanation: "The new release does not send the column any more. The running release reads 0 in rows that the new one inserts.",
      does: { kind: "instead", operations: [runSql([alter(`ALTER COLUMN ${column} SET DEFAULT 0`)], [alter(`ALTER COLUMN ${column} DROP DEFAULT`)], [state])] },
    },
    {
      release: 1,
      phase: "contract",
      title: "Drop `_order`",
      explanation: "Backwards it comes back with every row at 0.",
      gate: "nothing names the column `_order` any more",
      does: { kind: "file", migration: { name: slug("drop", model, "order"), atomic: true, operations: [runSql([alter(`DROP COLUMN ${column}${dialect.vendor === "postgresql" ? " CASCADE" : ""}`)], [alter(`ADD COLUMN ${column} ${type} DEFAULT 0 NOT NULL`)])] } },
    },
  ];
  return { shortcuts: [], parts };
}
