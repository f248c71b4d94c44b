import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { cache } from "react";
import { runState } from "@/components/deliveries/first-paint";
import { RunStatus } from "@/components/deliveries/run-status";
import { RunSubtitle } from "@/components/deliveries/run-subtitle";
import { RunView } from "@/components/deliveries/run-view";
import { runName } from "@/components/deliveries/run-words";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { getExecution } from "@/lib/executions";
import { cancelExecution, releaseExecution, resendDeliveries } from "../actions";

type PageProps = { params: Promise<{ workspace: string; executionId: string }> };

/** Once for the title and the page. */
const load = cache(async (workspace: string, executionId: string) => {
  const ctx = await pageContext(Promise.resolve({ workspace }), `/deliveries/${executionId}`);
  return { ctx, run: await pageData(() => getExecution(ctx, { executionId })) };
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { workspace, executionId } = await params;
  return { title: runName((await load(workspace, executionId)).run) };
}

export default async function RunPage({ params }: PageProps) {
  const { workspace, executionId } = await params;
  const { ctx, run } = await load(workspace, executionId);
  const { slug, zone, locale } = ctx.workspace;
  const readDeliveries = may(ctx, "delivery:read");
  return (
    <HydrationBoundary state={runState(slug, run)}>
      <PageHeader
        title={runName(run)}
        description={<RunSubtitle slug={slug} run={run} locale={locale} />}
        breadcrumbs={[
          readDeliveries
            ? { label: "Deliveries", href: `/${slug}/deliveries` }
            : { label: "Schedules", href: `/${slug}/schedules` },
        ]}
        status={<RunStatus slug={slug} executionId={run.id} />}
      />
      <PageBody>
        <RunView
          slug={slug}
          place={{ zone, locale }}
          now={ctx.now().toISOString()}
          executionId={run.id}
          can={{
            readDeliveries,
            resend: may(ctx, "delivery:resend"),
            release: may(ctx, "execution:release"),
            cancel: may(ctx, "schedule:run"),
          }}
          verbs={{
            releaseExecution: releaseExecution.bind(null, slug),
            cancelExecution: cancelExecution.bind(null, slug),
            resendDeliveries: resendDeliveries.bind(null, slug),
          }}
        />
      </PageBody>
    </HydrationBoundary>
  );
}
