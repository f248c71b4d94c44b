"use client";

import { FileText, Plus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { SearchBox } from "@/components/forms/search-box";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ReportSummary } from "@/lib/reports/schemas";

type ReportListProps = {
  slug: string;
  zone: string;
  now: string;
  reports: ReportSummary[];
  mayCreate: boolean;
};

export function ReportList({ slug, zone, now, reports, mayCreate }: ReportListProps) {
  const [search, setSearch] = useState("");
  if (reports.length === 0) return <NoReports slug={slug} mayCreate={mayCreate} />;
  const words = search.trim().toLowerCase();
  const found = reports.filter((report) =>
    `${report.name} ${report.description}`.toLowerCase().includes(words),
  );
  return (
    <>
      <SearchBox className="max-w-sm" label="Search reports" value={search} onChange={setSearch} />
      {found.length === 0 ? (
        <p className="py-8 text-sm text-ink-2">No report matches “{search}”.</p>
      ) : (
        <Table label="Reports">
          <TableHeader>
            <TableRow>
              <TableHead>Report</TableHead>
              <TableHead>Version</TableHead>
              <TableHead className="hidden md:table-cell">Sent by</TableHead>
              <TableHead className="hidden md:table-cell">Owner</TableHead>
              <TableHead className="hidden sm:table-cell">Changed</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {found.map((report) => (
              <ReportRow key={report.id} slug={slug} zone={zone} now={now} report={report} />
            ))}
          </TableBody>
        </Table>
      )}
    </>
  );
}

type ReportRowProps = { slug: string; zone: string; now: string; report: ReportSummary };

function ReportRow({ slug, zone, now, report }: ReportRowProps) {
  return (
    <TableRow interactive>
      <TableCell className="max-w-0 min-w-48 md:w-1/2">
        <Link href={`/${slug}/reports/${report.id}`} className="font-medium text-ink hover:underline">
          {report.name}
        </Link>
        {report.description ? <p className="truncate text-ink-2">{report.description}</p> : null}
      </TableCell>
      <TableCell className="whitespace-nowrap">
        {report.latestVersion === null ? (
          <span className="text-ink-2">Draft</span>
        ) : (
          `Version ${report.latestVersion}`
        )}
      </TableCell>
      <TableCell className="hidden whitespace-nowrap text-ink-2 md:table-cell">
        {report.scheduleCount === 0 ? "Nobody yet" : scheduleWords(report.scheduleCount)}
      </TableCell>
      <TableCell className="hidden whitespace-nowrap text-ink-2 md:table-cell">
        {report.ownerName ?? "–"}
      </TableCell>
      <TableCell className="hidden text-ink-2 sm:table-cell">
        <RelativeTime at={report.updatedAt} zone={zone} now={now} />
      </TableCell>
    </TableRow>
  );
}

const scheduleWords = (count: number) => (count === 1 ? "1 schedule" : `${count} schedules`);

function NoReports({ slug, mayCreate }: Pick<ReportListProps, "slug" | "mayCreate">) {
  return (
    <EmptyState
      icon={<FileText />}
      title="No reports yet"
      description="A report is a document of text, figures and tables that can be sent on a schedule. Start from a dashboard, or with an empty page."
      action={mayCreate ? <NewReportButton slug={slug} /> : undefined}
    />
  );
}

export function NewReportButton({ slug }: { slug: string }) {
  return (
    <Button asChild variant="primary">
      <Link href={`/${slug}/reports/new`}>
        <Plus aria-hidden />
        New report
      </Link>
    </Button>
  );
}
