import type { Metadata } from "next";
import { z } from "zod";
import { NewQuery } from "@/components/queries/new-query";
import { NoSources } from "@/components/queries/no-sources";
import { startingDefinition } from "@/components/queries/starting-definition";
import { may, requirePermission } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { listDataSources } from "@/lib/data-sources";
import { DIALECTS } from "@/lib/data-sources/schemas";
import { getQuery, listQueries, listSharingChoices } from "@/lib/queries";
import { createQuery } from "../actions";
import { requestExport } from "../exports/actions";

export const metadata: Metadata = { title: "New query" };

const text = z.string().nullable().catch(null);
/** What to start from: the builder or SQL, a table of the schema browser, or a query that is a template. */
const Start = z.object({
  mode: text.default(null),
  source: text.default(null),
  schema: text.default(null),
  table: text.default(null),
  template: z.uuid().nullable().catch(null).default(null),
});

type PageProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NewQueryPage({ params, searchParams }: PageProps) {
  const ctx = await pageContext(params, "/queries/new");
  await pageData(async () => requirePermission(ctx, "query:create"));
  const start = Start.parse(await searchParams);
  const [sources, queries, sharing, template] = await pageData(() =>
    Promise.all([
      listDataSources(ctx),
      listQueries(ctx),
      listSharingChoices(ctx),
      start.template === null ? null : getQuery(ctx, { queryId: start.template }),
    ]),
  );
  const { slug, zone, locale, weekStartsOn } = ctx.workspace;
  const sourceId = template?.dataSourceId ?? start.source;
  const source = sources.find(({ id }) => id === sourceId) ?? sources[0];
  if (!source) return <NoSources slug={slug} mayCreate={may(ctx, "data_source:create")} />;
  return (
    <NewQuery
      slug={slug}
      place={{ zone, locale, weekStartsOn }}
      sources={sources.map(({ id, name, kind }) => ({ id, name, kind }))}
      categories={[...new Set(queries.map((query) => query.category).filter(Boolean))]}
      sharing={sharing}
      dataSourceId={source.id}
      definition={template?.definition ?? startingDefinition({ ...start, dialect: DIALECTS[source.kind] })}
      save={createQuery.bind(null, slug)}
      exportResult={requestExport.bind(null, slug)}
    />
  );
}
