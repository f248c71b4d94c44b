import type { Metadata } from "next";
import { DataSourceActions } from "@/components/data-sources/data-source-actions";
import { DataSourceFacts } from "@/components/data-sources/data-source-facts";
import { FilesSource } from "@/components/data-sources/files/files-source";
import { KIND_LOOKS } from "@/components/data-sources/kinds";
import { SchemaBrowser } from "@/components/data-sources/schema-browser";
import { SlowRuns } from "@/components/data-sources/slow-runs";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import type { RequestContext } from "@/lib/context";
import { getDataSource, listFileLoads, listFileTables } from "@/lib/data-sources";
import { listSlowRuns } from "@/lib/queries";
import { checkDataSource, deleteDataSource } from "../actions";

export const metadata: Metadata = { title: "Data source" };

const SLOW_RUNS = 5;

type PageProps = { params: Promise<{ workspace: string; dataSourceId: string }> };

export default async function DataSourcePage({ params }: PageProps) {
  const { dataSourceId } = await params;
  const ctx = await pageContext(params, `/data-sources/${dataSourceId}`);
  const [source, { runs }] = await pageData(() =>
    Promise.all([
      getDataSource(ctx, { dataSourceId }),
      listSlowRuns(ctx, { dataSourceId, limit: SLOW_RUNS }),
    ]),
  );
  const files = source.kind === "FILES" ? await pageData(() => uploadedFiles(ctx, dataSourceId)) : null;
  const now = ctx.now().toISOString();
  const { slug, zone, locale } = ctx.workspace;
  const { settings } = source;
  const { label } = KIND_LOOKS[source.kind];
  return (
    <>
      <PageHeader
        title={source.name}
        description={settings ? `${label}: ${settings.database} on ${settings.host}` : label}
        breadcrumbs={[{ label: "Data sources", href: `/${slug}/data-sources` }]}
        status={settings ? <StatusBadge kind="dataSource" state={source.state} /> : undefined}
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
        {files ? null : <DataSourceFacts source={source} place={{ zone, locale }} now={now} />}
        {files ? (
          <FilesSource
            slug={slug}
            dataSourceId={source.id}
            place={{ zone, locale }}
            now={now}
            {...files}
            mayUpload={may(ctx, "file:upload")}
            mayAdminister={may(ctx, "data_source:update")}
          />
        ) : (
          <SchemaBrowser
            slug={slug}
            dataSourceId={source.id}
            isServer
            zone={zone}
            locale={locale}
            mayQuery={may(ctx, "query:create")}
          />
        )}
        {files ? <DataSourceFacts source={source} place={{ zone, locale }} now={now} /> : null}
        <SlowRuns slug={slug} dataSourceId={source.id} place={{ zone, locale }} now={now} runs={runs} />
      </PageBody>
    </>
  );
}

/** What a source of uploaded files holds. */
async function uploadedFiles(ctx: RequestContext, dataSourceId: string) {
  const [tables, loads] = await Promise.all([
    listFileTables(ctx, { dataSourceId }),
    listFileLoads(ctx, { dataSourceId }),
  ]);
  return { tables, loads };
}
