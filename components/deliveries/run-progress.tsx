import { Progress } from "@/components/ui/progress";
import type { ExecutionSummary } from "@/lib/executions/schemas";
import { NO_VALUE } from "@/lib/format/value";
import { progressOf } from "./run-words";

/** "84 of 87" with its bar; while it is prepared, how far that is. */
export function RunProgress({ run, className }: { run: ExecutionSummary; className?: string }) {
  const progress = progressOf(run);
  if (!progress) return <span className="text-ink-2">{NO_VALUE}</span>;
  const label = run.deliveries.total === 0 ? "Prepared" : "Delivered";
  return <Progress label={label} {...progress} className={className} />;
}
