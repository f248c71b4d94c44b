"use client";

import { useFormContext } from "react-hook-form";
import { FormField } from "@/components/forms/form-field";
import { NativeSelect } from "@/components/ui/native-select";
import { formatRange } from "@/lib/format/dates";
import { decodeRange, encodeRange } from "@/lib/time/range-param";
import { RANGE_LABELS, RELATIVE_RANGES } from "@/lib/time/ranges";
import type { ScheduleValues } from "./schedule-values";

/** Which days the report shows. Only periods that move with time are offered: a schedule repeats. */
export function PeriodField({ locale }: { locale: string }) {
  const { control } = useFormContext<ScheduleValues>();
  return (
    <FormField
      control={control}
      name="range"
      label="Period"
      hint="Reckoned at the time of each run, in the schedule’s time zone."
    >
      {({ value, onChange, ...field }) => (
        <NativeSelect
          {...field}
          value={value ? encodeRange(value) : ""}
          onChange={({ target }) => onChange(target.value === "" ? null : decodeRange(target.value))}
        >
          <option value="">As in the report</option>
          {RELATIVE_RANGES.map((name) => (
            <option key={name} value={name}>
              {RANGE_LABELS[name]}
            </option>
          ))}
          {value?.kind === "absolute" ? (
            <option value={encodeRange(value)}>
              {formatRange(value.from, value.to, { locale, zone: "UTC" })}
            </option>
          ) : null}
        </NativeSelect>
      )}
    </FormField>
  );
}
