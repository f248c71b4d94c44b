/** Inputs and DTOs of reports. Client-safe. */
import { z } from "zod";
import { ChartSpec } from "@/lib/charts/chart-spec";
import { ImageSpec } from "@/lib/charts/content-spec";
import { MetricSpec, TabularSpec } from "@/lib/charts/spec";
import { ParameterValues } from "@/lib/queries/schemas";
import { RangeChoice } from "@/lib/time/range-choice";
import { PAGE_COLUMNS } from "./document";

const id = z.string().regex(/^[a-z0-9-]{1,40}$/);
const figure = { queryId: z.uuid("Choose a query."), parameters: ParameterValues.default({}) };

export const ReportBlock = z.discriminatedUnion("kind", [
  z.object({
    id,
    kind: z.literal("heading"),
    level: z.union([z.literal(1), z.literal(2)]).default(1),
    text: z.string().max(200, "A heading has at most 200 characters."),
  }),
  z.object({
    id,
    kind: z.literal("text"),
    markdown: z.string().max(20_000, "A text block has at most 20,000 characters."),
  }),
  z.object({
    id,
    kind: z.literal("metrics"),
    items: z
      .array(z.object({ id, ...figure, visual: MetricSpec }))
      .min(1, "Add at least one metric.")
      .max(4, "A row holds at most four metrics."),
  }),
  z.object({
    id,
    kind: z.literal("chart"),
    ...figure,
    visual: ChartSpec,
  }),
  z.object({ id, kind: z.literal("table"), ...figure, visual: TabularSpec }),
  z.object({
    id,
    kind: z.literal("image"),
    ...ImageSpec.pick({ title: true, pictureId: true, alt: true }).shape,
    /** Twelfths of the page's width that it takes at most; a small picture is never blown up. */
    width: z.number().int().min(1).max(PAGE_COLUMNS).default(PAGE_COLUMNS),
  }),
  z.object({ id, kind: z.literal("page_break") }),
]);
export type ReportBlock = z.infer<typeof ReportBlock>;
export type ReportBlockKind = ReportBlock["kind"];

export const ReportDocument = z.object({
  schemaVersion: z.literal(1).default(1),
  range: RangeChoice.default({ kind: "relative", name: "last_full_month" }),
  blocks: z
    .array(ReportBlock)
    .max(200, "A report has at most 200 blocks.")
    .refine(
      (blocks) => new Set(blocks.map((block) => block.id)).size === blocks.length,
      "Two blocks have the same id.",
    ),
});
export type ReportDocument = z.infer<typeof ReportDocument>;

const name = z.string().trim().min(1, "Give it a name.").max(120, "A name has at most 120 characters.");
const description = z.string().trim().max(2000, "A description has at most 2,000 characters.").default("");

export const CreateReportInput = z.object({ name, description });
export const CreateReportFromDashboardInput = z.object({ dashboardId: z.uuid(), name: name.optional() });
export const SaveReportDraftInput = z.object({
  reportId: z.uuid(),
  /** The revision that was edited; a newer draft on the server is a conflict, never overwritten. */
  expectedRevision: z.number().int(),
  name,
  description,
  document: ReportDocument,
});
export const PublishReportInput = z.object({
  reportId: z.uuid(),
  changeNote: z.string().trim().max(500, "A note has at most 500 characters.").default(""),
});
export const RestoreReportVersionInput = z.object({ reportId: z.uuid(), number: z.number().int().min(1) });
export const ReportIdInput = z.object({ reportId: z.uuid() });
/** `version` omitted means the draft. */
export const PrepareReportInput = z.object({
  reportId: z.uuid(),
  version: z.number().int().min(1).optional(),
  range: RangeChoice.optional(),
});

export const ReportFormat = z.enum(["PDF", "XLSX", "CSV", "HTML"]);
export type ReportFormat = z.infer<typeof ReportFormat>;

export type ReportSummary = {
  id: string;
  name: string;
  description: string;
  type: string;
  ownerName: string | null;
  latestVersion: number | null;
  scheduleCount: number;
  updatedAt: string;
};
export type ReportVersionDto = { number: number; changeNote: string; authorName: string; createdAt: string };
export type ReportDto = Omit<ReportSummary, "scheduleCount"> & {
  draft: ReportDocument;
  draftRevision: number;
  /** True when the draft differs from the latest version, or none was published. */
  hasUnpublishedChanges: boolean;
  versions: ReportVersionDto[];
};
