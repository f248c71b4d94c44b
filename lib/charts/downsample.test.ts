import { describe, expect, it } from "vitest";
import { downsample } from "@/lib/charts/downsample";

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("downsample", () => {
  it("leaves short series alone", () => {
    expect(downsample(range(10), [range(10)], 10)).toEqual(range(10));
  });
  it("keeps both ends, the order and about the target", () => {
    const kept = downsample(range(100_000), [range(100_000).map((x) => Math.sin(x / 500))], 1000);
    expect(kept[0]).toBe(0);
    expect(kept.at(-1)).toBe(99_999);
    expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
    expect(kept.length).toBeGreaterThan(900);
    expect(kept.length).toBeLessThanOrEqual(1002);
  });
  it("keeps a single spike of each series", () => {
    const flat = range(20_000).map(() => 5);
    const high = flat.with(7777, 900);
    const low = flat.with(12_345, -900);
    const kept = downsample(range(20_000), [high, low], 500);
    expect(kept).toContain(7777);
    expect(kept).toContain(12_345);
  });
  it("keeps gaps", () => {
    const values: (number | null)[] = range(20_000).map((x) => (x >= 9000 && x < 9100 ? null : x % 7));
    const kept = downsample(range(20_000), [values], 1000);
    expect(kept.some((index) => values[index] === null)).toBe(true);
  });
  it("survives a series without any value", () => {
    const kept = downsample(range(5000), [range(5000).map(() => null), range(5000)], 100);
    expect(kept.length).toBeGreaterThan(50);
  });
});
