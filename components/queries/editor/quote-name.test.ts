import { expect, it } from "vitest";
import { quoteName } from "./quote-name";

it("quotes names only where the source needs it", () => {
  expect(quoteName("unit_price", "postgresql")).toBe("unit_price");
  expect(quoteName("order", "postgresql")).toBe('"order"');
  expect(quoteName("Clinic", "postgresql")).toBe('"Clinic"');
  expect(quoteName("Clinic", "duckdb")).toBe("Clinic");
  expect(quoteName("unit price", "duckdb")).toBe('"unit price"');
  expect(quoteName("2026", "mysql")).toBe("`2026`");
});

it("keeps quotes within a name harmless", () => {
  expect(quoteName('a"b', "postgresql")).toBe('"a""b"');
  expect(quoteName("a`b", "mysql")).toBe("`a``b`");
  expect(quoteName("a\\`b", "clickhouse")).toBe("`a\\\\``b`");
});
