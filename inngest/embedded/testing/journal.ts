import { Pool } from "pg";

/** One line a contract function wrote: which test case, what happened, in which process. */
export type Entry = { what: string; pid: number; detail: Record<string, unknown>; at: Date };

const POLL_MS = 15;

/**
 * How contract functions and tests speak to each other, across processes: functions write what they do and wait at
 * gates, tests read it and open gates. All of it in the database, so a killed process loses nothing it said.
 */
export class Journal {
  private readonly pool: Pool;

  constructor(
    databaseUrl: string,
    private readonly patienceMs: number,
  ) {
    this.pool = new Pool({ connectionString: databaseUrl, max: 6 });
    this.pool.on("error", () => {});
  }

  async create(): Promise<void> {
    await this.pool.query(`
      create table if not exists contract_journal (
        id bigserial primary key, at timestamptz not null default clock_timestamp(),
        "case" text not null, what text not null, pid int not null, detail jsonb not null);
      create table if not exists contract_gates (name text primary key);`);
  }

  async write(caseId: string, what: string, detail: Record<string, unknown> = {}): Promise<void> {
    await this.pool.query(
      `insert into contract_journal ("case", what, pid, detail) values ($1, $2, $3, $4)`,
      [caseId, what, process.pid, detail],
    );
  }

  /** What was written for a case, oldest first; all of it, or one kind. */
  async read(caseId: string, what?: string): Promise<Entry[]> {
    const { rows } = await this.pool.query(
      `select what, pid, detail, at from contract_journal
       where "case" = $1 and ($2::text is null or what = $2) order by id`,
      [caseId, what ?? null],
    );
    return rows;
  }

  /** Waits until a case has at least so many entries of a kind, and returns them. */
  async waitFor(caseId: string, what: string, count = 1): Promise<Entry[]> {
    return this.waitUntil(`${count} × "${what}"`, async () => {
      const entries = await this.read(caseId, what);
      return entries.length >= count ? entries : null;
    });
  }

  /** Waits until the check returns something other than null or false. */
  async waitUntil<Value>(what: string, check: () => Promise<Value | null | false>): Promise<Value> {
    const deadline = performance.now() + this.patienceMs;
    for (;;) {
      const value = await check();
      if (value !== null && value !== false) return value;
      if (performance.now() > deadline) throw new Error(`Waited ${this.patienceMs} ms in vain for ${what}.`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  async openGate(name: string): Promise<void> {
    await this.pool.query("insert into contract_gates values ($1) on conflict do nothing", [name]);
  }

  /** Waits until any of the gates is open. */
  async passGate(...names: string[]): Promise<void> {
    await this.waitUntil(`one of the gates ${names.join(", ")}`, async () => {
      const { rowCount } = await this.pool.query("select 1 from contract_gates where name = any($1)", [
        names,
      ]);
      return (rowCount ?? 0) > 0;
    });
  }

  async query(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    return (await this.pool.query(text, values)).rows;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
