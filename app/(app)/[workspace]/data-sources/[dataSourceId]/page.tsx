import { ListOrdered } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { DataSourceActions } from "@/components/data-sources/data-source-actions";
import { DataSourceFacts } from "@/components/data-sources/data-source-facts";
import { KIND_LOOKS } from "@/components/data-sources/kinds";
import { SchemaBrowser } from "@/components/data-sources/schema-browser";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
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
        <DataSourceFacts source={source} place={{ zone, locale }} now={ctx.now().toISOString()} />
        <SchemaBrowser
          slug={slug}
          dataSourceId={source.id}
          isServer={settings !== null}
          zone={zone}
          locale={locale}
          mayQuery={may(ctx, "query:create")}
        />
        <Button asChild variant="ghost" className="self-start">
          <Link href={`/${slug}/queries/runs?source=${source.id}&sort=slowest`}>
            <ListOrdered aria-hidden />
            Slowest questions to this source
          </Link>
        </Button>
      </PageBody>
    </>
  );
}
