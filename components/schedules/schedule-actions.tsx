"use client";

import { Ellipsis, Pause, Pencil, Play, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { runAction } from "@/components/forms/run-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import type { ServerAction } from "@/lib/http/action-result";
import type { ScheduleDto } from "@/lib/schedules/schemas";

type ScheduleIdInput = { scheduleId: string };

export type ScheduleVerbs = {
  pauseSchedule: ServerAction<ScheduleIdInput, ScheduleDto>;
  resumeSchedule: ServerAction<ScheduleIdInput, ScheduleDto>;
  runScheduleNow: ServerAction<ScheduleIdInput & { test?: boolean }, { executionId: string }>;
  deleteSchedule: ServerAction<ScheduleIdInput, { id: string }>;
};

type ScheduleActionsProps = {
  slug: string;
  schedule: ScheduleDto;
  ownEmail: string;
  verbs: ScheduleVerbs;
};

/** What one may do with a schedule. "Run now" reaches other people, so it asks first. */
export function ScheduleActions({ slug, schedule, ownEmail, verbs }: ScheduleActionsProps) {
  const router = useRouter();
  const scheduleId = schedule.id;

  async function run(test: boolean): Promise<boolean> {
    const started = await runAction(verbs.runScheduleNow({ scheduleId, test }));
    if (!started) return false;
    toast.success(test ? `A test is on its way to ${ownEmail}` : "The run has started", {
      action: {
        label: "Open it",
        onClick: () => router.push(`/${slug}/deliveries/${started.executionId}`),
      },
    });
    return true;
  }

  return (
    <>
      <StateButton schedule={schedule} verbs={verbs} />
      <Button asChild>
        <Link href={`/${slug}/schedules/${scheduleId}/edit`}>
          <Pencil aria-hidden />
          Edit
        </Link>
      </Button>
      <ActionButton onAct={() => run(true)}>Send me a test</ActionButton>
      <ConfirmDialog
        trigger={<Button variant="primary">Run now</Button>}
        verb="Run now"
        name={schedule.name}
        destructive={false}
        consequence={`${peopleWords(schedule.recipientCount, "receives", "receive")} the report as soon as it is ready. Its timing stays as it is.`}
        onConfirm={() => run(false)}
      />
      <DeleteMenu slug={slug} schedule={schedule} verbs={verbs} />
    </>
  );
}

type PartProps = { schedule: ScheduleDto; verbs: ScheduleVerbs };

function StateButton({ schedule, verbs }: PartProps) {
  const input = { scheduleId: schedule.id };

  async function pause() {
    if (!(await runAction(verbs.pauseSchedule(input)))) return;
    const undo = () => void runAction(verbs.resumeSchedule(input));
    toast.success("Paused", { action: { label: "Undo", onClick: undo } });
  }

  async function resume() {
    if (await runAction(verbs.resumeSchedule(input))) toast.success("Resumed");
  }

  return schedule.state === "ACTIVE" ? (
    <ActionButton key="pause" onAct={pause}>
      <Pause aria-hidden />
      Pause
    </ActionButton>
  ) : (
    <ActionButton key="resume" onAct={resume}>
      <Play aria-hidden />
      Resume
    </ActionButton>
  );
}

function DeleteMenu({ slug, schedule, verbs }: PartProps & { slug: string }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);

  async function remove(): Promise<boolean> {
    if (!(await runAction(verbs.deleteSchedule({ scheduleId: schedule.id })))) return false;
    toast.success(`“${schedule.name}” was deleted`);
    router.push(`/${slug}/schedules`);
    return true;
  }

  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon" aria-label="More actions">
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuItem destructive onSelect={() => setAsking(true)}>
            <Trash2 aria-hidden />
            Delete
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        verb="Delete"
        name={schedule.name}
        consequence={`${peopleWords(schedule.recipientCount, "stops receiving", "stop receiving")} this report. What was sent stays on record.`}
        onConfirm={remove}
      />
    </>
  );
}

function peopleWords(count: number, one: string, many: string): string {
  if (count === 0) return `Nobody ${one}`;
  return count === 1 ? `One person ${one}` : `${count.toLocaleString("en-GB")} people ${many}`;
}
