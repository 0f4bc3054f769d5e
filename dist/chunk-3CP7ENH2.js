import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  code,
  failing,
  listed,
  locked,
  modelName,
  sentence
} from "./chunk-CSBCGSFX.js";
import {
  changesOf,
  readsWait,
  writesWait
} from "./chunk-7XH62CJ2.js";
import {
  vendors
} from "./chunk-LHOMP52Y.js";

// src/safety/findings/rules/stillNamed.ts
var released = `migrations.SeparateDatabaseAndState(
    state_operations=[migrations.RemoveField("order", "note")],
),`;
var drop = `migrations.RunSQL(
    'ALTER TABLE shop_order DROP COLUMN note',
    'ALTER TABLE shop_order ADD COLUMN note text NULL',
),`;
var stillNamed = {
  about: "usage",
  id: "still-named",
  level: "error",
  title: "The running release's code still names it",
  why: "The models of the running release do not have the column or table any more, so its ORM does not miss it. Its raw SQL does: the statement fails the moment the migration has run. Where only Python names it, which may mean something else by now (a property, a method), this is a warning.",
  advice: "Take the name out of the code, ship that, and contract when no older process is left.",
  databases: vendors,
  bad: { released, operations: drop, runningFiles: { "shop/reports.py": 'SQL = "SELECT note FROM shop_order WHERE total > 100"\n' } },
  good: { released, operations: drop, runningFiles: { "shop/reports.py": 'SQL = "SELECT ref FROM shop_order WHERE total > 100"\n' } }
};

// src/safety/findings/rules/acceptWithoutReason.ts
var acceptWithoutReason = {
  about: "acceptance",
  id: "accept-without-reason",
  level: "warning",
  title: "Accepted without a reason",
  why: "A finding that is accepted leaves the verdict. Whoever reads the migration later has to know why, so the reason is part of the comment.",
  advice: "Write why behind the rule: `# expand-contract: accept blocks-writes 200 rows, at night`.",
  databases: vendors,
  bad: {
    operations: `# expand-contract: accept blocks-writes
migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref")),`
  },
  good: {
    operations: `# expand-contract: accept blocks-writes 200 rows, at night
migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref")),`
  }
};

// src/safety/findings/rules/batchesInOneTransaction.ts
var batchesInOneTransaction = {
  about: "migration",
  id: "batches-in-one-transaction",
  level: "note",
  title: "Batches in one transaction",
  why: "The code commits batch by batch, but the migration is atomic: its transactions are savepoints of the one around them, and every lock is held until the end.",
  advice: "Set `atomic = False` on the migration.",
  databases: vendors,
  tell: ({ migration, code: code2, database }) => migration.atomic && database.vendor !== "sqlite" ? code2.flatMap(({ ownTransactions }) => ownTransactions.map((place) => ({ message: "The transactions of this loop are savepoints of the migration's one transaction.", place }))) : [],
  bad: {
    code: `from django.db import transaction


def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    for start in range(0, 100000, 5000):
        with transaction.atomic():
            Order.objects.filter(pk__gte=start, pk__lt=start + 5000).update(total=0)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),"
  },
  good: {
    code: `from django.db import transaction


def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    for start in range(0, 100000, 5000):
        with transaction.atomic():
            Order.objects.filter(pk__gte=start, pk__lt=start + 5000).update(total=0)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),",
    attributes: "atomic = False"
  }
};

// src/safety/findings/rules/blocksDeletes.ts
var blocksDeletes = {
  about: "operation",
  id: "blocks-deletes",
  level: "note",
  title: "Deletes of the running release may fail later",
  why: "Django cascades in Python, over the foreign keys the code knows. The running release does not know the new one: once the new release has written a row that refers to a row it deletes, its DELETE fails.",
  advice: "Accept it for the time both releases run, or add the foreign key with `db_constraint=False` first.",
  databases: vendors,
  tell: ({ blockedDeletes: deletes }) => {
    if (deletes.length === 0) return [];
    const tables = (names) => listed([...new Set(names.map(code))]);
    return [`The running release's DELETE from ${tables(deletes.map(({ parent }) => parent))} fails once the new release has written a row of ${tables(deletes.map(({ child }) => child))} that refers to it.`];
  },
  bad: {
    operations: 'migrations.AddField("order", "payer", models.ForeignKey("shop.Customer", models.CASCADE, null=True, related_name="+")),'
  },
  good: {
    operations: 'migrations.AddField("order", "payer", models.ForeignKey("shop.Customer", models.CASCADE, null=True, related_name="+", db_constraint=False)),'
  }
};

// src/safety/findings/rules/blocksReads.ts
var blocksReads = {
  about: "operation",
  id: "blocks-reads",
  level: "warning",
  title: "Reads and writes wait",
  why: "The server reads or rewrites the table while it holds a lock that SELECT conflicts with. Every request that needs the table waits, for longer the larger it is.",
  advice: "Use the form that does its work under a weaker lock, in a migration of its own, and set `lock_timeout`.",
  databases: vendors,
  tell: ({ impact }) => impact.blocksReads ? [`Reads and writes of ${locked(impact, [...impact.rewrites, ...impact.scans])} wait until it is done.`] : [],
  bad: { operations: 'migrations.AlterField("order", "total", models.BigIntegerField(null=True)),' },
  good: { operations: 'migrations.AlterField("order", "ref", models.CharField(max_length=40)),' }
};

// src/safety/findings/rules/blocksWrites.ts
var blocksWrites = {
  about: "operation",
  id: "blocks-writes",
  level: "warning",
  title: "Writes wait",
  why: "The server reads the table while it holds a lock that INSERT, UPDATE and DELETE conflict with, for longer the larger the table is.",
  advice: "Use the form that does its work under a weaker lock (on PostgreSQL `AddIndexConcurrently`, or NOT VALID first and VALIDATE in a later migration).",
  databases: vendors,
  tell: ({ impact }) => impact.blocksWrites && !impact.blocksReads ? [`Writes to ${locked(impact, [...impact.rewrites, ...impact.scans])} wait until it is done.`] : [],
  bad: { operations: 'migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref")),' },
  good: {
    operations: 'AddIndexConcurrently("order", models.Index(fields=["ref"], name="order_ref")),',
    attributes: "atomic = False",
    code: "from django.contrib.postgres.operations import AddIndexConcurrently"
  }
};

// src/safety/findings/rules/breaksNewRelease.ts
var breaksNewRelease = {
  about: "operation",
  id: "breaks-new-release",
  level: "error",
  title: "Breaks the new release",
  why: "The models and the database disagree after the migration, so statements of the release that comes with it fail.",
  advice: "Make the database allow what the models send: drop the column, or give it a default or NULL, in the same release.",
  databases: vendors,
  tell: ({ breaks }) => {
    const fresh = breaks.filter(({ release }) => release === "new");
    return fresh.length === 0 ? [] : [`The new release fails: ${failing(fresh)}.`];
  },
  bad: {
    operations: `migrations.SeparateDatabaseAndState(
    state_operations=[migrations.RemoveField("order", "ref")],
),`
  },
  good: {
    operations: `migrations.AlterField("order", "ref", models.CharField(max_length=20, null=True)),
migrations.SeparateDatabaseAndState(
    state_operations=[migrations.RemoveField("order", "ref")],
),`
  }
};

