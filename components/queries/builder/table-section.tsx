"use client";

import { ChevronsUpDown, Table2 } from "lucide-react";
import { useState } from "react";
import { hasSchemas, likelyFirst } from "@/components/figures/source-tables";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import { formatNumber } from "@/lib/format/value";
import { BuilderSection } from "./builder-section";
import { useBuilder } from "./builder-scope";
import { beginWith, type TableName } from "./builder-state";
import type { PickerGroup } from "./filter-groups";
import { LossList } from "./loss-list";
import { allLosses, losesAnything } from "./remove-parts";
import { findTable } from "./schema-lookups";
import { SearchList, SearchPicker } from "./search-picker";

const nameOf = ({ schema, name }: TableName) => JSON.stringify([schema, name]);

/** The tables of the source, to be searched by name, comment or schema. */
export function tableGroups(
  tables: readonly SchemaTable[],
  locale: string,
  heading: string,
  showsSchema: boolean,
): PickerGroup[] {
  const items = tables.map((table) => ({
    value: nameOf(table),
    label: table.name,
    icon: <Table2 aria-hidden className="size-4 text-ink-3" />,
    hint: [showsSchema ? table.schema : "", rowWords(table.rowEstimate, locale)].filter(Boolean).join(" · "),
    note: table.comment ?? undefined,
    keywords: table.schema,
  }));
  return [{ heading, items }];
}

function rowWords(estimate: number | null, locale: string): string {
  if (estimate === null || estimate < 0) return "";
  return `${formatNumber(Math.round(estimate), { locale })} ${estimate === 1 ? "row" : "rows"}`;
}

/** The first thing there is: which table to begin with. */
export function ChooseTable() {
  const { schema, change, locale } = useBuilder();
  const tables = likelyFirst(schema?.tables ?? []);
  const showsSchema = hasSchemas(schema);
  function pick(value: string) {
    const table = tables.find((entry) => nameOf(entry) === value);
    if (!table) return;
    change(beginWith(table), `The query begins with ${table.name}.`);
    // The list is gone with its focus; the next thing to do is what stands below the chosen table.
    requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-table]")?.focus());
  }
  return (
    <section aria-labelledby="choose-table" className="rounded-lg border bg-card">
      <div className="px-5 pt-5 pb-4">
        <h3 id="choose-table" className="font-serif text-title text-balance">
          Choose a table to begin
        </h3>
        <p className="mt-1 text-sm text-pretty text-ink-2">
          What do you want to count or list? Related tables can be added next. The most likely ones come
          first.
        </p>
      </div>
      <div className="border-t">
        <SearchList
          label="Choose a table"
          placeholder="Search tables"
          groups={tableGroups(tables, locale, "", showsSchema)}
          onPick={pick}
          none="This source has no tables that its user may read."
          className="max-h-96"
        />
      </div>
    </section>
  );
}

/** The table the query begins with. */
export function TableSection() {
  const { query, schema, change, locale } = useBuilder();
  const [asked, setAsked] = useState<SchemaTable | null>(null);
  const [first] = query.tables;
  if (!first) return null;
  const table = findTable(schema, first);
  const others = likelyFirst(schema?.tables ?? []);
  const losses = allLosses(query);

  const begin = (next: TableName) => change(beginWith(next), `The query begins with ${next.name}.`);
  function pick(value: string) {
    const next = others.find((entry) => nameOf(entry) === value);
    if (!next || (next.name === first?.name && next.schema === first.schema)) return;
    if (losesAnything(losses)) setAsked(next);
    else begin(next);
  }

  return (
    <BuilderSection title="From" hint="What the rows are" place={{ section: "tables", entries: 0 }}>
      <SearchPicker
        label="Choose another table"
        placeholder="Search tables"
        groups={tableGroups(others, locale, "", hasSchemas(schema))}
        onPick={pick}
        trigger={
          <Button
            size="lg"
            data-table
            aria-label={`Table: ${first.name}. Choose another`}
            className="w-full justify-start border-field px-3 @lg:max-w-md"
          >
            <Table2 aria-hidden className="text-ink-3" />
            <span className="truncate">{first.name}</span>
            {hasSchemas(schema) ? (
              <span className="truncate text-13 font-normal text-ink-3">{first.schema}</span>
            ) : null}
            <ChevronsUpDown aria-hidden className="ml-auto text-ink-3" />
          </Button>
        }
      />
      <p className="text-xs text-pretty text-ink-3">
        {table
          ? [
              table.comment?.replace(/\.$/, ""),
              rowWords(table.rowEstimate, locale),
              `${table.columns.length} columns`,
            ]
              .filter(Boolean)
              .join(" · ")
          : schema
            ? "The source has no such table any more. Choose another one."
            : "The source’s tables are being read."}
      </p>
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        verb="Begin with"
        name={asked?.name ?? ""}
        consequence={<LossList losses={losses} />}
        onConfirm={() => {
          if (asked) begin(asked);
        }}
      />
    </BuilderSection>
  );
}
