import { expect, test } from "vitest";
import { differenceOrder, setOrder } from "../../src/python/set-order.ts";

/** Recorded with Python 3.11 and PYTHONHASHSEED=0: tuples, list(set(tuples)), others, list({*s}.difference({*others})). */
const recorded: readonly (readonly [string[][], string[][], string[][], string[][]])[] = [[[["summary", "slug", "created"], ["ümlaut", "device"]], [["ümlaut", "device"], ["summary", "slug", "created"]], [], [["ümlaut", "device"], ["summary", "slug", "created"]]], [[["name"], ["namespace"]], [["name"], ["namespace"]], [["name"], ["namespace"]], []], [[["created"], ["device"]], [["created"], ["device"]], [["device"]], [["created"]]], [[["rear_port"], ["created", "device", "rear_port"]], [["created", "device", "rear_port"], ["rear_port"]], [], [["created", "device", "rear_port"], ["rear_port"]]], [[["slug", "id"], ["device", "facility_id"], ["name", "a"]], [["name", "a"], ["device", "facility_id"], ["slug", "id"]], [["slug", "id"], ["name", "a"]], [["device", "facility_id"]]], [[["a", "name", "日本"], ["日本", "x1"], ["a", "device", "x1"]], [["a", "device", "x1"], ["日本", "x1"], ["a", "name", "日本"]], [["日本", "x1"], ["a", "device", "x1"]], [["a", "name", "日本"]]], [[["id"], ["slug", "object_id"], ["content_type", "slug"]], [["id"], ["content_type", "slug"], ["slug", "object_id"]], [], [["id"], ["content_type", "slug"], ["slug", "object_id"]]], [[["location"], ["namespace"], ["x2", "id"]], [["x2", "id"], ["location"], ["namespace"]], [["namespace"]], [["x2", "id"], ["location"]]]];

test.each(recorded)("set(%j)", (tuples, inOrder, others, left) => {
  expect(setOrder(tuples)).toEqual(inOrder);
  expect(differenceOrder(inOrder, others)).toEqual(left);
});
