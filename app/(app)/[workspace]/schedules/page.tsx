import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { NewScheduleButton, ScheduleList } from "@/components/schedules/schedule-list";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { listReports } from "@/lib/reports";
import { listSchedules } from "@/lib/schedules";

export const metadata: Metadata = { title: "Schedules" };

type PageProps = { params: Promise<{ workspace: string }> };

export default async function SchedulesPage({ params }: PageProps) {
  const ctx = await pageContext(params, "/schedules");
  const schedules = await pageData(() => listSchedules(ctx));
  const reports = schedules.length === 0 ? await listReports(ctx) : [];
  const { slug, zone, locale } = ctx.workspace;
  const mayCreate = may(ctx, "schedule:create");
  return (
    <>
      <PageHeader
        title="Schedules"
        description="Which report goes to whom, and when."
        action={mayCreate && schedules.length > 0 ? <NewScheduleButton slug={slug} /> : undefined}
      />
      <PageBody>
        <ScheduleList
          slug={slug}
          place={{ zone, locale }}
          now={ctx.now().toISOString()}
          schedules={schedules}
          mayCreate={mayCreate}
          hasReports={reports.some((report) => report.latestVersion !== null)}
        />
      </PageBody>
    </>
  );
}
