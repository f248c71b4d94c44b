import { figureColumns } from "@/lib/dashboards";
import { FigureColumnsInput } from "@/lib/dashboards/schemas";
import { api } from "@/lib/http/api";

export const POST = api({
  body: FigureColumnsInput,
  handler: ({ ctx, body }) => figureColumns(ctx, body),
});
