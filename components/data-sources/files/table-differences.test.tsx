import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ColumnChoice, FileTableDto } from "@/lib/data-sources/files/schemas";
import { TableDifferences } from "./table-differences";

const TABLE: FileTableDto = {
  id: "t",
  dataSourceId: "s",
  name: "visits",
  columns: [
    { name: "day", type: "date" },
    { name: "fee", type: "number" },
  ],
  rows: 1,
  bytes: 1,
  version: 1,
  createdAt: "2026-11-01T00:00:00Z",
  updatedAt: "2026-11-01T00:00:00Z",
};
const choice = (name: string, type: ColumnChoice["type"]): ColumnChoice => ({
  name,
  type,
  format: null,
  isIncluded: true,
});

const draw = (mode: "replace" | "append", choices: ColumnChoice[]) =>
  renderToStaticMarkup(
    <TableDifferences mode={mode} table={TABLE} choices={choices} onEdit={() => undefined} />,
  );

test("replacing with another type warns of the queries, and offers the types of the table", () => {
  const markup = draw("replace", [choice("day", "text"), choice("fee", "number")]);
  expect(markup).toContain("Queries that use it may fail.");
  expect(markup).toContain("Use the types of the table");
});

test("replacing may add columns; appending may not", () => {
  const choices = [choice("day", "date"), choice("fee", "number"), choice("note", "text")];
  expect(draw("replace", choices)).not.toContain("Leave out");
  expect(draw("append", choices)).toContain("Leave out what the table does not have");
});
