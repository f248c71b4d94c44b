"use client";

import type { Place } from "@/components/figures/place";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Role } from "@/lib/context";
import type { ServerAction } from "@/lib/http/action-result";
import type { MemberDto } from "@/lib/members/schemas";
import { ROLE_WORDS, ROLES } from "./member-rules";
import { MemberRow } from "./member-row";

export type MemberVerbs = {
  changeMemberRole: ServerAction<{ memberId: string; role: Role }, MemberDto>;
  deactivateMember: ServerAction<{ memberId: string }, MemberDto>;
  reactivateMember: ServerAction<{ memberId: string }, MemberDto>;
};

export type MemberTableProps = {
  slug: string;
  workspaceName: string;
  place: Place;
  now: string;
  members: readonly MemberDto[];
  asker: { role: Role; mayUpdate: boolean };
  verbs: MemberVerbs;
};

/** Everybody in the workspace, and what they may do. */
export function MemberTable(props: MemberTableProps) {
  return (
    <>
      <Table label="Members">
        <TableHeader>
          <TableRow>
            <TableHead>Person</TableHead>
            <TableHead className="hidden md:table-cell">Department</TableHead>
            <TableHead className="hidden sm:table-cell">Last signed in</TableHead>
            <TableHead>Role</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {props.members.map((member) => (
            <MemberRow key={member.id} member={member} {...props} />
          ))}
        </TableBody>
      </Table>
      <dl className="grid gap-x-8 gap-y-1 text-xs text-ink-2 sm:grid-cols-2">
        {ROLES.map((role) => (
          <div key={role} className="flex gap-1">
            <dt className="font-medium text-ink">{ROLE_WORDS[role].name}:</dt>
            <dd>{ROLE_WORDS[role].may}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
