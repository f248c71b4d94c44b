import { describe, expect, it } from "vitest";
import { withTransaction } from "@/lib/db";
import { listMails } from "@/lib/mail";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import { listNotifications, mailNotices, markNotificationsRead, type Notice, recordNotice } from "./index";

const userIdOf = (ctx: ReturnType<TestWorkspace["as"]>) =>
  ctx.actor.kind === "user" ? ctx.actor.userId : "";

const held = (ownerId: string | null, key = "execution-held:1"): Notice => ({
  kind: "EXECUTION_HELD",
  key,
  title: "Morning was held",
  body: "A block could not be prepared.",
  path: "deliveries/1",
  ownerId,
});

const record = (workspace: TestWorkspace, notice: Notice) =>
  withTransaction(workspace.system(), (tx) => recordNotice(tx, workspace.system(), notice));

describe("notices", () => {
  it("tell the owner and the admins once, in the application and by mail", async () => {
    const workspace = await createWorkspace();
    const notice = held(userIdOf(workspace.as("EDITOR")));
    const pending = await record(workspace, notice);
    await mailNotices(workspace.system(), [pending]);
    const again = await record(workspace, notice);
    expect(again.people).toEqual([]);
    await mailNotices(workspace.system(), [again]);

    for (const role of ["EDITOR", "ADMIN", "OWNER"] as const)
      expect(await listNotifications(workspace.as(role))).toMatchObject({
        unread: 1,
        notifications: [
          {
            kind: "EXECUTION_HELD",
            title: "Morning was held",
            href: `/${workspace.slug}/deliveries/1`,
            readAt: null,
          },
        ],
      });
    expect((await listNotifications(workspace.as("VIEWER"))).notifications).toEqual([]);
    const { mails } = await listMails(workspace.as("ADMIN"));
    expect(mails.map(({ to }) => to).sort()).toEqual(
      ["admin", "editor", "owner"].map((role) => `${role}@${workspace.slug}.example`),
    );
    expect(mails[0]?.subject).toBe("Morning was held");
  });

  it("leave out an owner who was deactivated", async () => {
    const workspace = await createWorkspace();
    const editor = workspace.as("EDITOR");
    await withTransaction(editor, (tx) =>
      tx.membership.updateMany({
        where: { userId: userIdOf(editor) },
        data: { deactivatedAt: editor.now() },
      }),
    );
    const { people } = await record(workspace, held(userIdOf(editor)));
    expect(people).toHaveLength(2);
  });

  it("are read by the person they are for", async () => {
    const workspace = await createWorkspace();
    await record(workspace, held(null, "execution-held:1"));
    await record(workspace, held(null, "execution-held:2"));
    const admin = workspace.as("ADMIN");
    const { notifications } = await listNotifications(admin);
    const [first] = notifications;
    expect(await markNotificationsRead(workspace.as("OWNER"), { ids: [first?.id ?? ""] })).toEqual({
      unread: 2,
    });
    expect(await markNotificationsRead(admin, { ids: [first?.id ?? ""] })).toEqual({ unread: 1 });
    expect(await markNotificationsRead(admin)).toEqual({ unread: 0 });
    expect(await listNotifications(admin, { limit: 1 })).toMatchObject({
      unread: 0,
      notifications: [{ readAt: expect.any(String) }],
    });
    await expect(listNotifications(workspace.system())).rejects.toMatchObject({ code: "forbidden" });
  });
});
