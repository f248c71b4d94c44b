import { BYTE_ORDER_MARK, csvField, csvRecord, guardFormula } from "@/lib/render/csv/csv-text";
import type { RowWriter } from "./types";

/** RFC 4180 in UTF-8 with a byte order mark; texts that a spreadsheet would run are guarded. */
export const writeCsv: RowWriter = async function* ({ columns, batches }, { onRows }) {
  yield Buffer.from(BYTE_ORDER_MARK + csvRecord(columns.map(({ name }) => guardFormula(name))));
  for await (const batch of batches) {
    let text = "";
    for (const row of batch)
      text += csvRecord(row.map((cell, index) => csvField(cell, columns[index]?.type ?? "text")));
    onRows(batch.length);
    yield Buffer.from(text);
  }
};
