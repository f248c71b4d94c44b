import { describe, expect, it } from "vitest";
import { loadUser } from "@/lib/auth/current-user";
import { createWorkspace } from "../../tests/support/factories";
import { changeMemberRole, deactivateMember, listMembers, reactivateMember } from "./index";

async function memberOf(workspace: Awaited<ReturnType<typeof createWorkspace>>, role: string) {
  const member = (await listMembers(workspace.as("OWNER"))).find((entry) => entry.role === role);
  if (!member) throw new Error(`no ${role}`);
  return member;
}

const userIdOf = (ctx: ReturnType<Awaited<ReturnType<typeof createWorkspace>>["as"]>) =>
  ctx.actor.kind === "user" ? ctx.actor.userId : "";

describe("members", () => {
  it("a deactivated person's session is over at once", async () => {
    const workspace = await createWorkspace();
    const userId = userIdOf(workspace.as("EDITOR"));
    expect(await loadUser(userId, 1)).toMatchObject({ memberships: [{ role: "EDITOR" }] });
    const member = await memberOf(workspace, "EDITOR");
    await deactivateMember(workspace.as("ADMIN"), { memberId: member.id });
    expect(await loadUser(userId, 1)).toBeNull();
    expect(await loadUser(userId, 2)).toMatchObject({ memberships: [] });
    await reactivateMember(workspace.as("ADMIN"), { memberId: member.id });
    expect(await loadUser(userId, 2)).toMatchObject({ memberships: [{ role: "EDITOR" }] });
  });

  it("editors and viewers may not change members", async () => {
    const workspace = await createWorkspace();
    const member = await memberOf(workspace, "VIEWER");
    for (const role of ["EDITOR", "VIEWER"] as const)
      await expect(
        changeMemberRole(workspace.as(role), { memberId: member.id, role: "ADMIN" }),
      ).rejects.toMatchObject({
        code: "forbidden",
      });
  });

  it("an admin cannot make or remove an owner, and the last owner stays", async () => {
    const workspace = await createWorkspace();
    const owner = await memberOf(workspace, "OWNER");
    const editor = await memberOf(workspace, "EDITOR");
    await expect(
      changeMemberRole(workspace.as("ADMIN"), { memberId: editor.id, role: "OWNER" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(deactivateMember(workspace.as("ADMIN"), { memberId: owner.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(deactivateMember(workspace.as("OWNER"), { memberId: owner.id })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("a member of another workspace reads as missing", async () => {
    const [a, b] = [await createWorkspace(), await createWorkspace()];
    const foreign = await memberOf(b, "VIEWER");
    await expect(
      changeMemberRole(a.as("OWNER"), { memberId: foreign.id, role: "ADMIN" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});
