import { type DeliveryCounts, SENT_STATES } from "@/lib/deliveries";
import type { DeliveryDto } from "@/lib/deliveries/schemas";
import type { ExecutionRow, SummaryRow } from "./find-execution";
import {
  type ExecutionDto,
  ExecutionManifest,
  ExecutionRequest,
  ExecutionState,
  type ExecutionSummary,
  ExecutionTrigger,
  type ReportFileDto,
} from "./schemas";
import { ReportFormat } from "@/lib/reports/schemas";

export function serializeSummary(row: SummaryRow, counts: DeliveryCounts): ExecutionSummary {
  const sum = (states: readonly string[]) =>
    Object.entries(counts).reduce((total, [state, count]) => total + (states.includes(state) ? count : 0), 0);
  return {
    id: row.id,
    publicId: row.publicId,
    reportId: row.reportId,
    reportName: row.report.name,
    scheduleId: row.scheduleId,
    scheduleName: row.schedule?.name ?? null,
    trigger: ExecutionTrigger.parse(row.trigger),
    state: ExecutionState.parse(row.state),
    stateReason: row.stateReason,
    progress: row.progress,
    scheduledFor: row.scheduledFor?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    rows: row.rows,
    deliveries: {
      total: sum(Object.keys(counts)),
      done: sum(SENT_STATES),
      failed: sum(["FAILED", "BOUNCED", "UNKNOWN"]),
    },
  };
}

export function serializeExecution(
  row: ExecutionRow,
  counts: DeliveryCounts,
  deliveryLog: DeliveryDto[],
): ExecutionDto {
  return {
    ...serializeSummary(row, counts),
    versionNumber: row.versionNumber,
    asOf: row.asOf?.toISOString() ?? null,
    request: ExecutionRequest.parse(row.request),
    manifest: row.manifest === null ? null : ExecutionManifest.parse(row.manifest),
    files: row.files.map(serializeFile),
    deliveryLog,
  };
}

function serializeFile(file: ExecutionRow["files"][number]): ReportFileDto {
  return {
    id: file.id,
    format: ReportFormat.parse(file.format),
    fileName: file.fileName,
    bytes: file.bytes,
    sha256: file.sha256,
    expiresAt: file.expiresAt.toISOString(),
  };
}
