"use client";

import { RefreshCw, TableProperties } from "lucide-react";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { useSourceSchema } from "@/components/figures/use-source-schema";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableSkeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import type { SourceSchema } from "@/lib/data-sources/schemas";
import { useRefreshSchema } from "./queries";
import { SchemaTables, type SchemaTablesProps } from "./schema-tables";

export type SchemaBrowserProps = Omit<SchemaTablesProps, "tables"> & {
  zone: string;
  /** Uploaded files are read here; there is nobody to ask. */
  isServer: boolean;
};

/** The tables of a source with their columns, as the source told them last. */
export function SchemaBrowser({ zone, isServer, ...props }: SchemaBrowserProps) {
  const { slug, dataSourceId, locale } = props;
  const schema = useSourceSchema(slug, dataSourceId);
  return (
    <section aria-labelledby="tables-heading" className="rounded-lg border bg-card">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pt-4">
        <h2 id="tables-heading" className="font-serif text-lg">
          Tables
        </h2>
        {schema.data && isServer ? (
          <Freshness
            slug={slug}
            dataSourceId={dataSourceId}
            schema={schema.data}
            zone={zone}
            locale={locale}
          />
        ) : null}
      </div>
      {schema.isPending ? (
        <div className="p-4">
          <TableSkeleton columns={3} />
        </div>
      ) : schema.isError ? (
        <ErrorState
          size="card"
          headingLevel={3}
          error={errorBodyOf(schema.error)}
          onRetry={() => void schema.refetch()}
          retrying={schema.isFetching}
        />
      ) : schema.data.tables.length === 0 ? (
        <EmptyState
          size="card"
          headingLevel={3}
          icon={<TableProperties />}
          title="Nothing to read yet"
          description={
            isServer
              ? "The user of this source may read no table. Grant it SELECT on what reports need, then refresh."
              : "Tables are here as soon as a file is loaded."
          }
        />
      ) : (
        <SchemaTables {...props} tables={schema.data.tables} />
      )}
    </section>
  );
}

type FreshnessProps = {
  slug: string;
  dataSourceId: string;
  schema: SourceSchema;
  zone: string;
  locale: string;
};

function Freshness({ slug, dataSourceId, schema, zone, locale }: FreshnessProps) {
  const refresh = useRefreshSchema(slug, dataSourceId);
  return (
    <div className="flex items-center gap-3">
      <p className="text-xs text-ink-3">
        Read <RelativeTime at={schema.readAt} zone={zone} locale={locale} />
      </p>
      <Button
        size="sm"
        loading={refresh.isPending}
        onClick={() =>
          refresh.mutate(undefined, {
            onSuccess: () => toast.success("The tables were read again"),
            onError: (error) => toast.error("Not read again", { description: errorBodyOf(error).message }),
          })
        }
      >
        <RefreshCw aria-hidden />
        Refresh
      </Button>
    </div>
  );
}
