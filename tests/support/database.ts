import { randomBytes } from "node:crypto";
import pg from "pg";
import { APP_PASSWORD, APP_ROLE } from "./start-database";

export type TestDatabase = {
  /** Superuser: sees every workspace; for arranging and for looking behind the application. */
  ownerUrl: string;
  /** The application's role, under row-level security. */
  appUrl: string;
  drop(): Promise<void>;
};

/** Clones the migrated template into a database of its own. `serverUrl` comes from the global set-up. */
export async function createDatabase(serverUrl: string, template: string): Promise<TestDatabase> {
  const name = `broadsheet_test_${randomBytes(6).toString("hex")}`;
  const admin = new URL(serverUrl);
  admin.pathname = "/postgres";
  await run(String(admin), `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const owner = new URL(serverUrl);
  owner.pathname = `/${name}`;
  const app = new URL(owner);
  app.username = APP_ROLE;
  app.password = APP_PASSWORD;
  return {
    ownerUrl: String(owner),
    appUrl: String(app),
    drop: () => run(String(admin), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The owner's connection of the current test file's database. */
export async function withOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env.TEST_OWNER_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
