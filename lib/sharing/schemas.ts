/** With whom a thing of the workspace is shared. Client-safe. */
import { z } from "zod";

/** Its owner always sees it, and so do admins unless it is private. */
export const Visibility = z.enum(["PRIVATE", "DEPARTMENT", "ROLE", "WORKSPACE"]);
export type Visibility = z.infer<typeof Visibility>;

export const sharingFields = {
  visibility: Visibility.default("WORKSPACE"),
  /** For the visibility DEPARTMENT. */
  departmentId: z.uuid().nullable().default(null),
  /** For the visibility ROLE: the job roles that see it. */
  jobRoles: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
};
