/** Delimited text to records, by the same rules as DuckDB's reader (RFC 4180), with the place of every mistake. */
import { InvalidInputError } from "@/lib/errors";

export type CsvDialect = { delimiter: string; quote: string };
/** `row` counts records from 1 as a spreadsheet does: empty lines count, lines inside quotes do not. */
export type SourceRow = { row: number; fields: (string | null)[] };

/** Characters of one record at most: DuckDB reads no longer ones either. */
export const RECORD_LIMIT = 2_000_000;

/** Throws InvalidInputError with the row and column of a quote that is wrong. */
export async function* readCsvRecords(
  texts: AsyncIterable<string>,
  dialect: CsvDialect,
): AsyncGenerator<SourceRow[]> {
  const splitter = new RecordSplitter(dialect);
  for await (const text of texts) {
    const rows = splitter.push(text);
    if (rows.length > 0) yield rows;
  }
  const rows = splitter.end();
  if (rows.length > 0) yield rows;
  splitter.requireSound();
}

export class RecordSplitter {
  readonly #delimiter: string;
  readonly #quote: string;
  #rest = "";
  #row = 0;
  /** What is wrong is told after the rows before it. */
  #failure: Error | null = null;

  constructor({ delimiter, quote }: CsvDialect) {
    this.#delimiter = delimiter;
    this.#quote = quote;
  }

  push(text: string): SourceRow[] {
    return this.#split(this.#rest + text, false);
  }

  end(): SourceRow[] {
    return this.#split(this.#rest, true);
  }

  /** Throws what ended the last rows early. */
  requireSound(): void {
    if (this.#failure) throw this.#failure;
  }

  #split(text: string, isEnd: boolean): SourceRow[] {
    const rows: SourceRow[] = [];
    let at = 0;
    this.requireSound();
    try {
      while (at < text.length) {
        const record = this.#plainRecord(text, at) ?? this.#record(text, at, isEnd);
        if (!record) break;
        this.#row += 1;
        rows.push({ row: this.#row, fields: record.fields });
        at = record.next;
      }
      this.#rest = text.slice(at);
      if (this.#rest.length > RECORD_LIMIT) throw this.#tooLong(this.#rest);
    } catch (error) {
      this.#failure = error as Error;
      if (rows.length === 0) throw error;
    }
    return rows;
  }

  /** Most lines: no quote, one kind of line end. null for every other. */
  #plainRecord(text: string, at: number): { fields: (string | null)[]; next: number } | null {
    const end = text.indexOf("\n", at);
    if (end < 0) return null;
    const isCrlf = text.charCodeAt(end - 1) === 13 && end > at;
    const line = text.slice(at, isCrlf ? end - 1 : end);
    if ((this.#quote !== "" && line.includes(this.#quote)) || line.includes("\r")) return null;
    return { fields: line.split(this.#delimiter).map(emptyAsNull), next: end + 1 };
  }

  /** null when the text ends before the record does. */
  #record(text: string, start: number, isEnd: boolean): { fields: (string | null)[]; next: number } | null {
    const fields: (string | null)[] = [];
    let at = start;
    for (;;) {
      const field = this.#field(text, at, isEnd, fields.length + 1);
      if (!field) return null;
      fields.push(emptyAsNull(field.value));
      at = field.next;
      if (at >= text.length) return isEnd ? { fields, next: at } : null;
      if (text.startsWith(this.#delimiter, at)) {
        at += 1;
        if (at >= text.length && !isEnd) return null;
        continue;
      }
      if (text[at] === "\n") return { fields, next: at + 1 };
      // A carriage return: the line feed that belongs to it may be still to come.
      if (at + 1 >= text.length && !isEnd) return null;
      return { fields, next: text[at + 1] === "\n" ? at + 2 : at + 1 };
    }
  }

  #field(text: string, at: number, isEnd: boolean, column: number): { value: string; next: number } | null {
    let open = at;
    while (text[open] === " ") open += 1;
    if (this.#quote !== "" && text[open] === this.#quote) return this.#quoted(text, open, isEnd, column);
    let end = at;
    while (end < text.length && !this.#isEndOfField(text, end)) end += 1;
    return { value: text.slice(at, end), next: end };
  }

  #quoted(
    text: string,
    open: number,
    isEnd: boolean,
    column: number,
  ): { value: string; next: number } | null {
    let value = "";
    let from = open + 1;
    for (;;) {
      const quote = text.indexOf(this.#quote, from);
      if (quote < 0 || (quote === text.length - 1 && !isEnd)) {
        if (isEnd) throw this.#unterminated(column);
        return null;
      }
      value += text.slice(from, quote);
      if (text[quote + 1] !== this.#quote) {
        let next = quote + 1;
        while (text[next] === " ") next += 1;
        if (next < text.length && !this.#isEndOfField(text, next)) throw this.#afterQuote(text, next, column);
        return { value, next };
      }
      value += this.#quote;
      from = quote + 2;
    }
  }

  #isEndOfField(text: string, at: number): boolean {
    const code = text.charCodeAt(at);
    return code === 10 || code === 13 || text[at] === this.#delimiter;
  }

  #unterminated(column: number): InvalidInputError {
    const row = this.#row + 1;
    return new InvalidInputError(
      `Row ${print(row)}, column ${column}: a quotation mark (${this.#quote}) opens a value and is never closed. Correct it in the file, or choose “no quotes”.`,
      { row, column },
    );
  }

  #afterQuote(text: string, at: number, column: number): InvalidInputError {
    const row = this.#row + 1;
    return new InvalidInputError(
      `Row ${print(row)}, column ${column}: “${text.slice(at, at + 20).split("\n")[0]}” follows a closing quotation mark. Double the quotation marks inside a value, or choose “no quotes”.`,
      { row, column },
    );
  }

  #tooLong(rest: string): InvalidInputError {
    const opened = rest.split(this.#quote || "\0").length % 2 === 0;
    if (opened)
      return this.#unterminated(rest.slice(0, rest.indexOf(this.#quote)).split(this.#delimiter).length);
    const row = this.#row + 1;
    return new InvalidInputError(
      `Row ${print(row)} has more than ${print(RECORD_LIMIT)} characters. Check that the file is a table.`,
      { row },
    );
  }
}

const emptyAsNull = (text: string): string | null => (text === "" ? null : text);
const print = (value: number): string => value.toLocaleString("en-GB");
