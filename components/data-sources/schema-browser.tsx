"use client";

import { Search, TableProperties } from "lucide-react";
import { useState } from "react";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Input } from "@/components/ui/input";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import { formatNumber } from "@/lib/format/value";
import { filterTables } from "./filter-tables";
import { useSourceTables } from "./queries";
import { SchemaTableItem } from "./schema-table-item";

type SchemaBrowserProps = {
  slug: string;
  dataSourceId: string;
  locale: string;
  mayQuery: boolean;
};

/** Drawn at once; with more, the filter is the way. */
const SHOWN_TABLES = 200;

/** The tables of a source with their columns, read from the source when the page opens. */
export function SchemaBrowser({ slug, dataSourceId, ...props }: SchemaBrowserProps) {
  const tables = useSourceTables(slug, dataSourceId);
  return (
    <section aria-labelledby="tables-heading" className="rounded-lg border bg-card">
      <h2 id="tables-heading" className="px-4 pt-4 font-serif text-lg">
        Tables
      </h2>
      {tables.isPending ? (
        <div className="p-4">
          <TableSkeleton columns={3} />
        </div>
      ) : tables.isError ? (
        <ErrorState
          size="card"
          headingLevel={3}
          error={errorBodyOf(tables.error)}
          onRetry={() => void tables.refetch()}
          retrying={tables.isFetching}
        />
      ) : tables.data.length === 0 ? (
        <EmptyState
          size="card"
          headingLevel={3}
          icon={<TableProperties />}
          title="Nothing to read yet"
          description="The user of this source may read no table. Grant it SELECT on what reports need."
        />
      ) : (
        <TableList slug={slug} dataSourceId={dataSourceId} tables={tables.data} {...props} />
      )}
    </section>
  );
}

function TableList({ tables, locale, ...props }: SchemaBrowserProps & { tables: SchemaTable[] }) {
  const [filter, setFilter] = useState("");
  const found = filterTables(tables, filter);
  const shown = found.slice(0, SHOWN_TABLES);
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 px-4 pt-3 pb-4">
        <div className="relative w-full max-w-sm">
          <Search aria-hidden className="pointer-events-none absolute top-2.5 left-3 size-4 text-ink-3" />
          <Input
            type="search"
            aria-label="Filter tables and columns"
            placeholder="Filter tables and columns"
            className="pl-9"
            value={filter}
            onChange={({ target }) => setFilter(target.value)}
          />
        </div>
        <p aria-live="polite" className="text-xs text-ink-3">
          {countWords(found.length, tables.length, locale)}
        </p>
      </div>
      {shown.length === 0 ? (
        <p className="border-t px-4 py-8 text-sm text-ink-2">No table or column matches “{filter}”.</p>
      ) : (
        <ul className="divide-y border-t">
          {shown.map(({ table, columns }) => (
            <SchemaTableItem
              key={`${table.schema}.${table.name}`}
              table={table}
              matches={columns}
              locale={locale}
              {...props}
            />
          ))}
        </ul>
      )}
      {found.length > shown.length ? (
        <p className="border-t px-4 py-3 text-xs text-ink-3">
          The first {SHOWN_TABLES} are shown. Filter to find the others.
        </p>
      ) : null}
    </>
  );
}

function countWords(found: number, all: number, locale: string): string {
  const words = `${formatNumber(all, { locale })} ${all === 1 ? "table" : "tables"}`;
  return found === all ? words : `${formatNumber(found, { locale })} of ${words}`;
}
