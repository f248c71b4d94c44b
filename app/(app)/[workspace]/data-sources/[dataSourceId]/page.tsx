import type { Metadata } from "next";
import { DataSourceActions } from "@/components/data-sources/data-source-actions";
import { DataSourceFacts } from "@/components/data-sources/data-source-facts";
import { SchemaBrowser } from "@/components/data-sources/schema-browser";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { getDataSource } from "@/lib/data-sources";
import { checkDataSource, deleteDataSource } from "../actions";

export const metadata: Metadata = { title: "Data source" };

type PageProps = { params: Promise<{ workspace: string; dataSourceId: string }> };

export default async function DataSourcePage({ params }: PageProps) {
  const { dataSourceId } = await params;
  const ctx = await pageContext(params, `/data-sources/${dataSourceId}`);
  const source = await pageData(() => getDataSource(ctx, { dataSourceId }));
  const { slug, zone, locale } = ctx.workspace;
  return (
    <>
      <PageHeader
        title={source.name}
        description={`PostgreSQL database ${source.settings.database} on ${source.settings.host}`}
        breadcrumbs={[{ label: "Data sources", href: `/${slug}/data-sources` }]}
        status={<StatusBadge kind="dataSource" state={source.state} />}
        action={
          may(ctx, "data_source:update") ? (
            <DataSourceActions
              slug={slug}
              source={source}
              check={checkDataSource.bind(null, slug)}
              remove={deleteDataSource.bind(null, slug)}
            />
          ) : undefined
        }
      />
      <PageBody>
        <DataSourceFacts source={source} place={{ zone, locale }} now={ctx.now().toISOString()} />
        <SchemaBrowser
          slug={slug}
          dataSourceId={source.id}
          locale={locale}
          mayQuery={may(ctx, "query:create")}
        />
      </PageBody>
    </>
  );
}
