import { describe, expect, it } from "vitest";
import { FUNCTIONS } from "@/lib/queries/builder/expression/functions";
import { completeExpression } from "./complete-expression";

const columns = [
  { name: "amount", words: "Amount of invoices" },
  { name: "clinics.name", words: "Name of clinics" },
  { name: "odd ] name", words: "Odd" },
];
/** The cursor stands at the bar. */
function complete(marked: string) {
  const at = marked.indexOf("|");
  const text = marked.replace("|", "");
  const found = completeExpression(text, at, columns, FUNCTIONS);
  return found.items.map(({ insert }) => text.slice(0, found.from) + insert + text.slice(at));
}

describe("completing an expression", () => {
  it("offers every column behind a bracket and closes it once", () => {
    expect(complete("1 + [|")).toEqual(["1 + [amount]", "1 + [clinics.name]", "1 + [odd ]] name]"]);
    expect(complete("[amo|]")).toEqual(["[amount]"]);
  });
  it("finds a column by what people call it", () => {
    expect(complete("[invoi|")).toEqual(["[amount]"]);
    expect(complete("am|")).toEqual(["[amount]", "[clinics.name]", "[odd ]] name]"]);
  });
  it("offers functions with their brackets", () => {
    expect(complete("1 + roun|")).toEqual(["1 + round()"]);
    const round = completeExpression("roun", 4, [], FUNCTIONS).items[0];
    const today = completeExpression("tod", 3, [], FUNCTIONS).items[0];
    expect([round?.back, today?.back]).toEqual([1, 0]);
  });
  it("is silent in texts, behind spaces and behind what is closed", () => {
    expect(complete("'am|'")).toEqual([]);
    expect(complete("[amount] |")).toEqual([]);
    expect(complete("'[|'")).toEqual([]);
  });
});
