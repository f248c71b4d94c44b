"use client";

import { useState } from "react";
import { SearchBox } from "@/components/forms/search-box";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import { formatNumber } from "@/lib/format/value";
import { filterTables } from "./filter-tables";
import { SchemaTableItem } from "./schema-table-item";
import { tableName } from "./table-name";

export type SchemaTablesProps = {
  slug: string;
  dataSourceId: string;
  tables: readonly SchemaTable[];
  locale: string;
  mayQuery: boolean;
};

/** Drawn at once; with more, the filter is the way. */
const SHOWN_TABLES = 200;

export function SchemaTables({ tables, ...props }: SchemaTablesProps) {
  const [filter, setFilter] = useState("");
  // What somebody opened or closed; a table whose columns the filter finds is open without that.
  const [toggled, setToggled] = useState<Record<string, boolean>>({});
  const found = filterTables(tables, filter);
  const shown = found.slice(0, SHOWN_TABLES);

  /** Opens a table that another one refers to, and makes sure that it is drawn. */
  function reveal(name: string) {
    const isDrawn = shown.some(({ table }) => tableName(table) === name);
    const isFirst = tables.slice(0, SHOWN_TABLES).some((table) => tableName(table) === name);
    if (!isDrawn) setFilter(isFirst ? "" : name);
    setToggled((before) => ({ ...before, [name]: true }));
  }

  return (
    <>
      <TableFilter filter={filter} onChange={setFilter}>
        {countWords(found.length, tables.length, props.locale)}
      </TableFilter>
      {shown.length === 0 ? (
        <p className="border-t px-4 py-8 text-sm text-ink-2">No table or column matches “{filter}”.</p>
      ) : (
        <ul className="divide-y border-t">
          {shown.map(({ table, columns }) => {
            const name = tableName(table);
            return (
              <SchemaTableItem
                {...props}
                key={name}
                table={table}
                tables={tables}
                matches={columns}
                isOpen={toggled[name] ?? columns.length > 0}
                onToggle={(isOpen) => setToggled((before) => ({ ...before, [name]: isOpen }))}
                onReveal={reveal}
              />
            );
          })}
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

type TableFilterProps = { filter: string; onChange: (filter: string) => void; children: string };

function TableFilter({ filter, onChange, children }: TableFilterProps) {
  return (
    <div className="flex flex-wrap items-center gap-3 px-4 pt-3 pb-4">
      <SearchBox
        className="w-full max-w-sm"
        label="Filter tables and columns"
        value={filter}
        onChange={onChange}
      />
      <p aria-live="polite" className="text-xs text-ink-3">
        {children}
      </p>
    </div>
  );
}

function countWords(found: number, all: number, locale: string): string {
  const words = `${formatNumber(all, { locale })} ${all === 1 ? "table" : "tables"}`;
  return found === all ? words : `${formatNumber(found, { locale })} of ${words}`;
}
