/** Front door of queries: the library, and the one way numbers are made. */
export { createQuery } from "./create-query";
export { deleteQuery } from "./delete-query";
export { copyQuery } from "./library/copy-query";
export { listDeletedQueries, restoreQuery } from "./library/deleted-queries";
export { getQueryUses } from "./library/get-query-uses";
export { restoreQueryVersion } from "./library/restore-query-version";
export { setFavouriteQuery } from "./library/set-favourite";
export { transferQuery } from "./library/transfer-query";
export { createFromTemplate } from "./library/create-from-template";
export { explainQuery } from "./explain-query";
export { type PreparedFigure, prepareFigure } from "./prepare-figure";
export { previewQuery } from "./preview-query";
export { getQuery, listQueries, listQueryVersions } from "./read-queries";
export { runQuery } from "./run-query";
export { tryQuery } from "./try-query";
export { updateQuery } from "./update-query";
