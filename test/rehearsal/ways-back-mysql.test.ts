import { afterAll, describe, expect, it } from "vitest";
import type { Value } from "../../src/python/value.ts";
import type { MigrationRecord } from "../../src/safety/types.ts";
import { schemaSql } from "../../src/rehearsal/schema-sql.ts";
import { baseOf, cases, headOf } from "../plan/cases.ts";
import { planned } from "../plan/project.ts";
import { realMysql } from "./servers.ts";

const server = await realMysql();

/** RunSQL's texts. */
const texts = (sql: Value): readonly string[] => (typeof sql === "string" ? [sql] : typeof sql === "object" && sql?.kind === "list" ? sql.items.flatMap(texts) : []);

if (server) {
  const { vendor, version } = server;
  const django = "5.2";
  afterAll(() => server.end());

  describe(`${vendor} ${version} takes the SQL of a release that is all RunSQL forwards, and twice backwards and forwards again`, () => {
    it.each(cases.filter(({ on }) => on?.some((one) => one.vendor === "mysql")).map((one) => [one.name, one] as const))("%s", async (_, one) => {
      const { input, made } = await planned(baseOf(one), headOf(one), { django, vendor, version });
      await server.anew();
      const run = async (sql: readonly string[]) => {
        for (const text of sql) await server.server.send(text).catch((error: Error) => expect.fail(`${text}: ${error.message}`));
      };
      // What cannot be made has no part in it, or its absence shows below.
      for (const text of schemaSql(input.running.schema, input.context.dialect)) await server.server.send(text).catch(() => null);
      const forwards = (migrations: readonly MigrationRecord[]) => migrations.flatMap(({ operations }) => operations.flatMap((record) => [...record.statements, ...record.deferred])).flatMap(({ sql }) => sql ?? []);
      for (const { migrations } of made!.replayed) {
        await run(forwards(migrations));
        const operations = migrations.flatMap((migration) => migration.operations).map((record) => record.operation);
        if (!operations.every(({ kind }) => kind === "RunSQL")) continue;
        const backwards = [...operations].reverse().flatMap((operation) => (operation.kind === "RunSQL" ? texts(operation.reverseSql) : []));
        for (const way of [backwards, forwards(migrations), backwards, forwards(migrations)]) await run(way);
      }
    }, 60_000);
  });
}
