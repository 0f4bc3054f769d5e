import { describe, expect, test } from "vitest";
import { packageAliases, packageClasses, fieldPackages } from "../../../src/django/bind/classes/packages.ts";
import { knownClass } from "../../../src/django/bind/classes/known.ts";
import { bigId, bound, cascade, field, model, one, type Kwargs } from "./build.ts";

/** As their migrations write them. */
const rows: readonly (readonly [path: string, kwargs: Kwargs, expected: object])[] = [
  ["model_utils.fields.AutoCreatedField", { default: 1, editable: false }, { dbType: "timestamp with time zone", internalType: "DateTimeField" }],
  ["model_utils.fields.AutoLastModifiedField", {}, { dbType: "timestamp with time zone" }],
  ["model_utils.fields.StatusField", { no_check_for_status: true }, { dbType: "varchar(100)" }],
  ["model_utils.fields.UUIDField", {}, { dbType: "uuid", primaryKey: true }],
  ["django_extensions.db.fields.CreationDateTimeField", { auto_now_add: true }, { dbType: "timestamp with time zone", autoNow: true }],
  ["django_extensions.db.fields.ModificationDateTimeField", { auto_now: true }, { autoNow: true }],
  ["django_extensions.db.fields.AutoSlugField", { populate_from: "name" }, { dbType: "varchar(50)", dbIndex: true, blank: true }],
  ["django_extensions.db.fields.RandomCharField", { length: 8 }, { dbType: "varchar(8)" }],
  ["django_countries.fields.CountryField", { max_length: 2 }, { dbType: "varchar(2)" }],
  ["phonenumber_field.modelfields.PhoneNumberField", { max_length: 128, region: null }, { dbType: "varchar(128)" }],
  ["timezone_field.fields.TimeZoneField", { default: "UTC" }, { dbType: "varchar(63)", internalType: "CharField" }],
  ["djmoney.models.fields.MoneyField", { decimal_places: 2, max_digits: 14, default_currency: "EUR" }, { dbType: "numeric(14, 2)" }],
  ["djmoney.models.fields.CurrencyField", { max_length: 3, default: "EUR" }, { dbType: "varchar(3)" }],
  ["autoslug.fields.AutoSlugField", { editable: false, unique: true }, { dbType: "varchar(50)", unique: true }],
  ["jsonfield.fields.JSONField", {}, { dbType: "text" }],
  ["picklefield.fields.PickledObjectField", {}, { dbType: "text" }],
  ["django_fsm.FSMField", { max_length: 50, protected: true }, { dbType: "varchar(50)" }],
  ["django_fsm.FSMIntegerField", {}, { dbType: "integer" }],
  ["bitfield.models.BitField", { default: 0 }, { dbType: "bigint" }],
  ["macaddress.fields.MACAddressField", { integer: true }, { dbType: "bigint" }],
  ["macaddress.fields.MACAddressField", { integer: false, max_length: 17 }, { dbType: "varchar(17)" }],
  ["netfields.fields.InetAddressField", { max_length: 39 }, { dbType: "inet" }],
  ["netfields.CidrAddressField", { max_length: 43 }, { dbType: "cidr", path: "netfields.fields.CidrAddressField" }],
  ["pgvector.django.VectorField", { dimensions: 3 }, { dbType: "vector(3)" }],
  ["pgvector.django.halfvec.HalfVectorField", {}, { dbType: "halfvec" }],
  ["concurrency.fields.AutoIncVersionField", { help_text: "x" }, { dbType: "bigint", null: false, default: 0 }],
  ["encrypted_model_fields.fields.EncryptedCharField", {}, { dbType: "text" }],
  ["mirage.fields.EncryptedTextField", { key: "x" }, { dbType: "text" }],
  ["mirage.fields.EncryptedIntegerField", {}, { dbType: "varchar(64)" }],
  ["ckeditor.fields.RichTextField", {}, { dbType: "text" }],
  ["markupfield.fields.MarkupField", { rendered_field: true }, { dbType: "text" }],
  ["sorl.thumbnail.fields.ImageField", { upload_to: "x" }, { dbType: "varchar(100)", internalType: "FileField" }],
  ["cloudinary.models.CloudinaryField", { max_length: 255 }, { dbType: "varchar(255)" }],
  ["wagtail.fields.StreamField", { block_types: 1 }, { dbType: "jsonb" }],
  ["wagtail.core.fields.RichTextField", {}, { dbType: "text", path: "wagtail.fields.RichTextField" }],
  ["fernet_fields.fields.EncryptedTextField", {}, { dbType: "bytea" }],
  ["pgcrypto.fields.EmailPGPPublicKeyField", {}, { dbType: "bytea" }],
  ["django_measurement.models.MeasurementField", { measurement: 1 }, { dbType: "double precision" }],
  ["image_cropping.fields.ImageRatioField", { free_crop: false }, { dbType: "varchar(255)", blank: true, default: "" }],
  ["django_quill.fields.QuillField", {}, { dbType: "text" }],
  ["oscar.models.fields.NullCharField", { max_length: 9, unique: true }, { dbType: "varchar(9)", null: true, blank: true, unique: true }],
  ["localflavor.us.models.USStateField", { max_length: 2 }, { dbType: "varchar(2)" }],
];

