import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { CreateListForm } from "@/components/lists/list-form";
import { requirePermission } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { createList } from "../actions";

export const metadata: Metadata = { title: "New list" };

type PageProps = { params: Promise<{ workspace: string }> };

export default async function NewListPage({ params }: PageProps) {
  const ctx = await pageContext(params, "/lists/new");
  await pageData(async () => requirePermission(ctx, "list:create"));
  const { slug } = ctx.workspace;
  return (
    <>
      <PageHeader
        title="New list"
        description="People who receive reports together."
        breadcrumbs={[{ label: "Lists", href: `/${slug}/lists` }]}
      />
      <PageBody>
        <CreateListForm slug={slug} createList={createList.bind(null, slug)} />
      </PageBody>
    </>
  );
}
