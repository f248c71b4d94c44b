import { expect, test } from "vitest";
import type { ResultColumn } from "@/lib/charts/types";
import { guessOthers, isComplete, sameColumns, withGuesses } from "./map-to-query";

const needed = [
  { name: "day", types: ["date", "timestamp"] as const },
  { name: "amount", types: ["number"] as const },
  { name: "shop", types: ["text"] as const },
];
const has = (...columns: [name: string, type: ResultColumn["type"]][]): ResultColumn[] =>
  columns.map(([name, type]) => ({ name, type, role: type === "number" ? "measure" : "dimension" }));

test("columns of the same name and a fitting type are taken as they are", () => {
  const columns = has(["day", "date"], ["amount", "text"], ["total", "number"], ["clinic", "text"]);
  expect(sameColumns(needed, columns).map(({ name }) => name)).toEqual(["day"]);
  expect(guessOthers(needed, columns)).toEqual({ amount: "total", shop: "amount" });
});

test("one that nothing fits stays open, and none is taken twice", () => {
  expect(guessOthers(needed, has(["amount", "number"], ["net_amount", "number"]))).toEqual({
    day: "",
    shop: "",
  });
});

test("what was chosen goes before what is guessed, and nothing is complete before the columns are known", () => {
  const columns = has(["on", "date"], ["total", "number"], ["net", "number"], ["clinic", "text"]);
  const chosen = { kind: "replaced" as const, queryId: "id", columns: { amount: "net" } };
  expect(isComplete(withGuesses(chosen, { columns: needed }, undefined), undefined)).toBe(false);
  const full = withGuesses(chosen, { columns: needed }, columns);
  expect(full).toMatchObject({ columns: { day: "on", amount: "net", shop: "clinic" } });
  expect(isComplete(full, columns)).toBe(true);
  const open = withGuesses({ ...chosen, columns: { amount: "" } }, { columns: needed }, columns);
  expect(isComplete(open, columns)).toBe(false);
  expect(isComplete({ kind: "empty" }, undefined)).toBe(true);
});
