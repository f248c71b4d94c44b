import type pg from "pg";
import { onlyCode, tokenizeSql } from "@/lib/utils/tokenize-sql";
import { refused } from "./failures";
import type { Statement } from "./types";

const PLACEHOLDER = /(?<![\w$\u0080-\uffff])\$(\d+)/g;

/**
 * The text of a statement for a command that takes no bind parameters: each value is bound to a setting of the
 * transaction, and each placeholder reads its setting as the type the server found for it. The statement's last
 * semicolon goes. `types` are object ids.
 */
export async function withValuesAsSettings(
  client: pg.Client,
  sourceName: string,
  { text, values }: Statement,
  types: readonly number[],
): Promise<string> {
  if (types.length !== values.length)
    throw refused(
      sourceName,
      `it has ${types.length} ${types.length === 1 ? "parameter" : "parameters"}, and ${values.length} were given.`,
    );
  const code = onlyCode(text, tokenizeSql(text, "postgresql"));
  const readings = await bindSettings(client, values, types);
  const end = endOfStatement(code);
  let bound = "";
  let from = 0;
  for (const match of code.slice(0, end).matchAll(PLACEHOLDER)) {
    bound += text.slice(from, match.index) + (readings[Number(match[1]) - 1] ?? match[0]);
    from = match.index + match[0].length;
  }
  return bound + text.slice(from, end);
}

/** The offset after the last character that is neither a space nor a semicolon, looked for from the end. */
function endOfStatement(code: string): number {
  let end = code.length;
  while (end > 0 && /[\s;]/.test(code[end - 1] ?? "")) end -= 1;
  return end;
}

/** How each value is read in SQL. */
async function bindSettings(
  client: pg.Client,
  values: readonly (string | null)[],
  types: readonly number[],
): Promise<string[]> {
  if (values.length === 0) return [];
  const { rows } = await client.query<{ name: string }>(
    `SELECT format_type(t.oid, NULL) AS name FROM unnest($1::oid[]) WITH ORDINALITY AS t (oid, place) ORDER BY place`,
    [types],
  );
  const sets = values.map(
    (_, index) => `set_config('broadsheet.p${index + 1}', coalesce($${index + 1}, ''), true)`,
  );
  await client.query(`SELECT ${sets.join(", ")}`, [...values]);
  return values.map((value, index) => {
    const reading = value === null ? "NULL" : `current_setting('broadsheet.p${index + 1}')`;
    return `(${reading}::${rows[index]?.name ?? "text"})`;
  });
}
