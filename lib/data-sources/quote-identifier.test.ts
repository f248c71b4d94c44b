import { describe, expect, it } from "vitest";
import { quoteIdentifier } from "./quote-identifier";

describe("quoteIdentifier", () => {
  it("keeps hostile names inside their quotes in every dialect", () => {
    const name = 'a"b`c\\d; DROP TABLE x --';
    expect(quoteIdentifier(name, "postgresql")).toBe('"a""b`c\\d; DROP TABLE x --"');
    expect(quoteIdentifier(name, "duckdb")).toBe('"a""b`c\\d; DROP TABLE x --"');
    expect(quoteIdentifier(name, "mysql")).toBe('`a"b``c\\d; DROP TABLE x --`');
    expect(quoteIdentifier(name, "clickhouse")).toBe('`a"b\\`c\\\\d; DROP TABLE x --`');
  });
});
