import type { RequestContext } from "@/lib/context";
import { loadOutcome } from "@/lib/data-sources";
import { withTransaction } from "@/lib/db";
import { recordNotice } from "./record-notice";

/** Tells the person who uploaded a file that it is in its table, or why not. Nothing while it is under way. */
export async function recordLoadNotice(ctx: RequestContext, input: { loadId: string }): Promise<void> {
  const outcome = await loadOutcome(ctx, input);
  if (!outcome) return;
  const { load, uploaderId } = outcome;
  const path = `data-sources/${load.dataSourceId}`;
  const base = { path, ownerId: uploaderId, isPersonal: true };
  const print = (value: number) => value.toLocaleString(ctx.workspace.locale);
  const emptied =
    load.emptiedCells > 0 ? ` ${print(load.emptiedCells)} values did not fit and are empty.` : "";
  await withTransaction(ctx, (tx) =>
    recordNotice(
      tx,
      ctx,
      load.state === "LOADED"
        ? {
            ...base,
            kind: "LOAD_READY",
            key: `load-ready:${load.id}`,
            title: `“${load.fileName}” is loaded`,
            body: `${print(load.rows ?? 0)} rows are in the table ${load.table?.name ?? ""}.${emptied}`,
          }
        : {
            ...base,
            kind: "LOAD_FAILED",
            key: `load-failed:${load.id}:${load.updatedAt}`,
            title: `“${load.fileName}” could not be loaded`,
            body: load.error ?? "",
          },
    ),
  );
}
