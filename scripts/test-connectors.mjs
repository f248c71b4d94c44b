// Runs the contract of every connector against real servers, and the builder's questions, which all must answer
// alike: PostgreSQL and DuckDB always, MariaDB and ClickHouse where the machine has them. A server that runs already is used when its address is set:
//   BROADSHEET_TEST_MYSQL_URL=mysql://root@127.0.0.1:3306 npm run test:connectors
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "./support/ports.mjs";
import { bin, node, onStopSignal, stopAll } from "./support/processes.mjs";
import { say } from "./support/steps.mjs";

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 10_000;
process.chdir(path.resolve(import.meta.dirname, ".."));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "broadsheet-connectors-"));
fs.chmodSync(folder, 0o755);
const servers = [];

/** The program's path, also where only administrators look for it. */
function find(...names) {
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), "/usr/sbin", "/usr/local/sbin"];
  return names
    .flatMap((name) => folders.map((dir) => path.join(dir, name)))
    .find((file) => fs.existsSync(file));
}

/** A database server does not run as root: then it runs as a user without rights. */
function unprivilegedIds() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function ownFolder(name, { uid, gid }) {
  const own = path.join(folder, name);
  fs.mkdirSync(own);
  if (uid !== undefined) fs.chownSync(own, uid, gid);
  return own;
}

/** Starts a server and waits until its port answers. */
async function startServer(name, command, args, port, ids) {
  const output = path.join(folder, `${name}.log`);
  const log = fs.openSync(output, "a");
  const child = spawn(command, args, {
    ...ids,
    cwd: "/",
    env: { PATH: process.env.PATH },
    stdio: ["ignore", log, log],
  });
  servers.push(child);
  const until = Date.now() + START_LIMIT_MS;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > until)
      throw new Error(`${name} did not start:\n${fs.readFileSync(output, "utf8").slice(-2000)}`);
    await delay(100);
  }
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

async function startMariadb() {
  const server = find("mariadbd", "mysqld");
  const install = find("mariadb-install-db", "mysql_install_db");
  if (!server || !install)
    return "MySQL and MariaDB: not installed. On Debian: apt-get install mariadb-server.";
  const ids = unprivilegedIds();
  const home = ownFolder("mariadb", ids);
  const data = path.join(home, "data");
  execFileSync(
    install,
    ["--no-defaults", `--datadir=${data}`, "--auth-root-authentication-method=normal", "--skip-test-db"],
    { ...ids, cwd: "/", stdio: "pipe" },
  );
  const port = await freePort(5670);
  const args = [
    "--no-defaults",
    `--datadir=${data}`,
    `--port=${port}`,
    "--bind-address=127.0.0.1",
    `--socket=${path.join(home, "socket")}`,
    `--pid-file=${path.join(home, "pid")}`,
    "--innodb-buffer-pool-size=64M",
    "--innodb-flush-log-at-trx-commit=0",
  ];
  await startServer("MariaDB", server, args, port, ids);
  process.env.BROADSHEET_TEST_MYSQL_URL = `mysql://root@127.0.0.1:${port}`;
  return null;
}

/** Time zones of a session came with 23.5. */
function isNewEnough(clickhouse) {
  const version = /(\d+)\.(\d+)\.\d+/.exec(
    execFileSync(clickhouse, ["local", "--version"], { encoding: "utf8" }),
  );
  return Number(version?.[1]) * 100 + Number(version?.[2]) >= 2305;
}

async function startClickhouse() {
  const server = find("clickhouse");
  if (!server || !isNewEnough(server))
    return "ClickHouse: version 23.5 or later is not installed (the package of Debian 12 is of 2018). Install it from clickhouse.com, or set BROADSHEET_TEST_CLICKHOUSE_URL.";
  const ids = unprivilegedIds();
  const home = ownFolder("clickhouse", ids);
  const port = await freePort(5680);
  const config = path.join(home, "config.xml");
  fs.writeFileSync(
    config,
    `<clickhouse>
      <logger><level>warning</level><console>1</console></logger>
      <listen_host>127.0.0.1</listen_host><http_port>${port}</http_port>
      <path>${home}/data/</path><tmp_path>${home}/tmp/</tmp_path>
      <user_files_path>${home}/files/</user_files_path><format_schema_path>${home}/schemas/</format_schema_path>
      <mark_cache_size>67108864</mark_cache_size>
      <users><default><password>secret</password><profile>default</profile><quota>default</quota>
        <networks><ip>127.0.0.1</ip></networks><access_management>1</access_management></default></users>
      <profiles><default></default></profiles><quotas><default></default></quotas>
    </clickhouse>`,
  );
  await startServer("ClickHouse", server, ["server", `--config-file=${config}`], port, ids);
  process.env.BROADSHEET_TEST_CLICKHOUSE_URL = `http://default:secret@127.0.0.1:${port}`;
  return null;
}

async function stopServers() {
  await stopAll();
  await Promise.all(
    servers.map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
      await ended;
      clearTimeout(timer);
    }),
  );
  fs.rmSync(folder, { recursive: true, force: true });
}

onStopSignal(async () => {
  await stopServers();
  process.exit(130);
});

let code = 0;
const skipped = [];
try {
  if (!process.env.BROADSHEET_TEST_MYSQL_URL) skipped.push(await startMariadb());
  if (!process.env.BROADSHEET_TEST_CLICKHOUSE_URL) skipped.push(await startClickhouse());
  await node(bin("vitest/vitest.mjs"), [
    "run",
    "--project",
    "db",
    "lib/data-sources/connectors/",
    "lib/queries/builder/",
    ...process.argv.slice(2),
  ]);
} catch (error) {
  console.error(error.message);
  code = 1;
} finally {
  await stopServers();
}
for (const sentence of skipped) if (sentence) say(`skipped ${sentence}`);
process.exit(code);
