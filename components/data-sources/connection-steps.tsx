import { CircleCheck, CircleX } from "lucide-react";
import type { ConnectionStep, ConnectionTest } from "@/lib/data-sources/schemas";

const STEP_NAMES: Record<ConnectionStep["name"], string> = {
  resolve: "Find the host",
  connect: "Connect",
  "sign in": "Sign in",
  "read-only": "Read only",
  "list tables": "List tables",
};

/** What a connection test did, one line a step; the failed one says what to do. */
export function ConnectionSteps({ test }: { test: ConnectionTest }) {
  return (
    <ol aria-label="Steps of the connection test" className="flex flex-col gap-2 text-13">
      {test.steps.map((step) => (
        <li key={step.name} className="flex items-start gap-2">
          {step.ok ? (
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
          ) : (
            <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
          )}
          <span className="min-w-0 wrap-anywhere">
            <span className="font-medium">{STEP_NAMES[step.name]}</span>
            <span className="sr-only">{step.ok ? " passed:" : " failed:"}</span>{" "}
            <span className={step.ok ? "text-ink-2" : "text-bad"}>{step.message}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
