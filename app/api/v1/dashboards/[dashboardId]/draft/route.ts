import { discardDashboardDraft, getDashboardDraft, saveDashboardDraft } from "@/lib/dashboards";
import { DraftIdInput, SaveDraftInput } from "@/lib/dashboards/drafts/schemas";
import { api } from "@/lib/http/api";

// Not server actions: those draw the page anew, and a draft is kept every few seconds.
export const GET = api({
  params: DraftIdInput,
  handler: ({ ctx, params }) => getDashboardDraft(ctx, params),
});
export const PUT = api({
  params: DraftIdInput,
  body: SaveDraftInput.omit({ dashboardId: true }),
  handler: ({ ctx, params, body }) => saveDashboardDraft(ctx, { ...params, ...body }),
});
export const DELETE = api({
  params: DraftIdInput,
  handler: ({ ctx, params }) => discardDashboardDraft(ctx, params),
});
