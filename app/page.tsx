import { redirect } from "next/navigation";
import { currentUser, pageContext, pageData } from "@/lib/auth";
import { firstDashboard } from "@/lib/dashboards";

/** Sends people to the dashboard that they see first, to the home of their first workspace, or to the sign-in page. */
export default async function StartPage() {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const first = user.memberships[0];
  if (!first) redirect("/no-workspace");
  const { slug } = first.workspace;
  const ctx = await pageContext(Promise.resolve({ workspace: slug }));
  const dashboard = await pageData(() => firstDashboard(ctx));
  redirect(dashboard ? `/${slug}/dashboards/${dashboard.id}` : `/${slug}`);
}
