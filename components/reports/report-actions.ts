import type { ServerAction } from "@/lib/http/action-result";
import type { ReportDocument, ReportDto } from "@/lib/reports/schemas";

/** The editor's server actions, bound to the workspace. */
export type ReportActions = {
  save: ServerAction<
    {
      reportId: string;
      expectedRevision: number;
      name: string;
      description: string;
      document: ReportDocument;
    },
    ReportDto
  >;
  publish: ServerAction<{ reportId: string; changeNote: string }, ReportDto>;
  restore: ServerAction<{ reportId: string; number: number }, ReportDto>;
  remove: ServerAction<{ reportId: string }, { id: string }>;
};
