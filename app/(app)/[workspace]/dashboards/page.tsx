import type { Metadata } from "next";
import { House, Trash2 } from "lucide-react";
import Link from "next/link";
import { DashboardList } from "@/components/dashboards/dashboard-list";
import { NewDashboardDialog } from "@/components/dashboards/new-dashboard-dialog";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { listDashboards } from "@/lib/dashboards";
import { boundActions } from "./bound-actions";

export const metadata: Metadata = { title: "Dashboards" };

type PageProps = { params: Promise<{ workspace: string }> };

export default async function DashboardsPage({ params }: PageProps) {
  const ctx = await pageContext(params, "/dashboards");
  const dashboards = await pageData(() => listDashboards(ctx));
  const { slug, zone, locale } = ctx.workspace;
  const actions = boundActions(slug);
  const can = { create: may(ctx, "dashboard:create") };
  return (
    <>
      <PageHeader
        title="Dashboards"
        description="Numbers, charts and tables at a glance."
        secondaryActions={
          can.create ? (
            <>
              <Button asChild variant="ghost">
                <Link href={`/${slug}/dashboards/bin`}>
                  <Trash2 aria-hidden />
                  Bin
                </Link>
              </Button>
              {may(ctx, "dashboard:manage") ? (
                <Button asChild variant="ghost">
                  <Link href={`/${slug}/dashboards/first`}>
                    <House aria-hidden />
                    First dashboards
                  </Link>
                </Button>
              ) : null}
              <Button asChild>
                <Link href={`/${slug}/dashboards/templates`}>Templates</Link>
              </Button>
            </>
          ) : undefined
        }
        action={
          can.create && dashboards.length > 0 ? (
            <NewDashboardDialog workspace={slug} create={actions.create} />
          ) : undefined
        }
      />
      <PageBody>
        <DashboardList
          workspace={{ slug, zone, locale }}
          dashboards={dashboards}
          me={ctx.actor.kind === "user" ? ctx.actor.userId : ""}
          now={ctx.now().toISOString()}
          can={can}
          actions={actions}
        />
      </PageBody>
    </>
  );
}
