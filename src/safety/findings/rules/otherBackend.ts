import type { OtherRule } from "../rule.ts";

const settings = (engine: string) => `INSTALLED_APPS = ["shop"]
DATABASES = {"default": {"ENGINE": "${engine}"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
`;

const operations = 'migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref")),';

export const otherBackend: OtherRule = {
  about: "graph",
  id: "other-backend",
  level: "note",
  title: "A backend that writes other SQL",
  why: "django-pg-zero-downtime-migrations takes the place of Django's PostgreSQL backend and writes its own form of many statements. What breaks a release is the same, unless it is set to keep defaults (Django 4.2); an index or a constraint that is said to block here may not.",
  advice: "`manage.py sqlmigrate` with those settings prints what really runs. Accept `blocks-reads` and `blocks-writes` where its form does not wait.",
  databases: ["postgresql"],
  bad: { operations, files: { "settings.py": settings("django_zero_downtime_migrations.backends.postgres") } },
  good: { operations, files: { "settings.py": settings("django.db.backends.postgresql") } },
};
