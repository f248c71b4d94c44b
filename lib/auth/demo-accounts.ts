import { withoutWorkspace } from "@/lib/db";
import { env } from "@/lib/env";

export const DEMO_PASSWORD = "demo-broadsheet";
export type DemoAccount = { email: string; role: string; password: string };

const DEMO_ROLES = ["owner", "admin", "editor", "viewer"] as const;

/** The demo sign-ins to show on the sign-in page: none in production or without the demo company. */
export async function demoAccountsForSignIn(): Promise<DemoAccount[]> {
  if (env().mode === "production") return [];
  const users = await withoutWorkspace((tx) =>
    tx.user.findMany({ where: { isDemo: true }, select: { email: true } }),
  );
  const existing = new Set(users.map((user) => user.email));
  return DEMO_ROLES.map((role) => ({ email: `${role}@demo.example`, role, password: DEMO_PASSWORD })).filter(
    (account) => existing.has(account.email),
  );
}
