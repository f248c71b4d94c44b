import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { OwnedThings } from "@/components/members/owned-things";
import { Badge } from "@/components/ui/badge";
import { pageContext, pageData } from "@/lib/auth";
import { listOwnedDashboards } from "@/lib/dashboards";
import { listMembers } from "@/lib/members";
import { listOwnedQueries } from "@/lib/queries";
import { transferOwnedDashboards, transferOwnedQueries } from "../actions";

export const metadata: Metadata = { title: "What is theirs" };

type PageProps = { params: Promise<{ workspace: string; memberId: string }> };

export default async function MemberPage({ params }: PageProps) {
  const { memberId } = await params;
  const ctx = await pageContext(params, `/members/${memberId}`);
  const members = await pageData(() => listMembers(ctx));
  const member = members.find(({ id }) => id === memberId);
  if (!member) notFound();
  const from = { userId: member.userId };
  const [dashboards, queries] = await pageData(() =>
    Promise.all([listOwnedDashboards(ctx, from), listOwnedQueries(ctx, from)]),
  );
  const { slug } = ctx.workspace;
  return (
    <>
      <PageHeader
        title={member.name}
        description="What is theirs, and who is to have it."
        breadcrumbs={[{ label: "Members", href: `/${slug}/members` }]}
        status={member.deactivatedAt ? <Badge tone="outline">Deactivated</Badge> : undefined}
      />
      <PageBody width="reading">
        <OwnedThings
          slug={slug}
          person={{ userId: member.userId, name: member.name, hasLeft: member.deactivatedAt !== null }}
          dashboards={dashboards}
          queries={queries}
          keepers={members.filter(
            ({ id, role, deactivatedAt }) => id !== member.id && role !== "VIEWER" && deactivatedAt === null,
          )}
          give={{
            dashboards: transferOwnedDashboards.bind(null, slug),
            queries: transferOwnedQueries.bind(null, slug),
          }}
        />
      </PageBody>
    </>
  );
}
