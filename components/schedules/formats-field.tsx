"use client";

import { CircleAlert } from "lucide-react";
import { useId } from "react";
import { useController, useFormContext } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Label } from "@/components/ui/label";
import { ReportFormat } from "@/lib/reports/schemas";
import { FORMAT_WORDS } from "./format-words";
import type { ScheduleValues } from "./schedule-values";

/** The files that go with the mail. */
export function FormatsField() {
  const { control } = useFormContext<ScheduleValues>();
  const { field, fieldState } = useController({ control, name: "formats" });
  const message = fieldState.error?.message;
  const id = useId();

  function toggle(format: ReportFormat, on: boolean) {
    // In the order of the list, whatever was ticked first.
    field.onChange(ReportFormat.options.filter((one) => (one === format ? on : field.value.includes(one))));
  }

  return (
    <fieldset aria-describedby={message ? `${id}-message` : undefined} className="flex flex-col gap-2">
      <legend className="mb-2 text-13 font-medium text-ink">Formats</legend>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {ReportFormat.options.map((format, index) => (
          <div key={format} className="grid grid-cols-[auto_1fr] items-start gap-x-2.5">
            <span className="flex h-5 items-center">
              <Checkbox
                ref={index === 0 ? field.ref : undefined}
                id={`${id}-${format}`}
                checked={field.value.includes(format)}
                onCheckedChange={(checked) => toggle(format, checked === true)}
                onBlur={field.onBlur}
                aria-invalid={message ? true : undefined}
              />
            </span>
            <div>
              <Label htmlFor={`${id}-${format}`}>{FORMAT_WORDS[format].name}</Label>
              <p className="text-xs text-ink-3">{FORMAT_WORDS[format].use}</p>
            </div>
          </div>
        ))}
      </div>
      {message ? (
        <p id={`${id}-message`} className="flex items-start gap-1.5 text-xs text-bad">
          <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {message}
        </p>
      ) : null}
    </fieldset>
  );
}
