"use client";

import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { Field } from "@/components/figures/field";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import type { BuilderQuery } from "@/lib/queries/builder/schema";
import { useBuilder } from "./builder-scope";
import { addTable, addTables, type Join } from "./builder-state";
import { MatchFields } from "./match-fields";
import { waysTo } from "./related-tables";
import { findTable, likelyMatch, tableLabel } from "./schema-lookups";

type JoinByHandProps = {
  table: SchemaTable;
  onBack: () => void;
  onAdd: (query: BuilderQuery) => void;
};

/** Joins a table that no foreign key reaches, by columns that must be equal. */
export function JoinByHand({ table, onBack, onAdd }: JoinByHandProps) {
  const { query, schema } = useBuilder();
  const [to, setTo] = useState(query.tables[0]?.id ?? "");
  const partner = query.tables.find(({ id }) => id === to);
  const partnerTable = partner && findTable(schema, partner);
  const [pairs, setPairs] = useState<Join["on"] | null>(null);
  const suggested = partnerTable && likelyMatch(partnerTable, table);
  const shown = pairs ?? [suggested ?? { left: "", right: "" }];
  const ways = waysTo(query, schema, table);
  const isComplete = shown.every(({ left, right }) => left !== "" && right !== "");
  return (
    <div className="flex flex-col gap-3 p-3">
      <div className="flex items-center gap-1.5">
        <Button variant="ghost" size="icon-sm" aria-label="Back to the tables" autoFocus onClick={onBack}>
          <ArrowLeft aria-hidden />
        </Button>
        <h4 className="min-w-0 truncate text-sm font-semibold">Join {table.name}</h4>
      </div>
      {ways.length > 0 ? (
        <ul className="flex flex-col gap-1.5 border-b pb-3">
          {ways.map(({ added, words }) => (
            <li key={words}>
              <Button
                className="h-auto min-h-8 w-full justify-start py-1.5 text-left font-normal whitespace-normal"
                onClick={() => onAdd(addTables(query, added))}
              >
                {words}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {query.tables.length > 1 ? (
        <Field label="With">
          {(control) => (
            <NativeSelect
              {...control}
              value={to}
              onChange={({ target }) => {
                setTo(target.value);
                setPairs(null);
              }}
            >
              {query.tables.map((entry) => (
                <option key={entry.id} value={entry.id}>
                  {tableLabel(query, entry)}
                </option>
              ))}
            </NativeSelect>
          )}
        </Field>
      ) : null}
      <p className="text-13 text-ink-2">Rows belong together where these columns are equal:</p>
      {partner ? <MatchFields from={partner} to={table} pairs={shown} onChange={setPairs} /> : null}
      <Button
        variant="primary"
        className="self-end"
        disabled={!isComplete}
        onClick={() => onAdd(addTable(query, table, { kind: "left", to, on: shown }))}
      >
        Join {table.name}
      </Button>
    </div>
  );
}
