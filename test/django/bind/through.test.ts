import { describe, expect, test } from "vitest";
import { bigId, bound, columns, field, foreignKey, model, type Kwargs } from "./build.ts";

const tag = model("shop.Tag", [field("name", "CharField", { max_length: 3 })]);
const many = (kwargs: Kwargs = {}) => field("tags", "ManyToManyField", { to: "shop.tag", ...kwargs });
const tagsOf = (state: ReturnType<typeof bound>, key: string) => state.get(key)!.localManyToMany[0]!.remote!;

describe("the table Django makes for a many-to-many field", () => {
  const state = bound({}, tag, model("shop.Person", [bigId, many(), field("friends", "ManyToManyField", { to: "self" })]), model("blog.Tag", [field("tags", "ManyToManyField", { to: "shop.Tag" })]));

  test("has an id, a key to the owner and one to the other side", () => {
    const { through, throughAuto, throughFrom, throughTo } = tagsOf(state, "shop.person");
    expect(through).toMatchObject({ name: "Person_tags", key: "shop.person_tags", table: "shop_person_tags", managed: true, autoCreatedBy: { name: "tags" } });
    expect(through!.localFields.map((one) => [one.name, one.column, one.dbType])).toEqual([["id", "id", "integer"], ["person", "person_id", "bigint"], ["tag", "tag_id", "integer"]]);
    expect([throughAuto, throughFrom?.column, throughTo?.column]).toEqual([true, "person_id", "tag_id"]);
  });

  test("tells the sides apart where both models have one name", () => {
    const self = state.get("shop.person")!.field("friends")!.remote!;
    expect([self.throughFrom?.column, self.throughTo?.column]).toEqual(["from_person_id", "to_person_id"]);
    const other = tagsOf(state, "blog.tag");
    expect([other.throughFrom?.column, other.throughTo?.column]).toEqual(["from_tag_id", "to_tag_id"]);
  });

  test("is found by its key, and is not among the state's models", () => {
    expect(state.get("shop.person_tags")).toBe(tagsOf(state, "shop.person").through);
    expect(columns(state, "shop.person_friends")).toEqual(["id id integer", "from_person from_person_id bigint", "to_person to_person_id bigint"]);
    expect(state.keys).toEqual(["shop.tag", "shop.person", "blog.tag"]);
    expect(state.get("shop.person_nothing")).toBeNull();
  });

  test("the many-to-many field itself has no column", () => {
    expect(state.get("shop.person")!.field("tags")).toMatchObject({ column: null, dbType: null, unknown: null, internalType: "ManyToManyField" });
    expect(columns(state, "shop.person")).toEqual(["id id bigint"]);
  });
});

test.each([
  ["shop.Long", { db_table: "a_table" }, many(), "a_table_tags"],
  ["shop.Quoted", { db_table: '"other"."quoted"' }, many(), 'other"."quoted_tags'],
  ["shop.Half", { db_table: 'other"."thing' }, many(), 'other"."thing_tags'],
  ["shop.Named", {}, many({ db_table: "named_tags" }), "named_tags"],
  ["shop.AnExtremelyLongModelNameThatGoesOnAndOnUntilItIsLongerThanAllowed", {}, field("others", "ManyToManyField", { to: "shop.tag" }), "shop_anextremelylongmodelnamethatgoesonandonuntilitislonger498d"],
] as const)("its name for %s", (label, options, tags, table) => {
  const state = bound({}, tag, model(label, [tags], { options }));
  // Django makes the long model's name first (…9af9) and cuts that one again with its own digits.
  expect(tagsOf(state, label.toLowerCase()).through!.table).toBe(table);
});

test("options of the field and of the models reach the table", () => {
  const unmanaged = model("shop.Old", [many({ db_constraint: false, db_tablespace: "fast" })], { options: { managed: false, db_tablespace: "slow" } });
  const { through } = tagsOf(bound({}, tag, unmanaged), "shop.old");
  expect(through).toMatchObject({ managed: true, tablespace: "slow" });
  expect(through!.field("old")).toMatchObject({ tablespace: "fast", remote: { dbConstraint: false, onDelete: "CASCADE" } });
  expect(tagsOf(bound({}, model("shop.Tag", [], { options: { managed: false } }), unmanaged), "shop.old").through!.managed).toBe(false);
});

test("a through model is the project's own, and its keys are found as Django finds them", () => {
  const membership = model("shop.Membership", [foreignKey("inviter", "shop.person", { related_name: "+" }), foreignKey("person", "shop.person"), foreignKey("tag", "shop.tag")]);
  const state = (kwargs: Kwargs) => bound({}, tag, model("shop.Person", [many({ through: "shop.Membership", ...kwargs })]), membership);
  const plain = tagsOf(state({}), "shop.person");
  expect([plain.throughAuto, plain.through?.name, plain.throughFrom?.name, plain.throughTo?.name]).toEqual([false, "Membership", "inviter", "tag"]);
  const named = tagsOf(state({ through_fields: { kind: "tuple", items: ["person", "tag"] } }), "shop.person");
  expect([named.throughFrom?.name, named.throughTo?.name]).toEqual(["person", "tag"]);
  expect(state({}).get("shop.person")!.field("tags")!.kwargs.get("through")).toBe("shop.Membership");
});

test("taggit's manager goes over the package's model and makes no table", () => {
  const tags = field("tags", "taggit.managers.TaggableManager", { through: "taggit.TaggedItem", to: "taggit.Tag", blank: true });
  const post = bound({}, model("blog.Post", [tags])).get("blog.post")!;
  expect(post.localFields.map((one) => one.name)).toEqual(["id"]);
  expect(post.field("tags")).toMatchObject({ column: null, dbType: null, remote: { kind: "many to many", through: null, throughAuto: false, to: "taggit.tag" } });
});

test("a sorted many-to-many table keeps its order in a column of its own", () => {
  const state = (kwargs: Kwargs) => bound({}, tag, model("shop.Order", [field("tags", "sortedm2m.fields.SortedManyToManyField", { to: "shop.tag", ...kwargs })]));
  const names = (kwargs: Kwargs) => tagsOf(state(kwargs), "shop.order").through!.localFields.map((one) => one.column);
  expect(names({})).toEqual(["id", "order_id", "tag_id", "sort_value"]);
  expect(names({ sorted: false })).toEqual(["id", "order_id", "tag_id"]);
});
