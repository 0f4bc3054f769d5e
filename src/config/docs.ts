import { djangoVersions, vendors } from "../django/project.ts";
import { type ConfigKey, failOnLevels, rehearseChoices } from "./config.ts";

const listed = (options: readonly string[]) => options.map((option) => `\`"${option}"\``).join(", ").replace(/, ([^,]+)$/, " or $1");

/** What the documentation says of every key: what it is, and what holds unless it is told. Links are those of docs/configuration.md. */
const words: Record<ConfigKey, readonly [what: string, unless: string]> = {
  database: [listed(vendors), "found in the settings"],
  "database-version": ['the server\'s version: `"16"`, `"8.4"`, `"10.11"`', "a common one; the report says so"],
  django: [listed(djangoVersions), "found in lock and requirement files"],
  "fail-on": [`what makes the check fail, ${listed(failOnLevels)}: errors, warnings as well, or nothing`, '`"error"`'],
  rehearse: [`when migrations and plan are [rehearsed](rehearsal.md) on an embedded PostgreSQL, ${listed(rehearseChoices)}; auto: where something breaks or blocks`, 'the action: `"auto"`; the command line: `"never"`'],
  "accept-label": ["the name of a label: a pull request that carries it passes whatever is found ([the action](action.md#accepting-with-a-label))", "none"],
  settings: ['the settings to read: a file (`"shop/settings/production.py"`) or a module (`"shop.settings.production"`)', "found through `manage.py`"],
  exclude: ['globs of paths that are not looked at: `["vendor", "**/legacy/*.py"]`', "`[]`"],
  "running-release": ['the release that is deployed: `"base"`, `"latest-release"`, `"latest-tag"`, or a branch, tag or commit ([what each means](audit.md#the-running-release))', '`"base"`'],
  since: ['a branch, tag or commit, or a date (`"2026-01-31"`): the migrations that were there, or were generated before that day, are history ([more](configuration.md#an-old-project))', "the whole history"],
  "hot-tables": ["tables that are large or busy, by their names in the database: even a lock of a moment is a warning ([`hot-table`](findings/hot-table.md))", "`[]`"],
  "small-tables": ["tables too small for anything to wait for long: scans and rewrites of them are not told", "`[]`"],
  "row-counts": ["a JSON file of the repository with the tables' numbers of rows ([more](configuration.md#row-counts))", "none"],
  "small-below": ["a table with fewer rows than this, by `row-counts`, is small", "`10000`"],
  "hot-from": ["one with this many or more is hot", "`10000000`"],
  "auth-user-model": ['`"users.User"`', "found in the settings"],
  "default-auto-field": ['`"django.db.models.BigAutoField"`', "found in the settings"],
  "app-labels": ['a table of an app\'s folder and its label: `"backend/orders" = "shop"`', "found in `AppConfig`, else the folder's name"],
};

/** The table of the documentation; `folder` is where docs/ is from the page it stands on: `docs/` or empty. */
export function configurationTable(folder: string): string {
  const rows = Object.entries(words).map(([key, [what, unless]]) => `| \`${key}\` | ${what.replaceAll("](", `](${folder}`)} | ${unless} |\n`);
  return `| key | what it is | unless told |\n| --- | --- | --- |\n${rows.join("")}`;
}