// src/safety/findings/rules/breaksRunningRelease.ts
var breaksRunningRelease = {
  about: "operation",
  id: "breaks-running-release",
  level: "error",
  title: "Breaks the running release",
  why: "Old processes keep running while and after `migrate` runs. Their statements fail from the moment the migration commits until the last of them is gone.",
  advice: "Ship it in several releases: expand, move the code over, contract when no process of the old release is left.",
  databases: vendors,
  tell: ({ breaks }) => {
    const running = breaks.filter(({ release }) => release === "running");
    return running.length === 0 ? [] : [`The running release fails: ${failing(running)}.`];
  },
  bad: { operations: 'migrations.RemoveField("order", "note"),' },
  good: {
    operations: `migrations.SeparateDatabaseAndState(
    state_operations=[migrations.RemoveField("order", "note")],
),`
  }
};

// src/safety/findings/rules/circularDependency.ts
var circularDependency = {
  about: "graph",
  id: "circular-dependency",
  level: "error",
  title: "Migrations that wait for each other",
  why: "Django stops with CircularDependencyError: no order satisfies the dependencies.",
  advice: "Move the operation that needs the other migration into one of its own that comes after both.",
  databases: vendors,
  bad: {
    files: { "shop/migrations/0003_change.py": `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shop", "0001_initial"), ("shop", "0004_more")]
    operations = [migrations.AddField("order", "seen", models.BooleanField(null=True))]
`, "shop/migrations/0004_more.py": `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shop", "0003_change")]
    operations = [migrations.AddField("order", "seen", models.BooleanField(null=True))]
` }
  },
  good: { operations: 'migrations.AddField("order", "priority", models.IntegerField(null=True)),' }
};

// src/safety/impact/transaction-rules.ts
var transactionRules = {
  "concurrently-in-transaction": { level: "error", advice: "Set atomic = False on the migration, and give it no other operation." },
  "concurrently-with-other-statements": { level: "error", advice: "Give RunSQL a list with one statement an item: a string of several statements reaches PostgreSQL as one, and runs in one transaction." },
  "validate-in-same-transaction": { level: "warning", advice: "Validate in a migration of its own: then the rows are checked under SHARE UPDATE EXCLUSIVE, which nobody's statements wait for." },
  "schema-change-after-data": { level: "warning", advice: "Put the data and the schema change into two migrations." },
  "data-under-lock": { level: "warning", advice: "Put the data into a migration of its own: the locks are then given back first." },
  "several-exclusive-locks": { level: "note", advice: "One migration per table holds each lock for a shorter time and cannot deadlock with transactions that use the tables in another order." },
  "no-transactional-ddl": { level: "note", advice: "One schema change per migration can be run again after it failed." },
  "not-atomic": { level: "note", advice: "One statement per migration can be run again after it failed." }
};
var refusedWithPendingEvents = /* @__PURE__ */ new Set([
  "AddColumn",
  "DropColumn",
  "AlterColumn",
  "AddConstraint",
  "DropConstraint",
  "ValidateConstraint",
  "CreateIndex",
  "DropTable",
  "SetTablespace"
]);
var notSchemaChanges = /* @__PURE__ */ new Set(["FillNulls", "FillRows", "CopyRows", "WriteRows", "NoEffect", "Unknown"]);

// src/safety/findings/rules/concurrentlyInTransaction.ts
var concurrentlyInTransaction = {
  about: "transaction",
  id: "concurrently-in-transaction",
  ...transactionRules["concurrently-in-transaction"],
  title: "CONCURRENTLY inside of a transaction",
  why: "PostgreSQL refuses CREATE and DROP INDEX CONCURRENTLY inside of a transaction block (25001), and so does Django.",
  databases: ["postgresql"],
  bad: {
    operations: 'AddIndexConcurrently("order", models.Index(fields=["ref"], name="order_ref")),',
    code: "from django.contrib.postgres.operations import AddIndexConcurrently"
  },
  good: {
    operations: 'AddIndexConcurrently("order", models.Index(fields=["ref"], name="order_ref")),',
    code: "from django.contrib.postgres.operations import AddIndexConcurrently",
    attributes: "atomic = False"
  }
};

// src/safety/findings/rules/concurrentlyWithOtherStatements.ts
var concurrentlyWithOtherStatements = {
  about: "transaction",
  id: "concurrently-with-other-statements",
  ...transactionRules["concurrently-with-other-statements"],
  title: "CONCURRENTLY beside other statements in one string",
  why: "PostgreSQL runs a string of several statements in one transaction, and refuses CONCURRENTLY there.",
  databases: ["postgresql"],
  bad: {
    operations: `migrations.RunSQL("SET lock_timeout = '2s'; CREATE INDEX CONCURRENTLY order_ref ON shop_order (ref)", migrations.RunSQL.noop),`,
    attributes: "atomic = False"
  },
  good: {
    operations: `migrations.RunSQL(["SET lock_timeout = '2s'", "CREATE INDEX CONCURRENTLY order_ref ON shop_order (ref)"], migrations.RunSQL.noop),`,
    attributes: "atomic = False"
  }
};

// src/safety/findings/rules/conflictingLeafNodes.ts
var conflictingLeafNodes = {
  about: "graph",
  id: "conflicting-leaf-nodes",
  level: "error",
  title: "Two last migrations",
  why: "`migrate` refuses to run where an app has several migrations that nothing comes after: it cannot know their order.",
  advice: "Let one depend on the other, or run `python manage.py makemigrations --merge`.",
  databases: vendors,
  bad: {
    operations: 'migrations.AddField("order", "priority", models.IntegerField(null=True)),',
    files: { "shop/migrations/0002_other.py": `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shop", "0001_initial")]
    operations = [migrations.AddField("order", "seen", models.BooleanField(null=True))]
` }
  },
  good: {
    operations: 'migrations.AddField("order", "priority", models.IntegerField(null=True)),',
    files: { "shop/migrations/0004_other.py": `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shop", "0003_change")]
    operations = [migrations.AddField("order", "seen", models.BooleanField(null=True))]
` }
  }
};

// src/safety/findings/operation.ts
function dataMigrations(operation) {
  if (operation.kind === "SeparateDatabaseAndState") return operation.databaseOperations.flatMap(dataMigrations);
  if (operation.kind !== "RunPython" || isNoop(operation.code)) return [];
  return [nameOf(operation.code)];
}
function withoutReverse(operation) {
  switch (operation.kind) {
    case "SeparateDatabaseAndState":
      return operation.databaseOperations.flatMap(withoutReverse);
    case "RunPython":
      return operation.reverseCode === null ? [{ type: operation.type, argument: "reverse_code" }] : [];
    case "RunSQL":
      return operation.reverseSql === null ? [{ type: operation.type, argument: "reverse_sql" }] : [];
    default:
      return [];
  }
}
function wantsNoTransaction({ operation, statements, deferred }) {
  if (["RunPython", "RunSQL", "Unknown", "SeparateDatabaseAndState", "ValidateConstraint"].includes(operation.kind)) return true;
  if (operation.kind === "AddConstraint" && operation.notValid) return true;
  return [...statements, ...deferred].flatMap(changesOf).some((change2) => "concurrently" in change2 && change2.concurrently);
}
function isNoop(value) {
  return typeof value === "object" && value !== null && value.kind === "ref" && value.path.endsWith("RunPython.noop");
}
function nameOf(value) {
  if (typeof value !== "object" || value === null) return null;
  return value.kind === "ref" ? value.path : null;
}

