import { describe, expect, it } from "vitest";
import { addTables, beginWith } from "./builder-state";
import { relatedTables } from "./related-tables";
import { columnsByTable, findTable, likelyMatch } from "./schema-lookups";
import { CLINICS } from "./testing/clinic-schema";

const named = (name: string) => findTable(CLINICS, { schema: "public", name })!;

describe("related tables", () => {
  const appointments = beginWith({ schema: "public", name: "appointments" });
  it("are found in both directions, with the columns that match", () => {
    expect(relatedTables(appointments, CLINICS)).toMatchObject([
      {
        table: { name: "clinics" },
        added: [{ join: { to: "appointments", on: [{ left: "clinic_id", right: "id" }] } }],
        words: "By appointments.clinic_id",
      },
      {
        table: { name: "invoices" },
        added: [{ join: { to: "appointments", on: [{ left: "id", right: "appointment_id" }] } }],
        words: "By invoices.appointment_id: a row of appointments may have several",
      },
    ]);
  });
  it("are found through others, and added with them", () => {
    const invoices = beginWith({ schema: "public", name: "invoices" });
    const clinics = relatedTables(invoices, CLINICS).find(({ table }) => table.name === "clinics");
    expect(clinics?.words).toBe("Through appointments");
    expect(addTables(invoices, clinics!.added).tables.map(({ id, join }) => [id, join?.to])).toEqual([
      ["invoices", undefined],
      ["appointments", "invoices"],
      ["clinics", "appointments"],
    ]);
  });
  it("are not offered again from either side once they are joined", () => {
    const [clinics] = relatedTables(appointments, CLINICS);
    const joined = addTables(appointments, clinics!.added);
    expect(relatedTables(joined, CLINICS).map(({ table }) => table.name)).toEqual(["invoices"]);
  });
});

describe("the columns to choose from", () => {
  it("are those that say something before keys", () => {
    const [invoices] = columnsByTable(beginWith({ schema: "public", name: "invoices" }), CLINICS);
    expect(invoices?.columns.map(({ name }) => name)).toEqual([
      "issued_on",
      "amount",
      "status",
      "id",
      "appointment_id",
    ]);
  });
});

describe("matching by hand", () => {
  it("suggests columns of one name and kind, but not what every table has", () => {
    expect(likelyMatch(named("appointments"), named("invoices"))).toEqual({
      left: "status",
      right: "status",
    });
    expect(likelyMatch(named("clinics"), named("invoices"))).toBeUndefined();
  });
});
