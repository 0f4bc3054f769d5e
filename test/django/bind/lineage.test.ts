import { describe, expect, test } from "vitest";
import { bind } from "../../../src/django/bind/bind.ts";
import type { ModelState, ProjectState } from "../../../src/django/state.ts";
import { bigId, cascade, context, field, foreignKey, model, state } from "./build.ts";

const customer = model("shop.Customer", [bigId, field("name", "CharField", { max_length: 9 })]);
const order = model("shop.Order", [bigId, foreignKey("customer", "shop.customer"), field("tags", "ManyToManyField", { to: "blog.tag" })]);
const line = model("shop.Line", [bigId, foreignKey("order", "shop.order")]);
const tag = model("blog.Tag", [bigId]);
const note = model("blog.Note", [bigId, foreignKey("about", "shop.customer")]);
const all = state(customer, order, line, tag, note);

function changed(from: ProjectState, ...models: readonly ModelState[]): ProjectState {
  return { models: new Map([...from.models, ...state(...models).models]) };
}

describe("a bound model is the same object as long as nothing it was made from changes", () => {
  const before = bind(all, context());
  const first = new Map(before.keys.map((key) => [key, before.get(key)]));
  const reused = (next: ProjectState) => {
    const after = bind(next, where, before);
    return after.keys.filter((key) => after.get(key) === first.get(key));
  };
  const where = context();

  test("within one state", () => {
    expect(before.get("shop.order")).toBe(first.get("shop.order"));
  });

  test.each([
    ["nothing", all, ["shop.customer", "shop.order", "shop.line", "blog.tag", "blog.note"]],
    ["a model nobody points at", changed(all, model("blog.Note", [bigId])), ["shop.customer", "shop.order", "shop.line", "blog.tag"]],
    ["the target of foreign keys", changed(all, model("shop.Customer", [bigId])), ["shop.line", "blog.tag"]],
    ["the target of a many-to-many field", changed(all, model("blog.Tag", [field("slug", "SlugField", { primary_key: true })])), ["shop.customer", "shop.line", "blog.note"]],
    ["a new model", changed(all, model("shop.New", [])), ["shop.customer", "shop.order", "shop.line", "blog.tag", "blog.note"]],
  ])("when there changes %s", (_, next, expected) => {
    expect(reused(next)).toEqual(expected);
  });

  test("a key that is a foreign key itself carries the change on", () => {
    const profile = model("shop.Profile", [field("customer", "OneToOneField", { to: "shop.customer", on_delete: cascade, primary_key: true })]);
    const photo = model("shop.Photo", [bigId, foreignKey("profile", "shop.profile")]);
    const old = bind(changed(all, profile, photo), where);
    const before = old.get("shop.photo")!;
    expect(before.field("profile")!.dbType).toBe("bigint");
    const next = bind(changed(all, profile, photo, model("shop.Customer", [field("id", "UUIDField", { primary_key: true })])), where, old);
    expect(next.get("shop.photo")).not.toBe(before);
    expect(next.get("shop.photo")!.field("profile")!.dbType).toBe("uuid");
    expect(before.field("profile")!.dbType).toBe("bigint");
  });

  test("a model that was away in between comes back bound anew only if it changed", () => {
    const without = bind({ models: new Map([...all.models].filter(([key]) => key !== "blog.note")) }, where, before);
    expect(without.get("blog.note")).toBeNull();
    expect(bind(all, where, without).get("blog.note")).toBe(first.get("blog.note"));
  });
});

describe("incoming foreign keys", () => {
  const names = (found: ReturnType<ReturnType<typeof bind>["incoming"]>) => found.map((one) => `${one.model.name}.${one.name}`);
  const where = context();

  test("apps by label, automatic tables before their owner", () => {
    const bound = bind(all, where);
    expect(names(bound.incoming("shop.customer"))).toEqual(["Note.about", "Order.customer"]);
    expect(names(bound.incoming("shop.order"))).toEqual(["Order_tags.order", "Line.order"]);
    expect(names(bound.incoming("blog.tag"))).toEqual(["Order_tags.tag"]);
    expect(names(bound.incoming("shop.line"))).toEqual([]);
    expect(names(bound.incoming("shop.nothing"))).toEqual([]);
  });

  test("follow the states, also over several that nobody asked", () => {
    const first = bind(all, where);
    expect(names(first.incoming("shop.customer"))).toEqual(["Note.about", "Order.customer"]);
    const second = bind(changed(all, model("blog.Note", [bigId])), where, first);
    const third = bind(changed(all, model("blog.Note", [bigId]), model("shop.Line", [bigId, foreignKey("payer", "shop.Customer")])), where, second);
    expect(names(third.incoming("shop.customer"))).toEqual(["Order.customer", "Line.payer"]);
    expect(names(third.incoming("shop.order"))).toEqual(["Order_tags.order"]);
    expect(names(second.incoming("shop.customer"))).toEqual(["Order.customer"]);
    expect(names(first.incoming("shop.customer"))).toEqual(["Note.about", "Order.customer"]);
  });

  test("parent links count, and those to a proxy are its concrete model's", () => {
    const vip = model("shop.Vip", [], { bases: ["shop.customer"] });
    const buyer = model("shop.Buyer", [], { bases: ["shop.customer"], options: { proxy: true } });
    const bound = bind(changed(state(customer), vip, buyer, model("shop.Cart", [foreignKey("buyer", "shop.buyer")])), where);
    expect(names(bound.incoming("shop.customer"))).toEqual(["Vip.customer_ptr", "Cart.buyer"]);
    expect(names(bound.incoming("shop.buyer"))).toEqual(["Vip.customer_ptr", "Cart.buyer"]);
  });

  test("a model's own and those of its table to itself", () => {
    const person = model("shop.Person", [bigId, foreignKey("boss", "self"), field("friends", "ManyToManyField", { to: "self" })]);
    expect(names(bind(state(person), where).incoming("shop.person"))).toEqual(["Person_friends.from_person", "Person_friends.to_person", "Person.boss"]);
  });
});
