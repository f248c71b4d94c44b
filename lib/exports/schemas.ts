/** Inputs and DTOs of exports: a result as a file, whatever its size. Client-safe. */
import { z } from "zod";
import { ParameterValues, QueryDefinition } from "@/lib/queries/schemas";
import { RangeChoice } from "@/lib/time/ranges";

export const ExportFormat = z.enum(["CSV", "XLSX", "JSONL", "PARQUET"]);
export type ExportFormat = z.infer<typeof ExportFormat>;

export const EXPORT_FORMATS = {
  CSV: { label: "CSV", hint: "For any program", extension: "csv", contentType: "text/csv; charset=utf-8" },
  XLSX: {
    label: "Excel",
    hint: "A workbook with typed cells",
    extension: "xlsx",
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  JSONL: {
    label: "JSON lines",
    hint: "One object a line, for programs",
    extension: "jsonl",
    contentType: "application/x-ndjson",
  },
  PARQUET: {
    label: "Parquet",
    hint: "Typed columns, for data tools",
    extension: "parquet",
    contentType: "application/vnd.apache.parquet",
  },
} as const satisfies Record<
  ExportFormat,
  { label: string; hint: string; extension: string; contentType: string }
>;

/** How long a file is kept. */
export const EXPORT_KEPT_DAYS = 7;

export const ExportState = z.enum(["PENDING", "RUNNING", "COMPLETED", "FAILED", "CANCELLED", "EXPIRED"]);
export type ExportState = z.infer<typeof ExportState>;

const asked = {
  format: ExportFormat,
  values: ParameterValues.default({}),
  range: RangeChoice.default({ kind: "relative", name: "last_30_days" }),
};
/** A saved query, or a definition that is being written. */
export const RequestExportInput = z.discriminatedUnion("of", [
  z.object({ of: z.literal("query"), queryId: z.uuid("Choose a query."), ...asked }),
  z.object({
    of: z.literal("draft"),
    dataSourceId: z.uuid("Choose a data source."),
    definition: QueryDefinition,
    name: z.string().trim().max(120).default(""),
    ...asked,
  }),
]);
export const ExportIdInput = z.object({ exportId: z.uuid() });

/** What is exported, frozen when it was asked for. */
export const ExportRequest = z.object({
  schemaVersion: z.literal(1).default(1),
  definition: QueryDefinition,
  values: ParameterValues,
  /** Days, the last one not included. */
  range: z.object({ from: z.string(), to: z.string() }),
});
export type ExportRequest = z.infer<typeof ExportRequest>;

export type ExportDto = {
  id: string;
  publicId: string;
  name: string;
  format: ExportFormat;
  state: ExportState;
  queryId: string | null;
  dataSourceName: string;
  requestedBy: string;
  /** Written so far, or altogether. */
  rows: number;
  bytes: number;
  fileName: string;
  error: string | null;
  isCancelling: boolean;
  /** ISO 8601 each. */
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  expiresAt: string | null;
};
