// `prisma migrate deploy` on `pg` alone, keeping the table the CLI keeps: either can take over from the other.
import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";

/** The advisory lock that Prisma's own `migrate` takes. */
const MIGRATION_LOCK = 72707369;
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

function migrationsIn(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

async function apply(client, { name, sql, checksum }) {
  const id = randomUUID();
  await client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)", [
    id,
    checksum,
    name,
  ]);
  try {
    await client.query(sql); // The simple protocol: the whole file in one implicit transaction.
  } catch (error) {
    await client.query("UPDATE _prisma_migrations SET logs = $2 WHERE id = $1", [
      id,
      String(error.stack ?? error),
    ]);
    throw new Error(`Migration ${name} failed: ${error.message}`, { cause: error });
  }
  await client.query(
    "UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1",
    [id],
  );
}

/** Applies what is missing from `folder`; returns the names of the migrations applied. */
export async function migrate(url, folder = "prisma/migrations") {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query("SET client_min_messages = warning");
    await client.query(MIGRATIONS_TABLE);
    const { rows } = await client.query(
      "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
    );
    const failed = rows.filter((row) => !row.finished_at).map((row) => row.migration_name);
    if (failed.length > 0)
      throw new Error(
        `These migrations failed before and must be resolved first (npx prisma migrate resolve): ${failed.join(", ")}`,
      );
    const done = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    const applied = [];
    for (const migration of migrationsIn(folder)) {
      if (!done.has(migration.name)) {
        await apply(client, migration);
        applied.push(migration.name);
      } else if (done.get(migration.name) !== migration.checksum)
        console.warn(`warning: migration ${migration.name} was edited after it was applied`);
    }
    return applied;
  } finally {
    await client.end();
  }
}

const OWN_FUNCTIONS_FOR_ONE_ROLE = `DO $$
  DECLARE signature regprocedure;
  BEGIN
    FOR signature IN
      SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proowner = current_user::regrole
    LOOP
      EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', signature);
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', signature, %role%);
    END LOOP;
  END $$`;

/**
 * Makes the role the application connects as: it owns nothing, cannot bypass row-level security, and may
 * only add to the audit log. Returns its URL.
 */
export async function ensureAppRole(url, { role, password }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const name = client.escapeIdentifier(role);
    const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
    // Roles belong to the server, not the database: two starts at once may race for it.
    if (!rowCount)
      await client.query(`CREATE ROLE ${name} LOGIN`).catch((error) => {
        if (error.code !== "42710" && error.code !== "23505") throw error;
      });
    await client.query(`ALTER ROLE ${name} PASSWORD ${client.escapeLiteral(password)}`);
    const { rows } = await client.query(
      "SELECT rolsuper OR rolbypassrls AS too_strong FROM pg_roles WHERE rolname = $1",
      [role],
    );
    if (rows[0].too_strong)
      throw new Error(
        `The role ${role} is a superuser or bypasses row-level security. Choose another with APP_DATABASE_ROLE, or take that right away.`,
      );
    await client.query(`GRANT USAGE ON SCHEMA public TO ${name}`);
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name}`);
    await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${name}`);
    // Every login may call a new function until that is taken away, and some of these see every workspace.
    await client.query(OWN_FUNCTIONS_FOR_ONE_ROLE.replaceAll("%role%", client.escapeLiteral(role)));
    await client.query(`REVOKE ALL ON _prisma_migrations FROM ${name}`);
    await client.query(`GRANT SELECT ON _prisma_migrations TO ${name}`);
    await client.query(`REVOKE UPDATE, DELETE ON audit_events FROM ${name}`);
  } finally {
    await client.end();
  }
  const appUrl = new URL(url);
  appUrl.username = encodeURIComponent(role);
  appUrl.password = encodeURIComponent(password);
  return String(appUrl);
}
