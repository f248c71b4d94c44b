import { api } from "@/lib/http/api";
import { listParameterOptions } from "@/lib/queries";
import { ListParameterOptionsInput, QueryIdInput } from "@/lib/queries/schemas";

/** A POST because of the values, which do not belong in an address. Changes nothing. */
export const POST = api({
  params: QueryIdInput,
  body: ListParameterOptionsInput.omit({ queryId: true }),
  handler: ({ ctx, params, body }) => listParameterOptions(ctx, { ...body, ...params }),
});
