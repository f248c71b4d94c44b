"use client";

import { CircleAlert, X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";
import type { BuilderProblem } from "@/lib/queries/builder/check";
import { useBuilder } from "./builder-scope";
import { problemsOfSection } from "./problems";

type BuilderSectionProps = {
  /** Begins a piece of the sentence: "From", "Grouped by". */
  title: string;
  hint?: ReactNode;
  /** Where in the query its problems are, and how many of them stand at its own rows. */
  place: { section: string; entries: number };
  children: ReactNode;
};

/** One piece of the question: its word on the left, its controls on the right. */
export function BuilderSection({ title, hint, place, children }: BuilderSectionProps) {
  const { problems } = useBuilder();
  const headingId = useId();
  return (
    <section
      aria-labelledby={headingId}
      className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-2.5 border-t py-4 @2xl:grid-cols-[8.5rem_minmax(0,1fr)]"
    >
      <div className="@2xl:pt-1">
        <h3 id={headingId} className="font-serif text-lg leading-6">
          {title}
        </h3>
        {hint ? <p className="mt-0.5 text-xs text-pretty text-ink-3">{hint}</p> : null}
      </div>
      <div className="flex min-w-0 flex-col items-stretch gap-2">
        {children}
        <ProblemList problems={problemsOfSection(problems, place.section, place.entries)} />
      </div>
    </section>
  );
}

/** What is wrong, beside the controls it is about. */
export function ProblemList({ id, problems }: { id?: string; problems: readonly BuilderProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul id={id} className="flex flex-col gap-1">
      {[...new Set(problems.map(({ message }) => message))].map((message) => (
        <li key={message} className="flex items-start gap-1.5 text-xs text-bad">
          <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {message}
        </li>
      ))}
    </ul>
  );
}

/** Takes a row away and puts the focus on its section's button to add, so that it is never lost. */
export function RemoveButton({ name, onRemove }: { name: string; onRemove: () => void }) {
  return (
    <Button
      variant="ghost"
      size="icon"
      aria-label={`Remove ${name}`}
      onClick={({ currentTarget }) => {
        const section = currentTarget.closest("section");
        onRemove();
        requestAnimationFrame(() => {
          if (!currentTarget.isConnected) section?.querySelector<HTMLElement>("[data-add]")?.focus();
        });
      }}
    >
      <X aria-hidden />
    </Button>
  );
}
