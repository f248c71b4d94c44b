/** Which of several decisions counts for a person. Pure. */
import type { Belonging } from "@/lib/sharing";

export type Decided = { userId: string | null; jobRole: string | null; departmentId: string | null };

/** Their own choice, then that of their job role, then that of their department or the nearest above it. */
export function inOrder<Start extends Decided>(
  starts: readonly Start[],
  { departmentIds }: Belonging,
): Start[] {
  // Departments stand in `departmentIds` with the nearest first.
  const rank = ({ userId, jobRole, departmentId }: Start): number => {
    if (userId !== null) return 0;
    if (jobRole !== null) return 1;
    return 2 + departmentIds.indexOf(departmentId ?? "");
  };
  return starts.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether it was decided for this person. */
export const concerns = (start: Decided, userId: string, { jobRole, departmentIds }: Belonging): boolean =>
  start.userId === userId ||
  (start.jobRole !== null && start.jobRole === jobRole) ||
  (start.departmentId !== null && departmentIds.includes(start.departmentId));
