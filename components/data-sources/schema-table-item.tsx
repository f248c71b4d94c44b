import { ChevronRight, Plus } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import { formatNumber } from "@/lib/format/value";
import { cn } from "@/lib/utils/cn";

type SchemaTableItemProps = {
  slug: string;
  dataSourceId: string;
  table: SchemaTable;
  /** Columns the filter found; their table is then opened. */
  matches: readonly string[];
  locale: string;
  mayQuery: boolean;
};

export function SchemaTableItem({
  slug,
  dataSourceId,
  table,
  matches,
  locale,
  mayQuery,
}: SchemaTableItemProps) {
  const link = new URLSearchParams({ source: dataSourceId, schema: table.schema, table: table.name });
  const label = `${table.schema}.${table.name}`;
  return (
    <li>
      {/* The key opens it anew when the filter finds one of its columns, and closes it afterwards. */}
      <details key={String(matches.length > 0)} open={matches.length > 0} className="group">
        <summary className="flex min-h-11 cursor-pointer list-none items-center gap-3 px-4 py-2 hover:bg-sunken/60 [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden
            className="size-4 shrink-0 text-ink-3 transition-transform group-open:rotate-90"
          />
          <span className="min-w-0 flex-1">
            <span className="text-sm font-medium break-all">
              <span className="text-ink-3">{table.schema}.</span>
              {table.name}
            </span>
            {table.comment ? (
              <span className="block truncate text-13 text-ink-2">{table.comment}</span>
            ) : null}
          </span>
          <span className="shrink-0 text-right text-xs text-ink-3">
            {table.rowEstimate === null ? null : (
              <span className="block tabular-nums">
                about {formatNumber(table.rowEstimate, { locale })} rows
              </span>
            )}
            {table.columns.length} {table.columns.length === 1 ? "column" : "columns"}
          </span>
        </summary>
        <div className="px-4 pb-4 sm:pl-11">
          {mayQuery ? (
            <Button asChild size="sm" className="mt-1 mb-2">
              <Link href={`/${slug}/queries/new?${link}`}>
                <Plus aria-hidden />
                New query on this table
              </Link>
            </Button>
          ) : null}
          <ColumnTable label={`Columns of ${label}`} columns={table.columns} matches={matches} />
        </div>
      </details>
    </li>
  );
}

type ColumnTableProps = { label: string; columns: SchemaTable["columns"]; matches: readonly string[] };

function ColumnTable({ label, columns, matches }: ColumnTableProps) {
  return (
    <Table label={label} density="compact">
      <TableHeader>
        <TableRow>
          <TableHead>Column</TableHead>
          <TableHead>Type</TableHead>
          <TableHead className="hidden sm:table-cell">Empty values</TableHead>
          <TableHead className="hidden w-full sm:table-cell">Comment</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {columns.map((column) => (
          <TableRow key={column.name}>
            <TableCell className={cn("align-top", matches.includes(column.name) && "bg-accent-soft")}>
              <span className="font-mono text-xs">{column.name}</span>
              {column.comment ? (
                <span className="block text-xs text-ink-2 sm:hidden">{column.comment}</span>
              ) : null}
            </TableCell>
            <TableCell className="align-top text-ink-2 sm:whitespace-nowrap">{column.type}</TableCell>
            <TableCell className="hidden align-top text-ink-2 sm:table-cell">
              {column.nullable ? "Possible" : "Never"}
            </TableCell>
            <TableCell className="hidden align-top text-ink-2 sm:table-cell">{column.comment}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