// src/safety/findings/rules/dataMigration.ts
var dataMigration = {
  about: "operation",
  id: "data-migration",
  level: "note",
  title: "Data migration",
  why: "It sees the rows that are there when it runs. The running release goes on writing rows that it will not see, and the effect of its code cannot be read from the migration.",
  advice: "Let the code write the new form first, then migrate the rows, in batches and outside of a transaction.",
  databases: vendors,
  tell: ({ operation }) => dataMigrations(operation).map((name) => name === null ? "It changes rows." : `It changes rows with ${code(name.slice(name.lastIndexOf(".") + 1))}.`),
  bad: {
    code: `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    Order.objects.filter(total=None, pk__lt=10).update(total=0)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),"
  },
  good: { operations: "migrations.RunPython(migrations.RunPython.noop, migrations.RunPython.noop)," }
};

// src/safety/findings/rules/dataUnderLock.ts
var dataUnderLock = {
  about: "transaction",
  id: "data-under-lock",
  ...transactionRules["data-under-lock"],
  title: "Data changed under a lock",
  why: "Locks are held until the transaction ends. Rows that are changed after a schema change in the same transaction are changed while everybody waits.",
  databases: ["postgresql"],
  bad: {
    operations: `migrations.AddField("order", "seen", models.BooleanField(null=True)),
migrations.RunSQL("UPDATE shop_order SET seen = true", migrations.RunSQL.noop),`
  },
  good: { operations: 'migrations.RunSQL("UPDATE shop_order SET total = 0", migrations.RunSQL.noop),' }
};

// src/safety/findings/rules/deletedMigration.ts
var deletedMigration = {
  about: "graph",
  id: "deleted-migration",
  level: "error",
  title: "A released migration was deleted",
  why: "Databases that have run it and new ones no longer have the same history. What it did is not undone.",
  advice: "Restore it; to take back what it did write a new migration, to shorten the history run `squashmigrations`.",
  databases: vendors,
  bad: { files: { "shop/migrations/0002_released.py": null } },
  good: { operations: 'migrations.AddField("order", "priority", models.IntegerField(null=True)),' }
};

// src/safety/findings/rules/dropsData.ts
var dropsData = {
  about: "operation",
  id: "drops-data",
  level: "note",
  title: "Drops data",
  why: "What is dropped comes back from a backup only; reversing the migration makes it anew, empty.",
  advice: "Keep it until no release needs it, and until a backup is at hand.",
  databases: vendors,
  tell: ({ losses }) => {
    const dropped = losses.filter(({ kind }) => kind === "dropped");
    return dropped.length === 0 ? [] : [dropped.map(({ how }) => how).join(" ")];
  },
  bad: { operations: 'migrations.RemoveField("order", "note"),' },
  good: {
    operations: `migrations.SeparateDatabaseAndState(
    state_operations=[migrations.RemoveField("order", "note")],
),`
  }
};

// src/safety/findings/rules/editedMigration.ts
var editedMigration = {
  about: "graph",
  id: "edited-migration",
  level: "warning",
  title: "A released migration was edited",
  why: "A database that has run it does not run it again: old and new databases then differ.",
  advice: "Put it back as it was, and write what is new into a migration of its own. Where only the code it calls differs, it is a note.",
  databases: vendors,
  bad: {
    operations: 'migrations.AddField("order", "priority", models.IntegerField(null=True)),',
    files: { "shop/migrations/0002_released.py": `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shop", "0001_initial")]
    operations = [migrations.AddField("order", "seen", models.BooleanField(null=True))]
` }
  },
  good: { operations: 'migrations.AddField("order", "priority", models.IntegerField(null=True)),' }
};

// src/safety/findings/rules/failsOnExistingRows.ts
var failsOnExistingRows = {
  about: "operation",
  id: "fails-on-existing-rows",
  level: "warning",
  title: "May fail on rows that are there",
  why: "The server checks every row when the statement runs. One row that does not comply stops the migration.",
  advice: "Look for such rows before the deployment and correct them in an earlier migration.",
  databases: vendors,
  tell: ({ failsOnExistingRows: error }) => error === null ? [] : [`The migration itself may fail on rows that are there: ${code(error)}.`],
  bad: { operations: 'migrations.AlterField("order", "total", models.IntegerField()),' },
  good: { operations: 'migrations.AlterField("order", "total", models.BigIntegerField(null=True)),' }
};

// src/safety/findings/rules/hotTable.ts
var hotTable = {
  about: "operation",
  id: "hot-table",
  level: "warning",
  title: "Locks a hot table",
  why: "Every lock, however short, waits for the transactions that use the table, and whatever comes after it waits behind it. On a busy table one long query in front of the migration stops all others.",
  advice: "Set `lock_timeout` (MySQL: `lock_wait_timeout`) to a second or two for the migrating session and try again when it runs out, at a quiet time.",
  databases: ["postgresql", "mysql", "mariadb"],
  tell: hotTables,
  bad: { operations: 'migrations.AddField("order", "seen", models.BooleanField(null=True)),', config: 'hot-tables = ["shop_order"]' },
  good: { operations: 'migrations.AddField("order", "seen", models.BooleanField(null=True)),' }
};
function hotTables({ impact, sizes, database }) {
  if (impact.blocksReads || impact.blocksWrites) return [];
  const waits = (lock) => database.vendor === "postgresql" ? readsWait(lock) || writesWait(lock) : lock !== "row locks";
  const tables = Object.keys(impact.locks).filter((table) => sizes.hot(table) && waits(impact.locks[table])).sort();
  return tables.length === 0 ? [] : [`It locks ${locked(impact, tables)} only for a moment, but the configuration says ${tables.length === 1 ? "it is a hot table" : "they are hot tables"}.`];
}

// src/safety/findings/rules/inconsistentHistory.ts
var inconsistentHistory = {
  about: "graph",
  id: "inconsistent-history",
  level: "error",
  title: "A released migration depends on a new one",
  why: "`migrate` stops with InconsistentMigrationHistory on every database that has run the released one.",
  advice: "Take the dependency away, and let the new migration come after the released one.",
  databases: vendors,
  bad: {
    files: { "shop/migrations/0002_released.py": `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shop", "0001_initial"), ("shop", "0001_zero")]
    operations = []
`, "shop/migrations/0001_zero.py": `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shop", "0001_initial")]
    operations = [migrations.AddField("order", "seen", models.BooleanField(null=True))]
` }
  },
  good: { operations: 'migrations.AddField("order", "priority", models.IntegerField(null=True)),' }
};

// src/safety/findings/rules/irreversible.ts
var irreversible = {
  about: "operation",
  id: "irreversible",
  level: "note",
  title: "Cannot be reversed",
  why: "`migrate` refuses to go back past an operation without a reverse (IrreversibleError), so a failed deployment cannot be undone this way.",
  advice: "Give it one: `migrations.RunPython.noop` or `migrations.RunSQL.noop` where there is nothing to undo.",
  databases: vendors,
  tell: ({ operation }) => withoutReverse(operation).map(({ type, argument }) => `${code(type)} has no ${code(argument)}.`),
  bad: {
    code: `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    Order.objects.filter(total=None, pk__lt=10).update(total=0)`,
    operations: "migrations.RunPython(fill),"
  },
  good: { operations: 'migrations.RunSQL("UPDATE shop_order SET total = 0 WHERE id < 10", migrations.RunSQL.noop),' }
};

// src/safety/findings/rules/linterMarker.ts
var linterMarker = {
  about: "migration",
  id: "linter-marker",
  level: "note",
  title: "A marker for another linter",
  why: "The operation does nothing to the database: it tells django-migration-linter to leave this migration out. It is judged here like every other.",
  advice: "Where something in it was checked by hand, accept the rule on its operation, with the reason.",
  databases: vendors,
  tell: ({ migration }) => migration.operations.filter(({ type }) => type === "IgnoreMigration").map(({ place }) => ({ message: "`IgnoreMigration` is a marker for django-migration-linter.", place })),
  bad: { operations: "IgnoreMigration(),", code: "from django_migration_linter import IgnoreMigration" },
  good: { operations: 'migrations.AddField("order", "seen", models.BooleanField(null=True)),' }
};

// src/safety/findings/rules/liveModel.ts
var liveModel = {
  about: "operation",
  id: "live-model",
  level: "warning",
  title: "Uses a model of today\u2019s code",
  why: "An imported model has the fields of the newest code, not those of the schema at this point of the history. Once a later migration adds a column, this one fails on every new database; and `save()` runs the code of today, signals included.",
  advice: 'Take the model from the first parameter: `apps.get_model("shop", "Order")`.',
  databases: vendors,
  tell: ({ code: functions }) => functions.flatMap(({ liveModels }) => liveModels.map(({ model, ...place }) => ({ message: `${code(model)} is a model of today's code.`, place }))),
  bad: {
    code: `from shop.models import Order


def fill(apps, schema_editor):
    Order.objects.filter(total=None, pk__lt=10).update(total=0)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),"
  },
  good: {
    code: `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    Order.objects.filter(total=None, pk__lt=10).update(total=0)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),"
  }
};

