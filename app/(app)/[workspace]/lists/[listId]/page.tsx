import type { Metadata } from "next";
import { cache } from "react";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { ListActions } from "@/components/lists/list-actions";
import { ListView } from "@/components/lists/list-view";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { getList } from "@/lib/distribution";
import { deleteList } from "../actions";

type PageProps = { params: Promise<{ workspace: string; listId: string }> };

/** Once for the title and the page. */
const load = cache(async (workspace: string, listId: string) => {
  const ctx = await pageContext(Promise.resolve({ workspace }), `/lists/${listId}`);
  return { ctx, list: await pageData(() => getList(ctx, { listId })) };
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { workspace, listId } = await params;
  return { title: (await load(workspace, listId)).list.name };
}

export default async function ListPage({ params }: PageProps) {
  const { workspace, listId } = await params;
  const { ctx, list } = await load(workspace, listId);
  const { slug } = ctx.workspace;
  const count = list.members.length.toLocaleString(ctx.workspace.locale);
  return (
    <>
      <PageHeader
        title={list.name}
        description={[list.description, count === "1" ? "1 member" : `${count} members`]
          .filter(Boolean)
          .join(" · ")}
        breadcrumbs={[{ label: "Lists", href: `/${slug}/lists` }]}
        action={
          may(ctx, "list:update") ? (
            <ListActions slug={slug} list={list} deleteList={deleteList.bind(null, slug)} />
          ) : undefined
        }
      />
      <PageBody>
        <ListView slug={slug} list={list} />
      </PageBody>
    </>
  );
}
