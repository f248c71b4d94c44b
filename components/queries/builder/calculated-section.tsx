"use client";

import { BookOpen, Plus } from "lucide-react";
import { type FocusEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { ColumnType } from "@/lib/charts/types";
import type { BuilderProblem } from "@/lib/queries/builder/check";
import { FUNCTIONS } from "@/lib/queries/builder/expression/functions";
import type { CalculatedColumn } from "@/lib/queries/builder/schema";
import { BuilderSection, ProblemList, RemoveButton } from "./builder-section";
import { useBuilder } from "./builder-scope";
import { addCalculated, renameCalculated, setExpression } from "./builder-state";
import { ExpressionField } from "./expression-field";
import { expressionColumns, readsOf } from "./expression-names";
import { NameInput } from "./name-input";
import { problemsWithin } from "./problems";

/** Columns of one's own, computed row by row; used above and below like any other. */
export function CalculatedSection() {
  const { query, change } = useBuilder();
  return (
    <BuilderSection
      title="Calculated"
      hint="Columns of your own"
      place={{ section: "calculated", entries: query.calculated.length }}
    >
      {query.calculated.length > 0 ? (
        <ul aria-label="Calculated columns" className="flex flex-col gap-1.5">
          {query.calculated.map((column, index) => (
            <li key={column.id} className="rounded-md border bg-card py-1 pr-1 pl-1.5">
              <CalculatedRow column={column} index={index} />
            </li>
          ))}
        </ul>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          data-add
          onClick={({ currentTarget }) => {
            const section = currentTarget.closest("section");
            change(addCalculated(query, "New column", ""), "A calculated column added.");
            // To be named at once.
            requestAnimationFrame(() => [...(section?.querySelectorAll("input") ?? [])].at(-1)?.select());
          }}
        >
          <Plus aria-hidden />
          Add a calculated column
        </Button>
        {query.calculated.length > 0 ? <FunctionReference /> : null}
      </div>
    </BuilderSection>
  );
}

function CalculatedRow({ column, index }: { column: CalculatedColumn; index: number }) {
  const { query, model, schema, problems, change, remove } = useBuilder();
  const notesId = useId();
  // What is still to be written is not yet wrong.
  const [wasLeft, setLeft] = useState(column.expression !== "");
  const own = wasLeft ? problemsWithin(problems, ["calculated", index]) : [];
  const position = own.find((problem) => problem.position !== undefined)?.position ?? null;
  const node = model.calculated.get(column.id);
  function onBlur({ currentTarget, relatedTarget }: FocusEvent) {
    if (!currentTarget.contains(relatedTarget)) setLeft(true);
  }
  return (
    <div className="flex min-w-0 flex-col gap-1" onBlur={onBlur}>
      <div className="flex min-w-0 items-start gap-1.5">
        <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] items-start gap-1.5 @lg:grid-cols-[minmax(0,2fr)_minmax(0,5fr)]">
          <NameInput
            aria-label={`Name of the calculated column ${column.name}`}
            name={column.name}
            onRename={(name) =>
              change(renameCalculated(query, column.id, name, readsOf(model)), `Called ${name}.`)
            }
          />
          <ExpressionField
            label={`Expression of ${column.name}`}
            value={column.expression}
            columns={expressionColumns(model, schema, column.id)}
            problemAt={position}
            describedBy={notesId}
            onChange={(text) =>
              change(setExpression(query, column.id, text), "", `expression of ${column.id}`)
            }
          />
        </div>
        <RemoveButton name={column.name} onRemove={() => remove(column.id, column.name)} />
      </div>
      <div id={notesId} aria-live="polite">
        {node && !(node instanceof Error) ? (
          <p className="text-xs text-ink-3">Gives {RESULT_WORDS[node.type]}.</p>
        ) : null}
        <ProblemList problems={own.map(withPlace)} />
      </div>
    </div>
  );
}

const withPlace = (problem: BuilderProblem): BuilderProblem =>
  problem.position && problem.position > 1
    ? { ...problem, message: `Character ${problem.position}: ${problem.message}` }
    : problem;

const RESULT_WORDS = {
  text: "a text",
  number: "a number",
  boolean: "yes or no",
  date: "a date",
  timestamp: "a date and time",
} as const satisfies Record<ColumnType, string>;

/** What the expression language knows, with an example each. */
function FunctionReference() {
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="ghost">
          <BookOpen aria-hidden />
          What can be written
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label="What can be written" className="w-104 max-w-[calc(100vw-1rem)]">
        <p className="text-13 text-ink-2">
          Columns stand in brackets, texts in quotes. Use <code className="font-mono text-xs">+ - * / %</code>
          , <code className="font-mono text-xs">&amp;</code> to join texts,{" "}
          <code className="font-mono text-xs">{"= <> < <= > >="}</code>,{" "}
          <code className="font-mono text-xs">and or not</code>, and these functions:
        </p>
        <dl className="mt-3 flex flex-col gap-2.5 border-t pt-3">
          {FUNCTIONS.map((entry) => (
            <div key={entry.name}>
              <dt className="font-mono text-xs">{entry.signature}</dt>
              <dd className="mt-0.5 text-13 text-ink-2">
                {entry.description}{" "}
                <code className="font-mono text-xs break-words text-ink-3">{entry.example}</code>
              </dd>
            </div>
          ))}
        </dl>
      </PopoverContent>
    </Popover>
  );
}
