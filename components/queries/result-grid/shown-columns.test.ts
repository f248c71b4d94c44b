import { expect, it } from "vitest";
import type { Cell, ResultColumn } from "@/lib/charts/types";
import { cellText, showColumns } from "./shown-columns";

const day: ResultColumn = { name: "month", type: "date", role: "time" };
const print = (...days: Cell[]) => {
  const [column] = showColumns(
    [day],
    days.map((cell) => [cell]),
  );
  return days.map((cell) => (column ? cellText(cell, column, { zone: "UTC", locale: "en-GB" }) : ""));
};

it("months are read as months, and one other day makes days of all", () => {
  expect(print("2026-10-01", "2026-11-01", null)).toEqual(["Oct 2026", "Nov 2026", "–"]);
  expect(print("2026-10-01", "2026-11-02")).toEqual(["1 Oct 2026", "2 Nov 2026"]);
  expect(print("2026-10-01", "2026-10-01")).toEqual(["1 Oct 2026", "1 Oct 2026"]);
});
