/** Front door of queries: the library, and the one way numbers are made. */
export { answerQuery } from "./answer-query";
export { clearCache } from "./cache/clear-cache";
export { readCacheOverview } from "./cache/read-cache-overview";
export { inBrackets } from "./builder/expression";
export { checkExecution } from "./compile-execution";
export { createQuery, insertQuery } from "./create-query";
export { deleteQuery } from "./delete-query";
export { copyQuery } from "./library/copy-query";
export { listDeletedQueries, restoreQuery } from "./library/deleted-queries";
export { getQueryUses } from "./library/get-query-uses";
export { listTableUses } from "./library/list-table-uses";
export { listOwnedQueries, transferOwnedQueries } from "./library/owned-queries";
export { restoreQueryVersion } from "./library/restore-query-version";
export { listSharingChoices } from "./library/sharing-choices";
export { setFavouriteQuery } from "./library/set-favourite";
export { transferQuery } from "./library/transfer-query";
export { createFromTemplate } from "./library/create-from-template";
export type { Drill } from "./drill/drill-down";
export { explainFigure } from "./explain-figure";
export { explainQuery } from "./explain-query";
export type { ColumnOrigin, FigureFilter } from "./filters/figure-filter";
export { findColumnOrigin } from "./filters/find-column-origin";
export { findReaderQueries } from "./find-reader-queries";
export { listColumnValues } from "./list-column-values";
export {
  listParameterOptions,
  type OptionsWithin,
  optionsOfParameters,
  tryParameterOptions,
} from "./parameters/list-parameter-options";
export { periodText } from "./period-text";
export { type FigureOptions, type PreparedFigure, prepareFigure } from "./prepare-figure";
export { previewQuery } from "./preview-query";
export { getQuery, listQueries, listQueryVersions } from "./read-queries";
export { runQuery } from "./run-query";
export { cancelRun } from "./runs/cancel-run";
export { getRun, listRuns, listSlowRuns } from "./runs/read-runs";
export { toldUnits } from "./shown-columns";
export { findSeenQueries } from "./seen-queries";
export { settleRuns } from "./runs/run-book";
export { type TidyResult, tidyRuns } from "./runs/tidy-runs";
export { type Reader, streamQuery, type StreamedQuestion } from "./stream-query";
export { tryQuery } from "./try-query";
export { updateQuery } from "./update-query";
