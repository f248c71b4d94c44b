import { expect, it } from "vitest";
import { startingSql } from "./starting-sql";

it("quotes names as the source needs it, and leaves out a schema that is none", () => {
  expect(startingSql("postgresql", { schema: "shop", table: "sales" })).toBe(
    "select *\nfrom shop.sales\nlimit 100",
  );
  expect(startingSql("postgresql", { schema: "My Shop", table: 'a"b' })).toContain('from "My Shop"."a""b"');
  expect(startingSql("mysql", { schema: "shop", table: "order" })).toContain("from shop.`order`");
  expect(startingSql("duckdb", { schema: "", table: "visits 2026" })).toContain('from "visits 2026"\n');
});
