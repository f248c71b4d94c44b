/** Inputs and DTOs of who sees a dashboard, who changes it, and whose it is. Client-safe. */
import { z } from "zod";
import { sharingFields, type Visibility } from "@/lib/sharing/schemas";

export const ShareAccess = z.enum(["VIEW", "EDIT"]);
export type ShareAccess = z.infer<typeof ShareAccess>;

export const ShareTarget = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("person"), userId: z.uuid("Choose a person.") }),
  z.object({ kind: z.literal("department"), departmentId: z.uuid("Choose a department.") }),
]);
export type ShareTarget = z.infer<typeof ShareTarget>;

export const AudienceInput = z.object({ dashboardId: z.uuid() });
export const ChangeSharingInput = z.object({
  dashboardId: z.uuid(),
  ...sharingFields,
  isOpenToEditors: z.boolean(),
});
export const ShareDashboardInput = z.object({
  dashboardId: z.uuid(),
  target: ShareTarget,
  access: ShareAccess,
});
export const UnshareDashboardInput = ShareDashboardInput.omit({ access: true });
export const TransferDashboardInput = z.object({
  dashboardId: z.uuid(),
  ownerId: z.uuid("Choose the new owner."),
});
export const OwnedDashboardsInput = z.object({ userId: z.uuid() });
export const TransferOwnedDashboardsInput = z.object({
  fromUserId: z.uuid(),
  ownerId: z.uuid("Choose the new owner."),
  /** Some of them; left out, everything. */
  dashboardIds: z.array(z.uuid()).min(1).max(1000).optional(),
});

/** Why somebody sees a dashboard. */
export type AudienceReason =
  | { kind: "owner" }
  | { kind: "admin" }
  | { kind: "person" }
  | { kind: "shared_department"; name: string }
  | { kind: "department"; name: string }
  | { kind: "job_role"; jobRole: string }
  | { kind: "workspace" };

export type AudiencePerson = {
  userId: string;
  name: string;
  mayEdit: boolean;
  reasons: AudienceReason[];
};

export type ShareDto = {
  target: ShareTarget;
  /** Of the person or the department. */
  name: string;
  access: ShareAccess;
};

/** A query behind the figures that is not shared with everybody who sees them. */
export type UnsharedQuery = {
  /** null for one that the person who asks does not see. */
  name: string | null;
  /** How many of those who see the dashboard may not open it. */
  people: number;
  /** Whether they see its figures here all the same: whoever put them here still sees the query. */
  isShown: boolean;
};

export type AudienceDto = {
  visibility: Visibility;
  departmentId: string | null;
  jobRoles: string[];
  isOpenToEditors: boolean;
  ownerName: string | null;
  shares: ShareDto[];
  /** Everybody who sees it, by name. */
  people: AudiencePerson[];
  /** Public links that open it now. */
  activeLinkCount: number;
  unsharedQueries: UnsharedQuery[];
  /** With whom it can be shared. */
  choices: {
    departments: { id: string; name: string }[];
    jobRoles: string[];
    people: { id: string; name: string; isViewer: boolean }[];
  };
};

export type OwnedDashboards = {
  /** Those that the person who asks may see, by name. */
  dashboards: { id: string; name: string; isDeleted: boolean }[];
  /** Private ones, which have no name for others. */
  privateCount: number;
  reportCount: number;
  scheduleCount: number;
};
