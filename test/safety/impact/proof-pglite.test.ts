import { PGlite } from "@electric-sql/pglite";
import { citext } from "@electric-sql/pglite/contrib/citext";
import { afterAll, beforeAll, describe } from "vitest";
import type { Session } from "./postgres-catalog.ts";
import { prepare, type Proof, provePostgres, tidy } from "./postgres-proof.ts";

describe("PostgreSQL 18 in PGlite: what impactOf says is what the server does", () => {
  let database: PGlite;
  let messages: string[] = [];
  const session: Session = {
    query: async (sql) => {
      const results = await database.exec(sql, { onNotice: (notice) => messages.push(notice.message ?? "") });
      return results.at(-1)?.rows ?? [];
    },
    notices: () => {
      const taken = messages;
      messages = [];
      return taken;
    },
  };
  const proof: Proof = { session, other: null, version: "18" };

  beforeAll(async () => {
    database = await PGlite.create({ extensions: { citext } });
    await prepare(proof);
  }, 120_000);
  afterAll(async () => {
    await tidy(proof);
    await database.close();
  });
  provePostgres(proof);
});
