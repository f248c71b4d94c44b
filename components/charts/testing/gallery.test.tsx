import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { DataTable } from "@/components/charts/data-table";
import { PIVOT_CASES } from "@/components/charts/testing/pivot-cases";
import { TABLE_CASES } from "@/components/charts/testing/table-cases";
import type { TableModel } from "@/lib/charts/types";
import { renderCsv } from "@/lib/render/csv/render-csv";
import { renderHtml } from "@/lib/render/html/render-html";
import { sampleDocument } from "@/lib/render/testing/sample-document";
import { renderXlsx } from "@/lib/render/xlsx/render-xlsx";

const CASES: [string, TableModel][] = Object.entries({ ...TABLE_CASES, ...PIVOT_CASES });
const documentOf = (model: TableModel) => sampleDocument({ blocks: [{ id: "t", kind: "table", model }] });
const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/'/g, "&#39;");

describe.each(CASES)("%s", (_, model) => {
  it("is drawn on the screen, with its sentence, its marks in words and its notices", () => {
    const markup = renderToStaticMarkup(<DataTable model={model} />);
    if (model.empty) return expect(markup).toContain("No data in this period");
    expect(markup).toContain(`<caption class="sr-only">${model.summary}</caption>`);
    for (const { text } of model.notices) expect(markup).toContain(text);
    for (const { legend = [] } of model.columns)
      for (const { text } of legend) expect(markup).toContain(text);
  });

  it("is printed whole in a file", () => {
    const page = renderHtml(documentOf(model));
    for (const row of model.rows) for (const cell of row) expect(page).toContain(escaped(cell.text));
    // The file's own policy forbids styles in line.
    expect(page).not.toContain(" style=");
  });

  it("has its raw values in CSV and a workbook", async () => {
    const csv = Buffer.from((await renderCsv(documentOf(model))).bytes).toString("utf8");
    expect(csv.trimEnd().split("\r\n")).toHaveLength(model.rows.length + 1);
    expect((await renderXlsx(documentOf(model))).byteLength).toBeGreaterThan(1000);
  });
});
