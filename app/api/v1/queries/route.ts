import { api } from "@/lib/http/api";
import { listQueries } from "@/lib/queries";
import { ListQueriesInput } from "@/lib/queries/schemas";

export const GET = api({ query: ListQueriesInput, handler: ({ ctx, query }) => listQueries(ctx, query) });
