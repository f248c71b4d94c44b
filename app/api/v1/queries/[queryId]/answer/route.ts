import { api } from "@/lib/http/api";
import { answerQuery } from "@/lib/queries";
import { AnswerQueryInput, QueryIdInput } from "@/lib/queries/schemas";

/** A POST because of the values, which do not belong in an address. A reader who leaves cancels it. */
export const POST = api({
  params: QueryIdInput,
  body: AnswerQueryInput.omit({ queryId: true }),
  handler: ({ ctx, params, body }) => answerQuery(ctx, { ...body, ...params }),
});
