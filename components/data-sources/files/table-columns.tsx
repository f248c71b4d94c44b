"use client";

import type { FileTableDto } from "@/lib/data-sources/files/schemas";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import { formatNumber } from "@/lib/format/value";
import { TableSample } from "../table-sample";
import { TYPE_WORDS } from "../type-words";

type TableColumnsProps = { slug: string; table: FileTableDto; locale: string; maySample: boolean };

/** Short enough to be seen whole; more can be scrolled. */
export function TableColumns({ slug, table, locale, maySample }: TableColumnsProps) {
  return (
    <section aria-labelledby="columns-heading" className="rounded-lg border bg-card">
      <div className="flex items-baseline justify-between gap-4 px-4 pt-4 pb-3">
        <h2 id="columns-heading" className="font-serif text-lg">
          Columns
        </h2>
        <p className="text-xs text-ink-3">{formatNumber(table.columns.length, { locale })}</p>
      </div>
      <ul
        aria-label="Columns"
        tabIndex={0}
        className="grid max-h-80 gap-x-8 overflow-y-auto border-t px-4 py-2 text-13 focus-visible:-outline-offset-2 sm:grid-cols-2 lg:grid-cols-3"
      >
        {table.columns.map(({ name, type }) => (
          <li key={name} className="flex items-baseline justify-between gap-3 border-b border-rule py-1.5">
            <span className="min-w-0 font-mono text-xs break-words">{name}</span>
            <span className="shrink-0 text-ink-2">{TYPE_WORDS[type]}</span>
          </li>
        ))}
      </ul>
      {maySample ? (
        <div className="flex flex-col border-t p-3">
          <TableSample
            key={`${table.name}:${table.version}`}
            slug={slug}
            dataSourceId={table.dataSourceId}
            table={asSchemaTable(table)}
          />
        </div>
      ) : null}
    </section>
  );
}

const asSchemaTable = (table: FileTableDto): SchemaTable => ({
  schema: "",
  name: table.name,
  comment: null,
  rowEstimate: table.rows,
  columns: table.columns.map(({ name, type }) => ({
    name,
    type,
    valueType: type,
    nullable: true,
    comment: null,
  })),
  primaryKey: [],
  foreignKeys: [],
});
