import { describe, expect, it } from "vitest";
import { prisma, withTransaction } from "@/lib/db";
import { withOwner } from "../support/database";
import { createWorkspace } from "../support/factories";

/** Not tenant data: identity shared by workspaces, and the job engine's ids. A new table is tenant unless named here. */
const SHARED_TABLES = new Set([
  "_prisma_migrations",
  "users",
  "accounts",
  "verification_tokens",
  "sign_in_attempts",
  "job_events",
  "job_runs",
  "job_steps",
  "job_tasks",
  "job_crons",
  "job_workers",
]);

type TableRow = { name: string; enabled: boolean; policies: number; has_workspace: boolean };

const tables = () =>
  withOwner(async (client) => {
    const { rows } = await client.query<TableRow>(`
      SELECT c.relname AS name, c.relrowsecurity AS enabled,
        (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies,
        EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id') AS has_workspace
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`);
    return rows;
  });

describe("row-level security", () => {
  it("every tenant table has it enabled with a policy", async () => {
    const tenant = (await tables()).filter((table) => !SHARED_TABLES.has(table.name));
    expect(tenant.length).toBeGreaterThan(15);
    expect(
      tenant.filter((table) => !table.enabled || table.policies === 0).map((table) => table.name),
    ).toEqual([]);
    expect((await tables()).filter((table) => SHARED_TABLES.has(table.name) && table.has_workspace)).toEqual(
      [],
    );
  });

  it("the application's role owns nothing and cannot bypass it", async () => {
    const [role] = await prisma().$queryRaw<{ super: boolean; bypass: boolean; owns: bigint }[]>`
      SELECT rolsuper AS super, rolbypassrls AS bypass, (SELECT count(*) FROM pg_class WHERE relowner = r.oid) AS owns
      FROM pg_roles r WHERE rolname = current_user`;
    expect(role).toEqual({ super: false, bypass: false, owns: 0n });
  });

  it("a workspace neither reads nor writes another's rows, in any table", async () => {
    const a = await createWorkspace();
    const b = await createWorkspace();
    const list = await withTransaction(b.as("ADMIN"), (tx) =>
      tx.distributionList.create({ data: { workspaceId: b.id, name: "Board" } }),
    );
    await withTransaction(a.as("OWNER"), async (tx) => {
      for (const table of (await tables()).filter((entry) => entry.has_workspace)) {
        const rows = await tx.$queryRawUnsafe<unknown[]>(
          `SELECT 1 FROM "${table.name}" WHERE workspace_id = $1::uuid`,
          b.id,
        );
        expect(rows, table.name).toEqual([]);
      }
      expect(
        await tx.distributionList.updateMany({ where: { id: list.id }, data: { name: "Mine" } }),
      ).toEqual({ count: 0 });
      expect(await tx.distributionList.deleteMany({ where: { id: list.id } })).toEqual({ count: 0 });
    });
    await expect(
      withTransaction(a.as("OWNER"), (tx) =>
        tx.distributionList.create({ data: { workspaceId: b.id, name: "Smuggled" } }),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it("without a workspace no tenant row is visible", async () => {
    const a = await createWorkspace();
    await withTransaction(a.as("ADMIN"), (tx) =>
      tx.distributionList.create({ data: { workspaceId: a.id, name: "Board" } }),
    );
    expect(await prisma().distributionList.findMany()).toEqual([]);
    expect(await prisma().workspace.findMany()).toEqual([]);
  });

  it("the audit log only grows", async () => {
    await expect(prisma().auditEvent.deleteMany()).rejects.toThrow(/permission denied/);
  });
});
