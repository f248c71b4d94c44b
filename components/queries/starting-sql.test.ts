import { expect, it } from "vitest";
import { startingSql } from "./starting-sql";

it("quotes names only where PostgreSQL needs it", () => {
  expect(startingSql("shop", "sales")).toBe("select *\nfrom shop.sales\nlimit 100");
  expect(startingSql("public", "order")).toContain('from public."order"');
  expect(startingSql("My Shop", 'a"b')).toContain('from "My Shop"."a""b"');
});
