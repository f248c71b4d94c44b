import { api } from "@/lib/http/api";
import { nextRuns } from "@/lib/schedules";
import { NextRunsInput } from "@/lib/schedules/schemas";

/** What a timing means, before it is saved. */
export const GET = api({ query: NextRunsInput, handler: ({ ctx, query }) => nextRuns(ctx, query) });
