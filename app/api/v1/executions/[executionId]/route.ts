import { getExecution } from "@/lib/executions";
import { ExecutionIdInput } from "@/lib/executions/schemas";
import { api } from "@/lib/http/api";

export const GET = api({
  params: ExecutionIdInput,
  handler: ({ ctx, params }) => getExecution(ctx, params),
});
