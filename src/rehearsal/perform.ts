import { alive } from "./alive.ts";
import { type Chosen, matrixCell } from "./cell.ts";
import type { Attempt, Job, Told } from "./job.ts";
import { migrate } from "./migrate.ts";
import type { Server, ServerError } from "./server.ts";

/** Does a job statement by statement and tells of everything that happened. Throws nothing that the server says no with. */
export async function perform(job: Job, server: Server, tell: (told: Told) => void): Promise<void> {
  const { rows } = await server.send(server.version);
  const version = rows[0]?.["version"];
  tell({ kind: "server", version: typeof version === "string" ? version : "" });
  for (const name of server.extension ? job.extensions : []) await server.send(server.extension!(name)).catch((error: ServerError) => tell({ kind: "note", note: `extension ${name}: ${error.message}` }));
  for (const note of job.notes) tell({ kind: "note", note });
  await all(job.setup, server, tell);
  await seed(job, server, tell);
  const chosen: Chosen = new Map();
  for (const [at, stage] of job.stages.entries()) {
    tell({ kind: "doing", what: stage.schema });
    let ran = await migrate(stage.migrations, server);
    if (at === 1 && ran.rowsInTheWay) {
      // Rows that the running release may write. Without them the rest can be seen, too.
      for (const step of ran.steps.filter(({ error }) => error !== null)) tell({ kind: "step", schema: stage.schema, step });
      await server.send(server.empty(ran.tables));
      await seed(job, server, tell);
      ran = await migrate(stage.migrations, server);
    }
    for (const step of ran.steps) tell({ kind: "step", schema: stage.schema, step });
    // Its schema was not reached, and none after it.
    if (ran.steps.some(({ error }) => error !== null)) return;
    for (const sql of server.reset) await server.send(sql);
    for (const cell of stage.cells) {
      tell({ kind: "doing", what: `${cell.release} on ${stage.schema}` });
      const done = await matrixCell(cell, server, chosen);
      await alive(server);
      tell({ kind: "cell", schema: stage.schema, release: cell.release, cell: done });
    }
  }
}

/** Of each the first that the server takes. */
async function all(attempts: readonly Attempt[], server: Server, tell: (told: Told) => void): Promise<void> {
  for (const { what, sql } of attempts) {
    let first: string | null = null;
    let done = -1;
    for (const [at, text] of [...new Set(sql)].entries()) {
      const failed = await server.send(text).then(() => null, (error: ServerError) => error.message);
      if (failed === null) {
        done = at;
        break;
      }
      first ??= failed;
    }
    if (done < 0) tell({ kind: "note", note: `${what} could not be built: ${first ?? ""}` });
    else if (done > 0 && what.startsWith("table")) tell({ kind: "note", note: `${what}: text stands in for types that the embedded server does not have (${first ?? ""})` });
  }
  await alive(server);
}

async function seed(job: Job, server: Server, tell: (told: Told) => void): Promise<void> {
  await server.send(server.unchecked[0]);
  await all(job.seeds, server, tell);
  await server.send(server.unchecked[1]);
}
