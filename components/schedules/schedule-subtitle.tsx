import Link from "next/link";
import { RANGE_LABELS } from "@/lib/time/ranges";
import type { ScheduleDto } from "@/lib/schedules/schemas";
import { formatNames } from "./format-words";

/** "Clinic operations, version 7 (latest) · PDF and workbook · owned by Jonas Brandt" */
export function ScheduleSubtitle({ slug, schedule }: { slug: string; schedule: ScheduleDto }) {
  const { pinnedVersion, latestVersion, range, formats, ownerName } = schedule;
  const version = pinnedVersion ?? latestVersion;
  const note = pinnedVersion === null ? "latest" : `pinned; the latest is ${latestVersion}`;
  const rest = [
    ...(range?.kind === "relative" ? [RANGE_LABELS[range.name].toLowerCase()] : []),
    formatNames(formats),
    ownerName ? `owned by ${ownerName}` : "without an owner",
  ];
  return (
    <>
      <Link
        href={`/${slug}/reports/${schedule.reportId}`}
        className="text-ink underline decoration-rule-strong underline-offset-2 hover:decoration-current"
      >
        {schedule.reportName}
      </Link>
      {version === null ? ", not published" : `, version ${version} (${note})`} · {rest.join(" · ")}
    </>
  );
}
