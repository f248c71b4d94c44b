/** Front door of queries: the library, and the one way numbers are made. */
export { createQuery } from "./create-query";
export { deleteQuery } from "./delete-query";
export { type PreparedFigure, prepareFigure } from "./prepare-figure";
export { previewQuery } from "./preview-query";
export { getQuery, listQueries, listQueryVersions } from "./read-queries";
export { runQuery } from "./run-query";
export { tryQuery } from "./try-query";
export { updateQuery } from "./update-query";
