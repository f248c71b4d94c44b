import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { FileTableDto } from "@/lib/data-sources/files/schemas";
import { formatBytes } from "@/lib/format/sizes";
import { formatNumber } from "@/lib/format/value";
import { tablePath } from "./paths";
import type { Place } from "./place";

type FileTablesProps = {
  slug: string;
  dataSourceId: string;
  place: Place;
  /** ISO 8601. */
  now: string;
  tables: readonly FileTableDto[];
};

export function FileTables({ slug, dataSourceId, place, now, tables }: FileTablesProps) {
  const { locale } = place;
  return (
    <div className="border-t px-2 pb-1">
      <Table label="Tables">
        <TableHeader>
          <TableRow>
            <TableHead className="w-full">Table</TableHead>
            <TableHead numeric>Rows</TableHead>
            <TableHead numeric className="hidden sm:table-cell">
              Columns
            </TableHead>
            <TableHead numeric className="hidden md:table-cell">
              Size
            </TableHead>
            <TableHead className="hidden sm:table-cell">Last load</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {tables.map((table) => (
            <TableRow key={table.id} interactive>
              <TableCell className="max-w-0">
                <Link
                  href={tablePath({ slug, dataSourceId }, table.id)}
                  className="inline-flex min-h-6 max-w-full items-center font-medium break-all text-ink hover:underline"
                >
                  {table.name}
                </Link>
                <p className="text-xs text-ink-3 sm:hidden">
                  Loaded <RelativeTime plain at={table.updatedAt} now={now} {...place} />
                </p>
              </TableCell>
              <TableCell numeric>{formatNumber(table.rows, { locale })}</TableCell>
              <TableCell numeric className="hidden sm:table-cell">
                {formatNumber(table.columns.length, { locale })}
              </TableCell>
              <TableCell numeric className="hidden md:table-cell">
                {formatBytes(table.bytes, { locale })}
              </TableCell>
              <TableCell className="hidden text-ink-2 sm:table-cell">
                <RelativeTime at={table.updatedAt} now={now} {...place} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
