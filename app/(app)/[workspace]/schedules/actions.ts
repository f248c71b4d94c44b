"use server";

import { action } from "@/lib/http/action";
import * as schedules from "@/lib/schedules";
import {
  CreateScheduleInput,
  RunScheduleInput,
  ScheduleIdInput,
  UpdateScheduleInput,
} from "@/lib/schedules/schemas";

export const createSchedule = action(CreateScheduleInput, schedules.createSchedule);
export const updateSchedule = action(UpdateScheduleInput, schedules.updateSchedule);
export const pauseSchedule = action(ScheduleIdInput, schedules.pauseSchedule);
export const resumeSchedule = action(ScheduleIdInput, schedules.resumeSchedule);
export const runScheduleNow = action(RunScheduleInput, schedules.runScheduleNow);
export const deleteSchedule = action(ScheduleIdInput, schedules.deleteSchedule);
