import type { Visibility } from "@/lib/sharing/schemas";

export const VISIBILITY_WORDS: Record<Visibility, { label: string; hint: string }> = {
  PRIVATE: { label: "Only me", hint: "Nobody else finds it, and figures made of it are empty for others." },
  DEPARTMENT: { label: "A department", hint: "People of the department and of those below it, and admins." },
  ROLE: { label: "Job roles", hint: "People with one of the job roles, and admins." },
  WORKSPACE: { label: "Everybody", hint: "Everybody in the workspace." },
};
