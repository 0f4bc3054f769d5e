import type { AnyRule } from "./rule.ts";
import { acceptWithoutReason } from "./rules/acceptWithoutReason.ts";
import { batchesInOneTransaction } from "./rules/batchesInOneTransaction.ts";
import { blocksDeletes } from "./rules/blocksDeletes.ts";
import { blocksReads } from "./rules/blocksReads.ts";
import { blocksWrites } from "./rules/blocksWrites.ts";
import { breaksNewRelease } from "./rules/breaksNewRelease.ts";
import { breaksRunningRelease } from "./rules/breaksRunningRelease.ts";
import { circularDependency } from "./rules/circularDependency.ts";
import { concurrentlyInTransaction } from "./rules/concurrentlyInTransaction.ts";
import { concurrentlyWithOtherStatements } from "./rules/concurrentlyWithOtherStatements.ts";
import { conflictingLeafNodes } from "./rules/conflictingLeafNodes.ts";
import { dataMigration } from "./rules/dataMigration.ts";
import { dataUnderLock } from "./rules/dataUnderLock.ts";
import { deletedMigration } from "./rules/deletedMigration.ts";
import { dropsData } from "./rules/dropsData.ts";
import { editedMigration } from "./rules/editedMigration.ts";
import { failsOnExistingRows } from "./rules/failsOnExistingRows.ts";
import { hotTable } from "./rules/hotTable.ts";
import { inconsistentHistory } from "./rules/inconsistentHistory.ts";
import { irreversible } from "./rules/irreversible.ts";
import { linterMarker } from "./rules/linterMarker.ts";
import { liveModel } from "./rules/liveModel.ts";
import { longValuesInIndex } from "./rules/longValuesInIndex.ts";
import { losesData } from "./rules/losesData.ts";
import { migrationWithoutModel } from "./rules/migrationWithoutModel.ts";
import { missingDependency } from "./rules/missingDependency.ts";
import { modelWithoutMigration } from "./rules/modelWithoutMigration.ts";
import { moreAboutWaits } from "./rules/moreAboutWaits.ts";
import { nameTooLong } from "./rules/nameTooLong.ts";
import { nameTruncated } from "./rules/nameTruncated.ts";
import { needlessNonAtomic } from "./rules/needlessNonAtomic.ts";
import { networkCall } from "./rules/networkCall.ts";
import { notAtomic } from "./rules/notAtomic.ts";
import { noTransactionalDdl } from "./rules/noTransactionalDdl.ts";
import { otherBackend } from "./rules/otherBackend.ts";
import { reverseFailsOnRows } from "./rules/reverseFailsOnRows.ts";
import { rewritesTable } from "./rules/rewritesTable.ts";
import { rowsOneByOne } from "./rules/rowsOneByOne.ts";
import { safeAfterDeploy } from "./rules/safeAfterDeploy.ts";
import { safeBeforeDeploy } from "./rules/safeBeforeDeploy.ts";
import { schemaChangeAfterData } from "./rules/schemaChangeAfterData.ts";
import { schemaChangeInPython } from "./rules/schemaChangeInPython.ts";
import { severalExclusiveLocks } from "./rules/severalExclusiveLocks.ts";
import { staleAcceptance } from "./rules/staleAcceptance.ts";
import { stillNamed } from "./rules/stillNamed.ts";
import { tableInMemory } from "./rules/tableInMemory.ts";
import { undeclaredDependency } from "./rules/undeclaredDependency.ts";
import { unknownLocks } from "./rules/unknownLocks.ts";
import { unknownOperation } from "./rules/unknownOperation.ts";
import { validateInSameTransaction } from "./rules/validateInSameTransaction.ts";
import { wholeTableInOneTransaction } from "./rules/wholeTableInOneTransaction.ts";

/** Everything that can be told, in the order in which it is told: what breaks and what is not known first, notes last. */
export const allRules: readonly AnyRule[] = [
  breaksRunningRelease,
  breaksNewRelease,
  stillNamed,
  unknownOperation,
  unknownLocks,
  failsOnExistingRows,
  losesData,
  hotTable,
  blocksReads,
  blocksWrites,
  wholeTableInOneTransaction,
  networkCall,
  liveModel,
  schemaChangeInPython,
  nameTooLong,
  nameTruncated,
  rewritesTable,
  moreAboutWaits,
  dropsData,
  blocksDeletes,
  longValuesInIndex,
  dataMigration,
  rowsOneByOne,
  tableInMemory,
  irreversible,
  reverseFailsOnRows,
  batchesInOneTransaction,
  needlessNonAtomic,
  linterMarker,
  safeAfterDeploy,
  safeBeforeDeploy,
  concurrentlyInTransaction,
  concurrentlyWithOtherStatements,
  validateInSameTransaction,
  schemaChangeAfterData,
  dataUnderLock,
  severalExclusiveLocks,
  noTransactionalDdl,
  notAtomic,
  conflictingLeafNodes,
  missingDependency,
  undeclaredDependency,
  circularDependency,
  editedMigration,
  deletedMigration,
  inconsistentHistory,
  modelWithoutMigration,
  migrationWithoutModel,
  otherBackend,
  acceptWithoutReason,
  staleAcceptance,
];
