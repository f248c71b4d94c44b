import { api } from "@/lib/http/api";
import { listSchedules } from "@/lib/schedules";

export const GET = api({ handler: ({ ctx }) => listSchedules(ctx) });
