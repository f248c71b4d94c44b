import { describe, expect, it } from "vitest";
import { cellReaders, readColumns } from "./postgres-cells";

const read = (dataTypeID: number, text: string | null) => cellReaders([{ dataTypeID }], "UTC")[0]?.(text);

describe("PostgreSQL's cells", () => {
  it("are read by the server's type", () => {
    expect([read(1700, "12.30"), read(20, "9007199254740993"), read(790, "-$1,234.50")]).toEqual([
      12.3,
      "9007199254740993",
      -1234.5,
    ]);
    expect([read(1700, "NaN"), read(701, "-Infinity"), read(701, "NaN"), read(23, null)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
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
