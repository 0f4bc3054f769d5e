import type { Plan } from "../../src/plan/types.ts";
import type { Review } from "../../src/report/types.ts";
import { breakage, call, field, lock, migration, noImpact, operation, project, record, review, sql, unknownStatement } from "./build.ts";

const because = "Django adds the column with its default and drops the default again, so code that does not know the column cannot insert.";

const note = record({ kind: "AddField", model: "order", field: field("note"), preserveDefault: true }, {
  target: "shop.Order.note", newNeedsItFirst: true, impact: lock("shop_order"),
  statements: [sql(`ALTER TABLE "shop_order" ADD COLUMN "note" text NULL`)],
});

const priority = record({ kind: "AddField", model: "order", field: field("priority"), preserveDefault: true }, {
  target: "shop.Order.priority", phase: "contract", newNeedsItFirst: true, impact: lock("shop_order"), place: { path: "", line: 19 },
  statements: [sql(`ALTER TABLE "shop_order" ADD COLUMN "priority" integer DEFAULT 0 NOT NULL`), sql(`ALTER TABLE "shop_order" ALTER COLUMN "priority" DROP DEFAULT`)],
  breaks: [breakage("INSERT", "shop_order", "priority", `null value in column "priority" of relation "shop_order" violates not-null constraint`, { code: "23502", because })],
});

const refIndex = record({ kind: "AddIndex", model: "order", index: call("django.db.models.Index", [], { fields: { kind: "list", items: ["ref"] }, name: "order_ref_idx" }), concurrently: false }, {
  target: "order_ref_idx", phase: "additive",
  impact: lock("shop_order", "SHARE", { blocksWrites: true, scans: ["shop_order"] }),
  statements: [sql(`CREATE INDEX "order_ref_idx" ON "shop_order" ("ref")`, {
    kind: "CreateIndex", table: "shop_order", concurrently: false,
    index: { name: "order_ref_idx", unique: false, parts: [`"ref"`], columns: ["ref"], expressions: [], reads: [], method: null, opclasses: [], include: [], nullsDistinct: null, condition: null, with: null, tablespace: null },
  })],
});

const fullName = record({ kind: "RenameField", model: "user", from: "display_name", to: "full_name" }, {
  target: "users.User.display_name", phase: "contract", newNeedsItFirst: true, impact: lock("users_user"),
  statements: [sql(`ALTER TABLE "users_user" RENAME COLUMN "display_name" TO "full_name"`)],
  breaks: [
    breakage("SELECT", "users_user", "display_name", "column users_user.display_name does not exist", { code: "42703" }),
    breakage("INSERT", "users_user", "display_name", `column "display_name" of relation "users_user" does not exist`, { code: "42703" }),
    breakage("UPDATE", "users_user", "display_name", `column "display_name" of relation "users_user" does not exist`, { code: "42703" }),
  ],
});

const plan: Plan = {
  shortcuts: [{ target: "users.User.full_name", text: "keep the column and rename the field in code alone, in one release and without SQL.", code: `full_name = models.CharField(max_length=100, db_column="display_name")` }],
  without: [],
  releases: [
    {
      number: 1, phase: "expand", gate: null,
      steps: [
        {
          target: "shop.Order.priority", recipe: "required-column", title: "Add the column with `db_default=0`", explanation: "The database fills the column for code that does not know it.", unknown: null,
          edits: [{ path: "shop/migrations/0042_order_note_priority.py", kind: "diff", language: "diff", text: "-            field=models.IntegerField(default=0),\n+            field=models.IntegerField(default=0, db_default=0),\n" }],
          sql: [{ sql: `ALTER TABLE "shop_order" ADD COLUMN "priority" integer DEFAULT 0 NOT NULL`, impact: lock("shop_order"), note: null }],
        },
        {
          target: "order_ref_idx", recipe: "index-concurrently", title: "Build it `CONCURRENTLY`, in a migration of its own", explanation: "", unknown: null,
          edits: [{ path: "shop/migrations/0043_order_ref_idx.py", kind: "new file", language: "python", text: "from django.contrib.postgres.operations import AddIndexConcurrently\n…\n" }],
          sql: [{ sql: `CREATE INDEX CONCURRENTLY "order_ref_idx" ON "shop_order" ("ref")`, impact: lock("shop_order", "SHARE UPDATE EXCLUSIVE", { scans: ["shop_order"] }), note: "outside a transaction" }],
        },
        {
          target: "users.User.full_name", recipe: "rename-field", title: "Add it nullable and write both columns", explanation: "", unknown: null,
          edits: [{ path: "users/migrations/0011_user_full_name.py", kind: "new file", language: "python", text: "class Migration(migrations.Migration): …\n" }, { path: "users/models.py", kind: "code", language: "python", text: "full_name = models.CharField(max_length=100, null=True)\n" }],
          sql: [{ sql: `ALTER TABLE "users_user" ADD COLUMN "full_name" varchar(100) NULL`, impact: lock("users_user"), note: null }],
        },
      ],
    },
    {
      number: 2, phase: "migrate", gate: "when release 1 runs everywhere",
      steps: [{
        target: "users.User.full_name", recipe: "rename-field", title: "Backfill in batches, then read the new column", explanation: "", unknown: null,
        edits: [{ path: "users/migrations/0012_backfill_full_name.py", kind: "new file", language: "python", text: "def backfill(apps, schema_editor): …\n" }],
        sql: [{ sql: `ALTER TABLE "users_user" ALTER COLUMN "full_name" SET NOT NULL`, impact: lock("users_user", "ACCESS EXCLUSIVE", { scans: ["users_user"], blocksReads: true, blocksWrites: true }), note: null }],
      }],
    },
    {
      number: 3, phase: "contract", gate: "when no process of release 1 is left, and nothing names `display_name` any more (now: 3 places)",
      steps: [
        { target: "shop.Order.priority", recipe: "required-column", title: "Drop the database default (optional)", explanation: "", edits: [], sql: [], unknown: null },
        { target: "users.User.full_name", recipe: "rename-field", title: "Remove `display_name` from the code, then drop it", explanation: "", unknown: null, edits: [], sql: [{ sql: `ALTER TABLE "users_user" DROP COLUMN "display_name" CASCADE`, impact: lock("users_user"), note: null }] },
      ],
    },
  ],
};

