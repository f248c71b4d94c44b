"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/figures/fetch-json";
import { useSettled } from "@/components/layout/use-settled";
import type { NextRuns } from "@/lib/schedules/schemas";

export type TimingChoice = { cron: string; zone: string; startsAt: string | null; endsAt: string | null };

export const scheduleKeys = {
  nextRuns: (workspace: string, timing: TimingChoice) =>
    ["schedules", workspace, "next-runs", timing] as const,
};

/** What a timing means while it is being typed. A pattern that is wrong is an error with the field it is about. */
export function useNextRuns(workspace: string, timing: TimingChoice) {
  const settled = useSettled(JSON.stringify(timing));
  const asked = JSON.parse(settled) as TimingChoice;
  return useQuery({
    queryKey: scheduleKeys.nextRuns(workspace, asked),
    queryFn: ({ signal }): Promise<NextRuns> => {
      const { cron, zone, startsAt, endsAt } = asked;
      const query = new URLSearchParams({ workspace, cron, zone });
      if (startsAt) query.set("startsAt", startsAt);
      if (endsAt) query.set("endsAt", endsAt);
      return fetchJson(`/api/v1/schedules/next-runs?${query}`, { signal });
    },
    enabled: asked.cron.trim() !== "" && asked.zone !== "",
    placeholderData: keepPreviousData,
  });
}
