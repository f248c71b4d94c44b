import type { Metadata } from "next";
import { ExportList } from "@/components/exports/export-list";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { QueriesTabs } from "@/components/queries/queries-tabs";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { listExports } from "@/lib/exports";
import { cancelExport } from "./actions";

export const metadata: Metadata = { title: "Exports" };

type PageProps = { params: Promise<{ workspace: string }> };

export default async function ExportsPage({ params }: PageProps) {
  const ctx = await pageContext(params, "/queries/exports");
  const exports = await pageData(() => listExports(ctx));
  const { slug, zone, locale } = ctx.workspace;
  return (
    <>
      <PageHeader
        title="Exports"
        description="Results of any size as files, made in the background."
        breadcrumbs={[{ label: "Queries", href: `/${slug}/queries` }]}
      />
      <PageBody>
        <QueriesTabs slug={slug} current="exports" maySeeCache={may(ctx, "cache:read")} mayExport />
        <ExportList
          slug={slug}
          place={{ zone, locale }}
          now={ctx.now().toISOString()}
          exports={exports}
          cancel={cancelExport.bind(null, slug)}
        />
      </PageBody>
    </>
  );
}
