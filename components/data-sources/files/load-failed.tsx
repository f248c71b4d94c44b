"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { FileLoadDto } from "@/lib/data-sources/files/schemas";
import { focusOnMount } from "@/components/ui/focus-on-mount";
import { countOf } from "./words";

type LoadFailedProps = {
  load: FileLoadDto;
  locale: string;
  /** While one of the ways out is taken. */
  isBusy: boolean;
  /** Loads again with the column as text; null while the file is looked at. */
  onMakeText: (() => void) | null;
  onEmpty: (() => void) | null;
  /** Gives the file up for a corrected one. */
  onReplaceFile: () => void;
};

/** What was in the way, where it stands, and the ways out. */
export function LoadFailed({ load, locale, isBusy, onMakeText, onEmpty, onReplaceFile }: LoadFailedProps) {
  const { misfit } = load;
  return (
    <section
      ref={focusOnMount}
      tabIndex={-1}
      role="alert"
      aria-label="Not loaded"
      className="flex flex-col gap-3 rounded-lg bg-bad-soft px-4 py-4 focus-visible:outline-none"
    >
      <h2 className="font-serif text-lg">
        {misfit ? `A value in the column “${misfit.columnName}” does not fit` : "The file was not loaded"}
      </h2>
      {misfit ? (
        <dl className="flex flex-wrap gap-x-8 gap-y-2 text-13">
          <Fact name="Row">{misfit.row.toLocaleString(locale)}</Fact>
          <Fact name="Column">{misfit.columnName}</Fact>
          <Fact name="Value">
            <span className="font-mono text-xs">{misfit.value}</span>
          </Fact>
          {misfit.count > 1 ? <Fact name="Such values">{countOf(misfit.count, "value", locale)}</Fact> : null}
        </dl>
      ) : null}
      <p className="text-sm">
        {misfit ? "Nothing was loaded, and no table was changed. There are three ways out:" : load.error}
      </p>
      <div className="flex flex-wrap gap-2">
        {misfit ? (
          <>
            <Button loading={isBusy} disabled={!onMakeText} onClick={() => onMakeText?.()}>
              Make “{misfit.columnName}” text
            </Button>
            <Button loading={isBusy} disabled={!onEmpty} onClick={() => onEmpty?.()}>
              Empty such values
            </Button>
          </>
        ) : null}
        <Button onClick={onReplaceFile}>Upload a corrected file</Button>
      </div>
      {load.canLoad ? (
        <p className="text-13 text-ink-2">
          {misfit ? "Or change below how the column is written" : "Or change below how the file is read"}, and
          load it again.
        </p>
      ) : null}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-2">{name}</dt>
      <dd className="mt-0.5 font-medium break-words">{children}</dd>
    </div>
  );
}
