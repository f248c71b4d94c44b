import { Bell, Image, Lightbulb, type LucideIcon, TrendingUp, Type } from "lucide-react";
import { VISUAL_KINDS } from "@/components/figures/visual-kinds";
import type { VisualKind, WidgetKind } from "@/lib/charts/spec";

type KindInfo = { label: string; icon: LucideIcon };

const CONTENT_KINDS = {
  text: { label: "Text", icon: Type },
  image: { label: "Picture", icon: Image },
  insight: { label: "Insight", icon: Lightbulb },
  prediction: { label: "Prediction", icon: TrendingUp },
  alerts: { label: "Alerts", icon: Bell },
} as const satisfies Record<Exclude<WidgetKind, VisualKind>, KindInfo>;

const KINDS: Record<WidgetKind, KindInfo> = { ...VISUAL_KINDS, ...CONTENT_KINDS };

export const kindInfo = (kind: WidgetKind): KindInfo => KINDS[kind];
