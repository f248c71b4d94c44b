/**
 * Makes the demo company and the demo workspaces in an empty database; in a seeded one it only brings the
 * demo data source up to the present address of the database. Run as the owner: `node dist/seed.mjs`.
 */
import pg from "pg";
import { prisma } from "@/lib/db";
import { env } from "@/lib/env";
import { createDemoReader, seedDemoCompany } from "./demo-company";
import { createPeople } from "./demo-workspace/create-people";
import { createDocuments, refreshDemoSource } from "./demo-workspace/create-documents";
import { DEMO_WORKSPACES } from "./demo-workspace/people";

const READER = "harbor_reader";

async function seed(ownerUrl: string, readerPassword: string): Promise<void> {
  if (env().mode === "production")
    throw new Error("The demo company is refused in production (BROADSHEET_MODE).");
  const now = new Date();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const source = readerConnection(ownerUrl, readerPassword);
    const { rowCount } = await client.query("SELECT 1 FROM workspaces LIMIT 1");
    if (rowCount) {
      await refreshDemoSource(client, source, now);
      return;
    }
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(now);
    await seedDemoCompany(client, { today, log: (line) => console.log(`  ${line}`) });
    await createDemoReader(client, { role: READER, password: readerPassword });
    const people = await createPeople(client);
    for (const workspace of DEMO_WORKSPACES.slice(0, 1))
      await createDocuments(people, workspace, source, now);
  } finally {
    await client.end();
    await prisma().$disconnect();
  }
}

/** The demo company is reached like any customer's database: by host, port, and a login that may only read. */
function readerConnection(ownerUrl: string, password: string) {
  const url = new URL(ownerUrl);
  const tls = url.searchParams.get("sslmode") === "require" ? ("require" as const) : ("disable" as const);
  return {
    settings: {
      host: url.hostname,
      port: Number(url.port || 5432),
      database: decodeURIComponent(url.pathname.slice(1)),
      user: READER,
      tls,
      caCertificate: "",
    },
    password,
  };
}

const { DATABASE_URL, DEMO_DATABASE_PASSWORD } = process.env;
if (!DATABASE_URL || !DEMO_DATABASE_PASSWORD)
  throw new Error("The seed needs DATABASE_URL and DEMO_DATABASE_PASSWORD.");
await seed(DATABASE_URL, DEMO_DATABASE_PASSWORD);
