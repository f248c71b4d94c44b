"use client";

import Link from "next/link";
import { ActionButton } from "@/components/forms/action-button";
import { runAction } from "@/components/forms/run-action";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableCell, TableRow } from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import type { MemberDto } from "@/lib/members/schemas";
import { cn } from "@/lib/utils/cn";
import { mayChange, mayDeactivate } from "./member-rules";
import type { MemberTableProps } from "./member-table";
import { RoleSelect } from "./role-select";

type MemberRowProps = Omit<MemberTableProps, "members"> & { member: MemberDto };

export function MemberRow({ slug, member, workspaceName, place, now, asker, verbs }: MemberRowProps) {
  const theirs = `/${slug}/members/${member.id}`;
  const off = member.deactivatedAt !== null;
  return (
    <TableRow>
      <TableCell className={cn("min-w-40", off && "text-ink-2")}>
        <p className={cn("font-medium", !off && "text-ink")}>
          {member.name}
          {member.isSelf ? <span className="font-normal text-ink-2"> (you)</span> : null}
          {off ? (
            <Badge tone="outline" className="ml-2">
              Deactivated
            </Badge>
          ) : null}
        </p>
        <p className="break-all text-ink-2">{member.email}</p>
      </TableCell>
      <TableCell className="hidden text-ink-2 md:table-cell">
        {[member.departmentName, member.jobRole].filter(Boolean).join(" · ")}
      </TableCell>
      <TableCell className="hidden text-ink-2 sm:table-cell">
        {member.lastSignInAt ? <RelativeTime at={member.lastSignInAt} {...place} now={now} /> : "Never"}
      </TableCell>
      <TableCell>
        <div className="flex flex-col items-start gap-2 sm:flex-row sm:items-center">
          <div className="w-32">
            <RoleSelect member={member} asker={asker} changeMemberRole={verbs.changeMemberRole} />
          </div>
          {asker.mayUpdate ? (
            <Button asChild size="sm" variant="ghost">
              <Link href={theirs} aria-label={`What belongs to ${member.name}`}>
                What is theirs
              </Link>
            </Button>
          ) : null}
          {mayDeactivate(asker, member) ? (
            <DeactivateButton {...{ member, theirs, workspaceName, verbs }} />
          ) : off && mayChange(asker, member) ? (
            <ActionButton
              size="sm"
              aria-label={`Reactivate ${member.name}`}
              onAct={async () => {
                if (await runAction(verbs.reactivateMember({ memberId: member.id })))
                  toast.success(`${member.name} can sign in again`);
              }}
            >
              Reactivate
            </ActionButton>
          ) : null}
        </div>
      </TableCell>
    </TableRow>
  );
}

type DeactivateButtonProps = Pick<MemberRowProps, "member" | "workspaceName" | "verbs"> & {
  /** The page of what belongs to them. */
  theirs: string;
};

function DeactivateButton({ member, theirs, workspaceName, verbs }: DeactivateButtonProps) {
  const input = { memberId: member.id };

  async function deactivate(): Promise<boolean> {
    if (!(await runAction(verbs.deactivateMember(input)))) return false;
    toast.success(`${member.name} was deactivated`, {
      description: (
        <Link href={theirs} className="underline underline-offset-2">
          Give what is theirs to somebody else
        </Link>
      ),
      action: { label: "Undo", onClick: () => void runAction(verbs.reactivateMember(input)) },
    });
    return true;
  }

  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="ghost" aria-label={`Deactivate ${member.name}`}>
          Deactivate
        </Button>
      }
      verb="Deactivate"
      name={member.name}
      consequence={
        <ul className="list-disc space-y-1 pl-4">
          <li>
            They are signed out everywhere at once and can no longer open {workspaceName}. What they made
            stays, and can be{" "}
            <Link href={theirs} className="underline underline-offset-2">
              given to somebody else
            </Link>
            .
          </li>
          <li>Their schedules go on running; admins are told about problems with them.</li>
          <li>{member.email} goes on receiving reports wherever it is a recipient or on a list.</li>
        </ul>
      }
      onConfirm={deactivate}
    />
  );
}
