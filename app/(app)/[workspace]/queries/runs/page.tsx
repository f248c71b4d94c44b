import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { QueriesTabs } from "@/components/queries/queries-tabs";
import { runsState } from "@/components/queries/runs/first-paint";
import { listFilter, runningFilter } from "@/components/queries/runs/list-filters";
import { RUN_FILTERS } from "@/components/queries/runs/run-filters";
import { RunList } from "@/components/queries/runs/run-list";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { readRunsPage } from "./runs-page-data";

export const metadata: Metadata = { title: "Runs" };

type PageProps = { params: Promise<{ workspace: string }>; searchParams: Promise<SearchParams> };

const loadFilters = createLoader(RUN_FILTERS);

export default async function RunsPage({ params, searchParams }: PageProps) {
  const ctx = await pageContext(params, "/queries/runs");
  const filters = await loadFilters(searchParams);
  const me = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  const now = ctx.now().toISOString();
  const lists = [runningFilter(filters, me), listFilter(filters, me, now)] as const;
  const { pages, choices } = await pageData(() => readRunsPage(ctx, lists, filters.query));
  const { slug, zone, locale } = ctx.workspace;
  return (
    <>
      <PageHeader
        title="Runs"
        description="Who asked what, how long the source took, and what came of it."
        breadcrumbs={[{ label: "Queries", href: `/${slug}/queries` }]}
      />
      <PageBody>
        <QueriesTabs
          slug={slug}
          current="runs"
          maySeeCache={may(ctx, "cache:read")}
          mayExport={may(ctx, "query:export")}
        />
        <HydrationBoundary state={runsState(slug, pages)}>
          <RunList slug={slug} place={{ zone, locale }} now={now} choices={{ me, ...choices }} />
        </HydrationBoundary>
      </PageBody>
    </>
  );
}
