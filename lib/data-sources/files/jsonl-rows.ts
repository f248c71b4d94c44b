/** JSON lines: one object a line, its members the columns. */
import { RECORD_LIMIT, type SourceRow } from "@/lib/data-sources/files/csv-records";
import { batchRows, print } from "@/lib/data-sources/files/reading";
import { InvalidInputError } from "@/lib/errors";

/** `object` as it was parsed, `source` as it was written: numbers may be longer than a double. */
export type JsonLine = { line: number; object: Record<string, unknown>; source: string };

/** Throws InvalidInputError with the line that is not an object. `row` is the line. */
export async function* readJsonLines(texts: AsyncIterable<string>): AsyncGenerator<JsonLine[]> {
  let rest = "";
  let line = 0;
  for await (const text of texts) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > RECORD_LIMIT)
      throw new InvalidInputError(
        `Line ${print(line + lines.length + 1)} has more than ${print(RECORD_LIMIT)} characters. Write one object a line.`,
        { row: line + lines.length + 1 },
      );
    const batch: JsonLine[] = [];
    for (const source of lines) {
      line += 1;
      if (source.trim() !== "") batch.push(readLine(source, line));
    }
    yield batch;
  }
  if (rest.trim() !== "") yield [readLine(rest, line + 1)];
}

/** In the order of `names`; a member that is not there is empty. */
export async function* jsonRows(
  batches: AsyncIterable<JsonLine[]>,
  names: readonly string[],
): AsyncGenerator<SourceRow[]> {
  const index = new Map(names.map((name, position) => [name, position]));
  const rowOf = ({ line, object, source }: JsonLine): SourceRow => {
    const fields = Array<string | null>(names.length).fill(null);
    const numbers = LONG_NUMBER.test(source) ? numberTexts(source) : null;
    for (const [name, value] of Object.entries(object))
      fields[index.get(name) ?? names.length] = textOf(value, numbers?.get(name));
    return { row: line, fields };
  };
  const most = batchRows(names.length);
  for await (const batch of batches)
    for (let from = 0; from < batch.length; from += most) yield batch.slice(from, from + most).map(rowOf);
}

/** Numbers that a double cannot hold are taken from the text itself. */
const LONG_NUMBER = /\d[\d.]{15,}|\d[eE][+-]?\d{3}/;

function readLine(source: string, line: number): JsonLine {
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch (error) {
    const first = line === 1 && source.trimStart().startsWith("[");
    throw notAnObject(line, first ? "the file is one JSON array" : (error as Error).message);
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    throw notAnObject(line, Array.isArray(parsed) ? "it is an array" : "it is a single value");
  if (source.includes("\\u0000"))
    throw notAnObject(line, "it holds a zero character, \\u0000, which no text has");
  return { line, object: { ...parsed }, source };
}

function notAnObject(line: number, why: string): InvalidInputError {
  return new InvalidInputError(
    `Line ${print(line)} is not a JSON object (${why}). JSON lines have one object a line: {"name": "value"}.`,
    { row: line },
  );
}

function textOf(value: unknown, exact: string | undefined): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "string") return value;
  if (typeof value === "number") return exact ?? String(value);
  return typeof value === "boolean" ? String(value) : JSON.stringify(value);
}

/** The members of the outermost object that are numbers, as they are written. The text is known to be valid. */
function numberTexts(source: string): Map<string, string> {
  const numbers = new Map<string, string>();
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
  let depth = 0;
  let name = "";
  let isValue = false;
  for (const [token] of source.matchAll(tokens)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    else if (depth !== 1) continue;
    else if (token === ",") isValue = false;
    else if (token === ":") isValue = true;
    else if (!isValue) name = JSON.parse(token) as string;
    else if (/^-?\d/.test(token)) numbers.set(name, token);
  }
  return numbers;
}
