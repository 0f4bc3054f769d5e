import { afterEach, describe, expect, it, vi } from "vitest";
import { breaking, harmless, project, type Project } from "./project.ts";
import { runAction } from "./runner.ts";

vi.setConfig({ testTimeout: 120_000 });

let one: Project;
afterEach(() => one.hub.stop());

const comment = () => one.hub.comments[0]?.body ?? "";

describe("the action rehearses", () => {
  it("unless told otherwise, what breaks the running release; the comment has the matrix and the server's words", async () => {
    one = await project();
    one.push(breaking);
    const ended = await runAction(one.hub, one.event(), { rehearse: "" });
    expect(ended.code).toBe(1);
    expect(comment()).toContain("Rehearsed on PostgreSQL 18");
    expect(comment()).toContain("The plan is proven");
    expect(comment()).toContain('null value in column "priority" of relation "shop_order" violates not-null constraint');
    expect(ended.summary).toContain("Rehearsed on PostgreSQL 18");
  });

  it("what breaks nothing only when told always; the input wins over the base's configuration", async () => {
    one = await project();
    one.push({ "pyproject.toml": '[tool.django-expand-contract]\nrehearse = "always"\n' });
    one.hub.pull = { ...one.hub.pull!, base: one.hub.pull!.head };
    one.push(harmless);
    expect((await runAction(one.hub, one.event(), { rehearse: "", comment: "always" })).code).toBe(0);
    expect(comment()).toContain("Rehearsed on PostgreSQL 18");
    await runAction(one.hub, one.event({ run: 2 }), { rehearse: "auto", comment: "always" });
    expect(comment()).not.toContain("ehearsed");
  });

  it("not where the value makes no sense", async () => {
    one = await project();
    one.push(breaking);
    const ended = await runAction(one.hub, one.event(), { rehearse: "yes" });
    expect(ended.code).toBe(1);
    expect(ended.log).toContain("The input rehearse must be one of auto, always, never");
  });
});
