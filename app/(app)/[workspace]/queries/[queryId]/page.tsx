import type { Metadata } from "next";
import { EditQuery } from "@/components/queries/edit-query";
import { QueryReader } from "@/components/queries/query-reader";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { listDataSources } from "@/lib/data-sources";
import { getQuery, getQueryUses, listQueries, listQueryVersions } from "@/lib/queries";
import { deleteQuery, updateQuery } from "../actions";
import { requestExport } from "../exports/actions";

export const metadata: Metadata = { title: "Query" };

type PageProps = { params: Promise<{ workspace: string; queryId: string }> };

export default async function QueryPage({ params }: PageProps) {
  const { queryId } = await params;
  const ctx = await pageContext(params, `/queries/${queryId}`);
  const query = await pageData(() => getQuery(ctx, { queryId }));
  const { slug, zone, locale, weekStartsOn } = ctx.workspace;
  if (!may(ctx, "query:update")) return <QueryReader slug={slug} query={query} />;
  const [sources, queries, versions, uses] = await pageData(() =>
    Promise.all([
      listDataSources(ctx),
      listQueries(ctx),
      listQueryVersions(ctx, { queryId }),
      getQueryUses(ctx, { queryId }),
    ]),
  );
  return (
    <EditQuery
      key={query.id}
      slug={slug}
      place={{ zone, locale, weekStartsOn }}
      sources={sources.map(({ id, name, kind }) => ({ id, name, kind }))}
      categories={[...new Set(queries.map((entry) => entry.category).filter(Boolean))]}
      query={query}
      versions={versions}
      uses={uses}
      save={updateQuery.bind(null, slug)}
      exportResult={requestExport.bind(null, slug)}
      remove={deleteQuery.bind(null, slug)}
    />
  );
}
