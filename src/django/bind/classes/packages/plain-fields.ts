import { plain, type FieldPackage } from "./entry.ts";
import { macAddress, sized } from "./types.ts";

/** Packages whose fields hold one value: dates, texts, numbers, addresses. */
export const plainFields: readonly FieldPackage[] = [
  {
    name: "django-model-utils",
    source: "jazzband/django-model-utils model_utils/fields.py",
    entries: [
      ["model_utils.fields.AutoCreatedField", "DateTimeField", { fallback: { editable: false } }],
      ["model_utils.fields.AutoLastModifiedField", "model_utils.fields.AutoCreatedField"],
      ["model_utils.fields.StatusField", "CharField", { own: { no_check_for_status: false, choices_name: "STATUS" }, fallback: { max_length: 100 } }],
      ["model_utils.fields.MonitorField", "DateTimeField", { own: { monitor: null, when: null }, always: ["monitor"] }],
      ["model_utils.fields.SplitField", "TextField"],
      // Its deconstruct() leaves primary_key=False out, and its __init__ then makes it a primary key: so does Django.
      ["model_utils.fields.UUIDField", "UUIDField", { positional: ["primary_key", "version", "editable"], own: { version: 4 }, fallback: { primary_key: true, editable: false } }],
      ["model_utils.fields.UrlsafeTokenField", "CharField", { positional: ["editable", "max_length", "factory"], own: { factory: null }, fallback: { editable: false, max_length: 128 }, dropped: ["default"] }],
    ],
  },
  {
    name: "django-extensions",
    source: "django-extensions/django-extensions django_extensions/db/fields/__init__.py",
    entries: [
      ["django_extensions.db.fields.CreationDateTimeField", "DateTimeField", { fallback: { editable: false, blank: true, auto_now_add: true } }],
      ["django_extensions.db.fields.ModificationDateTimeField", "DateTimeField", { fallback: { auto_now: true } }],
      ["django_extensions.db.fields.AutoSlugField", "SlugField", { fallback: { blank: true, editable: false } }],
      ["django_extensions.db.fields.RandomCharField", "CharField", { renamed: { length: "max_length" }, fallback: { blank: true, editable: false } }],
    ],
  },
  { name: "django-countries", source: "SmileyChris/django-countries django_countries/fields.py", entries: [["django_countries.fields.CountryField", "CharField", { hidden: ["choices"] }]] },
  { name: "django-phonenumber-field", source: "stefanfoulis/django-phonenumber-field phonenumber_field/modelfields.py", entries: [["phonenumber_field.modelfields.PhoneNumberField", "CharField", { own: { region: null }, fallback: { max_length: 128 } }]] },
  {
    name: "django-timezone-field",
    source: "mfogel/django-timezone-field timezone_field/fields.py",
    entries: [["timezone_field.fields.TimeZoneField", "Field", { internalType: "CharField", defaults: { max_length: 63 }, aliases: ["timezone_field.TimeZoneField"] }]],
  },
  {
    name: "django-money",
    source: "django-money/django-money djmoney/models/fields.py",
    entries: [
      ["djmoney.models.fields.MoneyField", "DecimalField", { positional: ["verbose_name", "name", "max_digits", "decimal_places", "default", "default_currency", "currency_choices"] }],
      ["djmoney.models.fields.CurrencyField", "CharField", { positional: ["price_field", "verbose_name", "name", "default"], fallback: { max_length: 3 } }],
    ],
  },
  { name: "django-autoslug", source: "justinmayer/django-autoslug autoslug/fields.py", entries: [["autoslug.fields.AutoSlugField", "SlugField", { aliases: ["autoslug.AutoSlugField"] }]] },
  { name: "django-colorfield", source: "fabiocaccamo/django-colorfield colorfield/fields.py", entries: [["colorfield.fields.ColorField", "CharField"]] },
  { name: "django-colorful", source: "charettes/django-colorful colorful/fields.py", entries: [["colorful.fields.RGBColorField", "CharField"]] },
  { name: "jsonfield", source: "rpkilby/jsonfield src/jsonfield/fields.py", entries: [["jsonfield.fields.JSONField", "TextField", { aliases: ["jsonfield.JSONField"] }], ["jsonfield.fields.JSONCharField", "CharField", { aliases: ["jsonfield.JSONCharField"] }]] },
  { name: "django-picklefield", source: "gintas/django-picklefield src/picklefield/fields.py", entries: [["picklefield.fields.PickledObjectField", "Field", { internalType: "TextField", fallback: { editable: false } }]] },
  { name: "django-annoying", source: "skorokithakis/django-annoying annoying/fields.py", entries: plain("annoying.fields", { AutoOneToOneField: "OneToOneField", JSONField: "TextField" }) },
  { name: "django-fsm", source: "viewflow/django-fsm django_fsm/__init__.py", entries: [["django_fsm.FSMField", "CharField", { fallback: { max_length: 50 } }], ["django_fsm.FSMIntegerField", "IntegerField"], ["django_fsm.FSMKeyField", "ForeignKey"]] },
  { name: "django-multiselectfield", source: "goinnn/django-multiselectfield multiselectfield/db/fields.py", entries: [["multiselectfield.db.fields.MultiSelectField", "CharField", { aliases: ["multiselectfield.MultiSelectField"] }]] },
  { name: "django-recurrence", source: "jazzband/django-recurrence recurrence/fields.py", entries: [["recurrence.fields.RecurrenceField", "Field", { internalType: "TextField" }]] },
  { name: "django-bitfield", source: "disqus/django-bitfield bitfield/models.py", entries: [["bitfield.models.BitField", "BigIntegerField", { positional: ["flags", "default"], aliases: ["bitfield.BitField"] }]] },
  {
    name: "django-macaddress",
    source: "django-macaddress/django-macaddress macaddress/fields.py",
    entries: [["macaddress.fields.MACAddressField", "Field", { dbType: macAddress, internalType: "BigIntegerField", emptyStringsAllowed: false }]],
  },
  {
    name: "django-netfields",
    source: "jimfunk/django-postgresql-netfields netfields/fields.py",
    entries: [
      ["netfields.fields.InetAddressField", "Field", { dbType: "inet", emptyStringsAllowed: false, aliases: ["netfields.InetAddressField"] }],
      ["netfields.fields.CidrAddressField", "Field", { dbType: "cidr", emptyStringsAllowed: false, aliases: ["netfields.CidrAddressField"] }],
      ["netfields.fields.MACAddressField", "Field", { dbType: "macaddr", aliases: ["netfields.MACAddressField"] }],
      ["netfields.fields.MACAddress8Field", "Field", { dbType: "macaddr8", aliases: ["netfields.MACAddress8Field"] }],
    ],
  },
  {
    name: "pgvector",
    source: "pgvector/pgvector-python pgvector/django",
    entries: [
      ["pgvector.django.vector.VectorField", "Field", { dbType: sized("vector", "dimensions"), emptyStringsAllowed: false, aliases: ["pgvector.django.VectorField"] }],
      ["pgvector.django.halfvec.HalfVectorField", "Field", { dbType: sized("halfvec", "dimensions"), emptyStringsAllowed: false, aliases: ["pgvector.django.HalfVectorField"] }],
      ["pgvector.django.sparsevec.SparseVectorField", "Field", { dbType: sized("sparsevec", "dimensions"), emptyStringsAllowed: false, aliases: ["pgvector.django.SparseVectorField"] }],
      ["pgvector.django.bit.BitField", "Field", { dbType: sized("bit", "length"), aliases: ["pgvector.django.BitField"] }],
    ],
  },
  { name: "django-ltree", source: "mariocesar/django-ltree django_ltree/fields.py", entries: [["django_ltree.fields.PathField", "TextField", { dbType: "ltree" }]] },
  {
    name: "django-relativedelta",
    source: "CodeYellowBV/django-relativedelta src/relativedeltafield",
    entries: [
      // On other databases the length of its varchar differs between releases.
      ["relativedeltafield.fields.RelativeDeltaField", "Field", { dbType: { perVendor: { postgresql: "interval" }, otherwise: { unknown: "RelativeDeltaField's column type differs between releases of django-relativedelta: `manage.py sqlmigrate` shows it" } }, emptyStringsAllowed: false, aliases: ["relativedeltafield.RelativeDeltaField"] }],
    ],
  },
  {
    name: "django-concurrency",
    source: "saxix/django-concurrency src/concurrency/fields.py",
    entries: ["IntegerVersionField", "AutoIncVersionField", "TriggerVersionField", "ConditionalVersionField"].map(
      (name) => [`concurrency.fields.${name}`, "Field", { internalType: "BigIntegerField", dropped: ["null", "unique", "db_index", "primary_key"], forced: { default: 0 } }] as const,
    ),
  },
  {
    name: "django-encrypted-model-fields",
    source: "lanshark/django-encrypted-model-fields encrypted_model_fields/fields.py",
    entries: Object.entries({ Char: "CharField", Text: "TextField", Date: "DateField", DateTime: "DateTimeField", Email: "EmailField", Boolean: "BooleanField", Integer: "IntegerField", PositiveInteger: "PositiveIntegerField", SmallInteger: "SmallIntegerField", PositiveSmallInteger: "PositiveSmallIntegerField", BigInteger: "BigIntegerField" }).map(
      ([name, base]) => [`encrypted_model_fields.fields.Encrypted${name}Field`, base, { internalType: "TextField" }] as const,
    ),
  },
  {
    name: "django-mirage-field",
    source: "luojilab/django-mirage-field mirage/fields.py",
    entries: ([["Text", "TextField"], ["Char", "CharField", 255], ["Email", "EmailField", 254], ["Integer", "CharField", 64]] as const).map(
      ([name, base, length]) => [`mirage.fields.Encrypted${name}Field`, base, { own: { key: null }, ...(length === undefined ? {} : { fallback: { max_length: length } }) }] as const,
    ),
  },
  { name: "django-hashid-field", source: "nshafer/django-hashid-field hashid_field/field.py", entries: plain("hashid_field.field", { HashidField: "IntegerField", BigHashidField: "BigIntegerField", HashidAutoField: "AutoField", BigHashidAutoField: "BigAutoField" }).map(([path, base]) => [path, base, { positional: ["salt", "min_length", "alphabet"] }] as const) },
  { name: "django-enumfields", source: "hzdg/django-enumfields enumfields/fields.py", entries: [["enumfields.fields.EnumField", "CharField", { fallback: { max_length: 10 } }], ["enumfields.fields.EnumIntegerField", "IntegerField"]] },
  { name: "django-location-field", source: "caioariede/django-location-field location_field/models", entries: [["location_field.models.plain.PlainLocationField", "CharField", { fallback: { max_length: 63 } }], ["location_field.models.spatial.LocationField", "django.contrib.gis.db.models.fields.PointField"]] },
  { name: "django-jalali", source: "slashmili/django-jalali django_jalali/db/models.py", entries: plain("django_jalali.db.models", { jDateField: "DateField", jDateTimeField: "DateTimeField" }) },
  { name: "django-measurement", source: "coddingtonbear/django-measurement django_measurement/models.py", entries: [["django_measurement.models.MeasurementField", "FloatField", { positional: ["verbose_name", "name", "measurement"], internalType: "FloatField" }]] },
  { name: "django-embed-video", source: "jazzband/django-embed-video embed_video/fields.py", entries: [["embed_video.fields.EmbedVideoField", "URLField"]] },
  { name: "django-positions", source: "jpwatts/django-positions positions/fields.py", entries: [["positions.fields.PositionField", "IntegerField"]] },
  { name: "django-oauth-toolkit", source: "jazzband/django-oauth-toolkit oauth2_provider/models.py", entries: [["oauth2_provider.models.ClientSecretField", "CharField"]] },
  { name: "shortuuid", source: "skorokithakis/shortuuid shortuuid/django_fields.py", entries: [["shortuuid.django_fields.ShortUUIDField", "CharField"]] },
  { name: "django-fernet-fields", source: "orcasgit/django-fernet-fields fernet_fields/fields.py", entries: fernet() },
  { name: "django-pgcrypto-fields", source: "incuna/django-pgcrypto-fields pgcrypto/fields.py", entries: pgcrypto() },
  { name: "django-google-maps", source: "madisona/django-google-maps django_google_maps/fields.py", entries: [["django_google_maps.fields.AddressField", "CharField"], ["django_google_maps.fields.GeoLocationField", "CharField", { fallback: { max_length: 100 } }]] },
  { name: "django-geoposition", source: "philippbosch/django-geoposition geoposition/fields.py", entries: [["geoposition.fields.GeopositionField", "Field", { internalType: "CharField", fallback: { max_length: 42 } }]] },
  { name: "django-multi-email-field", source: "fle/django-multi-email-field multi_email_field/fields.py", entries: [["multi_email_field.fields.MultiEmailField", "Field", { internalType: "TextField" }]] },
  {
    name: "django-oscar",
    source: "django-oscar/django-oscar src/oscar/models/fields",
    entries: [
      ["oscar.models.fields.autoslugfield.AutoSlugField", "SlugField", { aliases: ["oscar.models.fields.AutoSlugField"] }],
      ["oscar.models.fields.NullCharField", "CharField", { forced: { null: true, blank: true } }],
      ["oscar.models.fields.UppercaseCharField", "CharField"],
    ],
  },
  { name: "django-localflavor", source: "django/django-localflavor localflavor/*/models.py", entries: localflavor() },
  { name: "django-postgres-extra", source: "SectorLabs/django-postgres-extra psqlextra/fields/hstore_field.py", entries: [["psqlextra.fields.hstore_field.HStoreField", "django.contrib.postgres.fields.hstore.HStoreField", { aliases: ["psqlextra.fields.HStoreField"] }]] },
  { name: "django-better-admin-arrayfield", source: "gradam/django-better-admin-arrayfield django_better_admin_arrayfield/models/fields.py", entries: [["django_better_admin_arrayfield.models.fields.ArrayField", "django.contrib.postgres.fields.ArrayField"]] },
  { name: "django-jsonform", source: "bhch/django-jsonform django_jsonform/models/fields.py", entries: [["django_jsonform.models.fields.JSONField", "JSONField"], ["django_jsonform.models.fields.ArrayField", "django.contrib.postgres.fields.ArrayField"]] },
];

