/** How a reader has arranged a table. Client-safe. */

export type TableView = {
  orders: { key: string; descending: boolean }[];
  /** Keys of columns. */
  hidden: string[];
  /** Pixels by column key, 1–2000. */
  widths: Record<string, number>;
};

export const PLAIN_VIEW: TableView = { orders: [], hidden: [], widths: {} };

/** What was kept, or the plain view when it is nothing that can be read. */
export function parseTableView(kept: string | null): TableView {
  if (kept === null) return PLAIN_VIEW;
  try {
    const view: unknown = JSON.parse(kept);
    return isTableView(view) ? view : PLAIN_VIEW;
  } catch {
    return PLAIN_VIEW;
  }
}

// By hand: every page with a figure loads this, and the schemas' library with it would be a twelfth of the page.
function isTableView(view: unknown): view is TableView {
  if (!isObject(view)) return false;
  const { orders, hidden, widths } = view;
  return (
    Array.isArray(orders) &&
    orders.every((it) => isObject(it) && typeof it.key === "string" && typeof it.descending === "boolean") &&
    Array.isArray(hidden) &&
    hidden.every((it) => typeof it === "string") &&
    isObject(widths) &&
    Object.values(widths).every(isWidth)
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isWidth = (value: unknown) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 2000;
