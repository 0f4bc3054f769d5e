import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { impactOf } from "../../../src/safety/impact/impact.ts";
import { alterLocks } from "../../../src/safety/impact/locks.ts";
import { mariadbRows } from "../../../src/safety/impact/tables/mariadb.ts";
import { mysqlRows } from "../../../src/safety/impact/tables/mysql.ts";
import { mysqlCases, mysqlTables } from "./mysql-cases.ts";
import { connectMysql, requiredInCI } from "../../servers.ts";
import { mysqlSchemaOf, rowsOf } from "./mysql-catalog.ts";

const server = await connectMysql();
const name = `impact_proof_${process.pid}`;

requiredInCI(server, "No MySQL or MariaDB server answers: their lock tables are compared with measurements alone (measured.test.ts).");

test("every form that has ALGORITHM and LOCK clauses has a case that is run", () => {
  const clauses = new Set([...mysqlRows, ...mariadbRows].filter((row) => (alterLocks as readonly (string | null)[]).includes(row.lock)).map((row) => row.form));
  expect([...clauses].filter((form) => !mysqlCases.some((one) => one.form === form))).toEqual([]);
});

if (server) {
  const { connection, vendor, version } = server;
  describe(`${vendor} ${version}: what impactOf says is the mildest clause that the server accepts`, () => {
    beforeAll(async () => {
      await connection.query(`create database if not exists ${name}`);
      await connection.query(`use ${name}`);
    });
    afterAll(async () => {
      await connection.query(`drop database if exists ${name}`);
      await connection.end();
    });

    const known = mysqlCases.filter((one) => one.only === undefined || one.only === vendor);
    test.each(known.map((one) => [one.form, one.name, one] as const))("%s: %s", async (form, _name, one) => {
      await connection.query("set foreign_key_checks = 0");
      for (const { table } of await rowsOf(connection, "select table_name as `table` from information_schema.tables where table_schema = database()")) await connection.query(`drop table \`${String(table)}\``);
      await connection.query("set foreign_key_checks = 1");
      for (const sql of [...mysqlTables, ...(one.setup ?? [])]) await connection.query(sql);
      const schema = await mysqlSchemaOf(connection);
      const table = "table" in one.change ? one.change.table! : "";
      const impact = impactOf(one.change, schema, { vendor, version }, { newTables: new Set() });
      const before = await spaceOf(table);

      expect(impact.unknown).toBeNull();
      expect(impact.locks[table]).toBe(await mildest(one.sql));
      expect((await spaceOf(table)) !== before, "rebuilt").toBe(impact.rewrites.includes(table));
      expect(impact.blocksWrites).toBe(/LOCK=SHARED/.test(impact.locks[table]!) || /foreign key/.test(form.replace("drop foreign key", "")));
    }, 30_000);

    /** Tries the clauses from the mildest on; what is refused changes nothing. */
    async function mildest(sql: string): Promise<string> {
      for (const clause of ["INSTANT", "NOCOPY, LOCK=NONE", "INPLACE, LOCK=NONE", "INPLACE, LOCK=SHARED", "COPY, LOCK=NONE", "COPY, LOCK=SHARED"]) {
        if (vendor === "mysql" && clause.startsWith("NOCOPY")) continue;
        try {
          await connection.query(`${sql}, ALGORITHM=${clause}`);
          return clause;
        } catch (error) {
          if (![1845, 1846].includes((error as { errno?: number }).errno ?? 0)) throw error;
        }
      }
      return "none";
    }

    /** A rebuilt table gets another table id. */
    async function spaceOf(table: string): Promise<unknown> {
      const catalog = vendor === "mysql" ? "innodb_tables" : "innodb_sys_tables";
      return (await rowsOf(connection, `select table_id as id from information_schema.${catalog} where name = '${name}/${table}'`))[0]!.id;
    }
  });
}
