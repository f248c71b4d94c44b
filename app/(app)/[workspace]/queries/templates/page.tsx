import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { TemplateGallery } from "@/components/queries/library/template-gallery";
import { NoSources } from "@/components/queries/no-sources";
import { may, requirePermission } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { listDataSources } from "@/lib/data-sources";
import { listQueries } from "@/lib/queries";
import { copyQuery, createFromTemplate } from "../actions";

export const metadata: Metadata = { title: "Templates" };

type PageProps = { params: Promise<{ workspace: string }> };

export default async function TemplatesPage({ params }: PageProps) {
  const ctx = await pageContext(params, "/queries/templates");
  await pageData(async () => requirePermission(ctx, "query:create"));
  const [sources, queries] = await pageData(() => Promise.all([listDataSources(ctx), listQueries(ctx)]));
  const { slug } = ctx.workspace;
  if (sources.length === 0) return <NoSources slug={slug} mayCreate={may(ctx, "data_source:create")} />;
  return (
    <>
      <PageHeader
        title="Templates"
        description="Questions to begin from."
        breadcrumbs={[{ label: "Queries", href: `/${slug}/queries` }]}
      />
      <PageBody>
        <TemplateGallery
          slug={slug}
          sources={sources.map(({ id, name }) => ({ id, name }))}
          own={queries.filter((query) => query.isTemplate)}
          use={createFromTemplate.bind(null, slug)}
          copy={copyQuery.bind(null, slug)}
        />
      </PageBody>
    </>
  );
}
