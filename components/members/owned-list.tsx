"use client";

import Link from "next/link";
import { useId } from "react";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";

type OwnedListProps = {
  /** "Dashboards" */
  title: string;
  things: readonly { id: string; name: string; isDeleted: boolean }[];
  hrefOf: (id: string) => string;
  chosen: ReadonlySet<string>;
  onChoose: (ids: readonly string[], isChosen: boolean) => void;
};

/** One kind of what a person has, each to be chosen, and all of them at once. */
export function OwnedList({ title, things, hrefOf, chosen, onChoose }: OwnedListProps) {
  const heading = useId();
  if (things.length === 0) return null;
  const ids = things.map(({ id }) => id);
  const count = ids.filter((id) => chosen.has(id)).length;
  return (
    <section aria-labelledby={heading}>
      <div className="flex items-center gap-3 border-b border-rule-strong px-2 pb-2">
        <Checkbox
          aria-label={`All ${title.toLowerCase()}`}
          checked={count === 0 ? false : count === ids.length ? true : "indeterminate"}
          onCheckedChange={(checked) => onChoose(ids, checked === true)}
        />
        <h2 id={heading} className="text-sm font-medium text-ink">
          {title} <span className="font-normal text-ink-2 tabular-nums">{things.length}</span>
        </h2>
      </div>
      <ul>
        {things.map(({ id, name, isDeleted }) => (
          <li key={id} className="flex items-center gap-3 border-b border-rule px-2 py-2.5 text-13">
            <Checkbox
              aria-label={name}
              checked={chosen.has(id)}
              onCheckedChange={(checked) => onChoose([id], checked === true)}
            />
            {isDeleted ? (
              <span className="min-w-0 truncate text-ink-2">{name}</span>
            ) : (
              <Link href={hrefOf(id)} className="min-w-0 truncate font-medium text-ink hover:underline">
                {name}
              </Link>
            )}
            {isDeleted ? <Badge tone="outline">In the bin</Badge> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
