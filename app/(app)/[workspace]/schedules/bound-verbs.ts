import type { ScheduleVerbs } from "@/components/schedules/schedule-actions";
import { deleteSchedule, pauseSchedule, resumeSchedule, runScheduleNow } from "./actions";

/** The actions on a schedule, bound to the workspace. */
export function boundVerbs(slug: string): ScheduleVerbs {
  return {
    pauseSchedule: pauseSchedule.bind(null, slug),
    resumeSchedule: resumeSchedule.bind(null, slug),
    runScheduleNow: runScheduleNow.bind(null, slug),
    deleteSchedule: deleteSchedule.bind(null, slug),
  };
}
