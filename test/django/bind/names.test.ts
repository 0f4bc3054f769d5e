import { expect, test } from "vitest";
import { stripQuotes, truncateName } from "../../../src/django/bind/names.ts";

const long = "a".repeat(70);

/** django.db.backends.utils.truncate_name of Django 5.2. */
test.each([
  ["short", "short"],
  [long, `${"a".repeat(59)}0f5c`],
  ['other"."table', 'other"."table'],
  [`"other"."${long}"`, `other"."${"a".repeat(59)}0f5c`],
  [`"${long}"`, `${"a".repeat(59)}0f5c`],
])("%s on PostgreSQL", (name, expected) => {
  expect(truncateName(name, "postgresql")).toBe(expected);
});

test("MySQL has room for one more, SQLite for all", () => {
  expect(truncateName(long, "mysql")).toBe(`${"a".repeat(60)}0f5c`);
  expect(truncateName(long, "mariadb")).toBe(truncateName(long, "mysql"));
  expect(truncateName(long, "sqlite")).toBe(long);
  expect(truncateName("a".repeat(64), "mysql")).toBe("a".repeat(64));
});

test("the limit counts characters, the digest bytes", () => {
  expect(truncateName("ü".repeat(64), "postgresql")).toBe(`${"ü".repeat(59)}45f3`);
});

test("quotes around a whole name go", () => {
  expect([stripQuotes('"a"."b"'), stripQuotes("a"), stripQuotes('a"."b')]).toEqual(['a"."b', "a", 'a"."b']);
});
