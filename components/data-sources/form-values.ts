import type { z } from "zod";
import { CreateDataSourceInput, type DataSourceDto } from "@/lib/data-sources/schemas";

/** What is typed, for a new source and for one that is changed. */
export const DataSourceFormInput = CreateDataSourceInput.omit({ kind: true });
export type DataSourceValues = z.input<typeof DataSourceFormInput>;

export const NEW_SOURCE = {
  name: "",
  settings: { host: "", port: 5432, database: "", user: "", tls: "disable" },
  password: "",
  statementTimeoutMs: 30_000,
  rowLimit: 50_000,
  connectionLimit: 4,
  cacheSeconds: 300,
} as const satisfies DataSourceValues;

export function valuesOf(source: DataSourceDto): DataSourceValues {
  const { name, settings, statementTimeoutMs, rowLimit, connectionLimit, cacheSeconds } = source;
  return { name, settings, password: "", statementTimeoutMs, rowLimit, connectionLimit, cacheSeconds };
}
