import Link from "next/link";
import type { ExecutionDto } from "@/lib/executions/schemas";
import { formatRange } from "@/lib/format/dates";
import { TriggerBadge } from "./run-row";

/** "Clinic operations, version 7 · 1–31 October 2026 · the schedule" */
export function RunSubtitle({ slug, run, locale }: { slug: string; run: ExecutionDto; locale: string }) {
  const { range } = run.request;
  const period =
    range.kind === "absolute"
      ? formatRange(range.from, range.to, { locale, zone: "UTC" })
      : run.manifest?.period;
  return (
    <>
      <Link
        href={`/${slug}/reports/${run.reportId}`}
        className="text-ink underline decoration-rule-strong underline-offset-2 hover:decoration-current"
      >
        {run.reportName}
      </Link>
      {run.versionNumber === null ? "" : `, version ${run.versionNumber}`}
      {period ? ` · ${period}` : ""}
      {run.scheduleId ? (
        <>
          {" · "}
          <Link
            href={`/${slug}/schedules/${run.scheduleId}`}
            className="text-ink underline decoration-rule-strong underline-offset-2 hover:decoration-current"
          >
            Schedule
          </Link>
        </>
      ) : null}{" "}
      <TriggerBadge run={run} />
    </>
  );
}
