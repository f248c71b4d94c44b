import type { PreparedBlock, PreparedDocument } from "@/lib/reports/document";
import {
  barChart,
  lineChart,
  pieChart,
  practitionerTable,
  sampleMetrics,
} from "@/lib/render/testing/sample-models";

/** A prepared report as the product makes them; `blocks` replaces the usual ones. */
export function sampleDocument(overrides: Partial<PreparedDocument> = {}): PreparedDocument {
  return {
    title: "Monthly clinic operations",
    subtitle: "1–31 October 2026",
    workspaceName: "Harbor Health Group",
    versionLabel: "Version 8",
    asOf: "2026-11-01T05:00:00.000Z",
    asOfText: "data as of 1 November 2026, 06:00 Berlin",
    generatedAt: "2026-11-03T06:30:00.000Z",
    zone: "Europe/Berlin",
    locale: "en-GB",
    parameters: [
      { label: "Clinic", value: "North Quay" },
      { label: "Payer", value: "All" },
    ],
    blocks: sampleBlocks(),
    ...overrides,
  };
}

export function sampleBlocks(): PreparedBlock[] {
  return [
    { id: "b1", kind: "metrics", items: sampleMetrics() },
    { id: "b2", kind: "chart", model: lineChart() },
    {
      id: "b3",
      kind: "text",
      markdown:
        "Revenue rose on **two more clinic days**; no-shows fell for the *third month*. See [the playbook](https://example.com/playbook).\n\n- Reminders now go out 48 hours ahead\n- Dr Moreau's no-show rate is above 11 %\n  - a call list is prepared\n\n1. Confirm the call list\n2. Review in two weeks",
    },
    { id: "b4", kind: "heading", level: 1, text: "Clinics and payers" },
    { id: "b5", kind: "chart", model: barChart() },
    { id: "b6", kind: "chart", model: pieChart() },
    { id: "b7", kind: "heading", level: 2, text: "People" },
    {
      id: "b8",
      kind: "table",
      model: practitionerTable(60, {
        notices: [{ kind: "truncated", text: "Showing the first 60 rows." }],
      }),
    },
    { id: "b9", kind: "page_break" },
    {
      id: "b10",
      kind: "chart",
      model: lineChart({
        title: "Complaints by month",
        points: [],
        empty: true,
        summary: "No data in this period.",
      }),
    },
    {
      id: "b11",
      kind: "table",
      model: practitionerTable(0, { title: "Open incidents", totals: null, empty: true }),
    },
  ];
}
