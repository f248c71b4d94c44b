/** The rows of the schema of `./vocabulary`, and the statements that make them in either engine. */
import { HOSTILE, type Vocabulary } from "./vocabulary";

type Value = string | number | boolean | null;
const FACT_ROWS = 60;

/** A fixed sequence, so that every run has the same rows. */
function factRow(id: number): Value[] {
  const pick = (salt: number, size: number) => ((id * 7919 + salt * 104_729 + id * id * 31) >>> 3) % size;
  const gap = (salt: number, value: Value): Value => (pick(salt, 6) === 0 ? null : value);
  const day = new Date(Date.UTC(2024, 0, 1) + pick(1, 1060) * 86_400_000).toISOString().slice(0, 10);
  const clock = `${String(pick(2, 24)).padStart(2, "0")}:${String(pick(3, 60)).padStart(2, "0")}:00`;
  return [
    id,
    gap(4, (pick(5, 800) - 200) / 4),
    gap(6, pick(7, 9) - 2),
    gap(8, pick(9, 50) / 4 - 3),
    gap(10, pick(11, 2) === 0),
    gap(12, HOSTILE.texts[pick(13, HOSTILE.texts.length)] ?? ""),
    gap(14, day),
    gap(15, `${day} ${clock}+00`),
    gap(16, `${day} ${clock}`),
    gap(17, pick(18, 7)),
  ];
}

const PLACE_ROWS: Value[][] = [
  [1, "North", "2020-02-29"],
  [2, "north", "2026-01-01"],
  [3, "", null],
  [4, null, "2025-12-31"],
  [5, "it's \\ 50%", "2026-03-29"],
];

export const FACT_TYPES = [
  "integer",
  "decimal(12, 2)",
  "integer",
  "double precision",
  "boolean",
  "text",
  "date",
  "timestamptz",
  "timestamp",
  "integer",
];
export const PLACE_TYPES = ["integer", "text", "date"];

type Writing = {
  name(text: string): string;
  text(text: string): string;
  /** The source's own name of a type. */
  type(type: string): string;
};

const standard = {
  name: (text: string) => `"${text.replaceAll('"', '""')}"`,
  text: (text: string) => `'${text.replaceAll("'", "''")}'`,
};
export const WRITING = {
  // Engines are to sort texts alike.
  postgresql: { ...standard, type: (type) => (type === "text" ? 'text COLLATE "C"' : type) },
  duckdb: { ...standard, type: (type) => type },
  mysql: {
    name: (text) => `\`${text.replaceAll("`", "``")}\``,
    text: (text) => standard.text(text.replaceAll("\\", "\\\\")).replace(/\+00'$/, "'"),
    type: (type) => ({ timestamptz: "timestamp(6) null", timestamp: "datetime(6)" })[type] ?? type,
  },
} as const satisfies Record<string, Writing>;

export function setupStatements({ schema, facts, places, columns }: Vocabulary, writing: Writing): string[] {
  const { placeId, placeName, placeSince, ...fact } = columns;
  const literal = (value: Value): string => (typeof value === "string" ? writing.text(value) : String(value));
  const create = (table: string, names: string[], types: string[], rows: Value[][]): string[] => {
    const full = `${writing.name(schema)}.${writing.name(table)}`;
    const list = names.map((each, index) => `${writing.name(each)} ${writing.type(types[index] ?? "text")}`);
    const values = rows.map((row) => `(${row.map(literal).join(", ")})`);
    return [`CREATE TABLE ${full} (${list.join(", ")})`, `INSERT INTO ${full} VALUES ${values.join(", ")}`];
  };
  const factRows = Array.from({ length: FACT_ROWS }, (_, index) => factRow(index + 1));
  return [
    `CREATE SCHEMA ${writing.name(schema)}`,
    ...create(facts, Object.values(fact), FACT_TYPES, factRows),
    ...create(places, [placeId, placeName, placeSince], PLACE_TYPES, PLACE_ROWS),
  ];
}
