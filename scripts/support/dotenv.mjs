import fs from "node:fs";
import { parseEnv } from "node:util";

/** Reads .env into process.env; what is set already wins, and an empty value counts as not set. */
export function loadDotenv(file = ".env") {
  if (!fs.existsSync(file)) return;
  for (const [name, value] of Object.entries(parseEnv(fs.readFileSync(file, "utf8"))))
    if (value !== "" && process.env[name] === undefined) process.env[name] = value;
}
