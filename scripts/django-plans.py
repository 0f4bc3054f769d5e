"""
The steps of a plan's proof with real Django. Called by django-plans.mjs; needs Django (on PYTHONPATH) and a database.

Reads a step a line, as JSON: {"project": folder, "vendor": …, "database": …, "command": …, "argument": …}; prints its answer, as JSON on a line. Each
is a process of its own, forked from one that has Django imported and nothing set up.

    new        makes the database anew, migrates it and puts rows in
    release    what makemigrations would still write, what sqlmigrate prints for what is not applied yet; then migrate
    use        creates, reads, changes and deletes a row of every model, and leaves two of each
    back NAME  migrates the app back to the migration of that name, and forward again
    empty      deletes the rows of all models
    gone       drops the database

The database is at DATABASE_HOST, DATABASE_PORT for DATABASE_USER, DATABASE_PASSWORD; for sqlite it is a file of that name.
"""

import datetime
import decimal
import gc
import importlib
import io
import itertools
import json
import os
import sys
import traceback
import uuid

import django
import django.contrib.postgres.operations  # noqa: F401
import django.core.management.commands.makemigrations  # noqa: F401
import django.core.management.commands.migrate  # noqa: F401
import django.core.management.commands.sqlmigrate  # noqa: F401
import django.db.models  # noqa: F401
import django.template.defaulttags  # noqa: F401
import django.urls  # noqa: F401
import django.views.debug  # noqa: F401
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connection, connections, models, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

engines = {"postgresql": "postgresql", "mysql": "mysql", "mariadb": "mysql", "sqlite": "sqlite3"}
defaults = {"postgresql": ("5432", "postgres", "postgres"), "mysql": ("3306", "root", ""), "mariadb": ("3306", "root", ""), "sqlite": ("", "", "")}


def server(vendor, name):
    return {
        "ENGINE": "django.db.backends." + engines[vendor],
        "NAME": name,
        "HOST": os.environ.get("DATABASE_HOST", "127.0.0.1"),
        "PORT": os.environ.get("DATABASE_PORT", defaults[vendor][0]),
        "USER": os.environ.get("DATABASE_USER", defaults[vendor][1]),
        "PASSWORD": os.environ.get("DATABASE_PASSWORD", ""),
    }


def drop_database(vendor, name, again):
    if vendor == "sqlite":
        if os.path.exists(name):
            os.remove(name)
        return
    connection.close()
    quoted = connection.ops.quote_name(name)
    with connections["maintenance"].cursor() as cursor:
        cursor.execute("DROP DATABASE IF EXISTS " + quoted)
        if again:
            cursor.execute("CREATE DATABASE " + quoted + (" CHARACTER SET utf8mb4" if engines[vendor] == "mysql" else ""))


numbers = None


def text(field, n):
    """Short, as numbers are small: a value that a narrower column would not hold has to go before a plan narrows it."""
    return hex(n)[2:].rjust(8, "0")[-(field.max_length or 8):]


makers = {
    "BooleanField": lambda field, n: True,
    "DateField": lambda field, n: datetime.date(2020, 1, 1),
    "DateTimeField": lambda field, n: datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc if settings.USE_TZ else None),
    "TimeField": lambda field, n: datetime.time(1),
    "DurationField": lambda field, n: datetime.timedelta(1),
    "DecimalField": lambda field, n: decimal.Decimal(1),
    "FloatField": lambda field, n: 1.0,
    "UUIDField": lambda field, n: uuid.uuid4(),
    "DateTimeRangeField": lambda field, n: hours(n),
    "JSONField": lambda field, n: {"n": n},
    "BinaryField": lambda field, n: b"x",
    "GenericIPAddressField": lambda field, n: "10.0.0.1",
    "SmallIntegerField": lambda field, n: n % 30000,
    "PositiveSmallIntegerField": lambda field, n: n % 30000,
    "ArrayField": lambda field, n: [],
}


def hours(n):
    start = datetime.datetime(2000, 1, 1, tzinfo=datetime.timezone.utc) + datetime.timedelta(minutes=n % 10_000_000)
    return (start, start + datetime.timedelta(seconds=30))


