import type { Metadata } from "next";
import { LoadView } from "@/components/data-sources/files/load-view";
import { aimOf } from "@/components/data-sources/files/paths";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { getDataSource, getFileLoad, getLoadRequest, listFileTables } from "@/lib/data-sources";
import { FORMAT_LABELS } from "@/lib/data-sources/files/schemas";
import { formatBytes } from "@/lib/format/sizes";
import { cancelLoad, discardUpload, requestLoad } from "../../../files/actions";

export const metadata: Metadata = { title: "Load a file" };

type PageProps = {
  params: Promise<{ workspace: string; dataSourceId: string; loadId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function LoadFilePage({ params, searchParams }: PageProps) {
  const { dataSourceId, loadId } = await params;
  const ctx = await pageContext(params, `/data-sources/${dataSourceId}/upload/${loadId}`);
  const [source, load, request, tables] = await pageData(() =>
    Promise.all([
      getDataSource(ctx, { dataSourceId }),
      getFileLoad(ctx, { loadId }),
      getLoadRequest(ctx, { loadId }),
      listFileTables(ctx, { dataSourceId }),
    ]),
  );
  const { slug, locale } = ctx.workspace;
  return (
    <>
      <PageHeader
        title={load.fileName}
        description={`${FORMAT_LABELS[load.format]}, ${formatBytes(load.bytes, { locale })}`}
        breadcrumbs={[
          { label: "Data sources", href: `/${slug}/data-sources` },
          { label: source.name, href: `/${slug}/data-sources/${source.id}` },
        ]}
      />
      <PageBody>
        <LoadView
          key={load.id}
          slug={slug}
          locale={locale}
          load={load}
          request={request}
          aim={aimOf(await searchParams)}
          tables={tables}
          mayQuery={may(ctx, "query:create")}
          requestLoad={requestLoad.bind(null, slug)}
          cancel={cancelLoad.bind(null, slug)}
          discard={discardUpload.bind(null, slug)}
        />
      </PageBody>
    </>
  );
}
