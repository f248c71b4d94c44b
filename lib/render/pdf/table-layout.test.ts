import { expect, test } from "vitest";
import type { TableModel } from "@/lib/charts/types";
import { fitTable } from "@/lib/render/pdf/table-layout";
import { contentWidth } from "@/lib/render/pdf/theme";
import { practitionerTable } from "@/lib/render/testing/sample-models";

/** Every character half as wide as the print is high. */
const measure = (text: string, size: number) => text.length * size * 0.5;
const layoutTable = (table: TableModel) => fitTable(table, measure).map(({ layout }) => layout)[0]!;
const total = (widths: number[]) => Math.round(widths.reduce((sum, width) => sum + width, 0));

function wideTable(columnCount: number, text: string): TableModel {
  return practitionerTable(0, {
    columns: Array.from({ length: columnCount }, (_, index) => ({
      key: `c${index}`,
      name: `C${index}`,
      type: "number",
      align: "right",
    })),
    rows: [Array.from({ length: columnCount }, () => ({ raw: 1, text }))],
    totals: null,
  });
}

test("a table that fits keeps every cell on one line and fills the width", () => {
  const layout = layoutTable(practitionerTable(20));
  expect([layout.orientation, layout.fontSize]).toEqual(["portrait", 8.5]);
  expect(total(layout.columnWidths)).toBe(Math.round(contentWidth("portrait")));
  expect(layout.rows.every((row) => row.cells.every((lines) => lines.length === 1))).toBe(true);
});

test("long text wraps, figures do not", () => {
  const table = practitionerTable(1);
  const words = "Sent back twice because the referral was missing. ".repeat(6).trim();
  table.rows[0]![0] = { raw: words, text: words };
  const [row] = layoutTable(table).rows;
  expect(row?.cells[0]?.length).toBeGreaterThan(2);
  expect(row?.cells[0]?.join(" ")).toBe(words);
  expect(row?.cells.slice(1).every((lines) => lines.length === 1)).toBe(true);
});

test("many columns are set smaller first, then turned", () => {
  expect(layoutTable(wideTable(11, "1,234,567"))).toMatchObject({
    orientation: "portrait",
    fontSize: 7.5,
  });
  expect(layoutTable(wideTable(16, "1,234,567"))).toMatchObject({
    orientation: "landscape",
    fontSize: 8.5,
  });
});

test("what fits no page comes in parts, each with the first column, no figure broken", () => {
  const parts = fitTable(wideTable(40, "1,234,567.89"), measure);
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.map(({ model }) => model.title)).toEqual(
    parts.map((_, part) => `Practitioners (${part + 1} of ${parts.length})`),
  );
  expect(parts.every(({ model }) => model.columns[0]?.key === "c0")).toBe(true);
  expect(parts.flatMap(({ model }) => model.columns.slice(1).map((column) => column.key))).toEqual(
    Array.from({ length: 39 }, (_, index) => `c${index + 1}`),
  );
  for (const { model, layout } of parts) {
    expect(total(layout.columnWidths)).toBe(Math.round(contentWidth("landscape")));
    expect(layout.rows[0]?.cells).toEqual(model.columns.map(() => ["1,234,567.89"]));
  }
});

test("row heights add up exactly in single precision", () => {
  for (const row of layoutTable(practitionerTable(3)).rows) expect((row.height * 8) % 1).toBe(0);
});
