import { isSameDocument } from "./same-document";
import { ReportDocument, type ReportDto, type ReportSummary, type ReportVersionDto } from "./schemas";

type SummaryRow = {
  id: string;
  name: string;
  description: string;
  type: string;
  updatedAt: Date;
  versions: { number: number }[];
  _count: { schedules: number };
};

export function serializeReportSummary(row: SummaryRow, ownerName: string | null): ReportSummary {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    type: row.type,
    ownerName,
    latestVersion: row.versions[0]?.number ?? null,
    scheduleCount: row._count.schedules,
    updatedAt: row.updatedAt.toISOString(),
  };
}

type ReportRow = {
  id: string;
  name: string;
  description: string;
  type: string;
  draft: unknown;
  draftRevision: number;
  updatedAt: Date;
  versions: { number: number; document: unknown; changeNote: string; authorName: string; createdAt: Date }[];
};

/** `row.versions` newest first. */
export function serializeReport(row: ReportRow, ownerName: string | null): ReportDto {
  const draft = ReportDocument.parse(row.draft);
  const latest = row.versions[0];
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    type: row.type,
    ownerName,
    latestVersion: latest?.number ?? null,
    updatedAt: row.updatedAt.toISOString(),
    draft,
    draftRevision: row.draftRevision,
    hasUnpublishedChanges: !latest || !isSameDocument(draft, latest.document),
    versions: row.versions.map(serializeVersion),
  };
}

function serializeVersion(row: ReportRow["versions"][number]): ReportVersionDto {
  return {
    number: row.number,
    changeNote: row.changeNote,
    authorName: row.authorName,
    createdAt: row.createdAt.toISOString(),
  };
}
