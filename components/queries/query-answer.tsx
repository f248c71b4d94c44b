"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { errorBodyOf, fetchJson } from "@/components/figures/fetch-json";
import { savedOptions } from "@/components/figures/parameter-options";
import { useDebounced } from "@/components/figures/use-debounced";
import { ErrorState } from "@/components/ui/error-state";
import type { ParameterDefinition, QueryPreview } from "@/lib/queries/schemas";
import type { EditorPlace } from "./definition-pane";
import { QueryResultPanel, type ResultTab } from "./result-grid/result-panel";
import { RunProgress } from "./run-progress";
import { RunSettings, type RunSettingsValue } from "./run-settings";

type QueryAnswerProps = {
  slug: string;
  place: EditorPlace;
  queryId: string;
  parameters: ParameterDefinition[];
  followsPeriod: boolean;
};

const TYPING_PAUSE_MS = 500;
const answerKey = (slug: string, queryId: string, settings: RunSettingsValue | null) =>
  ["query-answer", slug, queryId, settings] as const;

/** What a saved query answers, asked as soon as it is opened and again when its values change. */
export function QueryAnswer({ slug, place, queryId, parameters, followsPeriod }: QueryAnswerProps) {
  const client = useQueryClient();
  const [settings, setSettings] = useState<RunSettingsValue>({ range: "last_30_days", values: {} });
  const [tab, setTab] = useState<ResultTab>("table");
  const settled = useDebounced(settings, TYPING_PAUSE_MS);
  const [atFirst] = useState(settled);
  const missing = parameters.filter(
    ({ name, isRequired, default: preset }) =>
      isRequired && preset === undefined && settled.values[name] === undefined,
  );
  const answer = useQuery({
    queryKey: answerKey(slug, queryId, settled),
    queryFn: ({ signal }) =>
      fetchJson<QueryPreview>(`/api/v1/queries/${queryId}/answer?workspace=${encodeURIComponent(slug)}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          values: settled.values,
          range: { kind: "relative", name: settled.range },
        }),
        signal,
      }),
    enabled: missing.length === 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <RunSettings
        slug={slug}
        legend="Answer it with"
        parameters={parameters}
        options={savedOptions(slug, queryId)}
        followsPeriod={followsPeriod}
        value={settings}
        onChange={setSettings}
      />
      {answer.isLoading ? (
        <RunProgress
          onCancel={() => void client.cancelQueries({ queryKey: answerKey(slug, queryId, settled) })}
        />
      ) : null}
      {answer.error ? (
        <ErrorState size="card" error={errorBodyOf(answer.error)} onRetry={() => void answer.refetch()} />
      ) : null}
      {answer.data && !answer.error ? (
        <QueryResultPanel
          preview={answer.data}
          place={place}
          isStale={false}
          isAwaited={settled !== atFirst}
          tab={tab}
          onTab={setTab}
        />
      ) : null}
    </div>
  );
}