// src/safety/breakage/type.ts
function readType(spelled, vendor) {
  const text = spelled.trim().replace(/\s+/g, " ");
  const array = /^(.*?) ?\[\d*\]$/.exec(text);
  if (array) {
    const element = readType(array[1], vendor);
    return { name: `${withoutModifier(element)}[]`, family: "array", element };
  }
  const parts = /^([^(]+?) ?(?:\(([^)]*)\))?( .+)?$/.exec(text);
  if (!parts) return { name: text, family: "other", modifier: "" };
  const [, head, modifier = "", tail = ""] = parts;
  const base = `${head}${tail}`.toLowerCase();
  const numbers = modifier.split(",").map((part) => Number.parseInt(part, 10));
  return texts(base, numbers) ?? numberTypes(base, numbers, modifier, vendor) ?? singles(base, vendor) ?? { name: base, family: "other", modifier };
}
function texts(base, numbers) {
  const limit = Number.isNaN(numbers[0]) ? null : numbers[0] ?? null;
  switch (base) {
    case "varchar":
    case "nvarchar":
    case "character varying":
      return { name: limit === null ? "character varying" : `character varying(${limit})`, family: "text", limit, ignoresCase: false };
    case "char":
    case "character":
    case "bpchar":
      return { name: `character(${limit ?? 1})`, family: "text", limit: limit ?? (base === "bpchar" ? null : 1), ignoresCase: false };
    case "citext":
      return { name: base, family: "text", limit: null, ignoresCase: true };
    case "tinytext":
      return { name: base, family: "text", limit: 255, ignoresCase: false };
    case "text":
    case "mediumtext":
    case "longtext":
      return { name: base, family: "text", limit: null, ignoresCase: false };
    default:
      return null;
  }
}
var integers = {
  tinyint: { name: "tinyint", bits: 8n },
  smallint: { name: "smallint", bits: 16n },
  int2: { name: "smallint", bits: 16n },
  smallserial: { name: "smallint", bits: 16n },
  mediumint: { name: "mediumint", bits: 24n },
  integer: { name: "integer", bits: 32n },
  int: { name: "integer", bits: 32n },
  int4: { name: "integer", bits: 32n },
  serial: { name: "integer", bits: 32n },
  bigint: { name: "bigint", bits: 64n },
  int8: { name: "bigint", bits: 64n },
  bigserial: { name: "bigint", bits: 64n }
};
function numberTypes(base, numbers, modifier, vendor) {
  if (base === "bool" || base === "boolean" || base === "tinyint" && modifier === "1" && vendor !== "postgresql") return { name: "boolean", family: "boolean" };
  const unsigned = base.endsWith(" unsigned");
  const plain = unsigned ? base.slice(0, -" unsigned".length) : base;
  const integer = Object.hasOwn(integers, plain) ? integers[plain] : void 0;
  if (integer && unsigned) return { name: `${integer.name} unsigned`, family: "integer", min: 0n, max: 2n ** integer.bits - 1n };
  if (integer) return { name: integer.name, family: "integer", min: -(2n ** (integer.bits - 1n)), max: 2n ** (integer.bits - 1n) - 1n };
  if (base === "numeric" || base === "decimal") {
    const [precision, scale] = numbers;
    if (precision === void 0 || Number.isNaN(precision)) return vendor === "postgresql" ? { name: "numeric", family: "numeric", precision: null, scale: 0 } : { name: "decimal", family: "numeric", precision: 10, scale: 0 };
    return { name: "numeric", family: "numeric", precision, scale: scale ?? 0 };
  }
  if (base === "double precision" || base === "double" || base === "float8") return { name: "double precision", family: "float" };
  if (base === "real" || base === "float4" || base === "float") return { name: base === "float" ? "double precision" : "real", family: "float" };
  return null;
}
var single = {
  date: { name: "date", family: "date" },
  datetime: { name: "datetime", family: "timestamp" },
  timestamp: { name: "timestamp without time zone", family: "timestamp" },
  "timestamp without time zone": { name: "timestamp without time zone", family: "timestamp" },
  "timestamp with time zone": { name: "timestamp with time zone", family: "timestamp" },
  timestamptz: { name: "timestamp with time zone", family: "timestamp" },
  time: { name: "time without time zone", family: "time" },
  "time without time zone": { name: "time without time zone", family: "time" },
  interval: { name: "interval", family: "interval" },
  uuid: { name: "uuid", family: "uuid" },
  json: { name: "json", family: "json" },
  jsonb: { name: "jsonb", family: "json" },
  inet: { name: "inet", family: "network" },
  cidr: { name: "cidr", family: "network" },
  bytea: { name: "bytea", family: "bytes" },
  longblob: { name: "longblob", family: "bytes" },
  blob: { name: "blob", family: "bytes" },
  int4range: { name: "int4range", family: "range" },
  int8range: { name: "int8range", family: "range" },
  numrange: { name: "numrange", family: "range" },
  daterange: { name: "daterange", family: "range" },
  tsrange: { name: "tsrange", family: "range" },
  tstzrange: { name: "tstzrange", family: "range" }
};
function singles(base, vendor) {
  const known = Object.hasOwn(single, base) ? single[base] : void 0;
  if (known && base === "timestamp" && vendor !== "postgresql") return { name: "timestamp", family: "timestamp" };
  return known ?? null;
}
function withoutModifier(type) {
  return type.name.replace(/\(.*\)$/, "");
}

// src/safety/findings/longText.ts
function longTextIndexes(changes, after) {
  return changes.flatMap((change2) => {
    const made2 = indexed(change2);
    if (!made2) return [];
    const table = after.tables.get(made2.table);
    const column = made2.columns.find((name) => {
      const type = table?.columns.get(name)?.type;
      if (!type) return false;
      const read = readType(type, "postgresql");
      return read.family === "text" && read.limit === null;
    });
    return column === void 0 ? [] : [{ table: made2.table, column, index: made2.name }];
  });
}
function indexed(change2) {
  if (change2.kind === "CreateIndex") {
    const { method, columns, name } = change2.index;
    return method === null || method === "btree" ? { table: change2.table, columns, name } : null;
  }
  if (change2.kind === "AddConstraint" && change2.constraint.kind === "unique") return { table: change2.table, columns: change2.constraint.columns, name: change2.constraint.name ?? "a unique constraint" };
  return null;
}

