import { api } from "@/lib/http/api";
import { listReports } from "@/lib/reports";

export const GET = api({ handler: ({ ctx }) => listReports(ctx) });
