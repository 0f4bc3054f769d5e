import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { RehearseOptions } from "../../src/rehearsal/rehearse.ts";
import type { Rehearsal } from "../../src/rehearsal/types.ts";
import { rehearsalSection } from "../../src/report/markdown/rehearsal.ts";
import { loadRefuser } from "../../src/rehearsal/refuse.ts";
import { inputOf, rehearsed, shipped, wrong } from "./build.ts";
import { rehearsedOn } from "./matrix.ts";
import { embedded } from "./servers.ts";

vi.setConfig({ testTimeout: 120_000 });
await loadRefuser();
const server = await embedded();
beforeAll(() => void shipped(), 180_000);
afterAll(() => server.end());

const runSql = (sql: string) => ({ operations: `migrations.RunSQL(${JSON.stringify(sql)}, migrations.RunSQL.noop),`, models: {} });
/** In the worker, as it is shipped. */
const run = (sql: string, options: RehearseOptions): Promise<Rehearsal> => rehearsed(runSql(sql), options);
/** The same without the worker, on a server that is there already. */
const runHere = async (sql: string): Promise<Rehearsal> => rehearsedOn(server, await inputOf(runSql(sql)));
const said = (rehearsal: Rehearsal): string => [rehearsal.stopped ?? "", ...wrong(rehearsal, "this pull request"), ...rehearsal.notes].join("\n");
const folder = mkdtempSync(join(tmpdir(), "hostile-"));
const marker = (name: string) => join(folder, name);
writeFileSync(marker("secret"), "the machine's own words");

describe("refused or without effect, and told", () => {
  it.each([
    ["COPY … PROGRAM", `COPY shop_order TO PROGRAM 'touch ${marker("made")}'`, "COPY is not sent"],
    ["a file of the machine", `SELECT pg_read_file('${marker("secret")}')`, "No such file"],
    ["a file of the machine, as a large object", `SELECT lo_import('${marker("secret")}')`, "No such file"],
    ["a process's environment", "SELECT pg_read_file('/proc/self/environ')", "No such file"],
    ["an extension that is not there", "CREATE EXTENSION dblink", "no extension dblink"],
    ["another server's tables", "CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1')", "does not exist"],
    ["an untrusted language", "CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS 'import os'", "does not exist"],
    ["a C function", "CREATE FUNCTION f(cstring) RETURNS int LANGUAGE c AS 'libc.so.6', 'system'", "libc"],
    ["settings of the server", "ALTER SYSTEM SET shared_preload_libraries = 'x'", "changes the server itself"],
    ["a library", "LOAD '/lib/x86_64-linux-gnu/libc.so.6'", "changes the server itself"],
    ["the end of the transaction", "COMMIT", "cannot be rehearsed"],
  ])("%s", async (_, sql, words) => {
    const rehearsal = await runHere(sql);
    expect(said(rehearsal)).toContain(words);
    expect(rehearsal.proven).toBe(false);
    expect(JSON.stringify(rehearsal)).not.toContain("the machine's own words");
    expect(existsSync(marker("made"))).toBe(false);
  });
});

describe("ended, and what was seen until then is kept", () => {
  const within = async (limit: number, make: () => Promise<Rehearsal>): Promise<Rehearsal> => {
    const started = performance.now();
    const rehearsal = await make();
    expect(performance.now() - started).toBeLessThan(limit);
    expect(rehearsal.proven).toBe(false);
    expect(said(rehearsal)).not.toBe("");
    return rehearsal;
  };

  it("a sleep", async () => {
    const rehearsal = await within(20_000, () => run("SELECT pg_sleep(600)", { limit: 8_000 }));
    expect(rehearsal.stopped).toMatch(/time limit of 8 seconds was over, at this pull request/);
    expect(rehearsal.rows.map(({ schema }) => schema)).toEqual(["today"]);
  });

  it("COPY that a function hides", async () => {
    await within(20_000, () => run(`DO $$ BEGIN EXECUTE 'CO' || 'PY shop_order TO PRO' || 'GRAM ''touch ${marker("hidden")}'''; END $$`, { limit: 8_000 }));
    expect(existsSync(marker("hidden"))).toBe(false);
  });

  it("a recursion without end", async () => {
    const rehearsal = await within(30_000, () => run("CREATE FUNCTION again() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN again(); END $$; SELECT again()", { limit: 15_000 }));
    expect(said(rehearsal)).toMatch(/does not answer any more|time limit|stack|ended/);
  });

  it.each([
    ["rows without end", "CREATE TABLE much AS SELECT repeat(md5(i::text), 100) AS text FROM generate_series(1, 100000000) AS i"],
    ["a result as large as the memory", "SELECT i, repeat('x', 1000) FROM generate_series(1, 100000000) AS i"],
    ["an aggregate as large as the memory", "SELECT count(*) FROM (SELECT array_agg(repeat('x', 1000) || i) FROM generate_series(1, 100000000) AS i) AS x"],
  ])("%s", async (_, sql) => {
    const before = process.memoryUsage.rss();
    await within(30_000, () => run(sql, { limit: 8_000, memory: 300 * 2 ** 20 }));
    expect(process.memoryUsage.rss() - before).toBeLessThan(2 * 2 ** 30);
  });
});

describe("nothing of a migration's connection is seen by the releases", () => {
  it.each([
    ["a search path", "CREATE SCHEMA empty; SET search_path = empty"],
    ["a role", "CREATE ROLE nobody; SET ROLE nobody"],
    ["a table of its own connection", "CREATE TEMP TABLE shop_order (id int)"],
    ["its own end", "SELECT pg_terminate_backend(pg_backend_pid())"],
    ["read only", "SET default_transaction_read_only = on"],
  ])("%s", async (_, sql) => {
    const rehearsal = await runHere(sql);
    expect(rehearsal.stopped).toBeNull();
    expect(wrong(rehearsal, "this pull request")).toEqual([]);
  });
});

it("an error's text is text in the comment", async () => {
  const rehearsal = await runHere("DO $$ BEGIN RAISE EXCEPTION '%', '</details><script>alert(1)</script> @everyone ``` [x](https://example.org) ' || U&'\\202E' || repeat('long ', 10000); END $$");
  const markdown = rehearsalSection({ name: () => "", heading: "###" } as unknown as Parameters<typeof rehearsalSection>[0], rehearsal);
  expect(markdown).toContain("`</details><script>alert(1)</script> @everyone");
  expect(markdown).toContain("\\u202e");
  expect(markdown).not.toContain("\u202e");
  expect(markdown.length).toBeLessThan(5_000);
});
