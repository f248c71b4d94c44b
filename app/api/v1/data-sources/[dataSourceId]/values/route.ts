import { DataSourceIdInput } from "@/lib/data-sources/schemas";
import { api } from "@/lib/http/api";
import { listColumnValues } from "@/lib/queries";
import { ColumnValuesInput } from "@/lib/queries/schemas";

export const GET = api({
  params: DataSourceIdInput,
  query: ColumnValuesInput.omit({ dataSourceId: true }),
  handler: ({ ctx, params, query }) => listColumnValues(ctx, { ...params, ...query }),
});
