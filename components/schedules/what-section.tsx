"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { TextField } from "@/components/forms/fields";
import { FormField } from "@/components/forms/form-field";
import { NativeSelect } from "@/components/ui/native-select";
import type { ReportSummary } from "@/lib/reports/schemas";
import { FormSection } from "./form-section";
import { FormatsField } from "./formats-field";
import { PeriodField } from "./period-field";
import type { ScheduleValues } from "./schedule-values";

type WhatSectionProps = { reports: readonly ReportSummary[]; locale: string };

export function WhatSection({ reports, locale }: WhatSectionProps) {
  const { control } = useFormContext<ScheduleValues>();
  return (
    <FormSection title="What" description="The report, and how it arrives.">
      <TextField
        control={control}
        name="name"
        label="Name"
        controlProps={{ placeholder: "Clinic operations, monthly" }}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <ReportField reports={reports} />
        <VersionField reports={reports} />
      </div>
      <PeriodField locale={locale} />
      <FormatsField />
    </FormSection>
  );
}

function ReportField({ reports }: Pick<WhatSectionProps, "reports">) {
  const { control, setValue } = useFormContext<ScheduleValues>();
  return (
    <FormField control={control} name="reportId" label="Report">
      {({ onChange, ...field }) => (
        <NativeSelect
          {...field}
          onChange={(event) => {
            onChange(event);
            // A number of one report's versions means nothing for another report.
            setValue("pinnedVersion", null);
          }}
        >
          <option value="" disabled>
            Choose a report
          </option>
          {reports.map((report) => (
            <option key={report.id} value={report.id} disabled={report.latestVersion === null}>
              {report.latestVersion === null ? `${report.name} (not published yet)` : report.name}
            </option>
          ))}
        </NativeSelect>
      )}
    </FormField>
  );
}

function VersionField({ reports }: Pick<WhatSectionProps, "reports">) {
  const { control } = useFormContext<ScheduleValues>();
  const reportId = useWatch({ control, name: "reportId" });
  const latest = reports.find((report) => report.id === reportId)?.latestVersion ?? 0;
  const older = Array.from({ length: latest }, (_, index) => latest - index);
  return (
    <FormField control={control} name="pinnedVersion" label="Version">
      {({ value, onChange, ...field }) => (
        <NativeSelect
          {...field}
          value={value ?? ""}
          onChange={({ target }) => onChange(target.value === "" ? null : Number(target.value))}
        >
          <option value="">{latest > 0 ? `Always the latest (now ${latest})` : "Always the latest"}</option>
          {older.map((number) => (
            <option key={number} value={number}>
              Version {number}, also when newer ones exist
            </option>
          ))}
        </NativeSelect>
      )}
    </FormField>
  );
}
