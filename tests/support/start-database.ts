/**
 * One PostgreSQL for the whole run, with a migrated template; every worker process clones its own
 * database from it. TEST_DATABASE_URL (an owner's URL) uses a server that runs already.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { ensureAppRole, migrate } from "../../scripts/support/migrate.mjs";
import { startPostgres } from "../../scripts/support/postgres.mjs";

export const APP_ROLE = "broadsheet_test_app";
export const APP_PASSWORD = "broadsheet-test";
const MIGRATIONS = path.resolve("prisma/migrations");
const RIGHTS = path.resolve("scripts/support/migrate.mjs");
const TEMPLATE_LOCK = 5170401;

declare module "vitest" {
  interface ProvidedContext {
    ownerUrl: string;
    template: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? null : await startOwnServer();
  const serverUrl = given ?? server?.url ?? "";
  project.provide("ownerUrl", serverUrl);
  project.provide("template", await ensureTemplate(serverUrl));
  return async () => {
    await server?.stop();
  };
}

/** Kept between runs in .data/test; a second run at the same time gets a throw-away server of its own. */
async function startOwnServer() {
  const kept = path.resolve(".data/test");
  const dataDir = isRunning(kept) ? mkdtempSync(path.join(tmpdir(), "broadsheet-test-postgres-")) : kept;
  const server = await startPostgres({
    dataDir,
    port: 5533,
    settings: { fsync: "off", max_connections: 150 },
  });
  const stop = async () => {
    await server.stop();
    if (dataDir !== kept) rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

function isRunning(dataDir: string): boolean {
  try {
    const [pid] = readFileSync(path.join(dataDir, "cluster", "postmaster.pid"), "utf8").split("\n");
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
}

/** The template is named after the migrations it holds and the rights it gives: made once for each state of them. */
async function ensureTemplate(serverUrl: string): Promise<string> {
  const name = `broadsheet_template_${digestOf(MIGRATIONS)}`;
  const client = new pg.Client({ connectionString: onDatabase(serverUrl, "postgres") });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return name;
    await client.query(`DROP DATABASE IF EXISTS ${name}_new WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}_new`);
    const url = onDatabase(serverUrl, `${name}_new`);
    await migrate(url, MIGRATIONS);
    await ensureAppRole(url, { role: APP_ROLE, password: APP_PASSWORD });
    await client.query(`ALTER DATABASE ${name}_new RENAME TO ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

function digestOf(folder: string): string {
  const hash = createHash("sha256").update(readFileSync(RIGHTS));
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort())
    if (entry.endsWith(".sql")) hash.update(entry).update(readFileSync(path.join(folder, entry)));
  return hash.digest("hex").slice(0, 12);
}

function onDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return String(changed);
}