/** Model fields of localflavor: all of them CharFields, whose max_length their migrations write. */
function localflavor(): FieldPackage["entries"] {
  const modules = {
    us: ["USStateField", "USPostalCodeField", "USZipCodeField", "USSocialSecurityNumberField"],
    ca: ["CAProvinceField", "CAPostalCodeField", "CASocialInsuranceNumberField"],
    au: ["AUStateField", "AUPostCodeField", "AUPhoneNumberField", "AUBusinessNumberField", "AUCompanyNumberField", "AUTaxFileNumberField"],
    br: ["BRStateField", "BRCPFField", "BRCNPJField", "BRPostalCodeField"],
    generic: ["IBANField", "BICField"],
  };
  return Object.entries(modules).flatMap(([module, names]) => names.map((name) => [`localflavor.${module}.models.${name}`, "CharField"] as const));
}

/** Encrypted values are bytes whatever the field of Django is (EncryptedField._internal_type). */
function fernet(): FieldPackage["entries"] {
  const bases = { Text: "TextField", Char: "CharField", Email: "EmailField", Integer: "IntegerField", Date: "DateField", DateTime: "DateTimeField" };
  return Object.entries(bases).map(([name, base]) => [`fernet_fields.fields.Encrypted${name}Field`, base, { internalType: "BinaryField", aliases: [`fernet_fields.Encrypted${name}Field`] }] as const);
}

/** PGP-encrypted values: PGPMixin.db_type() is bytea whatever the field of Django is. The hashed fields differ between releases. */
function pgcrypto(): FieldPackage["entries"] {
  const bases = { Text: "TextField", Email: "EmailField", Integer: "IntegerField", Date: "TextField", DateTime: "TextField" };
  const both = Object.entries(bases).flatMap(([name, base]) => ["PublicKey", "SymmetricKey"].map((kind) => [`pgcrypto.fields.${name}PGP${kind}Field`, base, { dbType: "bytea" }] as const));
  return [...both, ["pgcrypto.fields.DecimalPGPPublicKeyField", "DecimalField", { dbType: "bytea" }]];
}
