import { z } from "zod";
import { describeDataSource } from "@/lib/data-sources";
import { DataSourceIdInput } from "@/lib/data-sources/schemas";
import { api } from "@/lib/http/api";

/** `?fresh=1` asks the source again. */
const SchemaQuery = z.object({ fresh: z.literal("1").optional() });

export const GET = api({
  params: DataSourceIdInput,
  query: SchemaQuery,
  handler: ({ ctx, params, query }) =>
    describeDataSource(ctx, { ...params, isFresh: query.fresh !== undefined }),
});
