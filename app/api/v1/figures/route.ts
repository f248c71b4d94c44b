import { previewWidget } from "@/lib/dashboards";
import { PreviewWidgetInput } from "@/lib/dashboards/view/schemas";
import { api } from "@/lib/http/api";

/** A figure that is not saved yet, for the preview of an editor. */
export const POST = api({
  body: PreviewWidgetInput,
  handler: ({ ctx, body }) => previewWidget(ctx, body),
});
