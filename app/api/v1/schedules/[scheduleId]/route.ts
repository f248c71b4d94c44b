import { api } from "@/lib/http/api";
import { getSchedule } from "@/lib/schedules";
import { ScheduleIdInput } from "@/lib/schedules/schemas";

export const GET = api({ params: ScheduleIdInput, handler: ({ ctx, params }) => getSchedule(ctx, params) });
