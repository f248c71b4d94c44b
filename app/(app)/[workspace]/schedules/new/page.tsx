import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { CreateScheduleForm } from "@/components/schedules/schedule-form";
import { requirePermission } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { createSchedule } from "../actions";
import { scheduleChoices } from "../schedule-choices";

export const metadata: Metadata = { title: "New schedule" };

type PageProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ report?: string | string[] }>;
};

export default async function NewSchedulePage({ params, searchParams }: PageProps) {
  const ctx = await pageContext(params, "/schedules/new");
  const choices = await pageData(async () => {
    requirePermission(ctx, "schedule:create");
    return scheduleChoices(ctx);
  });
  const { report: wanted } = await searchParams;
  const report = choices.reports.find(({ id, latestVersion }) => id === wanted && latestVersion !== null);
  const { slug } = ctx.workspace;
  return (
    <>
      <PageHeader
        title="New schedule"
        description="Sends a report by itself, from now on."
        breadcrumbs={[{ label: "Schedules", href: `/${slug}/schedules` }]}
      />
      <PageBody>
        <CreateScheduleForm
          {...choices}
          reportId={report?.id ?? ""}
          createSchedule={createSchedule.bind(null, slug)}
        />
      </PageBody>
    </>
  );
}
