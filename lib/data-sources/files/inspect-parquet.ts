import type { DuckDBConnection } from "@duckdb/node-api";
import { typeOfStorage } from "@/lib/data-sources/files/column-plan";
import { columnNames } from "@/lib/data-sources/files/column-names";
import type { Inspected } from "@/lib/data-sources/files/inspect-file";
import { withLoadDatabase } from "@/lib/data-sources/files/load-database";
import type { LocalFile } from "@/lib/data-sources/files/reading";
import { parquetStorage, uploadedParquet } from "@/lib/data-sources/files/relations";
import { samplesOf } from "@/lib/data-sources/files/sample-evidence";
import { COLUMN_LIMIT, type InspectedColumn } from "@/lib/data-sources/files/schemas";
import { quoteText } from "@/lib/data-sources/files/typed-sql";
import { AppError, InvalidInputError } from "@/lib/errors";
import { workFolder } from "@/lib/storage";

const SHOWN_ROWS = 50;

/** What a Parquet file says of itself, believed only after DuckDB has opened it. Throws InvalidInputError. */
export async function inspectParquet(file: LocalFile): Promise<Inspected> {
  try {
    return await withLoadDatabase({ files: [file.path], folder: workFolder() }, (connection) =>
      look(connection, file),
    );
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new InvalidInputError(
      "The Parquet file is damaged, not whole, or encrypted. Write it again and upload it once more.",
      {},
    );
  }
}

async function look(connection: DuckDBConnection, file: LocalFile): Promise<Inspected> {
  const described = await connection.run(`DESCRIBE SELECT * FROM read_parquet(${quoteText(file.path)})`);
  const source = (await described.getRows()).map((row) => ({ name: String(row[0]), type: String(row[1]) }));
  if (source.length > COLUMN_LIMIT)
    throw new InvalidInputError(`The file has ${source.length} columns; ${COLUMN_LIMIT} can be read.`);
  const relation = uploadedParquet(file.path, source);
  const texts = relation.columns.map(({ value }) => `CAST(${value} AS VARCHAR)`).join(", ");
  const shown = await connection.run(`SELECT ${texts} FROM ${relation.from} LIMIT ${SHOWN_ROWS}`);
  const rows = (await shown.getRows()).map((fields, index) => ({
    row: index + 1,
    fields: fields.map((value) => (value === null ? null : String(value))),
  }));
  const names = columnNames(source.map(({ name }) => name));
  const columns = source.map(({ name, type }, index): InspectedColumn => {
    const native = parquetStorage(type);
    const isKept = native !== null || type === "VARCHAR";
    return {
      sourceName: name,
      name: names[index] ?? name,
      type: native === null ? "text" : typeOfStorage(native),
      format: null,
      samples: samplesOf(rows, index),
      problems: isKept ? [] : [`Values of the type ${type.slice(0, 60)} are kept as text.`],
    };
  });
  const reading = {
    format: "PARQUET",
    encoding: "utf-8",
    delimiter: ",",
    quote: '"',
    hasHeader: true,
    skipRows: 0,
    sheet: null,
    fillShortRows: false,
  } as const;
  const inspection = {
    format: "PARQUET" as const,
    encoding: null,
    delimiter: null,
    quote: null,
    hasHeader: null,
    skipRows: 0,
    fillShortRows: false,
    sheets: [],
    sheet: null,
    columns,
    rows: rows.map(({ fields }) => fields),
    notes: rows.length === 0 ? ["The file has columns and no rows."] : [],
    blocking: null,
  };
  return { reading, inspection, width: source.length, source, digits: source.map(() => null) };
}
