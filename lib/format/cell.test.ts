import { expect, it } from "vitest";
import { formatCell } from "@/lib/format/cell";

const berlin = { locale: "en-GB", zone: "Europe/Berlin" };

it.each([
  [null, { type: "text" }, "–"],
  ["", { type: "text" }, ""],
  ["North Quay", { type: "text" }, "North Quay"],
  [true, { type: "boolean" }, "Yes"],
  [false, { type: "boolean" }, "No"],
  [0, { type: "number", role: "measure" }, "0"],
  [268410, { type: "number", role: "measure", unit: "currency:EUR" }, "€268,410"],
  ["12345678901234567.25", { type: "number", role: "measure" }, "12,345,678,901,234,567.25"],
  [2026, { type: "number", role: "dimension" }, "2026"],
  [1234.5, { type: "number", role: "measure", decimals: 2 }, "1,234.50"],
  ["2026-10-01", { type: "date" }, "1 Oct 2026"],
  ["2026-09-30T22:30:00Z", { type: "timestamp" }, "1 Oct 2026, 00:30 Berlin"],
  ["2026-10-01", { type: "date", dates: "short" }, "01/10/2026"],
  ["2026-10-01", { type: "date", dates: "long" }, "1 October 2026"],
  ["2026-10-01", { type: "date", dates: "month" }, "Oct 2026"],
  ["2026-10-01", { type: "date", dates: "iso" }, "2026-10-01"],
  ["2026-09-30T22:30:00Z", { type: "timestamp", dates: "iso" }, "2026-10-01"],
  ["2026-09-30T22:30:00Z", { type: "timestamp", dates: "month" }, "Oct 2026"],
  ["soon", { type: "date", dates: "long" }, "soon"],
  [200, { type: "number", role: "measure", unit: "duration:minutes" }, "3\u00a0h\u00a020\u00a0min"],
  ["not a time", { type: "timestamp" }, "not a time"],
] as const)("%s in %o prints %s", (cell, column, expected) => {
  expect(formatCell(cell, column, berlin)).toBe(expected);
});
