import type { Finding } from "../../safety/types.ts";
import type { Migration } from "../operation.ts";
import type { Edited, GraphChange } from "./compare.ts";
import { placeOf } from "./findings.ts";
import { argument, code, codeKey } from "./words.ts";

/** What there is to tell about a change of the set of migrations. */
export function changeFindings(change: GraphChange): readonly Finding[] {
  return [...change.edited.map(editedMigration), ...deletions(change), ...change.removedApps.map(removedApp), ...change.inconsistent.map(inconsistentHistory)];
}

const editedWords: Record<Edited["what"], { readonly level: Finding["level"]; readonly words: string }> = {
  operations: { level: "warning", words: "its operations are not what they were" },
  functions: { level: "note", words: "the code it calls is not what it was" },
  dependencies: { level: "note", words: "its dependencies are not what they were" },
};

function editedMigration({ head, what }: Edited): Finding {
  return {
    rule: "edited-migration",
    level: editedWords[what].level,
    message: `${codeKey(head)} is released, and ${editedWords[what].words}. A database that has run it does not run it again.`,
    place: placeOf(head),
    advice: `Put ${code(head.path)} back as it is on the base, and write what is new into a migration of its own: ${code(`python manage.py makemigrations ${head.app}`)}.`,
  };
}

function deletions({ deleted }: GraphChange): readonly Finding[] {
  const lost = deleted.filter(({ renamedTo, conflicting }) => renamedTo === null && !conflicting);
  return [
    ...deleted.flatMap(({ base, renamedTo, conflicting }) => (conflicting ? [mended(base, renamedTo)] : renamedTo ? [renamedMigration(base, renamedTo)] : [])),
    ...[...new Set(lost.map(({ base }) => base.app))].map((app) => deletedMigrations(app, lost.flatMap(({ base }) => (base.app === app ? [base] : [])))),
  ];
}

function mended(base: Migration, renamedTo: Migration | null): Finding {
  return {
    rule: "deleted-migration",
    level: "note",
    message: `${codeKey(base)} is no longer there${renamedTo ? `: it is ${code(renamedTo.name)} now` : ""}. It was one of several last migrations of its app, with which \`migrate\` refuses to run.`,
    place: renamedTo && placeOf(renamedTo),
    advice: "A database that has run it on a branch has to be told by hand.",
  };
}

function renamedMigration(base: Migration, renamedTo: Migration): Finding {
  const fails = renamedTo.operations.every(({ kind }) => kind === "RunPython") ? "" : " and fails";
  return {
    rule: "deleted-migration",
    level: "error",
    message: `${codeKey(base)} (${code(base.path)}) is released and no longer there. ${code(renamedTo.name)} does the same: a database that has run the old one runs it again${fails}.`,
    place: placeOf(renamedTo),
    advice: `Rename ${code(renamedTo.path)} back to ${code(`${base.name}.py`)}, or add ${code(`replaces = [("${base.app}", "${base.name}")]`)} to it.`,
  };
}

function deletedMigrations(app: string, migrations: readonly Migration[]): Finding {
  const [first] = migrations as [Migration];
  const one = migrations.length === 1;
  const paths = migrations.map(({ path }) => argument(path));
  const command = paths.length <= mostNamed && !paths.includes(null) ? `: ${code(`git checkout BASE -- ${paths.join(" ")}`)}` : "";
  const named = one ? `${codeKey(first)} (${code(first.path)}) is` : `${migrations.slice(0, mostNamed).map(codeKey).join(", ")}${migrations.length > mostNamed ? ` and ${migrations.length - mostNamed} more` : ""} are`;
  return {
    rule: "deleted-migration",
    level: "error",
    message: `${named} released and no longer there. Databases that have run ${one ? "it" : "them"} and new ones no longer have the same history.`,
    place: null,
    advice: `Restore ${one ? "it" : "them"}${command}. To take back what ${one ? "it" : "they"} did, write a new migration; to shorten the history, run ${code(`python manage.py squashmigrations ${app}`)}.`,
  };
}

/** Deleted migrations that are named one by one. */
const mostNamed = 5;

function removedApp({ app, migrations, renamedTo }: GraphChange["removedApps"][number]): Finding {
  if (renamedTo !== null) {
    return {
      rule: "deleted-migration",
      level: "error",
      message: `App ${code(app)} is ${code(renamedTo)} now: to Django that is another app. Its tables are made anew and empty, and the rows stay in those of ${code(app)}.`,
      place: null,
      advice: `Keep the label: ${code(`label = "${app}"`)} in its AppConfig, and ${code(app)} in dependencies and in \`to=\`. The folder may have any name.`,
    };
  }
  const count = migrations.length === 1 ? "its migration is" : `its ${migrations.length} migrations are`;
  return {
    rule: "deleted-migration",
    level: "warning",
    message: `App ${code(app)} and ${count} no longer there. Its tables stay in every database that has run them.`,
    place: null,
    advice: `To drop the tables, delete the models in a release of their own first, with the migration that ${code(`python manage.py makemigrations ${app}`)} writes. If the app has another label now, set ${code(`label = "${app}"`)} in its AppConfig.`,
  };
}

function inconsistentHistory({ released, parent }: GraphChange["inconsistent"][number]): Finding {
  return {
    rule: "inconsistent-history",
    level: "error",
    message: `${codeKey(released)} is released and now depends on ${codeKey(parent)}, which is not. \`migrate\` stops with InconsistentMigrationHistory on every database that has run it.`,
    place: placeOf(parent),
    advice: `Take the dependency out of ${code(released.path)}, or the \`run_before\` out of ${code(parent.path)}, and let ${code(parent.path)} come after it.`,
  };
}
