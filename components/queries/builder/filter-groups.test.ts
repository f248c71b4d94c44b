import { describe, expect, it } from "vitest";
import { filterGroups, SHOWN_ITEMS } from "./filter-groups";

const groups = [
  {
    heading: "invoices",
    items: [
      { value: "1", label: "Paid amount" },
      { value: "2", label: "Amount", note: "Before tax" },
    ],
  },
  { heading: "clinics", items: [{ value: "3", label: "Name", keywords: "clinic_name" }] },
];
const labels = (text: string) =>
  filterGroups(groups, text).groups.flatMap(({ items }) => items.map(({ label }) => label));

describe("narrowing a list", () => {
  it("finds every word in label, note, keywords or heading, beginnings first", () => {
    expect(labels("amount")).toEqual(["Amount", "Paid amount"]);
    expect(labels("inv TAX")).toEqual(["Amount"]);
    expect(labels("clinic_")).toEqual(["Name"]);
    expect(labels("nothing")).toEqual([]);
  });
  it("counts what it does not draw", () => {
    const many = [
      {
        heading: "",
        items: Array.from({ length: SHOWN_ITEMS + 7 }, (_, at) => ({ value: `${at}`, label: `${at}` })),
      },
    ];
    expect(filterGroups(many, "")).toMatchObject({ hidden: 7 });
  });
});
