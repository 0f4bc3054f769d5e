import { describe, expect, test } from "vitest";
import { contribLabels, contribMigrations, contribState } from "../../../src/django/contrib/contrib.ts";
import { externalApps } from "../../../src/django/contrib/external-apps.ts";
import { externalState } from "../../../src/django/contrib/external.ts";
import { finalState } from "../../../src/django/replay/replay.ts";

describe("Django's own apps", () => {
  test("their migrations add up to their state", () => {
    const { state, problems } = finalState(contribMigrations());
    expect(problems).toEqual([]);
    expect(state).toEqual(contribState());
  });

  test("every dependency among them exists", () => {
    const migrations = contribMigrations();
    const known = new Set(migrations.map(({ app, name }) => `${app}.${name}`));
    for (const { dependencies } of migrations) {
      for (const dependency of dependencies) if (dependency.kind === "migration") expect(dependency.name === "__first__" || known.has(`${dependency.app}.${dependency.name}`)).toBe(true);
    }
    expect(known.size).toBe(23);
  });

  test("tables, keys and the swappable user are Django's", () => {
    const state = contribState();
    const table = (key: string) => state.models.get(key)!.options.get("db_table") ?? null;
    expect([table("auth.user"), table("contenttypes.contenttype"), table("admin.logentry"), table("sessions.session"), table("sites.site")]).toEqual([null, "django_content_type", "django_admin_log", "django_session", "django_site"]);
    expect(state.models.get("auth.user")!.options.get("swappable")).toBe("AUTH_USER_MODEL");
    expect(state.models.get("auth.group")!.fields.get("id")!.path).toBe("django.db.models.AutoField");
    expect(state.models.get("auth.user")!.fields.get("first_name")!.kwargs.get("max_length")).toBe(150);
    expect(state.models.get("admin.logentry")!.fields.get("user")!.kwargs.get("to")).toMatchObject({ kind: "ref", path: "django.conf.settings.AUTH_USER_MODEL" });
  });

  test("an app of the repository's own takes the place of Django's", () => {
    const withoutSites = (label: string) => label !== "sites";
    expect(contribState(withoutSites).models.has("sites.site")).toBe(false);
    expect(contribMigrations(withoutSites).some(({ app }) => app === "sites")).toBe(false);
  });
});

describe("models of packages", () => {
  test("have a key and a table, and say that they are not the project's", () => {
    const { models } = externalState();
    expect(models.get("pghistory.context")).toMatchObject({ fields: new Map([["id", expect.objectContaining({ path: "django.db.models.UUIDField" })]]) });
    expect(models.get("taggit.tag")).toMatchObject({ external: "django-taggit", fields: new Map([["id", expect.objectContaining({ path: "django.db.models.AutoField" })]]) });
    expect(models.get("social_django.usersocialauth")!.options.get("db_table")).toBe("social_auth_usersocialauth");
    expect([...models.get("djstripe.customer")!.fields.keys()]).toEqual(["djstripe_id"]);
    expect(models.get("oauth2_provider.application")!.options.get("swappable")).toBe("OAUTH2_PROVIDER_APPLICATION_MODEL");
    for (const model of models.values()) expect([model.name, model.options.get("managed")]).toEqual([model.name, false]);
  });

  test("no label is Django's, and none is listed twice", () => {
    const labels = externalApps.flatMap(({ app, models }) => models.map((model) => `${app}.${typeof model === "string" ? model : model[0]}`));
    expect(new Set(labels).size).toBe(labels.length);
    for (const { app } of externalApps) expect(contribLabels).not.toContain(app);
  });
});
