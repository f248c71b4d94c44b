"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { TextareaField, TextField } from "@/components/forms/fields";
import type { ReportSummary } from "@/lib/reports/schemas";
import { FormSection } from "./form-section";
import type { ScheduleValues } from "./schedule-values";

export function MailSection({ reports }: { reports: readonly ReportSummary[] }) {
  const { control } = useFormContext<ScheduleValues>();
  const reportId = useWatch({ control, name: "reportId" });
  const report = reports.find(({ id }) => id === reportId)?.name ?? "The report’s name";
  return (
    <FormSection
      title="Mail"
      description="The figures stand in the mail itself. Files too large to attach become a link."
    >
      <TextField
        control={control}
        name="subject"
        label="Subject"
        optional
        hint="Left empty, it is the report’s name and its period."
        controlProps={{ placeholder: `${report}, 1–31 October 2026` }}
      />
      <TextareaField
        control={control}
        name="message"
        label="Message"
        optional
        hint="Stands above the figures. An empty line begins a new paragraph."
      />
    </FormSection>
  );
}
