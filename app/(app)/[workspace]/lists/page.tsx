import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { ListList, NewListButton } from "@/components/lists/list-list";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { listLists } from "@/lib/distribution";

export const metadata: Metadata = { title: "Lists" };

type PageProps = { params: Promise<{ workspace: string }> };

export default async function ListsPage({ params }: PageProps) {
  const ctx = await pageContext(params, "/lists");
  const lists = await pageData(() => listLists(ctx));
  const { slug, zone, locale } = ctx.workspace;
  const mayCreate = may(ctx, "list:create");
  return (
    <>
      <PageHeader
        title="Lists"
        description="People who receive reports together. Who joins or leaves a list does so for every schedule."
        action={mayCreate && lists.length > 0 ? <NewListButton slug={slug} /> : undefined}
      />
      <PageBody>
        <ListList
          slug={slug}
          place={{ zone, locale }}
          now={ctx.now().toISOString()}
          lists={lists}
          mayCreate={mayCreate}
        />
      </PageBody>
    </>
  );
}
