import { expect, test } from "vitest";
import { ParameterDefinition } from "@/lib/queries/schemas";
import { filterCandidates, parameterName, type QueryShapes } from "./filter-candidates";

const shapes: QueryShapes = new Map([
  [
    "a",
    {
      parameters: [
        ParameterDefinition.parse({ name: "from", type: "date" }),
        ParameterDefinition.parse({ name: "clinic", label: "Clinic", type: "text" }),
      ],
      columns: [
        { name: "Clinic", type: "text", role: "dimension" },
        { name: "Booked on", type: "date", role: "time" },
        { name: "Amount", type: "number", role: "measure" },
      ],
    },
  ],
]);

test("what a query knows becomes a filter once, parameters first, the period and measures aside", () => {
  const found = filterCandidates(shapes, []);
  expect(found.map(({ label, from }) => [label, from])).toEqual([
    ["Clinic", "parameter"],
    ["Booked on", "column"],
  ]);
  expect(found[1]?.filter).toMatchObject({ name: "booked_on", type: "date_range", isRequired: false });
  expect(filterCandidates(shapes, [found[0]?.filter ?? []].flat()).map(({ label }) => label)).toEqual([
    "Booked on",
  ]);
});

test("any column has a name that a parameter may have", () => {
  expect(["Größe (cm)", "2nd visit", "me", "***"].map(parameterName)).toEqual([
    "gro_e_cm",
    "f_2nd_visit",
    "me_",
    "f_",
  ]);
});
