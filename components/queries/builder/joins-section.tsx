"use client";

import { Link2, Plus } from "lucide-react";
import { useId, useState } from "react";
import { hasSchemas } from "@/components/figures/source-tables";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Label } from "@/components/ui/label";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import type { BuilderQuery, BuilderTable } from "@/lib/queries/builder/schema";
import { BuilderSection, ProblemList, RemoveButton } from "./builder-section";
import { useBuilder } from "./builder-scope";
import { addTables, changeJoin, type Join } from "./builder-state";
import { JoinByHand } from "./join-by-hand";
import { MatchFields } from "./match-fields";
import { relatedTables } from "./related-tables";
import { problemsWithin } from "./problems";
import { tableLabel } from "./schema-lookups";
import { SearchList } from "./search-picker";
import { useOpening } from "./use-opening";

/** The tables whose columns are there too. */
export function JoinsSection() {
  const { query } = useBuilder();
  const joined = query.tables.flatMap((table, index) =>
    table.join ? [{ table, join: table.join, index }] : [],
  );
  return (
    <BuilderSection
      title="Joined with"
      hint="Related tables"
      place={{ section: "tables", entries: query.tables.length }}
    >
      {joined.length > 0 ? (
        <ul aria-label="Joined tables" className="flex flex-col gap-1.5">
          {joined.map(({ table, join, index }) => (
            <li key={table.id} className="rounded-md border bg-card py-1 pr-1 pl-2.5">
              <JoinRow table={table} join={join} index={index} />
            </li>
          ))}
        </ul>
      ) : null}
      <AddTable />
    </BuilderSection>
  );
}

function JoinRow({ table, join, index }: { table: BuilderTable; join: Join; index: number }) {
  const { query, problems, change, remove } = useBuilder();
  const [editing, setEditing] = useState(false);
  const keepId = useId();
  const own = problemsWithin(problems, ["tables", index]);
  const partner = query.tables.find(({ id }) => id === join.to);
  const label = tableLabel(query, table);
  const matches = join.on
    .map(({ left, right }) => `${partner?.name ?? "?"}.${left} = ${table.name}.${right}`)
    .join(" and ");
  const isOpen = editing || own.length > 0;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex min-w-0 items-start gap-2">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 py-1.5 text-13">
          <span className="flex min-w-0 items-center gap-2 font-medium">
            <Link2 aria-hidden className="size-4 shrink-0 text-ink-3" />
            <span className="truncate">{label}</span>
          </span>
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setEditing(!editing)}
            className="min-h-6 min-w-0 rounded-sm text-left text-xs break-words text-ink-2 underline decoration-rule-strong underline-offset-3 hover:text-ink"
          >
            where {matches}
          </button>
        </div>
        <RemoveButton name={label} onRemove={() => remove(table.id, label)} />
      </div>
      {isOpen && partner ? (
        <MatchFields
          from={partner}
          to={table}
          pairs={join.on}
          onChange={(on) => change(changeJoin(query, table.id, { on }), "Other columns are matched.")}
        />
      ) : null}
      <div className="flex items-center gap-2 pb-1.5">
        <Checkbox
          id={keepId}
          checked={join.kind === "left"}
          onCheckedChange={(checked) =>
            change(
              changeJoin(query, table.id, { kind: checked === true ? "left" : "inner" }),
              checked === true ? "Rows without a partner are kept." : "Rows without a partner are left out.",
            )
          }
        />
        <Label htmlFor={keepId} className="font-normal">
          Keep rows that have no partner in {label}
        </Label>
      </div>
      <ProblemList problems={own} />
    </div>
  );
}

function AddTable() {
  const { query } = useBuilder();
  const { open, times, setOpen } = useOpening();
  if (query.tables.length >= MOST_TABLES)
    return <p className="text-13 text-ink-2">A query has at most {MOST_TABLES} tables.</p>;
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button data-add className="self-start">
          <Plus aria-hidden />
          Add a related table
        </Button>
      </PopoverTrigger>
      <PopoverContent
        aria-label="Add a related table"
        className="w-96 max-w-[calc(100vw-1rem)] overflow-x-hidden p-0"
      >
        <TablesToAdd key={times} close={() => setOpen(false)} />
      </PopoverContent>
    </Popover>
  );
}

const MOST_TABLES = 12;

/** What foreign keys reach comes first; any other table can be matched by columns. */
function TablesToAdd({ close }: { close: () => void }) {
  const { query, schema, change } = useBuilder();
  const [byHand, setByHand] = useState<SchemaTable | null>(null);
  const related = relatedTables(query, schema);
  const showsSchema = hasSchemas(schema);
  const item = (value: string, table: SchemaTable, note: string | undefined) => ({
    value,
    label: table.name,
    hint: showsSchema ? table.schema : undefined,
    note,
    keywords: table.comment ?? undefined,
  });
  const groups = [
    {
      heading: "Related",
      items: related.map(({ table, words }, index) => item(`related ${index}`, table, words)),
    },
    {
      heading: "Any table, by columns of your choice",
      items: (schema?.tables ?? []).map((table, index) =>
        item(`other ${index}`, table, table.comment ?? undefined),
      ),
    },
  ];
  function add(next: BuilderQuery, name: string) {
    close();
    change(next, `${name} joined.`);
  }
  function pick(value: string) {
    const [kind, index] = value.split(" ");
    const choice = kind === "related" ? related[Number(index)] : undefined;
    if (choice) add(addTables(query, choice.added), choice.table.name);
    else setByHand(schema?.tables[Number(index)] ?? null);
  }
  if (byHand)
    return (
      <JoinByHand table={byHand} onBack={() => setByHand(null)} onAdd={(next) => add(next, byHand.name)} />
    );
  return (
    <SearchList
      autoFocus
      label="Add a related table"
      placeholder="Search tables"
      groups={groups}
      onPick={pick}
      none="This source has no other table."
    />
  );
}
