import { ArrowRight, KeyRound } from "lucide-react";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { SchemaColumn, SchemaTable } from "@/lib/data-sources/schemas";
import { cn } from "@/lib/utils/cn";
import { referencesOf } from "./references";
import { tableAnchor, tableName } from "./table-name";
import { TYPE_WORDS } from "./type-words";

type ColumnTableProps = {
  label: string;
  table: SchemaTable;
  tables: readonly SchemaTable[];
  matches: readonly string[];
  onReveal: (name: string) => void;
};

export function ColumnTable({ label, table, matches, ...props }: ColumnTableProps) {
  return (
    <Table label={label} density="compact">
      <TableHeader>
        <TableRow>
          <TableHead>Column</TableHead>
          <TableHead>Holds</TableHead>
          <TableHead className="hidden sm:table-cell">Empty values</TableHead>
          <TableHead className="hidden w-full sm:table-cell">Comment</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {table.columns.map((column) => (
          <TableRow key={column.name}>
            <TableCell
              className={cn("align-top sm:min-w-48", matches.includes(column.name) && "bg-accent-soft")}
            >
              <ColumnName column={column} table={table} {...props} />
            </TableCell>
            <TableCell className="min-w-28 align-top text-ink-2 sm:min-w-40">
              <span className="block whitespace-nowrap">{TYPE_WORDS[column.valueType]}</span>
              <span className="block font-mono text-xs break-words text-ink-3">{column.type}</span>
            </TableCell>
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

type ColumnNameProps = Omit<ColumnTableProps, "label" | "matches"> & { column: SchemaColumn };

function ColumnName({ column, table, tables, onReveal }: ColumnNameProps) {
  return (
    <>
      <span className="flex items-center gap-1.5">
        <span className="font-mono text-xs break-words">{column.name}</span>
        {table.primaryKey.includes(column.name) ? (
          <span title="Tells the rows apart" className="shrink-0">
            <KeyRound aria-hidden className="size-3.5 text-ink-3" />
            <span className="sr-only">, key</span>
          </span>
        ) : null}
      </span>
      {referencesOf(table, column.name).map(({ target, column: referenced }) => {
        const name = tableName(target);
        const isNear = target.schema === table.schema;
        const text = `${isNear ? target.name : name}.${referenced}`;
        const isKnown = tables.some((other) => tableName(other) === name);
        return (
          <span key={text} className="flex items-center gap-1 text-xs text-ink-3">
            <ArrowRight aria-hidden className="size-3 shrink-0" />
            <span className="sr-only">refers to</span>
            {isKnown ? (
              <a
                href={`#${tableAnchor(target)}`}
                onClick={() => onReveal(name)}
                className="inline-flex min-h-6 items-center break-words text-accent hover:underline"
              >
                {text}
              </a>
            ) : (
              <span className="break-words">{text}</span>
            )}
          </span>
        );
      })}
      {column.comment ? <span className="block text-xs text-ink-2 sm:hidden">{column.comment}</span> : null}
    </>
  );
}
