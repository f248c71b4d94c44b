import { ArrowDown, ArrowUp, Check, Minus } from "lucide-react";
import { FigureNotices } from "@/components/charts/figure-notices";
import { Sparkline } from "@/components/charts/sparkline";
import type { MetricModel } from "@/lib/charts/types";
import { cn } from "@/lib/utils/cn";

type MetricCardProps = {
  model: MetricModel;
  /** Off where a frame around the card already prints it. */
  showTitle?: boolean;
  /** Any CSS colour. */
  sparklineColor?: string;
  className?: string;
};

/** One number, what it was before, what it should be, and its course. */
export function MetricCard({
  model,
  showTitle = true,
  sparklineColor = "var(--c1)",
  className,
}: MetricCardProps) {
  const { number, unit } = splitUnit(model.text);
  return (
    <div className={cn("@container flex min-w-0 flex-col", className)}>
      {showTitle && <h3 className="truncate text-13 font-semibold text-ink">{model.title}</h3>}
      <div className="mt-1 flex items-end justify-between gap-3">
        <p
          className={cn(
            "font-serif tracking-tight tabular-nums",
            // A day has more letters than a number, and may run over two lines.
            model.moment ? "text-2xl leading-8" : "shrink-0 text-[2rem] leading-10",
            model.value === null ? "text-ink-3" : "text-ink",
          )}
        >
          {number}
          {/* With its space, so that what is copied from the page is the text of the PDF and the mail. */}
          {unit !== "" && <span className="text-base text-ink-2">{`\u00a0${unit}`}</span>}
        </p>
        {model.sparkline.length > 1 && (
          <span className="mb-1.5 hidden min-w-0 shrink overflow-hidden @[13rem]:block">
            <Sparkline values={model.sparkline} width={96} height={28} color={sparklineColor} />
          </span>
        )}
      </div>
      <MetricFooter model={model} />
      <FigureNotices notices={model.notices} />
    </div>
  );
}

/** "11.8 %" prints its sign smaller; "1 042" keeps its digits together. */
function splitUnit(text: string): { number: string; unit: string } {
  const space = text.lastIndexOf("\u00a0");
  const unit = space < 0 ? "" : text.slice(space + 1);
  return unit === "" || /\d/.test(unit) ? { number: text, unit: "" } : { number: text.slice(0, space), unit };
}

function MetricFooter({ model }: { model: MetricModel }) {
  const { comparison, target } = model;
  if (model.empty) return <p className="mt-0.5 text-xs text-ink-3">No data in this period</p>;
  if (!comparison && !target) return null;
  return (
    <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-xs text-ink-2">
      {comparison && <Comparison comparison={comparison} />}
      {target && (
        <span className="inline-flex items-center gap-1">
          {target.progress && !target.reached && <Progress share={target.progress.share} />}
          {target.progress && !target.reached && `${target.progress.text} of `}target {target.text}
          {target.reached && (
            <>
              <Check aria-hidden className="size-3 text-good" />
              <span className="sr-only">reached</span>
            </>
          )}
        </span>
      )}
    </p>
  );
}

/** A picture of the words beside it: hidden from screen readers. */
function Progress({ share }: { share: number }) {
  return (
    <span aria-hidden className="h-1.5 w-14 overflow-hidden rounded-full bg-sunken ring-1 ring-rule-strong">
      <span className="block h-full rounded-full bg-ink-2" style={{ width: `${share * 100}%` }} />
    </span>
  );
}

const TONES = { good: "text-good", bad: "text-bad", neutral: "text-ink-2" } as const;
const ARROWS = { up: ArrowUp, down: ArrowDown, flat: Minus } as const;
const DIRECTIONS = { up: "up", down: "down", flat: "unchanged" } as const;

function Comparison({ comparison }: { comparison: NonNullable<MetricModel["comparison"]> }) {
  const Arrow = ARROWS[comparison.direction];
  if (comparison.previous === null) return <span className="text-ink-3">{comparison.label}: no data</span>;
  return (
    <span
      className="inline-flex flex-wrap items-center gap-x-1"
      title={`${comparison.label}: ${comparison.previousText}`}
    >
      <span
        className={cn(
          "inline-flex items-center gap-0.5 font-semibold whitespace-nowrap tabular-nums",
          TONES[comparison.tone],
        )}
      >
        <Arrow aria-hidden className="size-3" strokeWidth={2.5} />
        <span className="sr-only">{DIRECTIONS[comparison.direction]}</span>
        {/* From zero there is no percentage: the earlier value says more. */}
        {comparison.changeText ?? `from ${comparison.previousText}`}
      </span>
      {comparison.changeText && comparison.differenceText && (
        <span className="whitespace-nowrap tabular-nums">({comparison.differenceText})</span>
      )}
      <span>{comparison.label}</span>
    </span>
  );
}
