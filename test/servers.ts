import mysql from "mysql2/promise";
import pg from "pg";
import { expect, test } from "vitest";

/** The servers that claims are proven on: those of this machine, unless EXPAND_CONTRACT_POSTGRES or EXPAND_CONTRACT_MYSQL names others. */
const postgresUrl = process.env["EXPAND_CONTRACT_POSTGRES"] ?? "postgresql://postgres@127.0.0.1:5432/test";
const mysqlUrl = process.env["EXPAND_CONTRACT_MYSQL"] ?? "mysql://root@127.0.0.1:3306/test";

/** A connection to PostgreSQL, to the database of that name; null where none answers. */
export async function connectPostgres(database?: string): Promise<pg.Client | null> {
  const url = new URL(postgresUrl);
  if (database !== undefined) url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href, connectionTimeoutMillis: 3000 });
  return client.connect().then(() => client, () => null);
}

export interface MysqlServer {
  readonly connection: mysql.Connection;
  readonly vendor: "mysql" | "mariadb";
  readonly version: string;
}

/** A connection to MySQL or MariaDB; null where none answers. */
export async function connectMysql(options: Pick<mysql.ConnectionOptions, "multipleStatements"> = {}): Promise<MysqlServer | null> {
  const connection = await mysql.createConnection({ uri: mysqlUrl, connectTimeout: 3000, ...options }).catch(() => null);
  if (connection === null) return null;
  const [rows] = await connection.query("select version() as version");
  const text = (rows as { version: string }[])[0]!.version;
  return { connection, vendor: /mariadb/i.test(text) ? "mariadb" : "mysql", version: /^[\d.]+/.exec(text)![0] };
}

/** A test: where CI runs the server must be there; elsewhere what is skipped without it is said. */
export function requiredInCI(server: unknown, skipped: string): void {
  test("where CI runs, a server is there", () => {
    if (server === null) console.warn(skipped);
    expect(server !== null || !process.env["CI"]).toBe(true);
  });
}
