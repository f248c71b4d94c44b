"use server";

import * as dashboards from "@/lib/dashboards";
import { TransferOwnedDashboardsInput } from "@/lib/dashboards/sharing/schemas";
import { action } from "@/lib/http/action";
import * as members from "@/lib/members";
import { ChangeRoleInput, MemberIdInput } from "@/lib/members/schemas";
import * as queries from "@/lib/queries";
import { TransferOwnedQueriesInput } from "@/lib/queries/schemas";

export const changeMemberRole = action(ChangeRoleInput, members.changeMemberRole);
export const deactivateMember = action(MemberIdInput, members.deactivateMember);
export const reactivateMember = action(MemberIdInput, members.reactivateMember);
export const transferOwnedDashboards = action(
  TransferOwnedDashboardsInput,
  dashboards.transferOwnedDashboards,
);
export const transferOwnedQueries = action(TransferOwnedQueriesInput, queries.transferOwnedQueries);
