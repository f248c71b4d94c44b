"use server";

import { action } from "@/lib/http/action";
import * as reports from "@/lib/reports";
import {
  CreateReportFromDashboardInput,
  CreateReportInput,
  PublishReportInput,
  ReportIdInput,
  RestoreReportVersionInput,
  SaveReportDraftInput,
} from "@/lib/reports/schemas";

export const createReport = action(CreateReportInput, reports.createReport);
export const createReportFromDashboard = action(
  CreateReportFromDashboardInput,
  reports.createReportFromDashboard,
);
export const saveReportDraft = action(SaveReportDraftInput, reports.saveReportDraft);
export const publishReport = action(PublishReportInput, reports.publishReport);
export const restoreReportVersion = action(RestoreReportVersionInput, reports.restoreReportVersion);
export const deleteReport = action(ReportIdInput, reports.deleteReport);
