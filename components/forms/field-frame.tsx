import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Label } from "@/components/ui/label";
import { cn } from "@/lib/utils/cn";

type FieldFrameProps = {
  layout: "stacked" | "inline";
  controlId: string;
  label: ReactNode;
  optional: boolean;
  hint?: ReactNode;
  hintId?: string;
  message?: string;
  messageId?: string;
  className?: string;
  children: ReactNode;
};

/** Where label, control, hint and message stand. */
export function FieldFrame({
  layout,
  controlId,
  label,
  optional,
  className,
  children,
  ...texts
}: FieldFrameProps) {
  const labelElement = (
    <Label htmlFor={controlId}>
      {label}
      {optional ? <span className="ml-1 font-normal text-ink-3">(optional)</span> : null}
    </Label>
  );
  if (layout === "inline") {
    return (
      <div className={cn("grid grid-cols-[auto_1fr] gap-x-2.5", className)}>
        <span className="flex h-5 items-center">{children}</span>
        <div>
          {labelElement}
          <FieldNotes {...texts} />
        </div>
      </div>
    );
  }
  return (
    <div className={cn("flex min-w-0 flex-col gap-1.5", className)}>
      {labelElement}
      {children}
      <FieldNotes {...texts} />
    </div>
  );
}

type FieldNotesProps = Pick<FieldFrameProps, "hint" | "hintId" | "message" | "messageId">;

function FieldNotes({ hint, hintId, message, messageId }: FieldNotesProps) {
  return (
    <>
      {message ? (
        <p id={messageId} className="flex items-start gap-1.5 text-xs text-bad">
          <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {message}
        </p>
      ) : null}
      {hint ? (
        <p id={hintId} className="text-xs text-ink-3">
          {hint}
        </p>
      ) : null}
    </>
  );
}
