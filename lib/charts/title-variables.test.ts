import { expect, it } from "vitest";
import { prepare } from "@/lib/charts/prepare";
import { VisualSpec } from "@/lib/charts/spec";

const result = {
  columns: [
    { name: "month", type: "date", role: "time" } as const,
    { name: "revenue", type: "number", role: "measure", unit: "currency:EUR" } as const,
  ],
  rows: [
    ["2026-09-01", 1200],
    ["2026-10-01", 1450],
  ],
  asOf: "2026-11-20T05:00:00Z",
  truncated: false,
  durationMs: 1,
  fromCache: false,
};
const variables = {
  period: "September to October",
  today: "20 Nov 2026",
  filters: { region: "North" },
  parameters: { clinic: "North Quay" },
};

it.each([
  ["{{value}} in {{period}}", "€1,450 in September to October"],
  ["{{clinic}}, {{ filter:region }}", "North Quay, North"],
  ["{{nothing}} and {{constructor}}", "{{nothing}} and {{constructor}}"],
  ["Revenue", "Revenue"],
])("a title %j reads %j, and so does its sentence", (title, filled) => {
  const spec = VisualSpec.parse({ kind: "line", title, x: "month", y: ["revenue"] });
  const model = prepare(result, spec, { locale: "en-GB", zone: "Europe/Berlin", variables });
  expect(model.title).toBe(filled);
  expect(model.summary.startsWith(`${filled}: `)).toBe(true);
});
