/** Operations as makemigrations writes them. */
export const add = (name: string, field: string, more = "", model = "order") => `migrations.AddField(\n    model_name="${model}",\n    name="${name}",\n    field=${field},${more}\n),`;
export const alter = (name: string, field: string, more = "", model = "order") => add(name, field, more, model).replace("AddField", "AlterField");
export const remove = (name: string, model = "order") => `migrations.RemoveField(\n    model_name="${model}",\n    name="${name}",\n),`;
export const runPython = (name: string) => `migrations.RunPython(${name}, migrations.RunPython.noop),`;

/** A line of models.py that new fields come after. */
export const quantity = "    quantity = models.IntegerField()\n";
