export { changeMemberRole, deactivateMember, reactivateMember } from "./change-member";
export { listMembers } from "./list-members";