test.each(rows)("%s(%o)", (path, kwargs, expected) => {
  expect(one(path, kwargs)).toMatchObject({ unknown: null, ...expected });
});

describe("relations", () => {
  const page = model("cms.Page", [bigId]);
  const placeholder = model("cms.Placeholder", [bigId]);
  const image = model("filer.Image", [field("file_ptr", "OneToOneField", { to: "filer.File", on_delete: cascade, primary_key: true, parent_link: true, auto_created: true })], { bases: ["filer.file"] });
  const file = model("filer.File", [bigId]);
  const found = (path: string, kwargs: Kwargs = {}) => bound({}, page, placeholder, file, image, model("shop.Thing", [field("col", path, kwargs)])).get("shop.thing")!.field("col")!;

  test.each([
    ["mptt.fields.TreeForeignKey", { to: "shop.thing", on_delete: cascade }, "shop.thing", "integer"],
    ["modelcluster.fields.ParentalKey", { to: "cms.page", on_delete: cascade }, "cms.page", "bigint"],
    ["filer.fields.image.FilerImageField", { on_delete: cascade }, "filer.image", "bigint"],
    ["filer.fields.file.FilerFileField", { on_delete: cascade, to: "filer.file" }, "filer.file", "bigint"],
    ["cms.models.fields.PageField", {}, "cms.page", "bigint"],
  ])("%s", (path, kwargs, to, type) => {
    expect(found(path, kwargs)).toMatchObject({ unknown: null, column: "col_id", dbType: type, remote: { kind: "foreign key", to } });
  });

  test("a placeholder may always be NULL", () => {
    const slot = found("cms.models.fields.PlaceholderField", { slotname: "content" });
    expect(slot).toMatchObject({ null: true, dbType: "bigint", remote: { to: "cms.placeholder", onDelete: "CASCADE" } });
    expect(slot.kwargs.get("slotname")).toBe("content");
  });
});

test("every class descends from one of Django's, has a source, and no two have one name", () => {
  const paths = packageClasses.map((one) => one.path);
  expect(new Set(paths).size).toBe(paths.length);
  for (const known of packageClasses) {
    expect(knownClass(known.base!, "5.2"), known.path).not.toBeNull();
    expect(known.source).toMatch(/^\S+: \S/);
  }
  for (const alias of packageAliases.keys()) expect(paths).not.toContain(alias);
  expect(new Set(fieldPackages.map((one) => one.name)).size).toBe(fieldPackages.length);
});
