"use server";

import { action } from "@/lib/http/action";
import * as members from "@/lib/members";
import { ChangeRoleInput, MemberIdInput } from "@/lib/members/schemas";

export const changeMemberRole = action(ChangeRoleInput, members.changeMemberRole);
export const deactivateMember = action(MemberIdInput, members.deactivateMember);
export const reactivateMember = action(MemberIdInput, members.reactivateMember);
