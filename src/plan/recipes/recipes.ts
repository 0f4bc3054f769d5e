import type { Recipe } from "../course.ts";
import { changedForeignKey } from "./changed-foreign-key.ts";
import { changedGeneratedColumn } from "./changed-generated-column.ts";
import { changedManyToMany } from "./changed-many-to-many.ts";
import { changedType } from "./changed-type.ts";
import { dataMigration } from "./data-migration.ts";
import { deletedModel } from "./deleted-model.ts";
import { foreignKeyToManyToMany } from "./foreign-key-to-many-to-many.ts";
import { generatedColumn } from "./generated-column.ts";
import { movedModel } from "./moved-model.ts";
import { newIndex, removedIndex } from "./new-index.ts";
import { newCheck } from "./new-check.ts";
import { newForeignKey } from "./new-foreign-key.ts";
import { newUnique } from "./new-unique.ts";
import { newExclusion } from "./new-exclusion.ts";
import { nullableToNotNull } from "./nullable-to-not-null.ts";
import { orderWithRespectTo } from "./order-with-respect-to.ts";
import { rawSql } from "./raw-sql.ts";
import { removedField } from "./removed-field.ts";
import { renamedField } from "./renamed-field.ts";
import { changedTable, renamedModel } from "./renamed-model.ts";
import { requiredColumn } from "./required-column.ts";
import { throughModel } from "./through-model.ts";
import { widenedColumn } from "./widened-column.ts";

/** Every recipe; the first that fits is taken. */
export const recipes: readonly Recipe[] = [dataMigration, movedModel, requiredColumn, foreignKeyToManyToMany, removedField, renamedField, renamedModel, changedTable, deletedModel, changedManyToMany, changedGeneratedColumn, throughModel, changedForeignKey, nullableToNotNull, widenedColumn, changedType, newUnique, newCheck, newExclusion, newForeignKey, newIndex, removedIndex, orderWithRespectTo, generatedColumn, rawSql];
