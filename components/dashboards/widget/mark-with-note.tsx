"use client";

import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { openedOnDemand } from "@/components/ui/opened-on-demand";
import { cn } from "@/lib/utils/cn";

const NotePopover = openedOnDemand(
  "dialog",
  async () => (await import("@/components/ui/note-popover")).NotePopover,
);

type MarkButtonProps = ComponentProps<"button"> & { icon: LucideIcon };

function MarkButton({ icon: Icon, className, ...props }: MarkButtonProps) {
  return (
    <button
      type="button"
      className={cn("flex size-6 shrink-0 items-center justify-center rounded-md hover:bg-sunken", className)}
      {...props}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
}

type MarkWithNoteProps = {
  icon: LucideIcon;
  tone: "quiet" | "warn";
  /** What the mark says by itself. */
  label: string;
  noteLabel: string;
  /** What it says to whoever opens it. */
  children: ReactNode;
};

/** A mark on a figure that explains itself when it is pressed. */
export function MarkWithNote({ icon, tone, label, noteLabel, children }: MarkWithNoteProps) {
  return (
    <NotePopover
      label={noteLabel}
      trigger={
        <MarkButton icon={icon} aria-label={label} className={tone === "warn" ? "text-warn" : "text-ink-3"} />
      }
    >
      {children}
    </NotePopover>
  );
}
