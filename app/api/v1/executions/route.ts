import { z } from "zod";
import { listExecutions } from "@/lib/executions";
import { ListExecutionsInput } from "@/lib/executions/schemas";
import { api } from "@/lib/http/api";

/** `states=HELD,FAILED` */
const RunsQuery = ListExecutionsInput.extend({
  states: z.preprocess(
    (text) => (typeof text === "string" ? text.split(",").filter(Boolean) : text),
    ListExecutionsInput.shape.states,
  ),
});

export const GET = api({ query: RunsQuery, handler: ({ ctx, query }) => listExecutions(ctx, query) });
