import type { Metadata } from "next";
import { AddToDashboard } from "@/components/dashboards/add-to-dashboard";
import { EditQuery } from "@/components/queries/edit-query";
import { QueryReader } from "@/components/queries/query-reader";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { listDashboards } from "@/lib/dashboards";
import { listDataSources } from "@/lib/data-sources";
import { getQuery, getQueryUses, listQueries, listQueryVersions, listSharingChoices } from "@/lib/queries";
import { createDashboard, saveDashboard } from "../../dashboards/actions";
import { copyQuery, deleteQuery, restoreQueryVersion, transferQuery, updateQuery } from "../actions";
import { requestExport } from "../exports/actions";

export const metadata: Metadata = { title: "Query" };

type PageProps = { params: Promise<{ workspace: string; queryId: string }> };

export default async function QueryPage({ params }: PageProps) {
  const { queryId } = await params;
  const ctx = await pageContext(params, `/queries/${queryId}`);
  const query = await pageData(() => getQuery(ctx, { queryId }));
  const { slug, zone, locale, weekStartsOn } = ctx.workspace;
  if (!may(ctx, "query:update"))
    return <QueryReader slug={slug} place={{ zone, locale, weekStartsOn }} query={query} />;
  const [sources, queries, sharing, versions, uses, dashboards] = await pageData(() =>
    Promise.all([
      listDataSources(ctx),
      listQueries(ctx),
      listSharingChoices(ctx),
      listQueryVersions(ctx, { queryId }),
      getQueryUses(ctx, { queryId }),
      may(ctx, "dashboard:update") ? listDashboards(ctx) : null,
    ]),
  );
  return (
    <EditQuery
      key={query.id}
      slug={slug}
      place={{ zone, locale, weekStartsOn }}
      sources={sources.map(({ id, name, kind }) => ({ id, name, kind }))}
      categories={[...new Set(queries.map((entry) => entry.category).filter(Boolean))]}
      sharing={sharing}
      query={query}
      leadsTo={
        dashboards ? (
          <AddToDashboard
            workspace={slug}
            query={{ id: query.id, name: query.name }}
            dashboards={dashboards.map(({ id, name }) => ({ id, name }))}
            actions={{ create: createDashboard.bind(null, slug), save: saveDashboard.bind(null, slug) }}
          />
        ) : null
      }
      now={ctx.now().toISOString()}
      versions={versions}
      uses={uses}
      save={updateQuery.bind(null, slug)}
      exportResult={requestExport.bind(null, slug)}
      remove={deleteQuery.bind(null, slug)}
      restore={restoreQueryVersion.bind(null, slug)}
      copy={copyQuery.bind(null, slug)}
      transfer={transferQuery.bind(null, slug)}
    />
  );
}
