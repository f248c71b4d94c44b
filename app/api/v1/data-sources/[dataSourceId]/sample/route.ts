import { sampleTable } from "@/lib/data-sources";
import { DataSourceIdInput, TableSampleInput } from "@/lib/data-sources/schemas";
import { api } from "@/lib/http/api";

/** `?schema=…&table=…` */
export const GET = api({
  params: DataSourceIdInput,
  query: TableSampleInput.omit({ dataSourceId: true }),
  handler: ({ ctx, params, query }) => sampleTable(ctx, { ...params, ...query }),
});