def value(field):
    global numbers
    if numbers is None:
        numbers = itertools.count(uuid.uuid4().int % 1_000_000_000)
    n = next(numbers)
    make = makers.get(field.get_internal_type())
    if make:
        return make(field, n)
    if isinstance(field, models.IntegerField):
        return n if field.unique else n % 1000
    return text(field, n)


def create(model, made):
    values = {}
    for field in model._meta.concrete_fields:
        if getattr(field, "generated", False) or (field.primary_key and isinstance(field, models.AutoField)):
            continue
        if field.remote_field:
            target = field.remote_field.model
            if target not in made:
                made[target] = None
                made[target] = create(target, made)
            if field.unique:
                made[target] = create(target, made)
            if made[target] is not None:
                values[field.name] = made[target]
        elif not field.has_default() or field.unique:
            values[field.name] = value(field)
    made[model] = model._default_manager.create(**values)
    for field in model._meta.many_to_many:
        if field.remote_field.through._meta.auto_created:
            getattr(made[model], field.name).add(create(field.remote_field.model, made))
    return made[model]


def use():
    """Every statement of the release's ORM, as far as rows can be made up. The error of the first that fails."""
    for model in apps.get_models():
        if not model._meta.managed or model._meta.proxy or model._meta.abstract:
            continue
        doing = "create"
        try:
            with transaction.atomic():
                for _ in range(2):
                    create(model, {})
                doing = "read"
                list(model._default_manager.all()[:5])
                doing = "change"
                row = model._default_manager.last()
                row.save()
                with transaction.atomic():
                    doing = "delete"
                    create(model, {}).delete()
        except Exception as error:
            return "%s %s: %s" % (doing, model._meta.label, str(error).strip().split("\n")[0])
    return None


def release():
    out = io.StringIO()
    left = None
    try:
        call_command("makemigrations", check_changes=True, dry_run=True, stdout=out, verbosity=1)
    except SystemExit:
        left = out.getvalue()
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    printed = {}
    for migration, _ in plan:
        printed["%s.%s" % (migration.app_label, migration.name)] = sqlmigrate(migration)
        call_command("migrate", migration.app_label, migration.name, verbosity=0)
    return {"left": left, "sqlmigrate": printed, "last": max((migration.name for migration, _ in plan), default=None)}


def rendered(*args, **kwargs):
    """As migrate has the state before it begins. On SQLite, where a table is made anew, sqlmigrate alone would have a new column in another place."""
    state = project_state(*args, **kwargs)
    state.apps
    return state


project_state, MigrationLoader.project_state = MigrationLoader.project_state, rendered


def sqlmigrate(migration):
    out = io.StringIO()
    try:
        call_command("sqlmigrate", migration.app_label, migration.name, stdout=out, no_color=True)
    except Exception as error:
        return {"error": repr(error)}
    return {"sql": out.getvalue()}


def back(target):
    app = next(iter(apps.get_app_configs())).label
    call_command("migrate", app, target, verbosity=0)
    call_command("migrate", verbosity=0)


def carry_out(project, vendor, database, command, argument=None):
    sys.path.insert(0, project)
    os.chdir(project)
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    settings.DATABASES = {"default": server(vendor, database)}
    if vendor != "sqlite":
        settings.DATABASES["maintenance"] = server(vendor, defaults[vendor][2])
    django.setup()
    if command == "new":
        drop_database(vendor, database, True)
        call_command("migrate", verbosity=0)
        return {"used": use()}
    if command == "release":
        return release()
    if command == "use":
        return {"used": use()}
    if command == "back":
        return back(argument)
    if command == "empty":
        return [model._default_manager.all().delete() for model in reversed(apps.get_models()) if model._meta.managed] and None
    return drop_database(vendor, database, False)


def answer(step):
    try:
        return {"ok": carry_out(**step)}
    except Exception as error:
        return {"error": "%s: %s" % (type(error).__name__, str(error).strip().split("\n")[0]), "trace": traceback.format_exc()}


# What every step would load of its own, once.
for engine in set(engines.values()):
    try:
        importlib.import_module("django.db.backends.%s.base" % engine)
    except (ImportError, ImproperlyConfigured):
        pass  # Its driver is not there.
gc.freeze()

for line in sys.stdin:
    child = os.fork()
    if child == 0:
        print(json.dumps(answer(json.loads(line))), flush=True)
        os._exit(0)
    os.waitpid(child, 0)
