import { api } from "@/lib/http/api";
import { listQueryVersions } from "@/lib/queries";
import { QueryIdInput } from "@/lib/queries/schemas";

export const GET = api({
  params: QueryIdInput,
  handler: ({ ctx, params }) => listQueryVersions(ctx, params),
});
