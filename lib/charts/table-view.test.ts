import { expect, it } from "vitest";
import { parseTableView, PLAIN_VIEW, type TableView } from "./table-view";

const VIEW: TableView = {
  orders: [{ key: "revenue", descending: true }],
  hidden: ["note"],
  widths: { clinic: 240 },
};

it("reads what a reader arranged", () => {
  expect(parseTableView(JSON.stringify(VIEW))).toEqual(VIEW);
});

it.each([
  null,
  "",
  "[]",
  "null",
  "{}",
  JSON.stringify({ ...VIEW, orders: [{ key: "revenue" }] }),
  JSON.stringify({ ...VIEW, hidden: [7] }),
  JSON.stringify({ ...VIEW, widths: { clinic: 0 } }),
  JSON.stringify({ ...VIEW, widths: { clinic: 1.5 } }),
  JSON.stringify({ ...VIEW, widths: [] }),
])("begins anew with %j", (kept) => {
  expect(parseTableView(kept)).toEqual(PLAIN_VIEW);
});
