import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { mailState } from "@/components/mail/first-paint";
import { MailScreen } from "@/components/mail/mail-screen";
import { MAIL_PAGE } from "@/components/mail/query-keys";
import { NoPermissionState } from "@/components/ui/no-permission-state";
import { may, roleMay } from "@/lib/access";
import { currentUser, requestContext } from "@/lib/auth";
import { listMails } from "@/lib/mail";
import { WorkspaceFrame } from "../workspace-frame";
import { openMail } from "./open-mail";

export const metadata: Metadata = { title: "Mail" };

type Search = { workspace?: string | string[]; mail?: string | string[] };

export default async function MailPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const slug = await workspaceOf(search.workspace);
  const ctx = await requestContext(slug);
  if (!may(ctx, "mail:read")) {
    return (
      <WorkspaceFrame slug={slug}>
        <NoPermissionState headingLevel={1} wanted={`read the mail of ${ctx.workspace.name}`} />
      </WorkspaceFrame>
    );
  }
  const [mails, open] = await Promise.all([listMails(ctx, { limit: MAIL_PAGE }), openMail(ctx, search.mail)]);
  const { name, zone, locale } = ctx.workspace;
  return (
    <WorkspaceFrame slug={slug}>
      <div className="flex min-h-0 flex-1 flex-col md:h-dvh md:flex-none">
        <PageHeader
          title="Mail"
          description={
            mails.transport === "outbox"
              ? `What ${name} would have sent. No mail leaves this installation until a mail service is set up.`
              : `The outbox of ${name}.`
          }
        />
        <PageBody className="min-h-0 pb-5">
          <HydrationBoundary state={mailState(slug, mails, open)}>
            <MailScreen slug={slug} place={{ zone, locale }} now={ctx.now().toISOString()} />
          </HydrationBoundary>
        </PageBody>
      </div>
    </WorkspaceFrame>
  );
}

/** The workspace that was asked for, or the first whose mail the person may read, or their first. */
async function workspaceOf(asked: Search["workspace"]): Promise<string> {
  const user = await currentUser();
  if (!user) redirect("/sign-in?callbackUrl=%2Fmail");
  const { memberships } = user;
  if (memberships.length === 0) redirect("/no-workspace");
  const found = asked
    ? memberships.find((entry) => entry.workspace.slug === asked)
    : (memberships.find((entry) => roleMay(entry.role, "mail:read")) ?? memberships[0]);
  if (!found) notFound();
  return found.workspace.slug;
}
