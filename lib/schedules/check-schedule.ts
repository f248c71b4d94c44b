import type { z } from "zod";
import type { RequestContext } from "@/lib/context";
import { InvalidInputError } from "@/lib/errors";
import { getReport } from "@/lib/reports";
import { checkTiming } from "./check-timing";
import { nextRun } from "./next-run";
import type { CreateScheduleInput } from "./schemas";

type Checked = z.output<typeof CreateScheduleInput>;

/**
 * What the schema cannot say: a cron and a zone that exist, dates in order, a report the person sees with the
 * version to send. Throws InvalidInputError with the field, or NotFoundError for the report.
 */
export async function checkSchedule(ctx: RequestContext, input: Checked): Promise<void> {
  checkTiming(input, ctx.now());
  if (input.startsAt && input.endsAt && new Date(input.endsAt) < new Date(input.startsAt))
    throw fieldError("endsAt", "It ends before it starts. Choose a later end.");
  const report = await getReport(ctx, { reportId: input.reportId });
  if (report.latestVersion === null)
    throw fieldError(
      "reportId",
      `"${report.name}" was never published. Publish it first: a schedule sends published versions only.`,
    );
  const { pinnedVersion } = input;
  if (pinnedVersion !== null && !report.versions.some(({ number }) => number === pinnedVersion))
    throw fieldError(
      "pinnedVersion",
      `"${report.name}" has no version ${pinnedVersion}; the latest is ${report.latestVersion}.`,
    );
}

/** The first run from now. Throws InvalidInputError when there is none. */
export function firstRun(ctx: RequestContext, input: Checked): Date {
  const { cron, zone } = input;
  const run = nextRun({ cron, zone, ...datesOf(input), after: ctx.now() });
  if (run === null)
    throw fieldError("endsAt", "It would never run: its end is before its first run. Choose a later end.");
  return run;
}

/** The columns that people edit. */
export function editableColumns(input: Checked) {
  const { name, reportId, pinnedVersion, cron, zone, formats, recipients, subject, message } = input;
  return {
    name,
    reportId,
    pinnedVersion,
    cron,
    zone,
    ...datesOf(input),
    formats: [...new Set(formats)],
    parameters: { range: input.range },
    recipients,
    subject,
    message,
  };
}

function datesOf({ startsAt, endsAt }: Checked) {
  return { startsAt: startsAt ? new Date(startsAt) : null, endsAt: endsAt ? new Date(endsAt) : null };
}

function fieldError(field: string, message: string): InvalidInputError {
  return new InvalidInputError(message, { fields: { [field]: message } });
}
