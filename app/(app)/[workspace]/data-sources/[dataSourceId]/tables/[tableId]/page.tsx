import type { Metadata } from "next";
import { LoadHistory } from "@/components/data-sources/files/load-history";
import { TableActions } from "@/components/data-sources/files/table-actions";
import { TableColumns } from "@/components/data-sources/files/table-columns";
import { countOf } from "@/components/data-sources/files/words";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { getDataSource, getFileTable } from "@/lib/data-sources";
import { formatBytes } from "@/lib/format/sizes";
import { listTableUses } from "@/lib/queries";
import { deleteFileTable, renameFileTable } from "../../../files/actions";

export const metadata: Metadata = { title: "Table" };

type PageProps = { params: Promise<{ workspace: string; dataSourceId: string; tableId: string }> };

export default async function FileTablePage({ params }: PageProps) {
  const { dataSourceId, tableId } = await params;
  const ctx = await pageContext(params, `/data-sources/${dataSourceId}/tables/${tableId}`);
  const [source, table] = await pageData(() =>
    Promise.all([getDataSource(ctx, { dataSourceId }), getFileTable(ctx, { tableId })]),
  );
  const uses = await pageData(() => listTableUses(ctx, { dataSourceId, table: table.name }));
  const { slug, zone, locale } = ctx.workspace;
  const mayQuery = may(ctx, "query:create");
  return (
    <>
      <PageHeader
        title={table.name}
        description={`${countOf(table.rows, "row", locale)}, ${formatBytes(table.bytes, { locale })} as stored`}
        breadcrumbs={[
          { label: "Data sources", href: `/${slug}/data-sources` },
          { label: source.name, href: `/${slug}/data-sources/${source.id}` },
        ]}
        action={
          <TableActions
            slug={slug}
            table={table}
            uses={uses}
            mayUpload={may(ctx, "file:upload")}
            mayQuery={mayQuery}
            rename={renameFileTable.bind(null, slug)}
            remove={deleteFileTable.bind(null, slug)}
          />
        }
      />
      <PageBody>
        <TableColumns slug={slug} table={table} locale={locale} maySample={may(ctx, "query:run")} />
        <LoadHistory loads={table.loads} place={{ zone, locale }} now={ctx.now().toISOString()} />
      </PageBody>
    </>
  );
}
