import type { FieldClass } from "../field-class.ts";

const django = (name: string): string => `django.db.models.${name}`;

/**
 * Field.__init__'s parameters in order (django/db/models/fields/__init__.py). db_default came with Django 5.0 at the end, so the
 * order is the same in every version.
 */
const fieldParameters = [
  "verbose_name", "name", "primary_key", "max_length", "unique", "blank", "null", "db_index", "rel", "default", "editable", "serialize",
  "unique_for_date", "unique_for_month", "unique_for_year", "choices", "help_text", "db_column", "db_tablespace", "auto_created",
  "validators", "error_messages", "db_comment", "db_default",
] as const;

const emptyList = { kind: "list", items: [] } as const;
const labels = ["verbose_name", "name"];

/** django.db.models' fields. Compared with 4.2.28, 5.2.18 and 6.1.1; what changed between them is said at its place. */
export const djangoClasses: readonly FieldClass[] = [
  {
    path: django("Field"),
    base: null,
    positional: fieldParameters,
    own: {
      verbose_name: null, name: null, primary_key: false, max_length: null, unique: false, blank: false, null: false, db_index: false, rel: null,
      editable: true, serialize: true, unique_for_date: null, unique_for_month: null, unique_for_year: null, choices: null, help_text: "",
      db_column: null, db_tablespace: null, auto_created: false, validators: emptyList, error_messages: null, db_comment: null,
    },
    emptyStringsAllowed: true,
  },
  { path: django("BooleanField"), base: django("Field"), internalType: "BooleanField", emptyStringsAllowed: false },
  { path: django("NullBooleanField"), base: django("BooleanField"), forced: { null: true, blank: true } },
  { path: django("CharField"), base: django("Field"), internalType: "CharField", own: { db_collation: null } },
  { path: django("CommaSeparatedIntegerField"), base: django("CharField") },
  // deconstruct() keeps max_length=254 on purpose: the default may change one day.
  { path: django("EmailField"), base: django("CharField"), fallback: { max_length: 254 } },
  { path: django("SlugField"), base: django("CharField"), internalType: "SlugField", defaults: { max_length: 50, db_index: true }, own: { allow_unicode: false } },
  { path: django("URLField"), base: django("CharField"), positional: labels, defaults: { max_length: 200 } },
  { path: django("DateField"), base: django("Field"), internalType: "DateField", positional: [...labels, "auto_now", "auto_now_add"], own: { auto_now: false, auto_now_add: false }, emptyStringsAllowed: false },
  { path: django("DateTimeField"), base: django("DateField"), internalType: "DateTimeField" },
  { path: django("TimeField"), base: django("Field"), internalType: "TimeField", positional: [...labels, "auto_now", "auto_now_add"], own: { auto_now: false, auto_now_add: false }, emptyStringsAllowed: false },
  { path: django("DecimalField"), base: django("Field"), internalType: "DecimalField", positional: [...labels, "max_digits", "decimal_places"], own: { max_digits: null, decimal_places: null }, emptyStringsAllowed: false },
  { path: django("DurationField"), base: django("Field"), internalType: "DurationField", emptyStringsAllowed: false },
  { path: django("FilePathField"), base: django("Field"), internalType: "FilePathField", positional: [...labels, "path", "match", "recursive", "allow_files", "allow_folders"], own: { path: "", match: null, recursive: false, allow_files: true, allow_folders: false }, defaults: { max_length: 100 } },
  { path: django("FloatField"), base: django("Field"), internalType: "FloatField", emptyStringsAllowed: false },
  { path: django("IntegerField"), base: django("Field"), internalType: "IntegerField", emptyStringsAllowed: false },
  { path: django("BigIntegerField"), base: django("IntegerField"), internalType: "BigIntegerField" },
  { path: django("SmallIntegerField"), base: django("IntegerField"), internalType: "SmallIntegerField" },
  { path: django("PositiveBigIntegerField"), base: django("BigIntegerField"), internalType: "PositiveBigIntegerField", relType: { as: "BigIntegerField", unlessMatching: true } },
  { path: django("PositiveIntegerField"), base: django("IntegerField"), internalType: "PositiveIntegerField", relType: { as: "IntegerField", unlessMatching: true } },
  { path: django("PositiveSmallIntegerField"), base: django("SmallIntegerField"), internalType: "PositiveSmallIntegerField", relType: { as: "SmallIntegerField", unlessMatching: true } },
  { path: django("IPAddressField"), base: django("Field"), internalType: "IPAddressField", forced: { max_length: 15 }, emptyStringsAllowed: false },
  { path: django("GenericIPAddressField"), base: django("Field"), internalType: "GenericIPAddressField", positional: [...labels, "protocol", "unpack_ipv4"], own: { protocol: "both", unpack_ipv4: false }, forced: { max_length: 39 }, emptyStringsAllowed: false },
  { path: django("TextField"), base: django("Field"), internalType: "TextField", own: { db_collation: null } },
  { path: django("BinaryField"), base: django("Field"), internalType: "BinaryField", defaults: { editable: false } },
  { path: django("UUIDField"), base: django("Field"), internalType: "UUIDField", positional: ["verbose_name"], forced: { max_length: 32 }, emptyStringsAllowed: false },
  { path: django("JSONField"), base: django("Field"), internalType: "JSONField", positional: [...labels, "encoder", "decoder"], own: { encoder: null, decoder: null }, emptyStringsAllowed: false },
  { path: django("FileField"), base: django("Field"), internalType: "FileField", positional: [...labels, "upload_to", "storage"], own: { upload_to: "", storage: null }, always: ["upload_to"], defaults: { max_length: 100 } },
  { path: django("ImageField"), base: django("FileField"), positional: [...labels, "width_field", "height_field"], own: { width_field: null, height_field: null } },
  // primary_key=True is always written: AutoFieldMixin.deconstruct().
  { path: django("AutoField"), base: django("IntegerField"), internalType: "AutoField", forced: { blank: true }, relType: { as: "IntegerField", unlessMatching: false } },
  { path: django("BigAutoField"), base: django("BigIntegerField"), internalType: "BigAutoField", forced: { blank: true }, relType: { as: "BigIntegerField", unlessMatching: false } },
  { path: django("SmallAutoField"), base: django("SmallIntegerField"), internalType: "SmallAutoField", forced: { blank: true }, relType: { as: "SmallIntegerField", unlessMatching: false } },
  { path: django("OrderWrt"), base: django("IntegerField"), forced: { name: "_order", editable: false } },
  // Django 5.0, ticket 31300. Its type is that of output_field.
  { path: django("GeneratedField"), base: django("Field"), own: { expression: null, output_field: null, db_persist: null }, always: ["expression", "output_field", "db_persist"], defaults: { editable: false, blank: true } },
  // Django 5.2, ticket 373. Its positional arguments are field names.
  { path: django("CompositePrimaryKey"), base: django("Field"), positional: [], fallback: { editable: false, primary_key: true, blank: true }, dbType: null },
  {
    path: django("ForeignObject"),
    base: django("Field"),
    positional: ["to", "on_delete", "from_fields", "to_fields", "rel", "related_name", "related_query_name", "limit_choices_to", "parent_link", "swappable"],
    own: { to: null, on_delete: null, related_name: null, related_query_name: null, limit_choices_to: null, parent_link: false, swappable: true, from_fields: null, to_fields: null },
    always: ["to", "on_delete"],
    virtual: true,
  },
  {
    path: django("ForeignKey"),
    base: django("ForeignObject"),
    positional: ["to", "on_delete", "related_name", "related_query_name", "limit_choices_to", "parent_link", "to_field", "db_constraint"],
    own: { to_field: null, db_constraint: true },
    defaults: { db_index: true },
    emptyStringsAllowed: false,
    relation: "foreign key",
    virtual: false,
  },
  { path: django("OneToOneField"), base: django("ForeignKey"), positional: ["to", "on_delete", "to_field"], forced: { unique: true }, relation: "one to one" },
  {
    path: django("ManyToManyField"),
    base: django("Field"),
    positional: ["to", "related_name", "related_query_name", "limit_choices_to", "symmetrical", "through", "through_fields", "db_constraint", "db_table", "swappable"],
    own: { to: null, related_name: null, related_query_name: null, limit_choices_to: null, symmetrical: null, through: null, through_fields: null, db_constraint: true, db_table: null, swappable: true },
    always: ["to"],
    relation: "many to many",
    dbType: null,
  },
  { path: "django.contrib.contenttypes.fields.GenericForeignKey", base: django("Field"), virtual: true, dbType: null },
  { path: "django.contrib.contenttypes.fields.GenericRelation", base: django("ForeignObject"), virtual: true, dbType: null },
];
