import { Blocks, ChevronRight, SquareCode } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import { formatNumber } from "@/lib/format/value";
import { ColumnTable } from "./column-table";
import type { SchemaTablesProps } from "./schema-tables";
import { tableAnchor, tableName } from "./table-name";
import { TableSample } from "./table-sample";

type SchemaTableItemProps = SchemaTablesProps & {
  table: SchemaTable;
  /** Columns the filter found. */
  matches: readonly string[];
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  /** Opens the table of a name that a key points at. */
  onReveal: (name: string) => void;
};

export function SchemaTableItem({ table, isOpen, onToggle, ...props }: SchemaTableItemProps) {
  const { locale } = props;
  return (
    <li id={tableAnchor(table)} className="scroll-mt-16">
      <details
        open={isOpen}
        onToggle={({ currentTarget }) => {
          if (currentTarget.open !== isOpen) onToggle(currentTarget.open);
        }}
        className="group"
      >
        <summary className="flex min-h-11 cursor-pointer list-none items-center gap-3 px-4 py-2 hover:bg-sunken/60 [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden
            className="size-4 shrink-0 text-ink-3 transition-transform group-open:rotate-90 motion-reduce:transition-none"
          />
          <span className="min-w-0 flex-1">
            <span className="text-sm font-medium break-all">
              {table.schema ? <span className="text-ink-3">{table.schema}.</span> : null}
              {table.name}
            </span>
            {table.comment ? (
              <span className="block truncate text-13 text-ink-2">{table.comment}</span>
            ) : null}
          </span>
          <span className="shrink-0 text-right text-xs text-ink-3">
            {table.rowEstimate === null ? null : (
              <span className="block tabular-nums">
                about {formatNumber(table.rowEstimate, { locale })} {table.rowEstimate === 1 ? "row" : "rows"}
              </span>
            )}
            {table.columns.length} {table.columns.length === 1 ? "column" : "columns"}
          </span>
        </summary>
        {isOpen ? <TableDetails table={table} {...props} /> : null}
      </details>
    </li>
  );
}

type TableDetailsProps = Omit<SchemaTableItemProps, "isOpen" | "onToggle">;

/** Made when it is looked at: a large schema has many thousand columns. */
function TableDetails({ slug, dataSourceId, table, tables, matches, mayQuery, onReveal }: TableDetailsProps) {
  const query = (mode: "builder" | "sql") =>
    `/${slug}/queries/new?${new URLSearchParams({ source: dataSourceId, schema: table.schema, table: table.name, mode })}`;
  return (
    <div className="flex flex-col gap-3 px-4 pt-1 pb-4 sm:pl-11">
      {mayQuery ? (
        <div className="flex flex-wrap gap-2">
          <Button asChild size="sm">
            <Link href={query("builder")}>
              <Blocks aria-hidden />
              Build a query
            </Link>
          </Button>
          <Button asChild size="sm">
            <Link href={query("sql")}>
              <SquareCode aria-hidden />
              Write a query
            </Link>
          </Button>
        </div>
      ) : null}
      <ColumnTable
        label={`Columns of ${tableName(table)}`}
        table={table}
        tables={tables}
        matches={matches}
        onReveal={onReveal}
      />
      {mayQuery ? <TableSample slug={slug} dataSourceId={dataSourceId} table={table} /> : null}
    </div>
  );
}
