/**
 * A release as its ORM sees the database: for each table, the columns its SELECT, INSERT and UPDATE name.
 * Derived from a ProjectState (automatic many-to-many tables included). Unmanaged models, proxies and swapped models are not in it
 * unless their table is known to the Schema.
 */
export interface Release {
  /** By table name; looked up as needed. */
  readonly tables: Pick<ReadonlyMap<string, ReleaseTable>, "get" | "has">;
}

export interface ReleaseTable {
  readonly table: string;
  /** `shop.Order`; for an automatic many-to-many table `shop.Order.tags`. */
  readonly model: string;
  readonly automatic: boolean;
  readonly managed: boolean;
  readonly columns: ReadonlyMap<string, ReleaseColumn>;
}

export interface ReleaseColumn {
  readonly column: string;
  /** Field name. */
  readonly field: string;
  /** Column type as the database spells it; null when not known. */
  readonly type: string | null;
  /** Django's get_internal_type(): `CharField`, `ForeignKey`, … */
  readonly internalType: string;
  readonly null: boolean;
  readonly primaryKey: boolean;
  /** Field(unique=True). */
  readonly unique: boolean;
  /** INSERT leaves it out (AutoField) or never names it (GeneratedField). */
  readonly omittedOnInsert: boolean;
  /** Field(db_default=…): INSERT sends the keyword DEFAULT when no value is set. */
  readonly dbDefault: boolean;
  /** Field(default=…), or blank text: the code always has a value. */
  readonly hasDefault: boolean;
  readonly generated: boolean;
  readonly references: { readonly table: string; readonly column: string; readonly onDelete: string; readonly constraint: boolean } | null;
}
