import { describe, expect, it } from "vitest";
import { cellReader, readColumns } from "./postgres-cells";

const read = (oid: number, text: string) => cellReader(oid, "UTC")(text);

describe("PostgreSQL's cells", () => {
  it("are read by the server's type", () => {
    expect([read(1700, "12.30"), read(20, "9007199254740993"), read(790, "-$1,234.50")]).toEqual([
      12.3,
      "9007199254740993",
      -1234.5,
    ]);
    expect([read(1700, "NaN"), read(701, "-Infinity"), read(701, "NaN")]).toEqual([null, null, null]);
    expect([read(16, "t"), read(16, "f"), read(2950, "1e3")]).toEqual([true, false, "1e3"]);
    expect(cellReader(1114, "Europe/Berlin")("2026-07-01 12:00:00")).toBe("2026-07-01T10:00:00.000Z");
  });

  it("have columns whose names are unique", () => {
    const fields = [
      { name: "id", dataTypeID: 23 },
      { name: "id", dataTypeID: 2950 },
      { name: "day", dataTypeID: 1082 },
    ];
    expect(readColumns(fields)).toEqual([
      { name: "id", type: "number", role: "measure" },
      { name: "id (2)", type: "text", role: "dimension" },
      { name: "day", type: "date", role: "time" },
    ]);
  });
});
