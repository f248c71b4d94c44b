"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { CellRule, CellTest, CellTone } from "@/lib/charts/cell-format-spec";
import { TONE_MARKS } from "@/lib/charts/cell-rules";
import type { ResultColumn } from "@/lib/charts/types";
import { Choice } from "./choice";
import { ComparandFields } from "./comparand-fields";

const TESTS = {
  above: "Above",
  at_least: "At least",
  below: "Below",
  at_most: "At most",
  equal: "Equal to",
  not_equal: "Other than",
  contains: "Containing",
  missing: "Missing",
} as const satisfies Record<CellTest, string>;

const TONES = {
  good: `${TONE_MARKS.good} Good`,
  warn: `${TONE_MARKS.warn} Needs a look`,
  bad: `${TONE_MARKS.bad} Bad`,
  note: `${TONE_MARKS.note} Marked`,
} as const satisfies Record<CellTone, string>;

const MAX_RULES = 10;

type CellRuleFieldsProps = {
  rules: readonly CellRule[];
  column: ResultColumn;
  columns: readonly ResultColumn[];
  onChange: (rules: CellRule[]) => void;
};

/** Rules of one column, from the first to the last: the first that holds marks the cell. */
export function CellRuleFields({ rules, column, columns, onChange }: CellRuleFieldsProps) {
  const change = (place: number, next: Partial<CellRule>) =>
    onChange(rules.map((rule, index) => (index === place ? { ...rule, ...next } : rule)));
  return (
    <div role="group" aria-label="Marks" className="flex flex-col gap-4">
      {rules.map((rule, place) => (
        <section
          key={place}
          aria-label={`Rule ${place + 1}`}
          className="flex flex-col gap-3 border-l-2 border-rule-strong pl-3"
        >
          <div className="grid grid-cols-2 gap-3">
            <Choice
              label="When a cell is"
              options={TESTS}
              value={rule.test}
              onChange={(test) => change(place, { test })}
            />
            <Choice
              label="Mark it"
              options={TONES}
              value={rule.tone}
              onChange={(tone) => change(place, { tone })}
            />
          </div>
          {rule.test === "missing" ? null : (
            <ComparandFields
              label="Compared with"
              column={column}
              columns={columns}
              value={rule.than}
              onChange={(than) => change(place, { than })}
            />
          )}
          <Button
            variant="ghost"
            size="sm"
            className="self-start"
            onClick={() => onChange(rules.filter((_, index) => index !== place))}
          >
            <Trash2 aria-hidden />
            Remove rule {place + 1}
          </Button>
        </section>
      ))}
      {rules.length < MAX_RULES ? (
        <Button
          variant="secondary"
          size="sm"
          className="self-start"
          onClick={() => onChange([...rules, newRule(column)])}
        >
          <Plus aria-hidden />
          Add a rule
        </Button>
      ) : null}
    </div>
  );
}

function newRule({ type }: ResultColumn): CellRule {
  return type === "number"
    ? { test: "above", than: { value: 0 }, tone: "good" }
    : { test: "equal", than: { value: "" }, tone: "note" };
}
