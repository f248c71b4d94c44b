import type { RequestContext } from "@/lib/context";
import type { Prisma, Tx } from "@/lib/db";

type AuditInput = {
  /** `<noun>.<verb>`, e.g. "schedule.pause". */
  action: string;
  entityId?: string;
  before?: unknown;
  after?: unknown;
};

/** Keys whose values never reach the log, whatever the row. */
const SECRET_KEYS = new Set(["encryptedCredentials", "passwordHash", "password", "token", "tokenHash"]);

/** Adds to the append-only audit log, in the transaction of the change it records. */
export async function emitAudit(tx: Tx, ctx: RequestContext, input: AuditInput): Promise<void> {
  const actor = ctx.actor;
  await tx.auditEvent.create({
    data: {
      workspaceId: ctx.workspace.id,
      action: input.action,
      entityType: input.action.split(".")[0] ?? input.action,
      entityId: input.entityId,
      actorUserId: actor.kind === "user" ? actor.userId : null,
      actorName: actor.name,
      before: withoutSecrets(input.before),
      after: withoutSecrets(input.after),
      requestId: ctx.requestId,
      createdAt: ctx.now(),
    },
  });
}

function withoutSecrets(value: unknown): Prisma.InputJsonValue | undefined {
  if (value === undefined || value === null) return undefined;
  return JSON.parse(JSON.stringify(value, (key, entry) => (SECRET_KEYS.has(key) ? "[secret]" : entry)));
}
