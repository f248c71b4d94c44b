import { describe, expect, it } from "vitest";
import { cellReaders, readColumns } from "./postgres-cells";

const read = (dataTypeID: number, text: string | null) => cellReaders([{ dataTypeID }], "UTC")[0]?.(text);
const NUMERIC = 1700;
const BIGINT = 20;

describe("cells", () => {
  it("keeps decimals exact: numbers within 15 digits, texts beyond", () => {
    expect(read(NUMERIC, "12.30")).toBe(12.3);
    expect(read(NUMERIC, "10.0000000000000000")).toBe(10);
    expect(read(NUMERIC, "-0.000000012345")).toBe(-0.000000012345);
    expect(read(NUMERIC, "123456789012345.6")).toBe("123456789012345.6");
    expect(read(BIGINT, "9007199254740993")).toBe("9007199254740993");
    expect(read(BIGINT, "1200000000000000000")).toBe(1.2e18);
    expect(read(NUMERIC, "0.00")).toBe(0);
    expect(read(790, "-$1,234.50")).toBe(-1234.5);
  });

  it("has no value for what is no number", () => {
    expect([read(NUMERIC, "NaN"), read(701, "-Infinity"), read(701, "NaN"), read(23, null)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it("types and roles follow the server's types, and names are unique", () => {
    const fields = [
      { name: "id", dataTypeID: 23 },
      { name: "id", dataTypeID: 2950 },
      { name: "day", dataTypeID: 1082 },
      { name: "paid", dataTypeID: 16 },
    ];
    expect(readColumns(fields)).toEqual([
      { name: "id", type: "number", role: "measure" },
      { name: "id (2)", type: "text", role: "dimension" },
      { name: "day", type: "date", role: "time" },
      { name: "paid", type: "boolean", role: "dimension" },
    ]);
  });
});
