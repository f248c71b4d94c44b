"use client";

import { useState, useTransition } from "react";
import { attempt } from "@/components/forms/attempt";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { NativeSelect } from "@/components/ui/native-select";
import { type AudienceDto, ShareAccess, type ShareTarget } from "@/lib/dashboards/sharing/schemas";
import { ACCESS_WORDS } from "./audience-words";
import type { OwnershipActions } from "./ownership-actions";

type ShareFormProps = {
  dashboardId: string;
  audience: AudienceDto;
  share: OwnershipActions["share"];
  onChanged: (audience: AudienceDto) => void;
};

/** One more person or department, for viewing or editing. */
export function ShareForm({ dashboardId, audience, share, onChanged }: ShareFormProps) {
  const [chosen, setChosen] = useState("");
  const [access, setAccess] = useState<ShareAccess>("VIEW");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const targets = freeTargets(audience);
  const target = targets.find(({ key }) => key === chosen);

  const submit = () =>
    startTransition(async () => {
      if (!target) return setRefusal("Choose a person or a department.");
      const result = await attempt(share({ dashboardId, target: target.target, access }));
      if (!result.ok) return setRefusal(result.error.message);
      setRefusal(null);
      setChosen("");
      onChanged(result.data);
    });

  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="flex flex-wrap gap-2">
        <span className="min-w-40 flex-1">
          <NativeSelect
            aria-label="Share with"
            value={chosen}
            onChange={({ target: select }) => setChosen(select.value)}
          >
            <option value="">Person or department</option>
            <TargetOptions label="Departments" kind="department" targets={targets} />
            <TargetOptions label="People" kind="person" targets={targets} />
          </NativeSelect>
        </span>
        <span className="w-32">
          <NativeSelect
            aria-label="What they can do"
            value={access}
            onChange={({ target: select }) => setAccess(ShareAccess.parse(select.value))}
          >
            {ShareAccess.options.map((option) => (
              <option key={option} value={option}>
                {ACCESS_WORDS[option]}
              </option>
            ))}
          </NativeSelect>
        </span>
        <Button type="submit" loading={pending}>
          Share
        </Button>
      </div>
      <div role="alert" className="empty:hidden">
        {refusal ? <Callout tone="bad">{refusal}</Callout> : null}
      </div>
    </form>
  );
}

type Choice = { key: string; name: string; target: ShareTarget };

/** Those it is not shared with by name yet. */
function freeTargets({ choices, shares }: AudienceDto): Choice[] {
  const taken = new Set(shares.map(({ target }) => keyOf(target)));
  const all: Choice[] = [
    ...choices.departments.map(({ id, name }) => choice(name, { kind: "department", departmentId: id })),
    ...choices.people.map(({ id, name, isViewer }) =>
      choice(isViewer ? `${name} (viewer)` : name, { kind: "person", userId: id }),
    ),
  ];
  return all.filter(({ key }) => !taken.has(key));
}

const keyOf = (target: ShareTarget): string =>
  target.kind === "person" ? target.userId : target.departmentId;
const choice = (name: string, target: ShareTarget): Choice => ({ key: keyOf(target), name, target });

type TargetOptionsProps = { label: string; kind: ShareTarget["kind"]; targets: readonly Choice[] };

function TargetOptions({ label, kind, targets }: TargetOptionsProps) {
  const shown = targets.filter(({ target }) => target.kind === kind);
  if (shown.length === 0) return null;
  return (
    <optgroup label={label}>
      {shown.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
