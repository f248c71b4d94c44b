export { cancelExecution } from "./cancel-execution";
export { failExecution } from "./fail-execution";
export { type DownloadedFile, downloadFile, openFileLink } from "./file-link";
export { generateExecution } from "./generate-execution";
export { getExecution, listExecutions } from "./read-executions";
export { releaseExecution } from "./release-execution";
export { sweepDueSchedules } from "./sweep-due-schedules";
export { type WatchdogResult, watchdog } from "./watchdog";
