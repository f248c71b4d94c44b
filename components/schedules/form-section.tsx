import { type ReactNode, useId } from "react";
import { Card } from "@/components/ui/card";
import { cn } from "@/lib/utils/cn";

type FormSectionProps = { title: string; description: string; className?: string; children: ReactNode };

/** One question of the form: what, when, who, and the mail. */
export function FormSection({ title, description, className, children }: FormSectionProps) {
  const id = useId();
  return (
    <Card aria-labelledby={id} className="p-4 md:p-5">
      <h2 id={id} className="font-serif text-xl text-ink">
        {title}
      </h2>
      <p className="text-13 text-ink-2">{description}</p>
      <div className={cn("mt-4 flex flex-col gap-5", className)}>{children}</div>
    </Card>
  );
}
