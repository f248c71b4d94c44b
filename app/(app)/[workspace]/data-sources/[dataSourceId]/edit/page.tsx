import type { Metadata } from "next";
import { EditSource } from "@/components/data-sources/edit-source";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { requirePermission } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { getDataSource } from "@/lib/data-sources";
import { checkDataSource, testConnection, updateDataSource } from "../../actions";

export const metadata: Metadata = { title: "Edit data source" };

type PageProps = { params: Promise<{ workspace: string; dataSourceId: string }> };

export default async function EditDataSourcePage({ params }: PageProps) {
  const { dataSourceId } = await params;
  const ctx = await pageContext(params, `/data-sources/${dataSourceId}/edit`);
  await pageData(async () => requirePermission(ctx, "data_source:update"));
  const source = await pageData(() => getDataSource(ctx, { dataSourceId }));
  const { slug, locale } = ctx.workspace;
  return (
    <>
      <PageHeader
        title={`Edit ${source.name}`}
        breadcrumbs={[
          { label: "Data sources", href: `/${slug}/data-sources` },
          { label: source.name, href: `/${slug}/data-sources/${source.id}` },
          { label: "Edit" },
        ]}
      />
      <PageBody width="reading">
        <EditSource
          slug={slug}
          locale={locale}
          source={source}
          save={updateDataSource.bind(null, slug)}
          test={testConnection.bind(null, slug)}
          check={checkDataSource.bind(null, slug)}
        />
      </PageBody>
    </>
  );
}
