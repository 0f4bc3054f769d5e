import * as v from "valibot";
import { djangoVersions, vendors } from "../django/project.ts";
import { failOnLevels, rehearseChoices } from "./config.ts";

const text = (what: string) => v.pipe(v.string(`must be ${what}, as a string`), v.trim(), v.nonEmpty(`must be ${what}, not empty`));
const texts = (what: string) => v.array(v.pipe(v.string("must be a string"), v.trim(), v.nonEmpty("must not be empty")), `must be a list of ${what}: ["…"]`);
const oneOf = <const T extends readonly string[]>(options: T) => v.picklist(options, `must be one of ${options.map((option) => `"${option}"`).join(", ")}`);

const rows = v.pipe(v.number("must be a number of rows"), v.integer("must be a whole number of rows"), v.minValue(0, "must be a number of rows, 0 or more"));

/** Every key of the configuration, what it allows, and the sentence that says so when it does not. */
export const keys = {
  database: oneOf(vendors),
  "database-version": v.pipe(text(`the server's version, such as "16" or "10.11"`), v.regex(/^\d+(\.\d+){0,2}$/, `must be the server's version, such as "16" or "10.11"`)),
  django: oneOf(djangoVersions),
  "fail-on": oneOf(failOnLevels),
  rehearse: oneOf(rehearseChoices),
  "accept-label": text("the name of a label"),
  settings: text("a settings file or module"),
  exclude: texts("globs of paths"),
  "running-release": text("base, latest-release, latest-tag, or a branch, tag or commit"),
  since: text("a branch, tag or commit, or a date such as \"2026-01-31\""),
  "hot-tables": texts("table names"),
  "small-tables": texts("table names"),
  "row-counts": v.pipe(text("the path of a JSON file in the repository"), v.regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$)).+\.json$/u, "must be the path of a JSON file in the repository, such as \"migrations/rows.json\"")),
  "small-below": rows,
  "hot-from": rows,
  "auth-user-model": v.pipe(text(`"app_label.Model"`), v.regex(/^\w+\.\w+$/u, `must be "app_label.Model"`)),
  "default-auto-field": v.pipe(text("the dotted path of a field class"), v.regex(/^\w+(\.\w+)+$/u, `must be the dotted path of a field class, such as "django.db.models.BigAutoField"`)),
  "app-labels": v.record(v.string(), v.pipe(v.string("must be an app label, as a string"), v.regex(/^[^\W\d]\w*$/u, "must be an app label: a Python identifier")), `must be a table: folder = "label"`),
} as const;
