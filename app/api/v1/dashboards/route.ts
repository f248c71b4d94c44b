import { listDashboards } from "@/lib/dashboards";
import { api } from "@/lib/http/api";

export const GET = api({ handler: ({ ctx }) => listDashboards(ctx) });