// src/safety/findings/rules/longValuesInIndex.ts
var longValuesInIndex = {
  about: "operation",
  id: "long-values-in-index",
  level: "note",
  title: "Long texts do not fit the index",
  why: "An entry of a B-tree index holds about 2,700 bytes at most. A longer text, compressed, cannot be written any more (SQLSTATE 54000), and fails the migration where it is there already.",
  advice: "Index a hash or a prefix, or limit the column\u2019s length.",
  databases: ["postgresql"],
  tell: ({ statements, deferred, after }) => longTextIndexes([...statements, ...deferred].flatMap(changesOf), after).map(({ table, column, index }) => `${code(index)} indexes ${code(`${table}.${column}`)}, a text of any length: values of more than about 2,700 bytes cannot be written.`),
  bad: { operations: 'migrations.AddIndex("order", models.Index(fields=["note"], name="order_note")),' },
  good: { operations: 'migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref")),' }
};

// src/safety/findings/rules/losesData.ts
var losesData = {
  about: "operation",
  id: "loses-data",
  level: "warning",
  title: "Changes values without an error",
  why: "The server converts the values that are there, cuts or rounds what does not fit, and reports nothing.",
  advice: "Check that no row holds such a value, or keep the old column until somebody has.",
  databases: vendors,
  tell: ({ losses }) => {
    const changed = losses.filter(({ kind }) => kind === "changed");
    return changed.length === 0 ? [] : [changed.map(({ how }) => how).join(" ")];
  },
  bad: { operations: 'migrations.AlterField("order", "note", models.CharField(max_length=100, null=True)),' },
  good: { operations: 'migrations.AlterField("order", "ref", models.CharField(max_length=100)),' }
};

// src/safety/findings/rules/migrationWithoutModel.ts
var migrationWithoutModel = {
  about: "graph",
  id: "migration-without-model",
  level: "error",
  title: "A migration without the edit of its model",
  why: "A field that a migration takes away and the model still has is asked for by the new release, and fails once the column is gone. A field that only the migration has is a warning: the new release does not use it, and the next `makemigrations` takes it away again. Told only where class and migrations agreed before and everything about the class can be read.",
  advice: "Edit the model in the same pull request.",
  databases: vendors,
  bad: { operations: `migrations.RemoveField("customer", "name"),` },
  good: {
    operations: `migrations.RemoveField("customer", "name"),`,
    files: {
      "shop/models.py": `from django.db import models


class Customer(models.Model):
    email = models.CharField(max_length=100, unique=True)


class Order(models.Model):
    pass
`
    }
  }
};

// src/safety/findings/rules/missingDependency.ts
var missingDependency = {
  about: "graph",
  id: "missing-dependency",
  level: "error",
  title: "A dependency that is not there",
  why: "Django stops with NodeNotFoundError: a migration names another that is in no app.",
  advice: "Add the file, or name the migration that is meant.",
  databases: vendors,
  bad: {
    files: { "shop/migrations/0003_change.py": `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shop", "0002_gone")]
    operations = [migrations.AddField("order", "seen", models.BooleanField(null=True))]
` }
  },
  good: { operations: 'migrations.AddField("order", "priority", models.IntegerField(null=True)),' }
};

// src/safety/findings/rules/modelWithoutMigration.ts
var modelWithoutMigration = {
  about: "graph",
  id: "model-without-migration",
  level: "error",
  title: "A model edited without its migration",
  why: "The new release asks the database for columns and tables by its models. What no migration makes is not there, and every query of that model fails. A field that only changed, or is gone from the model alone, is a warning: the database keeps the old column, and the next `makemigrations` anywhere picks the change up. Told only where class and migrations agreed before and everything about the class can be read.",
  advice: "Run `python manage.py makemigrations` and commit the file it writes.",
  databases: vendors,
  bad: {
    files: {
      "shop/models.py": `from django.db import models


class Customer(models.Model):
    email = models.CharField(max_length=100, unique=True)
    name = models.CharField(max_length=50, null=True)
    phone = models.CharField(max_length=20, null=True)


class Order(models.Model):
    pass
`
    }
  },
  good: {
    operations: `migrations.AddField("customer", "phone", models.CharField(max_length=20, null=True)),`,
    files: {
      "shop/models.py": `from django.db import models


class Customer(models.Model):
    email = models.CharField(max_length=100, unique=True)
    name = models.CharField(max_length=50, null=True)
    phone = models.CharField(max_length=20, null=True)


class Order(models.Model):
    pass
`
    }
  }
};

