"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ColumnChoice } from "@/lib/data-sources/files/schemas";
import { formatNumber } from "@/lib/format/value";
import { cn } from "@/lib/utils/cn";
import { TYPE_WORDS } from "../type-words";
import { asRead } from "./as-read";
import { fits } from "./read-value";

const SHORT = 8;
/** Drawn beside each other; the list of columns has all. */
const SHOWN_COLUMNS = 100;

type PreviewTableProps = {
  rows: readonly (readonly (string | null)[])[];
  choices: readonly ColumnChoice[];
  badValues: "refuse" | "empty";
  locale: string;
};

/** The first rows as they will be read: columns that are left out are not there, values that do not fit are marked. */
export function PreviewTable({ rows, choices, badValues, locale }: PreviewTableProps) {
  const [isLong, setLong] = useState(false);
  const included = choices.flatMap((choice, index) => (choice.isIncluded ? [{ choice, index }] : []));
  const columns = included.slice(0, SHOWN_COLUMNS);
  const shown = isLong ? rows : rows.slice(0, SHORT);
  if (rows.length === 0) return <p className="px-4 pb-4 text-13 text-ink-2">No row could be read.</p>;
  return (
    <>
      <div
        role="group"
        aria-label="First rows, to be scrolled"
        tabIndex={0}
        className="max-h-96 overflow-auto border-t focus-visible:-outline-offset-2"
      >
        <table aria-label="First rows" className="min-w-full border-separate border-spacing-0 text-13">
          <thead>
            <tr>
              {columns.map(({ choice, index }) => (
                <th
                  key={index}
                  scope="col"
                  className={cn(
                    "sticky top-0 border-b border-rule-strong bg-card px-3 py-2 text-left align-bottom text-xs font-medium whitespace-nowrap",
                    choice.type === "number" && "text-right",
                  )}
                >
                  <span className={cn("block max-w-60 truncate", choice.type === "number" && "ml-auto")}>
                    {choice.name}
                  </span>
                  <span className="block font-normal text-ink-3">{TYPE_WORDS[choice.type]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, at) => (
              // The rows have no key of their own, and never change places.
              <tr key={at}>
                {columns.map(({ choice, index }) => (
                  <PreviewCell
                    key={index}
                    value={row[index] ?? null}
                    choice={choice}
                    badValues={badValues}
                    locale={locale}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2 border-t px-4 py-2 text-xs text-ink-3">
        <p>
          {included.length > columns.length
            ? `The first ${SHOWN_COLUMNS} of ${formatNumber(included.length, { locale })} columns. `
            : ""}
          {`The first ${shown.length} rows.`}
        </p>
        {rows.length > SHORT ? (
          <Button size="sm" variant="ghost" onClick={() => setLong(!isLong)}>
            {isLong ? "Show fewer rows" : `Show ${rows.length} rows`}
          </Button>
        ) : null}
      </div>
    </>
  );
}

type PreviewCellProps = Pick<PreviewTableProps, "badValues" | "locale"> & {
  value: string | null;
  choice: ColumnChoice;
};

function PreviewCell({ value, choice, badValues, locale }: PreviewCellProps) {
  const isMisfit = !fits(value, choice);
  return (
    <td
      className={cn(
        "max-w-72 truncate border-b border-rule px-3 py-1.5",
        choice.type === "number" && "text-right tabular-nums",
        isMisfit && "bg-warn-soft text-warn",
        isMisfit && badValues === "empty" && "line-through",
      )}
      title={value ?? undefined}
    >
      {value === null ? <span className="text-ink-3">empty</span> : asRead(value, choice, locale)}
      {isMisfit ? <span className="sr-only">, does not fit</span> : null}
    </td>
  );
}
