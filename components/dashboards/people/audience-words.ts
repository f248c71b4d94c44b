/** Who sees a dashboard, in words. Pure. */
import { assertNever } from "@/lib/errors";
import type { AudienceReason, ShareAccess } from "@/lib/dashboards/sharing/schemas";
import type { Visibility } from "@/lib/sharing/schemas";

export function reasonWords(reason: AudienceReason): string {
  switch (reason.kind) {
    case "owner":
      return "owns it";
    case "admin":
      return "is an admin";
    case "person":
      return "shared by name";
    case "shared_department":
      return `shared with ${reason.name}`;
    case "department":
      return `belongs to ${reason.name}`;
    case "job_role":
      return `is ${reason.jobRole}`;
    case "workspace":
      return "works here";
    default:
      return assertNever(reason);
  }
}

export const ACCESS_WORDS = {
  VIEW: "Can view",
  EDIT: "Can edit",
} as const satisfies Record<ShareAccess, string>;

export const VISIBILITY_WORDS = {
  PRIVATE: { label: "Only its owner", hint: "And people it is shared with by name." },
  DEPARTMENT: { label: "A department", hint: "People of the department and of those below it, and admins." },
  ROLE: { label: "Job roles", hint: "People with one of the job roles, and admins." },
  WORKSPACE: { label: "Everybody", hint: "Everybody in the workspace." },
} as const satisfies Record<Visibility, { label: string; hint: string }>;

/** Public links that open it now, e.g. "2 public links". */
export const linkWords = (count: number): string => (count === 1 ? "1 public link" : `${count} public links`);
