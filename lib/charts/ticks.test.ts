import { describe, expect, it } from "vitest";
import { niceTicks, valueAxis } from "@/lib/charts/ticks";

describe("niceTicks", () => {
  it.each([
    [0, 100, [0, 20, 40, 60, 80, 100]],
    [0, 1042, [0, 200, 400, 600, 800, 1000, 1200]],
    [830, 1062, [800, 850, 900, 950, 1000, 1050, 1100]],
    [-3, 7, [-4, -2, 0, 2, 4, 6, 8]],
    [0, 0.3, [0, 0.1, 0.2, 0.3]],
    [0, 0, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [7, 7, [0, 2, 4, 6, 8]],
    [-7, -7, [-8, -6, -4, -2, 0]],
  ])("%d to %d", (min, max, expected) => {
    expect(niceTicks(min, max)).toEqual(expected);
  });

  it("encloses every range, with few ticks, at any size", () => {
    for (let power = -9; power <= 15; power += 1) {
      for (const [a, b] of [
        [0, 1.3],
        [-2.7, 9.9],
        [4.1, 4.2],
      ] as const) {
        const [min, max] = [a * 10 ** power, b * 10 ** power];
        const ticks = niceTicks(min, max);
        const noise = 1e-9 * 10 ** power;
        expect(ticks[0]).toBeLessThanOrEqual(min + noise);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(max - noise);
        expect(ticks.length).toBeGreaterThanOrEqual(3);
        expect(ticks.length).toBeLessThanOrEqual(9);
      }
    }
  });
});

describe("valueAxis", () => {
  const labels = (min: number, max: number, unit: Parameters<typeof valueAxis>[2]) => {
    const { yTicks, unitLabel } = valueAxis(min, max, unit, "en-GB");
    return { labels: yTicks.map((tick) => tick.label.replaceAll("\u00a0", " ")), unitLabel };
  };
  it("scales large currency, and says so", () => {
    expect(labels(0, 1_042_000, "currency:EUR")).toEqual({
      labels: ["0", "200", "400", "600", "800", "1,000", "1,200"],
      unitLabel: "€ thousand",
    });
    expect(labels(0, 42_000_000, "currency:EUR").unitLabel).toBe("€ million");
  });
  it("prints small currency with its sign", () => {
    expect(labels(0, 100, "currency:EUR")).toEqual({
      labels: ["€0", "€20", "€40", "€60", "€80", "€100"],
      unitLabel: "",
    });
    expect(labels(0, 1, "currency:EUR").labels[1]).toBe("€0.2");
  });
  it("prints fractions as percentages", () => {
    expect(labels(0, 0.159, "percent").labels).toEqual(["0 %", "5 %", "10 %", "15 %", "20 %"]);
    expect(labels(0, 0.004, "percent").labels[1]).toBe("0.1 %");
  });
  it("never puts half a thing on an axis of counts", () => {
    expect(labels(0, 2, "count").labels).toEqual(["0", "1", "2"]);
  });
  it("divides durations as clocks do", () => {
    expect(labels(0, 200, "duration:minutes").labels).toEqual(["0 min", "1 h", "2 h", "3 h", "4 h"]);
    expect(labels(0, 100, "clock:seconds").labels).toEqual(["00:00", "00:30", "01:00", "01:30", "02:00"]);
    expect(labels(0, 2, "duration:minutes").labels).toEqual(["0 min", "1 min", "2 min"]);
    expect(labels(0, 0, "duration:hours").labels).toEqual(["0 min", "1 min"]);
    expect(labels(0, 2000, "duration:hours")).toEqual({
      labels: ["0 h", "480 h", "960 h", "1,440 h", "1,920 h", "2,400 h"].map((text) =>
        text === "0 h" ? "0 min" : text,
      ),
      unitLabel: "",
    });
  });
  it("names days and hours once, above the axis", () => {
    expect(labels(0, 4, "days")).toEqual({ labels: ["0", "1", "2", "3", "4"], unitLabel: "days" });
    expect(labels(0, 40_000, "hours").unitLabel).toBe("thousand hours");
  });
});
