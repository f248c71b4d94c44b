import { z } from "zod";
import { listDeliveries } from "@/lib/deliveries";
import { ListDeliveriesInput } from "@/lib/deliveries/schemas";
import { api } from "@/lib/http/api";

/** `states=FAILED,BOUNCED` */
const DeliveriesQuery = ListDeliveriesInput.extend({
  states: z.preprocess(
    (text) => (typeof text === "string" ? text.split(",").filter(Boolean) : text),
    ListDeliveriesInput.shape.states,
  ),
});

/** The delivery log of the workspace: who was sent what, newest first. */
export const GET = api({ query: DeliveriesQuery, handler: ({ ctx, query }) => listDeliveries(ctx, query) });
