import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ColumnSummaries } from "./column-summaries";

const place = { locale: "en-GB", zone: "Europe/Berlin" };

/** What stands beside another fact, by name. */
function halves(values: number[]): string[] {
  const markup = renderToStaticMarkup(
    <ColumnSummaries
      columns={[{ name: "amount", type: "number", role: "measure" }]}
      rows={values.map((value) => [value])}
      place={place}
    />,
  );
  const facts = [...markup.matchAll(/<div class="([^"]*)"><dt[^>]*>(\w+)<\/dt>/g)];
  return facts.flatMap(([, classes, name]) => (classes?.includes("col-span-2") ? [] : [name ?? ""]));
}

test("long numbers of a column have a whole line each, short ones share one", () => {
  const counts = ["Filled", "Empty", "Distinct"];
  expect(halves([167_912.5, 13_642])).toEqual(counts);
  expect(halves([1, 3])).toEqual([...counts, "Smallest", "Largest", "Average", "Median"]);
});
