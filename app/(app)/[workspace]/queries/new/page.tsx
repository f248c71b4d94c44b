import type { Metadata } from "next";
import { NewQuery } from "@/components/queries/new-query";
import { NoSources } from "@/components/queries/no-sources";
import { startingSql } from "@/components/queries/starting-sql";
import { may, requirePermission } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { listDataSources } from "@/lib/data-sources";
import { listQueries } from "@/lib/queries";
import { createQuery } from "../actions";

export const metadata: Metadata = { title: "New query" };

type PageProps = {
  params: Promise<{ workspace: string }>;
  /** A table of the schema browser to start from. */
  searchParams: Promise<{
    source?: string | string[];
    schema?: string | string[];
    table?: string | string[];
  }>;
};

export default async function NewQueryPage({ params, searchParams }: PageProps) {
  const ctx = await pageContext(params, "/queries/new");
  await pageData(async () => requirePermission(ctx, "query:create"));
  const [sources, queries] = await pageData(() => Promise.all([listDataSources(ctx), listQueries(ctx)]));
  const { slug, zone, locale } = ctx.workspace;
  const { source, schema, table } = await searchParams;
  if (sources.length === 0) return <NoSources slug={slug} mayCreate={may(ctx, "data_source:create")} />;
  return (
    <NewQuery
      slug={slug}
      place={{ zone, locale }}
      sources={sources.map(({ id, name }) => ({ id, name }))}
      categories={[...new Set(queries.map((query) => query.category).filter(Boolean))]}
      dataSourceId={sources.find(({ id }) => id === source)?.id ?? sources[0]?.id ?? ""}
      sql={typeof schema === "string" && typeof table === "string" ? startingSql(schema, table) : ""}
      save={createQuery.bind(null, slug)}
    />
  );
}
