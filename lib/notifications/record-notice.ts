import { createHash } from "node:crypto";
import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import type { NotificationKind } from "./schemas";

export type Notice = {
  kind: NotificationKind;
  /** Names the fact, e.g. "execution-held:<id>". A fact is told once, however often it is recorded. */
  key: string;
  title: string;
  /** What happened and what to do, in sentences. */
  body: string;
  /** Inside the workspace, e.g. "deliveries/<id>". */
  path: string;
  /** Told besides the admins, unless they are no longer active. */
  ownerId: string | null;
  /** True when it concerns nobody but the owner. */
  isPersonal?: boolean;
};

/** A notice of which a mail is still to be sent, by {@link mailNotices}, after the transaction. */
export type PendingNotice = { notice: Notice; href: string; people: { userId: string; email: string }[] };

/** Tells the owner and the admins inside the application, in the transaction of the change it is about. */
export async function recordNotice(tx: Tx, ctx: RequestContext, notice: Notice): Promise<PendingNotice> {
  const { kind, title, body } = notice;
  const href = `/${ctx.workspace.slug}/${notice.path}`;
  const people = await peopleToTell(tx, ctx, notice);
  const rows = people.map(({ userId }) => ({
    id: noticeId(notice.key, userId),
    workspaceId: ctx.workspace.id,
    userId,
    kind,
    title,
    body,
    href,
    createdAt: ctx.now(),
  }));
  const known = await tx.notification.findMany({
    where: { workspaceId: ctx.workspace.id, id: { in: rows.map(({ id }) => id) } },
    select: { userId: true },
  });
  await tx.notification.createMany({ data: rows, skipDuplicates: true });
  const told = new Set(known.map(({ userId }) => userId));
  return { notice, href, people: people.filter(({ userId }) => !told.has(userId)) };
}

async function peopleToTell(tx: Tx, ctx: RequestContext, { ownerId, isPersonal }: Notice) {
  const memberships = await tx.membership.findMany({
    where: {
      workspaceId: ctx.workspace.id,
      deactivatedAt: null,
      user: { deactivatedAt: null },
      OR: [
        ...(isPersonal ? [] : [{ role: { in: ["OWNER", "ADMIN"] } }]),
        ...(ownerId ? [{ userId: ownerId }] : []),
      ],
    },
    select: { userId: true, user: { select: { email: true } } },
    orderBy: { createdAt: "asc" },
  });
  return memberships.map(({ userId, user }) => ({ userId, email: user.email }));
}

/** A UUID made from the fact and the person (RFC 9562, version 8): the same notice twice is one row. */
function noticeId(key: string, userId: string): string {
  const hex = createHash("sha256").update(`${key}\0${userId}`).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
