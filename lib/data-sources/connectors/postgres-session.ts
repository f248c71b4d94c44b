import pg from "pg";
import type { Driver } from "./driver";
import { bytesReceived, dropConnection, openConnection, severConnection } from "./postgres-connection";
import { describeQueryFailure } from "./postgres-errors";

declare module "pg" {
  // There in the driver, missing in its types.
  interface Client {
    ref(): void;
    unref(): void;
  }
}

/** The server's process that answers, which another connection can tell to stop. */
export type PostgresSession = { pid: number };

export const postgresDriver: Driver<pg.Client, PostgresSession> = {
  open: openConnection,
  drop: dropConnection,
  sever: severConnection,
  bytesReceived,
  onEnd(client, ended) {
    client.once("end", ended);
    return () => client.off("end", ended);
  },
  hold: (client, isHeld) => (isHeld ? client.ref() : client.unref()),
  begin,
  // Session locks survive a rollback; a statement may have taken one.
  end: (client) => client.query("ROLLBACK; SELECT pg_advisory_unlock_all()"),
  async cancel(source, { pid }) {
    const helper = await openConnection({ settings: source.settings, password: source.password() });
    await helper.query("SELECT pg_cancel_backend($1)", [pid]).finally(() => dropConnection(helper));
  },
  describeFailure: describeQueryFailure,
};

/** `SET LOCAL`, so that nothing outlives the transaction, also behind a transaction pooler. */
async function begin(
  client: pg.Client,
  { timeoutMs, zone }: { timeoutMs: number; zone: string },
): Promise<PostgresSession> {
  const answers = (await client.query(
    [
      "BEGIN READ ONLY",
      `SET LOCAL statement_timeout = ${Math.trunc(timeoutMs)}`,
      `SET LOCAL TimeZone = ${pg.escapeLiteral(zone)}`,
      "SET LOCAL DateStyle = 'ISO, YMD'",
      "SET LOCAL IntervalStyle = 'postgres'",
      "SET LOCAL bytea_output = 'hex'",
      "SET LOCAL extra_float_digits = 1",
      "SET LOCAL lc_monetary = 'C'",
      "SET LOCAL standard_conforming_strings = on",
      "SELECT pg_backend_pid() AS pid",
    ].join("; "),
  )) as unknown as pg.QueryResult<{ pid: number }>[];
  const pid = answers.at(-1)?.rows[0]?.pid;
  if (pid === undefined) throw new Error("the server did not say its process id");
  return { pid };
}
