/** What child processes are told. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { expect, it, vi } from "vitest";
import { startPostgres } from "../../scripts/support/postgres.mjs";

it.skipIf(process.platform === "win32")(
  "the embedded PostgreSQL knows no secret of the application",
  async () => {
    for (const name of ["ENCRYPTION_KEY", "NEXTAUTH_SECRET", "SMTP_URL", "S3_SECRET_ACCESS_KEY"])
      vi.stubEnv(name, "hunter2");
    const dataDir = mkdtempSync(path.join(tmpdir(), "broadsheet-environment-"));
    const server = await startPostgres({ dataDir, port: 5795 });
    const client = new pg.Client({ connectionString: server.url });
    try {
      await client.connect();
      await client.query("CREATE TABLE environment (line text)");
      await client.query("COPY environment FROM PROGRAM 'env' WITH (DELIMITER E'\\x01')");
      const { rows } = await client.query<{ line: string }>("SELECT line FROM environment");
      expect(rows.some(({ line }) => line.startsWith("PATH="))).toBe(true);
      expect(rows.filter(({ line }) => /hunter2|SECRET|PASSWORD|_KEY=/.test(line))).toEqual([]);
    } finally {
      await client.end();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
      vi.unstubAllEnvs();
    }
  },
  60_000,
);
