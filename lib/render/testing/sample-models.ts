import type { CartesianModel, MetricModel, Notice, PieModel, TableModel } from "@/lib/charts/types";

const AS_OF = "2026-11-01T05:00:00.000Z";
const base = { empty: false, notices: [] as Notice[], asOf: AS_OF };
const euros = new Intl.NumberFormat("en-GB", {
  style: "currency",
  currency: "EUR",
  maximumFractionDigits: 0,
});
const whole = new Intl.NumberFormat("en-GB");

export function revenueMetric(overrides: Partial<MetricModel> = {}): MetricModel {
  return {
    kind: "metric",
    title: "Revenue",
    value: 268410,
    unit: "currency:EUR",
    text: "€268,410",
    comparison: {
      label: "vs September",
      previous: 257591,
      previousText: "€257,591",
      changeText: "+4.2 %",
      direction: "up",
      tone: "good",
    },
    target: null,
    sparkline: [210, 224, 231, null, 240, 251, 257, 268],
    summary: "Revenue is €268,410, up 4.2 % on September.",
    ...base,
    ...overrides,
  };
}

/** A day in the place of a number. */
export const dayMetric = (): MetricModel =>
  revenueMetric({
    title: "Last visit",
    value: Date.parse("2026-10-03"),
    unit: "number",
    moment: { type: "date", cell: "2026-10-03" },
    text: "3 Oct 2026",
    comparison: null,
    sparkline: [],
    summary: "Last visit: 3 Oct 2026.",
  });

export function sampleMetrics(): MetricModel[] {
  return [
    revenueMetric(),
    revenueMetric({
      title: "Kept appointments",
      value: 2391,
      unit: "count",
      text: "2,391",
      comparison: {
        label: "vs September",
        previous: 2349,
        previousText: "2,349",
        changeText: "+1.8 %",
        direction: "up",
        tone: "good",
      },
      summary: "Kept appointments are 2,391, up 1.8 % on September.",
    }),
    revenueMetric({
      title: "No-show rate",
      value: 0.094,
      unit: "percent",
      text: "9.4 %",
      comparison: {
        label: "vs September",
        previous: 0.1,
        previousText: "10.0 %",
        changeText: "−0.6 pt",
        direction: "down",
        tone: "good",
      },
      target: { value: 0.08, text: "8.0 %", reached: false },
      summary: "The no-show rate is 9.4 %, down 0.6 points on September.",
    }),
  ];
}

const MONTHS = ["Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct"];

export function lineChart(overrides: Partial<CartesianModel> = {}): CartesianModel {
  return {
    kind: "line",
    title: "Revenue by month",
    xName: "Month",
    xColumn: "month",
    xType: "time",
    stacking: "none",
    horizontal: false,
    series: [
      { key: "now", name: "This year", color: 0 },
      { key: "before", name: "Year before", color: 7 },
    ],
    points: MONTHS.map((label, index) => ({
      label,
      x: Date.UTC(2025, 10 + index, 1),
      values: {
        now: 216_000 + Math.round(30_000 * Math.sin(index / 2) + index * 4200),
        before: index === 4 ? null : 200_000 + Math.round(24_000 * Math.sin(index / 2.2) + index * 2600),
      },
    })),
    unit: "currency:EUR",
    locale: "en-GB",
    yTicks: [180, 210, 240, 270, 300].map((value) => ({ value: value * 1000, label: String(value) })),
    unitLabel: "€ thousand",
    summary: "Revenue rose from €216,000 in November to €268,410 in October.",
    ...base,
    ...overrides,
  };
}

export function barChart(overrides: Partial<CartesianModel> = {}): CartesianModel {
  const clinics = ["North Quay", "Old Mill", "Riverside", "Station Square", "Harbour View"];
  return {
    ...lineChart(),
    kind: "bar",
    title: "Appointments by clinic",
    xName: "Clinic",
    xColumn: "clinic",
    xType: "category",
    stacking: "stacked",
    series: [
      { key: "kept", name: "Kept", color: 0 },
      { key: "missed", name: "Missed", color: 1 },
    ],
    points: clinics.map((label, index) => ({
      label,
      x: label,
      values: { kept: 610 - index * 75, missed: 60 - index * 5 },
    })),
    unit: "count",
    yTicks: [0, 200, 400, 600, 800].map((value) => ({ value, label: whole.format(value) })),
    unitLabel: "",
    summary: "North Quay kept the most appointments, 610.",
    ...overrides,
  };
}

export function pieChart(overrides: Partial<PieModel> = {}): PieModel {
  const parts: [string, number][] = [
    ["Insurance", 171_000],
    ["Private", 62_400],
    ["Company", 35_010],
  ];
  const total = parts.reduce((sum, [, value]) => sum + value, 0);
  return {
    kind: "pie",
    title: "Revenue by payer",
    column: "payer",
    unit: "currency:EUR",
    slices: parts.map(([name, value], color) => ({
      name,
      value,
      valueText: euros.format(value),
      share: value / total,
      shareText: `${((100 * value) / total).toFixed(1)} %`,
      color,
    })),
    totalText: euros.format(total),
    summary: "Insurance paid 63.7 % of the revenue.",
    ...base,
    ...overrides,
  };
}

const PEOPLE = [
  "A. Brandt",
  "J. Okafor",
  "L. Moreau",
  "S. Nilsen",
  "M. Castellanos-Rivera",
  "K. Ōta",
  "Ł. Wójcik",
];

/** Practitioners with figures that follow from the row number alone. */
export function practitionerTable(rowCount: number, overrides: Partial<TableModel> = {}): TableModel {
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const appointments = 312 - ((index * 37) % 190);
    const kept = Math.round(appointments * (0.86 + ((index * 13) % 11) / 100));
    const noShow = (appointments - kept) / appointments;
    const revenue = kept * (118 + ((index * 7) % 31));
    const joined = new Date(Date.UTC(2019, index % 60, 1 + (index % 28))).toISOString().slice(0, 10);
    const name = `${PEOPLE[index % PEOPLE.length]}${index < PEOPLE.length ? "" : ` ${index + 1}`}`;
    return [
      { raw: name, text: name },
      { raw: joined, text: joined.split("-").reverse().join("/") },
      { raw: appointments, text: whole.format(appointments) },
      { raw: kept, text: whole.format(kept) },
      { raw: noShow, text: `${(noShow * 100).toFixed(1)} %` },
      { raw: revenue, text: euros.format(revenue) },
    ];
  });
  const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]?.raw ?? 0), 0);
  return {
    kind: "table",
    title: "Practitioners",
    columns: [
      { key: "name", name: "Practitioner", type: "text", align: "left" },
      { key: "joined", name: "Joined", type: "date", align: "left" },
      { key: "appointments", name: "Appointments", type: "number", unit: "count", align: "right" },
      { key: "kept", name: "Kept", type: "number", unit: "count", align: "right" },
      { key: "noshow", name: "No-show", type: "number", unit: "percent", align: "right" },
      { key: "revenue", name: "Revenue", type: "number", unit: "currency:EUR", align: "right" },
    ],
    rows,
    totals: [
      { raw: "Total", text: "Total" },
      null,
      { raw: sum(2), text: whole.format(sum(2)) },
      { raw: sum(3), text: whole.format(sum(3)) },
      null,
      { raw: sum(5), text: euros.format(sum(5)) },
    ],
    summary: `${rowCount} practitioners.`,
    ...base,
    ...overrides,
  };
}
