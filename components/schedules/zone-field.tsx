"use client";

import { useController, useFormContext } from "react-hook-form";
import { Field } from "@/components/figures/field";
import { NativeSelect } from "@/components/ui/native-select";
import { dayIn, endOfDay, startOfDay } from "./days";
import type { ScheduleValues } from "./schedule-values";

type ZoneFieldProps = {
  /** Every zone the server knows. */
  zones: readonly string[];
  workspaceZone: string;
  problem?: string;
};

/** The workspace's own zone first, then the world by region. */
export function ZoneField({ zones, workspaceZone, problem }: ZoneFieldProps) {
  const { control, getValues, setValue } = useFormContext<ScheduleValues>();
  const { field, fieldState } = useController({ control, name: "zone" });

  function choose(zone: string) {
    // The chosen days stay the same days: only the moments they begin and end at move.
    const { startsAt, endsAt } = getValues();
    setValue("startsAt", startOfDay(zone, dayIn(field.value, startsAt)));
    setValue("endsAt", endOfDay(zone, dayIn(field.value, endsAt)));
    field.onChange(zone);
  }

  const known = zones.includes(field.value) || field.value === workspaceZone;
  return (
    <Field label="Time zone" message={fieldState.error?.message ?? problem}>
      {(props) => (
        <NativeSelect {...field} {...props} onChange={({ target }) => choose(target.value)}>
          <option value={workspaceZone}>{workspaceZone} (this workspace)</option>
          {known ? null : <option value={field.value}>{field.value}</option>}
          {[...byRegion(zones.filter((zone) => zone !== workspaceZone))].map(([region, names]) => (
            <optgroup key={region} label={region}>
              {names.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll("_", " ")}
                </option>
              ))}
            </optgroup>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}

function byRegion(zones: readonly string[]): Map<string, string[]> {
  const regions = new Map<string, string[]>();
  for (const zone of zones) {
    const region = zone.includes("/") ? (zone.split("/")[0] ?? zone) : "Universal";
    regions.set(region, [...(regions.get(region) ?? []), zone]);
  }
  return regions;
}
