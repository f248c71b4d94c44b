/** Front door of exports: a result as a file, made in the background. */
export { cancelExport } from "./cancel-export";
export { downloadExport, type ExportDownload } from "./download-export";
export { endExport } from "./end-export";
export { getExport, listExports } from "./read-exports";
export { requestExport } from "./request-export";
export { runExport } from "./run-export";
export { sweepExports } from "./sweep-exports";
export { requestDashboardExport } from "./dashboards/request-dashboard-export";
