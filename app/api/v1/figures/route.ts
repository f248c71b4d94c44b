import { api } from "@/lib/http/api";
import { prepareFigure } from "@/lib/queries";
import { FigureInput } from "@/lib/queries/schemas";

/** A figure that is not saved yet, for the preview of an editor. */
export const POST = api({
  body: FigureInput,
  handler: ({ ctx, body }) => prepareFigure(ctx, body, { purpose: "EDITOR" }),
});
