import { codeSpan } from "../code-span.ts";
import type { Database } from "../django/project.ts";
import { isMySql } from "../sql/dialect.ts";
import type { Breakage, OperationRecord } from "../safety/types.ts";
import { rules } from "./proof.ts";

/** What to do about an operation that breaks a release or makes others wait, where no recipe fits. */
export function adviceWithout({ breaks, impact }: OperationRecord, { vendor }: Database): string {
  const running = breaks.find(({ release }) => release === "running");
  if (running) return `${failing(running)} First ship a release whose code ${does(running)}; ship this operation in the next one, when no process of an older release is left.`;
  const next = breaks[0];
  if (next) return `${failing(next)} Models and database do not fit together after it: change the models or the migration until they do.`;
  const tables = Object.keys(impact.locks).map(codeSpan).join(", ");
  const give = vendor === "postgresql" ? "`SET LOCAL lock_timeout = '2s'` in a `RunSQL` before it" : isMySql(vendor) ? "`SET SESSION lock_wait_timeout = 2` in a `RunSQL` before it" : null;
  return `${impact.blocksReads ? "Reads and writes" : "Writes"} of ${tables === "" ? "its table" : tables} wait until it is done. Measure it on a copy of the database. Run it alone, in a migration of its own, when few use the table${give === null ? "" : `; ${give} lets it give up rather than queue before others`}.`;
}

function failing({ release, statement, table, error }: Breakage): string {
  return `${release === "running" ? "The running release's" : "The new release's"} ${statement} on ${codeSpan(table)} would fail with ${codeSpan(error)}.`;
}

/** What the code must do before the database asks for it. */
function does({ statement, table, column, code, error }: Breakage): string {
  const name = codeSpan(column === null ? table : `${table}.${column}`);
  if (code !== null && rules.has(code)) return `keeps the rule on ${name} already, and correct the rows that do not`;
  if (code === "23502" || /null value|default value|cannot be null/i.test(error)) return `writes a value to ${name} always, and fill the rows that have none`;
  if (/does not exist|unknown column|doesn't exist|no such/i.test(error)) return `does not use ${name} any more (leave it out of the models with \`SeparateDatabaseAndState\`, so that it stays in the database)`;
  return `gets by without that ${statement} on ${name}`;
}
