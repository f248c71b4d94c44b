// One command from a fresh clone to a running Broadsheet. Uses only Node until `npm ci` has run.
import fs from "node:fs";
import path from "node:path";
import { loadDotenv } from "./support/dotenv.mjs";
import { freePort, tryPort } from "./support/ports.mjs";
import { bin, node, npm, onStopSignal, start, stopAll } from "./support/processes.mjs";
import { loadSecrets } from "./support/secrets.mjs";
import { once, say, step } from "./support/steps.mjs";

const root = path.resolve(import.meta.dirname, "..");
const dev = process.argv.includes("--dev");
const HEALTH_LIMIT_MS = 120_000;

process.chdir(root);
loadDotenv();
const dataDir = path.resolve(process.env.DATA_DIR ?? ".data");
const demo = (process.env.BROADSHEET_MODE ?? "demo") === "demo";
// The demo's passwords are printed for everybody to read: it answers on this machine alone unless told otherwise.
const host = process.env.HOST ?? (demo ? "127.0.0.1" : "0.0.0.0");
const lockFile = path.join(dataDir, "running.json");
let database;
let stopping = false;
let holdsLock = false;

async function stop(why, code = 0) {
  if (stopping) return;
  stopping = true;
  say(`stopping (${why})`);
  await stopAll();
  await database?.stop();
  if (holdsLock) fs.rmSync(lockFile, { force: true });
  say("stopped");
  process.exit(code);
}

function fail(error) {
  console.error(`\n${error.message ?? error}\n`);
  if (process.env.LOG_LEVEL === "debug") console.error(error);
  void stop("because of this error", 1);
}

onStopSignal(stop);
process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24) return;
  throw new Error(`Broadsheet needs Node 20.19, 22.12 or 24 and later; this is ${process.version}.`);
}

/** A lock of a launcher that was killed names a process that is gone, or an address that does not answer. */
async function requireSingle() {
  if (!fs.existsSync(lockFile)) return;
  const { pid, url } = JSON.parse(fs.readFileSync(lockFile, "utf8"));
  try {
    process.kill(pid, 0);
    await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(3000) });
  } catch {
    return;
  }
  throw new Error(
    `Broadsheet is already running from this folder at ${url} (process ${pid}). Stop it first, or set DATA_DIR and PORT for a second one.`,
  );
}

/** A port that was asked for by name must be free; the default gives way to the next one. */
async function choosePort() {
  const asked = process.env.PORT ? Number(process.env.PORT) : null;
  if (asked !== null && (await tryPort(asked, host)) === null)
    throw new Error(
      `Port ${asked} is in use by another program. Stop it, or choose another port: PORT=${asked + 1} npm run up`,
    );
  if (asked !== null) return asked;
  const port = await freePort(3000, host);
  if (port !== 3000) say(`port 3000 is in use by another program; using ${port}`);
  return port;
}

async function prepare() {
  await once("install", { inputs: ["package-lock.json"], outputs: ["node_modules/next/package.json"] }, () =>
    npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]),
  );
  await once(
    "generate client",
    { inputs: ["prisma/schema.prisma", "package-lock.json"], outputs: ["lib/db/generated/client.ts"] },
    () => node(bin("prisma/build/index.js"), ["generate"], { quiet: true }),
  );
}

async function openDatabase(secrets) {
  const { migrate, ensureAppRole } = await import("./support/migrate.mjs");
  if (!process.env.DATABASE_URL) {
    const { startPostgres } = await import("./support/postgres.mjs");
    const port = Number(process.env.PGPORT ?? 5432);
    database = await step("start PostgreSQL", () =>
      startPostgres({ dataDir: path.join(dataDir, "postgres"), port }),
    );
    void database.exited.then((code) => stop(`PostgreSQL ended with code ${code}`, 1));
  }
  const url = process.env.DATABASE_URL ?? database.url;
  const applied = await step("migrate", () => migrate(url, path.join(root, "prisma/migrations")));
  if (applied.length > 0) say(`  applied ${applied.join(", ")}`);
  const role = process.env.APP_DATABASE_ROLE ?? "broadsheet_app";
  const appUrl =
    process.env.APP_DATABASE_URL ??
    (await ensureAppRole(url, { role, password: secrets.APP_DATABASE_PASSWORD }));
  return { url, appUrl };
}

async function buildAll() {
  const { buildWeb, buildWorkers } = await import("./support/build.mjs");
  await buildWorkers();
  if (!dev) await buildWeb();
}

async function waitForHealth(url) {
  const from = Date.now();
  let last = "no answer";
  while (Date.now() - from < HEALTH_LIMIT_MS && !stopping) {
    try {
      const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(30_000) });
      if (answer.ok) return;
      last = await answer.text();
    } catch (error) {
      last = String(error.cause?.code ?? error.message);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (!stopping)
    throw new Error(`Broadsheet did not become healthy within ${HEALTH_LIMIT_MS / 1000} s: ${last}`);
}

function announce(url, seeded) {
  console.log(`\n  Broadsheet is ready at ${url}\n`);
  if (seeded) {
    console.log("  Demo sign-ins (password demo-broadsheet):");
    for (const role of ["owner", "admin", "editor", "viewer"]) console.log(`    ${role}@demo.example`);
    console.log("");
  }
  console.log("  Ctrl-C stops everything. Data is kept in .data/.\n");
}

async function main() {
  requireNode();
  await requireSingle();
  const port = await choosePort();
  await prepare();
  const secrets = loadSecrets(dataDir);
  const { url, appUrl } = await openDatabase(secrets);
  await buildAll();

  const appAddress = process.env.APP_URL ?? `http://localhost:${port}`;
  const env = {
    ...process.env,
    ...secrets,
    NODE_ENV: dev ? "development" : "production",
    PORT: String(port),
    HOST: host,
    APP_URL: appAddress,
    NEXTAUTH_URL: appAddress,
    APP_DATABASE_URL: appUrl,
    STORAGE_URL: process.env.STORAGE_URL ?? `file:${path.join(dataDir, "files")}`,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  if (demo)
    await step("demo company", () => node("dist/seed.mjs", [], { env: { ...env, DATABASE_URL: url } }));
  // Only the migrations and the seed act as the owner of the database. Empty, not absent: what is absent Next reads
  // from .env by itself.
  for (const name of ["DATABASE_URL", "APP_DATABASE_PASSWORD", "DEMO_DATABASE_PASSWORD"]) env[name] = "";

  const left = (name) => (code) => void stop(`the ${name} process ended (${code})`, 1);
  const local = `http://127.0.0.1:${port}`;
  await step("start web and worker", async () => {
    start(dev ? "scripts/web-dev.mjs" : "scripts/web.mjs", [], { env, onExit: left("web") });
    start(dev ? "scripts/worker-dev.mjs" : "dist/worker.mjs", [], { env, onExit: left("worker") });
    holdsLock = true;
    fs.writeFileSync(lockFile, JSON.stringify({ pid: process.pid, url: local }));
    await waitForHealth(local);
  });
  if (!stopping) announce(appAddress, demo);
}

await main();
