import { describe, expect, it } from "vitest";
import { checkBuilder } from "@/lib/queries/builder/check";
import { createModel } from "@/lib/queries/builder/model";
import type { BuilderQuery, Filter } from "@/lib/queries/builder/schema";
import { readsOf } from "./expression-names";
import { allLosses, lossLines, removePart } from "./remove-parts";
import { CLINICS } from "./testing/clinic-schema";

const condition = (field: Filter["field"]): Filter => ({
  kind: "filter",
  field,
  operator: "is_not_empty",
  value: null,
});
const clinicName = { kind: "column", table: "clinics", column: "name", type: "text" } as const;
const amount = { kind: "column", table: "invoices", column: "amount", type: "number" } as const;

const query: BuilderQuery = {
  tables: [
    { id: "invoices", schema: "public", name: "invoices", join: null },
    {
      id: "appointments",
      schema: "public",
      name: "appointments",
      join: { kind: "left", to: "invoices", on: [{ left: "appointment_id", right: "id" }] },
    },
    {
      id: "clinics",
      schema: "public",
      name: "clinics",
      join: { kind: "left", to: "appointments", on: [{ left: "clinic_id", right: "id" }] },
    },
  ],
  calculated: [
    { id: "initial", name: "Initial", expression: "left([clinics.name], 1)" },
    { id: "shout", name: "Shout", expression: "upper([Initial])" },
  ],
  dimensions: [
    { id: "clinic", name: "Clinic", field: clinicName, grain: null },
    { id: "letter", name: "Letter", field: { kind: "calculated", id: "shout" }, grain: null },
  ],
  measures: [
    { id: "revenue", kind: "sum", name: "Revenue", field: amount },
    { id: "clinics_seen", kind: "count_distinct", name: "Clinics seen", field: clinicName },
    { id: "each", kind: "ratio", name: "Each", numerator: "revenue", denominator: "clinics_seen" },
  ],
  filters: {
    kind: "group",
    match: "all",
    items: [condition(amount), { kind: "group", match: "any", items: [condition(clinicName)] }],
  },
  having: { kind: "group", match: "all", items: [condition({ kind: "measure", id: "each" })] },
  sort: [
    { by: "clinic", direction: "ascending" },
    { by: "revenue", direction: "descending" },
  ],
  limit: null,
};
const remove = (id: string) => removePart(query, id, readsOf(createModel(query, CLINICS.tables)));

describe("removing a part", () => {
  it("takes a table's tables, columns, measures and conditions along, through calculated columns and ratios", () => {
    const { query: rest, losses } = remove("appointments");
    expect(losses).toEqual({
      tables: ["clinics"],
      calculated: ["Initial", "Shout"],
      dimensions: ["Clinic", "Letter"],
      measures: ["Clinics seen", "Each"],
      filters: 1,
      groupFilters: 1,
    });
    expect(rest.measures.map(({ id }) => id)).toEqual(["revenue"]);
    expect(rest.filters.items).toEqual([condition(amount)]);
    expect(rest.sort).toEqual([{ by: "revenue", direction: "descending" }]);
    expect(checkBuilder(rest, CLINICS.tables)).toEqual([]);
  });
  it("leaves nothing that is wrong, whatever is removed", () => {
    const ids = [...query.tables.slice(1), ...query.calculated, ...query.dimensions, ...query.measures];
    for (const { id } of ids) expect(checkBuilder(remove(id).query, CLINICS.tables)).toEqual([]);
  });
  it("asks for nothing where nothing else is lost: a sorting goes with its column", () => {
    const { query: rest, losses } = remove("clinic");
    expect(lossLines(losses)).toEqual([]);
    expect(rest.sort).toEqual([{ by: "revenue", direction: "descending" }]);
  });
  it("says in words what is lost", () => {
    expect(lossLines(remove("revenue").losses)).toEqual(["Measures: Each", "1 condition on groups"]);
    expect(lossLines(allLosses(query))).toEqual([
      "Joined tables: appointments, clinics",
      "Calculated columns: Initial, Shout",
      "Columns: Clinic, Letter",
      "Measures: Revenue, Clinics seen, Each",
      "2 filters",
      "1 condition on groups",
    ]);
  });
});
