// Generates a Django project as [path, text] pairs: models that refer to each other within and across apps, and histories that add, alter,
// rename and remove fields, add indexes and constraints, as makemigrations writes them.

const header = `import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
DEPENDENCIES    ]

    operations = [
OPERATIONS    ]
`;

const migration = (dependencies, operations) =>
  header
    .replace("DEPENDENCIES", dependencies.map(([app, name]) => `        ('${app}', '${name}'),\n`).join(""))
    .replace("OPERATIONS", operations.map((text) => text.replace(/^/gm, "        ") + ",\n").join(""));

const id = "('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID'))";

const createModel = (name, related) => `migrations.CreateModel(
    name='${name}',
    fields=[
        ${id},
        ('name', models.CharField(db_index=True, help_text='The name people see', max_length=200, verbose_name='name')),
        ('slug', models.SlugField(unique=True)),
        ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
        ('is_active', models.BooleanField(default=True)),
        ('quantity', models.PositiveIntegerField(default=0)),
        ('price', models.DecimalField(decimal_places=2, max_digits=10, null=True)),${related ? `\n        ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='children', to='${related}')),` : ""}
    ],
    options={
        'verbose_name': '${name.toLowerCase()}',
        'ordering': ['name'],
    },
)`;

const field = (kind, model, name, type) => `migrations.${kind}(
    model_name='${model.toLowerCase()}',
    name='${name}',
    field=${type},
)`;

/** One migration's operations; `n` counts within the app, so that each history is different and valid. */
const operations = (n, app) => {
  const model = `Model${app}x${Math.floor(n / 10)}`;
  switch (n % 10) {
    case 1:
      return [field("AddField", model, `note_${n}`, "models.TextField(blank=True, default='')")];
    case 2:
      return [field("AddField", model, `count_${n}`, "models.IntegerField(null=True)"), field("AddField", model, `flag_${n}`, "models.BooleanField(default=False)")];
    case 3:
      return [field("AlterField", model, "name", `models.CharField(db_index=True, max_length=${200 + n}, verbose_name='name')`)];
    case 4:
      return [`migrations.AddIndex(\n    model_name='${model.toLowerCase()}',\n    index=models.Index(fields=['created_at', 'is_active'], name='idx_${app}_${n}'),\n)`];
    case 5:
      return [field("AlterField", model, `count_${n - 3}`, "models.BigIntegerField(null=True)")];
    case 6:
      return [`migrations.RenameField(\n    model_name='${model.toLowerCase()}',\n    old_name='note_${n - 5}',\n    new_name='remark_${n - 5}',\n)`];
    case 7:
      return [`migrations.AddConstraint(\n    model_name='${model.toLowerCase()}',\n    constraint=models.CheckConstraint(condition=models.Q(('quantity__gte', 0)), name='chk_${app}_${n}'),\n)`];
    case 8:
      return [`migrations.RemoveField(\n    model_name='${model.toLowerCase()}',\n    name='flag_${n - 6}',\n)`];
    default:
      return [`migrations.AlterModelOptions(\n    name='${model.toLowerCase()}',\n    options={'ordering': ['-created_at'], 'verbose_name': 'row ${n}'},\n)`];
  }
};

export function generateProject({ apps, migrations, added }) {
  const perApp = Math.floor(migrations / apps);
  const base = [
    ["manage.py", "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n"],
    ["config/__init__.py", ""],
    ["config/settings.py", `INSTALLED_APPS = [${Array.from({ length: apps }, (_, i) => `'app${i}'`).join(", ")}]\nDEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'\nDATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql'}}\n`],
    ["requirements.txt", "django==5.2.8\n"],
  ];
  const names = [];
  for (let app = 0; app < apps; app++) {
    base.push([`app${app}/__init__.py`, ""], [`app${app}/migrations/__init__.py`, ""]);
    let previous = null;
    for (let n = 0; n < perApp; n++) {
      const name = `${String(n + 1).padStart(4, "0")}_change_${n}`;
      const first = n % 10 === 0;
      const related = app > 0 && n === 0 ? `app${app - 1}.model${app - 1}x0` : n >= 10 ? `app${app}.model${app}x0` : null;
      const dependencies = [...(previous ? [[`app${app}`, previous]] : []), ...(app > 0 && n === 0 ? [[`app${app - 1}`, "0001_change_0"]] : [])];
      base.push([`app${app}/migrations/${name}.py`, migration(dependencies, first ? [createModel(`Model${app}x${n / 10}`, related)] : operations(n, app))]);
      previous = name;
    }
    names.push(previous);
  }
  const extra = [];
  let previous = names[3];
  for (let i = 0; i < added; i++) {
    const name = `${String(perApp + 1 + i).padStart(4, "0")}_new_${i}`;
    extra.push([`app3/migrations/${name}.py`, migration([["app3", previous]], [field("AddField", "Model3x0", `new_${i}`, "models.IntegerField(default=0)")])]);
    previous = name;
  }
  return { base, added: extra };
}
