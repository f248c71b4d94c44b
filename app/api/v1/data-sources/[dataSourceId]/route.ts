import { getDataSource } from "@/lib/data-sources";
import { DataSourceIdInput } from "@/lib/data-sources/schemas";
import { api } from "@/lib/http/api";

export const GET = api({
  params: DataSourceIdInput,
  handler: ({ ctx, params }) => getDataSource(ctx, params),
});
