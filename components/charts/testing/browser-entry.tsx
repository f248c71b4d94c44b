/** Bundled by a test and loaded in a browser: draws one case after another and hands back what the browser drew. */
import { createRoot } from "react-dom/client";
import { useState } from "react";
import { DataTable } from "@/components/charts/data-table";
import { InteractiveChart } from "@/components/charts/interactive-chart";
import { ChartView } from "@/components/charts/chart-view";
import { CHART_CASES } from "@/components/charts/testing/chart-cases";
import { PIVOT_CASES } from "@/components/charts/testing/pivot-cases";
import type { Selection } from "@/lib/charts/selection";
import type { ChartModel, TableModel } from "@/lib/charts/types";
import { CHART_THEMES } from "@/lib/charts/palette";

declare global {
  interface Window {
    drawCase: (name: string, width: number, height: number) => Promise<string>;
    /** Shows one case as a page does, and keeps what was chosen in it, as JSON. */
    showCase: (name: string, width: number, height: number) => void;
    chosen: string[];
  }
}

const twoFrames = () =>
  new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

window.drawCase = async (name, width, height) => {
  const model = CHART_CASES[name];
  if (!model) throw new Error(`There is no case "${name}".`);
  const host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  root.render(<ChartView model={model} width={width} height={height} theme={CHART_THEMES.light} />);
  // Recharts places its layers in effects: the drawing stands still once a frame adds nothing.
  let markup = "";
  do {
    markup = host.innerHTML;
    await twoFrames();
  } while (host.innerHTML !== markup || !host.querySelector("svg"));
  root.unmount();
  host.remove();
  return markup;
};

window.chosen = [];
window.showCase = (name, width, height) => {
  const model = CHART_CASES[name] ?? PIVOT_CASES[name];
  if (!model) throw new Error(`There is no case "${name}".`);
  window.chosen.length = 0;
  const host = document.createElement("div");
  document.body.replaceChildren(host);
  createRoot(host).render(<Choosable model={model} width={width} height={height} />);
};

type ChoosableProps = { model: ChartModel | TableModel; width: number; height: number };

function Choosable({ model, width, height }: ChoosableProps) {
  const [selected, setSelected] = useState<Selection | null>(null);
  const choice = {
    selected,
    onSelect: (selection: Selection) => {
      window.chosen.push(JSON.stringify(selection));
      setSelected(selection);
    },
  };
  return (
    <div className="relative" style={{ width, height }}>
      {model.kind === "table" ? (
        <DataTable model={model} {...choice} />
      ) : (
        <InteractiveChart
          model={model}
          width={width}
          height={height}
          {...choice}
          onZoom={(range) => window.chosen.push(JSON.stringify(range))}
        />
      )}
    </div>
  );
}
