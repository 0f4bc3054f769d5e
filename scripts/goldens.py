"""
Prints, as JSON, the SQL that real Django makes of every migration of a small project. Called by goldens.mjs; needs Django (on PYTHONPATH) and a database.

    python3 goldens.py PROJECT VENDOR

Each operation has under "sql" what sqlmigrate prints for it, and under "applied" what migrate ran, where that differs ("deferred" and
"deferred_applied" for the statements at the migration's end). The database really holds all earlier migrations meanwhile. The server is
GOLDENS_HOST, GOLDENS_PORT, GOLDENS_USER, GOLDENS_PASSWORD; a database of its own is made there and dropped again.
"""

import json
import os
import sys

project, vendor = sys.argv[1:3]
sys.path.insert(0, project)
os.environ["DJANGO_SETTINGS_MODULE"] = "settings"

from django.conf import settings  # noqa: E402

engines = {"postgresql": "postgresql", "mysql": "mysql", "mariadb": "mysql", "sqlite": "sqlite3"}
defaults = {"postgresql": ("5432", "postgres", "postgres"), "mysql": ("3306", "root", ""), "mariadb": ("3306", "root", ""), "sqlite": ("", "", "")}
port, user, maintenance = defaults[vendor]
name = ":memory:" if vendor == "sqlite" else "django_expand_contract_goldens"


def server(database):
    return {
        "ENGINE": "django.db.backends." + engines[vendor],
        "NAME": database,
        "HOST": os.environ.get("GOLDENS_HOST", "127.0.0.1"),
        "PORT": os.environ.get("GOLDENS_PORT", port),
        "USER": os.environ.get("GOLDENS_USER", user),
        "PASSWORD": os.environ.get("GOLDENS_PASSWORD", ""),
    }


settings.DATABASES = {"default": server(name)}
if vendor != "sqlite":
    settings.DATABASES["maintenance"] = server(maintenance)

import django  # noqa: E402

django.setup()

from django.db import connection, connections  # noqa: E402
from django.db.migrations.executor import MigrationExecutor  # noqa: E402


def remake_database(again):
    if vendor == "sqlite":
        return
    connection.close()
    quoted = connection.ops.quote_name(name)
    with connections["maintenance"].cursor() as cursor:
        cursor.execute("DROP DATABASE IF EXISTS " + quoted)
        if again:
            cursor.execute("CREATE DATABASE " + quoted + (" CHARACTER SET utf8mb4" if engines[vendor] == "mysql" else ""))


def readable(editor):
    """mysqlclient escapes what is no text to bytes, which sqlmigrate prints as Python writes them; the server gets the text."""
    quote = editor.quote_value
    editor.quote_value = lambda value: quoted.decode() if isinstance(quoted := quote(value), bytes) else quoted
    return editor


def printed(editor, sql, params):
    """As the schema editor prints it when it collects."""
    if vendor == "postgresql" and params is not None:
        sql, params = connection.ops.compose_sql(str(sql), params), None
    sql = str(sql)
    ending = "" if sql.rstrip().endswith(";") else ";"
    if params is None:
        return sql + ending
    return sql % tuple(map(editor.quote_value, params)) + ending


def steps(migration, state, editor, statements):
    """Runs the migration on the editor; the statements of each operation, then those put off."""
    result = []
    for operation in migration.operations:
        before = len(statements)
        old = state.clone()
        operation.state_forwards(migration.app_label, state)
        operation.database_forwards(migration.app_label, editor, old, state)
        result.append(list(statements[before:]))
    return result


def collect(migration, state):
    editor = readable(connection.schema_editor(collect_sql=True, atomic=migration.atomic))
    editor.__enter__()
    try:
        result = steps(migration, state, editor, editor.collected_sql)
        before = len(editor.collected_sql)
    except BaseException:
        editor.__exit__(*sys.exc_info())
        raise
    editor.__exit__(None, None, None)
    return result, editor.collected_sql[before:]


def apply(migration, state):
    statements = []
    editor = readable(connection.schema_editor(atomic=migration.atomic))
    execute = editor.execute

    def recording(sql, params=()):
        statements.append(printed(editor, sql, params))
        return execute(sql, params)

    editor.execute = recording
    editor.__enter__()
    try:
        result = steps(migration, state, editor, statements)
        before = len(statements)
    except BaseException:
        editor.__exit__(*sys.exc_info())
        raise
    editor.__exit__(None, None, None)
    return result, statements[before:]


def record(migration, sql, applied):
    operations = []
    for index, operation in enumerate(migration.operations):
        entry = {"index": index, "type": type(operation).__name__}
        if not operation.reduces_to_sql:
            entry["skip"] = "python"
        else:
            entry["sql"] = (sql or applied)[0][index]
            if applied[0][index] != entry["sql"]:
                entry["applied"] = applied[0][index]
        operations.append(entry)
    entry = {"app": migration.app_label, "name": migration.name, "operations": operations, "deferred": (sql or applied)[1]}
    if applied[1] != entry["deferred"]:
        entry["deferred_applied"] = applied[1]
    return entry


remake_database(True)
try:
    executor = MigrationExecutor(connection)
    executor.recorder.ensure_schema()
    # Which apps are the project's own: everything that is not below the folder is set up, but not told.
    own = {config.label for config in django.apps.apps.get_app_configs() if os.path.realpath(config.path).startswith(os.path.realpath(project) + os.sep)}
    state = executor._create_project_state(with_applied_migrations=True)
    migrations = []
    for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes()):
        sql = None
        try:
            sql = collect(migration, executor.loader.project_state((migration.app_label, migration.name), at_end=False))
        except Exception as error:
            print("sqlmigrate %s: %r" % (migration, error), file=sys.stderr)
        state.apps
        try:
            applied = apply(migration, state)
        except Exception as error:
            raise SystemExit("migrate %s: %r" % (migration, error)) from error
        executor.recorder.record_applied(migration.app_label, migration.name)
        if migration.app_label in own:
            migrations.append(record(migration, sql, applied))
    told = connection.vendor
    if told == "mysql" and connection.mysql_is_mariadb:
        told = "mariadb"
    version = ".".join(map(str, connection.get_database_version()))
    json.dump({"django": django.get_version(), "vendor": told, "vendor_version": version, "migrations": migrations}, sys.stdout)
finally:
    connection.close()
    remake_database(False)
