import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postgresRows } from "../../../src/safety/impact/tables/postgresql.ts";
import { cases } from "./postgres-cases.ts";
import { prepare, type Proof, provePostgres, tidy } from "./postgres-proof.ts";
import { requiredInCI } from "../../servers.ts";
import { connect } from "./postgres-session.ts";

const server = await connect();
const second = server ? await connect() : null;

requiredInCI(server, "No PostgreSQL server answers: the lock table is proven on PGlite alone (proof-pglite.test.ts).");

test("every form of the lock table has a case that is run", () => {
  const notRun = ["set tablespace"]; // needs a second tablespace on the server
  expect(postgresRows.map((row) => row.form).filter((form) => !cases.some((one) => one.form === form))).toEqual(notRun);
});

if (server && second) {
  const proof: Proof = { session: server.session, other: second.session, version: server.version };
  describe(`PostgreSQL ${server.version}: what impactOf says is what the server does`, () => {
    beforeAll(() => prepare(proof));
    afterAll(async () => {
      await tidy(proof);
      await Promise.all([server.end(), second.end()]);
    });
    provePostgres(proof);
  });
}
