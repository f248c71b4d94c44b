import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import type { FigureFilter } from "@/lib/queries";
import { RANGE_LABELS } from "@/lib/time/ranges";
import { type WidgetExplanation, WidgetViewInput } from "./schemas";
import { explainPrepared } from "./prepare-widget";
import { findWidgetQuestion } from "./find-widget-question";

/** Which query a widget asks, with what, and which filters are set. Throws NotFoundError and InvalidInputError. */
export async function explainWidget(ctx: RequestContext, input: WidgetViewInput): Promise<WidgetExplanation> {
  requirePermission(ctx, "dashboard:read");
  const { widget, question } = await findWidgetQuestion(ctx, WidgetViewInput.parse(input));
  const explanation = await explainPrepared(ctx, widget, question);
  return { ...explanation, filters: question.filtersOf(widget).map(inWords) };
}

function inWords({ label, value }: FigureFilter): { label: string; text: string } {
  if (value === null) return { label, text: "none" };
  if (typeof value !== "object" || Array.isArray(value)) return { label, text: [value].flat().join(", ") };
  return {
    label,
    text: value.kind === "relative" ? RANGE_LABELS[value.name] : `${value.from} – ${value.to}`,
  };
}
