import { FilterX } from "lucide-react";
import { columnLabel } from "@/lib/charts/columns";
import { MarkWithNote } from "./mark-with-note";

/** Says which filters a figure does not follow: its numbers stand beside others that do. */
export function NotFilteredMark({ labels }: { labels: readonly string[] }) {
  if (labels.length === 0) return null;
  const names = labels.map(columnLabel).join(", ");
  return (
    <MarkWithNote
      icon={FilterX}
      tone="warn"
      label={`Not filtered by ${names}`}
      noteLabel="Filters that do not reach this figure"
    >
      This figure is not filtered by <strong className="font-medium">{names}</strong>: its query knows nothing
      of it.
    </MarkWithNote>
  );
}
