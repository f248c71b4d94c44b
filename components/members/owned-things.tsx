"use client";

import { PackageOpen } from "lucide-react";
import { useState, useTransition } from "react";
import type { z } from "zod";
import { Field } from "@/components/figures/field";
import { attempt } from "@/components/forms/attempt";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import type { OwnedDashboards, TransferOwnedDashboardsInput } from "@/lib/dashboards/sharing/schemas";
import type { ActionResult, ServerAction } from "@/lib/http/action-result";
import type { MemberDto } from "@/lib/members/schemas";
import type { OwnedQueries, TransferOwnedQueriesInput } from "@/lib/queries/schemas";
import { OwnedList } from "./owned-list";
import { countWords, elsewhereWords } from "./owned-words";

type Given = { count: number; ownerName: string };

export type OwnedThingsProps = {
  slug: string;
  person: { userId: string; name: string; hasLeft: boolean };
  dashboards: OwnedDashboards;
  queries: OwnedQueries;
  /** Who may have them. */
  keepers: readonly Pick<MemberDto, "userId" | "name">[];
  give: {
    dashboards: ServerAction<z.input<typeof TransferOwnedDashboardsInput>, Given>;
    queries: ServerAction<z.input<typeof TransferOwnedQueriesInput>, Given>;
  };
};

/** The dashboards and queries of one person, to be given to another: all of them, or those that are chosen. */
export function OwnedThings(props: OwnedThingsProps) {
  const { slug, person, dashboards, queries, keepers } = props;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { ownerId, setOwnerId, refusal, pending, submit } = useGiving(props, chosen, () =>
    setChosen(new Set()),
  );
  const privateCount = dashboards.privateCount + queries.privateCount;
  const total = dashboards.dashboards.length + queries.queries.length + privateCount;
  const elsewhere = elsewhereWords(dashboards);
  if (total === 0)
    return (
      <EmptyState
        icon={<PackageOpen />}
        title="Nothing to give away"
        description={`${person.name} has no dashboards and no queries${person.hasLeft ? "" : " that are not private"}. ${elsewhere}`.trim()}
      />
    );

  const choose = (ids: readonly string[], isChosen: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids)
        if (isChosen) after.add(id);
        else after.delete(id);
      return after;
    });
  return (
    <form
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="text-13 text-ink-2">
        {person.hasLeft
          ? privateCount > 0
            ? `Everything includes ${countWords(privateCount, "private thing")}, whose names only ${person.name} has seen. `
            : ""
          : "What is private stays theirs for as long as they work here. "}
        {elsewhere}
      </p>
      <div className="flex flex-col items-start gap-3">
        <Field label="Give to" hint="Who sees each of them now stays as it is." className="w-full max-w-sm">
          {(control) => (
            <NativeSelect {...control} value={ownerId} onChange={({ target }) => setOwnerId(target.value)}>
              <option value="">Choose a person</option>
              {keepers.map(({ userId, name }) => (
                <option key={userId} value={userId}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          )}
        </Field>
        <div role="alert" className="empty:hidden">
          {refusal ? <Callout tone="bad">{refusal}</Callout> : null}
        </div>
        <Button type="submit" variant="primary" loading={pending}>
          {chosen.size > 0 ? `Give the ${chosen.size} selected` : `Give everything (${total})`}
        </Button>
      </div>
      <OwnedList
        title="Dashboards"
        things={dashboards.dashboards}
        hrefOf={(id) => `/${slug}/dashboards/${id}`}
        chosen={chosen}
        onChoose={choose}
      />
      <OwnedList
        title="Queries"
        things={queries.queries}
        hrefOf={(id) => `/${slug}/queries/${id}`}
        chosen={chosen}
        onChoose={choose}
      />
    </form>
  );
}

function useGiving(
  { person, dashboards, queries, give }: OwnedThingsProps,
  chosen: ReadonlySet<string>,
  onGiven: () => void,
) {
  const [ownerId, setOwnerId] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const chosenOf = (things: readonly { id: string }[]) =>
    things.flatMap(({ id }) => (chosen.has(id) ? [id] : []));

  /** One call for each kind of which there is something to give. */
  function calls(): Promise<ActionResult<Given>>[] {
    const to = { fromUserId: person.userId, ownerId };
    if (chosen.size > 0) {
      const [dashboardIds, queryIds] = [chosenOf(dashboards.dashboards), chosenOf(queries.queries)];
      return [
        ...(dashboardIds.length > 0 ? [give.dashboards({ ...to, dashboardIds })] : []),
        ...(queryIds.length > 0 ? [give.queries({ ...to, queryIds })] : []),
      ];
    }
    return [
      ...(dashboards.dashboards.length + dashboards.privateCount > 0 ? [give.dashboards(to)] : []),
      ...(queries.queries.length + queries.privateCount > 0 ? [give.queries(to)] : []),
    ];
  }

  const submit = () =>
    startTransition(async () => {
      if (ownerId === "") return setRefusal("Choose who is to have them.");
      const results = await Promise.all(calls().map(attempt));
      const given = results.flatMap((result) => (result.ok ? [result.data] : []));
      const refused = results.flatMap((result) => (result.ok ? [] : [result.error.message]));
      setRefusal(refused[0] ?? null);
      const count = given.reduce((sum, one) => sum + one.count, 0);
      if (count === 0) return;
      onGiven();
      toast.success(`${countWords(count, "thing")} given to ${given[0]?.ownerName}`);
    });

  return { ownerId, setOwnerId, refusal, pending, submit };
}
