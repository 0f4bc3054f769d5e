import { codeSpan } from "../code-span.ts";
import type { Change, Course } from "./course.ts";
import { tablesOfData, worksOn } from "./data.ts";

/**
 * Data migrations that would move to a later release, away from an operation which asks something of their rows and stays where it is, for it has no
 * course. They may not: it would be done before them. With the reason, a sentence or two.
 */
export function stranded(courses: readonly Course[]): readonly { readonly course: Course; readonly reason: string }[] {
  const moving = new Set(courses.flatMap((course) => [course.change, ...(course.takes ?? [])]));
  return courses.flatMap((course) => {
    const { change, parts } = course;
    if (course.recipe !== "data-migration" || parts.some(({ release }) => release === 0)) return [];
    const staying = change.all.slice(change.all.indexOf(change) + 1).find((other) => !moving.has(other) && asksOfRows(other, change));
    if (!staying) return [];
    const name = codeSpan([staying.operation.type, staying.record.target].filter((part) => part !== null).join(" "));
    return [{ course, reason: `It belongs in a later release, where it sees all rows that the running release writes. ${name} needs it before, and there is no recipe that moves that one, too: both stay as they are. Take both into a release of their own, after one whose code writes the new form.` }];
  });
}

/** May the operation fail on rows as they are before the data migration, or break a release that leaves them so? */
function asksOfRows(other: Change, data: Change): boolean {
  const { operation, record } = other;
  if (record.failsOnExistingRows === null && [...record.breaks, ...(record.acceptedBreaks ?? [])].length === 0) return false;
  if (operation.kind !== "RunSQL") return worksOn(data, other);
  const tables = tablesOfData(data);
  return Object.keys(record.impact.locks).some((table) => tables.includes(table));
}
