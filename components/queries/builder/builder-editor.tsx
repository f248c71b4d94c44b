"use client";

import { useMemo, useRef, useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { Dialect, SourceSchema } from "@/lib/data-sources/schemas";
import { type BuilderProblem, checkBuilder } from "@/lib/queries/builder/check";
import { createModel, withExpressionColumns } from "@/lib/queries/builder/model";
import type { BuilderQuery } from "@/lib/queries/builder/schema";
import type { BuilderDefinition, ParameterDefinition, SqlDefinition } from "@/lib/queries/schemas";
import { BuilderHead } from "./builder-head";
import { type BuilderScope, BuilderScopeProvider, type LoadValues } from "./builder-scope";
import { CalculatedSection } from "./calculated-section";
import { ColumnsSection } from "./columns-section";
import { FiltersSection, HavingSection } from "./filters-section";
import { JoinsSection } from "./joins-section";
import { LossList } from "./loss-list";
import { MeasuresSection } from "./measures-section";
import { readsOf } from "./expression-names";
import { losesAnything, type Losses, removePart } from "./remove-parts";
import { LimitSection, SortSection } from "./sort-section";
import { ChooseTable, TableSection } from "./table-section";
import { useBuilderHistory } from "./use-builder-history";
import { useUndoKeys } from "./use-undo-keys";

export type BuilderEditorProps = {
  value: BuilderDefinition;
  onChange: (definition: BuilderDefinition) => void;
  /** What the source offers; undefined while it is read. */
  schema: SourceSchema | undefined;
  dialect: Dialect;
  /** The workspace's: how numbers are written, where days begin, and with which day a week (1 = Monday). */
  locale: string;
  zone: string;
  weekStartsOn: number;
  /** Values of a column to choose from; without it they are only written. */
  loadValues?: LoadValues;
  /** What the server found wrong, beside what the builder finds itself. */
  errors?: readonly BuilderProblem[];
  /** Given the SQL of the query once people decide to go on in SQL; left out, it is not offered. */
  onConvert?: (definition: SqlDefinition) => void;
};

type Asked = { id: string; name: string; next: BuilderQuery; losses: Losses };

/** A question put together without SQL. Controlled: it keeps nothing but what can be undone. */
export function BuilderEditor(props: BuilderEditorProps) {
  const { value, onChange, schema, dialect, locale, zone, weekStartsOn, loadValues, errors, onConvert } =
    props;
  const query = value.builder;
  const history = useBuilderHistory(query, (builder) => onChange({ ...value, builder }));
  const [spoken, setSpoken] = useState("");
  const [asked, setAsked] = useState<Asked | null>(null);
  const askedIn = useRef<HTMLElement | null>(null);
  const model = useMemo(() => createModel(query, schema?.tables), [query, schema]);
  const checked = useMemo(
    () => checkBuilder(query, schema?.tables, value.parameters).filter(isMistake),
    [query, schema, value.parameters],
  );

  // Expressions say what they read, so that the query can be run and saved without the schema.
  const complete = (next: BuilderQuery) => (schema ? withExpressionColumns(next, schema.tables) : next);
  function change(next: BuilderQuery, words: string, typing?: string) {
    history.record(typing ?? null);
    setSpoken(words);
    onChange({ ...value, builder: complete(next) });
  }
  function addParameter(parameter: ParameterDefinition, next: BuilderQuery) {
    history.record();
    setSpoken(`The parameter ${parameter.name} is asked for.`);
    onChange({ ...value, builder: complete(next), parameters: [...value.parameters, parameter] });
  }
  function remove(id: string, name: string) {
    askedIn.current = document.activeElement?.closest("section") ?? null;
    const removed = removePart(query, id, readsOf(model));
    if (losesAnything(removed.losses)) setAsked({ id, name, next: removed.query, losses: removed.losses });
    else change(removed.query, `${name} removed.`);
  }
  const undo = () => history.undo() && setSpoken("Undone.");
  const redo = () => history.redo() && setSpoken("Redone.");
  useUndoKeys(undo, redo);

  const scope: BuilderScope = {
    query,
    model,
    schema,
    parameters: value.parameters,
    problems: [...checked, ...(errors ?? [])],
    change,
    addParameter,
    remove,
    loadValues,
    locale,
    zone,
  };
  return (
    <BuilderScopeProvider value={scope}>
      <div role="group" aria-label="Query builder" className="@container flex min-w-0 flex-col">
        <BuilderHead
          value={value}
          schema={schema}
          sql={{ dialect, zone, weekStartsOn }}
          history={{ ...history, undo, redo }}
          onConvert={onConvert}
        />
        {query.tables.length > 0 ? (
          <BuilderSections />
        ) : schema ? (
          <ChooseTable />
        ) : (
          <TableSkeleton columns={2} />
        )}
        <p aria-live="polite" className="sr-only">
          {spoken}
        </p>
        <ConfirmDialog
          open={asked !== null}
          onOpenChange={(open) => !open && setAsked(null)}
          verb="Remove"
          name={asked?.name ?? ""}
          consequence={asked ? <LossList losses={asked.losses} /> : null}
          onConfirm={() => {
            if (!asked) return;
            change(asked.next, `${asked.name} removed, with what needed it.`);
            // What was focused is gone with its row.
            requestAnimationFrame(() => askedIn.current?.querySelector<HTMLElement>("[data-add]")?.focus());
          }}
        />
      </div>
    </BuilderScopeProvider>
  );
}

/** That nothing is chosen yet is no mistake: its section says so in calm words. */
const isMistake = ({ path }: BuilderProblem): boolean => path.length !== 1 || path[0] !== "dimensions";

function BuilderSections() {
  return (
    <>
      <TableSection />
      <JoinsSection />
      <ColumnsSection />
      <MeasuresSection />
      <CalculatedSection />
      <FiltersSection />
      <HavingSection />
      <SortSection />
      <LimitSection />
    </>
  );
}
