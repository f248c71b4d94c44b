import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/lib/utils/cn";

export type FirstStep = {
  title: string;
  why: string;
  done: boolean;
  /** null when somebody else has to do it. */
  action: { label: string; href: string } | null;
};

/** The way from an empty workspace to the first report that sends itself. Gone once it was gone. */
export function FirstSteps({ steps }: { steps: readonly FirstStep[] }) {
  const next = steps.findIndex((step) => !step.done);
  return (
    <Card aria-label="First steps" className="p-5">
      <h2 className="font-serif text-xl text-ink">Four steps to the first report that sends itself</h2>
      <ol className="mt-4 grid gap-4 sm:grid-cols-2 rail:grid-cols-4">
        {steps.map((step, index) => (
          <li
            key={step.title}
            className={cn(
              "flex flex-col border-t-2 pt-3 text-13",
              index === next ? "border-accent" : "border-rule",
            )}
          >
            <p className="flex items-center gap-1.5 font-medium text-ink">
              {step.done ? (
                <CircleCheck aria-hidden className="size-4 text-good" />
              ) : (
                <span className="text-ink-3 tabular-nums">{index + 1}</span>
              )}
              {step.title}
              {step.done ? <span className="sr-only"> (done)</span> : null}
            </p>
            <p className="mt-1 text-ink-2">{step.why}</p>
            {index === next && step.action ? (
              <Button asChild variant="primary" className="mt-3 self-start">
                <Link href={step.action.href}>{step.action.label}</Link>
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
