import type { ReactElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { FakeElement } from "@/lib/render/svg/fake-dom";
import { createFakeWindow, withGlobals } from "@/lib/render/svg/fake-window";
import { serializeSvg } from "@/lib/render/svg/serialize-svg";

/** Recharts settles its axes and layers in effects that set state; each pass lets one round of them through. */
const SETTLING_PASSES = 4;

/**
 * Renders an element whose first `<svg>` is the drawing, and returns its markup. Synchronous: the browser's
 * globals exist only while it runs, so nothing else in the thread ever sees them.
 * Throws what the component throws, and when it draws nothing.
 */
export function renderReactSvg(element: ReactElement): string {
  const { document, globals } = createFakeWindow();
  return withGlobals(globals, () => {
    const host = document.body.appendChild(document.createElement("div"));
    const failures: unknown[] = [];
    const root = createRoot(host as unknown as Element, {
      onUncaughtError: (error) => failures.push(error),
      onRecoverableError: () => {},
    });
    flushSync(() => root.render(element));
    for (let pass = 0; pass < SETTLING_PASSES; pass += 1) flushSync(() => {});
    const svg = host.find((candidate: FakeElement) => candidate.localName === "svg");
    const markup = svg ? serializeSvg(svg) : null;
    flushSync(() => root.unmount());
    if (failures.length > 0) throw failures[0];
    if (markup === null) throw new Error("The component drew no <svg>.");
    return markup;
  });
}
