/** What keeps the embedded PostgreSQL from being left behind, and from being lost. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let folder: string;
const children: ChildProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "broadsheet-launcher-"));
});
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** A launcher of its own: starts PostgreSQL, prints its address, and stays. */
async function launch(): Promise<{ child: ChildProcess; url: string }> {
  const script = `
    import { startPostgres } from "./scripts/support/postgres.mjs";
    const server = await startPostgres({ dataDir: ${JSON.stringify(folder)}, port: 5790 });
    console.log(server.url);
    process.on("SIGTERM", async () => { await server.stop(); process.exit(0); });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const [url] = await once(child.stdout ?? child, "data");
  return { child, url: String(url).trim() };
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

/** The data may be elsewhere than asked for: as root it must be where an unprivileged user can reach it. */
async function serverOf(url: string): Promise<{ pid: number; pidFile: string }> {
  const [row] = (await ask(url, "SHOW data_directory")) as { data_directory: string }[];
  const pidFile = path.join(row?.data_directory ?? "", "postmaster.pid");
  return { pid: Number(readFileSync(pidFile, "utf8").split("\n")[0]), pidFile };
}

/** Until the process is gone; the test's own limit ends a wait that never does. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

describe("the embedded PostgreSQL", () => {
  it("ends with its launcher, in order or by kill -9, and keeps what was written", async () => {
    const first = await launch();
    await ask(first.url, "CREATE TABLE kept AS SELECT 42 AS n");
    const { pid: firstPid, pidFile } = await serverOf(first.url);
    first.child.kill("SIGTERM");
    await gone(firstPid);
    expect(existsSync(pidFile)).toBe(false);

    const second = await launch();
    expect(await ask(second.url, "SELECT n FROM kept")).toEqual([{ n: 42 }]);
    const { pid: secondPid } = await serverOf(second.url);
    second.child.kill("SIGKILL");
    await gone(secondPid);

    const third = await launch();
    expect(await ask(third.url, "SELECT n FROM kept")).toEqual([{ n: 42 }]);
    third.child.kill("SIGTERM");
    await once(third.child, "exit");
  }, 60_000);

  it("takes another port when the usual one is in use", async () => {
    const first = await launch();
    const other = mkdtempSync(path.join(tmpdir(), "broadsheet-launcher-"));
    const { startPostgres } = await import("../../scripts/support/postgres.mjs");
    const second = await startPostgres({ dataDir: other, port: 5790 });
    expect(second.port).not.toBe(Number(new URL(first.url).port));
    expect(await ask(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await second.stop();
    rmSync(other, { recursive: true, force: true });
    first.child.kill("SIGTERM");
    await once(first.child, "exit");
  }, 60_000);
});
