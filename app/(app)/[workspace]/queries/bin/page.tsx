import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { DeletedQueries } from "@/components/queries/library/deleted-queries";
import { pageContext, pageData } from "@/lib/auth";
import { listDeletedQueries } from "@/lib/queries";
import { restoreQuery } from "../actions";

export const metadata: Metadata = { title: "Deleted queries" };

type PageProps = { params: Promise<{ workspace: string }> };

export default async function QueryBinPage({ params }: PageProps) {
  const ctx = await pageContext(params, "/queries/bin");
  const queries = await pageData(() => listDeletedQueries(ctx));
  const { slug, zone, locale } = ctx.workspace;
  return (
    <>
      <PageHeader
        title="Bin"
        description="Deleted queries, with the way back."
        breadcrumbs={[{ label: "Queries", href: `/${slug}/queries` }]}
      />
      <PageBody>
        <DeletedQueries
          slug={slug}
          place={{ zone, locale }}
          now={ctx.now().toISOString()}
          queries={queries}
          restore={restoreQuery.bind(null, slug)}
        />
      </PageBody>
    </>
  );
}
