"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useWatch } from "react-hook-form";
import { errorBodyOf } from "@/components/figures/fetch-json";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { ErrorBody } from "@/lib/errors";
import type { SqlPart } from "./editor/sql-editor";
import { type DefinitionValues, parametersOf, type QueryValues, questionOf } from "./form-values";
import { positionIn } from "./position-in";
import type { ResultTab } from "./result-grid/result-panel";
import type { RunSettingsValue } from "./run-settings";
import { type AskedWith, askedKey, type RunRequest, useExplain, useRun } from "./use-run";

/** What is wrong, and where (1-based) in which text; null for a mistake that is nowhere in particular. */
export type Problem = {
  error: ErrorBody;
  sql: string;
  position: number | null;
};

/** What stands in the editor, the runs of it, and what is wrong with it. `queryId` is null before it is saved. */
export function useQuestion(slug: string, form: ActionForm<QueryValues>, queryId: string | null) {
  const definition = useWatch({ control: form.control, name: "definition" });
  const dataSourceId = useWatch({ control: form.control, name: "dataSourceId" });
  const question = questionOf({ dataSourceId, definition });
  const asked = useAskedWith(slug, question);
  const [settings, setSettings] = useState<RunSettingsValue>(() => settingsOf(asked));
  const [tab, setTab] = useState<ResultTab>("table");
  const preview = useRun(slug);
  const [isAwaited, setAwaited] = useState(false);
  const explain = useExplain(slug);
  // A run has the last word over an earlier try to save.
  const [answered, setAnswered] = useState<ErrorBody | null>(null);
  const parameters = parametersOf(definition);

  function request(part: SqlPart | null): RunRequest {
    const now = form.methods.getValues();
    const known = new Set(parameters.map((parameter) => parameter.name));
    const values = Object.entries(settings.values).filter(([name]) => known.has(name));
    return {
      input: {
        queryId,
        dataSourceId: now.dataSourceId,
        definition:
          part && now.definition.kind === "sql" ? { ...now.definition, sql: part.sql } : now.definition,
        values: Object.fromEntries(values),
        range: { kind: "relative", name: settings.range },
      },
      question: questionOf(now),
      sql: sqlOf(now.definition),
      part,
    };
  }
  function run(part: SqlPart | null = null) {
    setAnswered(form.error);
    if (tab === "explain") setTab("table");
    setAwaited(true);
    preview.run(request(part));
  }
  function showPlan() {
    setAnswered(form.error);
    setTab("explain");
    explain.mutate(request(null));
  }

  // Outside system: the source, which answers again what was asked here before it was saved.
  useEffect(() => {
    if (queryId && asked) preview.run(request(null));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page of the query opens.
  }, []);

  const isAboutText = form.error?.details.position !== undefined;
  const saveProblem = isAboutText && form.error !== answered ? form.error : null;
  const ran = preview.variables;
  const isStale = ran !== undefined && ran.question !== question;
  const problem = saveProblem
    ? problemIn(saveProblem, sqlOf(definition), null)
    : preview.isError && !isStale
      ? problemIn(errorBodyOf(preview.error), ran?.sql ?? "", ran?.part ?? null)
      : null;
  return {
    definition,
    dataSourceId,
    parameters,
    settings,
    setSettings,
    tab,
    setTab,
    preview,
    isStale,
    /** Whether somebody pressed Run, rather than the page that shows the answer from before. */
    isAwaited,
    run,
    /** The question as it stands, to be asked by somebody else than the preview. */
    asked: () => request(null).input,
    problem,
    /** True when what stands in the editor was run as a whole, and answered. */
    wasRun: preview.isSuccess && !isStale && ran?.part === null,
    explain: {
      lines: explain.data?.lines ?? null,
      error: explain.isError ? errorBodyOf(explain.error) : null,
      isPending: explain.isPending,
      isStale: explain.variables !== undefined && explain.variables.question !== question,
      onExplain: showPlan,
    },
  };
}

/** What was known when the page opened; later runs do not change it. */
function useAskedWith(slug: string, question: string): AskedWith | null {
  const client = useQueryClient();
  const [asked] = useState(() => client.getQueryData<AskedWith>(askedKey(slug, question)) ?? null);
  return asked;
}

function settingsOf(asked: AskedWith | null): RunSettingsValue {
  const range = asked?.range?.kind === "relative" ? asked.range.name : "last_30_days";
  return { range, values: asked?.values ?? {} };
}

function problemIn(error: ErrorBody, sql: string, part: SqlPart | null): Problem {
  const position = positionIn(part?.sql ?? sql, error);
  return { error, sql, position: position === null ? null : position + (part?.offset ?? 0) };
}

const sqlOf = (definition: DefinitionValues): string => (definition.kind === "sql" ? definition.sql : "");
