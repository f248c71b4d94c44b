import { api } from "@/lib/http/api";
import { listRuns } from "@/lib/queries";
import { ListRunsInput } from "@/lib/queries/runs/schemas";

/** The history of runs, page by page. */
export const GET = api({ query: ListRunsInput, handler: ({ ctx, query }) => listRuns(ctx, query) });
