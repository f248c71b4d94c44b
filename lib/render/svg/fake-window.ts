import { type Box, boxOf, FakeDocument, FakeElement, FakeNode } from "@/lib/render/svg/fake-dom";
import { measureInter } from "@/lib/render/svg/measure";

class FakeIframe extends FakeElement {}

export type FakeWindow = { document: FakeDocument; globals: Record<string, unknown> };

const LINE_HEIGHT = 1.21;
const DEFAULT_FONT_SIZE = 16;

/** Recharts measures text in a hidden span; everything else has no size. */
function measureElement(element: FakeElement): Box {
  if (element.localName !== "span" && element.localName !== "text" && element.localName !== "tspan")
    return boxOf(0, 0);
  const fontSize = inheritedFontSize(element);
  const weight = Number(element.style.fontWeight ?? 400) >= 600 ? 600 : 400;
  return boxOf(measureInter(element.textContent, fontSize, weight), fontSize * LINE_HEIGHT);
}

function inheritedFontSize(element: FakeElement): number {
  for (let node: FakeNode | null = element; node instanceof FakeElement; node = node.parentNode) {
    const size = Number.parseFloat(String(node.getAttribute("font-size") ?? node.style.fontSize ?? ""));
    if (size > 0) return size;
  }
  return DEFAULT_FONT_SIZE;
}

/** What React and Recharts look for on a window. Nothing is scheduled: a render is finished when it returns. */
export function createFakeWindow(): FakeWindow {
  const document = new FakeDocument(measureElement);
  const nothing = () => {};
  const window: Record<string, unknown> = {
    document,
    location: { protocol: "http:", href: "http://localhost/" },
    navigator: { userAgent: "" },
    HTMLElement: FakeElement,
    SVGElement: FakeElement,
    Element: FakeElement,
    Node: FakeNode,
    HTMLIFrameElement: FakeIframe,
    setTimeout,
    clearTimeout,
    addEventListener: nothing,
    removeEventListener: nothing,
    getSelection: () => null,
    getComputedStyle: (element: FakeElement) => ({
      fontSize: `${inheritedFontSize(element)}px`,
      letterSpacing: "0px",
      getPropertyValue: () => "",
    }),
    // Reduced motion: no animation may be pending when the drawing is read.
    matchMedia: () => ({ matches: true, addEventListener: nothing, removeEventListener: nothing }),
    requestAnimationFrame: (callback: (time: number) => void) => setTimeout(() => callback(0), 0),
    cancelAnimationFrame: clearTimeout,
    devicePixelRatio: 1,
  };
  window.window = window;
  document.defaultView = window;
  const {
    HTMLElement,
    SVGElement,
    Element,
    Node,
    HTMLIFrameElement,
    navigator,
    getComputedStyle,
    requestAnimationFrame,
    cancelAnimationFrame,
  } = window;
  const globals = {
    window,
    document,
    navigator,
    HTMLElement,
    SVGElement,
    Element,
    Node,
    HTMLIFrameElement,
    getComputedStyle,
    requestAnimationFrame,
    cancelAnimationFrame,
  };
  return { document, globals };
}

/** A task may leave another one behind for the next round of immediates. */
const CLEAN_UP_ROUNDS = 12;

/**
 * Runs `work` while the fakes stand in for the browser's globals, and takes them away again, also on an error.
 * React leaves clean-up tasks behind in setImmediate, and its development build reads `window` in them.
 * Immediates run in the order they were queued, so lending the globals between two of our own reaches React's
 * and nobody else's: what React's queue in turn stands between the two that ours queue. React yields by the clock, on
 * a busy machine for more rounds than anybody can lend: the clock stands still for it meanwhile.
 */
export function withGlobals<T>(globals: Record<string, unknown>, work: () => T): T {
  const loans: (() => void)[] = [];
  const lendAgain = (rounds: number) => {
    if (rounds === 0) return;
    setImmediate(() => {
      const [giveBack, startClock] = [lend(globals), stopClock()];
      loans.push(() => {
        startClock();
        giveBack();
      });
      lendAgain(rounds - 1);
    });
  };
  const giveBackAgain = (rounds: number) => {
    if (rounds === 0) return;
    setImmediate(() => {
      loans.pop()?.();
      giveBackAgain(rounds - 1);
    });
  };
  lendAgain(CLEAN_UP_ROUNDS);
  const giveBackNow = lend(globals);
  try {
    return work();
  } finally {
    giveBackNow();
    giveBackAgain(CLEAN_UP_ROUNDS);
  }
}

/** Puts the values on `globalThis`; the function returned restores what was there. */
function lend(globals: Record<string, unknown>): () => void {
  const saved = Object.keys(globals).map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  return () => {
    for (const [name, descriptor] of saved) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  };
}

/** The function returned lets it run again. */
function stopClock(): () => void {
  const saved = Object.getOwnPropertyDescriptor(performance, "now");
  const stoppedAt = performance.now();
  const now = () => stoppedAt;
  Object.defineProperty(performance, "now", { value: now, configurable: true, writable: true });
  return () => {
    if (saved) Object.defineProperty(performance, "now", saved);
    else Reflect.deleteProperty(performance, "now");
  };
}
