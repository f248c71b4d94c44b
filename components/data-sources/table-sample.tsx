"use client";

import { Rows3 } from "lucide-react";
import { useState } from "react";
import { DataTable } from "@/components/charts/data-table";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import { useTableSample } from "./queries";
import { tableName } from "./table-name";

type TableSampleProps = { slug: string; dataSourceId: string; table: SchemaTable };

/** The first rows, when somebody asks for them: a look at a large view may cost the source something. */
export function TableSample({ slug, dataSourceId, table }: TableSampleProps) {
  const [isWanted, setWanted] = useState(false);
  const { schema, name } = table;
  const sample = useTableSample(slug, { dataSourceId, schema, table: name }, isWanted);
  if (!isWanted)
    return (
      <Button size="sm" variant="ghost" className="self-start" onClick={() => setWanted(true)}>
        <Rows3 aria-hidden />
        Show the first rows
      </Button>
    );
  return (
    <section aria-label={`First rows of ${tableName(table)}`} className="rounded-lg border">
      {sample.isPending ? (
        <div className="p-3">
          <TableSkeleton columns={Math.min(5, table.columns.length)} />
        </div>
      ) : sample.isError ? (
        <ErrorState
          size="card"
          headingLevel={3}
          error={errorBodyOf(sample.error)}
          onRetry={() => void sample.refetch()}
          retrying={sample.isFetching}
        />
      ) : sample.data.empty ? (
        <p className="px-4 py-6 text-center text-13 text-ink-3">The table has no rows.</p>
      ) : (
        <DataTable
          model={{ ...sample.data, title: `First rows of ${tableName(table)}` }}
          className="max-h-96"
        />
      )}
    </section>
  );
}
