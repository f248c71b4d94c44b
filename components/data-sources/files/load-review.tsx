"use client";

import type { ReactNode } from "react";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { FileInspection, FileLoadDto, FileTableDto } from "@/lib/data-sources/files/schemas";
import type { ErrorBody } from "@/lib/errors";
import { formatNumber } from "@/lib/format/value";
import { ColumnList } from "./column-list";
import type { ColumnEdits } from "./draft";
import { chosenColumns, type LoadDraft, withOptions } from "./load-draft";
import { PreviewTable } from "./preview-table";
import { RadioChoice } from "./radio-choice";
import { ReadingFields } from "./reading-fields";
import { TargetFields } from "./target-fields";

const BAD_VALUES = [
  {
    value: "refuse",
    label: "Refuse the file",
    hint: "Nothing is loaded, and the first such value is named with its row.",
  },
  {
    value: "empty",
    label: "Empty them",
    hint: "The rows are loaded without these values, which are counted.",
  },
] as const;

export type LoadReviewProps = {
  load: FileLoadDto;
  inspection: FileInspection | undefined;
  /** Why the file cannot be read as it is asked for. */
  inspectionError: Error | null;
  isReading: boolean;
  onRetry: () => void;
  draft: LoadDraft;
  onDraft: (draft: LoadDraft) => void;
  /** Keeps its identity as long as the inspection does. */
  onEdit: (edits: ColumnEdits) => void;
  tables: readonly FileTableDto[];
  locale: string;
  /** What the server said to the last try to load. */
  refusal: ErrorBody | null;
};

/** How a file will be read, and what becomes of it: everything found is shown and can be corrected. */
export function LoadReview(props: LoadReviewProps) {
  const { load, inspection, inspectionError, isReading, draft, onDraft, onRetry } = props;
  if (!inspection && !inspectionError)
    return (
      <div className="rounded-lg border bg-card p-4">
        <TableSkeleton columns={4} />
      </div>
    );
  return (
    <>
      {load.format === "PARQUET" ? null : (
        <Part title="How the file is read" isBusy={isReading}>
          <div className="flex flex-col gap-4 px-4 pb-4">
            <ReadingFields
              format={load.format}
              inspection={inspection}
              options={draft.options}
              onChange={(options) => onDraft(withOptions(inspection, draft, options))}
            />
            {inspection && inspection.notes.length > 0 && !inspectionError ? (
              <ul className="flex flex-col gap-1 text-13 text-ink-2">
                {inspection.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            ) : null}
          </div>
        </Part>
      )}
      {inspectionError ? (
        <Callout
          tone="bad"
          role="alert"
          title="The file cannot be read like this."
          action={
            <Button size="sm" onClick={onRetry}>
              Try again
            </Button>
          }
        >
          {errorBodyOf(inspectionError).message}
        </Callout>
      ) : inspection ? (
        <Contents {...props} inspection={inspection} />
      ) : null}
    </>
  );
}

function Contents(props: LoadReviewProps & { inspection: FileInspection }) {
  const { inspection, draft, onDraft, onEdit, tables, locale, refusal } = props;
  const choices = chosenColumns(inspection, draft);
  const included = choices.filter(({ isIncluded }) => isIncluded).length;
  return (
    <>
      {inspection.blocking ? (
        <Callout tone="bad" role="alert" title="The file cannot be loaded like this.">
          {inspection.blocking}
        </Callout>
      ) : null}
      <Part title="First rows">
        <PreviewTable rows={inspection.rows} choices={choices} badValues={draft.badValues} locale={locale} />
      </Part>
      <Part
        title="Columns"
        note={`${formatNumber(included, { locale })} of ${formatNumber(choices.length, { locale })} will be loaded`}
      >
        <ColumnList
          key={inspection.sheet}
          inspection={inspection}
          choices={choices}
          onEdit={onEdit}
          locale={locale}
        />
      </Part>
      <Part title="What becomes of it">
        <div className="flex flex-col gap-6 px-4 pb-4">
          <TargetFields
            target={draft.target}
            proposedName={inspection.tableName}
            tables={tables}
            choices={choices}
            locale={locale}
            message={refusal?.details.fields?.tableName}
            onChange={(target) => onDraft({ ...draft, target })}
            onEdit={onEdit}
          />
          <RadioChoice
            label="Values that do not fit their column"
            value={draft.badValues}
            options={BAD_VALUES}
            onChange={(badValues) => onDraft({ ...draft, badValues })}
          />
        </div>
      </Part>
    </>
  );
}

type PartProps = { title: string; note?: string; isBusy?: boolean; children: ReactNode };

function Part({ title, note, isBusy = false, children }: PartProps) {
  return (
    <section aria-label={title} aria-busy={isBusy || undefined} className="rounded-lg border bg-card">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 pt-4 pb-3">
        <h2 className="font-serif text-lg">{title}</h2>
        <p aria-live="polite" className="text-xs text-ink-3">
          {isBusy ? "Reading…" : note}
        </p>
      </div>
      {children}
    </section>
  );
}
