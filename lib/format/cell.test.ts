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
  ["not a time", { type: "timestamp" }, "not a time"],
] as const)("%s in %o prints %s", (cell, column, expected) => {
  expect(formatCell(cell, column, berlin)).toBe(expected);
});
