import type { Role } from "@/lib/context";

export type ShellWorkspace = { slug: string; name: string };

/** What the frame around every page must know of the person and the workspace. */
export type ShellContext = {
  workspaces: ShellWorkspace[];
  current: ShellWorkspace & { zone: string };
  user: { name: string; email: string; role: Role };
};

/** How many things in a section wait for somebody, e.g. failed deliveries. */
export type AttentionCounts = { deliveries?: number };

export const ROLE_WORDS = {
  OWNER: "Owner",
  ADMIN: "Admin",
  EDITOR: "Editor",
  VIEWER: "Viewer",
} as const satisfies Record<Role, string>;
