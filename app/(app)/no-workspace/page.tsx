import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NoWorkspace } from "@/components/home/no-workspace";
import { BareFrame } from "@/components/layout/bare-frame";
import { currentUser } from "@/lib/auth";

export const metadata: Metadata = { title: "No workspace" };

export default async function NoWorkspacePage() {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const first = user.memberships[0];
  if (first) redirect(`/${first.workspace.slug}`);
  return (
    <BareFrame>
      <NoWorkspace email={user.email} />
    </BareFrame>
  );
}
