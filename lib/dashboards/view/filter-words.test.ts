import { expect, test } from "vitest";
import { DashboardFilters, DashboardView } from "@/lib/dashboards/schemas";
import { filterWords } from "./filter-words";

const filters = DashboardFilters.parse({
  fields: [
    {
      name: "clinic",
      type: "text",
      isList: true,
      options: { kind: "values", values: [{ value: "n", label: "North Quay" }] },
    },
    { name: "least", type: "number" },
    { name: "since", type: "date" },
    { name: "paid", type: "boolean", default: true },
    { name: "period", type: "date_range" },
    { name: "doctor", type: "text" },
  ],
});
const view = (values: DashboardView["values"]) =>
  DashboardView.parse({ range: { kind: "relative", name: "last_7_days" }, values });

test("values are printed as they are listed, and in the reader's own numbers and days", () => {
  const values = {
    clinic: ["n", "Harbour"],
    least: 1200.5,
    since: "2026-10-01",
    period: { kind: "relative", name: "last_full_month" },
  } as const;
  expect(
    filterWords(filters, view({ ...values, clinic: [...values.clinic] }), { locale: "en-GB", zone: "UTC" }),
  ).toEqual({
    clinic: "North Quay, Harbour",
    least: "1,200.5",
    since: "1 Oct 2026",
    paid: "Yes",
    period: "Last full month",
    doctor: "all",
  });
});
