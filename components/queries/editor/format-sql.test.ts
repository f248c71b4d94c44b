import fc from "fast-check";
import { expect, it } from "vitest";
import type { Dialect } from "@/lib/data-sources/schemas";
import { formatSql } from "./format-sql";

it("breaks and indents, and keeps the case of words", () => {
  expect(formatSql("SELECT a, count(*) n from shop.sales s where a>1 group by 1", "postgresql")).toBe(
    "SELECT\n  a,\n  count(*) n\nfrom\n  shop.sales s\nwhere\n  a > 1\ngroup by\n  1",
  );
});

it("keeps parameters and optional parts", () => {
  const formatted = formatSql(
    "select * from t where day >= {{period.from}} [[and clinic in ({{clinics}})]] and dep = {{ me.department }}",
    "postgresql",
  );
  expect(formatted).toContain("day >= {{period.from}}\n");
  expect(formatted).toContain("[[ and clinic in ({{clinics}}) ]]");
  expect(formatted).toContain("dep = {{ me.department }}");
});

it("keeps texts, comments and nested arrays", () => {
  const sql = "select array[[1,2],[3,4]], 'a  [[ b', $$ x  y $$ -- done  {{x}}\nfrom t";
  const formatted = formatSql(sql, "postgresql");
  for (const part of ["'a  [[ b'", "$$ x  y $$", "-- done  {{x}}"]) expect(formatted).toContain(part);
});

it("knows each dialect's own words", () => {
  const texts: Record<Dialect, string> = {
    postgresql: "select a::text from t where x ilike 'a%'",
    duckdb: "select * exclude (a) from t qualify row_number() over (order by b) = 1",
    mysql: "select `a b` from t where x regexp '^a' limit 1, 2",
    clickhouse: "select uniq(a) from t final prewhere b = 1 limit 1 by c",
  };
  for (const dialect of ["postgresql", "duckdb", "mysql", "clickhouse"] as const)
    expect(formatSql(texts[dialect], dialect)).toContain("\n");
});

it("leaves alone what cannot be read", () => {
  expect(formatSql("select 'abc", "postgresql")).toBeNull();
  expect(formatSql("select from where (((", "postgresql")).toBeNull();
});

it("changes blanks alone, whatever is written", () => {
  const piece = fc.constantFrom(
    ..."select|from|where|a|b.c|count(*)|{{x}}|[[|]]|and|'it''s  x'|\"Q q\"|-- c\n|/* k */|(|)|,|1.5|-|::text|>=|\n|case when a then b end|$$ d $$|join".split(
      "|",
    ),
  );
  const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(" "));
  fc.assert(
    fc.property(text, (sql) => {
      const formatted = formatSql(sql, "postgresql");
      if (formatted === null) return;
      const bare = (value: string) => value.replace(/\s+/g, "");
      expect(bare(formatted)).toBe(bare(sql));
    }),
  );
});
