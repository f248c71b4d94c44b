"use client";

import { useOptimistic, useState, useTransition } from "react";
import { runAction } from "@/components/forms/run-action";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import type { Role } from "@/lib/context";
import type { MemberDto } from "@/lib/members/schemas";
import { lowersSelf, mayChange, ROLE_WORDS, rolesToGive } from "./member-rules";
import type { MemberTableProps, MemberVerbs } from "./member-table";

type RoleSelectProps = {
  member: MemberDto;
  asker: MemberTableProps["asker"];
  changeMemberRole: MemberVerbs["changeMemberRole"];
};

/** The role, where it can be changed as a choice. It applies at once; giving up one's own rights asks first. */
export function RoleSelect({ member, asker, changeMemberRole }: RoleSelectProps) {
  const [role, showRole] = useOptimistic(member.role);
  const [pending, startTransition] = useTransition();
  const [asking, setAsking] = useState<Role | null>(null);
  if (!mayChange(asker, member) || member.deactivatedAt !== null) return ROLE_WORDS[member.role].name;

  function change(next: Role) {
    startTransition(async () => {
      showRole(next);
      if (await runAction(changeMemberRole({ memberId: member.id, role: next })))
        toast.success(`${member.name} is now ${articleOf(next)} ${ROLE_WORDS[next].name.toLowerCase()}`);
    });
  }

  function choose(value: string) {
    const next = rolesToGive(asker).find((one) => one === value);
    if (!next) return;
    if (lowersSelf(member, next)) setAsking(next);
    else change(next);
  }

  return (
    <>
      <NativeSelect
        aria-label={`Role of ${member.name}`}
        className="h-8 text-13"
        value={role}
        disabled={pending}
        onChange={({ target }) => choose(target.value)}
      >
        {rolesToGive(asker).map((one) => (
          <option key={one} value={one}>
            {ROLE_WORDS[one].name}
          </option>
        ))}
      </NativeSelect>
      {asking ? (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsking(null)}
          verb="Change the role of"
          name={member.name}
          consequence={`That is you. As ${articleOf(asking)} ${ROLE_WORDS[asking].name.toLowerCase()} you cannot take it back: somebody else must.`}
          onConfirm={() => change(asking)}
        />
      ) : null}
    </>
  );
}

const articleOf = (role: Role) => (role === "VIEWER" ? "a" : "an");
