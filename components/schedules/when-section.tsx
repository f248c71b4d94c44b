"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { FormField } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import type { ErrorBody } from "@/lib/errors";
import { CronField } from "./cron-field";
import { dayIn, endOfDay, startOfDay } from "./days";
import { FormSection } from "./form-section";
import { NextRunsPreview } from "./next-runs-preview";
import { PresetFields } from "./preset-fields";
import { useNextRuns } from "./queries";
import type { ScheduleValues } from "./schedule-values";
import { ZoneField } from "./zone-field";

type WhenSectionProps = { workspace: string; zones: readonly string[]; workspaceZone: string };

export function WhenSection({ workspace, zones, workspaceZone }: WhenSectionProps) {
  const { control } = useFormContext<ScheduleValues>();
  const [cron, zone, startsAt = null, endsAt = null] = useWatch({
    control,
    name: ["cron", "zone", "startsAt", "endsAt"],
  });
  const runs = useNextRuns(workspace, { cron, zone, startsAt, endsAt });
  const error = runs.error ? errorBodyOf(runs.error) : null;
  const problems = error?.details.fields ?? {};

  return (
    <FormSection
      title="When"
      description="Times are those on the clock in the chosen zone, also after clocks change."
      className="grid grid-cols-1 gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]"
    >
      <div className="flex min-w-0 flex-col gap-5">
        <PresetFields />
        <div className="grid gap-5 sm:grid-cols-2">
          <ZoneField zones={zones} workspaceZone={workspaceZone} problem={problems.zone} />
          <CronField problem={problems.cron} />
        </div>
        <div className="grid gap-5 sm:grid-cols-2">
          <DayField name="startsAt" label="First day" zone={zone} />
          <DayField name="endsAt" label="Last day" zone={zone} />
        </div>
      </div>
      <NextRunsPreview
        runs={runs.data}
        problem={error ? previewProblem(error) : null}
        updating={runs.isPlaceholderData || runs.isFetching}
      />
    </FormSection>
  );
}

// What is wrong with a field stands beside that field already.
function previewProblem({ details, message }: ErrorBody): string {
  return details.fields ? "Put the timing right to see its next runs." : message;
}

type DayFieldProps = { name: "startsAt" | "endsAt"; label: string; zone: string };

/** Whole days: from the first moment of the first to the last moment of the last. */
function DayField({ name, label, zone }: DayFieldProps) {
  const { control } = useFormContext<ScheduleValues>();
  const toInstant = name === "startsAt" ? startOfDay : endOfDay;
  return (
    <FormField control={control} name={name} label={label} optional>
      {({ value, onChange, ...field }) => (
        <Input
          {...field}
          type="date"
          value={dayIn(zone, value)}
          onChange={({ target }) => onChange(toInstant(zone, target.value))}
        />
      )}
    </FormField>
  );
}
