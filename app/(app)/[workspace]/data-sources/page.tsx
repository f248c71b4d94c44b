import type { Metadata } from "next";
import { DataSourceList, NewDataSourceButton } from "@/components/data-sources/data-source-list";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { listDataSources } from "@/lib/data-sources";

export const metadata: Metadata = { title: "Data sources" };

type PageProps = { params: Promise<{ workspace: string }> };

export default async function DataSourcesPage({ params }: PageProps) {
  const ctx = await pageContext(params, "/data-sources");
  const sources = await pageData(() => listDataSources(ctx));
  const { slug, zone, locale } = ctx.workspace;
  const mayCreate = may(ctx, "data_source:create");
  return (
    <>
      <PageHeader
        title="Data sources"
        description="The databases and files your numbers come from. They are only ever read."
        action={mayCreate && sources.length > 0 ? <NewDataSourceButton slug={slug} /> : undefined}
      />
      <PageBody>
        <DataSourceList
          slug={slug}
          place={{ zone, locale }}
          now={ctx.now().toISOString()}
          sources={sources}
          mayCreate={mayCreate}
        />
      </PageBody>
    </>
  );
}