// src/safety/findings/rules/moreAboutWaits.ts
var moreAboutWaits = {
  about: "operation",
  id: "more-about-waits",
  level: "note",
  title: "More about what waits",
  why: "A lock on one table is felt on others, rows stay locked until a transaction ends, and a small change of the statement may spare the wait.",
  advice: "Count it in when you choose the time to run it.",
  databases: vendors,
  tell: ({ impactNotes, impact }) => impact.blocksReads || impact.blocksWrites ? impactNotes.map((note) => sentence(shortened(note).replace(/"([^"`]+)"/g, "`$1`"))) : [],
  bad: { operations: 'migrations.AlterField("order", "total", models.BigIntegerField(null=True)),' },
  good: { operations: 'migrations.AlterField("order", "ref", models.CharField(max_length=40)),' }
};
function shortened(note) {
  const [, list, rest] = /^(.+)( must wait, too.*)$/s.exec(note) ?? [];
  const items = list?.split(", ") ?? [];
  return items.length <= 4 ? note : `${items.slice(0, 3).join(", ")} and ${items.length - 3} more${rest}`;
}

// src/safety/findings/names.ts
function longNames(changes, tooLong) {
  return [...new Set(changes.flatMap(made))].filter(tooLong);
}
function made(change2) {
  switch (change2.kind) {
    case "CreateTable":
      return [change2.table, ...change2.columns.flatMap(ofColumn), ...change2.constraints.flatMap(({ name }) => name ?? [])];
    case "AddColumn":
      return ofColumn(change2.column);
    case "AddConstraint":
      return change2.constraint.name === null ? [] : [change2.constraint.name];
    case "CreateIndex":
      return [change2.index.name];
    case "RenameTable":
    case "RenameColumn":
    case "RenameConstraint":
    case "RenameIndex":
      return [change2.to];
    default:
      return [];
  }
}
function ofColumn({ name, references }) {
  return references?.name ? [name, references.name] : [name];
}

// src/safety/findings/rules/nameTooLong.ts
var nameTooLong = {
  about: "operation",
  id: "name-too-long",
  level: "error",
  title: "The name is too long",
  why: "The server refuses names of more than 64 characters (error 1059).",
  advice: "Give it a shorter name: `name=` of a constraint or index, `db_table` or `db_column` of a model or field.",
  databases: ["mysql", "mariadb"],
  tell: ({ statements, deferred }) => longNames([...statements, ...deferred].flatMap(changesOf), (name) => [...name].length > 64).map((name) => `${code(name)} has ${[...name].length} characters.`),
  bad: {
    operations: 'migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref_order_ref_order_ref_order_ref_order_ref_order_ref_order_ref_")),',
    database: "mysql"
  },
  good: { operations: 'migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref")),', database: "mysql" }
};

// src/safety/findings/rules/nameTruncated.ts
var nameTruncated = {
  about: "operation",
  id: "name-truncated",
  level: "note",
  title: "The name is cut",
  why: "PostgreSQL keeps the first 63 bytes of a name and says so only in a NOTICE. Two names that begin alike are then the same, and what looks names up in the catalogue does not find this one.",
  advice: "Give it a shorter name: `name=` of a constraint or index, `db_table` or `db_column` of a model or field.",
  databases: ["postgresql"],
  tell: ({ statements, deferred }) => longNames([...statements, ...deferred].flatMap(changesOf), (name) => new TextEncoder().encode(name).length > 63).map((name) => `${code(name)} has ${new TextEncoder().encode(name).length} bytes.`),
  bad: {
    operations: 'migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref_order_ref_order_ref_order_ref_order_ref_order_ref_order_ref_")),'
  },
  good: { operations: 'migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref")),' }
};

// src/safety/findings/rules/needlessNonAtomic.ts
var needlessNonAtomic = {
  about: "migration",
  id: "needless-non-atomic",
  level: "note",
  title: "Not atomic without need",
  why: "Without a transaction, a migration that fails halfway stays half applied and cannot simply be run again. Nothing in this one needs to be outside of one.",
  advice: "Take `atomic = False` away.",
  databases: ["postgresql"],
  tell: ({ migration, place }) => migration.atomic || migration.operations.some(wantsNoTransaction) || !migration.operations.some(({ statements, deferred }) => statements.length + deferred.length > 0) ? [] : [{ message: "No operation needs `atomic = False`.", place }],
  bad: { operations: 'migrations.AddField("order", "seen", models.BooleanField(null=True)),', attributes: "atomic = False" },
  good: { operations: 'migrations.AddField("order", "seen", models.BooleanField(null=True)),' }
};

// src/safety/findings/rules/networkCall.ts
var networkCall = {
  about: "operation",
  id: "network-call",
  level: "warning",
  title: "Calls another machine",
  why: "The migration waits for the answer, with its transaction and its locks open, and fails or half-succeeds when there is none. Rolled back or run again, what was sent stays sent.",
  advice: "Do it in a management command or a task that is run after the deployment, and can be run again.",
  databases: vendors,
  tell: ({ code: functions }) => functions.flatMap(({ network }) => network.map(({ called, ...place }) => ({ message: `${code(called)} waits for another machine.`, place }))),
  bad: {
    code: `import requests


def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    for order in Order.objects.iterator():
        requests.post("https://stock.example/", json={"ref": order.ref})`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),"
  },
  good: {
    code: `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    Order.objects.filter(total=None, pk__lt=10).update(total=0)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),"
  }
};

// src/safety/findings/rules/notAtomic.ts
var notAtomic = {
  about: "transaction",
  id: "not-atomic",
  ...transactionRules["not-atomic"],
  title: "Half applied when it fails, without a transaction",
  why: "With `atomic = False` every statement commits by itself. If a later one fails, those before it stay, and the migration cannot simply be run again.",
  databases: ["postgresql"],
  bad: {
    operations: `AddIndexConcurrently("order", models.Index(fields=["ref"], name="order_ref")),
AddIndexConcurrently("order", models.Index(fields=["total"], name="order_total")),`,
    code: "from django.contrib.postgres.operations import AddIndexConcurrently",
    attributes: "atomic = False"
  },
  good: {
    operations: 'AddIndexConcurrently("order", models.Index(fields=["ref"], name="order_ref")),',
    code: "from django.contrib.postgres.operations import AddIndexConcurrently",
    attributes: "atomic = False"
  }
};

// src/safety/findings/rules/noTransactionalDdl.ts
var noTransactionalDdl = {
  about: "transaction",
  id: "no-transactional-ddl",
  ...transactionRules["no-transactional-ddl"],
  title: "Half applied when it fails",
  why: "MySQL and MariaDB commit every schema change at once. If a later one fails, those before it stay, and the migration cannot simply be run again.",
  databases: ["mysql", "mariadb"],
  bad: {
    operations: `migrations.AddField("order", "seen", models.BooleanField(null=True)),
migrations.AddField("order", "paid", models.BooleanField(null=True)),`,
    database: "mysql"
  },
  good: { operations: 'migrations.AddField("order", "seen", models.BooleanField(null=True)),', database: "mysql" }
};

// src/safety/findings/rules/otherBackend.ts
var settings = (engine) => `INSTALLED_APPS = ["shop"]
DATABASES = {"default": {"ENGINE": "${engine}"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
`;
var operations = 'migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref")),';
var otherBackend = {
  about: "graph",
  id: "other-backend",
  level: "note",
  title: "A backend that writes other SQL",
  why: "django-pg-zero-downtime-migrations takes the place of Django's PostgreSQL backend and writes its own form of many statements. What breaks a release is the same, unless it is set to keep defaults (Django 4.2); an index or a constraint that is said to block here may not.",
  advice: "`manage.py sqlmigrate` with those settings prints what really runs. Accept `blocks-reads` and `blocks-writes` where its form does not wait.",
  databases: ["postgresql"],
  bad: { operations, files: { "settings.py": settings("django_zero_downtime_migrations.backends.postgres") } },
  good: { operations, files: { "settings.py": settings("django.db.backends.postgresql") } }
};

// src/safety/findings/rules/reverseFailsOnRows.ts
var reverseFailsOnRows = {
  about: "operation",
  id: "reverse-fails-on-rows",
  level: "note",
  title: "The reverse fails on rows that are there",
  why: "To go back, `migrate` adds the column again, NOT NULL and without a value for the rows that are there: it fails as soon as the table has one.",
  advice: "Make the field nullable, or give it a default, in a migration before this one; or do not count on going back.",
  databases: vendors,
  tell: ({ requiredField }) => requiredField === null ? [] : [`Adding ${code(requiredField)} again needs a value for every row.`],
  bad: { operations: 'migrations.RemoveField("order", "ref"),' },
  good: { operations: 'migrations.RemoveField("order", "note"),' }
};

// src/safety/findings/rules/rewritesTable.ts
var rewritesTable = {
  about: "operation",
  id: "rewrites-table",
  level: "note",
  title: "Rewrites the table",
  why: "The server writes the table and its indexes anew: as much disk again, and as much for replicas to follow.",
  advice: "See to the disk space and the replication lag, or add a new column and fill it in batches.",
  databases: vendors,
  tell: ({ impact: { rewrites }, sizes }) => {
    const tables = rewrites.filter((table) => !sizes.small(table));
    return tables.length === 0 ? [] : [`${listed(tables.map(code))} ${tables.length === 1 ? "is" : "are"} rewritten, indexes included.`];
  },
  bad: { operations: 'migrations.AlterField("order", "total", models.BigIntegerField(null=True)),' },
  good: { operations: 'migrations.AlterField("order", "ref", models.CharField(max_length=40)),' }
};

// src/safety/findings/rules/wholeTableInOneTransaction.ts
var wholeTableInOneTransaction = {
  about: "operation",
  id: "whole-table-in-one-transaction",
  level: "warning",
  title: "Writes a whole table in one transaction",
  why: "Every row that is changed stays locked until the transaction ends, and the old version of each is kept beside the new one. Whoever updates or deletes one of the rows waits.",
  advice: "Change the rows in batches of a few thousand by primary key, each in a transaction of its own: `atomic = False` on the migration and `transaction.atomic()` around a batch.",
  databases: vendors,
  tell: wholeTables,
  bad: {
    code: `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    Order.objects.update(total=0)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),"
  },
  good: {
    code: `from django.db import transaction

def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    while True:
        with transaction.atomic():
            ids = list(Order.objects.filter(total=None).values_list("pk", flat=True)[:5000])
            Order.objects.filter(pk__in=ids).update(total=0)
        if not ids:
            return`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),",
    attributes: "atomic = False"
  }
};
function wholeTables({ code: functions, atomic, tableOf, sizes, operation, database }) {
  const one = atomic && !(operation.kind === "RunPython" && operation.atomic === false) && database.vendor !== "sqlite";
  const large = (model) => {
    const table = tableOf(model);
    return table === null || !sizes.small(table);
  };
  return functions.flatMap(({ bulk, loops }) => [
    ...bulk.filter(({ whole, model }) => whole && large(model)).map(({ path, line, model, method }) => ({ message: `${method === "update" ? "Updates" : "Deletes"} every row of ${modelName(model)} in one statement.`, place: { path, line } })),
    ...loops.filter(({ whole, writes, model }) => one && whole && writes !== null && large(model)).map(({ path, line, model, writes }) => ({ message: `Calls ${code(`${writes ?? ""}()`)} for each row of ${modelName(model)}, all of them, in the migration's one transaction.`, place: { path, line } }))
  ]);
}

