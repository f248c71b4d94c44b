import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import pg from "pg";
import { ConflictError, InvalidInputError } from "@/lib/errors";
import { SCHEMA } from "./schema";

const ROLE_COMMENT = "Reads the demo company of Broadsheet. Made by the seed.";
const STATEMENT_TIMEOUT = "30s";
const CONNECTION_LIMIT = 10;
const SCRAM_ITERATIONS = 4096;

/**
 * Makes, or brings up to date, a role that may sign in and read the demo company and nothing else: read-only
 * by default, with a statement timeout, a connection limit and the schema as its search path. Call it again
 * after each seeding, because grants go with a dropped schema. Needs a connection that may create roles.
 * @throws ConflictError when a role of this name exists that this function did not make
 */
export async function createDemoReader(
  client: pg.ClientBase,
  { role, password }: { role: string; password: string },
): Promise<void> {
  const name = pg.escapeIdentifier(role);
  const schema = pg.escapeIdentifier(SCHEMA);
  const found = await client.query<{ comment: string | null }>(
    "select shobj_description(oid, 'pg_authid') as comment from pg_roles where rolname = $1",
    [role],
  );
  const [existing] = found.rows;
  if (existing !== undefined && existing.comment !== ROLE_COMMENT) {
    throw new ConflictError(
      `The database already has a role "${role}" of its own. Choose another name for the reader.`,
    );
  }
  await client.query("begin");
  try {
    if (existing === undefined) await client.query(`create role ${name}`);
    await client.query(`
      comment on role ${name} is ${pg.escapeLiteral(ROLE_COMMENT)};
      alter role ${name} login nocreatedb nocreaterole noinherit
        connection limit ${CONNECTION_LIMIT} password ${pg.escapeLiteral(scramVerifier(password))};
      alter role ${name} set default_transaction_read_only = on;
      alter role ${name} set search_path = ${schema};
      alter role ${name} set statement_timeout = '${STATEMENT_TIMEOUT}';
      alter role ${name} set idle_in_transaction_session_timeout = '${STATEMENT_TIMEOUT}';
      grant usage on schema ${schema} to ${name};
      grant select on all tables in schema ${schema} to ${name};
      alter default privileges in schema ${schema} grant select on tables to ${name};
    `);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

/**
 * The verifier that PostgreSQL stores for a password (RFC 5802 and 7677), so that the password itself never
 * travels in a statement and never reaches a log.
 */
function scramVerifier(password: string): string {
  // Beyond printable ASCII, SASLprep would have to change the text first.
  if (!/^[\x20-\x7e]+$/.test(password)) {
    throw new InvalidInputError(
      "The reader's password may hold only printable ASCII characters, and at least one.",
    );
  }
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, SCRAM_ITERATIONS, 32, "sha256");
  const sign = (label: string) => createHmac("sha256", salted).update(label).digest();
  const storedKey = createHash("sha256").update(sign("Client Key")).digest("base64");
  const serverKey = sign("Server Key").toString("base64");
  return `SCRAM-SHA-256$${SCRAM_ITERATIONS}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}
