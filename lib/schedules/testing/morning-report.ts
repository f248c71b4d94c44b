import type { RequestContext } from "@/lib/context";
import { createReport, publishReport, saveReportDraft } from "@/lib/reports";
import type { ReportBlock } from "@/lib/reports/schemas";
import { createSchedule } from "@/lib/schedules";
import type { RangeChoice } from "@/lib/time/ranges";

let counter = 0;

/** A published report that asks no data source, so that a test needs none. */
export async function publishTextReport(
  ctx: RequestContext,
  options: { name?: string; blocks?: ReportBlock[]; range?: RangeChoice } = {},
): Promise<string> {
  counter += 1;
  const report = await createReport(ctx, { name: options.name ?? `Operations ${counter}`, description: "" });
  await saveReportDraft(ctx, {
    reportId: report.id,
    expectedRevision: report.draftRevision,
    name: report.name,
    description: "",
    document: {
      range: options.range ?? { kind: "relative", name: "last_full_month" },
      blocks: options.blocks ?? [{ id: "words", kind: "text", markdown: "All clinics were open." }],
    },
  });
  await publishReport(ctx, { reportId: report.id });
  return report.id;
}

type ScheduleInput = Parameters<typeof createSchedule>[1];

/** What a person fills in: weekdays at 07:30 in Berlin, PDF and CSV, to one address. */
export function scheduleInput(reportId: string, overrides: Partial<ScheduleInput> = {}): ScheduleInput {
  counter += 1;
  return {
    name: `Morning ${counter}`,
    reportId,
    cron: "30 7 * * 1-5",
    zone: "Europe/Berlin",
    formats: ["PDF", "CSV"],
    recipients: [{ type: "address", email: "ada@harbor.example", kind: "TO" }],
    ...overrides,
  };
}

/** A published report with a schedule of the person's own. */
export async function createMorningReport(ctx: RequestContext, overrides: Partial<ScheduleInput> = {}) {
  const reportId = overrides.reportId ?? (await publishTextReport(ctx));
  return createSchedule(ctx, scheduleInput(reportId, overrides));
}