// src/safety/findings/rules/rowsOneByOne.ts
var rowsOneByOne = {
  about: "operation",
  id: "rows-one-by-one",
  level: "note",
  title: "Changes rows one by one",
  why: "A statement for each row, there and back over the network: minutes where one statement takes a second, and the deployment waits for it.",
  advice: "Use one `update()` with expressions, or `bulk_update()` and `bulk_create()` with a `batch_size`.",
  databases: vendors,
  tell: eachRow,
  bad: {
    code: `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    for order in Order.objects.filter(total=None).iterator():
        order.total = 0
        order.save(update_fields=["total"])`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),"
  },
  good: {
    code: `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    orders = []
    for order in Order.objects.filter(total=None).iterator():
        order.total = 0
        orders.append(order)
    Order.objects.bulk_update(orders, ["total"], batch_size=500)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),"
  }
};
function eachRow(parts) {
  const { code: functions, tableOf, sizes } = parts;
  const told = wholeTableInOneTransaction.tell(parts).map((one) => typeof one === "string" ? null : one.place.line);
  return functions.flatMap(
    ({ loops }) => loops.filter(({ writes, model, line }) => writes !== null && !told.includes(line) && !sizes.small(tableOf(model) ?? "")).map(({ path, line, model, writes, whole }) => ({ message: `${code(`${writes ?? ""}()`)} is called for each row of ${modelName(model)}${whole ? ", all of them" : " that the query finds"}.`, place: { path, line } }))
  );
}

// src/safety/findings/rules/safeAfterDeploy.ts
var safeAfterDeploy = {
  about: "migration",
  id: "safe-after-deploy",
  level: "warning",
  title: "Runs too late for the new release",
  why: "django-safemigrate runs a migration marked `Safe.after_deploy()` when the new code runs already. The new release\u2019s statements fail until then.",
  advice: "Mark it `Safe.before_deploy()`.",
  databases: vendors,
  tell: ({ migration, safe, place }) => safe === "after_deploy" && migration.operations.some(({ newNeedsItFirst }) => newNeedsItFirst) ? [{ message: "`safe = Safe.after_deploy()`, but the new release needs this migration before it starts.", place }] : [],
  bad: {
    operations: 'migrations.AddField("order", "seen", models.BooleanField(null=True)),',
    attributes: "safe = Safe.after_deploy()",
    code: "from django_safemigrate import Safe"
  },
  good: {
    operations: 'migrations.AddField("order", "seen", models.BooleanField(null=True)),',
    attributes: "safe = Safe.before_deploy()",
    code: "from django_safemigrate import Safe"
  }
};

// src/safety/findings/rules/safeBeforeDeploy.ts
var safeBeforeDeploy = {
  about: "migration",
  id: "safe-before-deploy",
  level: "warning",
  title: "Runs too early for the running release",
  why: "django-safemigrate runs a migration marked `Safe.before_deploy()` while the old code serves every request, and this one breaks it.",
  advice: "Mark it `Safe.after_deploy()`: then no process of the old release may be left when it runs. Or split it, as the plan says.",
  databases: vendors,
  tell: ({ migration, safe, place }) => (safe === "before_deploy" || safe === "always") && migration.operations.some(({ breaks }) => breaks.some(({ release }) => release === "running")) ? [{ message: `${code(`safe = Safe.${safe}()`)}, but the running release does not survive this migration.`, place }] : [],
  bad: {
    operations: 'migrations.RemoveField("order", "note"),',
    attributes: "safe = Safe.before_deploy()",
    code: "from django_safemigrate import Safe"
  },
  good: {
    operations: 'migrations.RemoveField("order", "note"),',
    attributes: "safe = Safe.after_deploy()",
    code: "from django_safemigrate import Safe"
  }
};

// src/safety/findings/rules/schemaChangeAfterData.ts
var schemaChangeAfterData = {
  about: "transaction",
  id: "schema-change-after-data",
  ...transactionRules["schema-change-after-data"],
  title: "Schema change after data in one transaction",
  why: "Deferred checks of changed rows wait for the end of the transaction, and until then PostgreSQL refuses to alter the table (55006: pending trigger events).",
  databases: ["postgresql"],
  bad: {
    operations: `migrations.RunSQL("UPDATE shop_order SET customer_id = 1", migrations.RunSQL.noop),
migrations.AddField("order", "seen", models.BooleanField(null=True)),`
  },
  good: { operations: 'migrations.RunSQL("UPDATE shop_order SET customer_id = 1", migrations.RunSQL.noop),' }
};

// src/safety/findings/rules/schemaChangeInPython.ts
var schemaChangeInPython = {
  about: "operation",
  id: "schema-change-in-python",
  level: "warning",
  title: "Changes the schema from Python",
  why: "The review reads operations and RunSQL. What a function of RunPython does to the schema is not followed: neither what it breaks nor what it locks, and the project state does not know it either.",
  advice: "Write it as an operation or as RunSQL with `state_operations`.",
  databases: vendors,
  tell: ({ code: functions }) => functions.flatMap(({ schema }) => schema.map(({ what, ...place }) => ({ message: `${code(what)} is not followed: nothing that is said here counts it in.`, place }))),
  bad: {
    code: `def fill(apps, schema_editor):
    schema_editor.execute("ALTER TABLE shop_order ADD COLUMN seen boolean")`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),"
  },
  good: { operations: 'migrations.RunSQL("ALTER TABLE shop_order ADD COLUMN seen boolean", migrations.RunSQL.noop),' }
};

// src/safety/findings/rules/severalExclusiveLocks.ts
var severalExclusiveLocks = {
  about: "transaction",
  id: "several-exclusive-locks",
  ...transactionRules["several-exclusive-locks"],
  title: "Several tables locked at once",
  why: "The migration holds every lock until its transaction ends, and may deadlock with transactions that use the tables in another order.",
  databases: ["postgresql"],
  bad: {
    operations: `migrations.AddField("order", "seen", models.BooleanField(null=True)),
migrations.AddField("customer", "seen", models.BooleanField(null=True)),`
  },
  good: { operations: 'migrations.AddField("order", "seen", models.BooleanField(null=True)),' }
};

// src/safety/findings/rules/staleAcceptance.ts
var staleAcceptance = {
  about: "acceptance",
  id: "stale-acceptance",
  level: "note",
  title: "Accepts what is not there",
  why: "The comment names a rule that tells nothing at its place: it was mended, or the name is wrong.",
  advice: "Take the comment away, or correct the rule\u2019s name.",
  databases: vendors,
  bad: {
    operations: `# expand-contract: accept blocks-reads 200 rows, at night
migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref")),`
  },
  good: {
    operations: `# expand-contract: accept blocks-writes 200 rows, at night
migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref")),`
  }
};

