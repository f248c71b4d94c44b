"use client";

import { useController, useFormContext } from "react-hook-form";
import { Field } from "@/components/figures/field";
import { Input } from "@/components/ui/input";
import type { ScheduleValues } from "./schedule-values";

type CronFieldProps = {
  /** What the server says is wrong with the pattern as it stands. */
  problem?: string;
};

/** The pattern itself: filled by the choices above it, and open to any other. Its meaning stands beside it in words. */
export function CronField({ problem }: CronFieldProps) {
  const { control } = useFormContext<ScheduleValues>();
  const { field, fieldState } = useController({ control, name: "cron" });
  return (
    <Field
      label="Cron"
      hint="Minute, hour, day, month, weekday."
      message={fieldState.error?.message ?? problem}
    >
      {(props) => (
        <Input
          {...field}
          {...props}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="none"
          className="font-mono text-13"
        />
      )}
    </Field>
  );
}
