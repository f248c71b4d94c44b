import { readdirSync } from "node:fs";
import path from "node:path";
import { withoutWorkspace } from "@/lib/db";
import { engineHealth } from "@/lib/jobs";
import { log } from "@/lib/log";
import { storage } from "@/lib/storage";

type PartState = { ok: boolean; detail: string };
export type Health = { ok: boolean; parts: Record<"database" | "migrations" | "jobs" | "files", PartState> };

/** Work that nobody picked up for this long means that the engine stands still. */
const MAX_WAIT_MS = 120_000;

/** The state of every part that Broadsheet needs. Details name no addresses, users or paths. */
export async function checkHealth(now: Date): Promise<Health> {
  const [database, migrations, jobs, files] = await Promise.all([
    part("database", checkDatabase),
    part("migrations", checkMigrations),
    part("jobs", () => checkJobs(now)),
    part("files", checkFiles),
  ]);
  return {
    ok: database.ok && migrations.ok && jobs.ok && files.ok,
    parts: { database, migrations, jobs, files },
  };
}

async function part(name: string, check: () => Promise<string>): Promise<PartState> {
  try {
    return { ok: true, detail: await check() };
  } catch (error) {
    log.warn("health check failed", { part: name }, error);
    return {
      ok: false,
      detail: error instanceof HealthError ? error.message : "It does not answer; see the log.",
    };
  }
}

/** A finding whose words may be shown to anybody. */
class HealthError extends Error {}

async function checkDatabase(): Promise<string> {
  // Policies do not hold superusers, owners of the tables, and roles that bypass them.
  const [role] = await withoutWorkspace(
    (tx) => tx.$queryRaw<{ is_free: boolean }[]>`
      SELECT r.rolsuper OR r.rolbypassrls OR pg_has_role(c.relowner, 'MEMBER') AS is_free
      FROM pg_roles r, pg_class c WHERE r.rolname = current_user AND c.oid = 'public.workspaces'::regclass`,
  );
  if (role?.is_free)
    throw new HealthError(
      "APP_DATABASE_URL signs in as a role that row-level security does not hold. Use the one that migrating makes.",
    );
  return "It answers.";
}

async function checkMigrations(): Promise<string> {
  const rows = await withoutWorkspace(
    (tx) =>
      tx.$queryRaw<{ migration_name: string; finished: boolean }[]>`
        SELECT migration_name, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const unfinished = rows.filter((row) => !row.finished).map((row) => row.migration_name);
  if (unfinished.length > 0) throw new HealthError(`Failed: ${unfinished.join(", ")}.`);
  const applied = new Set(rows.map((row) => row.migration_name));
  const folder = path.join(process.cwd(), "prisma", "migrations");
  const expected = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const missing = expected.map((entry) => entry.name).filter((name) => !applied.has(name));
  if (missing.length > 0) throw new HealthError(`Not applied: ${missing.join(", ")}.`);
  return `${applied.size} applied.`;
}

async function checkJobs(now: Date): Promise<string> {
  const health = await withoutWorkspace((tx) =>
    engineHealth(
      { query: async (text, values) => ({ rows: await tx.$queryRawUnsafe(text, ...(values ?? [])) }) },
      now,
    ),
  );
  if (!health.alive) throw new HealthError("No worker is running. Start one, or see the worker's log.");
  const waiting = Math.max(health.oldestDueTaskMs ?? 0, health.oldestUnroutedEventMs ?? 0);
  if (waiting > MAX_WAIT_MS) throw new HealthError(`Work has waited for ${Math.round(waiting / 1000)} s.`);
  return `${health.workers} worker${health.workers === 1 ? "" : "s"}.`;
}

async function checkFiles(): Promise<string> {
  await storage().check();
  return "Files can be written and read.";
}