// src/safety/findings/rules/tableInMemory.ts
var tableInMemory = {
  about: "operation",
  id: "table-in-memory",
  level: "note",
  title: "Reads a whole table into memory",
  why: "A loop over a query keeps every row it has fetched until the loop ends. With a large table the migration is killed for want of memory.",
  advice: "Add `.iterator()`, with `chunk_size` where there are prefetches.",
  databases: vendors,
  tell: tablesInMemory,
  bad: {
    code: `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    for order in Order.objects.all():
        print(order.ref)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),"
  },
  good: {
    code: `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    for order in Order.objects.all().iterator():
        print(order.ref)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),"
  }
};
function tablesInMemory({ code: functions, tableOf, sizes }) {
  return functions.flatMap(
    ({ loops }) => loops.filter(({ whole, streamed, model }) => whole && !streamed && !sizes.small(tableOf(model) ?? "")).map(({ path, line, model }) => ({ message: `Loops over every row of ${modelName(model)} without ${code("iterator()")}.`, place: { path, line } }))
  );
}

// src/safety/findings/rules/undeclaredDependency.ts
var other = {
  "crm/__init__.py": "",
  "crm/migrations/__init__.py": "",
  "crm/migrations/0001_initial.py": `from django.db import migrations, models


class Migration(migrations.Migration):
    operations = [migrations.CreateModel("Lead", [("id", models.BigAutoField(primary_key=True))])]
`,
  "settings.py": `INSTALLED_APPS = ["shop", "crm"]
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
`
};
var change = (dependencies) => `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [${dependencies}]
    operations = [migrations.AddField("order", "lead", models.ForeignKey("crm.Lead", models.CASCADE, null=True))]
`;
var undeclaredDependency = {
  about: "graph",
  id: "undeclared-dependency",
  level: "warning",
  title: "A dependency that is not declared",
  why: "The migration uses a model of another app, by a relation or by `apps.get_model`, and comes after none of that app's migrations. Databases that have both are fine; a new one, such as that of the tests, may run it first and stop with \u201Clazy reference\u201D or LookupError.",
  advice: "Add the migration that made the model to `dependencies`.",
  databases: vendors,
  bad: { files: { ...other, "shop/migrations/0003_change.py": change('("shop", "0002_released")') } },
  good: { files: { ...other, "shop/migrations/0003_change.py": change('("shop", "0002_released"), ("crm", "0001_initial")') } }
};

// src/safety/findings/rules/unknownLocks.ts
var unknownLocks = {
  about: "operation",
  id: "unknown-locks",
  level: "warning",
  title: "Locks not known",
  why: "What the statement locks, and for how long others wait, could not be told. It may stop the application for as long as the table is large.",
  advice: "Try it on a copy of the database, and look at `pg_locks` or the process list meanwhile; or use a form whose locks are known.",
  databases: vendors,
  tell: ({ unknownLocks: unknownLocks2, unknown, doubts, sizes, impact }) => {
    const tables = Object.keys(impact.locks);
    if (unknownLocks2 === null || unknown !== null || doubts.length > 0 || tables.length > 0 && tables.every(sizes.small)) return [];
    const text = unknownLocks2.replace(/"([^"`]+)"/g, "`$1`");
    return [/^(which|whether)/.test(text) ? `It is not known ${text}.` : text.includes("not known") ? sentence(text) : `Not known: ${text}.`];
  },
  bad: { operations: 'migrations.RunSQL("REINDEX TABLE shop_order"),' },
  good: { operations: 'migrations.RunSQL("REINDEX TABLE CONCURRENTLY shop_order"),', attributes: "atomic = False" }
};

// src/safety/findings/rules/unknownOperation.ts
var unknownOperation = {
  about: "operation",
  id: "unknown-operation",
  level: "warning",
  title: "Effect not known",
  why: "What the operation does to the database or to the releases could not be read from the migration, so nothing about it counts as safe.",
  advice: "Write it as Django operations or as SQL that can be read, or check it by hand and accept it with the reason.",
  databases: vendors,
  tell: ({ unknown, doubts }) => [.../* @__PURE__ */ new Set([...doubts, ...unknown === null ? [] : [unknown]])].map(sentence),
  bad: { operations: 'migrations.RunSQL("CREATE TRIGGER t BEFORE INSERT ON shop_order FOR EACH ROW EXECUTE FUNCTION f()"),' },
  good: { operations: 'migrations.RunSQL("ALTER TABLE shop_order ADD COLUMN seen boolean"),' }
};

// src/safety/findings/rules/validateInSameTransaction.ts
var validateInSameTransaction = {
  about: "transaction",
  id: "validate-in-same-transaction",
  ...transactionRules["validate-in-same-transaction"],
  title: "Validated in the transaction that adds it",
  why: "NOT VALID spares the scan under the strong lock. Validated in the same transaction, the rows are checked while that lock is still held.",
  databases: ["postgresql"],
  bad: {
    operations: `AddConstraintNotValid("order", models.CheckConstraint(condition=models.Q(total__gte=0), name="total_positive")),
ValidateConstraint("order", "total_positive"),`,
    code: "from django.contrib.postgres.operations import AddConstraintNotValid, ValidateConstraint"
  },
  good: {
    operations: 'AddConstraintNotValid("order", models.CheckConstraint(condition=models.Q(total__gte=0), name="total_positive")),',
    code: "from django.contrib.postgres.operations import AddConstraintNotValid, ValidateConstraint"
  }
};

// src/safety/findings/rules.ts
var allRules = [
  breaksRunningRelease,
  breaksNewRelease,
  stillNamed,
  unknownOperation,
  unknownLocks,
  failsOnExistingRows,
  losesData,
  hotTable,
  blocksReads,
  blocksWrites,
  wholeTableInOneTransaction,
  networkCall,
  liveModel,
  schemaChangeInPython,
  nameTooLong,
  nameTruncated,
  rewritesTable,
  moreAboutWaits,
  dropsData,
  blocksDeletes,
  longValuesInIndex,
  dataMigration,
  rowsOneByOne,
  tableInMemory,
  irreversible,
  reverseFailsOnRows,
  batchesInOneTransaction,
  needlessNonAtomic,
  linterMarker,
  safeAfterDeploy,
  safeBeforeDeploy,
  concurrentlyInTransaction,
  concurrentlyWithOtherStatements,
  validateInSameTransaction,
  schemaChangeAfterData,
  dataUnderLock,
  severalExclusiveLocks,
  noTransactionalDdl,
  notAtomic,
  conflictingLeafNodes,
  missingDependency,
  undeclaredDependency,
  circularDependency,
  editedMigration,
  deletedMigration,
  inconsistentHistory,
  modelWithoutMigration,
  migrationWithoutModel,
  otherBackend,
  acceptWithoutReason,
  staleAcceptance
];

export {
  otherBackend,
  transactionRules,
  refusedWithPendingEvents,
  notSchemaChanges,
  readType,
  withoutModifier,
  acceptWithoutReason,
  dataMigrations,
  staleAcceptance,
  stillNamed,
  undeclaredDependency,
  allRules
};
