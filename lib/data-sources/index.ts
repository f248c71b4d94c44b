/** Front door of data sources: where numbers come from. */
export { checkDataSource } from "./check-data-source";
export type { RowStream, SourceResult, Statement, StreamOptions } from "./connectors";
export { createDataSource } from "./create-data-source";
export { deleteDataSource } from "./delete-data-source";
export { describeDataSource } from "./describe-data-source";
export { findQuerySource, type QuerySource, readQuerySource } from "./query-source";
export { getDataSource, listDataSources } from "./read-data-sources";
export { sampleTable } from "./sample-table";
export { testConnection } from "./test-connection";
export { updateDataSource } from "./update-data-source";
export { cancelLoad } from "./files/cancel-load";
export { deleteFileTable, discardUpload, renameFileTable } from "./files/change-files";
export { endLoadAsFailed } from "./files/fail-load";
export { inspectUpload } from "./files/inspect-upload";
export { loadFile } from "./files/load-file";
export {
  getFileLoad,
  getFileTable,
  getLoadRequest,
  listFileLoads,
  listFileTables,
  loadOutcome,
} from "./files/read-files";
export { receiveUpload } from "./files/receive-upload";
export { requestLoad } from "./files/request-load";
export { sweepUploads } from "./files/sweep-uploads";
