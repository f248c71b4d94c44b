"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { Form, FormActions } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { ListSummary } from "@/lib/distribution/schemas";
import type { ServerAction } from "@/lib/http/action-result";
import type { ReportSummary } from "@/lib/reports/schemas";
import { CreateScheduleInput, type ScheduleDto } from "@/lib/schedules/schemas";
import { MailSection } from "./mail-section";
import { newScheduleValues, type ScheduleValues, scheduleValues } from "./schedule-values";
import { WhatSection } from "./what-section";
import { WhenSection } from "./when-section";
import { WhoSection } from "./who-section";

export type ScheduleChoices = {
  slug: string;
  workspaceZone: string;
  locale: string;
  reports: readonly ReportSummary[];
  lists: readonly ListSummary[];
  /** Every time zone the server knows. */
  zones: readonly string[];
};

type CreateProps = ScheduleChoices & {
  /** Chosen beforehand, when one comes from a report. */
  reportId: string;
  createSchedule: ServerAction<ScheduleValues, ScheduleDto>;
};

export function CreateScheduleForm({ reportId, createSchedule, ...choices }: CreateProps) {
  return (
    <ScheduleForm
      {...choices}
      initial={newScheduleValues(choices.workspaceZone, reportId)}
      save={createSchedule}
      saveLabel="Create schedule"
      doneMessage="Schedule created"
      cancelHref={`/${choices.slug}/schedules`}
    />
  );
}

type EditProps = ScheduleChoices & {
  schedule: ScheduleDto;
  updateSchedule: ServerAction<ScheduleValues & { scheduleId: string }, ScheduleDto>;
};

export function EditScheduleForm({ schedule, updateSchedule, ...choices }: EditProps) {
  return (
    <ScheduleForm
      {...choices}
      initial={scheduleValues(schedule)}
      save={(values) => updateSchedule({ ...values, scheduleId: schedule.id })}
      saveLabel="Save changes"
      doneMessage="Schedule saved"
      cancelHref={`/${choices.slug}/schedules/${schedule.id}`}
    />
  );
}

type ScheduleFormProps = ScheduleChoices & {
  initial: ScheduleValues;
  save: ServerAction<ScheduleValues, ScheduleDto>;
  saveLabel: string;
  doneMessage: string;
  cancelHref: string;
};

function ScheduleForm(props: ScheduleFormProps) {
  const { slug, workspaceZone, locale, reports, lists, zones } = props;
  const router = useRouter();
  const form = useActionForm({
    schema: CreateScheduleInput,
    defaultValues: props.initial,
    action: props.save,
    onSuccess: (schedule) => {
      toast.success(props.doneMessage);
      router.push(`/${slug}/schedules/${schedule.id}`);
    },
  });
  return (
    <Form form={form} className="max-w-4xl">
      <FormError />
      <WhatSection reports={reports} locale={locale} />
      <WhenSection workspace={slug} zones={zones} workspaceZone={workspaceZone} />
      <WhoSection lists={lists} />
      <MailSection reports={reports} />
      <FormActions className="flex-col sm:justify-start">
        <SubmitButton>{props.saveLabel}</SubmitButton>
        <Button asChild variant="ghost">
          <Link href={props.cancelHref}>Cancel</Link>
        </Button>
      </FormActions>
    </Form>
  );
}
