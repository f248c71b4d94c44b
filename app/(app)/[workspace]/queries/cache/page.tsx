import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { CacheView } from "@/components/queries/cache/cache-view";
import { ClearButton } from "@/components/queries/cache/clear-button";
import { QueriesTabs } from "@/components/queries/queries-tabs";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { readCacheOverview } from "@/lib/queries";

export const metadata: Metadata = { title: "Cache" };

type PageProps = { params: Promise<{ workspace: string }> };

export default async function CachePage({ params }: PageProps) {
  const ctx = await pageContext(params, "/queries/cache");
  const overview = await pageData(() => readCacheOverview(ctx));
  const { slug, zone, locale } = ctx.workspace;
  return (
    <>
      <PageHeader
        title="Cache"
        description="Answers that are kept for a while, so that the same question need not be asked twice."
        breadcrumbs={[{ label: "Queries", href: `/${slug}/queries` }]}
        secondaryActions={
          overview.entries > 0 && may(ctx, "cache:clear") ? (
            <ClearButton
              slug={slug}
              locale={locale}
              scope={{ kind: "all" }}
              name="the whole cache"
              entries={overview.entries}
              size="md"
              label="Clear the cache"
            />
          ) : undefined
        }
      />
      <PageBody>
        <QueriesTabs slug={slug} current="cache" maySeeCache mayExport={may(ctx, "query:export")} />
        <CacheView slug={slug} place={{ zone, locale }} overview={overview} />
      </PageBody>
    </>
  );
}
