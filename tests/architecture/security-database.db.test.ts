/** What the roles of the database may do: the application's, and one that only reads a customer's tables beside it. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { prisma } from "@/lib/db";
import { checkHealth } from "@/lib/health";
import { withOwner } from "../support/database";
import { createWorkspace } from "../support/factories";
import { createShop, dropShop, type TestSource } from "../support/source";

/** Asked across workspaces. A new one belongs here only if it gives away ids and what a job needs, nothing that people wrote. */
const DEFINER_FUNCTIONS: Record<string, string> = {
  due_schedules: "TABLE(workspace_id uuid, id uuid)",
  stalled_executions: "TABLE(workspace_id uuid, id uuid, state text)",
  stalled_deliveries: "TABLE(workspace_id uuid, id uuid, state text)",
  expired_files: "TABLE(workspace_id uuid, id uuid)",
  expired_cache_entries: "integer",
  workspace_settings: "TABLE(id uuid, slug text, name text, zone text, locale text, week_starts_on integer)",
  cancel_requested_runs: "TABLE(id uuid)",
  close_stalled_query_runs: "integer",
  expired_exports: "TABLE(workspace_id uuid, id uuid)",
  stalled_exports: "TABLE(workspace_id uuid, id uuid, state text)",
  stalled_file_loads: "TABLE(workspace_id uuid, id uuid, state text)",
  abandoned_uploads: "TABLE(workspace_id uuid, id uuid)",
  dead_file_parts: "TABLE(workspace_id uuid, id uuid)",
  expired_query_runs: "integer",
  expired_query_flights: "integer",
  trim_analytics_cache: "integer",
  find_public_link: "TABLE(workspace_id uuid, id uuid)",
};

type FunctionRow = {
  name: string;
  signature: string;
  result: string;
  definer: boolean;
  settings: string[] | null;
};

const functions = () =>
  withOwner(async (client) => {
    const { rows } = await client.query<FunctionRow>(`
      SELECT proname AS name, oid::regprocedure::text AS signature, pg_get_function_result(oid) AS result,
        prosecdef AS definer, proconfig AS settings
      FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY proname`);
    return rows;
  });

describe("functions that run as the owner", () => {
  it("are these, and answer with ids and settings of a workspace", async () => {
    const definers = (await functions()).filter(({ definer }) => definer);
    expect(Object.fromEntries(definers.map(({ name, result }) => [name, result]))).toEqual(DEFINER_FUNCTIONS);
  });

  it("look up names in the product's schema alone, temporary tables last", async () => {
    for (const { name, settings } of (await functions()).filter(({ definer }) => definer))
      expect(settings, name).toEqual(["search_path=public, pg_temp"]);
  });
});

describe("a customer's login in the same database", () => {
  let shop: TestSource;
  let client: pg.Client;
  beforeAll(async () => {
    shop = await createShop();
    const { host, port, database, user } = shop.settings;
    client = new pg.Client({ host, port, database, user, password: shop.password });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await dropShop(shop);
  });

  it("reads no table of the product", async () => {
    const { rows } = await client.query(`
      SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
        AND CASE relkind WHEN 'S' THEN has_sequence_privilege(oid, 'USAGE, SELECT, UPDATE')
          ELSE has_table_privilege(oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER') END`);
    expect(rows).toEqual([]);
  });

  it("calls no function of the product, by whatever workspace it names", async () => {
    const workspace = await createWorkspace();
    await client.query("SELECT set_config('app.workspace_id', $1, false)", [workspace.id]);
    await expect(client.query("SELECT * FROM workspace_settings($1)", [workspace.id])).rejects.toThrow(
      /permission denied/,
    );
    for (const { signature } of await functions()) {
      const { rows } = await client.query("SELECT has_function_privilege($1, 'EXECUTE') AS may", [signature]);
      expect(rows[0], signature).toEqual({ may: false });
    }
  });

  it("makes nothing in the product's schema, where functions of the owner look for names", async () => {
    await expect(client.query("CREATE TABLE public.report_schedules_ (id int)")).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe("the application's role", () => {
  it("makes nothing, belongs to no other role, and starts no program", async () => {
    const [role] = await prisma().$queryRaw<Record<string, unknown>[]>`
      SELECT has_schema_privilege('public', 'CREATE') AS makes,
        has_database_privilege(current_database(), 'CREATE') AS makes_schemas,
        (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships,
        rolcreaterole AS makes_roles, rolcreatedb AS makes_databases, rolreplication AS replicates
      FROM pg_roles r WHERE rolname = current_user`;
    expect(role).toEqual({
      makes: false,
      makes_schemas: false,
      memberships: 0,
      makes_roles: false,
      makes_databases: false,
      replicates: false,
    });
  });

  it("calls what it needs, and changes neither the audit log nor the list of migrations", async () => {
    expect(await prisma().$queryRaw`SELECT * FROM due_schedules(now(), 1)`).toEqual([]);
    for (const statement of [
      "UPDATE audit_events SET actor_name = 'nobody'",
      "DELETE FROM audit_events",
      "TRUNCATE audit_events",
      "UPDATE _prisma_migrations SET checksum = ''",
      "DELETE FROM _prisma_migrations",
      "ALTER TABLE report_schedules DISABLE ROW LEVEL SECURITY",
      "SET ROLE postgres",
      "SET SESSION AUTHORIZATION postgres",
      "COPY (SELECT 1) TO PROGRAM 'true'",
    ])
      await expect(prisma().$executeRawUnsafe(statement), statement).rejects.toThrow(
        /permission denied|must be owner/,
      );
  });
});

describe("the health of the application", () => {
  it("is bad while it runs as a role that row-level security does not hold", async () => {
    expect((await checkHealth(new Date())).parts.database).toMatchObject({ ok: true });
    vi.resetModules();
    vi.stubEnv("APP_DATABASE_URL", process.env.TEST_OWNER_URL);
    // The client is kept for the whole process.
    vi.stubGlobal("broadsheetPrisma", undefined);
    const asOwner = await import("@/lib/health");
    expect((await asOwner.checkHealth(new Date())).parts.database).toMatchObject({
      ok: false,
      detail: expect.stringContaining("row-level security"),
    });
    await (await import("@/lib/db")).prisma().$disconnect();
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
  });
});
