import { redirect } from "next/navigation";
import { currentUser } from "@/lib/auth";

/** Sends people to their first workspace, or to the sign-in page. */
export default async function StartPage() {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const first = user.memberships[0];
  redirect(first ? `/${first.workspace.slug}` : "/no-workspace");
}
