export { createReport } from "./create-report";
export { createReportFromDashboard } from "./create-report-from-dashboard";
export { deleteReport } from "./delete-report";
export { periodText } from "@/lib/queries";
export { type PreparedReport, prepareReport } from "./prepare-report";
export { publishReport, restoreReportVersion } from "./publish-report";
export { getReport, listReports } from "./read-reports";
export { type RenderedReport, renderReport } from "./render-report";
export { saveReportDraft } from "./save-report-draft";
