import type { Metadata } from "next";
import { DataSourceForm } from "@/components/data-sources/data-source-form";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { requirePermission } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { checkDataSource, createDataSource, testConnection } from "../actions";

export const metadata: Metadata = { title: "New data source" };

type PageProps = { params: Promise<{ workspace: string }> };

export default async function NewDataSourcePage({ params }: PageProps) {
  const ctx = await pageContext(params, "/data-sources/new");
  await pageData(async () => requirePermission(ctx, "data_source:create"));
  const { slug } = ctx.workspace;
  return (
    <>
      <PageHeader
        title="New data source"
        description="A PostgreSQL database. Broadsheet only reads it."
        breadcrumbs={[{ label: "Data sources", href: `/${slug}/data-sources` }]}
      />
      <PageBody width="reading">
        <DataSourceForm
          slug={slug}
          save={createDataSource.bind(null, slug)}
          test={testConnection.bind(null, slug)}
          check={checkDataSource.bind(null, slug)}
        />
      </PageBody>
    </>
  );
}
