import { expect, test } from "vitest";
import { markersIn, markerText } from "../../src/plan/marker.ts";

const marker = { target: "shop.Order.quantity", step: 1, of: 2, recipe: "removed-field" };

test("a marker is found as it was written, with its line", () => {
  expect(markersIn(`from x import y\n\n        # ${markerText(marker)}\r\n`.replace("\r", ""))).toEqual([{ marker, line: 3 }]);
});

test.each([
  "django-expand-contract: plan a step 1 of 2 (x)",
  "# django-expand-contract: plan  step 1 of 2 (x)",
  "# django-expand-contract: plan a step one of 2 (x)",
  '"# django-expand-contract: plan a step 1 of 2 (x)"',
  "# django-expand-contract: plan a step 1 of 2",
])("%s is none", (line) => {
  expect(markersIn(line)).toEqual([]);
});
