import type { RowWriter } from "./types";

/** One JSON object a line, keys in the order of the columns; a number too long for a double is a text. */
export const writeJsonl: RowWriter = async function* ({ columns, batches }, { onRows }) {
  const keys = columns.map(({ name }) => `${JSON.stringify(name)}:`);
  for await (const batch of batches) {
    let text = "";
    for (const row of batch)
      text += `{${row.map((cell, index) => `${keys[index]}${JSON.stringify(cell)}`).join(",")}}\n`;
    onRows(batch.length);
    yield Buffer.from(text);
  }
};