/** The pull request of the README: two of four operations break. */
export const breaking: Review = review(
  [project([migration("shop", "0042_order_note_priority", [note, priority]), migration("shop", "0043_order_ref_idx", [refIndex]), migration("users", "0011_rename_display_name", [fullName])], { plan })],
  { verdict: "fail", reasons: ["2 operations break the running release."] },
);

/** Nothing to complain about. */
export const allClear: Review = review([project([migration("shop", "0042_order_note", [note])])]);

/** Only an index that makes writes wait. */
export const careful: Review = review([project([migration("shop", "0042_order_note", [note]), migration("shop", "0043_order_ref_idx", [refIndex])])]);

/** No migration was changed. */
export const nothing: Review = review([]);

/** What cannot be known, files that cannot be read, and a graph that cannot run. */
export const unclear: Review = review(
  [project(
    [migration("shop", "0044_money", [
      record({ kind: "AddField", model: "order", field: field("total"), preserveDefault: true }, { target: "shop.Order.total", phase: "unknown", unknown: "the column type of `shop.fields.MoneyField` is not known: its `db_type()` is computed. Say it under `column-types`", statements: [unknownStatement("the column type is not known")] }),
      record({ kind: "RunPython", code: null, reverseCode: null, atomic: null }, { phase: "expand", findings: [{ rule: "data-migration", level: "note", message: "Runs `fill_totals` in one transaction.", place: { path: "shop/migrations/0044_money.py", line: 30 }, advice: "Fill in batches on large tables." }] }),
      record({ kind: "AlterField", model: "order", field: field("ref"), preserveDefault: true }, {
        target: "shop.Order.ref", phase: "contract", impact: lock("shop_order", "ACCESS EXCLUSIVE", { blocksReads: true, blocksWrites: true, rewrites: ["shop_order"], scans: ["shop_order"] }),
        failsOnExistingRows: "value too long for type character varying(20)", losesData: "Values longer than 20 characters are cut.",
        breaks: [breakage("INSERT", "shop_order", "ref", "value too long for type character varying(20)", { code: "22001" }), breakage("INSERT", "shop_order", "total", `null value in column "total" of relation "shop_order" violates not-null constraint`, { release: "new" })],
        statements: [sql(`ALTER TABLE "shop_order" ALTER COLUMN "ref" TYPE varchar(20)`)],
      }),
    ])],
    {
      graph: [{ rule: "graph-conflict", level: "error", message: "The app `shop` has two leaf migrations: `0044_money` and `0044_other`.", place: { path: "shop/migrations/0044_money.py", line: 6 }, advice: "Run `manage.py makemigrations --merge`." }],
      skipped: [{ path: "shop/migrations/0045_broken.py", line: 12, reason: "not valid Python: `<<<<<<< HEAD`" }],
      plan: { releases: [], shortcuts: [], without: [{ target: "shop.Order.ref", reason: "a narrower type needs the values checked first" }] },
    },
  )],
  { verdict: "fail", reasons: ["The migration graph cannot run."] },
);

const evil = "a`|<b>\n\u202e@team](https://evil.example) \\|";

/** Every text that comes from the pull request is hostile. */
export const hostile: Review = review(
  [project(
    [migration(evil, `0001_${evil}`, [
      record({ ...operation({ kind: "RenameField", model: evil, from: evil, to: `${evil}2` }), type: evil }, {
        type: evil, target: `${evil}.${evil}`, phase: "contract", impact: lock(evil, "SHARE", { blocksWrites: true, scans: [evil] }), failsOnExistingRows: evil, losesData: evil,
        statements: [sql(`SELECT '\`\`\`${evil}'`)], breaks: [breakage("SELECT", evil, evil, `column ${evil} does not exist`, { because: evil })],
        findings: [{ rule: "x", level: "warning", message: evil, place: { path: evil, line: 1 }, advice: evil }],
      }),
      record({ kind: "Unknown", reason: evil }, { type: evil, unknown: evil, phase: "unknown" }),
    ])],
    {
      root: "", skipped: [{ path: evil, line: 1, reason: evil }], graph: [{ rule: "x", level: "error", message: evil, place: { path: evil, line: 1 }, advice: null }],
      plan: {
        releases: [{ number: 1, phase: "expand", gate: evil, steps: [{ target: evil, recipe: "x", title: evil, explanation: evil, edits: [{ path: evil, kind: "new file", language: "python", text: "```\n</details>\n@team" }], sql: [{ sql: "```\n@team", impact: { ...noImpact, locks: { [evil]: "SHARE" } }, note: evil }], unknown: evil }] }],
        shortcuts: [{ target: evil, text: evil, code: "````" }],
        without: [{ target: evil, reason: evil }],
      },
    },
  )],
  { verdict: "fail", reasons: [evil], runningRelease: { ref: evil, commit: null, source: evil } },
);

/** Two Django projects in one repository. */
export const twoProjects: Review = review([
  project([migration("shop", "0042_order_note", [note])], { root: "backend" }),
  project([migration("users", "0011_rename_display_name", [fullName])], { root: "admin" }),
], { verdict: "fail", reasons: ["1 operation breaks the running release."] });
