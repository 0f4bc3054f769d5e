import { commit, git, repository, write } from "../source/repository.ts";
import { FakeGitHub } from "./server.ts";
import type { Event } from "./runner.ts";

/** A small Django project with one migration, on main. */
export const base: Record<string, string> = {
  "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")\n',
  "requirements.txt": "Django==5.2.1\n",
  "config/__init__.py": "",
  "config/settings.py": 'INSTALLED_APPS = ["shop"]\nDATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}\nDEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"\n',
  "shop/__init__.py": "",
  "shop/models.py": "",
  "shop/migrations/__init__.py": "",
  "shop/migrations/0001_initial.py": migration("initial = True", [], '        migrations.CreateModel(name="Order", fields=[("id", models.BigAutoField(primary_key=True, serialize=False)), ("ref", models.CharField(max_length=20))]),\n'),
};

export function migration(head: string, dependencies: readonly (readonly [string, string])[], operations: string): string {
  return `from django.db import migrations, models\n\n\nclass Migration(migrations.Migration):\n    ${head || "initial = False"}\n    dependencies = [${dependencies.map(([app, name]) => `("${app}", "${name}")`).join(", ")}]\n    operations = [\n${operations}    ]\n`;
}

const after = (operations: string) => migration("", [["shop", "0001_initial"]], operations);
/** Breaks the running release: its INSERT does not know the column. */
export const breaking = { "shop/migrations/0002_priority.py": after('        migrations.AddField("order", "priority", models.IntegerField(default=0)),\n') };
/** Breaks nothing. */
export const harmless = { "shop/migrations/0002_priority.py": after('        migrations.AddField("order", "priority", models.IntegerField(null=True)),\n') };

export interface Project {
  readonly hub: FakeGitHub;
  readonly dir: string;
  readonly first: string;
  /** Commits files on the branch `feature`, which is the pull request, and tells GitHub. The commit. */
  push(files: Record<string, string | null>): string;
  /** The event of the pull request as it is now. */
  event(more?: Partial<Event>): Event;
}

/** A GitHub with the project, and pull request 7 from `feature` into `main`. */
export async function project(files: Record<string, string | Buffer> = base, prefix = ""): Promise<Project> {
  const dir = repository(files);
  const first = git(dir, "rev-parse", "HEAD");
  git(dir, "checkout", "--quiet", "-b", "feature");
  const hub = await new FakeGitHub(dir, prefix).start();
  hub.pull = { number: 7, head: first, base: first };
  return {
    hub,
    dir,
    first,
    push(changed) {
      for (const [path, text] of Object.entries(changed)) {
        if (text === null) git(dir, "rm", "--quiet", path);
        else write(dir, { [path]: text });
      }
      hub.pull = { ...hub.pull!, head: commit(dir, "change") };
      return hub.pull.head;
    },
    event: (more = {}) => ({ name: "pull_request", payload: pullRequest(hub), ...more }),
  };
}

export function pullRequest(hub: FakeGitHub): object {
  const { number, head, base: from } = hub.pull!;
  return { action: "synchronize", number, pull_request: { number, head: { ref: "feature", sha: head }, base: { ref: "main", sha: from } }, repository: { name: "r", owner: { login: "o" }, default_branch: "main" } };
}
