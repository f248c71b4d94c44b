"use client";

import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Field } from "@/components/figures/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import {
  cronOf,
  type PresetKind,
  presetOf,
  presetOfKind,
  type TimingPreset,
  WEEKDAYS,
} from "@/lib/schedules/timing-preset";
import { cn } from "@/lib/utils/cn";
import type { ScheduleValues } from "./schedule-values";

const KIND_WORDS: Record<PresetKind, string> = {
  weekdays: "Every weekday",
  daily: "Every day",
  weekly: "Every week",
  monthly: "Every month",
};
const KINDS = Object.keys(KIND_WORDS) as PresetKind[];
const OWN = "own";
const DEFAULT_TIME = "07:30";

/** The usual timings in words. They write the cron pattern; a pattern typed there shows here when it is one of them. */
export function PresetFields() {
  const { control, setValue, setFocus } = useFormContext<ScheduleValues>();
  const cron = useWatch({ control, name: "cron" });
  const [ownChosen, setOwnChosen] = useState(false);
  const preset = presetOf(cron);
  const shown = ownChosen ? null : preset;
  const hasDay = shown?.kind === "weekly" || shown?.kind === "monthly";

  function set(next: TimingPreset) {
    setValue("cron", cronOf(next), { shouldDirty: true, shouldTouch: true, shouldValidate: true });
  }

  function chooseKind(value: string) {
    const kind = KINDS.find((one) => one === value);
    setOwnChosen(kind === undefined);
    if (kind) set(presetOfKind(kind, preset?.time ?? DEFAULT_TIME));
    else setFocus("cron", { shouldSelect: true });
  }

  return (
    <div className={cn("grid gap-5", hasDay ? "sm:grid-cols-[3fr_2.5fr_2.5fr]" : "sm:grid-cols-2")}>
      <Field label="Repeats">
        {(props) => (
          <NativeSelect
            {...props}
            value={shown?.kind ?? OWN}
            onChange={({ target }) => chooseKind(target.value)}
          >
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {KIND_WORDS[kind]}
              </option>
            ))}
            <option value={OWN}>By a pattern of your own</option>
          </NativeSelect>
        )}
      </Field>
      {shown ? (
        <>
          <DayChoice preset={shown} onChange={set} />
          <Field label="At">
            {(props) => (
              <Input
                {...props}
                type="time"
                required
                value={shown.time}
                onChange={({ target }) => target.value && set({ ...shown, time: target.value })}
              />
            )}
          </Field>
        </>
      ) : null}
    </div>
  );
}

/** Weeks begin on Monday here. */
const WEEK = [1, 2, 3, 4, 5, 6, 0];
const DAYS = Array.from({ length: 31 }, (_, index) => index + 1);

type DayChoiceProps = { preset: TimingPreset; onChange: (preset: TimingPreset) => void };

function DayChoice({ preset, onChange }: DayChoiceProps) {
  if (preset.kind === "weekly") {
    return (
      <Field label="On">
        {(props) => (
          <NativeSelect
            {...props}
            value={preset.weekday}
            onChange={({ target }) => onChange({ ...preset, weekday: Number(target.value) })}
          >
            {WEEK.map((weekday) => (
              <option key={weekday} value={weekday}>
                {WEEKDAYS[weekday]}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
    );
  }
  if (preset.kind === "monthly") {
    return (
      <Field label="On day">
        {(props) => (
          <NativeSelect
            {...props}
            value={preset.day}
            onChange={({ target }) =>
              onChange({ ...preset, day: target.value === "L" ? "L" : Number(target.value) })
            }
          >
            {DAYS.map((day) => (
              <option key={day} value={day}>
                {day > 28 ? `${day} (not in shorter months)` : day}
              </option>
            ))}
            <option value="L">The last day</option>
          </NativeSelect>
        )}
      </Field>
    );
  }
  return null;
}
