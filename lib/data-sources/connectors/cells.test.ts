import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDecimal, readFloat, resultColumns } from "./cells";

describe("cells", () => {
  it("keeps decimals exact: numbers within 15 digits, texts beyond", () => {
    expect(readDecimal("12.30")).toBe(12.3);
    expect(readDecimal("10.0000000000000000")).toBe(10);
    expect(readDecimal("-0.000000012345")).toBe(-0.000000012345);
    expect(readDecimal("123456789012345.6")).toBe("123456789012345.6");
    expect(readDecimal("9007199254740993")).toBe("9007199254740993");
    expect(readDecimal("1200000000000000000")).toBe(1.2e18);
    expect(readDecimal("0.00")).toBe(0);
    expect(readDecimal("-0.00000000000000000")).toBe(0);
    expect(readDecimal("1234567890123456.5000")).toBe("1234567890123456.5");
    expect(readDecimal("-1234567890123456.000")).toBe("-1234567890123456");
    expect(readDecimal("1234567890123450.0000")).toBe(1234567890123450);
    expect(readDecimal("1000000000000000000000")).toBe("1000000000000000000000");
  });

  it("never changes the value of a decimal", () => {
    const digits = (most: number) => fc.stringMatching(new RegExp(`^\\d{1,${most}}$`));
    const decimals = fc.tuple(fc.constantFrom("", "-"), digits(24), fc.option(digits(24)));
    fc.assert(
      fc.property(decimals, ([sign, whole, fraction]) => {
        const text = sign + whole + (fraction === null ? "" : `.${fraction}`);
        const read = readDecimal(text);
        const shortest = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
        const significant = text.replace(/[-.]/g, "").replace(/^0+|0+$/g, "");
        const isExact = significant.length <= 15 && Math.abs(Number(text)) < 1e21;
        expect(isExact ? read === Number(text) : read).toBe(isExact ? true : shortest);
      }),
      { seed: 7 },
    );
  });

  it("has no value for what is no number", () => {
    const nothing = [readDecimal("NaN"), readFloat("-Infinity"), readFloat("NaN"), readFloat("inf")];
    expect(nothing).toEqual([null, null, null, null]);
  });

  it("roles follow the types, and names are unique", () => {
    const columns = resultColumns([
      { name: "id", type: "number" },
      { name: "id", type: "text" },
      { name: "id (2)", type: "date" },
      { name: "paid", type: "boolean" },
    ]);
    expect(columns).toEqual([
      { name: "id", type: "number", role: "measure" },
      { name: "id (2)", type: "text", role: "dimension" },
      { name: "id (2) (2)", type: "date", role: "time" },
      { name: "paid", type: "boolean", role: "dimension" },
    ]);
  });
});
