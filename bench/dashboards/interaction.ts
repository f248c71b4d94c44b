/** What the browser itself measures while someone drags, clicks and types. */
import type { Page } from "@playwright/test";

export type Spot = { x: number; y: number };

/** A display shows sixty frames a second; half a frame is left to the clock. */
const LATE_MS = (1000 / 60) * 1.5;

export type Frames = {
  /** Milliseconds between two frames, of which 95 in 100 are shorter. */
  p95: number;
  /** The share of frames that missed their turn. */
  late: number;
};

/** What is painted while `act` runs. */
export async function framesDuring(page: Page, act: () => Promise<void>): Promise<Frames> {
  const frames = await page.evaluateHandle(() => {
    const gaps: number[] = [];
    const state = { gaps, running: true };
    let last = performance.now();
    const tick = (now: number) => {
      gaps.push(now - last);
      last = now;
      if (state.running) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    return state;
  });
  await act();
  const gaps = await frames.evaluate((state) => {
    state.running = false;
    return state.gaps;
  });
  await frames.dispose();
  const later = gaps.slice(1);
  return { p95: percentile(later, 0.95), late: later.filter((gap) => gap > LATE_MS).length / later.length };
}

/**
 * As many bare boxes over the page, the first of which follows the pointer: what a drag costs this browser on this
 * machine when nothing else is done.
 */
export async function layBoxes(page: Page, count: number) {
  const layer = await page.evaluateHandle((boxes) => {
    const over = document.createElement("div");
    over.style.cssText = "position:fixed;inset:0;z-index:1000;background:white";
    for (let index = 0; index < boxes; index += 1) {
      const box = document.createElement("div");
      const [left, top] = [(index % 3) * 400, Math.floor(index / 3) * 200];
      box.style.cssText = `position:absolute;left:${left}px;top:${top}px;width:380px;height:180px;border:1px solid`;
      over.append(box);
    }
    let from: { x: number; y: number } | null = null;
    const first = over.firstElementChild;
    over.addEventListener("pointerdown", ({ x, y }) => (from = { x, y }));
    over.addEventListener("pointerup", () => (from = null));
    over.addEventListener("pointermove", ({ x, y }) => {
      if (from && first instanceof HTMLElement)
        first.style.transform = `translate(${x - from.x}px, ${y - from.y}px)`;
    });
    document.body.append(over);
    return over;
  }, count);
  return {
    spot: (): Promise<Spot> => Promise.resolve({ x: 40, y: 40 }),
    remove: async () => {
      await layer.evaluate((over) => over.remove());
      await layer.dispose();
    },
  };
}

/** Milliseconds from each click or key of `act` to the next paint; shorter than a frame counts as 16. */
export async function recordInteractions(page: Page, act: () => Promise<void>): Promise<number[]> {
  const seen = await page.evaluateHandle(() => {
    const byInteraction = new Map<number, number>();
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!(entry instanceof PerformanceEventTiming) || entry.interactionId === 0) continue;
        const before = byInteraction.get(entry.interactionId) ?? 0;
        byInteraction.set(entry.interactionId, Math.max(before, entry.duration));
      }
    });
    // Left out, the browser keeps everything under 104 ms to itself; TypeScript does not know the option yet.
    const shortest = { durationThreshold: 16 };
    observer.observe({ type: "event", ...shortest });
    return { byInteraction, observer };
  });
  await act();
  const durations = await seen.evaluate(
    ({ byInteraction, observer }) =>
      new Promise<number[]>((resolve) => {
        requestAnimationFrame(() =>
          setTimeout(() => {
            observer.disconnect();
            resolve([...byInteraction.values()]);
          }, 0),
        );
      }),
  );
  await seen.dispose();
  return durations;
}

export const quartile = (values: readonly number[]): number => percentile(values, 0.75);

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
