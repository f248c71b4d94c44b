import type { z } from "zod";
import type { CreateScheduleInput, ScheduleDto } from "@/lib/schedules/schemas";

/** What the form holds: the verb's own input. */
export type ScheduleValues = z.input<typeof CreateScheduleInput>;

/** A new schedule starts as the most usual one: the latest version as a PDF, on weekdays at half past seven. */
export function newScheduleValues(zone: string, reportId: string): ScheduleValues {
  return {
    name: "",
    reportId,
    pinnedVersion: null,
    cron: "30 7 * * 1-5",
    zone,
    startsAt: null,
    endsAt: null,
    formats: ["PDF"],
    range: null,
    recipients: [],
    subject: "",
    message: "",
  };
}

export function scheduleValues(schedule: ScheduleDto): ScheduleValues {
  const { name, reportId, pinnedVersion, cron, zone, startsAt, endsAt } = schedule;
  const { formats, range, recipients, subject, message } = schedule;
  return {
    name,
    reportId,
    pinnedVersion,
    cron,
    zone,
    startsAt,
    endsAt,
    formats,
    range,
    recipients,
    subject,
    message,
  };
}
