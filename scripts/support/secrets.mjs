import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

const NAMES = ["ENCRYPTION_KEY", "NEXTAUTH_SECRET", "APP_DATABASE_PASSWORD", "DEMO_DATABASE_PASSWORD"];

/** The secrets of this installation: from the environment, else from .data/secrets.json, made there when absent. */
export function loadSecrets(folder) {
  const file = path.join(folder, "secrets.json");
  const stored = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
  const missing = NAMES.filter((name) => !process.env[name] && !stored[name]);
  for (const name of missing) stored[name] = randomBytes(32).toString("base64url");
  if (missing.length > 0) {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(`${file}.part`, `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600 });
    fs.renameSync(`${file}.part`, file);
  }
  return Object.fromEntries(NAMES.map((name) => [name, process.env[name] || stored[name]]));
}
