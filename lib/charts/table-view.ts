/** How a reader has arranged a table. Client-safe. */
import { z } from "zod";

const TableView = z.object({
  orders: z.array(z.object({ key: z.string(), descending: z.boolean() })),
  /** Keys of columns. */
  hidden: z.array(z.string()),
  /** Pixels by column key. */
  widths: z.record(z.string(), z.number().int().min(1).max(2000)),
});
export type TableView = z.infer<typeof TableView>;

export const PLAIN_VIEW: TableView = { orders: [], hidden: [], widths: {} };

/** What was kept, or the plain view when it is nothing that can be read. */
export function parseTableView(kept: string | null): TableView {
  if (kept === null) return PLAIN_VIEW;
  try {
    return TableView.safeParse(JSON.parse(kept)).data ?? PLAIN_VIEW;
  } catch {
    return PLAIN_VIEW;
  }
}
