import type { Metadata } from "next";
import Link from "next/link";
import { TemplateGallery } from "@/components/dashboards/templates/template-gallery";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { listDashboardTemplates, listWorkspaceTemplates } from "@/lib/dashboards";
import { listDataSources } from "@/lib/data-sources";
import { listQueries } from "@/lib/queries";
import * as actions from "./actions";

export const metadata: Metadata = { title: "Dashboard templates" };

type PageProps = { params: Promise<{ workspace: string }> };

export default async function DashboardTemplatesPage({ params }: PageProps) {
  const ctx = await pageContext(params, "/dashboards/templates");
  const [templates, own, sources, queries] = await pageData(() =>
    Promise.all([
      listDashboardTemplates(ctx),
      listWorkspaceTemplates(ctx),
      listDataSources(ctx),
      listQueries(ctx),
    ]),
  );
  const { slug } = ctx.workspace;
  return (
    <>
      <PageHeader
        title="Templates"
        description="Dashboards to begin from: choose one, then what it is drawn from."
        breadcrumbs={[{ label: "Dashboards", href: `/${slug}/dashboards` }]}
      />
      <PageBody>
        {sources.length === 0 ? (
          <EmptyState
            size="card"
            title="A template needs data"
            description="Connect a database or upload a file first; then choose a template here."
            action={
              may(ctx, "data_source:create") ? (
                <Button asChild variant="primary">
                  <Link href={`/${slug}/data-sources/new`}>Add a data source</Link>
                </Button>
              ) : undefined
            }
          />
        ) : (
          <TemplateGallery
            slug={slug}
            sources={sources.map(({ id, name }) => ({ id, name }))}
            templates={templates}
            create={actions.createDashboardFromTemplate.bind(null, slug)}
            own={own}
            queries={queries.map(({ id, name }) => ({ id, name }))}
            actions={{
              use: actions.createFromWorkspaceTemplate.bind(null, slug),
              rename: actions.renameWorkspaceTemplate.bind(null, slug),
              remove: actions.deleteWorkspaceTemplate.bind(null, slug),
            }}
          />
        )}
      </PageBody>
    </>
  );
}
