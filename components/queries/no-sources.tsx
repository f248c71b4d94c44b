import { Database } from "lucide-react";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** A query needs something to ask. */
export function NoSources({ slug, mayCreate }: { slug: string; mayCreate: boolean }) {
  return (
    <>
      <PageHeader title="New query" breadcrumbs={[{ label: "Queries", href: `/${slug}/queries` }]} />
      <EmptyState
        icon={<Database />}
        title="There is nothing to ask yet"
        description={
          mayCreate
            ? "A query asks a data source. Connect one first."
            : "A query asks a data source. An admin of the workspace can connect one."
        }
        action={
          mayCreate ? (
            <Button asChild variant="primary">
              <Link href={`/${slug}/data-sources/new`}>Connect a data source</Link>
            </Button>
          ) : undefined
        }
      />
    </>
  );
}
