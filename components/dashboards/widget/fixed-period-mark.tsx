import { CalendarOff } from "lucide-react";
import { MarkWithNote } from "./mark-with-note";

/** Says that a figure does not show the period that stands above it. */
export function FixedPeriodMark() {
  return (
    <MarkWithNote
      icon={CalendarOff}
      tone="quiet"
      label="Does not show the chosen period"
      noteLabel="The period of this figure"
    >
      This figure does not show the chosen period: its query has a period of its own, or none.
    </MarkWithNote>
  );
}
