/** The catalogue. The order here is the order of the findings of one row and of docs/rules.md. */
import { documentNumberRequired } from "./documentNumberRequired";
import { documentNumberIncomplete } from "./documentNumberIncomplete";
import { documentNumberUnreadable } from "./documentNumberUnreadable";
import { documentNumberSeveral } from "./documentNumberSeveral";
import { documentNumberSeparator } from "./documentNumberSeparator";
import { documentNumberOrder } from "./documentNumberOrder";
import { documentNumberSpelling } from "./documentNumberSpelling";
import { documentNumberExtraText } from "./documentNumberExtraText";
import { documentNumberStyle } from "./documentNumberStyle";
import { documentNumberTypeUnknown } from "./documentNumberTypeUnknown";
import { documentNumberIssuerUnknown } from "./documentNumberIssuerUnknown";
import { documentDateRequired } from "./documentDateRequired";
import { documentDateUnreadable } from "./documentDateUnreadable";
import { documentDateImpossible } from "./documentDateImpossible";
import { documentDateMonthFirst } from "./documentDateMonthFirst";
import { documentDateWithoutYear } from "./documentDateWithoutYear";
import { documentDateWithoutDay } from "./documentDateWithoutDay";
import { documentDateShortYear } from "./documentDateShortYear";
import { documentDateLongYear } from "./documentDateLongYear";
import { documentDateSerial } from "./documentDateSerial";
import { documentDateSwapped } from "./documentDateSwapped";
import { documentDateAfterCutOff } from "./documentDateAfterCutOff";
import { documentDateBeforeWindow } from "./documentDateBeforeWindow";
import { documentSubjectRequired } from "./documentSubjectRequired";
import { documentIssuerRequired } from "./documentIssuerRequired";
import { documentTypeMismatch } from "./documentTypeMismatch";
import { documentIssuerMismatch } from "./documentIssuerMismatch";
import { documentIssuerAbolished } from "./documentIssuerAbolished";
import { documentDuplicate } from "./documentDuplicate";
import { documentNumberTwoDates } from "./documentNumberTwoDates";
import { workTitleRequired } from "./workTitleRequired";
import { workTitleCommuneOnly } from "./workTitleCommuneOnly";
import { workTitleWithoutMarks } from "./workTitleWithoutMarks";
import { stageMissing } from "./stageMissing";
import { stageContradiction } from "./stageContradiction";
import { stageCompilingAfterWorkshop } from "./stageCompilingAfterWorkshop";
import { stageUnclear } from "./stageUnclear";
import { stagePlanned } from "./stagePlanned";
import { stageOfOtherColumn } from "./stageOfOtherColumn";
import { stageTimeMisplaced } from "./stageTimeMisplaced";
import { stageTimeImpossible } from "./stageTimeImpossible";
import { stageTimeAfterCutOff } from "./stageTimeAfterCutOff";
import { stageTimesDisordered } from "./stageTimesDisordered";
import { publishedTimeRequired } from "./publishedTimeRequired";
import { publishedTimeVague } from "./publishedTimeVague";
import { publishedTimeImpossible } from "./publishedTimeImpossible";
import { publishedTimeShortYear } from "./publishedTimeShortYear";
import { publishedAfterCutOff } from "./publishedAfterCutOff";
import { publishedBeforeScheme } from "./publishedBeforeScheme";
import { workCommuneMisspelled } from "./workCommuneMisspelled";
import { workCommuneUnknown } from "./workCommuneUnknown";
import { workCommuneAmbiguous } from "./workCommuneAmbiguous";
import { workCommuneOtherUnit } from "./workCommuneOtherUnit";
import { workCommuneType } from "./workCommuneType";
import { workCommuneFormer } from "./workCommuneFormer";
import { workCommuneNew } from "./workCommuneNew";
import { workDistrictMismatch } from "./workDistrictMismatch";
import { workDistrictFormer } from "./workDistrictFormer";
import { workSeveralCommunes } from "./workSeveralCommunes";
import { workTownOrDistrict } from "./workTownOrDistrict";
import { workLevelUnstated } from "./workLevelUnstated";
import { workPeriod } from "./workPeriod";
import { workOutsideTargets } from "./workOutsideTargets";
import { fundsUnreadable } from "./fundsUnreadable";
import { fundsPlanned } from "./fundsPlanned";
import { fundsStyle } from "./fundsStyle";
import { fundsAmbiguous } from "./fundsAmbiguous";
import { fundsApproximate } from "./fundsApproximate";
import { fundsOutlier } from "./fundsOutlier";
import { workDuplicate } from "./workDuplicate";
import { worksMoreThanCommunes } from "./worksMoreThanCommunes";
import { communesNotMentioned } from "./communesNotMentioned";
import { columnMissing } from "./columnMissing";
import { columnUnmapped } from "./columnUnmapped";
import { cellOutsideColumns } from "./cellOutsideColumns";
import { rowLeftOut } from "./rowLeftOut";
import { totalMismatch } from "./totalMismatch";
import { totalCountMismatch } from "./totalCountMismatch";
import { ordinalSequence } from "./ordinalSequence";
import { ordinalMissing } from "./ordinalMissing";
import { unitCommunesElsewhere } from "./unitCommunesElsewhere";
import { unitStatedOtherwise } from "./unitStatedOtherwise";
import { blankRow } from "./blankRow";
import { hiddenRow } from "./hiddenRow";
import { hiddenColumn } from "./hiddenColumn";
import { hiddenSheet } from "./hiddenSheet";
import { sheetNotRead } from "./sheetNotRead";
import { mergedCell } from "./mergedCell";
import { errorValue } from "./errorValue";
import { textLegacyFont } from "./textLegacyFont";
import { textDecomposed } from "./textDecomposed";
import { textInvisible } from "./textInvisible";
import { textEth } from "./textEth";
import type { Rule } from "./rule";

