"use client";

import { LABEL_SIZE } from "@/components/charts/chart-props";
import { LEGEND_LINE_HEIGHT, type LegendLayout, SWATCH, SWATCH_GAP } from "@/components/charts/legend-layout";
import { estimateTextWidth } from "@/lib/charts/text-width";

type LegendTogglesProps = {
  legend: LegendLayout;
  hidden: ReadonlySet<string>;
  onChange: (hidden: ReadonlySet<string>) => void;
};

/** Buttons over the drawn legend: each shows or hides its series. The last one in sight stays. */
export function LegendToggles({ legend, hidden, onChange }: LegendTogglesProps) {
  function toggle(key: string) {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    onChange(next);
  }
  return (
    <div role="group" aria-label="Series shown">
      {legend.entries.map(({ series, text, x, y }) =>
        series ? (
          <button
            key={series.key}
            type="button"
            aria-pressed={!hidden.has(series.key)}
            aria-label={series.name}
            title={series.name === text ? undefined : series.name}
            onClick={() => toggle(series.key)}
            className="absolute cursor-pointer rounded-sm focus-visible:outline-2 focus-visible:outline-accent"
            style={{
              left: x - 3,
              top: y - LEGEND_LINE_HEIGHT / 2,
              width: SWATCH + SWATCH_GAP + estimateTextWidth(text, LABEL_SIZE) + 6,
              height: LEGEND_LINE_HEIGHT,
            }}
          />
        ) : null,
      )}
    </div>
  );
}
