/** How a delimited text is written, guessed from its beginning. Everything guessed here can be corrected. */
import { type CsvDialect, RecordSplitter, type SourceRow } from "@/lib/data-sources/files/csv-records";
import type { Delimiter } from "@/lib/data-sources/files/schemas";

const DELIMITERS = [",", ";", "\t", "|"] as const satisfies readonly Delimiter[];

/** The delimiter that gives most rows the same number of fields, and more than one of them. */
export function detectDelimiter(text: string, quote: string, isWhole: boolean): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(recordsOf(text, { delimiter, quote }, isWhole));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** A single quote is only taken for one when values begin and end with it and double quotes do not occur. */
export function detectQuote(text: string): '"' | "'" {
  const singles = text.match(/(^|[,;\t|\n])'[^'\n]*'(?=[,;\t|\r\n]|$)/g)?.length ?? 0;
  return singles > 1 && !text.includes('"') ? "'" : '"';
}

function recordsOf(text: string, dialect: CsvDialect, isWhole: boolean): SourceRow[] {
  const splitter = new RecordSplitter(dialect);
  try {
    const rows = splitter.push(text);
    return isWhole ? [...rows, ...splitter.end()] : rows;
  } catch {
    return [];
  }
}

function scoreOf(rows: SourceRow[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of rows)
    if (fields.some(Boolean)) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let best = 0;
  for (const [width, count] of counts) {
    if (width < 2) continue;
    // Agreement counts most; of two that agree alike, the one with more columns.
    best = Math.max(best, (count / total) * 1000 + Math.min(width, 500));
  }
  return best;
}

const VALUE_LIKE = /^[-+(]?[€$£¥]?\s?\d[\d.,:' /T%-]*(Z|[+-]\d\d:?\d\d)?\)?$|^(true|false|yes|no|ja|nein)$/i;

/** A first row names the columns when nothing in it looks like a value and no name is there twice or more in most. */
export function detectHeader(rows: readonly (readonly (string | null)[])[]): boolean {
  const [first, ...others] = rows;
  if (!first) return false;
  const names = first.filter((name): name is string => name !== null && name.trim() !== "");
  if (names.length === 0) return false;
  const valueLike = names.filter((name) => VALUE_LIKE.test(name.trim())).length;
  if (valueLike === 0) return true;
  // Years and months as column names: the names are values, but the columns below are of another kind.
  const isDifferent = first.some(
    (name, index) =>
      name !== null &&
      !VALUE_LIKE.test(name.trim()) &&
      others.slice(0, 50).some((row) => row[index] && VALUE_LIKE.test(row[index].trim())),
  );
  return isDifferent && valueLike < names.length;
}
