"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { reorder } from "@/components/forms/reorder";
import { SortableList } from "@/components/forms/sortable-list";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { FieldRef } from "@/lib/queries/builder/schema";
import { BuilderSection } from "./builder-section";
import { useBuilder } from "./builder-scope";
import { addMeasure } from "./builder-state";
import { useFields } from "./field-picker";
import {
  MEASURE_KINDS,
  MEASURE_ORDER,
  type MeasureDraft,
  type MeasureKind,
  measureName,
} from "./measure-kinds";
import { MeasureRow } from "./measure-row";
import { SearchList } from "./search-picker";
import { useOpening } from "./use-opening";

/** What is counted or computed for each group. */
export function MeasuresSection() {
  const { query, change } = useBuilder();
  return (
    <BuilderSection
      title="Measure"
      hint="Counted, added up or compared"
      place={{ section: "measures", entries: query.measures.length }}
    >
      {query.measures.length > 0 ? (
        <SortableList
          label="Measures"
          entries={query.measures}
          onMove={(id, overId) =>
            change(
              { ...query, measures: reorder(query.measures, id, overId) },
              "The measures are in another order.",
            )
          }
        >
          {(measure, index) => <MeasureRow measure={measure} index={index} />}
        </SortableList>
      ) : (
        <p className="py-1 text-13 text-ink-2">Nothing: the rows are listed as they are.</p>
      )}
      <AddMeasure />
    </BuilderSection>
  );
}

type FieldKind = Exclude<MeasureKind, "count" | "ratio">;

function AddMeasure() {
  const { open, times, setOpen } = useOpening();
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button data-add className="self-start">
          <Plus aria-hidden />
          Add a measure
        </Button>
      </PopoverTrigger>
      <PopoverContent
        aria-label="Add a measure"
        className="w-88 max-w-[calc(100vw-1rem)] overflow-hidden p-0"
      >
        <MeasureSteps key={times} close={() => setOpen(false)} />
      </PopoverContent>
    </Popover>
  );
}

/** First how, then what: "Sum" asks for the column at the same place. */
function MeasureSteps({ close }: { close: () => void }) {
  const { query, change } = useBuilder();
  const [kind, setKind] = useState<FieldKind | null>(null);
  const [one, other] = query.measures.filter((measure) => measure.kind !== "ratio");

  function add(draft: MeasureDraft) {
    close();
    change(addMeasure(query, draft), `${measureName(query, draft)} added.`);
  }
  function choose(chosen: MeasureKind) {
    if (chosen === "count") add({ kind: "count" });
    else if (chosen !== "ratio") setKind(chosen);
    else if (one && other) add({ kind: "ratio", numerator: one.id, denominator: other.id });
  }
  if (kind) return <ColumnOfMeasure key={kind} kind={kind} onPick={(field) => add(draftOf(kind, field))} />;
  const kinds = MEASURE_ORDER.filter((entry) => entry !== "ratio" || other);
  const items = kinds.map((entry) => ({ value: entry, label: MEASURE_KINDS[entry].label }));
  return (
    <SearchList
      label="How to measure"
      placeholder="Count, sum, average …"
      groups={[{ heading: "", items }]}
      onPick={(value) => {
        const chosen = kinds.find((entry) => entry === value);
        if (chosen) choose(chosen);
      }}
    />
  );
}

function ColumnOfMeasure({ kind, onPick }: { kind: FieldKind; onPick: (field: FieldRef) => void }) {
  const { groups, find } = useFields(MEASURE_KINDS[kind]);
  return (
    <SearchList
      autoFocus
      label={`${MEASURE_KINDS[kind].label}: choose the column`}
      placeholder={`${MEASURE_KINDS[kind].label} of …`}
      groups={groups}
      none="No column here holds numbers to compute with."
      onPick={(value) => {
        const field = find(value);
        if (field) onPick(field);
      }}
    />
  );
}

const draftOf = (kind: FieldKind, field: FieldRef): MeasureDraft =>
  kind === "percentile" ? { kind, field, percentile: 90 } : { kind, field };
