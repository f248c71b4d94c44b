import { listDashboardStarts } from "@/lib/dashboards";
import { api } from "@/lib/http/api";

export const GET = api({ handler: ({ ctx }) => listDashboardStarts(ctx) });
