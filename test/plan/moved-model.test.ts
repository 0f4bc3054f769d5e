import { expect, test } from "vitest";
import { files } from "./files.ts";
import { expectGolden } from "../golden.ts";
import { failures } from "./hold.ts";
import { after, before } from "./moved.ts";
import { planned } from "./project.ts";

const on = { django: "5.2", vendor: "postgresql", version: "16" } as const;

test("a model that moves to another app takes its table with it, in one release without SQL", async () => {
  const { made } = await planned(before, after, on);
  expect(made!.plan.without).toEqual([]);
  expect(made!.plan.releases).toHaveLength(1);
  expect(failures(made!, on)).toEqual([]);
  expect(made!.plan.releases[0]!.steps.flatMap(({ sql }) => sql)).toEqual([]);
  expectGolden("plan", "moved-model.txt", files(made!.plan));
});

const installed = (all: Record<string, string>, apps: string) => ({ ...all, "config/settings.py": all["config/settings.py"]!.replace('["shop"', apps) });

test("the content type goes with it where there are any", async () => {
  const apps = '["django.contrib.contenttypes", "django.contrib.auth", "shop"';
  const { made } = await planned(installed(before, apps), installed(after, apps), on);
  expect(made!.plan.without).toEqual([]);
  expect(made!.plan.releases).toHaveLength(1);
  expect(failures(made!, on)).toEqual([]);
  expectGolden("plan", "moved-model-content-type.txt", files(made!.plan));
});

test("where INSTALLED_APPS cannot be read, it says when to leave the content type out", async () => {
  const apps = '[*more(), "shop"';
  const { made } = await planned(installed(before, apps), installed(after, apps), on);
  expect(made!.plan.releases[0]!.steps.map(({ explanation }) => explanation)).toContainEqual(expect.stringMatching(/^Leave it out where `django\.contrib\.contenttypes` is not installed; `INSTALLED_APPS` does not say so plainly\. /));
});
