import type { Fact, ProjectFacts } from "../../django/project.ts";
import { code, prose } from "../escape.ts";
import type { Tally } from "../judge.ts";
import type { Review } from "../types.ts";
import { count, vendorNames } from "../words.ts";
import { release } from "./breakages.ts";
import { folded, table } from "./parts.ts";

/** Counts, running release, versions and the verdict, in small print. */
export function footer(review: Review, numbers: Tally, left: readonly string[]): string {
  const facts = review.projects[0]?.facts;
  const parts = [
    `${count(numbers.operations, "operation")} in ${count(numbers.migrations, "migration")}, ${numbers.unknown} unknown`,
    `running release: ${release(review)} (${prose(review.runningRelease.source)})`,
    ...(facts === undefined || review.projects.length > 1 ? [] : [`${vendorNames[facts.database.value.vendor]} ${prose(facts.database.value.version)}, Django ${facts.django.value}`]),
    `django-expand-contract ${prose(review.version)}`,
  ];
  const shortened = left.length === 0 ? "" : `<sub>Left out because this would be too long for GitHub: ${left.join("; ")}. \`review\` on the command line prints everything.</sub>\n\n`;
  return `${shortened}<sub>${parts.join(" · ")}</sub>\n`;
}

/** What is taken for granted about the project, and where each of it comes from. */
export function factsSection(facts: ProjectFacts): string {
  const row = (name: string, fact: Fact<string>) => [code(name, "cell"), code(fact.value, "cell"), prose(fact.source, "cell")];
  const plain = (name: string, fact: Fact<unknown>, value: string) => [name, value, prose(fact.source, "cell")];
  const rows = [
    plain("Django", facts.django, facts.django.value),
    plain("database", facts.database, `${vendorNames[facts.database.value.vendor]} ${prose(facts.database.value.version, "cell")}`),
    row("AUTH_USER_MODEL", facts.authUserModel),
    ...[...facts.swappable].map(([name, fact]) => row(name, fact)),
    row("DEFAULT_AUTO_FIELD", facts.defaultAutoField),
    ...[...facts.appAutoFields].map(([app, fact]) => row(`${app}: default_auto_field`, fact)),
    row("USE_TZ", { value: facts.useTz.value ? "True" : "False", source: facts.useTz.source }),
  ];
  return folded("What this takes for granted, and where it comes from", table(["fact", "value", "from"], rows));
}
