import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

const NAMES = ["ENCRYPTION_KEY", "NEXTAUTH_SECRET", "APP_DATABASE_PASSWORD", "DEMO_DATABASE_PASSWORD"];

const fileOf = (folder) => path.join(folder, "secrets.json");

function read(folder) {
  const file = fileOf(folder);
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
}

function write(folder, secrets) {
  const file = fileOf(folder);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(`${file}.part`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(`${file}.part`, file);
}

/** The secrets of this installation: from the environment, else from .data/secrets.json, made there when absent. */
export function loadSecrets(folder) {
  const stored = read(folder);
  const missing = NAMES.filter((name) => !process.env[name] && !stored[name]);
  for (const name of missing) stored[name] = randomBytes(32).toString("base64url");
  if (missing.length > 0) write(folder, stored);
  const { present, former } = encryptionKeys(folder);
  return {
    ...Object.fromEntries(NAMES.map((name) => [name, process.env[name] || stored[name]])),
    ENCRYPTION_KEY: present,
    ENCRYPTION_KEY_PREVIOUS: former.join(","),
  };
}

/** The key that seals and those that only open. The file's are left out where the environment names its own. */
export function encryptionKeys(folder) {
  const { ENCRYPTION_KEY, ENCRYPTION_KEY_PREVIOUS } = process.env.ENCRYPTION_KEY ? process.env : read(folder);
  const former = ENCRYPTION_KEY_PREVIOUS ?? process.env.ENCRYPTION_KEY_PREVIOUS ?? "";
  return { present: ENCRYPTION_KEY, former: former.split(/\s*,\s*/).filter(Boolean) };
}

/** Makes a new key in .data/secrets.json; the one before it stays there and opens what it sealed. */
export function renewEncryptionKey(folder) {
  const { present, former } = encryptionKeys(folder);
  write(folder, {
    ...read(folder),
    ENCRYPTION_KEY: randomBytes(32).toString("base64url"),
    ENCRYPTION_KEY_PREVIOUS: [present, ...former].join(","),
  });
}
