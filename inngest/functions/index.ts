/** When things run. What they mean is in lib: every step calls one verb. */
import { exportResultJob } from "./export-result";
import { generateReportJob } from "./generate-report";
import { loadFileJob } from "./load-file";
import { sendDeliveryJob } from "./send-delivery";
import { sweepDueSchedulesJob } from "./sweep-due-schedules";
import { watchdogJob } from "./watchdog";

export const functions = [
  sweepDueSchedulesJob,
  generateReportJob,
  sendDeliveryJob,
  exportResultJob,
  loadFileJob,
  watchdogJob,
];
