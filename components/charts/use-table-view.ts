"use client";

import { useMemo } from "react";
import { useSessionValue } from "@/components/charts/session-value";
import type { TableModel } from "@/lib/charts/types";
import { type TableView, parseTableView } from "@/lib/charts/table-view";

/** How this reader has arranged a table: kept for the session, under the table's title and columns. */
export function useTableView(model: TableModel): [TableView, (view: TableView) => void] {
  const key = `table:${model.title}|${model.columns.map((column) => column.key).join("|")}`;
  const [kept, keep] = useSessionValue(key);
  const view = useMemo(() => parseTableView(kept), [kept]);
  return [view, (next) => keep(JSON.stringify(next))];
}
