import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { EditScheduleForm } from "@/components/schedules/schedule-form";
import { requirePermission } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { getSchedule } from "@/lib/schedules";
import { updateSchedule } from "../../actions";
import { scheduleChoices } from "../../schedule-choices";

export const metadata: Metadata = { title: "Edit schedule" };

type PageProps = { params: Promise<{ workspace: string; scheduleId: string }> };

export default async function EditSchedulePage({ params }: PageProps) {
  const { scheduleId } = await params;
  const ctx = await pageContext(params, `/schedules/${scheduleId}/edit`);
  const [schedule, choices] = await pageData(async () => {
    requirePermission(ctx, "schedule:update");
    return Promise.all([getSchedule(ctx, { scheduleId }), scheduleChoices(ctx)]);
  });
  const { slug } = ctx.workspace;
  return (
    <>
      <PageHeader
        title={`Edit ${schedule.name}`}
        breadcrumbs={[
          { label: "Schedules", href: `/${slug}/schedules` },
          { label: schedule.name, href: `/${slug}/schedules/${schedule.id}` },
          { label: "Edit" },
        ]}
      />
      <PageBody>
        <EditScheduleForm {...choices} schedule={schedule} updateSchedule={updateSchedule.bind(null, slug)} />
      </PageBody>
    </>
  );
}
