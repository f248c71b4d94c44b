import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { type WidgetExplanation, WidgetViewInput } from "./schemas";
import { explainPrepared } from "./prepare-widget";
import { findWidgetQuestion } from "./find-widget-question";

/**
 * Which query a widget asks, over which period, with what, and which filters of the view reach it by what. Throws
 * NotFoundError and InvalidInputError.
 */
export async function explainWidget(ctx: RequestContext, input: WidgetViewInput): Promise<WidgetExplanation> {
  requirePermission(ctx, "dashboard:read");
  const { widget, question } = await findWidgetQuestion(ctx, WidgetViewInput.parse(input));
  return explainPrepared(ctx, widget, question);
}
