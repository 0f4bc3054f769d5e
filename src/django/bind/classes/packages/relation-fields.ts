import type { RefValue } from "../../../../python/value.ts";
import { plain, type FieldPackage } from "./entry.ts";

const cascade: RefValue = { kind: "ref", path: "django.db.models.deletion.CASCADE", place: { path: "", line: 0 }, text: "models.CASCADE" };

/** Packages whose fields point at other models, and the fields of Wagtail and django CMS. */
export const relationFields: readonly FieldPackage[] = [
  { name: "django-mptt", source: "django-mptt/django-mptt mptt/fields.py", entries: plain("mptt.fields", { TreeForeignKey: "ForeignKey", TreeOneToOneField: "OneToOneField", TreeManyToManyField: "ManyToManyField" }) },
  {
    name: "django-taggit",
    source: "jazzband/django-taggit taggit/managers.py",
    // A many-to-many field over a model that the package or the project has: no column and no table of its own.
    entries: [
      [
        "taggit.managers.TaggableManager",
        "ManyToManyField",
        { internalType: "ManyToManyField", positional: ["verbose_name", "help_text", "through", "blank", "related_name", "to", "manager"], fallback: { through: "taggit.TaggedItem", to: "taggit.Tag" }, forced: { serialize: false }, dropped: ["manager", "prefetch_manager", "ordering", "formfield"] },
      ],
    ],
  },
  { name: "django-modelcluster", source: "wagtail/django-modelcluster modelcluster/fields.py", entries: [...plain("modelcluster.fields", { ParentalKey: "ForeignKey", ParentalManyToManyField: "ManyToManyField" }), ["modelcluster.contrib.taggit.ClusterTaggableManager", "taggit.managers.TaggableManager"]] },
  {
    name: "wagtail",
    source: "wagtail/wagtail wagtail/fields.py",
    entries: [
      ["wagtail.fields.RichTextField", "TextField", { aliases: ["wagtail.core.fields.RichTextField", "wagtail.wagtailcore.fields.RichTextField"] }],
      // A JSONField since Wagtail 3.0 with use_json_field=True, and always since 6.0, old migrations included.
      ["wagtail.fields.StreamField", "Field", { internalType: "JSONField", positional: ["block_types", "use_json_field", "block_lookup"], aliases: ["wagtail.core.fields.StreamField", "wagtail.wagtailcore.fields.StreamField"] }],
      ["wagtail.images.models.WagtailImageField", "ImageField"],
    ],
  },
  {
    name: "django-sortedm2m",
    source: "jazzband/django-sortedm2m sortedm2m/fields.py",
    entries: [["sortedm2m.fields.SortedManyToManyField", "ManyToManyField", { internalType: "ManyToManyField", positional: ["to", "sorted", "base_class"], own: { sorted: true, base_class: null, sort_value_field_name: "sort_value" }, sortColumn: "sort_value_field_name" }]],
  },
  { name: "django-simple-history", source: "jazzband/django-simple-history simple_history/models.py", entries: plain("simple_history.models", { HistoricForeignKey: "ForeignKey", HistoricOneToOneField: "OneToOneField" }) },
  { name: "django-parler", source: "django-parler/django-parler parler/fields.py", entries: plain("parler.fields", { TranslationsForeignKey: "ForeignKey" }) },
  { name: "django-polymorphic-tree", source: "django-polymorphic/django-polymorphic-tree polymorphic_tree/models.py", entries: [["polymorphic_tree.models.PolymorphicTreeForeignKey", "mptt.fields.TreeForeignKey"]] },
  { name: "django-address", source: "furious-luke/django-address address/models.py", entries: [["address.models.AddressField", "ForeignKey", { fallback: { to: "address.Address" } }]] },
  { name: "django-currentuser", source: "zsoldosp/django-currentuser django_currentuser/db/models/fields.py", entries: [["django_currentuser.db.models.fields.CurrentUserField", "ForeignKey", { aliases: ["django_currentuser.db.models.CurrentUserField"] }]] },
  { name: "django-smart-selects", source: "jazzband/django-smart-selects smart_selects/db_fields.py", entries: plain("smart_selects.db_fields", { ChainedForeignKey: "ForeignKey", GroupedForeignKey: "ForeignKey", ChainedManyToManyField: "ManyToManyField" }) },
  { name: "django-admin-sortable", source: "alsoicode/django-admin-sortable adminsortable/fields.py", entries: plain("adminsortable.fields", { SortableForeignKey: "ForeignKey" }) },
  {
    name: "django-filer",
    source: "django-cms/django-filer filer/fields/file.py",
    entries: [
      ["filer.fields.file.FilerFileField", "ForeignKey", { fallback: { to: "filer.File" } }],
      ["filer.fields.image.FilerImageField", "ForeignKey", { fallback: { to: "filer.Image" } }],
      ["filer.fields.folder.FilerFolderField", "ForeignKey", { fallback: { to: "filer.Folder" } }],
    ],
  },
  {
    name: "django-cms",
    source: "django-cms/django-cms cms/models/fields.py",
    entries: [
      ["cms.models.fields.PageField", "ForeignKey", { fallback: { to: "cms.Page", on_delete: cascade } }],
      ["cms.models.fields.PlaceholderField", "ForeignKey", { positional: ["slotname"], own: { slotname: null }, always: ["slotname"], forced: { null: true, editable: false }, fallback: { to: "cms.Placeholder", on_delete: cascade } }],
      ["cms.models.fields.PlaceholderRelationField", "django.contrib.contenttypes.fields.GenericRelation"],
    ],
  },
];
