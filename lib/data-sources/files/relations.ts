/** A file as DuckDB sees it: a FROM clause, and the SQL of each column. */
import type { LocalFile, Reading } from "@/lib/data-sources/files/reading";
import { quoteName, quoteText } from "@/lib/data-sources/files/typed-sql";

export type RelationColumn = {
  /** SQL of the value. */
  value: string;
  /** How it is stored when its type is kept; null for texts, which have to be read. */
  native: string | null;
};

export type Relation = {
  from: string;
  /** SQL of the row's number in the file. */
  row: string;
  columns: RelationColumn[];
};

const textColumn = (index: number): RelationColumn => ({ value: `c${index}`, native: null });

/** Bytes of one line of what {@link writeRows} wrote: quotes and UTF-8 make a record longer. */
const LONG_LINE_BYTES = 12_000_000;

/** Room for the longest record; several are in memory at a time. */
const BUFFER_BYTES = 8_000_000;

function csv(path: string, columns: string[], options: string): string {
  // Nothing is guessed, and no row is skipped or filled: what does not fit is an error.
  return `read_csv(${quoteText(path)}, auto_detect = false, strict_mode = true, null_padding = false, ignore_errors = false, columns = {${columns.join(", ")}}, ${options})`;
}

const texts = (indices: number[]): string[] => indices.map((index) => `'c${index}': 'VARCHAR'`);

/**
 * Reads the upload itself, or is null when DuckDB would not read it as {@link fileRows} does: another encoding,
 * line ends of several kinds, rows to skip.
 */
export function uploadedCsv(file: LocalFile, reading: Reading, width: number): Relation | null {
  const { facts } = file;
  const isUniform = facts.returns === facts.crlf && (facts.crlf === 0 || facts.crlf === facts.lines);
  const isPlain = facts.isUtf8 && !facts.hasNul && reading.encoding === "utf-8" && isUniform;
  const startsAtOnce = reading.skipRows === 0 && !(reading.hasHeader && facts.blankLines > 0);
  if (!isPlain || !startsAtOnce || reading.fillShortRows) return null;
  const indices = [...Array(width).keys()];
  const quote =
    reading.quote === ""
      ? "quote = '', escape = ''"
      : `quote = ${quoteText(reading.quote)}, escape = ${quoteText(reading.quote)}`;
  const options = `buffer_size = ${BUFFER_BYTES}, header = ${reading.hasHeader}, delim = ${quoteText(reading.delimiter)}, ${quote}`;
  return {
    from: csv(file.path, texts(indices), options),
    row: "NULL",
    columns: indices.map(textColumn),
  };
}

/** Reads what {@link writeRows} wrote: the row's number, then the columns that are loaded. */
export function writtenCsv(path: string, width: number, included: readonly number[]): Relation {
  const options = `header = false, delim = ',', quote = '"', escape = '"', new_line = '\\n', max_line_size = ${LONG_LINE_BYTES}, buffer_size = ${LONG_LINE_BYTES * 2}`;
  return {
    from: csv(path, ["'r': 'BIGINT'", ...texts([...included])], options),
    row: "r",
    columns: [...Array(width).keys()].map(textColumn),
  };
}

/** `types` are DuckDB's, of the file's columns. */
export function uploadedParquet(path: string, columns: { name: string; type: string }[]): Relation {
  return {
    from: `(SELECT *, row_number() OVER () AS "$row" FROM read_parquet(${quoteText(path)}))`,
    row: '"$row"',
    columns: columns.map(({ name, type }) => {
      const value = quoteName(name);
      const native = parquetStorage(type);
      if (native !== null) return { value: native === type ? value : `CAST(${value} AS ${native})`, native };
      return { value: parquetText(value, type), native: null };
    }),
  };
}

const KEPT =
  /^(BOOLEAN|U?TINYINT|U?SMALLINT|U?INTEGER|U?BIGINT|HUGEINT|FLOAT|DOUBLE|DATE|TIMESTAMP|TIMESTAMP WITH TIME ZONE|DECIMAL\(\d+,\d+\))$/;

/** The type in which a Parquet column is kept; null becomes text. */
export function parquetStorage(type: string): string | null {
  if (KEPT.test(type)) return type;
  if (/^TIMESTAMP_(S|MS|NS)$/.test(type)) return "TIMESTAMP";
  return type === "UHUGEINT" ? "HUGEINT" : null;
}

function parquetText(value: string, type: string): string {
  if (type === "VARCHAR") return value;
  const isNested = /^(STRUCT|MAP|UNION)\b|\]$/.test(type);
  return isNested ? `CAST(to_json(${value}) AS VARCHAR)` : `CAST(${value} AS VARCHAR)`;
}
