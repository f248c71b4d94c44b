import type { Metadata } from "next";
import { aimOf } from "@/components/data-sources/files/paths";
import { UploadPanel } from "@/components/data-sources/files/upload-panel";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { requirePermission } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { getDataSource, listFileTables } from "@/lib/data-sources";

export const metadata: Metadata = { title: "Upload a file" };

type PageProps = {
  params: Promise<{ workspace: string; dataSourceId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function UploadPage({ params, searchParams }: PageProps) {
  const { dataSourceId } = await params;
  const ctx = await pageContext(params, `/data-sources/${dataSourceId}/upload`);
  await pageData(async () => requirePermission(ctx, "file:upload"));
  const [source, tables] = await pageData(() =>
    Promise.all([getDataSource(ctx, { dataSourceId }), listFileTables(ctx, { dataSourceId })]),
  );
  const { slug, locale } = ctx.workspace;
  const aim = aimOf(await searchParams);
  const table = tables.find(({ id }) => id === aim?.tableId);
  return (
    <>
      <PageHeader
        title={
          !table || !aim
            ? "Upload a file"
            : aim.mode === "replace"
              ? `Replace “${table.name}”`
              : `Add rows to “${table.name}”`
        }
        description={
          table && aim
            ? aim.mode === "replace"
              ? "The rows of the file take the place of those that are there. Until then, nothing changes."
              : "The rows of the file come after those that are there. Columns are matched by their names."
            : undefined
        }
        breadcrumbs={[
          { label: "Data sources", href: `/${slug}/data-sources` },
          { label: source.name, href: `/${slug}/data-sources/${source.id}` },
        ]}
      />
      <PageBody width="reading">
        <UploadPanel slug={slug} dataSourceId={source.id} locale={locale} aim={table ? aim : null} />
      </PageBody>
    </>
  );
}
