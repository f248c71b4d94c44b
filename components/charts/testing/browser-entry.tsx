/** Bundled by a test and loaded in a browser: draws one case after another and hands back what the browser drew. */
import { createRoot } from "react-dom/client";
import { ChartView } from "@/components/charts/chart-view";
import { CHART_CASES } from "@/components/charts/testing/chart-cases";
import { CHART_THEMES } from "@/lib/charts/palette";

declare global {
  interface Window {
    drawCase: (name: string, width: number, height: number) => Promise<string>;
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
