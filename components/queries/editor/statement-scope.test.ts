import { expect, it } from "vitest";
import { kindAt, scopeOf } from "./statement-scope";

const tables = (sql: string) => scopeOf(sql, "postgresql").tables;

it("finds tables with their aliases, wherever they are joined", () => {
  expect(tables("select from shop.sales s join clinics as c on c.id = s.clinic_id left join other")).toEqual([
    { path: ["shop", "sales"], alias: "s" },
    { path: ["clinics"], alias: "c" },
    { path: ["other"], alias: null },
  ]);
  expect(tables("select * from a, b x, lateral c where true")).toEqual([
    { path: ["a"], alias: null },
    { path: ["b"], alias: "x" },
    { path: ["c"], alias: null },
  ]);
});

it("reads quoted names, and nothing in texts and comments", () => {
  expect(tables(`select 'from nowhere' /* join never */ from "My Shop"."a""b" "S" -- from x`)).toEqual([
    { path: ["My Shop", 'a"b'], alias: "S" },
  ]);
});

it("looks into subqueries and names what WITH gives", () => {
  const { tables: found, ctes } = scopeOf(
    "with a as (select 1 from x), b (n) as materialized (select 2) select * from a, (select * from y) z",
    "postgresql",
  );
  expect(ctes).toEqual(["a", "b"]);
  expect(found.map(({ path }) => path.join("."))).toEqual(["x", "a", "y"]);
});

it("copes with what is not finished", () => {
  expect(tables("select * from")).toEqual([]);
  expect(tables("select * from sales s where name = 'unfin")).toEqual([{ path: ["sales"], alias: "s" }]);
  expect(scopeOf("with a as (select", "postgresql").ctes).toEqual(["a"]);
});

it("knows quotes of other dialects", () => {
  expect(scopeOf("select * from `my db`.`t` `x`", "mysql").tables).toEqual([
    { path: ["my db", "t"], alias: "x" },
  ]);
});

it("tells code from quotes and comments", () => {
  const sql = "select 'ab' -- c\nfrom x where y = 'op";
  expect(kindAt(sql, 3, "postgresql")).toBe("code");
  expect(kindAt(sql, 9, "postgresql")).toBe("literal");
  expect(kindAt(sql, 15, "postgresql")).toBe("comment");
  expect(kindAt(sql, 16, "postgresql")).toBe("comment");
  expect(kindAt(sql, 17, "postgresql")).toBe("code");
  expect(kindAt(sql, sql.length, "postgresql")).toBe("literal");
});
