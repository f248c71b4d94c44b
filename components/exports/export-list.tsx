"use client";

import { Download, FileDown, X } from "lucide-react";
import Link from "next/link";
import { ActionButton } from "@/components/forms/action-button";
import { runAction } from "@/components/forms/run-action";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { EXPORT_FORMATS, EXPORT_KEPT_DAYS, type ExportDto, type ExportState } from "@/lib/exports/schemas";
import { formatBytes } from "@/lib/format/sizes";
import { formatNumber } from "@/lib/format/value";
import type { ServerAction } from "@/lib/http/action-result";
import { isUnderWay, useExports } from "./queries";

type ExportListProps = {
  slug: string;
  place: { zone: string; locale: string };
  /** ISO 8601. */
  now: string;
  exports: ExportDto[];
  cancel: ServerAction<{ exportId: string }, ExportDto>;
};

const STATES: Record<ExportState, { word: string; tone: BadgeTone }> = {
  PENDING: { word: "Waiting", tone: "neutral" },
  RUNNING: { word: "Under way", tone: "accent" },
  COMPLETED: { word: "Ready", tone: "good" },
  FAILED: { word: "Failed", tone: "bad" },
  CANCELLED: { word: "Cancelled", tone: "neutral" },
  EXPIRED: { word: "Expired", tone: "neutral" },
};

/** Files made of results: those under way, those to fetch, and what became of the others. */
export function ExportList({ slug, place, now, exports: first, cancel }: ExportListProps) {
  const { data, refetch } = useExports(slug, first);
  if (data.length === 0)
    return (
      <EmptyState
        icon={<FileDown />}
        title="No exports yet"
        description="The whole result of a query, whatever its size, and dashboards as PDF, picture or workbook. Run a query and choose Download, or open a dashboard and choose Export."
        action={
          <Button asChild variant="primary">
            <Link href={`/${slug}/queries`}>Open the library</Link>
          </Button>
        }
      />
    );
  return (
    <div className="flex flex-col gap-3">
      <p className="text-13 text-ink-2">Files are kept for {EXPORT_KEPT_DAYS} days.</p>
      <Table label="Exports">
        <TableHeader>
          <TableRow>
            <TableHead>Result</TableHead>
            <TableHead>State</TableHead>
            <TableHead numeric className="hidden sm:table-cell">
              Rows
            </TableHead>
            <TableHead numeric className="hidden sm:table-cell">
              Size
            </TableHead>
            <TableHead className="hidden md:table-cell">Asked for</TableHead>
            <TableHead>
              <span className="sr-only">Actions</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {data.map((entry) => (
            <TableRow key={entry.id}>
              <TableCell className="max-w-0 min-w-40 md:w-2/5">
                <NameOf slug={slug} entry={entry} />
                <p className="truncate text-ink-2">
                  {EXPORT_FORMATS[entry.format].label} · {entry.origin}
                </p>
                {entry.state === "FAILED" && entry.error ? (
                  <p className="text-xs break-words text-bad">{entry.error}</p>
                ) : null}
              </TableCell>
              <TableCell>
                <Badge tone={STATES[entry.state].tone}>
                  {entry.isCancelling ? "Stopping" : STATES[entry.state].word}
                </Badge>
              </TableCell>
              <TableCell numeric className="hidden sm:table-cell">
                {formatNumber(entry.rows, place)}
              </TableCell>
              <TableCell numeric className="hidden text-ink-2 sm:table-cell">
                {formatBytes(entry.bytes, place)}
              </TableCell>
              <TableCell className="hidden text-ink-2 md:table-cell">
                <RelativeTime at={entry.createdAt} now={now} {...place} />
                {entry.requestedBy ? ` · ${entry.requestedBy}` : ""}
              </TableCell>
              <TableCell className="text-right">
                <ActionOf
                  slug={slug}
                  entry={entry}
                  onCancel={async () => {
                    await runAction(cancel({ exportId: entry.id }));
                    await refetch();
                  }}
                />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function NameOf({ slug, entry }: { slug: string; entry: ExportDto }) {
  const page = entry.dashboardId
    ? `dashboards/${entry.dashboardId}`
    : entry.queryId && `queries/${entry.queryId}`;
  if (!page) return <p className="truncate font-medium">{entry.name}</p>;
  return (
    <Link href={`/${slug}/${page}`} className="block truncate font-medium hover:underline">
      {entry.name}
    </Link>
  );
}

type ActionOfProps = { slug: string; entry: ExportDto; onCancel: () => Promise<void> };

function ActionOf({ slug, entry, onCancel }: ActionOfProps) {
  if (entry.state === "COMPLETED")
    return (
      <Button asChild size="sm">
        <a
          href={`/api/v1/exports/${entry.id}/file?workspace=${encodeURIComponent(slug)}`}
          download={entry.fileName}
          aria-label={`Download ${entry.fileName}`}
        >
          <Download aria-hidden />
          Download
        </a>
      </Button>
    );
  if (!isUnderWay(entry)) return null;
  return (
    <ActionButton
      size="sm"
      disabled={entry.isCancelling}
      aria-label={`Cancel ${entry.name}`}
      onAct={onCancel}
    >
      <X aria-hidden />
      Cancel
    </ActionButton>
  );
}
