import type pg from "pg";
import { ConflictError } from "@/lib/errors";
import { generateCompany } from "./company";
import { loadTable } from "./load";
import { createKeysSql, createTablesSql, SCHEMA, SCHEMA_COMMENT } from "./schema";
import { type Company, TABLES } from "./tables";
import type { Table, Value } from "./tables/define";

export { createDemoReader } from "./reader";
export { SCHEMA as DEMO_SCHEMA } from "./schema";

export type SeedDemoCompanyOptions = {
  /** YYYY-MM-DD: the company is shown as it stood on the evening of this day. */
  today: string;
  log?: (line: string) => void;
  /** Share of the working days to make, above 0 and at most 1 (all of them). */
  scale?: number;
};

/** Rows loaded, by table. */
export type DemoCompanyCounts = { [Name in keyof Company]: number };

/**
 * Makes the demo company in its own schema, in one transaction: tables, rows, keys, indexes, statistics. An
 * older demo company is replaced.
 * @returns the number of rows of each table
 * @throws ConflictError when a schema of this name exists that the seed did not make
 */
export async function seedDemoCompany(
  client: pg.ClientBase,
  options: SeedDemoCompanyOptions,
): Promise<DemoCompanyCounts> {
  const { today, scale = 1, log = () => {} } = options;
  log(`Making Harbor Health Group up to ${today}.`);
  const company = generateCompany(today, scale);
  await client.query("begin");
  try {
    await replaceSchema(client);
    await client.query(createTablesSql());
    for (const [key, table] of tableEntries()) await loadTable(client, table, rowsOf(company, key));
    log(`Loaded ${company.appointments.length} appointments and ${company.invoices.length} invoices.`);
    await client.query(createKeysSql());
    for (const [, table] of tableEntries()) await client.query(`analyze ${SCHEMA}.${table.name}`);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
  log("Harbor Health Group is ready.");
  return Object.fromEntries(tableEntries().map(([key]) => [key, company[key].length])) as DemoCompanyCounts;
}

function tableEntries(): [keyof Company, Table][] {
  return Object.entries(TABLES) as [keyof Company, Table][];
}

function rowsOf(company: Company, key: keyof Company): readonly Readonly<Record<string, Value>>[] {
  return company[key];
}

async function replaceSchema(client: pg.ClientBase): Promise<void> {
  const found = await client.query<{ comment: string | null }>(
    "select obj_description(oid, 'pg_namespace') as comment from pg_namespace where nspname = $1",
    [SCHEMA],
  );
  const [existing] = found.rows;
  if (existing !== undefined && existing.comment !== SCHEMA_COMMENT) {
    throw new ConflictError(
      `The database already has a schema "${SCHEMA}" that is not the demo company. Rename it, or seed another database.`,
    );
  }
  await client.query(`drop schema if exists ${SCHEMA} cascade; create schema ${SCHEMA};`);
  await client.query(`comment on schema ${SCHEMA} is '${SCHEMA_COMMENT}'`);
}
