import { withoutWorkspace } from "@/lib/db";

/**
 * Schedules that should have run by `before` and have no record of it: expected minus recorded. The next run moves
 * only together with the record of the run, so a next run in the past is exactly what was missed.
 */
export async function overdueSchedules(
  before: Date,
  limit = 200,
): Promise<{ workspaceId: string; scheduleId: string }[]> {
  const rows = await withoutWorkspace(
    (tx) =>
      tx.$queryRaw<{ workspace_id: string; id: string }[]>`
        SELECT workspace_id, id FROM due_schedules(${before}::timestamptz, ${limit}::int)`,
  );
  return rows.map((row) => ({ workspaceId: row.workspace_id, scheduleId: row.id }));
}
