import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { NewQueryButton, QueryList } from "@/components/queries/query-list";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { listQueries } from "@/lib/queries";

export const metadata: Metadata = { title: "Queries" };

type PageProps = { params: Promise<{ workspace: string }> };

export default async function QueriesPage({ params }: PageProps) {
  const ctx = await pageContext(params, "/queries");
  const queries = await pageData(() => listQueries(ctx));
  const { slug, zone, locale } = ctx.workspace;
  const mayCreate = may(ctx, "query:create");
  return (
    <>
      <PageHeader
        title="Queries"
        description="The questions behind every figure, written once and used everywhere."
        action={mayCreate && queries.length > 0 ? <NewQueryButton slug={slug} /> : undefined}
      />
      <PageBody>
        <QueryList
          slug={slug}
          place={{ zone, locale }}
          now={ctx.now().toISOString()}
          queries={queries}
          mayCreate={mayCreate}
        />
      </PageBody>
    </>
  );
}
