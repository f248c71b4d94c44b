import type { Metadata } from "next";
import Link from "next/link";
import { KindPicker } from "@/components/data-sources/kind-picker";
import { KIND_LOOKS, kindOfParameter } from "@/components/data-sources/kinds";
import { NewSource } from "@/components/data-sources/new-source";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { requirePermission } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { checkDataSource, createDataSource, testConnection } from "../actions";

export const metadata: Metadata = { title: "Add a data source" };

type PageProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ kind?: string | string[] }>;
};

export default async function NewDataSourcePage({ params, searchParams }: PageProps) {
  const ctx = await pageContext(params, "/data-sources/new");
  await pageData(async () => requirePermission(ctx, "data_source:create"));
  const { slug, locale } = ctx.workspace;
  const kind = kindOfParameter((await searchParams).kind);
  const list = { label: "Data sources", href: `/${slug}/data-sources` };
  if (!kind)
    return (
      <>
        <PageHeader
          title="Add a data source"
          description="Where are your numbers? Broadsheet only reads them."
          breadcrumbs={[list]}
        />
        <PageBody width="reading">
          <KindPicker slug={slug} />
        </PageBody>
      </>
    );
  const { label, description } = KIND_LOOKS[kind];
  return (
    <>
      <PageHeader
        title={label}
        description={description}
        breadcrumbs={[list, { label: "Add a data source", href: `/${slug}/data-sources/new` }]}
        action={
          <Button asChild variant="ghost">
            <Link href={`/${slug}/data-sources/new`}>Choose another kind</Link>
          </Button>
        }
      />
      <PageBody width="reading">
        <NewSource
          key={kind}
          slug={slug}
          locale={locale}
          kind={kind}
          save={createDataSource.bind(null, slug)}
          test={testConnection.bind(null, slug)}
          check={checkDataSource.bind(null, slug)}
        />
      </PageBody>
    </>
  );
}
