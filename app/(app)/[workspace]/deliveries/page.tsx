import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { runsState } from "@/components/deliveries/first-paint";
import { RunList } from "@/components/deliveries/run-list";
import { RUN_FILTER_KEYS, RUN_FILTERS, RUN_PAGE } from "@/components/deliveries/run-words";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { requirePermission } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { listExecutions } from "@/lib/executions";

export const metadata: Metadata = { title: "Deliveries" };

type PageProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ show?: string | string[] }>;
};

export default async function DeliveriesPage({ params, searchParams }: PageProps) {
  const ctx = await pageContext(params, "/deliveries");
  const { show } = await searchParams;
  const filter = RUN_FILTER_KEYS.find((key) => key === show) ?? "all";
  const states = [...RUN_FILTERS[filter].states];
  const runs = await pageData(async () => {
    requirePermission(ctx, "delivery:read");
    return listExecutions(ctx, { states, limit: RUN_PAGE });
  });
  const { slug, zone, locale } = ctx.workspace;
  return (
    <>
      <PageHeader title="Deliveries" description="Every run of a report, and who received it." />
      <PageBody>
        <HydrationBoundary state={runsState(slug, { states, limit: RUN_PAGE }, runs)}>
          <RunList slug={slug} place={{ zone, locale }} now={ctx.now().toISOString()} />
        </HydrationBoundary>
      </PageBody>
    </>
  );
}
