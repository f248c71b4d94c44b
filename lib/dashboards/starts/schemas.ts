/** Inputs and DTOs of the dashboard that people see first. Client-safe. */
import { z } from "zod";

export const StartTarget = z.discriminatedUnion("of", [
  z.object({ of: z.literal("jobRole"), jobRole: z.string().trim().min(1).max(60) }),
  z.object({ of: z.literal("department"), departmentId: z.uuid() }),
]);
export type StartTarget = z.infer<typeof StartTarget>;

export const SetStartInput = z.object({ target: StartTarget, dashboardId: z.uuid() });
export const ClearStartInput = z.object({ target: StartTarget });
export const ChooseStartInput = z.object({ dashboardId: z.uuid() });
export const ClearOwnStartInput = z.object({});

/** Which dashboard a person sees first, and why. */
export type FirstDashboard = {
  id: string;
  name: string;
  because: { kind: "own" } | { kind: "jobRole"; jobRole: string } | { kind: "department"; name: string };
};

/** Of the people whom a decision concerns, how many there are of each kind. */
export type StartReach = {
  /** It opens for them. */
  opens: number;
  /** They chose another one themselves. */
  ownChoice: number;
  /** Their job role, or a department nearer to them, decides. */
  nearer: number;
  /** They do not see the dashboard. */
  unseen: number;
};

/** One job role or department, and what its people see first. */
export type StartDto = {
  target: StartTarget;
  /** The job role, or the department's name. */
  label: string;
  /** Active members whom it concerns, for a department also those of the departments below it. */
  people: number;
  dashboardId: string | null;
  /** null also for a dashboard that the person who asks does not see. */
  dashboardName: string | null;
  /** null where nothing is decided. */
  reach: StartReach | null;
};
