import { Trash2 } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { QueriesTabs } from "@/components/queries/queries-tabs";
import { NewQueryButton, QueryList, TemplatesButton } from "@/components/queries/query-list";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { listQueries } from "@/lib/queries";
import { setFavouriteQuery } from "./actions";

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
        secondaryActions={
          mayCreate ? (
            <>
              <Button asChild variant="ghost">
                <Link href={`/${slug}/queries/bin`}>
                  <Trash2 aria-hidden />
                  Bin
                </Link>
              </Button>
              {queries.length > 0 ? <TemplatesButton slug={slug} /> : null}
            </>
          ) : undefined
        }
        action={mayCreate && queries.length > 0 ? <NewQueryButton slug={slug} /> : undefined}
      />
      <PageBody>
        <QueriesTabs
          slug={slug}
          current="library"
          maySeeCache={may(ctx, "cache:read")}
          mayExport={may(ctx, "query:export")}
        />
        <QueryList
          slug={slug}
          place={{ zone, locale }}
          now={ctx.now().toISOString()}
          me={ctx.actor.kind === "user" ? ctx.actor.userId : ""}
          queries={queries}
          mayCreate={mayCreate}
          setFavourite={setFavouriteQuery.bind(null, slug)}
        />
      </PageBody>
    </>
  );
}
