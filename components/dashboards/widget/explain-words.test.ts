import { expect, test } from "vitest";
import { originWords, reachWords } from "./explain-words";

const words = (reach: Parameters<typeof reachWords>[0]["reach"], missed: string[] = []) =>
  reachWords({ label: "Clinic", reach }, missed);

test("says by what a filter reaches a figure, without names where the query is not shared", () => {
  expect(words({ kind: "parameter", name: "clinic" })).toEqual({
    reaches: true,
    words: "By the parameter {{clinic}}",
  });
  expect(words({ kind: "parameter", name: "" }).words).toBe("Asked for");
  expect(words({ kind: "tables" }).words).toBe("As a condition on the tables");
  expect(words({ kind: "rows", name: "clinic_name" }).words).toBe("By the column “Clinic name” of its rows");
});

test("says why a filter does not reach it", () => {
  expect(words({ kind: "rows", name: "clinic" }, ["Clinic"])).toEqual({
    reaches: false,
    words:
      "Does not reach this figure: no parameter of its query takes it, and its rows have no column “Clinic”.",
  });
  expect(words({ kind: "left_out" }).words).toContain("whoever made the dashboard left it out here");
  expect(words({ kind: "no_parameter", name: "site" }).words).toContain(
    "no parameter {{site}} that takes it",
  );
});

test("says where a value comes from", () => {
  expect(originWords({ kind: "filter", label: "clinic" })).toBe("From Clinic");
  expect(originWords({ kind: "default" })).toBe("The default of the query");
});