export const rules: readonly Rule[] = [
  documentNumberRequired,
  documentNumberIncomplete,
  documentNumberUnreadable,
  documentNumberSeveral,
  documentNumberSeparator,
  documentNumberOrder,
  documentNumberSpelling,
  documentNumberExtraText,
  documentNumberStyle,
  documentNumberTypeUnknown,
  documentNumberIssuerUnknown,
  documentDateRequired,
  documentDateUnreadable,
  documentDateImpossible,
  documentDateMonthFirst,
  documentDateWithoutYear,
  documentDateWithoutDay,
  documentDateShortYear,
  documentDateLongYear,
  documentDateSerial,
  documentDateSwapped,
  documentDateAfterCutOff,
  documentDateBeforeWindow,
  documentSubjectRequired,
  documentIssuerRequired,
  documentTypeMismatch,
  documentIssuerMismatch,
  documentIssuerAbolished,
  documentDuplicate,
  documentNumberTwoDates,
  workTitleRequired,
  workTitleWithoutMarks,
  workTitleCommuneOnly,
  stageMissing,
  stageContradiction,
  stageCompilingAfterWorkshop,
  stageUnclear,
  stagePlanned,
  stageOfOtherColumn,
  stageTimeMisplaced,
  stageTimeImpossible,
  stageTimeAfterCutOff,
  stageTimesDisordered,
  publishedTimeRequired,
  publishedTimeVague,
  publishedTimeImpossible,
  publishedTimeShortYear,
  publishedAfterCutOff,
  publishedBeforeScheme,
  workCommuneMisspelled,
  workCommuneUnknown,
  workCommuneAmbiguous,
  workCommuneOtherUnit,
  workCommuneType,
  workCommuneFormer,
  workCommuneNew,
  workDistrictMismatch,
  workDistrictFormer,
  workSeveralCommunes,
  workTownOrDistrict,
  workLevelUnstated,
  workPeriod,
  workOutsideTargets,
  fundsUnreadable,
  fundsStyle,
  fundsAmbiguous,
  fundsApproximate,
  fundsPlanned,
  fundsOutlier,
  unitStatedOtherwise,
  unitCommunesElsewhere,
  workDuplicate,
  worksMoreThanCommunes,
  communesNotMentioned,
  columnMissing,
  columnUnmapped,
  cellOutsideColumns,
  rowLeftOut,
  totalMismatch,
  totalCountMismatch,
  ordinalSequence,
  ordinalMissing,
  blankRow,
  hiddenRow,
  hiddenColumn,
  hiddenSheet,
  sheetNotRead,
  mergedCell,
  errorValue,
  textLegacyFont,
  textDecomposed,
  textInvisible,
  textEth,
];
