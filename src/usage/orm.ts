/** Where Django's ORM, its admin, forms and well-known packages take names of fields. */

/** Calls that take lookups as keywords. An `a` before the name is the asynchronous one. */
export const keywordCalls: ReadonlySet<string> = new Set(
  "filter exclude get create update get_or_create update_or_create annotate alias aggregate complex_filter Q get_object_or_404 get_list_or_404".split(" "),
);

/** Calls that take names of fields as strings. */
export const stringCalls: ReadonlySet<string> = new Set(
  "values values_list only defer order_by select_related prefetch_related distinct latest earliest dates datetimes bulk_create bulk_update in_bulk save refresh_from_db F OuterRef Prefetch Count Sum Avg Max Min StdDev Variance StringAgg ArrayAgg JSONBAgg Lower Upper Coalesce Length Trunc TruncDate TruncDay TruncMonth Extract Cast Concat Greatest Least SearchVector prefetch_related_objects UniqueConstraint Index When Case Subquery".split(" "),
);

/** Calls that are queries whatever they are called on. */
export const plainQueries: ReadonlySet<string> = new Set(
  "filter exclude get_or_create update_or_create annotate alias aggregate complex_filter Q F OuterRef Prefetch values_list only defer order_by select_related prefetch_related bulk_create bulk_update get_object_or_404 get_list_or_404 refresh_from_db prefetch_related_objects".split(" "),
);

/** Names in a chain that make what follows a query: `Order.objects.get(…)`. */
export const queryParts: ReadonlySet<string> = new Set("objects all filter exclude using _default_manager _base_manager annotate order_by select_related prefetch_related select_for_update distinct".split(" "));

/** Members of Meta, admins, serializers, forms, filters, views and factories that hold names of fields. */
export const optionNames: ReadonlySet<string> = new Set(
  (
    "ordering unique_together index_together indexes constraints get_latest_by order_with_respect_to fields exclude read_only_fields extra_kwargs widgets labels help_texts field_classes " +
    "list_display list_display_links list_editable list_filter list_select_related search_fields readonly_fields raw_id_fields autocomplete_fields filter_horizontal filter_vertical fieldsets date_hierarchy prepopulated_fields radio_fields sortable_by " +
    "filterset_fields filter_fields ordering_fields lookup_field slug_field search_vector default_columns columns sequence django_get_or_create natural_key_fields panels content_panels api_fields fk_name"
  ).split(" "),
);
