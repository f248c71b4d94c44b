import { api } from "@/lib/http/api";
import { tryParameterOptions } from "@/lib/queries";
import { TryParameterOptionsInput } from "@/lib/queries/schemas";

/** For parameters that are not saved yet. */
export const POST = api({
  body: TryParameterOptionsInput,
  handler: ({ ctx, body }) => tryParameterOptions(ctx, body),
});
