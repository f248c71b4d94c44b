"use client";

import Link from "next/link";
import { useOptimistic, useTransition } from "react";
import type { z } from "zod";
import { runAction } from "@/components/forms/run-action";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import type { ClearStartInput, SetStartInput, StartDto } from "@/lib/dashboards/starts/schemas";
import type { ServerAction } from "@/lib/http/action-result";
import { peopleWords, reachWords } from "./reach-words";

type Chosen = { dashboardId: string | null };

export type StartRowProps = {
  slug: string;
  start: StartDto;
  /** What can be chosen, by name. */
  dashboards: readonly { id: string; name: string }[];
  actions: {
    set: ServerAction<z.input<typeof SetStartInput>, Chosen>;
    clear: ServerAction<z.input<typeof ClearStartInput>, Chosen>;
  };
};

/** One job role or department: what its people see first, to be chosen at once, and for whom it opens. */
export function StartRow({ slug, start, dashboards, actions }: StartRowProps) {
  const { target, label, people, dashboardId, dashboardName } = start;
  const [chosen, show] = useOptimistic(dashboardId ?? "");
  const [pending, startTransition] = useTransition();
  const isHidden = dashboardId !== null && !dashboards.some(({ id }) => id === dashboardId);

  const choose = (next: string) =>
    startTransition(async () => {
      show(next);
      const done = await runAction(
        next === "" ? actions.clear({ target }) : actions.set({ target, dashboardId: next }),
      );
      if (!done) return;
      const name = dashboards.find(({ id }) => id === next)?.name;
      toast.success(name ? `${label} begins with “${name}”` : `${label} begins where others do`);
    });

  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-rule py-3 text-13 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="min-w-0">
        <p className="truncate font-medium text-ink">{label}</p>
        <p className="text-ink-2">{peopleWords(people)}</p>
      </div>
      <div className="flex min-w-0 flex-col gap-1.5">
        <NativeSelect
          aria-label={`${label} sees first`}
          value={chosen}
          disabled={pending}
          onChange={({ target: select }) => choose(select.value)}
        >
          <option value="">Nothing decided</option>
          {isHidden ? <option value={dashboardId}>A dashboard that you do not see</option> : null}
          {dashboards.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
        <p className="text-xs text-ink-2" aria-live="polite">
          {reachWords(start).join(" ")}{" "}
          {dashboardName ? (
            <Link href={`/${slug}/dashboards/${dashboardId}`} className="underline underline-offset-2">
              Open {dashboardName}
            </Link>
          ) : null}
        </p>
      </div>
    </li>
  );
}
