/** Inputs and DTOs of exports: a result as a file, whatever its size, and a dashboard as a file. Client-safe. */
import { z } from "zod";
import { DashboardView } from "@/lib/dashboards/schemas";
import { ParameterValues, QueryDefinition } from "@/lib/queries/schemas";
import { RangeChoice } from "@/lib/time/range-choice";

export const ResultFormat = z.enum(["CSV", "XLSX", "JSONL", "PARQUET"]);
export type ResultFormat = z.infer<typeof ResultFormat>;
export const DashboardFormat = z.enum(["PDF", "PNG", "XLSX", "CSV"]);
export type DashboardFormat = z.infer<typeof DashboardFormat>;
export const ExportFormat = z.enum([...ResultFormat.options, ...DashboardFormat.options]);
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
  PDF: { label: "PDF", hint: "Pages to print and to send", extension: "pdf", contentType: "application/pdf" },
  PNG: {
    label: "Picture",
    hint: "As it is laid out, for slides",
    extension: "png",
    contentType: "image/png",
  },
} as const satisfies Record<
  ExportFormat,
  { label: string; hint: string; extension: string; contentType: string }
>;

/** A dashboard's tables as CSV are one file each, in one. */
export const ZIP = { extension: "zip", contentType: "application/zip" } as const;

/** How long a file is kept. */
export const EXPORT_KEPT_DAYS = 7;

export const ExportState = z.enum(["PENDING", "RUNNING", "COMPLETED", "FAILED", "CANCELLED", "EXPIRED"]);
export type ExportState = z.infer<typeof ExportState>;

const asked = {
  format: ResultFormat,
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
/** A dashboard, or some of its widgets, as one reader looks at it. */
export const RequestDashboardExportInput = z.object({
  dashboardId: z.uuid(),
  format: DashboardFormat,
  view: DashboardView,
  /** Left out: all of them. */
  widgetKeys: z.array(z.string().max(40)).min(1).max(60).optional(),
});
export type RequestDashboardExportInput = z.input<typeof RequestDashboardExportInput>;

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

/** The same for a dashboard; the widgets are those of the moment the file is made. */
export const DashboardExportRequest = z.object({
  schemaVersion: z.literal(1).default(1),
  view: DashboardView,
  widgetKeys: z.array(z.string()).nullable(),
});
export type DashboardExportRequest = z.infer<typeof DashboardExportRequest>;

export type ExportDto = {
  id: string;
  publicId: string;
  name: string;
  format: ExportFormat;
  state: ExportState;
  queryId: string | null;
  dashboardId: string | null;
  /** The data source's name; "Dashboard" for one. */
  origin: string;
  requestedBy: string;
  /** Written so far, or altogether. */
  rows: number;
  bytes: number;
  /** 0–100; null where nobody knows how much there is. */
  progress: number | null;
  fileName: string;
  error: string | null;
  isCancelling: boolean;
  /** ISO 8601 each. */
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  expiresAt: string | null;
};
