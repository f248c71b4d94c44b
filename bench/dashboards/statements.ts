/** What a dashboard asks of its source, taken from the driver, and the same statements without Broadsheet. */
import pg from "pg";
import { timed } from "../clock";

export type Statement = { text: string; values: unknown[] };

/** The statements that name `marker` among those `ask` causes, with an empty cache. */
export async function recordStatements(
  owner: pg.Client,
  marker: string,
  ask: () => Promise<unknown>,
): Promise<Statement[]> {
  const recorded: Statement[] = [];
  const query = pg.Client.prototype.query;
  await owner.query("DELETE FROM analytics_cache");
  const spy = function (this: pg.Client, ...args: unknown[]) {
    const [config] = args as [{ text?: string; values?: unknown[] } | undefined];
    const text = config?.text;
    if (text?.includes(marker)) recorded.push({ text, values: config?.values ?? [] });
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  };
  Object.assign(pg.Client.prototype, { query: spy });
  try {
    await ask();
  } finally {
    Object.assign(pg.Client.prototype, { query });
  }
  if (recorded.length === 0) throw new Error("No statement of the dashboard was seen.");
  return recorded;
}

/** Milliseconds of all statements on four connections of the bare driver, as many as a source has. */
export async function runBare(statements: readonly Statement[]): Promise<number> {
  const pool = new pg.Pool({ connectionString: process.env.TEST_OWNER_URL, max: 4 });
  await Promise.all(Array.from({ length: 4 }, () => pool.query("SELECT 1")));
  const { ms } = await timed(() => Promise.all(statements.map((statement) => pool.query(statement))));
  await pool.end();
  return ms;
}
