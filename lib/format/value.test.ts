import { describe, expect, it } from "vitest";
import { currencySign, formatChange, formatNumber, formatValue } from "@/lib/format/value";

const en = { locale: "en-GB" };

describe("formatValue", () => {
  it.each([
    [268410, "currency:EUR", "€268,410"],
    [268410.49, "currency:EUR", "€268,410"],
    [12.5, "currency:EUR", "€12.50"],
    [999.996, "currency:EUR", "€1,000"],
    [-268410, "currency:EUR", "−€268,410"],
    [1234, "currency:JPY", "¥1,234"],
    [0.118, "percent", "11.8 %"],
    [-0.118, "percent", "−11.8 %"],
    [0, "percent", "0.0 %"],
    [3.24, "days", "3.2 days"],
    [1, "days", "1 day"],
    [7.5, "hours", "7.5 hours"],
    [9318, "count", "9,318"],
    [9318.6, "count", "9,319"],
    [1234.567, "number", "1,234.57"],
    [0, "number", "0"],
    [72.34, "score", "72.3"],
  ] as const)("%s %s prints %s", (value, unit, expected) => {
    expect(formatValue(value, unit, en)).toBe(expected.replaceAll(" ", "\u00a0"));
  });

  it.each([
    [12_000, "duration:seconds", "3 h 20 min"],
    [125, "duration:seconds", "2 min 5 s"],
    [45.4, "duration:seconds", "45 s"],
    [3599.6, "duration:seconds", "1 h"],
    [7199, "duration:seconds", "2 h"],
    [0, "duration:seconds", "0 s"],
    [200, "duration:minutes", "3 h 20 min"],
    [0.4, "duration:minutes", "0 min"],
    [-0.2, "duration:minutes", "0 min"],
    [-95, "duration:minutes", "−1 h 35 min"],
    [10 / 3, "duration:hours", "3 h 20 min"],
    [120.5, "duration:hours", "120 h 30 min"],
    [1234, "duration:hours", "1,234 h"],
    [125, "clock:seconds", "02:05"],
    [3725, "clock:seconds", "01:02:05"],
    [125, "clock:minutes", "02:05"],
    [26.0833333, "clock:hours", "26:05"],
    [-0.5, "clock:hours", "−00:30"],
    ["125", "clock:minutes", "02:05"],
    [null, "clock:minutes", "–"],
  ] as const)("%s %s prints %s", (value, unit, expected) => {
    expect(formatValue(value, unit, en)).toBe(expected.replaceAll(" ", "\u00a0"));
  });

  it("prints an en dash for what is missing, and zero for zero", () => {
    expect(formatValue(null, "count", en)).toBe("–");
    expect(formatValue(Number.NaN, "count", en)).toBe("–");
    expect(formatValue(Number.POSITIVE_INFINITY, "currency:EUR", en)).toBe("–");
    expect(formatValue(0, "count", en)).toBe("0");
  });

  it("never prints a minus before a rounded zero", () => {
    expect(formatValue(-0.0001, "percent", en)).toBe("0.0\u00a0%");
    expect(formatValue(-0.2, "count", en)).toBe("0");
  });

  it("follows the locale", () => {
    expect(formatValue(268410, "currency:EUR", { locale: "de-DE" })).toBe("268.410\u00a0€");
    expect(formatValue(0.118, "percent", { locale: "de-DE" })).toBe("11,8\u00a0%");
    expect(formatValue(0.118, "percent", { locale: "tr-TR" })).toBe("%11,8");
    expect(formatValue(3.2, "days", { locale: "de-DE" })).toBe("3,2\u00a0Tage");
  });

  it("takes the decimals asked for", () => {
    expect(formatValue(268410, "currency:EUR", { ...en, decimals: 2 })).toBe("€268,410.00");
    expect(formatValue(0.1184, "percent", { ...en, decimals: 0 })).toBe("12\u00a0%");
  });

  it("shortens when asked", () => {
    expect(formatValue(268410, "currency:EUR", { ...en, compact: true })).toBe("€268.4k");
    expect(formatValue(12.5, "currency:EUR", { ...en, compact: true })).toBe("€12.5");
    expect(formatValue(0.118, "percent", { ...en, compact: true })).toBe("11.8\u00a0%");
  });

  it("keeps every digit of a decimal string", () => {
    expect(formatValue("12345678901234567890.25", "number", en)).toBe("12,345,678,901,234,567,890.25");
  });
});

describe("formatChange", () => {
  it("is relative to the size of the previous value", () => {
    expect(formatChange(106.1, 100, "currency:EUR", en)).toBe("+6.1\u00a0%");
    expect(formatChange(-50, -100, "currency:EUR", en)).toBe("+50.0\u00a0%");
    expect(formatChange(94, 100, "count", en)).toBe("−6.0\u00a0%");
  });
  it("is in points for percentages", () => {
    expect(formatChange(0.118, 0.109, "percent", en)).toBe("+0.9\u00a0pt");
    expect(formatChange(0.1, 0, "percent", en)).toBe("+10.0\u00a0pt");
  });
  it("carries no sign when nothing changed", () => {
    expect(formatChange(100, 100, "count", en)).toBe("0.0\u00a0%");
    expect(formatChange(100.001, 100, "count", en)).toBe("0.0\u00a0%");
  });
  it("cannot be computed from nothing or from zero", () => {
    expect(formatChange(5, null, "count", en)).toBeNull();
    expect(formatChange(null, 5, "count", en)).toBeNull();
    expect(formatChange(5, 0, "count", en)).toBeNull();
  });
  it("drops the decimals of very large changes", () => {
    expect(formatChange(2500, 100, "count", en)).toBe("+2,400\u00a0%");
  });
});

it("prints plain numbers and currency signs", () => {
  expect(formatNumber(1200, en)).toBe("1,200");
  expect(formatNumber(0.5, { ...en, minDecimals: 2 })).toBe("0.50");
  expect(currencySign("EUR", "en-GB")).toBe("€");
});
