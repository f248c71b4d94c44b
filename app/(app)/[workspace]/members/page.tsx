import type { Metadata } from "next";
import { House } from "lucide-react";
import Link from "next/link";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { MemberTable } from "@/components/members/member-table";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { listMembers } from "@/lib/members";
import { changeMemberRole, deactivateMember, reactivateMember } from "./actions";

export const metadata: Metadata = { title: "Members" };

type PageProps = { params: Promise<{ workspace: string }> };

export default async function MembersPage({ params }: PageProps) {
  const ctx = await pageContext(params, "/members");
  const members = await pageData(() => listMembers(ctx));
  const { slug, name, zone, locale } = ctx.workspace;
  const role = ctx.actor.kind === "user" ? ctx.actor.role : "VIEWER";
  return (
    <>
      <PageHeader
        title="Members"
        description={`Who works in ${name}, and what they may do.`}
        secondaryActions={
          may(ctx, "dashboard:manage") ? (
            <Button asChild variant="ghost">
              <Link href={`/${slug}/dashboards/first`}>
                <House aria-hidden />
                What they see first
              </Link>
            </Button>
          ) : undefined
        }
      />
      <PageBody>
        <MemberTable
          slug={slug}
          workspaceName={name}
          place={{ zone, locale }}
          now={ctx.now().toISOString()}
          members={members}
          asker={{ role, mayUpdate: may(ctx, "member:update") }}
          verbs={{
            changeMemberRole: changeMemberRole.bind(null, slug),
            deactivateMember: deactivateMember.bind(null, slug),
            reactivateMember: reactivateMember.bind(null, slug),
          }}
        />
      </PageBody>
    </>
  );
}
