/** Inputs and DTOs of members. Client-safe. */
import { z } from "zod";

export const MemberRole = z.enum(["OWNER", "ADMIN", "EDITOR", "VIEWER"]);
export const MemberIdInput = z.object({ memberId: z.uuid() });
export const ChangeRoleInput = z.object({ memberId: z.uuid(), role: MemberRole });

export type MemberDto = {
  id: string;
  /** Of the person, who may be a member of other workspaces too. */
  userId: string;
  name: string;
  email: string;
  role: z.infer<typeof MemberRole>;
  jobRole: string | null;
  departmentName: string | null;
  lastSignInAt: string | null;
  deactivatedAt: string | null;
  isSelf: boolean;
};
