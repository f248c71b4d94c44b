import { BellRing, Lightbulb, type LucideIcon, TrendingUp } from "lucide-react";
import { onDemand } from "@/components/ui/on-demand";
import type { ContentModel } from "@/lib/charts/prepare-content";
import { assertNever } from "@/lib/errors";
import { ImageContent } from "./image-content";

const Markdown = onDemand(async () => (await import("./markdown")).Markdown);

/** Draws any prepared content into the room it is given. The title is left to the frame around it. */
export function ContentView({ model }: { model: ContentModel }) {
  switch (model.kind) {
    case "text":
      return <TextContent markdown={model.markdown} />;
    case "image":
      return <ImageContent src={model.src} alt={model.alt} fit={model.fit} />;
    case "insight":
    case "prediction":
    case "alerts":
      return <NothingYet {...COMING[model.kind]} />;
    default:
      return assertNever(model);
  }
}

function TextContent({ markdown }: { markdown: string }) {
  if (markdown.trim() === "") return <p className="text-13 text-ink-3">Nothing is written here yet.</p>;
  return (
    <div
      role="group"
      aria-label="Text"
      tabIndex={0}
      className="h-full min-h-0 overflow-auto wrap-break-word text-ink"
    >
      <Markdown source={markdown} />
    </div>
  );
}

type Coming = { icon: LucideIcon; title: string; what: string };

const COMING = {
  insight: {
    icon: Lightbulb,
    title: "No insights yet",
    what: "What changed in your figures, and where, will stand here: one sentence each, with the numbers behind it.",
  },
  prediction: {
    icon: TrendingUp,
    title: "No prediction yet",
    what: "Where a figure is heading will stand here, with the range it is likely to fall in.",
  },
  alerts: {
    icon: BellRing,
    title: "No alerts yet",
    what: "Figures that crossed a limit will be listed here, the newest first.",
  },
} as const satisfies Record<"insight" | "prediction" | "alerts", Coming>;

function NothingYet({ icon: Icon, title, what }: Coming) {
  return (
    <div className="flex h-full min-h-0 flex-col items-center justify-center gap-1.5 overflow-auto px-4 text-center">
      <Icon aria-hidden className="size-5 shrink-0 stroke-[1.5] text-ink-3" />
      <p className="text-13 font-semibold text-ink">{title}</p>
      <p className="max-w-72 text-13 text-pretty text-ink-2">{what}</p>
    </div>
  );
}
