"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { fetchJson } from "@/components/figures/fetch-json";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import type { FigureWidget } from "@/lib/dashboards/schemas";
import type { WidgetData, WidgetExplanation } from "@/lib/dashboards/view/schemas";
import { columnLabel } from "@/lib/charts/columns";
import { formatDateTime } from "@/lib/format/dates";
import { formatNumber } from "@/lib/format/value";
import { cn } from "@/lib/utils/cn";
import type { WidgetScene } from "../screen-types";
import { isCompared, originWords, reachWords } from "./explain-words";

type ExplainDialogProps = {
  widget: FigureWidget;
  scene: WidgetScene;
  data: WidgetData;
  onClose: () => void;
  onCloseAutoFocus: (event: Event) => void;
};

/** Where the numbers of a figure come from. */
export function ExplainDialog({ widget, scene, data, onClose, onCloseAutoFocus }: ExplainDialogProps) {
  const { data: explained, error } = useExplanation(widget, scene);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="lg"
        className="flex max-h-[85dvh] flex-col overflow-y-auto"
        onCloseAutoFocus={onCloseAutoFocus}
      >
        <DialogHeader>
          <DialogTitle>{widget.visual.title || "Figure"}</DialogTitle>
          <DialogDescription>Where these numbers come from</DialogDescription>
        </DialogHeader>
        <dl className="grid grid-cols-[8rem_1fr] gap-x-4 gap-y-2 text-13">
          <AnswerFacts data={data} scene={scene} />
          {explained ? <QueryFacts explained={explained} data={data} scene={scene} /> : null}
        </dl>
        {error ? (
          <Callout tone="bad" title="The query could not be read.">
            {error.message}
          </Callout>
        ) : explained ? (
          <Statement explained={explained} />
        ) : (
          <SkeletonGroup label="Reading the query" className="mt-2">
            <Skeleton className="h-20" />
          </SkeletonGroup>
        )}
      </DialogContent>
    </Dialog>
  );
}

function useExplanation({ key }: FigureWidget, { workspace, dashboardId, view }: WidgetScene) {
  return useQuery({
    queryKey: ["dashboards", workspace, dashboardId, "explanation", key, view],
    queryFn: ({ signal }): Promise<WidgetExplanation> =>
      fetchJson(
        `/api/v1/dashboards/${dashboardId}/widgets/${key}/explanation?${new URLSearchParams({ workspace })}`,
        {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ view }),
          signal,
        },
      ),
  });
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}

function AnswerFacts({ data, scene: { place } }: Pick<ExplainDialogProps, "data" | "scene">) {
  const number = (value: number) => formatNumber(value, { locale: place.locale });
  return (
    <>
      <Fact name="As of">{formatDateTime(data.asOf, place)}</Fact>
      <Fact name="Answered by">
        {data.fromCache ? "what Broadsheet kept" : "the data source"}; the source took{" "}
        {number(Math.round(data.durationMs))} ms
      </Fact>
      <Fact name="Rows">{number(data.rows)}</Fact>
    </>
  );
}

type QueryFactsProps = Pick<ExplainDialogProps, "data" | "scene"> & { explained: WidgetExplanation };

function QueryFacts({ explained, data, scene }: QueryFactsProps) {
  const { query, asks, filters, values } = explained;
  return (
    <>
      <Fact name="Query">
        {query ? (
          <Link className="text-accent underline" href={`/${scene.workspace}/queries/${query.id}`}>
            {query.name}
          </Link>
        ) : (
          "One that is not shared with you"
        )}
        {asks ? <Aside>{asks}</Aside> : null}
      </Fact>
      <PeriodFacts explained={explained} data={data} />
      {filters.map((filter, index) => {
        const { reaches, words } = reachWords(filter, data.notFiltered);
        return (
          <Fact key={index} name={columnLabel(filter.label)}>
            {filter.text}
            {filter.isClicked ? ", clicked on another figure" : ""}
            <Aside warns={!reaches}>{words}</Aside>
          </Fact>
        );
      })}
      {values.map(({ name, text, origin }) => (
        <Fact key={`value ${name}`} name={`{{${name}}}`}>
          {text}
          <Aside>{originWords(origin)}</Aside>
        </Fact>
      ))}
    </>
  );
}

function PeriodFacts({ explained: { period, compared }, data }: Omit<QueryFactsProps, "scene">) {
  return (
    <>
      <Fact name="Period">
        {"days" in period ? period.days : period.own}
        <Aside>{"days" in period ? "Follows the dashboard" : "Does not follow the dashboard"}</Aside>
      </Fact>
      {compared !== null && isCompared(data.model) ? <Fact name="Compared with">{compared}</Fact> : null}
    </>
  );
}

function Aside({ warns = false, children }: { warns?: boolean; children: ReactNode }) {
  return <span className={cn("block text-xs", warns ? "text-warn" : "text-ink-3")}>{children}</span>;
}

function Statement({ explained: { statement } }: { explained: WidgetExplanation }) {
  if (statement === null) return null;
  return (
    <pre
      // Long statements are scrolled, also by key.
      tabIndex={0}
      aria-label="Statement"
      className="mt-4 max-h-80 shrink-0 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs whitespace-pre-wrap"
    >
      {statement}
    </pre>
  );
}
