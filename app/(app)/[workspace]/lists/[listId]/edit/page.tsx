import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { EditListForm } from "@/components/lists/list-form";
import { requirePermission } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { getList } from "@/lib/distribution";
import { updateList } from "../../actions";

export const metadata: Metadata = { title: "Edit list" };

type PageProps = { params: Promise<{ workspace: string; listId: string }> };

export default async function EditListPage({ params }: PageProps) {
  const { listId } = await params;
  const ctx = await pageContext(params, `/lists/${listId}/edit`);
  const list = await pageData(async () => {
    requirePermission(ctx, "list:update");
    return getList(ctx, { listId });
  });
  const { slug } = ctx.workspace;
  return (
    <>
      <PageHeader
        title={`Edit ${list.name}`}
        breadcrumbs={[
          { label: "Lists", href: `/${slug}/lists` },
          { label: list.name, href: `/${slug}/lists/${list.id}` },
          { label: "Edit" },
        ]}
      />
      <PageBody>
        <EditListForm slug={slug} list={list} updateList={updateList.bind(null, slug)} />
      </PageBody>
    </>
  );
}
