/** A small shop in a schema of the test's own database, and the ways to reach it as a data source. */
import { randomBytes } from "node:crypto";
import type { RequestContext } from "@/lib/context";
import { createDataSource } from "@/lib/data-sources";
import type { DataSourceDto, ServerSettings } from "@/lib/data-sources/schemas";
import { withOwner } from "./database";

export const READER_PASSWORD = 'reader\'s pa$$word "with" signs';

export type TestSource = { kind: "POSTGRESQL"; settings: ServerSettings; password: string };

/**
 * A login role that may read and write `shop.*`: what keeps it from writing is the product, not the grant.
 * Roles belong to the server, which is shared: the name is unique.
 */
export async function createShop(): Promise<TestSource> {
  const url = new URL(process.env.TEST_OWNER_URL ?? "");
  const user = `reader_${randomBytes(6).toString("hex")}`;
  await withOwner(async (client) => {
    await client.query(`
      CREATE ROLE ${user} LOGIN PASSWORD ${client.escapeLiteral(READER_PASSWORD)};
      CREATE SCHEMA shop;
      CREATE TABLE shop.sales (id bigint PRIMARY KEY, day date NOT NULL, shop text NOT NULL, amount numeric(12, 2), paid boolean);
      COMMENT ON TABLE shop.sales IS 'One row a sale';
      COMMENT ON COLUMN shop.sales.amount IS 'Gross, in euros';
      INSERT INTO shop.sales
        SELECT n, date '2026-08-01' + (n - 1), CASE n % 2 WHEN 0 THEN 'North' ELSE 'South' END, n * 1.5, n % 3 = 0
        FROM generate_series(1, 92) n;
      ANALYZE shop.sales;
      CREATE FUNCTION shop.sell() RETURNS integer LANGUAGE plpgsql AS
        $$ BEGIN INSERT INTO shop.sales (id, day, shop) VALUES (-1, now(), 'x'); RETURN 1; END $$;
      CREATE TABLE shop.secret (pin text);
      CREATE SEQUENCE shop.counter;
      GRANT USAGE ON SCHEMA shop TO ${user};
      GRANT USAGE ON SEQUENCE shop.counter TO ${user};
      GRANT SELECT, INSERT, UPDATE, DELETE ON shop.sales TO ${user};`);
  });
  return {
    kind: "POSTGRESQL",
    settings: {
      host: url.hostname,
      port: Number(url.port || 5432),
      database: url.pathname.slice(1),
      user,
      tls: "disable",
      caCertificate: "",
    },
    password: READER_PASSWORD,
  };
}

/** The role goes with its grants; connections that are still open lose it at their next sign-in. */
export async function dropShop({ settings }: TestSource): Promise<void> {
  await withOwner((client) =>
    client.query(`DROP SCHEMA shop CASCADE; DROP OWNED BY ${settings.user}; DROP ROLE ${settings.user}`),
  );
}

type ServerInput = Extract<Parameters<typeof createDataSource>[1], { kind: "POSTGRESQL" }>;

export function addSource(
  ctx: RequestContext,
  source: TestSource,
  changes: Partial<Omit<ServerInput, "kind">> = {},
): Promise<DataSourceDto> {
  return createDataSource(ctx, { name: "Shop", ...source, ...changes });
}
