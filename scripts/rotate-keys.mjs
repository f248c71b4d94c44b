// Puts every stored credential under the present ENCRYPTION_KEY; ENCRYPTION_KEY_PREVIOUS opens those that are under a
// former one. `--new-key` makes a new key in .data/secrets.json first, where the key is kept there. Prints no secret.
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { loadDotenv } from "./support/dotenv.mjs";
import { encryptionKeys, renewEncryptionKey } from "./support/secrets.mjs";

process.chdir(path.resolve(import.meta.dirname, ".."));
loadDotenv();
const dataDir = path.resolve(process.env.DATA_DIR ?? ".data");

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** PostgreSQL of the launcher belongs to it: a second one on the same data would end the first. */
function requireStopped() {
  const lockFile = path.join(dataDir, "running.json");
  if (!fs.existsSync(lockFile)) return;
  const { pid } = JSON.parse(fs.readFileSync(lockFile, "utf8"));
  try {
    process.kill(pid, 0);
  } catch {
    return;
  }
  refuse(
    `Broadsheet is running from this folder (process ${pid}). Stop it first: it would not know the new key.`,
  );
}

function readKeys() {
  const isOwnKey = !process.env.ENCRYPTION_KEY;
  if (process.argv.includes("--new-key")) {
    if (!isOwnKey)
      refuse(
        "ENCRYPTION_KEY is set in the environment: put the new key there, and the present one into ENCRYPTION_KEY_PREVIOUS.",
      );
    if (encryptionKeys(dataDir).present) renewEncryptionKey(dataDir);
  }
  const keys = encryptionKeys(dataDir);
  if (!keys.present)
    refuse(`There is no key: set ENCRYPTION_KEY, or start Broadsheet once, which makes one in ${dataDir}.`);
  return keys;
}

async function openDatabase() {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: () => {} };
  if (!fs.existsSync(path.join(dataDir, "postgres")))
    refuse("Set DATABASE_URL to the owner's address of the database: there is none of its own here.");
  const { startPostgres } = await import("./support/postgres.mjs");
  const port = Number(process.env.PGPORT ?? 5432);
  return startPostgres({ dataDir: path.join(dataDir, "postgres"), port });
}

/** The image of production has the bundle and not its source. */
async function loadRotation() {
  const source = "lib/data-sources/rotate-credentials.ts";
  if (fs.existsSync(source)) {
    const { bundle } = await import("./build-workers.mjs");
    await bundle(source, "dist/rotate-keys.mjs");
  }
  return import("../dist/rotate-keys.mjs");
}

function tell({ rewrapped, current, unreadable }, hasFormer) {
  const credentials = (count) => `${count} stored ${count === 1 ? "credential" : "credentials"}`;
  console.log(`Put ${credentials(rewrapped)} under the present key; ${current} were already.`);
  for (const { name, workspace } of unreadable)
    console.error(
      `The password of the data source "${name}" (workspace ${workspace}) opens with no known key. Name its key in ENCRYPTION_KEY_PREVIOUS and run this again, or enter the password again.`,
    );
  if (hasFormer && unreadable.length === 0)
    console.log(
      "Nothing needs the former keys any more but links in mails that were sent before. Remove ENCRYPTION_KEY_PREVIOUS when those have expired.",
    );
}

if (!process.env.DATABASE_URL) requireStopped();
const keys = readKeys();
const { rotateCredentials } = await loadRotation();
const database = await openDatabase();
const client = new pg.Client({ connectionString: database.url });
let code = 1;
try {
  await client.connect();
  const rotation = await rotateCredentials(client, keys);
  tell(rotation, keys.former.length > 0);
  code = rotation.unreadable.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`The keys were not all changed: ${error.message}. Run this again.`);
} finally {
  await client.end().catch(() => {});
  await database.stop();
}
process.exit(code);
