import type { DataSourceSummary } from "@/lib/data-sources/schemas";
import { formatNumber } from "@/lib/format/value";

/** Where a source's numbers are: "shop on db.example.com", or "3 tables, 1,200 rows". */
export function placeWords(
  { settings, contents }: Pick<DataSourceSummary, "settings" | "contents">,
  locale: string,
): string {
  if (settings) return `${settings.database} on ${settings.host}`;
  const { tables, rows } = contents ?? { tables: 0, rows: 0 };
  if (tables === 0) return "Nothing uploaded yet";
  const count = (number: number, one: string, many: string) =>
    `${formatNumber(number, { locale })} ${number === 1 ? one : many}`;
  return `${count(tables, "table", "tables")}, ${count(rows, "row", "rows")}`;
}
